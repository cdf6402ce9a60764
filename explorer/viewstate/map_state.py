"""What the map remembers from one session to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal

Tool = Literal["pan", "rectangle", "lasso"]
TOOLS: tuple[Tool, ...] = ("pan", "rectangle", "lasso")


@dataclass(frozen=True)
class MapState:
    """The state of a map view as plain data.

    Attributes
    ----------
    centre_x, centre_y, scale
        What is in the middle, in map units, and logical pixels for one unit; a scale of None
        shows everything.
    tool
        What dragging does.
    method
        Projection shown.
    colour_by
        Column or lens that colours the points; empty for one colour for each modality.
    thumbnails, labels, fade_by_trust
        Whether they are shown.
    hidden
        Legend entries that are switched off.
    """

    centre_x: float = 0.0
    centre_y: float = 0.0
    scale: float | None = None
    tool: Tool = "pan"
    method: str = "umap"
    colour_by: str = ""
    thumbnails: bool = True
    labels: bool = True
    fade_by_trust: bool = False
    hidden: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return plain data that JSON can hold."""
        return {**asdict(self), "hidden": list(self.hidden)}

    @classmethod
    def from_dict(cls, saved: Mapping[str, Any]) -> MapState:
        """Read what `to_dict` wrote; what is missing, unknown or of the wrong kind is default."""
        kept: dict[str, Any] = {}
        for name in (field.name for field in fields(cls)):
            if name in saved and _fits(name, saved[name]):
                kept[name] = tuple(saved[name]) if name == "hidden" else saved[name]
        return cls(**kept)


def _fits(name: str, value: object) -> bool:
    if name in ("centre_x", "centre_y"):
        return _is_number(value)
    if name == "scale":
        return value is None or (_is_number(value) and 0 < float(str(value)) < float("inf"))
    if name == "tool":
        return value in TOOLS
    if name in ("method", "colour_by"):
        return isinstance(value, str)
    if name == "hidden":
        return isinstance(value, list | tuple) and all(isinstance(each, str) for each in value)
    return isinstance(value, bool)


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) < float("inf")
