"""The two towers of the starter as torch modules, for GPUs and for gradients.

They read the same ``.safetensors`` files as the ONNX graphs and give the same numbers
(within 1e-3). On a processor the graphs are several times faster and need no torch, so this
module is imported only when the device is not ``cpu`` or gradients are asked for.

The visual stream is EfficientNet-Lite0 (Tan & Le, 2019; the Lite variants drop squeeze and
excitation and use ReLU6) with its batch normalisation folded into the convolutions; the
language stream is MiniLM-L6 (Wang et al., 2020), a BERT encoder of six layers.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from explorer.core.errors import SpaceError
from explorer.encoders.starter.architecture import (
    CLASS_COUNT,
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
from explorer.encoders.starter.grounding import (
    TAPPED_BLOCKS,
    PictureGrounding,
    TextGrounding,
    read_heads,
    tapped,
)


class VisionOutput(NamedTuple):
    """What one pass of the visual stream gives.

    Attributes
    ----------
    vector : Tensor
        ``(n, d)`` float32, unit length: the joint vectors.
    patches : Tensor
        ``(n, rows, cols, d)`` float32, unit length: the same for every place of the last map.
    features : Tensor
        ``(n, 1280)`` float32: the pooled visual features.
    """

    vector: Tensor
    patches: Tensor
    features: Tensor


class TextOutput(NamedTuple):
    """What one pass of the language stream gives.

    Attributes
    ----------
    vector : Tensor
        ``(n, d)`` float32, unit length: the joint vectors.
    pieces : Tensor
        ``(n, length, d)`` float32, unit length: the same for every word piece.
    """

    vector: Tensor
    pieces: Tensor


def _same_padding(kernel: int, stride: int) -> tuple[int, int, int, int]:
    """Pad as TensorFlow's SAME does for sides that the stride divides: more at the end."""
    total = kernel - stride
    before = total // 2
    return before, total - before, before, total - before


class _Convolution(nn.Module):
    """A convolution with TensorFlow's padding and the folded normalisation as its bias."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int, groups: int = 1):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(outputs, inputs // groups, kernel, kernel))
        self.bias = nn.Parameter(torch.empty(outputs))
        self.stride, self.groups = stride, groups
        self.padding = _same_padding(kernel, stride)

    def forward(self, x: Tensor) -> Tensor:
        if any(self.padding):
            x = F.pad(x, self.padding)
        return F.conv2d(x, self.weight, self.bias, self.stride, groups=self.groups)


class _InvertedResidual(nn.Module):
    """Widen, look around in every channel, narrow again; add the input where shapes agree."""

    def __init__(self, block: Block):
        super().__init__()
        width = block.inputs * block.expansion
        self.expand = _Convolution(block.inputs, width, 1, 1) if block.expansion > 1 else None
        self.depthwise = _Convolution(width, width, block.kernel, block.stride, width)
        self.project = _Convolution(width, block.outputs, 1, 1)
        self.residual = block.residual

    def forward(self, x: Tensor) -> Tensor:
        y = x if self.expand is None else F.relu6(self.expand(x))
        y = self.project(F.relu6(self.depthwise(y)))
        result: Tensor = x + y if self.residual else y
        return result


class VisionTower(nn.Module):
    """Pictures to joint vectors.

    Parameters
    ----------
    tensors : dict of str to Tensor
        The content of ``vision.safetensors``.
    heads : dict of str to Tensor, optional
        The content of ``heads.safetensors``.
    """

    grounded_classes: Tensor

    def __init__(self, tensors: dict[str, Tensor], heads: dict[str, Tensor] | None = None):
        super().__init__()
        self.stem = _Convolution(3, 32, 3, 2)
        self.blocks = nn.Sequential(*(_InvertedResidual(block) for block in STAGES))
        self.head = _Convolution(STAGES[-1].outputs, FEATURES, 1, 1)
        self.last_map = nn.Identity()  # a place where explanations can watch the feature map
        self.classifier = nn.Linear(FEATURES, CLASS_COUNT)
        self.joint = _Joint(tensors)
        _load(self, tensors)
        self.grounding = PictureGrounding(heads) if heads else None
        if heads:
            classes = F.normalize(self.joint.classes, dim=-1)
            self.register_buffer("grounded_classes", TextGrounding(heads)(classes))

    def forward(self, pixels: Tensor) -> VisionOutput:
        """Encode pictures.

        Parameters
        ----------
        pixels : Tensor
            ``(n, height, width, 3)`` uint8, RGB; both sides divisible by 32.
        """
        x = (pixels.permute(0, 3, 1, 2).float() - PIXEL_MEAN) / PIXEL_SCALE
        x = F.relu6(self.stem(x.contiguous(memory_format=torch.channels_last)))
        maps = []
        for place, block in enumerate(self.blocks):
            x = block(x)
            if place in TAPPED_BLOCKS:
                maps.append(x)
        feature_map = self.last_map(F.relu6(self.head(x))).permute(0, 2, 3, 1)
        features = feature_map.mean(dim=(1, 2))
        if self.grounding is None:
            vector, patches = self._join(features), self._join(feature_map)
        else:
            taps = tapped(maps, feature_map)
            vector = self._join(features, taps.mean(dim=(1, 2)))
            patches = self._join(feature_map, taps)
        return VisionOutput(vector=vector, patches=patches, features=features)

    def _join(self, features: Tensor, taps: Tensor | None = None) -> Tensor:
        logits = self.classifier(features)
        if self.grounding is None or taps is None:
            result: Tensor = self.joint(logits, features)
            return result
        ground = self.grounding
        result = self.joint(
            logits, features, lambda chances: ground(taps, chances, self.grounded_classes)
        )
        return result


class _Joint(nn.Module):
    """From visual features to the joint space: what a picture means, then what it looks like.

    The meaning is ConSE (Norouzi et al., 2014), the classes' text vectors averaged with the
    picture's class probabilities, and a linear map that was fitted on drawings and their titles.
    Beside it, in dimensions where every text is zero, stand the principal components of the
    features themselves, so that pictures of one class still differ.
    """

    classes: Tensor
    temperature: Tensor
    share: Tensor
    mean: Tensor
    drawings: Tensor
    look: Tensor

    def __init__(self, tensors: dict[str, Tensor]):
        super().__init__()
        for name, tensor in tensors.items():
            if name.startswith("joint."):
                blank = torch.empty_like(tensor, dtype=torch.float)
                self.register_buffer(name.removeprefix("joint."), blank)

    def forward(
        self,
        logits: Tensor,
        features: Tensor,
        ground: Callable[[Tensor], Tensor] | None = None,
    ) -> Tensor:
        chances = (logits / self.temperature).softmax(-1)
        centred = features - self.mean
        if ground is None:
            by_class = F.normalize(chances @ self.classes, dim=-1)
            by_drawing = F.normalize(centred @ self.drawings, dim=-1)
            meaning = F.normalize(by_class + by_drawing, dim=-1)
        else:
            meaning = ground(chances)
        look = F.normalize(centred @ self.look, dim=-1)
        return torch.cat([meaning * (1 - self.share).sqrt(), look * self.share.sqrt()], dim=-1)


class _Layer(nn.Module):
    """One BERT layer: attention and a feed-forward block, each added and then normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.attention = nn.Linear(WIDTH, 3 * WIDTH)
        self.attention_output = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=LAYER_NORM_EPSILON)
        self.expand = nn.Linear(WIDTH, 4 * WIDTH)
        self.contract = nn.Linear(4 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=LAYER_NORM_EPSILON)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        parts = self.attention(x).unflatten(-1, (3, HEADS, -1)).permute(2, 0, 3, 1, 4)
        query, key, value = parts.unbind(0)
        mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        x = self.attention_norm(x + self.attention_output(mixed.transpose(1, 2).flatten(2)))
        result: Tensor = self.norm(x + self.contract(F.gelu(self.expand(x))))
        return result


class TextTower(nn.Module):
    """Texts to joint vectors.

    Parameters
    ----------
    tensors : dict of str to Tensor
        The content of ``text.safetensors``.
    """

    centre: Tensor
    piece_centre: Tensor

    def __init__(
        self,
        tensors: dict[str, Tensor],
        dimension: int,
        heads: dict[str, Tensor] | None = None,
    ):
        super().__init__()
        self.words = nn.Embedding(*tensors["words.weight"].shape)
        self.places = nn.Embedding(*tensors["places.weight"].shape)
        self.embedding_norm = nn.LayerNorm(WIDTH, eps=LAYER_NORM_EPSILON)
        self.layers = nn.ModuleList(_Layer() for _ in range(LAYERS))
        self.register_buffer("centre", torch.empty(WIDTH))
        self.register_buffer("piece_centre", torch.empty(WIDTH))
        self.blank = dimension - WIDTH
        _load(self, tensors)
        self.grounding = TextGrounding(heads) if heads else None

    def forward(self, ids: Tensor, mask: Tensor) -> TextOutput:
        """Encode texts.

        Parameters
        ----------
        ids, mask : Tensor
            ``(n, length)`` int64: word pieces, and 1 where there is one, 0 where padded.
        """
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.embedding_norm(self.words(ids) + self.places(places))
        visible = mask.bool()[:, None, None, :]
        for layer in self.layers:
            x = layer(x, visible)
        weight = mask.to(x.dtype)[..., None]
        mean = (x * weight).sum(1) / weight.sum(1)
        return TextOutput(self._place(mean, self.centre), self._place(x, self.piece_centre))

    def _place(self, x: Tensor, centre: Tensor) -> Tensor:
        x = F.normalize(F.normalize(x, dim=-1) - centre, dim=-1)
        if self.grounding is not None:
            x = self.grounding(x)
        return F.pad(x, (0, self.blank))


class TorchTower:
    """A tower on a torch device behind the same interface as `OnnxTower`.

    Parameters
    ----------
    tower : VisionTower or TextTower
        On `device` already.
    device : str
        ``"cuda"``, ``"cuda:1"``, ``"mps"``, ``"cpu"``.
    """

    def __init__(self, tower: VisionTower | TextTower, device: str):
        self._tower: VisionTower | TextTower | None = tower
        self._device = device

    def run(self, outputs: list[str], **inputs: NDArray[Any]) -> list[NDArray[np.float32]]:
        """Some outputs of the network for one batch.

        Raises
        ------
        SpaceError
            If it was closed.
        """
        if self._tower is None:
            raise SpaceError("The starter space was closed; load it again.")
        tensors = {name: torch.from_numpy(array) for name, array in inputs.items()}
        with torch.inference_mode():
            result = self._tower(**{name: t.to(self._device) for name, t in tensors.items()})
            return [getattr(result, name).float().cpu().numpy() for name in outputs]

    def close(self) -> None:
        """Give back the network's memory."""
        self._tower = None


def _load(module: nn.Module, tensors: dict[str, Tensor]) -> None:
    """Fill a tower; the files hold half precision, the arithmetic is single."""
    module.load_state_dict({name: tensor.float() for name, tensor in tensors.items()})
    module.requires_grad_(False).eval()


def load_vision(folder: Path, device: str) -> VisionTower:
    """Read ``vision.safetensors`` in `folder` onto a torch device."""
    tower = VisionTower(load_file(folder / "vision.safetensors"), read_heads(folder))
    tower.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return tower.to(device)


def load_text(folder: Path, device: str, dimension: int) -> TextTower:
    """Read ``text.safetensors`` in `folder` onto a torch device."""
    tensors = load_file(folder / "text.safetensors")
    return TextTower(tensors, dimension, read_heads(folder)).to(device)


def load_ungrounded_text(folder: Path, device: str) -> TextTower:
    """Read the language stream in `folder` as it was before grounding: nothing is taken away."""
    tensors = load_file(folder / "text.safetensors")
    for name in ("centre", "piece_centre"):
        tensors[name] = torch.zeros(WIDTH)
    return TextTower(tensors, WIDTH).to(device)
