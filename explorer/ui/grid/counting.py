"""How many items the grid shows and how many are selected, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, Signal

from explorer.viewstate.arrangement import Arrangement
from explorer.viewstate.session import Session

HEARD_MS = 120
"""After this long a query that is still being answered says so."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Counting", text)


class Counting(QObject):
    """Counts in words, and says that a query is being answered once that takes a while."""

    late = Signal()
    """A query was asked a while ago and is not answered yet."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._patience = QTimer(self, singleShot=True, interval=HEARD_MS)
        self._patience.timeout.connect(self.late)

    def asked(self) -> None:
        """A query was asked."""
        self._patience.start()

    def answered(self) -> None:
        """It was answered, it failed, or nobody waits any longer."""
        self._patience.stop()

    def shown(self, arrangement: Arrangement, *, loading: bool) -> str:
        """ "312 items", "312 of 883"."""
        number = QLocale().toString
        shown, session = arrangement.total, self._session
        if session.asking and not self._patience.isActive():
            return _tr("Searching…")
        if session.collection is None:
            return ""
        if loading and not shown:
            return _tr("Reading files…")
        everything = int(session.items.present.sum())
        if session.ranking is not None and shown != everything:
            words = _tr("{} of {}").format(number(shown), number(everything))
        else:
            words = _tr("1 item") if shown == 1 else _tr("{} items").format(number(shown))
        if (groups := len(arrangement.groups)) > 1:
            words += _tr(", {} groups").format(number(groups))
        return words

    def selected(self) -> str:
        """ "3 selected", or nothing."""
        count = len(self._session.selecting.rows)
        return _tr("{} selected").format(QLocale().toString(count)) if count else ""

    def time(self) -> str:
        """How long the answer took; nothing where nothing was asked."""
        if self._session.ranking is None or not self._session.answer_seconds:
            return ""
        seconds = QLocale().toString(self._session.answer_seconds, "f", 2)
        return _tr("Answered in {} s").format(seconds)
