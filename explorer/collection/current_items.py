"""The table of all items as it is at this moment, whoever wrote to it last."""

from __future__ import annotations

import threading

from explorer.collection.item_table import COLUMNS, ItemTable
from explorer.store.tables import Tables


class CurrentItems:
    """Reads the items once, and afterwards what was written since; any thread may ask."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._reading = threading.Lock()
        self._items, self._version = ItemTable.empty(), -1

    def table(self) -> ItemTable:
        """All items at this moment."""
        with self._reading:
            version = self._tables.version("items")
            if version != self._version:
                self._read_on()
                self._version = version
            return self._items

    def _read_on(self) -> None:
        # From the last known batch on: an update in several steps shares one number.
        where = f"stamp >= {self._items.version}" if len(self._items) else ""
        stored = self._tables.read("items", COLUMNS, where)
        stamps = stored["stamp"].to_numpy()
        newest = int(stamps.max()) if len(stamps) else 0
        self._items = self._items.extended(stored, max(newest, self._items.version))

    def forget(self) -> None:
        """Let go of the memory; the next who asks reads all of them again."""
        with self._reading:
            self._items, self._version = ItemTable.empty(), -1
