"""How near what was said is to a claim in other words, without a model: content words, synonyms, polarity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.ask.view import Stand
from onrecord.compare.meaning import negations, small_words
from onrecord.compare.styles import folded_words
from onrecord.compare.vocabulary import vocabulary
from onrecord.compare.words import Word

PARAPHRASE = 0.75  # share of a claim's content words that a paraphrase has, synonyms counted
FEWEST = 2  # content words that must be shared, and that are not said of everything
ON_TARGET = 0.5  # share of a target's content words that a position on it has
_BEFORE = 4  # words before the first shared one among which a negation still bears on it
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
    """

    share: float
    shared: int
    telling: int
    brief: bool
    opposed: bool

    @property
    def is_paraphrase(self) -> bool:
        """Whether both say the same, or, where they are opposed, the opposite."""
        return self.share >= PARAPHRASE and self.is_telling

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
    return max((_to(wanted, part, negated=negated) for part in _parts(text)), key=lambda near: near.share)


def _parts(text: str) -> list[str]:
    """The sentences of ``text``, and each with the next one; the text itself where it is one sentence."""
    sentences = _SENTENCE.split(text)
    if len(sentences) == 1:
        return sentences
    return [*sentences, *(f"{one} {other}" for one, other in pairwise(sentences))]


def _to(wanted: Sequence[str], text: str, *, negated: bool) -> Nearness:
    base = folded_words(text)
    places, turned = _matched(wanted, base)
    light = vocabulary().lists["light"]
    telling = sum(base[place].key not in light and base[place].key != "1" for place in places)
    opposed = bool(places) and (_negated(base, places) != negated) != (turned % 2 == 1)
    brief = sum(_counts(word.key) for word in base) <= 2 * len(wanted) + 1
    return Nearness(len(places) / len(wanted), len(places), telling, brief, opposed)


def on_target(target: str | None, stand: Stand) -> float:
    """How much of ``target`` a position is about, 0 to 1; 1 where nothing was asked."""
    if target is None:
        return 1.0
    text = stand.document.text
    evidence = stand.position.evidence.of(text)
    share = nearness(target, f"{stand.position.target} {evidence}").share
    return share if share >= ON_TARGET else 0.0


def _counts(key: str) -> bool:
    lists = vocabulary().lists
    return not (key in small_words() or key in lists["negations"] or key in lists["modals"])


def _matched(wanted: Sequence[str], base: Sequence[Word]) -> tuple[list[int], int]:
    """The places in ``base`` of the words that stand for those wanted, and how many are their opposites."""
    known = vocabulary()
    free = {place: word.key for place, word in enumerate(base) if _counts(word.key)}
    places, turned = [], 0
    for key in wanted:
        form = known.base(key)
        nation = known.nation(key)
        same = next(
            (p for p, k in free.items() if known.base(k) == form or (nation and known.nation(k) == nation)),
            None,
        )
        near = (
            same if same is not None else next((p for p, k in free.items() if known.synonyms(k, key)), None)
        )
        if near is None:
            near = next((p for p, k in free.items() if known.opposed(k, key)), None)
            turned += near is not None
        if near is not None:
            places.append(near)
            del free[near]
    return places, turned


def _negated(base: Sequence[Word], places: Sequence[int]) -> bool:
    """Whether the stretch of ``base`` that holds ``places`` is negated, all told."""
    start = max(0, min(places) - _BEFORE)
    return negations(base[start : max(places) + 1]) % 2 == 1
