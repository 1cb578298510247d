"""Texts as the mentions' network is trained on them: cut, windowed, and read by the reader up to its trunk.

The trunk is computed once, by the int8 network that ships, over the windows of inference and over other cuts
of the same text.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import onnx
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from onrecord.annotate.levels import CONTEXT, WINDOW
from onrecord.annotate.network import CLS, FOLDER, SEP
from onrecord.annotate.pieces import Pieces, Window, cut, windows

from .trunk import TRUNK, expose


@dataclass(slots=True)
class Read:
    """One text with its trunk.

    Attributes:
        windows: the windows it was read in.
        trunks: a window's (pieces + 2, 384) array each, [CLS] and [SEP] included, fp16.
        firsts: a window's (words,) indices of first pieces each, counted with [CLS].
        ids: a window's (pieces + 2,) ids each.
    """

    text: str
    pieces: Pieces
    windows: list[Window]
    trunks: list[NDArray[np.float16]] = field(default_factory=list)
    firsts: list[NDArray[np.int64]] = field(default_factory=list)
    ids: list[NDArray[np.int64]] = field(default_factory=list)


class Trunk:
    """The reader up to its trunk."""

    def __init__(self, layer: int) -> None:
        options = SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        model = expose(onnx.load(FOLDER / "reader.onnx"), layer).SerializeToString()
        self.session = InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self.tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))

    def read(self, text: str, size: int = WINDOW, context: int = CONTEXT) -> Read:
        """Read ``text`` in windows of ``size`` pieces."""
        pieces = cut(text, self.tokenizer)
        out = Read(text, pieces, list(windows(pieces, size, context)))
        for window in out.windows:
            low, high = pieces.piece_bounds(window.first, window.last)
            ids = np.array([CLS, *pieces.ids[low:high], SEP], dtype=np.int64)
            shapes = np.array([0, *pieces.shapes[low:high], 0], dtype=np.int64)
            firsts = pieces.firsts[window.first : window.last] - low + 1
            feed = {"ids": ids[None], "shapes": shapes[None], "firsts": firsts[None]}
            (trunk,) = self.session.run([TRUNK], feed)
            out.trunks.append(trunk[0].astype(np.float16))
            out.firsts.append(firsts)
            out.ids.append(ids)
        return out


def sizes(cuts: int, rng: random.Random) -> Sequence[int]:
    """Window sizes of ``cuts`` readings of a text: first that of inference, then shorter ones by chance."""
    return [WINDOW, *(rng.randint(WINDOW // 3, WINDOW) for _ in range(cuts - 1))]


def words_of(pieces: Pieces, starts: Sequence[int], ends: Sequence[int]) -> NDArray[np.int64]:
    """(n, 2) first and last word, inclusive, of the spans; -1 where one does not begin or end at a word."""
    first = {s: i for i, s in enumerate(pieces.starts.tolist())}
    last = {e: i for i, e in enumerate(pieces.ends.tolist())}
    found = [(first.get(s, -1), last.get(e, -1)) for s, e in zip(starts, ends, strict=True)]
    return np.array(found, dtype=np.int64).reshape(-1, 2)
