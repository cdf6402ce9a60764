"""In the window the map appears while files are still being indexed, and one can follow it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from explorer.collection import store_writer
from explorer.ui.main_window import MainWindow
from explorer.ui.map.raster import warm_up
from explorer.viewstate import mapping

WAIT = 60_000


def test_points_appear_and_fly_to_their_places_while_files_are_read(
    start_window: Callable[[Path], MainWindow],
    samples: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(store_writer, "BATCH_ITEMS", 40)
    monkeypatch.setattr(store_writer, "BATCH_SECONDS", 1e9)  # forty at a time, at any speed
    monkeypatch.setattr(mapping, "LEAST_REST", 0.0)
    monkeypatch.setattr(mapping, "LONGEST_REST", 0.0)
    warm_up()
    window = start_window(tmp_path / "home")
    session, canvas = window.session, window.map_view.map
    canvas.set_reduced_motion(False)
    session.open("growing", create=True)
    qtbot.waitUntil(lambda: bool(session.collection) and not session.jobs.running, timeout=WAIT)
    window.show_centre("map")
    pictures = sorted((samples / "pictures").rglob("*.webp"))[:120]
    steps = {count: threading.Event() for count in (40, 80)}

    def hold() -> None:
        """Keep the index run after 40 and after 80 items, on its own thread."""
        there = session.collection.count() if session.collection is not None else 0
        for count, go_on in steps.items():
            if there >= count:
                go_on.wait(WAIT / 1000)

    assert session.collection is not None
    session.collection.changed.append(hold)
    job = session.index(pictures)
    assert job is not None
    try:
        qtbot.waitUntil(lambda: len(canvas.scene.index.x) >= 40, timeout=WAIT)
        assert not job.state.ended
        assert not canvas.message.isVisible()
        first = canvas.scene.coordinates[:40].copy()
        with qtbot.waitSignal(canvas.landed, timeout=WAIT):
            steps[40].set()
        assert not job.state.ended
        assert len(canvas.scene.index.x) >= 80
        assert not np.array_equal(canvas.scene.coordinates[:40], first)
    finally:
        for go_on in steps.values():
            go_on.set()
    qtbot.waitUntil(lambda: job.state.ended and not session.jobs.running, timeout=WAIT)
    assert len(canvas.scene.index.x) == 120
    assert canvas.scene.names._labels
