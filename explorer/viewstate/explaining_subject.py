"""What is explained: the part of an item that matched, opened, and the words asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from blake3 import blake3

from explorer.collection.collection import Collection
from explorer.collection.encoding import DESCRIPTION, description_of
from explorer.core.media import Pixels, Sound, Unit
from explorer.core.query import Query
from explorer.jobs import Control
from explorer.lenses.explanation.spectrogram import Spectrogram
from explorer.media.decoder import Decoder

SIDE = 1024
"""Pixels of the longer side that a picture is explained and shown at; no encoder sees more."""


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """An item's part with its content.

    Attributes
    ----------
    row, item_id, title, path
        The item.
    content
        What encodes it: ``"image"``, ``"text"``, ``"audio"``.
    unit
        The part that matched.
    picture
        uint8 RGB (h, w, 3): the picture itself, or a sound's spectrogram; None if there is none.
    sound, text
        Its other content, where it has any.
    fingerprint
        Hash of what is explained, so that equal pictures share what was computed.
    is_file
        Whether it is a picture file as it is, not a page, frame or row of something.
    itself
        Where the words about an item matched: number of the part that an encoder has seen or
        heard of the item itself, -1 if there is none.
    """

    row: int
    item_id: str
    title: str
    path: str
    content: str
    unit: Unit = field(default_factory=Unit)
    picture: Pixels | None = None
    sound: Sound | None = None
    text: str = ""
    fingerprint: str = ""
    is_file: bool = False
    itself: int = -1

    @property
    def is_picture(self) -> bool:
        """Whether it has patches to look at."""
        return self.content == "image" and self.picture is not None

    @property
    def is_heard(self) -> bool:
        """Whether it is a sound that an encoder has listened to."""
        return self.content == "audio" and self.sound is not None and self.unit.kind != DESCRIPTION

    @property
    def has_map(self) -> bool:
        """Whether words can be laid over it."""
        return self.is_picture or self.is_heard


def open_subject(
    collection: Collection, decoder: Decoder, row: int, unit: int, content: str, control: Control
) -> Subject:
    """Read a row's part in the decoding processes; blocks.

    Raises
    ------
    MediaError
        If its file cannot be opened.
    QueryError
        If there is no such item.
    """
    items = collection.items()
    item = collection.item(str(items.ids[row]))
    units = collection.units(item.id)
    part = next((one for one in units if one.index == max(unit, 0)), Unit())
    control.check()
    seen = decoder.preview(Path(item.path), item.modality, item.part, part, SIDE).result()
    control.check()
    text = part.text or seen.text or item.text
    if part.kind == DESCRIPTION:  # nothing reads the item itself: these words stand for it
        text = description_of(item.title, item.text)
    picture, sound = seen.picture, seen.sound
    if content == "audio" and sound is not None and part.kind != DESCRIPTION:
        sound = _cut(sound, part)
        picture = Spectrogram(sound).picture
    return Subject(
        row, item.id, item.title, item.path, content, part, picture, sound, text,
        _fingerprint(content, picture, text),
        content == "image" and part.kind == "whole" and not item.part,
        _itself(units) if part.kind == DESCRIPTION else -1,
    )  # fmt: skip


def _itself(units: Sequence[Unit]) -> int:
    """Number of the first part that is more than words about the item, -1 if there is none."""
    return next((one.index for one in units if one.kind != DESCRIPTION), -1)


def _cut(sound: Sound, part: Unit) -> Sound:
    """The span of a recording that a unit stands for."""
    start, end = (float(part.place.get(name, -1)) for name in ("start", "end"))
    if part.kind != "span" or not 0 <= start < end:
        return sound
    samples = sound.samples[round(start * sound.rate) : round(end * sound.rate)]
    return Sound(samples, sound.rate) if len(samples) else sound


def _fingerprint(content: str, picture: Pixels | None, text: str) -> str:
    if content in ("image", "audio") and picture is not None:
        return blake3(picture.tobytes() + repr(picture.shape).encode()).hexdigest()
    return blake3(text.encode("utf-8", "replace")).hexdigest()


def words_of(query: Query) -> str:
    """The words that a query asks for: its text terms that count and are no minus."""
    terms = [str(term.value) for term in query.active if term.kind == "text" and term.weight > 0]
    return ", ".join(terms)
