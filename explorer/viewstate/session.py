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
from explorer.core.hub import Hub, Message
from explorer.core.query import Query, Term
from explorer.core.selection import Rows
from explorer.core.wording import Wording
from explorer.jobs import Control, Job, JobRunner
from explorer.viewstate import messages as tell
from explorer.viewstate.clustering import Clustering
from explorer.viewstate.columns import LensColumns
from explorer.viewstate.filters import Filters
from explorer.viewstate.mapping import Mapping2D
from explorer.viewstate.refining import Refining
from explorer.viewstate.selecting import EMPTY, Selecting
from explorer.viewstate.session_state import SessionState
from explorer.viewstate.similar import similar_rows
from explorer.viewstate.trashing import Trashing
from explorer.viewstate.watching import Watching
from explorer.viewstate.weakness import Bounds, weak_bounds

FIRST_HITS = 1000
"""So many hits are shown before all are in order, which takes a while from 100,000 items on."""
NEXT_KEY_SECONDS = 0.15


class Session:
    """What the person is doing now.

    Parameters
    ----------
    library
        The collections there are.
    jobs, hub
        The one job runner and the one hub.

    Attributes
    ----------
    ranking
        The answer to the query as far as the cut-off lets it through; the best of it while the
        rest is being put in order. None without a query.
    whole_ranking
        The whole answer, without the cut-off; None until it is there.
    weak_bounds
        By content of a hit, the score under which it is a weak match; empty where none is known.
    """

    def __init__(self, library: Library, jobs: JobRunner, hub: Hub) -> None:
        self.library, self.jobs, self.hub = library, jobs, hub
        self.history = History(changed=lambda: hub.publish(tell.HistoryChanged()))
        self.selecting = Selecting(hub, self.history)
        self.mapping = Mapping2D(jobs, hub)
        self.clustering = Clustering(jobs, hub)
        self.watching = Watching(jobs, hub, self._followed)
        self.refining = Refining(self)
        self.columns = LensColumns(hub)
        self.trashing = Trashing(jobs, hub, self.history, self.selecting, self.refresh_items)
        self.collection: Collection | None = None
        self.items: ItemTable = ItemTable.empty()
        self.query = Query()
        self.filters = Filters()
        self.ranking: Ranking | None = None
        self.whole_ranking: Ranking | None = None
        self.weak_bounds: Bounds = {}
        self._measured: dict[tuple[str, str], float] = {}
        self.asking = False
        self.answer_seconds = 0.0
        self.rerank = ""
        self._once_read: list[Callable[[], None]] = []

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
        self._once_read.clear()
        self.query, self.ranking, self.asking = Query(), None, False
        self.whole_ranking = None
        self.filters = Filters()
        self.history.clear()
        self.selecting.reset()
        self.columns.clear()
        self.clustering.close()
        self.mapping.close()
        self.watching.stop()

    def index(
        self, paths: Sequence[str | Path], then: Callable[[IndexReport], None] = lambda _: None
    ) -> Job | None:
        """Index files and folders into the open collection; search goes on meanwhile."""
        collection = self.collection
        if collection is None:
            return None
        names, more = ", ".join(Path(path).name or str(path) for path in paths[:2]), len(paths) - 2
        title = Wording("Index {names}", names=names)
        if more > 0:
            title = Wording("Index {names} and {count} more", names=names, count=more)

        def done(report: IndexReport) -> None:
            self._indexed(collection)
            self._report(report)
            then(report)

        def failed(sentence: str) -> None:
            self._indexed(collection)
            self._problem(sentence)

        def stopped() -> None:
            self._indexed(collection)
            self.hub.publish(
                tell.Notice(Wording("Stopped. What was indexed is kept; index again to go on."))
            )

        return self.jobs.submit(
            title,
            lambda control: collection.index(paths, control=control),
            lane="index",
            done=done,
            failed=failed,
            cancelled=stopped,
        )

    def _indexed(self, collection: Collection) -> None:
        """Read what an index run has stored, and find places and groups for what is new."""

        def lay_out() -> None:
            self.mapping.update(collection, self.items)
            if collection is self.collection:
                self.clustering.open(collection, self.items)

        self.refresh_items(lay_out)

    def _report(self, report: IndexReport) -> None:
        self.hub.publish(tell.LibraryChanged())
        kind: Literal["info", "problem"] = "problem" if report.failed else "info"
        self.hub.publish(tell.Notice(report.sentence, kind))

    def _followed(self, collection: Collection, report: IndexReport) -> None:
        """A run of the watcher is over; what it did not store needs no word."""
        if collection is not self.collection:
            return
        self._indexed(collection)
        if report.indexed or report.failed:
            self._report(report)
        else:
            self.hub.publish(tell.LibraryChanged())

    def refresh_items(self, then: Callable[[], None] | None = None) -> None:
        """Read the table of items again after something was stored, and call `then`."""
        collection = self.collection
        if collection is None:
            return
        if then is not None:
            self._once_read.append(then)

        def done(items: ItemTable) -> None:
            if collection is self.collection:
                self.items = items
                self.hub.publish(tell.ItemsChanged())
                if self.query:
                    self._answer()
                # A reading that was superseded leaves what was to follow to the next one.
                following, self._once_read = self._once_read, []
                for follow in following:
                    follow()
                if not following:
                    self.mapping.grow(collection, items)

        self.jobs.submit(
            "Read items",
            lambda control: collection.items(),
            key="items",
            done=done,
            failed=self._problem,
            quiet=True,
        )

    # -- queries

    def ask(self, query: Query, filters: Filters | None = None) -> None:
        """Make this the query; a stale answer never overwrites a newer one.

        Parameters
        ----------
        filters
            How its filter is shown; else as it is shown now, or as a condition.
        """
        if filters is not None and filters.where == query.where:
            self.filters = filters
        elif query.where != self.filters.where:
            self.filters = Filters(typed=query.where)
        if query == self.query and self.ranking is not None:
            return
        before, self.query = self.query, query
        self.hub.publish(tell.QueryChanged())
        whole = self.whole_ranking
        if whole is not None and replace(query, closer_than=before.closer_than) == before:
            self._land(whole)  # another cut of what is there
        else:
            self._answer()

    def filter_by(self, filters: Filters) -> None:
        """Make these the query's filters."""
        self.filters = filters
        self.ask(replace(self.query, where=filters.where))

    def add_term(self, term: Term) -> None:
        """Add a term to the query."""
        self.ask(replace(self.query, terms=(*self.query.terms, term)))

    def rerank_by(self, matcher_id: str) -> None:
        """Let a network that matches pictures with words order the first hits; "" for none."""
        self.rerank = matcher_id
        self.hub.publish(tell.SpacesChanged())
        self._answer()

    def more_like(self, row: int, weight: float = 1.0) -> None:
        """Ask for what is like an item."""
        term = Term("item", str(self.items.ids[row]), weight, str(self.items.titles[row]))
        self.ask(replace(self.query, terms=(term,), mode="dense"))

    def _answer(self) -> None:
        collection, query = self.collection, self.query
        if collection is None or not query:
            self.jobs.cancel("query")
            self.ranking, self.whole_ranking, self.asking = None, None, False
            self.hub.publish(tell.RankingChanged())
            return
        # Such a network compares pictures with words: it has nothing to say without any.
        has_words = any(term.kind == "text" for term in query.active)
        rerank = self.rerank if has_words else ""
        self.asking, self.whole_ranking = True, None
        asked = time.monotonic()

        def land(ranking: Ranking) -> None:
            here = query == self.query and collection is self.collection
            if here and self.whole_ranking is None:
                self.answer_seconds = time.monotonic() - asked
                self._land(ranking)

        def work(control: Control) -> Ranking:
            if rerank or (query.closer_than and query.active):
                whole = replace(query, closer_than=0.0)
                return collection.rank(whole, rerank=rerank, control=control)
            first, all_of_them = collection.rank_in_steps(query, FIRST_HITS)
            if first.whole:
                return first
            # The person sees the first hits; while the next key may come, the rest waits.
            self.jobs.post(lambda: land(first))
            control.rest(NEXT_KEY_SECONDS)
            return all_of_them()

        def done(ranking: Ranking) -> None:
            self.answer_seconds = self.answer_seconds or time.monotonic() - asked
            self._land(ranking)

        def failed(sentence: str) -> None:
            self.ranking, self.asking = None, False
            self.hub.publish(tell.QueryFailed(sentence))

        self.answer_seconds = 0.0
        self.jobs.submit(
            "Search",
            work,
            lane="query",
            key="query",
            done=done,
            failed=failed,
            quiet=True,
        )

    def lay_out_anew(self) -> None:
        """Compute all places on the map and all groups anew."""
        if self.collection is not None:
            self.mapping.redo(self.items)
            self.clustering.open(self.collection, self.items, afresh=True)

    def select_similar(self) -> None:
        """Add to the selection what is like it; without one, to what is looked at."""
        collection, items, selecting = self.collection, self.items, self.selecting
        selected = selecting.rows
        if not len(selected) and selecting.focus >= 0:
            selected = np.array([selecting.focus], np.int64)
        if collection is None or not len(selected):
            return

        def work(control: Control) -> Rows:
            del control
            rows, vectors = collection.vectors(before=len(items))
            return similar_rows(rows, vectors, items.modality_codes[rows], selected)

        def done(found: Rows) -> None:
            if not len(found):
                words = Wording("Nothing like it was found: it has no vectors.")
                self.hub.publish(tell.Notice(words))
            elif collection is self.collection:
                selecting.select(np.concatenate([selected, found]), "add")

        self.jobs.submit(
            Wording("Select what is similar"),
            work,
            key="similar",
            done=done,
            failed=self._problem,
        )

    def _land(self, ranking: Ranking) -> None:
        """Show an answer, as far as the cut-off lets it through."""
        self.whole_ranking = ranking if ranking.whole else None
        words = any(term.kind == "text" for term in self.query.active)
        reranked = bool(self.rerank) and words  # its scores are no cosines
        self.weak_bounds = {} if reranked else weak_bounds(self.query, self._measured)
        cut = self.query.closer_than if self.query.active else 0.0
        self.ranking, self.asking = ranking.closer_than(cut), False
        self.hub.publish(tell.RankingChanged())

    @property
    def all_cut_off(self) -> bool:
        """Whether there are hits, but none as close as the person wants them."""
        whole, left = self.whole_ranking, self.ranking
        return whole is not None and left is not None and len(whole) > 0 and not len(left)

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

        name = Wording("Tag {names}", names=", ".join([*add, *remove]))
        self.history.run(Command(name, lambda: put(new, gone), lambda: put(gone, new)))

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
        name = Wording("Rate {stars}", stars=rating)
        self.history.run(Command(name, lambda: put(after), lambda: put(before)))

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

        self.history.run(Command(Wording("Write a note"), lambda: put(note), lambda: put(before)))

    def trash(self, rows: Rows) -> None:
        """Move the files of items to the system's trash; can be undone."""
        if self.collection is not None and len(rows):
            self.trashing.trash(self.collection, self.items, rows)

    # -- keeping and putting back

    def state(self) -> SessionState:
        """What is kept until the next start; views add their own part."""
        ids = self.items.ids
        focus = self.selecting.focus
        return SessionState(
            collection=str(self.collection.folder) if self.collection else "",
            query=self.query,
            filters=self.filters.to_dict(),
            selected=[str(ids[row]) for row in self.selecting.rows],
            focus=str(ids[focus]) if 0 <= focus < len(ids) else "",
        )

    def standing(self) -> list[Message]:
        """What a view that is made now has missed, in the order to tell it."""
        if self.collection is None:
            return []
        return [
            tell.CollectionOpened(self.collection.name),
            tell.ItemsChanged(),
            tell.ProjectionChanged("ready" if self.mapping.landed else "computing"),
            tell.ClustersChanged(),
            tell.NotebookChanged(),
            tell.QueryChanged(),
            tell.RankingChanged(),
            tell.SelectionChanged(),
            tell.FocusChanged(self.selecting.focus),
        ]

    def _take(self, collection: Collection, items: ItemTable) -> None:
        self.close_collection()
        self.collection, self.items = collection, items
        self._measured = collection.weak_below()
        collection.changed.append(self._stored)
        self.hub.publish(tell.LibraryChanged())  # it may have been made just now
        self.hub.publish(tell.CollectionOpened(collection.name))
        self.hub.publish(tell.ItemsChanged())
        self.mapping.open(collection, items)
        self.clustering.open(collection, items)  # after the map, whose neighbours it goes by

    def _put_back(self, state: SessionState) -> None:
        rows = [row for row in map(self.items.row_of, state.selected) if row >= 0]
        self.selecting.reset(rows or EMPTY, self.items.row_of(state.focus) if state.focus else -1)
        if state.query:
            self.ask(state.query, Filters.from_dict(state.filters))

    def _stored(self) -> None:
        # Called on the thread that writes: only post.
        self.jobs.post(self.refresh_items)

    def _problem(self, sentence: str) -> None:
        self.hub.publish(tell.Notice(sentence, "problem"))

    def present_rows(self) -> Rows:
        """Rows of items whose file is there: int64 (n,)."""
        return np.flatnonzero(self.items.present).astype(np.int64)
