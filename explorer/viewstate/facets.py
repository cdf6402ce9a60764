"""What a collection can be filtered by, counted."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from explorer.collection.collection import Collection
from explorer.collection.item_table import ItemTable
from explorer.viewstate.filters import Facet

MOST = 12
"""Values of one facet that are listed; the most frequent ones."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet and the number of items that have it."""

    facet: Facet
    value: str
    name: str
    count: int


def count_facets(collection: Collection, items: ItemTable) -> dict[Facet, tuple[FacetValue, ...]]:
    """Facets of the present items, each with its most frequent values.

    A facet that does not part the collection is left out.
    """
    rows = np.flatnonzero(items.present)
    codes = np.bincount(items.modality_codes[rows], minlength=len(items.modalities))
    kinds = {items.modalities[code]: int(count) for code, count in enumerate(codes) if count}
    taken = items.taken[rows]
    years = taken[np.isfinite(taken)].astype("datetime64[s]").astype("datetime64[Y]")
    stars = Counter(
        marks.rating
        for marks in collection.marks([str(items.ids[row]) for row in rows]).values()
        if marks.rating
    )
    at_least = {str(n): sum(c for s, c in stars.items() if s >= n) for n in range(1, 6)}
    found: dict[Facet, tuple[FacetValue, ...]] = {
        "kind": _values("kind", kinds),
        "folder": _folders(items, rows),
        "year": _values("year", Counter(str(year) for year in years)),
        "tag": _values("tag", collection.tags()),
        "rating": _values("rating", {n: c for n, c in at_least.items() if c}),
    }
    # One kind or one folder for all says nothing; one tag or rating still finds something.
    return {
        facet: values
        for facet, values in found.items()
        if len(values) > (1 if facet in ("kind", "folder", "year") else 0)
    }


def _values(facet: Facet, counts: Mapping[str, int]) -> tuple[FacetValue, ...]:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    if facet in ("year", "rating"):
        ordered.sort(reverse=True)
    return tuple(FacetValue(facet, value, value, count) for value, count in ordered)


def _folders(
    items: ItemTable, rows: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> tuple[FacetValue, ...]:
    """Folders by their name below what all of them share."""
    counts = Counter(os.path.dirname(str(items.paths[row])) for row in rows)  # noqa: PTH120
    if not counts:
        return ()
    shared = os.path.commonpath(list(counts)) if len(counts) > 1 else ""
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    return tuple(
        FacetValue(
            "folder",
            folder,
            folder.removeprefix(shared).lstrip("/\\") or os.path.basename(folder),  # noqa: PTH119
            count,
        )
        for folder, count in ordered
    )
