"""The small field that the key T opens beside an item."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from explorer.ui.inspector.tag_field import TagField
from explorer.viewstate.session import Session


class TagPopover(QFrame):
    """Asks for tags; goes away with Escape, Enter or a click elsewhere."""

    given = Signal(object)
    """Tags to add: tuple of str."""

    def __init__(self, session: Session, count: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popover")
        words = self.tr("Tag this item") if count == 1 else self.tr("Tag {} items").format(count)
        title = QLabel(words, self)
        title.setProperty("type", "heading")
        self.field = TagField(session, self)
        self.field.setPlaceholderText(self.tr("Tags, with commas between"))
        self.field.setMinimumWidth(220)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self.field)
        self.field.given.connect(self._give)

    def open_at(self, square: QRect) -> None:
        """Show below a square (in the screen's pixels), or above where there is no room."""
        self.adjustSize()
        place = square.bottomLeft() + QPoint(0, 8)
        screen = self.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place.setY(max(square.top() - 8 - self.height(), screen.top()))
        place.setX(min(max(place.x(), screen.left()), screen.right() - self.width()))
        self.move(place)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _give(self, tags: tuple[str, ...]) -> None:
        self.given.emit(tags)
        self.close()
