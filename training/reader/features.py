"""What the frozen reader makes of each word, kept on disk for heads that learn from it.

The int8 file itself computes the features, window by window, just as it does when reading: a head that learns
from them sees in training what it will see in use.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper
from onnxruntime import InferenceSession, SessionOptions

from onrecord.annotate.network import CLS, SEP
from onrecord.annotate.pieces import Pieces, Window

WIDTH = 384
CONTEXT = "getitem_18"  # (B, W, 384): the BiLSTM's output
LAST = "gather"  # (B, W, 384): the last layer's vectors of the words' first pieces
INDICES = "expand"  # (B, W, 384): those first pieces
LAYER = "layer_norm_{}"  # (B, P, 384): the output of layer k, counted from 1, is number 2k
PARTS = (CONTEXT, LAST, "layer_4")


def exposed(model: onnx.ModelProto, parts: Sequence[str] = PARTS) -> onnx.ModelProto:
    """The reader with the named features as its outputs, one row a word, side by side in "features"."""
    graph = model.graph
    for part in parts:
        if part.startswith("layer_"):
            source = LAYER.format(2 * int(part.removeprefix("layer_")))
            graph.node.append(helper.make_node("GatherElements", [source, INDICES], [part], part, axis=1))
    graph.node.append(helper.make_node("Concat", list(parts), ["features"], "features", axis=2))
    shape = ["batch", "words", WIDTH * len(parts)]
    graph.output.append(helper.make_tensor_value_info("features", TensorProto.FLOAT, shape))
    return model


@dataclass(frozen=True, slots=True)
class Exposed:
    """A session of the reader that also gives the features."""

    session: InferenceSession

    @classmethod
    def load(cls, path: Path, threads: int = 1) -> Exposed:
        """The reader of ``path``, with its features exposed."""
        options = SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = threads
        model = exposed(onnx.load(path)).SerializeToString()
        return cls(InferenceSession(model, options, providers=["CPUExecutionProvider"]))

    def of(self, pieces: Pieces, window: Window) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Features (W, 384 n), scores (W, T) and keys (W, 6 D) of one window's words."""
        low, high = pieces.piece_bounds(window.first, window.last)
        feed = {
            "ids": np.array([[CLS, *pieces.ids[low:high], SEP]]),
            "shapes": np.array([[0, *pieces.shapes[low:high], 0]]),
            "firsts": pieces.firsts[window.first : window.last][None] - low + 1,
        }
        features, scores, keys = self.session.run(["features", "scores", "keys"], feed)
        return features[0], scores[0], keys[0]
