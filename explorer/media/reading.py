"""What a decoding process does with a file: read, prepare, shrink, hash."""

from __future__ import annotations

import io
import json
import math
import pickle
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from blake3 import blake3

from explorer.api.encoder import Preparation
from explorer.api.modality import Draft, Limits, Modality, Piece, Preview
from explorer.core.errors import MediaError
from explorer.core.media import Pixels, Unit
from explorer.media.decoded import (
    ContentTask,
    DecodedFile,
    DecodedItem,
    DecodedPiece,
    Preparations,
    PreviewTask,
    ReadTask,
    Task,
)
from explorer.media.files import check_file, describe, hash_file, read_head

CHUNK_ITEMS = 512
CHUNK_SECONDS = 2.0
"""A file with many items is handed over in pieces of so many items, or what this time gives."""

THUMBNAIL_QUALITY = 85

_NO_LETTERS = re.compile("[\x00\ud800-\udfff]")


@dataclass(slots=True)
class _Reading:
    """A file that is open, so that its next items need no reading from the start."""

    asked: ReadTask
    modality: str
    size: int
    modified_ns: int
    content_hash: str
    drafts: Iterator[Draft]
    position: int = 0
    held: Draft | None = None

    def continues(self, task: ReadTask, size: int, modified_ns: int) -> bool:
        same_file = (self.size, self.modified_ns) == (size, modified_ns)
        same_task = replace(task, first=0) == replace(self.asked, first=0)
        return same_file and same_task and task.first == self.position


class FileReader:
    """Carries out tasks, one at a time.

    Parameters
    ----------
    modalities
        By id, of the loaded plugins.
    limits
        What one file may cost.
    """

    def __init__(self, modalities: Mapping[str, Modality], limits: Limits) -> None:
        self._modalities = modalities
        self._limits = limits
        self._preparations: dict[str, Mapping[str, Preparation]] = {}
        self._reading: _Reading | None = None

    def learn(self, message: Preparations) -> None:
        """Keep preparations for the tasks that name them."""
        self._preparations[message.key] = pickle.loads(message.pickled)

    def run(self, task: Task) -> Any:
        """Carry out a task.

        Raises
        ------
        MediaError
            With the reason, whatever went wrong.
        """
        try:
            if isinstance(task, ReadTask):
                return self._read(task)
            if isinstance(task, ContentTask):
                return self._content(task)
            return self._preview(task)
        except MediaError:
            raise
        # Plugins and codecs may raise anything, SystemExit included.
        except BaseException as error:
            raise MediaError(task.path, describe(error)) from error

    def _read(self, task: ReadTask) -> DecodedFile:
        status = check_file(task.path)
        reading, self._reading = self._reading, None
        if reading is None or not reading.continues(task, status.st_size, status.st_mtime_ns):
            reading = self._open(task, status.st_size, status.st_mtime_ns)
        decoded = self._take(reading, self._preparations[task.key])
        if decoded.next_item is not None:
            self._reading = reading
        elif not task.first and not decoded.items and decoded.failures[:1]:
            part, reason = decoded.failures[0]
            if not part:
                raise MediaError(task.path, reason)
        return decoded

    def _open(self, task: ReadTask, size: int, modified_ns: int) -> _Reading:
        preparations = self._preparations[task.key]
        modality, drafts = self._drafts(task.path, task.modality, preparations)
        content_hash = hash_file(task.path)
        reading = _Reading(task, modality, size, modified_ns, content_hash, drafts)
        for _ in range(task.first):
            next(drafts, None)
            reading.position += 1
        return reading

    def _drafts(
        self, path: Path, modality_id: str, preparations: Mapping[str, Preparation]
    ) -> tuple[str, Iterator[Draft]]:
        """Open a file by the modality of its suffix, else by the one that knows its content."""
        try:
            return modality_id, self._begin(path, modality_id, preparations)
        except MediaError:
            head = read_head(path)
            for other_id, other in self._modalities.items():
                if other_id != modality_id and other.sniff(head):
                    return other_id, self._begin(path, other_id, preparations)
            raise

    def _begin(
        self, path: Path, modality_id: str, preparations: Mapping[str, Preparation]
    ) -> Iterator[Draft]:
        """The drafts of a file; the first is read at once, so that a failure to open shows."""
        modality = self._modalities.get(modality_id)
        if modality is None:
            raise MediaError(path, "no loaded plugin reads '{modality}'", modality=modality_id)
        side = getattr(preparations.get(modality.content), "side", 0)
        limits = replace(self._limits, useful_side=side if isinstance(side, int) else 0)
        drafts = iter(modality.read(path, limits))
        try:
            first = next(drafts)
        except StopIteration:
            raise MediaError(path, "there is nothing in it") from None

        def all_drafts() -> Iterator[Draft]:
            yield first
            yield from drafts

        return all_drafts()

    def _take(self, reading: _Reading, preparations: Mapping[str, Preparation]) -> DecodedFile:
        items: list[DecodedItem] = []
        failures: list[tuple[str, str]] = []
        until = time.monotonic() + CHUNK_SECONDS
        while (draft := self._next(reading, failures)) is not None:
            if len(items) + len(failures) >= CHUNK_ITEMS or time.monotonic() > until:
                reading.held = draft
                break
            reading.position += 1
            try:
                items.append(self._finish(draft, reading, preparations))
            except (Exception, SystemExit) as error:
                failures.append((clean(draft.part), describe(error)))
        return DecodedFile(
            path=reading.asked.path,
            modality=reading.modality,
            size=reading.size,
            modified_ns=reading.modified_ns,
            content_hash=reading.content_hash,
            items=tuple(items),
            failures=tuple(failures),
            next_item=None if reading.held is None else reading.position,
        )

    def _next(self, reading: _Reading, failures: list[tuple[str, str]]) -> Draft | None:
        """The next item; None at the end, which may be one that `failures` tells of."""
        held, reading.held = reading.held, None
        if held is not None:
            return held
        try:
            draft = next(reading.drafts, None)
        except (Exception, SystemExit) as error:
            failures.append(("", describe(error)))
            return None
        if draft is not None and reading.position >= self._limits.max_items:
            failures.append(("", f"only its first {reading.position:,} items were read"))
            return None
        return draft

    def _finish(
        self, draft: Draft, reading: _Reading, preparations: Mapping[str, Preparation]
    ) -> DecodedItem:
        content = self._modalities[reading.modality].content
        prepare = preparations.get(content)
        path = reading.asked.path
        pieces = tuple(_finish_piece(piece, content, prepare) for piece in draft.pieces)
        part = clean(draft.part)
        title = " ".join(clean(draft.title).split())
        if not title:
            name = " ".join(clean(path.stem).split()) or repr(path.name)
            title = f"{name}, {part}" if part else name
        text, meta = clean(draft.text), json_facts(draft.meta)
        content_hash = reading.content_hash
        if part:
            units = [(piece.unit.to_dict(), piece.unit.text) for piece in pieces]
            key = json.dumps([title, text, meta, units], sort_keys=True)
            # Only of text are all contents in the units' words; of the rest any change counts.
            key += "" if content == "text" else content_hash
            content_hash = blake3(key.encode("utf-8")).hexdigest()
        thumbnail = encode_thumbnail(draft.thumbnail())
        return DecodedItem(title, part, text, meta, content_hash, thumbnail, pieces)

    def _content(self, task: ContentTask) -> Any:
        check_file(task.path)
        preparations = self._preparations[task.key]
        _, drafts = self._drafts(task.path, task.modality, preparations)
        for draft in drafts:
            for piece in draft.pieces:
                content = piece.load()
                prepare = next(iter(preparations.values()), None)
                return content if prepare is None else prepare(content)
        raise MediaError(task.path, "there is nothing in it to search by")

    def _preview(self, task: PreviewTask) -> Preview:
        check_file(task.path)
        modality = self._modalities.get(task.modality)
        if modality is None:
            raise MediaError(
                task.path, "no loaded plugin reads '{modality}'", modality=task.modality
            )
        shown = modality.preview(task.path, task.part, task.unit, task.size, self._limits)
        if shown.picture is not None and max(shown.picture.shape[:2]) > task.size:
            shown = replace(shown, picture=shrink(shown.picture, task.size))
        return shown


def _finish_piece(piece: Piece, content: str, prepare: Callable[[Any], Any] | None) -> DecodedPiece:
    prepared = None if prepare is None else prepare(piece.load())
    unit = piece.unit
    tidy = Unit(unit.kind, unit.index, json_facts(unit.place), clean(unit.text))
    return DecodedPiece(tidy, content, prepared)


def shrink(pixels: Pixels, side: int) -> Pixels:
    """A picture scaled down to at most `side` pixels a side."""
    from PIL import Image

    image = Image.fromarray(pixels)
    image.thumbnail((side, side), Image.Resampling.BICUBIC, reducing_gap=2.0)
    return np.asarray(image)


def encode_thumbnail(pixels: Pixels | None) -> bytes | None:
    """A picture as a JPEG of at most `Draft.THUMBNAIL` pixels a side."""
    from PIL import Image

    if pixels is None:
        return None
    if max(pixels.shape[:2]) > Draft.THUMBNAIL:
        pixels = shrink(pixels, Draft.THUMBNAIL)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=THUMBNAIL_QUALITY)
    return file.getvalue()


def clean(words: str) -> str:
    """Words as valid Unicode: bytes of a file name that are no letters become a mark."""
    return _NO_LETTERS.sub("\ufffd", words)


def json_facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts as JSON data: arrays become lists, and what JSON has no word for is left out."""
    plain = ((clean(str(name)), _plain(value)) for name, value in facts.items())
    return {name: value for name, value in plain if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, np.generic | np.ndarray):
        value = value.tolist()
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return json_facts(value)
    if isinstance(value, list | tuple):
        return [_plain(entry) for entry in value]
    return None
