"""The LanceDB tables of one collection: batches that are there whole or not at all.

Every row that a batch writes carries the batch's number. Units, thumbnails and vectors are
written first and the items last, whose ``stamp`` is the same number; the highest stamp is the
last batch that counts. Rows of a later batch were left by a writer that was stopped: readers
leave them out and the next writer deletes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.store import schema
from explorer.store.failing import writing_to
from explorer.store.scan import Fetch, VectorRows

COMMITS_BETWEEN_COMPACTIONS = 64
_AT_ONCE = 2000


@dataclass
class Batch:
    """What is stored at once: rows as dictionaries, vectors as arrays.

    Attributes
    ----------
    new_items, changed_items
        Rows of ``items`` with new and with known ids; ``stamp`` is set when they are written.
    contents
        Keys whose units, thumbnails and vectors are in this batch.
    replaced
        Those of them that were there before: their older rows go.
    """

    new_items: list[dict[str, Any]] = field(default_factory=list)
    changed_items: list[dict[str, Any]] = field(default_factory=list)
    units: list[dict[str, Any]] = field(default_factory=list)
    thumbnails: list[dict[str, Any]] = field(default_factory=list)
    vector_keys: list[tuple[int, int, str]] = field(default_factory=list)
    vectors: list[NDArray[np.float32]] = field(default_factory=list)
    contents: set[int] = field(default_factory=set)
    replaced: set[int] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.new_items) + len(self.changed_items)


class Tables:
    """The tables in a collection's folder.

    Parameters
    ----------
    folder
        The collection's folder; the tables are in its ``tables`` folder.
    space, dimension
        Whose vectors are meant.
    """

    def __init__(self, folder: Path, space: str, dimension: int) -> None:
        import lancedb

        self._folder = folder
        self.vectors_name = schema.vectors_table(space)
        self._dimension = dimension
        # Zero: other processes' batches are seen at the next reading.
        self._database = lancedb.connect(
            str(folder / "tables"), read_consistency_interval=timedelta(0)
        )
        self._open: dict[str, Any] = {}
        self._commits = 0

    def create(self) -> None:
        """Make the tables that are missing."""
        wanted = {
            "items": schema.item_schema(),
            "units": schema.unit_schema(),
            "thumbnails": schema.thumbnail_schema(),
            "marks": schema.mark_schema(),
            "failures": schema.failure_schema(),
            "projections": schema.projection_schema(),
            self.vectors_name: schema.vector_schema(self._dimension),
        }
        with writing_to(self._folder):
            there = set(self._database.list_tables(limit=1000).tables)
            for name, columns in wanted.items():
                if name not in there:
                    self._database.create_table(name, schema=columns)
            self._index_words()

    def table(self, name: str) -> Any:
        """A LanceDB table."""
        if name not in self._open:
            self._open[name] = self._database.open_table(name)
        return self._open[name]

    def close(self) -> None:
        """Let go of the tables."""
        self._open.clear()

    # -- reading

    def read(self, name: str, columns: Sequence[str], where: str = "") -> Any:
        """Rows of a table as a `pyarrow.Table`."""

        def once() -> Any:
            query = self.table(name).search().select(list(columns))
            return (query.where(where) if where else query).to_arrow()

        return self._again(once)

    def count(self, name: str, where: str) -> int:
        """How many rows of a table match."""
        return int(self._again(lambda: self.table(name).count_rows(where)))

    def batches(self, name: str, columns: Sequence[str], where: str = "") -> Iterator[Any]:
        """Rows of a table as `pyarrow.RecordBatch` after `pyarrow.RecordBatch`."""
        query = self.table(name).search().select(list(columns))
        yield from (query.where(where) if where else query).to_batches(8192)

    def read_rows(self, name: str, columns: Sequence[str], key: str, values: Any) -> list[Any]:
        """Rows, as dictionaries, whose whole number `key` is one of these values."""
        found: list[Any] = []
        numbers = np.asarray(list(values), np.int64)
        for start in range(0, len(numbers), _AT_ONCE):
            where = schema.one_of(key, numbers[start : start + _AT_ONCE])
            found.extend(self.read(name, columns, where).to_pylist())
        return found

    def find_words(self, words: str, limit: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Rows of the items that have these words, and their BM25 scores, best first."""

        def once() -> Any:
            query = self.table("items").search(words, query_type="fts", fts_columns="words")
            return query.select(["row", "_score"]).limit(limit).to_arrow()

        found = self._again(once)
        return (
            found["row"].to_numpy().astype(np.int64),
            found["_score"].to_numpy().astype(np.float32),
        )

    def vectors(self, committed: int, identities: Sequence[str]) -> Fetch:
        """What reads the vectors of these encoders, of batches after a number up to `committed`."""

        def fetch(after: int) -> Iterator[VectorRows]:
            if not identities or after >= committed:
                return
            known = ", ".join(schema.quoted(one) for one in identities)
            where = f"identity IN ({known}) AND batch > {after} AND batch <= {committed}"
            columns = ["content", "unit", "vector"]
            for block in self.batches(self.vectors_name, columns, where):
                if block.num_rows:
                    flat = block["vector"].flatten().to_numpy(zero_copy_only=False)
                    yield VectorRows(
                        block["content"].to_numpy().astype(np.int64),
                        block["unit"].to_numpy().astype(np.int32),
                        np.asarray(flat, np.float16).reshape(block.num_rows, -1),
                    )

        return fetch

    def version(self, name: str) -> int:
        """Number of the table's state; another process's changes count."""
        return int(self.table(name).version)

    def _again(self, once: Any) -> Any:
        # A writer in another process may clear away old files in the middle of a reading.
        try:
            return once()
        except (RuntimeError, OSError) as error:
            if "not found" not in str(error).lower() and "no such file" not in str(error).lower():
                raise
            self._open.clear()
            return once()

    # -- writing; the caller holds the write lock

    def drop_leftovers(self, committed: int, *, thorough: bool) -> None:
        """Delete what a stopped writer left after the last whole batch.

        `thorough` also removes its files that no table knows of.
        """
        with writing_to(self._folder):
            for name in ("units", "thumbnails", self.vectors_name):
                if self.table(name).count_rows(f"batch > {committed}"):
                    self.table(name).delete(f"batch > {committed}")
            if thorough:
                for name in ("items", "units", "thumbnails", self.vectors_name):
                    self.table(name).optimize(
                        cleanup_older_than=timedelta(milliseconds=1), delete_unverified=True
                    )

    def commit(self, batch: Batch, number: int) -> None:
        """Store a batch under its number.

        Raises
        ------
        CollectionError
            If it could not be written; then nothing of it counts.
        """
        with writing_to(self._folder):
            self._add("units", batch.units, number)
            self._add("thumbnails", batch.thumbnails, number)
            if batch.vectors:
                self.table(self.vectors_name).add(self._vector_rows(batch, number))
            self._commit_items(batch, number)
            self._drop_replaced(batch, number)
        self._commits += 1
        if self._commits % COMMITS_BETWEEN_COMPACTIONS == 0:
            self.compact(timedelta(minutes=2))

    def commit_vectors(self, batch: Batch, number: int, witness: int) -> None:
        """Store vectors of items that are there: they count once an item has the batch's number.

        Parameters
        ----------
        batch
            With vectors, and units that have the number of the batch of their content.
        witness
            Row of the item that takes the number.

        Raises
        ------
        CollectionError
            If it could not be written; then nothing of it counts.
        """
        with writing_to(self._folder):
            self._add("units", batch.units)
            if batch.vectors:
                self.table(self.vectors_name).add(self._vector_rows(batch, number))
            self.set_items(np.array([witness], np.int64), {}, number)

    def _add(self, name: str, rows: list[dict[str, Any]], number: int | None = None) -> None:
        import pyarrow as pa

        if rows:
            if number is not None:
                rows = [{**row, "batch": number} for row in rows]
            self.table(name).add(pa.Table.from_pylist(rows, schema=self.table(name).schema))

    def _vector_rows(self, batch: Batch, number: int) -> Any:
        import pyarrow as pa

        flat = np.stack(batch.vectors).astype(np.float16).ravel()
        return pa.table(
            {
                "content": pa.array([key[0] for key in batch.vector_keys], pa.int64()),
                "unit": pa.array([key[1] for key in batch.vector_keys], pa.int32()),
                "identity": pa.array([key[2] for key in batch.vector_keys], pa.string()),
                "batch": pa.array([number] * len(batch.vectors), pa.int64()),
                "vector": pa.FixedSizeListArray.from_arrays(pa.array(flat), self._dimension),
            },
            schema=schema.vector_schema(self._dimension),
        )

    def _commit_items(self, batch: Batch, number: int) -> None:
        import pyarrow as pa

        rows = [{**row, "stamp": number} for row in batch.changed_items + batch.new_items]
        table = self.table("items")
        data = pa.Table.from_pylist(rows, schema=schema.item_schema())
        if not batch.changed_items:
            table.add(data)
            return
        merging = table.merge_insert("id").when_matched_update_all()
        merging.when_not_matched_insert_all().execute(data)

    def _drop_replaced(self, batch: Batch, number: int) -> None:
        if batch.replaced:
            keys = schema.one_of("content", sorted(batch.replaced))
            for name in ("units", "thumbnails", self.vectors_name):
                self.table(name).delete(f"{keys} AND batch < {number}")

    def set_items(self, rows: NDArray[np.int64], values: dict[str, Any], number: int) -> None:
        """Give some columns of some items one value."""
        with writing_to(self._folder):
            for start in range(0, len(rows), _AT_ONCE):
                where = schema.one_of("row", rows[start : start + _AT_ONCE])
                self.table("items").update(where=where, values={**values, "stamp": number})

    def set_items_where(self, where: str, values: dict[str, Any], number: int) -> None:
        """Give some columns of the items that match one value."""
        with writing_to(self._folder):
            self.table("items").update(where=where, values={**values, "stamp": number})

    def replace_failures(self, rows: list[dict[str, Any]], gone: Iterable[str]) -> None:
        """Take out the failures of some paths and put in others."""
        paths = sorted({*gone, *(row["path"] for row in rows)})
        with writing_to(self._folder):
            for start in range(0, len(paths), _AT_ONCE):
                some = ", ".join(schema.quoted(path) for path in paths[start : start + _AT_ONCE])
                self.table("failures").delete(f"path IN ({some})")
            self._add("failures", rows)

    def merge_marks(self, rows: list[dict[str, Any]]) -> None:
        """Store marks by the item's id; needs no write lock, LanceDB orders the writers."""
        import pyarrow as pa

        with writing_to(self._folder):
            merging = self.table("marks").merge_insert("id").when_matched_update_all()
            data = pa.Table.from_pylist(rows, schema=schema.mark_schema())
            merging.when_not_matched_insert_all().execute(data)

    def put_projection(self, row: dict[str, Any]) -> None:
        """Store the places on the map by a method; needs no write lock."""
        import pyarrow as pa

        with writing_to(self._folder):
            table = self.table("projections")
            merging = table.merge_insert("method").when_matched_update_all()
            data = pa.Table.from_pylist([row], schema=schema.projection_schema())
            merging.when_not_matched_insert_all().execute(data)
            table.optimize(cleanup_older_than=timedelta(minutes=2))

    # -- tidying; the caller holds the write lock

    def sweep(self, identities: Sequence[str]) -> None:
        """Delete units, thumbnails and vectors that no item has any more.

        Vectors of other encoders than these identities go as well.
        """
        with writing_to(self._folder):
            wanted = np.unique(self.read("items", ["content"])["content"].to_numpy())
            for name in ("units", "thumbnails", self.vectors_name):
                there = np.unique(self.read(name, ["content"])["content"].to_numpy())
                unwanted = np.setdiff1d(there, wanted, assume_unique=True)
                for start in range(0, len(unwanted), _AT_ONCE):
                    some = unwanted[start : start + _AT_ONCE]
                    self.table(name).delete(schema.one_of("content", some))
            known = ", ".join(schema.quoted(one) for one in identities)
            other = f"identity NOT IN ({known})" if known else "true"
            if self.table(self.vectors_name).count_rows(other):
                self.table(self.vectors_name).delete(other)

    def compact(self, keep: timedelta) -> None:
        """Join small fragments, bring the word index up to date, drop older versions."""
        with writing_to(self._folder):
            for name in ("items", "units", "thumbnails", self.vectors_name, "failures", "marks"):
                self.table(name).optimize(cleanup_older_than=keep)

    def drop_vectors(self) -> None:
        """Delete all vectors of the space."""
        with writing_to(self._folder):
            self._open.pop(self.vectors_name, None)
            if self.vectors_name in self._database.list_tables(limit=1000).tables:
                self._database.drop_table(self.vectors_name)

    def _index_words(self) -> None:
        from lancedb.index import FTS

        if not self.table("items").list_indices():
            self.table("items").create_index("words", config=FTS())
