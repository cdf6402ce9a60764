"""What a collection knew of each file before a run: compact enough for millions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from explorer.collection.scanner import Found, is_inside
from explorer.store.pathtext import keep_text, restore_text
from explorer.store.schema import UNFINISHED

COLUMNS = (
    *("row", "id", "path", "part", "size", "modified_ns", "state", "modality"),
    *("encoding", "file_hash", "content_hash", "added", "added_at"),
)
Positions = NDArray[np.int64]


class KnownItem(NamedTuple):
    """One item as it was stored; ``present`` and ``encoded`` (by the encoders of now) are told."""

    row: int
    id: str
    part: str
    modality: str
    content_hash: str
    added: str
    added_at: float
    present: bool
    encoded: bool


_ITEM_COLUMNS = list(KnownItem._fields[:-2])


class KnownFiles:
    """Stored items by path, by size, and whether this run has come across them.

    Parameters
    ----------
    stored
        `pyarrow.Table` with `COLUMNS`.
    encodings
        By modality, how its items are encoded now; others were encoded by another encoder.
        Modalities that are missing here have no plugin and stay as they are.
    """

    def __init__(self, stored: Any, encodings: Mapping[str, str]) -> None:
        self._stored = stored.combine_chunks()
        self.rows: Positions = stored["row"].to_numpy().astype(np.int64)
        self.size: NDArray[np.int64] = stored["size"].to_numpy().astype(np.int64)
        self.modified_ns: NDArray[np.int64] = stored["modified_ns"].to_numpy().astype(np.int64)
        self.present = np.array([state == "present" for state in _texts(stored, "state")], bool)
        pairs = zip(_texts(stored, "modality"), _texts(stored, "encoding"), strict=True)
        self.encoded = np.array(
            [encodings.get(modality, encoding) == encoding for modality, encoding in pairs], bool
        )
        self.seen = np.zeros(len(self.rows), bool)
        # Python's hash of a path (64 bits, keyed) in place of a dictionary: 16 bytes a file.
        hashes = np.array([hash(path) for path in _texts(stored, "path")], np.int64)
        self._by_path = np.argsort(hashes, kind="stable")
        self._path_hashes = hashes[self._by_path]
        self._by_size = np.argsort(self.size, kind="stable")
        self._sizes = self.size[self._by_size]

    def __len__(self) -> int:
        return len(self.rows)

    def at_path(self, path: str) -> Positions:
        """Positions of the items read from a file."""
        return _equal(self._by_path, self._path_hashes, hash(keep_text(path)))

    def at_size(self, size: int) -> Positions:
        """Positions of the items whose file has this size."""
        return _equal(self._by_size, self._sizes, size)

    def path(self, position: int) -> str:
        """Path of the file of an item."""
        return restore_text(self._stored["path"][int(position)].as_py())

    def file_hash(self, position: int) -> str:
        """Hash of the file of an item."""
        return str(self._stored["file_hash"][int(position)].as_py())

    def items(self, positions: Positions) -> dict[str, KnownItem]:
        """What is stored of these items, by part."""
        stored = self._stored.select(_ITEM_COLUMNS).take(positions)
        rows: Iterable[tuple[Any, ...]] = zip(
            *(stored[name].to_pylist() for name in stored.column_names), strict=True
        )
        flags = zip(self.present[positions].tolist(), self.encoded[positions].tolist(), strict=True)
        known = [KnownItem._make((*row, *told)) for row, told in zip(rows, flags, strict=True)]
        return {restore_text(one.part): one for one in known}

    def alive(self, positions: Positions, found: Found) -> Positions:
        """Those items of a file that are in it, if it is as it was.

        An item is marked as removed when its file went, and comes back with it; or when it went
        out of its file (a deleted row of a table), which is seen from the time of the file then.
        """
        same = (self.size[positions] == found.size) & (
            self.modified_ns[positions] == found.modified_ns
        )
        alive: Positions = positions[self.present[positions] | same]
        return alive

    def is_same(self, alive: Positions, found: Found) -> bool:
        """Whether a file has the size and time it had, and its items need no other vectors."""
        return bool(
            len(alive)
            and (self.size[alive] == found.size).all()
            and (self.modified_ns[alive] == found.modified_ns).all()
            and self.encoded[alive].all()
        )

    def is_whole(self, alive: Positions) -> bool:
        """Whether all of a file was stored, with vectors of the encoders of now."""
        return bool(
            len(alive)
            and (self.modified_ns[alive] != UNFINISHED).all()
            and self.encoded[alive].all()
        )

    def missing(self, roots: Iterable[str], unknown: Iterable[str]) -> Positions:
        """Positions of items that are stored as present in these files and folders, but not seen.

        Parameters
        ----------
        roots
            Files and folders that were walked.
        unknown
            Folders that could not be read: nothing is said about what is in them.
        """
        roots, unknown = frozenset(roots), frozenset(unknown)
        candidates = np.flatnonzero(self.present & ~self.seen)
        paths = self._stored["path"]
        gone = []
        for position in candidates:
            path = restore_text(paths[int(position)].as_py())
            if is_inside(path, roots) and not is_inside(path, unknown):
                gone.append(int(position))
        return np.array(gone, np.int64)


def _texts(stored: Any, name: str) -> list[str]:
    values: list[str] = stored[name].to_pylist()
    return values


def _equal(order: Positions, keys: NDArray[np.int64], key: int) -> Positions:
    first, last = np.searchsorted(keys, key, "left"), np.searchsorted(keys, key, "right")
    return np.sort(order[first:last])
