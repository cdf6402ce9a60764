"""Files go to the trash and come back whole."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from explorer.core.errors import MediaError
from explorer.media.trash import Trashed, move_to_trash, put_back

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="the trash of freedesktop.org"
)


@pytest.fixture(autouse=True)
def trash(own_trash: Path) -> Path:
    return own_trash


def test_a_file_goes_and_comes_back_as_it_was(tmp_path: Path, trash: Path) -> None:
    file = tmp_path / "Ünïcode & spaces" / "bird song.txt"
    file.parent.mkdir()
    file.write_text("tweet")
    before = file.stat().st_mtime_ns

    gone = move_to_trash(file)
    assert not file.exists()
    assert [one.read_text() for one in (trash / "files").iterdir()] == ["tweet"]
    put_back(gone)

    assert file.read_text() == "tweet"
    assert file.stat().st_mtime_ns == before
    assert list((trash / "files").iterdir()) == []
    assert list((trash / "info").iterdir()) == []


def test_of_two_with_one_name_each_comes_back_to_its_place(tmp_path: Path) -> None:
    files = [tmp_path / name / "same.txt" for name in ("one", "two")]
    for file in files:
        file.parent.mkdir()
        file.write_text(file.parent.name)
    gone = [move_to_trash(file) for file in files]
    for one in gone:
        put_back(one)
    assert [file.read_text() for file in files] == ["one", "two"]


def test_its_folder_is_made_again(tmp_path: Path) -> None:
    file = tmp_path / "album" / "a.txt"
    file.parent.mkdir()
    file.write_text("a")
    gone = move_to_trash(file)
    file.parent.rmdir()
    put_back(gone)
    assert file.read_text() == "a"


def test_nothing_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("old")
    gone = move_to_trash(file)
    file.write_text("new")
    with pytest.raises(MediaError, match="another file is in its place"):
        put_back(gone)
    assert file.read_text() == "new"


def test_an_emptied_trash_is_told(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="not in the trash any more"):
        put_back(Trashed(str(tmp_path / "never.txt"), 0.0))


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match=r"gone\.txt"):
        move_to_trash(tmp_path / "gone.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do anything")
def test_a_file_one_may_not_move_stays(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("a")
    file.chmod(0o400)
    with pytest.raises(MediaError):
        move_to_trash(file)
    assert file.exists()
