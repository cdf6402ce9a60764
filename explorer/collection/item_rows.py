"""Decoded items as rows of the stored tables."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from explorer.core.media import Unit
from explorer.media.decoded import DecodedFile, DecodedItem
from explorer.store.pathtext import keep_text, shown_text

WORDS_LETTERS = 200_000
"""So much of an item's text is searched by words."""

_INT32 = 2**31 - 1
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")


def item_row(
    decoded: DecodedFile, item: DecodedItem, *, content: int, encoding: str, modified_ns: int
) -> dict[str, Any]:
    """An item's row, without id, row number and time of adding."""
    meta = item.meta
    taken = meta.get("taken")
    return {
        **path_columns(str(decoded.path)),
        **time_columns(modified_ns),
        "part": keep_text(item.part),
        "modality": decoded.modality,
        "title": shown_text(item.title),
        "text": shown_text(item.text),
        "words": words_of(item.title, str(decoded.path), item.text, str(meta.get("camera", ""))),
        "size": decoded.size,
        "file_hash": decoded.content_hash,
        "content_hash": item.content_hash,
        "content": content,
        "encoding": encoding,
        "state": "present",
        "width": _whole(meta.get("width")),
        "height": _whole(meta.get("height")),
        "duration": _number(meta.get("duration")),
        "taken": taken if isinstance(taken, str) else None,
        "taken_at": seconds_of(taken),
        "camera": shown_text(str(meta["camera"])) if meta.get("camera") else None,
        "meta": json.dumps(dict(meta)),
    }


def path_columns(path: str) -> dict[str, str]:
    """Columns that say where the file is."""
    place = Path(path)
    return {
        "path": keep_text(path),
        "folder": keep_text(str(place.parent)),
        "name": keep_text(place.name),
    }


def time_columns(modified_ns: int) -> dict[str, Any]:
    """Columns that say when the file was changed."""
    return {"modified_ns": modified_ns, "modified": iso_time(modified_ns / 1e9)}


def iso_time(seconds: float) -> str:
    """Seconds since the epoch as ISO 8601 in UTC; empty where a calendar has no such day."""
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S")
    except (OverflowError, ValueError, OSError):
        return ""


def seconds_of(taken: Any) -> float | None:
    """ISO 8601 as seconds since the epoch; without a zone it is taken for UTC."""
    if not isinstance(taken, str):
        return None
    try:
        moment = datetime.fromisoformat(taken)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None


def words_of(title: str, path: str, text: str, camera: str = "") -> str:
    """What word search looks at: title, the words in the file's name, text."""
    name = _CAMEL.sub(" ", re.sub(r"[\W_]+", " ", Path(path).stem))
    parts = [title, name if name != title else "", camera, text[:WORDS_LETTERS]]
    return shown_text("\n".join(part for part in parts if part))


def moved_columns(row: Mapping[str, Any], path: str, size: int, modified_ns: int) -> dict[str, Any]:
    """A stored row after its file has moved; a title that was the file's name follows it."""
    old_name = str(row["name"])
    title = str(row["title"])
    new = Path(path)
    if title == old_name:
        title = shown_text(new.name)
    elif title == Path(old_name).stem:
        title = shown_text(new.stem)
    return {
        **row,
        **path_columns(path),
        **time_columns(modified_ns),
        "size": size,
        "title": title,
        "words": words_of(title, path, str(row["text"]), str(row["camera"] or "")),
        "state": "present",
    }


def unit_row(content: int, unit: Unit) -> dict[str, Any]:
    """A unit's row."""
    return {
        "content": content,
        "unit": unit.index,
        "kind": unit.kind,
        "place": json.dumps(dict(unit.place)),
        "text": shown_text(unit.text),
    }


def _whole(value: Any) -> int | None:
    known = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _INT32
    return value if known else None


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and value == value else None
