"""Heat as colours and pictures of Qt, in the one scale that files have too.

On dark surfaces the most is bright and the picture beneath is dimmed; on light ones the most is
dark and the picture is paled. So heat stands out on photos and on drawings with a white ground.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from explorer.core.media import Pixels
from explorer.core.tokens import GridLayout
from explorer.lenses.heat_picture import Upsampling, heat_layer
from explorer.ui.theme import Theme

LONGEST = 512
"""Pixels of the longer side that a layer is computed at; it is smooth, and drawn larger."""
STEPS = 256


@dataclass(frozen=True, slots=True, eq=False)
class Heat:
    """A map to lay over a picture: float32 (rows, cols), where it lies, the end of its colours.

    One that is ``doubtful``, no better than random, is drawn without colour.
    """

    values: NDArray[np.float32]
    layout: GridLayout
    top: float
    doubtful: bool = False

    def value_at(self, across: float, down: float) -> tuple[int, int, float] | None:
        """Row, column and value under a place, in shares of the picture; None outside the grid."""
        left, top, right, bottom = self.layout.box
        if not (left <= across < right and top <= down < bottom):
            return None
        row = int((down - top) / (bottom - top) * self.layout.rows)
        col = int((across - left) / (right - left) * self.layout.cols)
        row, col = min(row, self.layout.rows - 1), min(col, self.layout.cols - 1)
        return row, col, float(self.values[row, col])

    def cell(self, row: int, col: int) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a patch, in shares of the picture."""
        left, top, right, bottom = self.layout.box
        across, down = (right - left) / self.layout.cols, (bottom - top) / self.layout.rows
        return (
            left + col * across, top + row * down,
            left + (col + 1) * across, top + (row + 1) * down,
        )  # fmt: skip

    @property
    def peak(self) -> tuple[int, int]:
        """Row and column of the best patch."""
        row, col = divmod(int(self.values.argmax()), self.layout.cols)
        return row, col


@dataclass(frozen=True, slots=True)
class HeatLook:
    """How heat is drawn; see `ExplainState`."""

    opacity: float = 0.65
    threshold: float = 0.0
    upsampling: Upsampling = "smooth"


def heat_image(heat: Heat, size: QSize, look: HeatLook, theme: Theme) -> QImage:
    """The layer for a picture shown at a size."""
    longest = max(size.width(), size.height(), 1)
    share = min(1.0, LONGEST / longest)
    width, height = (max(1, round(one * share)) for one in (size.width(), size.height()))
    layer = heat_layer(
        heat.values,
        heat.layout,
        (width, height),
        heat.top,
        opacity=look.opacity,
        upsampling=look.upsampling,
        threshold=look.threshold,
        reverse=not theme.dark,
    )
    return _as_image(_without_colour(layer) if heat.doubtful else layer)


def picture_image(pixels: Pixels) -> QImage:
    """A decoded picture as Qt draws it."""
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def _as_image(layer: NDArray[np.uint8]) -> QImage:
    layer = np.ascontiguousarray(layer)
    height, width = layer.shape[:2]
    return QImage(layer.data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def ramp_image(theme: Theme, *, grey: bool = False) -> QImage:
    """The whole scale as a line of `STEPS` pixels, zero transparent."""
    ramp = _ramp(theme.dark)[np.newaxis]
    return _as_image(_without_colour(ramp) if grey else ramp)


def _without_colour(layer: NDArray[np.uint8]) -> NDArray[np.uint8]:
    grey = layer.copy()
    grey[..., :3] = layer[..., :3].mean(axis=-1, keepdims=True)
    return grey


def heat_colour(share: float, theme: Theme, onto: str = "panel") -> QColor:
    """What a share of the range looks like on a surface, opaque."""
    red, green, blue, alpha = (int(one) for one in _ramp(theme.dark)[_step(share)])
    ground, opacity = theme.colour(onto), alpha / 255
    front = (red, green, blue)
    back = (ground.red(), ground.green(), ground.blue())
    mixed = (round(f * opacity + b * (1 - opacity)) for f, b in zip(front, back, strict=True))
    return QColor(*mixed)


def ink_on(ground: QColor) -> QColor:
    """Black or white, whichever reads better on a colour."""
    luminance = 0.299 * ground.red() + 0.587 * ground.green() + 0.114 * ground.blue()
    return QColor("#1b1b1d") if luminance > 140 else QColor("#ffffff")


def wash(theme: Theme, opacity: float) -> QColor:
    """What dims or pales a picture beneath its heat."""
    colour = QColor("#000000" if theme.dark else "#ffffff")
    colour.setAlphaF(0.5 * opacity)
    return colour


def _step(share: float) -> int:
    return round(min(max(share, 0.0), 1.0) * (STEPS - 1))


@lru_cache(maxsize=2)
def _ramp(dark: bool) -> NDArray[np.uint8]:
    line = np.linspace(0, 1, STEPS, dtype=np.float32)[np.newaxis]
    layer = heat_layer(
        line, GridLayout(1, STEPS), (STEPS, 1), 1.0, opacity=1.0, upsampling="nearest",
        reverse=not dark,
    )  # fmt: skip
    return np.asarray(layer[0])
