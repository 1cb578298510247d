"""Whether a confidence means what it says: expected calibration error (Naeini and others 2015)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Predictions whose confidence lies in one tenth of 0..1, from ``low``: how many, how sure, how right."""

    low: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The error, 0 (perfect) to 100, and the bins that hold any prediction, the least sure first."""

    error: float
    bins: tuple[Bin, ...]


def calibrate(judged: Iterable[tuple[float, bool]]) -> Calibration | None:
    """Expected calibration error over ten bins of equal width, or None without a prediction.

    Args:
        judged: for each predicted relation its confidence in 0..1 and whether it was right.
    """
    held: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in judged:
        held[max(0, min(BINS - 1, int(confidence * BINS)))].append((confidence, right))
    total = sum(map(len, held))
    if not total:
        return None
    bins = tuple(_bin(index / BINS, members) for index, members in enumerate(held) if members)
    return Calibration(100 * sum(b.count * abs(b.confidence - b.right) for b in bins) / total, bins)


def _bin(low: float, members: list[tuple[float, bool]]) -> Bin:
    count = len(members)
    return Bin(low, count, sum(c for c, _ in members) / count, sum(right for _, right in members) / count)
