"""Places on the map that were computed before."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.store.schema import quoted
from explorer.store.tables import Tables


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


def read_projection(tables: Tables, method: str, key: str) -> StoredProjection | None:
    """The places by a method that are kept under a key; None where there are none."""
    where = f"method = {quoted(key)}"
    stored = tables.read("projections", ["rows", "places", "trust"], where).to_pylist()
    if not stored:
        return None
    trust = stored[0]["trust"]
    return StoredProjection(
        method,
        np.array(stored[0]["rows"], np.int64),
        np.array(stored[0]["places"], np.float32).reshape(-1, 2),
        None if trust is None else np.array(trust, np.float32),
    )


def write_projection(tables: Tables, projection: StoredProjection, key: str) -> None:
    """Keep places under a key in place of those there were."""
    trust = projection.trust
    tables.put_projection(
        {
            "method": key,
            "rows": np.asarray(projection.rows, np.int64),
            "places": np.asarray(projection.coordinates, np.float32).ravel(),
            "trust": None if trust is None else np.asarray(trust, np.float32),
        }
    )
