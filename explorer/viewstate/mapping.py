"""The places of the open collection's items on the map, and the jobs that compute them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.collection.collection import Collection
from explorer.collection.item_table import ItemTable
from explorer.collection.stored_projection import StoredProjection
from explorer.core.hub import Hub
from explorer.jobs import Control, Job, JobRunner
from explorer.lenses.projection import Method, Projection, place_new, project
from explorer.viewstate.messages import ProjectionChanged

NAMES: dict[Method, str] = {"umap": "UMAP", "pca": "PCA"}
Placed = tuple[NDArray[np.int64], Projection]


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
    """

    def __init__(self, jobs: JobRunner, hub: Hub) -> None:
        self._jobs, self._hub = jobs, hub
        self.method: Method = "umap"
        self.landed = ""
        self.coordinates: NDArray[np.float32] = np.empty((0, 2), np.float32)
        self.trust: NDArray[np.float32] | None = None
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
        self.coordinates = np.empty((0, 2), np.float32)
        self._hub.publish(ProjectionChanged("none"))

    def choose(self, method: Method, items: ItemTable) -> None:
        """Show the map by this method; kept places are used where they are still whole."""
        self.method = method
        if self._collection is not None:
            self._submit(self._collection, items, method, afresh=False)

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
        groups = items.modality_codes

        def land(rows: NDArray[np.int64], projection: Projection) -> None:
            if collection is self._collection:
                self._land(rows, projection, len(items))

        def work(control: Control) -> Placed | None:
            rows, vectors = collection.vectors()
            rows, vectors = rows[rows < len(groups)], vectors[rows < len(groups)]
            if not len(rows):
                return None
            kept = None if afresh else collection.projection(method)
            shared = 0 if kept is None else len(np.intersect1d(kept.rows, rows))
            if kept is not None and shared == len(rows):
                return rows, _kept(kept, rows, method)
            if kept is not None and shared >= len(rows) / 2:
                result = _extended(kept, rows, vectors, groups[rows], method, control)
            else:
                result = project(
                    vectors,
                    method,
                    groups=groups[rows],
                    landed=lambda first: self._jobs.post(lambda: land(rows, first)),
                    progress=control.progress,
                    check=control.check,
                )
            collection.save_projection(method, rows, result.coordinates, result.trust)
            return rows, result

        def done(result: Placed | None) -> None:
            if collection is not self._collection:
                return
            if result is None:
                self._hub.publish(ProjectionChanged("none"))
            else:
                land(*result)

        self._hub.publish(ProjectionChanged("computing"))
        self.job = self._jobs.submit(
            f"Lay out the map ({NAMES[method]})",
            work,
            lane="compute",
            key="projection",
            done=done,
            failed=lambda sentence: self._hub.publish(ProjectionChanged("failed", sentence)),
            cancelled=lambda: self._hub.publish(ProjectionChanged("ready" if self.landed else "none")),
        )

    def _land(self, rows: NDArray[np.int64], projection: Projection, count: int) -> None:
        size = max(count, int(rows.max(initial=-1)) + 1)
        coordinates = np.full((size, 2), np.nan, np.float32)
        coordinates[rows] = projection.coordinates
        self.coordinates, self.landed, self.trust = coordinates, projection.method, None
        if projection.trust is not None:
            self.trust = np.full(size, np.nan, np.float32)
            self.trust[rows] = projection.trust
        self._hub.publish(ProjectionChanged("ready"))


def _kept(kept: StoredProjection, rows: NDArray[np.int64], method: Method) -> Projection:
    """The kept places of these rows; all of them have one."""
    order = np.argsort(kept.rows)
    at = order[np.searchsorted(kept.rows, rows, sorter=order)]
    trust = None if kept.trust is None else kept.trust[at]
    return Projection(kept.coordinates[at], method, trust=trust)


def _extended(
    kept: StoredProjection,
    rows: NDArray[np.int64],
    vectors: NDArray[np.float32],
    groups: NDArray[np.integer],
    method: Method,
    control: Control,
) -> Projection:
    """Kept places stay; rows without one are placed by their neighbours."""
    known = np.isin(rows, kept.rows)
    old = _kept(kept, rows[known], method)
    coordinates = np.full((len(rows), 2), np.nan, np.float32)
    coordinates[known] = old.coordinates
    coordinates[~known] = place_new(
        vectors[~known],
        vectors[known],
        old.coordinates,
        groups_new=groups[~known],
        groups_old=groups[known],
        progress=control.progress,
        check=control.check,
    )
    trust = None
    if old.trust is not None:
        trust = np.full(len(rows), np.nan, np.float32)
        trust[known] = old.trust
    return Projection(coordinates, method, trust=trust)
