"""Works out names, outlines and lines of the map off the GUI thread, and shows them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from explorer.collection.stored_clusters import StoredClusters
from explorer.core.errors import ExplorerError
from explorer.core.selection import Rows
from explorer.jobs import Control
from explorer.lenses.contours import GroupShape, Line, density_contours
from explorer.ui.map.group_names import group_key, group_labels, shapes_of
from explorer.ui.map.shapes import GroupLine
from explorer.ui.map.widget import MapWidget
from explorer.viewstate.messages import (
    ClustersChanged,
    CollectionOpened,
    FocusChanged,
    ProjectionChanged,
)
from explorer.viewstate.session import Session

TRUE_NEIGHBOURS = 8


@dataclass(frozen=True, eq=False)
class _Found:
    shapes: list[list[GroupShape | None]]
    density: tuple[tuple[Line, ...], ...]


class MapShapes(QObject):
    """Keeps the lines of a map in step with the places and the groups.

    Attributes
    ----------
    colours
        ``#rrggbb`` by group of the coarsest level while the map is coloured by group, else empty.
    """

    def __init__(self, session: Session, widget: MapWidget) -> None:
        super().__init__(widget)
        self._session, self._map = session, widget
        self.colours: tuple[str, ...] = ()
        self._found: _Found | None = None
        self._clusters: StoredClusters | None = None
        self._key = f"map shapes {id(self)}"
        hub = session.hub
        hub.subscribe(self, CollectionOpened, lambda _: self._forget())
        hub.subscribe(
            self, ProjectionChanged, lambda m: self.update() if m.state == "ready" else None
        )
        hub.subscribe(self, ClustersChanged, lambda _: self.update())
        hub.subscribe(self, FocusChanged, lambda m: self.show_neighbours(m.row))

    def close(self) -> None:
        """Hear of nothing more."""
        self._session.hub.unsubscribe(self)

    # -- groups and density

    def update(self) -> None:
        """Work the lines out anew."""
        coordinates, clusters = self._session.mapping.coordinates, self._session.clustering.clusters
        if not len(coordinates):
            self._forget()
            return

        def work(control: Control) -> _Found:
            shapes = shapes_of(clusters, coordinates)
            control.check()
            return _Found(shapes, density_contours(coordinates))

        def done(found: _Found) -> None:
            if coordinates is self._session.mapping.coordinates:
                self._found, self._clusters = found, clusters
                self.show()

        self._session.jobs.submit("Draw outlines", work, key=self._key, done=done, quiet=True)

    def show_in(self, colours: tuple[str, ...]) -> None:
        """Show the outlines in the colours of their groups; nothing to do if they are the same."""
        if colours != self.colours:
            self.colours = colours
            self.show()

    def show(self) -> None:
        """Show what is known, in the colours of now."""
        found, clusters = self._found, self._clusters
        if found is None:
            return
        lines = [
            GroupLine(group_key(level, group), level, shape.lines, self._colour(level, group))
            for level, shapes in enumerate(found.shapes)
            for group, shape in enumerate(shapes)
            if shape is not None
        ]
        self._map.set_shapes(lines, found.density)
        self._map.set_labels([] if clusters is None else group_labels(clusters, found.shapes))

    def _colour(self, level: int, group: int) -> str:
        """Of the coarsest group that this one lies in."""
        if not self.colours or self._clusters is None:
            return ""
        rows = self._clusters.labels[self._clusters.labels[:, level] == group, 0]
        above = int(np.bincount(rows[rows >= 0]).argmax()) if (rows >= 0).any() else -1
        return self.colours[above % len(self.colours)] if above >= 0 else ""

    def rows_of(self, key: str) -> Rows:
        """Rows of the items of a group by its key."""
        level, _, group = key.partition(":")
        if self._clusters is None or not group:
            return np.empty(0, np.int64)
        return self._clusters.rows_of(int(level), int(group))

    def group_of(self, row: int) -> str:
        """Key of the group around an item whose outline is shown at this zoom; empty for none."""
        clusters, level = self._clusters, self._map.group_level()
        if clusters is None or not clusters.levels:
            return ""
        for above in range(min(level, clusters.levels - 1), -1, -1):
            group = clusters.group_of(row, above)
            if group >= 0:
                return group_key(above, group)
        return ""

    def _forget(self) -> None:
        self._found, self._clusters = None, None
        self._map.set_shapes([], ())
        self._map.set_labels([])
        self._map.set_neighbours(-1, np.empty(0, np.int64))

    # -- neighbours

    def show_neighbours(self, row: int) -> None:
        """Draw lines from an item to those that are nearest in truth."""
        collection, items = self._session.collection, self._session.items
        nobody: NDArray[np.int64] = np.empty(0, np.int64)
        self._map.set_neighbours(-1, nobody)
        if collection is None or not 0 <= row < len(items) or not self._map.with_neighbours:
            return
        item_id = str(items.ids[row])

        def work(control: Control) -> Rows:
            del control
            try:
                hits = collection.neighbours(item_id, TRUE_NEIGHBOURS)
            except ExplorerError:  # an item without a vector has no neighbours to draw
                return nobody
            return np.array([hit.row for hit in hits], np.int64)

        def done(rows: Rows) -> None:
            if self._session.selecting.focus == row:
                self._map.set_neighbours(row, rows)

        self._session.jobs.submit(
            "Find true neighbours", work, key=f"{self._key} near", done=done, quiet=True
        )
