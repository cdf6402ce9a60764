"""What people keep by name in a collection: concepts and saved searches, in one small file."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from explorer.core.concept import Concept
from explorer.core.errors import CollectionError, QueryError
from explorer.core.query import Query
from explorer.store.failing import writing_to
from explorer.store.folder import replace_file

CONCEPTS, SEARCHES = "concepts.json", "searches.json"


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that was given a name.

    ``filters`` is how the window shows the query's filter, as it keeps it.
    """

    id: str
    name: str
    query: Query
    filters: Mapping[str, Any] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """The saved search as JSON data."""
        data = {"id": self.id, "name": self.name, "query": self.query.to_dict()}
        return {**data, "filters": dict(self.filters)} if self.filters else data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> SavedSearch:
        """Read a saved search from JSON data.

        Raises
        ------
        QueryError
            If it has no id or name, or its query is wrong.
        """
        search_id, name, query = data.get("id"), data.get("name"), data.get("query")
        named = isinstance(search_id, str) and isinstance(name, str) and name.strip()
        if not named or not isinstance(query, Mapping):
            raise QueryError("A saved search needs an id, a name and a query.")
        filters = data.get("filters")
        shown = filters if isinstance(filters, Mapping) else {}
        return cls(str(search_id), str(name), Query.from_dict(query), shown)


class Named(Protocol):
    """Something with an id and a name that JSON can hold."""

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...

    def to_dict(self) -> dict[str, Any]: ...


N = TypeVar("N", bound=Named)


class NamedList(Generic[N]):
    """A list in a file; every change is written before it counts.

    Parameters
    ----------
    file
        Where it is; it need not be there.
    read
        Makes one entry of JSON data; raises `QueryError` where it cannot.
    """

    def __init__(self, file: Path, read: Callable[[Mapping[str, Any]], N]) -> None:
        self._file, self._read = file, read
        self._kept: tuple[int, tuple[N, ...]] | None = None
        self._lock = threading.Lock()

    def all(self) -> tuple[N, ...]:
        """Every entry, by name; what is damaged is left out."""
        with self._lock:
            return tuple(sorted(self._current(), key=lambda one: one.name.casefold()))

    def find(self, name: str) -> N | None:
        """The entry with this id, else with this name, however it is capitalised."""
        with self._lock:
            kept = self._current()
        by_id = (one for one in kept if one.id == name)
        by_name = (one for one in kept if one.name.casefold() == name.strip().casefold())
        return next(by_id, None) or next(by_name, None)

    def put(self, entry: N) -> None:
        """Add an entry, or replace the one with its id.

        Raises
        ------
        CollectionError
            If its name is empty or taken, or the file cannot be written.
        """
        if not entry.name.strip():
            raise CollectionError("A name needs at least one letter.")
        with self._lock:
            others = [one for one in self._current() if one.id != entry.id]
            if any(one.name.casefold() == entry.name.casefold() for one in others):
                raise CollectionError(
                    "The name '{name}' is taken; choose another one.", name=entry.name
                )
            self._write([*others, entry])

    def remove(self, entry_id: str) -> None:
        """Take an entry out; nothing happens where there is none.

        Raises
        ------
        CollectionError
            If the file cannot be written.
        """
        with self._lock:
            self._write([one for one in self._current() if one.id != entry_id])

    def _write(self, entries: Iterable[N]) -> None:
        data = json.dumps([one.to_dict() for one in entries], ensure_ascii=False, indent=1)
        with writing_to(self._file.parent):
            replace_file(self._file, data.encode("utf-8", "surrogatepass"))
        self._kept = None

    def _current(self) -> tuple[N, ...]:
        try:
            changed = self._file.stat().st_mtime_ns
        except OSError:
            return ()
        if self._kept is None or self._kept[0] != changed:
            self._kept = changed, tuple(self._entries())
        return self._kept[1]

    def _entries(self) -> list[N]:
        try:
            data = json.loads(self._file.read_bytes().decode("utf-8", "surrogatepass"))
        except (OSError, ValueError):
            return []
        found: list[N] = []
        for one in data if isinstance(data, list) else []:
            try:
                found.append(self._read(one))
            except (QueryError, AttributeError, TypeError, ValueError):
                continue
        return found


def concepts_in(folder: Path) -> NamedList[Concept]:
    """The concepts of the collection in a folder."""
    return NamedList(folder / CONCEPTS, Concept.from_dict)


def searches_in(folder: Path) -> NamedList[SavedSearch]:
    """The saved searches of the collection in a folder."""
    return NamedList(folder / SEARCHES, SavedSearch.from_dict)


def renamed(entry: N, name: str) -> N:
    """The same entry with another name."""
    return replace(entry, name=name.strip())  # type: ignore[type-var]
