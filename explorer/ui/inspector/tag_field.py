"""A field that takes tags, and offers those that are in use."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from explorer.viewstate.session import Session


class TagField(QLineEdit):
    """Takes one tag, or several with commas between.

    Parameters
    ----------
    session
        The tags of its open collection are offered.
    """

    given = Signal(object)
    """Tags to add: tuple of str, none of them empty."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self.setPlaceholderText(self.tr("Add a tag"))
        self.setAccessibleName(self.tr("Add a tag"))
        self.returnPressed.connect(self._give)

    def offer(self) -> None:
        """Read again which tags there are."""
        collection = self._session.collection
        self._known.setStringList([] if collection is None else list(collection.tags()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.offer()
        super().focusInEvent(event)

    def _give(self) -> None:
        tags = tuple(dict.fromkeys(filter(None, (tag.strip() for tag in self.text().split(",")))))
        self.clear()
        if tags:
            self.given.emit(tags)
