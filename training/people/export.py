"""Trained weights -> three ONNX files in the package's model folder, and the reader's trunk as an output.

``mentions.onnx`` goes on from the trunk to the words, in int8; ``spans.onnx`` makes a vector of
each mention; ``antecedents.onnx`` scores what they go back to. The two small ones stay in fp32.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.export import Dim

from onrecord.annotate.pairs import CANDIDATES, FEATURES
from reader.unmasked import unmasked

from .graphs import Antecedents, Spans, Words
from .model import SPAN, Mentions
from .trunk import LAYER, expose


def export(
    module: nn.Module, inputs: dict[str, tuple[Tensor, dict[int, Dim]]], outputs: list[str], path: Path
) -> None:
    """Trace ``module`` with the dimensions of its inputs that are free."""
    torch.onnx.export(
        module.eval(),
        tuple(tensor for tensor, _ in inputs.values()),
        str(path),
        input_names=list(inputs),
        output_names=outputs,
        dynamo=True,
        external_data=False,
        dynamic_shapes=tuple(free for _, free in inputs.values()),
    )


def quantize(source: Path, target: Path) -> None:
    """Weights to int8 with one scale a channel; activations are quantised as they come."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(str(ready), str(target), per_channel=True, weight_type=QuantType.QInt8)


def free_dimensions(path: Path) -> None:
    """The exporter takes some of the example's sizes for fixed: take the outputs' sizes back, in place."""
    model = onnx.load(path)
    for value in model.graph.output:
        for index, dim in enumerate(list(value.type.tensor_type.shape.dim)[:-1]):
            dim.dim_param = f"{value.name}_{index}"
    del model.graph.value_info[:]
    onnx.save(unmasked(untraced(model)), path)


def untraced(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model without the exporter's notes, which hold the places of files on the machine that ran it."""
    graph = model.graph
    for part in (graph, *graph.node, *graph.value_info, *graph.input, *graph.output, *graph.initializer):
        del part.metadata_props[:]
    for node in graph.node:
        node.doc_string = ""
    del model.metadata_props[:]
    return model


def write(model: Mentions, temperature: float, out: Path) -> None:
    """Write the three files to the folder ``out``."""
    batch, pieces, words, count, rows = (Dim(n) for n in ("batch", "pieces", "words", "count", "rows"))
    whole = lambda *size: torch.ones(*size, dtype=torch.int64)  # noqa: E731
    with tempfile.TemporaryDirectory() as folder:
        inputs = {
            "trunk": (torch.ones(2, 40, 384), {0: batch, 1: pieces}),
            "ids": (whole(2, 40), {0: batch, 1: pieces}),
            "firsts": (whole(2, 30), {0: batch, 1: words}),
        }
        export(Words(model), inputs, ["edges", "words"], Path(folder) / "mentions.onnx")
        quantize(Path(folder) / "mentions.onnx", out / "mentions.onnx")
    inputs = {
        "words": (torch.ones(30, 3 * SPAN + 1), {0: words}),
        "first": (whole(7), {0: count}),
        "last": (whole(7), {0: count}),
    }
    export(Spans(model.heads), inputs, ["vectors", "kinds", "forms"], out / "spans.onnx")
    inputs = {
        "vectors": (torch.ones(30, SPAN), {0: count}),
        "rows": (whole(7), {0: rows}),
        "candidates": (whole(7, CANDIDATES), {0: rows}),
        "features": (whole(7, CANDIDATES, len(FEATURES)), {0: rows}),
        "own": (whole(7, 2), {0: rows}),
    }
    export(Antecedents(model.heads, temperature), inputs, ["chances", "best"], out / "antecedents.onnx")
    for name in ("mentions", "spans", "antecedents"):
        free_dimensions(out / f"{name}.onnx")


def main() -> None:
    """Write the files, and give the reader its trunk."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--layer", type=int, default=LAYER)
    parser.add_argument("--layers", type=int, default=6 - LAYER)
    parser.add_argument("--temperature", type=float, default=1.0)
    parser.add_argument("--out", type=Path, required=True, help="the model folder, with the reader in it")
    args = parser.parse_args()
    model = Mentions(args.layers)
    model.load_state_dict(load_file(args.weights))
    write(model, args.temperature, args.out)
    onnx.save(expose(onnx.load(args.out / "reader.onnx"), args.layer), args.out / "reader.onnx")


if __name__ == "__main__":
    main()
