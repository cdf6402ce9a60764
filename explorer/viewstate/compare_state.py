"""How the view of two spaces is shown, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from explorer.lenses.gap_correction import CORRECTIONS, CorrectionMethod

Aspect = Literal["ranks", "agreement", "pairs", "gap"]
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
Source = Literal["items", "words"]
SOURCES: tuple[Source, ...] = get_args(Source)


@dataclass(frozen=True, slots=True)
class CompareState:
    """What is compared and what of it is seen.

    Parameters
    ----------
    a, b
        Ids of the spaces; empty for the first ones there are.
    aspect
        Which page is shown.
    source
        Whether items or words are ranked.
    pairs
        CSV file of labelled pairs; empty for the names of the items.
    method
        The correction that is previewed.
    corrected
        Which of the two it is for.
    """

    a: str = ""
    b: str = ""
    aspect: Aspect = "ranks"
    source: Source = "items"
    pairs: str = ""
    method: CorrectionMethod = "centre"
    corrected: Literal["a", "b"] = "a"

    def to_dict(self) -> dict[str, Any]:
        """The state as JSON data."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> CompareState:
        """A state from JSON data; whatever does not fit is left out."""
        kept = {name: data[name] for name in ("a", "b", "pairs") if isinstance(data.get(name), str)}
        for name, known in (
            ("aspect", ASPECTS),
            ("source", SOURCES),
            ("method", CORRECTIONS),
            ("corrected", ("a", "b")),
        ):
            if data.get(name) in known:
                kept[name] = data[name]
        return cls(**kept)
