"""Teach the reader the level inside the contents: ``python -m reader.nested --corpus DIR --model DIR``.

The reader itself stays as it is. A small head on its features learns what a second reading of the contents
gives (see ``teacher``), is made int8, and joined into the reader's file as its outputs ``inner_scores`` and
``inner_keys``; its tables go into ``tables.json`` as "inner". Features are held in memory, 2 GB of it.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.utils import clip_grad_norm_

from onrecord.annotate.inside import readable
from onrecord.annotate.levels import CONTEXT, WINDOW
from onrecord.annotate.network import FOLDER, Network, Tables, load, tables_of
from onrecord.annotate.pieces import cut, windows, words_in
from onrecord.annotate.reading import annotate
from onrecord.evaluate.corpus import Annotated, read_corpus

from .export import export_heads, learned
from .features import PARTS, WIDTH, Exposed
from .heads import Head, soft_loss
from .join import joined
from .links import link_loss
from .model import Crf
from .teacher import Lesson, lesson
from .train import Average

WARMING = 0.05  # share of the steps over which the learning rate rises
AVERAGING = 0.99  # decay of the parameters' moving average
NEVER = 1.1  # a floor that keeps an untrained head silent
OFTEN = 0.1  # share of its places in the corpus at which a word is part of a cue, for it to tell of one
FLOOR = 0.2  # confidence under which a nested statement is not told; see docs/model-card.md


@dataclass(frozen=True, slots=True)
class Example:
    """One window: ``features`` (W, F n) as float16, and the lessons that lie in it, counted in its words."""

    features: np.ndarray
    lessons: tuple[Lesson, ...]


def examples(text: str, network: Network, exposed: Exposed) -> Iterator[Example]:
    """The windows of one article that hold a content, with what its second reading found."""
    pieces = cut(text, network.tokenizer)
    outer = [a for a in annotate(text, network) if a.parent is None]
    places = words_in(pieces, [span for a in outer for span in readable(a.content, text)])
    lessons = [lesson(pieces.span(*place).of(text), *place, network) for place in places]
    for window in windows(pieces, WINDOW, CONTEXT):
        inside = [
            Lesson(x.first - window.first, x.last - window.first, x.tags, x.relations)
            for x in lessons
            if x and window.first <= x.first and window.fresh <= x.last < window.last
        ]
        if inside:
            features, _, _ = exposed.of(pieces, window)
            yield Example(features.astype(np.float16), tuple(inside))


def batches(all_examples: Sequence[Example], budget: int, rng: random.Random) -> list[list[Example]]:
    """Windows of like length together, ``budget`` words to a batch, in random order."""
    groups: list[list[Example]] = [[]]
    for e in sorted(all_examples, key=lambda e: len(e.features) + rng.random() * 20):
        if groups[-1] and len(e.features) * (len(groups[-1]) + 1) > budget:
            groups.append([])
        groups[-1].append(e)
    rng.shuffle(groups)
    return groups


def inputs(group: Sequence[Example]) -> list[Tensor]:
    """``PARTS``, each (B, W, F), padded with zeros."""
    longest = max(len(e.features) for e in group)
    whole = np.zeros((len(group), longest, WIDTH * len(PARTS)), dtype=np.float32)
    for row, e in enumerate(group):
        whole[row, : len(e.features)] = e.features
    return list(torch.from_numpy(whole).split(WIDTH, 2))


def loss_of(head: Head, crf: Crf, group: Sequence[Example]) -> Tensor:
    """Tags' and links' cross-entropy, per word of the contents."""
    scores, keys = head(*inputs(group))
    inside = [(row, x) for row, e in enumerate(group) for x in e.lessons]
    chances = [torch.from_numpy(x.tags.astype(np.float32)) for _, x in inside]
    tags = soft_loss(crf, [scores[row, x.first : x.last + 1] for row, x in inside], chances, head.transitions)
    links = sum(link_loss(head, keys[row, None, x.first : x.last + 1], [x.relations]) for row, x in inside)
    return (tags + links) / sum(len(c) for c in chances)


def train(all_examples: Sequence[Example], head: Head, epochs: int, rate: float, seed: int) -> None:
    """AdamW under a rise and a half cosine; the head ends as the moving average of its parameters."""
    rng = random.Random(seed)
    epochs_of = [batches(all_examples, 4000, rng) for _ in range(epochs)]
    optimizer = torch.optim.AdamW(head.parameters(), lr=rate, weight_decay=0.01)
    average, crf = Average(head, AVERAGING), Crf()
    steps, step, begun = sum(map(len, epochs_of)), 0, time.time()
    head.train()
    for number, epoch in enumerate(epochs_of, 1):
        losses = []
        for group in epoch:
            done = step / steps
            for part in optimizer.param_groups:
                part["lr"] = (
                    rate * min(1.0, done / WARMING + 0.01) * max(0.02, 0.5 + 0.5 * math.cos(math.pi * done))
                )
            loss = loss_of(head, crf, group)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            clip_grad_norm_(head.parameters(), 1.0)
            optimizer.step()
            average.update(head)
            losses.append(loss.item())
            step += 1
        print(f"epoch {number} loss {np.mean(losses):.4f} after {time.time() - begun:.0f} s", flush=True)
    average.swap(head)
    head.eval()


def install(head: Head, model: Path, floor: float) -> None:
    """Make the head int8, join it into the reader of the folder ``model``, and add its tables."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "head.onnx"
        widths = dict.fromkeys(PARTS, WIDTH)
        export_heads(head, path, widths, ["scores", "keys"])
        onnx.save(joined(onnx.load(model / "reader.onnx"), onnx.load(path), "inner"), model / "reader.onnx")
    tables = json.loads((model / "tables.json").read_text("utf-8"))
    inner = learned(head, tables.get("inner", tables)["calibration"], floor)
    (model / "tables.json").write_text(json.dumps(tables | {"inner": inner}))


def cue_words(annotated: Sequence[Annotated], tokenizer: Tokenizer) -> list[int]:
    """Ids of words that are part of a cue ``OFTEN``, and twice, by each article's first annotation."""
    inside: Counter[int] = Counter()
    everywhere: Counter[int] = Counter()
    for one in {a.name: a for a in reversed(annotated)}.values():
        pieces = cut(one.text, tokenizer)
        whole = np.diff(np.append(pieces.firsts, len(pieces.ids))) == 1
        ids = np.where(whole, pieces.ids[pieces.firsts], -1)
        everywhere.update(ids.tolist())
        for attribution in one.attributions:
            for first, last in words_in(pieces, attribution.cue):
                inside.update(ids[first : last + 1].tolist())
    return sorted(i for i, n in inside.items() if i >= 0 and n > 1 and n >= OFTEN * everywhere[i])


def outer_tables(model: Path) -> Tables:
    """The tables of the outermost level."""
    return tables_of(json.loads((model / "tables.json").read_text("utf-8")))


def main() -> None:
    """Read the corpus, train, install."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="PolNeAR's train/")
    parser.add_argument("--model", type=Path, default=FOLDER, help="the model folder, changed in place")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--floor", type=float, default=FLOOR)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    corpus = list(read_corpus(args.corpus))
    path = args.model / "tables.json"
    tables = json.loads(path.read_text("utf-8"))
    tokenizer = Tokenizer.from_file(str(args.model / "tokenizer.json"))
    path.write_text(json.dumps(tables | {"cues": cue_words(corpus, tokenizer)}))
    if "inner" not in tables:
        install(Head(outer_tables(args.model)), args.model, NEVER)
    network, exposed = load(args.model), Exposed.load(args.model / "reader.onnx")
    texts = {a.name: a.text for a in corpus}
    all_examples = [e for text in texts.values() for e in examples(text, network, exposed)]
    print(f"{len(all_examples)} windows, {sum(len(e.lessons) for e in all_examples)} contents")
    head = Head(network.tables)
    train(all_examples, head, args.epochs, args.rate, args.seed)
    install(head, args.model, args.floor)


if __name__ == "__main__":
    main()
