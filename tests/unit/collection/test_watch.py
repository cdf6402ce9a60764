"""Watching folders: what changes is indexed, and stopping leaves nothing behind."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from explorer.collection.collection import Collection
from explorer.collection.index_report import IndexReport
from explorer.collection.watch import Watcher

Paint = Callable[..., Path]
Reports = "queue.SimpleQueue[IndexReport]"


@pytest.fixture
def watched(
    collection: Collection, media: Path
) -> Iterator[tuple[Collection, queue.SimpleQueue[IndexReport]]]:
    """An indexed collection that is followed, and the reports of what was indexed since."""
    collection.index([media])
    reports: queue.SimpleQueue[IndexReport] = queue.SimpleQueue()
    watcher = Watcher(collection, [media], on_report=reports.put)
    watcher.start()
    yield collection, reports
    watcher.stop()
    assert watcher.wait(0)


def until(
    collection: Collection,
    reports: queue.SimpleQueue[IndexReport],
    reached: Callable[[], bool],
) -> None:
    """Take in reports until something is so."""
    while not reached():
        reports.get(timeout=60)


def test_new_changed_moved_and_removed_files(
    watched: tuple[Collection, queue.SimpleQueue[IndexReport]], media: Path, paint: Paint
) -> None:
    collection, reports = watched
    paint(media / "new" / "late.png", "violet", seed=70)
    until(collection, reports, lambda: "late" in collection.items().titles)
    row = collection.items().titles.tolist().index("late")
    paint(media / "new" / "late.png", "green", seed=71, size=30)
    until(collection, reports, lambda: collection.items().width[row] == 30)
    (media / "new" / "late.png").rename(media / "new" / "later.png")
    until(collection, reports, lambda: collection.items().titles[row] == "later")
    (media / "new" / "later.png").unlink()
    until(collection, reports, lambda: not collection.items().present[row])
    assert collection.items().present.sum() == 16
    assert len(collection.items()) == 17


def test_its_own_folder_and_hidden_files_are_left_alone(
    collection: Collection, tmp_path: Path, media: Path, paint: Paint
) -> None:
    reports: queue.SimpleQueue[IndexReport] = queue.SimpleQueue()
    watcher = Watcher(collection, [tmp_path], on_report=reports.put)
    watcher.start()
    try:
        collection.set_marks(["x"], rating=1)
        paint(media / ".hidden.png", "red")
        paint(media / "seen.png", "red")
        report = reports.get(timeout=60)
        assert report.found == 1
        assert collection.items().titles.tolist() == ["seen"]
    finally:
        watcher.stop()


def test_stopping_at_once_is_fine(collection: Collection, media: Path) -> None:
    watcher = Watcher(collection, [media])
    watcher.stop()
    watcher.start()
    watcher.stop()
    assert watcher.wait(0)
