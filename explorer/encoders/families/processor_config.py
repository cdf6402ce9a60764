"""What a checkpoint says of preparing its pictures: from its settings to a preparation.

Settings that a checkpoint leaves out have the values of its processor's class.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from explorer.core.errors import SpaceError
from explorer.encoders.checkpoint import Checkpoint
from explorer.encoders.families.image_preparation import (
    DivisibleSides,
    FillPatches,
    Normalisation,
    PadAndZoom,
    ResizeCrop,
)

ImagePreparation = ResizeCrop | PadAndZoom | FillPatches | DivisibleSides

NEAREST, LANCZOS, BILINEAR, BICUBIC = 0, 1, 2, 3
CLIP_MEAN, CLIP_STD = (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)
HALF = (0.5, 0.5, 0.5)
IMAGENET_MEAN, IMAGENET_STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


@dataclass(frozen=True, slots=True)
class ImageSettings:
    """A preparation and what has to be done to its result where the network runs."""

    preparation: ImagePreparation
    normalisation: Normalisation


def _clip(side: int = 224, **other: Any) -> dict[str, Any]:
    return {
        "resample": BICUBIC,
        "size": {"shortest_edge": side},
        "crop_size": side,
        "do_center_crop": True,
        "image_mean": CLIP_MEAN,
        "image_std": CLIP_STD,
        **other,
    }


def _square(side: int, **other: Any) -> dict[str, Any]:
    return {
        "resample": BICUBIC,
        "size": {"height": side, "width": side},
        "image_mean": HALF,
        "image_std": HALF,
        **other,
    }


PROCESSORS: dict[str, dict[str, Any]] = {
    "CLIPImageProcessor": _clip(),
    "ChineseCLIPImageProcessor": _clip(),
    "BitImageProcessor": _clip(),
    "VideoMAEImageProcessor": _clip(resample=BILINEAR, image_mean=HALF, image_std=HALF),
    "VideoMAEVideoProcessor": _clip(resample=BILINEAR, image_mean=HALF, image_std=HALF),
    "SiglipImageProcessor": _square(224),
    "BlipImageProcessor": _square(384, image_mean=CLIP_MEAN, image_std=CLIP_STD),
    "OwlViTImageProcessor": _square(768, image_mean=CLIP_MEAN, image_std=CLIP_STD),
    "FlavaImageProcessor": _square(
        224, image_mean=CLIP_MEAN, image_std=CLIP_STD, crop_size=224, do_center_crop=True
    ),
    "ViTImageProcessor": _square(224, resample=BILINEAR),
    "DeiTImageProcessor": _square(256, crop_size=224, do_center_crop=True),
    "DINOv3ViTImageProcessor": _square(
        224, resample=BILINEAR, image_mean=IMAGENET_MEAN, image_std=IMAGENET_STD, smooth=True
    ),
    "Tipsv2ImageProcessor": _square(448, resample=BILINEAR, do_normalize=False),
    "VideoPrismVideoProcessor": _square(288, do_normalize=False),
    "PeVideoVideoProcessor": _square(224, resample=BILINEAR, do_normalize=False),
    "EfficientNetImageProcessor": _square(346, crop_size=289, include_top=True),
    "Owlv2ImageProcessor": _square(960, image_mean=CLIP_MEAN, image_std=CLIP_STD),
    "Siglip2ImageProcessor": _square(0, resample=BILINEAR),
    "ViltImageProcessor": _square(384, size={"shortest_edge": 384}, size_divisor=32),
    "BridgeTowerImageProcessor": _clip(288, size_divisor=32, crop_size={"shortest_edge": 288}),
}
"""Processors by the class that `transformers` has for them, with its own default settings."""

_SQUARE_BY_NUMBER = {"ViTImageProcessor", "BlipImageProcessor", "OwlViTImageProcessor",
                     "DeiTImageProcessor", "FlavaImageProcessor", "Owlv2ImageProcessor",
                     "SiglipImageProcessor", "EfficientNetImageProcessor"}  # fmt: skip
"""A plain number for a size means a square to these, the shorter side to the others."""


def image_settings(
    checkpoint: Checkpoint, default: str = "CLIPImageProcessor", patch: int = 16
) -> ImageSettings:
    """How a checkpoint wants its pictures.

    Parameters
    ----------
    default
        Processor class where the checkpoint names none.
    patch
        Side of a patch, where the processor needs it.

    Raises
    ------
    SpaceError
        If the checkpoint has no such settings, or asks for something that is not known here.
    """
    said = _found_settings(checkpoint)
    name = _class_name(said, default)
    if name not in PROCESSORS:
        raise SpaceError(
            "{folder} prepares its pictures with '{name}', which Explorer does not know. It "
            "knows {known}.",
            folder=checkpoint.folder,
            name=name,
            known=", ".join(sorted(PROCESSORS)),
        )
    settings = {**PROCESSORS[name], **{key: one for key, one in said.items() if one is not None}}
    try:
        return ImageSettings(_preparation(name, settings, patch), _normalisation(name, settings))
    except (KeyError, TypeError, ValueError) as error:
        raise SpaceError(
            "The settings of {folder} for pictures cannot be used: {reason}. Fetch its "
            "preprocessor_config.json again.",
            folder=checkpoint.folder,
            reason=error,
        ) from error


def _found_settings(checkpoint: Checkpoint) -> Mapping[str, Any]:
    together = checkpoint.settings("processor_config.json")
    for key in ("image_processor", "video_processor"):
        if isinstance(together.get(key), Mapping):
            return dict(together[key])
    for name in ("preprocessor_config.json", "video_preprocessor_config.json"):
        settings = checkpoint.settings(name)
        if settings and not _of_sounds(settings):
            return settings
    raise SpaceError(
        "{folder} does not say how its pictures are prepared: it has no "
        "preprocessor_config.json. Fetch that file too; guessing would make wrong vectors.",
        folder=checkpoint.folder,
    )


def _of_sounds(settings: Mapping[str, Any]) -> bool:
    """Whether settings are those of a feature extractor for sounds."""
    return "sampling_rate" in settings


def _class_name(said: Mapping[str, Any], default: str) -> str:
    for key in ("image_processor_type", "video_processor_type", "feature_extractor_type"):
        if isinstance(said.get(key), str):
            name: str = said[key].removesuffix("Fast").removesuffix("Pil")
            return name.replace("FeatureExtractor", "ImageProcessor")
    return default


def _preparation(name: str, settings: Mapping[str, Any], patch: int) -> ImagePreparation:
    if name == "Siglip2ImageProcessor":
        return FillPatches(
            int(settings.get("patch_size", patch)),
            int(settings.get("max_num_patches", 256)),
            int(settings["resample"]),
        )
    if name in ("ViltImageProcessor", "BridgeTowerImageProcessor"):
        cropped = bool(settings.get("do_center_crop"))
        return DivisibleSides(
            _shortest(settings["size"]),
            int(settings["size_divisor"]),
            _shortest(settings["crop_size"]) if cropped else 0,
            int(settings["resample"]),
        )
    if name == "Owlv2ImageProcessor":
        return PadAndZoom(_pair(settings["size"]))
    plan = ResizeCrop(resample=int(settings["resample"]), smooth=bool(settings.get("smooth")))
    if settings.get("do_resize", True):
        plan = _resizing(plan, settings["size"], name)
    if settings.get("do_center_crop"):
        plan = replace(plan, crop=_pair(settings["crop_size"]))
    return plan


def _resizing(plan: ResizeCrop, size: Any, name: str) -> ResizeCrop:
    if isinstance(size, int) and name not in _SQUARE_BY_NUMBER:
        return replace(plan, shortest=size)
    if isinstance(size, Mapping) and "shortest_edge" in size:
        return replace(
            plan, shortest=int(size["shortest_edge"]), longest=int(size.get("longest_edge") or 0)
        )
    return replace(plan, size=_pair(size))


def _shortest(size: Any) -> int:
    if isinstance(size, int):
        return size
    return int(size.get("shortest_edge") or min(size["height"], size["width"]))


def _pair(size: Any) -> tuple[int, int]:
    if isinstance(size, int):
        return size, size
    if isinstance(size, Mapping):
        return int(size["height"]), int(size["width"])
    height, width = size
    return int(height), int(width)


def _normalisation(name: str, settings: Mapping[str, Any]) -> Normalisation:
    scale = float(settings.get("rescale_factor", 1 / 255))
    scale = scale if settings.get("do_rescale", True) else 1.0
    mean, deviation = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
    if settings.get("do_normalize", True):
        mean, deviation = _triple(settings["image_mean"]), _triple(settings["image_std"])
    offset = 0.0
    if name == "EfficientNetImageProcessor":
        offset = -1.0 if settings.get("rescale_offset") else 0.0
        if settings.get("include_top"):  # divides by the deviation once more
            mean = _triple(mean)
            again = _triple(settings["image_std"])
            deviation = _triple([a * b for a, b in zip(deviation, again, strict=True)])
    return Normalisation(mean, deviation, scale, offset)


def _triple(values: Any) -> tuple[float, float, float]:
    red, green, blue = [values] * 3 if isinstance(values, int | float) else values
    return float(red), float(green), float(blue)
