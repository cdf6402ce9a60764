"""Widgets in circles of references are destroyed on the window's thread, whoever allocates."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.core import garbage
from explorer.ui import garbage as window_garbage
from explorer.ui.garbage import collect_due, collected_here


class Circle(QObject):
    def __init__(self, destroyed_on: list[threading.Thread]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: destroyed_on.append(threading.current_thread()))


def allocate(kept: list[object]) -> None:
    """Make enough new objects for Python to collect several times."""
    kept += [[] for _ in range(100_000)]


def test_a_job_leaves_unreachable_widgets_to_the_window(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_garbage, "EVERY_MS", 10)
    destroyed_on: list[threading.Thread] = []
    kept: list[object] = []
    with collected_here():
        Circle(destroyed_on)
        job = threading.Thread(target=allocate, args=[kept])
        job.start()
        job.join()
        assert destroyed_on == []
        qtbot.waitUntil(lambda: bool(destroyed_on))
    assert destroyed_on == [threading.main_thread()]
    assert gc.isenabled()


def test_little_garbage_waits() -> None:
    garbage.collect_what_was_asked()
    gc.collect()
    destroyed_on: list[threading.Thread] = []
    Circle(destroyed_on)
    collect_due()
    assert destroyed_on == []
    gc.collect()
    assert len(destroyed_on) == 1


def test_what_a_job_asks_for_is_collected_however_old_it_is() -> None:
    destroyed_on: list[threading.Thread] = []
    Circle(destroyed_on)
    gc.freeze()  # past every generation that is due
    gc.unfreeze()
    job = threading.Thread(target=garbage.collect)
    job.start()
    job.join()
    assert destroyed_on == []
    collect_due()
    assert destroyed_on == [threading.main_thread()]
