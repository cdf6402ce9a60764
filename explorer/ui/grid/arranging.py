"""Puts the items in order and into groups: on the spot where that is quick, else in a job."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from explorer.collection.stored_clusters import StoredClusters
from explorer.jobs import Control, Job
from explorer.viewstate.arrangement import Arrangement, arrange
from explorer.viewstate.grid_state import GridState, SortKey
from explorer.viewstate.item_values import ItemValues
from explorer.viewstate.messages import (
    ClustersChanged,
    CollectionOpened,
    ItemsChanged,
    MarksChanged,
)
from explorer.viewstate.session import Session

AT_ONCE = 50_000
"""Items that are put in order on the spot; more are ordered in a job."""
GROUPS = 8
"""The clusters are those of the first level that has so many, else of the last."""
BY_MARKS: frozenset[str] = frozenset({"rating", "tags"})


class Arranging(QObject):
    """Makes the arrangement that grid and list show.

    Parameters
    ----------
    session
        Its items, answer, marks and clusters are read.
    """

    arranged = Signal(object, bool)
    """An `Arrangement`, and whether the view goes to the top."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: ItemValues | None = None
        self._job: Job | None = None
        self._key = f"arrange-items-{id(self)}"
        for kind in (CollectionOpened, ItemsChanged, MarksChanged, ClustersChanged):
            session.hub.subscribe(self, kind, lambda _: self.forget())

    def close(self) -> None:
        """Hear of nothing more."""
        self._session.hub.unsubscribe(self)
        self._drop_job()

    def forget(self) -> None:
        """What the items are ordered by is another thing now."""
        self._known = None

    @property
    def working(self) -> bool:
        """Whether an order is being worked out."""
        return self._job is not None and not self._job.state.ended

    @property
    def asked(self) -> bool:
        """Whether hits of a query with terms are shown; a filter alone has no best match."""
        ranking = self._session.ranking
        return ranking is not None and bool(ranking.terms)

    @property
    def cluster_names(self) -> Mapping[int, str]:
        """Names of the clusters, by number."""
        return self._values().cluster_names

    @property
    def has_clusters(self) -> bool:
        """Whether the items can be grouped by cluster."""
        found = self._session.clustering.clusters
        return found is not None and found.levels > 0

    @property
    def values(self) -> ItemValues:
        """What the items are ordered by, as it is now."""
        return self._values()

    def arrange(self, state: GridState, *, to_top: bool) -> None:
        """Put the items in this order; `arranged` tells when it is done."""
        session, values = self._session, self._values()
        items, ranking = session.items, session.ranking
        sort, reverse = state.order(asked=self.asked)
        by, folded = state.group, frozenset(state.folded)

        def work(control: Control | None = None) -> Arrangement:
            del control
            return arrange(
                items, ranking, sort, reverse=reverse, by=by, folded=folded, values=values
            )

        def done(arrangement: Arrangement) -> None:
            if isValid(self) and items is self._session.items:
                self.arranged.emit(arrangement, to_top)

        if len(items) <= AT_ONCE or (sort == "match" and by == "none"):
            self._drop_job()
            done(work())
            return
        self._job = session.jobs.submit(
            self.tr("Put the items in order"), work, key=self._key, done=done, quiet=True
        )

    def depends_on_clusters(self, sort: SortKey, group: str) -> bool:
        """Whether items may move when other clusters are found."""
        return "cluster" in (sort, group)

    def depends_on_marks(self, sort: SortKey, group: str) -> bool:
        """Whether an item that is tagged or rated may move."""
        return sort in BY_MARKS or group == "tag"

    def _values(self) -> ItemValues:
        if self._known is None or self._known.items is not self._session.items:
            collection = self._session.collection
            marks = {} if collection is None else collection.marked()
            items, found = self._session.items, self._session.clustering.clusters
            if found is None or not found.levels:
                self._known = ItemValues(items, marks)
            else:
                level = _level(found)
                names = dict(enumerate(found.names[level]))
                self._known = ItemValues(items, marks, found.of_table(len(items), level), names)
        return self._known

    def _drop_job(self) -> None:
        if self.working:
            self._session.jobs.cancel(self._key)
        self._job = None


def _level(found: StoredClusters) -> int:
    many = (level for level, names in enumerate(found.names) if len(names) >= GROUPS)
    return next(many, found.levels - 1)
