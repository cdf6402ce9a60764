"""A collection as everything else sees it: what can be done with one and asked of it.

The work is done by parts that each own what they need for it: `Writing`, `Asking`, `Patching`,
`CurrentItems`, `Contents`, `MarkStore` and `SeveralSpaces`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from explorer.collection.asking import Asking
from explorer.collection.contents import Contents
from explorer.collection.current_items import CurrentItems
from explorer.collection.embed_run import EmbedReport
from explorer.collection.export import export_items
from explorer.collection.index_report import Failure, IndexReport
from explorer.collection.item_table import ItemTable
from explorer.collection.marks import Marks, MarkStore
from explorer.collection.notebook import concepts_in, searches_in
from explorer.collection.patches import PatchReport
from explorer.collection.patching import Patching
from explorer.collection.ranking import Hit, Ranking, SearchResult
from explorer.collection.scanner import distinct_roots
from explorer.collection.several_spaces import HeldSpace, SeveralSpaces
from explorer.collection.stored_clusters import (
    StoredClusters,
    read_clusters,
    write_clusters,
)
from explorer.collection.stored_projection import (
    StoredProjection,
    read_projection,
    write_projection,
)
from explorer.collection.sweep import Sweep
from explorer.collection.tools import Tools
from explorer.collection.word_scores import WordScores
from explorer.collection.writing import Writing
from explorer.core.correction import Correction
from explorer.core.media import Item, Unit
from explorer.core.query import Query, Term
from explorer.core.selection import Rows
from explorer.core.similarity import Vectors
from explorer.jobs import Control
from explorer.store.folder import Manifest, migrate, new_folder, read_manifest, write_manifest
from explorer.store.kept_arrays import KeptArrays
from explorer.store.schema import space_name
from explorer.store.tables import Tables


class Collection:
    """Items, their vectors, and what people say about them, in one folder.

    Any thread may search and read, also while another one, or another process, indexes.

    Attributes
    ----------
    name, folder
        What it is called, and where it is.
    concepts, searches
        What people keep in it by name.
    changed
        Called, on the thread that writes, after each stored batch.
    """

    def __init__(self, folder: Path, manifest: Manifest, tools: Tools) -> None:
        self.folder, self.name = folder, manifest.name
        self.concepts, self.searches = concepts_in(folder), searches_in(folder)
        self._spaces = SeveralSpaces(folder, manifest, tools)
        self._tables = self._spaces.serving.tables
        self._items = CurrentItems(self._tables)
        self._contents = Contents(self._tables)
        self._marks = MarkStore(self._tables)
        self._writing = Writing(
            folder, manifest.name, tools, self._tables, self._spaces, self._items
        )
        self._patching = Patching(self._spaces, self._items, tools, self._writing.tell)
        self._asking = Asking(
            self._tables,
            self._contents,
            self._marks,
            self._spaces,
            self._items,
            tools,
            concepts=self.concepts,
            clusters=self.clusters,
        )
        self.changed = self._writing.changed

    @property
    def space_id(self) -> str:
        """The space that serves: it is searched, and indexing encodes in it."""
        return self._spaces.serving.id

    @property
    def kept(self) -> KeptArrays:
        """What lenses worked out from the vectors of the serving space, and need not again."""
        return KeptArrays(self.folder / "kept" / space_name(self.space_id))

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
        self._spaces.close()
        self._items.forget()

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
        roots, control = distinct_roots(paths), control or Control()
        return self._writing.index(roots, (), control, full_hash=full_hash, keep_folders=True)

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
        roots, control = distinct_roots(there), control or Control()
        return self._writing.index(roots, tuple(lost), control, full_hash=False, keep_folders=False)

    def set_present(self, rows: Rows, *, present: bool) -> None:
        """Note that the files of items have gone, or are there again, without looking for them.

        Raises
        ------
        CollectionBusyError
            If another process is writing to the collection.
        CollectionError
            If it cannot be written to.
        """
        self._writing.set_present(rows, present=present)

    # -- several spaces

    def spaces(self) -> list[HeldSpace]:
        """The spaces that it has vectors of, the serving one first, with how far each is."""
        return self._spaces.held(self.items())

    def embed(self, space_id: str, *, control: Control | None = None) -> EmbedReport:
        """Give all items vectors in a space, which is kept beside the serving one.

        Search goes on meanwhile; what another run has done is not done again.

        Parameters
        ----------
        control
            Gets the progress, and may cancel: what is done by then is kept.

        Raises
        ------
        SpaceError
            If there is no such space.
        CollectionBusyError
            If another process is writing to the collection.
        CollectionError
            If it cannot be written to.
        Cancelled
            If `control` was.
        """
        return self._writing.embed(space_id, control or Control())

    def use_space(self, space_id: str) -> None:
        """Let a space serve that it has vectors of; the one that served is kept beside.

        Raises
        ------
        CollectionError
            If it has no vectors of this space, or it cannot be written to.
        """
        with self._writing.held("change its space"):
            self._spaces.use(space_id, self.items())
            self._asking.forget()

    def drop_space(self, space_id: str) -> None:
        """Forget the vectors of a space that does not serve.

        Raises
        ------
        CollectionError
            If it serves, there are none, or the collection cannot be written to.
        """
        with self._writing.held("forget a space"):
            self._spaces.drop(space_id)
            self._asking.forget(space_id)

    def correction(self, space: str = "") -> Correction | None:
        """What is done to the vectors of a space after encoding; None for nothing."""
        return self._spaces.of(space).correction()

    def correct(self, correction: Correction | None, space: str = "") -> None:
        """Correct a space from now on, in search and everywhere, or do so no longer.

        The vectors are kept as they were encoded; the correction counts until it is taken back or
        the space's encoders are others.

        Raises
        ------
        CollectionError
            If it has no vectors of the space, or the correction cannot be kept.
        """
        self._spaces.of(space).correct(correction)

    # -- asking

    def search(
        self, query: Query, k: int = 20, *, space: str = "", rerank: str = ""
    ) -> SearchResult:
        """The best k items for a query.

        Parameters
        ----------
        space
            One that it has vectors of; the serving one by default.
        rerank
            Id, folder or hub name of a network that matches pictures with texts: it puts the first
            hits in order.

        Raises
        ------
        QueryError
            If the query is empty, wrong, or cannot be answered in this space.
        CollectionError
            If it has no vectors of the space.
        SpaceError
            If there is no such matching network.
        MediaError
            If a picture or sound in it cannot be opened.
        """
        return self._asking.in_space(space).search(query, k, self._asking.reorder(query, rerank))

    def rank(
        self,
        query: Query,
        k: int | None = None,
        *,
        space: str = "",
        rerank: str = "",
        control: Control | None = None,
    ) -> Ranking:
        """All items that match a query, or the best k, best first; see `search`.

        `control` may cancel.
        """
        return self._asking.in_space(space).rank(
            query, k, self._asking.reorder(query, rerank, control)
        )

    def rank_in_steps(self, query: Query, k: int) -> tuple[Ranking, Callable[[], Ranking]]:
        """The best k items at once, and what puts all in order when it is called; see `rank`.

        Of a million items the first takes a fraction of the second. A cut-off is not applied.
        """
        return self._asking.in_space("").rank_in_steps(query, k)

    def weak_below(self) -> dict[tuple[str, str], float]:
        """By what is asked with and what is found, the cosine under which a hit is weak.

        Empty where that was never measured for the space that serves.
        """
        return self._asking.weak_below()

    def sweep(self, query: Query, steps: int = 11, *, space: str = "") -> Sweep:
        """The best item at each step along the sphere between the two terms of a query.

        It raises as `search` does, and `QueryError` if there are not two terms.
        """
        return self._asking.in_space(space).sweep(query, steps)

    def neighbours(
        self, item_id: str, k: int = 12, modality: str = "", *, space: str = ""
    ) -> list[Hit]:
        """The items nearest to one, of one modality if given, without itself; see `search`.

        Raises
        ------
        QueryError
            If there is no such item, or it has no vector.
        """
        return self._asking.in_space(space).neighbours(item_id, k, modality)

    def vector_of(self, term: Term, *, space: str = "") -> Vectors:
        """The vector of a term: float32 (d,), unit length; `space` as in `search`.

        Raises
        ------
        QueryError
            If the space cannot encode it, or there is no such item.
        MediaError
            If its file cannot be opened.
        """
        return self._asking.in_space(space).vector_of(term)

    def text_vectors(self, texts: Sequence[str], *, space: str = "") -> Vectors:
        """The vectors of many texts: float32 (n, d), unit length; `space` as in `search`.

        Raises
        ------
        SpaceError
            If the space encodes no texts, or is not on this machine any more.
        """
        return self._asking.text_vectors(texts, space)

    def word_scores(self, word: str, *, space: str = "") -> WordScores:
        """How near every item is to a word by itself; `space` as in `search`.

        An item whose patches are kept counts by the best of them, any other by its pooled vectors;
        ``source`` and ``by_patches`` of the result say which. Loads the space at the first word.

        Raises
        ------
        QueryError
            If the word is empty, or the space encodes no texts.
        """
        return self._asking.word_scores(word, space)

    def keep_patches(self, control: Control | None = None, *, space: str = "") -> PatchReport:
        """Keep a few patches of every picture and sound, so that words meet parts of them.

        Goes on where an earlier run was stopped; items that are new or changed since are added.
        Search and indexing go on meanwhile.

        Raises
        ------
        SpaceError
            If the space gives no patches.
        CollectionError
            If they cannot be written, or it has no vectors of the space.
        Cancelled
            If `control` was; what is done by then is kept.
        """
        return self._patching.keep(control or Control(), space)

    def patches_version(self, *, space: str = "") -> int:
        """A number that is another one whenever `word_scores` may be, for the same items."""
        return self._spaces.of(space).patches.version()

    def patch_counts(self, *, space: str = "") -> tuple[int, int]:
        """How many present items have their patches kept, and how many could. Loads the space."""
        return self._patching.counts(space)

    # -- reading

    def count(self) -> int:
        """How many items are present; quicker than `items`."""
        return self._tables.count("items", "state = 'present'")

    def items(self) -> ItemTable:
        """All items at this moment."""
        return self._items.table()

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

    def vectors(
        self,
        *,
        space: str = "",
        plain: bool = False,
        before: int | None = None,
        rows: Rows | None = None,
        kind: type[np.floating] = np.float32,
    ) -> tuple[Rows, NDArray[np.floating]]:
        """One vector for each present item that has any: the mean of its units.

        Parameters
        ----------
        space
            One that it has vectors of; the serving one by default.
        plain
            As they were encoded, without the correction that the space may have.
        before
            Leave out this row and later ones, such as came after somebody's item table was made.
        rows
            Only of these, int64 (m,) ascending; those of them that have none are left out.
        kind
            Of number: half precision is what is stored, and takes half the memory.

        Returns
        -------
        rows int64 (m,) and vectors of this kind (m, d), unit length.
        """
        of_space = self._spaces.of(space)
        index = (of_space.plain_index if plain else of_space.index)(self.items())
        known = index.rows_with_vectors(before)
        wanted = known if rows is None else np.intersect1d(known, rows)
        return wanted, index.item_vectors(wanted, kind)

    def rows_with_vectors(self, *, before: int | None = None) -> Rows:
        """Rows of the present items that have vectors in the serving space, int64 (m,)."""
        return self._spaces.of("").index(self.items()).rows_with_vectors(before)

    def thumbnails(self, item_ids: Sequence[str]) -> dict[str, bytes]:
        """Small pictures (WebP or JPEG) of those items that have one."""
        return self._contents.thumbnails(item_ids, self.items())

    def duplicates(self) -> list[NDArray[np.int64]]:
        """Groups of rows with the same content, largest first."""
        return self._contents.duplicates()

    def texts(self, letters: int = 600) -> dict[int, str]:
        """How the text of those items begins that have one, by row."""
        return self._contents.texts(letters)

    def cameras(self) -> dict[int, str]:
        """The camera of each row of the item table that has one."""
        return self._contents.cameras()

    def failures(self) -> list[Failure]:
        """Files that could not be read, until they can be or are gone."""
        return self._contents.failures()

    def folders(self) -> list[str]:
        """Files and folders that were indexed."""
        return list(read_manifest(self.folder).folders)

    # -- marks and maps

    def marks(self, item_ids: Sequence[str]) -> dict[str, Marks]:
        """Tags, rating and note of items."""
        return self._marks.of(item_ids)

    def marked(self) -> dict[str, Marks]:
        """Marks of every item that has any, by its id; not to be changed."""
        return self._marks.all()

    def tags(self) -> dict[str, int]:
        """Every tag and how many items have it, by name."""
        return self._marks.tags()

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

    def clusters(self) -> StoredClusters | None:
        """The groups of the items, if they were found before."""
        return read_clusters(self.kept)

    def save_clusters(self, clusters: StoredClusters) -> None:
        """Keep the groups of the items, in place of those there were.

        Raises
        ------
        CollectionError
            If they cannot be written.
        """
        write_clusters(self.kept, clusters)

    def projection(self, method: str) -> StoredProjection | None:
        """The places on the map by a method in the serving space, if they were computed before."""
        return read_projection(self._tables, method, self._spaces.map_key(method))

    def save_projection(
        self,
        method: str,
        rows: Rows,
        coordinates: NDArray[np.float32],
        trust: NDArray[np.float32] | None = None,
    ) -> None:
        """Keep places on the map: rows (m,), coordinates (m, 2), trust (m,)."""
        places = StoredProjection(method, rows, coordinates, trust)
        write_projection(self._tables, places, self._spaces.map_key(method))

    def export(self, destination: str | Path) -> Path:
        """Write the items with their facts and marks to F.csv, F.parquet or a folder.

        A folder gets the files themselves (as hard links where the disk allows) and an index.

        Raises
        ------
        CollectionError
            If the place cannot be written to, or holds something already.
        """
        return export_items(self._tables, self._marks.all(), Path(destination))
