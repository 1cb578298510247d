"""How sure a figure is: percentile intervals by resampling articles (Efron 1979)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.evaluate.tally import Tally, added, percent

RESAMPLES, SEED = 1_000, 20_220_914


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure over a corpus, in percent, with its 95% interval; all None where nothing was to be counted.

    Attributes:
        value: 100 times numerator over denominator, summed over all articles.
        low: the 2.5th percentile of the resampled values.
        high: the 97.5th percentile.
        top: the numerator.
        bottom: the denominator; of a recall, the number of gold items.
    """

    value: float | None
    low: float | None
    high: float | None
    top: float
    bottom: float


def figures(articles: Sequence[Tally], *, resamples: int = RESAMPLES, seed: int = SEED) -> dict[str, Figure]:
    """Every figure that the tallies of ``articles`` hold, in the order of the names' first coming.

    Articles, not annotations or sentences, are drawn with replacement, since those of one article are alike.
    A resample that has nothing to count for a figure is left out of that figure's interval.
    """
    total = added(articles)
    names = list(total)
    counts = np.array([[tally.get(name, (0.0, 0.0)) for name in names] for tally in articles])
    lows, highs = _intervals(counts.reshape(len(articles), len(names), 2), resamples, seed)
    return {
        name: Figure(percent(*total[name]), lows[i], highs[i], *total[name]) for i, name in enumerate(names)
    }


def _intervals(
    counts: np.ndarray[tuple[int, ...], np.dtype[np.float64]], resamples: int, seed: int
) -> tuple[list[float | None], list[float | None]]:
    """Both ends of each figure's interval from its (articles, figures, 2) counts."""
    articles, names, _ = counts.shape
    if not articles:
        return [None] * names, [None] * names
    drawn = np.random.default_rng(seed).multinomial(articles, np.full(articles, 1 / articles), size=resamples)
    sums = np.tensordot(drawn, counts, axes=1)
    lows: list[float | None] = []
    highs: list[float | None] = []
    for index in range(names):
        tops, bottoms = sums[:, index, 0], sums[:, index, 1]
        values = 100 * tops[bottoms > 0] / bottoms[bottoms > 0]
        low, high = np.percentile(values, [2.5, 97.5]).tolist() if len(values) else (None, None)
        lows.append(low)
        highs.append(high)
    return lows, highs
