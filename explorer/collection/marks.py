"""What people say about items: tags, a rating, a note. Indexing never touches it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from explorer.core.errors import CollectionError
from explorer.store.tables import Tables


@dataclass(frozen=True, slots=True)
class Marks:
    """What is said about one item: tags in order, 0 to 5 stars, a note."""

    tags: tuple[str, ...] = ()
    rating: int = 0
    note: str = ""


class MarkStore:
    """Reads and writes marks; those of all items are kept in memory once one was asked for."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._kept: dict[str, Marks] = {}
        self._version = -1
        self._lock = threading.Lock()

    def all(self) -> dict[str, Marks]:
        """Marks of every item that has any."""
        with self._lock:
            return self._current()

    def of(self, item_ids: Sequence[str]) -> dict[str, Marks]:
        """Marks of these items; those without any have empty ones."""
        kept = self.all()
        return {item_id: kept.get(item_id, Marks()) for item_id in item_ids}

    def tags(self) -> dict[str, int]:
        """Every tag and how many items have it, by name."""
        counts: dict[str, int] = {}
        for marks in self.all().values():
            for tag in marks.tags:
                counts[tag] = counts.get(tag, 0) + 1
        return dict(sorted(counts.items()))

    def put(
        self,
        item_ids: Sequence[str],
        *,
        add_tags: Iterable[str] = (),
        remove_tags: Iterable[str] = (),
        rating: int | None = None,
        note: str | None = None,
    ) -> None:
        """Change the marks of items; what is not given stays.

        Raises
        ------
        CollectionError
            If a tag or rating is none, or the collection cannot be written to.
        """
        added = [tag.strip() for tag in add_tags]
        removed = {tag.strip() for tag in remove_tags}
        if not all(added):
            raise CollectionError("A tag needs at least one letter.")
        if rating is not None and not 0 <= rating <= 5:
            raise CollectionError(f"A rating is from 0 to 5 stars, not {rating}.")
        with self._lock:
            kept = self._current()
            after: dict[str, Marks] = {}
            for item_id in item_ids:
                marks = kept.get(item_id, Marks())
                tags = [tag for tag in marks.tags if tag not in removed]
                tags.extend(tag for tag in dict.fromkeys(added) if tag not in tags)
                marks = replace(marks, tags=tuple(tags))
                marks = marks if rating is None else replace(marks, rating=rating)
                after[item_id] = marks if note is None else replace(marks, note=note)
            if after:
                self._store(after)

    def _store(self, after: dict[str, Marks]) -> None:
        self._tables.merge_marks(
            [
                {"id": item_id, "tags": list(one.tags), "rating": one.rating, "note": one.note}
                for item_id, one in after.items()
            ]
        )
        self._version = -1

    def _current(self) -> dict[str, Marks]:
        version = self._tables.version("marks")
        if version != self._version:
            stored = self._tables.read("marks", ["id", "tags", "rating", "note"]).to_pylist()
            self._kept = {
                row["id"]: Marks(tuple(row["tags"] or ()), row["rating"] or 0, row["note"] or "")
                for row in stored
            }
            self._version = version
        return self._kept
