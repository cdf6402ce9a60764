"""The files that failed: their reasons, trying again once one is mended, and writing them down."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from explorer.app import App
from explorer.ui.main_window import MainWindow

WAIT = 30_000


@pytest.fixture
def torn(album: MainWindow, samples: Path, tmp_path: Path, qtbot: QtBot) -> Path:
    """A folder of the album with a photo cut short and an empty file in it."""
    folder = tmp_path / "arrived"
    folder.mkdir()
    whole = (samples / "pictures" / "photos" / "two-spaniels.jpg").read_bytes()
    (folder / "cut.jpg").write_bytes(whole[:200])
    (folder / "empty.png").touch()
    album.additions.add([folder])
    qtbot.waitUntil(lambda: failed(album) == 2, timeout=WAIT)
    return folder


def failed(window: MainWindow) -> int:
    """How many the sidebar says have failed; -1 while something is being done."""
    lines = window.sidebar.problems.lines
    if window.session.jobs.running:
        return -1
    return int(lines[0].number.text()) if lines else 0


def listed(window: MainWindow, qtbot: QtBot) -> tuple[QDialog, QTableWidget]:
    """Open the list from the sidebar, by keys."""
    line = window.sidebar.problems.lines[0]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    dialog = window.findChild(QDialog)
    assert dialog is not None
    table = dialog.findChild(QTableWidget)
    assert table is not None
    return dialog, table


def button(dialog: QDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def test_a_mended_file_is_read_when_tried_again(
    album: MainWindow, torn: Path, samples: Path, qtbot: QtBot
) -> None:
    dialog, table = listed(album, qtbot)
    reasons = {Path(table.item(row, 0).text()).name: table.item(row, 1).text() for row in (0, 1)}
    assert "cut short" in reasons["cut.jpg"]
    assert reasons["empty.png"] == "it is empty"
    before = len(album.session.items)
    shutil.copy(samples / "pictures" / "photos" / "two-spaniels.jpg", torn / "cut.jpg")

    again = button(dialog, "Try again")
    again.setFocus()
    qtbot.keyClick(again, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: failed(album) == 1, timeout=WAIT)
    assert len(album.session.items) == before + 1
    assert str(torn / "cut.jpg") in {str(path) for path in album.session.items.paths}
    _, left = listed(album, qtbot)
    assert left.rowCount() == 1
    assert left.item(0, 0).text() == str(torn / "empty.png")
    left.window().close()


def test_the_list_is_written_down(
    album: MainWindow, torn: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "failed.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    dialog, _ = listed(album, qtbot)

    qtbot.mouseClick(button(dialog, "Write as CSV…"), Qt.MouseButton.LeftButton)
    dialog.close()

    with file.open(newline="", encoding="utf-8") as stream:
        rows = {Path(row["path"]).name: row["reason"] for row in csv.DictReader(stream)}
    assert set(rows) == {"cut.jpg", "empty.png"}
    assert rows["empty.png"] == "it is empty"
    kept = App(album.app.home)
    try:
        assert len(kept.library.open("album").failures()) == 2, "it is still known tomorrow"
    finally:
        kept.close()
