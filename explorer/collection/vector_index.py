"""Which vectors belong to which rows of the item table."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.collection.item_table import ItemTable
from explorer.core.similarity import Vectors, normalise
from explorer.store.scan import ScanView

_BLOCK = 65_536


class VectorIndex:
    """Vectors and items joined by content, at one moment.

    Copies of a file share their vectors, and an item may have many of them.

    Attributes
    ----------
    items, scan
        What is joined.
    modality_codes
        int8 (v,): modality of each vector, -1 for those of no item that is present.
    """

    def __init__(self, items: ItemTable, scan: ScanView) -> None:
        self.items, self.scan = items, scan
        keys = scan.contents
        order = np.argsort(keys, kind="stable") if len(keys) else np.empty(0, np.int64)
        ordered = keys[order]
        starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]]) if len(keys) else order
        self._order = order
        self._starts = starts
        self._counts = np.diff(np.r_[starts, len(keys)])
        self._of_item = _positions(ordered[starts], items.contents)
        self.modality_codes = np.full(len(keys), -1, np.int8)
        with_vectors = items.present & (self._of_item >= 0)
        of_content = np.full(len(starts), -1, np.int8)
        of_content[self._of_item[with_vectors]] = items.modality_codes[with_vectors]
        self.modality_codes[order] = np.repeat(of_content, self._counts)

    @property
    def has_vectors(self) -> NDArray[np.bool_]:
        """Whether each item has any: bool (n,)."""
        return self._of_item >= 0

    def positions_of(self, row: int) -> NDArray[np.int64]:
        """Positions in the scan of an item's vectors, by unit."""
        content = self._of_item[row]
        if content < 0:
            return np.empty(0, np.int64)
        start = self._starts[content]
        positions = self._order[start : start + self._counts[content]]
        return positions[np.argsort(self.scan.units[positions], kind="stable")].astype(np.int64)

    def best(self, scores: NDArray[np.float32]) -> NDArray[np.int64]:
        """Position of each item's best vector: int64 (n,), -1 where it has none.

        Parameters
        ----------
        scores
            float32 (v,), one per vector.
        """
        if not len(self._starts):
            return np.full(len(self.items), -1, np.int64)
        if len(self._starts) == len(self._order):
            of_content = self._order
        else:
            ordered = scores[self._order]
            best = np.maximum.reduceat(ordered, self._starts)
            is_best = np.flatnonzero(ordered == np.repeat(best, self._counts))
            content = np.repeat(np.arange(len(self._starts)), self._counts)[is_best]
            of_content = np.empty(len(self._starts), np.int64)
            of_content[content[::-1]] = self._order[is_best[::-1]]  # the first of equals
        return np.where(self._of_item >= 0, of_content[self._of_item], -1).astype(np.int64)

    def item_vectors(self, rows: NDArray[np.int64]) -> Vectors:
        """The mean direction of the units of items that have vectors: float32 (m, d)."""
        result = np.empty((len(rows), self.scan.dimension), np.float32)
        contents = self._of_item[rows]
        for start in range(0, len(rows), _BLOCK):
            some = contents[start : start + _BLOCK]
            counts = self._counts[some]
            ends = np.cumsum(counts)
            within = np.arange(ends[-1]) - np.repeat(ends - counts, counts)
            positions = self._order[np.repeat(self._starts[some], counts) + within]
            sums = np.add.reduceat(self.scan.vectors(positions), ends - counts, axis=0)
            result[start : start + len(some)] = normalise(sums)
        return result


def _positions(keys: NDArray[np.int64], wanted: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where each wanted key is among the ordered keys, -1 where it is not."""
    if not len(keys):
        return np.full(len(wanted), -1, np.int64)
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, at, -1).astype(np.int64)
