"""The trained network: one int8 ONNX file beside its tokenizer and its small tables, read from disk."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.pieces import Pieces, Window
from onrecord.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

CLS, SEP = 101, 102
PADDING = 96  # pieces of padding that cost about as much as another run
BATCH = 1536  # pieces of one run, padding included: enough to fill two cores, little enough to stay in cache
FOLDER = Path(__file__).resolve().parent.parent / "model"

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tables:
    """What the decoding needs beside the network.

    Attributes:
        transitions: (T, T) CRF scores of tag bigrams.
        source_bias: (2 D,) score of a link from cue to source by distance, see ``links.distance_bucket``.
        content_bias: (2 D,) the same from cue to content.
        nulls: (2,) score of a cue having no source, of a content having no cue.
        calibration: slope and intercept that turn the log-odds of a relation into its confidence.
        nested_floor: confidence under which a nested relation is not told.
    """

    transitions: Floats
    source_bias: Floats
    content_bias: Floats
    nulls: Floats
    calibration: tuple[float, float]
    nested_floor: float


@dataclass(frozen=True, slots=True)
class Network:
    """The network ready to run: tokenizer, ONNX session and tables."""

    tokenizer: Tokenizer
    session: InferenceSession
    tables: Tables

    def score(self, pieces: Pieces, cuts: Sequence[Window]) -> tuple[Floats, Floats]:
        """Scores (W, T) and link keys (W, 6 D) of all words, each from the window where it is fresh."""
        scores, keys = (np.zeros((len(pieces), n), dtype=np.float32) for n in self._widths())
        for group in _groups(pieces, cuts):
            for window, (tag_scores, link_keys) in zip(group, self._run(pieces, group), strict=True):
                fresh = window.fresh - window.first
                scores[window.fresh : window.last] = tag_scores[fresh : window.last - window.first]
                keys[window.fresh : window.last] = link_keys[fresh : window.last - window.first]
        return scores, keys

    def _widths(self) -> tuple[int, int]:
        tags, keys = self.session.get_outputs()
        return int(tags.shape[-1]), int(keys.shape[-1])

    def _run(self, pieces: Pieces, group: Sequence[Window]) -> Iterator[tuple[Floats, Floats]]:
        bounds = [pieces.piece_bounds(w.first, w.last) for w in group]
        ids = np.zeros((len(group), max(b - a for a, b in bounds) + 2), dtype=np.int64)
        shapes = np.zeros_like(ids)
        firsts = np.zeros((len(group), max(w.last - w.first for w in group)), dtype=np.int64)
        for row, (window, (low, high)) in enumerate(zip(group, bounds, strict=True)):
            ids[row, 0], ids[row, high - low + 1] = CLS, SEP
            ids[row, 1 : high - low + 1] = pieces.ids[low:high]
            shapes[row, 1 : high - low + 1] = pieces.shapes[low:high]
            firsts[row, : window.last - window.first] = pieces.firsts[window.first : window.last] - low + 1
        outputs = self.session.run(None, {"ids": ids, "shapes": shapes, "firsts": firsts})
        tag_scores, link_keys = cast("tuple[Floats, Floats]", tuple(outputs))
        yield from zip(tag_scores, link_keys, strict=True)


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
        folder: holds ``reader.onnx``, ``tokenizer.json`` and ``tables.json``.
        threads: how many threads one text may use; None leaves it to the runtime (one per core).

    Raises:
        ModelError: when a file is missing or damaged.
    """
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 - slow to import
    from tokenizers import Tokenizer  # noqa: PLC0415 - slow to import

    options = SessionOptions()
    options.log_severity_level = 3
    if threads is not None:
        options.intra_op_num_threads = threads
    try:
        tables = _tables(json.loads((folder / "tables.json").read_text("utf-8")))
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        session = InferenceSession(str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the runtime and the tokenizer raise types of their own
        raise ModelError(
            f"{folder}: the model is missing or damaged ({error}); install onrecord again"
        ) from error
    return Network(tokenizer, session, tables)


def _tables(raw: dict[str, list[float]]) -> Tables:
    def array(name: str) -> Floats:
        return np.asarray(raw[name], dtype=np.float32)

    slope, intercept = raw["calibration"]
    (floor,) = raw["nested_floor"]
    biases = array("source_bias"), array("content_bias"), array("nulls")
    return Tables(array("transitions"), *biases, (slope, intercept), floor)
