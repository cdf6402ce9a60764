"""Asks a collection in any of the spaces that it has vectors of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from explorer.collection.answers import Answers, Reorder
from explorer.collection.contents import Contents
from explorer.collection.current_items import CurrentItems
from explorer.collection.marks import MarkStore
from explorer.collection.notebook import NamedList
from explorer.collection.patches import token_identities
from explorer.collection.reranking import rerank
from explorer.collection.several_spaces import SeveralSpaces
from explorer.collection.stored_clusters import StoredClusters
from explorer.collection.tools import Tools
from explorer.collection.word_scores import WordScores, word_scores
from explorer.core.concept import Concept
from explorer.core.errors import QueryError, SpaceError
from explorer.core.query import Query, Term
from explorer.core.similarity import Vectors
from explorer.jobs import Control
from explorer.store.tables import Tables


class Asking:
    """Gives what answers in each space; it is made when the space is first asked in.

    Parameters
    ----------
    concepts
        What people keep by name to ask with.
    clusters
        Groups of the items, which filters may name.
    """

    def __init__(
        self,
        tables: Tables,
        contents: Contents,
        marks: MarkStore,
        spaces: SeveralSpaces,
        items: CurrentItems,
        tools: Tools,
        *,
        concepts: NamedList[Concept],
        clusters: Callable[[], StoredClusters | None],
    ) -> None:
        self._tables, self._contents, self._marks = tables, contents, marks
        self._spaces, self._items, self._tools = spaces, items, tools
        self._concepts, self._clusters = concepts, clusters
        self._answers: dict[str, Answers] = {}

    def in_space(self, space: str) -> Answers:
        """What answers in a space, the serving one for ``""``; raises `CollectionError`."""
        vectors = self._spaces.of(space)
        answers = self._answers.get(vectors.id)
        if answers is None:
            answers = Answers(
                self._tables,
                self._tools.decoder,
                self._contents,
                self._marks,
                index=lambda: vectors.index(self._items.table()),
                encoding=vectors.encoding,
                encoders=vectors.encoders,
                corrected=vectors.corrected,
                concepts=self._concepts,
                clusters=self._clusters,
            )
            self._answers[vectors.id] = answers
        return answers

    def forget(self, space: str = "") -> None:
        """Make what answers in a space, or in any, anew when it is asked in again."""
        if space:
            self._answers.pop(space, None)
        else:
            self._answers.clear()

    def reorder(
        self, query: Query, matcher_id: str, control: Control | None = None
    ) -> Reorder | None:
        """What puts the first hits in order by a matching network; None for no network."""
        if not matcher_id:
            return None
        matcher, tools = self._tools.spaces.load_matcher(matcher_id), self._tools
        return lambda ranking, items: rerank(ranking, items, query, matcher, tools, control=control)

    def weak_below(self) -> dict[tuple[str, str], float]:
        """The cosines under which a hit is weak; see `Collection.weak_below`."""
        try:
            return dict(self._tools.spaces.info(self._spaces.serving.id).limits.weak_below)
        except SpaceError:  # it has gone from this machine
            return {}

    def text_vectors(self, texts: Sequence[str], space: str) -> Vectors:
        """The vectors of many texts, float32 (n, d); see `Collection.text_vectors`."""
        of_space = self._spaces.of(space)
        vectors = of_space.encoding().space.encode_contents("text", list(texts))
        return np.stack([of_space.corrected(vector, "text") for vector in vectors])

    def word_scores(self, word: str, space: str) -> WordScores:
        """How near every item is to a word; see `Collection.word_scores`."""
        word = word.strip()
        if not word:
            raise QueryError("There is no word to colour by.")
        vector = self.in_space(space).vector_of(Term("text", word))
        vectors = self._spaces.of(space)
        identities = list(token_identities(vectors.encoding().space).values())
        plain = vector
        if vectors.correction() is not None:  # patches are kept as they were encoded
            plain = vectors.encoding().space.encode_contents("text", [word])[0]
        best = vectors.patches.best(identities, plain)
        return word_scores(word, vector, vectors.index(self._items.table()), best)
