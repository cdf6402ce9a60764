"""Two views side by side where there is width, one above the other where there is height."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

GAP = 8


class SideBySide(QWidget):
    """Each side is a column of widgets of which the marked one takes the room.

    Parameters
    ----------
    sides
        The widgets of each side, and the one that stretches.
    """

    def __init__(
        self, sides: Sequence[tuple[Sequence[QWidget], QWidget]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(GAP)
        self.sides: list[QWidget] = []
        for widgets, wide in sides:
            side = QWidget(self)
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            for widget in widgets:
                column.addWidget(widget, 1 if widget is wide else 0)
            self._both.addWidget(side, 1)
            self.sides.append(side)

    def show_second(self, shown: bool) -> None:
        """Show both sides, or the first alone."""
        self.sides[1].setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        wide = self.width() > self.height()
        self._both.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
