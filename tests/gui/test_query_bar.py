"""Composing a query with mouse and keyboard, on real media in the real window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QDrag
from PySide6.QtWidgets import QApplication, QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from explorer.app import App
from explorer.core.query import Query, Term, text
from explorer.ui.appearance import Appearance
from explorer.ui.grid.judging import thumbs_in
from explorer.ui.icons import icon_from_font
from explorer.ui.items_mime import items_in, put_items
from explorer.ui.main_thread import MainThread
from explorer.ui.main_window import MainWindow
from explorer.ui.query_bar.chip import CHIP_ICONS, Chip
from explorer.ui.query_bar.flow_layout import FlowLayout
from explorer.ui.query_bar.refine_row import CUTS, cut_at, place_of

WAIT = 60_000
LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key
PICTURES = (
    *("photos/two-spaniels.jpg", "photos/field-of-tulips.jpg", "photos/tabby-cat.jpg"),
    *("photos/purple-daisies.jpg", "drawings/blue-car.webp", "drawings/lion.webp"),
)


@pytest.fixture(scope="module")
def indexed(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a collection of a few pictures and a text."""
    home, media = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("media")
    for name in PICTURES:
        (media / name).parent.mkdir(exist_ok=True)
        shutil.copy(samples / "pictures" / name, media / name)
    (media / "note.txt").write_text("A letter about the garden.\n")
    app = App(home)
    app.library.open("few", create=True).index([media])
    app.close()
    return home


@pytest.fixture
def window(indexed: Path, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    shutil.copytree(indexed / "collections", tmp_path / "home" / "collections")
    app = App(tmp_path / "home", deliver=MainThread(qapp).post)
    appearance = Appearance(qapp, "dark", True)
    window = MainWindow(app, appearance)
    window.resize(1280, 800)
    window.show()
    app.session.open("few")
    qtbot.waitUntil(lambda: len(app.session.items) > 0 and idle(window), timeout=WAIT)
    yield window
    window.close()
    app.close()
    window.deleteLater()
    appearance.deleteLater()


def idle(window: MainWindow) -> bool:
    return not window.session.jobs.running


def answered(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: idle(window) and window.session.whole_ranking is not None, timeout=WAIT)


def values(window: MainWindow) -> list[object]:
    return [term.value for term in window.session.query.terms]


def test_chips_are_weighed_switched_and_removed_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.query_bar
    for words in ("a cat", "a car", "-flowers"):
        qtbot.keyClicks(bar.field, words)
        qtbot.keyClick(bar.field, KEY.Key_Return)
    answered(window, qtbot)
    assert values(window) == ["a cat", "a car", "flowers"]

    bar.field.setFocus()
    qtbot.keyClick(bar.field, KEY.Key_Left)
    assert bar._chips[2].hasFocus()
    qtbot.keyClick(bar._chips[2], KEY.Key_Left)
    assert bar._chips[1].hasFocus()
    qtbot.keyClick(bar._chips[1], KEY.Key_Minus)
    qtbot.keyClick(bar._chips[1], KEY.Key_Minus)
    qtbot.waitUntil(lambda: window.session.query.terms[1].weight == pytest.approx(0.8))
    qtbot.keyClick(bar._chips[1], KEY.Key_Space)
    qtbot.waitUntil(lambda: not window.session.query.terms[1].enabled)
    qtbot.keyClick(bar._chips[1], KEY.Key_Delete)
    qtbot.waitUntil(lambda: values(window) == ["a cat", "flowers"])
    qtbot.mouseClick(bar._chips[1].sign, LEFT)
    qtbot.waitUntil(lambda: window.session.query.terms[1].weight == pytest.approx(1.0))
    qtbot.mouseClick(bar._chips[0].remove, LEFT)
    qtbot.waitUntil(lambda: values(window) == ["flowers"])


def test_a_long_chip_without_room_is_cut_with_an_ellipsis(qapp: QApplication, qtbot: QtBot) -> None:
    appearance = Appearance(qapp, "dark", True)
    box = QWidget()
    qtbot.addWidget(box)
    phrase = "a small dog that runs over a wet meadow in the evening"
    chip = Chip(text(phrase).terms[0], "text", appearance, box)
    flow = FlowLayout(box, fills=False)
    flow.addWidget(chip)
    box.show()
    for room in (400, 150):
        box.resize(room, 60)
        qapp.processEvents()
        shown = chip.name.shown_text()
        assert "…" in shown
        assert (shown[0], shown[-1]) == (phrase[0], phrase[-1])  # both ends are told
        assert chip.name.fontMetrics().horizontalAdvance(shown) <= chip.name.width()
        assert chip.width() <= room
        assert chip.rect().contains(chip.remove.geometry())
    chip.show_term(text("a dog").terms[0])
    box.resize(400, 60)
    qapp.processEvents()
    assert chip.name.shown_text() == "a dog"
    appearance.deleteLater()


def test_an_arrow_between_phrases_is_a_direction(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.query_bar.field, "a drawing -> a photo")
    qtbot.keyClick(window.query_bar.field, KEY.Key_Return)
    answered(window, qtbot)

    assert window.session.query.terms == (Term("direction", "a drawing → a photo"),)
    assert "a drawing → a photo" in window.query_bar._chips[0].accessibleName()


def test_items_dragged_from_the_grid_become_chips(window: MainWindow, qtbot: QtBot) -> None:
    items = window.session.items
    mime = QMimeData()
    put_items(mime, [str(items.ids[0]), str(items.ids[1])])

    assert window.query_bar.take(mime)
    answered(window, qtbot)

    assert [term.kind for term in window.session.query.terms] == ["item", "item"]
    assert window.query_bar._chips[0].term.name == str(items.titles[0])


def test_a_dropped_sound_becomes_a_chip_and_finds_what_it_is_like(
    window: MainWindow, samples: Path, qtbot: QtBot
) -> None:
    sound = next((samples / "sounds").glob("drum-roll.*"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(sound))])

    assert window.query_bar.take(mime)
    answered(window, qtbot)

    assert values(window) == [str(sound)]
    assert [term.kind for term in window.session.query.terms] == ["audio"]
    assert window.query_bar._chips[0].accessibleName().endswith("drum-roll.flac")
    assert window.session.ranking is not None
    assert len(window.session.ranking.rows)


@pytest.mark.parametrize("content", CHIP_ICONS)
def test_every_kind_of_term_has_its_icon(content: str) -> None:
    colour = QColor("white")
    assert not icon_from_font(CHIP_ICONS[content], colour, colour, colour).isNull()


def test_an_item_is_dragged_off_the_map_and_a_group_asked_with(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[list[str]] = []

    def drop(drag: QDrag, *actions: object) -> Qt.DropAction:
        carried.append(items_in(drag.mimeData()))
        window.query_bar.take(drag.mimeData())
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", drop)
    session, view = window.session, window.map_view
    qtbot.waitUntil(lambda: len(session.mapping.coordinates) > 0, timeout=WAIT)
    view.map.carry_wanted.emit(2)
    answered(window, qtbot)
    assert carried == [[str(session.items.ids[2])]]
    assert [term.kind for term in session.query.terms] == ["item"]

    session.refining.ask_together(np.array([0, 1]), "the first two")
    answered(window, qtbot)
    assert (session.query.terms[1].kind, session.query.terms[1].name) == (
        "cluster",
        "the first two",
    )


def test_the_sweep_sets_the_weights_by_mouse_and_keys(window: MainWindow, qtbot: QtBot) -> None:
    strip, session = window.query_bar.sweep, window.session
    assert not strip.isVisible()
    session.ask(text("a cat") + text("a car"))
    qtbot.waitUntil(lambda: len(strip._steps) > 0, timeout=WAIT)

    assert strip.isVisible()
    assert strip.alpha == pytest.approx(0.5, abs=0.05)
    assert strip._steps[0].hit.title == "tabby-cat"
    assert strip._steps[-1].hit.title == "blue-car"
    qtbot.mouseClick(strip, LEFT, pos=QPoint(round(strip._x_of(1.0)), 20))
    answered(window, qtbot)
    assert [term.weight for term in session.query.terms] == [0.01, 1.0]
    assert session.items.titles[session.ranking.rows[0]] == "blue-car"
    assert "100 %" in strip.accessibleName()
    qtbot.keyClick(strip, KEY.Key_Home)
    answered(window, qtbot)
    assert [term.weight for term in session.query.terms] == [1.0, 0.01]
    assert strip.isVisible()
    window.actions_["search.sweep"].trigger()
    assert not strip.isVisible()


def test_the_cut_off_leaves_the_closest_and_says_how_many(window: MainWindow, qtbot: QtBot) -> None:
    window.session.ask(text("flowers"))
    answered(window, qtbot)
    row = window.query_bar.refine

    assert row.words.text().startswith("All hits: 7")
    row.cut.setFocus()
    for _ in range(14):
        qtbot.keyClick(row.cut, KEY.Key_Right)
    kept = len(window.session.ranking)
    assert window.session.query.closer_than == pytest.approx(80, abs=2)
    assert 0 < kept < 7
    assert f"{kept} hit" in row.words.text()
    assert len(window.grid.field.arrangement) == kept
    assert [place_of(cut_at(place)) for place in range(CUTS + 1)] == list(range(CUTS + 1))


def test_the_cut_off_stays_under_the_pointer_and_can_leave_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.session.ask(text("flowers"))
    answered(window, qtbot)
    row, session = window.query_bar.refine, window.session
    places = set()
    for place in (0, 5, CUTS // 2, CUTS):
        row.cut.setValue(place)
        QApplication.processEvents()
        places.add(row.cut.mapTo(window, QPoint(0, 0)).x())
    assert len(places) == 1
    assert not len(session.ranking)
    assert session.all_cut_off
    assert window.grid.empty.title.text() == "Nothing is that close"
    assert "close" in window.query_bar.status.text()
    qtbot.mouseClick(window.grid.empty.button, LEFT)
    assert len(session.ranking) == 7
    assert not session.all_cut_off


def test_filters_are_chips_that_can_be_taken_away(window: MainWindow, qtbot: QtBot) -> None:
    section = window.sidebar.facets["kind"]
    qtbot.waitUntil(lambda: len(section.lines) == 2, timeout=WAIT)
    line = next(one for one in section.lines if one.name.text() == "Texts")
    qtbot.mouseClick(line, LEFT)
    answered(window, qtbot)
    (chip,) = window.query_bar.refine.filters

    assert chip.text().strip() == "Kind: Texts"
    assert len(window.session.ranking) == 1
    assert line.chosen
    qtbot.keyClick(chip, KEY.Key_Delete)
    qtbot.waitUntil(lambda: not window.query_bar.refine.filters)
    assert not window.session.filters


def test_counts_of_facets_follow_the_cut_off(window: MainWindow, qtbot: QtBot) -> None:
    section = window.sidebar.facets["folder"]
    window.session.ask(Query(text("a lion").terms, closer_than=50.0))
    answered(window, qtbot)

    def counted() -> dict[str, str]:
        return {line.name.text(): line.number.text() for line in section.lines}

    near = window.session.items.paths[window.session.ranking.rows]
    drawings = sum(Path(path).parent.name == "drawings" for path in near)
    assert 0 < drawings < len(window.session.items)
    qtbot.waitUntil(lambda: counted().get("drawings") == str(drawings), timeout=WAIT)


def test_thumbs_on_a_hit_refine_the_query(window: MainWindow, qtbot: QtBot) -> None:
    session, field = window.session, window.grid.field
    session.ask(text("an animal"))
    answered(window, qtbot)
    row = session.items.titles.tolist().index("lion")
    up, _ = thumbs_in(field.square_of(row))

    qtbot.mouseClick(field.viewport(), LEFT, pos=up.center())
    answered(window, qtbot)
    assert session.query.terms[1].name == "1 liked"
    assert session.items.titles[session.ranking.rows[0]] == "lion"
    session.selecting.select([session.items.titles.tolist().index("tabby-cat")])
    session.selecting.look_at(int(session.selecting.rows[0]))
    field.setFocus()
    qtbot.keyClick(field, KEY.Key_D)
    answered(window, qtbot)
    assert session.query.terms[1].name == "1 liked, 1 not"
    window.actions_["edit.undo"].trigger()
    assert session.query.terms[1].name == "1 liked"


def test_a_region_drawn_on_the_preview_becomes_a_chip(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    session.selecting.look_at(session.items.titles.tolist().index("field-of-tulips"))
    picture = window.inspector.pane.picture
    qtbot.waitUntil(lambda: picture.image is not None and idle(window), timeout=WAIT)
    rect = picture.picture_rect()

    def at(across: float, down: float) -> QPoint:
        return QPointF(
            rect.left() + across * rect.width(), rect.top() + down * rect.height()
        ).toPoint()

    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.mousePress(picture, LEFT, shift, at(0.25, 0.25))
    qtbot.mouseMove(picture, at(0.5, 0.5))
    qtbot.mouseMove(picture, at(0.75, 0.75))
    qtbot.mouseRelease(picture, LEFT, shift, at(0.75, 0.75))
    answered(window, qtbot)

    (term,) = session.query.terms
    assert (term.kind, term.name) == ("region", "part of field-of-tulips")
    assert term.box is not None
    assert QRectF(*term.box[:2], term.box[2] - term.box[0], 0.5).width() == pytest.approx(
        0.5, abs=0.05
    )


def test_searches_and_concepts_are_kept_renamed_and_deleted_in_the_sidebar(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter(["Cats", "Catty", "My cats"])

    def answer(*arguments: object, **words: object) -> tuple[str, bool]:
        return next(names), True

    monkeypatch.setattr(QInputDialog, "getText", answer)
    session, sidebar = window.session, window.sidebar
    session.ask(text("a cat"))
    answered(window, qtbot)
    window.actions_["search.save"].trigger()
    window.actions_["search.concept"].trigger()
    assert [line.name.text() for line in sidebar.searches.lines] == ["Cats"]
    assert [line.name.text() for line in sidebar.concepts.lines] == ["Catty"]

    qtbot.keyClick(sidebar.searches.lines[0], KEY.Key_F2)
    assert [line.name.text() for line in sidebar.searches.lines] == ["My cats"]
    window.query_bar.clear()
    qtbot.mouseClick(sidebar.searches.lines[0], LEFT)
    answered(window, qtbot)
    assert values(window) == ["a cat"]
    qtbot.keyClick(sidebar.concepts.lines[0], KEY.Key_Return)
    answered(window, qtbot)
    assert [term.kind for term in session.query.terms] == ["text", "concept"]
    qtbot.keyClick(sidebar.searches.lines[0], KEY.Key_Delete)
    assert not sidebar.searches.lines
    window.actions_["edit.undo"].trigger()
    assert [line.name.text() for line in sidebar.searches.lines] == ["My cats"]


def test_queries_asked_before_are_offered(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.query_bar
    assert not bar.history_button.isEnabled()
    qtbot.keyClicks(bar.field, "a lion")
    qtbot.keyClick(bar.field, KEY.Key_Return)
    bar.clear()
    qtbot.waitUntil(lambda: idle(window), timeout=WAIT)
    assert bar.history_button.isEnabled()

    bar.show_history()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    qtbot.keyClick(menu, KEY.Key_Return)
    answered(window, qtbot)
    assert values(window) == ["a lion"]
