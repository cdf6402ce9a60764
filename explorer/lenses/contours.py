"""Lines on the map: where points lie equally thick, and around groups."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Line = Floats
"""(k, 2) corners in map units."""

SIDE = 256
GROUP_SIDE = 64
SMOOTHED = 3.0
"""Reach of the smoothing, in cells."""
SHARES = (0.97, 0.9, 0.75, 0.5, 0.25, 0.1)
"""Shares of the points that lie inside the density contours, from the outermost in."""
INSIDE = 0.8
"""Share of a group's items that its outline holds."""
SPREAD = 1.15
"""Of the innermost 98 % of a group, how much room is looked at."""


@dataclass(frozen=True, eq=False)
class GroupShape:
    """Where a group is on the map.

    Attributes
    ----------
    lines
        Its outline, in as many parts as it has.
    x, y
        Where it is thickest.
    count
        Items with a place.
    """

    lines: tuple[Line, ...]
    x: float
    y: float
    count: int


def density_contours(
    coordinates: Floats, shares: tuple[float, ...] = SHARES, side: int = SIDE
) -> tuple[tuple[Line, ...], ...]:
    """Draw lines of equal density that hold these shares of the points.

    Parameters
    ----------
    coordinates
        (n, 2); rows that are not finite are left out.
    side
        Cells of the grid each way.

    Returns
    -------
    For each share its lines; none where there are fewer than 30 points.
    """
    points = coordinates[np.isfinite(coordinates).all(axis=1)]
    if len(points) < 30:
        return ()
    grid = _Grid(points, side, SMOOTHED)
    at_points = grid.at(points)
    return tuple(grid.lines(float(np.quantile(at_points, 1 - share))) for share in shares)


def group_shapes(
    coordinates: Floats, labels: npt.NDArray[np.integer], count: int, inside: float = INSIDE
) -> list[GroupShape | None]:
    """Draw an outline around each group that holds this share of its items.

    Parameters
    ----------
    coordinates, labels
        (n, 2) and (n,); a label of -1 is no group.
    count
        Number of groups.

    Returns
    -------
    By group; None for one of which no item has a place.
    """
    placed = np.isfinite(coordinates).all(axis=1) & (labels >= 0)
    rows = np.flatnonzero(placed)
    rows = rows[np.argsort(labels[rows], kind="stable")]
    edges = np.searchsorted(labels[rows], np.arange(count + 1))
    shapes: list[GroupShape | None] = []
    for group in range(count):
        own = coordinates[rows[edges[group] : edges[group + 1]]]
        shapes.append(_shape(own, inside) if len(own) else None)
    return shapes


def _shape(points: Floats, inside: float) -> GroupShape:
    if len(points) < 3:
        x, y = points.mean(axis=0)
        return GroupShape((), float(x), float(y), len(points))
    grid = _Grid(points, GROUP_SIDE, max(2.0, 5.5 - 1.2 * float(np.log10(len(points)))))
    x, y = grid.peak()
    level = float(np.quantile(grid.at(points), 1 - inside))
    # A hair below, so that points that make the level lie inside.
    return GroupShape(grid.lines(level * 0.98), x, y, len(points))


class _Grid:
    """Points counted in cells and smoothed."""

    def __init__(self, points: Floats, side: int, smoothed: float) -> None:
        from scipy.ndimage import gaussian_filter

        low, high = np.quantile(points, (0.01, 0.99), axis=0)
        middle, half = (low + high) / 2, np.maximum((high - low) / 2, 1e-6) * SPREAD
        # Room all around, so that lines close.
        margin = 1 + 8 * smoothed / side
        self._low, self._high = middle - half.max() * margin, middle + half.max() * margin
        self._side = side
        column, row = self._cells(points)
        counts = np.bincount(row * side + column, minlength=side * side).reshape(side, side)
        self.values = gaussian_filter(counts.astype(np.float32), smoothed, mode="constant")

    def _cells(self, points: Floats) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
        share = (points - self._low) / (self._high - self._low)
        cells = np.clip((share * self._side).astype(np.intp), 0, self._side - 1)
        return cells[:, 0], cells[:, 1]

    def at(self, points: Floats) -> Floats:
        """Density at points."""
        column, row = self._cells(points)
        values: Floats = self.values[row, column]
        return values

    def peak(self) -> tuple[float, float]:
        """Where it is thickest."""
        row, column = np.unravel_index(int(self.values.argmax()), self.values.shape)
        step = (self._high - self._low) / self._side
        x, y = self._low + step * (np.array([column, row]) + 0.5)
        return float(x), float(y)

    def lines(self, level: float) -> tuple[Line, ...]:
        """Lines of this density."""
        from contourpy import contour_generator

        if level <= 0:
            return ()
        step = (self._high - self._low) / self._side
        x = self._low[0] + step[0] * (np.arange(self._side) + 0.5)
        y = self._low[1] + step[1] * (np.arange(self._side) + 0.5)
        found = contour_generator(x, y, self.values).lines(level)
        return tuple(np.asarray(line, np.float32) for line in found)
