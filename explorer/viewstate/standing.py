"""How one item stands in the answer to a query."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from explorer.collection.ranking import Ranking
from explorer.core.query import Query


@dataclass(frozen=True, slots=True)
class Share:
    """What one term of the query adds to the score.

    ``kind`` is the term's (``"text"``, ``"image"``, ...), empty where it cannot be told.
    """

    term: str
    value: float
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Place, score and reasons of one item.

    Parameters
    ----------
    rank
        From 1, in the order of the answer.
    score, percentile
        See `explorer.collection.ranking.Hit`.
    shares
        What each term adds, in the query's order.
    unit
        Index of the unit that matched, -1 where no vector took part.
    """

    rank: int
    score: float
    percentile: float
    shares: tuple[Share, ...]
    unit: int


def standing_at(ranking: Ranking, hit: int, query: Query) -> Standing:
    """The standing of a hit, by its place in the ranking."""
    terms = query.active
    kinds = [term.kind for term in terms] if len(terms) == len(ranking.terms) else []
    shares = tuple(
        Share(name, float(ranking.contributions[place, hit]), kinds[place] if kinds else "")
        for place, name in enumerate(ranking.terms)
    )
    return Standing(
        hit + 1,
        float(ranking.scores[hit]),
        float(ranking.percentiles[hit]),
        shares,
        int(ranking.units[hit]),
    )


def standing_of(ranking: Ranking | None, row: int, query: Query) -> Standing | None:
    """The standing of a row of the item table; None where it is no hit.

    Nor has it one where nothing is asked but a filter: what passes is neither near nor far.
    """
    if ranking is None or not ranking.terms:
        return None
    found = np.flatnonzero(ranking.rows == row)
    return standing_at(ranking, int(found[0]), query) if len(found) else None
