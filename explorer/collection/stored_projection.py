"""Places on the map that were computed before."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class StoredProjection:
    """Where rows of the item table lie on a map.

    Parameters
    ----------
    method
        What placed them: ``"umap"``, ``"pca"``, ...
    rows
        int64 (m,).
    coordinates
        float32 (m, 2).
    trust
        float32 (m,) from 0 to 1, or None where it was not measured.
    """

    method: str
    rows: NDArray[np.int64]
    coordinates: NDArray[np.float32]
    trust: NDArray[np.float32] | None
