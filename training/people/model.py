"""The mentions' network: a few transformer layers on the reader's trunk, and what is read off them.

Shapes below: B windows, P pieces, W words, n mentions, k candidates each, H = 384 (the trunk's width).
``people.export`` makes three ONNX files of it; what lies between them is in ``onrecord.annotate``.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.annotate.pairs import ALIKE, BASES, DISTANCES, FEATURES, MATCHES, SIZE
from onrecord.annotate.surface import CLASSES
from reader.model import Dropout, Layer

EDGE = 64  # rank of the score of a span from its first and last word
SPAN = 192  # width of a mention's vector
PAIR = 96  # width of a pair's hidden layer
RANK = 48  # rank of a pair's product
STEEPEST = 10.0  # bound of what a word weighs in the mean over a mention's words, as a power of e
BEST = 24  # candidates of a mention that are scored twice
WIDTHS = 40  # words of the longest mention
KINDS = ("none", "person", "organisation", "place", "other")
FORMS = ("name", "nominal", "pronoun")
WORDS = 2 * (EDGE + 1) + 3 * SPAN + 1


class PlainLayer(Layer):
    """The reader's layer with attention step by step in training: on a CPU, faster than the fused one."""

    def attend(self, q: Tensor, k: Tensor, v: Tensor, known: Tensor) -> Tensor:
        """As in ``Layer``."""
        if not self.training:
            return super().attend(q, k, v, known)
        batch, length, width = q.shape
        q, k, v = (t.view(batch, length, self.heads, -1).transpose(1, 2) for t in (q, k, v))
        mask = torch.where(known, 0.0, -1e4)[:, None, None, :].to(q.dtype)
        weight = ((q * q.shape[-1] ** -0.5) @ k.transpose(-1, -2) + mask).softmax(-1).to(v.dtype)
        return (weight @ v).transpose(1, 2).reshape(batch, length, width)


def first_biases() -> Tensor:
    """(SIZE, 1) coarse scores to begin with: near ones before far ones, like ones before others."""
    biases = torch.zeros(SIZE, 1)
    for feature in ("mentions between", "sentences between"):
        base = int(BASES[list(FEATURES).index(feature)])
        biases[base : base + DISTANCES, 0] = -0.2 * torch.arange(DISTANCES)
    for index, name in enumerate(MATCHES):
        biases[int(BASES[0]) + index, 0] = {"same": 3.0, "none": -1.0, "pronoun": 0.0}.get(name, 1.0)
    return biases


class Branch(nn.Module):
    """Transformer layers, and one projection of every word to all that the heads need of it."""

    def __init__(self, layers: int, width: int = 384, dropout: float = 0.1) -> None:
        super().__init__()
        self.drop = nn.Dropout(dropout)
        inner = Dropout(dropout)
        self.layers = nn.ModuleList(PlainLayer(width, 12, 4 * width, inner) for _ in range(layers))
        self.words = nn.Linear(width, WORDS)

    def forward(self, trunk: Tensor, ids: Tensor, firsts: Tensor) -> Tensor:
        """(B, P, H), (B, P) 0 where padded, (B, W) indices of first pieces -> (B, W, WORDS)."""
        x = self.drop(trunk)
        for layer in self.layers:
            x = layer(x, ids != 0)
        words = torch.gather(x, 1, firsts[:, :, None].expand(-1, -1, x.shape[2]))
        return self.words(self.drop(words))


class Heads(nn.Module):
    """Scores of spans, kinds and forms of mentions, and scores of antecedents."""

    def __init__(self, dropout: float = 0.2) -> None:
        super().__init__()
        self.edge_widths = nn.Parameter(torch.full((WIDTHS,), -4.0))  # most spans are no mention
        self.span_widths = nn.Parameter(torch.zeros(WIDTHS, SPAN))
        self.kinds = nn.Linear(SPAN, len(KINDS))
        self.forms = nn.Linear(SPAN, len(FORMS))
        self.later = nn.Linear(SPAN, PAIR)
        self.earlier = nn.Linear(SPAN, PAIR, bias=False)
        self.left = nn.Linear(SPAN, RANK, bias=False)
        self.right = nn.Linear(SPAN, RANK, bias=False)
        self.product = nn.Linear(RANK, PAIR, bias=False)
        self.features = nn.EmbeddingBag(SIZE, PAIR, mode="sum")
        self.biases = nn.Embedding(SIZE, 1)
        self.score = nn.Linear(PAIR, 1, bias=False)
        self.alone = nn.Linear(SPAN, 1)
        self.own = nn.Embedding(len(CLASSES) * len(ALIKE), 1)
        self.drop = nn.Dropout(dropout)
        nn.init.normal_(self.features.weight, std=0.02)
        nn.init.zeros_(self.own.weight)
        with torch.no_grad():
            self.biases.weight.copy_(first_biases())

    def edges(self, words: Tensor) -> Tensor:
        """(..., W, WORDS) -> (..., W, WIDTHS) log-odds that a mention of so many words begins at a word."""
        start, end = words[..., : EDGE + 1], words[..., EDGE + 1 : 2 * (EDGE + 1)]
        count = words.shape[-2]
        full = start[..., :EDGE] @ end[..., :EDGE].transpose(-1, -2) / EDGE**0.5
        full = full + start[..., EDGE:] + end[..., EDGE:].transpose(-1, -2)
        columns = torch.arange(count)[:, None] + torch.arange(WIDTHS)[None, :]
        rows = torch.arange(count)[:, None].expand(-1, WIDTHS)
        band = full[..., rows, columns.clamp(max=count - 1)] + self.edge_widths
        return torch.where(columns < count, band, torch.tensor(-30.0))

    def spans(self, words: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """(N, WORDS) all words, (n,) first and last word of each mention -> (n, SPAN) mention vectors."""
        begin, end, inside = words[:, 2 * (EDGE + 1) : -1].chunk(3, -1)
        width = (last - first).clamp(max=WIDTHS - 1)
        steps = torch.arange(WIDTHS)
        at = (first[:, None] + steps).clamp(max=len(words) - 1)
        weight = (
            words[:, -1]
            .clamp(-STEEPEST, STEEPEST)[at]
            .masked_fill(steps[None, :] > width[:, None], -1e4)
            .softmax(-1)
        )
        pooled = (weight[:, :, None] * inside[at]).sum(1)
        return functional.gelu(
            begin[first] + end[last] + pooled + self.span_widths[width], approximate="tanh"
        )

    def links(
        self, vectors: Tensor, candidates: Tensor, features: Tensor, own: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Score the candidates coarsely, and the ``BEST`` of each mention once more with a hidden layer.

        As in Lee et al. 2018. Shapes: vectors (n, SPAN), candidates (n, k), features (n, k, F), own (n, 2).

        Returns:
            (n, 1 + m) log-probabilities, that of being new first, and (n, m) which candidates they are of.
        """
        vectors = self.drop(vectors)
        at = candidates.clamp(min=0)
        left, right = self.left(vectors), self.right(vectors)
        near = torch.gather(left @ right.t(), 1, at) / RANK**0.5
        coarse = near + self.biases.weight.squeeze(1)[features].sum(2)
        coarse = coarse.masked_fill(candidates < 0, -1e4)
        coarse, best = coarse.topk(min(BEST, coarse.shape[1]), dim=1)
        at = torch.gather(at, 1, best)
        features = torch.gather(features, 1, best[:, :, None].expand(-1, -1, features.shape[2]))
        hidden = self.product(left[:, None, :] * right[at])
        hidden = hidden + self.later(vectors)[:, None, :] + self.earlier(vectors)[at]
        if at.numel():
            hidden = hidden + self.features(features.flatten(0, 1)).view(*at.shape, PAIR)
        fine = self.score(functional.relu(hidden)).squeeze(-1)
        new = self.alone(vectors) + self.own(own[:, 0] * len(ALIKE) + own[:, 1])
        return torch.cat((new, coarse + fine), 1).log_softmax(-1), torch.gather(candidates, 1, best)


class Mentions(nn.Module):
    """Both parts together."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.branch = Branch(layers)
        self.heads = Heads()
