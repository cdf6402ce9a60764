"""What the person filters by: chosen facets and a condition of their own, as one SQL filter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, cast, get_args

from explorer.store.pathtext import keep_text
from explorer.store.schema import quoted

Facet = Literal[
    "kind", "folder", "year", "month", "camera", "size", "tag", "rating", "cluster"
]  # fmt: skip
FACETS: tuple[Facet, ...] = cast(tuple[Facet, ...], get_args(Facet))

SIZES: dict[str, tuple[int, int]] = {
    "small": (0, 100_000),
    "medium": (100_000, 1_000_000),
    "large": (1_000_000, 10_000_000),
    "huge": (10_000_000, 2**62),
}
"""Bytes from (included) and up to (not included), by the value of the facet."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Chosen values per facet, and the condition the person typed.

    Values of one facet widen ("birds or fish"), facets narrow each other. A folder means
    everything below it; a rating means that many stars or more.
    """

    chosen: tuple[tuple[Facet, str], ...] = ()
    typed: str = ""

    def __bool__(self) -> bool:
        return bool(self.chosen or self.typed.strip())

    def without(self, facet: Facet, value: str) -> Filters:
        """The same with a value not chosen."""
        return replace(self, chosen=tuple(one for one in self.chosen if one != (facet, value)))

    def has(self, facet: Facet, value: str) -> bool:
        """Whether a value is chosen."""
        return (facet, value) in self.chosen

    def toggled(self, facet: Facet, value: str) -> Filters:
        """The same with a value chosen, or not chosen any more."""
        pair = (facet, value)
        if pair in self.chosen:
            return replace(self, chosen=tuple(one for one in self.chosen if one != pair))
        # Of the ratings only one makes sense: more than two stars are more than one.
        kept = (one for one in self.chosen if facet != "rating" or one[0] != "rating")
        return replace(self, chosen=(*kept, pair))

    @property
    def where(self) -> str:
        """The filter as SQL, for `Query.where`; empty without any."""
        groups = [
            [_condition(facet, value) for facet, value in self.chosen if facet == one]
            for one in FACETS
        ]
        parts = [" OR ".join(group) for group in groups if group]
        if self.typed.strip():
            parts.append(self.typed.strip())
        if len(parts) == 1:
            return parts[0]
        return " AND ".join(f"({part})" for part in parts)

    def to_dict(self) -> dict[str, Any]:
        """As JSON data."""
        return {"chosen": [list(pair) for pair in self.chosen], "typed": self.typed}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Filters:
        """From JSON data; whatever does not fit is left out."""
        chosen = data.get("chosen")
        pairs = [
            (cast(Facet, one[0]), one[1])
            for one in (chosen if isinstance(chosen, list) else [])
            if isinstance(one, list)
            and len(one) == 2
            and one[0] in FACETS
            and isinstance(one[1], str)
        ]
        typed = data.get("typed")
        return cls(tuple(pairs), typed if isinstance(typed, str) else "")


def _condition(facet: Facet, value: str) -> str:
    literal = quoted(keep_text(value))
    if facet == "kind":
        return f"modality = {literal}"
    if facet == "folder":
        end = "\\" if "\\" in value and "/" not in value else "/"
        below = quoted(keep_text(value.rstrip(end) + end))
        return f"folder = {literal} OR starts_with(folder, {below})"
    if facet == "size":
        low, high = SIZES.get(value, (0, 2**62))
        return f"size >= {low} AND size < {high}"
    if facet == "camera":
        return f"camera = {literal}"
    if facet == "cluster":
        return f"array_has(cluster, {literal})"
    if facet in ("year", "month"):
        return f"taken LIKE {quoted(value + '%')}"
    if facet == "tag":
        return f"array_has(tags, {literal})"
    return f"rating >= {int(value) if value.isdigit() else 0}"
