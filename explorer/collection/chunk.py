"""A decoded piece of a file on its way to being stored: items that wait for their vectors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from explorer.collection.encoding import DESCRIPTION, SpaceEncoding, description_of
from explorer.collection.intake import FileJob
from explorer.core.media import Unit
from explorer.core.similarity import Vectors
from explorer.media.decoded import DecodedFile, DecodedItem
from explorer.store.schema import content_key


@dataclass(eq=False)
class WaitingItem:
    """An item and what is known of its vectors.

    ``to_encode`` are (content kind, prepared input, unit); ``vectors`` are (unit index, identity,
    vector); ``reason`` says why it has failed.
    """

    item: DecodedItem
    content: int
    units: list[Unit]
    to_encode: list[tuple[str, Any, Unit]]
    vectors: list[tuple[int, str, Vectors]] = field(default_factory=list)
    waiting: int = 0
    reason: str = ""


@dataclass(eq=False)
class Chunk:
    """The items of one `DecodedFile`; they are stored together."""

    job: FileJob
    decoded: DecodedFile
    items: list[WaitingItem] = field(default_factory=list)
    waiting: int = 0


@dataclass(eq=False, slots=True)
class Piece:
    """One input for an encoder and where its vector goes."""

    content: str
    prepared: Any
    unit: Unit
    item: WaitingItem
    chunk: Chunk


def prepare_item(
    decoded: DecodedFile,
    item: DecodedItem,
    encoding: SpaceEncoding,
    has_vectors: Callable[[int], bool],
) -> WaitingItem:
    """What has to be encoded of an item: nothing where a copy of it was encoded before.

    An item of which no piece has an encoder gets the vector of its title and words, and so does one
    whose encoder knows too little of what there is.
    """
    key = content_key(decoded.modality, item.content_hash)
    units = [piece.unit for piece in item.pieces]
    to_encode = [
        (piece.content, piece.prepared, piece.unit)
        for piece in item.pieces
        if piece.prepared is not None
    ]
    named = all(encoding.keeps_names(content) for content, _, _ in to_encode)
    if named and "text" in encoding.preparations:
        # What was found by its words alone has no vectors yet of what is in it.
        also = [content for content, _, _ in to_encode]
        key = content_key(
            decoded.modality, item.content_hash, DESCRIPTION, item.title, item.text, *also[:1]
        )
        unit = Unit(DESCRIPTION, max((one.index for one in units), default=-1) + 1)
        units.append(unit)
        words = description_of(item.title, item.text)
        to_encode.append(("text", encoding.preparations["text"](words), unit))
    if has_vectors(key):
        to_encode = []
    return WaitingItem(item, key, units, to_encode, waiting=len(to_encode))
