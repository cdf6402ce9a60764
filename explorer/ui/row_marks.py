"""Tags, ratings and notes of the rows a view shows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from explorer.collection.marks import Marks
from explorer.viewstate.messages import CollectionOpened, MarksChanged
from explorer.viewstate.session import Session

NONE = Marks()
MOST = 20_000
"""Rows kept; with more the oldest go."""


class RowMarks(QObject):
    """Marks by row of the open collection, read when a row is first seen.

    Parameters
    ----------
    session
        Its open collection is read.
    """

    arrived = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._marks: dict[int, Marks] = {}
        self._wanted: tuple[int, ...] = ()
        session.hub.subscribe(self, CollectionOpened, lambda _: self._marks.clear())
        session.hub.subscribe(self, MarksChanged, lambda _: self._read(self._wanted))

    def close(self) -> None:
        """Hear of nothing more."""
        self._session.hub.unsubscribe(self)

    def get(self, row: int) -> Marks:
        """The marks of a row; none while they are not known."""
        return self._marks.get(row, NONE)

    def want(self, rows: Iterable[int]) -> None:
        """Say which rows are seen now."""
        self._wanted = tuple(rows)
        new = tuple(row for row in self._wanted if row not in self._marks)
        if new:
            self._read(new)

    def _read(self, rows: tuple[int, ...]) -> None:
        collection, items = self._session.collection, self._session.items
        rows = tuple(row for row in rows if row < len(items))
        if collection is None or not rows:
            return
        ids = [str(items.ids[row]) for row in rows]

        def done(found: dict[str, Marks]) -> None:
            if collection is not self._session.collection or not isValid(self):
                return
            if len(self._marks) > MOST:
                self._marks.clear()
            self._marks.update({row: found[one] for row, one in zip(rows, ids, strict=True)})
            self.arrived.emit()

        self._session.jobs.submit(
            "Read marks", lambda control: collection.marks(ids), done=done, quiet=True
        )
