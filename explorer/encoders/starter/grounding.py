"""The trained heads of the starter in torch: what ``heads.safetensors`` adds to the towers.

They are written by ``packaging/train_starter.py`` and lie beside the towers' weights, so that
new heads need no new copy of those. A starter without them is joined by ConSE and a regression.
Matrices are stored in eight bits with one scale per column.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

HEADS_FILE = "heads.safetensors"

TAPPED_BLOCKS = (10, 14, 15)
"""Besides the last map, the picture head reads the outputs of these blocks, from 0."""


class PictureGrounding(nn.Module):
    """Features of several blocks to meaning, and the classes' share of it.

    Parameters
    ----------
    tensors : dict of str to Tensor
        The content of ``heads.safetensors``.
    """

    mean: Tensor
    deviation: Tensor
    direct: Tensor
    widen: Tensor
    widen_bias: Tensor
    narrow: Tensor
    bias: Tensor
    share: Tensor

    def __init__(self, tensors: dict[str, Tensor]) -> None:
        super().__init__()
        _keep(self, tensors, "picture.")

    def forward(self, features: Tensor, chances: Tensor, classes: Tensor) -> Tensor:
        """What pictures mean: (..., 384), unit length.

        Parameters
        ----------
        features : Tensor
            ``(..., 1904)``.
        chances : Tensor
            ``(..., 1000)``, the class probabilities.
        classes : Tensor
            ``(1000, 384)``, the classes' grounded text vectors, unit length.
        """
        x = (features - self.mean) / self.deviation
        hidden = F.gelu(x @ self.widen + self.widen_bias)
        seen = F.normalize(x @ self.direct + hidden @ self.narrow + self.bias, dim=-1)
        return F.normalize(seen + self.share * (chances @ classes), dim=-1)


class TextGrounding(nn.Module):
    """A text's vector and what grounding adds to it.

    Parameters
    ----------
    tensors : dict of str to Tensor
        The content of ``heads.safetensors``.
    """

    widen: Tensor
    widen_bias: Tensor
    narrow: Tensor
    bias: Tensor

    def __init__(self, tensors: dict[str, Tensor]) -> None:
        super().__init__()
        _keep(self, tensors, "text.")

    def forward(self, texts: Tensor) -> Tensor:
        """Vectors (..., 384) of unit length to grounded ones of unit length."""
        hidden = F.gelu(texts @ self.widen + self.widen_bias)
        return F.normalize(texts + hidden @ self.narrow + self.bias, dim=-1)


def tapped(maps: list[Tensor], last: Tensor) -> Tensor:
    """All maps side by side on the grid of the last one.

    Parameters
    ----------
    maps : list of Tensor
        ``(n, channels, height, width)`` of the tapped blocks; the first has twice the grid.
    last : Tensor
        ``(n, rows, columns, 1280)``.

    Returns
    -------
    Tensor
        ``(n, rows, columns, 1904)``.
    """
    halved = [F.avg_pool2d(one, one.shape[-1] // last.shape[2]) for one in maps]
    return torch.cat([*(one.permute(0, 2, 3, 1) for one in halved), last], dim=-1)


def read_heads(folder: Path) -> dict[str, Tensor] | None:
    """The trained heads of a starter folder in single precision; None where there are none."""
    path = folder / HEADS_FILE
    if not path.exists():
        return None
    tensors = load_file(path)
    return {
        name: tensor.float() * tensors[f"{name}.scale"] if tensor.dtype == torch.int8 else tensor
        for name, tensor in tensors.items()
        if not name.endswith(".scale")
    }


def _keep(module: nn.Module, tensors: dict[str, Tensor], prefix: str) -> None:
    for name, tensor in tensors.items():
        if name.startswith(prefix):
            module.register_buffer(name.removeprefix(prefix), tensor.float())
