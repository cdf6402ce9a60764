"""Writing what is seen: hits as tables, views as pictures; and the tips above the views."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from pyarrow import parquet
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from explorer.app import App
from explorer.core.query import text
from explorer.ui.appearance import Appearance
from explorer.ui.main_thread import MainThread
from explorer.ui.main_window import MainWindow
from explorer.viewstate.settings import Settings

WAIT = 60_000
SVG = "{http://www.w3.org/2000/svg}"
PICTURES = ("photos/two-spaniels.jpg", "photos/tabby-cat.jpg", "drawings/lion.webp")


@pytest.fixture
def window(qapp: QApplication, samples: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    folder = tmp_path / "pets"
    folder.mkdir()
    for name in PICTURES:
        shutil.copy(samples / "pictures" / name, folder)
    app = App(tmp_path / "home", deliver=MainThread(qapp).post)
    appearance = Appearance(qapp, "dark", True)
    window = MainWindow(app, appearance)
    window.resize(1280, 800)
    window.show()
    window.take_dropped([folder])
    rest(window, qtbot)
    yield window
    window.close()
    app.close()
    window.deleteLater()
    appearance.deleteLater()


def rest(window: MainWindow, qtbot: QtBot) -> None:
    def resting() -> bool:
        return len(window.session.items) == len(PICTURES) and not window.session.jobs.running

    qtbot.waitUntil(resting, timeout=WAIT)


def choose(monkeypatch: pytest.MonkeyPatch, file: Path, form: str) -> None:
    """Answer the question where to; the system's own dialog cannot be driven."""

    def answer(*_: object) -> tuple[str, str]:
        return str(file), form

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)


def test_hits_are_written_in_their_order_with_scores(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.ask(text("a lion") - text("a dog"))
    rest(window, qtbot)
    best = window.session.ranking.rows[0]
    window.session.tag(np.array([best]), add=["big cat"])
    choose(monkeypatch, tmp_path / "hits", "CSV (*.csv)")

    window.actions_["file.export_hits"].trigger()
    rest(window, qtbot)

    with (tmp_path / "hits.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["place"] for row in rows] == ["1", "2", "3"]
    assert rows[0]["title"] == window.session.items.titles[best]
    assert rows[0]["tags"] == "big cat"
    scores = [float(row["score"]) for row in rows]
    assert scores == sorted(scores, reverse=True)
    for row in rows:
        parts = float(row["term: a lion"]) + float(row["term: a dog"])
        assert parts == pytest.approx(float(row["score"]), abs=1e-4)


def test_a_place_that_cannot_be_written_to_is_named(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "nowhere" / "hits.csv", "CSV (*.csv)")

    window.actions_["file.export_hits"].trigger()
    rest(window, qtbot)

    (line,) = window.jobs_bar.rows
    assert "nowhere" in line.note.text()
    assert "nowhere" not in window.jobs_bar.notice.words.text()  # it is told once


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_any_view_is_saved_as_a_picture(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
) -> None:
    file = tmp_path / f"map.{suffix}"
    choose(monkeypatch, file, "")
    view = window.map_view
    width, height = view.width(), view.height()  # what is said afterwards takes some room

    window.actions_["file.picture"].trigger()
    qtbot.keyClicks(window.palette_.field, "map")
    qtbot.keyClick(window.palette_.field, Qt.Key.Key_Return)

    if suffix == "png":
        with Image.open(file) as picture:
            assert picture.size == (2 * width, 2 * height)
            colours = np.asarray(picture.convert("RGB")).reshape(-1, 3)
        assert len(np.unique(colours, axis=0)) > 100, "thumbnails are on it"
    else:
        drawing = ElementTree.parse(file).getroot()
        assert drawing.get("viewBox") == f"0 0 {width} {height}"


@pytest.mark.parametrize("panel", ["explain", "spaces", "compare", "duplicates", "tasks"])
def test_every_panel_that_is_seen_can_be_saved(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, panel: str
) -> None:
    window.docks.show(panel)
    qtbot.waitUntil(lambda: window.docks.is_seen(panel))
    rest(window, qtbot)
    wanted = [window.docks.panels[panel].title(), "The window", "Map", "Grid"]

    for number, title in enumerate(wanted):
        file = tmp_path / f"{number}.png"
        choose(monkeypatch, file, "")
        window.actions_["file.picture"].trigger()
        qtbot.keyClicks(window.palette_.field, title)
        qtbot.keyClick(window.palette_.field, Qt.Key.Key_Return)
        with Image.open(file) as picture:
            colours = np.asarray(picture.convert("RGB")).reshape(-1, 3)
        assert len(np.unique(colours, axis=0)) > 10, f"there is something on {title}"


def test_items_are_written_with_what_was_said_of_them(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.rate(np.array([1]), 4)
    window.session.tag(np.array([1]), add=["pet", "indoors"])

    for suffix in ("csv", "parquet"):
        choose(monkeypatch, tmp_path / f"items.{suffix}", "")
        window.actions_["file.export"].trigger()
        rest(window, qtbot)

    with (tmp_path / "items.csv").open(newline="", encoding="utf-8") as stream:
        rows = {row["title"]: row for row in csv.DictReader(stream)}
    assert set(rows) == {Path(name).stem for name in PICTURES}
    rated = rows[str(window.session.items.titles[1])]
    assert rated["rating"] == "4"
    assert {"pet", "indoors"} <= set(rated["tags"].replace(",", " ").replace(";", " ").split())
    assert parquet.read_table(tmp_path / "items.parquet").num_rows == len(PICTURES)


def test_the_map_is_written_in_every_form(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for suffix in ("html", "png", "svg", "csv", "parquet"):
        choose(monkeypatch, tmp_path / f"map.{suffix}", "")
        window.actions_["file.export_map"].trigger()
        rest(window, qtbot)

    circles = ElementTree.parse(tmp_path / "map.svg").getroot().findall(f"{SVG}circle")
    assert len(circles) == len(PICTURES)
    assert {one.get("fill") for one in circles} == {"#b5c95a"}, "the colour of pictures"
    with (tmp_path / "map.csv").open(newline="", encoding="utf-8") as stream:
        titles = {row["title"] for row in csv.DictReader(stream)}
    assert titles == {Path(name).stem for name in PICTURES}
    assert "data:image" in (tmp_path / "map.html").read_text("utf-8"), "thumbnails are in it"
    assert parquet.read_table(tmp_path / "map.parquet").num_rows == len(PICTURES)
    with Image.open(tmp_path / "map.png") as picture:
        red, green, blue = np.asarray(picture, np.int16).reshape(-1, 3).T
        assert np.any((green - blue > 60) & (red > blue)), "the colour of pictures"


def test_tips_come_one_at_a_time_and_can_be_turned_off(window: MainWindow, qtbot: QtBot) -> None:
    assert window.tips.isVisible()
    first = window.tips.words.text()
    assert Settings.read(window.app.home).next_tip == 1

    qtbot.mouseClick(window.tips.more, Qt.MouseButton.LeftButton)
    assert window.tips.words.text() != first
    qtbot.mouseClick(window.tips.never, Qt.MouseButton.LeftButton)
    assert not window.tips.isVisible()
    assert not Settings.read(window.app.home).tips

    window.actions_["help.tips"].trigger()
    assert window.tips.isVisible()
