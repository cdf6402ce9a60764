"""What a lens found for each item, as a column that any view can colour, sort or describe by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from explorer.core.hub import Hub
from explorer.viewstate.messages import ColumnsChanged

ColumnKind = Literal["amount", "diverging"]


@dataclass(frozen=True, slots=True, eq=False)
class LensColumn:
    """One number for each item.

    Parameters
    ----------
    name
        Stable and unique: ``"compare.disagreement"``; another column of this name replaces it.
    title
        What the person reads at the scale.
    values
        float32 (n,) by row of the item table; NaN, or a row beyond the end, is not known.
    kind
        ``"amount"`` runs from little to much, ``"diverging"`` to both sides of nought.
    low, high
        What the ends of the scale mean, in a word or two; empty for the numbers alone.
    """

    name: str
    title: str
    values: NDArray[np.float32]
    kind: ColumnKind = "amount"
    low: str = ""
    high: str = ""

    def of_rows(self, count: int) -> NDArray[np.float32]:
        """The values for a table of so many rows: float32 (count,), NaN where not known."""
        values = np.full(count, np.nan, np.float32)
        known = min(count, len(self.values))
        values[:known] = self.values[:known]
        return values

    def shares(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Where the values of some rows lie between the least and the most: float32 (k,), 0 to 1.

        NaN where a value is not known; of equal values all are 0.
        """
        inside = (rows >= 0) & (rows < len(self.values))
        some = np.full(len(rows), np.nan, np.float32)
        some[inside] = self.values[rows[inside]]
        if not np.isfinite(self.values).any():
            return some
        low, high = float(np.nanmin(self.values)), float(np.nanmax(self.values))
        return np.asarray((some - low) / max(high - low, 1e-9), np.float32)


class LensColumns:
    """The columns of the open collection; use it on the main thread.

    A lens that has a result to keep calls `put`, and the column is offered wherever one chooses
    what to colour by. For something that lasts as long as a hover, `show` lays a column over
    whatever the person has chosen, until `hide`.
    """

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._columns: dict[str, LensColumn] = {}
        self._shown: LensColumn | None = None

    @property
    def all(self) -> tuple[LensColumn, ...]:
        """The kept columns, in the order they came."""
        return tuple(self._columns.values())

    @property
    def shown(self) -> LensColumn | None:
        """The column that is laid over the person's choice now, if any."""
        return self._shown

    def get(self, name: str) -> LensColumn | None:
        """A kept column by its name."""
        return self._columns.get(name)

    def put(self, column: LensColumn) -> None:
        """Keep a column; it takes the place of one with the same name."""
        self._columns[column.name] = column
        self._hub.publish(ColumnsChanged(column.name))

    def drop(self, name: str) -> None:
        """Keep a column no longer."""
        if self._columns.pop(name, None) is not None:
            self._hub.publish(ColumnsChanged(name))

    def show(self, column: LensColumn) -> None:
        """Lay a column over what the person has chosen to colour by."""
        self._shown = column
        self._hub.publish(ColumnsChanged(column.name))

    def hide(self, name: str = "") -> None:
        """Take it away again; with a name only if that one is shown."""
        shown = self._shown
        if shown is not None and name in ("", shown.name):
            self._shown = None
            self._hub.publish(ColumnsChanged(shown.name))

    def clear(self) -> None:
        """Forget all: another collection is opened."""
        names = [*self._columns, *([self._shown.name] if self._shown else [])]
        self._columns.clear()
        self._shown = None
        for name in dict.fromkeys(names):
            self._hub.publish(ColumnsChanged(name))
