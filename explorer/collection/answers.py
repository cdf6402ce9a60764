"""Answers queries over one collection."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from explorer.collection.contents import Contents
from explorer.collection.encoding import SpaceEncoding
from explorer.collection.filters import Filters
from explorer.collection.item_table import ItemTable
from explorer.collection.marks import MarkStore
from explorer.collection.ranking import Hit, Ranking, SearchResult
from explorer.collection.search import (
    Scored,
    everything,
    score_both,
    score_meaning,
    score_words,
    tag_matches,
)
from explorer.collection.terms import TermVectors, item_vector
from explorer.collection.vector_index import VectorIndex
from explorer.core.errors import QueryError
from explorer.core.query import Query, Term
from explorer.core.similarity import Vectors
from explorer.media.decoder import Decoder
from explorer.store.tables import Tables


class Answers:
    """Ranks the items of a collection.

    Parameters
    ----------
    index
        Gives the vectors and items of this moment.
    encoding
        Gives the loaded space; loading takes a while the first time.
    encoders
        Gives, by content kind, who made the vectors that are searched.
    """

    def __init__(
        self,
        tables: Tables,
        decoder: Decoder,
        contents: Contents,
        marks: MarkStore,
        *,
        index: Callable[[], VectorIndex],
        encoding: Callable[[], SpaceEncoding],
        encoders: Callable[[], Mapping[str, str]],
    ) -> None:
        self._tables, self._contents, self._marks = tables, contents, marks
        self._index, self._encoding, self._encoders = index, encoding, encoders
        self._filters = Filters(tables)
        self._terms = TermVectors(decoder)
        self._lock = threading.Lock()

    def rank(self, query: Query) -> Ranking:
        """All rows that match, best first."""
        scored, items = self._scored(query)
        return scored.ranking(items)

    def search(self, query: Query, k: int) -> SearchResult:
        """The best k items."""
        began = time.perf_counter()
        if k < 1:
            raise QueryError(f"A search gives at least one hit, not {k}.")
        scored, items = self._scored(query)
        hits = self._hits(scored.ranking(items, k), items)
        return SearchResult(hits, time.perf_counter() - began)

    def neighbours(self, item_id: str, k: int, modality: str) -> list[Hit]:
        """The items that are nearest to one, without itself."""
        index = self._index()
        vector = item_vector(item_id, index)
        row = index.items.row_of(item_id)
        allowed = index.items.present.copy()
        allowed[row] = False
        if modality:
            if modality not in index.items.modalities:
                return []
            allowed &= index.items.modality_codes == index.items.modalities.index(modality)
        term = Term("item", item_id, label=str(index.items.titles[row]))
        scored = score_meaning(index, allowed, (term,), vector[None], "sum")
        return self._hits(scored.ranking(index.items, k), index.items)

    def _scored(self, query: Query) -> tuple[Scored, ItemTable]:
        index = self._index()
        items = index.items
        allowed = self._filters.rows(query.where, items)
        terms = query.active
        if not terms:
            if not query.where.strip():
                raise QueryError("The query is empty: add words, a picture, an item or a filter.")
            return everything(items, allowed), items
        if query.mode == "lexical":
            return self._by_words(index, allowed, terms), items
        meaning = self._by_meaning(index, allowed, query)
        if query.mode == "dense" or not any(term.kind == "text" for term in terms):
            return meaning, items
        return score_both(items, meaning, self._by_words(index, allowed, terms)), items

    def _by_meaning(self, index: VectorIndex, allowed: NDArray[np.bool_], query: Query) -> Scored:
        terms = query.active
        vectors = np.stack([self._vector(term, index) for term in terms])
        return score_meaning(index, allowed, terms, vectors, query.combine)

    def _vector(self, term: Term, index: VectorIndex) -> Vectors:
        given = self._terms.given(term, index)
        if given is not None:
            return given
        encoding = self._encoding()
        stored = self._encoders()
        if any(encoding.identities.get(kind) != one for kind, one in stored.items()):
            raise QueryError(
                f"This collection was indexed with another version of the space "
                f"'{encoding.space.id}'. Index its folders again to search it with this one."
            )
        return self._terms.encoded(term, encoding)

    def _by_words(
        self, index: VectorIndex, allowed: NDArray[np.bool_], terms: tuple[Term, ...]
    ) -> Scored:
        terms = tuple(term for term in terms if term.kind == "text")
        if not any(term.weight > 0 for term in terms):
            raise QueryError("Search by words needs words to look for; add some, or use meaning.")
        items = index.items
        said = self._marks.all()
        tags = [
            (items.row_of(item_id), marks.tags) for item_id, marks in said.items() if marks.tags
        ]
        known = [(row, names) for row, names in tags if row >= 0]
        found = []
        for term in terms:
            rows, values = self._tables.find_words(str(term.value), max(len(items), 1))
            more, bonus = tag_matches(str(term.value), known, len(items))
            found.append((np.concatenate([rows, more]), np.concatenate([values, bonus])))
        return score_words(items, allowed, terms, found)

    def _hits(self, ranking: Ranking, items: ItemTable) -> list[Hit]:
        places = self._contents.unit_places(items.contents[ranking.rows], ranking.units)
        return [
            Hit(
                rank=position + 1,
                item=str(items.ids[row]),
                path=str(items.paths[row]),
                modality=items.modality(row),
                unit=places[position],
                score=float(ranking.scores[position]),
                percentile=float(ranking.percentiles[position]),
                contributions=[
                    (term, float(ranking.contributions[place, position]))
                    for place, term in enumerate(ranking.terms)
                ],
                title=str(items.titles[row]),
                row=int(row),
            )
            for position, row in enumerate(ranking.rows)
        ]
