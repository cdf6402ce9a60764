"""The view that shows everything, beside what lies over the map and no smaller than it must be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
import numpy.typing as npt

from explorer.ui.map.labels import Box
from explorer.ui.map.point_index import PointIndex
from explorer.ui.map.tiles import tile_side, tiles_shown
from explorer.ui.map.viewport import Viewport

MARGIN = 40.0
"""Pixels between the outermost points and the edges."""
TILE_MARGIN = 4.0
"""The same for pictures, which have some room around them already."""
TRIES = 3
"""Smaller tiles may come with another zoom."""
CLEAR = 8.0
"""Pixels kept between points and what lies over the map."""
MOST_COVERED = 0.45
"""Of a side; what would take more of it is not kept clear of."""
HIDDEN = 0.002
"""Share of the points that may lie under something."""
SAMPLE = 1_000

_Insets = tuple[float, float, float, float]
_Bounds = tuple[float, float, float, float]


def fitted_beside(
    index: PointIndex, view: Viewport, covered: Sequence[Box], *, pictures: bool = False
) -> Viewport:
    """Show all points as large as can be without one under what lies over the map.

    A corner that is covered costs no room where there are no points to be in it anyway.

    Parameters
    ----------
    view
        Gives the size of the window.
    covered
        Left, top, width and height of what lies over the map, in pixels.
    pictures
        Whether pictures may be shown, which are not to be cut at the edges.
    """
    points = _sample(index)
    bounds = index.bounds  # of ten million points that takes a while
    fits = [
        _inside(index, bounds, view, insets, pictures) for insets in _ways_around(view, covered)
    ]
    # Of equal scales the one with the least taken off comes first: the sort is stable.
    best = sorted(fits, key=lambda each: -each.scale)
    boxes = np.array(covered, np.float64).reshape(-1, 4)
    for each in best:
        if _hidden(points, each, boxes) <= HIDDEN:
            return each
    return min(best, key=lambda each: _hidden(points, each, boxes))


def _sample(index: PointIndex) -> npt.NDArray[np.float32]:
    every = max(1, len(index.x) // SAMPLE)
    return np.stack([index.x[::every], index.y[::every]], axis=1)


def _ways_around(view: Viewport, covered: Sequence[Box]) -> list[_Insets]:
    """What may be taken off each side, least first: left, top, right, bottom in pixels."""
    left, top, right, bottom = {0.0}, {0.0}, {0.0}, {0.0}
    for x, y, width, height in covered:
        left.add(x + width)
        top.add(y + height)
        right.add(view.width - x)
        bottom.add(view.height - y)
    across, down = view.width * MOST_COVERED, view.height * MOST_COVERED
    ways = product(
        (each for each in left if 0 <= each <= across),
        (each for each in top if 0 <= each <= down),
        (each for each in right if 0 <= each <= across),
        (each for each in bottom if 0 <= each <= down),
    )
    return sorted(ways, key=lambda insets: (sum(insets), insets))


def _inside(
    index: PointIndex, bounds: _Bounds, view: Viewport, insets: _Insets, pictures: bool
) -> Viewport:
    """Everything in what is left of the window."""
    left, top, right, bottom = insets
    width, height = round(view.width - left - right), round(view.height - top - bottom)
    room = view.resized(width, height)
    fitted = room.fitted(bounds, MARGIN)
    if pictures:
        fitted = _with_whole_tiles(index, bounds, room, fitted)
    moved = fitted.resized(view.width, view.height)
    return moved.panned((left - right) / 2, (top - bottom) / 2)


def _with_whole_tiles(
    index: PointIndex, bounds: _Bounds, room: Viewport, fitted: Viewport
) -> Viewport:
    """The view in which the outermost tiles are whole, if there are tiles at its zoom."""
    corners = np.array(bounds)
    for _ in range(TRIES):
        side = tile_side(fitted.scale)
        if not tiles_shown(index, fitted.scale):
            break
        low, high = np.floor(corners[:2] / side) * side, (np.floor(corners[2:] / side) + 1) * side
        fitted = room.fitted((*low.tolist(), *high.tolist()), TILE_MARGIN)
        if tile_side(fitted.scale) == side:
            break
    return fitted


def _hidden(
    points: npt.NDArray[np.float32], view: Viewport, boxes: npt.NDArray[np.float64]
) -> float:
    """The share of the points that lie under a box."""
    if not len(points) or not len(boxes):
        return 0.0
    x, y = view.to_pixels(points).T[:, :, None]
    left, top, width, height = boxes.T
    across = (x > left - CLEAR) & (x < left + width + CLEAR)
    return float((across & (y > top - CLEAR) & (y < top + height + CLEAR)).any(axis=1).mean())
