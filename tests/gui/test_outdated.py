"""A collection whose vectors were made by another version of the space than there is now."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.core.query import text
from explorer.encoders.starter import space as starter
from tests.gui.conftest import StartWindow

WAIT = 60_000


def test_it_says_so_and_indexing_again_is_one_button(
    indexed_album: Path,
    start_window: StartWindow,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = starter.read_manifest
    monkeypatch.setattr(
        starter, "read_manifest", lambda folder: replace(read(folder), revision="newer")
    )
    shutil.copytree(indexed_album, tmp_path / "home")
    window = start_window(tmp_path / "home")
    session, empty = window.session, window.grid.empty
    session.open("album")
    qtbot.waitUntil(lambda: len(session.items) > 0 and not session.jobs.running, timeout=WAIT)

    session.ask(text("a cat"))
    qtbot.waitUntil(empty.isVisible, timeout=WAIT)
    assert "another version of the space 'starter'" in empty.sentence.text()
    empty.button.setFocus()
    qtbot.keyClick(empty.button, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: bool(session.jobs.running), timeout=WAIT)
    qtbot.waitUntil(lambda: not session.jobs.running, timeout=WAIT)
    session.ask(session.query)
    qtbot.waitUntil(lambda: session.ranking is not None, timeout=WAIT)
    assert session.items.titles[int(session.ranking.rows[0])] == "tabby-cat"
