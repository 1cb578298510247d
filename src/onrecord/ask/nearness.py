"""How near what was said is to a claim in other words, without a model: content words, synonyms, polarity."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from onrecord.ask.view import Stand
from onrecord.compare.meaning import is_name, negations, small_words
from onrecord.compare.styles import folded_words
from onrecord.compare.vocabulary import vocabulary
from onrecord.compare.words import Word

PARAPHRASE = 0.75  # share of a claim's content words that a paraphrase has, synonyms counted
FEWEST = 2  # content words that must be shared, and that are not said of everything
ON_TARGET = 0.5  # share of a target's content words that a position on it has
_NEAR = 0.5  # share of a claim's content words that a near miss has
_APART = 3  # times as many content words as are shared, among which they are scattered over a long sentence
_PERSONS = frozenset("he him his she her hers".split())
_BEFORE = 4  # words before the first shared one among which a negation still bears on it
_CLAUSE = re.compile(
    r"[,;—–]\s*(?:and|but|or|so|yet|because|when|if|while|though|although)\b|[;—–]"
    r"|\b(?:that|when|if|because|while|who|which)\s+(?:i|you|he|she|it|we|they)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?;])[\"'”’]*\s+")


@dataclass(frozen=True, slots=True)
class Nearness:
    """How a claim relates to a text.

    Attributes:
        share: of the claim's content words, how many the text has in any form or as a synonym; 0 to 1.
        shared: how many those are.
        telling: how many of those are not said of everything ("dam", and not "thing", "people" or "go").
        brief: whether the text has hardly more content words than the claim.
        opposed: whether one of the two negates what the other says, or says it with the opposite word.
        scattered: whether the words that are shared stand far apart in the text, among others.
    """

    share: float
    shared: int
    telling: int
    brief: bool
    opposed: bool
    scattered: bool = False

    @property
    def is_paraphrase(self) -> bool:
        """Whether both say the same, or, where they are opposed, the opposite."""
        return self.share >= PARAPHRASE and self.is_telling and not self.scattered

    @property
    def is_near(self) -> bool:
        """Whether it is worth a look where nothing says the same."""
        alone = self.brief and self.telling >= 1 and self.share == 1.0
        return alone or (self.telling >= FEWEST and self.share >= _NEAR)

    @property
    def is_telling(self) -> bool:
        """Whether enough is shared for it not to be chance: two telling words, or one of few words in all."""
        if self.shared >= FEWEST and self.telling >= FEWEST:
            return True
        alone = self.share == 1.0 and self.shared == 1
        return self.brief and self.telling >= 1 and (self.shared >= FEWEST or alone)


def nearness(claim: str, text: str, left_out: Sequence[str] = ()) -> Nearness:
    """Compare ``claim`` with the sentence of ``text``, or two sentences in a row, that is nearest to it.

    Args:
        claim: the words that somebody is said to have said.
        text: what the record has.
        left_out: words of the claim that need not be in the text, such as the speaker's own name.
    """
    asked = [w for w in folded_words(claim) if w.key not in left_out]
    wanted = [w.key for w in asked if _counts(w.key)]
    if not wanted:
        return Nearness(0.0, 0, 0, brief=False, opposed=False)
    negated = bool(negations(asked) % 2)
    names = frozenset(w.key for w in asked if is_name(w))
    near = (_to(wanted, part, names, negated=negated) for part in _parts(text))
    return max(near, key=lambda one: one.share)


def _parts(text: str) -> list[str]:
    """The sentences of ``text``, and each with the next one; the text itself where it is one sentence."""
    sentences = _SENTENCE.split(text)
    if len(sentences) == 1:
        return sentences
    return [*sentences, *(f"{one} {other}" for one, other in pairwise(sentences))]


def _to(wanted: Sequence[str], text: str, names: frozenset[str], *, negated: bool) -> Nearness:
    base = folded_words(text)
    there = {word.key for word in base}
    if names and there & _PERSONS:  # "her" may stand in the text for a name of the claim
        unnamed = [key for key in wanted if key in there or key not in names]
        wanted = unnamed if len(unnamed) >= FEWEST else wanted
    places, turned = _matched(wanted, base)
    light = vocabulary().lists["light"]
    bases = [vocabulary().base(base[place].key) for place in places]
    telling = sum(
        not {key, base[place].key} & light and key != "1" for key, place in zip(bases, places, strict=True)
    )
    opposed = bool(places) and (_negated(base, places) != negated) != (turned % 2 == 1)
    brief = sum(_counts(word.key) for word in base) <= 2 * len(wanted) + 1
    return Nearness(
        len(places) / len(wanted), len(places), telling, brief, opposed, _scattered(text, base, places)
    )


def _scattered(text: str, base: Sequence[Word], places: Sequence[int]) -> bool:
    """Whether much else, or the end of a clause, stands between the places."""
    if len(places) < FEWEST:
        return False
    among = base[min(places) : max(places) + 1]
    between = sum(_counts(word.key) for word in among)
    clauses = len(_CLAUSE.findall(text, among[0].start, among[-1].end))
    return between > _APART * len(places) + 1 or (clauses > 0 and between > 2 * len(places))


def on_target(target: str | None, stand: Stand) -> float:
    """How much of ``target`` a position is about, 0 to 1; 1 where nothing was asked."""
    if target is None:
        return 1.0
    text = stand.document.text
    evidence = stand.position.evidence.of(text)
    share = nearness(target, f"{stand.position.target} {evidence}").share
    return share if share >= ON_TARGET else 0.0


@lru_cache(maxsize=65_536)
def _counts(key: str) -> bool:
    lists = vocabulary().lists
    return not (key in small_words() or key in lists["negations"] or key in lists["modals"])


def _matched(wanted: Sequence[str], base: Sequence[Word]) -> tuple[list[int], int]:
    """The places in ``base`` of the words that stand for those wanted, and how many are their opposites."""
    free = {place: word.key for place, word in enumerate(base) if _counts(word.key)}
    places, turned = [], 0
    for key in wanted:
        nearest, near = _nearest_kin(key, free)
        if nearest < _NO_KIN:
            turned += nearest == _OPPOSITE
            places.append(near)
            del free[near]
    return places, turned


_OPPOSITE, _NO_KIN = 2, 3


def _nearest_kin(wanted: str, free: Mapping[int, str]) -> tuple[int, int]:
    """The closest kinship of any word of ``free`` to the one wanted, and the first place of such a word."""
    nearest, near = _NO_KIN, -1
    for place, held in free.items():
        kinship = _kinship(held, wanted)
        if kinship == 0:
            return 0, place
        if kinship < nearest:
            nearest, near = kinship, place
    return nearest, near


@lru_cache(maxsize=262_144)
def _kinship(held: str, wanted: str) -> int:
    """0 for forms of one word or words of one country, 1 for synonyms, 2 for opposites, 3 for any others."""
    known = vocabulary()
    nation = known.nation(wanted)
    if known.base(held) == known.base(wanted) or (nation and known.nation(held) == nation):
        return 0
    if known.synonyms(held, wanted):
        return 1
    return _OPPOSITE if known.opposed(held, wanted) else _NO_KIN


def _negated(base: Sequence[Word], places: Sequence[int]) -> bool:
    """Whether the stretch of ``base`` that holds ``places`` is negated, all told."""
    start = max(0, min(places) - _BEFORE)
    return negations(base[start : max(places) + 1]) % 2 == 1
