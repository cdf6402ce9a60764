"""The map in a real window on real pictures: groups, colours, axes, trust, and selecting."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from explorer.app import App
from explorer.core.query import text
from explorer.ui.appearance import Appearance
from explorer.ui.main_thread import MainThread
from explorer.ui.main_window import MainWindow
from explorer.ui.map.raster import GREY, warm_up
from explorer.viewstate.clustering import item_words
from explorer.viewstate.columns import LensColumn

WAIT = 60_000
PICTURES = 90
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one collection of sample pictures in it."""
    from explorer.bundled import assets_folder

    home = tmp_path_factory.mktemp("mapped")
    pictures = sorted((assets_folder() / "samples" / "pictures").rglob("*.*"))
    chosen = [path for path in pictures if path.suffix in (".jpg", ".webp", ".png")]
    app = App(home)
    try:
        app.library.open("pictures", create=True).index(chosen[:: max(1, len(chosen) // PICTURES)])
    finally:
        app.close()
    return home


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, indexed: Path, tmp_path: Path) -> Iterator[MainWindow]:
    home = tmp_path / "home"
    shutil.copytree(indexed, home)
    warm_up()
    thread = MainThread(qapp)
    app = App(home, deliver=thread.post)
    appearance = Appearance(qapp, "dark", True)
    window = MainWindow(app, appearance)
    window.resize(1440, 900)
    window.show()
    window.show_centre("map")
    window.session.open("pictures")
    session = window.session
    qtbot.waitUntil(
        lambda: session.clustering.clusters is not None and not session.jobs.running, timeout=WAIT
    )
    window.map_view.map.fit()
    window.map_view.map.grab()
    yield window
    window.close()
    app.close()
    window.deleteLater()
    appearance.deleteLater()


def rest(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=WAIT)


def drag_over_all(window: MainWindow, qtbot: QtBot, right_of: float = 0.0) -> None:
    """Draw a rectangle over the map, from a share of its width to the right end."""
    canvas = window.map_view.map
    start = QPoint(int(canvas.width() * right_of) + 2, canvas.height() - 2)
    end = QPoint(canvas.width() - 2, 2)
    qtbot.mousePress(canvas, LEFT, pos=start)
    qtbot.mouseMove(canvas, (start + end) / 2)
    qtbot.mouseMove(canvas, end)
    qtbot.mouseRelease(canvas, LEFT, pos=end)


def menu_action(menu: QMenu | None, part: str) -> None:
    assert menu is not None
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if part in action.text()).trigger()


def test_a_click_on_a_name_selects_its_group_and_undo_takes_it_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    canvas, session = window.map_view.map, window.session
    placed = canvas.scene.place_names(canvas.camera.view)
    assert placed
    assert all(name.label.level == 0 for name in placed)
    left, top, width, height = placed[0].box
    qtbot.mouseClick(canvas, LEFT, pos=QPoint(int(left + width / 2), int(top + height / 2)))
    chosen = session.selecting.rows
    assert chosen.tolist() == window.map_view.shapes.rows_of(placed[0].label.key).tolist()
    assert 2 < len(chosen) < len(session.items)
    window.actions_["edit.undo"].trigger()
    assert len(session.selecting.rows) == 0
    row = int(chosen[0])
    session.selecting.point_at(row)
    window.actions_["map.select_group"].trigger()
    assert row in session.selecting.rows


def test_names_are_words_of_the_groups_own_items_and_tell_them_apart(window: MainWindow) -> None:
    session = window.session
    clusters, collection = session.clustering.clusters, session.collection
    assert clusters is not None
    assert collection is not None
    own, around = item_words(collection, session.items, clusters.rows)
    kinds = {"drawings", "photos", "emoji", "pictures"}
    for level, names in enumerate(clusters.names):
        assert len(set(names)) == len(names)
        for group, name in enumerate(names):
            inside = np.flatnonzero(clusters.labels[:, level] == group)
            words = frozenset[str]().union(*(own[at] | around[at] for at in inside))
            said = re.sub(r" \d+$", "", name.lower()).split(", ")
            assert all(word in words or f"{word}s" in words for word in said)
    said = [name.lower().split(", ") for name in clusters.names[0]]
    assert not any(kinds & set(words) for words in said if len(words) > 1)
    assert sum(not kinds & set(words) for words in said) >= len(said) * 0.7


def test_more_names_come_as_one_zooms_and_the_largest_go(window: MainWindow, qtbot: QtBot) -> None:
    canvas = window.map_view.map
    clusters = window.session.clustering.clusters
    assert clusters is not None
    assert clusters.levels > 1
    qtbot.waitUntil(lambda: not canvas.camera.moving, timeout=WAIT)
    fine = max(canvas.scene.names._labels, key=lambda label: label.level)
    seen: list[set[int]] = []
    for _ in range(8):
        view = canvas.camera.view
        seen.append({name.label.level for name in canvas.scene.place_names(view)})
        canvas.zoom_by(1.6, QPointF(*view.to_pixels([(fine.x, fine.y)])[0]), eased=False)
    assert seen[0] == {0}
    assert max(set().union(*seen)) == fine.level
    assert 0 not in seen[-1]
    assert canvas.group_level() == clusters.levels - 1


def test_outlines_do_to_the_selection_what_was_chosen(window: MainWindow, qtbot: QtBot) -> None:
    view, session = window.map_view, window.session
    qtbot.mouseClick(view.bar.tools["rectangle"], LEFT)
    assert view.map.hand.tool == "rectangle"
    drag_over_all(window, qtbot, right_of=0.5)
    half = session.selecting.rows
    assert 0 < len(half) < len(session.items)
    menu_action(view.bar.mode_button.menu(), "Add")
    assert view.bar.mode_button.text() == "Add"
    drag_over_all(window, qtbot)
    everything = session.selecting.rows
    assert len(everything) == len(session.items)
    menu_action(view.bar.mode_button.menu(), "Remove")
    drag_over_all(window, qtbot, right_of=0.5)
    assert session.selecting.rows.tolist() == np.setdiff1d(everything, half).tolist()
    menu_action(view.bar.mode_button.menu(), "Intersect")
    drag_over_all(window, qtbot, right_of=0.5)
    assert len(session.selecting.rows) == 0
    for _ in range(3):
        session.history.undo()
    assert session.selecting.rows.tolist() == half.tolist()
    assert window.map_view.state().mode == "intersect"


def test_a_legend_greys_and_selects_what_has_a_colour(window: MainWindow, qtbot: QtBot) -> None:
    view, session = window.map_view, window.session
    menu_action(view.bar.colour_button.menu(), "Group")
    clusters = session.clustering.clusters
    assert clusters is not None
    buttons = view.map.legend.findChildren(QToolButton, "legend")
    buttons = [button for button in buttons if button.isVisible()]
    assert [button.accessibleName() for button in buttons] == list(clusters.names[0])
    qtbot.mouseClick(buttons[0], LEFT)
    hidden = clusters.rows_of(0, 0)
    assert all(view.map.scene.state_of(row) == GREY for row in hidden)
    assert view.state().hidden == (clusters.names[0][0],)
    button = view.map.legend.findChildren(QToolButton, "legend")[-1]
    button.customContextMenuRequested.emit(QPoint(3, 3))
    menu = next(menu for menu in view.findChildren(QMenu) if menu.isVisible())
    menu_action(menu, "Select these")
    menu.close()
    last = clusters.rows_of(0, len(clusters.names[0]) - 1)
    assert session.selecting.rows.tolist() == last.tolist()


def test_the_count_follows_what_goes_to_the_trash_and_comes_back(
    window: MainWindow, qtbot: QtBot, own_trash: Path, tmp_path: Path
) -> None:
    # The pictures belong to all tests: these go under other names first.
    session, counts = window.session, window.map_view.map.counts
    folder = tmp_path / "mine"
    folder.mkdir()
    for path in session.items.paths[:2].tolist():
        shutil.copy(path, folder)
    session.index([folder])
    rest(window, qtbot)
    mine = [row for row, path in enumerate(session.items.paths) if Path(path).parent == folder]
    assert len(mine) == 2
    before = len(session.items)
    qtbot.waitUntil(lambda: counts.text().split("  ")[0] == f"{before} items", timeout=WAIT)
    session.trash(np.array(mine, np.int64))
    qtbot.waitUntil(lambda: counts.text().split("  ")[0] == f"{before - 2} items", timeout=WAIT)
    assert list(folder.iterdir()) == []
    session.history.undo()
    qtbot.waitUntil(lambda: counts.text().split("  ")[0] == f"{before} items", timeout=WAIT)
    rest(window, qtbot)


def test_a_scale_has_numbers_and_its_handles_grey(window: MainWindow, qtbot: QtBot) -> None:
    view = window.map_view
    menu_action(view.bar.colour_button.menu(), "Trust")
    scale = view.map.scale_legend
    assert scale.isVisible()
    assert (scale.low.text(), scale.middle.text(), scale.high.text()) == ("0 %", "50 %", "100 %")
    trust = window.session.mapping.trust
    assert trust is not None
    scale.slider.setValue((0.5, 1.0))
    grey = [view.map.scene.state_of(row) == GREY for row in range(len(trust))]
    assert grey == (trust < 0.5).tolist()
    menu_action(view.bar.colour_button.menu(), "Kind")
    assert not scale.isVisible()
    assert "of" not in view.map.counts.text().split("·")[0]


def test_what_a_lens_found_colours_the_map_as_long_as_it_is_shown(window: MainWindow) -> None:
    view, columns = window.map_view, window.session.columns
    before = view.map.scene._rgba.copy()
    count = len(window.session.items)
    values = np.linspace(-1, 1, count).astype(np.float32)
    column = LensColumn("test.sides", "Sides", values, "diverging", "left", "right")
    columns.show(column)
    during = view.map.scene._rgba
    assert view.map.scale_legend.title.text() == "Sides"
    assert tuple(during[0, :3]) != tuple(during[-1, :3])
    columns.hide("test.sides")
    np.testing.assert_array_equal(view.map.scene._rgba, before)
    columns.put(column)
    menu_action(view.bar.colour_button.menu(), "Sides")
    np.testing.assert_array_equal(view.map.scene._rgba, during)
    columns.drop("test.sides")
    np.testing.assert_array_equal(view.map.scene._rgba, before)


def test_what_cannot_be_trusted_fades(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["map.layer_fade_by_trust"].trigger()
    alpha = window.map_view.map.scene._rgba[:, 3].astype(int)
    trust = window.session.mapping.trust
    assert trust is not None
    assert (alpha[trust >= 0.5] == 255).all()
    assert alpha[trust.argmin()] < 255
    assert "trustworthiness 0." in window.map_view.map.counts.text()
    assert window.map_view.map.counts.toolTip()
    window.actions_["map.layer_fade_by_trust"].trigger()
    assert (window.map_view.map.scene._rgba[:, 3] == 255).all()


def test_lines_run_to_the_true_neighbours_of_what_is_looked_at(
    window: MainWindow, qtbot: QtBot
) -> None:
    session, canvas = window.session, window.map_view.map
    session.selecting.look_at(7)
    qtbot.waitUntil(lambda: canvas.scene.linked[0] == 7, timeout=WAIT)
    assert session.collection is not None
    true = [hit.row for hit in session.collection.neighbours(str(session.items.ids[7]), 8)]
    assert canvas.scene.linked[1].tolist() == true
    window.actions_["map.layer_neighbours"].trigger()
    assert canvas.scene.linked[0] == -1


def test_phrases_on_the_edges_lay_the_map_out(window: MainWindow, qtbot: QtBot) -> None:
    view, session = window.map_view, window.session
    menu_action(view.bar.layout_button.menu(), "animal … machine")
    rest(window, qtbot)
    fields = view.map.axis_ends.fields
    assert [fields[end].text() for end in ("left", "right")] == ["animal", "machine"]
    assert session.mapping.landed == "axes"
    x = session.mapping.coordinates[:, 0].copy()
    scores = session.collection and session.collection.word_scores("machine").scores
    assert scores is not None
    assert np.corrcoef(x, scores)[0, 1] > 0.3
    fields["right"].selectAll()
    qtbot.keyClicks(fields["right"], "flower")
    qtbot.keyClick(fields["right"], Qt.Key.Key_Return)
    rest(window, qtbot)
    assert not np.allclose(x, session.mapping.coordinates[:, 0])
    mime = QMimeData()
    mime.setText("a quiet lake")
    drop = QDropEvent(
        QPointF(4, 4), Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier
    )
    fields["top"].dropEvent(drop)
    rest(window, qtbot)
    kept = view.state()
    assert kept.method == "axes"
    assert (kept.axes.right, kept.axes.top) == ("flower", "a quiet lake")
    menu_action(view.bar.layout_button.menu(), "UMAP")
    rest(window, qtbot)
    assert not fields["top"].isVisible()


def test_what_is_similar_joins_the_selection(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    session.selecting.select([3])
    window.actions_["edit.select_similar"].trigger()
    qtbot.waitUntil(lambda: len(session.selecting.rows) > 1, timeout=WAIT)
    assert 3 in session.selecting.rows
    assert len(session.selecting.rows) < len(session.items)
    session.history.undo()
    assert session.selecting.rows.tolist() == [3]


def test_closeness_to_the_query_is_a_colour(window: MainWindow, qtbot: QtBot) -> None:
    window.session.ask(text("a flower"))
    qtbot.waitUntil(lambda: window.session.ranking is not None, timeout=WAIT)
    menu_action(window.map_view.bar.colour_button.menu(), "Closeness")
    ranking = window.session.ranking
    assert ranking is not None
    rgba = window.map_view.map.scene._rgba
    assert tuple(rgba[ranking.rows[0], :3]) != tuple(rgba[ranking.rows[-1], :3])
    assert window.map_view.map.scene.counts[1] == len(window.session.items)
