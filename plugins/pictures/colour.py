"""Any picture that Pillow opens as 8-bit sRGB on white."""

from __future__ import annotations

import functools
import io
from typing import Any

import numpy as np
from numpy.typing import NDArray

STRIP_PIXELS = 1 << 20
"""How much of a large picture is converted at a time: copies of all of it would fill memory."""


def to_eight_bits(image: Any, factor: int = 1) -> Any:
    """A loaded Pillow image of any mode as L, RGB, CMYK or LAB, transparency on white.

    Its sides are divided by `factor`.
    """
    from PIL import Image

    if image.mode.startswith("I") or image.mode == "F":
        image = Image.fromarray(stretch(np.asarray(image)))
    if factor == 1:
        return _plain(image)
    width, height = image.size
    step = max(STRIP_PIXELS // width // factor, 1) * factor
    strips = (
        _plain(image.crop((0, top, width, min(top + step, height)))).reduce(factor)
        for top in range(0, height, step)
    )
    canvas = None
    for number, strip in enumerate(strips):
        canvas = canvas or Image.new(strip.mode, (strip.width, -(-height // factor)))
        canvas.paste(strip, (0, number * step // factor))
    return canvas


def _plain(image: Any) -> Any:
    image = _on_white(image)
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "RGB", "CMYK", "LAB") else image.convert("RGB")


def to_srgb(image: Any, profile: bytes | None) -> Any:
    """What `to_eight_bits` gives as RGB, with its colour profile applied."""
    if profile or image.mode == "LAB":
        converted = _apply_profile(image, profile or b"")
        if converted is not None:
            return converted
    return image if image.mode == "RGB" else image.convert("RGB")


def stretch(values: NDArray[Any]) -> NDArray[np.uint8]:
    """Brightness of more than 8 bits, or in floating point, as 8 bits.

    Full-range 16 bits are scaled, as are floats in [0, 1]; what lies within [0, 255] is kept;
    anything else (raw sensors, telescopes, heights) runs from its 0.5th to its 99.5th percentile.
    """
    finite = np.nan_to_num(np.asarray(values, np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    low, high = float(finite.min(initial=0.0)), float(finite.max(initial=0.0))
    is_float = np.issubdtype(values.dtype, np.floating)
    if low >= 0 and is_float and high <= 1:
        scaled = finite * 255.0
    elif low >= 0 and high <= 255:
        scaled = finite
    elif low >= 0 and not is_float and 16384 <= high <= 65535:
        scaled = finite / 257.0
    else:
        low, high = (float(edge) for edge in np.percentile(finite, (0.5, 99.5)))
        scaled = (finite - low) * (255.0 / max(high - low, 1e-12))
    return np.clip(np.rint(scaled), 0, 255).astype(np.uint8)


def _on_white(image: Any) -> Any:
    from PIL import Image

    if image.mode == "LA":
        canvas = Image.new("L", image.size, 255)
        canvas.paste(image.getchannel("L"), mask=image.getchannel("A"))
        return canvas
    if image.mode in ("RGBa", "La", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
    if image.mode != "RGBA":
        return image
    canvas = Image.new("RGB", image.size, (255, 255, 255))
    canvas.paste(image, mask=image.getchannel("A"))
    return canvas


def _apply_profile(image: Any, profile: bytes) -> Any | None:
    """The image in sRGB, or None where its profile is sRGB already, or of no use."""
    from PIL import ImageCms

    transform = _transform(profile, image.mode)
    if transform is None:
        return None
    try:
        return ImageCms.applyTransform(image, transform)
    except (ImageCms.PyCMSError, ValueError):
        return None


@functools.lru_cache(maxsize=32)
def _transform(profile: bytes, mode: str) -> Any | None:
    from PIL import ImageCms

    try:
        if profile:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if "sRGB" in (source.profile.profile_description or ""):
                return None
        else:
            source = ImageCms.createProfile("LAB")
        target = ImageCms.createProfile("sRGB")
        return ImageCms.buildTransform(source, target, mode, "RGB")
    # A profile for another kind of colour, or a broken one: the picture is shown without.
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
