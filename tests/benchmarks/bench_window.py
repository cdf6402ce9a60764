"""How long until the window is up, and how it bears a million items.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.bench_window [--rows N]

Launch: from starting the process until the window is shown and has drawn itself once, beside an
empty Qt window (the limit). A million items: a stored collection in the dimension of the starter;
memory of the process, and the time from the last key of a word until its hits are in the grid.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LAUNCHES = 5
WORDS = ("lion", "red car", "guitar", "a dog on the beach", "mountain lake", "tea", "old map")

LAUNCH = """
import sys
from PySide6.QtCore import QTimer
from explorer.ui.run import open_window
with open_window(sys.argv[1]) as (application, window):
    window.show()
    QTimer.singleShot(0, window, lambda: (print("up", flush=True), application.quit()))
    application.exec()
"""

EMPTY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, window, lambda: (print("up", flush=True), application.quit()))
application.exec()
"""


def launch_seconds(script: str, home: str) -> list[float]:
    """Times from starting a process until it says that its window is up."""
    # As on a person's machine, where Python keeps what it compiled; the first time fills that.
    environment = {key: os.environ[key] for key in os.environ if key != "PYTHONDONTWRITEBYTECODE"}
    seconds = []
    for _ in range(LAUNCHES + 1):
        began = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", script, home],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment,
        ) as process:  # fmt: skip
            assert process.stdout is not None
            assert process.stdout.readline().strip() == "up"
            seconds.append(time.perf_counter() - began)
    return seconds[1:]


def resident_mb() -> float:
    """Memory of this process: resident, without what is only mapped from files."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    parts = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith("Rss")}
    return (int(parts["RssAnon"]) + int(parts["RssShmem"])) / 1024


def bench_items(rows: int) -> None:
    """A collection of many items in the window."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtTest import QTest

    from explorer.collection.encoding import SpaceEncoding
    from explorer.ui.run import open_window
    from explorer.viewstate.messages import QueryFailed, RankingChanged
    from tests.benchmarks.bench_search import fill

    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "collections" / "many"
        folder.parent.mkdir(parents=True)
        with open_window(home) as (_, window):
            window.show()
            window.warm_up()
            space = window.app.spaces.load(window.app.spaces.ids[0])
            print(f"memory, empty window              {resident_mb():8.0f} MB")
            began = time.perf_counter()
            fill(folder, rows, space.dimension, SpaceEncoding(space).identities)
            print(f"(storing {rows:,} items         {time.perf_counter() - began:8.1f} s)")
            before = resident_mb()
            began = time.perf_counter()
            window.session.mapping.method = "pca"
            window.session.open("many")
            loop = QEventLoop()

            def wait(until: object) -> None:
                clock = QTimer(interval=5)
                clock.timeout.connect(lambda: loop.quit() if until() else None)  # type: ignore[operator]
                clock.start()
                loop.exec()
                clock.stop()

            wait(lambda: len(window.session.items) == rows)
            print(f"opening it                        {time.perf_counter() - began:8.1f} s")
            wait(lambda: window.session.mapping.landed == "pca")
            print(f"and its map by PCA                {time.perf_counter() - began:8.1f} s")
            wait(lambda: not window.session.jobs.running)
            print(f"and its groups with their names   {time.perf_counter() - began:8.1f} s")
            print(f"memory with it open               {resident_mb():8.0f} MB")
            print(f"  more than before                {resident_mb() - before:8.0f} MB")
            heard: list[float] = []
            owner = object()
            window.session.hub.subscribe(
                owner, RankingChanged, lambda _: heard.append(time.perf_counter())
            )
            failed: list[str] = []
            window.session.hub.subscribe(
                owner, QueryFailed, lambda message: failed.append(str(message.sentence))
            )
            times = []
            for word in WORDS:
                window.query_bar.clear()
                wait(lambda: not window.session.asking)
                QTest.keyClicks(window.query_bar.field, word[:-1])
                wait(lambda: not window.session.asking)
                heard.clear()
                began = time.perf_counter()
                QTest.keyClicks(window.query_bar.field, word[-1])
                wait(lambda: bool(heard or failed))
                assert not failed, failed
                times.append(1000 * (heard[0] - began))
            window.session.hub.unsubscribe(owner)
            print(f"from the last key to the hits     {statistics.median(times):8.0f} ms (median)")
            print(f"                                  {max(times):8.0f} ms (slowest)")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    options = parser.parse_args()
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as home:
        for name, script in (("Explorer", LAUNCH), ("an empty Qt window", EMPTY)):
            seconds = launch_seconds(script, home)
            print(f"launch, {name:25s} {1000 * statistics.median(seconds):8.0f} ms")
    if options.rows:
        bench_items(options.rows)


if __name__ == "__main__":
    main()
