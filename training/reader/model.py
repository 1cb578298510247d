"""The reader's network: a six-layer BERT encoder with shapes, a BiLSTM over words, tags and links.

Shapes below: B windows, P pieces, W words, H = 384 (the encoder's width), T = 13 tags, D = 64 (a link key).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.annotate.tags import NEVER, TAGS, may_follow

LINK = 64
DISTANCES = 24


class Dropout(nn.Module):
    """Dropout whose mask is a random stretch of one long fixed mask: drawing fresh bits is slow on a CPU."""

    SIZE = 1 << 25

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate
        self.bits: dict[torch.dtype, Tensor] = {}

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.rate or x.is_cuda:
            return functional.dropout(x, self.rate, self.training)
        if x.dtype not in self.bits:
            self.bits[x.dtype] = ((torch.rand(self.SIZE) >= self.rate) / (1 - self.rate)).to(x.dtype)
        start = int(torch.randint(self.SIZE - x.numel(), ()))
        return x * self.bits[x.dtype][start : start + x.numel()].view(x.shape)


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT (Devlin et al. 2019)."""

    def __init__(self, width: int, heads: int, inner: int, dropout: Dropout) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, known: Tensor) -> Tensor:
        """(B, P, H), (B, P) True where there is a piece -> (B, P, H)."""
        x = self.norm1(x + self.dropout(self.out(self.attend(*self.qkv(x).chunk(3, -1), known))))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))

    def attend(self, q: Tensor, k: Tensor, v: Tensor, known: Tensor) -> Tensor:
        """Multi-head attention over the known pieces; all (B, P, H)."""
        if torch.compiler.is_exporting():
            return torch.onnx.ops.symbolic(  # one fused operator of ONNX Runtime instead of a dozen
                "com.microsoft::MultiHeadAttention",
                (q, k, v, None, known.int()),
                {"num_heads": self.heads},
                dtype=q.dtype,
                shape=q.shape,
                version=1,
            )
        batch, length, width = q.shape
        q, k, v = (t.view(batch, length, self.heads, -1).transpose(1, 2) for t in (q, k, v))
        mask = torch.where(known, 0.0, -1e4)[:, None, None, :].to(q.dtype)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return mixed.transpose(1, 2).reshape(batch, length, width)


class Encoder(nn.Module):
    """all-MiniLM-L6-v2 with an embedding of each piece's shape added to its input."""

    def __init__(
        self,
        shapes: int,
        *,
        vocabulary: int = 30522,
        width: int = 384,
        layers: int = 6,
        heads: int = 12,
        inner: int = 1536,
        positions: int = 512,
        dropout: float = 0.1,
    ) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.shapes = nn.Embedding(shapes, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(width, heads, inner, self.dropout) for _ in range(layers))
        nn.init.zeros_(self.shapes.weight)

    def forward(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """(B, P) ids, 0 where padded, (B, P) shapes -> (B, P, H)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.positions(places) + self.shapes(shapes))
        x = self.dropout(x)
        for layer in self.layers:
            x = layer(x, ids != 0)
        return x


class Reader(nn.Module):
    """Encoder, BiLSTM over words, a tag layer scored by a CRF, and keys that link spans to cues.

    A link's score is the dot product of the cue's query (at its first word) with a span's key (of its
    first and its last word) plus a learned bias for how far apart the two are.
    """

    def __init__(self, shapes: int, hidden: int = 192, dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = Encoder(shapes)
        self.lstm = nn.LSTM(384, hidden, batch_first=True, bidirectional=True)
        self.drop = nn.Dropout(dropout)
        self.tags = nn.Linear(2 * hidden + 384, len(TAGS))
        self.mix = nn.Linear(2 * hidden + 384, 256)
        self.keys = nn.Linear(256, 6 * LINK)
        self.transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.source_bias = nn.Parameter(torch.zeros(2 * DISTANCES))
        self.content_bias = nn.Parameter(torch.zeros(2 * DISTANCES))
        self.nulls = nn.Parameter(torch.zeros(2))

    def forward(self, ids: Tensor, shapes: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """(B, P), (B, P), (B, W) indices of first pieces -> (B, W, T) scores, (B, W, 6 D) link keys."""
        pieces = self.encoder(ids, shapes)
        words = torch.gather(pieces, 1, firsts[:, :, None].expand(-1, -1, pieces.shape[2])).float()
        with torch.autocast(words.device.type, enabled=False):
            words = self.drop(words)
            context, _ = self.lstm(words)
            both = self.drop(torch.cat((context, words), 2))
            return self.tags(both), self.keys(functional.gelu(self.mix(both)))


def distance_bucket(gap: Tensor) -> Tensor:
    """Signed distance in words -> bucket in 0 .. 2 * DISTANCES - 1, exact to 8 and logarithmic beyond."""
    size = gap.abs()
    far = (8 + (torch.log2(size.clamp(min=1).float() / 8) * 3).floor()).long()
    return torch.where(size < 8, size, far.clamp(max=DISTANCES - 1)) + DISTANCES * (gap < 0)


class Crf(nn.Module):
    """Linear-chain CRF loss over BIOES tags (Lafferty et al. 2001); scores (B, W, T), lengths by mask."""

    def __init__(self) -> None:
        super().__init__()
        never = lambda kept: torch.where(kept, 0.0, NEVER)  # noqa: E731
        self.register_buffer("forbidden", never(torch.from_numpy(may_follow())))
        self.register_buffer("opening", never(torch.tensor([n[0] in "OBS" for n in TAGS])))
        self.register_buffer("closing", never(torch.tensor([n[0] in "OES" for n in TAGS])))

    def forward(self, scores: Tensor, tags: Tensor, mask: Tensor, transitions: Tensor) -> Tensor:
        """Negative log-likelihood of ``tags`` (B, W), summed over the batch."""
        step = transitions + self.forbidden
        batch = torch.arange(len(tags), device=tags.device)
        gold = torch.gather(scores, 2, tags[:, :, None]).squeeze(2)
        gold = (gold * mask).sum(1) + (step[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]).sum(1)
        last = tags[batch, mask.sum(1).long() - 1]
        gold = gold + self.opening[tags[:, 0]] + self.closing[last]
        return (self.total(scores, mask, transitions) - gold).sum()

    def total(self, scores: Tensor, mask: Tensor, transitions: Tensor) -> Tensor:
        """(B,) log of the sum over all allowed tag sequences."""
        alpha = scores[:, 0] + self.opening
        steps = torch.exp(transitions + self.forbidden)
        for t in range(1, scores.shape[1]):
            top = alpha.max(1, keepdim=True).values
            following = torch.log(torch.exp(alpha - top) @ steps + 1e-30) + top + scores[:, t]
            alpha = torch.where(mask[:, t, None].bool(), following, alpha)
        return torch.logsumexp(alpha + self.closing, 1)
