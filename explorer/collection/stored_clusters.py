"""Groups of the items that were found before, with their names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.store.kept_arrays import KeptArrays

Labels = NDArray[np.int32]
_FILE = "clusters"


@dataclass(frozen=True, slots=True, eq=False)
class StoredClusters:
    """Which group each item is in, on several levels.

    Parameters
    ----------
    rows
        int64 (m,) rows of the item table, ascending.
    labels
        int32 (m, levels), from few large groups to many small ones within them; -1 for none.
    names
        By level and group.
    """

    rows: NDArray[np.int64]
    labels: Labels
    names: tuple[tuple[str, ...], ...]

    @property
    def levels(self) -> int:
        """How many levels there are; 0 where there were too few items for groups."""
        return len(self.names)

    def of_table(self, count: int, level: int) -> Labels:
        """Group of each row of a table of so many rows on one level: int32 (count,), -1 none."""
        groups = np.full(count, -1, np.int32)
        if level < self.levels:
            known = self.rows < count
            groups[self.rows[known]] = self.labels[known, level]
        return groups

    def rows_of(self, level: int, group: int) -> NDArray[np.int64]:
        """Rows of the items of a group: int64 (k,)."""
        found: NDArray[np.int64] = self.rows[self.labels[:, level] == group]
        return found

    def group_of(self, row: int, level: int) -> int:
        """The group of an item on a level, -1 where it has none."""
        at = int(np.searchsorted(self.rows, row))
        there = at < len(self.rows) and self.rows[at] == row and level < self.levels
        return int(self.labels[at, level]) if there else -1

    def rows_named(self, name: str) -> NDArray[np.int64]:
        """Rows of the items of every group of this name, whatever its level."""
        found = [
            self.rows_of(level, names.index(name))
            for level, names in enumerate(self.names)
            if name in names
        ]
        return np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)


def read_clusters(kept: KeptArrays) -> StoredClusters | None:
    """The kept groups; None where there are none, or they are damaged."""
    stored = kept.read(_FILE)
    if stored is None:
        return None
    try:
        labels = stored["labels"].astype(np.int32)
        names = tuple(
            tuple(str(name) for name in stored[f"names{level}"]) for level in range(labels.shape[1])
        )
        return StoredClusters(stored["rows"].astype(np.int64), labels, names)
    except (KeyError, IndexError, ValueError):
        return None


def write_clusters(kept: KeptArrays, clusters: StoredClusters) -> None:
    """Keep groups in place of those there were."""
    names = {f"names{level}": np.array(own, "U") for level, own in enumerate(clusters.names)}
    kept.write(_FILE, {"rows": clusters.rows, "labels": clusters.labels, **names})
