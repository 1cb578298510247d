"""Stretches of a text through the network, and what it gave decoded into relations, level by level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.links import Relation, link
from onrecord.annotate.network import Network, Scored, Tables
from onrecord.annotate.pieces import Pieces, cut, windows, words_in
from onrecord.annotate.recast import recast
from onrecord.annotate.spotting import Found
from onrecord.annotate.tags import UNLIKELY, Tagged, cue_chances, spans
from onrecord.types import Span

LIKELY = 0.3  # chance from which on a cue is read within an outer content; chosen on PolNeAR dev
CONCEIVABLE = 0.03  # chance from which on a word may begin a cue that the second level missed; from dev
WINDOW, CONTEXT = 382, 48  # pieces; [CLS] and [SEP] make 384, as in training

Words = tuple[int, int]
"""A range of words, the second exclusive."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Stretches of one text as the network read them.

    Attributes:
        pieces: of all stretches, one after the other; words count their characters in the whole text.
        words: the words that each stretch became.
        scored: what the network gave for each word.
    """

    pieces: Pieces
    words: Sequence[Words]
    scored: Scored

    def words_of(self, span: Span) -> Iterator[Words]:
        """The words that ``span`` touches, in the first stretch that holds its beginning."""
        for low, high in self.words:
            if low < high and self.pieces.starts[low] <= span.start < self.pieces.ends[high - 1]:
                for first, last in words_in(self.pieces.part(low, high), [span]):
                    yield first + low, last + low + 1
                return

    def has_any(self, ids: NDArray[np.int64], span: Span) -> bool:
        """Whether a word that ``span`` touches begins with one of the pieces ``ids``."""
        words = (np.arange(first, last) for first, last in self.words_of(span))
        return any(np.isin(self.pieces.ids[self.pieces.firsts[w]], ids).any() for w in words)

    def may_tell(self, span: Span) -> bool:
        """Whether the second level gives a word that ``span`` touches some chance to begin a cue."""
        scores = self.scored.inner_scores
        return any((cue_chances(scores[a:b]) >= CONCEIVABLE).any() for a, b in self.words_of(span))


def read(
    stretches: Sequence[Span],
    text: str,
    network: Network,
    spotted: list[Found] | None = None,
    *,
    inside: bool = False,
) -> Reading:
    """Read each stretch as a text of its own, all in shared batches.

    Args:
        stretches: what to read.
        text: what they are of.
        network: to read with.
        spotted: is given the mentions, see ``Network.score``; None to look for none.
        inside: whether the stretches are of contents.
    """
    parts = [cut(s.of(text), network.tokenizer) for s in stretches]
    if inside:
        parts = [recast(p, network.tokenizer) if len(p) else p for p in parts]
    pieces, words = join(parts, [s.start for s in stretches])
    cuts = [
        replace(w, first=w.first + low, last=w.last + low, fresh=w.fresh + low)
        for part, (low, _) in zip(parts, words, strict=True)
        for w in windows(part, WINDOW, CONTEXT)
    ]
    return Reading(pieces, words, network.score(pieces, cuts, spotted))


def join(parts: Sequence[Pieces], offsets: Sequence[int]) -> tuple[Pieces, list[Words]]:
    """Many stretches' pieces as one, characters counted from ``offsets``, and the words that each became."""
    ids, shapes, firsts, starts, ends, breaks = (
        np.concatenate([getattr(p, name) for p in parts]) for name in Pieces.__dataclass_fields__
    )
    sizes = [len(p) for p in parts]
    earlier = np.cumsum([0, *(len(p.ids) for p in parts)])[:-1]
    shifts = np.repeat(np.asarray(offsets, dtype=np.int64), sizes)
    joined = Pieces(ids, shapes, firsts + np.repeat(earlier, sizes), starts + shifts, ends + shifts, breaks)
    return joined, [(int(a), int(b)) for a, b in pairwise(np.cumsum([0, *sizes]))]


def decode(
    scores: NDArray[np.float32],
    keys: NDArray[np.float32],
    breaks: NDArray[np.int64],
    groups: Sequence[Sequence[Words]],
    tables: Tables,
    likely: float = UNLIKELY,
) -> list[list[Relation]]:
    """The relations within each group of stretches, each stretch tagged by itself; spans in words of all.

    Args:
        scores: (W, T) from the network.
        keys: (W, 6 D) from the network.
        breaks: (W,) 2 at each line's first word.
        groups: the words of the stretches.
        tables: of the level that scores and keys are of.
        likely: see ``tags.spans``.
    """
    stretches = [(number, *words) for number, group in enumerate(groups) for words in group]
    if not stretches:
        return [[] for _ in groups]
    index = np.concatenate([np.arange(first, last) for _, first, last in stretches])
    sizes = [last - first for _, first, last in stretches]
    owner = np.repeat([number for number, _, _ in stretches], sizes).tolist()
    own_breaks = breaks[index]
    own_breaks[np.cumsum([0, *sizes])[:-1][np.array(sizes) > 0]] = 2
    spans_of: list[list[Tagged]] = [[] for _ in groups]
    for t in spans(scores[index], own_breaks, tables.transitions, likely):
        spans_of[owner[t.first]].append(replace(t, first=int(index[t.first]), last=int(index[t.last])))
    lines = np.cumsum(breaks == 2)
    return [link(keys, lines, tagged, tables) if tagged else [] for tagged in spans_of]
