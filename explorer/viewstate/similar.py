"""What is like a selection: items as near to its middle as its own items are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.core.selection import Rows
from explorer.core.similarity import Vectors

FEWEST, MOST = 12, 2_000
"""Items that are added at least and at most."""
OWN_SHARE = 0.25
"""Others are alike that are nearer to the middle than this share of the selection itself."""


def similar_rows(rows: Rows, vectors: Vectors, kinds: NDArray[np.integer], selected: Rows) -> Rows:
    """Find items like the selected ones, of the kinds that are selected.

    Parameters
    ----------
    rows, vectors, kinds
        Rows of the item table (m,), their vectors (m, d) of unit length, and what kind each is.
    selected
        Rows that are selected.

    Returns
    -------
    Rows, without the selected ones, ascending: int64 (k,).
    """
    own = np.isin(rows, selected)
    if not own.any():
        return np.empty(0, np.int64)
    found: list[Rows] = []
    for kind in np.unique(kinds[own]):
        of_kind = kinds == kind
        middle = vectors[own & of_kind].mean(axis=0)
        nearness = vectors @ middle
        others = np.flatnonzero(of_kind & ~own)
        order = others[np.argsort(-nearness[others], kind="stable")]
        own_nearness = nearness[own & of_kind]
        bar = float(np.quantile(own_nearness, OWN_SHARE)) if len(own_nearness) > 2 else np.inf
        count = int((nearness[order] >= bar).sum())
        found.append(rows[order[: min(max(count, FEWEST), MOST)]])
    return np.sort(np.concatenate(found))
