"""Fold trained heads into a starter: ``heads.safetensors`` and graphs that read it.

The towers' weights stay as they are. The graphs are written anew without heads first, so that
folding twice is folding once.
"""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper
from safetensors.torch import save_file
from torch import Tensor

from explorer.align.heads import TwoStreams
from explorer.encoders.starter.architecture import WIDTH
from explorer.encoders.starter.grounding import HEADS_FILE, TAPPED_BLOCKS
from starter_graphs import Graph, write_text, write_vision

Floats = NDArray[np.float32]


class Addition(Graph):
    """Nodes that are added to a graph; their names collide with none of it."""

    def add(self, operator: str, *inputs: str, name: str = "", **attributes: object) -> str:
        """One node with one output."""
        return super().add(
            operator, *inputs, name=name or f"grounded_{len(self.nodes)}", **attributes
        )


def heads_of(streams: TwoStreams, classes: Floats, share: float) -> dict[str, Tensor]:
    """The tensors of ``heads.safetensors``.

    Parameters
    ----------
    classes
        float32 (1000, 384): text vectors of the classifier's classes.
    share
        How much a picture's classes count beside what the head sees, times their certainty.
    """
    picture, text = streams.picture, streams.text
    root = math.sqrt(WIDTH)
    unit = torch.nn.functional.normalize(torch.from_numpy(classes), dim=1)
    with torch.inference_mode():
        grounded = text(unit)
    tensors = {
        "picture.mean": picture.mean,
        "picture.deviation": picture.deviation,
        "picture.direct": picture.direct.weight.T,
        "picture.widen": picture.widen.weight.T,
        "picture.widen_bias": picture.widen.bias,
        "picture.narrow": picture.narrow.weight.T,
        "picture.bias": picture.direct.bias + picture.narrow.bias,
        "picture.classes": grounded * share,
        # The text head works on vectors of length 1 from here on.
        "text.widen": text.widen.weight.T * root,
        "text.widen_bias": text.widen.bias,
        "text.narrow": text.narrow.weight.T / root,
        "text.bias": text.narrow.bias / root,
    }
    return {name: tensor.detach().clone() for name, tensor in tensors.items()}


def fold(folder: Path, heads: dict[str, Tensor], dimension: int) -> None:
    """Write the heads and the graphs that use them beside the towers in `folder`."""
    stored = {
        name: (tensor.half() if tensor.ndim > 1 else tensor.float()).contiguous()
        for name, tensor in heads.items()
    }
    path = folder / HEADS_FILE
    save_file(stored, path)
    path.chmod(0o644)
    write_vision(folder, dimension)
    _ground_vision(folder / "vision.onnx", path)
    write_text(folder, dimension)
    _ground_text(folder / "text.onnx", path)


def _ground_vision(path: Path, weights: Path) -> None:
    model = onnx.load(path, load_external_data=False)
    graph = model.graph
    chances = [node.output[0] for node in graph.node if node.op_type == "Softmax"]
    joined = [node for node in graph.node if node.op_type == "Concat"]
    addition = Addition(weights)
    taps = addition.add("Concat", *_maps(graph, addition), axis=-1)
    pooled = addition.add("ReduceMean", taps, addition.constant([1, 2]), keepdims=0)
    for place, (features, chance, end) in enumerate(
        zip((pooled, taps), chances, joined, strict=True)
    ):
        meaning = _picture_head(addition, features, chance)
        # What the classes and the regression say by themselves gives way to what the head says.
        (scaled,) = [node for node in graph.node if node.output[0] == end.input[0]]
        name = f"grounded_meaning_{place}"
        addition.add("Identity", meaning, name=name)
        scaled.input[0] = name
    _insert(model, addition)
    path.write_bytes(model.SerializeToString(deterministic=True))


def _maps(graph: onnx.GraphProto, addition: Addition) -> list[str]:
    """The tapped maps, channels last, all on the grid of the last one."""
    maps = []
    for block in TAPPED_BLOCKS:
        result = block_result(graph, f"blocks.{block}.project")
        if block == TAPPED_BLOCKS[0]:
            result = addition.add("AveragePool", result, kernel_shape=[2, 2], strides=[2, 2])
        maps.append(addition.add("Transpose", result, perm=[0, 2, 3, 1]))
    last = block_result(graph, "head")
    return [*maps, addition.add("Transpose", last, perm=[0, 2, 3, 1])]


def block_result(graph: onnx.GraphProto, name: str) -> str:
    """The last result of a block: after its convolution comes a sum or a clip, or nothing."""
    (made,) = [n.output[0] for n in graph.node
               if n.op_type == "Conv" and n.input[1].startswith(f"{name}.weight")]  # fmt: skip
    for node in graph.node:
        # A block that adds its input has its own result as the second summand.
        if (node.op_type == "Add" and node.input[1] == made) or (
            node.op_type == "Clip" and node.input[0] == made
        ):
            return str(node.output[0])
    return str(made)


def _picture_head(graph: Addition, features: str, chances: str) -> str:
    x = graph.add("Sub", features, graph.weight("picture.mean"))
    x = graph.add("Div", x, graph.weight("picture.deviation"))
    hidden = graph.add("MatMul", x, graph.weight("picture.widen"))
    hidden = graph.add("Gelu", graph.add("Add", hidden, graph.weight("picture.widen_bias")))
    seen = graph.add(
        "Add",
        graph.add("MatMul", x, graph.weight("picture.direct")),
        graph.add("MatMul", hidden, graph.weight("picture.narrow")),
    )
    seen = graph.unit(graph.add("Add", seen, graph.weight("picture.bias")))
    known = graph.add("MatMul", chances, graph.weight("picture.classes"))
    return graph.unit(graph.add("Add", seen, known))


def _ground_text(path: Path, weights: Path) -> None:
    model = onnx.load(path, load_external_data=False)
    addition = Addition(weights)
    ends = [node for node in model.graph.node if node.op_type == "Pad"]
    for place, end in enumerate(ends):
        x = end.input[0]
        hidden = addition.add("MatMul", x, addition.weight("text.widen"))
        hidden = addition.add(
            "Gelu", addition.add("Add", hidden, addition.weight("text.widen_bias"))
        )
        added = addition.add("MatMul", hidden, addition.weight("text.narrow"))
        added = addition.add("Add", added, addition.weight("text.bias"))
        name = f"grounded_text_{place}"
        addition.add("Identity", addition.unit(addition.add("Add", x, added)), name=name)
        end.input[0] = name
    _insert(model, addition)
    path.write_bytes(model.SerializeToString(deterministic=True))


def _insert(model: onnx.ModelProto, addition: Addition) -> None:
    """Put new nodes where all that they read is there and nothing that reads them is."""
    there = {tensor.name for tensor in model.graph.initializer}
    model.graph.initializer.extend(
        tensor for name, tensor in addition.initialisers.items() if name not in there
    )
    there |= set(addition.initialisers) | {value.name for value in model.graph.input}
    waiting = [*model.graph.node, *addition.nodes]
    ordered: list[onnx.NodeProto] = []
    while waiting:
        ready = [node for node in waiting if all(name in there for name in node.input if name)]
        if not ready:
            raise ValueError("The graph has a circle.")
        ordered += ready
        there |= {name for node in ready for name in node.output}
        waiting = [node for node in waiting if node not in ready]
    del model.graph.node[:]
    model.graph.node.extend(ordered)


def write_tapped(vision: Path, target: Path) -> None:
    """Write the visual stream's graph with all pooled features as its output ``taps``.

    It points to the weights of `vision`, and so has to lie in the same folder.
    """
    model = onnx.load(vision, load_external_data=False)
    pooled = []
    for name in [*(f"blocks.{block}.project" for block in TAPPED_BLOCKS), "head"]:
        result = block_result(model.graph, name)
        model.graph.node.append(helper.make_node("GlobalAveragePool", [result], [f"{name}.pooled"]))
        pooled.append(f"{name}.pooled")
    model.graph.node.append(helper.make_node("Concat", pooled, ["taps.square"], axis=1))
    model.graph.node.append(helper.make_node("Flatten", ["taps.square"], ["taps"], axis=1))
    model.graph.output.append(
        helper.make_tensor_value_info("taps", TensorProto.FLOAT, ["pictures", "features"])
    )
    target.write_bytes(model.SerializeToString(deterministic=True))
