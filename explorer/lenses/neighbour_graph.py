"""The k nearest neighbours of every vector: exact by matrix products, approximate above a size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import torch

Floats = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int32]
Progress = Callable[[int, int, str], None]
"""Told ``(done, total, note)``, as `explorer.jobs.Control.progress` takes it."""
Check = Callable[[], None]
"""Raises `explorer.core.errors.Cancelled` when the person has asked to stop."""

EXACT_LIMIT = 60_000
"""Up to this many vectors the exact graph is about as quick as the approximate one."""

QUERY_BLOCK = 1024
BASE_BLOCK = 65_536


def no_check() -> None:
    """Go on."""


def no_progress(done: int, total: int, note: str = "") -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class NeighbourGraph:
    """Each row's nearest rows, itself left out, nearest first.

    Attributes
    ----------
    indices
        (n, k) int32.
    distances
        (n, k) float32, Euclidean.
    """

    indices: Rows
    distances: Floats

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.indices)


def neighbour_graph(
    vectors: Floats,
    k: int,
    *,
    seed: int = 0,
    exact_limit: int = EXACT_LIMIT,
    device: str = "cpu",
    progress: Progress = no_progress,
    check: Check = no_check,
) -> NeighbourGraph:
    """Find each vector's `k` nearest others.

    Parameters
    ----------
    vectors
        (n, d) float32, finite. Distances are Euclidean; give unit vectors for cosine order.
    k
        Neighbours for each; fewer where there are not so many others.
    seed
        For the approximate search.
    exact_limit
        Above this many vectors neighbours are approximate (NN-descent, Dong et al. 2011) unless
        `device` is an accelerator.
    device
        Where the matrix products run, a torch device name.
    progress, check
        Told how far it is; called between blocks, and may raise.

    Returns
    -------
    NeighbourGraph
        With ``min(k, n - 1)`` columns.
    """
    k = max(0, min(k, len(vectors) - 1))
    if k == 0:
        empty = np.empty((len(vectors), 0))
        return NeighbourGraph(empty.astype(np.int32), empty.astype(np.float32))
    if len(vectors) > exact_limit and device == "cpu":
        return _approximate_graph(vectors, k, seed=seed, check=check)
    found = nearest_rows(vectors, vectors, k + 1, device=device, progress=progress, check=check)
    return _without_self(found)


def nearest_rows(
    queries: Floats,
    base: Floats,
    k: int,
    *,
    device: str = "cpu",
    progress: Progress = no_progress,
    check: Check = no_check,
) -> NeighbourGraph:
    """Find for each query its `k` nearest rows of `base`, exactly.

    Parameters
    ----------
    queries, base
        (m, d) and (n, d) float32, finite.
    k
        At most n.
    device, progress, check
        As for `neighbour_graph`.

    Returns
    -------
    NeighbourGraph
        (m, min(k, n)); a query that is itself a row of `base` finds itself first.
    """
    import torch

    k = min(k, len(base))
    indices = np.empty((len(queries), k), np.int32)
    distances = np.empty((len(queries), k), np.float32)
    matrix = torch.from_numpy(np.ascontiguousarray(base, np.float32)).to(device)
    half_norms = 0.5 * (matrix * matrix).sum(1)
    for start in range(0, len(queries), QUERY_BLOCK):
        check()
        rows = slice(start, min(start + QUERY_BLOCK, len(queries)))
        block = torch.from_numpy(np.ascontiguousarray(queries[rows], np.float32)).to(device)
        scores, places = _best(block, matrix, half_norms, k)
        # |q - b|^2 = |q|^2 - 2 (q.b - |b|^2 / 2); the score is what the bracket holds.
        squared = (block * block).sum(1, keepdim=True) - 2.0 * scores
        indices[rows] = places.to(torch.int32).cpu().numpy()
        distances[rows] = squared.clamp_min(0).sqrt().cpu().numpy()
        progress(rows.stop, len(queries), "Finding neighbours")
    # The subtraction above loses half the digits: equal vectors must be at distance nought.
    distances[distances < 1e-3] = 0.0
    return NeighbourGraph(indices, distances)


def _best(
    block: torch.Tensor, matrix: torch.Tensor, half_norms: torch.Tensor, k: int
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the k best scores and rows of `matrix` for each row of `block`."""
    import torch

    scores: list[torch.Tensor] = []
    places: list[torch.Tensor] = []
    for low in range(0, len(matrix), BASE_BLOCK):
        part = matrix[low : low + BASE_BLOCK]
        product = torch.addmm(half_norms[low : low + BASE_BLOCK], block, part.T, beta=-1)
        values, rows = product.topk(min(k, len(part)), dim=1)
        scores.append(values)
        places.append(rows + low)
    values, order = torch.cat(scores, 1).topk(k, dim=1)
    return values, torch.cat(places, 1).gather(1, order)


def _without_self(found: NeighbourGraph) -> NeighbourGraph:
    """Drop each row itself from its own neighbours; among equals it need not come first."""
    own = np.arange(len(found), dtype=np.int32)[:, None]
    is_self = found.indices == own
    # More than k copies of one vector: the row itself may be missing, then the last one goes.
    is_self[~is_self.any(axis=1), -1] = True
    keep = ~is_self
    shape = (len(found), found.indices.shape[1] - 1)
    return NeighbourGraph(found.indices[keep].reshape(shape), found.distances[keep].reshape(shape))


def _approximate_graph(vectors: Floats, k: int, *, seed: int, check: Check) -> NeighbourGraph:
    """Find neighbours by NN-descent; can't be stopped half way."""
    from pynndescent import NNDescent

    check()
    index = NNDescent(vectors, metric="euclidean", n_neighbors=k + 1, random_state=seed)
    check()
    indices, distances = index.neighbor_graph
    return _without_self(NeighbourGraph(indices.astype(np.int32), distances.astype(np.float32)))
