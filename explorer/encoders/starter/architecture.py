"""The shapes of the starter's two networks, shared by the graphs, the torch twin and the recipe."""

from __future__ import annotations

from typing import NamedTuple

PIXEL_MEAN = 127.0
PIXEL_SCALE = 128.0
"""EfficientNet-Lite sees pixels as ``(value - 127) / 128``."""

STRIDE = 32
"""One cell of the last feature map covers this many pixels; sides must be divisible by it."""

FEATURES = 1280
"""Channels of the last feature map."""

CLASS_COUNT = 1000
"""Classes of ImageNet-1k."""

LAYERS = 6
HEADS = 12
WIDTH = 384
"""Layers, attention heads and width of MiniLM."""

LAYER_NORM_EPSILON = 1e-12


class Block(NamedTuple):
    """One inverted residual block: channels in and out, kernel side, stride, widening factor."""

    inputs: int
    outputs: int
    kernel: int
    stride: int
    expansion: int

    @property
    def residual(self) -> bool:
        """Whether the block adds its input to its output."""
        return self.stride == 1 and self.inputs == self.outputs


def _stages() -> tuple[Block, ...]:
    blocks: list[Block] = []
    inputs = 32
    for outputs, kernel, stride, expansion, repeats in (
        (16, 3, 1, 1, 1),
        (24, 3, 2, 6, 2),
        (40, 5, 2, 6, 2),
        (80, 3, 2, 6, 3),
        (112, 5, 1, 6, 3),
        (192, 5, 2, 6, 4),
        (320, 3, 1, 6, 1),
    ):
        for repeat in range(repeats):
            blocks.append(Block(inputs, outputs, kernel, stride if repeat == 0 else 1, expansion))
            inputs = outputs
    return tuple(blocks)


STAGES = _stages()
"""The sixteen blocks of EfficientNet-Lite0, in order (Tan & Le 2019, table 1, width 1.0)."""
