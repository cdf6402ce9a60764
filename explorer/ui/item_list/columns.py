"""The columns of the list: what they are called, how wide, and what stands in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale

from explorer.collection.marks import Marks
from explorer.ui.item_words import (
    bytes_words,
    camera_time_words,
    duration_words,
    folder_words,
    pixels_words,
    score_words,
    time_words,
)
from explorer.ui.kinds import Kind
from explorer.viewstate.arrangement import Arrangement
from explorer.viewstate.grid_state import SortKey
from explorer.viewstate.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("ListColumns", text)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell is about."""

    session: Session
    row: int
    position: int
    shown: Arrangement
    kind: Kind
    marks: Marks
    cluster: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Parameters
    ----------
    key
        What a press on its heading sorts by.
    title
        Its heading; translated when it is asked for.
    width
        At first, px.
    number
        Whether its words stand at the right, digit under digit.
    shown
        Whether it is shown until the person says otherwise.
    words
        What stands in a cell.
    asked
        Whether it says anything only where there is a query.
    """

    key: SortKey
    title: Callable[[], str]
    width: int
    words: Callable[[Cell], str]
    number: bool = False
    shown: bool = True
    asked: bool = False


def _name(cell: Cell) -> str:
    return str(cell.session.items.titles[cell.row])


def _taken(cell: Cell) -> str:
    seconds = cell.session.items.taken[cell.row]
    return camera_time_words(float(seconds)) if np.isfinite(seconds) else ""


def _size(cell: Cell) -> str:
    return bytes_words(int(cell.session.items.size[cell.row]))


def _pixels(cell: Cell) -> str:
    items, row = cell.session.items, cell.row
    return pixels_words(int(items.width[row]), int(items.height[row])) if items.width[row] else ""


def _duration(cell: Cell) -> str:
    seconds = cell.session.items.duration[cell.row]
    return duration_words(float(seconds)) if np.isfinite(seconds) else ""


def _hit(cell: Cell) -> int:
    shown = cell.shown
    asked = shown.ranking is not None and shown.ranking.terms and shown.hits is not None
    return int(shown.hits[cell.position]) if asked and shown.hits is not None else -1


def _score(cell: Cell) -> str:
    hit, ranking = _hit(cell), cell.shown.ranking
    return "" if hit < 0 or ranking is None else score_words(float(ranking.scores[hit]))


def _percentile(cell: Cell) -> str:
    hit, ranking = _hit(cell), cell.shown.ranking
    if hit < 0 or ranking is None:
        return ""
    share = QLocale().toString(float(ranking.percentiles[hit]), "f", 1)
    return _tr("{} %").format(share)


COLUMNS: Final[tuple[Column, ...]] = (
    Column("name", lambda: _tr("Name"), 220, _name),
    Column("kind", lambda: _tr("Kind"), 72, lambda cell: cell.kind.singular),
    Column(
        "folder",
        lambda: _tr("Folder"),
        160,
        lambda cell: folder_words(str(cell.session.items.paths[cell.row])),
    ),
    Column("taken", lambda: _tr("Taken"), 136, _taken),
    Column(
        "changed",
        lambda: _tr("File changed"),
        128,
        lambda cell: time_words(cell.session.items.modified_ns[cell.row] / 1e9),
        shown=False,
    ),
    Column(
        "added",
        lambda: _tr("Added"),
        128,
        lambda cell: time_words(float(np.nan_to_num(cell.session.items.added[cell.row]))),
        shown=False,
    ),
    Column("size", lambda: _tr("Size"), 100, _size, number=True),
    Column("pixels", lambda: _tr("Dimensions"), 104, _pixels, number=True),
    Column("duration", lambda: _tr("Duration"), 76, _duration, number=True),
    Column("rating", lambda: _tr("Rating"), 84, lambda cell: "★" * cell.marks.rating),
    Column("tags", lambda: _tr("Tags"), 140, lambda cell: ", ".join(cell.marks.tags)),
    Column("match", lambda: _tr("Score"), 64, _score, number=True, asked=True),
    Column("percentile", lambda: _tr("Closer than"), 88, _percentile, number=True, asked=True),
    Column("cluster", lambda: _tr("Cluster"), 140, lambda cell: cell.cluster),
)
