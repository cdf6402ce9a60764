"""The sound tower as it is trained: convolutions over time, phones, and one vector for all.

What ships are its weights and an ONNX graph of the same (`starter_graphs.write_sound`).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from explorer.encoders.starter.architecture import WIDTH
from explorer.encoders.starter.hearing import BANDS
from explorer.encoders.starter.lexicon import SIGNS, STRIDE


@dataclass(frozen=True, slots=True)
class SoundShape:
    """Channels, blocks, the kernel of each, and after how many the pooled branch leaves."""

    channels: int = 192
    blocks: int = 7
    kernel: int = 11
    branch: int = 4
    widening: int = 2

    def to_dict(self) -> dict[str, Any]:
        """As JSON data."""
        return asdict(self)


class HeardBatch(NamedTuple):
    """What the tower says of a batch.

    Attributes
    ----------
    phones : Tensor
        ``(n, steps, signs)``: logits of phones, of the space and of the blank.
    meaning : Tensor
        ``(n, 384)``, unit length, in the space of ungrounded texts.
    speech : Tensor
        ``(n,)``: logits of there being speech.
    """

    phones: Tensor
    meaning: Tensor
    speech: Tensor


class Block(nn.Module):
    """A depthwise convolution over time, then a widened layer at every step; added to its input.

    Liu et al. 2022, "A ConvNet for the 2020s", in one dimension. Frames after the end are zero.
    """

    def __init__(self, shape: SoundShape) -> None:
        super().__init__()
        channels, wide = shape.channels, shape.channels * shape.widening
        self.depthwise = nn.Conv2d(
            channels, channels, (1, shape.kernel), padding=(0, shape.kernel // 2), groups=channels
        )
        self.norm = nn.LayerNorm(channels)
        self.widen = nn.Linear(channels, wide)
        self.narrow = nn.Linear(wide, channels)

    def forward(self, x: Tensor, there: Tensor) -> Tensor:
        """Channels-first in memory order channels-last: (n, channels, 1, steps)."""
        y = self.depthwise(x).permute(0, 2, 3, 1)
        y = self.narrow(F.relu(self.widen(self.norm(y))))
        return (x.permute(0, 2, 3, 1) + y).mul(there).permute(0, 3, 1, 2)


class SoundNetwork(nn.Module):
    """Mel frames to phones and to meaning.

    Parameters
    ----------
    shape
        Its size.
    """

    def __init__(self, shape: SoundShape) -> None:
        super().__init__()
        self.shape = shape
        channels = shape.channels
        self.stem = nn.Conv2d(BANDS, channels, (1, 10), stride=(1, STRIDE), padding=(0, 3))
        self.blocks = nn.ModuleList(Block(shape) for _ in range(shape.blocks))
        self.norm = nn.LayerNorm(channels)
        self.phones = nn.Linear(channels, SIGNS)
        self.branch_norm = nn.LayerNorm(channels)
        self.attention = nn.Linear(channels, 1)
        self.speech = nn.Linear(channels, 1)
        self.meaning_widen = nn.Linear(channels, WIDTH)
        self.meaning = nn.Linear(WIDTH, WIDTH)
        for block in self.blocks:
            nn.init.zeros_(block.narrow.bias)
            block.narrow.weight.data.mul_(0.3)

    def forward(self, mel: Tensor, lengths: Tensor) -> HeardBatch:
        """Frames (n, frames, 64), scaled as `scaled` does, frames a multiple of four."""
        steps = mel.shape[1] // STRIDE
        there = torch.arange(steps)[None] < lengths_in_steps(lengths)[:, None]
        mask = there[:, None, :, None].to(mel.dtype)  # (n, 1, steps, 1)
        x = self.stem(
            mel.permute(0, 2, 1)[:, :, None].contiguous(memory_format=torch.channels_last)
        )
        x = x.permute(0, 2, 3, 1).mul(mask).permute(0, 3, 1, 2)
        middle = x
        for place, block in enumerate(self.blocks, 1):
            x = block(x, mask)
            if place == self.shape.branch:
                middle = x
        phones = self.phones(self.norm(x[:, :, 0].transpose(1, 2)))
        side = self.branch_norm(middle[:, :, 0].transpose(1, 2))
        weights = self.attention(side)[..., 0].masked_fill(~there, -torch.inf).softmax(-1)
        pooled = (weights[..., None] * side).sum(1)
        meaning = self.meaning(F.relu(self.meaning_widen(pooled)))
        speech = (self.speech(side)[..., 0] * there).sum(1) / there.sum(1)
        return HeardBatch(phones, F.normalize(meaning, dim=-1), speech)


def lengths_in_steps(lengths: Tensor) -> Tensor:
    """Steps of so many frames, rounded up."""
    return (lengths + STRIDE - 1) // STRIDE


def scaled(decibels: Tensor) -> Tensor:
    """Decibels from -80 to some above 0 to what the network takes."""
    return (decibels + 40) / 20
