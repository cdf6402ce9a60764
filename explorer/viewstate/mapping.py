"""The places of the open collection's items on the map, and the jobs that compute them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.collection.collection import Collection
from explorer.collection.item_table import ItemTable
from explorer.core.hub import Hub
from explorer.core.wording import Wording
from explorer.jobs import Control, Job, JobRunner
from explorer.lenses.projection import MapQuality, Method, Projection
from explorer.lenses.projection_axes import AxisSpan
from explorer.viewstate.messages import ProjectionChanged
from explorer.viewstate.placing import Placed, place_items
from explorer.viewstate.semantic_axes import SemanticAxes

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

    def open(self, collection: Collection, items: ItemTable) -> None:
        """Show the kept places of a collection, or compute them."""
        self._collection = collection
        self.choose(self.method, items)

    def close(self) -> None:
        """Forget the places; work on them is cancelled."""
        if self.job is not None:
            self.job.cancel()
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

        axes = self.axes

        def work(control: Control) -> Placed | None:
            return place_items(
                collection,
                items,
                method,
                axes=axes,
                afresh=afresh,
                control=control,
                landed=lambda rows, first: self._jobs.post(lambda: land_first(rows, first)),
            )

        def done(result: Placed | None) -> None:
            if collection is not self._collection:
                return
            if result is None:
                self._hub.publish(ProjectionChanged("none"))
            else:
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
