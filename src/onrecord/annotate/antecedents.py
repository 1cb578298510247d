"""Which earlier mention each mention goes back to: a softmax over its candidates and "new".

As in Lee et al. 2018, a coarse score of every candidate, and of the best a finer one with a hidden layer. One
learned temperature makes the probabilities as sure as they are right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.pairs import Scene

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

ROWS = 128  # mentions scored at once; bounds memory

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Links:
    """Probabilities of r mentions.

    Attributes:
        new: (r,) that it goes back to none.
        candidates: (r, m) earlier mentions, -1 where there are fewer.
        chances: (r, m) that it goes back to each.
    """

    new: Floats
    candidates: Ints
    chances: Floats


def links(vectors: Floats, scene: Scene, rows: Ints, session: InferenceSession) -> Links:
    """Score the candidates of the mentions in ``rows``, some at a time; ``vectors`` (n, V) are of all."""
    parts = [_some(vectors, scene, rows[low : low + ROWS], session) for low in range(0, len(rows), ROWS)]
    if not parts:
        return Links(np.zeros(0, np.float32), np.zeros((0, 0), np.int64), np.zeros((0, 0), np.float32))
    chances, best = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Links(chances[:, 0], best, chances[:, 1:])


def _some(vectors: Floats, scene: Scene, rows: Ints, session: InferenceSession) -> tuple[Floats, Ints]:
    """Chances (r, 1 + m) and candidates (r, m); the session is given only the vectors that it needs."""
    pairs = scene.pairs(rows)
    candidates = pairs.candidates
    is_needed = np.zeros(len(vectors) + 1, dtype=bool)  # the last for no candidate, -1
    is_needed[rows] = is_needed[candidates] = True
    needed = np.flatnonzero(is_needed[:-1])
    place = np.cumsum(is_needed) - 1
    place[-1] = -1
    feed = {
        "vectors": vectors[needed],
        "rows": place[rows],
        "candidates": place[candidates],
        "features": pairs.features,
        "own": pairs.own,
    }
    chances, best = session.run(["chances", "best"], feed)
    return cast("Floats", chances), np.where(best < 0, -1, needed[np.maximum(cast("Ints", best), 0)])
