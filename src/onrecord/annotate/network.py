"""The trained network: one int8 ONNX file beside its tokenizer and its small tables, read from disk."""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields, replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.pieces import Pieces, Window
from onrecord.annotate.spotting import Found, Spotter, load_spotter
from onrecord.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

CLS, SEP = 101, 102
PADDING = 96  # pieces of padding that cost about as much as another run
AHEAD = 4  # tasks a thread may be ahead of whoever takes the results
BATCH = 384  # pieces of one run, padding included: one long window, or many short ones
FOLDER = Path(__file__).resolve().parent.parent / "model"

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Tables:
    """What the decoding of one level needs beside the network.

    Attributes:
        transitions: (T, T) CRF scores of tag bigrams.
        source_bias: (2 D,) score of a link from cue to source by distance, see ``links.distance_bucket``.
        content_bias: (2 D,) the same from cue to content.
        nulls: (2,) score of a cue having no source, of a content having no cue.
        calibration: slope and intercept that turn the log-odds of a relation into its confidence.
        floor: confidence under which a relation that stands inside a content is not told.
    """

    transitions: Floats
    source_bias: Floats
    content_bias: Floats
    nulls: Floats
    calibration: tuple[float, float]
    floor: float


@dataclass(frozen=True, slots=True)
class Scored:
    """What the network gives for the words of a text, each word from the window where it is fresh.

    Attributes:
        scores: (W, T) scores of the tags, outermost level.
        keys: (W, 6 D) link keys, outermost level.
        inner_scores: (W, T) scores of the tags inside the contents.
        inner_keys: (W, 6 D') link keys inside the contents.
    """

    scores: Floats
    keys: Floats
    inner_scores: Floats
    inner_keys: Floats


OUTPUTS = tuple(field.name for field in fields(Scored))  # as they are named in reader.onnx


@dataclass(frozen=True, slots=True)
class Network:
    """The network ready to run.

    Attributes:
        tokenizer: of the encoder.
        session: of the ONNX file; its outputs are named as in ``OUTPUTS``.
        tables: of the outermost level.
        inner: of the level inside the contents.
        cues: ids of the words that tell of a cue; what has none of them is not read again.
        threads: how many runs may go on at once.
        spotter: goes on from the output ``trunk`` to mentions of people, organisations and places.
    """

    tokenizer: Tokenizer
    session: InferenceSession
    tables: Tables
    inner: Tables
    cues: Ints
    threads: int
    spotter: Spotter

    def score(self, pieces: Pieces, cuts: Sequence[Window], found: list[Found] | None = None) -> Scored:
        """What the network gives for all words, each from the window where it is fresh.

        Args:
            pieces: of the text.
            cuts: the windows to read it in.
            found: is given the mentions of every window, in no order; None to look for none.
        """
        out = [np.empty((len(pieces), n), dtype=np.float32) for n in self._widths()]
        groups = list(_groups(pieces, cuts))[::-1]  # the longest first, so that none is left over at the end
        work = Network.run if found is None else Network.run_and_spot
        outputs_of = side_by_side(lambda group, alone: work(alone, pieces, group), groups, self)
        for group, (outputs, spotted) in zip(groups, outputs_of, strict=True):
            if found is not None:
                found.extend(spotted)
            for row, window in enumerate(group):
                fresh = window.fresh - window.first
                for whole, output in zip(out, outputs, strict=True):
                    whole[window.fresh : window.last] = output[row, fresh : window.last - window.first]
        return Scored(*out)

    def _widths(self) -> list[int]:
        width = {output.name: int(output.shape[-1]) for output in self.session.get_outputs()}
        return [width[name] for name in OUTPUTS]

    def run(self, pieces: Pieces, group: Sequence[Window]) -> tuple[list[Floats], tuple[Found, ...]]:
        """The ``OUTPUTS``, each (B, W, n), of a batch of windows, rows padded to the longest."""
        return cast("list[Floats]", self.session.run(OUTPUTS, _feed(pieces, group))), ()

    def run_and_spot(self, pieces: Pieces, group: Sequence[Window]) -> tuple[list[Floats], tuple[Found, ...]]:
        """The same as ``run``, and the mentions of each window, in one pass through what both share."""
        feed = _feed(pieces, group)
        *outputs, trunk = cast("list[Floats]", self.session.run([*OUTPUTS, "trunk"], feed))
        return outputs, tuple(self.spotter.run(trunk, feed["ids"], feed["firsts"], group))


def _feed(pieces: Pieces, group: Sequence[Window]) -> dict[str, NDArray[np.int64]]:
    """What the session takes of a batch of windows: ids (B, P), shapes (B, P), firsts (B, W)."""
    bounds = [pieces.piece_bounds(w.first, w.last) for w in group]
    ids = np.zeros((len(group), max(b - a for a, b in bounds) + 2), dtype=np.int64)
    shapes = np.zeros_like(ids)
    firsts = np.zeros((len(group), max(w.last - w.first for w in group)), dtype=np.int64)
    for row, (window, (low, high)) in enumerate(zip(group, bounds, strict=True)):
        ids[row, 0], ids[row, high - low + 1] = CLS, SEP
        ids[row, 1 : high - low + 1] = pieces.ids[low:high]
        shapes[row, 1 : high - low + 1] = pieces.shapes[low:high]
        firsts[row, : window.last - window.first] = pieces.firsts[window.first : window.last] - low + 1
    return {"ids": ids, "shapes": shapes, "firsts": firsts}


def side_by_side(
    work: Callable[[Task, Network], Result], tasks: Iterable[Task], network: Network
) -> Iterator[Result]:
    """Do each task with the network, as many at once as it has threads; results in the tasks' order.

    Whole tasks on one core each keep more cores busy than one task cut up between them, since most
    of the network's operators are too small to share. A lone task may use all threads itself.

    Args:
        work: takes a task and the network to do it with, and touches nothing shared.
        tasks: taken a few ahead of the results, so they may be endless.
        network: its ``threads`` bound what goes on at once.
    """
    todo = iter(tasks)
    first = list(islice(todo, 2))
    if len(first) < 2 or network.threads == 1:
        yield from (work(task, network) for task in chain(first, todo))
        return
    alone = replace(network, threads=1)
    pool = ThreadPoolExecutor(network.threads)
    try:
        waiting = deque(pool.submit(work, task, alone) for task in first)
        for task in todo:
            waiting.append(pool.submit(work, task, alone))
            if len(waiting) > AHEAD * network.threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _groups(pieces: Pieces, cuts: Sequence[Window]) -> Iterator[list[Window]]:
    """Windows of like length together, as many as make ``BATCH`` pieces with little padding."""

    def length(window: Window) -> int:
        low, high = pieces.piece_bounds(window.first, window.last)
        return high - low

    group: list[Window] = []
    for window in sorted(cuts, key=length):
        longest = length(window)
        padding = (longest - length(group[0])) * len(group) if group else 0
        if group and (longest * (len(group) + 1) > BATCH or padding > PADDING):
            yield group
            group = []
        group.append(window)
    if group:
        yield group


def load(folder: Path = FOLDER, threads: int | None = None) -> Network:
    """Load the network from ``folder``.

    Args:
        folder: holds ``reader.onnx``, ``tokenizer.json``, ``tables.json``, and ``mentions.onnx``,
            ``spans.onnx`` and ``antecedents.onnx`` for the mentions.
        threads: how many runs of one text may go on at once; None for one per core.

    Raises:
        ModelError: when a file is missing or damaged.
    """
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 - slow to import
    from tokenizers import Tokenizer  # noqa: PLC0415 - slow to import

    options = SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1  # see side_by_side
    try:
        raw = json.loads((folder / "tables.json").read_text("utf-8"))
        tables, inner = tables_of(raw), tables_of(raw["inner"])
        cues = np.asarray(raw["cues"], dtype=np.int64)
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        session = InferenceSession(str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"])
        spotter = load_spotter(folder, options)
    except Exception as error:  # the runtime and the tokenizer raise types of their own
        raise ModelError(
            f"{folder}: the model is missing or damaged ({error}); install onrecord again"
        ) from error
    return Network(tokenizer, session, tables, inner, cues, threads or _cores(), spotter)


def _cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def tables_of(raw: dict[str, list[float]]) -> Tables:
    """The tables of one level as ``tables.json`` has them."""

    def array(name: str) -> Floats:
        return np.asarray(raw[name], dtype=np.float32)

    slope, intercept = raw["calibration"]
    (floor,) = raw["nested_floor"]
    biases = array("source_bias"), array("content_bias"), array("nulls")
    return Tables(array("transitions"), *biases, (slope, intercept), floor)
