"""What is kept of a session between two starts, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from explorer.core.errors import QueryError
from explorer.core.query import Query
from explorer.viewstate.files import read_json, write_json

MAX_SELECTION = 10_000
"""Items of a selection that are kept; a larger one is quicker to make again."""


@dataclass
class SessionState:
    """Collection, query, selection and the state of each view.

    ``filters`` is how the query's filter is shown, as `Filters` keeps it; ``views`` holds one
    JSON object per view, made and read by the view's own state class; ``layout`` the window's
    geometry and docks, as the window encodes them; ``others`` both for each further window.
    """

    collection: str = ""
    query: Query = field(default_factory=Query)
    filters: dict[str, Any] = field(default_factory=dict)
    selected: list[str] = field(default_factory=list)
    focus: str = ""
    views: dict[str, dict[str, Any]] = field(default_factory=dict)
    layout: dict[str, str] = field(default_factory=dict)
    others: list[dict[str, dict[str, Any]]] = field(default_factory=list)

    @classmethod
    def read(cls, home: Path) -> SessionState:
        """The last session; whatever is damaged is left out."""
        return cls.from_dict(read_json(_file(home)))

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> SessionState:
        """A session from JSON data; whatever does not fit is left out."""
        state = cls()
        if isinstance(data.get("collection"), str):
            state.collection = data["collection"]
        try:
            state.query = Query.from_dict(data.get("query") or {})
        except (QueryError, AttributeError, TypeError, ValueError):
            state.query = Query()
        if isinstance(data.get("filters"), dict):
            state.filters = data["filters"]
        if isinstance(data.get("selected"), list):
            state.selected = [one for one in data["selected"] if isinstance(one, str)]
        if isinstance(data.get("focus"), str):
            state.focus = data["focus"]
        state.views, state.layout = _views(data.get("views")), _layout(data.get("layout"))
        if isinstance(data.get("others"), list):
            state.others = [
                {"views": _views(one.get("views")), "layout": _layout(one.get("layout"))}
                for one in data["others"]
                if isinstance(one, dict)
            ]
        return state

    def to_dict(self) -> dict[str, Any]:
        """The session as JSON data."""
        return {
            "collection": self.collection,
            "query": self.query.to_dict(),
            "filters": self.filters,
            "selected": self.selected[:MAX_SELECTION],
            "focus": self.focus,
            "views": self.views,
            "layout": self.layout,
            "others": self.others,
        }

    def write(self, home: Path) -> None:
        """Keep the session.

        Raises
        ------
        SettingsError
            If the file cannot be written.
        """
        write_json(_file(home), self.to_dict())


def _views(data: object) -> dict[str, dict[str, Any]]:
    if not isinstance(data, dict):
        return {}
    return {name: state for name, state in data.items() if isinstance(state, dict)}


def _layout(data: object) -> dict[str, str]:
    if not isinstance(data, dict):
        return {}
    return {name: code for name, code in data.items() if isinstance(code, str)}


def _file(home: Path) -> Path:
    return home / "sessions" / "last.json"
