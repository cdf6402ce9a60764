"""Ctrl+K: every command and every collection by a few letters of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

SHOWN = 60
WIDTH = 560


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the palette."""

    text: str
    run: Callable[[], None]
    group: str = ""
    keys: str = ""
    icon: QIcon | None = None


def match(pattern: str, text: str) -> float | None:
    """How well the letters of a pattern fit a text in their order; None if they do not.

    A whole word or its start counts most, then letters that follow each other, then an early
    place. Spaces part words that may stand in any order.
    """
    low = text.casefold()
    total = 0.0
    for word in pattern.casefold().split():
        score = _match_word(word, low)
        if score is None:
            return None
        total += score
    return total - len(text) / 1000


def _match_word(word: str, text: str) -> float | None:
    at = text.find(word)
    while at > 0 and text[at - 1].isalnum():
        later = text.find(word, at + 1)
        if later < 0:
            break
        at = later
    if at >= 0:
        starts = at == 0 or not text[at - 1].isalnum()
        return (3.0 if starts else 2.0) * len(word) - at / 100
    score, place = 0.0, -1
    for letter in word:
        found = text.find(letter, place + 1)
        if found < 0:
            return None
        starts = found == 0 or not text[found - 1].isalnum()
        score += 1.0 if found == place + 1 or starts else 0.3
        place = found
    return score if score > len(word) * 0.55 else None


class CommandPalette(QFrame):
    """A field over a list, in the middle of the window's top; Escape puts it away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("kind", "popover")
        self.setAccessibleName(self.tr("Command palette"))
        self._choices: list[Choice] = []
        self._before: QWidget | None = None
        self.field = QLineEdit(self)
        self.field.setProperty("type", "lead")
        self.field.setPlaceholderText(self.tr("Type a command or the name of a collection"))
        self.field.setAccessibleName(self.tr("Command"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Matching commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(16, 16))
        self.none = QLabel(self.tr("No command is called that."), self)
        self.none.setProperty("tone", "quiet")
        self.none.setContentsMargins(12, 8, 12, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        layout.addWidget(self.none)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(32)
        shadow.setOffset(0, 8)
        self.setGraphicsEffect(shadow)
        self.field.textChanged.connect(self._filter)
        self.list.itemClicked.connect(lambda item: self._run(item))
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def ask(self, choices: Sequence[Choice]) -> None:
        """Show these choices."""
        self._choices = list(choices)
        self._before = self.window().focusWidget()
        self.field.clear()
        self._filter("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Put it away and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and self._key(event):
                return True
        elif watched is self.field and event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key, row, count = event.key(), self.list.currentRow(), self.list.count()
        if key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if item := self.list.currentItem():
                self._run(item)
        elif key == Qt.Key.Key_Down and count:
            self.list.setCurrentRow((row + 1) % count)
        elif key == Qt.Key.Key_Up and count:
            self.list.setCurrentRow((row - 1) % count)
        elif key == Qt.Key.Key_PageDown and count:
            self.list.setCurrentRow(min(count - 1, row + 8))
        elif key == Qt.Key.Key_PageUp and count:
            self.list.setCurrentRow(max(0, row - 8))
        else:
            return False
        return True

    def _run(self, item: QListWidgetItem) -> None:
        choice: Choice = item.data(Qt.ItemDataRole.UserRole)
        self.dismiss()
        choice.run()

    def _filter(self, pattern: str) -> None:
        scored = [(match(pattern, one.text), place) for place, one in enumerate(self._choices)]
        found = [(score, place) for score, place in scored if score is not None]
        if pattern.strip():
            found.sort(key=lambda pair: (-pair[0], pair[1]))
        self.list.clear()
        for _, place in found[:SHOWN]:
            self._add(self._choices[place])
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        self._place()

    def _add(self, choice: Choice) -> None:
        item = QListWidgetItem(self.list)
        item.setData(Qt.ItemDataRole.UserRole, choice)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.text} {choice.keys}")
        item.setSizeHint(QSize(0, 32))
        row = QWidget(self.list)
        row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(8)
        picture = QLabel(row)
        picture.setFixedWidth(16)
        if choice.icon is not None:
            picture.setPixmap(choice.icon.pixmap(QSize(16, 16), self.devicePixelRatioF()))
        layout.addWidget(picture)
        layout.addWidget(QLabel(choice.text, row))
        layout.addStretch(1)
        for words in (choice.keys, choice.group):
            if words:
                label = QLabel(words, row)
                label.setProperty("tone", "quiet")
                label.setProperty("type", "small")
                layout.addWidget(label)
        self.list.setItemWidget(item, row)

    def _place(self) -> None:
        parent = self._window
        width = min(WIDTH, parent.width() - 32)
        rows = min(self.list.count(), 11)
        self.list.setFixedHeight(max(1, rows) * 32 + 4)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move(QPoint((parent.width() - width) // 2, min(96, parent.height() // 8)))
