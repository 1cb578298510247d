"""Which statements are near some words.

Candidates come from an index of shingles and from the rarest of the words; they are ranked by how many of the
words they have, and in what order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import log, sqrt

from onrecord.compare.vocabulary import vocabulary
from onrecord.compare.words import keys
from onrecord.record.store.base import Base, Row, marks, parts
from onrecord.record.store.contents import stored_hashes
from onrecord.record.store.words import Term, plain

_COMMON = 1000
"""A shingle or word in more statements than this tells too little to follow all of them."""
_HASHES = 400
_RARE = 6
_LOOKED_AT = 200
_FOLLOWED = 3
"""Words that the index follows, from which on no pairs of common ones need be looked up."""
_PAIRED = 4
_SURE = 0.6
"""What the nearest has, under which more candidates are looked at."""
_MOST = 2000
_LAID_BESIDE = 60
"""Candidates that are laid beside the words asked for, word by word."""
_ASKED = 100
"""Words of a longer question that are looked at there."""
_SMALL = 0.5  # what a small word tells beside a telling one, whose weight is 2 to 12
_APART = 0.3  # of its weight, what a word adds that is there, but in another order
_TOGETHER = 0.5  # of their weight, what two words add that stand next to one another in both


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
    so that what is near in a telling place comes before what is near in common phrases. The best of these
    candidates are ranked by the heaviest common subsequence of their words and those asked for. What a copy
    only repeats is left in: who printed it is asked of families.

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
    rare_first = sorted(counted, key=lambda item: len(item[1]))
    for _, rows in rare_first[:_RARE]:
        _count(scores, rows, _weight(rows))
    _count_pairs(base, scores, rare_first, words)
    if not scores and counted:
        _count(scores, _having(base, [term for term, _ in counted])[:_COMMON], 1.0)
    asked = _asked(words, {term.words[0]: len(rows) for term, rows in counted})
    candidates = sorted(scores.items(), key=_best_first)
    found = _ranked(base, _allowed(base, candidates, speakers, max(limit, _LOOKED_AT)), asked)
    if len(candidates) > _LOOKED_AT and (not found or found[0][1] < _SURE):
        found = _ranked(base, _with_phrases(base, candidates, speakers, words), asked)
    return found[:limit]


def _count_pairs(
    base: Base, scores: dict[int, float], rare_first: Sequence[tuple[Term, Sequence[Row]]], words: str
) -> None:
    """What has two of the words, or two side by side, where few are rare enough to be followed alone."""
    if sum(len(rows) <= _COMMON for _, rows in rare_first) >= _FOLLOWED:
        return
    pairs = [[one, other] for (one, _), (other, _) in combinations(rare_first[:_PAIRED], 2)]
    telling = {term.words[0] for term, _ in rare_first}
    beside = [two for two in pairwise(filter(str.isalnum, keys(words)[:_ASKED])) if telling & set(two)]
    for both in (*pairs, *([Term(two)] for two in beside[:_PAIRED])):
        rows = _having(base, both)
        _count(scores, rows, _weight(rows))


def _with_phrases(
    base: Base, candidates: Sequence[tuple[int, float]], speakers: Sequence[int] | None, words: str
) -> list[tuple[int, float]]:
    """Of many candidates those that have words next to one another as they are asked for."""
    allowed = _allowed(base, candidates, speakers, _MOST)
    contents = _contents(base, [number for number, _ in allowed])
    phrases = [" ".join(two) for two in pairwise(keys(words)[:_ASKED])]
    lowered = ((number, score, contents[number].casefold()) for number, score in allowed)
    counted = [(number, score + sum(phrase in text for phrase in phrases)) for number, score, text in lowered]
    return sorted(counted, key=_best_first)[:_LOOKED_AT]


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


@dataclass(frozen=True, slots=True)
class _Asked:
    """The words asked for, in order, in their base forms, and what each tells."""

    words: tuple[str, ...]
    weights: Mapping[str, float]


def _asked(words: str, held: Mapping[str, int]) -> _Asked:
    """``words`` with their weights, the logarithm of how few statements have them.

    Args:
        words: meant literally.
        held: how many statements have each of its telling words, counted up to ``_COMMON``.
    """
    known = vocabulary()
    weights = {known.base(word): log(4 * _COMMON**2 / (1 + count)) / 2 for word, count in held.items()}
    asked = tuple(known.base(key) for key in keys(words)[:_ASKED])
    return _Asked(asked, {word: weights.get(word, _SMALL) for word in asked})


def _ranked(base: Base, scored: Sequence[tuple[int, float]], asked: _Asked) -> list[tuple[int, float]]:
    """The candidates, those that have most of the words asked for in their order first; 0 to 1."""
    contents = _contents(base, [number for number, _ in scored])
    near = [(number, list(map(vocabulary().base, keys(contents[number])))) for number, _ in scored]
    rough = sorted(((_held(words, asked), place) for place, (_, words) in enumerate(near)), reverse=True)
    whole = _laid_beside(asked.words, asked) or 1.0
    fine = [
        (near[place][0], _laid_beside(near[place][1], asked) / whole if rank < _LAID_BESIDE else 0.0)
        for rank, (_, place) in enumerate(rough)
    ]
    return sorted(fine, key=lambda item: -item[1])


def _held(words: Sequence[str], asked: _Asked) -> float:
    there = set(words)
    return sum(weight for word, weight in asked.weights.items() if word in there)


def _laid_beside(words: Sequence[str], asked: _Asked) -> float:
    """What ``words`` have of those asked for: in order, or at least there, or next to one another."""
    kept = [word for word in words if word in asked.weights]
    in_order = _heaviest(asked, kept)
    beside = set(pairwise(words)).intersection(pairwise(asked.words))
    together = sum(asked.weights[one] + asked.weights[other] for one, other in beside)
    return (1 - _APART) * in_order + _APART * _held(kept, asked) + _TOGETHER * together


def _heaviest(asked: _Asked, words: Sequence[str]) -> float:
    """The weight of the heaviest common subsequence (Needleman and Wunsch without a price for gaps)."""
    row = [0.0] * (len(words) + 1)
    for wanted in asked.words:
        weight, corner = asked.weights[wanted], 0.0
        for place, word in enumerate(words, 1):
            above = row[place]
            row[place] = max(corner + weight if word == wanted else 0.0, above, row[place - 1])
            corner = above
    return row[-1]


def _contents(base: Base, numbers: Sequence[int]) -> dict[int, str]:
    """What was said in each of the statements."""
    contents: dict[int, str] = {}
    for some in parts(numbers):
        sql = f"SELECT number, content FROM statements WHERE number IN ({marks(some)})"
        contents |= dict(base.rows(sql, some))
    return contents


def _allowed(
    base: Base, ranked: Sequence[tuple[int, float]], speakers: Sequence[int] | None, limit: int
) -> list[tuple[int, float]]:
    """The first ``limit`` of those that stand, are not rejected, and are by one of the speakers."""
    allowed: list[tuple[int, float]] = []
    for some in parts(ranked):
        sql = f"SELECT number, speaker FROM statements WHERE rejected = 0 AND number IN ({marks(some)})"
        held: dict[int, int | None] = dict(base.rows(sql, [number for number, _ in some]))
        allowed += [(number, score) for number, score in some
                    if number in held and (speakers is None or held[number] in speakers)]  # fmt: skip
        if len(allowed) >= limit:
            break
    return allowed[:limit]
