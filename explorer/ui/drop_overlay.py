"""While files are dragged over the window: says what will happen to them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from explorer.ui.appearance import Appearance
from explorer.ui.theme import RADIUS


class DropOverlay(QWidget):
    """Covers the window while something can be dropped."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._window, self._words = parent, ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, words: str) -> None:
        """Show these words over everything."""
        self._words = words
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("window", 0.94))
        painter.setPen(QPen(theme.colour("accent"), 2, Qt.PenStyle.DashLine))
        box = QRectF(self.rect()).adjusted(24, 24, -24, -24)
        painter.drawRoundedRect(box, 2 * RADIUS, 2 * RADIUS)
        painter.setPen(theme.colour("text"))
        painter.setFont(self._appearance.font(3))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._words)
