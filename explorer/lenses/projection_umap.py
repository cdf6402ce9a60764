"""A layout in which near stays near: UMAP (McInnes, Healy and Melville 2018).

The layout is our own so that it can tell how far it is, be stopped between epochs, use every core
and still give the same map for the same seed. Where umap-learn moves both ends of an edge as soon
as it is drawn, here each point moves only itself and reads the others from the epoch before, so
threads never write what another reads.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from explorer.lenses.blocks import run_blocks, thread_count
from explorer.lenses.neighbour_graph import (
    Check,
    NeighbourGraph,
    Progress,
    no_check,
    no_progress,
)

Floats = npt.NDArray[np.float32]
Edges = tuple[npt.NDArray[np.int64], npt.NDArray[np.int32], Floats]

NEGATIVE_SAMPLES = 5
GRAVITY = 0.003
"""Share of its distance from the middle that a point loses in a full step.

Groups without links to others feel nothing but the push and would drift away for ever, until the
map is mostly empty.
"""
POINTS_AT_ONCE = 4_000
"""So many points are moved between two looks at the clock, some milliseconds' work.

A small map takes microseconds an epoch: to hand each to threads costs more than it saves, and the
interpreter's lock passed around thousands of times a second is what the window then waits for.
"""
START_SPREAD = 10.0
"""Half the width of the layout at the start, as in umap-learn: the curve's scale is absolute."""


def fuzzy_graph(graph: NeighbourGraph, epochs: int) -> Edges:
    """Turn neighbours into edges with the strength of UMAP's fuzzy union.

    Parameters
    ----------
    graph
        Neighbours and distances, (n, k).
    epochs
        Edges too weak to be drawn once in so many epochs are left out.

    Returns
    -------
    starts, targets, strengths
        Rows of edges: of row i ``targets[starts[i]:starts[i + 1]]``, (n + 1,) int64, (m,) int32
        and (m,) float32 in 0..1.
    """
    from scipy.sparse import csr_matrix

    n, k = graph.indices.shape
    strengths = membership(graph.distances)
    starts = np.arange(0, n * k + 1, k)
    directed = csr_matrix((strengths.ravel(), graph.indices.ravel(), starts), shape=(n, n))
    mirrored = directed.T.tocsr()
    union = (directed + mirrored - directed.multiply(mirrored)).tocsr()
    union.data[union.data < union.data.max() / epochs] = 0
    union.eliminate_zeros()
    union.sort_indices()
    return (
        union.indptr.astype(np.int64),
        union.indices.astype(np.int32),
        union.data.astype(np.float32),
    )


def membership(distances: Floats) -> Floats:
    """Scale each row's distances so that its neighbours together weigh log2(k).

    Parameters
    ----------
    distances
        (n, k) float32, nearest first.

    Returns
    -------
    strengths
        (n, k) float32 in 0..1; the nearest neighbour at a distance above nought has 1.
    """
    n, k = distances.shape
    positive = np.where(distances > 0, distances, np.inf)
    nearest = positive.min(axis=1, initial=np.inf)
    nearest[~np.isfinite(nearest)] = 0
    beyond = np.maximum(distances - nearest[:, None], 0)
    low, high = np.zeros(n), np.full(n, np.inf)
    width = np.ones(n)
    goal = np.log2(max(k, 2))
    for _ in range(48):
        total = np.exp(-beyond / width[:, None]).sum(axis=1)
        wide = total > goal
        high = np.where(wide, width, high)
        low = np.where(wide, low, width)
        width = np.where(np.isfinite(high), (low + high) / 2, width * 2)
    # Many equal distances have no solution; a floor keeps the exponent sane.
    floor = 1e-3 * np.maximum(distances.mean(axis=1), 1e-6)
    strengths: Floats = np.exp(-beyond / np.maximum(width, floor)[:, None]).astype(np.float32)
    return strengths


@lru_cache(maxsize=8)
def attraction_curve(min_distance: float, spread: float = 1.0) -> tuple[float, float]:
    """Fit ``1 / (1 + a x^(2b))`` to a plateau of `min_distance` and an exponential fall."""
    from scipy.optimize import curve_fit

    x = np.linspace(0, spread * 3, 300)
    y = np.where(x < min_distance, 1.0, np.exp(-(x - min_distance) / spread))
    (a, b), _ = curve_fit(lambda x, a, b: 1.0 / (1.0 + a * x ** (2 * b)), x, y)
    return float(a), float(b)


def optimise_layout(
    start: Floats,
    edges: Edges,
    *,
    epochs: int,
    min_distance: float,
    seed: int,
    fixed: int = 0,
    rate: float = 1.0,
    note: str = "Arranging the map",
    progress: Progress = no_progress,
    check: Check = no_check,
) -> Floats:
    """Pull linked points together and push others apart, epoch by epoch.

    Parameters
    ----------
    start
        (n, 2) float32 in the layout's own units (see `START_SPREAD`).
    edges
        From `fuzzy_graph`.
    fixed
        The first so many points stay where they are.
    rate
        Size of the first step; falls to nought.
    progress, check
        Told the epochs done; called between epochs, and may raise.

    Returns
    -------
    coordinates
        (n, 2) float32.
    """
    from explorer.lenses.projection_kernels import layout_epoch, layout_epochs

    a, b = (np.float32(value) for value in attraction_curve(min_distance))
    starts, targets, strengths = edges
    per_epoch = strengths / max(float(strengths.max(initial=0)), 1e-12)
    before = np.ascontiguousarray(start, np.float32)
    after = before.copy()
    at_once = POINTS_AT_ONCE // max(1, len(before))
    if at_once > 1:
        for first in range(0, epochs, at_once):
            check()
            last = min(first + at_once, epochs)
            layout_epochs(  # type: ignore[no-untyped-call]
                before, after, starts, targets, per_epoch, fixed, first, last, epochs, rate,
                a, b, NEGATIVE_SAMPLES, np.uint64(seed), np.float32(GRAVITY),
            )  # fmt: skip
            progress(last, epochs, note)
        return after

    threads = thread_count()
    with ThreadPoolExecutor(threads) as executor:
        for epoch in range(epochs):
            check()
            step = np.float32(rate * (1.0 - epoch / epochs))

            def move(low: int, high: int, epoch: int = epoch, step: np.float32 = step) -> None:
                layout_epoch(  # type: ignore[no-untyped-call]
                    before, after, starts, targets, per_epoch, fixed + low, fixed + high,
                    epoch, step, a, b, NEGATIVE_SAMPLES, np.uint64(seed), np.float32(GRAVITY),
                )  # fmt: skip

            run_blocks(executor, move, len(before) - fixed, threads * 4)
            before[fixed:] = after[fixed:]
            progress(epoch + 1, epochs, note)
    return after


def epochs_for(count: int) -> int:
    """Say how many epochs a map of `count` points needs, as umap-learn does."""
    return 500 if count <= 10_000 else 200


def scaled_start(coordinates: Floats, seed: int) -> Floats:
    """Bring any layout into the units `optimise_layout` works in, with equal points parted.

    Parameters
    ----------
    coordinates
        (n, 2) finite.
    """
    centred = coordinates - coordinates.mean(axis=0)
    extent = float(np.abs(centred).max(initial=0)) or 1.0
    noise = np.random.default_rng(seed).normal(scale=1e-3, size=centred.shape)
    start: Floats = (START_SPREAD * (centred / extent + noise)).astype(np.float32)
    return start
