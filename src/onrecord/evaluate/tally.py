"""Counts that figures are made of.

Every figure of an evaluation is 100 times a sum over documents divided by another sum over documents, F1
included: ``2 hits / (gold + predicted)``. Keeping the two sums apart for each article is what lets the
bootstrap resample articles without measuring anything twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Tally = Mapping[str, tuple[float, float]]
"""Name of a figure -> its numerator and denominator."""


def f1(name: str, *, hits: int, gold: int, predicted: int) -> dict[str, tuple[float, float]]:
    """The counts of an F1 called ``name`` and of its precision and recall."""
    return {
        name: (2 * hits, gold + predicted),
        f"{name}.precision": (hits, predicted),
        f"{name}.recall": (hits, gold),
    }


def added(tallies: Iterable[Tally]) -> dict[str, tuple[float, float]]:
    """The sum of several tallies; a figure that one of them lacks counts nothing there."""
    total: dict[str, tuple[float, float]] = {}
    for tally in tallies:
        for name, (top, bottom) in tally.items():
            before = total.get(name, (0.0, 0.0))
            total[name] = (before[0] + top, before[1] + bottom)
    return total


def percent(top: float, bottom: float) -> float | None:
    """``top`` in ``bottom`` as a percentage, or None where there was nothing to count."""
    return 100 * top / bottom if bottom else None
