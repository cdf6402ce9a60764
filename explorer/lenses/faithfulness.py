"""How far a heat map can be believed: deletion and insertion.

Petsiuk et al. 2018, "RISE: Randomized Input Sampling for Explanation of Black-box Models":
take patches away in the order of the map (deletion) or put them back into a blurred picture
(insertion) and follow the score. A faithful map makes it fall early and rise early.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.core.media import Pixels
from explorer.core.tokens import GridLayout

Score = Callable[[Sequence[Pixels]], NDArray[np.float32]]
"""Pictures (n) to their scores with the words: float32 (n,)."""


@dataclass(frozen=True, slots=True)
class Faithfulness:
    """Areas under the two curves, as shares of the whole picture's score.

    ``deletion`` is better when low, ``insertion`` when high.
    """

    deletion: float
    insertion: float

    def to_dict(self) -> dict[str, float]:
        """JSON data."""
        return {"deletion": round(self.deletion, 4), "insertion": round(self.insertion, 4)}


def faithfulness(
    picture: Pixels,
    heat: NDArray[np.float32],
    layout: GridLayout,
    score: Score,
    steps: int = 10,
) -> Faithfulness:
    """Deletion and insertion of one map.

    Parameters
    ----------
    picture
        uint8 RGB (h, w, 3).
    heat
        float32 (rows, cols): how much each patch counts.
    score
        How well pictures match; its value for an empty picture is taken off everywhere.
    steps
        Points of each curve beside its start.
    """
    order = np.argsort(-heat.ravel(), kind="stable")
    empty = np.broadcast_to(picture.mean(axis=(0, 1)).astype(np.uint8), picture.shape)
    counts = np.linspace(0, layout.count, steps + 1).round().astype(int)
    masks = [_mask(picture.shape[:2], layout, order[:count]) for count in counts]
    deleted = [np.where(mask[..., None], empty, picture) for mask in masks]
    inserted = [np.where(mask[..., None], picture, empty) for mask in masks]
    scores = score([*deleted, *inserted])
    curves = scores.reshape(2, steps + 1)
    base, whole = float(curves[1, 0]), float(curves[0, 0])
    span = whole - base if abs(whole - base) > 1e-6 else 1e-6
    shares = np.trapezoid((curves - base) / span, axis=1) / steps
    return Faithfulness(float(shares[0]), float(shares[1]))


def _mask(
    size: tuple[int, int], layout: GridLayout, patches: NDArray[np.intp]
) -> NDArray[np.bool_]:
    """Pixels of a picture (height, width) that lie in these patches."""
    grid = np.zeros(layout.count, bool)
    grid[patches] = True
    height, width = size
    left, top, right, bottom = layout.box
    rows = ((np.arange(height) + 0.5) / height - top) / (bottom - top) * layout.rows
    cols = ((np.arange(width) + 0.5) / width - left) / (right - left) * layout.cols
    inside = ((rows >= 0) & (rows < layout.rows))[:, None] & ((cols >= 0) & (cols < layout.cols))[
        None, :
    ]
    row_index = np.clip(rows.astype(int), 0, layout.rows - 1)[:, None]
    col_index = np.clip(cols.astype(int), 0, layout.cols - 1)[None, :]
    return np.asarray(grid.reshape(layout.rows, layout.cols)[row_index, col_index] & inside)
