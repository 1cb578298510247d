"""Trained weights (safetensors) -> the package's model folder: int8 ONNX, tokenizer and tables."""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from safetensors.torch import load_file
from torch import nn

from onrecord.annotate.pieces import SHAPES

from .encoder import encoder_folder
from .model import Reader
from .unmasked import unmasked

NESTED_FLOOR = 0.2  # set by reading 104 nested relations of 14 development articles, see docs/model-card.md


class EncoderOnly(nn.Module):
    """The bare encoder, for the bench: what a reader could cost at the least."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.encoder = reader.encoder

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor) -> torch.Tensor:
        return self.encoder(ids, shapes)


def export_fp32(module: nn.Module, path: Path, names: list[str], outputs: list[str]) -> None:
    """Trace ``module`` with free batch, piece and word counts."""
    batch, pieces, words = (torch.export.Dim(n) for n in ("batch", "pieces", "words"))
    example = [
        torch.ones(2, 40, dtype=torch.int64),
        torch.ones(2, 40, dtype=torch.int64),
        torch.ones(2, 30, dtype=torch.int64),
    ][: len(names)]
    dims = ({0: batch, 1: pieces}, {0: batch, 1: pieces}, {0: batch, 1: words})[: len(names)]
    torch.onnx.export(
        module,
        tuple(example),
        str(path),
        input_names=names,
        output_names=outputs,
        dynamo=True,
        external_data=False,
        dynamic_shapes=dims,
    )


def quantize(source: Path, target: Path) -> None:
    """Weights to int8 with one scale a channel; activations are quantised as they come."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(str(ready), str(target), per_channel=True, weight_type=QuantType.QInt8)
    onnx.save(_without_traced_sizes(onnx.load(target)), target)


def _without_traced_sizes(model: onnx.ModelProto) -> onnx.ModelProto:
    """The exporter takes the example's word count for fixed: name every free dimension of the outputs."""
    for value in model.graph.output:
        for name, dim in zip(("batch", "words"), value.type.tensor_type.shape.dim, strict=False):
            dim.dim_param = name
    del model.graph.value_info[:]
    return model


def learned(model: nn.Module, calibration: tuple[float, float], nested_floor: float) -> dict:
    """The small learned tables that the decoding of one level needs beside the network."""
    as_list = lambda p: np.round(p.detach().numpy().astype(float), 5).tolist()  # noqa: E731
    return {
        "transitions": as_list(model.transitions),
        "source_bias": as_list(model.source_bias),
        "content_bias": as_list(model.content_bias),
        "nulls": as_list(model.nulls),
        "calibration": list(calibration),
        "nested_floor": [nested_floor],
    }


def export_heads(head: nn.Module, path: Path, widths: dict[str, int], outputs: list[str]) -> None:
    """A module over words' features as int8 ONNX; ``widths`` names its inputs, each (B, W, width)."""
    batch, words = torch.export.Dim("batch"), torch.export.Dim("words")
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "head.onnx"
        torch.onnx.export(
            head,
            tuple(torch.ones(2, 30, width) for width in widths.values()),
            str(whole),
            input_names=list(widths),
            output_names=outputs,
            dynamo=True,
            external_data=False,
            dynamic_shapes={"parts": tuple({0: batch, 1: words} for _ in widths)},
        )
        quantize(whole, path)


def write_tokenizer(path: Path) -> None:
    """The encoder's own tokenizer without its padding and truncation."""
    raw = json.loads((encoder_folder() / "tokenizer.json").read_text("utf-8"))
    raw["padding"] = raw["truncation"] = None
    path.write_text(json.dumps(raw, ensure_ascii=False, separators=(",", ":")), "utf-8")


def main() -> None:
    """Export, quantise, and write the model folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="the model folder")
    parser.add_argument("--encoder", type=Path, help="write the encoder alone here too, for bench/speed.py")
    parser.add_argument("--calibration", type=float, nargs=2, default=(1.0, 0.0))
    parser.add_argument("--nested-floor", type=float, default=NESTED_FLOOR)
    args = parser.parse_args()
    model = Reader(SHAPES)
    model.load_state_dict(load_file(args.weights))
    model.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole, alone = Path(folder) / "reader.onnx", Path(folder) / "encoder.onnx"
        export_fp32(model, whole, ["ids", "shapes", "firsts"], ["scores", "keys"])
        quantize(whole, args.out / "reader.onnx")
        onnx.save(unmasked(onnx.load(args.out / "reader.onnx")), args.out / "reader.onnx")
        if args.encoder:
            export_fp32(EncoderOnly(model).eval(), alone, ["ids", "shapes"], ["pieces"])
            quantize(alone, args.encoder)
    write_tokenizer(args.out / "tokenizer.json")
    tables = learned(model, tuple(args.calibration), args.nested_floor)
    (args.out / "tables.json").write_text(json.dumps(tables))


if __name__ == "__main__":
    main()
