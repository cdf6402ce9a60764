"""The list under mouse and keyboard, on real media and at a million lines."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from explorer.core.query import text
from explorer.ui.item_list.columns import COLUMNS
from explorer.ui.item_list.table import LINE_HEIGHT
from explorer.ui.main_window import MainWindow
from explorer.viewstate.arrangement import Arrangement
from explorer.viewstate.grid_state import GridState

WAIT = 30_000
Key = Qt.Key
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NUMBER = {column.key: number for number, column in enumerate(COLUMNS)}


@pytest.fixture
def listed(album: MainWindow, qtbot: QtBot) -> MainWindow:
    qtbot.keyClick(album.grid.field, Key.Key_V)
    assert album.grid.list.isVisible()
    assert album.grid.list.hasFocus()
    return album


def rows(window: MainWindow) -> list[int]:
    return window.grid.arrangement.rows.tolist()


def selected(window: MainWindow) -> list[int]:
    return window.session.selecting.rows.tolist()


def cell(window: MainWindow, position: int, key: str) -> str:
    model = window.grid.list.model()
    line = model.line_of(position)
    return str(model.index(line, NUMBER[key]).data() or "")


def click(
    qtbot: QtBot, window: MainWindow, position: int, keys: Qt.KeyboardModifier = NONE
) -> None:
    table = window.grid.list
    place = table.square_of(rows(window)[position]).topLeft() + QPoint(60, LINE_HEIGHT // 2)
    qtbot.mouseClick(table.viewport(), LEFT, keys, place)


def press_heading(qtbot: QtBot, window: MainWindow, key: str) -> None:
    header = window.grid.list.horizontalHeader()
    window.grid.list.horizontalScrollBar().setValue(0)
    number = NUMBER[key]
    if header.sectionViewportPosition(number) + 20 > header.viewport().width():
        window.grid.list.horizontalScrollBar().setValue(header.sectionPosition(number))
    place = QPoint(header.sectionViewportPosition(number) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT, NONE, place)


def test_lines_say_what_is_known(listed: MainWindow) -> None:
    items = listed.session.items
    for position, row in enumerate(rows(listed)):
        assert cell(listed, position, "name") == items.titles[row]
        assert Path(str(items.paths[row])).parent.name in cell(listed, position, "folder")
        assert cell(listed, position, "size").split()[0]
        has_pixels = bool(items.width[row])
        assert (cell(listed, position, "pixels") != "") == has_pixels
        assert (cell(listed, position, "duration") != "") == bool(np.isfinite(items.duration[row]))
        assert cell(listed, position, "match") == ""


def test_marks_are_there_once_they_are_read(listed: MainWindow, qtbot: QtBot) -> None:
    row = rows(listed)[0]
    listed.session.rate([row], 3)
    listed.session.tag([row], add=["trip", "sun"])
    qtbot.waitUntil(lambda: cell(listed, 0, "rating") == "★★★", timeout=WAIT)
    assert cell(listed, 0, "tags") == "trip, sun"


def test_scores_are_there_with_a_query(listed: MainWindow, qtbot: QtBot) -> None:
    listed.session.ask(text("a lion"))
    qtbot.waitUntil(lambda: listed.session.ranking is not None, timeout=WAIT)
    scores = [float(cell(listed, position, "match")) for position in range(3)]
    assert scores == pytest.approx(listed.session.ranking.scores[:3], abs=0.001)
    assert cell(listed, 0, "percentile").endswith("%")


def test_a_press_on_a_heading_sorts_and_a_second_turns_round(
    listed: MainWindow, qtbot: QtBot
) -> None:
    items = listed.session.items
    press_heading(qtbot, listed, "name")
    names = [str(items.titles[row]).casefold() for row in rows(listed)]
    assert names == sorted(names)
    press_heading(qtbot, listed, "name")
    assert [str(items.titles[row]).casefold() for row in rows(listed)] == names[::-1]
    press_heading(qtbot, listed, "pixels")
    areas = [int(items.width[row]) * int(items.height[row]) for row in rows(listed)]
    assert areas == sorted(areas, reverse=True)
    header = listed.grid.list.horizontalHeader()
    assert header.sortIndicatorSection() == NUMBER["pixels"]
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder


def test_mouse_and_keys_select_as_in_the_grid(listed: MainWindow, qtbot: QtBot) -> None:
    shown, table = rows(listed), listed.grid.list
    click(qtbot, listed, 1)
    assert selected(listed) == [shown[1]]
    assert listed.session.selecting.focus == shown[1]
    click(qtbot, listed, 3, SHIFT)
    assert selected(listed) == sorted(shown[1:4])
    click(qtbot, listed, 2, CONTROL)
    assert selected(listed) == sorted([shown[1], shown[3]])
    qtbot.keyClick(table, Key.Key_End)
    assert selected(listed) == [shown[-1]]
    qtbot.keyClick(table, Key.Key_Up, SHIFT)
    assert selected(listed) == sorted(shown[-2:])
    qtbot.keyClick(table, Key.Key_Home)
    qtbot.keyClick(table, Key.Key_Down)
    assert selected(listed) == [shown[1]]
    qtbot.keyClick(table, Key.Key_2)
    item = str(listed.session.items.ids[shown[1]])
    assert listed.session.collection.marks([item])[item].rating == 2
    qtbot.keyClick(table, Key.Key_Space)
    assert listed.grid.large is not None
    assert listed.grid.large.row == shown[1]
    qtbot.keyClick(listed.grid.large, Key.Key_Escape)
    assert table.hasFocus()
    qtbot.keyClick(table, Key.Key_Escape)
    assert selected(listed) == []


def test_both_looks_show_one_order_and_one_selection(listed: MainWindow, qtbot: QtBot) -> None:
    listed.grid.sort_by("size")
    click(qtbot, listed, 2)
    before, chosen = rows(listed), selected(listed)
    qtbot.mouseClick(listed.grid.header.looks["grid"], LEFT)
    assert listed.grid.field.isVisible()
    assert (rows(listed), selected(listed)) == (before, chosen)
    assert listed.grid.field.row_of_cursor() == chosen[0]
    assert listed.grid.header.size_slider.isVisible()
    qtbot.mouseClick(listed.grid.header.looks["list"], LEFT)
    assert rows(listed) == before
    assert not listed.grid.header.size_slider.isVisible()


def test_headings_fold_and_are_no_items(listed: MainWindow, qtbot: QtBot) -> None:
    listed.grid.group_by("folder")
    table, model = listed.grid.list, listed.grid.list.model()
    assert model.rowCount() == 10
    assert [model.row_at(line) < 0 for line in range(10)] == [line in (0, 5) for line in range(10)]
    assert all(model.position_at(model.line_of(place)) == place for place in range(8))
    place = QPoint(80, LINE_HEIGHT // 2)
    qtbot.mouseClick(table.viewport(), LEFT, NONE, place)
    assert model.rowCount() == 6
    qtbot.mouseClick(table.viewport(), LEFT, NONE, place)
    assert model.rowCount() == 10
    qtbot.keyClick(table, Key.Key_Home)
    for _ in range(4):
        qtbot.keyClick(table, Key.Key_Down)
    assert table.cursor_position == 4  # the heading between was passed over


def test_columns_can_be_hidden_moved_and_resized_and_stay_so(
    listed: MainWindow, qtbot: QtBot
) -> None:
    table = listed.grid.list
    header = table.horizontalHeader()
    menu = table.column_menu()
    named = {action.text(): action for action in menu.actions()}
    named["Kind"].trigger()
    named["Added"].trigger()
    assert header.isSectionHidden(NUMBER["kind"])
    assert not header.isSectionHidden(NUMBER["added"])
    header.moveSection(header.visualIndex(NUMBER["size"]), 0)
    header.resizeSection(NUMBER["name"], 333)
    kept = GridState.from_dict(listed.grid.state().to_dict())
    named["The usual columns"].trigger()
    assert not header.isSectionHidden(NUMBER["kind"])
    assert header.visualIndex(NUMBER["name"]) == 0
    listed.grid.restore(kept)
    assert header.isSectionHidden(NUMBER["kind"])
    assert header.visualIndex(NUMBER["size"]) == 0
    assert header.sectionSize(NUMBER["name"]) == 333
    assert listed.grid.list.isVisible()
    menu.deleteLater()


def test_a_million_lines_cost_what_is_seen(listed: MainWindow, qtbot: QtBot) -> None:
    table, count = listed.grid.list, 1_000_000
    known = len(listed.session.items)
    rows_ = np.arange(count, dtype=np.int64) % known
    began = time.process_time()
    table.show_arrangement(Arrangement(rows_, np.arange(known), total=count), to_top=True)
    bar = table.verticalScrollBar()
    for step in range(20):
        bar.setValue(bar.maximum() * step // 20)
        table.grab()
    spent = time.process_time() - began
    assert table.model().rowCount() == count
    assert bar.maximum() > count * LINE_HEIGHT * 0.99
    assert spent < 6, spent
