"""The squares under mouse and keyboard: pointing, selecting, moving, folding, dragging out."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from explorer.core.selection import Rows
from explorer.ui.grid.canvas import GridCanvas
from explorer.ui.grid.hand import BY_KEYS, ItemHand
from explorer.ui.grid.judging import opinion_at

Mod = Qt.KeyboardModifier
Key = Qt.Key
NO_BUTTON = Qt.MouseButton.NoButton


class GridField(GridCanvas):
    """A `GridCanvas` that hears the person."""

    preview_wanted = Signal(int)
    """Show this row large."""
    fold_wanted = Signal(str)
    """Fold the group with this key, or unfold it."""
    escaped = Signal()
    """Escape was pressed with nothing selected."""

    _band_from: QPoint | None = None
    _made_hand: ItemHand | None = None

    @property
    def hand(self) -> ItemHand:
        """What carries gestures out."""
        if self._made_hand is None:
            self._made_hand = ItemHand(self._session, self, self._thumbnails)
        return self._made_hand

    def put_cursor(self, position: int, *, scroll: bool) -> None:
        """Put the keyboard's cursor on a position, and where it is wanted in view."""
        self.setCurrentIndex(self.model().index(position, 0))
        if scroll:
            self.scrollTo(self.currentIndex())
        self.viewport().update()

    # -- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.hand.move(event, self._target(event.key())):
            event.accept()
        elif event.key() == Key.Key_Escape:
            self._escape()
            event.accept()
        else:
            event.ignore()

    def _target(self, key: int) -> int | None:
        """Where a key goes; right and left change sides with the direction of writing."""
        at, count = self.cursor_position, len(self.arrangement)
        page = max(self.viewport().height() // self.tiles.pitch, 1)
        ahead = -1 if self.isRightToLeft() else 1
        steps = {Key.Key_Right: ahead, Key.Key_Left: -ahead}
        lines = {Key.Key_Down: 1, Key.Key_Up: -1, Key.Key_PageDown: page, Key.Key_PageUp: -page}
        if key == Key.Key_Home:
            return 0
        if key == Key.Key_End:
            return count - 1
        if key not in steps and key not in lines:
            return None
        if at < 0:
            return self.visible_positions().start
        if key in steps:
            return at + steps[Key(key)]
        return self.tiles.lines_away(at, lines[Key(key)])

    def _escape(self) -> None:
        if len(self._session.selecting.rows):
            self._session.selecting.select([])
        else:
            self.escaped.emit()

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        point = event.position().toPoint()
        position = self.position_at(point)
        row = self._items.row_at(position)
        self.hand.pressed, self.hand.press_position = point, -1
        if event.button() == Qt.MouseButton.RightButton:
            if row >= 0 and not self.hand.is_selected(row):
                self.hand.go_to(position)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        group = self.group_under(point)
        if group is not None:
            self.fold_wanted.emit(group.key)
        elif row < 0:
            self._band_from = point + QPoint(0, self.verticalOffset())
        elif self._session.query.active and (opinion := opinion_at(self.square_of(row), point)):
            self._session.refining.judge([row], opinion)
        else:
            self.hand.press(position, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.buttons() == NO_BUTTON:
            self._session.selecting.point_at(self.row_under(point))
            self.point_at_heading(point)
            return
        far = (point - self.hand.pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._band_from is not None and (far or self.band is not None):
            self._stretch_band(point)
        elif self.hand.press_position >= 0 and far and event.buttons() & Qt.MouseButton.LeftButton:
            self.hand.carry_out(self)

    def _stretch_band(self, point: QPoint) -> None:
        assert self._band_from is not None
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if point.y() < 0 or point.y() > height:
            bar.setValue(bar.value() + (point.y() if point.y() < 0 else point.y() - height))
        here = point + QPoint(0, self.verticalOffset())
        self.band = QRect(self._band_from, here).normalized()
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        mods = event.modifiers()
        if self._band_from is not None:
            keep = mods & (Mod.ControlModifier | Mod.ShiftModifier)
            rows = self.arrangement.rows[self._banded()]
            if len(rows) or not keep:
                self._session.selecting.select(rows, "add" if keep else "new")
            self._band_from = self.band = None
            self.viewport().update()
        else:
            self.hand.release(mods)

    def _banded(self) -> Rows:
        return np.empty(0, np.int64) if self.band is None else self.positions_in(self.band)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        row = self.row_under(point)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if row >= 0:
            self.preview_wanted.emit(row)
        elif (group := self.group_under(point)) is not None:
            self.fold_wanted.emit(group.key)  # two quick clicks fold and unfold

    def leaveEvent(self, event: QEvent) -> None:
        self._session.selecting.point_at(-1)
        self.point_at_heading(QPoint(-1, -1))
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.cursor_position < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self.model().index(self.visible_positions().start, 0))
        if event.reason() in BY_KEYS:
            self.scrollTo(self.currentIndex())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
