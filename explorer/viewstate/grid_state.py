"""The state of the grid and of the list, two looks at one arrangement, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args

SortKey = Literal[
    "match",
    "name",
    "kind",
    "folder",
    "taken",
    "changed",
    "added",
    "size",
    "pixels",
    "duration",
    "rating",
    "tags",
    "percentile",
    "cluster",
]
SORT_KEYS: tuple[SortKey, ...] = get_args(SortKey)
TEXT_KEYS: frozenset[SortKey] = frozenset({"name", "kind", "folder", "tags", "cluster"})
"""These run from A to Z, the others from the newest or largest."""

GroupKey = Literal["none", "cluster", "folder", "day", "tag", "band"]
GROUP_KEYS: tuple[GroupKey, ...] = get_args(GroupKey)

Look = Literal["grid", "list"]

SMALLEST, LARGEST = 72, 320


@dataclass
class GridState:
    """How the items are shown; made and read with the session.

    Parameters
    ----------
    size
        Side of a square in pixels, from `SMALLEST` to `LARGEST`.
    sort
        ``"match"`` is the order of the answer; without a query it means the order of adding.
    reverse
        Whether the order is turned round.
    hits_sort, hits_reverse
        The same for the hits of a query with terms; best first until another order is chosen.
    top
        Id of the first visible item, to come back to the same place.
    group
        What they are parted by.
    folded
        Keys of the groups that are folded up.
    look
        Squares, or lines with columns.
    columns
        How the header of the list was left, as Qt encodes it (base 64).
    """

    size: int = 160
    sort: SortKey = "match"
    reverse: bool = False
    top: str = ""
    group: GroupKey = "none"
    folded: list[str] = field(default_factory=list)
    look: Look = "grid"
    columns: str = ""
    hits_sort: SortKey = "match"
    hits_reverse: bool = False

    def order(self, *, asked: bool) -> tuple[SortKey, bool]:
        """What is sorted by and whether it is turned round, for hits (`asked`) or for all items."""
        return (self.hits_sort, self.hits_reverse) if asked else (self.sort, self.reverse)

    def choose_order(self, sort: SortKey, reverse: bool, *, asked: bool) -> None:
        """Take another order, for the hits that are shown (`asked`) or for all items."""
        if asked:
            self.hits_sort, self.hits_reverse = sort, reverse
        else:
            self.sort, self.reverse = sort, reverse

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> GridState:
        """A state from JSON data; whatever does not fit is left out."""
        state = cls()
        size, top = data.get("size"), data.get("top")
        if isinstance(size, int) and not isinstance(size, bool):
            state.size = min(max(size, SMALLEST), LARGEST)
        if data.get("sort") in SORT_KEYS:
            state.sort = data["sort"]
        if data.get("hits_sort") in SORT_KEYS:
            state.hits_sort = data["hits_sort"]
        for name in ("reverse", "hits_reverse"):
            if isinstance(data.get(name), bool):
                setattr(state, name, data[name])
        if isinstance(top, str):
            state.top = top
        if data.get("group") in GROUP_KEYS:
            state.group = data["group"]
        if isinstance(data.get("folded"), list):
            state.folded = [key for key in data["folded"] if isinstance(key, str)]
        if data.get("look") in get_args(Look):
            state.look = data["look"]
        if isinstance(data.get("columns"), str):
            state.columns = data["columns"]
        return state

    def to_dict(self) -> dict[str, Any]:
        """The state as JSON data."""
        return asdict(self)
