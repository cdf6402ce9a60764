"""How far a map can be trusted: for each point, and for the whole (Venna and Kaski 2001)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from explorer.lenses.neighbour_graph import Check, Rows, no_check
from explorer.lenses.projection_vectors import PreparedVectors

Floats = npt.NDArray[np.float32]

POPULATION = 20_000
QUERIES = 1_000


@dataclass(frozen=True)
class MapQuality:
    """Two shares, 1 being perfect.

    Attributes
    ----------
    trustworthiness
        Points close on the map are close in truth.
    continuity
        Points close in truth are close on the map.
    neighbours
        How many of the closest were looked at.
    """

    trustworthiness: float
    continuity: float
    neighbours: int


def kept_neighbours(true_neighbours: Rows, map_neighbours: Rows) -> Floats:
    """Return, for each point, the share of its true neighbours that are its map neighbours.

    Parameters
    ----------
    true_neighbours, map_neighbours
        (n, k) row numbers each; order does not matter.

    Returns
    -------
    trust
        (n,) float32 in 0..1; 1 where there are no neighbours at all.
    """
    k = true_neighbours.shape[1]
    trust = np.ones(len(true_neighbours), np.float32)
    if k == 0:
        return trust
    for low in range(0, len(trust), 65_536):
        rows = slice(low, low + 65_536)
        same = true_neighbours[rows, :, None] == map_neighbours[rows, None, :]
        trust[rows] = same.any(axis=2).sum(axis=1) / k
    return trust


def nearest_on_map(coordinates: Floats, k: int, queries: Floats | None = None) -> Rows:
    """Find the `k` nearest points on the map.

    Parameters
    ----------
    coordinates
        (n, 2) finite.
    queries
        (m, 2) places that need not be points; None asks for each point's nearest others.

    Returns
    -------
    rows
        (m, k) or (n, k) int32, nearest first.
    """
    from scipy.spatial import cKDTree

    tree = cKDTree(coordinates)
    if queries is not None:
        _, found = tree.query(queries, k=np.arange(1, k + 1), workers=-1)
        rows: Rows = found.astype(np.int32)
        return rows
    _, found = tree.query(coordinates, k=np.arange(1, k + 2), workers=-1)
    is_self = found == np.arange(len(coordinates))[:, None]
    is_self[~is_self.any(axis=1), -1] = True
    rows = found[~is_self].reshape(len(coordinates), k).astype(np.int32)
    return rows


def map_quality(
    vectors: PreparedVectors,
    coordinates: Floats,
    *,
    neighbours: int = 15,
    seed: int = 0,
    check: Check = no_check,
) -> MapQuality | None:
    """Measure trustworthiness and continuity, on a sample where there are many points.

    Parameters
    ----------
    vectors, coordinates
        The points in truth and on the map; rows without coordinates are left out.

    Returns
    -------
    MapQuality or None
        None where there are too few points for the measures to be defined.
    """
    rows = np.flatnonzero(np.isfinite(coordinates).all(axis=1) & vectors.whole)
    random = np.random.default_rng(seed)
    if len(rows) > POPULATION:
        rows = np.sort(random.choice(rows, POPULATION, replace=False))
    n = len(rows)
    k = min(neighbours, (n - 1) // 2)
    if k < 1 or 2 * n - 3 * k - 1 <= 0:
        return None
    truth, placed = vectors.rows(rows), coordinates[rows]
    queries = np.arange(n)
    if n > QUERIES:
        queries = np.sort(random.choice(n, QUERIES, replace=False))
    losses = np.zeros(2)
    for low in range(0, len(queries), 250):
        check()
        part = queries[low : low + 250]
        true_rank, map_rank = _ranks(truth, part), _ranks(placed, part)
        losses += (
            np.clip(true_rank - k, 0, None)[(map_rank >= 1) & (map_rank <= k)].sum(),
            np.clip(map_rank - k, 0, None)[(true_rank >= 1) & (true_rank <= k)].sum(),
        )
    shares = 1 - losses * 2 / (len(queries) * k * (2 * n - 3 * k - 1))
    return MapQuality(float(shares[0]), float(shares[1]), k)


def _ranks(points: Floats, queries: npt.NDArray[np.intp]) -> npt.NDArray[np.int64]:
    """Rank every point by its distance from each query: (q, n), the query itself is 0."""
    chosen = points[queries]
    squared = (points * points).sum(axis=1)[None, :] - 2 * chosen @ points.T
    squared[np.arange(len(queries)), queries] = -np.inf
    order = np.argsort(squared, axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(points.shape[0])[None, :], axis=1)
    return ranks
