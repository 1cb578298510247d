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
from torch.nn import functional

from onrecord.annotate.pairs import ALIKE, CANDIDATES, FEATURES

from .model import BEST, EDGE, RANK, SPAN, STEEPEST, WIDTHS, Heads, Mentions
from .trunk import LAYER, expose


class Words(nn.Module):
    """From the trunk to the scores of spans and to what the spans' vectors are made of."""

    def __init__(self, model: Mentions) -> None:
        super().__init__()
        self.branch, self.widths = model.branch, model.heads.edge_widths

    def forward(self, trunk: Tensor, ids: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """(B, P, H), (B, P), (B, W) -> (B, W, WIDTHS) log-odds of spans, (B, W, 3 SPAN + 1)."""
        words = self.branch(trunk, ids, firsts)
        start, end = words[..., : EDGE + 1], words[..., EDGE + 1 : 2 * (EDGE + 1)]
        full = start[..., :EDGE] @ end[..., :EDGE].transpose(-1, -2) / EDGE**0.5
        full = full + start[..., EDGE:] + end[..., EDGE:].transpose(-1, -2)
        count = firsts.shape[1]
        columns = torch.arange(count)[:, None] + torch.arange(WIDTHS)[None, :]
        band = torch.gather(full, 2, columns.clamp(max=count - 1)[None].expand(full.shape[0], -1, -1))
        return band + self.widths, words[..., 2 * (EDGE + 1) :]


class Spans(nn.Module):
    """Vectors, kinds and forms of mentions; the mean over their words by running sums."""

    def __init__(self, heads: Heads) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, words: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(W, 3 SPAN + 1), (n,), (n,) -> (n, SPAN), (n, kinds), (n, forms)."""
        begin, end, inside = words[:, :SPAN], words[:, SPAN : 2 * SPAN], words[:, 2 * SPAN : -1]
        power = words[:, -1:].clamp(-STEEPEST, STEEPEST).double().exp()
        sums = torch.cat((power * inside, power), 1).cumsum(0)
        part = sums[last] - sums[first] + torch.cat((power * inside, power), 1)[first]
        mean = (part[:, :-1] / part[:, -1:]).float()
        width = (last - first).clamp(max=WIDTHS - 1)
        vectors = begin[first] + end[last] + mean + self.heads.span_widths[width]
        vectors = functional.gelu(vectors, approximate="tanh")
        return vectors, self.heads.kinds(vectors).softmax(-1), self.heads.forms(vectors).softmax(-1)


class Antecedents(nn.Module):
    """``Heads.links`` for some of the mentions, with the temperature put in."""

    def __init__(self, heads: Heads, temperature: float) -> None:
        super().__init__()
        self.heads, self.temperature = heads, temperature

    def forward(
        self, vectors: Tensor, rows: Tensor, candidates: Tensor, features: Tensor, own: Tensor
    ) -> tuple[Tensor, Tensor]:
        """(v, SPAN), (n,) which of them, (n, k), (n, k, F), (n, 2) -> (n, 1 + m) probabilities, (n, m)."""
        heads, mine = self.heads, vectors[rows]
        right, left = heads.right(vectors), heads.left(mine)
        at = candidates.clamp(min=0)
        coarse = (right[at] @ left[:, :, None]).squeeze(2) / RANK**0.5
        coarse = coarse + heads.biases.weight.squeeze(1)[features].sum(2)
        coarse = torch.where(candidates < 0, -1e4, coarse)
        coarse, best = coarse.topk(BEST, dim=1)
        at = torch.gather(at, 1, best)
        features = torch.gather(features, 1, best[:, :, None].expand(-1, -1, len(FEATURES)))
        hidden = heads.product(left[:, None, :] * right[at])
        hidden = hidden + heads.later(mine)[:, None, :] + heads.earlier(vectors)[at]
        hidden = hidden + heads.features.weight[features].sum(2)
        fine = heads.score(functional.relu(hidden)).squeeze(-1)
        new = heads.alone(mine) + heads.own(own[:, 0] * len(ALIKE) + own[:, 1])
        scores = torch.cat((new, coarse + fine), 1) / self.temperature
        return scores.softmax(-1), torch.gather(candidates, 1, best)


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
    onnx.save(untraced(model), path)


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
