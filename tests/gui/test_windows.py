"""Several windows on one session: linked, kept and put back together."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.app import App
from explorer.core.query import text
from explorer.ui.appearance import Appearance
from explorer.ui.main_thread import MainThread
from explorer.ui.main_window import MainWindow
from explorer.ui.workspaces_dialog import WorkspacesDialog
from explorer.viewstate.workspaces import Workspaces

WAIT = 60_000
PICTURES = ("photos/two-spaniels.jpg", "photos/tabby-cat.jpg", "drawings/lion.webp")


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[], MainWindow]]:
    """Starts the program; what was open before is put back."""
    running: list[tuple[MainWindow, App, Appearance]] = []

    def begin() -> MainWindow:
        app = App(tmp_path / "home", deliver=MainThread(qapp).post)
        appearance = Appearance(qapp, "dark", True)
        window = MainWindow(app, appearance)
        window.resize(1280, 800)
        window.show()
        running.append((window, app, appearance))
        window.begin()
        return window

    yield begin
    for window, app, appearance in running:
        window.siblings.quit()
        app.close()
        window.deleteLater()
        appearance.deleteLater()


@pytest.fixture
def media(samples: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "pets"
    folder.mkdir()
    for name in PICTURES:
        shutil.copy(samples / "pictures" / name, folder)
    return folder


def rest(window: MainWindow, qtbot: QtBot, items: int = len(PICTURES)) -> None:
    def resting() -> bool:
        return len(window.session.items) == items and not window.session.jobs.running

    qtbot.waitUntil(resting, timeout=WAIT)


def test_two_windows_share_selection_and_query(
    start: Callable[[], MainWindow], media: Path, qtbot: QtBot
) -> None:
    first = start()
    first.take_dropped([media])
    rest(first, qtbot)
    first.actions_["file.window"].trigger()
    second = first.siblings.windows[1]
    rest(second, qtbot)

    assert second.isVisible()
    assert second.windowTitle() == first.windowTitle()
    assert second.shows("map")
    assert second.stack.currentWidget() is second.splitter

    qtbot.keyClicks(second.query_bar.field, "cat")
    qtbot.waitUntil(lambda: first.session.ranking is not None, timeout=WAIT)
    rest(first, qtbot)
    assert first.grid.field.arrangement.rows[0] == second.grid.field.arrangement.rows[0]
    first.grid.select_all()
    assert len(second.session.selecting.rows) == len(PICTURES)

    second.close()
    assert first.siblings.windows == [first]
    assert first.isVisible()


def test_all_windows_are_there_again_after_quitting(
    start: Callable[[], MainWindow], media: Path, qtbot: QtBot
) -> None:
    first = start()
    first.take_dropped([media])
    rest(first, qtbot)
    first.open_another()
    first.siblings.windows[1].show_centre("grid")
    first.quit()
    first.app.close()
    assert not first.isVisible()

    again = start()
    rest(again, qtbot)

    assert len(again.siblings.windows) == 2
    other = again.siblings.windows[1]
    assert other.shows("grid")
    assert other.windowTitle() == "pets — Explorer"
    qtbot.waitUntil(lambda: other.grid.field.arrangement.rows.size == len(PICTURES), timeout=WAIT)


def test_a_workspace_brings_back_query_selection_and_view(
    start: Callable[[], MainWindow], media: Path, qtbot: QtBot
) -> None:
    window = start()
    window.take_dropped([media])
    rest(window, qtbot)
    window.session.ask(text("lion"))
    rest(window, qtbot)
    window.grid.select_all()
    window.show_centre("grid")
    window.actions_["file.workspaces"].trigger()
    dialog = window.findChild(WorkspacesDialog)
    assert dialog is not None
    assert not dialog.open_button.isEnabled()
    qtbot.keyClicks(dialog.name, "Lions / 2026")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert [dialog.list.item(0).text()] == ["Lions / 2026"]
    dialog.close()

    window.query_bar.clear()
    window.session.selecting.select([])
    window.show_centre("map")
    window.actions_["file.workspaces"].trigger()
    again = next(each for each in window.findChildren(WorkspacesDialog) if each.isVisible())
    qtbot.mouseClick(again.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(window.session.query), timeout=WAIT)
    rest(window, qtbot)

    assert window.session.query == text("lion")
    assert len(window.session.selecting.rows) == len(PICTURES)
    assert window.shows("grid")


def test_workspaces_are_renamed_and_deleted(start: Callable[[], MainWindow], qtbot: QtBot) -> None:
    window = start()
    kept = Workspaces(window.app.home)
    for name in ("one", "two"):
        kept.write(name, window.siblings.state())
    window.actions_["file.workspaces"].trigger()
    dialog = window.findChild(WorkspacesDialog)
    assert dialog is not None

    dialog.list.item(0).setText("two")
    assert "there is one already" in dialog.problem.text()
    dialog.list.item(0).setText("first")
    assert kept.names() == ["first", "two"]
    qtbot.mouseClick(dialog.delete_button, Qt.MouseButton.LeftButton)
    assert kept.names() == ["two"]
    dialog.close()
