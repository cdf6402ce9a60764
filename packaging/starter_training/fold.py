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

    def matrix(self, name: str) -> str:
        """A matrix of eight bits in single precision; ONNX Runtime works it out once."""
        single = f"{name}.single"
        if not any(single in node.output for node in self.nodes):
            wide = self.add("Cast", self.stored(name), to=TensorProto.FLOAT)
            self.add("Mul", wide, self.stored(f"{name}.scale"), name=single)
        return single


def heads_of(streams: TwoStreams, share: float) -> dict[str, Tensor]:
    """The tensors of ``heads.safetensors``, in single precision.

    Parameters
    ----------
    share
        How much a picture's classes count beside what the head sees, times their certainty.
    """
    picture, text = streams.picture, streams.text
    root = math.sqrt(WIDTH)
    tensors = {
        "picture.mean": picture.mean,
        "picture.deviation": picture.deviation,
        "picture.direct": picture.direct.weight.T,
        "picture.widen": picture.widen.weight.T,
        "picture.widen_bias": picture.widen.bias,
        "picture.narrow": picture.narrow.weight.T,
        "picture.bias": picture.direct.bias + picture.narrow.bias,
        "picture.share": torch.tensor(share),
        # The text head works on vectors of length 1 from here on.
        "text.widen": text.widen.weight.T * root,
        "text.widen_bias": text.widen.bias,
        "text.narrow": text.narrow.weight.T / root,
        "text.bias": text.narrow.bias / root,
    }
    return {name: tensor.detach().clone() for name, tensor in tensors.items()}


def stored(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """Matrices in eight bits with a scale per column, everything else in single precision."""
    found = {}
    for name, tensor in tensors.items():
        if tensor.ndim == 2:
            scale = (tensor.abs().amax(0) / 127).clamp(min=1e-12)
            found[name] = (tensor / scale).round().to(torch.int8).contiguous()
            found[f"{name}.scale"] = scale
        else:
            found[name] = tensor.contiguous()
    return found


def fold(folder: Path, heads: dict[str, Tensor], dimension: int) -> None:
    """Write the heads and the graphs that use them beside the towers in `folder`."""
    path = folder / HEADS_FILE
    save_file(stored(heads), path)
    path.chmod(0o644)
    write_graphs(folder, dimension)


def write_graphs(folder: Path, dimension: int) -> None:
    """Write the graphs of towers and heads that lie in `folder`."""
    path = folder / HEADS_FILE
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
    classes = _text_head(addition, addition.unit("joint.classes.single"))
    for place, (features, chance, end) in enumerate(
        zip((pooled, taps), chances, joined, strict=True)
    ):
        meaning = _picture_head(addition, features, chance, classes)
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


def _picture_head(graph: Addition, features: str, chances: str, classes: str) -> str:
    x = graph.add("Sub", features, graph.weight("picture.mean"))
    x = graph.add("Div", x, graph.weight("picture.deviation"))
    hidden = graph.add("MatMul", x, graph.matrix("picture.widen"))
    hidden = graph.add("Gelu", graph.add("Add", hidden, graph.weight("picture.widen_bias")))
    seen = graph.add(
        "Add",
        graph.add("MatMul", x, graph.matrix("picture.direct")),
        graph.add("MatMul", hidden, graph.matrix("picture.narrow")),
    )
    seen = graph.unit(graph.add("Add", seen, graph.weight("picture.bias")))
    known = graph.add("MatMul", chances, classes)
    known = graph.add("Mul", known, graph.weight("picture.share"))
    return graph.unit(graph.add("Add", seen, known))


def _text_head(graph: Addition, x: str) -> str:
    hidden = graph.add("MatMul", x, graph.matrix("text.widen"))
    hidden = graph.add("Gelu", graph.add("Add", hidden, graph.weight("text.widen_bias")))
    added = graph.add("MatMul", hidden, graph.matrix("text.narrow"))
    added = graph.add("Add", added, graph.weight("text.bias"))
    return graph.unit(graph.add("Add", x, added))


def _ground_text(path: Path, weights: Path) -> None:
    model = onnx.load(path, load_external_data=False)
    addition = Addition(weights)
    ends = [node for node in model.graph.node if node.op_type == "Pad"]
    for place, end in enumerate(ends):
        name = f"grounded_text_{place}"
        addition.add("Identity", _text_head(addition, end.input[0]), name=name)
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
    model.graph.node.extend(_needed(ordered, {value.name for value in model.graph.output}))
    read = {name for node in model.graph.node for name in node.input}
    kept = [tensor for tensor in model.graph.initializer if tensor.name in read]
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)


def _needed(ordered: list[onnx.NodeProto], wanted: set[str]) -> list[onnx.NodeProto]:
    """The nodes that some output hangs on."""
    kept = []
    for node in reversed(ordered):
        if wanted & set(node.output):
            wanted |= set(node.input)
            kept.append(node)
    return kept[::-1]


def write_tapped(vision: Path, target: Path) -> None:
    """Write the visual stream's graph with the tapped maps side by side as its output ``cells``.

    It points to the weights of `vision`, and so has to lie in the same folder.
    """
    model = onnx.load(vision, load_external_data=False)
    addition = Addition(vision.with_suffix(".safetensors"))
    addition.add("Concat", *_maps(model.graph, addition), axis=-1, name="cells")
    model.graph.output.append(
        helper.make_tensor_value_info(
            "cells", TensorProto.FLOAT, ["pictures", "rows", "columns", "features"]
        )
    )
    _insert(model, addition)
    target.write_bytes(model.SerializeToString(deterministic=True))
