"""Draw points into a picture, on the processor and without Qt.

Where points lie thick they are binned into pixels and tone-mapped; where they lie thin each is a
disc. The rule looks only at the local density on the screen, so nothing changes while panning.
"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from explorer.ui.map.point_index import PointIndex, index_points
from explorer.ui.map.viewport import Viewport

Image = npt.NDArray[np.uint8]
Colour = tuple[int, int, int]

GREY, LIT, SELECTED = 0, 1, 2
SMALLEST, LARGEST = 3.0, 6.0
"""Diameters of a point in logical pixels."""
DENSEST_DISCS = 0.3
"""Points for each logical pixel above which a cell is binned and no longer drawn disc by disc."""
BIN_SIDE = 2.5
"""Of a bin, in logical pixels."""
GREY_ALPHA = 0.18
DRAWN_ALONE = 4_000
"""So few points are drawn as soon by the thread that asks, which then waits for no other."""

_compiled: Any = None
_compiling = threading.Lock()


def warm_up() -> None:
    """Load or compile the drawing loops; takes seconds the first time, so not on the GUI thread."""
    global _compiled
    with _compiling:
        if _compiled is not None:
            return
        from explorer.ui.map import kernels

        raster = Raster(kernels)
        index = index_points(np.array([[0, 0], [0.1, 0], [0.5, 0.5]], np.float32))
        view = Viewport(width=8, height=8, scale=4)
        points = Points(index, np.full((3, 4), 255, np.uint8), np.array([0, 1, 2], np.uint8))
        raster.draw(points, view, Ink())
        raster.close()
        _compiled = kernels


def is_ready() -> bool:
    """Whether the drawing loops are compiled; until then a plainer picture is drawn."""
    return _compiled is not None


@dataclass(frozen=True)
class Ink:
    """Colours of what is not a point's own, red, green and blue in 0..255."""

    background: Colour = (27, 27, 29)
    grey: Colour = (232, 232, 234)
    accent: Colour = (242, 169, 59)


@dataclass(frozen=True)
class Points:
    """What is drawn.

    Attributes
    ----------
    index
        Where the points are.
    rgba
        (m, 4) uint8 colours in the order of the index; alpha fades a point.
    state
        (m,) uint8 in the order of the index: `GREY`, `LIT` or `SELECTED`.
    """

    index: PointIndex
    rgba: npt.NDArray[np.uint8]
    state: npt.NDArray[np.uint8]

    @cached_property
    def present(self) -> npt.NDArray[np.bool_]:
        """Whether there are grey, lit and selected points: (3,)."""
        return np.bincount(self.state, minlength=3)[:3] > 0


def point_diameter(index: PointIndex, scale: float) -> float:
    """Choose how large points are at a scale: 3 to 6 logical pixels, by how near they lie."""
    return min(max(index.spacing * scale * 0.55, SMALLEST), LARGEST)


class Raster:
    """Draws on every core; `close` it when done.

    Parameters
    ----------
    kernels
        The compiled loops; by default those of `warm_up`, once they are there.
    """

    def __init__(self, kernels: Any = None) -> None:
        # numba must not be imported for a count of processors: it takes half a second.
        from os import cpu_count

        self._threads = max(1, min(cpu_count() or 1, 8))
        self._executor: ThreadPoolExecutor | None = None
        self._kernels = kernels

    def close(self) -> None:
        """End the drawing threads."""
        if self._executor is not None:
            self._executor.shutdown()
            self._executor = None

    def draw(
        self,
        points: Points,
        view: Viewport,
        ink: Ink,
        *,
        ratio: float = 1.0,
        every: int = 1,
        into: Image | None = None,
    ) -> Image:
        """Draw a view.

        Parameters
        ----------
        points, view, ink
            What, from where, in which colours; `view` counts logical pixels.
        ratio
            Device pixels for one logical pixel.
        every
            Where points lie thick, look at one in so many: coarse, for use while moving.
        into
            An earlier picture of the same size to draw over.

        Returns
        -------
        image
            (height, width, 4) uint8 in device pixels: red, green, blue and an alpha of 255.
        """
        fine = view.magnified(ratio)
        if into is None or into.shape != (fine.height, fine.width, 4):
            into = np.empty((fine.height, fine.width, 4), np.uint8)
        kernels = self._kernels or _compiled
        if kernels is None:
            return _draw_plain(points, fine, ink, into, ratio)
        self._draw_compiled(kernels, points, view, fine, ink, ratio, every, into)
        return into

    def _draw_compiled(
        self,
        kernels: Any,
        points: Points,
        view: Viewport,
        fine: Viewport,
        ink: Ink,
        ratio: float,
        every: int,
        image: Image,
    ) -> None:
        index = points.index
        radius = point_diameter(index, view.scale) / 2
        pixels_per_cell = (index.cell * view.scale) ** 2
        bin_side = BIN_SIDE * ratio
        full = index.dense * bin_side**2 / max(pixels_per_cell * ratio**2, 1e-9)
        halo = 0.75 * ratio if radius >= 2 else 0.0
        ring = min(max(0.6 * radius, 0.8), 1.5) * ratio
        style = (radius * ratio, GREY_ALPHA, halo, ring, bin_side, max(full, 1.0))
        grid = (index.left, index.bottom, index.cell, float(index.across), float(index.up))
        where = (fine.centre_x, fine.centre_y, fine.scale, fine.width / 2, fine.height / 2)
        # The count of a cell smaller than a disc says little about how near its points lie.
        crowd = index.crowd if pixels_per_cell < LARGEST**2 else index.counts
        sparse = np.float32(pixels_per_cell * DENSEST_DISCS)
        colours = np.array([ink.background, ink.grey, ink.accent], np.float32)

        def band(top: int, bottom: int) -> None:
            kernels.draw_band(
                image, top, bottom, index.x, index.y, points.rgba, points.state, index.starts,
                crowd, grid, where, style, sparse, every, colours, points.present,
            )  # fmt: skip

        if index.total <= DRAWN_ALONE:
            band(0, fine.height)
            return
        bands = max(1, min(fine.height // 24, self._threads * 8))
        bounds = [fine.height * part // bands for part in range(bands + 1)]
        if self._executor is None:
            self._executor = ThreadPoolExecutor(self._threads, thread_name_prefix="explorer-map")
        for done in [self._executor.submit(band, top, bottom) for top, bottom in pairwise(bounds)]:
            done.result()


def _draw_plain(points: Points, fine: Viewport, ink: Ink, image: Image, ratio: float) -> Image:
    """Draw every point as a small square, grey ones first; enough until the loops are compiled."""
    image[:] = (*ink.background, 255)
    index = points.index
    pixels = fine.to_pixels(np.stack([index.x, index.y], axis=1))
    column, row = np.floor(pixels).astype(np.int64).T
    side = max(1, round(point_diameter(index, fine.scale / ratio) * ratio))
    faint = [b + (g - b) * GREY_ALPHA for b, g in zip(ink.background, ink.grey, strict=True)]
    for state in (GREY, LIT, SELECTED):
        chosen = np.flatnonzero(points.state == state)
        colours = points.rgba[chosen, :3]
        if state == GREY:
            colours = np.broadcast_to(np.array(faint, np.uint8), colours.shape)
        elif state == SELECTED:
            colours = np.broadcast_to(np.array(ink.accent, np.uint8), colours.shape)
        for dy in range(-(side // 2), side - side // 2):
            for dx in range(-(side // 2), side - side // 2):
                x, y = column[chosen] + dx, row[chosen] + dy
                seen = (x >= 0) & (x < fine.width) & (y >= 0) & (y < fine.height)
                image[y[seen], x[seen], :3] = colours[seen]
    return image
