"""The list of all jobs: how they end, their logs, and a way to the files that failed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from explorer.app import App
from explorer.core.errors import MediaError
from explorer.jobs import Control, JobState
from explorer.ui.appearance import Appearance
from explorer.ui.main_thread import MainThread
from explorer.ui.main_window import MainWindow
from explorer.ui.tasks.tasks_panel import TasksPanel


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    app = App(tmp_path / "home", deliver=MainThread(qapp).post)
    appearance = Appearance(qapp, "dark", True)
    window = MainWindow(app, appearance)
    window.show()
    window.actions_["view.panel_tasks"].trigger()
    yield window
    window.close()
    app.close()
    window.deleteLater()
    appearance.deleteLater()


def tasks_of(window: MainWindow) -> TasksPanel:
    panel = window.docks.panels["tasks"]
    assert isinstance(panel, TasksPanel)
    return panel


def test_before_anything_was_done_the_list_says_so(window: MainWindow) -> None:
    panel = tasks_of(window)

    assert panel.isVisible()
    assert panel.hint.isVisible()
    assert not panel.clear_button.isEnabled()


def test_a_running_job_is_listed_and_stopped_from_there(window: MainWindow, qtbot: QtBot) -> None:
    panel, begun = tasks_of(window), threading.Event()

    def work(control: Control) -> None:
        control.progress(3, 10)
        begun.set()
        while True:
            control.check()

    job = window.session.jobs.submit("Count", work, lane="io")
    qtbot.waitUntil(lambda: begun.is_set() and panel.list.count() == 1)
    row = panel.list.itemWidget(panel.list.item(0))

    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: job.state is JobState.CANCELLED)
    assert "stopped" in row.note.text()

    qtbot.mouseClick(panel.clear_button, Qt.MouseButton.LeftButton)
    assert panel.list.count() == 0
    assert panel.hint.isVisible()


def test_a_failed_job_shows_its_log_and_its_reason(window: MainWindow, qtbot: QtBot) -> None:
    panel = tasks_of(window)

    def work(control: Control) -> None:
        control.log("Read 3 files.")
        raise MediaError("photo.jpg", "it is empty")

    job = window.session.jobs.submit("Read", work, lane="io")
    qtbot.waitUntil(lambda: job.state is JobState.FAILED)
    panel.list.setCurrentRow(0)

    assert panel.log.toPlainText().startswith("Read 3 files.\n")
    assert "photo.jpg" in panel.log.toPlainText()
    qtbot.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == panel.log.toPlainText()


def test_the_files_that_failed_are_one_click_away(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "media"
    folder.mkdir()
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff nothing more")
    window.take_dropped([folder])
    panel = tasks_of(window)
    qtbot.waitUntil(lambda: bool(panel.jobs) and not window.session.jobs.running, timeout=30_000)

    qtbot.mouseClick(panel.problems_button, Qt.MouseButton.LeftButton)

    dialog = window.findChild(QDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()
