"""Collects what an index run has done and stores it in batches."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.collection.chunk import WaitingItem
from explorer.collection.index_report import Failure
from explorer.collection.item_rows import iso_time, item_row, moved_columns, time_columns, unit_row
from explorer.collection.known_files import KnownItem
from explorer.core.identity import new_id
from explorer.media.decoded import DecodedFile
from explorer.store.pathtext import keep_text, restore_text
from explorer.store.scan import VectorRows, VectorScan
from explorer.store.schema import UNFINISHED, item_schema
from explorer.store.tables import Batch, Tables

BATCH_ITEMS = 256
BATCH_SECONDS = 2.0
_EDITS_AT_ONCE = 500

Rows = NDArray[np.int64]


class ContentKeys:
    """A set of content keys: an ordered array for the many, a set for the recent."""

    def __init__(self, keys: NDArray[np.int64]) -> None:
        self._keys = np.unique(keys)
        self._recent: set[int] = set()

    def __contains__(self, key: int) -> bool:
        if key in self._recent:
            return True
        at = int(np.searchsorted(self._keys, key))
        return at < len(self._keys) and int(self._keys[at]) == key

    def update(self, keys: Iterable[int]) -> None:
        """Add some."""
        self._recent.update(keys)
        if len(self._recent) > 20_000:
            self._keys = np.union1d(self._keys, np.fromiter(self._recent, np.int64))
            self._recent.clear()


@dataclass(frozen=True, slots=True)
class _Edit:
    """What became of the file of a stored item that was not read again."""

    path: str
    size: int
    modified_ns: int


class StoreWriter:
    """Writes for one index run; the write lock is held all the while.

    Parameters
    ----------
    committed
        Number of the last stored batch.
    next_row
        Row number of the next new item.
    with_vectors
        Keys of the contents that have vectors of the encoders of now.
    with_items
        Keys of the contents that items have.
    stored
        Called after each stored batch.
    """

    def __init__(
        self,
        tables: Tables,
        scan: VectorScan,
        *,
        committed: int,
        next_row: int,
        with_vectors: ContentKeys,
        with_items: ContentKeys,
        stored: Callable[[], None] = lambda: None,
    ) -> None:
        self._tables, self._scan, self._stored = tables, scan, stored
        self.committed = committed
        self.next_row = next_row
        self._with_vectors, self._with_items = with_vectors, with_items
        self._batch = Batch()
        self._edits: dict[int, _Edit] = {}
        self._finishing: list[tuple[Rows, Rows, DecodedFile]] = []
        self._last = time.monotonic()
        self._broken = False

    def has_vectors(self, content: int) -> bool:
        """Whether a content needs no encoding."""
        return content in self._with_vectors

    # -- collecting

    def store(
        self,
        decoded: DecodedFile,
        waiting: WaitingItem,
        encoding: str,
        known: KnownItem | None,
        *,
        whole: bool,
    ) -> int:
        """Take in an item; its row number. `whole`: the file ends with this batch."""
        modified_ns = decoded.modified_ns if whole else UNFINISHED
        row = item_row(
            decoded,
            waiting.item,
            content=waiting.content,
            encoding=encoding,
            modified_ns=modified_ns,
        )
        if known is not None:
            row.update(id=known.id, row=known.row, added=known.added, added_at=known.added_at)
            self._batch.changed_items.append(row)
        else:
            now = time.time()
            row.update(id=new_id(), row=self.next_row, added=iso_time(now), added_at=now)
            self.next_row += 1
            self._batch.new_items.append(row)
        self._take_content(waiting)
        return int(row["row"])

    def _take_content(self, waiting: WaitingItem) -> None:
        batch, key = self._batch, waiting.content
        if key in self._with_vectors or key in batch.contents:
            return  # a copy was stored before, or is in this batch
        if key in self._with_items:
            batch.replaced.add(key)
        batch.contents.add(key)
        batch.units.extend(unit_row(key, unit) for unit in waiting.units)
        if waiting.item.thumbnail is not None:
            batch.thumbnails.append({"content": key, "data": waiting.item.thumbnail})
        for index, identity, vector in waiting.vectors:
            batch.vector_keys.append((key, index, identity))
            batch.vectors.append(vector)

    def move(self, rows: Rows, path: str, size: int, modified_ns: int) -> None:
        """Note where a file is now, and its time; its items stay as they are."""
        for row in rows:
            self._edits[int(row)] = _Edit(path, size, modified_ns)

    def finish(self, same: Rows, gone: Rows, decoded: DecodedFile) -> None:
        """Once the present batch is stored: note a file's time for rows, mark others as removed."""
        if len(same) or len(gone):
            self._finishing.append((same, gone, decoded))

    # -- storing

    @property
    def is_dirty(self) -> bool:
        """Whether anything waits to be stored."""
        return bool(len(self._batch) or self._edits or self._finishing)

    def flush_if_due(self) -> None:
        """Store when there is much, or something for a while."""
        full = len(self._batch) >= BATCH_ITEMS or len(self._edits) >= _EDITS_AT_ONCE
        if full or (self.is_dirty and time.monotonic() - self._last > BATCH_SECONDS):
            self.flush()

    def flush(self) -> None:
        """Store what was collected.

        Raises
        ------
        CollectionError
            If it cannot be written; what was stored before stays whole.
        """
        if self._broken or not self.is_dirty:
            return
        # Whatever interrupts this, the same batch must not be written a second time.
        self._broken = True
        self._apply_edits()
        if len(self._batch):
            self._commit(self._batch)
            self._batch = Batch()
        for same, gone, decoded in self._finishing:
            self._set(
                same,
                {
                    **time_columns(decoded.modified_ns),
                    "size": decoded.size,
                    "file_hash": decoded.content_hash,
                },
            )
            self._set(gone, {"state": "removed"})
        self._finishing.clear()
        self._last = time.monotonic()
        self._broken = False
        self._stored()

    def revive(self, rows: Rows) -> None:
        """Mark items as present again."""
        self._set(rows, {"state": "present"})

    def remove(self, rows: Rows) -> None:
        """Mark items as removed."""
        self.flush()
        self._set(rows, {"state": "removed"})
        if len(rows):
            self._stored()

    def keep_failures(self, failed: list[Failure], settled: Callable[[str], bool]) -> None:
        """Store these failures in place of the earlier ones that are settled."""
        earlier = self._tables.read("failures", ["path"])["path"].to_pylist()
        gone = {path for path in earlier if settled(restore_text(path))}
        rows = [
            {
                "path": keep_text(one.path),
                "part": keep_text(one.part),
                "reason": keep_text(one.reason),
                "at": one.when,
            }
            for one in failed
        ]
        if rows or gone:
            self._tables.replace_failures(rows, gone)

    def _apply_edits(self) -> None:
        columns = item_schema().names
        for stored in self._tables.read_rows("items", columns, "row", list(self._edits)):
            edit = self._edits[stored["row"]]
            self._batch.changed_items.append(
                moved_columns(stored, edit.path, edit.size, edit.modified_ns)
            )
        self._edits.clear()

    def _set(self, rows: Rows, values: dict[str, Any]) -> None:
        if len(rows):
            self._tables.set_items(rows, values, self.committed + 1)
            self._count([])

    def _commit(self, batch: Batch) -> None:
        self._tables.commit(batch, self.committed + 1)
        self._with_vectors.update(key for key, _, _ in batch.vector_keys)
        self._with_items.update(batch.contents)
        rows: list[VectorRows] = []
        if batch.vectors:
            rows.append(
                VectorRows(
                    np.array([key for key, _, _ in batch.vector_keys], np.int64),
                    np.array([unit for _, unit, _ in batch.vector_keys], np.int32),
                    np.stack(batch.vectors).astype(np.float16),
                )
            )
        self._count(rows)

    def _count(self, rows: list[VectorRows]) -> None:
        self.committed += 1
        self._scan.append(rows, self.committed)
