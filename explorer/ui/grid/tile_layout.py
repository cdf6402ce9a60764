"""Where the squares of the grid lie: arithmetic alone, so that any number costs the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

import numpy as np
from PySide6.QtCore import QPoint, QRect

from explorer.core.selection import Rows
from explorer.viewstate.grouping import Group

Column = TypeVar("Column", int, Rows)

MARGIN: Final = 12
GAP: Final = 8
BELOW: Final = 7
"""Room under a square for its score bar, px."""
HEADING: Final = 32
"""Height of the heading of a group, px."""


class TileLayout:
    """Lines of equal squares that fill the width, under a heading for each group.

    Parameters
    ----------
    width
        Of the view, px.
    count
        Number of tiles.
    wanted
        Side that the person has chosen, px; squares grow or shrink so that the lines are full.
    groups
        What the tiles are parted into; none for one part without a heading.
    mirrored
        Whether lines begin at the right.

    Attributes
    ----------
    columns
        Squares in a line.
    side, pitch
        Of a square, and from one line to the next, px.
    lines, height
        Number of lines, and height of everything, px.
    """

    def __init__(
        self,
        width: int,
        count: int,
        wanted: int,
        groups: Sequence[Group] = (),
        *,
        mirrored: bool = False,
    ) -> None:
        self.width, self.count, self._mirrored = width, count, mirrored
        self.columns, self.side = _filling(width - 2 * MARGIN, wanted)
        self.pitch = self.side + GAP + BELOW
        self.heading = HEADING if groups else 0
        starts = [group.start for group in groups] or [0]
        stops = [group.stop for group in groups] or [count]
        self._starts = np.array(starts, np.int64)
        self._stops = np.array(stops, np.int64)
        lines = -(-(self._stops - self._starts) // self.columns)
        self._first_lines = np.concatenate([[0], np.cumsum(lines)]).astype(np.int64)
        # Where each group's heading begins; its squares follow.
        heights = self.heading + lines * self.pitch
        self._tops = MARGIN + np.concatenate([[0], np.cumsum(heights)]).astype(np.int64)
        if groups:
            self._tops -= MARGIN - 4
        self.lines = int(self._first_lines[-1])
        self.height = int(self._tops[-1]) + MARGIN - GAP if count or groups else 0

    def rect(self, position: int) -> QRect:
        """The square of a position, from the top of everything."""
        group = self._group_of(position)
        line, column = divmod(position - int(self._starts[group]), self.columns)
        left = MARGIN + self._turned(column) * (self.side + GAP)
        top = int(self._tops[group]) + self.heading + line * self.pitch
        return QRect(left, top, self.side, self.side)

    def heading_rect(self, group: int) -> QRect:
        """The heading of a group, from the top of everything."""
        return QRect(0, int(self._tops[group]), self.width, self.heading)

    def position_at(self, point: QPoint) -> int:
        """The position whose square holds a point, -1 for none."""
        group = self._group_at(point.y())
        down_group = point.y() - int(self._tops[group]) - self.heading
        line, down = divmod(down_group, self.pitch)
        column, across = divmod(point.x() - MARGIN, self.side + GAP)
        inside = 0 <= column < self.columns and line >= 0
        if not inside or across >= self.side or down >= self.side + BELOW:
            return -1
        position = int(self._starts[group]) + line * self.columns + self._turned(column)
        return position if position < int(self._stops[group]) else -1

    def heading_at(self, point: QPoint) -> int:
        """The group whose heading holds a point, -1 for none."""
        if not self.heading:
            return -1
        group = self._group_at(point.y())
        return group if self.heading_rect(group).contains(point) else -1

    def span(self, top: int, bottom: int) -> range:
        """Positions of all lines that touch a band, px from the top of everything."""
        return range(self._first_below(top), self._first_below(bottom, past=True))

    def headings(self, top: int, bottom: int) -> range:
        """Groups whose heading or squares touch a band, px from the top of everything."""
        if not self.heading:
            return range(0)
        return range(self._group_at(top), self._group_at(bottom) + 1)

    def within(self, rect: QRect) -> Rows:
        """Positions whose square touches a rectangle: int64 (n,)."""
        span = self.span(rect.top(), rect.bottom())
        positions = np.arange(span.start, span.stop)
        groups = np.searchsorted(self._starts, positions, side="right") - 1
        line, column = np.divmod(positions - self._starts[groups], self.columns)
        left = MARGIN + self._turned(column) * (self.side + GAP)
        top = self._tops[groups] + self.heading + line * self.pitch
        across = (left <= rect.right()) & (left + self.side > rect.left())
        down = (top <= rect.bottom()) & (top + self.side > rect.top())
        return np.asarray(positions[across & down], np.int64)

    def lines_away(self, position: int, lines: int) -> int:
        """The position so many lines below (or above), in the same column where there is one.

        In the first or last line it stays where it is.
        """
        group = self._group_of(position)
        line, column = divmod(position - int(self._starts[group]), self.columns)
        here = int(self._first_lines[group]) + line
        wanted = min(max(here + lines, 0), self.lines - 1)
        if wanted == here:
            return position
        group = int(np.searchsorted(self._first_lines, wanted, side="right")) - 1
        start = int(self._starts[group]) + (wanted - int(self._first_lines[group])) * self.columns
        return min(start + column, int(self._stops[group]) - 1)

    def _turned(self, column: Column) -> Column:
        return self.columns - 1 - column if self._mirrored else column

    def _group_of(self, position: int) -> int:
        return max(int(np.searchsorted(self._starts, position, side="right")) - 1, 0)

    def _group_at(self, y: int) -> int:
        place = int(np.searchsorted(self._tops, y, side="right")) - 1
        return min(max(place, 0), len(self._starts) - 1)

    def _first_below(self, y: int, *, past: bool = False) -> int:
        """The first position whose line ends below a height, or (`past`) begins below it."""
        group = self._group_at(y)
        line = (y - int(self._tops[group]) - self.heading) // self.pitch + past
        start, stop = int(self._starts[group]), int(self._stops[group])
        return min(start + max(line, 0) * self.columns, stop)


def _filling(room: int, wanted: int) -> tuple[int, int]:
    """How many squares fill a line of so many px, and their side: as near as can be to `wanted`.

    Sides are compared as ratios: half as large is as far off as twice as large.
    """
    fewer = max((room + GAP) // (wanted + GAP), 1)
    large, small = (max((room + GAP) // columns - GAP, 16) for columns in (fewer, fewer + 1))
    if large > wanted and wanted * wanted <= large * small:
        return fewer + 1, small
    return fewer, large
