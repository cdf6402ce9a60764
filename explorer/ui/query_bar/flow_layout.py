"""Chips or buttons one after the other, in as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

FIELD = 220
"""Room the last widget wants at least, px; else it starts a new line."""


class FlowLayout(QLayout):
    """Lays widgets out like words; heights follow from the width.

    Parameters
    ----------
    parent
        Whose layout it is; None for one within another.
    gap
        Between widgets and between lines, px.
    fills
        Whether the last widget fills its line, as a field to type in does.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 4, *, fills: bool = True) -> None:
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self._gap, self._fills = gap, fills
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget at a place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        least = self._least_width()
        return QSize(least, self._arrange(QRect(0, 0, max(self.geometry().width(), least), 0)))

    def minimumSize(self) -> QSize:
        return self.sizeHint()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _least_width(self) -> int:
        if self._fills:
            return FIELD
        return max((item.minimumSize().width() for item in self._shown()), default=0)

    def _arrange(self, rect: QRect, *, move: bool = False) -> int:
        """Place the widgets; returns the height they take."""
        x, y, line, items = rect.x(), rect.y(), 0, self._shown()
        within = self.parentWidget()
        direction = Qt.LayoutDirection.LeftToRight if within is None else within.layoutDirection()
        for item in items:
            last = self._fills and item is items[-1]
            hint = item.sizeHint()
            width = min(FIELD if last else hint.width(), rect.width())
            if x > rect.x() and x + width > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap, 0
            if last:
                width = max(width, rect.right() + 1 - x)
            line = max(line, hint.height())
            if move:
                place = QRect(x, y, width, hint.height())
                item.setGeometry(QStyle.visualRect(direction, rect, place))
            x += width + self._gap
        return y + line - rect.y()
