"""Terms of a query as vectors of the collection's space."""

from __future__ import annotations

import threading
from collections import OrderedDict
from pathlib import Path

import numpy as np

from explorer.collection.encoding import SpaceEncoding
from explorer.collection.vector_index import VectorIndex
from explorer.core.errors import QueryError
from explorer.core.query import Term
from explorer.core.similarity import Vectors, normalise
from explorer.media.decoder import Decoder

_KEPT = 256


class TermVectors:
    """Encodes terms; what was encoded lately is kept, so that moving a weight costs nothing."""

    def __init__(self, decoder: Decoder) -> None:
        self._decoder = decoder
        self._kept: OrderedDict[tuple[object, ...], Vectors] = OrderedDict()
        self._lock = threading.Lock()

    def given(self, term: Term, index: VectorIndex) -> Vectors | None:
        """The vector (d,) of a term that needs no encoder: an item or a vector; else None.

        Raises
        ------
        QueryError
            If there is no such item, or the vector does not fit the space.
        """
        if isinstance(term.value, tuple):
            return _given(term.value, index.scan.dimension)
        return item_vector(term.value, index) if term.kind == "item" else None

    def encoded(self, term: Term, encoding: SpaceEncoding) -> Vectors:
        """The vector of words, a picture or a sound: float32 (d,), unit length.

        Raises
        ------
        QueryError
            If the space cannot encode it.
        MediaError
            If its file cannot be opened.
        """
        key = (term.kind, term.value, _file_time(term), tuple(encoding.identities.items()))
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        vector = self._encode(term.kind, str(term.value), encoding)
        with self._lock:
            self._kept[key] = vector
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return vector

    def _encode(self, kind: str, value: str, encoding: SpaceEncoding) -> Vectors:
        if kind not in encoding.preparations:
            known = ", ".join(sorted(encoding.preparations))
            raise QueryError(
                f"The space '{encoding.space.id}' has no encoder for {kind}, so it cannot be asked "
                f"with {Path(value).name if kind != 'text' else 'words'}; it encodes {known}."
            )
        preparation = encoding.preparations[kind]
        if kind == "text":
            prepared = preparation(value)
        else:
            prepared = self._decoder.content(Path(value).expanduser(), kind, preparation)
        vector = encoding.encode(kind, [prepared])[0]
        if isinstance(vector, str):
            raise QueryError(f"The query '{value}' cannot be used: {vector}.")
        return np.asarray(vector, np.float32)


def item_vector(item_id: str, index: VectorIndex) -> Vectors:
    """The mean direction of an item's vectors: float32 (d,).

    Raises
    ------
    QueryError
        If there is no such item, or it has no vector.
    """
    row = index.items.row_of(item_id)
    if row < 0:
        raise QueryError(f"There is no item {item_id} in this collection.")
    if not index.has_vectors[row]:
        raise QueryError(
            f"{index.items.paths[row]} has no vector in this space. Index it again to make one."
        )
    return np.asarray(index.item_vectors(np.array([row], np.int64))[0])


def _given(numbers: tuple[float, ...], dimension: int) -> Vectors:
    vector = normalise(np.array(numbers, np.float32))
    if vector.shape != (dimension,) or not np.isfinite(vector).all() or not vector.any():
        raise QueryError(
            f"The vector in the query has {len(numbers)} numbers; this collection's space needs "
            f"{dimension}, finite and not all zero."
        )
    return vector


def _file_time(term: Term) -> int:
    if term.kind == "text" or isinstance(term.value, tuple):
        return 0
    try:
        return Path(term.value).expanduser().stat().st_mtime_ns
    except OSError:
        return 0
