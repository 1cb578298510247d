"""What the sentence encoder makes of each text:
``python -m meaning.teacher --texts out/texts.json --out out/meaning.npz``.

all-MiniLM-L6-v2 as published: mean of the last hidden states, of length 1. Also of every single word piece,
from which the table begins.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import AutoModel, AutoTokenizer

from onrecord.annotate.embedding import LONGEST
from onrecord.text.marks import AROUND
from reader.encoder import encoder_folder

WIDTH = 384
CLS, SEP = 101, 102
Floats = NDArray[np.float32]


class Teacher:
    """The published sentence encoder."""

    def __init__(self) -> None:
        """Load it from its package."""
        self.tokenizer = AutoTokenizer.from_pretrained(str(encoder_folder()))
        self.model = AutoModel.from_pretrained(str(encoder_folder())).eval()

    def embed(self, texts: Sequence[str]) -> Floats:
        """(N, 384) vectors of length 1."""
        out = np.zeros((len(texts), WIDTH), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        for first in range(0, len(order), 32):
            some = order[first : first + 32]
            clean = [texts[place][:LONGEST].strip(AROUND) for place in some]
            batch = self.tokenizer(clean, padding=True, truncation=True, max_length=256, return_tensors="pt")
            out[some] = self._pooled(**batch)
        return out

    def pieces(self) -> Floats:
        """(V, 384) vectors of each piece of the vocabulary by itself."""
        parts = []
        for ids in torch.arange(self.tokenizer.vocab_size).split(512):
            row = torch.stack([torch.full_like(ids, CLS), ids, torch.full_like(ids, SEP)], 1)
            parts.append(self._pooled(input_ids=row, attention_mask=torch.ones_like(row)))
        return np.concatenate(parts)

    @torch.no_grad()
    def _pooled(self, **batch: torch.Tensor) -> Floats:
        mask = batch["attention_mask"][..., None].float()
        states = self.model(**batch).last_hidden_state
        return torch.nn.functional.normalize((states * mask).sum(1) / mask.sum(1), dim=-1).numpy()


def main() -> None:
    """Write both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    teacher = Teacher()
    texts = json.loads(args.texts.read_text("utf-8"))
    np.savez(args.out, texts=teacher.embed(texts), pieces=teacher.pieces())


if __name__ == "__main__":
    main()
