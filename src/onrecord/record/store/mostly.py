"""Which statements hold most of the words that were typed: one word misremembered must not hide the rest."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from onrecord.record.store.base import Base, marks
from onrecord.record.store.filters import Filters, numbers_of
from onrecord.record.store.nearness import near
from onrecord.record.store.words import Term, plain
from onrecord.record.store.writer import Shingles

HALF = 0.5
"""Share of the words' weight over which a statement holds most of them."""
_CANDIDATES = 60
_COUNTED = 5000
"""A word in more statements than these counts as one in so many."""


def mostly(base: Base, shingles: Shingles | None, words: str, filters: Filters) -> dict[int, float]:
    """Numbers of statements with at least two and more than ``HALF`` of the words, and their share, to 1.

    A word weighs the logarithm of how rare it is (inverse document frequency, Spärck Jones 1972); small words
    weigh nothing.

    Args:
        base: the record.
        shingles: the function with which it was written, or None.
        words: what to look for; one word by itself has no majority.
        filters: of these, only the speaker is looked at.
    """
    asked = plain(words)
    if len(asked) < 2:
        return {}
    speakers = None if filters.speaker is None else numbers_of(base, filters.speaker)
    found = near(base, words, shingles, speakers=speakers, limit=_CANDIDATES)
    numbers = [number for number, _ in found]
    weights = _weights(base, asked)
    held: dict[int, list[float]] = {number: [] for number in numbers}
    for term, weight in zip(asked, weights, strict=True):
        for number in _holding(base, term, numbers):
            held[number].append(weight / sum(weights))
    return {number: sum(own) for number, own in held.items() if len(own) > 1 and sum(own) > HALF}


def _weights(base: Base, asked: Sequence[Term]) -> list[float]:
    last = int(base.rows("SELECT coalesce(max(number), 0) FROM statements")[0][0])
    # one that is nowhere counts as one that is in one statement: it may be a slip
    return [log((last + 2) / (max(1, min(_count(base, term), last)) + 1)) for term in asked]


def _count(base: Base, term: Term) -> int:
    sql, parameters = base.matching("statements", [term])
    counted = f"SELECT count(*) FROM (SELECT number FROM ({sql}) m LIMIT ?) c"
    return int(base.rows(counted, (*parameters, _COUNTED))[0][0])


def _holding(base: Base, term: Term, numbers: Sequence[int]) -> list[int]:
    if not numbers:
        return []
    sql, parameters = base.matching("statements", [term])
    narrowed = f"SELECT number FROM ({sql}) m WHERE number IN ({marks(numbers)})"
    return [row[0] for row in base.rows(narrowed, (*parameters, *numbers))]
