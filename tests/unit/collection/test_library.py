"""The collections of a home folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explorer.collection.library import Library
from explorer.collection.tools import Tools
from explorer.core.errors import CollectionError, SpaceError
from explorer.core.query import text
from explorer.store.folder import WriteLock


@pytest.fixture
def library(explorer_home: Path, tools: Tools) -> Library:
    """A library without collections."""
    return Library(explorer_home, tools)


def test_make_list_rename_delete(library: Library, media: Path) -> None:
    assert library.names() == []
    assert library.summaries() == []
    collection = library.open("Big birds", create=True, space_id="colours")
    collection.index([media])
    collection.close()
    library.open("ants", create=True, space_id="colours").close()
    assert library.names() == ["ants", "Big birds"]
    one = library.summaries()[1]
    assert (one.name, one.items, one.space, one.problem) == ("Big birds", 16, "colours", "")
    assert one.size > 10_000
    assert one.modified > 1.7e9
    library.rename("Big birds", "birds")
    again = library.open("birds")
    assert again.name == "birds"
    assert len(again.search(text("red"), 3)) == 3
    again.close()
    with pytest.raises(CollectionError, match="already"):
        library.rename("birds", "ants")
    library.delete("ants")
    assert library.names() == ["birds"]
    assert (media / "a" / "red-one.png").exists()


def test_a_folder_anywhere(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "x" / "mine"
    library.open(folder, create=True, space_id="colours").close()
    assert library.open(str(folder)).folder == folder
    assert library.names() == []


def test_what_is_not_there(library: Library, tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match=r"no collection called 'birds'.*Make one"):
        library.open("birds")
    with pytest.raises(CollectionError, match="no collection in"):
        library.open(tmp_path)
    with pytest.raises(SpaceError, match="no space called 'clip'"):
        library.open("birds", create=True, space_id="clip")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("x")
    with pytest.raises(CollectionError, match="not empty"):
        library.open(tmp_path / "full", create=True, space_id="colours")
    assert library.names() == []


@pytest.mark.parametrize("name", ["", " ", ".hidden", "a:b", " a", 'say "x"', "what?"])
def test_names_that_cannot_be(library: Library, name: str) -> None:
    with pytest.raises(CollectionError, match="cannot be called"):
        library.open(name, create=True, space_id="colours")


def test_a_damaged_one_is_listed_with_the_reason(library: Library) -> None:
    folder = library.open("birds", create=True, space_id="colours").folder
    (folder / "collection.json").write_text("{broken")
    assert "damaged" in library.summaries()[0].problem
    (folder / "collection.json").write_text(json.dumps({"schema": 99}))
    assert "newer Explorer" in library.summaries()[0].problem


def test_one_that_is_written_to_is_not_deleted(library: Library) -> None:
    folder = library.open("birds", create=True, space_id="colours").folder
    with WriteLock(folder).held("index"), pytest.raises(CollectionError, match="written to"):
        library.delete("birds")
    assert library.names() == ["birds"]


def test_one_whose_making_was_stopped_is_made(library: Library, media: Path) -> None:
    folder = library.open("birds", create=True, space_id="colours").folder
    (folder / "collection.json").unlink()  # it is written last
    (folder / "tables" / "units.lance" / "_versions").rename(folder / "tables" / "half")
    assert library.names() == []
    collection = library.open("birds", create=True, space_id="colours")
    assert collection.index([media]).indexed == 16
    collection.close()
