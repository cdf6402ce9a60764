"""The neighbours among a collection's items: kept with it, and only looked for where missing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.collection.collection import Collection
from explorer.jobs import Control
from explorer.lenses.landmarks import LandmarkGraph, landmark_graph, with_others
from explorer.lenses.neighbour_graph import NeighbourGraph
from explorer.lenses.projection_vectors import PreparedVectors
from explorer.store.kept_arrays import Arrays

Rows = NDArray[np.int64]

_FILE = "neighbours"
MOST_NEW = 0.5
"""With more new items than this share of the known, all neighbours are looked for anew."""


class NeighbourSource:
    """Hands out the neighbours of the vectors of some rows; what it had to look for, it keeps.

    Parameters
    ----------
    rows
        int64 (n,) rows of the item table, ascending, one for each vector that it will be given.
    """

    def __init__(self, collection: Collection, rows: Rows, control: Control) -> None:
        self._collection, self._rows, self._control = collection, rows, control
        self._stored = _read(collection.kept.read(_FILE))
        self._made: LandmarkGraph | None = None

    @property
    def there(self) -> bool:
        """Whether most of it is kept, so that asking for it takes no time to speak of."""
        if self._made is not None:
            return True
        if self._stored is None:
            return False
        anchors, _, others, _ = self._stored
        return bool(np.isin(anchors, self._rows).all()) and (
            len(anchors) + len(others) >= len(self._rows) * (1 - MOST_NEW)
        )

    def __call__(self, vectors: PreparedVectors) -> LandmarkGraph:
        """Return the neighbours of all whole vectors."""
        if self._made is None:
            self._made = self._completed(vectors)
        return self._made

    def _completed(self, vectors: PreparedVectors) -> LandmarkGraph:
        progress, check = self._control.progress, self._control.check
        known = self._known() if self.there else None
        whole = np.flatnonzero(vectors.whole).astype(np.int64)
        if known is not None:
            new = np.setdiff1d(whole, np.concatenate([known.anchors, known.others]))
            if len(new) > len(whole) * MOST_NEW:
                known = None
            elif not len(new):
                return known
            else:
                known = with_others(known, vectors, new, progress=progress, check=check)
        made = known or landmark_graph(vectors, progress=progress, check=check)
        self._keep(made)
        return made

    def _known(self) -> LandmarkGraph | None:
        """What is kept, in positions among the rows; items that are gone are left out."""
        assert self._stored is not None
        anchors, graph, others, found = self._stored
        there = np.isin(others, self._rows)
        return LandmarkGraph(
            np.searchsorted(self._rows, anchors).astype(np.int64),
            graph,
            np.searchsorted(self._rows, others[there]).astype(np.int64),
            NeighbourGraph(found.indices[there], found.distances[there]),
        )

    def _keep(self, made: LandmarkGraph) -> None:
        self._collection.kept.write(
            _FILE,
            {
                "anchors": self._rows[made.anchors],
                "indices": made.graph.indices,
                "distances": made.graph.distances,
                "others": self._rows[made.others],
                "found_indices": made.found.indices,
                "found_distances": made.found.distances,
            },
        )


_Stored = tuple[Rows, NeighbourGraph, Rows, NeighbourGraph]


def _read(stored: Arrays | None) -> _Stored | None:
    """Anchors, their neighbours, others, theirs; None where nothing is kept or it does not fit."""
    if stored is None:
        return None
    try:
        anchors, others = stored["anchors"].astype(np.int64), stored["others"].astype(np.int64)
        graph = NeighbourGraph(stored["indices"], stored["distances"])
        found = NeighbourGraph(stored["found_indices"], stored["found_distances"])
    except KeyError:
        return None
    fits = len(graph) == len(anchors) and len(found) == len(others)
    return (anchors, graph, others, found) if fits else None
