"""A window in another language: none of the texts that have a translation is seen in English."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer.bundled import assets_folder
from explorer.core.query import Query, Term
from explorer.ui.language import NAMES, use_language
from explorer.ui.main_window import MainWindow
from explorer.viewstate.translations import read_translations
from tests.gui.conftest import StartWindow

WAIT = 60_000
OTHERS = [code for code in NAMES if code != "en"]


@pytest.fixture
def foreign(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    indexed_album: Path,
    start_window: StartWindow,
    tmp_path: Path,
    qtbot: QtBot,
) -> Iterator[MainWindow]:
    """A window on the album in the language asked for, with a query and an item looked at."""
    use_language(qapp, request.param)
    shutil.copytree(indexed_album, tmp_path / "home")
    window = start_window(tmp_path / "home")
    window.session.open("album")
    qtbot.waitUntil(
        lambda: len(window.session.items) > 0 and not window.session.jobs.running, timeout=WAIT
    )
    window.session.ask(Query((Term("text", "a cat"), Term("text", "night"))))
    window.session.refining.judge([0], -1)
    window.session.selecting.look_at(0)
    yield window
    use_language(qapp, "en")


def said(window: MainWindow) -> Iterator[str]:
    """All that the window says now: on it, in its menus and tooltips, and to screen readers."""
    for action in window.findChildren(QAction):
        yield from (action.text().replace("&", ""), action.toolTip())
    for widget in window.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton):
            yield from widget.text().split("\n")
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(at) for at in range(widget.count()))
        elif isinstance(widget, QListWidget):
            for at in range(widget.count()):
                yield from widget.item(at).text().split("\n")


@pytest.mark.parametrize("foreign", OTHERS, indirect=True)
def test_nothing_is_said_in_english(
    foreign: MainWindow, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    language = request.node.callspec.params["foreign"]
    known = read_translations(assets_folder() / "translations" / f"explorer_{language}.ts")
    english = {text for text, own in known.items() if text != own} - set(known.values())

    seen: set[str] = set()
    for name in foreign.docks.panels:
        foreign.docks.show(name)
        qtbot.waitUntil(lambda: not foreign.session.jobs.running, timeout=WAIT)
        seen |= {text.removeprefix("·").strip() for text in said(foreign)}

    assert len(seen & set(known.values())) > 300, "it speaks at all"
    assert seen & english == set()


@pytest.mark.parametrize("foreign", ["de"], indirect=True)
def test_the_tools_of_the_map_name_their_keys_as_the_menu_does(foreign: MainWindow) -> None:
    native = QKeySequence.SequenceFormat.NativeText
    for tool, button in foreign.map_view.bar.tools.items():
        keys = foreign.actions_[f"map.tool_{tool}"].shortcut().toString(native)
        assert keys.startswith("Umschalt+")
        assert button.toolTip().endswith(f"({keys})")
