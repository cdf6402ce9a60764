"""Which rows a grid or list shows, in which order, and how strongly each answers the query."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.collection.item_table import ItemTable
from explorer.collection.ranking import Ranking
from explorer.core.selection import Rows
from explorer.viewstate.grid_state import TEXT_KEYS, GroupKey, SortKey
from explorer.viewstate.grouping import Group, part_rows
from explorer.viewstate.item_values import ItemValues

REFERENCE = 3
"""A match as good as the fourth best is a full one: an item that was itself asked for is first by
far, and must not make everything else look weak."""


@dataclass(frozen=True, slots=True, eq=False)
class Arrangement:
    """Rows in the order they are shown.

    Attributes
    ----------
    rows
        int64 (m,). One that stands in several groups is there several times; one in a folded
        group is not there.
    positions
        int64 (n,): where each row of the table is first shown, -1 for nowhere.
    hits
        int64 (m,): place of each shown row in the ranking; None without a query.
    strengths
        float32 (m,) from 0 (as good as any) to 1 (among the best), within its modality; None
        without a query.
    bars
        float32 (m,) from 0 to 1: the score between the middle and the best of its modality.
    ranking
        What `hits` points into.
    by, groups
        What the rows are parted by, and the groups from the first to the last; none for "none".
    total
        Number of items, those in folded groups included.
    """

    rows: Rows
    positions: Rows
    hits: Rows | None = None
    strengths: NDArray[np.float32] | None = None
    bars: NDArray[np.float32] | None = None
    ranking: Ranking | None = None
    by: GroupKey = "none"
    groups: tuple[Group, ...] = ()
    total: int = 0

    def __len__(self) -> int:
        return len(self.rows)

    def position_of(self, row: int) -> int:
        """Where a row is shown, -1 for nowhere."""
        return int(self.positions[row]) if 0 <= row < len(self.positions) else -1

    @classmethod
    def empty(cls) -> Arrangement:
        """Nothing."""
        return cls(np.empty(0, np.int64), np.empty(0, np.int64))


def arrange(
    items: ItemTable,
    ranking: Ranking | None,
    sort: SortKey = "match",
    *,
    reverse: bool = False,
    by: GroupKey = "none",
    folded: frozenset[str] = frozenset(),
    values: ItemValues | None = None,
) -> Arrangement:
    """Put the rows of an answer, or all that are present, in order, and part them into groups.

    Items that lack what is sorted by come last, whichever way round.

    Parameters
    ----------
    folded
        Keys of the groups of which the heading alone is shown.
    values
        What to order and part by; from the table alone where it is not given.
    """
    values = ItemValues(items) if values is None else values
    if ranking is None:
        rows = np.flatnonzero(items.present).astype(np.int64)
        order = _order(values, rows, None, sort, reverse)
        shown = Arrangement(rows[order], _positions(rows[order], len(items)), total=len(rows))
        return _grouped(shown, values, by, folded, oldest_first=sort == "taken" and reverse)
    hits = np.flatnonzero(ranking.rows < len(items))
    rows = ranking.rows[hits].astype(np.int64)
    order = _order(values, rows, ranking.percentiles[hits], sort, reverse)
    bars = strengths = None
    if ranking.terms:  # by a filter alone every one is as good as the next
        bars, strengths = _standing(ranking.scores[hits], items.modality_codes[rows])
        bars, strengths = bars[order], strengths[order]
    shown = Arrangement(
        rows[order],
        _positions(rows[order], len(items)),
        hits[order],
        strengths,
        bars,
        ranking,
        total=len(rows),
    )
    return _grouped(shown, values, by, folded, oldest_first=sort == "taken" and reverse)


def _grouped(
    shown: Arrangement,
    values: ItemValues,
    by: GroupKey,
    folded: frozenset[str],
    *,
    oldest_first: bool,
) -> Arrangement:
    asked = shown.ranking is not None and shown.ranking.terms and shown.hits is not None
    if by == "none" or (by == "band" and not asked) or not len(shown):
        return shown
    percentiles = None
    if shown.ranking is not None and shown.hits is not None:
        percentiles = shown.ranking.percentiles[shown.hits]
    parts = part_rows(by, shown.rows, values, percentiles, oldest_first=oldest_first)
    open_ = np.array([key not in folded for key in parts.keys], bool)
    index = parts.index[np.repeat(open_, parts.counts)]
    stops = np.cumsum(np.where(open_, parts.counts, 0))
    starts = stops - np.where(open_, parts.counts, 0)
    groups = tuple(
        Group(key, int(start), int(stop), int(count), folded=key in folded)
        for key, start, stop, count in zip(parts.keys, starts, stops, parts.counts, strict=True)
    )
    rows = shown.rows[index]
    return replace(
        shown,
        rows=rows,
        positions=_positions(rows, len(shown.positions)),
        hits=None if shown.hits is None else shown.hits[index],
        strengths=None if shown.strengths is None else shown.strengths[index],
        bars=None if shown.bars is None else shown.bars[index],
        by=by,
        groups=groups,
    )


def _positions(rows: Rows, count: int) -> Rows:
    positions = np.full(count, -1, np.int64)
    positions[rows[::-1]] = np.arange(len(rows))[::-1]  # of several, the first stays
    return positions


def _order(
    values: ItemValues,
    rows: Rows,
    percentiles: NDArray[np.float32] | None,
    sort: SortKey,
    reverse: bool,
) -> Rows:
    """Positions in `rows`, as shown: words from A, the rest from the newest or largest."""
    if sort == "match" or (sort == "percentile" and percentiles is None):
        return np.arange(len(rows))[:: -1 if reverse else 1]
    found = percentiles if sort == "percentile" else _values(values, sort)[rows]
    numbers = np.asarray(found, np.float64)
    upwards = (sort in TEXT_KEYS) != reverse
    keys = np.where(np.isnan(numbers), np.inf, numbers if upwards else -numbers)
    return np.argsort(keys, kind="stable").astype(np.int64)


def _values(values: ItemValues, sort: SortKey) -> NDArray[Any]:
    """Numbers by row that order the items as `sort` does; NaN where one has none."""
    items = values.items
    if sort == "name":
        return values.name_ranks
    if sort == "kind":
        return values.kinds
    if sort == "folder":
        return values.folders[0]
    if sort == "tags":
        return values.tag_ranks
    if sort == "rating":
        return values.ratings
    if sort == "cluster":
        return np.where(values.clusters < 0, np.nan, values.clusters)
    if sort == "pixels":
        return values.pixels
    return {
        "taken": items.taken,
        "changed": items.modified_ns,
        "size": items.size,
        "duration": items.duration,
    }.get(sort, items.added)


def _standing(
    scores: NDArray[np.floating], codes: NDArray[np.integer]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Bars and strengths of scores, each modality by itself."""
    bars, strengths = np.ones((2, len(scores)), np.float32)
    for code in np.unique(codes):
        of_kind = codes == code
        some = np.asarray(scores[of_kind], np.float32)
        middle, best = float(np.median(some)), float(some.max())
        if best <= middle:
            continue
        bars[of_kind] = np.clip((some - middle) / (best - middle), 0, 1)
        place = max(len(some) - 1 - REFERENCE, 0)
        span = float(np.partition(some, place)[place]) - middle
        strengths[of_kind] = np.clip((some - middle) / span, 0, 1) if span > 0 else bars[of_kind]
    return bars, strengths
