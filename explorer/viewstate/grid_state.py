"""The state of the result grid as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

SortKey = Literal["match", "name", "added", "taken", "size"]
SORT_KEYS: tuple[SortKey, ...] = get_args(SortKey)

SMALLEST, LARGEST = 72, 320


@dataclass
class GridState:
    """How the grid shows the items; made and read with the session.

    Parameters
    ----------
    size
        Side of a square in pixels, from `SMALLEST` to `LARGEST`.
    sort
        ``"match"`` is the order of the answer; without a query it means the order of adding.
    reverse
        Whether the order is turned round.
    top
        Id of the first visible item, to come back to the same place.
    """

    size: int = 160
    sort: SortKey = "match"
    reverse: bool = False
    top: str = ""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> GridState:
        """A state from JSON data; whatever does not fit is left out."""
        state = cls()
        size, sort, top = data.get("size"), data.get("sort"), data.get("top")
        if isinstance(size, int) and not isinstance(size, bool):
            state.size = min(max(size, SMALLEST), LARGEST)
        if sort in SORT_KEYS:
            state.sort = sort
        if isinstance(data.get("reverse"), bool):
            state.reverse = data["reverse"]
        if isinstance(top, str):
            state.top = top
        return state

    def to_dict(self) -> dict[str, Any]:
        """The state as JSON data."""
        return asdict(self)
