"""The map of a collection that is being filled: new items are placed, and from time to time all.

Kept nowhere: at the end of indexing the whole is laid out from where its points are by then.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.collection.collection import Collection
from explorer.collection.item_table import ItemTable
from explorer.jobs import Control
from explorer.lenses.projection import Method, Projection, project
from explorer.viewstate.placing import Rows, axes_of, placed_among, places_of
from explorer.viewstate.semantic_axes import SemanticAxes

Floats = NDArray[np.float32]

FEWEST = 32
"""With fewer items there is nothing to see on a map yet."""
LANDMARKS = 4_000
"""A map in between is laid out by so many items at most; the rest goes by its neighbours."""
MOST_LAID_OUT = 50_000
"""A map of more is only added to until the end: it would take long, and has its shape by then."""
EFFORT = 0.3
"""Share of the epochs; a map that starts from the last one needs no more."""


@dataclass(frozen=True)
class Grown:
    """A map with what is new on it.

    Attributes
    ----------
    rows, projection
        Rows of the item table (m,), and their places.
    laid_out
        How many items the last layout had that these places come from.
    """

    rows: Rows
    projection: Projection
    laid_out: int


def grown_map(
    collection: Collection,
    items: ItemTable,
    method: Method,
    places: Floats,
    laid_out: int,
    control: Control,
    axes: SemanticAxes,
) -> Grown | None:
    """Find places for what is new; lay all of it out once it has doubled.

    Parameters
    ----------
    method
        Of the person. t-SNE takes too long for a map in between, so UMAP stands in.
    places
        float32 (n, 2) by row of the item table as far as there were items; NaN for no place.
    laid_out
        How many items the last layout had; 0 for none.

    Returns
    -------
    The map, or None if there are too few items yet, or none of them is new.
    """
    rows = collection.rows_with_vectors(before=len(items))
    start = places_of(rows, places)
    new = np.logical_not(np.isfinite(start).all(axis=1))
    if len(rows) < FEWEST or not new.any():
        return None
    start = placed_among(collection, items, rows, start, control)
    if laid_out and not 2 * laid_out <= len(rows) <= MOST_LAID_OUT:
        return Grown(rows, Projection(start, method), laid_out)
    done = project(
        collection.vectors(rows=rows, kind=np.float16)[1],
        "umap" if method == "tsne" else method,
        groups=items.modality_codes[rows],
        axes=axes_of(collection, axes) if method == "axes" else None,
        initial=None if new.all() else start,
        landmarks=LANDMARKS,
        effort=EFFORT,
        measure=False,
        check=control.check,
    )
    return Grown(rows, done, len(rows))
