"""Measure the map: frames, the index of points, and projections.

Run ``python tests/benchmarks/bench_map.py [--points N ...] [--project N ...] [--compare]``; prints
a row of a Markdown table for each measurement. Frames are drawn off screen, 1200 x 800. With
``--compare`` umap-learn lays the same vectors out, and pyqtgraph draws the same points.
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

from explorer.lenses.clusters import find_clusters
from explorer.lenses.landmarks import LandmarkGraph, landmark_graph
from explorer.lenses.projection import project
from explorer.lenses.projection_trust import map_quality
from explorer.lenses.projection_vectors import PreparedVectors, prepare
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


def bench_pyqtgraph(count: int) -> None:
    """Measure pyqtgraph's own scatter plot at the same zooms: 4 px discs, one brush a group."""
    import pyqtgraph as pg
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    places, rgba = clustered_points(count)
    pg.setConfigOptions(antialias=True)
    plot = pg.PlotWidget()
    plot.resize(1200, 800)
    brushes = {tuple(colour): pg.mkBrush(*colour) for colour in np.unique(rgba, axis=0).tolist()}
    item = pg.ScatterPlotItem(
        x=places[:, 0], y=places[:, 1], size=4, pen=None,
        brush=[brushes[tuple(colour)] for colour in rgba.tolist()],
    )  # fmt: skip
    plot.addItem(item)
    plot.show()
    application.processEvents()
    left, bottom = places.min(axis=0).tolist()
    right, top = places.max(axis=0).tolist()
    view = plot.getViewBox()
    for zoom in (1, 4, 16, 64):
        half = (right - left) / 2 / zoom, (top - bottom) / 2 / zoom
        step = 0.0

        def frame(half: tuple[float, float] = half) -> None:
            nonlocal step
            step += half[0] * 0.01
            view.setRange(
                xRange=(step - half[0], step + half[0]), yRange=(-half[1], half[1]), padding=0
            )
            plot.grab()

        clock, processor = timed(frame)
        row(f"frame of pyqtgraph's ScatterPlotItem, zoom {zoom}", count, f"{clock:.1f} ms",
            f"{processor:.1f} ms of processor time")  # fmt: skip
    plot.close()


def bench_groups(count: int) -> None:
    """Measure what the map draws besides its points: outlines of groups and lines of density."""
    from explorer.lenses.contours import density_contours, group_shapes

    places, _ = clustered_points(count)
    labels = np.random.default_rng(0).integers(0, 216, count).astype(np.int32)
    clock, _ = timed(lambda: density_contours(places))
    row("lines of equal density", count, f"{clock:.0f} ms")
    clock, _ = timed(lambda: group_shapes(places, labels, 216))
    row("outlines of 216 groups", count, f"{clock:.0f} ms")


def bench_projections(count: int, compare: bool) -> None:
    """Measure PCA, axes and UMAP of vectors of 384 numbers, and the groups among them."""
    vectors = embedding_like(count)
    began = time.perf_counter()
    project(vectors, "pca", measure=False)
    row("PCA", count, f"{time.perf_counter() - began:.1f} s")
    began = time.perf_counter()
    project(vectors, "axes", axes=[vectors[0], vectors[1]], measure=False)
    row("axes of one's own", count, f"{time.perf_counter() - began:.1f} s")
    steps: list[tuple[str, float]] = []
    began_cpu = time.process_time()
    graph: list[LandmarkGraph] = []

    def find(ready: PreparedVectors) -> LandmarkGraph:
        graph.append(landmark_graph(ready, progress=tell))
        return graph[-1]

    def tell(done: int, total: int, note: str) -> None:
        if not steps or steps[-1][0] != note:
            steps.append((note, time.perf_counter()))

    began = time.perf_counter()
    done = project(vectors, "umap", graph_source=find, measure=False, progress=tell)
    ended = time.perf_counter()
    spent = time.process_time() - began_cpu
    parts = [f"{note.lower()} at {at - began:.0f} s" for note, at in steps]
    quality = map_quality(prepare(vectors), done.coordinates)
    row(
        "UMAP",
        count,
        f"{ended - began:.0f} s",
        f"{quality}; {spent:.0f} s of processor time; {'; '.join(parts)}",
    )
    began = time.perf_counter()
    found = find_clusters(prepare(vectors), graph[0])
    row("groups on all levels", count, f"{time.perf_counter() - began:.1f} s", f"{found.counts}")
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
    parser.add_argument(
        "--compare", action="store_true", help="the same by umap-learn and pyqtgraph"
    )
    asked = parser.parse_args()
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n")
    print("| what | items | figure | note |\n|---|---|---|---|")
    began = time.perf_counter()
    warm_up()
    row("compile or load the drawing loops", 0, f"{time.perf_counter() - began:.1f} s")
    for count in asked.points:
        bench_frames(count)
        bench_groups(count)
        if asked.compare:
            bench_pyqtgraph(count)
    for count in asked.project:
        bench_projections(count, asked.compare)


if __name__ == "__main__":
    main()
