"""Which order the items have once something else is asked."""

from __future__ import annotations

from explorer.core.query import Query
from explorer.viewstate.grid_state import GridState


class OrderOfQuery:
    """Puts the hits of another query best first, whatever order those before had.

    Parameters
    ----------
    query
        Whose answer is shown so far.
    """

    def __init__(self, query: Query) -> None:
        self._shown = query
        self._kept = False

    def keep(self) -> None:
        """Leave the order as it was put back: the query that it belongs to is put back after it."""
        self._kept = True

    def follow(self, query: Query, state: GridState) -> bool:
        """Choose the order for a query; whether anything of the query changed."""
        before, self._shown = self._shown, query
        if self._kept:
            self._kept = not query.active
        elif query.active != before.active:
            state.choose_order("match", False, asked=True)
        return query != before
