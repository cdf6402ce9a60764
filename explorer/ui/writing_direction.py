"""What a label needs in a window that is written from the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def at_the_start(widget: QWidget) -> Qt.AlignmentFlag:
    """Where lines of this window begin.

    A label goes by the direction of its own words; a file's name in Latin letters would stand
    alone on the left of a window whose lines begin at the right.
    """
    side = Qt.AlignmentFlag.AlignRight if widget.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
