"""A head that reads the words' features, joined into the reader's ONNX file: one run gives all outputs.

Joining again replaces what was joined under the same name before, so a head may be trained and joined anew
without touching the reader.
"""

from __future__ import annotations

import onnx
from onnx import compose, helper

from .features import INDICES, LAYER, PARTS


def without(model: onnx.ModelProto, name: str) -> onnx.ModelProto:
    """The reader without the head ``name``, if it has it."""
    graph = model.graph
    for kept in (graph.node, graph.initializer):
        old = [x for x in kept if x.name.startswith(f"{name}/")]
        for x in old:
            kept.remove(x)
    for output in [o for o in graph.output if o.name.startswith(f"{name}_")]:
        graph.output.remove(output)
    return model


def joined(reader: onnx.ModelProto, head: onnx.ModelProto, name: str) -> onnx.ModelProto:
    """The reader with ``head`` behind it, whose inputs are ``PARTS``; its outputs become ``name_output``."""
    reader = without(reader, name)
    graph = reader.graph
    head = compose.add_prefix(head, f"{name}/")
    renamed = {f"{name}/{o.name.removeprefix(f'{name}/')}": o for o in head.graph.output}
    final = {old: f"{name}_{old.removeprefix(f'{name}/')}" for old in renamed}
    for part in PARTS:
        graph.node.append(_feature(part, f"{name}/{part}"))
    for node in head.graph.node:
        for names in (node.input, node.output):
            names[:] = [final.get(n, n) for n in names]
        node.name = node.name if node.name.startswith(f"{name}/") else f"{name}/{node.name}"
        graph.node.append(node)
    graph.initializer.extend(head.graph.initializer)
    for old, output in renamed.items():
        width = output.type.tensor_type.shape.dim[-1].dim_value
        shape = ["batch", "words", width]
        graph.output.append(helper.make_tensor_value_info(final[old], onnx.TensorProto.FLOAT, shape))
    known = {(o.domain, o.version) for o in reader.opset_import}
    reader.opset_import.extend(o for o in head.opset_import if o.domain not in {d for d, _ in known})
    onnx.checker.check_model(reader)
    return reader


def _feature(part: str, name: str) -> onnx.NodeProto:
    """The node that gives one of ``PARTS`` for each word."""
    if part.startswith("layer_"):
        source = LAYER.format(2 * int(part.removeprefix("layer_")))
        return helper.make_node("GatherElements", [source, INDICES], [name], name, axis=1)
    return helper.make_node("Identity", [part], [name], name)
