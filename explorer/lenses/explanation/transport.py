"""Optimal transport: the plan that moves the words onto the patches at the least cost.

The plan between two sets of tokens as in ORMA (molecules and their descriptions), by the solvers
of POT (Flamary et al. 2021, "POT: Python Optimal Transport"): the entropic one of Cuturi 2013,
"Sinkhorn Distances: Lightspeed Computation of Optimal Transport", in logarithms. A patch that one
word takes is not there for the others, so words share a picture out between them.
"""

from __future__ import annotations

import os
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.jobs import Control
from explorer.lenses.explanation.contrast import smooth
from explorer.lenses.explanation.question import Question, Relevance

SOFTNESS = 1.0
"""Entropy's weight, in deviations of the cosines."""


def transport_plan(
    cost: NDArray[np.floating],
    words: NDArray[np.floating],
    patches: NDArray[np.floating],
    weight: float,
    rounds: int = 1000,
) -> NDArray[np.float64]:
    """The plan of least cost less `weight` times its entropy; of least cost for a weight of 0.

    Parameters
    ----------
    cost
        Shape (k, m).
    words, patches
        How much each gives and takes, (k,) and (m,); both sum to one.

    Returns
    -------
    float64 (k, m), whose rows sum to `words` and columns to `patches`.
    """
    ot = _solvers()
    give, take = np.asarray(words, np.float64), np.asarray(patches, np.float64)
    if weight == 0:
        return np.asarray(ot.emd(give, take, np.asarray(cost, np.float64)))
    plan = ot.sinkhorn(
        give, take, np.asarray(cost, np.float64), weight,
        method="sinkhorn_log", numItermax=rounds, stopThr=1e-9, warn=False,
    )  # fmt: skip
    return np.asarray(plan)


def _solvers() -> Any:
    # Left to itself it imports every array library that is installed, torch among them, to be
    # ready for their arrays: seven seconds instead of two.
    for library in ("PYTORCH", "JAX", "CUPY", "TENSORFLOW"):
        os.environ.setdefault(f"POT_BACKEND_DISABLE_{library}", "1")
    import ot

    return ot


def transport_maps(question: Question, control: Control) -> Relevance:
    """How much of each patch a word takes, as a multiple of what chance would give it, less one.

    Function words take no part; theirs is the map of what they would take at the same prices.
    """
    control.check()
    words, patches = question.words, question.patches
    cosines = words.vectors @ patches.vectors.T
    content = np.flatnonzero(words.content)
    shares = np.zeros(cosines.shape)
    count, places = len(content), cosines.shape[1]
    weight = max(SOFTNESS * float(cosines[content].std()), 1e-6)
    if count > 1:
        even = np.full(count, 1 / count), np.full(places, 1 / places)
        plan = transport_plan(1 - cosines[content], *even, weight)
        prices = np.log(plan[0]) - cosines[content[0]] / weight
    else:
        prices = np.zeros(places)
    for row, cosine in enumerate(cosines):
        taken = np.exp(cosine / weight + prices - (cosine / weight + prices).max())
        shares[row] = taken / taken.sum() * places - 1
    whole = patches.vectors @ words.whole
    values = np.concatenate([shares, whole[np.newaxis]])
    layout = question.layout
    return Relevance(smooth(values.reshape(-1, layout.rows, layout.cols)), layout)
