"""All items as columns, for views that draw many of them at once."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.store.pathtext import restore_column

_NUMBERS: tuple[tuple[str, Any, Any], ...] = (
    ("size", np.int64, 0),
    ("modified_ns", np.int64, 0),
    ("added_at", np.float64, np.nan),
    ("width", np.int32, 0),
    ("height", np.int32, 0),
    ("duration", np.float64, np.nan),
    ("taken_at", np.float64, np.nan),
    ("content", np.int64, 0),
)
_TEXTS = ("id", "title", "path", "part")

COLUMNS = (
    *("row", "modality", "state", "stamp"),
    *_TEXTS,
    *(name for name, _, _ in _NUMBERS),
)
"""Columns of the stored table that the item table is made of."""


class ItemTable:
    """The items at one moment: row number = position; rows are only ever added.

    An item that is read again or removed keeps its row.

    Attributes
    ----------
    ids, titles, paths, parts
        Object arrays of str (n,).
    modalities
        Names; ``modality_codes`` int8 (n,) are positions in it.
    present
        bool (n,): whether the item's file was there when last looked for.
    added, taken
        float64 (n,), seconds since the epoch; NaN where not known.
    size, modified_ns
        int64 (n,) of the file: bytes, nanoseconds since the epoch.
    width, height
        int32 (n,) in pixels; 0 where there is none.
    duration
        float64 (n,) in seconds; NaN where there is none.
    contents
        int64 (n,): key of the content; copies of a file share it.
    version
        Number of the stored batch that this shows; it increases.
    """

    def __init__(
        self, columns: dict[str, NDArray[Any]], modalities: tuple[str, ...], version: int
    ) -> None:
        self._columns = columns
        self.modalities = modalities
        self.version = version
        self.ids: NDArray[np.object_] = columns["id"]
        self.titles: NDArray[np.object_] = columns["title"]
        self.paths: NDArray[np.object_] = columns["path"]
        self.parts: NDArray[np.object_] = columns["part"]
        self.modality_codes: NDArray[np.int8] = columns["modality"]
        self.present: NDArray[np.bool_] = columns["present"]
        self.size: NDArray[np.int64] = columns["size"]
        self.modified_ns: NDArray[np.int64] = columns["modified_ns"]
        self.added: NDArray[np.float64] = columns["added_at"]
        self.width: NDArray[np.int32] = columns["width"]
        self.height: NDArray[np.int32] = columns["height"]
        self.duration: NDArray[np.float64] = columns["duration"]
        self.taken: NDArray[np.float64] = columns["taken_at"]
        self.contents: NDArray[np.int64] = columns["content"]
        self._rows: dict[str, int] | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def row_of(self, item_id: str) -> int:
        """Row of an item, -1 where there is none with this id."""
        if self._rows is None:
            self._rows = {name: row for row, name in enumerate(self.ids)}
        return self._rows.get(item_id, -1)

    def modality(self, row: int) -> str:
        """Id of the modality of an item."""
        return self.modalities[int(self.modality_codes[row])]

    @classmethod
    def empty(cls) -> ItemTable:
        """No items."""
        columns: dict[str, NDArray[Any]] = {name: np.empty(0, object) for name in _TEXTS}
        columns.update({name: np.empty(0, kind) for name, kind, _ in _NUMBERS})
        columns.update(modality=np.empty(0, np.int8), present=np.empty(0, bool))
        return cls(columns, (), 0)

    def extended(self, stored: Any, version: int) -> ItemTable:
        """This table with rows that were stored since.

        Parameters
        ----------
        stored
            `pyarrow.Table` with `COLUMNS`: rows that are new, and known ones as they are now.
        version
            Number of the last stored batch.
        """
        import pyarrow.compute as pc

        if not stored.num_rows:
            return ItemTable(self._columns, self.modalities, version)
        rows = stored["row"].to_numpy().astype(np.int64)
        size = max(len(self), int(rows.max()) + 1)
        columns = {name: _grown(array, size) for name, array in self._columns.items()}
        for name in _TEXTS:
            kept = name in ("path", "part")
            values = restore_column(stored[name]) if kept else stored[name].to_pylist()
            columns[name][rows] = np.array([*values, None], object)[:-1]
        for name, kind, missing in _NUMBERS:
            values = stored[name].fill_null(missing).to_numpy()
            columns[name][rows] = values.astype(kind)
        named = stored["modality"].to_pylist()
        modalities = (*self.modalities, *sorted(set(named) - set(self.modalities)))
        codes = {name: code for code, name in enumerate(modalities)}
        columns["modality"][rows] = [codes[name] for name in named]
        columns["present"][rows] = pc.equal(stored["state"], "present").to_numpy()
        return ItemTable(columns, modalities, version)


def _grown(array: NDArray[Any], size: int) -> NDArray[Any]:
    grown = np.empty(size, array.dtype)
    grown[: len(array)] = array
    return grown
