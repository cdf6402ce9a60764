"""What every test of the window gets: Qt off screen, and a check that no window is left."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

try:
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid
except ModuleNotFoundError:  # without Qt there is no window to test
    collect_ignore_glob = ["test_*.py"]

# Qt makes these once, when first needed, and keeps them for the life of the program.
STANDING_WINDOWS = ("QTipLabel", "QShapedPixmapWidget", "QComboBoxPrivateContainer")


@pytest.fixture(autouse=True)
def no_leftover_windows(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window, or a running timer of one or of the application."""
    # The widgets themselves are kept, not their ids, which a later one could take over.
    windows, timers = set(qapp.topLevelWidgets()), _running_timers(qapp)
    yield
    windows = {each for each in windows if isValid(each)}
    _let_go()
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
