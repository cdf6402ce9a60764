"""Terms of a query as vectors of the collection's space."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np

from explorer.collection.encoding import SpaceEncoding
from explorer.collection.notebook import NamedList
from explorer.collection.vector_index import VectorIndex
from explorer.core.concept import Concept
from explorer.core.errors import MediaError, QueryError
from explorer.core.learning import learn_direction
from explorer.core.query import FILE_KINDS, Box, Term
from explorer.core.similarity import Vectors, normalise
from explorer.core.wording import Wording
from explorer.media.decoder import Decoder
from explorer.media.preparation import AsIs

_KEPT = 256


class TermVectors:
    """Makes vectors of terms.

    What was encoded lately is kept, so that moving a weight costs nothing.

    Parameters
    ----------
    decoder
        Opens files.
    concepts
        What concepts are learned from.
    corrected
        Does to a fresh vector of a kind of content what was done to those that are searched.
    """

    def __init__(
        self,
        decoder: Decoder,
        concepts: NamedList[Concept],
        corrected: Callable[[Vectors, str], Vectors] = lambda vector, kind: vector,
    ) -> None:
        self._decoder, self._concepts, self._corrected = decoder, concepts, corrected
        self._kept: OrderedDict[tuple[object, ...], Vectors] = OrderedDict()
        self._lock = threading.Lock()

    def vector(
        self, term: Term, index: VectorIndex, encoding: Callable[[], SpaceEncoding]
    ) -> Vectors:
        """The vector of a term: float32 (d,), unit length.

        Parameters
        ----------
        encoding
            Gives the space; asked only where the term has to be encoded.

        Raises
        ------
        QueryError
            If there is no such item or concept, the space cannot encode the term, or
            the vector does not fit it.
        MediaError
            If its file cannot be opened.
        """
        if isinstance(term.value, tuple):
            return _given(term.value, index.scan.dimension)
        if term.kind == "item":
            return item_vector(term.value, index)
        if term.kind == "cluster":
            return _middle(term, index)
        if term.kind == "examples":
            return _direction(self._examples([term], index, encoding), term, index)
        if term.kind == "concept":
            return self._concept(term, index, encoding)
        if term.kind == "direction":
            start, end = (self._encoded(Term("text", one), encoding()) for one in term.ends)
            way = normalise(end - start)
            if not way.any():
                raise QueryError(
                    "The direction '{name}' leads nowhere: both ends are one.", name=term.name
                )
            return way
        return self._encoded(term, encoding())

    def _encoded(self, term: Term, encoding: SpaceEncoding) -> Vectors:
        kind = "image" if term.kind == "region" else term.kind
        key = (*(kind, term.value, term.box), _file_time(term), *encoding.identities.items())
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._corrected(self._kept[key], kind)
        vector = self._encode(kind, str(term.value), term.box, encoding)
        with self._lock:
            self._kept[key] = vector
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return self._corrected(vector, kind)

    def _encode(self, kind: str, value: str, box: Box | None, encoding: SpaceEncoding) -> Vectors:
        if kind not in encoding.preparations:
            known = ", ".join(sorted(encoding.preparations))
            raise QueryError(
                "The space '{space}' has no encoder for {content}, so it cannot be asked with "
                "{asked}; it encodes {known}.",
                space=encoding.space.id,
                content=kind,
                asked=Path(value).name if kind != "text" else "words",
                known=known,
            )
        preparation = encoding.preparations[kind]
        path = Path(value).expanduser()
        if kind == "text":
            prepared = preparation(value)
        elif box is not None:
            prepared = preparation(_cut(self._decoder.content(path, kind, AsIs()), box, path))
        else:
            prepared = self._decoder.content(path, kind, preparation)
        vector = encoding.encode(kind, [prepared])[0]
        if isinstance(vector, str):
            raise QueryError(
                "The query '{value}' cannot be used: {reason}.", value=value, reason=vector
            )
        return np.asarray(vector, np.float32)

    def _concept(
        self, term: Term, index: VectorIndex, encoding: Callable[[], SpaceEncoding]
    ) -> Vectors:
        concept = self._concepts.find(str(term.value))
        if concept is None:
            known = ", ".join(one.name for one in self._concepts.all())
            there = Wording("Keep one from the hits of a search.")
            if known:
                there = Wording("There is: {known}.", known=known)
            raise QueryError(
                "There is no concept '{name}' in this collection. {there}",
                name=term.name,
                there=there,
            )
        inside = [one for one in concept.terms if one.kind != "concept" and one.weight]
        return _direction(self._examples(inside, index, encoding), term, index)

    def _examples(
        self,
        terms: Iterable[Term],
        index: VectorIndex,
        encoding: Callable[[], SpaceEncoding],
    ) -> list[tuple[bool, float, Vectors]]:
        """What is learned from: whether it is of the media themselves, weight, vector."""
        found: list[tuple[bool, float, Vectors]] = []
        for term in terms:
            if term.kind != "examples":
                media = term.kind not in ("text", "direction")
                found.append((media, term.weight, self.vector(term, index, encoding)))
                continue
            for ids, sign in zip(term.examples, (1.0, -1.0), strict=True):
                known = [one for one in ids if _has_vector(one, index)]
                found += [(True, sign * term.weight, item_vector(one, index)) for one in known]
        return found


def item_vector(item_id: str, index: VectorIndex) -> Vectors:
    """The mean direction of an item's vectors: float32 (d,).

    Raises
    ------
    QueryError
        If there is no such item, or it has no vector.
    """
    row = index.items.row_of(item_id)
    if row < 0:
        raise QueryError("There is no item {item} in this collection.", item=item_id)
    if not index.has_vectors[row]:
        raise QueryError(
            "{path} has no vector in this space. Index it again to make one.",
            path=index.items.paths[row],
        )
    return np.asarray(index.item_vectors(np.array([row], np.int64))[0])


def _middle(term: Term, index: VectorIndex) -> Vectors:
    """The mean direction of the items of a cluster that are known."""
    rows = np.array([index.items.row_of(one) for one in term.examples[0]], np.int64)
    rows = rows[rows >= 0]
    rows = rows[index.has_vectors[rows]]
    if not len(rows):
        raise QueryError("None of the items of '{name}' is in this collection.", name=term.name)
    return normalise(index.item_vectors(rows).mean(axis=0))


def _has_vector(item_id: str, index: VectorIndex) -> bool:
    row = index.items.row_of(item_id)
    return row >= 0 and bool(index.has_vectors[row])


def _direction(
    examples: list[tuple[bool, float, Vectors]], term: Term, index: VectorIndex
) -> Vectors:
    if not examples:
        raise QueryError(
            "Nothing that '{name}' was learned from is in this collection.", name=term.name
        )
    media, weights, vectors = zip(*examples, strict=True)
    direction = learn_direction(
        np.stack(vectors), np.array(weights, np.float32), np.array(media), index.ground
    )
    if not direction.any():
        raise QueryError(
            "What '{name}' was learned from cancels itself out; add examples.", name=term.name
        )
    return direction


def _cut(pixels: Any, box: Box, path: Path) -> Any:
    """A part of a picture; not less than a pixel."""
    height, width = pixels.shape[:2]
    left, right = round(box[0] * width), round(box[2] * width)
    top, bottom = round(box[1] * height), round(box[3] * height)
    part = pixels[top : max(bottom, top + 1), left : max(right, left + 1)]
    if not part.size:
        raise MediaError(path, "the region of it that is asked for has no pixels")
    return np.ascontiguousarray(part)


def _given(numbers: tuple[float, ...], dimension: int) -> Vectors:
    vector = normalise(np.array(numbers, np.float32))
    if vector.shape != (dimension,) or not np.isfinite(vector).all() or not vector.any():
        raise QueryError(
            "The vector in the query has {count} numbers; this collection's space needs "
            "{dimension}, finite and not all zero.",
            count=len(numbers),
            dimension=dimension,
        )
    return vector


def _file_time(term: Term) -> int:
    if term.kind not in FILE_KINDS:
        return 0
    try:
        return Path(str(term.value)).expanduser().stat().st_mtime_ns
    except OSError:
        return 0
