"""A process that is killed while it indexes leaves a collection that is whole, and goes on."""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from explorer.app import App
from explorer.collection.collection import Collection
from explorer.core.query import text
from explorer.store.tables import Tables

KILLS = 20
FILES = 300

# Small batches, so that many moments of writing are met.
SCRIPT = """
import sys
from explorer.collection import store_writer
store_writer.BATCH_ITEMS, store_writer.BATCH_SECONDS = 8, 0.05
from explorer.app import App
app = App(sys.argv[1])
collection = app.library.open("pictures", create=True)
collection.changed.append(lambda: print("stored", collection.count(), flush=True))
print("begins", flush=True)
report = collection.index([sys.argv[2]])
print("done", report.found, len(report.failed), flush=True)
app.close()
"""


@pytest.fixture
def pictures(samples: Path, tmp_path: Path) -> Path:
    """A few hundred pictures without suffixes, some of them copies."""
    files = [one for one in sorted((samples / "pictures").rglob("*")) if one.is_file()]
    if not files:
        pytest.skip("the sample pictures are not there")
    folder = tmp_path / "pictures"
    folder.mkdir()
    fill(folder, files, 0)
    return folder


def fill(folder: Path, files: list[Path], turn: int) -> None:
    """Write the pictures under the names 000, 001, ...; every turn gives each another one."""
    for number in range(FILES):
        shutil.copyfile(files[(number + turn) % len(files)], folder / f"{number:03d}")


def session_members(session: int) -> list[int]:
    """Processes of a session that have not ended."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of_session = stat.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(of_session) == session and state != "Z":
            found.append(int(stat.parent.name))
    return found


def wait_until_gone(session: int) -> None:
    """Fail if a process of a session outlives its killed leader for long."""
    deadline = time.monotonic() + 15
    for pid in session_members(session):
        try:
            handle = os.pidfd_open(pid)
        except ProcessLookupError:
            continue
        ready, _, _ = select.select([handle], [], [], max(0.0, deadline - time.monotonic()))
        os.close(handle)
        assert ready, f"process {pid} outlived the killed one"


def run_and_kill(home: Path, folder: Path, seconds: float) -> tuple[int, bool]:
    """Index until killed after so many seconds: how many were reported stored, and if all were."""
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(home), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begins\n"
        ready, _, _ = select.select([process.stdout], [], [], 60)
        assert ready
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        lines = process.stdout.read().splitlines()
    wait_until_gone(process.pid)
    stored = [int(line.split()[1]) for line in lines if line.startswith("stored")]
    return max(stored, default=0), any(line.startswith("done") for line in lines)


def assert_whole(collection: Collection, at_least: int) -> None:
    """Every item is there once, with its vector and everything that goes with it."""
    items = collection.items()
    assert len(items) >= at_least
    assert len(set(items.paths)) == len(items)
    assert len(set(items.ids)) == len(items)
    rows, vectors = collection.vectors()
    assert rows.tolist() == list(range(len(items)))
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-2)
    some = [str(one) for one in items.ids[:: max(len(items) // 7, 1)]]
    assert set(collection.thumbnails(some)) == set(some)


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_killed_twenty_times_then_whole(pictures: Path, samples: Path, tmp_path: Path) -> None:
    home, chance = tmp_path / "home", random.Random(20)
    files = [one for one in sorted((samples / "pictures").rglob("*")) if one.is_file()]
    app = App(home)
    stored = kills = turn = 0
    try:
        while kills < KILLS:
            reported, done = run_and_kill(home, pictures, chance.uniform(0, 0.8))
            stored = max(stored, reported)
            collection = app.library.open("pictures")
            assert_whole(collection, stored)
            collection.close()
            kills += not done
            if done:  # all were indexed between two kills: go on with changed files
                turn += 1
                fill(pictures, files, turn)
        count = len(list(pictures.iterdir()))
        collection = app.library.open("pictures")
        report = collection.index([pictures])
        assert report.found == report.indexed + report.unchanged == count
        assert report.failed == []
        assert_whole(collection, count)
        assert len(collection.items()) == count
        assert collection.index([pictures]).unchanged == count
        contents = len(np.unique(collection.items().contents))
        tables = Tables(collection.folder, collection.space_id, 512)
        for name in (tables.vectors_name, "units", "thumbnails"):
            assert tables.count(name, "true") == contents, name
        assert len(collection.search(text("a bird"), 10)) == 10
        collection.close()
    finally:
        app.close()
