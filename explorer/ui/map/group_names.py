"""Where the names of groups stand on a map. No Qt in here."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from explorer.collection.stored_clusters import StoredClusters
from explorer.lenses.contours import GroupShape, group_shapes
from explorer.ui.map.labels import Label

_NUMBERED = re.compile(r" \d+$")
Shapes = Sequence[Sequence[GroupShape | None]]


def shapes_of(
    clusters: StoredClusters | None, coordinates: NDArray[np.float32]
) -> list[list[GroupShape | None]]:
    """Outlines of all groups, by level and group, for places (n, 2) by row of the item table."""
    if clusters is None:
        return []
    return [
        group_shapes(coordinates, clusters.of_table(len(coordinates), level), len(names))
        for level, names in enumerate(clusters.names)
    ]


def group_labels(clusters: StoredClusters, shapes: Shapes) -> list[Label]:
    """Names of the groups that have a place, each where its group is thickest.

    A group that is called as one of a coarser level is left out: it would only say it twice.
    """
    labels: list[Label] = []
    said: set[str] = set()
    for level, of_level in enumerate(shapes):
        coarser = frozenset(said)
        for group, shape in enumerate(of_level):
            name = _NUMBERED.sub("", clusters.names[level][group])
            if shape is not None and name and name not in coarser:
                labels.append(Label(shape.x, shape.y, name, level, group_key(level, group)))
                said.add(name)
    return labels


def group_key(level: int, group: int) -> str:
    """How a group is told from others: ``"1:4"``."""
    return f"{level}:{group}"
