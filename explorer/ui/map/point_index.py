"""Points sorted into a grid, so that what is near a place is found without looking at the rest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]

POINTS_PER_CELL = 4
MOST_CELLS_ACROSS = 1024
CROWD_REACH = 2


@dataclass(frozen=True)
class PointIndex:
    """A grid over the points that have a place.

    Attributes
    ----------
    order
        (m,) int32, rows of the points sorted by cell; cells are counted along x, then y.
    x, y
        (m,) float32, coordinates in that order.
    starts
        (across * up + 1,) int64; the points of cell c are ``starts[c]:starts[c + 1]``.
    left, bottom, cell
        Corner of the grid and side of a cell, in map units.
    across, up
        Number of cells each way.
    counts, crowd
        (across * up,) float32, points in each cell, and on average in the cells around it.
    dense
        Points in a well-filled cell; how dark "full" is when density is drawn.
    spacing
        Typical distance of neighbouring points, in map units.
    total
        Number of rows, with and without a place.
    """

    order: npt.NDArray[np.int32]
    x: Floats
    y: Floats
    starts: Rows
    left: float
    bottom: float
    cell: float
    across: int
    up: int
    counts: Floats
    crowd: Floats
    dense: float
    spacing: float
    total: int

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """The smallest box around all points: left, bottom, right, top."""
        if len(self.x) == 0:
            return -1.0, -1.0, 1.0, 1.0
        return float(self.x.min()), float(self.y.min()), float(self.x.max()), float(self.y.max())

    def in_box(self, left: float, bottom: float, right: float, top: float) -> Rows:
        """Find positions (in `order`) of the points in a box, edges included: (k,) int64."""
        first_x, last_x = self._cells(left, right, self.left, self.across)
        first_y, last_y = self._cells(bottom, top, self.bottom, self.up)
        if first_x > last_x or first_y > last_y or len(self.x) == 0:
            return np.empty(0, np.int64)
        lines = np.arange(first_y, last_y + 1) * self.across
        begins, ends = self.starts[lines + first_x], self.starts[lines + last_x + 1]
        found = [np.arange(b, e) for b, e in zip(begins, ends, strict=True) if e > b]
        if not found:
            return np.empty(0, np.int64)
        positions = np.concatenate(found)
        x, y = self.x[positions], self.y[positions]
        inside = (x >= left) & (x <= right) & (y >= bottom) & (y <= top)
        found_inside: Rows = positions[inside]
        return found_inside

    def _cells(self, low: float, high: float, origin: float, count: int) -> tuple[int, int]:
        first = int(max(min(np.floor((low - origin) / self.cell), count), 0))
        last = int(max(min(np.floor((high - origin) / self.cell), count - 1), -1))
        return first, last

    def rows_in_box(self, left: float, bottom: float, right: float, top: float) -> Rows:
        """Find the rows of the points in a box, sorted: (k,) int64."""
        return np.sort(self.order[self.in_box(left, bottom, right, top)]).astype(np.int64)

    def rows_in_polygon(self, corners: npt.ArrayLike) -> Rows:
        """Find the rows of the points inside a closed outline.

        Parameters
        ----------
        corners
            (c, 2) in map units; where the outline crosses itself, what it encloses an odd number
            of times is inside.

        Returns
        -------
        rows
            (k,) int64, sorted.
        """
        outline = np.asarray(corners, np.float64)
        if len(outline) < 3:
            return np.empty(0, np.int64)
        (left, bottom), (right, top) = outline.min(axis=0), outline.max(axis=0)
        positions = self.in_box(left, bottom, right, top)
        inside = _inside(self.x[positions], self.y[positions], outline)
        return np.sort(self.order[positions[inside]]).astype(np.int64)

    def nearest(self, x: float, y: float, radius: float) -> int:
        """Find the row of the point nearest to (x, y) and within `radius`, or -1."""
        positions = self.in_box(x - radius, y - radius, x + radius, y + radius)
        if len(positions) == 0:
            return -1
        away = (self.x[positions] - x) ** 2.0 + (self.y[positions] - y) ** 2.0
        best = int(away.argmin())
        return int(self.order[positions[best]]) if away[best] <= radius * radius else -1


def index_points(coordinates: Floats) -> PointIndex:
    """Sort points into a grid.

    Parameters
    ----------
    coordinates
        (n, 2) float32; rows that are not finite have no place and are left out.
    """
    placed = np.flatnonzero(np.isfinite(coordinates).all(axis=1)).astype(np.int32)
    points = coordinates if len(placed) == len(coordinates) else coordinates[placed]
    if len(points) == 0:
        nothing = np.empty(0, np.float32)
        starts = np.zeros(2, np.int64)
        none = np.zeros(1, np.float32)
        return PointIndex(placed, nothing, nothing, starts, -1, -1, 2, 1, 1, none, none, 1, 1,
                          len(coordinates))  # fmt: skip
    low, high = points.min(axis=0).astype(float), points.max(axis=0).astype(float)
    wide, high_ = (max(float(extent), 1e-6) for extent in high - low)
    # Points on a line have no area: no more cells across than for a square twice as fine.
    across_at_most = min(MOST_CELLS_ACROSS, 2 * np.sqrt(len(points)) + 4)
    cell = max(
        np.sqrt(wide * high_ * POINTS_PER_CELL / len(points)), max(wide, high_) / across_at_most
    )
    across, up = int(wide / cell) + 1, int(high_ / cell) + 1
    column = np.minimum(((points[:, 0] - low[0]) / cell).astype(np.int32), across - 1)
    line = np.minimum(((points[:, 1] - low[1]) / cell).astype(np.int32), up - 1)
    cells = line * np.int32(across) + column
    counts = np.bincount(cells, minlength=across * up)
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    order = _sorted_by(cells, across * up)
    filled = counts[counts > 0]
    return PointIndex(
        order=placed[order],
        x=np.ascontiguousarray(points[order, 0]),
        y=np.ascontiguousarray(points[order, 1]),
        starts=starts,
        left=float(low[0]),
        bottom=float(low[1]),
        cell=float(cell),
        across=across,
        up=up,
        counts=counts.astype(np.float32),
        crowd=_mean_around(counts.reshape(up, across)).ravel(),
        dense=float(np.quantile(filled, 0.95)),
        spacing=float(cell * np.sqrt(len(filled) / len(points))),
        total=len(coordinates),
    )


def _sorted_by(cells: npt.NDArray[np.int32], count: int) -> npt.NDArray[np.intp]:
    """Order by cell, and within a cell as given; numpy has a radix sort for 16 bits alone."""
    if count <= 1 << 16:
        return np.argsort(cells.astype(np.uint16), kind="stable")
    fine = np.argsort((cells & 0xFFFF).astype(np.uint16), kind="stable")
    coarse = np.argsort((cells[fine] >> 16).astype(np.uint16), kind="stable")
    return fine[coarse]


def _mean_around(counts: npt.NDArray[np.integer]) -> Floats:
    """Average each cell with its neighbours, those beyond the edge being empty."""
    reach = CROWD_REACH
    sums = np.pad(counts, ((reach + 1, reach), (reach + 1, reach))).cumsum(0).cumsum(1)
    width = 2 * reach + 1
    windows = sums[width:, width:] - sums[:-width, width:]
    windows += sums[:-width, :-width] - sums[width:, :-width]
    mean: Floats = (windows / width**2).astype(np.float32)
    return mean


def _inside(x: Floats, y: Floats, outline: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """Even-odd rule: count the edges to the right of each point."""
    inside = np.zeros(len(x), bool)
    x0, y0 = outline.T
    x1, y1 = np.roll(outline, -1, axis=0).T
    by_height = np.argsort(y, kind="stable")
    heights = y[by_height]
    for ax, ay, bx, by in zip(x0, y0, x1, y1, strict=True):
        if ay == by:
            continue
        # Only points between the ends of an edge can be crossed by it: most are not.
        span = np.searchsorted(heights, (min(ay, by), max(ay, by)), side="left")
        near = by_height[span[0] : span[1]]
        crossing = ax + (y[near] - ay) * ((bx - ax) / (by - ay))
        inside[near] ^= x[near] < crossing
    return inside
