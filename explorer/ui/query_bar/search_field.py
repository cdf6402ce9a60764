"""The line in which the query is typed; it hands pasted pictures and some keys to the bar."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from explorer.ui.items_mime import ITEMS_MIME


class SearchField(QLineEdit):
    """A field without a frame of its own."""

    entered = Signal()
    back_at_start = Signal()
    left_at_start = Signal()
    history_wanted = Signal()
    cleared = Signal()
    media_pasted = Signal(QMimeData)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bare")
        self.setProperty("type", "lead")
        self.setAcceptDrops(False)
        self.setPlaceholderText(self.tr("Search by words, or drop a picture or a sound here"))
        self.setAccessibleName(self.tr("Search"))
        self.setAccessibleDescription(
            self.tr(
                "Results come while you type. Enter keeps the words; a - in front turns away; "
                "day -> night is a direction."
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, at_start = event.key(), self.cursorPosition() == 0 and not self.hasSelectedText()
        back = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        if event.matches(QKeySequence.StandardKey.Paste) and self._paste_media():
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.cleared.emit()
        elif key == Qt.Key.Key_Backspace and at_start:
            self.back_at_start.emit()
        elif key == back and at_start:
            self.left_at_start.emit()
        elif key == Qt.Key.Key_Slash and not self.text():
            event.accept()  # who is here already presses the key that leads here
        elif key == Qt.Key.Key_Down:
            self.history_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _paste_media(self) -> bool:
        """Hand files and pictures on; words are pasted as always."""
        clipboard = QGuiApplication.clipboard().mimeData()
        if clipboard is None or not holds_media(clipboard):
            return False
        self.media_pasted.emit(clipboard)
        return True


def holds_media(mime: QMimeData) -> bool:
    """Whether items, files or a picture lie in there, and not only words."""
    return (
        mime.hasFormat(ITEMS_MIME)
        or mime.hasImage()
        or any(url.isLocalFile() for url in mime.urls())
    )
