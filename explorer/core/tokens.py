"""Token vectors with the layout that says where each of them lies.

A map is drawn only where the layout is known; a count that does not fit its layout raises
instead of being reshaped into a scrambled picture.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class GridLayout:
    """Patches of a picture, row by row.

    ``box`` is the part of the picture that the grid covers, as fractions
    (left, top, right, bottom) of its width and height; a centre crop covers less than all.
    """

    rows: int
    cols: int
    box: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)

    @property
    def count(self) -> int:
        """Number of tokens the layout has room for."""
        return self.rows * self.cols

    def centre(self, token: int, width: int, height: int) -> tuple[float, float]:
        """Centre of a patch in pixels (x, y) of a picture of this size."""
        row, col = divmod(token, self.cols)
        left, top, right, bottom = self.box
        x = left + (right - left) * (col + 0.5) / self.cols
        y = top + (bottom - top) * (row + 0.5) / self.rows
        return x * width, y * height


@dataclass(frozen=True, slots=True)
class WordLayout:
    """Words of a text, in order, with the characters each of them spans."""

    words: tuple[str, ...]
    offsets: tuple[tuple[int, int], ...]

    @property
    def count(self) -> int:
        """Number of tokens the layout has room for."""
        return len(self.words)


@dataclass(frozen=True, slots=True)
class TimeLayout:
    """Time steps of a sound or clip: (start, end) of each, in seconds."""

    spans: tuple[tuple[float, float], ...]

    @property
    def count(self) -> int:
        """Number of tokens the layout has room for."""
        return len(self.spans)


Layout = GridLayout | WordLayout | TimeLayout


@dataclass(frozen=True, slots=True)
class Tokens:
    """Token vectors of one unit.

    Parameters
    ----------
    vectors
        float32, shape (t, d), each of unit length, in the joint space.
    layout
        Where each token lies.
    whole
        float32, shape (d,): the unit's own vector, where the pass that gives the tokens gives the
        same as encoding it would; None where it does not.

    Raises
    ------
    ValueError
        If the number of vectors is not the number of places in the layout.
    """

    vectors: NDArray[np.float32]
    layout: Layout
    whole: NDArray[np.float32] | None = None

    def __post_init__(self) -> None:
        if self.vectors.ndim != 2 or len(self.vectors) != self.layout.count:
            raise ValueError(
                f"{self.vectors.shape} token vectors do not fit a layout of {self.layout.count}"
            )
