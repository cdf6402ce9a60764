"""A modality: a kind of media, how its files are opened, cut into units and previewed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from explorer.core.media import Content, Pixels, Sound, Unit


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost; a decoding process is stopped when it asks for more.

    Parameters
    ----------
    max_pixels
        Of one decoded picture, width x height (as declared, before anything is decoded).
    max_seconds
        Of one recording.
    max_items
        In one file (rows of a table).
    memory_bytes
        Of address space that a decoding process may take beyond what it starts with.
    timeout
        Seconds that one file may take.
    useful_side
        Length of the shorter side, in pixels, beyond which a picture's detail is of no use to
        whoever asked; 0 where all of it is. A modality may then decode at a reduced size.
    """

    max_pixels: int = 400_000_000
    max_seconds: float = 6 * 3600.0
    max_items: int = 5_000_000
    memory_bytes: int = 4 * 1024**3
    timeout: float = 120.0
    useful_side: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit and how to get its content; nothing is loaded that no encoder asks for."""

    unit: Unit
    load: Callable[[], Content]


@dataclass(slots=True)
class Draft:
    """An item as its modality has read it from a file.

    Parameters
    ----------
    title
        What it is called; the file's name where empty.
    part
        Which part of the file, when one file holds many items (``"row 12"``); it has to be the
        same at the next reading of an unchanged part.
    text
        Words about it or in it that text search looks at.
    meta
        Facts as JSON data: ``width``, ``height``, ``duration``, ``taken`` (ISO 8601), ``camera``.
    thumbnail
        Gives a small picture, uint8 RGB (h, w, 3) of at most `THUMBNAIL` pixels a side, or None.
    pieces
        Its units, in order; without any the item is found by its words alone.
    """

    THUMBNAIL: ClassVar[int] = 256

    title: str = ""
    part: str = ""
    text: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict)
    thumbnail: Callable[[], Pixels | None] = lambda: None
    pieces: Iterable[Piece] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What the inspector shows of an item.

    Parameters
    ----------
    picture
        uint8 RGB (h, w, 3): the picture, the waveform over its spectrogram, the page.
    sound
        What the play button plays.
    text
        Words to read.
    """

    picture: Pixels | None = None
    sound: Sound | None = None
    text: str = ""


class Modality(ABC):
    """A kind of media. Its methods run in worker processes, so it must be cheap to import.

    Attributes
    ----------
    id
        Stable: it is stored with every item.
    name
        For people, in the plural: ``"Pictures"``.
    suffixes
        Lower-case file suffixes with their dot. Where a file's suffix is wrong, `sniff` decides.
    content
        Which side of a space encodes its units: ``"image"``, ``"text"``, ``"audio"``, ...
    """

    id: ClassVar[str]
    name: ClassVar[str]
    content: ClassVar[str]
    suffixes: ClassVar[frozenset[str]]

    @abstractmethod
    def read(self, path: Path, limits: Limits) -> Iterable[Draft]:
        """Read the items in a file: usually one.

        Each draft's content and thumbnail are asked for before the next draft is; what is open
        may be closed after that.

        Raises
        ------
        MediaError
            With the reason, if the file cannot be opened; it costs this file alone.
        """

    def sniff(self, head: bytes) -> bool:
        """Whether a file that starts with these (up to 64) bytes is of this kind."""
        del head
        return False

    def preview(self, path: Path, part: str, unit: Unit, size: int, limits: Limits) -> Preview:
        """A large view of an item, at most `size` pixels a side.

        The default shows the item's thumbnail and words.

        Raises
        ------
        MediaError
            If the file cannot be opened.
        """
        del unit, size
        for draft in self.read(path, limits):
            if draft.part == part:
                return Preview(draft.thumbnail(), None, draft.text)
        return Preview()
