"""Which programs open a file, after what their entries say."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from explorer.media.programs import Program, find_program, programs_for

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="entries are a Linux matter")


@pytest.fixture
def applications(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of applications of one's own before a shared one."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "shared"))
    for name in ("own", "shared"):
        (tmp_path / name / "applications").mkdir(parents=True)
    return tmp_path / "own" / "applications"


def entry(folder: Path, name: str, **fields: str) -> None:
    """Write an entry."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{key.replace('_de', '[de]')}={value}" for key, value in fields.items()]
    file.write_text("\n".join(["# made for a test", "[Desktop Entry]", *lines]), encoding="utf-8")


def test_programs_name_the_kinds_they_open(applications: Path) -> None:
    kinds = "image/png;image/jpeg;"
    entry(applications, "viewer.desktop", Name="Viewer", Name_de="Betrachter", Exec="sh -c %f",
          MimeType=kinds)  # fmt: skip
    entry(applications, "other.desktop", Name="Other", Exec="sh %f", MimeType="text/plain")
    entry(applications, "kde/paint.desktop", Name="a painter", Exec="sh %U", MimeType=kinds)

    assert [one.name for one in programs_for(["image/png"])] == ["a painter", "Viewer"]
    assert [one.id for one in programs_for(["image/png"], "de")] == [
        "kde-paint.desktop",
        "viewer.desktop",
    ]
    found = find_program("viewer.desktop", "de")
    assert found is not None
    assert found.name == "Betrachter"


@pytest.mark.parametrize(
    "fields",
    [
        {"Hidden": "true"},
        {"Terminal": "true"},
        {"TryExec": "no-such-program-anywhere"},
        {"Exec": "no-such-program-anywhere %f"},
        {"Exec": 'sh "unclosed %f'},
        {"Type": "Link"},
    ],
)
def test_what_cannot_be_started_is_left_out(applications: Path, fields: dict[str, str]) -> None:
    entry(applications, "x.desktop", **{"Name": "X", "Exec": "sh %f", "MimeType": "a/b", **fields})

    assert programs_for(["a/b"]) == []


def test_ones_own_entry_hides_the_shared_one(applications: Path, tmp_path: Path) -> None:
    shared = tmp_path / "shared" / "applications"
    entry(shared, "x.desktop", Name="Shared", Exec="sh %f", MimeType="a/b")
    entry(applications, "x.desktop", Name="Own", Exec="sh %f", MimeType="a/b")

    assert [one.name for one in programs_for(["a/b"])] == ["Own"]
    (applications / "x.desktop").write_bytes(b"\xff\xfe no entry at all")
    assert programs_for(["a/b"]) == []


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (("view", "%f"), ["view", "/a b/c.png"]),
        (("view", "--name", "%c", "%U"), ["view", "--name", "Viewer", "file:///a%20b/c.png"]),
        (("view", "%i", "%%", "%F", "--last"), ["view", "%", "/a b/c.png", "--last"]),
        (("view",), ["view", "/a b/c.png"]),
    ],
)
def test_codes_stand_for_the_file(words: tuple[str, ...], command: list[str]) -> None:
    assert Program("v.desktop", "Viewer", words).command("/a b/c.png") == command


def test_any_program_can_be_chosen_by_its_file(tmp_path: Path) -> None:
    script = tmp_path / "look at it"
    script.write_text("#!/bin/sh\n")
    assert find_program(str(script)) is None
    script.chmod(0o755)

    found = find_program(str(script))

    assert found is not None
    assert found.command("/a.png") == [str(script), "/a.png"]
