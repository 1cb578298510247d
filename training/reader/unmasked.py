"""Attention without a mask where a run holds no padding, which is nearly always.

The runtime's fast way through attention takes no mask, and a long window is read alone, so nothing in it is
padding. Each attention becomes a choice between the two, made once a run.
"""

from __future__ import annotations

import onnx
from onnx import TensorProto, helper

ATTENTION = "MultiHeadAttention"
FULL = "unmasked/full"  # whether a run holds no padding
MASK = 4  # the place of the mask among the inputs of the runtime's attention


def unmasked(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with every masked attention made a choice; a model that has the choice already stays."""
    nodes: list[onnx.NodeProto] = []
    chosen = any(FULL in n.output for n in model.graph.node)
    for node in model.graph.node:
        if node.op_type == ATTENTION and len(node.input) > MASK:
            if not chosen:
                nodes.extend(_condition(node.input[MASK]))
                chosen = True
            nodes.append(_choice(node))
        else:
            nodes.append(node)
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    return model


def _condition(mask: str) -> list[onnx.NodeProto]:
    least = helper.make_node("ReduceMin", [mask], ["unmasked/least"], "unmasked/least", keepdims=0)
    return [least, helper.make_node("Cast", ["unmasked/least"], [FULL], FULL, to=TensorProto.BOOL)]


def _choice(node: onnx.NodeProto) -> onnx.NodeProto:
    branches = {}
    for branch, inputs in (("then", node.input[:MASK]), ("else", node.input)):
        name = f"{node.output[0]}_{branch}"
        one = onnx.NodeProto()
        one.CopyFrom(node)
        one.input[:], one.output[:], one.name = inputs, [name], name
        output = helper.make_tensor_value_info(name, TensorProto.FLOAT, None)
        branches[f"{branch}_branch"] = helper.make_graph([one], name, [], [output])
    return helper.make_node("If", [FULL], list(node.output), f"{node.output[0]}_choice", **branches)
