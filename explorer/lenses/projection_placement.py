"""Put points among others that stay where they are."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from explorer.lenses.cells import cut_into_cells
from explorer.lenses.neighbour_graph import (
    Check,
    NeighbourGraph,
    Progress,
    nearest_rows,
    no_check,
    no_progress,
)
from explorer.lenses.projection_umap import membership
from explorer.lenses.projection_vectors import PreparedVectors, prepare

Floats = npt.NDArray[np.float32]

QUERY_BLOCK = 131_072
SMALL_PRODUCT = 4e8
"""Below so many comparisons the exact search takes seconds; above, cells save nearly all of it."""


def place_new(
    vectors_new: npt.NDArray[np.floating],
    vectors_old: npt.NDArray[np.floating],
    coordinates_old: Floats,
    *,
    groups_new: npt.ArrayLike | None = None,
    groups_old: npt.ArrayLike | None = None,
    neighbours: int = 8,
    device: str = "cpu",
    progress: Progress = no_progress,
    check: Check = no_check,
) -> Floats:
    """Find places on an existing map for new vectors; the old ones stay.

    Parameters
    ----------
    vectors_new, vectors_old
        (m, d) and (n, d) float.
    coordinates_old
        (n, 2) float32; rows with NaN are not used.
    groups_new, groups_old
        Modalities, as for `explorer.lenses.projection.project`; give both or neither.
    neighbours
        How many old points a new one is placed by.

    Returns
    -------
    coordinates
        (m, 2) float32, each inside the hull of the old points it is placed by. NaN for vectors
        with NaN. With no old points to go by, all are at the middle.

    Raises
    ------
    ValueError
        If the widths differ or only one of the groups is given.
    """
    if vectors_new.shape[1:] != vectors_old.shape[1:]:
        raise ValueError("The new vectors are not as wide as those on the map.")
    if (groups_new is None) != (groups_old is None):
        raise ValueError("Give the groups of both the new and the old vectors, or neither.")
    groups = None
    if groups_old is not None and groups_new is not None:
        groups = np.concatenate([np.asarray(groups_old), np.asarray(groups_new)])
    everything = prepare(np.concatenate([vectors_old, vectors_new]), groups)
    n = len(vectors_old)
    whole = everything.whole
    anchors = np.flatnonzero(whole[:n] & np.isfinite(coordinates_old).all(axis=1))
    placed = np.full((len(vectors_new), 2), np.nan, np.float32)
    rows = np.flatnonzero(whole[n:])
    if len(anchors) == 0 or len(rows) == 0:
        placed[rows] = 0
        return placed
    found = nearest_anchors(
        everything, rows + n, anchors, neighbours, device=device, progress=progress, check=check
    )
    placed[rows] = weighted_places(found, coordinates_old[anchors])
    return placed


def nearest_anchors(
    vectors: PreparedVectors,
    rows: npt.NDArray[np.integer],
    anchors: npt.NDArray[np.integer],
    k: int,
    *,
    device: str = "cpu",
    seed: int = 0,
    progress: Progress = no_progress,
    check: Check = no_check,
) -> NeighbourGraph:
    """Find for each of `rows` its nearest `anchors`.

    Where there are many, and no accelerator, by cells (`explorer.lenses.cells`).

    Returns
    -------
    NeighbourGraph
        Indices count along `anchors`.
    """
    base = vectors.rows(anchors)
    k = min(k, len(anchors))
    indices = np.empty((len(rows), k), np.int32)
    distances = np.empty((len(rows), k), np.float32)
    by_cells = len(rows) * len(anchors) > SMALL_PRODUCT and device == "cpu"
    cells = cut_into_cells(base, seed=seed) if by_cells else None
    for low in range(0, len(rows), QUERY_BLOCK):
        part = slice(low, min(low + QUERY_BLOCK, len(rows)))
        block = vectors.rows(rows[part])
        if cells is None:
            found = nearest_rows(block, base, k, device=device, check=check)
        else:
            found = cells.nearest(block, k, check)
        indices[part], distances[part] = found.indices, found.distances
        progress(part.stop, len(rows), "Placing the rest by their neighbours")
    return NeighbourGraph(indices, distances)


def weighted_places(found: NeighbourGraph, coordinates: Floats) -> Floats:
    """Average each row's neighbours on the map, the nearer the weightier.

    Parameters
    ----------
    found
        Neighbours and distances, (m, k) with k at least 1.
    coordinates
        (n, 2) of what `found` points to.

    Returns
    -------
    coordinates
        (m, 2) float32; a vector equal to an old one lies on it.
    """
    weights = membership(found.distances)
    exact = found.distances <= 0
    weights = np.where(exact.any(axis=1, keepdims=True), exact, weights)
    weights = weights / np.maximum(weights.sum(axis=1, keepdims=True), 1e-12)
    places: Floats = np.einsum("ij,ijk->ik", weights, coordinates[found.indices])
    return places.astype(np.float32)
