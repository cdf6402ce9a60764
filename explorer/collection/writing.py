"""All that writes to a collection's items and vectors: one writer at a time, all of it or nothing.

Marks are written without this: they have a table of their own, and people change them while an
index run goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar

from explorer.collection.current_items import CurrentItems
from explorer.collection.embed_run import EmbedReport
from explorer.collection.index_report import IndexReport
from explorer.collection.indexing import Indexer
from explorer.collection.several_spaces import SeveralSpaces
from explorer.collection.tools import Tools
from explorer.core.errors import Cancelled, SpaceError
from explorer.core.selection import Rows
from explorer.core.wording import Wording
from explorer.encoders.devices import free_memory
from explorer.jobs import Control
from explorer.store.folder import WriteLock
from explorer.store.tables import Tables

T = TypeVar("T")


class Writing:
    """Writes to one collection, and tells those who want to know.

    Attributes
    ----------
    changed
        Called, on the thread that writes, after each stored batch.
    """

    def __init__(
        self,
        folder: Path,
        name: str,
        tools: Tools,
        tables: Tables,
        spaces: SeveralSpaces,
        items: CurrentItems,
    ) -> None:
        self.changed: list[Callable[[], None]] = []
        self._folder, self._name, self._tools = folder, name, tools
        self._tables, self._spaces, self._items = tables, spaces, items
        self._lock = WriteLock(folder)

    def held(self, purpose: str) -> AbstractContextManager[bool]:
        """Be the one who writes; raises `CollectionBusyError` if another process is."""
        return self._lock.held(purpose)

    def tell(self) -> None:
        """Tell those who listen that something was stored."""
        for listener in tuple(self.changed):
            listener()

    def index(
        self,
        roots: list[str],
        gone: tuple[str, ...],
        control: Control,
        *,
        full_hash: bool,
        keep_folders: bool,
    ) -> IndexReport:
        """Index in the space that serves, then in those beside it; see `Collection.index`."""
        indexer = Indexer(
            self._folder,
            self._name,
            self._tools,
            self._spaces.serving,
            items=self._items.table,
            stored=self.tell,
        )
        report = self._carry_out(
            "index",
            control,
            lambda unclean: indexer.index(
                roots,
                gone,
                control,
                full_hash=full_hash,
                keep_folders=keep_folders,
                unclean=unclean,
            ),
        )
        for space_id in self._spaces.beside():
            try:
                told = self.embed(space_id, control)
            except SpaceError as error:  # it may have gone from this machine
                report.beside.append(error.sentence)
            else:
                report.beside += [told.sentence] if told.wanted else []
        return report

    def embed(self, space_id: str, control: Control) -> EmbedReport:
        """Give all items vectors in a space; see `Collection.embed`."""
        control.progress(0, 0, Wording("Loading the space"))
        encoding = self._spaces.encoding(space_id)

        def work(unclean: bool) -> EmbedReport:
            return self._spaces.embed(
                encoding, self._items.table(), control, unclean=unclean, stored=lambda: None
            )

        try:
            return self._carry_out("embed", control, work)
        finally:
            if encoding.space.id != self._spaces.serving.id:
                encoding.space.rest()

    def set_present(self, rows: Rows, *, present: bool) -> None:
        """Note that items are there, or are not; see `Collection.set_present`."""

        def work(unclean: bool) -> None:
            committed = self._items.table().version
            self._tables.drop_leftovers(committed, thorough=unclean)
            state = "present" if present else "removed"
            self._tables.set_items(rows, {"state": state}, committed + 1)

        if len(rows):
            self._carry_out("mark files", Control(), work)
            self.tell()

    def _carry_out(self, purpose: str, control: Control, work: Callable[[bool], T]) -> T:
        with self._lock.held(purpose, control.check) as unclean:
            try:
                return work(unclean)
            except Cancelled:
                pass  # all is whole: the next writer has nothing to repair
            finally:
                free_memory()
        raise Cancelled
