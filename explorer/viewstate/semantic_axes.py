"""The phrases that lay the map out: from one to the other on each axis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

End = Literal["left", "right", "bottom", "top"]
ENDS: tuple[End, ...] = ("left", "right", "bottom", "top")
BETWEEN = ("…", "...", "->", "→")
"""What may stand between the phrases of an axis that is typed in one line."""


@dataclass(frozen=True, slots=True)
class SemanticAxes:
    """A phrase for each end; an end that is empty is the opposite of nothing in particular."""

    left: str = "night"
    right: str = "day"
    bottom: str = "empty"
    top: str = "crowded"

    @property
    def complete(self) -> bool:
        """Whether each axis has at least one end."""
        return bool((self.left or self.right) and (self.bottom or self.top))

    def with_end(self, end: End, phrase: str) -> SemanticAxes:
        """The same with another phrase at one end."""
        return replace(self, **{end: phrase.strip()})

    def to_dict(self) -> dict[str, str]:
        """JSON data."""
        return {end: getattr(self, end) for end in ENDS}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> SemanticAxes:
        """From JSON data; whatever does not fit is as at first."""
        names = {one.name for one in fields(cls)}
        kept = {k: v.strip() for k, v in data.items() if k in names and isinstance(v, str)}
        axes = cls(**kept)
        return axes if axes.complete else cls()


def read_axis(line: str) -> tuple[str, str]:
    """Read "night … day" as its two ends; one phrase alone is the far end."""
    for sign in BETWEEN:
        if sign in line:
            low, _, high = line.partition(sign)
            return low.strip(), high.strip()
    return "", line.strip()


PRESETS: tuple[SemanticAxes, ...] = (
    SemanticAxes("night", "day", "empty", "crowded"),
    SemanticAxes("nature", "city", "calm", "wild"),
    SemanticAxes("old", "new", "small", "large"),
    SemanticAxes("drawing", "photograph", "dark", "bright"),
    SemanticAxes("animal", "machine", "land", "water"),
)
"""Layouts to begin with."""
