"""What items can be ordered and grouped by, worked out when it is first needed."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from explorer.collection.item_table import ItemTable
from explorer.collection.marks import Marks

NO_GROUP = -1
QUARTER_HOUR = 900


class ItemValues:
    """One number per row for everything that a view orders by.

    It belongs to one state of the table, the marks and the clusters; any thread may read it.

    Parameters
    ----------
    marks
        By item id; items without any may be missing.
    clusters
        int (m,) by row, -1 for none; rows beyond the end have none.
    cluster_names
        By number.
    """

    def __init__(
        self,
        items: ItemTable,
        marks: Mapping[str, Marks] | None = None,
        clusters: NDArray[np.integer] | None = None,
        cluster_names: Mapping[int, str] | None = None,
    ) -> None:
        self.items = items
        self._marks = {} if marks is None else marks
        self._clusters = clusters
        self.cluster_names: Mapping[int, str] = cluster_names or {}

    def __len__(self) -> int:
        return len(self.items)

    @cached_property
    def name_ranks(self) -> NDArray[np.int64]:
        """Place of each item's title in the alphabet, from 0: int64 (n,)."""
        return _ranks([str(title).casefold() for title in self.items.titles])

    @cached_property
    def folders(self) -> tuple[NDArray[np.int64], list[str]]:
        """Number of each item's folder, int64 (n,), and the folders in alphabetical order."""
        paths = [os.path.dirname(str(path)) for path in self.items.paths]  # noqa: PTH120
        names = sorted(set(paths), key=lambda path: (path.casefold(), path))
        numbers = {path: number for number, path in enumerate(names)}
        codes = np.fromiter((numbers[path] for path in paths), np.int64, len(paths))
        return codes, names

    @cached_property
    def kinds(self) -> NDArray[np.int64]:
        """Place of each item's modality in the alphabet: int64 (n,)."""
        ranks = _ranks(list(self.items.modalities))
        return ranks[self.items.modality_codes] if len(ranks) else np.empty(0, np.int64)

    @cached_property
    def days(self) -> NDArray[np.int64]:
        """Days since 1970 on which each item was taken, or its file changed: int64 (n,).

        Cameras write local time without a zone, so it counts as it stands; the time of a file is
        brought to the zone of this machine.
        """
        taken, changed = self.items.taken, self.items.modified_ns / 1e9
        seconds = np.where(np.isfinite(taken), taken, _local(changed))
        return np.asarray(np.floor(seconds / 86_400), np.int64)

    @cached_property
    def ratings(self) -> NDArray[np.int8]:
        """Stars: int8 (n,)."""
        found = np.zeros(len(self), np.int8)
        for row, marks in self._marked.items():
            found[row] = marks.rating
        return found

    @cached_property
    def tags(self) -> dict[int, tuple[str, ...]]:
        """Tags in alphabetical order, of those rows that have any."""
        return {
            row: tuple(sorted(marks.tags, key=str.casefold))
            for row, marks in self._marked.items()
            if marks.tags
        }

    @cached_property
    def tag_ranks(self) -> NDArray[np.float64]:
        """Place of each item's tags in the alphabet, NaN without any: float64 (n,)."""
        found = np.full(len(self), np.nan)
        if self.tags:
            words = [", ".join(tags).casefold() for tags in self.tags.values()]
            found[list(self.tags)] = _ranks(words)
        return found

    @cached_property
    def clusters(self) -> NDArray[np.int64]:
        """Number of each item's cluster, -1 for none: int64 (n,)."""
        found = np.full(len(self), NO_GROUP, np.int64)
        if self._clusters is not None:
            known = min(len(self), len(self._clusters))
            found[:known] = self._clusters[:known]
        return found

    @property
    def pixels(self) -> NDArray[np.float64]:
        """Number of pixels, NaN where there are none: float64 (n,)."""
        area = self.items.width.astype(np.float64) * self.items.height
        return np.where(area > 0, area, np.nan)

    @cached_property
    def _marked(self) -> dict[int, Marks]:
        rows = ((self.items.row_of(item_id), marks) for item_id, marks in self._marks.items())
        return {row: marks for row, marks in rows if row >= 0}


def _ranks(words: list[str]) -> NDArray[np.int64]:
    """Place of each word in the sorted list; equal words share one."""
    places = {word: place for place, word in enumerate(sorted(set(words)))}
    return np.fromiter((places[word] for word in words), np.int64, len(words))


def _local(seconds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Seconds since the epoch as if the clock on the wall were that of UTC."""
    # A zone changes its offset on a quarter of an hour at the most often.
    quarters, places = np.unique(np.floor(seconds / QUARTER_HOUR), return_inverse=True)
    shifts = [_offset(float(quarter) * QUARTER_HOUR) for quarter in quarters]
    return np.asarray(seconds + np.asarray(shifts, np.float64)[places], np.float64)


def _offset(seconds: float) -> int:
    try:
        return time.localtime(seconds).tm_gmtoff
    except (OverflowError, OSError, ValueError):
        return 0
