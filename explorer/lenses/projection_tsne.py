"""t-SNE (van der Maaten, Hinton 2008) of known neighbours, by openTSNE (Poličar et al. 2024)."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from explorer.lenses.blocks import thread_count
from explorer.lenses.neighbour_graph import Check, NeighbourGraph, Progress

Floats = npt.NDArray[np.float32]

EARLY, LATE = 200, 400
"""Iterations with and without exaggeration; what comes after moves hardly a point."""
EARLY_EXAGGERATION = 12.0
STEP_EVERY = 10
START_WIDTH = 1e-2


def layout_tsne(
    graph: NeighbourGraph, start: Floats, *, seed: int, progress: Progress, check: Check
) -> Floats:
    """Lay landmarks out by t-SNE.

    Parameters
    ----------
    graph
        Their neighbours, (n, k); the perplexity is what k neighbours allow, a third of them.
    start
        (n, 2) where to begin, at any scale.
    progress, check
        Told the iterations done; called between them, and may raise.

    Returns
    -------
    coordinates
        (n, 2) float32.
    """
    from openTSNE import TSNEEmbedding
    from openTSNE.affinity import PerplexityBasedNN
    from openTSNE.nearest_neighbors import PrecomputedNeighbors

    count, k = graph.indices.shape
    # It takes the neighbours as some index found them: in its own words, float64 and int64.
    nearest = PrecomputedNeighbors(graph.indices.astype(np.int64), graph.distances.astype(float))
    affinities = PerplexityBasedNN(
        perplexity=max(2.0, k / 3), knn_index=nearest, n_jobs=thread_count()
    )
    begin = np.asarray(start, np.float64)
    begin = (begin - begin.mean(axis=0)) / max(float(begin[:, 0].std()), 1e-12) * START_WIDTH
    done = 0

    def told(_iteration: int, _error: float, _embedding: Any) -> bool:
        nonlocal done
        check()
        done += STEP_EVERY
        progress(min(done, EARLY + LATE), EARLY + LATE, "Arranging the map")
        return False

    embedding = TSNEEmbedding(
        begin,
        affinities,
        n_jobs=thread_count(),
        random_state=seed,
        negative_gradient_method="fft" if count > 10_000 else "bh",
        callbacks=told,
        callbacks_every_iters=STEP_EVERY,
    )
    embedding = embedding.optimize(EARLY, exaggeration=EARLY_EXAGGERATION, momentum=0.5)
    embedding = embedding.optimize(LATE, momentum=0.8)
    return np.asarray(embedding, np.float32)
