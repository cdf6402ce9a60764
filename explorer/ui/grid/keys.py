"""What each key does to the items of the grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from explorer.ui.grid.showing_large import is_plain

if TYPE_CHECKING:
    from explorer.ui.grid.view import GridView


class GridKeys:
    """Carries keys out on a grid, whether it shows squares or a list."""

    def __init__(self, grid: GridView) -> None:
        self._grid = grid

    def press(self, event: QKeyEvent) -> bool:
        """Carry out a key; whether it means anything here."""
        grid, row, key = self._grid, self._grid.current_row(), event.key()
        commands = grid.commands
        opens = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.matches(QKeySequence.StandardKey.SelectAll):
            grid.select_all()
        elif opens and row >= 0 and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            commands.open(row)
        elif not is_plain(event):
            return False
        elif key == Qt.Key.Key_V:
            grid.choose_look("grid" if grid.shown_field is grid.list else "list")
        elif key == Qt.Key.Key_F and grid.arrangement.groups:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                grid.fold_all(not grid.has_folded)
            else:
                grid.fold_here()
        elif row < 0:
            return False
        elif opens or key == Qt.Key.Key_Space:
            grid.show_large(row)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_5:
            commands.rate(commands.about(row), key - Qt.Key.Key_0)
        elif key == Qt.Key.Key_T:
            grid.open_tag_field()
        elif key == Qt.Key.Key_Delete:
            commands.trash(commands.about(row))
        elif key == Qt.Key.Key_S:
            commands.more_like(row)
        elif key in (Qt.Key.Key_L, Qt.Key.Key_D):
            commands.judge(commands.about(row), 1 if key == Qt.Key.Key_L else -1)
        else:
            return False
        return True
