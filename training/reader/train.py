"""Train the reader on PolNeAR: ``python -m reader.train --corpus DIR --out DIR`` from ``training/``."""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import nn
from torch.optim import AdamW

from onrecord.annotate.pieces import SHAPES, Pieces, cut
from onrecord.evaluate.corpus import read_corpus

from .batches import Article, Batch, Cutting, batches, encode
from .encoder import encoder_folder, load_encoder
from .links import link_loss
from .measure import dev_figures
from .model import Crf, Reader

WARMING = 0.05  # share of the steps over which the learning rate rises
AVERAGING = 0.998  # decay of the parameters' moving average, some 500 steps


def groups(model: Reader, lr: float, head_lr: float, decay: float) -> list[dict[str, object]]:
    """Optimizer groups: layers nearer the input learn more slowly; word embeddings are frozen."""
    model.encoder.words.weight.requires_grad_(False)
    depth = len(model.encoder.layers)
    found: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        if name.startswith("encoder.layers."):
            rate = lr * decay ** (depth - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder."):
            rate = head_lr / 2 if "shapes" in name else lr * decay**depth
        else:
            rate = head_lr
        found.setdefault((rate, 0.01 if p.ndim > 1 else 0.0), []).append(p)
    return [{"params": ps, "lr": r, "peak": r, "weight_decay": w} for (r, w), ps in found.items()]


class Average:
    """Exponential moving average of the trained parameters (Polyak and Juditsky 1992)."""

    def __init__(self, model: nn.Module, most: float = AVERAGING) -> None:
        self.steps, self.most = 0, most
        self.shadow = {n: p.detach().clone() for n, p in model.named_parameters() if p.requires_grad}

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """Move the average towards the model's parameters as they are now."""
        self.steps += 1
        decay = min(self.most, (1 + self.steps) / (10 + self.steps))
        for n, p in model.named_parameters():
            if n in self.shadow:
                self.shadow[n].lerp_(p, 1 - decay)

    def swap(self, model: nn.Module) -> None:
        """Exchange the model's parameters with their averages; a second call undoes the first."""
        for n, p in model.named_parameters():
            if n in self.shadow:
                p.data, self.shadow[n] = self.shadow[n], p.data


@dataclass(slots=True)
class Clock:
    """How much of the training is done, by steps or by minutes, whichever is further."""

    steps: int
    minutes: float
    begun: float
    step: int = 0

    @property
    def done(self) -> float:
        """From 0 to 1 and on."""
        return max(self.step / self.steps, (time.time() - self.begun) / 60 / self.minutes)

    @property
    def rate(self) -> float:
        """The learning rate's share of its peak: a short rise, then a half cosine down to a fiftieth."""
        rise = min(1.0, self.step / (WARMING * self.steps))
        return rise * max(0.02, 0.5 * (1 + math.cos(math.pi * min(1.0, self.done))))


def loss_of(model: Reader, crf: Crf, batch: Batch, device: str) -> torch.Tensor:
    """Tags' and links' negative log-likelihood, per word."""
    ids, shapes, firsts, tags, mask = (
        x.to(device) for x in (batch.ids, batch.shapes, batch.firsts, batch.tags, batch.mask)
    )
    with torch.autocast(device, dtype=torch.bfloat16):
        scores, keys = model(ids, shapes, firsts)
    nll = crf(scores.float(), tags, mask.float(), model.transitions)
    return (nll + link_loss(model, keys.float(), batch.relations)) / mask.sum()


def load_articles(folder: Path, tokenizer: Tokenizer) -> list[Article]:
    """Every annotation of every article of a split."""
    known: dict[str, Pieces] = {}
    found = []
    for annotated in read_corpus(folder):
        if annotated.name not in known:
            known[annotated.name] = cut(annotated.text, tokenizer)
        found.append(encode(annotated, known[annotated.name]))
    return found


def load_tokenizer() -> Tokenizer:
    """The encoder's tokenizer, without padding and truncation."""
    tokenizer = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def new_model(start: Path | None, device: str) -> Reader:
    """A reader with the encoder's published weights, or one to go on from."""
    model = Reader(SHAPES)
    if start:
        model.load_state_dict(load_file(start))
    else:
        load_encoder(model.encoder)
    return model.to(device)


def run_epoch(model: Reader, epoch: list[Batch], clock: Clock, optimizer: AdamW, average: Average) -> float:
    """One pass over the batches, or less when the time is up; the mean loss."""
    device = model.nulls.device.type
    crf = Crf().to(device)
    model.train()
    losses = []
    for batch in epoch:
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * clock.rate
        loss = loss_of(model, crf, batch, device)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        average.update(model)
        losses.append(loss.item())
        clock.step += 1
        if clock.step % 50 == 0:
            print(f"step {clock.step}/{clock.steps} loss {sum(losses) / len(losses):.4f}", flush=True)
        if clock.done >= 1:
            break
    return sum(losses) / len(losses)


def train(args: argparse.Namespace) -> Iterator[dict[str, object]]:
    """Train, and yield the development figures after every second epoch and at the end."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    tokenizer = load_tokenizer()
    articles = load_articles(args.corpus / "train", tokenizer)
    if args.limit:
        articles = rng.sample(articles, args.limit)
    model = new_model(args.start, device)
    optimizer = AdamW(groups(model, args.lr, args.head_lr, args.layer_decay))
    average = Average(model)
    cutting = Cutting(args.window, args.budget, args.masking, args.fragments)
    epochs = [batches(articles, cutting, rng) for _ in range(args.epochs)]
    clock = Clock(sum(map(len, epochs)), args.minutes, time.time())
    for number, epoch in enumerate(epochs, 1):
        loss = run_epoch(model, epoch, clock, optimizer, average)
        last = number == len(epochs) or clock.done >= 1
        if number % 2 == 0 or last:
            average.swap(model)
            figures = dev_figures(model, args.corpus / "dev", tokenizer, device)
            save_file(
                {n: p.detach().cpu().contiguous() for n, p in model.state_dict().items()},
                args.out / "reader.safetensors",
            )
            average.swap(model)
            yield {"epoch": number, "loss": loss, "seconds": time.time() - clock.begun, **figures}
        if last:
            return


def main() -> None:
    """Parse the arguments, train, and log each measurement as a line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="PolNeAR: train/ and dev/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights to go on from, instead of the encoder's")
    parser.add_argument("--epochs", type=int, default=13)
    parser.add_argument("--minutes", type=float, default=1e9, help="the schedule ends after this long")
    parser.add_argument("--lr", type=float, default=2e-4, help="peak for the encoder's last layer")
    parser.add_argument("--head-lr", type=float, default=1e-3)
    parser.add_argument("--layer-decay", type=float, default=0.85)
    parser.add_argument("--budget", type=int, default=3072, help="pieces a batch holds")
    parser.add_argument("--window", type=int, default=384, help="pieces a window holds")
    parser.add_argument("--masking", type=float, default=0.05, help="share of pieces hidden")
    parser.add_argument(
        "--fragments", type=float, default=0.0, help="share of sentences read as nested ones too"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, default=0, help="articles to train on, for a trial")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    settings = {k: str(v) for k, v in vars(args).items() if k not in ("corpus", "out", "start")}
    with (args.out / "log.jsonl").open("a") as log:
        for figures in train(args):
            line = json.dumps(figures | {"settings": settings})
            print(line, flush=True)
            log.write(line + "\n")
            log.flush()


if __name__ == "__main__":
    main()
