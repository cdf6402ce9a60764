"""The queries the person has asked, newest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from explorer.core.errors import QueryError
from explorer.core.query import Query

LIMIT = 50


class QueryHistory:
    """Remembers queries that have terms; one that is asked again comes to the front."""

    def __init__(self) -> None:
        self.queries: tuple[Query, ...] = ()

    def remember(self, query: Query) -> None:
        """Put a query in front; its filter is left out, since filters belong to a collection."""
        plain = replace(query, where="")
        if plain.active:
            others = (one for one in self.queries if one != plain)
            self.queries = (plain, *others)[:LIMIT]

    def to_dict(self) -> dict[str, Any]:
        """As JSON data."""
        return {"queries": [query.to_dict() for query in self.queries]}

    def restore(self, data: Mapping[str, Any]) -> None:
        """Take queries from JSON data; whatever does not fit is left out."""
        listed = data.get("queries")
        found: list[Query] = []
        for one in listed if isinstance(listed, list) else []:
            try:
                found.append(Query.from_dict(one))
            except (QueryError, AttributeError, TypeError, ValueError):
                continue
        self.queries = tuple(query for query in found if query.active)[:LIMIT]
