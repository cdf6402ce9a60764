"""Tags, stars and a note: of the item in focus, or of everything that is selected."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from explorer.collection.marks import Marks
from explorer.core.selection import Rows
from explorer.ui.appearance import Appearance
from explorer.ui.inspector.tag_field import TagField
from explorer.ui.query_bar.flow_layout import FlowLayout
from explorer.viewstate.session import Session

STARS = 5


class NoteField(QPlainTextEdit):
    """A note that counts when the field is left."""

    left = Signal(str)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit(self.toPlainText().strip())


class MarkPane(QWidget):
    """Shows marks, and changes them through the session, so that they can be undone."""

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._appearance = session, appearance
        self._rows: Rows = np.empty(0, np.int64)
        self._marks = Marks()
        self.stars = [self._star(number) for number in range(1, STARS + 1)]
        line = QHBoxLayout()
        line.setSpacing(0)
        for star in self.stars:
            line.addWidget(star)
        line.addStretch(1)
        self._tags = QWidget(self)
        self._flow = FlowLayout(self._tags)
        self.tag_field = TagField(session, self._tags)
        self._flow.addWidget(self.tag_field)
        self.tag_field.given.connect(lambda tags: session.tag(self._rows, add=tags))
        self.tags: list[QToolButton] = []
        self.note = NoteField(self)
        self.note.setPlaceholderText(self.tr("Write a note"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(64)
        self.note.left.connect(self._annotate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._tags)
        column.addWidget(self.note)
        appearance.changed.connect(self._draw)

    def show_marks(self, rows: Rows, marks: Marks) -> None:
        """Show the marks of these rows: of several, the tags and stars that all of them have."""
        self._rows, self._marks = rows, marks
        for button in self.tags:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.tags = [self._tag(place, tag) for place, tag in enumerate(marks.tags)]
        self.note.setVisible(len(rows) == 1)
        if not self.note.hasFocus():
            self.note.setPlainText(marks.note)
        self._tags.updateGeometry()
        self._draw()

    def _star(self, number: int) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(QSize(16, 16))
        words = self.tr("1 star") if number == 1 else self.tr("{} stars").format(number)
        button.setToolTip(f"{words}  ({number})")
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self._rate(number))
        return button

    def _tag(self, place: int, tag: str) -> QToolButton:
        button = QToolButton(self._tags)
        button.setProperty("kind", "plain")
        button.setText(f"{tag}  ×")
        words = self.tr("Take the tag {} away").format(tag)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self._session.tag(self._rows, remove=[tag]))
        self._flow.insert(place, button)
        button.show()
        return button

    def _rate(self, number: int) -> None:
        # The star that stands already takes the rating back.
        self._session.rate(self._rows, 0 if number == self._marks.rating else number)

    def _annotate(self, words: str) -> None:
        if len(self._rows) == 1:
            self._session.annotate(int(self._rows[0]), words)

    def _draw(self) -> None:
        for number, star in enumerate(self.stars, 1):
            full = number <= self._marks.rating
            name, role = ("star-fill", "accent") if full else ("star", "quiet")
            star.setIcon(self._appearance.icon(name, role))
