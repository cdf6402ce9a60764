"""SQL filters over the items' metadata and what people said about them."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.collection.item_table import ItemTable
from explorer.collection.stored_clusters import StoredClusters
from explorer.core.errors import QueryError
from explorer.store.pathtext import keep_text
from explorer.store.schema import ITEM_FILTERS, MARK_FILTERS
from explorer.store.tables import Tables

_LITERAL = re.compile(r"'(?:[^']|'')*'")
_NAME = re.compile(r"\"[^\"]+\"|[A-Za-z_][A-Za-z0-9_]*")
_UNKNOWN = re.compile(r"No field named [`\"]?([^.`\"\s]+(?:\.[^.`\"\s]+)*)")
_MARKS = frozenset(name for name, _ in MARK_FILTERS)


class Filters:
    """Answers which rows a filter lets through.

    Filters that speak of tags, rating, note or cluster are answered over a table in memory that
    joins them to the items; it is made when first needed and again after any has changed.

    Parameters
    ----------
    clusters
        Groups of the items, as far as there are any.
    """

    def __init__(
        self, tables: Tables, clusters: Callable[[], StoredClusters | None] = lambda: None
    ) -> None:
        self._tables, self._clusters = tables, clusters
        self._joined: tuple[tuple[object, ...], Any] | None = None
        self._lock = threading.Lock()

    def rows(self, where: str, items: ItemTable) -> NDArray[np.bool_]:
        """Which rows match: bool (n,). Removed items only where the filter speaks of ``state``.

        Raises
        ------
        QueryError
            If the filter cannot be understood; it names the columns there are.
        """
        where = where.strip()
        if not where:
            return items.present.copy()
        names = _names(where)
        if ";" in _LITERAL.sub("", where):
            raise QueryError("A filter is one condition; take out the ';'.")
        try:
            if names & _MARKS:
                table = self._with_marks(names)
                found = table.search().where(where).select(["row"]).to_arrow()
            else:
                found = self._tables.read("items", ["row"], keep_text(where))
        except (ValueError, RuntimeError) as error:
            raise _sentence(where, error) from error
        matching = np.zeros(len(items), bool)
        rows = found["row"].to_numpy()
        matching[rows[rows < len(items)]] = True
        return matching if "state" in names else matching & items.present

    def _with_marks(self, names: set[str]) -> Any:
        import lancedb
        import pyarrow as pa

        with self._lock:
            columns = [name for name, _ in ITEM_FILTERS if name in {*names, "id"}]
            groups = self._clusters() if "cluster" in names else None
            told = () if groups is None else (groups.names, groups.labels.tobytes())
            versions = self._tables.version("items"), self._tables.version("marks")
            state = (*versions, "cluster" in names, told, *columns)
            if self._joined is not None and self._joined[0] == state:
                return self._joined[1]
            items = self._tables.read("items", [*columns, "row"])
            marks = self._tables.read("marks", ["id", "tags", "rating", "note"])
            by_id = {row["id"]: row for row in marks.to_pylist()}
            said = [by_id.get(one, {}) for one in items["id"].to_pylist()]
            items = items.append_column(
                "tags", pa.array([one.get("tags") or [] for one in said], pa.list_(pa.string()))
            )
            ratings = pa.array([one.get("rating") or 0 for one in said], pa.int32())
            items = items.append_column("rating", ratings)
            notes = pa.array([one.get("note") or "" for one in said], pa.string())
            items = items.append_column("note", notes)
            if "cluster" in names:
                found = _cluster_names(groups, items["row"].to_pylist())
                items = items.append_column("cluster", pa.array(found, pa.list_(pa.string())))
            table = lancedb.connect("memory://").create_table("joined", items)
            self._joined = state, table
            return table


def _cluster_names(groups: StoredClusters | None, rows: list[int]) -> list[list[str]]:
    """The names of the groups that each row is in, one for each level."""
    if groups is None or not rows:
        return [[] for _ in rows]
    size = max(rows) + 1
    of_level = [groups.of_table(size, level) for level in range(groups.levels)]
    return [
        [
            groups.names[level][labels[row]]
            for level, labels in enumerate(of_level)
            if labels[row] >= 0
        ]
        for row in rows
    ]


def _names(where: str) -> set[str]:
    return {name.strip('"').lower() for name in _NAME.findall(_LITERAL.sub("''", where))}


def _sentence(where: str, error: Exception) -> QueryError:
    columns = ", ".join(name for name, _ in (*ITEM_FILTERS, *MARK_FILTERS))
    message = str(error)
    unknown = _UNKNOWN.search(message)
    if unknown:
        return QueryError(
            "The filter names the column '{column}'. There is: {columns}.",
            column=unknown[1],
            columns=columns,
        )
    if "'List(" in message or "List(Field" in message:
        return QueryError(
            "The filter '{where}' compares the list of tags with a text. Ask for a tag like "
            "this: array_has(tags, 'bird').",
            where=where,
        )
    reason = message.removeprefix("Invalid input, ").split(", /root/")[0].splitlines()[0]
    reason = re.sub(r"Error (parsing statement|resolving filter expression)[^(]*", "", reason)
    return QueryError(
        "The filter '{where}' cannot be understood: {reason}. It is SQL over these columns, "
        "texts in single quotes: {columns}.",
        where=where,
        reason=reason.strip(" ()."),
        columns=columns,
    )
