"""Tables whose rows are items: CSV, TSV, JSON lines and Parquet."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from explorer import api

from .columns import SAMPLE_ROWS, Columns, choose_columns
from .paragraphs import spans
from .rows import BadRow, Row, open_rows

TITLE_CHARACTERS = 80


class Tables(api.Modality):
    """Rows of tables; see `columns` for what becomes of which column."""

    id, name, content = "tables", "Tables", "text"
    suffixes = frozenset({".csv", ".tsv", ".jsonl", ".ndjson", ".parquet"})

    def read(self, path: Path, limits: api.Limits) -> Iterator[api.Draft]:
        """An item per row, read as it is asked for."""
        del limits
        columns = _columns(path)
        key = columns.id if columns.id and _is_unique(path, columns.id) else ""
        for number, row in enumerate(open_rows(path), 1):
            if isinstance(row, BadRow):
                yield api.Draft(part=f"row {number}", thumbnail=_failing(path, row.reason))
            else:
                yield _draft(_part(key, number, row), number, row, columns)

    def sniff(self, head: bytes) -> bool:
        """Whether this is Parquet, whatever its name; the others look like any text."""
        return head.startswith(b"PAR1")

    def preview(
        self, path: Path, part: str, unit: api.Unit, size: int, limits: api.Limits
    ) -> api.Preview:
        """The row, a line per column."""
        del size, limits
        columns, number = _columns(path), int(unit.place.get("row", 1))
        row = next(itertools.islice(open_rows(path), number - 1, None), None)
        if (
            row is None
            or isinstance(row, BadRow)
            or part
            not in (
                _part("", number, row),
                _part(columns.id, number, row),
            )
        ):
            raise api.MediaError(path, "it has changed; {part} is not where it was", part=part)
        draft = _draft(part, number, row, columns)
        facts = (f"{name}: {value}" for name, value in draft.meta.items())
        return api.Preview(text="\n".join((draft.text, "", *facts)).strip())


def _columns(path: Path) -> Columns:
    rows = itertools.islice(open_rows(path), SAMPLE_ROWS)
    sample = [row for row in rows if not isinstance(row, BadRow)]
    if not sample:
        raise api.MediaError(path, "there are no rows in it")
    names = list(dict.fromkeys(name for row in sample for name in row))
    return choose_columns(path, names, sample)


def _part(key: str, number: int, row: Row) -> str:
    return f"{key} {row[key]}" if key and key in row else f"row {number}"


def _draft(part: str, number: int, row: Row, columns: Columns) -> api.Draft:
    words = columns.words(row)
    title = str(row.get(columns.title) or "").strip() if columns.title else ""
    shown = {columns.title, *columns.text}
    facts = {
        name: _number(value) if name in columns.numbers else _fact(value)
        for name, value in row.items()
        if name not in shown
    }
    return api.Draft(
        title=title or words.split("\n", 1)[0][:TITLE_CHARACTERS],
        part=part,
        text=words,
        meta={name: value for name, value in facts.items() if value not in (None, "")},
        pieces=_pieces(words, number) if words else (),
    )


def _pieces(words: str, number: int) -> list[api.Piece]:
    """One unit, or overlapping ones where the row says more than an encoder sees."""
    windows = spans(words)
    pieces = []
    for index, (start, end) in enumerate(windows):
        text = words[start:end].strip()
        place = {"row": number} | ({"start": start, "end": end} if len(windows) > 1 else {})
        unit = api.Unit("row", index, place, text)
        pieces.append(api.Piece(unit, lambda text=text: text))
    return pieces


def _is_unique(path: Path, key: str) -> bool:
    """Whether a column has a different value in every row."""
    seen: set[int] = set()
    for row in open_rows(path):
        value = None if isinstance(row, BadRow) else row.get(key)
        if value is None or value == "":
            return False
        mark = hash(str(value))  # less to hold; should two agree by chance, rows are numbered
        if mark in seen:
            return False
        seen.add(mark)
    return True


def _number(cell: Any) -> Any:
    for kind in (int, float):
        try:
            return kind(cell)
        except (TypeError, ValueError):
            continue
    return cell  # the sample had numbers only, this row has something else


def _fact(value: Any) -> Any:
    if isinstance(value, str | bool | int | float) or value is None:
        return value
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Mapping):
        return {str(name): _fact(entry) for name, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_fact(entry) for entry in value]
    return None if isinstance(value, bytes) else str(value)


def _failing(path: Path, reason: str) -> Callable[[], None]:
    def fail() -> None:
        raise api.MediaError(path, reason)

    return fail
