"""The session: one open collection, one query, one selection, and the jobs about them.

Views read its attributes, call its methods and hear of changes through the hub; they never
call each other. No Qt in here: everything asynchronous goes through the job runner.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

import numpy as np

from explorer.collection.collection import Collection
from explorer.collection.index_report import IndexReport
from explorer.collection.item_table import ItemTable
from explorer.collection.library import Library
from explorer.collection.ranking import Ranking
from explorer.core.commands import Command, History
from explorer.core.hub import Hub
from explorer.core.query import Query, Term
from explorer.core.selection import Rows
from explorer.jobs import Control, Job, JobRunner
from explorer.viewstate import messages as tell
from explorer.viewstate.filters import Filters
from explorer.viewstate.mapping import Mapping2D
from explorer.viewstate.selecting import EMPTY, Selecting
from explorer.viewstate.session_state import SessionState


class Session:
    """What the person is doing now.

    Parameters
    ----------
    library
        The collections there are.
    jobs, hub
        The one job runner and the one hub.
    """

    def __init__(self, library: Library, jobs: JobRunner, hub: Hub) -> None:
        self.library, self.jobs, self.hub = library, jobs, hub
        self.history = History(changed=lambda: hub.publish(tell.HistoryChanged()))
        self.selecting = Selecting(hub, self.history)
        self.mapping = Mapping2D(jobs, hub)
        self.collection: Collection | None = None
        self.items: ItemTable = ItemTable.empty()
        self.query = Query()
        self.filters = Filters()
        self.ranking: Ranking | None = None
        self.asking = False
        self.answer_seconds = 0.0

    # -- collections

    def open(self, name: str, *, create: bool = False, then: SessionState | None = None) -> Job:
        """Open a collection by name or folder; a `SessionState` puts query and selection back."""

        def work(control: Control) -> tuple[Collection, ItemTable]:
            del control
            collection = self.library.open(name, create=create)
            return collection, collection.items()

        def done(result: tuple[Collection, ItemTable]) -> None:
            self._take(*result)
            if then is not None:
                self._put_back(then)

        title = f"Open {Path(name).name}"
        return self.jobs.submit(
            title, work, lane="io", key="open", done=done, failed=self._problem, quiet=True
        )

    def close_collection(self) -> None:
        """Let go of the open collection."""
        if self.collection is not None:
            self.collection.changed.clear()
            self.collection.close()
        self.collection, self.items = None, ItemTable.empty()
        self.query, self.ranking, self.asking = Query(), None, False
        self.filters = Filters()
        self.history.clear()
        self.selecting.reset()
        self.mapping.close()

    def index(
        self, paths: Sequence[str | Path], then: Callable[[IndexReport], None] = lambda _: None
    ) -> Job | None:
        """Index files and folders into the open collection; search goes on meanwhile."""
        collection = self.collection
        if collection is None:
            return None
        names = ", ".join(Path(path).name or str(path) for path in paths[:2])
        more = f" and {len(paths) - 2} more" if len(paths) > 2 else ""

        def done(report: IndexReport) -> None:
            self.refresh_items()
            self.hub.publish(tell.LibraryChanged())
            kind: Literal["info", "problem"] = "problem" if report.failed else "info"
            self.hub.publish(tell.Notice(report.sentence, kind))
            self.mapping.update(collection, self.items)
            then(report)

        def stopped() -> None:
            self.refresh_items()
            self.hub.publish(
                tell.Notice("Stopped. What was indexed is kept; index again to go on.")
            )

        return self.jobs.submit(
            f"Index {names}{more}",
            lambda control: collection.index(paths, control=control),
            lane="index",
            done=done,
            failed=self._problem,
            cancelled=stopped,
        )

    def refresh_items(self) -> None:
        """Read the table of items again after something was stored."""
        collection = self.collection
        if collection is None:
            return

        def done(items: ItemTable) -> None:
            if collection is self.collection:
                self.items = items
                self.hub.publish(tell.ItemsChanged())
                if self.query:
                    self._answer()

        self.jobs.submit(
            "Read items",
            lambda control: collection.items(),
            key="items",
            done=done,
            failed=self._problem,
            quiet=True,
        )

    # -- queries

    def ask(self, query: Query) -> None:
        """Make this the query; a stale answer never overwrites a newer one."""
        if query == self.query and self.ranking is not None:
            return
        self.query = query
        if query.where != self.filters.where:
            self.filters = Filters(typed=query.where)
        self.hub.publish(tell.QueryChanged())
        self._answer()

    def filter_by(self, filters: Filters) -> None:
        """Make these the query's filters."""
        self.filters = filters
        self.ask(replace(self.query, where=filters.where))

    def add_term(self, term: Term) -> None:
        """Add a term to the query."""
        self.ask(replace(self.query, terms=(*self.query.terms, term)))

    def more_like(self, row: int, weight: float = 1.0) -> None:
        """Ask for what is like an item."""
        term = Term("item", str(self.items.ids[row]), weight, str(self.items.titles[row]))
        self.ask(replace(self.query, terms=(term,), mode="dense"))

    def _answer(self) -> None:
        collection, query = self.collection, self.query
        if collection is None or not query:
            self.jobs.submit("", lambda control: None, lane="query", key="query", quiet=True)
            self.ranking, self.asking = None, False
            self.hub.publish(tell.RankingChanged())
            return
        self.asking = True
        asked = time.monotonic()

        def done(ranking: Ranking) -> None:
            self.ranking, self.asking = ranking, False
            self.answer_seconds = time.monotonic() - asked
            self.hub.publish(tell.RankingChanged())

        def failed(sentence: str) -> None:
            self.ranking, self.asking = None, False
            self.hub.publish(tell.QueryFailed(sentence))

        self.jobs.submit(
            "Search",
            lambda control: collection.rank(query),
            lane="query",
            key="query",
            done=done,
            failed=failed,
            quiet=True,
        )

    # -- marks

    def tag(self, rows: Rows, add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        """Add and remove tags; can be undone."""
        collection = self.collection
        if collection is None or not len(rows):
            return
        ids = [str(self.items.ids[row]) for row in rows]
        marks = collection.marks(ids)
        new = {tag: [i for i in ids if tag not in marks[i].tags] for tag in add}
        gone = {tag: [i for i in ids if tag in marks[i].tags] for tag in remove}

        def put(adding: dict[str, list[str]], removing: dict[str, list[str]]) -> None:
            for tag, some in adding.items():
                collection.set_marks(some, add_tags=[tag])
            for tag, some in removing.items():
                collection.set_marks(some, remove_tags=[tag])
            self.hub.publish(tell.MarksChanged())

        names = ", ".join([*add, *remove])
        self.history.run(Command(f"Tag {names}", lambda: put(new, gone), lambda: put(gone, new)))

    def rate(self, rows: Rows, rating: int) -> None:
        """Give items 0 to 5 stars; can be undone."""
        collection = self.collection
        if collection is None or not len(rows):
            return
        ids = [str(self.items.ids[row]) for row in rows]
        before = {item_id: marks.rating for item_id, marks in collection.marks(ids).items()}

        def put(ratings: dict[str, int]) -> None:
            for stars in set(ratings.values()):
                collection.set_marks([i for i, s in ratings.items() if s == stars], rating=stars)
            self.hub.publish(tell.MarksChanged())

        after = dict.fromkeys(ids, rating)
        self.history.run(Command(f"Rate {rating}", lambda: put(after), lambda: put(before)))

    def annotate(self, row: int, note: str) -> None:
        """Write the note of an item; can be undone."""
        collection = self.collection
        if collection is None:
            return
        item_id = str(self.items.ids[row])
        before = collection.marks([item_id])[item_id].note
        if note == before:
            return

        def put(words: str) -> None:
            collection.set_marks([item_id], note=words)
            self.hub.publish(tell.MarksChanged())

        self.history.run(Command("Write note", lambda: put(note), lambda: put(before)))

    # -- keeping and putting back

    def state(self) -> SessionState:
        """What is kept until the next start; views add their own part."""
        ids = self.items.ids
        focus = self.selecting.focus
        return SessionState(
            collection=str(self.collection.folder) if self.collection else "",
            query=self.query,
            selected=[str(ids[row]) for row in self.selecting.rows],
            focus=str(ids[focus]) if 0 <= focus < len(ids) else "",
        )

    def _take(self, collection: Collection, items: ItemTable) -> None:
        self.close_collection()
        self.collection, self.items = collection, items
        collection.changed.append(self._stored)
        self.hub.publish(tell.LibraryChanged())  # it may have been made just now
        self.hub.publish(tell.CollectionOpened(collection.name))
        self.hub.publish(tell.ItemsChanged())
        self.mapping.open(collection, items)

    def _put_back(self, state: SessionState) -> None:
        rows = [row for row in map(self.items.row_of, state.selected) if row >= 0]
        self.selecting.reset(rows or EMPTY, self.items.row_of(state.focus) if state.focus else -1)
        if state.query:
            self.ask(state.query)

    def _stored(self) -> None:
        # Called on the thread that writes: only post.
        self.jobs.post(self.refresh_items)

    def _problem(self, sentence: str) -> None:
        self.hub.publish(tell.Notice(sentence, "problem"))

    def present_rows(self) -> Rows:
        """Rows of items whose file is there: int64 (n,)."""
        return np.flatnonzero(self.items.present).astype(np.int64)
