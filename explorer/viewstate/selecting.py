"""The one selection, highlight and focus that every view reads."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from explorer.core.commands import Command, History
from explorer.core.hub import Hub
from explorer.core.selection import Rows, SelectionMode, as_rows, combine_rows
from explorer.core.wording import Wording
from explorer.viewstate.messages import FocusChanged, HighlightChanged, SelectionChanged

EMPTY: Rows = np.empty(0, np.int64)


class Selecting:
    """Holds rows, tells the hub, and can be undone.

    ``rows`` is what is selected, ``highlight`` the row under the pointer (-1 for none) and
    ``focus`` the row that the inspector shows (-1 for none).
    """

    def __init__(self, hub: Hub, history: History) -> None:
        self._hub, self._history = hub, history
        self.rows: Rows = EMPTY
        self.highlight = -1
        self.focus = -1

    def select(self, rows: ArrayLike, mode: SelectionMode = "new") -> None:
        """Select rows; the step can be undone."""
        before, after = self.rows, combine_rows(self.rows, rows, mode)
        if np.array_equal(before, after):
            return
        count = len(after)
        name = Wording("Select {count} items", count=count)
        if count < 2:
            name = Wording("Select 1 item") if count else Wording("Select nothing")
        self._history.run(
            Command(name, lambda: self._put(after), lambda: self._put(before)),
        )

    def invert(self, among: Rows) -> None:
        """Select what is not selected, among these rows."""
        self.select(np.setdiff1d(among, self.rows))

    def drop(self, rows: ArrayLike) -> None:
        """Take out rows that are there no longer; no step of its own that could be undone."""
        left = combine_rows(self.rows, rows, "remove")
        if len(left) < len(self.rows):
            self._put(left)

    def point_at(self, row: int) -> None:
        """The pointer is over this row, in whichever view."""
        if row != self.highlight:
            self.highlight = row
            self._hub.publish(HighlightChanged(row))

    def look_at(self, row: int) -> None:
        """Show this row in the inspector."""
        if row != self.focus:
            self.focus = row
            self._hub.publish(FocusChanged(row))

    def reset(self, rows: ArrayLike = (), focus: int = -1) -> None:
        """Start anew with another collection; cannot be undone."""
        self.rows, self.highlight, self.focus = as_rows(rows), -1, focus
        self._hub.publish(SelectionChanged())
        self._hub.publish(HighlightChanged(-1))
        self._hub.publish(FocusChanged(focus))

    def _put(self, rows: Rows) -> None:
        self.rows = rows
        self._hub.publish(SelectionChanged())
