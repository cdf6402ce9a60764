"""Where the squares of the grid lie: arithmetic alone, so that any number costs the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPoint, QRect

from explorer.core.selection import Rows

MARGIN: Final = 12
GAP: Final = 8
BELOW: Final = 7
"""Room under a square for its score bar, px."""


@dataclass(frozen=True, slots=True)
class TileLayout:
    """Rows of equal squares that fill the width.

    Parameters
    ----------
    width
        Of the view, px.
    count
        Number of tiles.
    wanted
        Side that the person has chosen, px; squares grow a little so that the rows are full.
    """

    width: int
    count: int
    wanted: int

    @property
    def columns(self) -> int:
        """Squares in a row."""
        return max((self.width - 2 * MARGIN + GAP) // (self.wanted + GAP), 1)

    @property
    def side(self) -> int:
        """Side of a square, px."""
        if self.columns == 1:
            return max(min(self.wanted, self.width - 2 * MARGIN), 16)
        return (self.width - 2 * MARGIN + GAP) // self.columns - GAP

    @property
    def pitch(self) -> int:
        """From one line to the next, px."""
        return self.side + GAP + BELOW

    @property
    def lines(self) -> int:
        """Number of lines."""
        return -(-self.count // self.columns)

    @property
    def height(self) -> int:
        """Of everything, px."""
        return self.lines * self.pitch + 2 * MARGIN - GAP if self.count else 0

    def rect(self, position: int) -> QRect:
        """The square of a position, from the top of everything."""
        line, column = divmod(position, self.columns)
        left = MARGIN + column * (self.side + GAP)
        return QRect(left, MARGIN + line * self.pitch, self.side, self.side)

    def position_at(self, point: QPoint) -> int:
        """The position whose square holds a point, -1 for none."""
        line, down = divmod(point.y() - MARGIN, self.pitch)
        column, across = divmod(point.x() - MARGIN, self.side + GAP)
        inside = 0 <= column < self.columns and line >= 0
        if not inside or across >= self.side or down >= self.side + BELOW:
            return -1
        position = line * self.columns + column
        return position if position < self.count else -1

    def span(self, top: int, bottom: int) -> range:
        """Positions of all lines that touch a band, px from the top of everything."""
        first = max((top - MARGIN) // self.pitch, 0)
        last = (bottom - MARGIN) // self.pitch + 1
        return range(
            min(first * self.columns, self.count), min(max(last, 0) * self.columns, self.count)
        )

    def within(self, rect: QRect) -> Rows:
        """Positions whose square touches a rectangle: int64 (n,)."""
        span = self.span(rect.top(), rect.bottom())
        positions = np.arange(span.start, span.stop)
        line, column = np.divmod(positions, self.columns)
        left = MARGIN + column * (self.side + GAP)
        top = MARGIN + line * self.pitch
        across = (left <= rect.right()) & (left + self.side > rect.left())
        down = (top <= rect.bottom()) & (top + self.side > rect.top())
        return np.asarray(positions[across & down], np.int64)
