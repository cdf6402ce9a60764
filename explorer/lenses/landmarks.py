"""The neighbours of a collection as it keeps them: among landmarks, and from the rest to those."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from explorer.lenses.neighbour_graph import (
    Check,
    NeighbourGraph,
    Progress,
    neighbour_graph,
    no_check,
    no_progress,
)
from explorer.lenses.projection_placement import nearest_anchors
from explorer.lenses.projection_vectors import PreparedVectors

Positions = npt.NDArray[np.int64]

LANDMARKS = 50_000
"""Up to so many vectors each is a landmark; above, a sample of this size is."""
NEIGHBOURS = 15


@dataclass(frozen=True, eq=False)
class LandmarkGraph:
    """Who is near whom.

    Attributes
    ----------
    anchors
        (a,) int64 positions of the landmarks among the vectors.
    graph
        (a, k) neighbours of the landmarks, counting along `anchors`.
    others
        (m,) int64 positions of the other vectors.
    found
        (m, k) the landmarks nearest to each of them, counting along `anchors`.
    """

    anchors: Positions
    graph: NeighbourGraph
    others: Positions
    found: NeighbourGraph

    @property
    def k(self) -> int:
        """Neighbours of each."""
        return int(self.graph.indices.shape[1])

    @property
    def whole(self) -> bool:
        """Whether every vector is a landmark."""
        return not len(self.others)


def landmark_graph(
    vectors: PreparedVectors,
    *,
    neighbours: int = NEIGHBOURS,
    landmarks: int = LANDMARKS,
    seed: int = 0,
    device: str = "cpu",
    progress: Progress = no_progress,
    check: Check = no_check,
) -> LandmarkGraph:
    """Find the neighbours of all whole vectors.

    Parameters
    ----------
    vectors
        From `explorer.lenses.projection_vectors.prepare`.
    landmarks
        Above so many vectors a sample of this size is compared with itself, the rest with it.

    Returns
    -------
    LandmarkGraph
        Anchors ascending.
    """
    rows = np.flatnonzero(vectors.whole).astype(np.int64)
    chosen = np.ones(len(rows), bool)
    if len(rows) > landmarks:
        random = np.random.default_rng(seed)
        chosen[:] = False
        chosen[random.choice(len(rows), landmarks, replace=False)] = True
    anchors, others = rows[chosen], rows[~chosen]
    graph = neighbour_graph(
        vectors.rows(anchors), neighbours,
        seed=seed, device=device, progress=progress, check=check,
    )  # fmt: skip
    return with_others(
        LandmarkGraph(anchors, graph, others[:0], _nobody(graph)), vectors, others,
        seed=seed, device=device, progress=progress, check=check,
    )  # fmt: skip


def with_others(
    known: LandmarkGraph,
    vectors: PreparedVectors,
    others: Positions,
    *,
    seed: int = 0,
    device: str = "cpu",
    progress: Progress = no_progress,
    check: Check = no_check,
) -> LandmarkGraph:
    """Find the landmarks nearest to more vectors; those that are known stay as they are."""
    if not len(others):
        return known
    found = nearest_anchors(
        vectors, others, known.anchors, known.k,
        device=device, seed=seed, progress=progress, check=check,
    )  # fmt: skip
    joined = NeighbourGraph(
        np.concatenate([known.found.indices, found.indices]),
        np.concatenate([known.found.distances, found.distances]),
    )
    return LandmarkGraph(known.anchors, known.graph, np.concatenate([known.others, others]), joined)


def _nobody(graph: NeighbourGraph) -> NeighbourGraph:
    return NeighbourGraph(graph.indices[:0], graph.distances[:0])
