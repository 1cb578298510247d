"""Which earlier mentions a mention may go back to, and what is told to the network of each pair.

Every mention has a bounded number of candidates, so that time and memory grow with the length of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.enclosing import QUOTES, quoted, quotes
from onrecord.annotate.surface import CLASSES, MATCHES, PERSONAL, Surface, match, surface
from onrecord.types import Span

NEAR = 100  # mentions back that are always candidates
GAP = 8  # characters between two mentions that are looked at
FAR = 20  # candidates beyond them that share a word
CANDIDATES = NEAR + FAR
DISTANCES = 12
EXACT = 4  # the longest distance with a bucket of its own
PLACES = ("apart", "inside", "around", "comma between", "copula between", "next to")
COPULAS = frozenset(("is", "was", "are", "were", "am", "'s", "’s", "’m", "'m", "be", "became"))
FEATURES = {
    "match": len(MATCHES),
    "mentions between": DISTANCES,
    "sentences between": DISTANCES,
    "classes": len(CLASSES) ** 2,
    "quotes": len(QUOTES),
    "place": len(PLACES),
    "lines": 4,
}
SIZE = sum(FEATURES.values())
BASES = np.cumsum([0, *FEATURES.values()])[:-1]
ALIKE = ("not alike", "alike", "pronoun")

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The candidates of r mentions.

    Attributes:
        candidates: (r, k) indices of earlier mentions, -1 where there are fewer; k is ``CANDIDATES``.
        features: (r, k, F) rows of the feature table, below ``SIZE``; anything where there is no candidate.
        own: (r, 2) what stands for itself: its class, and whether an earlier mention is alike (``ALIKE``).
    """

    candidates: Ints
    features: Ints
    own: Ints


@dataclass(frozen=True, slots=True)
class Scene:
    """All n mentions of a text, as far as pairs of them are concerned.

    Attributes:
        text: what they stand in.
        surfaces: what the words of each tell.
        alike: of each, the latest earlier ones that share a word or initials with it.
        starts, ends: (n,) offsets.
        categories: (n,) classes.
        sentences, lines: (n,) number of the sentence and of the line that each begins in.
        quotations: (n,) number of the outermost quotation that each begins in, from 1; 0 outside.
    """

    text: str
    surfaces: Sequence[Surface]
    alike: Sequence[Sequence[int]]
    starts: Ints
    ends: Ints
    categories: Ints
    sentences: Ints
    lines: Ints
    quotations: Ints

    @classmethod
    def of(cls, text: str, spans: Sequence[Span], sentences: Ints, lines: Ints) -> Scene:
        """Look at the mentions of ``text``.

        Args:
            text: the whole text.
            spans: the mentions in text order; of two with one start, the longer first.
            sentences: offsets where sentences open, lines included, in order.
            lines: offsets where lines open, in order.
        """
        words = [s.of(text) for s in spans]
        known = {w: surface(w) for w in set(words)}
        surfaces = [known[w] for w in words]
        starts, ends, categories = (
            np.array(column, dtype=np.int64)
            for column in (
                [s.start for s in spans],
                [s.end for s in spans],
                [s.category for s in surfaces],
            )
        )
        sentence, line = (np.searchsorted(openings, starts, side="right") for openings in (sentences, lines))
        places = starts, ends, categories, sentence, line, quoted(text, starts)
        return cls(text, surfaces, _alike(surfaces), *places)

    def pairs(self, rows: Ints) -> Pairs:
        """Candidates and features of the mentions in ``rows``."""
        candidates = _candidates(rows, self.alike)
        earlier = np.maximum(candidates, 0)
        classes = self.categories[rows, None] * len(CLASSES) + self.categories[earlier]
        columns = (
            _matches(self, rows, candidates),
            bucket(rows[:, None] - earlier),
            bucket(_between(self.sentences, rows, earlier)),
            classes,
            quotes(self.quotations[rows, None], self.quotations[earlier]),
            _places(self, rows, candidates),
            np.minimum(_between(self.lines, rows, earlier), 3),
        )
        features = np.stack([column + base for column, base in zip(columns, BASES, strict=True)], axis=2)
        return Pairs(candidates, features, np.stack((self.categories[rows], _kin(self, rows)), axis=1))


def pairs(text: str, spans: Sequence[Span], sentences: Ints, lines: Ints) -> Pairs:
    """Candidates and features of all mentions of ``text``, see ``Scene.of``."""
    return Scene.of(text, spans, sentences, lines).pairs(np.arange(len(spans)))


def bucket(distance: Ints) -> Ints:
    """0 to 4 as they are, and logarithmic beyond, below ``DISTANCES``; no distance is negative."""
    buckets: Ints = _BUCKETS[np.minimum(distance, len(_BUCKETS) - 1)]
    return buckets


def _buckets() -> Ints:
    """The bucket of each distance up to the first one that is in the last bucket, as all beyond it are."""
    distance = np.arange(2 ** (DISTANCES - 1 - 3) + 1)
    far = 3 + np.log2(np.maximum(distance, 1)).astype(np.int64)
    return np.where(distance <= EXACT, distance, far)


_BUCKETS = _buckets()


def _between(numbers: Ints, rows: Ints, earlier: Ints) -> Ints:
    """How many sentences, or lines, on from each candidate."""
    between: Ints = np.maximum(numbers[rows, None] - numbers[earlier], 0)
    return between


def _alike(surfaces: Sequence[Surface]) -> list[list[int]]:
    """For each mention, up to ``CANDIDATES`` of the latest that share a word or initials with it."""
    seen: defaultdict[str, list[int]] = defaultdict(list)
    found = []
    for index, each in enumerate(surfaces):
        keys = {*each.words, *((f"/{each.initials}",) if each.initials else ())}
        earlier = {i for key in keys for i in seen[key][-CANDIDATES:]}
        found.append(sorted(earlier)[-CANDIDATES:])
        for key in keys:
            seen[key].append(index)
    return found


def _candidates(rows: Ints, alike: Sequence[Sequence[int]]) -> Ints:
    """(r, CANDIDATES) the nearest ``NEAR`` mentions, and up to ``FAR`` alike ones that are farther off."""
    out = rows[:, None] - 1 - np.arange(CANDIDATES)
    out[:, NEAR:] = -1
    np.maximum(out, -1, out=out)
    for row, index in enumerate(rows.tolist()):
        if far := _far(index, alike):
            out[row, NEAR : NEAR + len(far)] = far
    return out


def _far(index: int, alike: Sequence[Sequence[int]]) -> list[int]:
    """The alike mentions beyond the nearest ``NEAR`` that are candidates, the latest first."""
    if index <= NEAR or not alike[index]:
        return []
    beyond = bisect_left(alike[index], index - NEAR)
    return [*alike[index][:beyond][-FAR:]][::-1]


def _matches(scene: Scene, rows: Ints, candidates: Ints) -> Ints:
    """Index in ``MATCHES`` of each pair."""
    told: dict[tuple[int, int], int] = {}  # mentions of the same words share one surface, see Scene.of

    def tell(one: Surface, other: Surface) -> int:
        key = id(one), id(other)
        if key not in told:
            told[key] = match(one, other)
        return told[key]

    pronoun = scene.categories < PERSONAL
    paired = pronoun[rows, None] | pronoun[np.maximum(candidates, 0)]
    out = np.where(paired, MATCHES.index("pronoun"), MATCHES.index("none"))
    for row, index in enumerate(rows.tolist()):
        if earlier := scene.alike[index]:
            near = earlier[bisect_left(earlier, index - NEAR) :]
            far = _far(index, scene.alike)
            columns = [*(index - 1 - i for i in near), *range(NEAR, NEAR + len(far))]
            own = scene.surfaces[index]
            out[row, columns] = [tell(own, scene.surfaces[i]) for i in (*near, *far)]
    return out


def _kin(scene: Scene, rows: Ints) -> Ints:
    """Index in ``ALIKE`` of each mention: whether one with its head or name came before."""
    kin = []
    for index in rows.tolist():
        own = scene.surfaces[index]
        others = (scene.surfaces[i] for i in scene.alike[index])
        same = any(other.head == own.head or other.initials == own.initials for other in others)
        kin.append(ALIKE.index("pronoun") if own.category < PERSONAL else int(same))
    return np.array(kin, dtype=np.int64)


def _places(scene: Scene, rows: Ints, candidates: Ints) -> Ints:
    """Index in ``PLACES`` of each pair: how the earlier mention stands to the later one."""
    earlier = np.maximum(candidates, 0)
    starts, ends = scene.starts[earlier], scene.ends[earlier]
    start, end = scene.starts[rows, None], scene.ends[rows, None]
    out = np.zeros(earlier.shape, dtype=np.int64)
    out[(starts <= start) & (ends >= end)] = PLACES.index("around")
    out[(starts >= start) & (ends <= end)] = PLACES.index("inside")
    gap = start - ends
    row, column = np.nonzero((gap >= 0) & (gap <= GAP) & (candidates >= 0))
    bounds = zip(ends[row, column].tolist(), scene.starts[rows[row]].tolist(), strict=True)
    out[row, column] = [PLACES.index(_between_words(scene.text[a:b].lower().split())) for a, b in bounds]
    return out


def _between_words(words: Sequence[str]) -> str:
    if not words:
        return "next to"
    if words[0] in {",", "(", "–", "—", "-", ":"} and len(words) == 1:
        return "comma between"
    return "copula between" if any(w in COPULAS for w in words) else "apart"
