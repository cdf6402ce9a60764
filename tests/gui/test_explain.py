"""Why did it match: the panel on real pictures, driven as a person drives it."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from explorer.app import App
from explorer.core.query import Query, audio, text
from explorer.lenses.explanation.methods import METHODS
from explorer.lenses.relations import RELATIONS, has_relations
from explorer.ui.appearance import Appearance
from explorer.ui.explain.heat_view import HeatView
from explorer.ui.explain.panel import ExplainPanel
from explorer.ui.main_thread import MainThread
from explorer.ui.main_window import MainWindow

PICTURES = ("drawings/house-on-a-hill.webp", "drawings/lion.webp", "drawings/country-school.webp")
WAIT = 60_000


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """A home with an indexed collection of pictures and a text."""
    home = tmp_path_factory.mktemp("explain")
    notes = home / "notes.txt"
    notes.write_text("The cat sleeps on the warm roof of the house.")
    app = App(home)
    try:
        collection = app.library.open("pictures", create=True)
        collection.index([*(samples / "pictures" / name for name in PICTURES), notes])
        collection.close()
    finally:
        app.close()
    return home


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[MainWindow]:
    app = App(home, deliver=MainThread(qapp).post)
    appearance = Appearance(qapp, "dark", True)
    window = MainWindow(app, appearance)
    window.resize(1280, 800)
    window.show()
    window.session.open("pictures")
    qtbot.waitUntil(lambda: len(window.session.items) == 4, timeout=WAIT)
    yield window
    window.close()
    app.close()
    window.deleteLater()
    appearance.deleteLater()


@pytest.fixture
def panel(window: MainWindow) -> ExplainPanel:
    panel = window.docks.panels["explain"]
    assert isinstance(panel, ExplainPanel)
    panel.restore({})
    # Where another test left it, the pointer would rest on a word.
    QTest.mouseMove(window, QPoint(2, 2))
    return panel


def ask(window: MainWindow, qtbot: QtBot, words: str, name: str) -> ExplainPanel:
    """Search, click a hit, press W; wait until its maps are there."""
    panel = window.docks.panels["explain"]
    assert isinstance(panel, ExplainPanel)
    session = window.session
    if words:
        session.ask(text(words))
        qtbot.waitUntil(lambda: session.ranking is not None, timeout=WAIT)
    look_at(window, name)
    if not panel.isVisible():
        window.activateWindow()
        window.grid.field.setFocus()
        qtbot.keyClick(window, Qt.Key.Key_W)
        qtbot.waitUntil(panel.isVisible)
    one = panel.explaining
    qtbot.waitUntil(
        lambda: one.subject is not None and name in one.subject.path and not one.busy, timeout=WAIT
    )
    return panel


def look_at(window: MainWindow, name: str) -> None:
    items = window.session.items
    row = next(row for row, path in enumerate(items.paths) if name in str(path))
    window.session.selecting.select([row])
    window.session.selecting.look_at(row)


def add_space(window: MainWindow, tiny: ModuleType, family: str, folder: Path) -> App:
    """Add a tiny checkpoint of a family as a space called so."""
    app = window.docks.panels["explain"].desk.app
    if family in app.spaces.ids:  # the home serves all tests
        return app
    folder = folder / family
    folder.mkdir()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        getattr(tiny, family)(folder)
    app.spaces.add(folder, family)
    return app


def open_in_space(
    window: MainWindow, app: App, space: str, files: list[Path], folder: Path, qtbot: QtBot
) -> None:
    """Index files in a space and open them."""
    place = folder / "collection"
    collection = app.library.open(place, create=True, space_id=space)
    collection.index(files)
    collection.close()
    window.session.open(place)
    qtbot.waitUntil(
        lambda: (
            window.session.collection is not None
            and window.session.collection.space_id == space
            and len(window.session.items) == len(files)
        ),
        timeout=WAIT,
    )


def choose(button: QToolButton, name: str) -> None:
    """Open a button's menu and take what is called so."""
    menu = button.menu()
    menu.aboutToShow.emit()
    action = next(action for action in menu.actions() if action.text() == name)
    assert action.isEnabled()
    action.trigger()


def place_of(view: HeatView, across: float, down: float) -> QPoint:
    rect = view.picture_rect()
    return QPointF(rect.left() + across * rect.width(), rect.top() + down * rect.height()).toPoint()


def test_w_opens_the_panel_and_says_what_to_do(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot
) -> None:
    assert not panel.isVisible()
    window.grid.field.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_W)
    qtbot.waitUntil(panel.isVisible)
    assert panel.stack.currentWidget() is panel.empty
    assert panel.empty.title.text() == "Nothing to explain yet"

    qtbot.keyClick(window, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: not panel.isVisible())


def test_the_best_word_is_shown_with_its_heat_scale_and_a_picture_per_word(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot
) -> None:
    ask(window, qtbot, "a house on a green hill", "house")
    page = panel.words_page

    assert [chip.text() for chip in page.chips.chips] == ["a", "house", "on", "a", "green", "hill"]
    assert page.word is not None
    assert page.word.word == "house"
    assert page.view.heat is not None
    assert page.view.heat.top == page.scale.top == panel.explaining.explanation.top
    assert page.multiples.numbers == (1, 4, 5)
    # Where it is hot the picture is another than where it is not.
    picture, drawn = page.view.image, page.view.grab().toImage()
    hot = place_of(page.view, 0.45, 0.5)
    assert picture is not None
    assert drawn.pixelColor(hot).red() > drawn.pixelColor(hot).blue() + 40


def test_a_hovered_word_is_shown_and_colours_the_collection_until_it_is_left(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot
) -> None:
    ask(window, qtbot, "a house on a green hill", "house")
    page, columns = panel.words_page, window.session.columns
    house = page.view.heat

    QTest.mouseMove(page.chips.chips[5])
    page.chips.chips[5].entered.emit()
    assert page.word.word == "hill"
    assert page.view.heat.top == house.top, "one range for all words"
    qtbot.waitUntil(lambda: columns.shown is not None, timeout=WAIT)
    assert "hill" in columns.shown.title
    assert "hill" in page.coloured.text()
    assert page.coloured.isVisible()

    page.chips.chips[5].left.emit()
    assert columns.shown is None
    assert page.word.word == "house"
    assert not page.coloured.isVisible()


def test_arrows_go_through_the_words_and_a_click_keeps_one(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot
) -> None:
    ask(window, qtbot, "a house on a green hill", "house")
    chips, page = panel.words_page.chips.chips, panel.words_page
    chips[1].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chips[1], Qt.Key.Key_Right)
    assert page.word.word == "on"
    qtbot.keyClick(chips[2], Qt.Key.Key_Right)
    qtbot.keyClick(chips[3], Qt.Key.Key_Right)
    assert page.word.word == "green"

    qtbot.keyClick(chips[4], Qt.Key.Key_Space)
    panel.field.setFocus()
    assert page.word.word == "green"


def test_the_value_under_the_pointer_is_told_by_mouse_and_by_keys(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot
) -> None:
    ask(window, qtbot, "a house on a green hill", "house")
    page, word = panel.words_page, panel.words_page.word
    rows, cols = word.map.shape

    qtbot.mouseMove(page.view, place_of(page.view, 0.5 / cols, 0.5 / rows))
    qtbot.waitUntil(lambda: page.scale.value is not None)
    assert page.scale.value == pytest.approx(float(word.map[0, 0]))

    page.view.leaveEvent(None)  # type: ignore[arg-type]
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Left)
    assert page.scale.value == pytest.approx(word.score), "the keys begin at the peak"
    qtbot.keyClick(page.view, Qt.Key.Key_Left)
    row, col = page.view.heat.peak
    assert page.scale.value == pytest.approx(float(word.map[row, max(col - 1, 0)]))


def test_a_box_says_which_words_it_carries_and_becomes_the_query(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot
) -> None:
    ask(window, qtbot, "a house on a green hill", "house")
    page, view = panel.words_page, panel.words_page.view
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=place_of(view, 0.25, 0.25))
    qtbot.mouseMove(view, place_of(view, 0.5, 0.5))
    qtbot.mouseMove(view, place_of(view, 0.7, 0.65))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place_of(view, 0.7, 0.65))
    qtbot.waitUntil(lambda: bool(page.region.words.shown), timeout=WAIT)
    assert page.region.words.shown[0] == "house"

    page.region.add.click()
    qtbot.waitUntil(lambda: len(window.session.query.terms) == 2, timeout=WAIT)
    qtbot.waitUntil(lambda: not window.session.asking, timeout=WAIT)
    term = window.session.query.terms[1]
    assert term.name == "part of house-on-a-hill"
    assert window.session.ranking is not None

    page.region.close_button.click()
    assert not page.region.isVisible()


def test_methods_the_space_cannot_serve_are_greyed_with_the_reason(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot
) -> None:
    ask(window, qtbot, "a lion", "lion")
    qtbot.waitUntil(lambda: bool(panel.explaining.serving.reasons), timeout=WAIT)
    menu = panel.words_page.controls.method.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    actions = {action.text().split("  ·  ")[0]: action for action in menu.actions()}

    assert not actions["Attention rollout"].isEnabled()
    assert "no attention" in actions["Attention rollout"].toolTip()
    actions["Plain cosine"].trigger()
    qtbot.waitUntil(lambda: not panel.explaining.busy, timeout=WAIT)
    assert panel.explaining.explanation.method == "cosine"
    assert "Plain cosine" in panel.words_page.controls.method.text()

    panel.words_page.controls.beside.menu().aboutToShow.emit()
    beside = next(
        action
        for action in panel.words_page.controls.beside.menu().actions()
        if action.text() == "Optimal transport"
    )
    beside.trigger()
    qtbot.waitUntil(lambda: panel.words_page.other.heat is not None, timeout=WAIT)
    assert panel.words_page.other.isVisible()


def test_the_method_that_stands_in_for_one_that_cannot_be_served_is_named(
    window: MainWindow,
    panel: ExplainPanel,
    qtbot: QtBot,
    tiny: ModuleType,
    tmp_path: Path,
    samples: Path,
) -> None:
    app = add_space(window, tiny, "open_clip_resnet", tmp_path)
    lion = samples / "pictures" / PICTURES[1]
    open_in_space(window, app, "open_clip_resnet", [lion], tmp_path, qtbot)
    ask(window, qtbot, "a lion", "lion")
    one, method = panel.explaining, panel.words_page.controls.method
    qtbot.waitUntil(lambda: bool(one.serving.reasons.get("late-interaction")), timeout=WAIT)

    assert one.state.method == "late-interaction"
    assert one.explanation.method == "grad-cam"
    qtbot.waitUntil(lambda: "Grad-CAM" in method.text(), timeout=WAIT)
    method.menu().aboutToShow.emit()
    checked = [action.text() for action in method.menu().actions() if action.isChecked()]
    assert [name.split("  ·  ")[0] for name in checked] == ["Grad-CAM"]


def test_threshold_opacity_and_the_true_grid_change_what_is_drawn(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot
) -> None:
    ask(window, qtbot, "a lion", "lion")
    page, controls = panel.words_page, panel.words_page.controls
    pictures = [page.view.grab().toImage()]
    controls.grid.click()
    pictures.append(page.view.grab().toImage())
    controls.threshold.setValue(60)
    pictures.append(page.view.grab().toImage())
    controls.opacity.setValue(20)
    pictures.append(page.view.grab().toImage())

    assert all(one != other for one, other in pairwise(pictures))
    assert panel.state()["upsampling"] == "nearest"
    assert (panel.state()["threshold"], panel.state()["opacity"]) == (0.6, 0.2)
    assert page.scale.threshold == 0.6


def test_a_patch_of_one_picture_lights_its_like_in_another(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot
) -> None:
    ask(window, qtbot, "a house", "house")
    panel.turn_to("pair")
    page = panel.pair_page
    assert not page.views[1].isVisible()
    qtbot.mouseClick(page.hold, Qt.MouseButton.LeftButton)
    look_at(window, "country-school")
    qtbot.waitUntil(lambda: panel.pair.matches is not None, timeout=WAIT)
    assert page.views[1].isVisible()

    qtbot.mouseMove(page.views[0], place_of(page.views[0], 0.4, 0.5))
    qtbot.waitUntil(lambda: page.views[0].cell >= 0)
    heat, matches = page.views[1].heat, panel.pair.matches
    expected = matches.map_of(page.views[0].cell)
    np.testing.assert_allclose(heat.values, expected - expected.mean(), rtol=1e-5)


def test_class_names_label_every_patch(
    window: MainWindow,
    panel: ExplainPanel,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ask(window, qtbot, "a house", "house")
    panel.turn_to("segments")
    page = panel.segments_page
    qtbot.keyClicks(page.field, "house, sky, grass")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.segmenting.segments is not None, timeout=WAIT)

    assert [page.table.item(row, 0).text() for row in range(3)] == ["house", "sky", "grass"]
    shares = [int(page.table.item(row, 1).text().split()[0]) for row in range(3)]
    assert 98 <= sum(shares) <= 102
    assert page.masks.isEnabled()

    lines = tmp_path / "segments.csv"
    for file in (lines, lines.with_suffix(".svg")):
        answer = (str(file), "")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, answer=answer: answer)
        panel.export_button.click()
        qtbot.waitUntil(file.exists, timeout=WAIT)
    qtbot.waitUntil(lambda: "house" in lines.read_text(), timeout=WAIT)
    assert len(lines.read_text().splitlines()) == 1 + panel.segmenting.segments.labels.size

    page.table.selectRow(1)
    view = page.view
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=place_of(view, 0.02, 0.02))
    qtbot.mouseMove(view, place_of(view, 0.5, 0.1))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place_of(view, 0.95, 0.2))
    qtbot.waitUntil(lambda: page.table.item(1, 3).text() == "1", timeout=WAIT)


def test_two_things_are_related_in_the_picture(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot
) -> None:
    ask(window, qtbot, "a house on a hill", "house")
    if not has_relations(panel.desk.app.spaces.load("starter")):
        pytest.skip("needs trained relations")
    panel.turn_to("relations")
    qtbot.waitUntil(lambda: bool(panel.relating.found), timeout=WAIT)

    table, chances = panel.relations_page.table, panel.relations_page.chances
    told = [table.cell(row, 0).text() for row in range(table.rowCount())]
    assert {(one.startswith("house"), one.endswith("hill")) for one in told} == {
        (True, True),
        (False, False),
    }
    assert table.cell(0, 1).text().endswith("%")
    assert sorted(chances.shown) == sorted(RELATIONS)
    assert chances.accessibleName().count("%") == len(RELATIONS)
    qtbot.waitUntil(lambda: table.rowHeight(0) < 40, timeout=WAIT)


def test_words_of_ones_own_are_explained_where_the_query_has_none(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot
) -> None:
    ask(window, qtbot, "", "lion")
    assert panel.empty.title.text() == "Which words?"
    panel.empty.button.click()
    assert panel.field.hasFocus()

    qtbot.keyClicks(panel.field, "a lion")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.explaining.explanation is not None, timeout=WAIT)
    assert panel.words_page.word.word == "lion"
    assert panel.stack.currentWidget() is panel.words_page

    panel.field.clear()
    qtbot.waitUntil(lambda: panel.explaining.explanation is None)
    panel.empty.other.click()
    qtbot.waitUntil(lambda: panel.explaining.explanation is not None, timeout=WAIT)
    assert len(panel.field.text().split(", ")) == 3


def test_the_words_of_a_spoken_query_are_chips_with_their_times(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot, samples: Path
) -> None:
    window.session.ask(audio(samples / "sounds" / "speech-castle-by-the-lake.flac"))
    qtbot.waitUntil(lambda: window.session.ranking is not None, timeout=WAIT)
    ask(window, qtbot, "", "house-on-a-hill")
    qtbot.waitUntil(lambda: panel.explaining.explanation is not None, timeout=WAIT)
    chips, heard = panel.words_page.chips.chips, panel.explaining.hearing.heard
    assert heard.text in panel.field.placeholderText()
    assert [chip.text() for chip in chips] == [one.word for one in heard.words]
    details = [chip.detail for chip in chips]
    assert all(detail.endswith(" s") for detail in details)
    assert details == sorted(details, key=lambda one: float(one.split("–")[0]))
    assert "% sure" in chips[0].toolTip()
    plain = QFontMetrics(chips[0].font()).horizontalAdvance(chips[0].text())
    assert chips[0].width() > plain + 40
    assert panel.words_page.view.heat is not None

    panel.field.setText("roof")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [chip.text() for chip in panel.words_page.chips.chips] == ["roof"])
    assert panel.words_page.chips.chips[0].detail == ""


def test_a_recording_found_by_its_name_is_asked_itself(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot, samples: Path, tmp_path: Path
) -> None:
    app = panel.desk.app
    bell = samples / "sounds" / "cowbell.flac"
    open_in_space(window, app, "starter", [bell], tmp_path, qtbot)
    ask(window, qtbot, "a cowbell", "cowbell")
    page, one = panel.texts_page, panel.explaining
    qtbot.waitUntil(lambda: panel.stack.currentWidget() is page, timeout=WAIT)
    assert one.subject.unit.kind == "description"
    assert page.itself.isVisible()

    qtbot.mouseClick(page.itself, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: one.explanation is not None, timeout=WAIT)
    assert panel.stack.currentWidget() is panel.words_page
    assert one.explanation.sound is not None
    assert panel.words_page.sound.isVisible()
    assert not page.itself.isVisible()


def test_the_words_of_a_text_are_lit_by_the_words_of_the_query(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot
) -> None:
    ask(window, qtbot, "a kitten on a building", "notes")
    qtbot.waitUntil(lambda: panel.texts.match is not None, timeout=WAIT)
    page = panel.texts_page
    assert panel.stack.currentWidget() is page

    kitten = next(chip for chip in page.chips if chip.text() == "kitten")
    assert kitten.toolTip().startswith("kitten → cat")


def test_what_is_shown_is_exported(
    window: MainWindow,
    panel: ExplainPanel,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ask(window, qtbot, "a lion", "lion")
    output = tmp_path / "lion"
    answer = (str(output), "SVG (*.svg)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    panel.export_button.click()
    written = output.with_name("lion.svg")
    qtbot.waitUntil(written.exists, timeout=WAIT)

    window.session.selecting.select(np.arange(4))
    page = tmp_path / "why.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(page), "HTML (*.html)"))
    window.actions_["file.explain_selection"].trigger()
    qtbot.waitUntil(lambda: "3 pictures" in window.jobs_bar.notice.words.text(), timeout=WAIT)
    assert page.read_text().count("<section") == 3


def test_how_it_was_shown_comes_back_with_the_session(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot
) -> None:
    ask(window, qtbot, "a lion", "lion")
    panel.words_page.controls.threshold.setValue(30)
    panel.turn_to("segments")
    kept = panel.state()
    panel.restore({})
    assert panel.tabs.currentIndex() == 0

    panel.restore(kept)
    assert panel.state() == kept
    assert panel.tabs.tabText(panel.tabs.currentIndex()) == "Segments"
    window.session.ask(Query())


def test_another_space_explains_the_same_picture_beside_it(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot, tiny: ModuleType, tmp_path: Path
) -> None:
    add_space(window, tiny, "clip", tmp_path)
    ask(window, qtbot, "a lion", "lion")
    page = panel.words_page
    menu = page.controls.beside.menu()
    menu.aboutToShow.emit()
    assert "Space “starter-text”" not in [action.text() for action in menu.actions()]
    choose(page.controls.beside, "Space “clip”")
    assert "on its way" in page.captions[1].text()
    qtbot.waitUntil(lambda: page.other.heat is not None, timeout=WAIT)

    assert page.captions[1].text().startswith("Space “clip”")
    nowhere = panel.explaining.beside.words[1].score <= 0  # its weights are random
    assert ("Nowhere does “lion”" in page.captions[1].text()) == nowhere
    assert page.other.heat.values.shape == (4, 4), "the grid of that space"
    assert page.view.heat.values.shape != (4, 4)
    assert page.other.heat.top == page.other_scale.top == panel.explaining.beside.top
    QTest.mouseMove(page.chips.chips[0])
    page.chips.chips[0].entered.emit()
    shown = panel.explaining.beside.words[0].map
    np.testing.assert_array_equal(page.other.heat.values, shown)


def test_a_matching_network_explains_its_match_beside_the_space(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot, tiny: ModuleType, tmp_path: Path
) -> None:
    add_space(window, tiny, "vilt", tmp_path)
    ask(window, qtbot, "a lion", "lion")
    page = panel.words_page
    choose(page.controls.beside, "Space “vilt”")
    qtbot.waitUntil(lambda: page.other.heat is not None, timeout=WAIT)

    beside = panel.explaining.beside
    assert beside.method == "grad-cam"
    assert [word.word for word in beside.words] == ["a", "lion"]
    assert page.other.heat.values.shape == beside.words[1].map.shape
    assert page.captions[1].text().startswith("Space “vilt”")
    choose(page.controls.beside, "Nothing beside")
    qtbot.waitUntil(lambda: panel.explaining.beside is None, timeout=WAIT)


def test_a_layer_and_a_head_of_attention_are_chosen(
    window: MainWindow,
    panel: ExplainPanel,
    qtbot: QtBot,
    samples: Path,
    tiny: ModuleType,
    tmp_path: Path,
) -> None:
    app = add_space(window, tiny, "clip", tmp_path)
    lion = samples / "pictures" / PICTURES[1]
    open_in_space(window, app, "clip", [lion], tmp_path, qtbot)
    ask(window, qtbot, "a lion", "lion")
    one, line = panel.explaining, panel.words_page.controls.tuning
    qtbot.waitUntil(lambda: one.serving.attention == (2, 2), timeout=WAIT)
    assert not line.isVisible()

    def shown() -> np.ndarray:
        qtbot.waitUntil(lambda: not one.busy, timeout=WAIT)
        assert one.problem == ""
        return one.explanation.heat

    choose(panel.words_page.controls.method, "Attention")
    mean = shown()
    assert line.isVisible()
    assert (line.layer.text(), line.head.text()) == ("Layer 1 (last) ▾", "Mean of heads ▾")
    choose(line.head, "Head 0")
    heads = [shown()]
    line.head.setFocus()
    qtbot.keyClick(line.head, Qt.Key.Key_Down)
    heads.append(shown())
    np.testing.assert_allclose(np.mean(heads, axis=0), mean, atol=1e-6)

    choose(line.layer, "Layer 0 (first)")
    assert not np.allclose(shown(), heads[1])
    kept = panel.state()
    assert (kept["layer"], kept["head"]) == (0, 1)
    here = one.explanation.heat
    panel.compare_methods()
    qtbot.waitUntil(lambda: "attention" in panel.comparing.trial.found, timeout=WAIT)
    np.testing.assert_array_equal(panel.comparing.trial.found["attention"].heat, here)
    table, row = panel.methods_page.table, list(METHODS).index("attention")
    assert table.cell(row, 0).text() == "Attention\nLayer 0 (first), Head 1"
    assert table.cell(row, 2).text()
    panel.comparing.stop()
    qtbot.waitUntil(lambda: not panel.comparing.running, timeout=WAIT)
    choose(line.head, "Head 0")
    assert not table.cell(row, 2).text(), "those scores were of the other head"
    choose(line.head, "Head 1")
    assert table.cell(row, 2).text()
    panel.turn_to("words")
    choose(line.layer, "All layers, rolled out")
    shown()
    assert one.explanation.method == "rollout"
    assert not line.head.isEnabled()
    panel.restore({**kept, "layer": 7})
    qtbot.waitUntil(lambda: not one.busy, timeout=WAIT)
    assert "no layer 7" in panel.empty.sentence.text()
    panel.empty.button.click()
    assert shown() is not None
    assert one.explanation.method == "late-interaction"


def test_the_interaction_is_shown_at_one_level_of_merging(
    window: MainWindow, panel: ExplainPanel, qtbot: QtBot
) -> None:
    ask(window, qtbot, "a lion", "lion")
    one, line = panel.explaining, panel.words_page.controls.tuning
    qtbot.waitUntil(lambda: bool(one.serving.reasons), timeout=WAIT)
    choose(panel.words_page.controls.method, "Banzhaf interaction")
    qtbot.waitUntil(lambda: not one.busy, timeout=WAIT)
    assert line.levels.isVisible()
    assert not line.layer.isVisible()
    every = one.explanation.heat, one.explanation.words[1].map

    choose(line.levels, "6 regions")
    qtbot.waitUntil(lambda: not one.busy, timeout=WAIT)
    np.testing.assert_array_equal(one.explanation.heat, every[0])
    assert not np.allclose(one.explanation.words[1].map, every[1])
    assert panel.state()["levels"] == [6]


def test_a_sound_is_explained_over_its_times_and_frequencies(
    window: MainWindow,
    panel: ExplainPanel,
    qtbot: QtBot,
    samples: Path,
    tiny: ModuleType,
    tmp_path: Path,
) -> None:
    app = add_space(window, tiny, "clap", tmp_path)
    crow = samples / "sounds" / "crow-cawing.flac"
    open_in_space(window, app, "clap", [crow], tmp_path, qtbot)
    ask(window, qtbot, "a crow", "crow")
    page, view = panel.words_page, panel.words_page.view

    assert panel.stack.currentWidget() is page
    assert panel.explaining.problem == ""
    assert page.view.heat is not None
    assert view.image is not None
    qtbot.mouseMove(view, place_of(view, 0.5, 0.5))
    qtbot.waitUntil(lambda: page.scale.value is not None)
    assert "Hz" in page.scale.accessibleDescription()

    player = page.sound.player
    assert page.sound.isVisible()
    assert view.time is None
    player.seek(player.seconds / 4)
    assert view.time == pytest.approx(0.25)
    at = place_of(view, 0.25, 0.5)
    line = [view.grab().toImage().pixelColor(at.x() + step, at.y()) for step in (-1, 0, 1)]
    assert panel.desk.appearance.theme.colour("sound") in line
    begun: list[float] = []
    player.play = begun.append
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place_of(view, 0.5, 0.5))
    assert begun == [pytest.approx(player.seconds / 2, rel=0.05)]
    del player.play
    panel.hide()
    assert player.position == 0
