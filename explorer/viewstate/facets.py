"""What a collection can be filtered by, and how many of the hits each filter would leave."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.collection.collection import Collection
from explorer.collection.item_table import ItemTable
from explorer.collection.stored_clusters import StoredClusters
from explorer.viewstate.filters import FACETS, SIZES, Facet, Filters
from explorer.viewstate.item_values import ItemValues

MOST = 12
"""Values of one facet that are listed; the most frequent ones."""

Mask = NDArray[np.bool_]
Members = dict[str, NDArray[np.int64]]
"""By value, rows of the items that have it."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet and the number of hits that have it."""

    facet: Facet
    value: str
    name: str
    count: int


class FacetIndex:
    """Which items have which values, of one state of a collection.

    Making it reads the marks and the cameras; counting afterwards is arithmetic, on any thread.
    """

    def __init__(
        self, collection: Collection, items: ItemTable, clusters: StoredClusters | None = None
    ) -> None:
        self.items, self.clusters = items, clusters
        marks = collection.marks([str(one) for one in items.ids])
        values = ItemValues(
            items, {one: said for one, said in marks.items() if said.tags or said.rating}
        )
        rows = np.flatnonzero(items.present).astype(np.int64)
        taken = items.taken
        dated = rows[np.isfinite(taken[rows])]
        moments = taken[dated].astype("datetime64[s]")
        self.members: dict[Facet, Members] = {
            "kind": _by_code(items.modality_codes[rows], rows, items.modalities),
            "folder": _folders(values, rows),
            "year": _by_word(moments.astype("datetime64[Y]").astype(str), dated),
            "month": _by_word(moments.astype("datetime64[M]").astype(str), dated),
            "camera": _by_word(*_known(collection.cameras(), rows)),
            "size": {
                name: rows[(items.size[rows] >= low) & (items.size[rows] < high)]
                for name, (low, high) in SIZES.items()
            },
            "tag": _tags(values, items.present),
            "rating": {str(n): rows[values.ratings[rows] >= n] for n in range(5, 0, -1)},
            "cluster": _clusters(clusters, items.present),
        }
        self._names = _folder_names(self.members["folder"])

    def count(
        self, hits: NDArray[np.int64] | None, filters: Filters
    ) -> dict[Facet, tuple[FacetValue, ...]]:
        """The listed values of each facet with the number of hits that would be left.

        A facet that does not part the collection is left out. Values of one facet widen, so its
        own choice does not count for its own numbers, only those of the others.

        Parameters
        ----------
        hits
            Rows that answer the query before facets are applied; None for everything.
        """
        size = len(self.items)
        base = self.items.present.copy() if hits is None else np.zeros(size, bool)
        if hits is not None:
            base[hits[hits < size]] = True
        chosen = {facet: self._chosen(facet, filters) for facet in FACETS}
        found: dict[Facet, tuple[FacetValue, ...]] = {}
        for facet in FACETS:
            here = base.copy()
            for other, mask in chosen.items():
                if other != facet and mask is not None:
                    here &= mask
            listed = self._listed(facet, filters)
            if len(listed) > (1 if facet in ("kind", "folder", "year", "camera", "size") else 0):
                found[facet] = tuple(
                    FacetValue(facet, value, self._names.get(value, value), int(here[rows].sum()))
                    for value, rows in listed
                )
        return found

    def _chosen(self, facet: Facet, filters: Filters) -> Mask | None:
        values = [value for one, value in filters.chosen if one == facet]
        if not values:
            return None
        mask = np.zeros(len(self.items), bool)
        for value in values:
            mask[self.members[facet].get(value, np.empty(0, np.int64))] = True
        return mask

    def _listed(self, facet: Facet, filters: Filters) -> list[tuple[str, NDArray[np.int64]]]:
        """Values with their rows in the order they are shown, which the query does not change."""
        members = {value: rows for value, rows in self.members[facet].items() if len(rows)}
        if facet == "month":  # those of the chosen years
            years = {value for one, value in filters.chosen if one == "year"}
            kept = {value for one, value in filters.chosen if one == "month"}
            members = {v: r for v, r in members.items() if v[:4] in years or v in kept}
            return sorted(members.items())
        if facet in ("size", "rating"):
            return list(members.items())
        most = sorted(members.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        listed = most[:MOST]
        kept = {value for one, value in filters.chosen if one == facet}
        listed += [pair for pair in most[MOST:] if pair[0] in kept]
        return sorted(listed, reverse=True) if facet == "year" else listed


def _by_code(codes: NDArray[np.integer], rows: NDArray[np.int64], names: Iterable[str]) -> Members:
    return {name: rows[codes == code] for code, name in enumerate(names)}


def _by_word(words: NDArray[np.str_], rows: NDArray[np.int64]) -> Members:
    names, codes = np.unique(words, return_inverse=True)
    order = np.argsort(codes, kind="stable")
    edges = np.searchsorted(codes[order], np.arange(len(names) + 1))
    return {str(name): rows[order[edges[at] : edges[at + 1]]] for at, name in enumerate(names)}


def _known(
    words: Mapping[int, str], rows: NDArray[np.int64]
) -> tuple[NDArray[np.str_], NDArray[np.int64]]:
    some = [row for row in rows.tolist() if words.get(row)] if words else []
    return np.array([words[row] for row in some], str), np.array(some, np.int64)


def _folders(values: ItemValues, rows: NDArray[np.int64]) -> Members:
    """The folders with most items; each has what lies anywhere below it too."""
    codes, folders = values.folders
    direct = np.bincount(codes[rows], minlength=len(folders))
    found: Members = {}
    for code in np.argsort(-direct, kind="stable")[: MOST * 4].tolist():
        if direct[code]:
            start = folders[code].rstrip("/\\")
            below = [
                other
                for other, name in enumerate(folders)
                if name == folders[code] or name.startswith((f"{start}/", f"{start}\\"))
            ]
            found[folders[code]] = rows[np.isin(codes[rows], below)]
    return found


def _folder_names(folders: Members) -> dict[str, str]:
    """Each folder by its name below what all of them share."""
    shared = os.path.commonpath(list(folders)) if len(folders) > 1 else ""
    return {
        folder: folder.removeprefix(shared).lstrip("/\\") or os.path.basename(folder)  # noqa: PTH119
        for folder in folders
    }


def _tags(values: ItemValues, present: Mask) -> Members:
    by_tag: dict[str, list[int]] = {}
    for row, tags in values.tags.items():
        if present[row]:
            for tag in tags:
                by_tag.setdefault(tag, []).append(row)
    return {tag: np.array(rows, np.int64) for tag, rows in by_tag.items()}


def _clusters(clusters: StoredClusters | None, present: Mask) -> Members:
    """The groups of the level with most groups that a list can hold."""
    if clusters is None or not clusters.levels:
        return {}
    level = max((at for at, names in enumerate(clusters.names) if len(names) <= MOST), default=0)
    found: Members = {}
    for name in clusters.names[level]:
        rows = clusters.rows_named(name)
        rows = rows[rows < len(present)]
        found[name] = rows[present[rows]]
    return found
