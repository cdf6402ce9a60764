"""The window by keyboard alone: keys that mean one thing, focus that is seen, a whole round."""

from __future__ import annotations

from collections import defaultdict

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from explorer.core.query import Query, Term
from explorer.ui.main_window import MainWindow

WAIT = 30_000
KEY, MOD = Qt.Key, Qt.KeyboardModifier


def test_a_key_means_one_thing(album: MainWindow) -> None:
    meanings: dict[str, list[str]] = defaultdict(list)
    for declared, _ in album.actions_:
        for keys in declared.keys:
            meanings[QKeySequence(keys).toString()].append(declared.id)

    assert {keys: ids for keys, ids in meanings.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_one_sees_where_the_keyboard_is(album: MainWindow, qtbot: QtBot, theme: str) -> None:
    """Tab goes round once; each stop looks different with the keyboard in it than without."""
    album.choices.choose_theme("light" if theme == "light" else "dark")
    album.show_centre("both")
    album.session.ask(Query((Term("text", "a cat"), Term("text", "night"))))
    album.session.selecting.look_at(0)
    qtbot.waitUntil(lambda: not album.session.jobs.running, timeout=WAIT)
    album.query_bar.focus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    seen: list[QWidget] = []
    unseen: list[str] = []
    for _ in range(300):
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in seen:
            break
        seen.append(widget)
        place = QRect(widget.mapTo(album, QPoint()), widget.size()).adjusted(-4, -4, 4, 4)
        focused = album.grab(place).toImage()
        QApplication.processEvents()
        qtbot.keyClick(widget, KEY.Key_Tab)
        QApplication.processEvents()
        if not widget.visibleRegion().isEmpty() and album.grab(place).toImage() == focused:
            unseen.append(f"{type(widget).__name__} {widget.accessibleName()}")

    assert len(seen) > 40
    assert unseen == []


def test_a_round_without_the_mouse(album: MainWindow, qtbot: QtBot) -> None:
    """Search, look through the hits, rate, tag, narrow the selection, keep, and find it again."""
    session, field = album.session, album.query_bar.field

    def press(key: Qt.Key, mods: Qt.KeyboardModifier = MOD.NoModifier) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        qtbot.keyClick(widget, key, mods)

    album.grid.setFocus()
    press(KEY.Key_Slash)
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, "a cat")
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: session.whole_ranking is not None and not session.asking, timeout=WAIT)
    best = int(session.ranking.rows[0])
    assert session.items.titles[best] == "tabby-cat"

    for _ in range(40):
        if QApplication.focusWidget() is album.grid.field:
            break
        press(KEY.Key_Tab)
    assert QApplication.focusWidget() is album.grid.field
    press(KEY.Key_Home)
    assert session.selecting.rows.tolist() == [best]
    press(KEY.Key_4)
    press(KEY.Key_T)
    tags = QApplication.focusWidget()
    qtbot.keyClicks(tags, "pet")
    press(KEY.Key_Return)
    said = session.collection.marks([str(session.items.ids[best])])
    assert [(one.tags, one.rating) for one in said.values()] == [(("pet",), 4)]

    QTimer.singleShot(0, lambda: name_it("cats"))
    press(KEY.Key_S, MOD.ControlModifier)
    album.activateWindow()  # nobody manages the windows off screen
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press(KEY.Key_Backspace, MOD.ControlModifier)
    assert not session.query
    assert album.sidebar.searches.lines[0].name.text() == "cats"
    line = album.sidebar.searches.lines[0]
    for _ in range(60):
        if QApplication.focusWidget() is line:
            break
        press(KEY.Key_Tab)
    assert QApplication.focusWidget() is line
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: session.whole_ranking is not None and not session.asking, timeout=WAIT)
    assert [term.value for term in session.query.terms] == ["a cat"]

    press(KEY.Key_Z, MOD.ControlModifier)
    press(KEY.Key_Z, MOD.ControlModifier)
    said = session.collection.marks([str(session.items.ids[best])])
    assert [one.tags for one in said.values() if one.tags] == [], "what was said is taken back"


def name_it(name: str) -> None:
    """Answer the question that is open."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QInputDialog)
    dialog.setTextValue(name)
    dialog.accept()
