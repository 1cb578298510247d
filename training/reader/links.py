"""Scores and loss of the links from cues to sources and from contents to cues."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from .model import distance_bucket

SpanOfWords = tuple[int, int]


def pair_scores(
    model: nn.Module, keys: Tensor, cues: Sequence[SpanOfWords], spans: Sequence[SpanOfWords], kind: int
) -> Tensor:
    """(cues, spans) scores of one window by the tables of ``model``.

    ``keys`` is its (W, 6 D); kind 0 links sources, 1 contents.
    """
    blocks = keys.reshape(len(keys), 6, keys.shape[1] // 6)
    cue, first = (torch.tensor([s[0] for s in x], device=keys.device) for x in (cues, spans))
    last = torch.tensor([s[1] for s in spans], device=keys.device)
    query = blocks[cue, 3 * kind]
    key = blocks[first, 3 * kind + 1] + blocks[last, 3 * kind + 2]
    bias = (model.source_bias, model.content_bias)[kind]
    return query @ key.T / blocks.shape[2] ** 0.5 + bias[distance_bucket(first[None, :] - cue[:, None])]


def link_loss(model: nn.Module, keys: Tensor, relations: Sequence[Sequence]) -> Tensor:
    """Cross-entropy, summed: each cue chooses a source or none, each content fragment a cue or none."""
    total = keys.sum() * 0.0
    for row, window in enumerate(relations):
        cues = [r[1][0] for r in window if r[1]]
        if not cues:
            continue
        sources = sorted({s for r in window for s in r[0]})
        wanted = [sources.index(r[0][0]) if r[0] else len(sources) for r in window if r[1]]
        total = total + _choose(model, keys[row], cues, sources, wanted, 0)
        contents, owners = [], []
        number = 0
        for r in window:
            contents.extend(r[2])
            owners.extend([number if r[1] else len(cues)] * len(r[2]))
            number += bool(r[1])
        if contents:
            scores = pair_scores(model, keys[row], cues, contents, 1).T
            null = model.nulls[1].expand(len(contents), 1)
            total = total + functional.cross_entropy(
                torch.cat((scores, null), 1), torch.tensor(owners, device=keys.device), reduction="sum"
            )
    return total


def _choose(model: nn.Module, keys: Tensor, cues, sources, wanted, kind: int) -> Tensor:
    null = model.nulls[kind].expand(len(cues), 1)
    scores = torch.cat((pair_scores(model, keys, cues, sources, kind), null), 1) if sources else null
    return functional.cross_entropy(scores, torch.tensor(wanted, device=keys.device), reduction="sum")
