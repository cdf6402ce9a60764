"""What the view of explanations remembers from one session to the next, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal, get_args

from explorer.lenses.explanation.interaction import LEVELS
from explorer.lenses.explanation.methods import DEFAULT, METHODS, Tuning
from explorer.lenses.heat_picture import Upsampling

Aspect = Literal["words", "methods", "pair", "segments", "relations"]
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
MOST_CLASSES = 24
LEVEL_CHOICES: tuple[tuple[int, ...], ...] = (LEVELS, *((one,) for one in LEVELS))
"""What can be chosen of the interaction: all its levels, or one of them."""


@dataclass(frozen=True, slots=True)
class ExplainState:
    """How explanations are shown.

    Attributes
    ----------
    aspect
        Which question is asked: words on patches, methods compared, two pictures, segments,
        relations.
    method
        Of the map that is shown.
    beside
        What stands beside it: ``"method:rise"``, ``"space:clip"``, empty for nothing.
    words
        Typed by the person; empty follows the query.
    opacity, threshold
        Shares from 0 to 1; under `threshold` of the end of the range nothing is shown.
    upsampling
        ``"nearest"`` shows the true grid.
    classes
        Names that label patches.
    layer, head
        Whose attention is shown: the layer, -1 for the last; the head, -1 for the mean of all.
    levels
        How many regions the interaction merges patches into, level by level.
    """

    aspect: Aspect = "words"
    method: str = DEFAULT
    beside: str = ""
    words: str = ""
    opacity: float = 0.65
    threshold: float = 0.0
    upsampling: Upsampling = "smooth"
    classes: tuple[str, ...] = ()
    layer: int = -1
    head: int = -1
    levels: tuple[int, ...] = LEVELS

    @property
    def tuning(self) -> Tuning:
        """What is chosen within the methods."""
        return Tuning(self.layer, None if self.head < 0 else self.head, self.levels)

    @property
    def is_tuned(self) -> bool:
        """Whether the maps are made otherwise than at first."""
        return (self.method, self.tuning.of(self.method)) != (DEFAULT, Tuning())

    def plain(self) -> ExplainState:
        """The same with the maps made as at first."""
        return replace(self, method=DEFAULT, layer=-1, head=-1, levels=LEVELS)

    def to_dict(self) -> dict[str, Any]:
        """The state as JSON data."""
        return {**asdict(self), "classes": list(self.classes), "levels": list(self.levels)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> ExplainState:
        """A state from JSON data; whatever does not fit is left out."""
        kept = {name: data[name] for name, fits in _FITS.items() if fits(data.get(name))}
        if "classes" in kept:
            kept["classes"] = tuple(kept["classes"])[:MOST_CLASSES]
        if "levels" in kept:
            kept["levels"] = tuple(kept["levels"])
        return cls(**kept)


def _is_share(value: object) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and 0 <= float(str(value)) <= 1


def _is_list_of_words(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(one, str) and one for one in value)


def _is_number_or_last(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= -1


def _is_levels(value: object) -> bool:
    return isinstance(value, list | tuple) and tuple(value) in LEVEL_CHOICES


def _is_words(value: object) -> bool:
    return isinstance(value, str)


_FITS = {
    "aspect": lambda value: value in ASPECTS,
    "method": lambda value: isinstance(value, str) and value in METHODS,
    "beside": _is_words,
    "words": _is_words,
    "opacity": _is_share,
    "threshold": _is_share,
    "upsampling": lambda value: value in get_args(Upsampling),
    "classes": _is_list_of_words,
    "layer": _is_number_or_last,
    "head": _is_number_or_last,
    "levels": _is_levels,
}
