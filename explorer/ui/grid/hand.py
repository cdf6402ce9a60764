"""What mouse and keyboard do with items, the same in the squares and in the list.

Every gesture ends in the session: `point_at`, `select` and `look_at`.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QKeyEvent, QPixmap
from PySide6.QtWidgets import QWidget

from explorer.core.selection import Rows, SelectionMode
from explorer.ui.items_mime import files_to_carry
from explorer.ui.thumbnails import ThumbnailCache
from explorer.viewstate.arrangement import Arrangement
from explorer.viewstate.session import Session

Mod = Qt.KeyboardModifier
Key = Qt.Key
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
"""Who comes to a view by these wants to see where its cursor is."""
DRAGGED_SIDE = 96
"""Of the small picture that a drag carries, px."""


class Field(Protocol):
    """What the hand needs of the view it works in."""

    @property
    def arrangement(self) -> Arrangement:
        """The rows shown."""
        ...

    @property
    def cursor_position(self) -> int:
        """Where the keyboard is, -1 for nowhere."""
        ...

    def put_cursor(self, position: int, *, scroll: bool) -> None:
        """Put the keyboard's cursor on a position, and where it is wanted in view."""
        ...


class ItemHand:
    """Moves, selects and carries out.

    Parameters
    ----------
    session
        Whose selection and focus are changed.
    field
        The view it works in.
    thumbnails
        For the picture that a drag shows.
    """

    def __init__(self, session: Session, field: Field, thumbnails: ThumbnailCache) -> None:
        self._session, self._field, self._thumbnails = session, field, thumbnails
        self._range_from = self._range_at = -1
        self.pressed = QPoint()
        self.press_position = -1

    # -- moving and selecting

    def go_to(self, position: int, *, extend: bool = False, only_look: bool = False) -> None:
        """Move the keyboard's cursor and select there, up to there, or nothing."""
        rows = self._field.arrangement.rows
        if not len(rows):
            return
        position = min(max(position, 0), len(rows) - 1)
        self._field.put_cursor(position, scroll=True)
        if not only_look:
            self.pick(position, extend=extend)
        self._session.selecting.look_at(int(rows[position]))

    def pick(self, position: int, *, extend: bool, mode: SelectionMode = "new") -> None:
        """Select one position, or all from where the last one was picked."""
        rows = self._field.arrangement.rows
        start = self._start()
        if extend and start >= 0:
            low, high = sorted((start, position))
            self._session.selecting.select(rows[low : high + 1], mode)
        else:
            self._range_from, self._range_at = int(rows[position]), position
            self._session.selecting.select(rows[position : position + 1], mode)

    def _start(self) -> int:
        """Where a range begins: a row that stands in several groups is meant where it was hit."""
        rows, at = self._field.arrangement.rows, self._range_at
        if 0 <= at < len(rows) and int(rows[at]) == self._range_from:
            return at
        return self._field.arrangement.position_of(self._range_from)

    def select_all(self) -> None:
        """Select everything shown."""
        self._session.selecting.select(self._field.arrangement.rows)

    def is_selected(self, row: int) -> bool:
        """Whether a row is selected."""
        rows = self._session.selecting.rows
        place = int(np.searchsorted(rows, row))
        return place < len(rows) and int(rows[place]) == row

    # -- keyboard

    def move(self, event: QKeyEvent, target: int | None) -> bool:
        """Carry out a key that goes to a position, or selects; whether it was one."""
        mods = event.modifiers()
        if target is not None:
            extend, alone = bool(mods & Mod.ShiftModifier), bool(mods & Mod.ControlModifier)
            self.go_to(target, extend=extend, only_look=alone)
        elif event.key() == Key.Key_Space and mods & Mod.ControlModifier:
            self._toggle()
        else:
            return False
        return True

    def _toggle(self) -> None:
        position = self._field.cursor_position
        if position >= 0:
            row = int(self._field.arrangement.rows[position])
            self.pick(position, extend=False, mode="remove" if self.is_selected(row) else "add")

    # -- mouse

    def press(self, position: int, mods: Qt.KeyboardModifier) -> None:
        """The left button went down on a position."""
        row = int(self._field.arrangement.rows[position])
        self.press_position = position
        self._field.put_cursor(position, scroll=False)
        if mods & Mod.ShiftModifier:
            self.pick(position, extend=True, mode="add" if mods & Mod.ControlModifier else "new")
        elif mods & Mod.ControlModifier:
            self.pick(position, extend=False, mode="remove" if self.is_selected(row) else "add")
        elif not self.is_selected(row):
            self.pick(position, extend=False)
        else:
            # It may begin a drag of all that is selected: what is picked is settled on release.
            self._range_from, self._range_at = row, position
        self._session.selecting.look_at(row)

    def release(self, mods: Qt.KeyboardModifier) -> None:
        """The left button went up."""
        position, self.press_position = self.press_position, -1
        keep = mods & (Mod.ControlModifier | Mod.ShiftModifier)
        shown = 0 <= position < len(self._field.arrangement)
        if shown and not keep and len(self._session.selecting.rows) > 1:
            self.pick(position, extend=False)

    def carried_rows(self) -> Rows:
        """What a drag from where the button went down carries: the selection, or that one."""
        rows = self._session.selecting.rows
        row = int(self._field.arrangement.rows[self.press_position])
        return rows if row in rows else np.array([row], np.int64)

    def carry_out(self, source: QWidget) -> None:
        """Drag the files to another program or another part of the window."""
        row = int(self._field.arrangement.rows[self.press_position])
        drag = QDrag(source)
        drag.setMimeData(files_to_carry(self._session, self.carried_rows().tolist()))
        thumbnail = self._thumbnails.get(row)
        if thumbnail is not None and thumbnail.image is not None:
            small = thumbnail.image.scaled(
                DRAGGED_SIDE,
                DRAGGED_SIDE,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            drag.setPixmap(QPixmap.fromImage(small))
        self.press_position = -1
        drag.exec(Qt.DropAction.CopyAction)
