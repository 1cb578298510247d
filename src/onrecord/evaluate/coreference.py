"""Measures of coreference: MUC, B-cubed, CEAF-e and LEA, as precision, recall and F1.

An entity is a set of mentions; a mention is anything hashable, here mostly a span. *Key* is what the corpus
marks, *response* what was found. Sources: MUC, Vilain et al. 1995; B-cubed, Bagga and Baldwin 1998, mentions
of one side only as in Pradhan et al. 2014; CEAF-e with the similarity phi4, Luo 2005; LEA, Moosavi and Strube
2016, where an entity of one mention has one link, to itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Entities = Sequence[AbstractSet[Hashable]]
Ratio = tuple[float, float]  # what is right, of how much
MEASURES = ("muc", "b_cubed", "ceaf_e", "lea")


@dataclass(frozen=True, slots=True)
class Counts:
    """Numerators and denominators of recall and precision, which add up over documents."""

    right_of_key: float = 0.0
    key: float = 0.0
    right_of_response: float = 0.0
    response: float = 0.0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right_of_key + other.right_of_key,
            self.key + other.key,
            self.right_of_response + other.right_of_response,
            self.response + other.response,
        )

    @property
    def recall(self) -> float:
        """What is right of the key; 0 of an empty one."""
        return self.right_of_key / self.key if self.key else 0.0

    @property
    def precision(self) -> float:
        """What is right of the response; 0 of an empty one."""
        return self.right_of_response / self.response if self.response else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


def count(key: Entities, response: Entities) -> dict[str, Counts]:
    """The counts of one document under each of ``MEASURES``."""
    ratios: dict[str, Callable[[Entities, Entities], Ratio]] = {"muc": _muc, "b_cubed": _b_cubed, "lea": _lea}
    out = {name: Counts(*ratio(key, response), *ratio(response, key)) for name, ratio in ratios.items()}
    similarity = _best_similarity(key, response)
    out["ceaf_e"] = Counts(similarity, len(key), similarity, len(response))
    return {name: out[name] for name in MEASURES}


def _where(entities: Entities) -> dict[Hashable, int]:
    return {mention: index for index, entity in enumerate(entities) for mention in entity}


def _parts(entity: AbstractSet[Hashable], where: dict[Hashable, int]) -> Counter[int]:
    """How many of the entity's mentions lie in each entity of the other side; those in none are left out."""
    return Counter(where[mention] for mention in entity if mention in where)


def _muc(key: Entities, response: Entities) -> Ratio:
    """Links that need not be added to the response to join each key entity."""
    where = _where(response)
    right = total = 0
    for entity in key:
        parts = _parts(entity, where)
        missing = len(entity) - sum(parts.values())
        right += len(entity) - (len(parts) + missing)
        total += len(entity) - 1
    return right, total


def _b_cubed(key: Entities, response: Entities) -> Ratio:
    """For each mention, how much of its key entity is in its response entity."""
    where = _where(response)
    right = sum(n * n / len(entity) for entity in key for n in _parts(entity, where).values())
    return right, sum(len(entity) for entity in key)


def _lea(key: Entities, response: Entities) -> Ratio:
    """For each entity, weighted by its size, how many of its links are links of the response."""
    where = _where(response)
    right = 0.0
    for entity in key:
        parts = _parts(entity, where)
        if len(entity) == 1:
            right += sum(len(response[i]) == 1 for i in parts)
        else:
            links = len(entity) * (len(entity) - 1) / 2
            right += len(entity) * sum(n * (n - 1) / 2 for n in parts.values()) / links
    return right, sum(len(entity) for entity in key)


def _best_similarity(key: Entities, response: Entities) -> float:
    """The sum of phi4 over the best alignment of key entities with response entities, one to one."""
    where = _where(response)
    similarity = np.zeros((len(key), len(response)))
    for row, entity in enumerate(key):
        for column, n in _parts(entity, where).items():
            similarity[row, column] = 2 * n / (len(entity) + len(response[column]))
    rows, columns = similarity.any(1), similarity.any(0)
    small = similarity[rows][:, columns]
    return _assigned(small if small.shape[0] <= small.shape[1] else small.T)


def _assigned(gain: NDArray[np.float64]) -> float:
    """The greatest sum of one entry a row, no two in one column; no more rows than columns (Kuhn 1955)."""
    rows, columns = gain.shape
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    taken = np.zeros(columns + 1, dtype=np.int64)  # 1 + the row of each column; column 0 is a stand-in
    for row in range(1, rows + 1):
        taken[0] = row
        _augment(-gain, row_price, column_price, taken)
    pairs = [(taken[c] - 1, c - 1) for c in range(1, columns + 1) if taken[c]]
    return float(sum(gain[pair] for pair in pairs))


def _augment(
    cost: NDArray[np.float64],
    row_price: NDArray[np.float64],
    column_price: NDArray[np.float64],
    taken: NDArray[np.int64],
) -> None:
    """Find a place for the row in ``taken[0]`` along the cheapest path, in place."""
    columns = cost.shape[1]
    least = np.full(columns + 1, np.inf)
    came = np.zeros(columns + 1, dtype=np.int64)
    used = np.zeros(columns + 1, dtype=bool)
    column = 0
    while taken[column]:
        used[column] = True
        row = taken[column]
        reduced = cost[row - 1] - row_price[row] - column_price[1:]
        better = ~used[1:] & (reduced < least[1:])
        least[1:][better], came[1:][better] = reduced[better], column
        following = 1 + int(np.argmin(np.where(used[1:], np.inf, least[1:])))
        step = least[following]
        row_price[taken[used]] += step
        column_price[used] -= step
        least[~used] -= step
        column = following
    while column:
        taken[column] = taken[came[column]]
        column = came[column]
