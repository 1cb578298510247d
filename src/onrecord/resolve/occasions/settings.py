"""Phrases that name the occasion of saying: "in an interview with MSNBC", "on Twitter", "during the call"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.resolve.occasions.media import Occasion, occasions
from onrecord.resolve.phrases import DAYS, STOPS, TITLES
from onrecord.text.words import Word
from onrecord.types import Medium

_PREPOSITIONS = frozenset("in on at during for via from by over through".split())
# What may stand between a preposition and its noun beside adjectives and names.
_BREAKS = frozenset(
    "in at on by for with from to about over under after before since until against through "
    "between among that which who whom whose whether if why how what when where while because and "
    "but or nor is are was were be has have had do does did will would can could may might must "
    "should not it he she they we i you there said told says added asked wrote".split()
)
_ENDS = frozenset(
    "that which who whom whose whether if why how what when where while because and but or nor as "
    "is are was were be has have had did will would can could may might must should it he she "
    "they we i you said told says added asked wrote called urged".split()
)
_NETWORKS = frozenset(
    "cnn msnbc fox abc nbc cbs pbs npr c-span cspan bbc cnbc univision telemundo newsmax foxnews "
    "bloomberg hbo comedy sky al siriusxm espn itv".split()
)
_NO_PARTICIPLE = frozenset(
    "morning evening meeting hearing briefing gathering king filing wide-ranging posting "
    "fundraising ruling".split()
)
_ADJECTIVAL = frozenset("a an the his her its their".split())
_PHONE = frozenset(("phone", "telephone"))
_MOST_BEFORE_NOUN = 8
_MOST_AFTER_NOUN = 24
_CLOSED = frozenset("private closed-door closed leaked secret off-the-record".split())
_DEFINITE = frozenset("the that this same".split())
_REPORTERS = frozenset("reporters journalists press media".split())
# "at one of his rallies", "in a series of tweets".
_PARTS = frozenset(
    "one series string couple part some number pair round rounds middle midst course transcript "
    "copy end".split()
)
# Words that do not end a phrase.
_TRAILING = (
    STOPS - DAYS - frozenset("once earlier later recently ago already here soon now then".split())
) | {"of"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that names an occasion.

    Attributes:
        start: index of its first word.
        noun: index of the last word of its noun.
        end: index after its last word.
        medium: of which sort the occasion is.
        public: whether it was meant for the public, or None.
        definite: whether it takes up one that was named before ("in the interview", "the same call").
    """

    start: int
    noun: int
    end: int
    medium: Medium
    public: bool | None
    definite: bool


def phrases(words: Sequence[Word], start: int, limit: int) -> Iterator[Phrase]:
    """Yield the occasions named by the words from index ``start`` up to ``limit``, in order."""
    lows = [word.low for word in words[start:limit]]
    at = 0
    while at < len(lows):
        found = (
            _phrase(words, lows, start, at) if lows[at] in _PREPOSITIONS else _told(words, lows, start, at)
        )
        if found is not None:
            yield found
            at = found.end - start
        else:
            at += 1


def _told(words: Sequence[Word], lows: Sequence[str], start: int, at: int) -> Phrase | None:
    """The occasion that stands for those who listen at it, as in "told a news conference"."""
    if lows[at] != "told" or at + 1 >= len(lows) or lows[at + 1] not in _ADJECTIVAL:
        return None
    for index in range(at + 2, min(at + 2 + _MOST_BEFORE_NOUN, len(lows))):
        occasion = _fitting(occasions().at(lows, index), "at", bare=False)
        if occasion is not None and _is_head(words, lows, start, index + len(occasion.words)):
            if occasion.medium != "press_conference":  # "told a rally": those who came are the listeners
                return None
            made = _made(words, lows, start, (at, index, index + len(occasion.words)), occasion)
            return replace(made, start=made.start + 1)
        if _breaks(words, start + index):
            return None
    return None


def _phrase(words: Sequence[Word], lows: Sequence[str], start: int, at: int) -> Phrase | None:
    preposition = lows[at]
    if preposition == "on" and _is_network(words, start + at + 1, start + len(lows)):
        end = _end(words, lows, start, at + 2)
        return Phrase(start + at, start + at + 1, end, "broadcast", public=True, definite=False)
    paper = _paper(words, start + at + 1, start + len(lows)) if preposition in ("in", "for") else None
    if paper is not None:
        return Phrase(start + at, paper - 1, paper, "written", public=True, definite=False)
    for index in range(at + 1, min(at + 1 + _MOST_BEFORE_NOUN, len(lows))):
        occasion = _fitting(occasions().at(lows, index), preposition, bare=index == at + 1)
        if occasion is not None and _is_named(words, lows, start, index + len(occasion.words), occasion):
            return _made(words, lows, start, (at, index, index + len(occasion.words)), occasion)
        if _breaks(words, start + index):
            return None
    return None


def _paper(words: Sequence[Word], at: int, limit: int) -> int | None:
    """Index after the name of a newspaper or magazine at index ``at`` ("The Daily Mirror"), or None."""
    if at >= limit or words[at].low not in _ARTICLES:
        return None
    end = at + 1
    while end < min(limit, at + _LONGEST_TITLE) and (words[end].is_name_like or words[end].text == "-"):
        end += 1
    named = {word.low for word in words[at + 1 : end]} & _PAPERS
    return end if named and not (end < limit and words[end].low == "'s") else None


_ARTICLES = frozenset("the le la el der die das il".split())
_LONGEST_TITLE = 7
_PAPERS = frozenset(
    "advertiser argus atlantic bulletin chronicle courier dealer digest dispatch echo economist "
    "examiner figaro gazette globe guardian herald hindu independent inquirer intercept journal "
    "lancet ledger magazine mail mirror monde monitor mundo nation newspaper observer pais país "
    "post register repubblica republic review scotsman sentinel spectator spiegel stampa standard "
    "star-tribune statesman sun telegraph times tribune verge weekly yorker zeitung".split()
)


def _is_named(words: Sequence[Word], lows: Sequence[str], start: int, last: int, occasion: Occasion) -> bool:
    return _is_head(words, lows, start, last) and not _is_topic(lows, last, occasion)


def _breaks(words: Sequence[Word], at: int) -> bool:
    """Whether the word at index ``at`` cannot stand between a preposition and its noun."""
    word = words[at]
    if word.is_mark:
        return word.text not in "’'“”\"-."
    if word.low == "of":
        return words[at - 1].low not in _PARTS
    return word.text in _BREAKS or _is_participle(word.low)


def _fitting(found: Sequence[Occasion], preposition: str, *, bare: bool) -> Occasion | None:
    if preposition in ("by", "over"):
        return next((o for o in found if o.bare and _PHONE & set(o.words)), None) or next(
            (o for o in found if o.bare and preposition in o.after), None
        )
    return next(
        (o for o in found if preposition in o.after and (o.bare or not bare or o.words[-1].endswith("s"))),
        None,
    )


def _is_head(words: Sequence[Word], lows: Sequence[str], start: int, last: int) -> bool:
    """Whether the noun before index ``last`` ends its noun phrase (no "room" after "press")."""
    if last >= len(lows):
        return True
    following = words[start + last]
    plain = following.text.isalpha() and following.text.islower() and not lows[last].endswith(("ing", "ed"))
    return not plain or lows[last] in _BREAKS or lows[last] in _AFTER_NOUN


_AFTER_NOUN = frozenset(
    "last this earlier later late early yesterday today here hosted held posted published "
    "sponsored released aired as of near outside inside next recently just then during ahead "
    "regarding concerning titled called entitled broadcast again alongside organized given".split()
)


def _is_topic(lows: Sequence[str], last: int, occasion: Occasion) -> bool:
    """Whether what follows shows that the noun is a matter and no occasion ("in the debate over guns")."""
    following = lows[last] if last < len(lows) else ""
    if occasion.words[-1] == "event" and following == "that":
        return True
    return occasion.medium in ("debate", "meeting") and following in ("over", "about")


def _made(
    words: Sequence[Word], lows: Sequence[str], start: int, places: tuple[int, int, int], occasion: Occasion
) -> Phrase:
    at, index, last = places
    inside = set(lows[at + 1 : index])
    public, medium = occasion.public, occasion.medium
    if _CLOSED & {*inside, *occasion.words}:
        public = False
    if medium in ("call", "email") and _REPORTERS & set(lows[last : last + 4]):
        public = True
    if "tv" in inside or "television" in inside:
        public = True
    return Phrase(
        start + at, start + last - 1, _end(words, lows, start, last), medium, public,
        definite="same" in inside or (index == at + 2 and lows[at + 1] in _DEFINITE),
    )  # fmt: skip


def _is_network(words: Sequence[Word], at: int, limit: int) -> bool:
    """Whether a broadcaster, or a title in quotation marks, begins at index ``at``."""
    if at >= limit:
        return False
    word = words[at]
    if word.low in _NETWORKS and word.is_name_like:
        return True
    return word.text in '“"‘' and at + 1 < limit and words[at + 1].is_name_like


def _end(words: Sequence[Word], lows: Sequence[str], start: int, at: int) -> int:
    """Index in the text after the last word of a phrase whose noun ends before index ``at`` of ``lows``."""
    here, quoted = at, False
    while here < min(len(lows), at + _MOST_AFTER_NOUN):
        word = words[start + here]
        quoted = quoted or word.text == "“"
        if (word.is_mark and not _is_within(words, start + here)) or (word.text in _ENDS and not quoted):
            break
        if _is_participle(word.text) and words[start + here - 1].low not in _ADJECTIVAL:
            break
        here += 1
    while here > at and words[start + here - 1].low in _TRAILING:
        here -= 1
    return start + here


def _is_participle(word: str) -> bool:
    return word.endswith("ing") and word.islower() and word.rsplit("-", 1)[-1] not in _NO_PARTICIPLE


def _is_within(words: Sequence[Word], at: int) -> bool:
    """Whether the mark at index ``at`` stands within a phrase: about a title, an apostrophe, after "Sen"."""
    text = words[at].text
    if text == "“":
        return at + 1 < len(words) and words[at + 1].is_name_like
    if text == ".":
        return at > 0 and words[at - 1].low in TITLES
    return text in "”’'&-" or words[at].low in DAYS
