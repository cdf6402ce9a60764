"""Copies among the items of a collection: how to look for them, and what to do with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, get_args

import numpy as np

from explorer.collection.collection import Collection
from explorer.collection.item_table import ItemTable
from explorer.collection.marks import Marks
from explorer.core.errors import QueryError
from explorer.core.selection import Rows
from explorer.core.wording import Wording
from explorer.jobs import Control
from explorer.lenses.duplicates import (
    CLOSE,
    LOOSEST,
    NEIGHBOURS,
    USUAL,
    Copies,
    CopyGroup,
    Keep,
    Worth,
    find_copies,
)
from explorer.lenses.fingerprint import Fingerprint, fingerprint, likeness
from explorer.viewstate.arrangement import Arrangement
from explorer.viewstate.grouping import Group

THUMBNAILS_AT_ONCE = 256
MOST_COPIES = 8
"""Copies of one item that are shown beside it."""


@dataclass
class DuplicatesState:
    """What counts as a copy, and which one is kept; kept with the session.

    Parameters
    ----------
    least
        Likeness of near copies, from `LOOSEST` to 1.
    near
        Whether there are near copies at all, or only files with the same content.
    keep
        Which of several copies is proposed to be kept.
    """

    least: float = USUAL
    near: bool = True
    keep: Keep = "best"

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> DuplicatesState:
        """A state from JSON data; whatever does not fit is left out."""
        state = cls()
        least = data.get("least")
        if isinstance(least, int | float) and LOOSEST <= least <= 1:
            state.least = float(least)
        if isinstance(data.get("near"), bool):
            state.near = data["near"]
        if data.get("keep") in get_args(Keep):
            state.keep = data["keep"]
        return state

    def to_dict(self) -> dict[str, Any]:
        """The state as JSON data."""
        return asdict(self)


def search_copies(collection: Collection, items: ItemTable, control: Control) -> Copies:
    """Look for copies among the present items; rows of tables are no files and left out."""
    whole = np.array([not part for part in items.parts], bool) & items.present
    exact = []
    for group in collection.duplicates():
        kept = group[group < len(items)]
        kept = kept[whole[kept]]
        if len(kept) > 1:
            exact.append(kept)
    control.check()
    rows, vectors = collection.vectors(before=len(items))
    pictures = np.flatnonzero(whole[rows] & (items.width[rows] > 0))
    _, first = np.unique(items.contents[rows[pictures]], return_index=True)
    chosen = np.sort(pictures[first])
    return find_copies(
        exact,
        rows[chosen],
        vectors[chosen],
        lambda some: read_fingerprints(collection, items, some, control),
        progress=control.progress,
        check=control.check,
    )


def read_fingerprints(
    collection: Collection, items: ItemTable, rows: Rows, control: Control
) -> dict[int, Fingerprint]:
    """Fingerprints of the small pictures of rows, of those that have one."""
    found: dict[int, Fingerprint] = {}
    for start in range(0, len(rows), THUMBNAILS_AT_ONCE):
        control.check()
        control.progress(start, len(rows), Wording("Comparing pictures"))
        some = rows[start : start + THUMBNAILS_AT_ONCE].tolist()
        stored = collection.thumbnails([str(items.ids[row]) for row in some])
        for row in some:
            data = stored.get(str(items.ids[row]))
            print_ = fingerprint(data) if data else None
            if print_ is not None:
                found[row] = print_
    return found


def copies_of(
    collection: Collection, items: ItemTable, row: int, control: Control
) -> list[tuple[int, float]]:
    """Rows of the copies of one item, and how alike each is; the same content first.

    Near copies are looked for among a picture's nearest neighbours.
    """
    same = (items.contents == items.contents[row]) & items.present
    same[row] = False
    exact = np.flatnonzero(same)[:MOST_COPIES].tolist()
    if not items.width[row]:
        return [(one, 1.0) for one in exact]
    control.check()
    kind, known = items.modality(row), {row, *exact}
    try:
        hits = collection.neighbours(str(items.ids[row]), NEIGHBOURS, kind)
    except QueryError:  # it has no vector yet
        hits = []
    close = [hit.row for hit in hits if hit.score >= CLOSE and hit.row not in known]
    rows = np.array([row, *close], np.int64)
    prints = read_fingerprints(collection, items, rows, control) if close else {}
    near = [(one, likeness(prints[row], prints[one])) for one in close if {row, one} <= set(prints)]
    alike = sorted(((one, how) for one, how in near if how >= USUAL), key=lambda pair: -pair[1])
    return [*((one, 1.0) for one in exact), *alike][:MOST_COPIES]


def worth_of(items: ItemTable, marked: Mapping[str, Marks]) -> Worth:
    """What makes each item worth keeping."""
    said = np.zeros(len(items))
    for item_id, marks in marked.items():
        row = items.row_of(item_id)
        if row >= 0:
            said[row] = len(marks.tags) + marks.rating + bool(marks.note)
    moment = np.where(np.isfinite(items.taken), items.taken, items.modified_ns / 1e9)
    pixels = items.width.astype(np.float64) * items.height
    return Worth(said, pixels, items.size.astype(np.float64), moment)


def arrange_copies(
    groups: Sequence[CopyGroup], count: int, folded: frozenset[str] = frozenset()
) -> Arrangement:
    """The groups as rows under headings, for a table of `count` items.

    The key of a group is its number; of those that are folded the heading alone is shown.
    """
    headings: list[Group] = []
    shown: list[Rows] = [np.empty(0, np.int64)]
    stop = 0
    for number, group in enumerate(groups):
        size, key = len(group.rows), str(number)
        start, stop = stop, stop + (0 if key in folded else size)
        headings.append(Group(key, start, stop, size, folded=key in folded))
        if stop > start:
            shown.append(group.rows)
    rows = np.concatenate(shown)
    positions = np.full(count, -1, np.int64)
    positions[rows] = np.arange(len(rows))
    total = sum(group.count for group in headings)
    return Arrangement(rows, positions, groups=tuple(headings), total=total)
