"""Measure the map: frames, the index of points, and projections.

Run ``python tests/benchmarks/bench_map.py [--points N ...] [--project N ...] [--compare]``; prints
a row of a Markdown table for each measurement. Frames are drawn off screen, 1200 x 800.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
import warnings
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from explorer.lenses.projection import project
from explorer.lenses.projection_trust import map_quality
from explorer.lenses.projection_vectors import prepare
from explorer.ui.map.point_index import index_points
from explorer.ui.map.raster import LIT, Ink, Points, Raster, warm_up
from explorer.ui.map.viewport import Viewport

Floats = npt.NDArray[np.float32]
REPEATS = 9


def row(what: str, count: int, figure: str, note: str = "") -> None:
    """Print a row of the table."""
    print(f"| {what} | {count:,} | {figure} | {note} |", flush=True)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the median milliseconds of a call: on the clock, and of processor time."""
    clock, processor = [], []
    for _ in range(REPEATS):
        began, began_cpu = time.perf_counter(), time.process_time()
        work()
        clock.append((time.perf_counter() - began) * 1e3)
        processor.append((time.process_time() - began_cpu) * 1e3)
    return statistics.median(clock), statistics.median(processor)


def clustered_points(count: int) -> tuple[Floats, npt.NDArray[np.uint8]]:
    """Make points in 60 groups of different tightness, and their colours."""
    random = np.random.default_rng(0)
    middles, spreads = random.normal(size=(60, 2)) * 0.5, np.exp(random.normal(size=60) / 2) * 0.06
    group = random.integers(0, 60, count)
    points = middles[group] + random.normal(size=(count, 2)) * spreads[group, None]
    palette = random.integers(80, 255, (60, 4)).astype(np.uint8)
    palette[:, 3] = 255
    return points.astype(np.float32), palette[group]


def bench_frames(count: int) -> None:
    """Measure frames at several zooms, coarse and fine, and with the rest greyed."""
    places, rgba = clustered_points(count)
    began = time.perf_counter()
    index = index_points(places)
    row("index", count, f"{(time.perf_counter() - began) * 1e3:.0f} ms")
    state = np.full(count, LIT, np.uint8)
    points = Points(index, np.ascontiguousarray(rgba[index.order]), state)
    grey = Points(index, points.rgba, (np.arange(count) % 10 == 0).astype(np.uint8))
    whole = Viewport(width=1200, height=800).fitted(index.bounds, 24)
    raster = Raster()
    try:
        for zoom in (1, 4, 16, 64):
            view = whole.zoomed(zoom, 600, 400)
            buffer = raster.draw(points, view, Ink())
            for name, what, every in (
                ("frame", points, 1),
                ("frame, nine in ten grey", grey, 1),
                ("frame, coarse (1 in 8)", points, 8),
            ):
                clock, processor = timed(
                    lambda what=what, view=view, every=every, buffer=buffer: raster.draw(  # type: ignore[misc]
                        what, view, Ink(), every=every, into=buffer
                    )
                )
                row(f"{name}, zoom {zoom}", count, f"{clock:.1f} ms",
                    f"{processor:.1f} ms of processor time")  # fmt: skip
        clock, _ = timed(lambda: index.nearest(0.1, 0.1, 0.002))
        row("nearest point", count, f"{clock:.2f} ms")
        angles = np.linspace(0, 2 * np.pi, 200)
        lasso = np.stack([np.cos(angles), np.sin(angles)], axis=1) * 0.5
        clock, _ = timed(lambda: index.rows_in_polygon(lasso))
        row("lasso of 200 corners", count, f"{clock:.0f} ms",
            f"{len(index.rows_in_polygon(lasso)):,} inside")  # fmt: skip
    finally:
        raster.close()


def embedding_like(count: int, width: int = 384) -> Floats:
    """Make vectors in 200 groups with a falling spectrum, as embeddings have."""
    random = np.random.default_rng(0)
    middles = random.normal(size=(200, width)).astype(np.float32)
    mix = (random.normal(size=(60, width)) * 0.2).astype(np.float32)
    group = random.integers(0, 200, count)
    vectors = np.empty((count, width), np.float32)
    for low in range(0, count, 50_000):
        rows = slice(low, low + 50_000)
        inner = random.normal(size=(len(group[rows]), 60)).astype(np.float32)
        vectors[rows] = middles[group[rows]] + inner @ mix
    return vectors


def bench_projections(count: int, compare: bool) -> None:
    """Measure PCA and UMAP of vectors of 384 numbers."""
    vectors = embedding_like(count)
    began = time.perf_counter()
    project(vectors, "pca", measure=False)
    row("PCA", count, f"{time.perf_counter() - began:.1f} s")
    steps: list[tuple[str, float]] = []

    def tell(done: int, total: int, note: str) -> None:
        if not steps or steps[-1][0] != note:
            steps.append((note, time.perf_counter()))

    began = time.perf_counter()
    done = project(vectors, "umap", measure=False, progress=tell)
    ended = time.perf_counter()
    parts = [f"{note.lower()} at {at - began:.0f} s" for note, at in steps]
    quality = map_quality(prepare(vectors), done.coordinates)
    row("UMAP", count, f"{ended - began:.0f} s", f"{quality}; {'; '.join(parts)}")
    if compare:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import umap

            began = time.perf_counter()
            theirs = umap.UMAP(metric="cosine", min_dist=0.3).fit_transform(vectors)
        seconds = time.perf_counter() - began
        row("UMAP of umap-learn", count, f"{seconds:.0f} s",
            f"{map_quality(prepare(vectors), np.asarray(theirs, np.float32))}")  # fmt: skip


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, nargs="*", default=[100_000, 1_000_000])
    parser.add_argument("--project", type=int, nargs="*", default=[10_000])
    parser.add_argument("--compare", action="store_true", help="umap-learn beside ours")
    asked = parser.parse_args()
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n")
    print("| what | items | figure | note |\n|---|---|---|---|")
    began = time.perf_counter()
    warm_up()
    row("compile or load the drawing loops", 0, f"{time.perf_counter() - began:.1f} s")
    for count in asked.points:
        bench_frames(count)
    for count in asked.project:
        bench_projections(count, asked.compare)


if __name__ == "__main__":
    main()
