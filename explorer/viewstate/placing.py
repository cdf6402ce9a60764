"""Places of a collection's items: kept ones stay, new ones join them, or all are laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from explorer.collection.collection import Collection
from explorer.collection.item_table import ItemTable
from explorer.collection.stored_projection import StoredProjection
from explorer.core.query import Term
from explorer.jobs import Control
from explorer.lenses.projection import MapQuality, Method, Projection, place_new, project
from explorer.lenses.projection_axes import axis_direction
from explorer.viewstate.kept_neighbours import NeighbourSource
from explorer.viewstate.semantic_axes import SemanticAxes

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]
Placed = tuple[Rows, Projection]
"""Rows of the item table (n,), and the projection of their vectors."""

ENOUGH_KEPT = 0.5
"""Below this share of items that have a place already, the map is laid out anew."""
SAMPLE = 4_000
"""Items are put among so many others at most while more are being indexed."""


def place_items(
    collection: Collection,
    items: ItemTable,
    method: Method,
    *,
    afresh: bool,
    control: Control,
    axes: SemanticAxes | None = None,
    start: NDArray[np.float32] | None = None,
    landed: Callable[[Rows, Projection], None] = lambda rows, first: None,
) -> Placed | None:
    """Lay a collection out, and keep the result with it.

    Parameters
    ----------
    items
        The table whose modalities keep pictures, words and sounds from drifting apart.
    afresh
        Forget kept places.
    axes
        What a map by axes runs between.
    start
        float32 (n, 2) by row of the item table, NaN for no place: where the points are shown by
        now, so that a new map lands near them.
    landed
        Called with a quick first layout while the real one is being computed.

    Returns
    -------
    Rows and their places, or None if nothing has a vector yet.

    Raises
    ------
    QueryError
        If the space cannot encode a phrase of the axes.
    """
    rows = collection.rows_with_vectors(before=len(items))
    if not len(rows):
        return None
    kept = None if afresh or method == "axes" else collection.projection(method)
    if kept is not None and not len(np.setdiff1d(rows, kept.rows)):
        return rows, replace(_kept(kept, rows, method), quality=_kept_quality(collection, method))
    # Half precision is what is stored, and of a million items half the memory.
    rows, vectors = collection.vectors(before=len(items), kind=np.float16)
    groups = items.modality_codes[rows]
    neighbours = NeighbourSource(collection, rows, control)
    if method == "axes":
        return rows, _by_axes(collection, vectors, groups, axes or SemanticAxes(), control, landed,
                              rows, neighbours)  # fmt: skip
    shared = 0 if kept is None else len(np.intersect1d(kept.rows, rows))
    if kept is not None and shared >= len(rows) * ENOUGH_KEPT:
        result = _extended(kept, rows, vectors, groups, method, control)
        result = replace(result, quality=_kept_quality(collection, method))
    else:
        initial = None if start is None else places_of(rows, start)
        if initial is not None and np.isfinite(initial).all(axis=1).mean() < ENOUGH_KEPT:
            initial = None
        elif initial is not None:
            initial = placed_among(collection, items, rows, initial, control)
        result = project(
            vectors,
            method,
            groups=groups,
            initial=initial,
            graph_source=neighbours,
            landed=lambda first: landed(rows, first),
            progress=control.progress,
            check=control.check,
        )
        _keep_quality(collection, method, result.quality)
    collection.save_projection(method, rows, result.coordinates, result.trust)
    return rows, result


def _by_axes(
    collection: Collection,
    vectors: NDArray[np.floating],
    groups: NDArray[np.integer],
    axes: SemanticAxes,
    control: Control,
    landed: Callable[[Rows, Projection], None],
    rows: Rows,
    neighbours: NeighbourSource,
) -> Projection:
    """Places by what the axes say; quick enough to be worked out each time."""
    return project(
        vectors,
        "axes",
        groups=groups,
        axes=axes_of(collection, axes),
        graph_source=neighbours if neighbours.there else None,
        landed=lambda first: landed(rows, first),
        progress=control.progress,
        check=control.check,
    )


def places_of(rows: Rows, places: Floats) -> Floats:
    """Places (m, 2) of rows, from those (n, 2) by row of the item table; NaN for none."""
    found = np.full((len(rows), 2), np.nan, np.float32)
    there = rows < len(places)
    found[there] = places[rows[there]]
    return found


def placed_among(
    collection: Collection, items: ItemTable, rows: Rows, places: Floats, control: Control
) -> Floats:
    """Put rows that have no place (NaN) among their neighbours that have, or a sample of those.

    Parameters
    ----------
    rows, places
        Rows of the item table (m,) that have vectors, ascending, and (m, 2).

    Returns
    -------
    coordinates
        (m, 2) float32; as they were where no row has a place.
    """
    known = np.isfinite(places).all(axis=1)
    new, old = np.flatnonzero(~known), np.flatnonzero(known)
    if not len(new) or not len(old):
        return places
    if len(old) > SAMPLE:
        old = np.sort(np.random.default_rng(0).choice(old, SAMPLE, replace=False))
    placed = places.copy()
    placed[new] = place_new(
        collection.vectors(rows=rows[new], kind=np.float16)[1],
        collection.vectors(rows=rows[old], kind=np.float16)[1],
        places[old],
        groups_new=items.modality_codes[rows[new]],
        groups_old=items.modality_codes[rows[old]],
        check=control.check,
    )
    return placed


def axes_of(collection: Collection, axes: SemanticAxes) -> list[Floats]:
    """The directions (d,) of x and y; raises `QueryError` if a phrase cannot be encoded."""
    pairs = ((axes.left, axes.right), (axes.bottom, axes.top))
    return [_direction(collection, low, high) for low, high in pairs]


def _direction(collection: Collection, low: str, high: str) -> Floats:
    ends = [
        collection.vector_of(Term("text", phrase)) if phrase else None for phrase in (low, high)
    ]
    if ends[1] is None:
        assert ends[0] is not None
        return -axis_direction(None, ends[0])
    return axis_direction(ends[0], ends[1])


def _kept(kept: StoredProjection, rows: Rows, method: Method) -> Projection:
    """The kept places of these rows; all of them have one."""
    order = np.argsort(kept.rows)
    at = order[np.searchsorted(kept.rows, rows, sorter=order)]
    trust = None if kept.trust is None else kept.trust[at]
    return Projection(kept.coordinates[at], method, trust=trust)


def _kept_quality(collection: Collection, method: Method) -> MapQuality | None:
    stored = collection.kept.read(f"quality-{method}")
    if stored is None or stored.get("shares") is None or len(stored["shares"]) != 3:
        return None
    trustworthiness, continuity, neighbours = stored["shares"].tolist()
    return MapQuality(trustworthiness, continuity, int(neighbours))


def _keep_quality(collection: Collection, method: Method, quality: MapQuality | None) -> None:
    if quality is None:
        collection.kept.drop(f"quality-{method}")
        return
    shares = (quality.trustworthiness, quality.continuity, float(quality.neighbours))
    collection.kept.write(f"quality-{method}", {"shares": np.array(shares)})


def _extended(
    kept: StoredProjection,
    rows: Rows,
    vectors: NDArray[np.floating],
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
