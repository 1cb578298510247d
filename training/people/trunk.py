"""Give the reader's network one more output, the trunk: ``python -m people.trunk --reader reader.onnx``.

The trunk is what comes out of one of the encoder's lower layers; the mentions' own layers go on from there,
so that both share one pass through what lies below. The graph's nodes and weights stay as they are, and doing
it twice changes nothing.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import onnx
from onnx import TensorProto, helper

LAYER = 4  # encoder layers below the trunk
TRUNK = "trunk"
WIDTH = 384


def tensor_after(layer: int) -> str:
    """The name in the reader's graph of what comes out of its encoder's first ``layer`` layers."""
    return "layer_norm" if layer == 0 else f"layer_norm_{2 * layer}"


def expose(model: onnx.ModelProto, layer: int = LAYER) -> onnx.ModelProto:
    """Add an output ``trunk`` (batch, pieces, 384) after ``layer`` layers, in the place of an earlier one."""
    graph = model.graph
    for values in (graph.output, graph.node):
        for value in [v for v in values if v.name == TRUNK]:
            values.remove(value)
    graph.node.append(helper.make_node("Identity", [tensor_after(layer)], [TRUNK], name=TRUNK))
    shape = ["batch", "pieces", WIDTH]
    graph.output.append(helper.make_tensor_value_info(TRUNK, TensorProto.FLOAT, shape))
    return model


def main() -> None:
    """Change the file in place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", type=Path, required=True)
    parser.add_argument("--layer", type=int, default=LAYER)
    args = parser.parse_args()
    onnx.save(expose(onnx.load(args.reader), args.layer), args.reader)


if __name__ == "__main__":
    main()
