"""Tokens of a sound, whatever times they stand for, on steps that are all equally long."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from explorer.core.tokens import GridLayout, TimeLayout, Tokens

STEPS_PER_SECOND, FEWEST, MOST = 16, 16, 768
"""Steps of what is not evenly spaced, such as words that were heard."""


def on_even_steps(tokens: Tokens, seconds: float) -> Tokens:
    """Tokens on a grid of one row over a sound.

    Frames that follow each other at an even pace, next to or over each other, are the steps
    themselves. Others are laid out: a step has the vector of the token whose span its middle lies
    in (of several the one whose own middle is nearest), and none, zeros, where nothing was heard.

    Parameters
    ----------
    tokens
        In a `TimeLayout` with at least one span.
    seconds
        How long the sound is.

    Raises
    ------
    ValueError
        If they lie otherwise, or there are none.
    """
    if not isinstance(tokens.layout, TimeLayout) or not tokens.layout.count:
        raise ValueError("these tokens lie in no spans of time")
    spans = np.array(tokens.layout.spans)
    middles = spans.mean(axis=1)
    paces = np.diff(middles)
    if not len(paces) or _even(spans, paces):
        pace = float(paces[0] if len(paces) else spans[0, 1] - spans[0, 0])
        start = float(middles[0]) - pace / 2
        box = (start / seconds, 0.0, (start + pace * len(spans)) / seconds, 1.0)
        return Tokens(tokens.vectors, GridLayout(1, len(spans), box))
    steps = int(np.clip(round(seconds * STEPS_PER_SECOND), FEWEST, MOST))
    owner = _owners(spans, middles, (np.arange(steps) + 0.5) / steps * seconds)
    vectors = np.where(owner[:, np.newaxis] < 0, np.float32(0), tokens.vectors[owner])
    return Tokens(vectors.astype(np.float32), GridLayout(1, steps))


def mean_within(
    values: NDArray[np.float32], step: float, cells: int, span: tuple[float, float]
) -> NDArray[np.float32]:
    """Means over even cells of values that follow each other in even steps.

    Parameters
    ----------
    values
        float32 (k, steps), the first of which begins at nought.
    step
        Seconds of one step.
    cells, span
        How many cells there are between two times, in seconds.

    Returns
    -------
    float32 (k, cells); a cell without the middle of a step has the nearest one's value.
    """
    start, end = span
    steps = values.shape[1]
    edges = np.linspace(start, end, cells + 1)
    middles = (np.arange(steps) + 0.5) * step
    firsts = np.searchsorted(middles, edges)
    found = np.zeros((len(values), cells), np.float32)
    for cell, (first, last) in enumerate(pairwise(firsts.tolist())):
        first = min(first, steps - 1)
        found[:, cell] = values[:, first : max(last, first + 1)].mean(axis=1)
    return found


def _even(spans: NDArray[np.float64], paces: NDArray[np.float64]) -> bool:
    """Whether spans are of one length at one pace, but for a last one that is cut."""
    lengths = spans[:, 1] - spans[:, 0]
    return bool(
        np.allclose(lengths[:-1], lengths[0], rtol=0.01)  # next to each other or overlapping
        and np.allclose(paces[:-1], paces[0], rtol=0.01)
        and paces[0] <= lengths[0] * 1.01
    )


def _owners(
    spans: NDArray[np.float64], middles: NDArray[np.float64], times: NDArray[np.float64]
) -> NDArray[np.intp]:
    """Number of the token that each time belongs to, -1 for none."""
    inside = (spans[:, 0] <= times[:, None]) & (times[:, None] < spans[:, 1])
    far = np.where(inside, np.abs(times[:, None] - middles), np.inf)
    return np.where(inside.any(axis=1), far.argmin(axis=1), -1)
