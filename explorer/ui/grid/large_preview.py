"""One item over the whole window; arrows go on to the next, Escape goes back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from explorer.ui.appearance import Appearance
from explorer.ui.inspector.media_pane import MediaPane
from explorer.ui.previews import LargeView, Previews
from explorer.ui.thumbnails import ThumbnailCache

PLACE: Final = "large"
Key = Qt.Key


class LargePreview(QWidget):
    """Covers its parent with one item.

    Parameters
    ----------
    previews, thumbnails
        Where pictures come from: the small one at once, then the large one.
    appearance
        Colours and icons.
    parent
        The window that is covered; it resizes with it.
    """

    stepped = Signal(int)
    """The person goes on (1), back (-1), to the first (-2) or last one (2)."""
    closed = Signal()
    key_pressed = Signal(object)
    """A QKeyEvent that means nothing here."""

    def __init__(
        self,
        previews: Previews,
        thumbnails: ThumbnailCache,
        appearance: Appearance,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._previews, self._thumbnails, self._look = previews, thumbnails, appearance
        self._covered = parent
        self.row = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Large view"))
        self.pane = MediaPane(appearance, self)
        self.pane.words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = QLabel(self)
        self.title.setProperty("type", "lead")
        self.facts = QLabel(self)
        self.facts.setProperty("tone", "quiet")
        self.close_button = self._button(self.tr("Close  (Esc)"), self.leave)
        self.back = self._button(self.tr("The one before  (Left)"), lambda: self.stepped.emit(-1))
        self.forward = self._button(self.tr("The next one  (Right)"), lambda: self.stepped.emit(1))
        self._lay_out()
        appearance.changed.connect(self._draw_icons)
        self._draw_icons()
        self.hide()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.title)
        top.addWidget(self.facts, 1)
        top.addWidget(self.close_button)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.back)
        middle.addWidget(self.pane, 1)
        middle.addWidget(self.forward)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 24)
        column.setSpacing(12)
        column.addLayout(top)
        column.addLayout(middle, 1)

    def _button(self, tip: str, run: object) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setIconSize(QSize(20, 20))
        button.clicked.connect(run)
        return button

    def show_row(self, row: int, title: str, facts: str, unit: int) -> None:
        """Show a row; `unit` is the part that matched, -1 for none in particular."""
        if self.isHidden():
            self.setGeometry(self._covered.rect())
            self._covered.installEventFilter(self)
            self.show()
            self.raise_()
            self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.row = row
        self.title.setText(title)
        self.facts.setText(facts)
        small = self._thumbnails.get(row)
        self.pane.show_small(small.image if small else None, small.words if small else "")
        side = round(max(self.width(), self.height()) * self.devicePixelRatioF())
        self._previews.ask(PLACE, row, max(side, 1024), self._arrived, self._failed, max(unit, 0))

    def leave(self) -> None:
        """Go away and give the keyboard back."""
        if self.isHidden():
            return
        self._previews.forget(PLACE)
        self._covered.removeEventFilter(self)
        self.pane.stop()
        self.row = -1
        self.hide()
        self.closed.emit()

    def _arrived(self, view: LargeView) -> None:
        if not self.isHidden():
            self.pane.show_view(view)

    def _failed(self, sentence: str) -> None:
        if not self.isHidden():
            self.pane.show_problem(sentence)

    def _draw_icons(self) -> None:
        left, right = ("caret-left", "caret-right")
        if self.isRightToLeft():
            left, right = right, left
        self.back.setIcon(self._look.icon(left))
        self.forward.setIcon(self._look.icon(right))
        self.close_button.setIcon(self._look.icon("x"))
        self.update()

    # -- events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._covered:
            self.setGeometry(self._covered.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._look.theme.window))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ahead = -1 if self.isRightToLeft() else 1
        steps = {
            Key.Key_Right: ahead,
            Key.Key_Left: -ahead,
            Key.Key_Down: 1,
            Key.Key_Up: -1,
            Key.Key_PageDown: 1,
            Key.Key_PageUp: -1,
            Key.Key_Home: -2,
            Key.Key_End: 2,
        }
        key = event.key()
        if key in (Key.Key_Escape, Key.Key_Space):
            self.leave()
        elif key in steps:
            self.stepped.emit(steps[Key(key)])
        elif key in (Key.Key_Plus, Key.Key_Equal):
            self.pane.picture.zoom_by(1.5)
        elif key == Key.Key_Minus:
            self.pane.picture.zoom_by(1 / 1.5)
        elif key == Key.Key_P and not self.pane.sound.isHidden():
            self.pane.sound.player.toggle()
        else:
            self.key_pressed.emit(event)
        event.accept()

    def focusNextPrevChild(self, ahead: bool) -> bool:
        """Keep the keyboard in here while this covers the window."""
        stops = [self.back, self.forward, self.close_button]
        if not self.pane.sound.isHidden():
            stops.insert(1, self.pane.sound.button)
        here = next((i for i, stop in enumerate(stops) if stop.hasFocus()), -1)
        step = here + (1 if ahead else -1) if here >= 0 else (0 if ahead else -1)
        reason = Qt.FocusReason.TabFocusReason if ahead else Qt.FocusReason.BacktabFocusReason
        stops[step % len(stops)].setFocus(reason)
        return True
