"""The k nearest neighbours of every vector, by matrix products.

Above a size, candidates are found by the leading principal axes alone and then ranked by the whole
vectors. On two cores that is about as quick as NN-descent at 100,000 vectors, and needs none of the
half minute that takes to compile.
"""

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

EXACT_LIMIT = 30_000
"""Above so many vectors neighbours are found in two steps."""
AXES = 128
"""With so many, 99 % of the neighbours of picture and text embeddings are found."""
CANDIDATES = 48
AXES_SAMPLE = 20_000

SMALL = 4_096
"""Among so few vectors neighbours are found without torch, whose import takes seconds."""

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
        Of the sample that the axes are taken from.
    exact_limit
        Above this many vectors a few neighbours are missed, unless `device` is an accelerator.
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
    axes = None
    if len(vectors) > exact_limit and device == "cpu":
        axes = leading_axes(vectors, seed=seed)
    found = nearest_rows(
        vectors, vectors, k + 1, axes=axes, device=device, progress=progress, check=check
    )
    return _without_self(found)


def leading_axes(vectors: Floats, *, seed: int = 0) -> Floats | None:
    """Find the axes along which candidates are looked for: (d, `AXES`) float32.

    None where vectors are too narrow for it to be worth while.
    """
    if vectors.shape[1] < 2 * AXES:
        return None
    sample = vectors
    if len(vectors) > AXES_SAMPLE:
        rows = np.random.default_rng(seed).choice(len(vectors), AXES_SAMPLE, replace=False)
        sample = vectors[np.sort(rows)]
    # Not centred: distances are to be kept, not only differences from the mean.
    _, axes = np.linalg.eigh(sample.T @ sample)
    return np.ascontiguousarray(axes[:, -AXES:], np.float32)


def nearest_rows(
    queries: Floats,
    base: Floats,
    k: int,
    *,
    axes: Floats | None = None,
    device: str = "cpu",
    progress: Progress = no_progress,
    check: Check = no_check,
) -> NeighbourGraph:
    """Find for each query its `k` nearest rows of `base`.

    Parameters
    ----------
    queries, base
        (m, d) and (n, d) float32, finite.
    k
        At most n.
    axes
        From `leading_axes`, to find candidates by; None compares whole vectors, exactly.
    device, progress, check
        As for `neighbour_graph`.

    Returns
    -------
    NeighbourGraph
        (m, min(k, n)); a query that is itself a row of `base` finds itself first.
    """
    if device == "cpu" and len(base) <= SMALL:
        return _nearest_of_few(queries, base, k, check)
    import torch

    k = min(k, len(base))
    wide = k if axes is None else min(max(3 * k, CANDIDATES), len(base))
    searched = base if axes is None else base @ axes
    indices = np.empty((len(queries), k), np.int32)
    distances = np.empty((len(queries), k), np.float32)
    matrix = torch.from_numpy(np.ascontiguousarray(searched, np.float32)).to(device)
    half_norms = 0.5 * (matrix * matrix).sum(1)
    for start in range(0, len(queries), QUERY_BLOCK):
        check()
        rows = slice(start, min(start + QUERY_BLOCK, len(queries)))
        whole = np.ascontiguousarray(queries[rows], np.float32)
        block = torch.from_numpy(whole if axes is None else whole @ axes).to(device)
        scores, places = _best(block, matrix, half_norms, wide)
        if axes is None:
            # |q - b|^2 = |q|^2 - 2 (q.b - |b|^2 / 2); the score is what the bracket holds.
            squared = (block * block).sum(1, keepdim=True) - 2.0 * scores
            indices[rows] = places.to(torch.int32).cpu().numpy()
            distances[rows] = squared.clamp_min(0).sqrt().cpu().numpy()
        else:
            indices[rows], distances[rows] = _ranked(whole, base, places.cpu().numpy(), k)
        progress(rows.stop, len(queries), "Finding neighbours")
    # The subtraction above loses half the digits: equal vectors must be at distance nought.
    distances[distances < 1e-3] = 0.0
    return NeighbourGraph(indices, distances)


def _nearest_of_few(queries: Floats, base: Floats, k: int, check: Check) -> NeighbourGraph:
    """The same, exactly, where it is done before torch would be imported."""
    k = min(k, len(base))
    indices = np.empty((len(queries), k), np.int32)
    distances = np.empty((len(queries), k), np.float32)
    norms = np.einsum("ij,ij->i", base, base)
    for start in range(0, len(queries), QUERY_BLOCK):
        check()
        rows = slice(start, start + QUERY_BLOCK)
        block = np.ascontiguousarray(queries[rows], np.float32)
        squared = norms - 2 * block @ base.T + np.einsum("ij,ij->i", block, block)[:, None]
        places = np.argpartition(squared, k - 1, axis=1)[:, :k] if k < len(base) else (
            np.broadcast_to(np.arange(len(base)), squared.shape)
        )  # fmt: skip
        near = np.take_along_axis(squared, places, 1)
        order = np.argsort(near, axis=1, kind="stable")
        indices[rows] = np.take_along_axis(places, order, 1)
        distances[rows] = np.sqrt(np.maximum(np.take_along_axis(near, order, 1), 0))
    distances[distances < 1e-3] = 0.0  # as above
    return NeighbourGraph(indices, distances)


def _ranked(
    block: Floats, base: Floats, candidates: npt.NDArray[np.integer], k: int
) -> tuple[Rows, Floats]:
    """Keep the `k` candidates of each row that are nearest by the whole vectors."""
    distances = np.empty(candidates.shape, np.float32)
    for low in range(0, len(block), 128):
        rows = slice(low, low + 128)
        near = base[candidates[rows]]
        products = np.einsum("ijk,ik->ij", near, block[rows], optimize=True)
        squared = np.einsum("ijk,ijk->ij", near, near) - 2 * products
        squared += np.einsum("ik,ik->i", block[rows], block[rows])[:, None]
        distances[rows] = np.sqrt(np.maximum(squared, 0))
    order = np.argsort(distances, axis=1, kind="stable")[:, :k]
    chosen = np.take_along_axis(candidates, order, 1).astype(np.int32)
    return chosen, np.take_along_axis(distances, order, 1)


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
