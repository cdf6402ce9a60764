"""The panel of duplicates by mouse and keyboard, on real copies of real photos."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.cli.command import explorer
from explorer.ui.duplicates.panel import DuplicatesPanel
from explorer.ui.main_window import MainWindow
from tests.gui.conftest import StartWindow

WAIT = 60_000
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def media(samples: Path, tmp_path: Path) -> Path:
    """Two photos of which there are copies, and two of which there are none."""
    folder, photos = tmp_path / "media", samples / "pictures" / "photos"
    (folder / "backup").mkdir(parents=True)
    for name in ("astronaut", "two-spaniels", "tabby-cat", "field-of-tulips"):
        shutil.copy(photos / f"{name}.jpg", folder)
    shutil.copy(photos / "astronaut.jpg", folder / "backup" / "space.jpg")
    with Image.open(photos / "two-spaniels.jpg") as photo:
        small = photo.resize((photo.width // 2, photo.height // 2))
        small.save(folder / "dogs-small.jpg", quality=60)
    return folder


@pytest.fixture
def window(
    start_window: StartWindow, media: Path, tmp_path: Path, qtbot: QtBot, own_trash: Path
) -> MainWindow:
    window = start_window(tmp_path / "home")
    window.additions.open_and_index("copies", [media])
    qtbot.waitUntil(
        lambda: len(window.session.items) == 6 and not window.session.jobs.running, timeout=WAIT
    )
    window.actions_["view.panel_duplicates"].trigger()
    return window


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> DuplicatesPanel:
    found = window.findChild(DuplicatesPanel)
    assert found is not None
    assert found.isVisible()
    assert found.empty.title.text() == "Find duplicates"
    qtbot.mouseClick(found.empty.button, LEFT)
    qtbot.waitUntil(lambda: bool(found.groups), timeout=WAIT)
    return found


def names(panel: DuplicatesPanel) -> list[list[str]]:
    paths = panel.desk.session.items.paths
    return [[Path(str(paths[row])).name for row in group.rows] for group in panel.groups]


def going(panel: DuplicatesPanel) -> list[str]:
    paths = panel.desk.session.items.paths
    return sorted(Path(str(paths[row])).name for row in panel.going)


def test_copies_are_found_and_the_better_one_is_kept(panel: DuplicatesPanel) -> None:
    exact, near = panel.groups
    assert exact.exact
    assert sorted(names(panel)[0]) == ["astronaut.jpg", "space.jpg"]
    assert not near.exact
    assert names(panel)[1] == ["two-spaniels.jpg", "dogs-small.jpg"]
    assert 0.6 <= near.likeness[1] < 1
    assert len(panel.going) == 2
    assert "2 groups" in panel.summary.text()
    assert panel.trash_button.text() == "Move 2 to the trash"


def test_the_slider_and_the_switch_say_what_counts_as_near(
    panel: DuplicatesPanel, qtbot: QtBot
) -> None:
    panel.least.setValue(100)
    assert [group.exact for group in panel.groups] == [True]
    panel.least.setValue(60)
    assert len(panel.groups) == 2
    qtbot.mouseClick(panel.near, LEFT)
    assert [group.exact for group in panel.groups] == [True]
    assert not panel.least.isEnabled()


def test_another_one_can_be_kept_but_never_none(panel: DuplicatesPanel, qtbot: QtBot) -> None:
    field = panel.field
    assert going(panel)[0] == "dogs-small.jpg"
    small = int(panel.groups[1].rows[1])
    field.put_cursor(field.arrangement.position_of(small), scroll=True)
    qtbot.keyClick(field, Qt.Key.Key_K)
    assert "two-spaniels.jpg" in going(panel)
    assert "dogs-small.jpg" not in going(panel)
    qtbot.keyClick(field, Qt.Key.Key_X)  # it is the last one that is kept
    assert "dogs-small.jpg" not in going(panel)
    assert "has to be kept" in panel.summary.text()
    # A press on the mark of the other keeps both.
    place = field.arrangement.position_of(int(panel.groups[1].rows[0]))
    field.put_cursor(place, scroll=True)
    qtbot.mouseClick(field.viewport(), LEFT, NONE, field._badge_rect(place).center())
    assert len(going(panel)) == 1


def test_which_is_kept_can_be_told_for_all(
    window: MainWindow, panel: DuplicatesPanel, qtbot: QtBot
) -> None:
    space = next(
        row
        for row, path in enumerate(window.session.items.paths)
        if str(path).endswith("space.jpg")
    )
    window.session.tag([space], add=["dear"])
    panel.keep.setCurrentIndex(panel.keep.findData("marked"))
    assert names(panel)[0][0] == "space.jpg"
    assert "space.jpg" not in going(panel)


def test_what_is_not_kept_goes_to_the_trash_and_undo_brings_it_back(
    window: MainWindow, panel: DuplicatesPanel, qtbot: QtBot, media: Path, own_trash: Path
) -> None:
    rows = list(panel.going)
    ids = [str(window.session.items.ids[row]) for row in rows]
    window.session.tag(rows, add=["kept"])
    before = sorted(path.name for path in media.rglob("*.jpg"))
    files = going(panel)

    qtbot.mouseClick(panel.trash_button, LEFT)
    qtbot.waitUntil(lambda: not panel.groups, timeout=WAIT)
    assert len(list((own_trash / "files").iterdir())) == 2
    left = sorted(path.name for path in media.rglob("*.jpg"))
    assert left == sorted(set(before) - set(files))
    assert not window.session.items.present[rows].any()
    assert panel.empty.title.text() == "No copies"

    window.actions_["edit.undo"].trigger()
    qtbot.waitUntil(lambda: len(panel.groups) == 2, timeout=WAIT)
    assert sorted(path.name for path in media.rglob("*.jpg")) == before
    assert [marks.tags for marks in window.session.collection.marks(ids).values()] == [
        ("kept",),
        ("kept",),
    ]
    # Indexing finds the collection as it was.
    reports = []
    window.session.index([media], reports.append)
    qtbot.waitUntil(lambda: bool(reports), timeout=WAIT)
    assert (reports[0].unchanged, reports[0].indexed, reports[0].removed) == (6, 0, 0)


def test_looks_large_and_keeps_its_state(
    window: MainWindow, panel: DuplicatesPanel, qtbot: QtBot
) -> None:
    panel.field.put_cursor(0, scroll=True)
    qtbot.keyClick(panel.field, Qt.Key.Key_Space)
    large = panel._large.widget
    assert large is not None
    assert large.isVisible()
    qtbot.keyClick(large, Qt.Key.Key_Right)
    assert large.row == int(panel.field.arrangement.rows[1])
    qtbot.keyClick(large, Qt.Key.Key_Escape)
    panel.least.setValue(80)
    panel.keep.setCurrentIndex(panel.keep.findData("oldest"))
    state = panel.state()
    panel.restore({})
    assert panel.least.value() == 60
    panel.restore(state)
    assert (panel.least.value(), panel.keep.currentData()) == (80, "oldest")
    panel.restore({"least": 7, "keep": "any", "near": "x"})
    assert panel.state() == {"least": 0.6, "near": True, "keep": "best"}


def test_the_command_line_lists_the_same(
    window: MainWindow, panel: DuplicatesPanel, tmp_path: Path, media: Path
) -> None:
    home = str(tmp_path / "home")
    done = CliRunner().invoke(explorer, ["--home", home, "duplicates", "-c", "copies", "--json"])
    assert done.exit_code == 0, done.output
    data = json.loads(done.stdout)
    found = [[Path(item["path"]).name for item in group["items"]] for group in data["groups"]]
    assert [sorted(group) for group in found] == [sorted(group) for group in names(panel)]
    assert data["copies"] == 2
    assert data["bytes"] > 0
    only = CliRunner().invoke(explorer, ["--home", home, "duplicates", "-c", "copies", "--exact"])
    assert "Same content" in only.output
    assert "dogs-small" not in only.output
    assert len(list(media.rglob("*.jpg"))) == 6
