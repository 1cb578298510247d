"""From the trunk of a batch of windows to the mentions in them: which words, what kind, what form.

The first stage scores every span of up to 40 words by its first and its last one; the second looks at those
that pass, and at what is inside them. Spans may nest, and those that cross a surer one are dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.pieces import Window

if TYPE_CHECKING:
    from onnxruntime import InferenceSession, SessionOptions

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

FLOOR = 0.1  # probability of the first stage from which the second looks at a span
MOST = 1  # spans a word that the second stage looks at, at most
LIKELY, POSSIBLE = 0.55, 0.3  # chances of a mention, see unclashing; chosen on documents of GUM held out


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions of some windows, each from the window where its first word is fresh.

    Attributes:
        bounds: (n, 2) first and last word, inclusive, counted in the text.
        vectors: (n, V) what the network makes of each.
        kinds: (n, 5) probabilities of being none, a person, an organisation, a place, something else.
        forms: (n, 3) probabilities of being a name, a description, a pronoun.
    """

    bounds: Ints
    vectors: Floats
    kinds: Floats
    forms: Floats

    def __len__(self) -> int:
        return len(self.bounds)

    @classmethod
    def joined(cls, parts: Sequence[Found]) -> Found:
        """All parts as one, in the order given; there must be at least one."""
        columns = ([getattr(p, name) for p in parts] for name in cls.__dataclass_fields__)
        return cls(*(np.concatenate(column) for column in columns))

    def at(self, rows: Ints) -> Found:
        """The mentions in ``rows``."""
        return Found(self.bounds[rows], self.vectors[rows], self.kinds[rows], self.forms[rows])


def together(parts: Sequence[Found]) -> Found:
    """All parts as one, in text order; of two with one start, the longer first."""
    whole = Found.joined(parts)
    return whole.at(np.lexsort((-whole.bounds[:, 1], whole.bounds[:, 0])))


@dataclass(frozen=True, slots=True)
class Spotter:
    """The mentions' network.

    Attributes:
        words: goes on from the trunk; gives scores of spans and what their vectors are made of.
        spans: gives vectors, kinds and forms of spans.
        antecedents: scores what mentions go back to, see ``onrecord.annotate.antecedents``.
    """

    words: InferenceSession
    spans: InferenceSession
    antecedents: InferenceSession

    def run(self, trunk: Floats, ids: Ints, firsts: Ints, group: Sequence[Window]) -> list[Found]:
        """The mentions of each window of a batch: trunk (B, P, H), ids (B, P), firsts (B, W)."""
        feed = {"trunk": trunk, "ids": ids, "firsts": _fresh(firsts, group)}
        edges, words = (cast("Floats", x) for x in self.words.run(["edges", "words"], feed))
        return [
            self._spot(own_edges, own_words[: window.last - window.fresh], window.fresh)
            for own_edges, own_words, window in zip(edges, words, group, strict=True)
        ]

    def _spot(self, edges: Floats, words: Floats, fresh: int) -> Found:
        bounds = _proposed(edges, len(words))
        found = self.look_at(words, bounds)
        kinds = agreed(edges[bounds[:, 0], bounds[:, 1] - bounds[:, 0]], found.kinds)
        kept = unclashing(bounds, 1 - kinds[:, 0])
        return Found(bounds + fresh, found.vectors, kinds, found.forms).at(kept)

    def look_at(self, words: Floats, bounds: Ints) -> Found:
        """What the second stage makes of the spans ``bounds`` (n, 2) among ``words`` (W, D)."""
        feed = {"words": words, "first": bounds[:, 0].copy(), "last": bounds[:, 1].copy()}
        vectors, kinds, forms = (
            cast("Floats", x) for x in self.spans.run(["vectors", "kinds", "forms"], feed)
        )
        return Found(bounds, vectors, kinds, forms)


def _fresh(firsts: Ints, group: Sequence[Window]) -> Ints:
    """(B, W) of ``firsts`` those of the words that are fresh, zeros behind them."""
    own = np.zeros((len(group), max(w.last - w.fresh for w in group)), dtype=np.int64)
    for row, window in enumerate(group):
        own[row, : window.last - window.fresh] = firsts[
            row, window.fresh - window.first : window.last - window.first
        ]
    return own


def _proposed(edges: Floats, count: int) -> Ints:
    """(n, 2) the spans of a window of ``count`` words that the first stage lets through."""
    inside = np.arange(count)[:, None] + np.arange(edges.shape[1])[None, :] < count
    scores = np.where(inside, edges[:count], -np.inf)
    passing = scores >= np.log(FLOOR / (1 - FLOOR))
    if passing.sum() > MOST * count:
        passing &= scores >= np.partition(scores, -MOST * count, axis=None)[-MOST * count]
    rows, widths = np.nonzero(passing)
    return np.stack((rows, rows + widths), axis=1)


def agreed(edges: Floats, kinds: Floats) -> Floats:
    """Probabilities of kinds (n, 5) by both stages: a mention's is the geometric mean of what they give it.

    On documents of GUM held out that gave 2 points of F1 more than the second stage alone.
    """
    second = np.maximum(1 - kinds[:, :1], 1e-6)
    both = np.sqrt(second / (1 + np.exp(-edges[:, None])))
    chances: Floats = np.concatenate((1 - both, kinds[:, 1:] * (both / second)), axis=1)
    return chances


def unclashing(bounds: Ints, confidence: Floats) -> Ints:
    """Rows that are mentions: the likely ones, and the possible ones where nothing likelier begins or ends.

    None crosses a surer one that is kept. Where the network wavers between two ends of a mention, neither is
    likely, and the second rule keeps the better one.
    """
    order = np.argsort(-confidence, kind="stable")
    rows = order[confidence[order] >= POSSIBLE]
    kept, taken = [], 0
    for place, clash in enumerate(_clashes(bounds[rows], confidence[rows] < LIKELY)):
        if not clash & taken:
            taken |= 1 << place
            kept.append(rows[place])
    return np.array(kept, dtype=np.int64)


def _clashes(bounds: Ints, unlikely: NDArray[np.bool_]) -> list[int]:
    """For each mention the set of those that it may not stand beside, as the bits of a number."""
    first, last = bounds[:, :1], bounds[:, 1:]
    begin, end = bounds.T
    clash = (begin < first) & (first <= end) & (end < last) | (first < begin) & (begin <= last) & (last < end)
    clash |= unlikely[:, None] & ((begin == first) | (end == last))
    packed = np.packbits(clash, axis=1, bitorder="little")
    return [int.from_bytes(row.tobytes(), "little") for row in packed]


def load_spotter(folder: Path, options: SessionOptions) -> Spotter:
    """Load ``mentions.onnx``, ``spans.onnx`` and ``antecedents.onnx`` from the model's folder."""
    from onnxruntime import InferenceSession  # noqa: PLC0415 - slow to import

    def session(name: str) -> InferenceSession:
        return InferenceSession(
            str(folder / f"{name}.onnx"),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"],  # its fused operator is slower than its parts
        )

    return Spotter(session("mentions"), session("spans"), session("antecedents"))
