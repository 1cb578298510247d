"""Which statements are near some words: by an index of shingles, and by the rarest of the words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import sqrt

from onrecord.record.store.base import Base, Row, marks
from onrecord.record.store.contents import stored_hashes
from onrecord.record.store.words import Term, plain

_COMMON = 1000
"""A shingle or word in more statements than this tells too little to follow all of them."""
_HASHES = 400
_RARE = 6
_LOOKED_AT = 200


def near(
    base: Base,
    words: str,
    shingles: Callable[[str], Iterable[int]] | None,
    *,
    speakers: Sequence[int] | None,
    limit: int,
) -> list[tuple[int, float]]:
    """Numbers of the nearest statements and how near they are, the nearest first.

    A shingle counts for more the fewer statements have it, as a rare word does (inverse document frequency),
    so that what is near in a telling place comes before what is near in common phrases. What a copy only
    repeats is left in: who printed it is asked of families.

    Args:
        base: the record.
        words: meant literally.
        shingles: the function the record was written with, or None.
        speakers: numbers of names, or None for anybody.
        limit: at most so many.
    """
    scores: dict[int, float] = defaultdict(float)
    for hashed in sorted(stored_hashes(shingles, words))[:_HASHES] if shingles else ():
        rows = base.rows("SELECT statement FROM shingles WHERE hash = ? LIMIT ?", (hashed, _COMMON + 1))
        _count(scores, rows, _weight(rows))
    counted = [(term, rows) for term in plain(words) if (rows := _having(base, [term]))]
    for _, rows in sorted(counted, key=lambda item: len(item[1]))[:_RARE]:
        _count(scores, rows, _weight(rows))
    if not scores and counted:
        _count(scores, _having(base, [term for term, _ in counted])[:_COMMON], 1.0)
    allowed = _allowed(base, sorted(scores.items(), key=_best_first), speakers, max(limit, _LOOKED_AT))
    weights = {term.words[0]: _weight(rows) for term, rows in counted}
    return sorted(_looked_at(base, allowed, weights), key=_best_first)[:limit]


def _best_first(scored: tuple[int, float]) -> tuple[float, int]:
    return -scored[1], scored[0]


def _weight(rows: Sequence[Row]) -> float:
    """What it tells to have a shingle or word that so many have."""
    return 1.0 / sqrt(1 + len(rows))


def _count(scores: dict[int, float], rows: Sequence[Row], weight: float) -> None:
    if len(rows) <= _COMMON:
        for (number,) in rows:
            scores[number] += weight


def _having(base: Base, terms: Sequence[Term]) -> list[Row]:
    sql, parameters = base.matching("statements", terms)
    return base.rows(f"SELECT number FROM ({sql}) m LIMIT ?", (*parameters, _COMMON + 1))


def _looked_at(
    base: Base, scored: Sequence[tuple[int, float]], weights: Mapping[str, float]
) -> Iterator[tuple[int, float]]:
    """Candidates with what their own words add: those asked for that the index did not follow count too."""
    numbers = [number for number, _ in scored]
    contents: dict[int, str] = {}
    for first in range(0, len(numbers), 500):
        some = numbers[first : first + 500]
        sql = f"SELECT number, content FROM statements WHERE number IN ({marks(some)})"
        contents |= dict(base.rows(sql, some))
    for number, score in scored:
        held = {term.words[0] for term in plain(contents[number])}
        yield number, score + sum(weight for word, weight in weights.items() if word in held)


def _allowed(
    base: Base, ranked: Sequence[tuple[int, float]], speakers: Sequence[int] | None, limit: int
) -> list[tuple[int, float]]:
    """The first ``limit`` of those that stand, are not rejected, and are by one of the speakers."""
    allowed: list[tuple[int, float]] = []
    for first in range(0, len(ranked), 500):
        some = ranked[first : first + 500]
        sql = f"SELECT number, speaker FROM statements WHERE rejected = 0 AND number IN ({marks(some)})"
        held: dict[int, int | None] = dict(base.rows(sql, [number for number, _ in some]))
        allowed += [(number, score) for number, score in some
                    if number in held and (speakers is None or held[number] in speakers)]  # fmt: skip
        if len(allowed) >= limit:
            break
    return allowed[:limit]
