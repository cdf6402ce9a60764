"""The whole window on real media, driven as a person drives it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.app import App
from explorer.core.query import Query, Term, text
from explorer.ui.appearance import Appearance
from explorer.ui.main_thread import MainThread
from explorer.ui.main_window import MainWindow
from explorer.ui.map_colouring import legend_entries
from explorer.viewstate.filters import Filters
from explorer.viewstate.map_colouring import Categories, colour_choices
from explorer.viewstate.session_state import SessionState

WAIT = 30_000
PICTURES = (
    "photos/two-spaniels.jpg",
    "photos/field-of-tulips.jpg",
    "photos/tabby-cat.jpg",
    "drawings/blue-car.webp",
    "drawings/acoustic-guitar.webp",
    "drawings/lion.webp",
)

Opener = Callable[[], MainWindow]


@pytest.fixture
def media(samples: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "holiday"
    folder.mkdir()
    for name in PICTURES:
        source = samples / "pictures" / name
        if source.exists():
            shutil.copy(source, folder)
    shutil.copy(next((samples / "sounds").iterdir()), folder)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff nothing more")
    return folder


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Opener]:
    opened: list[tuple[MainWindow, App, Appearance]] = []

    def open_one() -> MainWindow:
        thread = MainThread(qapp)
        app = App(tmp_path / "home", deliver=thread.post)
        appearance = Appearance(qapp, "dark", True)
        window = MainWindow(app, appearance)
        window.resize(1280, 800)
        window.show()
        opened.append((window, app, appearance))
        return window

    yield open_one
    for window, app, appearance in opened:
        window.close()
        app.close()
        window.deleteLater()
        appearance.deleteLater()


def idle(window: MainWindow) -> bool:
    return not window.session.jobs.running


@pytest.fixture
def window(open_window: Opener, media: Path, qtbot: QtBot) -> MainWindow:
    """A window on an indexed folder."""
    window = open_window()
    window.take_dropped([media])
    qtbot.waitUntil(lambda: len(window.session.items) > 0 and idle(window), timeout=WAIT)
    return window


def test_an_empty_window_says_what_to_do(open_window: Opener) -> None:
    window = open_window()
    window.begin()

    assert window.stack.currentWidget() is window.empty
    assert window.empty.title.text() == "Drop a folder here"
    assert not window.query_bar.isEnabled()


def test_a_dropped_folder_is_indexed_searched_and_shown(
    window: MainWindow, qtbot: QtBot, media: Path
) -> None:
    files = len(list(media.iterdir()))
    assert window.session.collection is not None
    assert window.session.collection.name == "holiday"
    assert len(window.session.items) == files - 1
    assert [one.path for one in window.session.collection.failures()] == [str(media / "broken.jpg")]

    qtbot.keyClicks(window.query_bar.field, "guitar")
    qtbot.waitUntil(lambda: window.session.ranking is not None, timeout=WAIT)

    best = window.session.ranking.rows[0]
    assert "guitar" in window.session.items.titles[best]
    assert window.grid.field.arrangement.rows[0] == best


def test_a_minus_in_front_turns_away(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.query_bar.field, "-cat")
    qtbot.keyClick(window.query_bar.field, Qt.Key.Key_Return)

    assert window.session.query.terms == (Term("text", "cat", -1.0),)
    assert window.query_bar.field.text() == ""


def test_a_picture_put_on_the_bar_becomes_the_query(
    window: MainWindow, qtbot: QtBot, media: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(media / "lion.webp"))])

    assert window.query_bar.take(mime)
    qtbot.waitUntil(lambda: window.session.ranking is not None, timeout=WAIT)

    best = window.session.ranking.rows[0]
    assert window.session.items.titles[best] == "lion"


def test_a_file_that_is_no_picture_is_refused_in_words(window: MainWindow, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("hello")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(note))])

    window.query_bar.take(mime)

    assert "note.txt" in window.jobs_bar.notice.words.text()
    assert window.session.query == Query()


def test_one_selection_is_seen_everywhere_and_can_be_undone(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.map_view.map.rows_selected.emit(np.array([1, 2]), "new")
    window.map_view.map.rows_selected.emit(np.array([3]), "add")

    assert window.session.selecting.rows.tolist() == [1, 2, 3]
    assert window.map_view.map.scene.selected.tolist() == [1, 2, 3]
    window.actions_["edit.undo"].trigger()
    assert window.session.selecting.rows.tolist() == [1, 2]


def test_hits_are_lit_and_the_rest_is_greyed_not_hidden(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(window.session.mapping.coordinates) > 0, timeout=WAIT)
    window.session.ask(text("a lion"))
    qtbot.waitUntil(lambda: window.session.ranking is not None, timeout=WAIT)

    scene = window.map_view.map.scene
    placed = int(np.isfinite(window.session.mapping.coordinates).all(axis=1).sum())
    assert 0 < scene.counts[1] < placed
    assert len(scene.index.x) == placed


def test_a_kind_in_the_sidebar_filters(window: MainWindow, qtbot: QtBot) -> None:
    section = window.sidebar.facets["kind"]
    qtbot.waitUntil(lambda: len(section.lines) == 2, timeout=WAIT)
    line = next(one for one in section.lines if one.name.text() == "Sounds")

    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.ranking is not None, timeout=WAIT)

    kinds = {window.session.items.modality(row) for row in window.session.ranking.rows}
    assert len(kinds) == 1
    assert line.chosen


def test_a_wrong_condition_is_named_under_its_field(window: MainWindow, qtbot: QtBot) -> None:
    window.query_bar.toggle_filter(True)
    qtbot.keyClicks(window.query_bar.filter.field, "wid > 3")
    qtbot.keyClick(window.query_bar.filter.field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "wid" in window.query_bar.filter.error.text(), timeout=WAIT)
    assert window.query_bar.filter.error.isVisible()


def test_the_inspector_says_why_and_what_is_near(window: MainWindow, qtbot: QtBot) -> None:
    window.session.ask(text("flowers"))
    qtbot.waitUntil(lambda: window.session.ranking is not None, timeout=WAIT)
    window.session.selecting.look_at(int(window.session.ranking.rows[0]))
    qtbot.waitUntil(lambda: window.inspector.near.count() > 0 and idle(window), timeout=WAIT)

    assert window.inspector.score.text().startswith("Number 1: closer than")
    assert window.inspector.pane.picture.image is not None


def test_stars_tags_and_notes_are_kept_and_undone(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    session.selecting.look_at(0)
    qtbot.waitUntil(lambda: idle(window), timeout=WAIT)
    item = str(session.items.ids[0])

    window.inspector.marks.stars[3].click()
    qtbot.keyClicks(window.inspector.marks.tag_field, "trip")
    qtbot.keyClick(window.inspector.marks.tag_field, Qt.Key.Key_Return)
    marks = session.collection.marks([item])[item]
    assert (marks.rating, marks.tags) == (4, ("trip",))

    window.actions_["edit.undo"].trigger()
    window.actions_["edit.undo"].trigger()
    marks = session.collection.marks([item])[item]
    assert (marks.rating, marks.tags) == (0, ())


def test_every_command_is_in_the_palette_and_runs_from_it(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["help.palette"].trigger()
    qtbot.keyClicks(window.palette_.field, "grid")
    qtbot.keyClick(window.palette_.field, Qt.Key.Key_Return)

    assert window.centre == "grid"
    assert window.palette_.isHidden()


def test_menus_have_every_command_once_in_parts(open_window: Opener) -> None:
    window = open_window()
    menus = [action.menu() for action in window.menuBar().actions()]
    listed = [[one.objectName() for one in menu.actions()] for menu in menus]
    named = sorted(name for names in listed for name in names if name)
    assert named == sorted(declared.id for declared, _ in window.actions_)
    for menu in menus:
        lines = [one.isSeparator() for one in menu.actions() if one.isVisible()]
        assert not lines[-1]
        assert not any(a and b for a, b in pairwise(lines))
    (files, *_) = listed
    assert files[-1] == "file.quit"
    # What a panel brings stands with its like.
    assert files.index("file.export_explanation") < files.index("file.workspaces")


def test_the_legend_has_the_most_common_kind_first_and_a_filter_is_no_colour(
    window: MainWindow, media: Path, qtbot: QtBot
) -> None:
    session = window.session
    found = Categories(
        np.array([0, 1, 1], np.int32), ("audio", "pictures"), ("", ""), (1, 2), of_media=True
    )
    kinds = {name: SimpleNamespace(plural=name) for name in found.keys}
    palette = SimpleNamespace(kinds=kinds, of_categories=lambda _: ("#111111", "#222222"))
    entries = legend_entries(found, palette, set())
    assert [(one.key, one.colour, one.count) for one in entries] == [
        ("pictures", "#222222", 2),
        ("audio", "#111111", 1),
    ]

    session.filter_by(Filters((("kind", str(session.items.modality(0))),)))
    qtbot.waitUntil(lambda: session.ranking is not None, timeout=WAIT)
    assert "score" not in colour_choices(session)
    session.ask(text("a lion"))
    qtbot.waitUntil(lambda: session.whole_ranking is not None, timeout=WAIT)
    assert "score" in colour_choices(session)


def test_colours_switch_at_once_and_are_kept(window: MainWindow) -> None:
    window.actions_["view.theme_light"].trigger()

    light = window.grab().toImage().pixelColor(4, window.height() - 4)
    assert light.lightness() > 200
    assert window.app.settings.read(window.app.home).theme == "light"


def test_closing_and_opening_again_puts_everything_back(
    window: MainWindow, open_window: Opener, qtbot: QtBot
) -> None:
    window.session.ask(text("a cat"))
    qtbot.waitUntil(lambda: window.session.ranking is not None, timeout=WAIT)
    window.session.selecting.select([1, 3])
    window.session.selecting.look_at(3)
    window.show_centre("grid")
    window.close()
    kept = SessionState.read(window.app.home)
    assert kept.query == window.session.query
    window.app.close()

    again = open_window()
    again.begin()
    qtbot.waitUntil(lambda: again.session.ranking is not None, timeout=WAIT)

    assert again.session.collection.name == "holiday"
    assert again.session.query == text("a cat")
    assert again.session.selecting.rows.tolist() == [1, 3]
    assert again.session.selecting.focus == 3
    assert again.centre == "grid"
    assert [chip.term.name for chip in again.query_bar._chips] == ["a cat"]


def test_all_windows_of_help_open(window: MainWindow, qtbot: QtBot) -> None:
    for command in ("help.keys", "help.plugins", "help.about", "collection.problems"):
        window.actions_[command].trigger()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None, command
        dialog.close()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
