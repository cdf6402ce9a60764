"""How a picture is brought to the size an encoder sees; runs in worker processes.

What these give is bytes wherever the family resizes bytes: they travel between processes at a
quarter of the size, and are scaled and shifted where the network runs, see `Normalisation`.
The arithmetic is that of the families' own processors in `transformers` (their Pillow versions).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from explorer.core.media import Pixels

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, as fractions of a picture's width and height."""

WHOLE: Box = (0.0, 0.0, 1.0, 1.0)


class Placed(NamedTuple):
    """A prepared picture and the part of the original it shows, as fractions."""

    pixels: NDArray[Any]
    box: Box


@dataclass(frozen=True, slots=True)
class Normalisation:
    """From pixel values 0 to 255 to what the network was trained on.

    ``(value * scale + offset - mean) / deviation``, per channel.
    """

    mean: tuple[float, float, float] = (0.0, 0.0, 0.0)
    deviation: tuple[float, float, float] = (1.0, 1.0, 1.0)
    scale: float = 1 / 255
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class ResizeCrop:
    """Resize, then crop the middle.

    Parameters
    ----------
    size
        (height, width) to resize to, whatever the proportions; or
    shortest
        what the shorter side becomes in proportion; 0 and None keep the size.
    longest
        The most the longer side may become in proportion; 0 for no limit.
    crop
        (height, width) of the middle to keep; what is missing is black.
    resample
        Pillow's number of the filter.
    rounded
        Whether an odd margin is rounded to even (torchvision) or cut off (transformers).
    smooth
        Whether to resize in floating point, without rounding to bytes.
    placed
        Give a `Placed` picture, for tokens.
    """

    size: tuple[int, int] | None = None
    shortest: int = 0
    longest: int = 0
    crop: tuple[int, int] | None = None
    resample: int = 3
    rounded: bool = False
    smooth: bool = False
    placed: bool = False

    @property
    def side(self) -> int:
        """The shorter side in pixels that a picture is scaled to; 0 where it keeps its size."""
        return min(self.size) if self.size else self.shortest

    def __call__(self, content: Pixels) -> NDArray[Any] | Placed:
        """uint8 RGB (height, width, 3) to uint8 or float32 (height, width, 3) of 0 to 255."""
        resized = self._resized(content)
        pixels, box = self._cropped(resized) if self.crop else (resized, WHOLE)
        pixels = np.ascontiguousarray(pixels)
        return Placed(pixels, box) if self.placed else pixels

    def _resized(self, content: Pixels) -> NDArray[Any]:
        height, width = self._target(*content.shape[:2])
        if self.smooth:
            return smooth_resize(content, height, width, self.resample)
        if (height, width) == content.shape[:2]:
            return content
        picture = Image.fromarray(content)
        return np.asarray(picture.resize((width, height), Image.Resampling(self.resample)))

    def _target(self, height: int, width: int) -> tuple[int, int]:
        if self.size:
            return self.size
        if not self.shortest:
            return height, width
        short, long = min(height, width), max(height, width)
        edge = self.shortest
        if self.longest and long / short * edge > self.longest:
            edge = round(self.longest * short / long)
        other = max(1, int(edge * long / short))
        return (other, edge) if width <= height else (edge, other)

    def _cropped(self, pixels: NDArray[Any]) -> tuple[NDArray[Any], Box]:
        assert self.crop is not None
        (height, width), (rows, cols) = pixels.shape[:2], self.crop
        top, left = self._margin(height, rows), self._margin(width, cols)
        above, before = max(0, -top), max(0, -left)
        if above or before or height < rows or width < cols:
            canvas = np.zeros((max(rows, height), max(cols, width), 3), pixels.dtype)
            canvas[above : above + height, before : before + width] = pixels
            pixels = canvas
        start, begin = max(0, top), max(0, left)
        box = (left / width, top / height, (left + cols) / width, (top + rows) / height)
        return pixels[start : start + rows, begin : begin + cols], box

    def _margin(self, length: int, kept: int) -> int:
        return round((length - kept) / 2) if self.rounded else (length - kept) // 2


@dataclass(frozen=True, slots=True)
class DivisibleSides:
    """Keep the proportions, with both sides multiples of a number: ViLT's and BridgeTower's way.

    Parameters
    ----------
    shortest
        What the shorter side becomes, or less.
    divisor
        Of both sides.
    crop
        Side of the middle square to keep; 0 for all.
    """

    shortest: int = 384
    divisor: int = 32
    crop: int = 0
    resample: int = 3
    placed: bool = False

    @property
    def side(self) -> int:
        """The shorter side in pixels that a picture is scaled to."""
        return self.shortest

    def __call__(self, content: Pixels) -> NDArray[Any] | Placed:
        """uint8 RGB (height, width, 3) to uint8, both sides multiples of the divisor."""
        size = self._target(*content.shape[:2])[::-1]
        resized = np.asarray(Image.fromarray(content).resize(size, Image.Resampling(self.resample)))
        if self.crop:
            return ResizeCrop(crop=(self.crop, self.crop), placed=self.placed)(resized)
        return Placed(resized, WHOLE) if self.placed else resized

    def _target(self, height: int, width: int) -> tuple[int, int]:
        longest = int(1333 / 800 * self.shortest)
        scale = self.shortest / min(height, width)
        sides = [scale * height, scale * width]
        sides[0 if height < width else 1] = self.shortest
        if max(sides) > longest:
            again = longest / max(sides)
            sides = [again * one for one in sides]
        rows, cols = (int(one + 0.5) // self.divisor * self.divisor for one in sides)
        return max(rows, self.divisor), max(cols, self.divisor)


@dataclass(frozen=True, slots=True)
class PadAndZoom:
    """Fill up to a square at the bottom and right, blur and zoom: OWLv2's own way.

    Minderer et al. 2023, "Scaling Open-Vocabulary Object Detection"; as scikit-image's
    ``resize`` with anti-aliasing does it.

    Parameters
    ----------
    size
        (height, width) of the result.
    fill
        Value of what is filled up, 0 to 255.
    """

    size: tuple[int, int] = (960, 960)
    fill: float = 0.0
    placed: bool = False

    @property
    def side(self) -> int:
        """The shorter side in pixels that a picture is scaled to."""
        return min(self.size)

    def __call__(self, content: Pixels) -> NDArray[Any] | Placed:
        """uint8 RGB (height, width, 3) to float32 (height, width, 3) of 0 to 255."""
        from scipy import ndimage

        height, width = content.shape[:2]
        side = max(height, width)
        square = np.full((side, side, 3), self.fill, np.float32)
        square[:height, :width] = content
        factors = np.array([side / self.size[0], side / self.size[1], 1.0])
        blurred = ndimage.gaussian_filter(square, np.maximum(0, (factors - 1) / 2), mode="mirror")
        zoomed = ndimage.zoom(blurred, 1 / factors, order=1, mode="mirror", grid_mode=True)
        pixels = np.clip(zoomed, square.min(), square.max()).astype(np.float32)
        return Placed(pixels, (0.0, 0.0, side / width, side / height)) if self.placed else pixels


@dataclass(frozen=True, slots=True)
class FillPatches:
    """Keep the proportions and use as many patches as are allowed: SigLIP 2's NaFlex.

    Tschannen et al. 2025, "SigLIP 2", section 2.4.2.

    Parameters
    ----------
    patch
        Side of a patch in pixels.
    most
        Patches of one picture.
    """

    patch: int = 16
    most: int = 256
    resample: int = 2
    placed: bool = False

    def __call__(self, content: Pixels) -> NDArray[Any] | Placed:
        """uint8 RGB (height, width, 3) to uint8, both sides multiples of the patch."""
        height, width = self._target(*content.shape[:2])
        picture = Image.fromarray(content)
        if picture.size != (width, height):
            picture = picture.resize((width, height), Image.Resampling(self.resample))
        pixels = np.asarray(picture)
        return Placed(pixels, WHOLE) if self.placed else pixels

    def _target(self, height: int, width: int) -> tuple[int, int]:
        low, high = 1e-6, 100.0
        while high - low >= 1e-5:  # the same bisection as the original, for the same sizes
            middle = (low + high) / 2
            rows, cols = self._cells(height * middle), self._cells(width * middle)
            low, high = (middle, high) if rows * cols <= self.most else (low, middle)
        return self._cells(height * low) * self.patch, self._cells(width * low) * self.patch

    def _cells(self, length: float) -> int:
        return max(1, math.ceil(length / self.patch))


def smooth_resize(content: Pixels, height: int, width: int, resample: int) -> NDArray[np.float32]:
    """Resize every channel in floating point."""
    channels = [Image.fromarray(content[..., one].astype(np.float32)) for one in range(3)]
    size, filter_ = (width, height), Image.Resampling(resample)
    return np.stack([np.asarray(one.resize(size, filter_)) for one in channels], axis=-1)
