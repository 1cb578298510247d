"""How sure antecedents are, on documents held out: ``python -m people.calibrate``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor

from .corpora import Example
from .measure import found_in
from .model import Mentions
from .train import Corpus, links, table_of
from .trunk import LAYER

GRID = [round(0.6 + 0.1 * i, 1) for i in range(25)]
BINS = 10


def choices(model: Mentions, held: Sequence[Example]) -> Iterator[tuple[Tensor, Tensor]]:
    """Of each person or organisation that is found and marked: log-probabilities, and the right choices."""
    for example in held:
        bounds, kinds, vectors = found_in(model, example)
        scores, candidates = links(model, vectors, table_of(example, bounds))
        entity = {tuple(b): int(e) for b, e in zip(example.bounds.tolist(), example.entities, strict=True)}
        numbers = torch.tensor([entity.get(tuple(b), -1 - i) for i, b in enumerate(bounds.tolist())])
        same = (numbers[candidates.clamp(min=0)] == numbers[:, None]) & (candidates >= 0)
        right = torch.cat((~same.any(1, keepdim=True), same), 1)
        for row in np.flatnonzero((numbers.numpy() >= 0) & (kinds <= 2)):
            yield scores[row], right[row]


def loss(rows: Sequence[tuple[Tensor, Tensor]], temperature: float) -> float:
    """Mean negative log-likelihood of a right choice."""
    chances = ((s / temperature).softmax(0)[r].sum().clamp(min=1e-6) for s, r in rows)
    return -float(torch.stack(list(chances)).log().mean())


def error(rows: Sequence[tuple[Tensor, Tensor]], temperature: float) -> float:
    """Expected calibration error (Guo et al. 2017) of the chance of no antecedent, in ``BINS`` bins."""
    sure = np.array([float((s / temperature).softmax(0)[0]) for s, _ in rows])
    right = np.array([bool(r[0]) for _, r in rows])
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    return sum(abs(sure[bins == b].sum() - right[bins == b].sum()) for b in range(BINS)) / len(sure)


def main() -> None:
    """Print the best temperature, and what it does to the calibration error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6 - LAYER)
    args = parser.parse_args()
    torch.set_num_threads(1)
    model = Mentions(args.layers)
    model.load_state_dict(load_file(args.weights))
    model.eval()
    with torch.no_grad():
        rows = list(choices(model, Corpus.load(args.examples).held))
    best = min(GRID, key=lambda t: loss(rows, t))
    print(f"{len(rows)} mentions; temperature {best}")
    for temperature in (1.0, best):
        shown = f"loss {loss(rows, temperature):.4f}, calibration error {100 * error(rows, temperature):.1f}"
        print(f"at {temperature}: {shown}")


if __name__ == "__main__":
    main()
