"""A collection: index, search, neighbours, marks, export."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from explorer.collection.answers import Answers, Reorder
from explorer.collection.contents import Contents
from explorer.collection.embed_run import EmbedReport
from explorer.collection.export import export_items
from explorer.collection.index_report import Failure, IndexReport
from explorer.collection.indexing import Indexer
from explorer.collection.item_table import COLUMNS, ItemTable
from explorer.collection.marks import Marks, MarkStore
from explorer.collection.notebook import concepts_in, searches_in
from explorer.collection.patches import (
    PatchKeeper,
    PatchReport,
    can_have_patches,
    token_identities,
)
from explorer.collection.ranking import Hit, Ranking, SearchResult
from explorer.collection.reranking import rerank as rerank_hits
from explorer.collection.scanner import distinct_roots
from explorer.collection.several_spaces import HeldSpace, SeveralSpaces
from explorer.collection.stored_clusters import (
    StoredClusters,
    read_clusters,
    write_clusters,
)
from explorer.collection.stored_projection import StoredProjection
from explorer.collection.sweep import Sweep
from explorer.collection.tools import Tools
from explorer.collection.word_scores import WordScores, word_scores
from explorer.core.correction import Correction
from explorer.core.errors import Cancelled, QueryError, SpaceError
from explorer.core.media import Item, Unit
from explorer.core.query import Query, Term
from explorer.core.selection import Rows
from explorer.core.similarity import Vectors
from explorer.core.wording import Wording
from explorer.encoders.devices import free_memory
from explorer.jobs import Control
from explorer.store.folder import (
    Manifest,
    WriteLock,
    migrate,
    new_folder,
    read_manifest,
    write_manifest,
)
from explorer.store.kept_arrays import KeptArrays
from explorer.store.pathtext import restore_text
from explorer.store.schema import quoted, space_name
from explorer.store.tables import Tables

T = TypeVar("T")


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
        self.changed: list[Callable[[], None]] = []
        self._tools = tools
        self._lock = WriteLock(folder)
        self._reading = threading.Lock()
        self._items, self._items_version = ItemTable.empty(), -1
        self._spaces = SeveralSpaces(folder, manifest, tools)
        self._tables = self._spaces.serving.tables
        self._contents = Contents(self._tables)
        self._marks = MarkStore(self._tables)
        self._answers: dict[str, Answers] = {}

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
        with self._reading:
            self._spaces.close()
            self._items, self._items_version = ItemTable.empty(), -1

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
            self._spaces.serving,
            items=self.items,
            stored=self._tell,
        )
        control = control or Control()
        report = self._write(
            "index",
            control,
            lambda unclean: indexer.index(
                roots, gone, control, full_hash=full_hash, keep_folders=keep, unclean=unclean
            ),
        )
        for space_id in self._spaces.beside():
            try:
                told = self.embed(space_id, control=control)
            except SpaceError as error:  # it may have gone from this machine
                report.beside.append(error.sentence)
            else:
                report.beside += [told.sentence] if told.wanted else []
        return report

    def _write(self, purpose: str, control: Control, work: Callable[[bool], T]) -> T:
        with self._lock.held(purpose, control.check) as unclean:
            try:
                return work(unclean)
            except Cancelled:
                pass  # all is whole: the next writer has nothing to repair
            finally:
                free_memory()
        raise Cancelled

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
        control = control or Control()
        control.progress(0, 0, Wording("Loading the space"))
        encoding = self._spaces.encoding(space_id)

        def work(unclean: bool) -> EmbedReport:
            return self._spaces.embed(
                encoding, self.items(), control, unclean=unclean, stored=lambda: None
            )

        try:
            return self._write("embed", control, work)
        finally:
            if encoding.space.id != self.space_id:
                encoding.space.rest()

    def use_space(self, space_id: str) -> None:
        """Let a space serve that it has vectors of; the one that served is kept beside.

        Raises
        ------
        CollectionError
            If it has no vectors of this space, or it cannot be written to.
        """
        with self._lock.held("change its space"):
            self._spaces.use(space_id, self.items())
            self._answers.clear()

    def drop_space(self, space_id: str) -> None:
        """Forget the vectors of a space that does not serve.

        Raises
        ------
        CollectionError
            If it serves, there are none, or the collection cannot be written to.
        """
        with self._lock.held("forget a space"):
            self._spaces.drop(space_id)
            self._answers.pop(space_id, None)

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

    def set_present(self, rows: Rows, *, present: bool) -> None:
        """Note that the files of items have gone, or are there again, without looking for them.

        Raises
        ------
        CollectionBusyError
            If another process is writing to the collection.
        CollectionError
            If it cannot be written to.
        """

        def work(unclean: bool) -> None:
            committed = self.items().version
            self._tables.drop_leftovers(committed, thorough=unclean)
            state = "present" if present else "removed"
            self._tables.set_items(rows, {"state": state}, committed + 1)

        if len(rows):
            self._write("mark files", Control(), work)
            self._tell()

    def _tell(self) -> None:
        for listener in tuple(self.changed):
            listener()

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
        return self._answers_of(space).search(query, k, self._reorder(query, rerank))

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
        return self._answers_of(space).rank(query, k, self._reorder(query, rerank, control))

    def rank_in_steps(self, query: Query, k: int) -> tuple[Ranking, Callable[[], Ranking]]:
        """The best k items at once, and what puts all in order when it is called; see `rank`.

        Of a million items the first takes a fraction of the second. A cut-off is not applied.
        """
        return self._answers_of("").rank_in_steps(query, k)

    def weak_below(self) -> dict[tuple[str, str], float]:
        """By what is asked with and what is found, the cosine under which a hit is weak.

        Empty where that was never measured for the space that serves.
        """
        try:
            return dict(self._tools.spaces.info(self.space_id).limits.weak_below)
        except SpaceError:  # it has gone from this machine
            return {}

    def sweep(self, query: Query, steps: int = 11, *, space: str = "") -> Sweep:
        """The best item at each step along the sphere between the two terms of a query.

        It raises as `search` does, and `QueryError` if there are not two terms.
        """
        return self._answers_of(space).sweep(query, steps)

    def _reorder(
        self, query: Query, matcher_id: str, control: Control | None = None
    ) -> Reorder | None:
        if not matcher_id:
            return None
        matcher, tools = self._tools.spaces.load_matcher(matcher_id), self._tools
        return lambda ranking, items: rerank_hits(
            ranking, items, query, matcher, tools, control=control
        )

    def neighbours(
        self, item_id: str, k: int = 12, modality: str = "", *, space: str = ""
    ) -> list[Hit]:
        """The items nearest to one, of one modality if given, without itself; see `search`.

        Raises
        ------
        QueryError
            If there is no such item, or it has no vector.
        """
        return self._answers_of(space).neighbours(item_id, k, modality)

    def vector_of(self, term: Term, *, space: str = "") -> Vectors:
        """The vector of a term: float32 (d,), unit length; `space` as in `search`.

        Raises
        ------
        QueryError
            If the space cannot encode it, or there is no such item.
        MediaError
            If its file cannot be opened.
        """
        return self._answers_of(space).vector_of(term)

    def text_vectors(self, texts: Sequence[str], *, space: str = "") -> Vectors:
        """The vectors of many texts: float32 (n, d), unit length; `space` as in `search`.

        Raises
        ------
        SpaceError
            If the space encodes no texts, or is not on this machine any more.
        """
        of_space = self._spaces.of(space)
        vectors = of_space.encoding().space.encode_contents("text", list(texts))
        return np.stack([of_space.corrected(vector, "text") for vector in vectors])

    def word_scores(self, word: str, *, space: str = "") -> WordScores:
        """How near every item is to a word by itself; `space` as in `search`.

        An item whose patches are kept counts by the best of them, any other by its pooled vectors;
        ``source`` and ``by_patches`` of the result say which. Loads the space at the first word.

        Raises
        ------
        QueryError
            If the word is empty, or the space encodes no texts.
        """
        if not word.strip():
            raise QueryError("There is no word to colour by.")
        vector = self._answers_of(space).vector_of(Term("text", word.strip()))
        vectors = self._spaces.of(space)
        identities = list(token_identities(vectors.encoding().space).values())
        plain = vector
        if vectors.correction() is not None:  # patches are kept as they were encoded
            plain = vectors.encoding().space.encode_contents("text", [word.strip()])[0]
        best = vectors.patches.best(identities, plain)
        return word_scores(word.strip(), vector, vectors.index(self.items()), best)

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
        vectors = self._spaces.of(space)
        loaded = vectors.encoding().space
        if not token_identities(loaded):
            raise SpaceError(
                "The space '{space}' gives no patches, so words meet whole items only.",
                space=loaded.id,
            )
        keeper = PatchKeeper(vectors.patches, loaded, self._tools)
        return keeper.keep(self.items(), control or Control(), self._tell)

    def patches_version(self, *, space: str = "") -> int:
        """A number that is another one whenever `word_scores` may be, for the same items."""
        return self._spaces.of(space).patches.version()

    def patch_counts(self, *, space: str = "") -> tuple[int, int]:
        """How many present items have their patches kept, and how many could. Loads the space."""
        vectors, items = self._spaces.of(space), self.items()
        loaded = vectors.encoding().space
        could = can_have_patches(items, loaded, self._tools)
        kept = vectors.patches.contents(list(token_identities(loaded).values()))
        return int(np.isin(items.contents[could], kept).sum()), int(could.sum())

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
        stored = self._tables.read("items", ["row", "text"], "text != '' AND state = 'present'")
        pairs = zip(stored["row"].to_pylist(), stored["text"].to_pylist(), strict=True)
        return {row: text[:letters] for row, text in pairs}

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

    def marked(self) -> dict[str, Marks]:
        """Marks of every item that has any, by its id; not to be changed."""
        return self._marks.all()

    def cameras(self) -> dict[int, str]:
        """The camera of each row of the item table that has one."""
        stored = self._tables.read(
            "items", ["row", "camera"], "camera IS NOT NULL AND camera != ''"
        )
        return dict(zip(stored["row"].to_pylist(), stored["camera"].to_pylist(), strict=True))

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
        """The places on the map by a method in the serving space, if they were computed before."""
        where = f"method = {quoted(self._spaces.map_key(method))}"
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
                "method": self._spaces.map_key(method),
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

    def _answers_of(self, space: str) -> Answers:
        vectors = self._spaces.of(space)
        answers = self._answers.get(vectors.id)
        if answers is None:
            answers = Answers(
                self._tables,
                self._tools.decoder,
                self._contents,
                self._marks,
                index=lambda: vectors.index(self.items()),
                encoding=vectors.encoding,
                encoders=vectors.encoders,
                corrected=vectors.corrected,
                concepts=self.concepts,
                clusters=self.clusters,
            )
            self._answers[vectors.id] = answers
        return answers

    def _current_items(self) -> ItemTable:
        version = self._tables.version("items")
        if version != self._items_version:
            # From the last known batch on: an update in several steps shares one number.
            where = f"stamp >= {self._items.version}" if len(self._items) else ""
            stored = self._tables.read("items", COLUMNS, where)
            stamps = stored["stamp"].to_numpy()
            newest = int(stamps.max()) if len(stamps) else 0
            self._items = self._items.extended(stored, max(newest, self._items.version))
            self._items_version = version
        return self._items
