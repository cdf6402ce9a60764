"""RISE: show random parts of the picture and weigh them by how well they match.

Petsiuk et al. 2018, "RISE: Randomized Input Sampling for Explanation of Black-box Models",
section 3. Works for any encoder of pictures or sounds; the masks are the same in every run.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from explorer.core.tokens import GridLayout
from explorer.jobs import Control
from explorer.lenses.explanation.masking import encoded_in_batches
from explorer.lenses.explanation.question import Question, Relevance

MASKS, COARSE, SHOWN, SEED = 300, 7, 0.5, 20
"""How many masks, cells of their grid along a side, chance that a cell is shown."""


def random_masks(size: tuple[int, int], count: int, seed: int) -> Iterator[NDArray[np.float32]]:
    """Soft masks of a picture's (height, width), between 0 and 1: small, enlarged and shifted."""
    random = np.random.default_rng(seed)
    height, width = size
    cell = -(-height // COARSE), -(-width // COARSE)
    large = (COARSE + 1) * cell[1], (COARSE + 1) * cell[0]
    for _ in range(count):
        grid = (random.random((COARSE + 1, COARSE + 1)) < SHOWN).astype(np.float32)
        fine = np.asarray(Image.fromarray(grid).resize(large, Image.Resampling.BILINEAR))
        top, left = random.integers(0, cell[0]), random.integers(0, cell[1])
        yield fine[top : top + height, left : left + width].clip(0, 1)


def rise_maps(question: Question, control: Control) -> Relevance:
    """Covariance of what is shown with how well it matches.

    The mean score is taken off before weighing: that moves every patch by the same and lowers the
    variance of the estimate.
    """
    layout, size = question.mask_layout, question.size
    rows, cols = _centres(layout, size)
    seen: list[NDArray[np.float32]] = []

    def parts() -> Iterator[Any]:
        for mask in random_masks(size, MASKS, SEED):
            seen.append(mask[np.ix_(rows, cols)])
            yield question.shown(mask)

    batches = encoded_in_batches(parts(), MASKS, question.vectors_of, control)
    scores = np.concatenate(list(batches)) @ question.targets.T
    scores -= scores.mean(axis=0)
    weights = np.stack(seen).reshape(MASKS, -1)
    values = scores.T @ weights / (MASKS * SHOWN)
    return Relevance(values.reshape(-1, layout.rows, layout.cols).astype(np.float32), layout)


def _centres(layout: GridLayout, size: tuple[int, int]) -> tuple[NDArray[np.intp], ...]:
    """Pixel rows and columns of the patches' centres."""
    height, width = size
    left, top, right, bottom = layout.box
    rows = (top + (bottom - top) * (np.arange(layout.rows) + 0.5) / layout.rows) * height
    cols = (left + (right - left) * (np.arange(layout.cols) + 0.5) / layout.cols) * width
    return rows.astype(np.intp), cols.astype(np.intp)
