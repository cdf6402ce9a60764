"""The tables of a collection and their columns.

``items``       one row per item; its rows are written last in a batch and make the batch count
``units``       what each vector stands for, by content
``thumbnails``  small pictures, by content
``vectors_S``   vectors of the space S, by content, unit and encoder
``marks``       what people say about items: tags, rating, note; indexing never touches it
``failures``    files that could not be read, and why
``projections`` places on the map, by method

A *content key* is 64 bits of a hash of what a vector depends on: the modality and the content
(and the words, where only those are encoded). Copies share it, and so share their vectors.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from blake3 import blake3
from numpy.typing import NDArray

from explorer.core.wording import Wording

SCHEMA_VERSION = 1

_TEXT, _MOMENT = Wording("text"), Wording("text, ISO 8601 in UTC")
ITEM_FILTERS: tuple[tuple[str, str], ...] = (
    ("id", _TEXT),
    ("path", _TEXT),
    ("folder", _TEXT),
    ("name", _TEXT),
    ("part", _TEXT),
    ("modality", _TEXT),
    ("title", _TEXT),
    ("text", _TEXT),
    ("size", Wording("bytes")),
    ("width", Wording("pixels")),
    ("height", Wording("pixels")),
    ("duration", Wording("seconds")),
    ("taken", Wording("text, ISO 8601")),
    ("camera", _TEXT),
    ("added", _MOMENT),
    ("modified", _MOMENT),
    ("content_hash", _TEXT),
    ("state", Wording("'present' or 'removed'")),
)
"""Columns of the items that a filter may name."""

MARK_FILTERS: tuple[tuple[str, str], ...] = (
    ("tags", Wording("list: array_has(tags, 'bird')")),
    ("rating", Wording("0 to 5")),
    ("note", _TEXT),
    ("cluster", Wording("list: array_has(cluster, 'dogs')")),
)
"""What is said or found of the items, and a filter may name."""

UNFINISHED = -1
"""``modified_ns`` of the items of a file of which not all items are stored yet."""


def item_schema() -> Any:
    """Arrow schema of ``items``."""
    import pyarrow as pa

    text, whole, number = pa.string(), pa.int64(), pa.float64()
    return pa.schema(
        [
            ("id", text),
            ("row", whole),
            ("path", text),
            ("folder", text),
            ("name", text),
            ("part", text),
            ("modality", text),
            ("title", text),
            ("text", text),
            ("words", text),
            ("size", whole),
            ("modified_ns", whole),
            ("modified", text),
            ("file_hash", text),
            ("content_hash", text),
            ("content", whole),
            ("encoding", text),
            ("state", text),
            ("width", pa.int32()),
            ("height", pa.int32()),
            ("duration", number),
            ("taken", text),
            ("taken_at", number),
            ("camera", text),
            ("meta", text),
            ("added", text),
            ("added_at", number),
            ("stamp", whole),
        ]
    )


def unit_schema() -> Any:
    """Arrow schema of ``units``."""
    import pyarrow as pa

    return pa.schema(
        [
            ("content", pa.int64()),
            ("unit", pa.int32()),
            ("kind", pa.string()),
            ("place", pa.string()),
            ("text", pa.string()),
            ("batch", pa.int64()),
        ]
    )


def thumbnail_schema() -> Any:
    """Arrow schema of ``thumbnails``."""
    import pyarrow as pa

    return pa.schema([("content", pa.int64()), ("data", pa.binary()), ("batch", pa.int64())])


def vector_schema(dimension: int) -> Any:
    """Arrow schema of the vectors of a space of this dimension."""
    import pyarrow as pa

    return pa.schema(
        [
            ("content", pa.int64()),
            ("unit", pa.int32()),
            ("identity", pa.string()),
            ("batch", pa.int64()),
            ("vector", pa.list_(pa.float16(), dimension)),
        ]
    )


def mark_schema() -> Any:
    """Arrow schema of ``marks``."""
    import pyarrow as pa

    return pa.schema(
        [
            ("id", pa.string()),
            ("tags", pa.list_(pa.string())),
            ("rating", pa.int32()),
            ("note", pa.string()),
        ]
    )


def failure_schema() -> Any:
    """Arrow schema of ``failures``."""
    import pyarrow as pa

    return pa.schema(
        [
            ("path", pa.string()),
            ("part", pa.string()),
            ("reason", pa.string()),
            ("at", pa.float64()),
        ]
    )


def projection_schema() -> Any:
    """Arrow schema of ``projections``."""
    import pyarrow as pa

    numbers = pa.list_(pa.float32())
    return pa.schema(
        [
            ("method", pa.string()),
            ("rows", pa.list_(pa.int64())),
            ("places", numbers),
            ("trust", numbers),
        ]
    )


def space_name(space_id: str) -> str:
    """A space's id as a file name; an id may be the folder of a checkpoint."""
    plain = re.sub(r"[^A-Za-z0-9_.-]", "-", space_id)[-64:].lstrip(".-")
    if plain == space_id:
        return plain
    return f"{plain}-{blake3(space_id.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def vectors_table(space_id: str) -> str:
    """Name of the table with a space's vectors."""
    return f"vectors_{space_name(space_id)}"


def content_key(*parts: str) -> int:
    """The signed 64-bit key of what a vector depends on."""
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake3(joined).digest(8), "little", signed=True)


def quoted(text: str) -> str:
    """Text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def one_of(column: str, values: NDArray[np.int64] | list[int]) -> str:
    """SQL that is true where a whole number is one of these."""
    if not len(values):
        return "false"
    return f"{column} IN ({', '.join(str(int(value)) for value in values)})"
