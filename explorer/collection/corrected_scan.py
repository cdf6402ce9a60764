"""The scan of a space with a correction applied, without a second copy of its vectors."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from explorer.collection.item_table import ItemTable
from explorer.core.correction import Affine, Correction
from explorer.core.similarity import Vectors
from explorer.store.scan import ScanView

_BLOCK = 16_384


class CorrectedScan(ScanView):
    """Answers as if every vector were ``unit((x - mean) @ matrix)`` of its kind.

    The cosine with a query q is ``(x @ m - mean @ m) / |(x - mean) @ matrix|`` with
    ``m = matrix @ q``: the plain vectors are scanned, and only the lengths are kept besides.

    Parameters
    ----------
    plain
        The scan of the vectors as they were encoded.
    kinds
        Object array (n,): kind of content of each vector.
    """

    def __init__(self, plain: ScanView, correction: Correction, kinds: NDArray[np.object_]) -> None:
        self._plain, self._correction = plain, correction
        self.dimension = plain.dimension
        self.contents, self.units = plain.contents, plain.units
        self._places = {
            kind: np.flatnonzero(kinds == kind).astype(np.int64) for kind in correction.parts
        }
        self._kinds = kinds
        self._lengths = {
            kind: _lengths(plain, places, correction.parts[kind])
            for kind, places in self._places.items()
        }

    def scores(self, queries: Vectors) -> Vectors:
        """Cosines of unit queries (t, d) with all corrected vectors: float32 (t, n)."""
        scores = self._plain.scores(queries)
        for kind, places in self._places.items():
            if not len(places):
                continue
            part = self._correction.parts[kind]
            turned = queries if part.matrix is None else queries @ part.matrix.T
            # In eight and sixteen bits only numbers around one are exact enough.
            sizes = np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-12)
            if part.matrix is not None:
                turned = np.asarray(turned / sizes, np.float32)
                found = self._plain.scores(turned)[:, places]
            else:
                sizes = np.ones_like(sizes)
                found = scores[:, places]
            away = (turned @ part.mean)[:, None]
            scores[:, places] = (found - away) * sizes / self._lengths[kind]
        return scores

    def vectors(self, positions: NDArray[np.integer] | slice = slice(None)) -> Vectors:
        """Some of the corrected vectors, or all: float32 (m, d)."""
        if isinstance(positions, slice):
            positions = np.arange(len(self))[positions]
        vectors = self._plain.vectors(positions)
        kinds = self._kinds[positions]
        for kind in self._correction.parts:
            of_kind = kinds == kind
            if of_kind.any():
                vectors[of_kind] = self._correction.apply(vectors[of_kind], kind)
        return vectors


def kinds_of_vectors(
    scan: ScanView,
    items: ItemTable,
    content_of: Callable[[str], str],
    encoders: Mapping[str, str],
) -> NDArray[np.object_]:
    """Kind of content that made each vector: object (n,) of str.

    Parameters
    ----------
    content_of
        From a modality to its kind of content.
    encoders
        By the kinds that the space encodes; others are found by their words.
    """
    kinds = np.full(len(scan), "", object)
    if not len(scan) or not len(items):
        return kinds
    names = [content_of(name) for name in items.modalities]
    made = np.array([one if one in encoders else "text" for one in names] or [""], object)
    keys, first = np.unique(items.contents, return_index=True)
    at = np.minimum(np.searchsorted(keys, scan.contents), len(keys) - 1)
    known = keys[at] == scan.contents
    kinds[known] = made[items.modality_codes[first[at[known]]]]
    return kinds


def _lengths(plain: ScanView, places: NDArray[np.int64], part: Affine) -> Vectors:
    lengths = np.empty(len(places), np.float32)
    for start in range(0, len(places), _BLOCK):
        moved = plain.vectors(places[start : start + _BLOCK]) - part.mean
        if part.matrix is not None:
            moved = moved @ part.matrix
        lengths[start : start + len(moved)] = np.linalg.norm(moved, axis=1)
    return np.maximum(lengths, np.float32(1e-6))
