"""A line of text that gives way: an ellipsis stands for what does not fit, the tooltip has it.

superqt has one, but importing any of it costs a third of the time the window has to come up.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

LEAST = 32


class ElidingLabel(QLabel):
    """A label of one line that can be narrower than its text, down to `least` pixels.

    ``mode`` is where the ellipsis stands.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        least: int = LEAST,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self._least, self._mode = least, mode
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._least), hint.height())

    def shown_text(self) -> str:
        """What is drawn: the text, or as much of it as there is room for."""
        room, metrics = self.contentsRect().width(), self.fontMetrics()
        # Qt elides for a fraction of a pixel, too, which no one who shares room counts with.
        fits = metrics.horizontalAdvance(self.text()) <= room
        return self.text() if fits else metrics.elidedText(self.text(), self._mode, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        room, words = self.contentsRect(), self.shown_text()
        if words == self.text():
            super().paintEvent(event)
            return
        painter, option = QPainter(self), QStyleOption()
        option.initFrom(self)
        self.style().drawItemText(
            painter,
            room,
            int(QStyle.visualAlignment(self.layoutDirection(), self.alignment())),
            self.palette(),
            self.isEnabled(),
            words,
            self.foregroundRole(),
        )
