"""What the picture towers of open_clip's checkpoints have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from explorer.core.errors import SpaceError
from explorer.encoders.families.family import Inputs, Side, Tensor
from explorer.encoders.families.open_clip_names import Rename

Shapes = Mapping[str, tuple[int, ...]]
"""Shapes of the weights, by their names in the checkpoint."""


@dataclass(frozen=True, slots=True)
class PictureTower:
    """A picture tower before its weights are read.

    Parameters
    ----------
    name
        What it is called.
    build
        Makes the torch module.
    renamed
        From the checkpoint's names, less ``visual.``, to the module's.
    side
        How it is run.
    patch
        Side in pixels of one cell of its grid.
    channels_last
        Whether it is quicker with pixels' channels last.
    """

    name: str
    build: Callable[[], Any]
    renamed: Rename
    side: Side
    patch: int
    channels_last: bool = False


def require(vision: Mapping[str, Any], known: set[str], name: str) -> None:
    """Refuse a tower with a setting that is not known here.

    Raises
    ------
    SpaceError
        If there is one.
    """
    odd = sorted(set(vision) - known)
    if odd:
        raise unknown(f"{name}, '{odd[0]}'")


def unknown(name: str) -> SpaceError:
    """Why a tower is refused, by its name or that of one of its settings."""
    return SpaceError(
        "The picture tower of this open_clip checkpoint ({name}) is of a kind that Explorer does "
        "not know: it knows open_clip's own ViTs and ResNets, and timm's ConvNeXts, EVAs, "
        "Perception Encoders and ViTs of SigLIP. Use the same model's checkpoint for "
        "transformers, if there is one.",
        name=name,
    )


def picture_vector(module: Any, batch: Inputs) -> Tensor:
    """A batch of pictures to their vectors (n, d)."""
    result = module.vision_model(pixel_values=batch["pixel_values"])
    return getattr(result, "pooler_output", result)


def picture_patches(module: Any, batch: Inputs) -> Tensor:
    """A batch of pictures to their tokens in the same space (n, t, d)."""
    return module.vision_model.tokens(batch["pixel_values"])


def picture_side(vision: Mapping[str, Any]) -> int:
    """Pixels along a side of the square that a tower sees.

    Raises
    ------
    SpaceError
        If it sees no square.
    """
    size = vision.get("image_size", 224)
    if isinstance(size, list) and len(set(size)) > 1:
        raise unknown("'image_size'")
    return int(size[0] if isinstance(size, list) else size)
