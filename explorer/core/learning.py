"""Directions learned from a few examples: what people liked, and what they did not."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.core.similarity import Vectors, normalise

AWAY = 0.5
"""How much what is not meant counts beside what is (Rocchio's gamma to his beta)."""


def learn_direction(
    vectors: Vectors, weights: Vectors, media: NDArray[np.bool_], ground: Vectors
) -> Vectors:
    """The direction that words and examples give together.

    Words and media count half each, however many there are of either: words say what is meant,
    media show it. Measured on Open Clip Art (1,596 pictures, 34 folders as what is sought): words
    alone 0.24 mean average precision, media alone 0.26, both 0.30.

    Parameters
    ----------
    vectors
        float32 (n, d), unit length.
    weights
        float32 (n,): above zero for what is meant, below for what is not.
    media
        bool (n,): which of them are pictures, sounds or other items, and not words.
    ground
        See `rocchio`.

    Returns
    -------
    float32 (d,), unit length; zero where everything cancels out.
    """
    words = normalise(weights[~media] @ vectors[~media])
    return normalise(words + rocchio(vectors[media], weights[media], ground))


def rocchio(vectors: Vectors, weights: Vectors, ground: Vectors) -> Vectors:
    """The direction from the examples that are not meant to those that are.

    Rocchio 1971, "Relevance feedback in information retrieval", on the unit sphere.

    Parameters
    ----------
    vectors, weights
        float32 (n, d) and (n,): examples and their signed weights.
    ground
        float32 (d,): the mean of what the examples were chosen from. It is taken off, so that
        what all of a kind share (that they are pictures) does not count as meant.

    Returns
    -------
    float32 (d,), unit length; zero without examples, or where they cancel each other out.
    """
    direction = np.zeros(len(ground), np.float32)
    for sign, factor in ((1.0, 1.0), (-1.0, AWAY)):
        chosen = sign * weights > 0
        if chosen.any():
            share = np.abs(weights[chosen]) / np.abs(weights[chosen]).sum()
            direction = direction + sign * factor * normalise(share @ vectors[chosen] - ground)
    return normalise(direction)
