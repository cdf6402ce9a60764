"""The window without a mouse or without eyes: names, focus, contrast, other languages."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer.app import App
from explorer.core.commands import Command
from explorer.core.errors import MediaError
from explorer.core.wording import Wording
from explorer.ui.appearance import Appearance
from explorer.ui.language import NAMES, use_language
from explorer.ui.main_thread import MainThread
from explorer.ui.main_window import MainWindow
from explorer.ui.spoken import spoken, spoken_again
from explorer.ui.theme import DARK, LIGHT, Theme

WAIT = 120_000
CONTROLS = (
    *(QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractSlider, QAbstractSpinBox, QComboBox),
    QAbstractItemView,
)


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    app = App(tmp_path / "home", deliver=MainThread(qapp).post)
    appearance = Appearance(qapp, "dark", True)
    window = MainWindow(app, appearance)
    window.show()
    yield window
    first = window.siblings.windows[0] if window.siblings.windows else window
    first.siblings.quit()
    app.close()
    first.deleteLater()
    appearance.deleteLater()
    use_language(qapp, "en")


def is_internal(control: QWidget) -> bool:
    """Whether Qt made it inside of something that has a name itself."""
    name = control.objectName()
    inside = isinstance(control.parent(), QAbstractSpinBox | QComboBox | QTabBar | QLineEdit)
    return inside or isinstance(control, QScrollBar) or name.startswith("qt_")


def is_unused(control: QWidget) -> bool:
    """Whether it is hidden now for another reason than that its dock is: it has no words yet."""
    widget: QWidget | None = control
    while widget is not None and not isinstance(widget, QDockWidget):
        if widget.isHidden():
            return True
        widget = widget.parentWidget()
    return False


def test_every_control_has_a_name_for_screen_readers(window: MainWindow) -> None:
    nameless = [
        f"{type(control).__name__} in {type(control.parent()).__name__}"
        for control in window.findChildren(QWidget)
        if isinstance(control, CONTROLS)
        and not is_internal(control)
        and not is_unused(control)
        and not control.accessibleName()
        and not (isinstance(control, QAbstractButton) and (control.text() or control.toolTip()))
    ]

    assert nameless == [], nameless


def test_from_the_welcome_tab_reaches_every_part_of_the_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.empty.button.setFocus()
    qtbot.keyClick(window.empty.button, Qt.Key.Key_Tab)
    assert window.empty.other.hasFocus()
    assert window.empty.other.text() == "Open the sample media"
    qtbot.keyClick(window.empty.other, Qt.Key.Key_Space)
    qtbot.waitUntil(
        lambda: len(window.session.items) > 0 and not window.session.jobs.running, timeout=WAIT
    )
    window.session.selecting.look_at(0)
    window.query_bar.focus()
    reached: set[str] = set()
    parts = {
        "query": window.query_bar,
        "map": window.map_view,
        "grid": window.grid,
        "library": window.sidebar,
        "inspector": window.inspector,
    }
    for _ in range(400):
        focused = QApplication.focusWidget()
        if focused is None:
            break
        reached |= {name for name, part in parts.items() if part.isAncestorOf(focused)}
        if len(reached) == len(parts):
            break
        qtbot.keyClick(focused, Qt.Key.Key_Tab)

    assert reached == set(parts)


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, contrast ratio."""

    def luminance(colour: QColor) -> float:
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (colour.redF(), colour.greenF(), colour.blueF())
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_words_stand_out_from_what_they_stand_on(theme: Theme) -> None:
    for surface in ("window", "panel", "raised"):
        for words in ("text", "quiet"):
            ratio = contrast(theme.colour(words), theme.colour(surface))
            assert ratio >= 4.5, f"{words} on {surface}: {ratio:.2f}"
        assert contrast(theme.colour("accent_text"), theme.colour(surface)) >= 4.5
    assert contrast(theme.colour("on_accent"), theme.colour("accent")) >= 4.5
    assert contrast(theme.colour("accent"), theme.colour("panel")) >= 3, "focus ring"


@pytest.mark.parametrize("language", [code for code in NAMES if code != "en"])
def test_a_language_is_spoken_at_once_and_at_the_next_start(
    window: MainWindow, qtbot: QtBot, language: str, qapp: QApplication
) -> None:
    window.actions_[f"view.language_{language}"].trigger()
    qtbot.waitUntil(lambda: window not in window.siblings.windows)
    new = window.siblings.windows[0]

    assert new.isVisible()
    assert new.actions_["file.new"].text() != "New collection…"
    assert (new.layoutDirection() == Qt.LayoutDirection.RightToLeft) == (language == "ar")
    assert App(new.app.home).settings.language == language


def test_what_is_said_below_the_window_is_translated(qapp: QApplication) -> None:
    use_language(qapp, "de")

    name = Wording("Move {files} to the trash", files=Wording("{count} files", count=1200))
    assert spoken(name) == "1.200 Dateien in den Papierkorb legen"
    error = MediaError("/a/b.png", "it is damaged or cut short ({reason})", reason="eof")
    assert spoken(error.sentence) == "/a/b.png: sie ist beschädigt oder abgeschnitten (eof)"
    assert spoken_again("it is empty") == "sie ist leer"
    assert spoken(Wording("In '{space}': {parts} ({seconds} s).", space="a", parts="b", seconds=1.5)
                  ) == "In „a“: b (1,5 s)."  # fmt: skip
    assert QCoreApplication.translate("QPlatformTheme", "Close") == "Schließen"
    assert spoken_again("it cannot be read (input/output error)").startswith("es ist nicht zu")
    assert spoken_again("nobody says this") == "nobody says this"
    use_language(qapp, "en")
    assert spoken(name) == "Move 1,200 files to the trash"
    assert spoken_again("it is empty") == "it is empty"


def test_menus_and_jobs_speak_the_language_of_the_window(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    use_language(qapp, "de")
    session = window.session
    name = Wording("Select {count} items", count=3)
    session.history.run(Command(name, lambda: None, lambda: None))
    assert window.actions_["edit.undo"].text() == "Rückgängig: 3 Elemente auswählen"

    release = threading.Event()
    session.jobs.submit(Wording("Find groups"), lambda control: release.wait(60))
    qtbot.waitUntil(lambda: len(window.jobs_bar.rows) == 1, timeout=WAIT)
    assert window.jobs_bar.rows[0].title.text() == "Gruppen finden"
    release.set()
    qtbot.waitUntil(lambda: not session.jobs.running, timeout=WAIT)


def test_the_sides_of_the_window_are_mirrored_with_the_writing(
    qapp: QApplication, tmp_path: Path
) -> None:
    side = Qt.DockWidgetArea
    for language, library in (("en", side.LeftDockWidgetArea), ("ar", side.RightDockWidgetArea)):
        use_language(qapp, language)
        app = App(tmp_path / language, deliver=MainThread(qapp).post)
        appearance = Appearance(qapp, "dark", True)
        window = MainWindow(app, appearance)
        assert window.dockWidgetArea(window.docks["library"]) == library
        assert window.dockWidgetArea(window.docks["inspector"]) != library
        window.siblings.quit()
        app.close()
        window.deleteLater()
        appearance.deleteLater()
    use_language(qapp, "en")


def test_texts_that_are_not_translated_stay_english(qapp: QApplication) -> None:
    text = "No such text anywhere"
    use_language(qapp, "de")
    assert QCoreApplication.translate("Commands", text) == text
    use_language(qapp, "en")
