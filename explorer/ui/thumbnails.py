"""Small pictures of the items that are visible now, read and decoded off the GUI thread."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from explorer.collection.collection import Collection
from explorer.collection.item_table import ItemTable
from explorer.jobs import Control
from explorer.viewstate.messages import CollectionOpened, ItemsChanged
from explorer.viewstate.session import Session

_log = logging.getLogger(__name__)

BATCH = 32
"""Items per reading: some 10 ms of decoding, so that the first pictures show at once."""
AT_ONCE = 2
"""Batches under way at a time; the io lane has room left for previews."""
WORDS = 400
"""Letters of an item's words that are kept for its card."""


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small picture of an item, or the words that stand for it.

    ``image`` is None where the item has no picture; ``words`` then holds the start of its text.
    """

    image: QImage | None
    words: str = ""

    @property
    def bytes(self) -> int:
        """Memory it takes."""
        return 200 + len(self.words) + (self.image.sizeInBytes() if self.image else 0)


class ThumbnailCache(QObject):
    """Thumbnails by row of the open collection, shared by all views.

    A view says with `want` what it shows now, and draws what `get` has; `arrived` tells when
    there is more. What a view does not want any more before its turn comes is never read.

    Parameters
    ----------
    session
        Its open collection is read; another collection starts the cache anew.
    limit
        Bytes of decoded pictures that are kept. What is wanted now is kept beyond that.
    """

    arrived = Signal(object)
    """frozenset of rows whose thumbnail is there now."""
    cleared = Signal()
    """Another collection is open, or thumbnails have changed: ask again."""

    def __init__(
        self, session: Session, limit: int = 256 * 1024**2, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._limit = session, limit
        self._kept: OrderedDict[int, Thumbnail] = OrderedDict()
        self._bytes = 0
        self._stamps: dict[int, int] = {}
        self._wanted: WeakKeyDictionary[object, tuple[int, ...]] = WeakKeyDictionary()
        self._reading: set[int] = set()
        self._batches = 0
        self._generation = 0
        self.decoded = 0
        session.hub.subscribe(self, CollectionOpened, lambda _: self.clear())
        session.hub.subscribe(self, ItemsChanged, lambda _: self._forget_changed())

    @property
    def bytes(self) -> int:
        """Memory that the kept thumbnails take."""
        return self._bytes

    def get(self, row: int) -> Thumbnail | None:
        """The thumbnail of a row, or None while it is not here."""
        thumbnail = self._kept.get(row)
        if thumbnail is not None:
            self._kept.move_to_end(row)
        return thumbnail

    def want(self, viewer: object, rows: Iterable[int]) -> None:
        """Say what a view shows now, most wanted first; this replaces what it wanted before."""
        self._wanted[viewer] = tuple(int(row) for row in rows)
        self._read_on()

    def clear(self) -> None:
        """Forget everything; what is being read is dropped when it arrives."""
        self._generation += 1
        self._kept.clear()
        self._stamps.clear()
        self._reading.clear()
        self._wanted.clear()
        self._bytes, self._batches = 0, 0
        self.cleared.emit()

    def close(self) -> None:
        """Stop reading; the cache is not used after."""
        self._session.hub.unsubscribe(self)
        self._generation += 1
        self._wanted.clear()

    def _read_on(self) -> None:
        if self._session.collection is None:
            return
        while self._batches < AT_ONCE and (rows := self._next_rows()):
            self._read(rows)

    def _next_rows(self) -> list[int]:
        rows: dict[int, None] = {}
        count = len(self._session.items)
        for wanted in list(self._wanted.values()):
            for row in wanted:
                if 0 <= row < count and row not in self._kept and row not in self._reading:
                    rows[row] = None
                    if len(rows) == BATCH:
                        return list(rows)
        return list(rows)

    def _read(self, rows: list[int]) -> None:
        collection, items = self._session.collection, self._session.items
        assert collection is not None
        generation = self._generation
        ids = [str(items.ids[row]) for row in rows]
        stamps = {row: _stamp(items, row) for row in rows}
        self._reading.update(rows)
        self._batches += 1

        def ended(found: list[Thumbnail]) -> None:
            if generation != self._generation or not isValid(self):
                return
            self._batches -= 1
            self._reading.difference_update(rows)
            self._stamps.update(stamps)
            self._keep(dict(zip(rows, found, strict=True)))
            self._read_on()

        def failed(sentence: str) -> None:
            _log.info("thumbnails of %s items cannot be read: %s", len(rows), sentence)
            ended([Thumbnail(None)] * len(rows))

        self._session.jobs.submit(
            "Read thumbnails",
            lambda control: read_thumbnails(collection, ids, control),
            done=ended,
            failed=failed,
            cancelled=lambda: failed("it was stopped"),
            quiet=True,
        )

    def _keep(self, found: dict[int, Thumbnail]) -> None:
        for row, thumbnail in found.items():
            self._kept[row] = thumbnail
            self._bytes += thumbnail.bytes
        self.decoded += len(found)
        self._make_room()
        self.arrived.emit(frozenset(found))

    def _make_room(self) -> None:
        if self._bytes <= self._limit:
            return
        shown = {row for rows in self._wanted.values() for row in rows}
        for row in [row for row in self._kept if row not in shown]:
            self._drop(row)
            if self._bytes <= self._limit:
                return

    def _drop(self, row: int) -> None:
        self._bytes -= self._kept.pop(row).bytes
        self._stamps.pop(row, None)

    def _forget_changed(self) -> None:
        """A file that was indexed anew may look different."""
        items = self._session.items
        changed = [
            row
            for row, old in self._stamps.items()
            if row >= len(items) or _stamp(items, row) != old
        ]
        for row in changed:
            self._drop(row)
        if changed:
            self.cleared.emit()
        self._read_on()


def _stamp(items: ItemTable, row: int) -> int:
    return int(items.modified_ns[row])


def read_thumbnails(
    collection: Collection, ids: Sequence[str], control: Control
) -> list[Thumbnail]:
    """Read and decode thumbnails, in the order of `ids`; runs off the GUI thread."""
    stored = collection.thumbnails(ids)
    found: list[Thumbnail] = []
    for item_id in ids:
        control.check()
        image = decoded(stored.get(item_id))
        found.append(Thumbnail(image, "" if image else collection.item(item_id).text[:WORDS]))
    return found


def decoded(data: bytes | None) -> QImage | None:
    """A picture from the bytes of a WebP or JPEG file, or None if they are none."""
    if not data:
        return None
    image = QImage.fromData(data)
    return None if image.isNull() else image.convertToFormat(QImage.Format.Format_RGB32)


def picture_of(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> QImage:
    """A picture with memory of its own from pixels: uint8 RGB (h, w, 3)."""
    height, width = pixels.shape[:2]
    rows = np.ascontiguousarray(pixels)
    image = QImage(rows.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)
