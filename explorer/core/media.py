"""Items and units, and what a unit's content looks like to an encoder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

ItemState = Literal["present", "removed"]

Pixels = NDArray[np.uint8]
"""A decoded picture: uint8 RGB, shape (height, width, 3), sRGB, upright, on white."""


class Sound(NamedTuple):
    """Decoded sound: one channel of float32 samples in [-1, 1], and their rate in Hz."""

    samples: NDArray[np.float32]
    rate: int


Content = Pixels | Sound | str
"""What an encoder is given for one unit, before its own preparation."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What one vector stands for: the whole item or a part of it.

    Parameters
    ----------
    kind
        ``"whole"``, ``"region"``, ``"span"`` (of time), ``"page"``, ``"paragraph"``, ...
    index
        Position among the item's units, from 0.
    place
        Where it lies in the item, in the item's own measure: ``{"start": s, "end": s}`` in
        seconds, ``{"box": [left, top, right, bottom]}`` in pixels, ``{"line": n}`` from 1.
    text
        The unit's own words, where it has any.
    """

    kind: str = "whole"
    index: int = 0
    place: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The unit as JSON data; its text is left out."""
        return {"kind": self.kind, "index": self.index, **self.place}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a person put into a collection.

    Parameters
    ----------
    id
        Stays the same when the file moves or changes.
    path
        The file it was read from, absolute.
    part
        Which part of the file, when one file holds many items (``"row 12"``), else empty.
    modality
        Id of the modality that opened it.
    title, text
        What it is called, and the words about it or in it that text search looks at.
    size, modified_ns
        Of the file: bytes, and nanoseconds since the epoch.
    content_hash
        BLAKE3 of the file's bytes (of the part's own content for a part), hexadecimal.
    meta
        Facts read from the file: ``width``, ``height``, ``duration`` (s), ``taken``, ...
    added
        When it was first indexed, seconds since the epoch.
    """

    id: str
    path: str
    modality: str
    part: str = ""
    title: str = ""
    text: str = ""
    size: int = 0
    modified_ns: int = 0
    content_hash: str = ""
    state: ItemState = "present"
    meta: Mapping[str, Any] = field(default_factory=dict)
    added: float = 0.0
