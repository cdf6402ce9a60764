"""Answers queries over one collection."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from explorer.collection.contents import Contents
from explorer.collection.encoding import SpaceEncoding
from explorer.collection.filters import Filters
from explorer.collection.item_table import ItemTable
from explorer.collection.marks import MarkStore
from explorer.collection.notebook import NamedList
from explorer.collection.ranking import Hit, Ranking, SearchResult
from explorer.collection.reranking import FIRST
from explorer.collection.search import (
    Scored,
    everything,
    score_both,
    score_meaning,
    score_words,
    tag_matches,
)
from explorer.collection.stored_clusters import StoredClusters
from explorer.collection.sweep import Sweep, SweepStep, sweep_ends, sweep_weights
from explorer.collection.terms import TermVectors, item_vector
from explorer.collection.vector_index import VectorIndex
from explorer.core.concept import Concept
from explorer.core.errors import QueryError
from explorer.core.query import FILE_KINDS, Query, Term
from explorer.core.similarity import Vectors
from explorer.core.wording import Wording
from explorer.media.decoder import Decoder
from explorer.store.tables import Tables

Reorder = Callable[[Ranking, ItemTable], Ranking]
"""Puts a ranking of items in another order."""
OUTDATED = Wording(
    "This collection was indexed with another version of the space '{space}'. "
    "Index its folders again to search it with this one."
)
"""What is said where the vectors are not of the encoders that there are now."""


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
    corrected
        Does to a fresh vector of a kind of content what was done to those that are searched.
    concepts
        What people keep by name to ask with.
    clusters
        Groups of the items, which filters may name.
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
        concepts: NamedList[Concept],
        clusters: Callable[[], StoredClusters | None] = lambda: None,
        corrected: Callable[[Vectors, str], Vectors] = lambda vector, kind: vector,
    ) -> None:
        self._tables, self._contents, self._marks = tables, contents, marks
        self._index, self._encoding, self._encoders = index, encoding, encoders
        self._filters = Filters(tables, clusters)
        self._terms = TermVectors(decoder, concepts, corrected)
        self._lock = threading.Lock()

    def rank(self, query: Query, k: int | None = None, reorder: Reorder | None = None) -> Ranking:
        """All rows that match, or the best k of them, best first; `reorder` as in `search`."""
        return self._rank(query, k, reorder)[0]

    def rank_in_steps(self, query: Query, k: int) -> tuple[Ranking, Callable[[], Ranking]]:
        """The best k rows at once, and what puts all of them in order when it is called."""
        scored, items = self._scored(query)
        best = scored.ranking(items, k)
        return best, lambda: best if best.whole else scored.ranking(items)

    def _rank(
        self, query: Query, k: int | None, reorder: Reorder | None
    ) -> tuple[Ranking, ItemTable]:
        scored, items = self._scored(query)
        cut = query.closer_than if query.active else 0.0
        some = k if reorder is None or k is None else max(k, FIRST)
        ranking = scored.ranking(items, None if cut else some).closer_than(cut)
        ranking = ranking if reorder is None else reorder(ranking, items)
        return (ranking if k is None else ranking.best(k)), items

    def search(self, query: Query, k: int, reorder: Reorder | None = None) -> SearchResult:
        """The best k items; `reorder` is given the first of them, `FIRST` or k, and their items."""
        began = time.perf_counter()
        if k < 1:
            raise QueryError(f"A search gives at least one hit, not {k}.")
        ranking, items = self._rank(query, k, reorder)
        hits = self._hits(ranking, items)
        return SearchResult(hits, time.perf_counter() - began)

    def sweep(self, query: Query, steps: int) -> Sweep:
        """The best item at each step from the first of two terms to the second.

        What is asked with is not found again: it would be the best over half of the way.
        """
        index = self._index()
        first, second = sweep_ends(query)
        signs = np.sign([first.weight, second.weight]).astype(np.float32)
        vectors = np.stack([self._vector(first, index), self._vector(second, index)])
        cosines = index.scan.scores(vectors)
        allowed = self._filters.rows(query.where, index.items)
        for term in (first, second):
            allowed &= ~_is_asked_with(term, index.items)
        found = []
        for alpha, sizes in sweep_weights(signs[:, None] * vectors, steps):
            pair = [(first, sizes[0] * signs[0]), (second, sizes[1] * signs[1])]
            terms = tuple(replace(term, weight=float(weight)) for term, weight in pair)
            scored = score_meaning(index, allowed, terms, vectors, "sum", cosines)
            hits = self._hits(scored.ranking(index.items, 1), index.items)
            found += [SweepStep(alpha, (terms[0].weight, terms[1].weight), hit) for hit in hits]
        return Sweep((first.name, second.name), tuple(found))

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

    def vector_of(self, term: Term) -> Vectors:
        """The vector of a term in the space of the collection: float32 (d,)."""
        return self._vector(term, self._index())

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
        return self._terms.vector(term, index, self._own_encoding)

    def _own_encoding(self) -> SpaceEncoding:
        """The space, if it is in the version that the collection was indexed with."""
        encoding = self._encoding()
        stored = self._encoders()
        if any(encoding.identities.get(kind) != one for kind, one in stored.items()):
            raise QueryError(OUTDATED, space=encoding.space.id)
        return encoding

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


def _is_asked_with(term: Term, items: ItemTable) -> NDArray[np.bool_]:
    """Which items are the term itself: bool (n,)."""
    same = np.zeros(len(items), bool)
    if term.kind == "item" and (row := items.row_of(str(term.value))) >= 0:
        same[row] = True
    elif term.kind in FILE_KINDS:
        same[items.paths == str(Path(str(term.value)).expanduser().absolute())] = True
    return same
