"""Reads what is stored of items beside their table: facts, units, texts, thumbnails, failures."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.collection.index_report import Failure
from explorer.collection.item_table import ItemTable
from explorer.core.errors import QueryError
from explorer.core.media import Item, Unit
from explorer.store.pathtext import restore_text
from explorer.store.schema import one_of
from explorer.store.tables import Tables

_ITEM_COLUMNS = (
    *("id", "path", "modality", "part", "title", "text", "size", "modified_ns"),
    *("content_hash", "state", "meta", "added_at"),
)
_UNIT_COLUMNS = ("content", "unit", "kind", "place", "text", "batch")


class Contents:
    """Looks things up in the tables by item."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def item(self, item_id: str, items: ItemTable) -> Item:
        """All that is known of an item.

        Raises
        ------
        QueryError
            If there is none with this id.
        """
        row = self._row(item_id, items)
        stored = self._tables.read("items", _ITEM_COLUMNS, f"row = {row}").to_pylist()[0]
        return Item(
            id=stored["id"],
            path=restore_text(stored["path"]),
            modality=stored["modality"],
            part=restore_text(stored["part"]),
            title=stored["title"],
            text=stored["text"],
            size=stored["size"],
            modified_ns=stored["modified_ns"],
            content_hash=stored["content_hash"],
            state="present" if stored["state"] == "present" else "removed",
            meta=json.loads(stored["meta"]),
            added=stored["added_at"],
        )

    def units(self, item_id: str, items: ItemTable) -> list[Unit]:
        """An item's units in order.

        Raises
        ------
        QueryError
            If there is none with this id.
        """
        content = int(items.contents[self._row(item_id, items)])
        stored = self._tables.read("units", _UNIT_COLUMNS, f"content = {content}").to_pylist()
        return [_unit(row) for row in _latest(stored)]

    def unit_places(
        self, contents: NDArray[np.int64], units: NDArray[np.int32]
    ) -> list[dict[str, Any]]:
        """The units that matched, as JSON data, one per content."""
        wanted = np.unique(contents[units >= 0])
        # Of a recording with thousands of windows only those that matched are read.
        columns = [name for name in _UNIT_COLUMNS if name != "text"]
        chosen = one_of("unit", np.unique(units[units >= 0]).astype(np.int64))
        found: dict[tuple[int, int], dict[str, Any]] = {}
        if len(wanted):
            where = f"{one_of('content', wanted)} AND {chosen}"
            for row in _latest(self._tables.read("units", columns, where).to_pylist()):
                found[row["content"], row["unit"]] = _unit({**row, "text": ""}).to_dict()
        whole: dict[str, Any] = {"kind": "whole", "index": 0}
        pairs = zip(contents.tolist(), units.tolist(), strict=True)
        return [dict(found.get(pair, whole)) for pair in pairs]

    def thumbnails(self, item_ids: Sequence[str], items: ItemTable) -> dict[str, bytes]:
        """Encoded small pictures of those items that have one."""
        rows = {item_id: items.row_of(item_id) for item_id in item_ids}
        keys = {one: int(items.contents[row]) for one, row in rows.items() if row >= 0}
        stored = self._tables.read_rows(
            "thumbnails", ["content", "data"], "content", sorted(set(keys.values()))
        )
        by_key = {row["content"]: row["data"] for row in stored}
        return {one: by_key[key] for one, key in keys.items() if key in by_key}

    def duplicates(self) -> list[NDArray[np.int64]]:
        """Groups of rows of present items with the same content: int64 arrays, largest first."""
        stored = self._tables.read("items", ["row", "content_hash"], "state = 'present'")
        hashes = stored["content_hash"].to_numpy(zero_copy_only=False)
        rows = stored["row"].to_numpy().astype(np.int64)
        order = np.argsort(hashes, kind="stable")
        edges = np.flatnonzero(hashes[order][1:] != hashes[order][:-1]) + 1
        groups = [np.sort(rows[group]) for group in np.split(order, edges) if len(group) > 1]
        return sorted(groups, key=lambda group: (-len(group), int(group[0])))

    def texts(self, letters: int) -> dict[int, str]:
        """How the text of those present items begins that have one, by row."""
        stored = self._tables.read("items", ["row", "text"], "text != '' AND state = 'present'")
        pairs = zip(stored["row"].to_pylist(), stored["text"].to_pylist(), strict=True)
        return {row: text[:letters] for row, text in pairs}

    def cameras(self) -> dict[int, str]:
        """The camera of each row that has one."""
        stored = self._tables.read(
            "items", ["row", "camera"], "camera IS NOT NULL AND camera != ''"
        )
        return dict(zip(stored["row"].to_pylist(), stored["camera"].to_pylist(), strict=True))

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

    def _row(self, item_id: str, items: ItemTable) -> int:
        row = items.row_of(item_id)
        if row < 0:
            raise QueryError("There is no item {item_id} in this collection.", item_id=item_id)
        return row


def _latest(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without what an earlier reading of the same content left; by unit."""
    newest: dict[int, int] = {}
    for row in rows:
        newest[row["content"]] = max(newest.get(row["content"], 0), row["batch"])
    kept = [row for row in rows if row["batch"] == newest[row["content"]]]
    return sorted(kept, key=lambda row: int(row["unit"]))


def _unit(row: dict[str, Any]) -> Unit:
    return Unit(row["kind"], row["unit"], json.loads(row["place"]), row["text"])
