"""One selection that every view reads, with undo.

Rows are positions in the collection's item table, which only ever grows, so a row keeps its
meaning while indexing goes on.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Rows = NDArray[np.int64]
SelectionMode = Literal["new", "add", "remove", "intersect"]


def as_rows(rows: ArrayLike) -> Rows:
    """Sorted, distinct rows: int64 (n,)."""
    return np.unique(np.asarray(rows, dtype=np.int64).ravel())


def combine_rows(current: Rows, rows: ArrayLike, mode: SelectionMode = "new") -> Rows:
    """Apply a selecting gesture to the current selection.

    Parameters
    ----------
    current
        Sorted, distinct rows.
    rows
        What was just picked, in any order.
    mode
        ``"new"`` replaces, ``"add"`` joins, ``"remove"`` takes away, ``"intersect"`` keeps
        what is in both.
    """
    picked = as_rows(rows)
    if mode == "add":
        return np.union1d(current, picked)
    if mode == "remove":
        return np.setdiff1d(current, picked, assume_unique=True)
    if mode == "intersect":
        return np.intersect1d(current, picked, assume_unique=True)
    return picked
