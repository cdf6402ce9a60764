"""The grid under mouse and keyboard: pointing, selecting, moving, dragging out."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication

from explorer.core.selection import Rows, SelectionMode
from explorer.ui.grid.canvas import GridCanvas
from explorer.ui.grid.model import files_to_carry

Mod = Qt.KeyboardModifier
Key = Qt.Key
NO_BUTTON = Qt.MouseButton.NoButton


class GridField(GridCanvas):
    """A `GridCanvas` that hears the person.

    Every gesture ends in the session: `point_at`, `select` and `look_at`.
    """

    preview_wanted = Signal(int)
    """Show this row large."""
    escaped = Signal()
    """Escape was pressed with nothing selected."""

    _pressed = QPoint()
    _press_row = -1
    _band_from: QPoint | None = None
    _range_from = -1

    # -- moving and selecting

    def go_to(self, position: int, *, extend: bool = False, only_look: bool = False) -> None:
        """Move the keyboard's cursor and select there, up to there, or nothing."""
        if not len(self.arrangement):
            return
        position = min(max(position, 0), len(self.arrangement) - 1)
        row = self._items.row_at(position)
        self.setCurrentIndex(self.model().index(position, 0))
        self.scrollTo(self.currentIndex())
        if not only_look:
            self._pick(position, extend=extend)
        self._session.selecting.look_at(row)
        self.viewport().update()

    def _pick(self, position: int, *, extend: bool, mode: SelectionMode = "new") -> None:
        """Select one position, or all from where the last one was picked."""
        rows = self.arrangement.rows
        start = self.arrangement.position_of(self._range_from)
        if extend and start >= 0:
            low, high = sorted((start, position))
            self._session.selecting.select(rows[low : high + 1], mode)
        else:
            self._range_from = int(rows[position])
            self._session.selecting.select(rows[position : position + 1], mode)

    def select_all(self) -> None:
        """Select everything shown."""
        self._session.selecting.select(self.arrangement.rows)

    # -- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mods = event.key(), event.modifiers()
        target = self._target(key)
        if target is not None:
            extend, alone = bool(mods & Mod.ShiftModifier), bool(mods & Mod.ControlModifier)
            self.go_to(target, extend=extend, only_look=alone)
        elif key in (Key.Key_Return, Key.Key_Enter):
            if self.cursor_position >= 0:
                self.go_to(self.cursor_position)
        elif key == Key.Key_Escape:
            self._escape()
        else:
            event.ignore()
            return
        event.accept()

    def _target(self, key: int) -> int | None:
        """Where a key goes; right and left change sides with the direction of writing."""
        at, columns = self.cursor_position, self.tiles.columns
        count = len(self.arrangement)
        page = max(self.viewport().height() // self.tiles.pitch, 1) * columns
        ahead = -1 if self.isRightToLeft() else 1
        steps = {
            Key.Key_Right: ahead,
            Key.Key_Left: -ahead,
            Key.Key_Down: columns,
            Key.Key_Up: -columns,
            Key.Key_PageDown: page,
            Key.Key_PageUp: -page,
        }
        if key == Key.Key_Home:
            return 0
        if key == Key.Key_End:
            return count - 1
        if key not in steps:
            return None
        step = steps[Key(key)]
        if at < 0:
            return self.visible_positions().start
        to = at + step
        if abs(step) == columns and not 0 <= to < count:
            last_line = (count - 1) // columns
            return count - 1 if step > 0 and at // columns < last_line else at
        return to

    def _escape(self) -> None:
        if len(self._session.selecting.rows):
            self._session.selecting.select([])
        else:
            self.escaped.emit()

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        position = self.position_at(event.position().toPoint())
        row = self._items.row_at(position)
        self._pressed, self._press_row = event.position().toPoint(), -1
        if event.button() == Qt.MouseButton.RightButton:
            if row >= 0 and not self._is_selected(row):
                self.go_to(position)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if row < 0:
            self._band_from = self._pressed + QPoint(0, self.verticalOffset())
            return
        self._press_row = row
        self._press(position, row, event.modifiers())

    def _press(self, position: int, row: int, mods: Qt.KeyboardModifier) -> None:
        self.setCurrentIndex(self.model().index(position, 0))
        if mods & Mod.ShiftModifier:
            self._pick(position, extend=True, mode="add" if mods & Mod.ControlModifier else "new")
        elif mods & Mod.ControlModifier:
            self._pick(position, extend=False, mode="remove" if self._is_selected(row) else "add")
        elif not self._is_selected(row):
            self._pick(position, extend=False)
        # A press on one of several selected may begin a drag of all: it is settled on release.
        self._session.selecting.look_at(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.buttons() == NO_BUTTON:
            self._session.selecting.point_at(self.row_under(point))
            return
        far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._band_from is not None and (far or self.band is not None):
            self._stretch_band(point)
        elif self._press_row >= 0 and far and event.buttons() & Qt.MouseButton.LeftButton:
            self._carry_out()

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
        keep = mods & (Mod.ControlModifier | Mod.ShiftModifier)
        if self._band_from is not None:
            rows = self.arrangement.rows[self._banded()]
            if len(rows) or not keep:
                self._session.selecting.select(rows, "add" if keep else "new")
            self._band_from = self.band = None
            self.viewport().update()
        elif self._press_row >= 0 and not keep and len(self._session.selecting.rows) > 1:
            position = self.arrangement.position_of(self._press_row)
            if position >= 0:
                self._pick(position, extend=False)
        self._press_row = -1

    def _banded(self) -> Rows:
        return np.empty(0, np.int64) if self.band is None else self.positions_in(self.band)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_under(event.position().toPoint())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.preview_wanted.emit(row)

    def leaveEvent(self, event: QEvent) -> None:
        self._session.selecting.point_at(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.cursor_position < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self.model().index(self.visible_positions().start, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # -- dragging out

    def _carry_out(self) -> None:
        """Drag the files of the selection to another program or another part of the window."""
        rows = self._session.selecting.rows
        if self._press_row not in rows:
            rows = np.array([self._press_row], np.int64)
        drag = QDrag(self)
        drag.setMimeData(files_to_carry(self._session, rows.tolist()))
        thumbnail = self._thumbnails.get(self._press_row)
        if thumbnail is not None and thumbnail.image is not None:
            small = thumbnail.image.scaled(
                96,
                96,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            drag.setPixmap(QPixmap.fromImage(small))
        self._press_row = -1
        drag.exec(Qt.DropAction.CopyAction)

    def _is_selected(self, row: int) -> bool:
        rows = self._session.selecting.rows
        place = int(np.searchsorted(rows, row))
        return place < len(rows) and int(rows[place]) == row
