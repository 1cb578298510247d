"""The mentions' network as it ships: three modules to trace, that give what ``people.model`` gives for less.

What lies between them is in ``onrecord.annotate``. Shapes as in ``people.model``, and v vectors.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.annotate.pairs import ALIKE, BASES, FEATURES
from reader.model import Layer

from .model import BEST, EDGE, RANK, SPAN, STEEPEST, WIDTHS, Heads, Mentions


class Narrow(nn.Module):
    """A layer of the branch that is worked out for some pieces only; all pieces are attended to.

    Query, key and value are products of their own instead of one product that is cut in three, which saves
    a copy.
    """

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer = layer
        weights, biases = layer.qkv.weight.chunk(3), layer.qkv.bias.chunk(3)
        self.q, self.k, self.v = (_linear(w, b) for w, b in zip(weights, biases, strict=True))

    def forward(self, own: Tensor, x: Tensor, known: Tensor) -> Tensor:
        """(B, W, H), (B, P, H), (B, P) -> (B, W, H)."""
        layer = self.layer
        own = layer.norm1(own + layer.out(layer.attend(self.q(own), self.k(x), self.v(x), known)))
        return layer.norm2(own + layer.down(functional.gelu(layer.up(own))))


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    linear = nn.Linear(weight.shape[1], weight.shape[0])
    linear.weight, linear.bias = nn.Parameter(weight.clone()), nn.Parameter(bias.clone())
    return linear


class Words(nn.Module):
    """From the trunk to the scores of spans and to what the spans' vectors are made of.

    The last layer is worked out for the first pieces of the words asked for: nothing else is read off it.
    """

    def __init__(self, model: Mentions) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Narrow(layer) for layer in model.branch.layers)
        self.words, self.widths = model.branch.words, model.heads.edge_widths

    def branch(self, x: Tensor, ids: Tensor, firsts: Tensor) -> Tensor:
        """The same as ``Branch``: (B, P, H), (B, P), (B, W) -> (B, W, WORDS)."""
        *lower, last = self.layers
        for layer in lower:
            x = layer(x, x, ids != 0)
        rows = firsts + torch.arange(x.shape[0])[:, None] * x.shape[1]
        own = x.flatten(0, 1).index_select(0, rows.flatten()).view(*firsts.shape, -1)
        return self.words(last(own, x, ids != 0))

    def forward(self, trunk: Tensor, ids: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """(B, P, H), (B, P), (B, W) -> (B, W, WIDTHS) log-odds of spans, (B, W, 3 SPAN + 1)."""
        words = self.branch(trunk, ids, firsts)
        start, end = words[..., : EDGE + 1], words[..., EDGE + 1 : 2 * (EDGE + 1)]
        full = start[..., :EDGE] @ end[..., :EDGE].transpose(-1, -2) / EDGE**0.5
        full = full + start[..., EDGE:] + end[..., EDGE:].transpose(-1, -2)
        count = firsts.shape[1]
        columns = torch.arange(count)[:, None] + torch.arange(WIDTHS)[None, :]
        band = torch.gather(full, 2, columns.clamp(max=count - 1)[None].expand(full.shape[0], -1, -1))
        return band + self.widths, words[..., 2 * (EDGE + 1) :]


class Spans(nn.Module):
    """Vectors, kinds and forms of mentions; the mean over their words by running sums."""

    def __init__(self, heads: Heads) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, words: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(W, 3 SPAN + 1), (n,), (n,) -> (n, SPAN), (n, kinds), (n, forms)."""
        begin, end, inside = words[:, :SPAN], words[:, SPAN : 2 * SPAN], words[:, 2 * SPAN : -1]
        power = words[:, -1:].clamp(-STEEPEST, STEEPEST).double().exp()
        sums = functional.pad(torch.cat((power * inside, power), 1).cumsum(0), (0, 0, 1, 0))
        part = sums.index_select(0, last + 1) - sums.index_select(0, first)
        mean = (part[:, :-1] / part[:, -1:]).float()
        width = self.heads.span_widths.index_select(0, (last - first).clamp(max=WIDTHS - 1))
        vectors = begin.index_select(0, first) + end.index_select(0, last) + mean + width
        vectors = functional.gelu(vectors, approximate="tanh")
        return vectors, self.heads.kinds(vectors).softmax(-1), self.heads.forms(vectors).softmax(-1)


class Tables(nn.Module):
    """What several features of a pair add up to, as one look-up for each of a few groups of features."""

    GROUPS = (("match", "quotes", "place"), ("mentions between", "sentences between", "lines"), ("classes",))

    def __init__(self, weight: Tensor) -> None:
        """Of a table (SIZE, width) of all features."""
        super().__init__()
        strides = torch.zeros(len(FEATURES), len(self.GROUPS), dtype=torch.int64)
        first, tables = [], []
        for group, names in enumerate(self.GROUPS):
            table = torch.zeros(1, weight.shape[1])
            first.append(sum(len(t) for t in tables))
            for name in names:
                at, size = list(FEATURES).index(name), FEATURES[name]
                strides[:, group] *= size
                strides[at, group] = 1
                own = weight[int(BASES[at]) : int(BASES[at]) + size]
                table = (table[:, None] + own[None]).flatten(0, 1)
            tables.append(table)
        self.register_buffer("table", torch.cat(tables).detach())
        self.register_buffer("strides", strides)
        self.register_buffer("first", torch.tensor(first) - torch.from_numpy(BASES) @ strides)

    def places(self, features: Tensor) -> Tensor:
        """(n, k, F) rows of the table of all features -> (n, k, G) rows of the table of groups."""
        return features @ self.strides + self.first

    def forward(self, places: Tensor) -> Tensor:
        """(n, k, G) -> (n, k, width)."""
        looked = [functional.embedding(part, self.table) for part in places.unbind(2)]
        return sum(looked[1:], looked[0])


class Antecedents(nn.Module):
    """``Heads.links`` for some of the mentions, with the temperature put in."""

    def __init__(self, heads: Heads, temperature: float) -> None:
        super().__init__()
        self.heads, self.temperature = heads, temperature
        self.biases, self.features = Tables(heads.biases.weight), Tables(heads.features.weight)

    def forward(
        self, vectors: Tensor, rows: Tensor, candidates: Tensor, features: Tensor, own: Tensor
    ) -> tuple[Tensor, Tensor]:
        """(v, SPAN), (n,) which of them, (n, k), (n, k, F), (n, 2) -> (n, 1 + m) probabilities, (n, m)."""
        heads, mine = self.heads, vectors.index_select(0, rows)
        right, left = heads.right(vectors), heads.left(mine)
        at, places = candidates.clamp(min=0), self.features.places(features)
        coarse = torch.gather(left @ right.t(), 1, at) / RANK**0.5
        coarse = torch.where(candidates < 0, -1e4, coarse + self.biases(places).squeeze(2))
        coarse, best = coarse.topk(BEST, dim=1)
        at = torch.gather(at, 1, best)
        places = torch.gather(places, 1, best[:, :, None].expand(-1, -1, places.shape[2]))
        hidden = heads.product(left[:, None, :] * functional.embedding(at, right))
        hidden = hidden + heads.later(mine)[:, None, :] + functional.embedding(at, heads.earlier(vectors))
        hidden = hidden + self.features(places)
        fine = heads.score(functional.relu(hidden)).squeeze(-1)
        new = heads.alone(mine) + functional.embedding(own[:, 0] * len(ALIKE) + own[:, 1], heads.own.weight)
        scores = torch.cat((new, coarse + fine), 1) / self.temperature
        return scores.softmax(-1), torch.gather(candidates, 1, best)
