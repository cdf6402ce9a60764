"""Which items show a thumbnail: one for each tile of a grid that stands still on the plane."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from explorer.ui.map.point_index import PointIndex
from explorer.ui.map.viewport import Viewport

SMALLEST_TILE = 60.0
"""Side of a tile in logical pixels when it appears; it grows to twice this, then splits."""
CLOSEST_SPACING = 11.0
"""Points must lie so many logical pixels apart before their pictures are shown."""


@dataclass(frozen=True)
class Tile:
    """A square of the plane and the item it shows.

    Attributes
    ----------
    column, line
        Counted from the origin of the plane in tiles.
    row
        Item shown.
    hidden
        Items of the tile that are not shown.
    """

    column: int
    line: int
    row: int
    hidden: int


def tile_side(scale: float) -> float:
    """Return the side of a tile in map units: a power of two, so that tiles split in four."""
    return float(2.0 ** math.ceil(math.log2(SMALLEST_TILE / scale)))


def tiles_shown(index: PointIndex, scale: float) -> bool:
    """Whether one is near enough for thumbnails; depends on the zoom alone."""
    return len(index.x) > 0 and index.spacing * scale >= CLOSEST_SPACING


def tile_range(view: Viewport) -> tuple[int, int, int, int]:
    """Return the tiles in view: first column and line, and last column and line."""
    side = tile_side(view.scale)
    left, bottom, right, top = view.bounds
    return (
        math.floor(left / side),
        math.floor(bottom / side),
        math.floor(right / side),
        math.floor(top / side),
    )


def choose_tiles(
    index: PointIndex,
    view: Viewport,
    priority: npt.NDArray[np.floating] | None,
    there: npt.NDArray[np.bool_] | None = None,
) -> list[Tile]:
    """Choose an item for each tile in view.

    Parameters
    ----------
    index
        The points.
    view
        In logical pixels.
    priority
        (n,) by row, the highest of a tile is shown; None or a tie leaves it to the item nearest to
        the middle of the tile.
    there
        (n,) by row, which items have a picture to show; None for all.

    Returns
    -------
    list of Tile
        By line and column. Whole tiles are looked at, so panning never changes a choice.
    """
    side = tile_side(view.scale)
    first_column, first_line, last_column, last_line = tile_range(view)
    positions = index.in_box(
        first_column * side, first_line * side, (last_column + 1) * side, (last_line + 1) * side
    )
    rows = index.order[positions]
    if there is not None:
        positions, rows = positions[there[rows]], rows[there[rows]]
    if len(positions) == 0:
        return []
    across, up = index.x[positions] / side, index.y[positions] / side
    column, line = np.floor(across).astype(np.int64), np.floor(up).astype(np.int64)
    away = np.hypot(across - column - 0.5, up - line - 0.5)
    worth = np.zeros(len(rows)) if priority is None else priority[rows]
    order = np.lexsort((rows, away, -worth, column, line))
    column, line, rows = column[order], line[order], rows[order]
    starts = np.flatnonzero(np.r_[True, (np.diff(column) != 0) | (np.diff(line) != 0)])
    counts = np.diff(np.r_[starts, len(rows)])
    return [
        Tile(int(column[at]), int(line[at]), int(rows[at]), int(count) - 1)
        for at, count in zip(starts, counts, strict=True)
    ]
