"""Tokens per second against a BERT-base tagger in PyTorch and against the bare encoder, in one run.

    python bench/speed.py [TEXT ...] [--encoder FILE.onnx] [--threads 2] [--repeats 7]

The peer is what a plain tagger costs: BERT-base in fp32 with a token classification head, tokenising
included, given the same texts in windows of the same size without overlap, and the best of three batch sizes.
Its weights are random, since speed does not depend on their values. onrecord's time is that of its whole way
from text to attributions: tokenising, encoder, decoding, links, and the second reading of contents. The bare
encoder is timed on ready inputs. A token is a word piece of the texts, counted once for all contestants.
Contestants take turns, and the ratio given is the median over the rounds.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.levels import WINDOW
from onrecord.annotate.network import CLS, SEP, Network, load, side_by_side
from onrecord.annotate.pieces import Pieces, cut, windows
from onrecord.annotate.reading import annotate
from sample import report, say

BATCHES = (1, 4, 8)
Batch = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]  # ids, shapes, mask: (windows, pieces)
Contestant = Callable[[], object]
Clock = Callable[[], float]  # seconds


def batches_of(all_pieces: list[Pieces], size: int) -> list[Batch]:
    """The texts' windows without overlap, those of like length together, ``size`` to a batch."""
    rows = []
    for pieces in all_pieces:
        for window in windows(pieces, WINDOW, 0):
            low, high = pieces.piece_bounds(window.first, window.last)
            rows.append((pieces.ids[low:high], pieces.shapes[low:high]))
    rows.sort(key=lambda row: len(row[0]))
    return [_padded(rows[start : start + size]) for start in range(0, len(rows), size)]


def _padded(rows: list[tuple[NDArray[np.int64], NDArray[np.int64]]]) -> Batch:
    longest = max(len(ids) for ids, _ in rows) + 2
    ids, shapes, mask = (np.zeros((len(rows), longest), dtype=np.int64) for _ in range(3))
    for row, (own_ids, own_shapes) in enumerate(rows):
        end = len(own_ids) + 1
        ids[row, 0], ids[row, 1:end], ids[row, end] = CLS, own_ids, SEP
        shapes[row, 1:end] = own_shapes
        mask[row, : end + 1] = 1
    return ids, shapes, mask


def bert_tagger(texts: list[str], network: Network, threads: int) -> Callable[[int], Contestant]:
    """A maker of BERT-base taggers by batch size; needs torch and transformers."""
    import torch
    from transformers import BertConfig, BertForTokenClassification

    torch.set_num_threads(threads)
    model = BertForTokenClassification(BertConfig(num_labels=13)).eval()

    def tag(size: int) -> list[Any]:
        tagged = []
        with torch.inference_mode():
            for ids, _, mask in batches_of([cut(text, network.tokenizer) for text in texts], size):
                scores = model(input_ids=torch.from_numpy(ids), attention_mask=torch.from_numpy(mask)).logits
                tagged.append(scores.argmax(-1).numpy())
        return tagged

    return lambda size: lambda: tag(size)


def bare_encoder(path: Path, texts: list[str], network: Network, threads: int) -> Callable[[int], Contestant]:
    """A maker of bare encoder runs by batch size, on inputs made beforehand."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = threads
    session = InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    all_pieces = [cut(text, network.tokenizer) for text in texts]
    wanted = {entry.name for entry in session.get_inputs()}

    def make(size: int) -> Contestant:
        named = [
            dict(zip(("ids", "shapes", "mask"), batch, strict=True)) for batch in batches_of(all_pieces, size)
        ]
        feeds = [{name: array for name, array in feed.items() if name in wanted} for feed in named]
        return lambda: [session.run(None, feed) for feed in feeds]

    return make


CLOCKS: dict[str, Clock] = {"wall": time.perf_counter, "processor": time.process_time}


def seconds(contestant: Contestant, clock: Clock = time.perf_counter) -> float:
    """Time of one run."""
    began = clock()
    contestant()
    return clock() - began


def best_batch(make: Callable[[int], Contestant]) -> tuple[int, Contestant]:
    """The batch size that is fastest after a run to warm up, with its contestant."""
    made = {size: make(size) for size in BATCHES}
    times = {size: (seconds(contestant), seconds(contestant))[1] for size, contestant in made.items()}
    best = min(times, key=lambda size: times[size])
    return best, made[best]


def race(contestants: dict[str, Contestant], repeats: int, clock: Clock) -> dict[str, list[float]]:
    """Seconds of each contestant in each round, all taking turns, after one round that is not counted."""
    for contestant in contestants.values():
        contestant()
    rounds = [{name: seconds(one, clock) for name, one in contestants.items()} for _ in range(repeats)]
    return {name: [times[name] for times in rounds] for name in contestants}


def enter(arguments: argparse.Namespace, texts: list[str], network: Network) -> dict[str, Contestant]:
    """The contestants by name, each peer with the batch size that suits it best."""
    contestants: dict[str, Contestant] = {"onrecord": lambda: list(side_by_side(annotate, texts, network))}
    if not arguments.no_bert:
        size, tagger = best_batch(bert_tagger(texts, network, arguments.threads))
        contestants[f"BERT-base fp32, batch {size}"] = tagger
    if arguments.encoder:
        size, encoder = best_batch(bare_encoder(arguments.encoder, texts, network, arguments.threads))
        contestants[f"bare encoder, batch {size}"] = encoder
    return contestants


def summary(times: dict[str, list[float]], tokens: int) -> list[dict[str, Any]]:
    """For each contestant: median tokens per second, and how many times onrecord's time it took."""
    own = times["onrecord"]
    return [
        {
            "name": name,
            "tokens_per_second": round(tokens / statistics.median(spent)),
            "times_onrecord": round(statistics.median(s / o for s, o in zip(spent, own, strict=True)), 2),
        }
        for name, spent in times.items()
    ]


def options() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", nargs="*", type=Path, help="reports; by default the sample, eight times")
    parser.add_argument("--encoder", type=Path, help="an int8 ONNX export of the encoder alone")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--clock", choices=CLOCKS, default="wall", help="processor: on a busy machine, 1 thread"
    )
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument("--no-bert", action="store_true", help="leave the peer out, and PyTorch with it")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser


def main() -> None:
    """Measure and print."""
    arguments = options().parse_args()
    network = load(threads=arguments.threads)
    texts = [path.read_text(encoding="utf-8") for path in arguments.texts] or [report()] * 8
    tokens = sum(len(cut(text, network.tokenizer).ids) for text in texts)
    contestants = enter(arguments, texts, network)
    rows = summary(race(contestants, arguments.repeats, CLOCKS[arguments.clock]), tokens)
    if arguments.json:
        say(json.dumps({"tokens": tokens, "threads": arguments.threads, "contestants": rows}))
        return
    setting = f"{arguments.threads} threads, {arguments.clock} time, median of {arguments.repeats} rounds"
    say(f"{len(texts)} texts, {tokens:,} tokens, {setting}")
    for row in rows:
        ratio = f"{row['times_onrecord']:>6} times onrecord's time"
        say(f"  {row['name']:<28} {row['tokens_per_second']:>8,} tokens/s   {ratio}")


if __name__ == "__main__":
    main()
