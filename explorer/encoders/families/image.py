"""Pictures, and clips as rows of pictures, to vectors and patches."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.api.encoder import Encoder, ForwardPass, MatchingPass, Preparation, Purpose
from explorer.core.errors import SpaceError
from explorer.core.similarity import Vectors
from explorer.core.tokens import GridLayout, Tokens
from explorer.encoders.families.dual import matching_logits
from explorer.encoders.families.encoder import FamilyEncoder, Tower
from explorer.encoders.families.family import Inputs, Tensor
from explorer.encoders.families.image_preparation import FillPatches, Normalisation, Placed
from explorer.encoders.families.processor_config import ImageSettings
from explorer.encoders.families.text import TextEncoder


class ImageEncoder(FamilyEncoder):
    """Pictures of one size to vectors and patches.

    Parameters
    ----------
    patch
        Side in pixels of what one token stands for; 0 for a square map of any fineness.
    """

    content: ClassVar[str] = "image"

    def __init__(self, tower: Tower, settings: ImageSettings, patch: int) -> None:
        super().__init__(tower)
        self._settings, self._patch = settings, patch

    def preparation(self, purpose: Purpose = "vector") -> Preparation:
        """What the checkpoint's own processor does up to the pixels."""
        return replace(self._settings.preparation, placed=purpose == "tokens")

    def _encode(self, inputs: Sequence[NDArray[Any]]) -> Vectors:
        return self._network.run(
            lambda module, batch: self._side.features(module, self._batch(module, batch)),
            {"pixels": np.stack(inputs)},
        )

    def _batch(self, module: Any, batch: Inputs) -> Inputs:
        pixels = normalised(batch["pixels"], self._settings.normalisation).permute(0, 3, 1, 2)
        return {"pixel_values": pixels.to(next(module.parameters()).dtype)}

    def _tokens(self, prepared: Placed) -> Tokens:
        pixels, box = prepared
        side, tokens = self._side, self._side.tokens
        assert tokens is not None
        (vectors,) = self._network.run(
            lambda module, batch: tokens(module, self._batch(module, batch)),
            {"pixels": pixels[np.newaxis]},
        )
        vectors = vectors[side.skip :]
        if self._patch:
            rows, cols = (length // self._patch for length in pixels.shape[:2])
        else:
            rows = cols = math.isqrt(len(vectors))
        return Tokens(vectors, GridLayout(rows, cols, box))

    def differentiable(self, prepared: Placed) -> ForwardPass:
        """A picture through the network with gradients.

        Raises
        ------
        SpaceError
            If its patches lie on no grid.
        """
        pixels, box = prepared
        if self._patch:
            rows, cols = (length // self._patch for length in pixels.shape[:2])
            layout = GridLayout(rows, cols, box)
        elif self.gives_tokens:
            found = self._tokens(prepared).layout
            assert isinstance(found, GridLayout)
            layout = found
        else:
            raise SpaceError("The patches of this network lie on no grid that is known.")
        return self._pass({"pixels": pixels[np.newaxis]}, layout)

    def _pass(self, arrays: dict[str, NDArray[Any]], layout: GridLayout) -> ForwardPass:
        import torch

        module = self._network.module()
        tensors = {name: self._network.tensor(array) for name, array in arrays.items()}
        batch = self._batch(module, tensors)
        batch["pixel_values"].requires_grad_(True)  # the weights are frozen: a graph begins here

        def forward() -> Tensor:
            vector = self._side.features(module, batch)[0].float()
            return torch.nn.functional.normalize(vector, dim=-1)

        parts = (getattr(module, name, None) for name in ("vision_model", "image_model"))
        seeing = next((part for part in parts if part is not None), module)
        last_map = getattr(seeing, "last_map", None)
        if last_map is None and not self._patch:
            last_map = getattr(seeing, "encoder", None)
        side = self._side
        return ForwardPass(seeing, forward, layout, side.skip, last_map, side.summary)


class MatchingImageEncoder(ImageEncoder):
    """Pictures of a network whose text tower also looks at patches, to say whether both match."""

    def matching(self, prepared: Placed, texts: Encoder, text: str) -> MatchingPass:
        """A picture and a text through the matching head: Li et al. 2022, BLIP, "ITM"."""
        module = self._network.module()
        if not isinstance(texts, TextEncoder):
            raise SpaceError("The texts of this space are not read by the network that matches.")
        pixels, box = prepared
        batch = self._batch(module, {"pixels": self._network.tensor(pixels[np.newaxis])})
        batch["pixel_values"].requires_grad_(True)  # the weights are frozen: a graph begins here
        arrays, pieces = texts.batch_of(text)
        words = {name: self._network.tensor(array) for name, array in arrays.items()}

        def forward() -> Tensor:
            no_and_yes = matching_logits(module, {**words, **batch})[0].float()
            return no_and_yes[1] - no_and_yes[0]

        rows, cols = (length // self._patch for length in pixels.shape[:2])
        layout = GridLayout(rows, cols, box)
        return MatchingPass(module.text_encoder, forward, layout, self._side.skip, tuple(pieces))


class PatchEncoder(ImageEncoder):
    """Pictures of any proportions, cut into patches beforehand: SigLIP 2's NaFlex."""

    def _encode(self, inputs: Sequence[NDArray[Any]]) -> Vectors:
        preparation = self._settings.preparation
        assert isinstance(preparation, FillPatches)
        batch = _packed(inputs, self._patch, preparation.most)
        return self._network.run(
            lambda module, packed: self._side.features(module, self._batch(module, packed)), batch
        )

    def differentiable(self, prepared: Placed) -> ForwardPass:
        """A picture through the network with gradients, with no places for patches left over."""
        pixels, box = prepared
        rows, cols = (length // self._patch for length in pixels.shape[:2])
        return self._pass(_packed([pixels], self._patch, rows * cols), GridLayout(rows, cols, box))

    def _batch(self, module: Any, batch: Inputs) -> Inputs:
        seen = batch["pixel_attention_mask"][..., None]
        count, most, _ = batch["pixels"].shape
        channels = batch["pixels"].reshape(count, most, -1, 3)
        values = normalised(channels, self._settings.normalisation).reshape(count, most, -1)
        return {
            "pixel_values": (values * seen).to(next(module.parameters()).dtype),
            "pixel_attention_mask": batch["pixel_attention_mask"],
            "spatial_shapes": batch["spatial_shapes"],
        }


def _packed(inputs: Sequence[NDArray[Any]], patch: int, most: int) -> dict[str, NDArray[Any]]:
    pixels = np.zeros((len(inputs), most, patch * patch * 3), np.uint8)
    seen = np.zeros((len(inputs), most), np.int64)
    shapes = np.zeros((len(inputs), 2), np.int64)
    for row, picture in enumerate(inputs):
        rows, cols = picture.shape[0] // patch, picture.shape[1] // patch
        cells = picture.reshape(rows, patch, cols, patch, 3).swapaxes(1, 2)
        pixels[row, : rows * cols] = cells.reshape(rows * cols, -1)
        seen[row, : rows * cols] = 1
        shapes[row] = rows, cols
    return {"pixels": pixels, "pixel_attention_mask": seen, "spatial_shapes": shapes}


def normalised(pixels: Tensor, how: Normalisation) -> Tensor:
    """Pixels (..., 3) of 0 to 255 to the network's range; float32 until that is done."""
    import torch

    mean = torch.tensor(how.mean, device=pixels.device) - how.offset
    deviation = torch.tensor(how.deviation, device=pixels.device)
    return (pixels.float() * how.scale - mean) / deviation
