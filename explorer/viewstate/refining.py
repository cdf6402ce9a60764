"""Refining the query by its hits, and keeping queries and what was learned by a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from explorer.collection.notebook import SavedSearch, renamed
from explorer.core.commands import Command
from explorer.core.concept import Concept
from explorer.core.errors import ExplorerError
from explorer.core.identity import new_id
from explorer.core.query import Query, Term
from explorer.core.wording import Wording
from explorer.viewstate import messages as tell
from explorer.viewstate.filters import Filters

if TYPE_CHECKING:
    from explorer.viewstate.session import Session

DISLIKED_WEIGHT = 0.1
"""Weight of examples that say only what is not meant: with more they do harm."""

MEMBERS = 64
"""So many items of a cluster stand for all of it in a query."""

Entry = Concept | SavedSearch


class Refining:
    """Likes, concepts and saved searches of the open collection; every step can be undone.

    Parameters
    ----------
    session
        Whose query is refined.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- likes

    def opinion(self, row: int) -> int:
        """1 if an item was liked for this query, -1 if not, 0 without an opinion."""
        items = self._session.items
        term = _examples_in(self._session.query)
        if term is None or not 0 <= row < len(items):
            return 0
        liked, disliked = term.examples
        item_id = str(items.ids[row])
        return 1 if item_id in liked else -1 if item_id in disliked else 0

    def judge(self, rows: Iterable[int], opinion: int) -> None:
        """Like (1), dislike (-1) or forget (0) items as answers to the query.

        Giving all of them the opinion they have takes it back.
        """
        session = self._session
        rows = [int(row) for row in rows]
        if not rows:
            return
        if all(self.opinion(row) == opinion for row in rows):
            opinion = 0
        ids = [str(session.items.ids[row]) for row in rows]
        before = {one: self.opinion(row) for one, row in zip(ids, rows, strict=True)}
        after = dict.fromkeys(ids, opinion)
        what: str = str(session.items.titles[rows[0]])
        if len(rows) > 1:
            what = Wording("{count} items", count=len(rows))
        name = {
            1: Wording("Like {what}", what=what),
            -1: Wording("Dislike {what}", what=what),
            0: Wording("Forget what was thought of {what}", what=what),
        }[opinion]

        def put(opinions: dict[str, int]) -> None:
            session.ask(_judged(session.query, opinions))

        session.history.run(Command(name, lambda: put(after), lambda: put(before)))

    def ask_together(self, rows: NDArray[np.int64], name: str) -> None:
        """Add what items have in common to the query: the middle of a cluster or selection."""
        rows = rows[rows < len(self._session.items)]
        if len(rows) > MEMBERS:
            rows = np.sort(np.random.default_rng(0).choice(rows, MEMBERS, replace=False))
        if len(rows):
            ids = " ".join(str(self._session.items.ids[row]) for row in rows.tolist())
            self._session.add_term(Term("cluster", ids, label=name))

    # -- concepts

    def keep_concept(self, name: str) -> None:
        """Keep what the query asks for as a concept."""
        terms = tuple(self._plain_terms(self._session.query.active))
        if terms:
            concept = Concept(new_id(), name.strip(), terms)
            self._put(Wording("Keep the concept {name}", name=concept.name), concept, None)

    def ask_concept(self, concept: Concept) -> None:
        """Add a concept to the query."""
        self._session.add_term(concept.as_term())

    # -- saved searches

    def save_search(self, name: str) -> None:
        """Keep the query with its filters under a name."""
        session = self._session
        if session.query:
            shown = session.filters.to_dict() if session.filters else {}
            search = SavedSearch(new_id(), name.strip(), session.query, shown)
            self._put(Wording("Save the search {name}", name=search.name), search, None)

    def ask_search(self, search: SavedSearch) -> None:
        """Ask a saved search again."""
        self._session.ask(search.query, Filters.from_dict(search.filters))

    # -- both

    def rename(self, entry: Entry, name: str) -> None:
        """Give a concept or saved search another name."""
        if name.strip() and name.strip() != entry.name:
            title = Wording("Rename {name}", name=entry.name)
            self._put(title, renamed(entry, name), entry)

    def remove(self, entry: Entry) -> None:
        """Delete a concept or saved search."""
        self._put(Wording("Delete {name}", name=entry.name), None, entry)

    def _put(self, name: Wording, after: Entry | None, before: Entry | None) -> None:
        """Replace `before` by `after` and tell; None stands for nothing."""
        collection, session = self._session.collection, self._session
        entry = after or before
        if collection is None or entry is None:
            return

        def change(wanted: Entry | None) -> None:
            if wanted is None:
                kept = collection.concepts if isinstance(entry, Concept) else collection.searches
                kept.remove(entry.id)
            elif isinstance(wanted, Concept):
                collection.concepts.put(wanted)
                self._follow_name(wanted)
            else:
                collection.searches.put(wanted)
            session.hub.publish(tell.NotebookChanged())

        try:
            session.history.run(Command(name, lambda: change(after), lambda: change(before)))
        except ExplorerError as error:
            session.hub.publish(tell.Notice(error.sentence, "problem"))

    def _follow_name(self, concept: Concept) -> None:
        """Let the query call a concept by its new name."""
        query = self._session.query
        terms = tuple(
            replace(term, label=concept.name)
            if term.kind == "concept" and term.value == concept.id
            else term
            for term in query.terms
        )
        if terms != query.terms:
            self._session.ask(replace(query, terms=terms))

    def _plain_terms(self, terms: Iterable[Term]) -> list[Term]:
        """Terms with what concepts among them were learned from in their place."""
        collection, found = self._session.collection, list[Term]()
        for term in terms:
            inside = None
            if term.kind == "concept" and collection is not None:
                inside = collection.concepts.find(str(term.value))
            if inside is None:
                found.append(term)
            else:
                found += [replace(one, weight=one.weight * term.weight) for one in inside.terms]
        return found


def _examples_in(query: Query) -> Term | None:
    return next((term for term in query.terms if term.kind == "examples"), None)


def _judged(query: Query, opinions: dict[str, int]) -> Query:
    """The query with these opinions instead of those it had of the same items."""
    term = _examples_in(query)
    liked, disliked = term.examples if term is not None else ((), ())
    liked = (*(one for one in liked if one not in opinions), *_with(opinions, 1))
    disliked = (*(one for one in disliked if one not in opinions), *_with(opinions, -1))
    value = " ".join((*liked, *(f"-{one}" for one in disliked)))
    others = [one for one in query.terms if one is not term]
    if not value:
        return replace(query, terms=tuple(others))
    usual = 1.0 if liked else DISLIKED_WEIGHT
    if term is None:
        new = Term("examples", value, usual)
    else:
        same = bool(liked) == bool(term.examples[0])
        new = replace(term, value=value, weight=term.weight if same else usual)
    place = query.terms.index(term) if term is not None else len(query.terms)
    return replace(query, terms=(*others[:place], new, *others[place:]), mode="dense")


def _with(opinions: dict[str, int], opinion: int) -> list[str]:
    return [one for one, said in opinions.items() if said == opinion]
