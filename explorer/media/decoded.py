"""What comes back from a decoding process, and what it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from explorer.api.modality import Limits
from explorer.core.media import Unit


@dataclass(frozen=True, slots=True)
class DecodedPiece:
    """One unit, ready for its encoder.

    ``prepared`` is what the preparation for ``content`` made of it; None if there was none.
    """

    unit: Unit
    content: str
    prepared: Any | None = None


@dataclass(frozen=True, slots=True)
class DecodedItem:
    """One item of a file.

    Parameters
    ----------
    title, part, text, meta
        As in `explorer.api.Draft`; the title is never empty, all words are valid Unicode and
        meta is JSON data.
    content_hash
        BLAKE3, hexadecimal: of the file, or of the part's own content where the file has parts.
    thumbnail
        A JPEG of at most 256 pixels a side, or None.
    pieces
        Its units in order.
    """

    title: str
    part: str
    text: str
    meta: Mapping[str, Any]
    content_hash: str
    thumbnail: bytes | None
    pieces: tuple[DecodedPiece, ...]


@dataclass(frozen=True, slots=True)
class DecodedFile:
    """A file, or as much of a file with many items as is handed over at once.

    Parameters
    ----------
    path
        The file.
    modality
        The one that read it: another than was asked where the file's suffix was wrong.
    size, modified_ns
        As they were before it was read: bytes, and nanoseconds since the epoch.
    content_hash
        BLAKE3 of all its bytes, hexadecimal.
    items
        In the file's order; may be empty.
    failures
        (part, reason) of what could not be read; an empty part means the rest of the file.
    next_item
        None when this was all; else what to give `Decoder.submit` as ``first`` for more.
    """

    path: Path
    modality: str
    size: int
    modified_ns: int
    content_hash: str
    items: tuple[DecodedItem, ...]
    failures: tuple[tuple[str, str], ...] = ()
    next_item: int | None = None


@dataclass(frozen=True, slots=True)
class Setup:
    """What a decoding process is told first: the loaded plugins (id, folder) and the limits."""

    plugins: tuple[tuple[str, Path], ...]
    limits: Limits


@dataclass(frozen=True, slots=True)
class Preparations:
    """Pickled preparations by content, under the name that tasks call them by."""

    key: str
    pickled: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReadTask:
    """Read the items of a file, from the one with number `first` on."""

    path: Path
    modality: str
    key: str
    first: int = 0


@dataclass(frozen=True, slots=True)
class ContentTask:
    """Prepare a file as a query: the first unit of its first item."""

    path: Path
    modality: str
    key: str


@dataclass(frozen=True, slots=True)
class PreviewTask:
    """Show an item large."""

    path: Path
    modality: str
    part: str
    unit: Unit
    size: int


Task = ReadTask | ContentTask | PreviewTask


@dataclass(frozen=True, slots=True)
class Refusal:
    """A task's answer when the file cannot be opened; ``detail`` is for the log."""

    reason: str
    detail: str = ""
