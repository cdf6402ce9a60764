"""A heading over lines that can be clicked: a name at the left, a number at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from explorer.ui.appearance import Appearance
from explorer.ui.theme import RADIUS


class _Name(QLabel):
    """Words that are cut with an ellipsis where there is no room for all of them."""

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self.style().drawItemText(
            painter,
            room,
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading),
            self.palette(),
            self.isEnabled(),
            words,
            self.foregroundRole(),
        )
        painter.end()


class Line(QWidget):
    """One line; chosen ones are marked."""

    pressed = Signal()
    menu_wanted = Signal(object)
    """Place on the screen, QPoint."""
    key_pressed = Signal(int)
    """F2 or Delete."""

    def __init__(
        self,
        name: str,
        number: int | None,
        appearance: Appearance,
        *,
        icon: str = "",
        role: str = "quiet",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance, self._icon_name, self._role = appearance, icon, role
        self.chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(28)
        self._icon = QLabel(self)
        self._icon.setVisible(bool(icon))
        self.name = _Name(name, self)
        self.name.setMinimumWidth(16)
        self.number = QLabel(self)
        self.number.setProperty("tone", "quiet")
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 8, 0)
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self.name, 1)
        line.addWidget(self.number)
        self._full_name = name
        self.show_number(number)
        self.setToolTip(name)
        appearance.changed.connect(self._draw)
        self._draw()

    def show_number(self, number: int | None) -> None:
        """Show how many there are; with none of them the line stands back."""
        count = "" if number is None else QLocale().toString(number)
        self.number.setText(count)
        self.name.setProperty("tone", "quiet" if number == 0 else "")
        self.name.style().polish(self.name)
        self.setAccessibleName(f"{self._full_name} {count}".strip())

    def choose(self, chosen: bool) -> None:
        """Mark it or not."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.setAccessibleDescription(self.tr("chosen") if chosen else "")
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
            self.key_pressed.emit(event.key())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = self.rect().adjusted(1, 1, -1, -1)
        if self.chosen:
            painter.setBrush(theme.colour("accent", 0.22))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        elif self.underMouse():
            painter.setBrush(theme.colour("text", 0.06))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _draw(self) -> None:
        if self._icon_name:
            ratio = self.devicePixelRatioF()
            picture = self._appearance.picture(self._icon_name, 16, self._role, ratio)
            self._icon.setPixmap(picture)
        self.update()


class Section(QWidget):
    """A heading, an optional button beside it, and lines."""

    lines_changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        heading = QLabel(title, self)
        heading.setProperty("type", "heading")
        self._top = QHBoxLayout()
        self._top.setContentsMargins(8, 0, 0, 0)
        self._top.addWidget(heading, 1)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(self._top)
        column.addLayout(self._column)
        self.setAccessibleName(title)

    def add_button(
        self, icon: str, tip: str, run: Callable[[], None], look: Appearance
    ) -> QToolButton:
        """A small button at the right of the heading."""
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setIcon(look.icon(icon, "quiet"))
        look.changed.connect(lambda: button.setIcon(look.icon(icon, "quiet")))
        button.clicked.connect(lambda: run())
        self._top.addWidget(button)
        return button

    def set_lines(self, lines: list[Line]) -> None:
        """Show these lines instead of those before."""
        for old in self.lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = lines
        for line in lines:
            self._column.addWidget(line)
            line.show()
        self.setVisible(bool(lines))
        self.lines_changed.emit()
