"""Writes a collection's items to a table or to a folder."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from explorer.collection.marks import Marks
from explorer.core.errors import CollectionError
from explorer.store.pathtext import restore_text, shown_text
from explorer.store.tables import Tables

COLUMNS = (
    *("id", "path", "part", "modality", "title", "text", "size", "modified", "width", "height"),
    *("duration", "taken", "camera", "added", "content_hash", "meta"),
)
_MARK_COLUMNS = ("tags", "rating", "note")


def export_items(tables: Tables, marks: Mapping[str, Marks], destination: Path) -> Path:
    """Write the present items to F.csv, F.parquet or a new folder; gives what was written.

    Raises
    ------
    CollectionError
        If the place cannot be written to, or holds something already.
    """
    destination = destination.expanduser().absolute()
    try:
        if destination.suffix.lower() == ".csv":
            _replace(destination, lambda file: _write_csv(file, _rows(tables, marks)))
        elif destination.suffix.lower() == ".parquet":
            _replace(destination, lambda file: _write_parquet(file, _rows(tables, marks)))
        elif destination.suffix and not destination.is_dir():
            raise CollectionError(
                "{name} is no form this can be exported to: use .csv, .parquet, or the name of a "
                "folder.",
                name=destination.name,
            )
        else:
            _write_folder(destination, _rows(tables, marks))
    except OSError as error:
        raise CollectionError(
            "{file} cannot be written: {reason}.", file=destination, reason=error.strerror
        ) from error
    return destination


def _rows(tables: Tables, marks: Mapping[str, Marks]) -> Iterator[dict[str, Any]]:
    for block in tables.batches("items", [*COLUMNS, "row"], "state = 'present'"):
        for row in block.to_pylist():
            said = marks.get(row["id"], Marks())
            del row["row"]
            row["path"], row["part"] = restore_text(row["path"]), restore_text(row["part"])
            yield {**row, "tags": list(said.tags), "rating": said.rating, "note": said.note}


def _replace(file: Path, write: Any) -> None:
    """Write beside and then rename, so that a failure leaves an earlier export as it was."""
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        write(temporary)
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)


def _write_csv(file: Path, rows: Iterator[dict[str, Any]]) -> None:
    # Names that are not valid Unicode are written as the bytes they are.
    with file.open("w", newline="", encoding="utf-8", errors="surrogateescape") as stream:
        writer = csv.DictWriter(stream, [*COLUMNS, *_MARK_COLUMNS])
        writer.writeheader()
        for row in rows:
            writer.writerow({**row, "tags": "; ".join(row["tags"])})


def _write_parquet(file: Path, rows: Iterator[dict[str, Any]]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    whole, number, text = pa.int64(), pa.float64(), pa.string()
    kinds = {"size": whole, "width": whole, "height": whole, "duration": number, "rating": whole}
    kinds["tags"] = pa.list_(text)
    schema = pa.schema([(name, kinds.get(name, text)) for name in (*COLUMNS, *_MARK_COLUMNS)])
    with pq.ParquetWriter(file, schema) as writer:
        waiting: list[dict[str, Any]] = []
        for row in rows:
            waiting.append(
                {**row, "path": shown_text(row["path"]), "part": shown_text(row["part"])}
            )
            if len(waiting) == 8192:
                writer.write_table(pa.Table.from_pylist(waiting, schema=schema))
                waiting.clear()
        writer.write_table(pa.Table.from_pylist(waiting, schema=schema))


def _write_folder(folder: Path, rows: Iterator[dict[str, Any]]) -> None:
    if folder.exists() and any(folder.iterdir()):
        raise CollectionError("{folder} is not empty; choose a new folder.", folder=folder)
    folder.mkdir(parents=True, exist_ok=True)
    placed: dict[str, str] = {}
    used = {"index.csv"}

    def place(row: dict[str, Any]) -> dict[str, Any]:
        source = row["path"]
        if source not in placed:
            placed[source] = _copy(Path(source), folder, used)
        return {**row, "file": placed[source]}

    _write_index(folder / "index.csv", (place(row) for row in rows))


def _write_index(file: Path, rows: Iterator[dict[str, Any]]) -> None:
    with file.open("w", newline="", encoding="utf-8", errors="surrogateescape") as stream:
        writer = csv.DictWriter(stream, ["file", *COLUMNS, *_MARK_COLUMNS])
        writer.writeheader()
        for row in rows:
            writer.writerow({**row, "tags": "; ".join(row["tags"])})


def _copy(source: Path, folder: Path, used: set[str]) -> str:
    """Put a file into the folder under a name of its own; empty if it is not there any more."""
    name, count = source.name, 1
    while name.casefold() in used:
        count += 1
        name = f"{source.stem} ({count}){source.suffix}"
    real = source.resolve()
    if not real.is_file():
        return ""
    used.add(name.casefold())
    try:
        (folder / name).hardlink_to(real)
    except OSError:  # another disk, or one that knows no links
        shutil.copy2(real, folder / name)
    return name
