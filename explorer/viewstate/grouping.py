"""Items in groups: by cluster, folder, day, tag, or how good a match they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.core.selection import Rows
from explorer.viewstate.grid_state import GroupKey
from explorer.viewstate.item_values import NO_GROUP, ItemValues

BANDS = (99.9, 99.0, 95.0, 75.0, 50.0, 0.0)
"""Lower edges of the bands of the score, as the share of the collection that is farther, %."""


@dataclass(frozen=True, slots=True)
class Group:
    """One group of an arrangement.

    Parameters
    ----------
    key
        What its items have in common: the folder, the tag, the number of the cluster or band, the
        day as ISO 8601. Empty for items that have none.
    start, stop
        Positions that are shown; none where it is folded.
    count
        Its items, shown or not.
    """

    key: str
    start: int
    stop: int
    count: int
    folded: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """Items parted into groups: `index` int64 (m,) says which, group by group."""

    index: NDArray[np.int64]
    keys: tuple[str, ...]
    counts: NDArray[np.int64]


def part_rows(
    by: GroupKey,
    rows: Rows,
    values: ItemValues,
    percentiles: NDArray[np.float32] | None = None,
    *,
    oldest_first: bool = False,
) -> Parts:
    """Part rows into groups, within which they keep their order.

    Items that have no folder, tag or cluster come last. An item with several tags is in the group
    of each.

    Parameters
    ----------
    percentiles
        float32 (n,) of each row; without them there are no bands of the score.
    oldest_first
        The order of the days.
    """
    if by == "folder":
        codes, names = values.folders
        return _parts(codes[rows], lambda code: names[code])
    if by == "day":
        days = values.days[rows]
        sign = 1 if oldest_first else -1
        return _parts(sign * days, lambda code: str(np.datetime64(sign * code, "D")))
    if by == "cluster":
        return _by_cluster(rows, values)
    if by == "tag":
        return _by_tag(rows, values)
    if by == "band" and percentiles is not None:
        edges = np.asarray(BANDS[:-1], np.float32)
        return _parts((percentiles[:, None] < edges).sum(axis=1).astype(np.int64), str)
    return Parts(np.arange(len(rows)), ("",), np.array([len(rows)], np.int64))


def _by_cluster(rows: Rows, values: ItemValues) -> Parts:
    """The largest cluster first."""
    codes = values.clusters[rows]
    numbers, places, counts = np.unique(codes, return_inverse=True, return_counts=True)
    order = np.lexsort((numbers, -counts, numbers == NO_GROUP))
    ranks = np.empty(len(numbers), np.int64)
    ranks[order] = np.arange(len(numbers))
    ordered = numbers[order]
    return _parts(
        ranks[places], lambda rank: "" if ordered[rank] == NO_GROUP else str(int(ordered[rank]))
    )


def _by_tag(rows: Rows, values: ItemValues) -> Parts:
    names = sorted({tag for tags in values.tags.values() for tag in tags}, key=str.casefold)
    numbers = {tag: number for number, tag in enumerate(names)}
    index: list[int] = []
    codes: list[int] = []
    tagged = np.zeros(len(values), bool)
    tagged[list(values.tags)] = True
    for place in np.flatnonzero(tagged[rows]).tolist():
        tags = values.tags[int(rows[place])]
        index.extend([place] * len(tags))
        codes.extend(numbers[tag] for tag in tags)
    without = np.flatnonzero(~tagged[rows])
    all_index = np.concatenate([np.asarray(index, np.int64), without])
    all_codes = np.concatenate([np.asarray(codes, np.int64), np.full(len(without), len(names))])
    parts = _parts(all_codes, lambda code: names[code] if code < len(names) else "")
    return Parts(all_index[parts.index], parts.keys, parts.counts)


def _parts(codes: NDArray[np.int64], name: Callable[[int], str]) -> Parts:
    """Groups in the order of their codes."""
    index = np.argsort(codes, kind="stable").astype(np.int64)
    numbers, counts = np.unique(codes, return_counts=True)
    return Parts(index, tuple(name(int(number)) for number in numbers), counts.astype(np.int64))
