"""The window where there is little room: a small screen, a long language, large letters."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDockWidget, QScrollArea
from pytestqt.qtbot import QtBot

from explorer.core.query import text
from explorer.ui.appearance import Appearance
from explorer.ui.eliding_label import ElidingLabel
from explorer.ui.grid.header import GridHeader
from explorer.ui.language import NAMES, use_language
from explorer.ui.main_window import MainWindow
from explorer.viewstate.filters import Filters
from explorer.viewstate.grid_state import Look
from tests.gui.conftest import StartWindow

WAIT = 60_000
NARROW = 1200, 700
SMALLEST_AT_200 = """
import json, sys
from PySide6.QtCore import Qt
from explorer.ui.run import open_window
with open_window(sys.argv[1]) as (application, window):
    window.show()
    least = window.minimumSizeHint()
    print(json.dumps([application.primaryScreen().devicePixelRatio(),
                      least.width(), least.height()]))
"""


@pytest.fixture
def narrow(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    indexed_album: Path,
    start_window: StartWindow,
    tmp_path: Path,
    qtbot: QtBot,
) -> Iterator[MainWindow]:
    """A window of 1,200 pixels on the album, in the language asked for."""
    use_language(qapp, request.param)
    shutil.copytree(indexed_album, tmp_path / "home")
    window = start_window(tmp_path / "home")
    window.resize(*NARROW)
    window.session.open("album")
    qtbot.waitUntil(
        lambda: len(window.session.items) > 0 and not window.session.jobs.running, timeout=WAIT
    )
    yield window
    use_language(qapp, "en")


@pytest.mark.parametrize("narrow", list(NAMES), indirect=True)
def test_how_many_are_selected_is_never_cut_off(narrow: MainWindow, qtbot: QtBot) -> None:
    header, selecting = narrow.grid.header, narrow.session.selecting
    assert narrow.width() == NARROW[0]

    for rows in ([0], [0, 1, 2], list(range(8)), []):
        selecting.select(rows)
        QApplication.processEvents()
        for label in (header.count, header.selected):
            needed = label.fontMetrics().horizontalAdvance(label.text())
            assert needed <= label.contentsRect().width(), label.text()
        said = header.count.text() + header.selected.text() + header.count.toolTip()
        assert not rows or str(len(rows)) in said


@pytest.mark.parametrize("narrow", list(NAMES), indirect=True)
def test_how_many_hits_there_are_is_never_cut_off(narrow: MainWindow, qtbot: QtBot) -> None:
    words, session = narrow.query_bar.refine.words, narrow.session
    kind = str(session.items.modalities[0])
    for filters in (Filters(), Filters((("kind", kind),))):
        for closer_than in (0.0, 50.0):
            asked = text("a dog on grass")
            query = replace(asked, where=filters.where, closer_than=closer_than)
            session.ask(query, filters)
            qtbot.waitUntil(
                lambda: session.ranking is not None and not session.jobs.running, timeout=WAIT
            )
            QApplication.processEvents()
            assert session.weak_bounds  # it is told how many are strong: the longest there is
            assert words.isVisible()
            assert words.shown_text() == words.text()


@pytest.mark.parametrize("look", ["grid", "list"])
def test_words_above_the_items_are_whole_at_every_width(
    qapp: QApplication, qtbot: QtBot, look: Look
) -> None:
    appearance = Appearance(qapp, "dark", True)
    header = GridHeader(appearance)
    qtbot.addWidget(header)
    header.show()
    header.show_look(look)
    for width in range(header.minimumSizeHint().width(), 640, 3):
        header.resize(width, 37)
        for words, selected in (("359 items", ""), ("359 items", "1 selected")):
            header.show_count(words, selected)
            qapp.processEvents()
            for label in (header.count, header.selected):
                needed = label.fontMetrics().horizontalAdvance(label.text())
                cut = not label.isHidden() and needed > label.contentsRect().width()
                assert not cut, (width, label.text())
    appearance.deleteLater()


def test_no_fraction_of_a_pixel_cuts_words_off(qapp: QApplication, qtbot: QtBot) -> None:
    appearance = Appearance(qapp, "dark", True)
    label = ElidingLabel()
    qtbot.addWidget(label)
    label.show()
    for count in range(1, 60):
        words = f"{count} of 359, 2 groups"
        label.setText(words)
        label.resize(label.fontMetrics().horizontalAdvance(words), 20)
        assert label.shown_text() == words
    label.resize(label.width() - 2, 20)
    assert label.shown_text().endswith("…")
    appearance.deleteLater()


@pytest.mark.parametrize("narrow", list(NAMES), indirect=True)
def test_no_panel_has_to_be_scrolled_sideways(narrow: MainWindow, qtbot: QtBot) -> None:
    for name in ("library", "inspector", *narrow.docks.panels):
        if narrow.docks[name].isHidden() or not narrow.docks.is_seen(name):
            narrow.docks.show(name)
        qtbot.waitUntil(lambda name=name: narrow.docks.is_seen(name))
        qtbot.waitUntil(lambda: not narrow.session.jobs.running, timeout=WAIT)
        QApplication.processEvents()
        dock: QDockWidget = narrow.docks[name]
        areas = [one for one in dock.findChildren(QScrollArea) if one.isVisible()]
        wide = [area for area in areas if area.horizontalScrollBar().maximum() > 0]
        assert wide == [], name
        assert narrow.width() == NARROW[0], name
        if name in narrow.docks.panels:
            dock.hide()


def test_at_twice_the_size_it_fits_on_a_usual_screen(tmp_path: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-c", SMALLEST_AT_200, str(tmp_path)],
        env={**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )

    ratio, width, height = json.loads(found.stdout.splitlines()[-1])
    assert ratio == 2
    assert 2 * width <= 1920
    assert 2 * height <= 1080
