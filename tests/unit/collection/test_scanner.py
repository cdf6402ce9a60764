"""Walking: every file once, never in a circle, and nothing beside the media."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from explorer.collection.scanner import distinct_roots, walk


def names(root: Path, *roots: Path, own: str = "") -> list[tuple[str, str]]:
    """What a walk finds, by path below the first root."""
    found = walk([str(one) for one in (root, *roots)], own)
    return [(os.path.relpath(one.path, root), one.kind) for one in found]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with files in it."""
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c/d/3.txt", ".hidden/4.txt", ".5.txt"):
        (tmp_path / "tree" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "tree" / name).write_text("x")
    return tmp_path / "tree"


def test_order_is_the_same_each_time_and_hidden_files_do_not_count(tree: Path) -> None:
    expected = ["a.txt", "b/1.txt", "b/2.txt", "c/d/3.txt"]
    assert [name for name, _ in names(tree)] == expected
    assert [name for name, _ in names(tree)] == expected


def test_links(tree: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (outside / "deep").mkdir(parents=True)
    (outside / "o.txt").write_text("x")
    (outside / "deep" / "back").symlink_to(outside)
    (tree / "circle").symlink_to(tree)
    (tree / "inside").symlink_to(tree / "b")
    (tree / "l.txt").symlink_to(tree / "a.txt")
    (tree / "out").symlink_to(outside)
    (tree / "self").symlink_to("self")
    found = dict(names(tree))
    assert found["l.txt"] == "file"
    assert found["out/o.txt"] == "file"
    assert found["inside"] == "other"
    assert found["circle"] == "failed"
    assert found["out/deep/back"] == "failed"
    assert found["self"] == "failed"
    assert len(found) == 10


def test_what_is_no_file_is_not_opened(tree: Path) -> None:
    os.mkfifo(tree / "pipe.png")
    assert ("pipe.png", "other") in names(tree)


def test_the_own_folder_is_left_out(tree: Path) -> None:
    assert [name for name, _ in names(tree, own=str(tree / "b"))] == ["a.txt", "c/d/3.txt"]


def test_depth(tmp_path: Path) -> None:
    here = os.getcwd()  # noqa: PTH109
    os.chdir(tmp_path)
    try:
        for _ in range(600):
            os.mkdir("deeper")  # noqa: PTH102
            os.chdir("deeper")
        Path("lost.txt").write_text("x")
    finally:
        os.chdir(here)
    found = list(walk([str(tmp_path)]))
    assert [one.kind for one in found] == ["failed"] or [one.kind for one in found] == ["blind"]
    assert "too long" in found[0].reason


def test_folders_in_folders_are_walked_once(tree: Path) -> None:
    roots = distinct_roots([tree / "b", tree, tree / "b" / "1.txt", f"{tree}/", tree / ".hidden"])
    assert roots == [str(tree), str(tree / ".hidden")]
    assert len(list(walk(roots))) == 5
    assert distinct_roots([tree / "a.txt", tree / "a.txt.bak"]) == [
        str(tree / "a.txt"),
        str(tree / "a.txt.bak"),
    ]


def test_a_missing_root_fails(tmp_path: Path) -> None:
    found = list(walk([str(tmp_path / "nowhere")]))
    assert [one.kind for one in found] == ["failed"]
