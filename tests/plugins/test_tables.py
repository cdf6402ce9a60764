"""Rows of tables are items; which column is what can be told, and can be chosen."""

from __future__ import annotations

import datetime
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from explorer.api.host import PluginHost
from explorer.api.modality import Draft, Limits, Modality
from explorer.core.errors import MediaError

Read = Callable[..., list[Draft]]

TOYS = """id,name,price,image,description,added,kind
a1,Red bird,3.5,img/a1.png,"A wooden bird, painted",2024-01-02,wood
b2,Old cage,40,img/b2.png,It stands in the garden,2024-02-03,iron
c3,Blue bird,4,img/c3.png,"It says ""hello""\nand goodbye",2024-03-04,wood
"""


@pytest.fixture(scope="session")
def tables(shipped: PluginHost) -> Modality:
    return shipped.modalities["tables"]


@pytest.fixture
def read(tables: Modality, tmp_path: Path) -> Read:
    """Writes a table and reads its rows."""

    def write_and_read(content: str | bytes, name: str = "toys.csv") -> list[Draft]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(tables.read(path, Limits()))

    return write_and_read


def summary(drafts: list[Draft]) -> list[tuple[str, str, str]]:
    return [(draft.part, draft.title, draft.text) for draft in drafts]


def test_rows_are_items_with_words_facts_and_a_key(read: Read) -> None:
    drafts = read(TOYS)
    assert summary(drafts) == [
        ("id a1", "Red bird", "Red bird\nA wooden bird, painted\nwood"),
        ("id b2", "Old cage", "Old cage\nIt stands in the garden\niron"),
        ("id c3", "Blue bird", 'Blue bird\nIt says "hello"\nand goodbye\nwood'),
    ]
    assert drafts[0].meta == {
        "id": "a1",
        "price": 3.5,
        "image": "img/a1.png",
        "added": "2024-01-02",
    }
    (piece,) = drafts[1].pieces
    assert piece.unit.to_dict() == {"kind": "row", "index": 0, "row": 2}
    assert piece.load() == piece.unit.text == drafts[1].text


@pytest.mark.parametrize("ids", [("a1", "a1", "c3"), ("a1", "", "c3")], ids=["twice", "missing"])
def test_rows_without_a_good_key_are_numbered(ids: tuple[str, ...], read: Read) -> None:
    rows = [f"{one},bird number {one}x" for one in ids]
    drafts = read("\n".join(["id,name", *rows]))
    assert [draft.part for draft in drafts] == ["row 1", "row 2", "row 3"]


def test_keys_stay_when_rows_change_places(read: Read) -> None:
    first = {draft.part: draft.text for draft in read(TOYS)}
    head, *rows = TOYS.replace("\nand", " and").splitlines()
    random.Random(8).shuffle(rows)
    again = {draft.part: draft.text for draft in read("\n".join([head, *rows]))}
    assert first.keys() == again.keys()


def test_columns_can_be_chosen_in_a_file_beside_the_table(read: Read, tmp_path: Path) -> None:
    chosen = 'title = "description"\ntext = ["name"]\nid = "price"\n'
    (tmp_path / "toys.csv.columns.toml").write_text(chosen)
    draft = read(TOYS)[0]
    assert draft.part == "price 3.5"
    assert (draft.title, draft.text) == (
        "A wooden bird, painted",
        "A wooden bird, painted\nRed bird",
    )
    assert draft.meta["kind"] == "wood"


@pytest.mark.parametrize(
    ("chosen", "reason"),
    [
        ('title = "colour"', "names the column 'colour'; there is id, name, price"),
        ("title = 3", "not title = 3"),
        ('text = "name"', "text = 'name'"),
        ('words = ["name"]', "may have title and id"),
        ("title =", "is not usable"),
    ],
)
def test_a_wrong_choice_is_told(chosen: str, reason: str, read: Read, tmp_path: Path) -> None:
    (tmp_path / "toys.csv.columns.toml").write_text(chosen)
    with pytest.raises(MediaError, match=reason):
        read(TOYS)


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_other_delimiters_are_found_out(mark: str, read: Read) -> None:
    rows = ["name", "price"], ["Red bird", "3,50"], ["Old cage", "4,00"], ["Big nest", "5,25"]
    drafts = read("\n".join(mark.join(row) for row in rows))
    assert [draft.title for draft in drafts] == ["Red bird", "Old cage", "Big nest"]


def test_tables_without_a_header_lose_no_row(read: Read) -> None:
    drafts = read("Red bird,3\nOld cage,4\n")
    assert [draft.text for draft in drafts] == ["Red bird", "Old cage"]
    assert drafts[0].meta == {"column 2": 3}


def test_rows_that_are_too_short_or_too_long(read: Read) -> None:
    drafts = read(
        "name,kind,words\nRed bird\nOld cage,iron,stands, and rusts\n\nNest,straw,round\n"
    )
    assert [draft.text for draft in drafts] == [
        "Red bird",
        "Old cage\niron\nstands, and rusts",
        "Nest\nstraw\nround",
    ]


def test_numbers_of_a_column_that_is_not_all_numbers_stay_words(read: Read) -> None:
    drafts = read("name,code,count\nbird,007,1\ncage,7,\nnest,8,2\n")
    assert [draft.meta["code"] for draft in drafts] == ["007", "7", "8"]
    assert [draft.meta.get("count") for draft in drafts] == [1, None, 2]


def test_long_rows_become_several_units(read: Read) -> None:
    story = " ".join(f"word{number}" for number in range(400))
    (draft,) = read(f'name,story\nBird,"{story}"\n')
    pieces = list(draft.pieces)
    assert len(pieces) > 2
    assert [piece.unit.index for piece in pieces] == list(range(len(pieces)))
    assert draft.text.startswith(pieces[0].unit.text)
    assert draft.text.endswith(pieces[-1].unit.text)


def test_json_lines_with_a_bad_line(read: Read) -> None:
    rows: list[Any] = [{"name": "Red bird", "price": 3, "tags": ["a"]}, "just words", [1, 2]]
    lines = [json.dumps(row) for row in rows]
    drafts = read("\n".join([lines[0], "{bad", "", *lines[1:]]), "toys.jsonl")
    assert [draft.part for draft in drafts] == ["row 1", "row 2", "row 3", "row 4"]
    assert [draft.text for draft in drafts] == ["Red bird", "", "just words", ""]
    assert drafts[0].meta == {"price": 3, "tags": ["a"]}
    with pytest.raises(MediaError, match="line 2 is not JSON"):
        drafts[1].thumbnail()
    assert drafts[3].meta == {"value": [1, 2]}


def test_parquet_rows_have_their_types(tables: Modality, tmp_path: Path) -> None:
    path = tmp_path / "toys.parquet"
    table = {
        "caption": ["Red bird", "Old cage"],
        "price": [3.5, None],
        "added": [datetime.datetime(2024, 1, 2, 3, 4)] * 2,
        "raw": [b"\x00", b"\x01"],
        "tags": [["a", "b"], []],
        "key": [7, 8],
    }
    parquet.write_table(pa.table(table), path)
    drafts = list(tables.read(path, Limits()))
    assert [draft.part for draft in drafts] == ["key 7", "key 8"]
    assert drafts[0].meta == {
        "price": 3.5,
        "added": "2024-01-02T03:04:00",
        "tags": ["a", "b"],
        "key": 7,
    }
    assert drafts[0].title == "Red bird"


def test_parquet_that_is_none(read: Read) -> None:
    with pytest.raises(MediaError, match="not Parquet, or damaged"):
        read(b"PAR1 and then nothing", "toys.parquet")


def test_a_table_without_rows(read: Read) -> None:
    for content in ("name,price\n", "\n\n", ""):
        with pytest.raises(MediaError, match="no rows"):
            read(content)


def test_the_preview_is_the_row(tables: Modality, read: Read, tmp_path: Path) -> None:
    drafts = read(TOYS)
    (piece,) = drafts[1].pieces
    path = tmp_path / "toys.csv"
    shown = tables.preview(path, drafts[1].part, piece.unit, 300, Limits())
    assert shown.text.startswith("Old cage\nIt stands in the garden\niron\n\nid: b2\nprice: 40\n")
    path.write_text(TOYS.replace("b2,", "z9,"))
    with pytest.raises(MediaError, match="id b2 is not where it was"):
        tables.preview(path, drafts[1].part, piece.unit, 300, Limits())


def test_a_large_table_is_read_row_by_row(tables: Modality, tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("w") as file:
        file.write("name,words\n")
        file.writelines(f"bird {number},it sings\n" for number in range(200_000))
    rows = tables.read(path, Limits())
    assert next(iter(rows)).title == "bird 0"
    assert next(iter(rows)).title == "bird 1"
