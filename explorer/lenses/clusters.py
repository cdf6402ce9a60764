"""Groups of like items, from few large ones to many small ones within them.

The smallest groups are communities of the neighbour graph by the Louvain method (Blondel et al.
2008, of scikit-network, whose Leiden gives another answer at each run); their middles are then
joined into larger ones (Ward 1963), so that each group lies whole in one of the level above.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from explorer.lenses.landmarks import LandmarkGraph
from explorer.lenses.neighbour_graph import Check, Progress, no_check, no_progress
from explorer.lenses.projection_umap import fuzzy_graph, membership
from explorer.lenses.projection_vectors import PreparedVectors

Labels = npt.NDArray[np.int32]

LEVELS = (8, 24, 72, 216)
"""Groups at each level at most, three times as many from one to the next."""
SMALLEST_MEAN = 7
"""A level is left out if its groups would have fewer items than this on average."""
FEWEST = 3
"""Smaller groups are none."""
BLOCK = 65_536
WEAKEST = 200
"""Edges weaker than one in so many of the strongest are left out."""
RESOLUTIONS = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)


@dataclass(frozen=True, eq=False)
class Clusters:
    """Which group each vector belongs to.

    Attributes
    ----------
    labels
        (n, levels) int32, from the coarsest level to the finest; -1 for no group.
    counts
        How many groups there are at each level; numbered by size, the largest first.
    """

    labels: Labels
    counts: tuple[int, ...]

    @property
    def levels(self) -> int:
        """How many levels there are."""
        return len(self.counts)


def find_clusters(
    vectors: PreparedVectors,
    near: LandmarkGraph,
    *,
    seed: int = 0,
    levels: tuple[int, ...] = LEVELS,
    progress: Progress = no_progress,
    check: Check = no_check,
) -> Clusters:
    """Find groups on several levels.

    Parameters
    ----------
    vectors, near
        The vectors, and the neighbours among them.
    levels
        Most groups of each level, ascending.

    Returns
    -------
    Clusters
        With no levels at all where there are too few vectors for two groups.
    """
    anchors = near.anchors
    wanted = min(levels[-1], len(anchors) // SMALLEST_MEAN)
    if wanted < 2:
        return Clusters(np.empty((len(vectors), 0), np.int32), ())
    progress(0, 3, "Finding groups")
    check()
    finest = _communities(near, wanted, seed)
    progress(1, 3, "Finding groups")
    check()
    tree = _joined(vectors.rows(anchors), finest)
    progress(2, 3, "Finding groups")
    check()
    there = len(np.unique(finest))
    columns = [tree(count)[finest] for count in levels if count < there] + [finest]
    of_anchors = np.stack(columns, axis=1).astype(np.int32)
    labels = np.full((len(vectors), of_anchors.shape[1]), -1, np.int32)
    labels[anchors] = of_anchors
    if len(near.others):
        labels[near.others] = _by_neighbours(near, of_anchors)
    return _numbered(labels)


def _communities(near: LandmarkGraph, wanted: int, seed: int) -> Labels:
    """About `wanted` communities of the landmarks, (a,) int32 from 0 without gaps."""
    from scipy.sparse import csr_matrix
    from sknetwork.clustering import Louvain

    starts, targets, strengths = fuzzy_graph(near.graph, WEAKEST)
    count = len(near.anchors)
    links = csr_matrix((strengths, targets, starts), shape=(count, count))
    best: Labels | None = None
    for resolution in RESOLUTIONS:
        found = Louvain(resolution=resolution, random_state=seed).fit_predict(links)
        found = np.unique(found, return_inverse=True)[1].astype(np.int32)
        sizes = np.bincount(found)
        solid = int((sizes >= FEWEST).sum())
        if best is not None and solid > wanted * 1.5:
            break
        best = found
        if solid >= wanted * 0.7:
            break
    assert best is not None
    return best


class _joined:
    """Middles of groups joined into larger groups; called with how many there shall be."""

    def __init__(self, vectors: npt.NDArray[np.float32], finest: Labels) -> None:
        from scipy.cluster.hierarchy import linkage

        count = int(finest.max()) + 1
        sums = np.zeros((count, vectors.shape[1]), np.float64)
        np.add.at(sums, finest, vectors)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        self._count = count
        self._links = linkage(sums / np.maximum(lengths, 1e-9), "ward") if count > 1 else None

    def __call__(self, groups: int) -> Labels:
        from scipy.cluster.hierarchy import fcluster

        if self._links is None:
            return np.zeros(self._count, np.int32)
        found: Labels = fcluster(self._links, groups, "maxclust").astype(np.int32) - 1
        return found


def _by_neighbours(near: LandmarkGraph, of_anchors: Labels) -> Labels:
    """Give each other vector the finest group that weighs most among its landmarks."""
    chosen = np.empty((len(near.found), of_anchors.shape[1]), np.int32)
    for low in range(0, len(chosen), BLOCK):
        rows = slice(low, low + BLOCK)
        indices, weights = near.found.indices[rows], membership(near.found.distances[rows])
        finest = of_anchors[indices, -1]
        # The weight of each neighbour's group in its row; the first of the heaviest wins.
        same = finest[:, :, None] == finest[:, None, :]
        heaviest = (same * weights[:, None, :]).sum(axis=2).argmax(axis=1)
        chosen[rows] = of_anchors[indices[np.arange(len(indices)), heaviest]]
    return chosen


def _numbered(labels: Labels) -> Clusters:
    """Number the groups of each level by size, and drop those that are too small."""
    counts = []
    for level in range(labels.shape[1]):
        column = labels[:, level]
        sizes = np.bincount(column[column >= 0])
        order = np.argsort(-sizes, kind="stable")
        number = np.empty(len(sizes), np.int32)
        number[order] = np.arange(len(sizes))
        number[sizes < FEWEST] = -1
        labels[:, level] = np.where(column >= 0, number[column], -1)
        counts.append(int((sizes >= FEWEST).sum()))
    return Clusters(labels, tuple(counts))
