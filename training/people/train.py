"""Train the mentions' network on cached trunks: ``python -m people.train --examples FILE --out FOLDER``."""

from __future__ import annotations

import argparse
import json
import pickle
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional

from onrecord.annotate.pairs import Pairs, pairs
from onrecord.annotate.pieces import SHAPES
from reader.encoder import load_encoder
from reader.model import Encoder

from .corpora import Example, is_held_out
from .model import WIDTHS, Mentions
from .trunk import LAYER

WEIGHT = {"news": 2, "interview": 2, "speech": 2, "bio": 2, "court": 2}
FLOOR = 0.1  # probability from which a span that is no mention is shown to the second stage
MOST = 1  # spans proposed a word, at most: an untrained network would propose all
LOWEST = -29.0  # log-odds under which a span is none at all
UNLIKELY = 0.7  # probability of being no mention from which a span is not linked in training
KIND_WEIGHT = torch.tensor([0.5, 2.0, 1.0, 1.0, 0.5])  # how much the antecedents of each kind count


def batch_of(examples: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """All windows of the examples, padded: trunk (B, P, H), ids (B, P), firsts (B, W)."""
    reads = [e.read for e in examples]
    trunks = [torch.from_numpy(t) for r in reads for t in r.trunks]
    ids = [torch.from_numpy(i) for r in reads for i in r.ids]
    firsts = [torch.from_numpy(f) for r in reads for f in r.firsts]
    pad = torch.nn.utils.rnn.pad_sequence
    return pad(trunks, batch_first=True).float(), pad(ids, batch_first=True), pad(firsts, batch_first=True)


def edge_targets(example: Example) -> list[tuple[Tensor, Tensor]]:
    """Of each window, which words are fresh (W,) and (W, WIDTHS) where mentions begin and how far they go."""
    out = []
    for window in example.read.windows:
        size = window.last - window.first
        target = torch.zeros(size, WIDTHS)
        for first, last in example.bounds:
            if window.first <= first and last < window.last and last - first < WIDTHS:
                target[first - window.first, last - first] = 1.0
        fresh = torch.arange(size) >= window.fresh - window.first
        out.append((fresh, target))
    return out


def joined(example: Example, words: Tensor, edges: Tensor) -> tuple[Tensor, Tensor]:
    """The words (N, WORDS) and edges (N, WIDTHS) of a whole text, each from the window where it is fresh.

    A span that begins before a window's end and ends after it has no score.
    """
    all_words, all_edges = [], []
    for row, window in enumerate(example.read.windows):
        low, high = window.fresh - window.first, window.last - window.first
        all_words.append(words[row, low:high])
        band = edges[row, low:high].clone()
        room = (high - torch.arange(low, high))[:, None]
        all_edges.append(torch.where(torch.arange(WIDTHS)[None, :] < room, band, torch.tensor(-30.0)))
    return torch.cat(all_words), torch.cat(all_edges)


def proposals(edges: Tensor, floor: float) -> np.ndarray:
    """(n, 2) words of the spans with a probability of ``floor`` or more."""
    scores = edges.sigmoid()
    most = min(scores.numel(), MOST * len(scores))
    floor = max(floor, float(scores.flatten().topk(most).values[-1]) if most else 1.0)
    starts, widths = torch.nonzero(scores >= floor, as_tuple=True)
    return torch.stack((starts, starts + widths), 1).numpy()


def ordered(bounds: np.ndarray) -> np.ndarray:
    """Row numbers in text order, the longer of two with one start first."""
    return np.lexsort((-bounds[:, 1], bounds[:, 0]))


def edge_loss(example: Example, edges: Tensor) -> Tensor:
    """Log-loss of all spans of the fresh words, by the number of mentions."""
    total = torch.zeros(())
    for row, (fresh, target) in enumerate(edge_targets(example)):
        scores = edges[row, : len(target)]
        loss = functional.binary_cross_entropy_with_logits(scores, target, reduction="none")
        total = total + (loss * (scores > LOWEST))[fresh].sum()
    return total / max(1, len(example.bounds))


def shown(example: Example, edges: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """The spans (n, 2) shown to the second stage and their kinds (n,): the mentions, then others proposed."""
    if not example.full:
        return example.bounds, example.kinds
    gold = {tuple(b) for b in example.bounds.tolist()}
    extra = [b for b in proposals(edges.detach(), FLOOR).tolist() if tuple(b) not in gold]
    if len(extra) > len(gold) + 20:
        extra = random.sample(extra, len(gold) + 20)
    bounds = np.array([*example.bounds.tolist(), *extra], dtype=np.int64).reshape(-1, 2)
    return bounds, np.concatenate((example.kinds, np.zeros(len(extra), dtype=np.int64)))


def mention_losses(model: Mentions, example: Example, words: Tensor, edges: Tensor) -> dict[str, Tensor]:
    """Losses of the spans, of their kinds and forms, and of their antecedents."""
    losses = {"edges": edge_loss(example, edges)} if example.full else {}
    whole, band = joined(example, words, edges)
    bounds, kinds = shown(example, band)
    vectors = model.heads.spans(whole, torch.from_numpy(bounds[:, 0]), torch.from_numpy(bounds[:, 1]))
    dropped, truth = model.heads.drop(vectors), torch.from_numpy(kinds)
    losses["kinds"] = functional.cross_entropy(model.heads.kinds(dropped), truth)
    forms = torch.from_numpy(example.forms)
    losses["forms"] = functional.cross_entropy(model.heads.forms(dropped[: len(forms)]), forms)
    if example.linked:
        losses["links"] = link_loss(model, example, vectors, bounds, kinds)
    return losses


def link_loss(
    model: Mentions, example: Example, vectors: Tensor, bounds: np.ndarray, kinds: np.ndarray
) -> Tensor:
    """Negative log-likelihood of going back to any right antecedent, or of being new (Lee et al. 2017).

    Spans that are no mention count as new; those that look the least like one are left out, as they will be.
    """
    with torch.no_grad():
        none = model.heads.kinds(vectors).softmax(-1)[:, 0]
    kept = np.array([i for i in range(len(bounds)) if kinds[i] or none[i] < UNLIKELY])
    kept = kept[ordered(bounds[kept])]
    entities = np.concatenate((example.entities, -1 - np.arange(len(bounds) - len(example.entities))))[kept]
    scores, candidates = links(model, vectors[kept], table_of(example, bounds[kept]))
    numbers = torch.from_numpy(entities)
    same = (numbers[candidates.clamp(min=0)] == numbers[:, None]) & (candidates >= 0)
    target = torch.cat((~same.any(1, keepdim=True), same), 1)
    loss = -torch.logsumexp(scores.masked_fill(~target, -1e4), 1)
    weight = KIND_WEIGHT[torch.from_numpy(kinds[kept])]
    return (loss * weight).sum() / weight.sum()


def table_of(example: Example, bounds: np.ndarray) -> Pairs:
    """Candidates and features of the mentions with the words ``bounds``, as in the package."""
    pieces = example.read.pieces
    spans = [pieces.span(int(a), int(b)) for a, b in bounds]
    openings = (pieces.starts[pieces.breaks >= level] for level in (1, 2))
    return pairs(example.read.text, spans, *openings)


def links(model: Mentions, vectors: Tensor, table: Pairs) -> tuple[Tensor, Tensor]:
    """Log-probabilities (n, 1 + m) of each mention's being new and of its best candidates (n, m)."""
    return model.heads.links(
        vectors, *(torch.from_numpy(x) for x in (table.candidates, table.features, table.own))
    )


def together(log_links: Tensor, candidates: Tensor) -> Tensor:
    """(n, n) probability of each two mentions to be the same, if each chooses its antecedent by itself.

    Row by row: a mention is the same as an earlier one when what it goes back to is.
    """
    count = len(candidates)
    at = torch.where(candidates < 0, count, candidates)
    dense = torch.zeros(count, count + 1).scatter_add(1, at, log_links[:, 1:].exp())[:, :count]
    same = torch.ones(1, 1)
    for row in range(1, count):
        new = dense[row : row + 1, :row] @ same
        same = torch.cat((torch.cat((same, new.t()), 1), torch.cat((new, torch.ones(1, 1)), 1)), 0)
    return same


def gap_scores(model: Mentions, example: Example, words: Tensor, edges: Tensor) -> Tensor:
    """(2,) probabilities that the pronoun is A, and that it is B."""
    whole, band = joined(example, words, edges)
    given = [tuple(b) for b in example.bounds.tolist()]
    found = [tuple(b) for b in proposals(band.detach(), 0.3).tolist() if tuple(b) not in given]
    bounds = np.array([*given, *found], dtype=np.int64)
    vectors = model.heads.spans(whole, torch.from_numpy(bounds[:, 0]), torch.from_numpy(bounds[:, 1]))
    with torch.no_grad():
        none = model.heads.kinds(vectors).softmax(-1)[:, 0]
    kept = np.array([i for i in range(len(bounds)) if i < 3 or none[i] < 0.5])
    kept = kept[ordered(bounds[kept])]
    place = {int(k): i for i, k in enumerate(kept)}
    table = table_of(example, bounds[kept])
    same = together(*links(model, vectors[kept], table))
    return torch.stack((same[place[0], place[1]], same[place[0], place[2]]))


def gap_loss(model: Mentions, examples: Sequence[Example]) -> Tensor:
    """Mean log-loss of the two decisions of every snippet."""
    words = run(model, examples)
    edges = model.heads.edges(words)
    scores = torch.stack(
        [gap_scores(model, e, words[i : i + 1], edges[i : i + 1]) for i, e in enumerate(examples)]
    )
    target = torch.tensor([[float(x) for x in e.pair or ()] for e in examples])
    return functional.binary_cross_entropy(scores.clamp(1e-5, 1 - 1e-5), target)


def run(model: Mentions, examples: Sequence[Example]) -> Tensor:
    """(B, W, WORDS) of all windows of the examples."""
    trunk, ids, firsts = batch_of(examples)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=model.training):
        words = model.branch(trunk, ids, firsts)
    return words.float()


def optimiser_of(model: Mentions, args: argparse.Namespace, steps: int):
    """AdamW with a rate of its own for the pretrained layers, warmed up and then lowered in a line."""
    layers = list(model.branch.layers.parameters())
    known = {id(p) for p in layers}
    heads = [p for p in model.parameters() if id(p) not in known]
    groups = [{"params": layers, "lr": args.rate}, {"params": heads, "lr": args.head_rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, s / (0.06 * steps)) * max(0.0, 1 - s / steps)
    )
    return optimiser, schedule


def initial(layers: int) -> Mentions:
    """A network whose layers are the published encoder's uppermost ones."""
    model, encoder = Mentions(layers), Encoder(SHAPES)
    load_encoder(encoder)
    for ours, theirs in zip(model.branch.layers, list(encoder.layers)[-layers:], strict=True):
        ours.load_state_dict(theirs.state_dict())
    return model


def epoch_of(gum: dict[str, list[Example]], rng: random.Random) -> list[Example]:
    """One cut of every document, those of the genres that matter most more than once, in random order."""
    names = [n for n, cuts in gum.items() for _ in range(WEIGHT.get(cuts[0].genre, 1))]
    rng.shuffle(names)
    return [rng.choice(gum[n]) for n in names]


def chunks(examples: Sequence[Example], size: int, rng: random.Random) -> Iterator[list[Example]]:
    """Endless random batches."""
    while True:
        order = rng.sample(range(len(examples)), len(examples))
        for low in range(0, len(order) - size + 1, size):
            yield [examples[i] for i in order[low : low + size]]


@dataclass(slots=True)
class Corpus:
    """The examples by what they are for.

    Attributes:
        gum: the cuts of each document that is trained on.
        held: documents of GUM held out.
        marked: texts of which some mentions are marked.
        gap: snippets that are trained on, those made from news among them.
        validation: GAP's validation part.
    """

    gum: dict[str, list[Example]]
    held: list[Example]
    marked: list[Example]
    gap: list[Example]
    validation: list[Example]

    @classmethod
    def load(cls, path: Path) -> Corpus:
        """Sort the examples that ``people.corpora`` wrote."""
        with path.open("rb") as stream:
            examples: list[Example] = pickle.load(stream)  # noqa: S301 - our own file
        out = cls(defaultdict(list), [], [], [], [])
        for e in examples:
            if e.pair is not None:
                (out.validation if e.name.startswith("validation") else out.gap).append(e)
            elif not e.full:
                out.marked.append(e)
            elif is_held_out(e.name):
                out.held.append(e)
            else:
                out.gum[e.name].append(e)
        return out


def train_epoch(
    model: Mentions, corpus: Corpus, stepper: Stepper, args: argparse.Namespace
) -> dict[str, float]:
    """One pass over the documents; the mean of every loss."""
    model.train()
    sums: defaultdict[str, float] = defaultdict(float)
    order = epoch_of(corpus.gum, stepper.rng)
    for example in order:
        words = run(model, [example])
        losses = mention_losses(model, example, words, model.heads.edges(words))
        if args.marked_weight:
            part = next(stepper.marked)
            words = run(model, part)
            found = mention_losses(model, part[0], words, model.heads.edges(words))
            losses |= {f"marked {k}": args.marked_weight * v for k, v in found.items()}
        losses["gap loss"] = args.gap_weight * gap_loss(model, next(stepper.snippets))
        stepper.step(sum(losses.values()))
        for name, value in losses.items():
            sums[name] += float(value.detach()) / len(order)
    return {name: round(value, 3) for name, value in sums.items()}


@dataclass(slots=True)
class Stepper:
    """What goes on from step to step."""

    model: Mentions
    optimiser: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler
    rng: random.Random
    snippets: Iterator[list[Example]]
    marked: Iterator[list[Example]]

    def step(self, loss: Tensor) -> None:
        """Go down the loss."""
        self.optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.schedule.step()


def parsed() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--layers", type=int, default=6 - LAYER)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--gap-batch", type=int, default=10)
    parser.add_argument("--gap-weight", type=float, default=1.0)
    parser.add_argument("--marked-weight", type=float, default=0.5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--measure-every", type=int, default=2)
    return parser.parse_args()


def main() -> None:
    """Train, measure now and then, and save."""
    args = parsed()
    from .measure import measure  # it takes this module's functions

    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    rng = random.Random(args.seed)
    corpus = Corpus.load(args.examples)
    model = initial(args.layers)
    if args.start:
        model.load_state_dict(load_file(args.start))
    optimiser, schedule = optimiser_of(model, args, args.epochs * len(epoch_of(corpus.gum, rng)))
    snippets = chunks(corpus.gap, args.gap_batch, rng)
    stepper = Stepper(model, optimiser, schedule, rng, snippets, chunks(corpus.marked, 1, rng))
    args.out.mkdir(parents=True, exist_ok=True)
    for epoch in range(args.epochs):
        began = time.time()
        report = {"epoch": epoch} | train_epoch(model, corpus, stepper, args)
        report["seconds"] = round(time.time() - began)
        save_file(model.state_dict(), args.out / "mentions.safetensors")
        if (epoch + 1) % args.measure_every == 0 or epoch + 1 == args.epochs:
            model.eval()
            with torch.no_grad():
                report |= measure(model, corpus.held, corpus.validation)
        print(json.dumps(report), flush=True)


if __name__ == "__main__":
    main()
