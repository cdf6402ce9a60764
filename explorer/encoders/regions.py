"""Neighbouring patches that are alike, merged into regions."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.core.similarity import Vectors, normalise
from explorer.core.tokens import GridLayout


def merged_regions(patches: Vectors, layout: GridLayout, count: int) -> NDArray[np.intp]:
    """Merge patches that touch by Ward's criterion until `count` regions are left.

    Parameters
    ----------
    patches
        float32 (rows * cols, d).

    Returns
    -------
    Region of each patch, (rows, cols), numbered from 0.
    """
    from scipy.cluster.hierarchy import fcluster, linkage

    if layout.count == 1:
        return np.zeros((1, 1), np.intp)
    # Places are joined to the vectors so that regions hang together without a graph of neighbours.
    rows, cols = np.divmod(np.arange(layout.count), layout.cols)
    places = np.stack([rows / layout.rows, cols / layout.cols], axis=1)
    spread = float(np.linalg.norm(patches - patches.mean(axis=0), axis=1).mean())
    tree = linkage(np.concatenate([patches, places * 2 * spread], axis=1), "ward")
    labels = fcluster(tree, min(count, layout.count), "maxclust") - 1
    return np.asarray(labels, np.intp).reshape(layout.rows, layout.cols)


def region_means(patches: Vectors, regions: NDArray[np.intp]) -> Vectors:
    """The mean direction of each region's patches: float32 (regions, d), unit length."""
    flat = regions.ravel()
    means = np.stack([patches[flat == one].mean(axis=0) for one in range(int(flat.max()) + 1)])
    return normalise(means)
