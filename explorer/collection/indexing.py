"""Prepares an index run, and leaves the collection tidy after it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import numpy as np

from explorer.collection.encoding import SpaceEncoding, all_identities
from explorer.collection.index_report import IndexReport
from explorer.collection.index_run import IndexRun, Order
from explorer.collection.item_table import ItemTable
from explorer.collection.known_files import COLUMNS, KnownFiles
from explorer.collection.scanner import distinct_roots
from explorer.collection.space_vectors import SpaceVectors
from explorer.collection.store_writer import ContentKeys, StoreWriter
from explorer.collection.tools import Tools
from explorer.core.errors import CollectionError
from explorer.core.wording import Wording
from explorer.jobs import Control
from explorer.store.failing import writing_to
from explorer.store.folder import read_manifest, write_manifest

OLD_VERSIONS = timedelta(seconds=5)
"""Readers in other processes that began before that may finish with the old files."""

MOST_UNUSED = 0.25
"""Share of vectors of no item above which the matrices are made anew."""


class Indexer:
    """Indexes into one collection; the write lock is held.

    Parameters
    ----------
    vectors
        Of the space that serves.
    items
        Gives the items of this moment.
    stored
        Called after each stored batch.
    """

    def __init__(
        self,
        folder: Path,
        name: str,
        tools: Tools,
        vectors: SpaceVectors,
        *,
        items: Callable[[], ItemTable],
        stored: Callable[[], None],
    ) -> None:
        self._folder, self._name, self._tools = folder, name, tools
        self._tables, self._scan = vectors.tables, vectors.scan
        self._encoding, self._items, self._stored = vectors.encoding, items, stored

    def index(
        self,
        roots: list[str],
        gone: tuple[str, ...],
        control: Control,
        *,
        full_hash: bool,
        keep_folders: bool,
        unclean: bool,
    ) -> IndexReport:
        """Carry out one run; see `Collection.index`.

        Parameters
        ----------
        unclean
            Whether the last writer was stopped in the middle.
        """
        began = time.perf_counter()
        report = IndexReport(self._name)
        control.progress(0, 0, Wording("Loading the space"))
        encoding = self._encoding()
        control.check()
        folders, new_encoders = self._note(encoding, roots if keep_folders else [])
        writer = self._writer(encoding, unclean)
        before = writer.committed
        run = IndexRun(
            Order(roots, gone, str(self._folder), folders, full_hash),
            self._known(encoding),
            writer,
            encoding,
            self._tools.decoder,
            self._tools.host.modalities,
            report,
            control,
        )
        run.run()
        if writer.committed > before or unclean or new_encoders:
            control.progress(report.found, report.found, Wording("Tidying up"))
            self._tidy(writer, encoding)
        report.seconds = time.perf_counter() - began
        return report

    def _note(self, encoding: SpaceEncoding, roots: list[str]) -> tuple[tuple[str, ...], bool]:
        """Note what is indexed and by which encoders; whether those are others than before."""
        manifest = read_manifest(self._folder)
        if manifest.space != encoding.space.id:
            raise CollectionError(
                "Another program has let '{space}' serve in this collection. Open the "
                "collection again, then index.",
                space=manifest.space,
            )
        new_encoders = manifest.encoders != encoding.identities
        folders = distinct_roots([*manifest.folders, *roots])
        if new_encoders or folders != manifest.folders:
            manifest.encoders = dict(encoding.identities)
            manifest.folders = folders
            with writing_to(self._folder):
                write_manifest(self._folder, manifest)
        return tuple(manifest.folders), new_encoders

    def _writer(self, encoding: SpaceEncoding, unclean: bool) -> StoreWriter:
        self._tables.create()
        items = self._items()
        committed = items.version
        self._tables.drop_leftovers(committed, thorough=unclean)
        identities = all_identities(encoding.identities)
        fetch = self._tables.vectors(committed, identities)
        self._scan.update(committed, identities, fetch)
        return StoreWriter(
            self._tables,
            self._scan,
            committed=committed,
            next_row=len(items),
            with_vectors=ContentKeys(self._scan.view(committed, identities, fetch).contents),
            with_items=ContentKeys(items.contents),
            stored=self._stored,
        )

    def _known(self, encoding: SpaceEncoding) -> KnownFiles:
        encodings = encoding.encodings(self._tools.host.modalities)
        return KnownFiles(self._tables.read("items", COLUMNS), encodings)

    def _tidy(self, writer: StoreWriter, encoding: SpaceEncoding) -> None:
        identities = all_identities(encoding.identities)
        self._tables.sweep(identities)
        self._tables.compact(OLD_VERSIONS)
        fetch = self._tables.vectors(writer.committed, identities)
        there = self._scan.view(writer.committed, identities, fetch).contents
        used = np.isin(there, self._items().contents).sum() if len(there) else 0
        if used < (1 - MOST_UNUSED) * len(there):
            self._scan.rebuild(writer.committed, identities, fetch)
