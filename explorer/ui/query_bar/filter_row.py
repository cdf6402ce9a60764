"""A condition over the facts of the items, typed by the person; its error stands under it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from explorer.store.schema import ITEM_FILTERS, MARK_FILTERS
from explorer.ui.appearance import Appearance
from explorer.ui.spoken import spoken


class FilterRow(QWidget):
    """A field; what is typed counts on Enter or when the field is left."""

    typed = Signal(str)
    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._icon = QLabel(self)
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(
            self.tr("Only where …   for example  width > 1000 AND rating >= 3")
        )
        self.field.setAccessibleName(self.tr("Filter by a condition"))
        known = (*ITEM_FILTERS, *MARK_FILTERS)
        columns = "\n".join(f"{name}: {spoken(what)}" for name, what in known)
        self.field.setToolTip(self.tr("A condition in SQL over these:") + "\n" + columns)
        self.error = QLabel(self)
        self.error.setProperty("tone", "loss")
        self.error.setWordWrap(True)
        self.error.hide()
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.error)
        self.field.editingFinished.connect(lambda: self.typed.emit(self.field.text().strip()))
        self.field.textChanged.connect(self._emptied)
        appearance.changed.connect(self._draw)
        self._draw()

    def show_condition(self, condition: str) -> None:
        """Show what is typed now, unless the person is typing."""
        if not self.field.hasFocus() or not self.field.isModified():
            self.field.setText(condition)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong with it; an empty sentence takes it back."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.field.setProperty("state", "error" if sentence else "")
        self.field.style().polish(self.field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _emptied(self, text: str) -> None:
        if not text:
            self.typed.emit("")

    def _draw(self) -> None:
        self._icon.setPixmap(
            self._appearance.picture("funnel", 16, "quiet", self.devicePixelRatioF())
        )
