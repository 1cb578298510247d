"""Clauses in which a speaker says what they themselves will or will not do.

"I will veto it", "said he would never vote for it". A prediction ("we will win") is none, so only verbs of
doing count; and the subject must be the speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.text.words import Word

_WILL = frozenset("will would 'll 'd won't wouldn't shall".split())
_NOT = frozenset("not never".split())
_GOING = frozenset("'m am are 're is 's was were isn't wasn't aren't weren't".split())
_ADVERBS = frozenset(
    "also then now still just always soon immediately personally certainly definitely instead "
    "continue simply probably absolutely".split()
)
_PLANNING = frozenset("plan plans planned intend intends intended planning intending aim aims".split())
# "I refuse to", "I promise to": done by saying so.
_DONE_BY_SAYING = frozenset("refuse promise pledge vow swear".split())
# What one can bind oneself to do; to be, to win, to see or to have is none of it.
_DOING = frozenset(
    "abandon abide abolish abstain accept act address admit adopt apologize appeal appear apply "
    "appoint approve arm assign attack attend audit back ban block bomb boycott bring build buy "
    "call campaign cancel cap cease challenge change charge clean close commit compensate compete "
    "comply conduct consult contest continue contribute cooperate crack create crush cut debate "
    "decline defend defund deliver deploy deport destroy devote disclose dismantle dismiss donate "
    "double drop eliminate employ enact end endorse enforce ensure equip escort establish "
    "evacuate examine execute expand expel extend extradite fight file fill fire fix fly focus "
    "force free freeze fund give go grant guarantee halt hand help hire hold honor honour host "
    "implement impose increase inspect introduce invade invest investigate invite issue join keep "
    "kill launch lay lead leave lend levy lift limit lobby lower make march mediate meet monitor "
    "move name negotiate nominate notify offer open oppose order organize oust outlaw overhaul "
    "overturn pardon participate pass patrol pay permit phase pick post press privatize produce "
    "propose prosecute protect protest provide publish pull pursue push put quit raise ratify "
    "rebuild recall recommend recruit reduce reform refund refuse reimburse reinstate reject "
    "release relocate remain remove renegotiate renew reopen repatriate repay repeal replace "
    "request require rescind resign respond restart restore restrict resume retaliate return "
    "reveal reverse review revoke roll rule run sack sanction save scrap seek select sell send "
    "serve set settle share shelter shut sign skip slash speak spend sponsor stand stay step stop "
    "strengthen strip submit subsidize sue supply support surrender suspend swear take tax teach "
    "tear terminate testify tighten tour train travel trim triple turn unite unveil uphold use "
    "veto visit vote waive withdraw withhold work write".split()
)
# A doing verb that with this word after it is none: "take place", "go down as", "make sense", "run into".
_IDIOMS = frozenset(
    "take:place take:time make:sense make:history go:down run:into leave:behind turn:out come:out "
    "give:you stand:up remain:to lead:to help:us make:it take:a take:care keep:you".split()
)
_QUOTES = frozenset('“”"‘')


@dataclass(frozen=True, slots=True)
class Future:
    """A clause about what its subject will do.

    Attributes:
        subject: index of its subject.
        start: index of the first word of what is to be done, "not" included.
        refused: whether it is not to be done.
        planned: whether it is "plans to" and no bare "will".
    """

    subject: int
    start: int
    refused: bool
    planned: bool


def futures(words: Sequence[Word], start: int, limit: int) -> list[Future]:
    """The clauses between the indices in which a pronoun says what it will do, in order."""
    found = (future_at(words, at, limit) for at in range(start, limit) if words[at].low in _PRONOUNS)
    return [one for one in found if one is not None]


_PRONOUNS = frozenset("i we he she they it".split())


def future_at(words: Sequence[Word], subject: int, limit: int) -> Future | None:
    """The clause whose subject ends at index ``subject``, if it says what that will do, else None."""
    places = [at for at in range(subject + 1, min(limit, subject + 12)) if words[at].text not in _QUOTES]
    lows = [words[at].low for at in places]
    found = _beginning(lows)
    if found is None:
        return None
    at, refused, planned = found
    start = at
    while at < len(lows) and (lows[at] in _NOT or _is_adverb(lows, at)):
        refused = refused or lows[at] in _NOT
        at += 1
        if not refused:
            start = at
    if at >= len(lows) or not _is_doing(lows[at], lows[at + 1 : at + 2], free=lows[0] in _DONE_BY_SAYING):
        return None
    return Future(subject, places[start], refused, planned)


def _beginning(lows: Sequence[str]) -> tuple[int, bool, bool] | None:
    """Where, in what follows a subject, the verb is to stand, whether it is refused, and whether planned."""
    if not lows:
        return None
    if lows[0] in _WILL:
        return 1, lows[0] in ("won't", "wouldn't"), False
    if lows[0] in _DONE_BY_SAYING and lows[1:2] == ["to"]:
        return 2, lows[0] == "refuse", False
    for verbs in (frozenset(["going"]), _PLANNING):
        at = next((i for i, low in enumerate(lows[:3]) if low in verbs), None)
        if at is not None and lows[at + 1 : at + 2] == ["to"] and (at == 0 or lows[0] in _GOING):
            refused = "not" in lows[:at] or lows[0].endswith("n't")
            return at + 2, refused, verbs is _PLANNING
    return None


def _is_adverb(lows: Sequence[str], at: int) -> bool:
    """Whether what is there only says how; "continue the strike" is a doing, "continue to strike" is none."""
    if lows[at] == "continue":
        return lows[at + 1 : at + 2] == ["to"]
    return lows[at] in _ADVERBS or (lows[at].endswith("ly") and lows[at] not in ("apply", "supply", "comply"))


def _is_doing(verb: str, following: Sequence[str], *, free: bool) -> bool:
    """Whether ``verb`` is one of doing; where it is ``free``, any is."""
    return free or (verb in _DOING and f"{verb}:{''.join(following)}" not in _IDIOMS)
