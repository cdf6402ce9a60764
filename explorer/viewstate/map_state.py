"""What the map remembers from one session to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Literal, cast, get_args

from explorer.core.selection import SelectionMode
from explorer.lenses.projection import METHODS, Method
from explorer.viewstate.semantic_axes import SemanticAxes

Tool = Literal["pan", "rectangle", "lasso"]
TOOLS: tuple[Tool, ...] = ("pan", "rectangle", "lasso")
MODES: tuple[SelectionMode, ...] = get_args(SelectionMode)
Layer = Literal["thumbnails", "labels", "outlines", "density", "neighbours", "fade_by_trust"]
LAYERS: tuple[Layer, ...] = get_args(Layer)
"""What is drawn besides the points, each a switch of its own."""


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
    mode
        What an outline does to the selection when no key says otherwise.
    method, axes
        Projection shown, and what one by axes runs between.
    colour_by
        Column or lens that colours the points, see `explorer.viewstate.map_colouring`.
    thumbnails, labels, outlines, density, neighbours, fade_by_trust
        Whether pictures, names and outlines of groups, lines of equal density, lines to the true
        neighbours are shown, and whether points are faded that cannot be trusted.
    hidden
        Legend entries that are switched off.
    """

    centre_x: float = 0.0
    centre_y: float = 0.0
    scale: float | None = None
    tool: Tool = "pan"
    mode: SelectionMode = "new"
    method: Method = "umap"
    axes: SemanticAxes = field(default_factory=SemanticAxes)
    colour_by: str = "kind"
    thumbnails: bool = True
    labels: bool = True
    outlines: bool = True
    density: bool = False
    neighbours: bool = True
    fade_by_trust: bool = False
    hidden: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return plain data that JSON can hold."""
        return {**asdict(self), "hidden": list(self.hidden), "axes": self.axes.to_dict()}

    @classmethod
    def from_dict(cls, saved: Mapping[str, Any]) -> MapState:
        """Read what `to_dict` wrote; what is missing, unknown or of the wrong kind is default."""
        kept: dict[str, Any] = {}
        for name in (one.name for one in fields(cls)):
            if name in saved and _fits(name, saved[name]):
                kept[name] = _read(name, saved[name])
        return cls(**kept)

    def with_layer(self, layer: Layer, shown: bool) -> MapState:
        """The same with a layer shown or not."""
        return replace(self, **cast(Any, {layer: shown}))


def _read(name: str, value: Any) -> Any:
    if name == "hidden":
        return tuple(value)
    return SemanticAxes.from_dict(value) if name == "axes" else value


def _fits(name: str, value: object) -> bool:
    if name in ("centre_x", "centre_y"):
        return _is_number(value)
    if name == "scale":
        return value is None or (_is_number(value) and 0 < float(str(value)) < float("inf"))
    if name == "tool":
        return value in TOOLS
    if name == "mode":
        return value in MODES
    if name == "method":
        return value in METHODS
    if name == "axes":
        return isinstance(value, Mapping)
    if name == "colour_by":
        return isinstance(value, str)
    if name == "hidden":
        return isinstance(value, list | tuple) and all(isinstance(each, str) for each in value)
    return isinstance(value, bool)


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) < float("inf")
