"""A collection: index, search, neighbours, marks, export."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from explorer.collection.answers import Answers
from explorer.collection.contents import Contents
from explorer.collection.encoding import SpaceEncoding, all_identities
from explorer.collection.export import export_items
from explorer.collection.index_report import Failure, IndexReport
from explorer.collection.indexing import Indexer
from explorer.collection.item_table import COLUMNS, ItemTable
from explorer.collection.marks import Marks, MarkStore
from explorer.collection.ranking import Hit, Ranking, SearchResult
from explorer.collection.scanner import distinct_roots
from explorer.collection.stored_projection import StoredProjection
from explorer.collection.tools import Tools
from explorer.collection.vector_index import VectorIndex
from explorer.core.errors import Cancelled
from explorer.core.media import Item, Unit
from explorer.core.query import Query
from explorer.core.selection import Rows
from explorer.core.similarity import Vectors
from explorer.jobs import Control
from explorer.store.folder import (
    Manifest,
    WriteLock,
    migrate,
    new_folder,
    read_manifest,
    write_manifest,
)
from explorer.store.pathtext import restore_text
from explorer.store.scan import ScanView, VectorScan
from explorer.store.schema import quoted, space_name
from explorer.store.tables import Tables


class Collection:
    """Items, their vectors, and what people say about them, in one folder.

    Any thread may search and read, also while another one, or another process, indexes.

    Attributes
    ----------
    name, folder, space_id
        What it is called, where it is, and which space its vectors are of.
    changed
        Called, on the thread that writes, after each stored batch.
    """

    def __init__(self, folder: Path, manifest: Manifest, tools: Tools) -> None:
        self.folder, self.name, self.space_id = folder, manifest.name, manifest.space
        self.changed: list[Callable[[], None]] = []
        self._tools = tools
        self._dimension = manifest.dimension
        self._lock = WriteLock(folder)
        self._tables = Tables(folder, manifest.space, manifest.dimension)
        self._scan = VectorScan(folder / "scan" / space_name(manifest.space), manifest.dimension)
        self._reading = threading.Lock()
        self._items, self._items_version = ItemTable.empty(), -1
        self._index: VectorIndex | None = None
        self._encoding: SpaceEncoding | None = None
        self._contents = Contents(self._tables)
        self._marks = MarkStore(self._tables)
        self._answers = Answers(
            self._tables,
            tools.decoder,
            self._contents,
            self._marks,
            index=self._vector_index,
            encoding=self._space_encoding,
            encoders=lambda: self._manifest().encoders,
        )

    @classmethod
    def create(
        cls, folder: str | Path, name: str, tools: Tools, space_id: str = "starter"
    ) -> Collection:
        """Make an empty collection in a new folder.

        Raises
        ------
        CollectionError
            If the folder holds something already or cannot be made.
        SpaceError
            If there is no such space.
        """
        folder = Path(folder).absolute()
        space = tools.spaces.info(space_id)
        manifest = Manifest(name, space.id, space.dimension, time.time())
        with new_folder(folder):
            Tables(folder, space.id, space.dimension).create()
            write_manifest(folder, manifest)  # last: without it there is no collection
        return cls(folder, manifest, tools)

    @classmethod
    def open(cls, folder: str | Path, tools: Tools) -> Collection:
        """Open the collection in a folder; an older form is brought up to date.

        Raises
        ------
        CollectionError
            If there is none, it is damaged, or a newer Explorer wrote it.
        """
        folder = Path(folder).absolute()
        migrate(folder)
        return cls(folder, read_manifest(folder), tools)

    def close(self) -> None:
        """Let go of files and memory."""
        self.changed.clear()
        with self._reading:
            self._tables.close()
            self._items, self._items_version, self._index = ItemTable.empty(), -1, None

    # -- indexing

    def index(
        self,
        paths: Iterable[str | Path],
        *,
        control: Control | None = None,
        full_hash: bool = False,
    ) -> IndexReport:
        """Index files and folders: what is new or changed is read, what is gone is marked.

        Parameters
        ----------
        control
            Gets the progress, and may cancel: what is done by then is kept.
        full_hash
            Read every file again, whatever its size and time.

        Raises
        ------
        CollectionBusyError
            If another process is writing to the collection.
        CollectionError
            If none of the paths is there, or the collection cannot be written to.
        Cancelled
            If `control` was.
        """
        return self._run_index(distinct_roots(paths), (), control, full_hash, keep=True)

    def index_changes(
        self,
        changed: Sequence[str | Path],
        gone: Iterable[str | Path] = (),
        *,
        control: Control | None = None,
    ) -> IndexReport:
        """Index files that are known to have changed and mark those known to have gone.

        It raises as `index` does.
        """
        there = [path for path in changed if os.path.lexists(path)]
        lost = distinct_roots({*gone, *changed} - set(there))
        roots = distinct_roots(there)
        return self._run_index(roots, tuple(lost), control, full_hash=False, keep=False)

    def _run_index(
        self,
        roots: list[str],
        gone: tuple[str, ...],
        control: Control | None,
        full_hash: bool,
        *,
        keep: bool,
    ) -> IndexReport:
        indexer = Indexer(
            self.folder,
            self.name,
            self._tools,
            self._tables,
            self._scan,
            encoding=self._space_encoding,
            items=self.items,
            stored=self._tell,
        )
        control = control or Control()
        with self._lock.held("index", control.check) as unclean:
            try:
                return indexer.index(
                    roots, gone, control, full_hash=full_hash, keep_folders=keep, unclean=unclean
                )
            except Cancelled:
                pass  # all is whole: the next writer has nothing to repair
        raise Cancelled

    def _tell(self) -> None:
        for listener in tuple(self.changed):
            listener()

    # -- asking

    def search(self, query: Query, k: int = 20) -> SearchResult:
        """The best k items for a query.

        Raises
        ------
        QueryError
            If the query is empty, wrong, or cannot be answered in this space.
        MediaError
            If a picture or sound in it cannot be opened.
        """
        return self._answers.search(query, k)

    def rank(self, query: Query) -> Ranking:
        """All items that match a query, best first; raises as `search`."""
        return self._answers.rank(query)

    def neighbours(self, item_id: str, k: int = 12, modality: str = "") -> list[Hit]:
        """The items nearest to one, of one modality if given, without itself.

        Raises
        ------
        QueryError
            If there is no such item, or it has no vector.
        """
        return self._answers.neighbours(item_id, k, modality)

    # -- reading

    def count(self) -> int:
        """How many items are present; quicker than `items`."""
        return self._tables.count("items", "state = 'present'")

    def items(self) -> ItemTable:
        """All items at this moment."""
        with self._reading:
            return self._current_items()

    def item(self, item_id: str) -> Item:
        """All that is known of one item.

        Raises
        ------
        QueryError
            If there is none with this id.
        """
        return self._contents.item(item_id, self.items())

    def units(self, item_id: str) -> list[Unit]:
        """What one item's vectors stand for, in order; raises as `item`."""
        return self._contents.units(item_id, self.items())

    def vectors(self) -> tuple[Rows, Vectors]:
        """One vector for each present item that has any: the mean of its units.

        Returns
        -------
        rows int64 (m,) and vectors float32 (m, d), unit length.
        """
        index = self._vector_index()
        rows = np.flatnonzero(index.has_vectors & index.items.present).astype(np.int64)
        return rows, index.item_vectors(rows)

    def thumbnails(self, item_ids: Sequence[str]) -> dict[str, bytes]:
        """Small pictures (WebP or JPEG) of those items that have one."""
        return self._contents.thumbnails(item_ids, self.items())

    def duplicates(self) -> list[NDArray[np.int64]]:
        """Groups of rows with the same content, largest first."""
        return self._contents.duplicates()

    def failures(self) -> list[Failure]:
        """Files that could not be read, until they can be or are gone."""
        stored = self._tables.read("failures", ["path", "part", "reason", "at"]).to_pylist()
        return [
            Failure(
                restore_text(row["path"]),
                restore_text(row["reason"]),
                row["at"],
                restore_text(row["part"]),
            )
            for row in stored
        ]

    def folders(self) -> list[str]:
        """Files and folders that were indexed."""
        return list(self._manifest().folders)

    # -- marks and maps

    def marks(self, item_ids: Sequence[str]) -> dict[str, Marks]:
        """Tags, rating and note of items."""
        return self._marks.of(item_ids)

    def tags(self) -> dict[str, int]:
        """Every tag and how many items have it, by name."""
        counts: dict[str, int] = {}
        for marks in self._marks.all().values():
            for tag in marks.tags:
                counts[tag] = counts.get(tag, 0) + 1
        return dict(sorted(counts.items()))

    def set_marks(
        self,
        item_ids: Sequence[str],
        *,
        add_tags: Iterable[str] = (),
        remove_tags: Iterable[str] = (),
        rating: int | None = None,
        note: str | None = None,
    ) -> None:
        """Change tags, rating (0 to 5) or note of items; what is not given stays.

        Raises
        ------
        CollectionError
            If a tag or rating is none, or the collection cannot be written to.
        """
        self._marks.put(
            item_ids, add_tags=add_tags, remove_tags=remove_tags, rating=rating, note=note
        )

    def projection(self, method: str) -> StoredProjection | None:
        """The places on the map by a method, if they were computed before."""
        where = f"method = {quoted(method)}"
        stored = self._tables.read("projections", ["rows", "places", "trust"], where).to_pylist()
        if not stored:
            return None
        trust = stored[0]["trust"]
        return StoredProjection(
            method,
            np.array(stored[0]["rows"], np.int64),
            np.array(stored[0]["places"], np.float32).reshape(-1, 2),
            None if trust is None else np.array(trust, np.float32),
        )

    def save_projection(
        self,
        method: str,
        rows: Rows,
        coordinates: NDArray[np.float32],
        trust: NDArray[np.float32] | None = None,
    ) -> None:
        """Keep places on the map: rows (m,), coordinates (m, 2), trust (m,)."""
        self._tables.put_projection(
            {
                "method": method,
                "rows": np.asarray(rows, np.int64),
                "places": np.asarray(coordinates, np.float32).ravel(),
                "trust": None if trust is None else np.asarray(trust, np.float32),
            }
        )

    def export(self, destination: str | Path) -> Path:
        """Write the items with their facts and marks to F.csv, F.parquet or a folder.

        A folder gets the files themselves (as hard links where the disk allows) and an index.

        Raises
        ------
        CollectionError
            If the place cannot be written to, or holds something already.
        """
        return export_items(self._tables, self._marks.all(), Path(destination))

    # -- inside

    def _manifest(self) -> Manifest:
        return read_manifest(self.folder)

    def _space_encoding(self) -> SpaceEncoding:
        if self._encoding is None:
            self._encoding = SpaceEncoding(self._tools.spaces.load(self.space_id))
        return self._encoding

    def _current_items(self) -> ItemTable:
        version = self._tables.version("items")
        if version != self._items_version:
            # From the last known batch on: an update in several steps shares one number.
            where = f"stamp >= {self._items.version}" if len(self._items) else ""
            stored = self._tables.read("items", COLUMNS, where)
            newest = max(stored["stamp"].to_pylist(), default=0)
            self._items = self._items.extended(stored, max(newest, self._items.version))
            self._items_version = version
        return self._items

    def _vector_index(self) -> VectorIndex:
        with self._reading:
            items = self._current_items()
            scan = self._scan_view(items.version)
            if self._index is None or (self._index.items, self._index.scan) != (items, scan):
                self._index = VectorIndex(items, scan)
            return self._index

    def _scan_view(self, committed: int) -> ScanView:
        identities = all_identities(self._manifest().encoders)
        fetch = self._tables.vectors(committed, identities)
        return self._scan.view(committed, identities, fetch)
