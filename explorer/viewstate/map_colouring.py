"""What the points of the map are coloured by: kinds of things, or amounts along a scale."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from explorer.collection.item_table import ItemTable
from explorer.viewstate.columns import ColumnKind
from explorer.viewstate.session import Session

Floats = NDArray[np.float32]
Unit = Literal["", "share", "date", "pixels", "bytes", "seconds", "stars"]

MOST_CATEGORIES = 9
"""More would have colours that one cannot tell apart; the rest is one, called other."""
LENS = "lens:"
"""Before the name of a lens column in `colour_by`."""
TAIL = 0.01
"""Share of the values beyond each end of a scale, so that one outlier does not take it all."""


@dataclass(frozen=True, slots=True, eq=False)
class Categories:
    """A few kinds of things.

    Parameters
    ----------
    codes
        int32 (n,) by row; -1 is none of them.
    keys, names, counts
        By code.
    of_media
        Whether the keys are modalities, which the view has words and colours for.
    """

    codes: NDArray[np.int32]
    keys: tuple[str, ...]
    names: tuple[str, ...]
    counts: tuple[int, ...]
    of_media: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Amounts:
    """Numbers along a scale.

    Parameters
    ----------
    values
        float (n,) by row; NaN is not known.
    limits
        Values at the ends of the scale.
    unit
        How a number is written.
    title, low, high
        What a lens calls its column and its ends; empty for columns that the view knows.
    """

    values: NDArray[np.floating]
    limits: tuple[float, float]
    unit: Unit = ""
    kind: ColumnKind = "amount"
    title: str = ""
    low: str = ""
    high: str = ""


Colouring = Categories | Amounts


def colour_choices(session: Session) -> list[str]:
    """What one can colour by now: kinds of keys, those of lenses last."""
    items = session.items
    keys = ["kind"]
    if session.clustering.clusters is not None and session.clustering.clusters.levels:
        keys.append("cluster")
    if session.ranking is not None and session.ranking.terms:  # a filter alone has no closeness
        keys.append("score")
    if session.mapping.trust is not None:
        keys.append("trust")
    known: dict[str, Callable[[], bool]] = {
        "taken": lambda: bool(np.isfinite(items.taken).any()),
        "modified": lambda: len(items) > 0,
        "folder": lambda: len(items) > 0,
        "rating": lambda: True,
        "size": lambda: len(items) > 0,
        "pixels": lambda: bool((items.width > 0).any()),
        "duration": lambda: bool(np.isfinite(items.duration).any()),
    }
    keys += [key for key, there in known.items() if there()]
    return keys + [f"{LENS}{column.name}" for column in session.columns.all]


def colouring(session: Session, key: str, count: int) -> Colouring:
    """What the points of so many rows are coloured by; by kind where the key means nothing now.

    A column that a lens lays over the map comes before the choice of the person.
    """
    column = session.columns.shown
    if column is None and key.startswith(LENS):
        column = session.columns.get(key.removeprefix(LENS))
    if column is not None:
        values = column.of_rows(count)
        limits = _limits(values, even=column.kind == "diverging")
        return Amounts(values, limits, "", column.kind, column.title, column.low, column.high)
    if key == "cluster":
        return _clusters(session, count) or _kinds(session, count)
    if key == "folder":
        return _folders(session, count)
    found = _amounts(session, key, count)
    return found if found is not None else _kinds(session, count)


def _kinds(session: Session, count: int) -> Categories:
    items = session.items
    codes = np.full(count, -1, np.int32)
    known = min(count, len(items))
    codes[:known] = items.modality_codes[:known]
    counts = np.bincount(codes[codes >= 0], minlength=len(items.modalities))
    return Categories(
        codes, items.modalities, items.modalities, tuple(counts.tolist()), of_media=True
    )


def _clusters(session: Session, count: int) -> Categories | None:
    clusters = session.clustering.clusters
    if clusters is None or not clusters.levels:
        return None
    codes = clusters.of_table(count, 0)
    names = clusters.names[0]
    counts = np.bincount(codes[codes >= 0], minlength=len(names))
    return Categories(codes, names, names, tuple(counts.tolist()))


def _folders(session: Session, count: int) -> Categories:
    """The largest folders just below what all items share; all others are none of them."""
    known, names, shown = _folder_codes(session.items)
    codes = np.full(count, -1, np.int32)
    some = min(count, len(known))
    codes[:some] = known[:some]
    counts = np.bincount(codes[codes >= 0], minlength=len(names))
    return Categories(codes, names, shown, tuple(counts.tolist()))


@lru_cache(maxsize=2)  # a million paths take a second, and colours are asked for at every hover
def _folder_codes(
    items: ItemTable,
) -> tuple[NDArray[np.int32], tuple[str, ...], tuple[str, ...]]:
    parents = [os.path.dirname(str(path)) for path in items.paths]  # noqa: PTH120
    try:
        shared = os.path.commonpath(set(parents)) if parents else ""
    except ValueError:  # several drives
        shared = ""
    tops = [parent[len(shared) :].strip("/\\").partition(os.sep)[0] for parent in parents]
    most = tuple(name for name, _ in Counter(tops).most_common(MOST_CATEGORIES))
    number = {name: code for code, name in enumerate(most)}
    codes = np.array([number.get(top, -1) for top in tops], np.int32)
    shown = tuple(name or os.path.basename(shared) for name in most)  # noqa: PTH119
    return codes, most, shown


def _amounts(session: Session, key: str, count: int) -> Amounts | None:
    items, known = session.items, min(count, len(session.items))

    def of_items(column: NDArray[np.generic]) -> NDArray[np.float64]:
        values = np.full(count, np.nan)
        values[:known] = column[:known]
        return values

    if key == "score":
        values, ranking = np.full(count, np.nan), session.ranking
        if ranking is not None and ranking.terms:
            inside = ranking.rows < count
            values[ranking.rows[inside]] = ranking.percentiles[inside] / 100
        return Amounts(values, (0.0, 1.0), "share")
    if key == "trust":
        trust = np.full(count, np.nan)
        if session.mapping.trust is not None:
            some = min(count, len(session.mapping.trust))
            trust[:some] = session.mapping.trust[:some]
        return Amounts(trust, (0.0, 1.0), "share")
    if key == "taken":
        values = of_items(items.taken)
        return Amounts(values, _limits(values), "date")
    if key == "modified":
        values = of_items(items.modified_ns / 1e9)
        return Amounts(values, _limits(values), "date")
    if key == "size":
        values = of_items(items.size)
        return Amounts(values, _limits(values), "bytes")
    if key == "pixels":
        area = items.width.astype(float) * items.height
        values = of_items(np.where(area > 0, area, np.nan))
        return Amounts(values, _limits(values), "pixels")
    if key == "duration":
        values = of_items(items.duration)
        return Amounts(values, _limits(values), "seconds")
    if key == "rating" and session.collection is not None:
        values = np.full(count, np.nan)
        for item_id, marks in session.collection.marked().items():
            row = items.row_of(item_id)
            if 0 <= row < count and marks.rating:
                values[row] = marks.rating
        return Amounts(values, (1.0, 5.0), "stars")
    return None


def _limits(values: NDArray[np.floating], *, even: bool = False) -> tuple[float, float]:
    """Ends of a scale for these values; even ones lie as far on both sides of nought."""
    known = values[np.isfinite(values)]
    if not len(known):
        return (-1.0, 1.0) if even else (0.0, 1.0)
    tail = TAIL if len(known) > 100 else 0.0
    low, high = (float(each) for each in np.quantile(known, (tail, 1 - tail)))
    if even:
        most = max(abs(low), abs(high)) or 1.0
        return -most, most
    return (low, high) if high > low else (low - 0.5, low + 0.5)
