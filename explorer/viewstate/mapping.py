"""The places of the open collection's items on the map, and the jobs that compute them."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from explorer.collection.collection import Collection
from explorer.collection.item_table import ItemTable
from explorer.core.hub import Hub
from explorer.core.wording import Wording
from explorer.jobs import Control, Job, JobRunner
from explorer.lenses.projection import MapQuality, Method, Projection
from explorer.lenses.projection_axes import AxisSpan
from explorer.viewstate.growing import Grown, grown_map
from explorer.viewstate.messages import ProjectionChanged
from explorer.viewstate.placing import Placed, place_items
from explorer.viewstate.semantic_axes import SemanticAxes

LEAST_REST, GROWTH_RESTS, LONGEST_REST = 1.0, 4.0, 20.0
"""Seconds between two additions to the map: so many times as long as the last one took."""
ROWS_A_SECOND = 20_000
"""The window's thread has to take in no more rows than so many in a second."""
_GROWTH = "growing map"

NAMES: dict[Method, str] = {
    "umap": "UMAP",
    "tsne": "t-SNE",
    "pca": "PCA",
    "axes": "axes of your own",
}


class Mapping2D:
    """Coordinates per row, kept with the collection so that they are there at the next start.

    Attributes
    ----------
    coordinates
        float32 (n, 2), one per row of the item table; NaN where an item has no place.
    trust
        float32 (n,) from 0 to 1: how much of its true neighbourhood the map keeps, or None.
    method
        What the person has chosen; ``landed`` is what is shown (PCA until UMAP has landed).
    quality
        Of the whole map that is shown, or None where it was not measured.
    axes, spans
        What a map by axes runs between, and the values at its ends.
    """

    def __init__(self, jobs: JobRunner, hub: Hub) -> None:
        self._jobs, self._hub = jobs, hub
        self.method: Method = "umap"
        self.landed = ""
        self.coordinates: NDArray[np.float32] = np.empty((0, 2), np.float32)
        self.trust: NDArray[np.float32] | None = None
        self.quality: MapQuality | None = None
        self.axes = SemanticAxes()
        self.spans: tuple[AxisSpan, AxisSpan] | None = None
        self.job: Job | None = None
        self._collection: Collection | None = None
        self._growing: Job | None = None
        self._laid_out = 0
        self._next_growth = 0.0

    def open(self, collection: Collection, items: ItemTable) -> None:
        """Show the kept places of a collection, or compute them."""
        self._collection = collection
        self._laid_out, self._next_growth = 0, 0.0
        self.choose(self.method, items)

    def close(self) -> None:
        """Forget the places; work on them is cancelled."""
        if self.job is not None:
            self.job.cancel()
        self._jobs.cancel(_GROWTH)
        self._collection, self.job, self.landed, self.trust = None, None, "", None
        self.quality, self.spans = None, None
        self.coordinates = np.empty((0, 2), np.float32)
        self._hub.publish(ProjectionChanged("none"))

    def choose(self, method: Method, items: ItemTable) -> None:
        """Show the map by this method; kept places are used where they are still whole."""
        self.method = method
        if self._collection is not None:
            self._submit(self._collection, items, method, afresh=False)

    def lay_out_by(self, axes: SemanticAxes, items: ItemTable) -> None:
        """Show the map by axes that run between these phrases."""
        self.axes = axes
        self.choose("axes", items)

    def update(self, collection: Collection, items: ItemTable) -> None:
        """Find places for items that have none, without moving the others."""
        if collection is self._collection:
            self._submit(collection, items, self.method, afresh=False)

    def grow(self, collection: Collection, items: ItemTable) -> None:
        """Show what has come since on the map, while more is being indexed.

        At most one such work is under way, and it rests long enough to take little of the
        machine; what comes meanwhile is shown with the next, or by `update` at the end.
        """
        busy = any(job is not None and not job.state.ended for job in (self.job, self._growing))
        if collection is not self._collection or busy or time.monotonic() < self._next_growth:
            return
        method, places, laid_out, axes = self.method, self.coordinates, self._laid_out, self.axes

        def work(control: Control) -> tuple[Grown | None, float]:
            began = time.monotonic()
            grown = grown_map(collection, items, method, places, laid_out, control, axes)
            return grown, time.monotonic() - began

        def done(result: tuple[Grown | None, float]) -> None:
            grown, seconds = result
            # The first one takes most of its time to load what it needs.
            times = GROWTH_RESTS if laid_out else 1.0
            rest = min(max(LEAST_REST, times * seconds), LONGEST_REST)
            rest = max(rest, len(items) / ROWS_A_SECOND)
            self._next_growth = time.monotonic() + rest
            if grown is not None and collection is self._collection and method == self.method:
                added_to = grown.laid_out == self._laid_out
                self._laid_out = grown.laid_out
                shown = grown.projection
                if added_to:
                    shown = self._measured_as_before(grown.rows, shown)
                self._land(grown.rows, shown, len(items))

        self._growing = self._jobs.submit(
            Wording("Place what is new on the map"),
            work,
            lane="compute",
            key=_GROWTH,
            done=done,
            quiet=True,
        )

    def redo(self, items: ItemTable) -> None:
        """Compute all places anew."""
        if self._collection is not None:
            self._submit(self._collection, items, self.method, afresh=True)

    def _submit(
        self, collection: Collection, items: ItemTable, method: Method, *, afresh: bool
    ) -> None:
        def land(rows: NDArray[np.int64], projection: Projection) -> None:
            if collection is self._collection:
                self._land(rows, projection, len(items))

        def land_first(rows: NDArray[np.int64], first: Projection) -> None:
            # A quick layout fills an empty map; it does not come between two that one follows.
            if not self.landed or first.method == method:
                land(rows, first)

        self._jobs.cancel(_GROWTH)
        axes = self.axes
        # What another method has laid out is nowhere near.
        start = self.coordinates if method == self.landed and not afresh else None

        def work(control: Control) -> Placed | None:
            return place_items(
                collection,
                items,
                method,
                axes=axes,
                afresh=afresh,
                control=control,
                start=start,
                landed=lambda rows, first: self._jobs.post(lambda: land_first(rows, first)),
            )

        def done(result: Placed | None) -> None:
            if collection is not self._collection:
                return
            if result is None:
                self._hub.publish(ProjectionChanged("none"))
            else:
                self._laid_out = len(result[0])
                land(*result)

        self._hub.publish(ProjectionChanged("computing"))
        self.job = self._jobs.submit(
            Wording("Lay out the map ({method})", method=NAMES[method]),
            work,
            lane="compute",
            key="projection",
            done=done,
            failed=lambda sentence: self._hub.publish(ProjectionChanged("failed", sentence)),
            cancelled=lambda: self._hub.publish(
                ProjectionChanged("ready" if self.landed else "none")
            ),
        )

    def _measured_as_before(self, rows: NDArray[np.int64], added: Projection) -> Projection:
        """Let what was measured of the map hold on for those that did not move."""
        if self.trust is None:
            return replace(added, quality=self.quality)
        trust = np.full(len(rows), np.nan, np.float32)
        known = rows < len(self.trust)
        trust[known] = self.trust[rows[known]]
        return replace(added, trust=trust, quality=self.quality)

    def _land(self, rows: NDArray[np.int64], projection: Projection, count: int) -> None:
        size = max(count, int(rows.max(initial=-1)) + 1)
        coordinates = np.full((size, 2), np.nan, np.float32)
        coordinates[rows] = projection.coordinates
        self.coordinates, self.landed, self.trust = coordinates, projection.method, None
        self.quality, self.spans = projection.quality, projection.spans
        if projection.trust is not None:
            self.trust = np.full(size, np.nan, np.float32)
            self.trust[rows] = projection.trust
        self._hub.publish(ProjectionChanged("ready"))
