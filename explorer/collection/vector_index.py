"""Which vectors belong to which rows of the item table."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.collection.item_table import ItemTable
from explorer.core.similarity import Vectors, normalise
from explorer.store.scan import ScanView

NULL_SAMPLE = 65_536
"""Percentiles and deviations are told from at most so many of the scores of a modality."""
GROUND_SAMPLE = 4096
"""The mean of all vectors is told from at most so many."""

_BLOCK = 65_536


class VectorIndex:
    """Vectors and items joined by content, at one moment.

    Copies of a file share their vectors, and an item may have many of them.

    Attributes
    ----------
    items, scan
        What is joined.
    samples
        By modality code, positions of vectors of items that are present: all of them, or a
        sample where there are many.
    has_vectors
        bool (n,): whether each item has any.
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
        self.has_vectors: NDArray[np.bool_] = self._of_item >= 0
        # Where every content has one vector the best one is known beforehand.
        self._only: NDArray[np.int64] | None = None
        if len(self._starts) == len(self._order):
            self._only = self._of_contents(self._order)
        self.samples = self._samples()
        self._ground: Vectors | None = None

    def _samples(self) -> dict[int, NDArray[np.int64]]:
        present = self.items.present & self.has_vectors
        of_content = np.full(len(self._starts), -1, np.int8)
        of_content[self._of_item[present]] = self.items.modality_codes[present]
        codes = np.empty(len(self._order), np.int8)
        codes[self._order] = np.repeat(of_content, self._counts)
        everywhere = {code: np.flatnonzero(codes == code) for code in np.unique(codes).tolist()}
        return {code: sample_of(some) for code, some in everywhere.items() if code >= 0}

    @property
    def ground(self) -> Vectors:
        """The mean of the vectors, or of a sample of them: float32 (d,)."""
        if self._ground is None:
            some = sample_of(np.arange(len(self.scan)))[:GROUND_SAMPLE]
            vectors = self.scan.vectors(some)
            empty = np.zeros(self.scan.dimension, np.float32)
            self._ground = vectors.mean(axis=0) if len(some) else empty
        return self._ground

    def _of_contents(self, positions: NDArray[np.int64]) -> NDArray[np.int64]:
        """One position for each content to one for each item, -1 where it has no vector."""
        if not len(positions):
            return np.full(len(self.items), -1, np.int64)
        return np.where(self.has_vectors, positions[self._of_item], -1).astype(np.int64)

    def best(self, scores: NDArray[np.float32]) -> NDArray[np.int64]:
        """Position of each item's best vector: int64 (n,), -1 where it has none.

        Parameters
        ----------
        scores
            float32 (v,), one per vector.
        """
        if self._only is not None:
            return self._only
        ordered = scores[self._order]
        best = np.maximum.reduceat(ordered, self._starts)
        is_best = np.flatnonzero(ordered == np.repeat(best, self._counts))
        content = np.repeat(np.arange(len(self._starts)), self._counts)[is_best]
        of_content = np.empty(len(self._starts), np.int64)
        of_content[content[::-1]] = self._order[is_best[::-1]]  # the first of equals
        return self._of_contents(of_content)

    def rows_with_vectors(self, before: int | None = None) -> NDArray[np.int64]:
        """Rows, below a certain one, of the present items that have vectors: int64 (m,)."""
        return np.flatnonzero((self.has_vectors & self.items.present)[:before]).astype(np.int64)

    def item_vectors(
        self, rows: NDArray[np.int64], kind: type[np.floating] = np.float32
    ) -> NDArray[np.floating]:
        """The mean direction of the units of items that have vectors: (m, d) of this kind."""
        result = np.empty((len(rows), self.scan.dimension), kind)
        contents = self._of_item[rows]
        for start in range(0, len(rows), _BLOCK):
            some = contents[start : start + _BLOCK]
            counts = self._counts[some]
            ends = np.cumsum(counts)
            within = np.arange(ends[-1]) - np.repeat(ends - counts, counts)
            positions = self._order[np.repeat(self._starts[some], counts) + within]
            vectors = self.scan.vectors(positions)
            if ends[-1] > len(some):  # else each has one, as pictures do
                vectors = np.add.reduceat(vectors, ends - counts, axis=0)
            result[start : start + len(some)] = normalise(vectors)
        return result


def sample_of(positions: NDArray[np.int64]) -> NDArray[np.int64]:
    """At most `NULL_SAMPLE` of some positions, the same each time."""
    if len(positions) <= NULL_SAMPLE:
        return positions
    chosen = np.random.default_rng(0).integers(0, len(positions), NULL_SAMPLE)
    return positions[chosen]


def _positions(keys: NDArray[np.int64], wanted: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where each wanted key is among the ordered keys, -1 where it is not."""
    if not len(keys):
        return np.full(len(wanted), -1, np.int64)
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, at, -1).astype(np.int64)
