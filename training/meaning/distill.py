"""Distil the sentence encoder into a table of word pieces:
``python -m meaning.distill --texts out/texts.json --teacher out/meaning.npz --out ../src/onrecord/model``.

The table begins as Model2Vec's does (Tulkens and van Dongen 2024): principal components of the encoder's
vectors of single pieces, frequent ones made short (Arora, Liang and Ma 2017). It is then trained so that, in
a batch, texts lie to one another as the encoder lays them: the divergence of the two softmaxes of cosines (as
in Hinton, Vinyals and Dean 2015), and that a linear map of a text's vector points where the encoder's does.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from onrecord.annotate.embedding import FILE, LONGEST, Embedder
from onrecord.text.marks import AROUND

WIDTH = 128
CELLS = 1024
EPOCHS, BATCH, RATE, TEMPERATURE = 10, 512, 2e-3, 0.05
COMMON = 1e-3  # frequency of a piece at which its weight is halved
Floats = NDArray[np.float32]


def begun(pieces: Floats, ids: Sequence[Sequence[int]]) -> Floats:
    """(V, WIDTH) the table to begin from."""
    counts = np.bincount([one for row in ids for one in row], minlength=len(pieces)) + 0.5
    weights = COMMON / (COMMON + counts / counts.sum())
    centred = pieces - pieces.mean(0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    table: Floats = (centred @ axes[:WIDTH].T * weights[:, None]).astype(np.float32)
    return table


def trained(table: Floats, ids: Sequence[Sequence[int]], targets: Floats) -> Floats:
    """The table after training on texts, given as ids of pieces, and the teacher's vectors of them."""
    torch.manual_seed(0)
    rows, onto, wanted = (
        nn.Parameter(torch.tensor(table)),
        nn.Linear(WIDTH, targets.shape[1]),
        torch.tensor(targets),
    )
    adam = torch.optim.Adam([{"params": [rows], "lr": RATE}, {"params": onto.parameters(), "lr": RATE / 2}])
    steps = EPOCHS * (len(ids) // BATCH)
    falling = torch.optim.lr_scheduler.LambdaLR(adam, lambda step: 1 - step / (steps + 1))
    for epoch in range(EPOCHS):
        total, order = 0.0, np.random.default_rng(epoch).permutation(len(ids))
        for first in range(0, len(ids) - BATCH + 1, BATCH):
            some = order[first : first + BATCH]
            found = functional.normalize(pooled(rows, [ids[place] for place in some]), dim=-1)
            loss = apart(found, onto(found), wanted[some])
            adam.zero_grad()
            loss.backward()
            adam.step()
            falling.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / (len(ids) // BATCH):.4f}", flush=True)
    return rows.detach().numpy()


def pooled(rows: Tensor, ids: Sequence[Sequence[int]]) -> Tensor:
    """(B, WIDTH) means of the rows of each text's pieces."""
    flat = torch.tensor([one for row in ids for one in row])
    starts = torch.tensor(np.cumsum([0, *map(len, ids)])[:-1])
    return functional.embedding_bag(flat, rows, starts, mode="mean")


def apart(found: Tensor, mapped: Tensor, wanted: Tensor) -> Tensor:
    """How far texts lie from how the teacher lays them."""
    itself = torch.eye(len(found)) * 1e4
    ours = torch.log_softmax(found @ found.T / TEMPERATURE - itself, -1)
    theirs = torch.softmax(wanted @ wanted.T / TEMPERATURE - itself, -1)
    turned = (1 - functional.cosine_similarity(mapped, wanted)).mean()
    return functional.kl_div(ours, theirs, reduction="batchmean") + turned


def centred(vectors: Floats, rounds: int = 15) -> Floats:
    """(CELLS, WIDTH) centres of spherical k-means (Dhillon and Modha 2001) over vectors of length 1."""
    chance = np.random.default_rng(3)
    centres = vectors[chance.choice(len(vectors), CELLS, replace=False)]
    for _ in range(rounds):
        nearest = np.concatenate([(part @ centres.T).argmax(1) for part in np.array_split(vectors, 50)])
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        empty = ~sums.any(1)
        sums[empty] = vectors[chance.choice(len(vectors), int(empty.sum()))]
        centres = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    return centres


def in_steps(table: Floats) -> tuple[NDArray[np.int8], Floats]:
    """The table in int8 and what a step of each row is worth."""
    scales = np.maximum(np.abs(table).max(axis=1), 1e-9) / 127
    return np.rint(table / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def main() -> None:
    """Train and write ``meaning.npz``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    texts: list[str] = json.loads(args.texts.read_text("utf-8"))
    taught = np.load(args.teacher)
    tokenizer = Tokenizer.from_file(str(args.out / "tokenizer.json"))
    encoded = tokenizer.encode_batch([t[:LONGEST].strip(AROUND) for t in texts], add_special_tokens=False)
    kept = [place for place, one in enumerate(encoded) if one.ids]
    ids = [encoded[place].ids for place in kept]
    table, scales = in_steps(trained(begun(taught["pieces"], ids), ids, taught["texts"][kept]))
    embedder = Embedder(tokenizer, table, scales, np.zeros((0, WIDTH), dtype=np.float32), "")
    vectors = embedder.embed(texts).astype(np.float32)
    vectors = vectors[vectors.any(1)]
    centres = centred(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
    np.savez(args.out / FILE, table=table, scales=scales, centres=centres.astype(np.float32))


if __name__ == "__main__":
    main()
