"""Exporting items, their facts and what people said about them."""

from __future__ import annotations

import csv
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from explorer.collection.collection import Collection
from explorer.core.errors import CollectionError


@pytest.fixture
def indexed(collection: Collection, media: Path) -> Collection:
    """The collection with sixteen pictures, one of them marked and one gone."""
    collection.index([media])
    first = str(collection.items().ids[0])
    collection.set_marks([first], add_tags=["a", "b"], rating=2, note="so, so\nso")
    (media / "b" / "white-two.png").unlink()
    collection.index([media])
    return collection


def test_csv(indexed: Collection, tmp_path: Path) -> None:
    file = indexed.export(tmp_path / "new" / "items.csv")
    with file.open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 15
    assert (rows[0]["tags"], rows[0]["rating"], rows[0]["note"]) == ("a; b", "2", "so, so\nso")
    assert rows[0]["path"] == str(indexed.items().paths[0])
    assert rows[0]["width"] == "24"


def test_parquet(indexed: Collection, tmp_path: Path) -> None:
    table = pq.read_table(indexed.export(tmp_path / "items.parquet"))
    assert table.num_rows == 15
    assert table["tags"].to_pylist()[:2] == [["a", "b"], []]
    assert table["size"].to_pylist()[0] == Path(str(indexed.items().paths[0])).stat().st_size


def test_folder(indexed: Collection, tmp_path: Path, media: Path) -> None:
    (media / "a" / "red-one.png").rename(media / "b" / "same.png")
    (media / "a" / "blue-one.png").rename(media / "a" / "same.png")
    indexed.index([media])
    folder = indexed.export(tmp_path / "out")
    with (folder / "index.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len({row["file"] for row in rows}) == 15
    assert {"same.png", "same (2).png"} <= {row["file"] for row in rows}
    for row in rows:
        assert (folder / row["file"]).read_bytes() == Path(row["path"]).read_bytes()
    with pytest.raises(CollectionError, match="not empty"):
        indexed.export(folder)


def test_wrong_places(indexed: Collection, tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match=r"use \.csv, \.parquet"):
        indexed.export(tmp_path / "items.xls")
    (tmp_path / "file").write_text("x")
    with pytest.raises(CollectionError, match="cannot be written"):
        indexed.export(tmp_path / "file" / "items.csv")
