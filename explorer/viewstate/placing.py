"""Places of a collection's items: kept ones stay, new ones join them, or all are laid out."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from explorer.collection.collection import Collection
from explorer.collection.item_table import ItemTable
from explorer.collection.stored_projection import StoredProjection
from explorer.jobs import Control
from explorer.lenses.projection import Method, Projection, place_new, project

Rows = NDArray[np.int64]
Placed = tuple[Rows, Projection]
"""Rows of the item table (n,), and the projection of their vectors."""

ENOUGH_KEPT = 0.5
"""Below this share of items that have a place already, the map is laid out anew."""


def place_items(
    collection: Collection,
    items: ItemTable,
    method: Method,
    *,
    afresh: bool,
    control: Control,
    landed: Callable[[Rows, Projection], None] = lambda rows, first: None,
) -> Placed | None:
    """Lay a collection out, and keep the result with it.

    Parameters
    ----------
    items
        The table whose modalities keep pictures, words and sounds from drifting apart.
    afresh
        Forget kept places.
    landed
        Called with a quick first layout while the real one is being computed.

    Returns
    -------
    Rows and their places, or None if nothing has a vector yet.
    """
    rows, vectors = collection.vectors()
    known = rows < len(items)
    rows, vectors = rows[known], vectors[known]
    if not len(rows):
        return None
    groups = items.modality_codes[rows]
    kept = None if afresh else collection.projection(method)
    shared = 0 if kept is None else len(np.intersect1d(kept.rows, rows))
    if kept is not None and shared == len(rows):
        return rows, _kept(kept, rows, method)
    if kept is not None and shared >= len(rows) * ENOUGH_KEPT:
        result = _extended(kept, rows, vectors, groups, method, control)
    else:
        result = project(
            vectors,
            method,
            groups=groups,
            landed=lambda first: landed(rows, first),
            progress=control.progress,
            check=control.check,
        )
    collection.save_projection(method, rows, result.coordinates, result.trust)
    return rows, result


def _kept(kept: StoredProjection, rows: Rows, method: Method) -> Projection:
    """The kept places of these rows; all of them have one."""
    order = np.argsort(kept.rows)
    at = order[np.searchsorted(kept.rows, rows, sorter=order)]
    trust = None if kept.trust is None else kept.trust[at]
    return Projection(kept.coordinates[at], method, trust=trust)


def _extended(
    kept: StoredProjection,
    rows: Rows,
    vectors: NDArray[np.float32],
    groups: NDArray[np.integer],
    method: Method,
    control: Control,
) -> Projection:
    """Kept places stay; rows without one are placed by their neighbours."""
    known = np.isin(rows, kept.rows)
    old = _kept(kept, rows[known], method)
    coordinates = np.full((len(rows), 2), np.nan, np.float32)
    coordinates[known] = old.coordinates
    coordinates[~known] = place_new(
        vectors[~known],
        vectors[known],
        old.coordinates,
        groups_new=groups[~known],
        groups_old=groups[known],
        progress=control.progress,
        check=control.check,
    )
    trust = None
    if old.trust is not None:
        trust = np.full(len(rows), np.nan, np.float32)
        trust[known] = old.trust
    return Projection(coordinates, method, trust=trust)
