"""Two spaces of one collection side by side: ranks, neighbours, alignment, pairs, names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from explorer.collection.collection import Collection
from explorer.collection.item_table import ItemTable
from explorer.core.errors import QueryError
from explorer.core.query import Query
from explorer.core.selection import Rows
from explorer.core.similarity import Vectors
from explorer.encoders.space import Space
from explorer.jobs import Control
from explorer.lenses.compare_cka import linear_cka
from explorer.lenses.compare_neighbours import (
    NEIGHBOURS,
    Overlap,
    Pair,
    differing_pairs,
    neighbour_overlap,
    neighbourhoods,
)
from explorer.lenses.compare_ranks import SHOWN, RankShifts, rank_shifts
from explorer.lenses.compare_words import COMMON_THINGS, distinct_words, rank_words
from explorer.lenses.gap_correction import LabelledVectors
from explorer.lenses.retrieval import PairSet

MOST_ALIGNED = 20_000
"""The kernels are compared on at most so many items, the same each time."""
MOST_NAMED = 400
"""Items whose names are asked for, where no labelled pairs are given."""

_NO_NAME = re.compile(r"^(img|dsc|dscn|dscf|pict?|image|photo|scan|untitled|screenshot)\b", re.I)
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two spaces agree about the items that both have.

    Attributes
    ----------
    a, b
        Ids of the spaces.
    rows
        int64 (m,): rows of the item table.
    overlap
        Common neighbours, by position in `rows`.
    cka, cka_debiased
        Linear centred kernel alignment, plain and unbiased.
    pairs
        What one calls the same and the other does not; ``first`` and ``second`` are rows of the
        item table.
    by_name
        Items that A, and that B, knows by their names alone.
    """

    a: str
    b: str
    rows: Rows
    overlap: Overlap
    cka: float
    cka_debiased: float
    pairs: tuple[Pair, ...]
    by_name: tuple[int, int]


def ask_both(
    collection: Collection, query: Query, a: str, b: str, shown: int = SHOWN
) -> RankShifts:
    """Ask two spaces the same.

    Raises
    ------
    QueryError
        If one of them cannot be asked so.
    CollectionError
        If the collection has no vectors of one of them.
    """
    if not query.active:
        raise QueryError("There is nothing to ask yet: type words, or look at an item.")
    meaning = replace(query, mode="dense")
    first, second = (collection.rank(meaning, space=one).rows for one in (a, b))
    return rank_shifts(first, second, shown)


def ask_words(
    a: Space, b: Space, text: str, words: Sequence[str] = COMMON_THINGS, shown: int = SHOWN
) -> tuple[list[str], RankShifts]:
    """Which words each of two spaces finds nearest to a text.

    Returns
    -------
    The words that were ranked, and where each stands; ``row`` is the position among them.

    Raises
    ------
    SpaceError
        If one of the spaces encodes no text.
    """
    different = distinct_words(words, text)
    orders = []
    for space in (a, b):
        vectors = space.encode_contents("text", [text, *different])
        orders.append(rank_words(vectors[0], vectors[1:]))
    return different, rank_shifts(orders[0], orders[1], shown)


def known_by_name(
    items: ItemTable, rows: Rows, content_of: Mapping[str, str], contents: Sequence[str]
) -> int:
    """How many of some items a space knows by their names alone.

    Parameters
    ----------
    content_of
        By modality, its kind of content.
    contents
        Kinds that the space encodes.
    """
    named = np.array([content_of.get(one, "") not in contents for one in items.modalities], bool)
    return int(named[items.modality_codes[rows]].sum()) if len(named) else 0


def compare_spaces(
    collection: Collection,
    a: str,
    b: str,
    content_of: Mapping[str, str],
    contents: tuple[Sequence[str], Sequence[str]],
    control: Control,
    k: int = NEIGHBOURS,
) -> Agreement:
    """Measure how far two spaces agree.

    Parameters
    ----------
    content_of
        By modality, its kind of content.
    contents
        Kinds that A, and that B, encodes.

    Raises
    ------
    CollectionError
        If the collection has no vectors of one of them.
    QueryError
        If no item has vectors in both.
    Cancelled
        If `control` was.
    """
    items = collection.items()
    rows, first, second = _both(collection, a, b, len(items))
    if not len(rows):
        raise QueryError("No item has a vector in both '{a}' and '{b}' yet.", a=a, b=b)
    kinds = items.modality_codes[rows]
    found = neighbourhoods(first, second, kinds, k, progress=control.progress, check=control.check)
    pairs = differing_pairs(first, second, found)
    control.check()
    if len(rows) > MOST_ALIGNED:
        chosen = np.random.default_rng(0).choice(len(rows), MOST_ALIGNED, replace=False)
        first, second = first[np.sort(chosen)], second[np.sort(chosen)]
    return Agreement(
        a,
        b,
        rows,
        neighbour_overlap(found, len(rows), k),
        linear_cka(first, second),
        linear_cka(first, second, debiased=True),
        tuple(
            replace(pair, first=int(rows[pair.first]), second=int(rows[pair.second]))
            for pair in pairs
        ),
        (
            known_by_name(items, rows, content_of, contents[0]),
            known_by_name(items, rows, content_of, contents[1]),
        ),
    )


def _both(collection: Collection, a: str, b: str, count: int) -> tuple[Rows, Vectors, Vectors]:
    """Rows that have vectors in both spaces, and those."""
    rows_a, vectors_a = collection.vectors(space=a, before=count)
    rows_b, vectors_b = collection.vectors(space=b, before=count)
    rows, at_a, at_b = np.intersect1d(rows_a, rows_b, assume_unique=True, return_indices=True)
    return rows, vectors_a[at_a], vectors_b[at_b]


def named_items(
    collection: Collection, space: Space, content_of: Mapping[str, str]
) -> LabelledVectors:
    """Pictures and sounds with their names as labelled pairs, as the space encodes them.

    Raises
    ------
    QueryError
        If too few items have a name that says something, or the space does not see them.
    """
    items = collection.items()
    seen = [code for code, one in enumerate(items.modalities) if _sees(space, content_of.get(one))]
    if not seen:
        raise QueryError(
            "'{space}' sees none of these items, only their names, which say nothing of it.",
            space=space.id,
        )
    rows, vectors = collection.vectors(space=space.id, plain=True)
    told = np.array([says_something(str(items.titles[row])) for row in rows], bool)
    usable = np.flatnonzero(np.isin(items.modality_codes[rows], seen) & told)
    if len(usable) < 2:
        raise QueryError(
            "Too few items have a name that says what they are. Choose labelled pairs from a file."
        )
    # One kind: pictures and sounds lie in places of their own.
    codes = items.modality_codes[rows[usable]]
    usable = usable[codes == np.bincount(codes).argmax()]
    usable = usable[:: max(1, -(-len(usable) // MOST_NAMED))]
    names = [plain_name(str(items.titles[row])) for row in rows[usable]]
    pairs = PairSet.of([str(items.ids[row]) for row in rows[usable]], names)
    kind = content_of.get(items.modality(int(rows[usable[0]])), "image")
    return LabelledVectors(
        pairs, vectors[usable], space.encode_contents("text", pairs.b), kind, "text"
    )


def _sees(space: Space, content: str | None) -> bool:
    return content != "text" and content in space.encoders and "text" in space.encoders


def says_something(title: str) -> bool:
    """Whether a title is more than a camera's number."""
    plain = plain_name(title)
    return bool(_WORD.search(plain)) and not _NO_NAME.match(plain)


def plain_name(title: str) -> str:
    """A title as words: ``red_bird-2`` is "red bird"."""
    stem = Path(title).stem if re.search(r"\.\w{2,5}$", title) else title
    return " ".join(re.sub(r"[\W\d_]+", " ", stem).split())
