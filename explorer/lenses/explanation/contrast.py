"""What one word says of a patch and the others do not, and evenness between neighbours.

A patch of a common kind is near to many words at once; plain cosines then put the peak of every
word on the same few patches. Taken off is a soft maximum over the rivals of a word, the
log-mean-exp of their cosines at the patch: the contrast of a softmax over the words, as in the
contrastive loss the towers were trained with (Radford et al. 2021, "Learning Transferable Visual
Models from Natural Language Supervision", section 2.3), kept in the measure of the cosine.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

RIVALS_WIDTH = 1.0
"""Softness of the maximum over the words of a text, in deviations of their cosines."""

NEARNESS_SLOPE = 2.0
"""How sharply a patch counts less that is no nearer to a word than the picture's others."""

EVERYDAY_WIDTH, EVERYDAY_SHARE = 0.5, 0.5
"""The same over everyday words, and how much of it a word by itself gives away."""


def contrast(
    cosines: NDArray[np.floating],
    rivals: NDArray[np.bool_],
    everyday: NDArray[np.floating] | None = None,
) -> Floats:
    """Take off what the rivals say too.

    Parameters
    ----------
    cosines
        Shape (k, m): words by patches.
    rivals
        Shape (k,): the words that compete.
    everyday
        Shape (b, m): cosines of everyday words, for a text with fewer than two rivals.

    Returns
    -------
    float32 (k, m); zero where a word says as much as its rivals do.
    """
    if rivals.sum() > 1:
        competing = cosines[rivals]
        return np.asarray(cosines - soft_maximum(competing, RIVALS_WIDTH), np.float32)
    if everyday is None:
        return np.asarray(cosines, np.float32)
    shared = EVERYDAY_SHARE * soft_maximum(everyday, EVERYDAY_WIDTH)
    return np.asarray(cosines - shared, np.float32)


def where_near(told_apart: Floats, cosines: NDArray[np.floating]) -> Floats:
    """Weaken what tells a word apart at patches that are no nearer to it than others are.

    On an empty background all words are far, and the least far of them would stand out there.

    Parameters
    ----------
    told_apart, cosines
        Shape (k, m): `contrast` of the words, and what it was made of.

    Returns
    -------
    float32 (k, m); positive values times a logistic function of the cosine, standardised over the
    patches.
    """
    spread = np.maximum(cosines.std(axis=1, keepdims=True), 1e-6)
    standard = (cosines - cosines.mean(axis=1, keepdims=True)) / spread
    share = 1 / (1 + np.exp(-NEARNESS_SLOPE * standard))
    return np.where(told_apart > 0, told_apart * share, told_apart).astype(np.float32)


def soft_maximum(values: NDArray[np.floating], width: float) -> NDArray[np.float64]:
    """Log-mean-exp along the first axis: (k, m) to (m,); `width` in deviations of the values."""
    scale = max(width * float(values.std()), 1e-6)
    highest = values.max(axis=0)
    means = np.exp((values - highest).astype(np.float64) / scale).mean(axis=0)
    return np.asarray(highest + scale * np.log(means))


def smooth(maps: NDArray[np.floating], passes: int = 2) -> Floats:
    """Even out neighbours: binomial weights 1 2 1 both ways, edges repeated.

    A single patch of a feature map can stand out for no reason that one sees (Darcet et al. 2024,
    "Vision Transformers Need Registers"); things that one points at cover several.

    Parameters
    ----------
    maps
        Shape (k, rows, cols).
    """
    result: Floats = np.asarray(maps, np.float32)
    for _ in range(passes):
        padded = np.pad(result, ((0, 0), (1, 1), (1, 1)), "edge")
        across = (padded[:, :, :-2] + 2 * padded[:, :, 1:-1] + padded[:, :, 2:]) / 4
        total = across[:, :-2] + 2 * across[:, 1:-1] + across[:, 2:]
        result = np.asarray(total / 4, np.float32)
    return result
