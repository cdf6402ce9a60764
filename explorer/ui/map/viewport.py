"""Which part of the plane the map shows, and where on the screen."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

SMALLEST_SCALE = 1e-3
LARGEST_SCALE = 1e8


@dataclass(frozen=True)
class Viewport:
    """A window of `width` x `height` pixels on the plane; y points up on the plane.

    Attributes
    ----------
    centre_x, centre_y
        What is in the middle, in map units.
    scale
        Pixels for one map unit.
    width, height
        In pixels.
    """

    centre_x: float = 0.0
    centre_y: float = 0.0
    scale: float = 300.0
    width: int = 1
    height: int = 1

    def to_pixels(self, points: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """Turn (n, 2) map coordinates into (n, 2) pixels."""
        away = np.asarray(points, np.float64) - (self.centre_x, self.centre_y)
        middle = np.array([self.width / 2, self.height / 2])
        pixels: npt.NDArray[np.float64] = away * (self.scale, -self.scale) + middle
        return pixels

    def to_plane(self, x: float, y: float) -> tuple[float, float]:
        """Turn a pixel into map coordinates."""
        return (
            self.centre_x + (x - self.width / 2) / self.scale,
            self.centre_y - (y - self.height / 2) / self.scale,
        )

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """What is shown, in map units: left, bottom, right, top."""
        left, top = self.to_plane(0, 0)
        right, bottom = self.to_plane(self.width, self.height)
        return left, bottom, right, top

    def panned(self, dx: float, dy: float) -> Viewport:
        """Move what is shown by so many pixels."""
        return replace(
            self,
            centre_x=self.centre_x - dx / self.scale,
            centre_y=self.centre_y + dy / self.scale,
        )

    def zoomed(self, factor: float, x: float, y: float) -> Viewport:
        """Zoom by `factor`; what is under pixel (x, y) stays there."""
        scale = min(max(self.scale * factor, SMALLEST_SCALE), LARGEST_SCALE)
        under_x, under_y = self.to_plane(x, y)
        return replace(
            self,
            scale=scale,
            centre_x=under_x - (x - self.width / 2) / scale,
            centre_y=under_y + (y - self.height / 2) / scale,
        )

    def resized(self, width: int, height: int) -> Viewport:
        """Keep middle and scale in a window of another size."""
        return replace(self, width=max(1, width), height=max(1, height))

    def magnified(self, ratio: float) -> Viewport:
        """Return the same view counted in pixels `ratio` times as fine."""
        return replace(
            self,
            scale=self.scale * ratio,
            width=max(1, round(self.width * ratio)),
            height=max(1, round(self.height * ratio)),
        )

    def fitted(self, bounds: tuple[float, float, float, float], margin: float) -> Viewport:
        """Show all of ``(left, bottom, right, top)`` with `margin` pixels around it."""
        left, bottom, right, top = bounds
        wide, high = max(right - left, 1e-9), max(top - bottom, 1e-9)
        room_x = max(self.width - 2 * margin, self.width * 0.5, 1)
        room_y = max(self.height - 2 * margin, self.height * 0.5, 1)
        scale = min(room_x / wide, room_y / high, LARGEST_SCALE)
        return replace(self, centre_x=(left + right) / 2, centre_y=(bottom + top) / 2, scale=scale)

    def toward(self, other: Viewport, share: float) -> Viewport:
        """Return the view that lies `share` of the way to `other`.

        Scale changes evenly to the eye, and a point that is in the same place in both views is
        there all the way.
        """
        scale = math.exp(math.log(self.scale) * (1 - share) + math.log(other.scale) * share)
        span = 1 / other.scale - 1 / self.scale
        if abs(span) * self.scale > 1e-9:
            share = (1 / scale - 1 / self.scale) / span
        return replace(
            self,
            scale=scale,
            centre_x=self.centre_x + (other.centre_x - self.centre_x) * share,
            centre_y=self.centre_y + (other.centre_y - self.centre_y) * share,
        )
