"""The starter's two networks as ONNX graphs whose weights stay in the safetensors files.

A safetensors file is flat, so a tensor in it is also ONNX *external data*: a file, an offset
and a length. The graphs are a few kilobytes of structure, the weights exist once, and both ONNX
Runtime and torch read them. They are stored in half precision; a ``Cast`` behind each of them is
folded away when a session is created.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from explorer.encoders.starter.architecture import (
    FEATURES,
    HEADS,
    LAYER_NORM_EPSILON,
    LAYERS,
    PIXEL_MEAN,
    PIXEL_SCALE,
    STAGES,
    WIDTH,
    Block,
)
from explorer.encoders.starter.hearing import BANDS
from explorer.encoders.starter.lexicon import SIGNS, STRIDE
from explorer.encoders.starter.sound import SOUND_GRAPH, SOUND_WEIGHTS

OPSET = 20
SOUND_EPSILON = 1e-5
_TYPES = {"F16": TensorProto.FLOAT16, "F32": TensorProto.FLOAT, "I8": TensorProto.INT8}


@dataclass
class Graph:
    """Nodes in order; every method adds some and returns the name of their result."""

    weights: Path
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    initialisers: dict[str, TensorProto] = field(default_factory=dict)

    def __post_init__(self) -> None:
        with self.weights.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            self._header = json.loads(file.read(length))
        self._data_start = 8 + length

    def add(self, operator: str, *inputs: str, name: str = "", **attributes: object) -> str:
        """One node with one output."""
        output = name or f"{operator}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [output], **attributes))
        return output

    def stored(self, name: str) -> str:
        """A tensor of the safetensors file as it lies there."""
        if name not in self.initialisers:
            entry = self._header[name]
            begin, end = entry["data_offsets"]
            tensor = TensorProto(name=name, data_type=_TYPES[entry["dtype"]], dims=entry["shape"])
            tensor.data_location = TensorProto.EXTERNAL
            for key, value in (
                ("location", self.weights.name),
                ("offset", str(self._data_start + begin)),
                ("length", str(end - begin)),
            ):
                tensor.external_data.add(key=key, value=value)
            self.initialisers[name] = tensor
        return name

    def shape(self, name: str) -> list[int]:
        """The shape of a tensor of the safetensors file."""
        return [int(side) for side in self._header[name]["shape"]]

    def weight(self, name: str) -> str:
        """A tensor of the safetensors file in single precision."""
        single = f"{name}.single"
        if self._header[name]["dtype"] == "F32":
            return self.stored(name)
        if not any(single in node.output for node in self.nodes):
            self.add("Cast", self.stored(name), name=single, to=TensorProto.FLOAT)
        return single

    def constant(self, value: float | int | list[int]) -> str:
        """A number written into the graph: a float is float32, whole numbers are int64."""
        kind = np.float32 if isinstance(value, float) else np.int64
        name = f"constant_{value}"
        self.initialisers[name] = onnx.numpy_helper.from_array(np.array(value, kind), name)
        return name

    def linear(self, x: str, name: str) -> str:
        """``x @ weight.T + bias`` with the weight as torch keeps it."""
        turned = self.add("Transpose", self.weight(f"{name}.weight"), perm=[1, 0])
        return self.add("Add", self.add("MatMul", x, turned), self.weight(f"{name}.bias"))

    def unit(self, x: str) -> str:
        """`x` with its last axis at unit length."""
        length = self.add("ReduceL2", x, self.constant([-1]), keepdims=1)
        return self.add("Div", x, self.add("Max", length, self.constant(1e-12)))

    def save(
        self,
        path: Path,
        inputs: list[onnx.ValueInfoProto],
        outputs: dict[str, tuple[str, list[str | int]]],
    ) -> None:
        """Write the graph; `outputs` maps a name to the internal result and its shape."""
        infos = []
        for name, (result, shape) in outputs.items():
            self.add("Identity", result, name=name)
            infos.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))
        graph = helper.make_graph(
            self.nodes, path.stem, inputs, infos, list(self.initialisers.values())
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)])
        model.ir_version = 10
        path.write_bytes(model.SerializeToString(deterministic=True))


def _convolve(
    graph: Graph, x: str, name: str, kernel: int = 1, stride: int = 1, groups: int = 1
) -> str:
    total = kernel - stride
    before = total // 2
    pads = [before, before, total - before, total - before] if total > 0 else [0, 0, 0, 0]
    return graph.add(
        "Conv", x, graph.weight(f"{name}.weight"), graph.weight(f"{name}.bias"),
        kernel_shape=[kernel, kernel], strides=[stride, stride], pads=pads, group=groups,
    )  # fmt: skip


def _relu6(graph: Graph, x: str) -> str:
    return graph.add("Clip", x, graph.constant(0.0), graph.constant(6.0))


def _block(graph: Graph, x: str, name: str, block: Block) -> str:
    y = x
    if block.expansion > 1:
        y = _relu6(graph, _convolve(graph, y, f"{name}.expand"))
    width = block.inputs * block.expansion
    y = _convolve(graph, y, f"{name}.depthwise", block.kernel, block.stride, width)
    y = _convolve(graph, _relu6(graph, y), f"{name}.project")
    return graph.add("Add", x, y) if block.residual else y


def _joint(graph: Graph, features: str) -> str:
    logits = graph.linear(features, "classifier")
    cooled = graph.add("Div", logits, graph.weight("joint.temperature"))
    chances = graph.add("Softmax", cooled, axis=-1)
    by_class = graph.unit(graph.add("MatMul", chances, graph.weight("joint.classes")))
    centred = graph.add("Sub", features, graph.weight("joint.mean"))
    by_drawing = graph.unit(graph.add("MatMul", centred, graph.weight("joint.drawings")))
    meaning = graph.unit(graph.add("Add", by_class, by_drawing))
    look = graph.unit(graph.add("MatMul", centred, graph.weight("joint.look")))
    share = graph.weight("joint.share")
    rest = graph.add("Sub", graph.constant(1.0), share)
    parts = [
        graph.add("Mul", part, graph.add("Sqrt", weight))
        for part, weight in ((meaning, rest), (look, share))
    ]
    return graph.add("Concat", *parts, axis=-1)


def write_vision(folder: Path, dimension: int) -> None:
    """Write ``vision.onnx`` beside ``vision.safetensors``."""
    graph = Graph(folder / "vision.safetensors")
    planes = graph.add("Transpose", "pixels", perm=[0, 3, 1, 2])
    x = graph.add("Cast", planes, to=TensorProto.FLOAT)
    x = graph.add("Sub", x, graph.constant(PIXEL_MEAN))
    x = graph.add("Mul", x, graph.constant(1 / PIXEL_SCALE))
    x = _relu6(graph, _convolve(graph, x, "stem", kernel=3, stride=2))
    for place, block in enumerate(STAGES):
        x = _block(graph, x, f"blocks.{place}", block)
    x = _relu6(graph, _convolve(graph, x, "head"))
    features = graph.add("ReduceMean", x, graph.constant([2, 3]), keepdims=0)
    places = graph.add("Transpose", x, perm=[0, 2, 3, 1])
    pixels = helper.make_tensor_value_info(
        "pixels", TensorProto.UINT8, ["pictures", "height", "width", 3]
    )
    graph.save(
        folder / "vision.onnx",
        [pixels],
        {
            "vector": (_joint(graph, features), ["pictures", dimension]),
            "patches": (_joint(graph, places), ["pictures", "rows", "columns", dimension]),
            "features": (features, ["pictures", FEATURES]),
        },
    )


def _normalise(graph: Graph, x: str, name: str, epsilon: float = LAYER_NORM_EPSILON) -> str:
    return graph.add(
        "LayerNormalization", x, graph.weight(f"{name}.weight"), graph.weight(f"{name}.bias"),
        axis=-1, epsilon=epsilon,
    )  # fmt: skip


def _layer(graph: Graph, x: str, name: str, hidden: str) -> str:
    mixed = graph.linear(x, f"{name}.attention")
    split = graph.add("Reshape", mixed, graph.constant([0, 0, 3, HEADS, WIDTH // HEADS]))
    turned = graph.add("Transpose", split, perm=[2, 0, 3, 1, 4])
    query, key, value = (
        graph.add("Gather", turned, graph.constant(part), axis=0) for part in range(3)
    )
    scale = graph.constant((WIDTH // HEADS) ** -0.5)
    scores = graph.add(
        "MatMul", graph.add("Mul", query, scale), graph.add("Transpose", key, perm=[0, 1, 3, 2])
    )
    chances = graph.add("Softmax", graph.add("Add", scores, hidden), axis=-1)
    looked = graph.add("Transpose", graph.add("MatMul", chances, value), perm=[0, 2, 1, 3])
    joined = graph.add("Reshape", looked, graph.constant([0, 0, WIDTH]))
    x = _normalise(
        graph,
        graph.add("Add", x, graph.linear(joined, f"{name}.attention_output")),
        f"{name}.attention_norm",
    )
    wide = graph.add("Gelu", graph.linear(x, f"{name}.expand"))
    narrow = graph.linear(wide, f"{name}.contract")
    return _normalise(graph, graph.add("Add", x, narrow), f"{name}.norm")


def write_text(folder: Path, dimension: int) -> None:
    """Write ``text.onnx`` beside ``text.safetensors``."""
    graph = Graph(folder / "text.safetensors")
    # Rows are taken before they are widened: widening the whole table costs time and 47 MB.
    words = graph.add("Gather", graph.stored("words.weight"), "ids", axis=0)
    words = graph.add("Cast", words, to=TensorProto.FLOAT)
    length = graph.add("Shape", "ids", start=1, end=2)
    places = graph.add("Slice", graph.weight("places.weight"), graph.constant([0]), length)
    x = _normalise(graph, graph.add("Add", words, places), "embedding_norm")
    visible = graph.add("Cast", "mask", to=TensorProto.FLOAT)
    absent = graph.add("Sub", visible, graph.constant(1.0))
    hidden = graph.add("Unsqueeze", absent, graph.constant([1, 2]))
    hidden = graph.add("Mul", hidden, graph.constant(1e9))
    for place in range(LAYERS):
        x = _layer(graph, x, f"layers.{place}", hidden)
    weight = graph.add("Unsqueeze", visible, graph.constant([2]))
    total = graph.add("ReduceSum", graph.add("Mul", x, weight), graph.constant([1]), keepdims=0)
    count = graph.add("ReduceSum", visible, graph.constant([1]), keepdims=1)
    mean = graph.add("Div", total, count)
    axes = {
        name: helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "length"])
        for name in ("ids", "mask")
    }
    graph.save(
        folder / "text.onnx",
        list(axes.values()),
        {
            "vector": (_place(graph, mean, "centre", 2, dimension), ["texts", dimension]),
            "pieces": (
                _place(graph, x, "piece_centre", 3, dimension),
                ["texts", "length", dimension],
            ),
        },
    )


def _place(graph: Graph, x: str, centre: str, axes: int, dimension: int) -> str:
    centred = graph.add("Sub", graph.unit(x), graph.weight(centre))
    pads = [0] * (2 * axes - 1) + [dimension - WIDTH]
    return graph.add("Pad", graph.unit(centred), graph.constant(pads))


def write_sound(folder: Path, blocks: int, branch: int) -> None:
    """Write ``sound.onnx`` beside ``sound.safetensors``: one sound at a time.

    The pooled branch leaves after so many of the blocks.
    """
    graph = Graph(folder / SOUND_WEIGHTS)
    mel = helper.make_tensor_value_info("mel", TensorProto.FLOAT, [1, "frames", BANDS])
    x = graph.add("Mul", graph.add("Add", "mel", graph.constant(40.0)), graph.constant(0.05))
    x = _over_time(graph, graph.add("Transpose", x, perm=[0, 2, 1]), "stem", [3, 3], STRIDE)
    side = x
    for place in range(blocks):
        x = _sound_block(graph, x, f"blocks.{place}")
        if place + 1 == branch:
            side = x
    phones = graph.linear(_steps(graph, x, "norm"), "phones")
    heard = _steps(graph, side, "branch_norm")
    weights = graph.add("Softmax", graph.linear(heard, "attention"), axis=1)
    pooled = graph.add(
        "ReduceSum", graph.add("Mul", weights, heard), graph.constant([1]), keepdims=0
    )
    speech = graph.add("Squeeze", graph.linear(heard, "speech"), graph.constant([2]))
    graph.save(
        folder / SOUND_GRAPH,
        [mel],
        {
            "phones": (graph.add("LogSoftmax", phones, axis=-1), [1, "steps", SIGNS]),
            "speech": (speech, [1, "steps"]),
            "meaning": (_sound_meaning(graph, pooled), [1, WIDTH]),
            "moments": (_sound_meaning(graph, heard), [1, "steps", WIDTH]),
        },
    )


def _over_time(
    graph: Graph, x: str, name: str, pads: list[int], stride: int = 1, groups: int = 1
) -> str:
    return graph.add(
        "Conv", x, graph.weight(f"{name}.weight"), graph.weight(f"{name}.bias"),
        strides=[stride], pads=pads, group=groups,
    )  # fmt: skip


def _steps(graph: Graph, x: str, norm: str) -> str:
    """Channels last, normalised: (1, steps, channels)."""
    return _normalise(graph, graph.add("Transpose", x, perm=[0, 2, 1]), norm, SOUND_EPSILON)


def _sound_block(graph: Graph, x: str, name: str) -> str:
    channels, _, kernel = graph.shape(f"{name}.depthwise.weight")
    y = _over_time(graph, x, f"{name}.depthwise", [kernel // 2, kernel // 2], groups=channels)
    y = graph.add("Relu", graph.linear(_steps(graph, y, f"{name}.norm"), f"{name}.widen"))
    y = graph.add("Transpose", graph.linear(y, f"{name}.narrow"), perm=[0, 2, 1])
    return graph.add("Add", x, y)


def _sound_meaning(graph: Graph, x: str) -> str:
    wide = graph.add("Relu", graph.linear(x, "meaning_widen"))
    return graph.unit(graph.linear(wide, "meaning"))
