"""A head on the frozen reader's features: tags and link keys of words, at one level.

Shapes below: B windows, W words, F = 384 features of each part, T = 13 tags, D = 32 (a link key).
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.annotate.network import Tables
from onrecord.annotate.tags import TAGS

from .features import PARTS, WIDTH
from .model import Crf

LINK = 32


class Head(nn.Module):
    """A layer that mixes the features, a small BiLSTM over words, tags, and keys for links.

    Transitions and the scores of links by distance begin as those of the level above.
    """

    def __init__(self, above: Tables, width: int = 192, hidden: int = 96, dropout: float = 0.2) -> None:
        super().__init__()
        features = WIDTH * len(PARTS)
        self.norm = nn.LayerNorm(features)
        self.inputs = nn.Linear(features, width)
        self.lstm = nn.LSTM(width, hidden, batch_first=True, bidirectional=True)
        self.drop = nn.Dropout(dropout)
        self.tags = nn.Linear(2 * hidden + width, len(TAGS))
        self.mix = nn.Linear(2 * hidden + width, 128)
        self.keys = nn.Linear(128, 6 * LINK)
        for name in ("transitions", "source_bias", "content_bias", "nulls"):
            setattr(self, name, nn.Parameter(torch.tensor(getattr(above, name))))

    def forward(self, *parts: Tensor) -> tuple[Tensor, Tensor]:
        """``PARTS``, each (B, W, F) -> (B, W, T) scores, (B, W, 6 D) link keys."""
        x = functional.gelu(self.inputs(self.drop(self.norm(torch.cat(parts, 2)))))
        context, _ = self.lstm(self.drop(x))
        both = self.drop(torch.cat((context, x), 2))
        return self.tags(both), self.keys(functional.gelu(self.mix(both)))


def soft_loss(crf: Crf, scores: Sequence[Tensor], chances: Sequence[Tensor], transitions: Tensor) -> Tensor:
    """Cross-entropy of the CRF against the tags' probabilities, summed over sequences.

    What the score of a tag sequence is expected to be needs only the probabilities of single tags, and of
    bigrams, which are taken for independent where they are allowed.

    Args:
        crf: for its constraints and its sum over all sequences.
        scores: (W, T) of each sequence.
        chances: (W, T) probabilities of each sequence's tags.
        transitions: (T, T).
    """
    lengths = torch.tensor([len(s) for s in scores])
    batch, wanted = (nn.utils.rnn.pad_sequence(list(x), batch_first=True) for x in (scores, chances))
    mask = (torch.arange(batch.shape[1])[None] < lengths[:, None]).float()
    bigrams = wanted[:, :-1, :, None] * wanted[:, 1:, None, :] * (crf.forbidden == 0)
    bigrams = bigrams / bigrams.sum((2, 3), keepdim=True).clamp(min=1e-6)
    expected = ((wanted * batch).sum(2) * mask).sum(1)
    expected = expected + ((bigrams * transitions).sum((2, 3)) * mask[:, 1:]).sum(1)
    return (crf.total(batch, mask, transitions) - expected).sum()
