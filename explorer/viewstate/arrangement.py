"""Which rows a grid or list shows, in which order, and how strongly each answers the query."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.collection.item_table import ItemTable
from explorer.collection.ranking import Ranking
from explorer.core.selection import Rows
from explorer.viewstate.grid_state import SortKey

REFERENCE = 3
"""A match as good as the fourth best is a full one: an item that was itself asked for is first by
far, and must not make everything else look weak."""


@dataclass(frozen=True, slots=True, eq=False)
class Arrangement:
    """Rows in the order they are shown.

    Attributes
    ----------
    rows
        int64 (m,).
    positions
        int64 (n,): where each row of the table is shown, -1 for nowhere.
    hits
        int64 (m,): place of each shown row in the ranking; None without a query.
    strengths
        float32 (m,) from 0 (as good as any) to 1 (among the best), within its modality; None
        without a query.
    bars
        float32 (m,) from 0 to 1: the score between the middle and the best of its modality.
    ranking
        What `hits` points into.
    """

    rows: Rows
    positions: Rows
    hits: Rows | None = None
    strengths: NDArray[np.float32] | None = None
    bars: NDArray[np.float32] | None = None
    ranking: Ranking | None = None

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
    items: ItemTable, ranking: Ranking | None, sort: SortKey = "match", *, reverse: bool = False
) -> Arrangement:
    """Put the rows of an answer, or all that are present, in order.

    Items that lack what is sorted by come last, whichever way round.
    """
    if ranking is None:
        rows = np.flatnonzero(items.present).astype(np.int64)
        if sort == "match":
            rows = rows[::-1] if reverse else rows
        else:
            rows = rows[_order(items, rows, sort, reverse)]
        return Arrangement(rows, _positions(rows, len(items)))
    known = ranking.rows < len(items)
    hits = np.flatnonzero(known)
    rows = ranking.rows[hits].astype(np.int64)
    bars, strengths = _standing(ranking.scores[hits], items.modality_codes[rows])
    if sort == "match":
        order = np.arange(len(rows))[:: -1 if reverse else 1]
    else:
        order = _order(items, rows, sort, reverse)
    if not ranking.terms:  # a filter alone: every one is as good as the next
        return Arrangement(
            rows[order], _positions(rows[order], len(items)), hits[order], ranking=ranking
        )
    return Arrangement(
        rows[order],
        _positions(rows[order], len(items)),
        hits[order],
        strengths[order],
        bars[order],
        ranking,
    )


def _positions(rows: Rows, count: int) -> Rows:
    positions = np.full(count, -1, np.int64)
    positions[rows] = np.arange(len(rows))
    return positions


def _order(items: ItemTable, rows: Rows, sort: SortKey, reverse: bool) -> Rows:
    """Positions in `rows`, as shown: names from A, the rest from the newest or largest."""
    if sort == "name":
        titles = items.titles
        names = [str(titles[row]).casefold() for row in rows]
        return np.array(sorted(range(len(rows)), key=names.__getitem__, reverse=reverse), np.int64)
    values = np.asarray(
        {"added": items.added, "size": items.size, "taken": items.taken}.get(sort, items.added)
    )[rows].astype(np.float64)
    missing = np.isnan(values)
    keys = np.where(missing, np.inf, values if reverse else -values)
    return np.argsort(keys, kind="stable").astype(np.int64)


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
