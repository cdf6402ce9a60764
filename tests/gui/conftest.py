"""What every test of the window gets: Qt off screen, and a check that no window is left."""

from __future__ import annotations

import gc
import importlib.util
import shutil
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from explorer.app import App
from explorer.core import garbage

WAIT = 60_000
"""Milliseconds that a busy machine may need."""

try:
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
    from PySide6.QtGui import QCursor
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot
    from shiboken6 import isValid

    from explorer.ui.appearance import Appearance
    from explorer.ui.main_thread import MainThread
    from explorer.ui.main_window import MainWindow
except ModuleNotFoundError:  # without Qt there is no window to test
    collect_ignore_glob = ["test_*.py"]
else:

    class PatientBot(QtBot):
        """Waits as long as a busy machine may need, where a test does not say how long."""

        def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = WAIT) -> None:
            super().waitUntil(callback, timeout=timeout)

        def waitSignal(self, signal: object, *, timeout: int = WAIT, **how: Any) -> Any:
            return super().waitSignal(signal, timeout=timeout, **how)

    @pytest.fixture
    def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
        """The hand of pytest-qt, with patience."""
        return PatientBot(request)


# Qt makes these once, when first needed, and keeps them for the life of the program.
STANDING_WINDOWS = ("QTipLabel", "QShapedPixmapWidget", "QComboBoxPrivateContainer")


ALBUM = (
    "pictures/photos/two-spaniels.jpg",
    "pictures/photos/field-of-tulips.jpg",
    "pictures/photos/tabby-cat.jpg",
    "pictures/photos/astronaut.jpg",
    "pictures/drawings/blue-car.webp",
    "pictures/drawings/acoustic-guitar.webp",
    "pictures/drawings/lion.webp",
    "sounds/electronic-chime.ogg",
)
"""Real media in two folders, photos in one and the rest in the other."""
StartWindow = Callable[[Path], "MainWindow"]


@pytest.fixture(scope="session")
def tiny() -> ModuleType:
    """The builders of small checkpoints."""
    file = Path(__file__).parents[1] / "unit" / "encoders" / "tiny_checkpoints" / "__init__.py"
    spec = importlib.util.spec_from_file_location("tiny_checkpoints", file)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def indexed_album(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the collection ``album``, indexed once."""
    root = tmp_path_factory.mktemp("album")
    for name in ALBUM:
        source = next(samples.glob(name.rsplit(".", 1)[0] + ".*"))
        folder = root / "media" / ("photos" if "photos" in name else "others")
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, folder)
    app = App(root / "home")
    try:
        app.library.open("album", create=True).index([root / "media"])
    finally:
        app.close()
    return root / "home"


@pytest.fixture
def start_window(qapp: QApplication) -> Iterator[StartWindow]:
    """Starts the program on a home; what was open before is put back."""
    running: list[tuple[MainWindow, App, Appearance]] = []

    def begin(home: Path) -> MainWindow:
        app = App(home, deliver=MainThread(qapp).post)
        appearance = Appearance(qapp, "dark", True)
        window = MainWindow(app, appearance)
        window.resize(1280, 800)
        window.show()
        running.append((window, app, appearance))
        window.begin()
        return window

    yield begin
    for window, app, appearance in running:
        window.siblings.quit()
        app.close()
        window.deleteLater()
        appearance.deleteLater()


@pytest.fixture
def album(
    indexed_album: Path, start_window: StartWindow, tmp_path: Path, qtbot: QtBot
) -> MainWindow:
    """A window with the grid alone on a collection of its own of eight items."""
    home = tmp_path / "home"
    shutil.copytree(indexed_album, home)
    window = start_window(home)
    window.session.open("album")
    window.show_centre("grid")
    qtbot.waitUntil(
        lambda: len(window.session.items) == len(ALBUM) and not window.session.jobs.running,
        timeout=WAIT,
    )
    window.grid.setFocus()
    return window


@pytest.fixture(autouse=True)
def no_leftover_windows(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window, or a running timer of one or of the application."""
    QCursor.setPos(-1000, -1000)  # where another test left it, something might be under it
    # The widgets themselves are kept, not their ids, which a later one could take over.
    windows, timers = set(qapp.topLevelWidgets()), _running_timers(qapp)
    gc.disable()  # as the window does: another thread must not destroy a widget
    yield
    windows = {each for each in windows if isValid(each)}
    _let_go()
    gc.enable()
    left = [
        f"window {each.metaObject().className()} {each.objectName() or each.windowTitle()!r}"
        for each in qapp.topLevelWidgets()
        if each not in windows and each.metaObject().className() not in STANDING_WINDOWS
    ]
    left += [
        f"timer of {_owner(each)}, every {each.interval()} ms"
        for each in _running_timers(qapp)
        if each not in timers
    ]
    if left:
        pytest.fail("The test left behind:\n" + "\n".join(left), pytrace=False)


def _let_go() -> None:
    """Carry out the deletions that were put off, and collect what only cycles hold."""
    garbage.collect_what_was_asked()  # as a window does when it closes
    for _ in range(2):
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def _running_timers(application: QApplication) -> list[QTimer]:
    owners: list[QObject] = [application, *application.topLevelWidgets()]
    return [timer for each in owners for timer in each.findChildren(QTimer) if timer.isActive()]


def _owner(timer: QTimer) -> str:
    parent = timer.parent()
    names = [] if parent is None else [parent.metaObject().className(), parent.objectName()]
    return " ".join(filter(None, names)) or "nobody"
