"""PolNeAR articles as padded batches of windows, cut anew at random places in every epoch."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from onrecord.annotate.pieces import CASES, LAYOUTS, Pieces, words_in
from onrecord.annotate.tags import TAGS
from onrecord.evaluate.corpus import Annotated
from onrecord.types import ROLES

CLS, SEP, MASK = 101, 102, 103
SHORT = 0.15  # share of articles cut into short windows, since nested contents are read as short texts


@dataclass(frozen=True, slots=True)
class Article:
    """Pieces of one article, the tag of each word, and per attribution its spans in words, by role."""

    pieces: Pieces
    tags: np.ndarray
    relations: tuple[tuple[tuple[tuple[int, int], ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """Words ``first`` to ``last`` (exclusive) of an article; ``within`` as if inside another sentence."""

    article: Article
    first: int
    last: int
    within: bool = False

    @property
    def bounds(self) -> tuple[int, int]:
        """The range of its pieces."""
        return self.article.pieces.piece_bounds(self.first, self.last)

    @property
    def length(self) -> int:
        """How many pieces it has."""
        low, high = self.bounds
        return high - low


@dataclass(frozen=True, slots=True)
class Cutting:
    """How articles become batches.

    Attributes:
        size: pieces a window may hold.
        budget: pieces a batch may hold, padding included.
        masking: share of pieces hidden behind [MASK].
        fragments: share of sentences that are read once more as if they stood inside another.
    """

    size: int
    budget: int
    masking: float
    fragments: float


@dataclass(frozen=True, slots=True)
class Batch:
    """ids, shapes (B, P); firsts, tags, mask (B, W); relations in words of each window."""

    ids: Tensor
    shapes: Tensor
    firsts: Tensor
    tags: Tensor
    mask: Tensor
    relations: list[list[tuple[tuple[tuple[int, int], ...], ...]]]


def encode(annotated: Annotated, pieces: Pieces) -> Article:
    """Tag the words of one article; where annotations overlap, the first to claim a word keeps it."""
    tags = np.zeros(len(pieces), dtype=np.int64)
    relations = []
    for attribution in annotated.attributions:
        spans = tuple(tuple(words_in(pieces, getattr(attribution, role))) for role in ROLES)
        relations.append(spans)
        for role, found in zip(ROLES, spans, strict=True):
            for first, last in found:
                if not tags[first : last + 1].any():
                    tags[first : last + 1] = _bioes(role, last - first + 1)
    return Article(pieces, tags, tuple(relations))


def _bioes(role: str, length: int) -> list[int]:
    marks = "S" if length == 1 else "B" + "I" * (length - 2) + "E"
    return [TAGS.index(f"{mark}-{role}") for mark in marks]


def random_windows(article: Article, size: int, rng: random.Random) -> Iterator[tuple[int, int]]:
    """Cut an article into windows at line starts, else sentence starts, the first at a random length."""
    pieces = article.pieces
    edges = np.append(pieces.firsts, len(pieces.ids))
    if rng.random() < SHORT:
        size = rng.randint(32, 128)
    first, room = 0, rng.randint(size // 4, size)
    while first < len(pieces):
        limit = int(np.searchsorted(edges, edges[first] + room, side="right")) - 1
        last = len(pieces) if limit >= len(pieces) else _cut(pieces, first, limit)
        yield first, last
        first, room = last, size


def _cut(pieces: Pieces, first: int, limit: int) -> int:
    limit = max(limit, first + 1)
    for level in (2, 1):
        found = np.flatnonzero(pieces.breaks[first + 1 : limit + 1] >= level)
        if len(found) and found[-1] > (limit - first) // 2:
            return first + 1 + int(found[-1])
    return limit


def fragments(article: Article, share: float, rng: random.Random) -> Iterator[Cut]:
    """A share of an article's sentences, each as it would stand inside another: no capital, no full stop."""
    edges = [*np.flatnonzero(article.pieces.breaks).tolist(), len(article.pieces)]
    for first, after in itertools.pairwise(edges):
        last = after - (article.tags[after - 1] == 0)
        if last - first >= 4 and rng.random() < share:
            yield Cut(article, first, int(last), within=True)


def batches(articles: Sequence[Article], cutting: Cutting, rng: random.Random) -> list[Batch]:
    """All windows of one epoch, those of like length together, in random order."""
    cuts = [Cut(a, f, l) for a in articles for f, l in random_windows(a, cutting.size, rng) if l - f >= 4]
    cuts += [c for a in articles for c in fragments(a, cutting.fragments, rng)]
    cuts.sort(key=lambda c: c.length + rng.random() * 24)
    groups: list[list[Cut]] = [[]]
    for cut in cuts:
        longest = max(c.length for c in [cut, *groups[-1]]) + 2
        if groups[-1] and longest * (len(groups[-1]) + 1) > cutting.budget:
            groups.append([])
        groups[-1].append(cut)
    rng.shuffle(groups)
    return [collate(group, rng, cutting.masking) for group in groups]


def collate(group: Sequence[Cut], rng: random.Random, masking: float) -> Batch:
    """Pad the windows of one batch."""
    width = max(c.length for c in group) + 2
    words = max(c.last - c.first for c in group)
    ids, shapes = (np.zeros((len(group), width), dtype=np.int64) for _ in range(2))
    firsts, tags, mask = (np.zeros((len(group), words), dtype=np.int64) for _ in range(3))
    relations = []
    for row, cut in enumerate(group):
        pieces, (low, high), count = cut.article.pieces, cut.bounds, cut.last - cut.first
        ids[row, : high - low + 2] = [CLS, *pieces.ids[low:high], SEP]
        shapes[row, 1 : high - low + 1] = pieces.shapes[low:high]
        if cut.within and shapes[row, 1] // len(LAYOUTS) == CASES.index("title"):
            shapes[row, 1] -= len(LAYOUTS) * (CASES.index("title") - CASES.index("lower"))
        firsts[row, :count] = pieces.firsts[cut.first : cut.last] - low + 1
        tags[row, :count] = clip_tags(cut.article.tags[cut.first : cut.last])
        mask[row, :count] = 1
        inside = (_inside(x, cut.first, cut.last) for x in cut.article.relations)
        relations.append([r for r in inside if r[1] or r[2]])
        ids[row, [i for i in range(1, high - low + 1) if rng.random() < masking]] = MASK
    return Batch(*(torch.from_numpy(x) for x in (ids, shapes, firsts, tags, mask)), relations)


def clip_tags(tags: np.ndarray) -> np.ndarray:
    """Mend the tags of a window whose edge cuts a span in two."""
    tags = tags.copy()
    if len(tags) and TAGS[tags[0]][0] in "IE":
        tags[0] += 1 if TAGS[tags[0]][0] == "E" else -1
    if len(tags) and TAGS[tags[-1]][0] in "BI":
        role = TAGS[tags[-1]][2:]
        tags[-1] = TAGS.index(f"{'S' if TAGS[tags[-1]][0] == 'B' else 'E'}-{role}")
    return tags


def _inside(relation, first: int, last: int):
    """The spans of a relation that lie in words ``first..last``, clipped and counted from ``first``."""
    return tuple(
        tuple((max(a, first) - first, min(b, last - 1) - first) for a, b in spans if a < last and b >= first)
        for spans in relation
    )
