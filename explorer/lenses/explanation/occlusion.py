"""Occlusion: cover a part of the picture and see how much the match falls.

Zeiler & Fergus 2014, "Visualizing and Understanding Convolutional Networks", section 4.2. Works
for any encoder of pictures or sounds.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.core.tokens import GridLayout
from explorer.jobs import Control
from explorer.lenses.explanation.masking import encoded_in_batches
from explorer.lenses.explanation.question import Question, Relevance

WINDOW = 3
"""Side of the covering square in patches; it is moved by one patch."""


def windows(layout: GridLayout, side: int = WINDOW) -> NDArray[np.bool_]:
    """All places of a square, those at the edges cut: (rows * cols, rows * cols)."""
    rows, cols = np.divmod(np.arange(layout.count), layout.cols)
    near_rows = np.abs(rows[:, None] - rows[None, :]) <= side // 2
    near_cols = np.abs(cols[:, None] - cols[None, :]) <= side // 2
    return np.asarray(near_rows & near_cols)


def occlusion_maps(question: Question, control: Control) -> Relevance:
    """How much covering a patch costs, averaged over the squares that cover it."""
    layout = question.mask_layout
    hidden = windows(layout)
    parts = (question.covered(one, layout) for one in hidden)
    batches = encoded_in_batches(parts, len(hidden), question.vectors_of, control)
    covered = np.concatenate(list(batches)) @ question.targets.T
    whole = question.covered(np.zeros(layout.count, bool), layout)
    drops = question.vectors_of([whole]) @ question.targets.T - covered  # (squares, k + 1)
    means = (hidden.T.astype(np.float32) @ drops) / hidden.sum(axis=0)[:, None]
    values = means.T.reshape(-1, layout.rows, layout.cols).astype(np.float32)
    return Relevance(values, layout)
