"""How the grid and the list bear a million items with real pictures.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.bench_grid [--rows N]

The sample media are indexed, then their items are stored again under other names until there are
as many as wanted; the pictures are shared, as those of copies are. A frame is one step of the
scroll bar with the drawing that follows; what it does not wait for, the reading of small pictures,
goes on meanwhile on the other threads, as it does for a person. Grid of 1200 x 800.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from tests.benchmarks.bench_window import resident_mb

FRAMES = 200
JUMPS = 20


def grow(folder: Path, count: int) -> None:
    """Store the items of a collection again and again, until there are so many."""
    import lancedb
    import pyarrow as pa

    table = lancedb.connect(str(folder / "tables")).open_table("items")
    stored = table.to_arrow()
    have, stamp = stored.num_rows, max(stored["stamp"].to_pylist()) + 1
    names = stored["name"].to_pylist()
    for start in range(have, count, 100_000):
        rows = np.arange(start, min(start + 100_000, count))
        copies = stored.take(pa.array(rows % have))
        columns: dict[str, Any] = {
            "id": [f"copy-{row}" for row in rows],
            "row": rows,
            "folder": [f"/many/{row // 500}" for row in rows],
            "path": [f"/many/{row // 500}/{row}-{names[row % have]}" for row in rows],
            "name": [f"{row}-{names[row % have]}" for row in rows],
            "stamp": np.full(len(rows), stamp),
        }
        for name, values in columns.items():
            at = copies.schema.get_field_index(name)
            copies = copies.set_column(at, name, pa.array(values, copies.schema.field(name).type))
        table.add(copies)


def wait(until: Callable[[], bool]) -> float:
    """Let the window work until something is so; how long it took, s."""
    began, loop, clock = time.perf_counter(), QEventLoop(), QTimer(interval=2)
    clock.timeout.connect(lambda: loop.quit() if until() else None)
    clock.start()
    loop.exec()
    clock.stop()
    return time.perf_counter() - began


def frames(view: Any, steps: list[int]) -> list[float]:
    """Milliseconds from each place of the scroll bar to its drawing."""
    bar, found = view.verticalScrollBar(), []
    for place in steps:
        began = time.perf_counter()
        bar.setValue(place)
        view.viewport().repaint()
        found.append((time.perf_counter() - began) * 1e3)
        QCoreApplication.processEvents()
    return found


def tell(what: str, times: list[float]) -> None:
    """Print a row of the table."""
    worst = np.percentile(times, 99)
    print(f"| {what} | {statistics.median(times):.1f} ms | {worst:.1f} ms |")


def bench_view(name: str, window: Any, view: Any) -> None:
    """Scroll a view line by line, and jump about in it."""
    bar = view.verticalScrollBar()
    middle = bar.maximum() // 2
    tell(f"{name}, scrolling", frames(view, [middle + 40 * n for n in range(FRAMES)]))
    places = np.random.default_rng(0).integers(0, bar.maximum(), JUMPS).tolist()
    tell(f"{name}, jumping anywhere", frames(view, places))
    filled = []
    thumbnails = window.thumbnails
    for place in reversed(places):
        bar.setValue(place)
        rows = seen_rows(view)
        filled.append(
            1e3 * wait(lambda rows=rows: all(thumbnails.get(row) for row in rows))  # type: ignore[misc]
        )
    tell(f"{name}, until all that is seen is there", filled)


def seen_rows(view: Any) -> list[int]:
    """Rows that are visible in the grid or in the list."""
    if hasattr(view, "visible_positions"):
        seen = view.visible_positions()
        return [int(row) for row in view.arrangement.rows[seen.start : seen.stop]]
    rows = (view.model().row_at(line) for line in view.visible_lines())
    return [row for row in rows if row >= 0]


def bench_orders(window: Any) -> None:
    """Other orders and groups, until they are seen."""
    grid = window.grid
    orders: tuple[tuple[str, Callable[[], None]], ...] = (
        ("sort by size", lambda: grid.sort_by("size")),
        ("sort by name, first time", lambda: grid.sort_by("name")),
        ("sort by name, again", lambda: grid.sort_by("name", True)),
        ("group by folder", lambda: grid.group_by("folder")),
        ("group by day", lambda: grid.group_by("day")),
        ("fold one group", lambda: grid.fold(grid.arrangement.groups[0].key)),
    )
    for what, run in orders:
        began = time.perf_counter()
        run()
        held = time.perf_counter() - began
        wait(lambda: not grid.arranging.working)
        seconds = time.perf_counter() - began
        print(f"| {what} | {1e3 * seconds:.0f} ms | window held up for {1e3 * held:.0f} ms |")


def main() -> None:
    """Measure and print."""
    from explorer.app import App
    from explorer.bundled import assets_folder
    from explorer.ui.run import open_window

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    options = parser.parse_args()
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {options.rows:,} items")
    with tempfile.TemporaryDirectory() as home:
        app = App(home)
        collection = app.library.open("many", create=True)
        collection.index([assets_folder() / "samples" / "pictures"])
        folder = collection.folder
        app.close()
        grow(folder, options.rows)
        with open_window(home) as (_, window):
            window.resize(1600, 900)
            window.show()
            window.show_centre("grid")
            before = resident_mb()
            window.session.open("many")
            wait(lambda: len(window.session.items) == options.rows)
            # Map and groups are measured elsewhere.
            for job in window.session.jobs.running:
                if not job.quiet:
                    job.cancel()
            wait(lambda: not window.session.jobs.running)
            window.grid.resize(1200, 800)
            after = resident_mb()
            print(f"| memory: table of items | {after - before:.0f} MB | |")
            bench_view("grid", window, window.grid.field)
            print(f"| memory: grid scrolled | {resident_mb() - after:.0f} MB more | |")
            window.grid.set_size(72)
            bench_view("grid of smallest squares", window, window.grid.field)
            window.grid.set_size(160)
            window.grid.choose_look("list")
            middle = resident_mb()
            bench_view("list", window, window.grid.list)
            print(f"| memory: list | {resident_mb() - middle:.0f} MB more | |")
            bench_orders(window)


if __name__ == "__main__":
    main()
