"""The rows of a table file, one at a time: never the whole file in memory."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explorer import api

from .encoding import detect_encoding

MAX_CELL_CHARACTERS = 16 << 20
_SNIFF_CHARACTERS = 16384
_BATCH_ROWS = 512

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read, and why; the next ones can."""

    reason: str


def open_rows(path: Path) -> Iterator[Row | BadRow]:
    """The rows of a table, by column name.

    Raises
    ------
    MediaError
        If the file is not a table of the kind that its suffix says.
    """
    with path.open("rb") as file:
        is_parquet = file.read(4) == b"PAR1"
    suffix = path.suffix.lower()
    if is_parquet or suffix == ".parquet":
        return _parquet_rows(path)
    if suffix in (".jsonl", ".ndjson"):
        return _json_rows(path)
    return _csv_rows(path)


def _csv_rows(path: Path) -> Iterator[Row | BadRow]:
    encoding = detect_encoding(path)
    csv.field_size_limit(MAX_CELL_CHARACTERS)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        delimiter = _delimiter(file.read(_SNIFF_CHARACTERS), path.suffix.lower())
        file.seek(0)
        reader = csv.reader(file, delimiter=delimiter)
        names: list[str] = []
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield BadRow(f"its line {reader.line_num} is damaged ({error})")
                continue
            if not any(cell.strip() for cell in cells):
                continue
            if not names:
                names, is_header = _names(cells)
                if is_header:
                    continue
            if len(cells) > len(names):  # a delimiter that should have been quoted
                last = delimiter.join(cells[len(names) - 1 :])
                cells = [*cells[: len(names) - 1], last]
            yield dict(zip(names, cells + [""] * (len(names) - len(cells)), strict=True))


def _delimiter(sample: str, suffix: str) -> str:
    """The delimiter: of those there are, the one that parts most lines alike."""
    if suffix == ".tsv":
        return "\t"
    try:
        return csv.Sniffer().sniff(sample, ",;\t|").delimiter
    except csv.Error:
        return ","


def _names(cells: list[str]) -> tuple[list[str], bool]:
    """Column names, and whether the first row has them: all there, none twice, no number."""
    names = [cell.strip() for cell in cells]
    if all(names) and len(set(names)) == len(names) and not any(map(_is_number, names)):
        return names, True
    return [f"column {number}" for number in range(1, len(cells) + 1)], False


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _json_rows(path: Path) -> Iterator[Row | BadRow]:
    encoding = detect_encoding(path)
    with path.open(encoding=encoding, errors="replace") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                value = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield BadRow(f"its line {number} is not JSON ({error})")
                continue
            if isinstance(value, dict):
                yield {str(name): entry for name, entry in value.items()}
            else:
                yield {"text" if isinstance(value, str) else "value": value}


def _parquet_rows(path: Path) -> Iterator[Row | BadRow]:
    # Takes a quarter of a second and 60 MB, which readers of prose need not pay.
    import pyarrow
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(_BATCH_ROWS, use_threads=False):
                yield from batch.to_pylist()
    except (pyarrow.ArrowException, OSError) as error:
        reason = str(error).split("\n", 1)[0]
        raise api.MediaError(
            path, "it is not Parquet, or damaged ({reason})", reason=reason
        ) from None
