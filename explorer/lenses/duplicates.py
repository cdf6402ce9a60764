"""Copies among items: the same content, and pictures that are nearly the same.

Near copies are looked for among each picture's nearest neighbours by vector, and count where their
fingerprints agree as well: a vector alone finds two dogs alike, a fingerprint alone two outlines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from explorer.core.selection import Rows
from explorer.lenses.fingerprint import Fingerprint, likeness
from explorer.lenses.neighbour_graph import Check, Progress, neighbour_graph, no_check, no_progress

NEIGHBOURS: Final = 12
CLOSE: Final = 0.8
"""Cosine from which on two pictures are compared at all."""
LOOSEST: Final = 0.4
"""Likeness from which on a pair is kept, so that a threshold can be moved without a new search."""
USUAL: Final = 0.6
"""At this likeness, 95 % of pictures that were halved or saved as poor JPEG are found."""

Keep = Literal["best", "largest", "oldest", "newest", "marked"]


@dataclass(frozen=True, slots=True, eq=False)
class Copies:
    """Which items are copies of which.

    Parameters
    ----------
    exact
        Groups of rows with the same content: int64 arrays of two or more.
    pairs
        int64 (p, 2): contents that are near copies, by one row each.
    likeness
        float32 (p,) of each pair, from `LOOSEST` to 1.
    """

    exact: tuple[Rows, ...]
    pairs: NDArray[np.int64]
    likeness: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class CopyGroup:
    """Copies of one thing.

    Parameters
    ----------
    rows
        int64 (k,), the one that is best kept first.
    likeness
        float32 (k,): how like the first each is; 1 for the same content.
    exact
        Whether all have the same content.
    """

    rows: Rows
    likeness: NDArray[np.float32]
    exact: bool


@dataclass(frozen=True, slots=True, eq=False)
class Worth:
    """What makes an item worth keeping; arrays by row of the item table.

    Parameters
    ----------
    marks
        How much the person has said of it: tags, stars, a note.
    pixels, size
        Of the picture and of the file.
    moment
        When it was made, seconds since the epoch.
    """

    marks: NDArray[np.float64]
    pixels: NDArray[np.float64]
    size: NDArray[np.float64]
    moment: NDArray[np.float64]

    def order(self, rows: Rows, keep: Keep) -> Rows:
        """Rows with the one to be kept first."""
        marks, pixels = -self.marks[rows], -np.nan_to_num(self.pixels[rows])
        size, moment = -self.size[rows], np.nan_to_num(self.moment[rows], nan=np.inf)
        keys = {
            "best": (marks, pixels, size, moment),
            "largest": (pixels, size, marks, moment),
            "oldest": (moment, marks, pixels, size),
            "newest": (-moment, marks, pixels, size),
            "marked": (marks, moment, pixels, size),
        }[keep]
        return rows[np.lexsort((rows, *keys[::-1]))]


def find_copies(
    exact: Sequence[Rows],
    rows: Rows,
    vectors: NDArray[np.float32],
    fingerprints: Callable[[Rows], dict[int, Fingerprint]],
    *,
    close: float = CLOSE,
    progress: Progress = no_progress,
    check: Check = no_check,
) -> Copies:
    """Look for copies.

    Parameters
    ----------
    exact
        Groups of rows with the same content.
    rows, vectors
        int64 (n,) pictures, one for each content, and float32 (n, d) unit vectors.
    fingerprints
        Reads the fingerprints of rows; those without one are no near copies of anything. Asked
        only about pictures that have a close neighbour.
    close
        Least cosine of a pair.
    progress, check
        Told how far it is; called between blocks, and may raise.
    """
    graph = neighbour_graph(vectors, NEIGHBOURS, progress=progress, check=check)
    cosines = 1 - graph.distances**2 / 2
    here, place = np.nonzero(cosines >= close)
    there = graph.indices[here, place]
    pairs = np.unique(np.sort(np.stack([rows[here], rows[there]], axis=1), axis=1), axis=0)
    pairs = pairs.reshape(-1, 2)
    prints = fingerprints(np.unique(pairs))
    alike = np.zeros(len(pairs), np.float32)
    for number, (one, other) in enumerate(pairs.tolist()):
        if one in prints and other in prints:
            alike[number] = likeness(prints[one], prints[other])
    kept = alike >= LOOSEST
    return Copies(tuple(exact), pairs[kept].astype(np.int64), alike[kept])


def group_copies(
    copies: Copies, worth: Worth, keep: Keep = "best", *, least: float = USUAL
) -> list[CopyGroup]:
    """Groups in which every item is a copy of the first, the largest groups first.

    Each group is built around the item that is best kept, not by chains from one to the next: a
    row of pictures of which each is like the one before would end far from where it began.

    Parameters
    ----------
    least
        Likeness of near copies, from `LOOSEST` to 1; above 1 only the same content counts.
    """
    same: dict[int, Rows] = {}
    for group in copies.exact:
        same.update(dict.fromkeys(group.tolist(), group))
    near: dict[int, dict[int, float]] = {}
    if least <= 1:
        chosen = copies.likeness >= least
        alike = copies.likeness[chosen].tolist()
        for (one, other), how in zip(copies.pairs[chosen].tolist(), alike, strict=True):
            near.setdefault(one, {})[other] = how
            near.setdefault(other, {})[one] = how
    candidates = np.array(sorted({*same, *near}), np.int64)
    taken: set[int] = set()
    found: list[CopyGroup] = []
    for first in worth.order(candidates, keep).tolist():
        if first in taken:
            continue
        alike_first = _copies_of(first, same, near)
        others = [row for row in alike_first if row not in taken and row != first]
        if not others:
            continue
        taken.update((first, *others))
        rows = np.array([first, *worth.order(np.array(others, np.int64), keep)], np.int64)
        how_like = np.array([1.0, *(alike_first[row] for row in rows[1:].tolist())], np.float32)
        found.append(CopyGroup(rows, how_like, bool((how_like == 1).all()) and _same(rows, same)))
    return sorted(found, key=lambda group: (not group.exact, -len(group.rows), int(group.rows[0])))


def _copies_of(
    row: int, same: dict[int, Rows], near: dict[int, dict[int, float]]
) -> dict[int, float]:
    """Rows that are copies of one, and how alike."""
    own = same[row].tolist() if row in same else [row]
    found: dict[int, float] = {}
    for twin in own:  # a pair names one row of each content
        for other, how in near.get(twin, {}).items():
            for copy in same[other].tolist() if other in same else [other]:
                found[copy] = max(how, found.get(copy, 0.0))
    found.update(dict.fromkeys(own, 1.0))
    return found


def _same(rows: Rows, same: dict[int, Rows]) -> bool:
    first = same.get(int(rows[0]))
    return first is not None and bool(np.isin(rows, first).all())
