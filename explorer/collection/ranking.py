"""Answers to a query: hits for a list, and a ranking of all rows for views."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Hit:
    """One item that answers a query.

    Parameters
    ----------
    rank
        From 1.
    item, row, path, modality, title
        The item: id, row in the item table, file, modality, name.
    unit
        Which part of it matched, as JSON data: ``{"kind": "whole", "index": 0}``.
    score
        Cosine, or what the terms' scores combine to.
    percentile
        Share (0 to 100) of the collection's vectors of this modality that are farther.
    contributions
        (term, value): what each term of the query adds.
    """

    rank: int
    item: str
    path: str
    modality: str
    unit: dict[str, Any]
    score: float
    percentile: float
    contributions: list[tuple[str, float]]
    title: str = ""
    row: int = -1

    def to_dict(self) -> dict[str, Any]:
        """The hit as ``search --json`` prints it."""
        return {
            "rank": self.rank,
            "item": self.item,
            "path": self.path,
            "modality": self.modality,
            "unit": self.unit,
            "score": self.score,
            "percentile": self.percentile,
            "contributions": [{"term": term, "value": value} for term, value in self.contributions],
        }


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The best hits, best first; iterates and counts like a list of them."""

    hits: list[Hit] = field(default_factory=list)
    seconds: float = 0.0

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)

    @overload
    def __getitem__(self, position: int) -> Hit: ...

    @overload
    def __getitem__(self, position: slice) -> list[Hit]: ...

    def __getitem__(self, position: int | slice) -> Hit | list[Hit]:
        return self.hits[position]

    def to_dict(self) -> dict[str, Any]:
        """The result as ``search --json`` prints it."""
        return {"hits": [hit.to_dict() for hit in self.hits], "seconds": round(self.seconds, 4)}


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """Every row that matches a query, best first.

    Parameters
    ----------
    rows
        int64 (m,), rows of the item table.
    scores, percentiles
        float32 (m,); see `Hit`.
    contributions
        float32 (t, m): what each of the `terms` adds.
    units
        int32 (m,): index of the unit that matched, -1 where no vector took part.
    terms
        Names of the terms, in the order of the contributions.
    total
        How many rows match where these are only the best of them; None where these are all.
    """

    rows: NDArray[np.int64]
    scores: NDArray[np.float32]
    percentiles: NDArray[np.float32]
    contributions: NDArray[np.float32]
    units: NDArray[np.int32]
    terms: tuple[str, ...] = ()
    total: int | None = None

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def whole(self) -> bool:
        """Whether every row that matches is here."""
        return self.total is None

    def best(self, k: int) -> Ranking:
        """The first k."""
        return self.at(slice(k))

    def closer_than(self, percent: float) -> Ranking:
        """Those that lie closer than this share (0 to 100) of their modality."""
        return self if percent <= 0 else self.at(self.percentiles >= percent)

    def at(self, chosen: slice | NDArray[np.bool_] | NDArray[np.intp]) -> Ranking:
        """Some of the rows, in the same order."""
        return Ranking(
            self.rows[chosen],
            self.scores[chosen],
            self.percentiles[chosen],
            self.contributions[:, chosen],
            self.units[chosen],
            self.terms,
            self.total,
        )
