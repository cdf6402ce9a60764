"""What is like a selection is as near to its middle as its own items are, and of its kinds."""

from __future__ import annotations

import numpy as np
from sklearn.datasets import load_digits

from explorer.viewstate.similar import FEWEST, similar_rows


def test_alike_digits_join_a_selection_of_digits() -> None:
    data = load_digits()
    vectors = (data.data / np.linalg.norm(data.data, axis=1, keepdims=True)).astype(np.float32)
    rows = np.arange(len(vectors), dtype=np.int64) + 5  # rows are not positions
    kinds = np.arange(len(vectors)) % 2
    zeros = np.flatnonzero(data.target == 0)
    selected = rows[zeros[kinds[zeros] == 1][:20]]
    found = similar_rows(rows, vectors, kinds, selected)
    assert len(np.intersect1d(found, selected)) == 0
    assert (data.target[found - 5] == 0).mean() > 0.95
    assert (kinds[found - 5] == 1).all()
    assert len(found) > 30
    assert len(similar_rows(rows, vectors, kinds, selected[:1])) == FEWEST
    assert len(similar_rows(rows, vectors, kinds, np.array([1]))) == 0
