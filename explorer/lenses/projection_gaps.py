"""Close the empty strips between the groups of a map, so that points get the room instead.

UMAP pushes groups that share no links far apart; how far means nothing. Strips without a point
are cut out as seams are carved out of a picture (Avidan and Shamir 2007): a seam runs from one edge
to the other through empty cells alone, so whatever hangs together lies on one side of it and moves
as a whole. Left stays left and above stays above, in each part of the map.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from explorer.lenses.neighbour_graph import Check, no_check

Floats = npt.NDArray[np.float32]
Cells = npt.NDArray[np.intp]

SIDE = 96
"""Cells along the longer side; a seam takes one."""
LEAST_GAP = 2.0
"""Cells kept empty around a group, so that it can still be seen to be one."""
SPACING = 1.5
"""Points nearer than twice this times the spacing of a sparse part hang together."""
ROUNDS = 2
"""Of a map that has shrunk, finer cells show what is still empty."""


def close_gaps(places: Floats, *, check: Check = no_check) -> Floats:
    """Move groups together where there is nothing between them.

    Parameters
    ----------
    places
        (n, 2) finite, of any scale.
    check
        Called between seams, and may raise.

    Returns
    -------
    coordinates
        (n, 2) float32 of the same scale. Within a group all distances are as before.
    """
    if len(places) < 3:
        return places
    closed = places.astype(np.float64)
    spacing = _spacing(closed)
    for _ in range(ROUNDS):
        closed = _carved(closed, spacing, check)
    return closed.astype(np.float32)


def _spacing(places: npt.NDArray[np.float64]) -> float:
    """How far a point of a sparse part is from its second neighbour."""
    from scipy.spatial import cKDTree

    away, _ = cKDTree(places).query(places, k=3)
    return float(np.quantile(away[:, 2], 0.9))


def _carved(
    places: npt.NDArray[np.float64], spacing: float, check: Check
) -> npt.NDArray[np.float64]:
    """Cut out seams of one size until there is none left, first across the longer side."""
    cell = float(np.ptp(places, axis=0).max()) / SIDE
    if cell <= 0:
        return places
    reach = max(LEAST_GAP, SPACING * spacing / cell)
    places = places - places.min(axis=0)
    while True:
        check()
        longer = int(np.ptp(places, axis=0).argmax())
        for axis in (longer, 1 - longer):
            cells = (places / cell).astype(np.intp)
            seam = _seam(cells if axis == 0 else cells[:, ::-1], reach)
            if seam is not None:
                beyond = cells[:, axis] > seam[cells[:, 1 - axis]]
                places[beyond, axis] -= cell
                break
        else:
            return places


def _seam(cells: Cells, reach: float) -> Cells | None:
    """The column, by row, of a seam through the widest empty space; None where there is none.

    Parameters
    ----------
    cells
        (n, 2) column and row of each point.
    reach
        A seam keeps so many cells away from every point.
    """
    from scipy.ndimage import distance_transform_edt

    columns, rows = cells.max(axis=0) + 1
    empty = np.ones((rows, columns), bool)
    empty[cells[:, 1], cells[:, 0]] = False
    clearance = distance_transform_edt(empty)
    cost = np.where(clearance > reach, 1 / np.maximum(clearance, 1), np.inf)
    padded = np.full((rows, columns + 2), np.inf)
    padded[0, 1:-1] = cost[0]
    for row in range(1, rows):
        above = padded[row - 1]
        best = np.minimum(np.minimum(above[:-2], above[1:-1]), above[2:])
        padded[row, 1:-1] = cost[row] + best
    seam = np.empty(rows, np.intp)
    seam[-1] = padded[-1, 1:-1].argmin()
    if not np.isfinite(padded[-1, seam[-1] + 1]):
        return None
    for row in range(rows - 2, -1, -1):
        at = seam[row + 1]
        seam[row] = at - 1 + padded[row, at : at + 3].argmin()
    return seam
