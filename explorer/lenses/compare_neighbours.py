"""Whether two spaces give an item the same neighbours, and which pairs only one calls the same.

The share of common neighbours is the mutual k-nearest-neighbour metric of Huh et al. 2024, "The
platonic representation hypothesis". Pairs that one space calls the same and the other does not
show what an encoder has suppressed: Tong et al. 2024, "Eyes wide shut?" (CLIP-blind pairs), and
Zhang et al. 2024, "Learning the unlearned: mitigating feature suppression in contrastive learning".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from explorer.core.similarity import Vectors, share_farther
from explorer.lenses.neighbour_graph import (
    Check,
    NeighbourGraph,
    Progress,
    neighbour_graph,
    no_check,
    no_progress,
)

NEIGHBOURS = 10
NULL_PAIRS = 20_000
"""Random pairs that tell what is close in a space."""
CANDIDATES = 400
"""Pairs of each kind that are looked at for the list."""

Codes = NDArray[np.integer]
Side = Literal["a", "b"]
SIDES: tuple[Side, ...] = get_args(Side)


@dataclass(frozen=True, slots=True, eq=False)
class Overlap:
    """Common neighbours of the items of two spaces.

    Attributes
    ----------
    shares
        float32 (n,): share of an item's `k` neighbours that both spaces give it; NaN where an
        item has no other of its kind.
    k
        Neighbours looked at; an item of a rare kind has fewer.
    chance
        What two unrelated spaces would share, on average.
    """

    shares: NDArray[np.float32]
    k: int
    chance: float

    @property
    def mean(self) -> float:
        """Over the collection; NaN without any item."""
        known = self.shares[np.isfinite(self.shares)]
        return float(known.mean(dtype=np.float64)) if len(known) else float("nan")

    @property
    def disagreement(self) -> NDArray[np.float32]:
        """One less the share: float32 (n,), from 0 (the same) to 1 (none in common)."""
        return (1 - self.shares).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items that one space calls the same and the other does not.

    Parameters
    ----------
    first, second
        Positions among the vectors; the smaller first.
    same_in
        Which space has them close together.
    percentile_a, percentile_b
        Share (0 to 100) of random pairs of the same kind that are farther apart.
    cosine_a, cosine_b
        Their cosines.
    """

    first: int
    second: int
    same_in: Side
    percentile_a: float
    percentile_b: float
    cosine_a: float
    cosine_b: float

    @property
    def disagreement(self) -> float:
        """Difference of the percentiles, 0 to 100."""
        return abs(self.percentile_a - self.percentile_b)


@dataclass(frozen=True, slots=True, eq=False)
class Neighbourhoods:
    """Each item's nearest others of its own kind, in both spaces."""

    a: NeighbourGraph
    b: NeighbourGraph
    rows: NDArray[np.int64]


def neighbourhoods(
    a: Vectors,
    b: Vectors,
    kinds: Codes | None = None,
    k: int = NEIGHBOURS,
    *,
    progress: Progress = no_progress,
    check: Check = no_check,
) -> list[Neighbourhoods]:
    """Find neighbours in both spaces, kind by kind: pictures among pictures, texts among texts.

    Parameters
    ----------
    a, b
        float32 (n, d_a) and (n, d_b), unit length: row i of both is the same item.
    kinds
        (n,) kind of each item; None where all are of one.
    """
    codes = np.zeros(len(a), np.int8) if kinds is None else np.asarray(kinds)
    found = []
    for code in np.unique(codes):
        rows = np.flatnonzero(codes == code).astype(np.int64)
        graphs = [
            neighbour_graph(np.ascontiguousarray(v[rows]), k, progress=progress, check=check)
            for v in (a, b)
        ]
        found.append(Neighbourhoods(graphs[0], graphs[1], rows))
    return found


def neighbour_overlap(found: list[Neighbourhoods], count: int, k: int = NEIGHBOURS) -> Overlap:
    """Share of common neighbours of each of `count` items."""
    shares = np.full(count, np.nan, np.float32)
    expected = 0.0
    for kind in found:
        near_a, near_b = kind.a.indices, kind.b.indices
        width = near_a.shape[1]
        if not width:
            continue
        both = np.sort(np.concatenate([near_a, near_b], axis=1), axis=1)
        common = (both[:, 1:] == both[:, :-1]).sum(axis=1)
        shares[kind.rows] = common / width
        expected += len(kind.rows) * width / max(len(kind.rows) - 1, 1)
    known = int(np.isfinite(shares).sum())
    return Overlap(shares, k, expected / known if known else float("nan"))


def differing_pairs(
    a: Vectors, b: Vectors, found: list[Neighbourhoods], count: int = 24, *, seed: int = 0
) -> list[Pair]:
    """The pairs that the two spaces disagree about most: `count` for each space, at most.

    Candidates are the neighbours in one space; how close they are in the other is told from
    random pairs of their kind. An item is in one pair of each list only, so that one odd item
    does not fill it.
    """
    pairs: list[Pair] = []
    for same_in in SIDES:
        candidates: list[tuple[float, Pair]] = []
        for kind in found:
            candidates += _candidates(a, b, kind, same_in, seed)
        pairs += _distinct(candidates, count)
    return pairs


def _candidates(
    a: Vectors, b: Vectors, kind: Neighbourhoods, side: Side, seed: int
) -> list[tuple[float, Pair]]:
    """Near pairs of one space with how far it is ahead of the other, most first."""
    graph = kind.a if side == "a" else kind.b
    near = graph.indices[:, : max(1, NEIGHBOURS // 2)]
    if not near.size:
        return []
    ends = np.stack([np.repeat(np.arange(len(near)), near.shape[1]), near.ravel()], axis=1)
    ends = kind.rows[np.unique(np.sort(ends, axis=1), axis=0)]
    null = _random_pairs(kind.rows, seed)
    own, other = (a, b) if side == "a" else (b, a)
    near_own, near_other = _Closeness.of(own, ends, null), _Closeness.of(other, ends, null)
    # Whatever lies beyond the middle is simply another thing: only closeness has degrees.
    lead = near_own.standard - np.maximum(near_other.standard, 0)
    in_a, in_b = (near_own, near_other) if side == "a" else (near_other, near_own)
    best = np.argsort(-lead, kind="stable")[:CANDIDATES]
    return [
        (
            float(lead[at]),
            Pair(
                int(ends[at, 0]),
                int(ends[at, 1]),
                side,
                float(in_a.percentiles[at]),
                float(in_b.percentiles[at]),
                float(in_a.cosines[at]),
                float(in_b.cosines[at]),
            ),
        )
        for at in best
        if near_own.percentiles[at] > near_other.percentiles[at]
    ]


class _Closeness(NamedTuple):
    """Cosines of pairs, in deviations from those of random pairs, and as percentiles of them."""

    cosines: Vectors
    standard: Vectors
    percentiles: Vectors

    @classmethod
    def of(cls, vectors: Vectors, pairs: NDArray[np.int64], null: NDArray[np.int64]) -> _Closeness:
        cosines, usual = _cosines(vectors, pairs), _cosines(vectors, null)
        deviation = max(float(usual.std()), 1e-6)
        standard = ((cosines - float(usual.mean())) / deviation).astype(np.float32)
        return cls(cosines, standard, share_farther(cosines, usual))


def _random_pairs(rows: NDArray[np.int64], seed: int) -> NDArray[np.int64]:
    """Pairs of different items; all of them where there are few."""
    if len(rows) * (len(rows) - 1) // 2 <= NULL_PAIRS:
        first, second = np.triu_indices(len(rows), 1)
        return rows[np.stack([first, second], axis=1)]
    random = np.random.default_rng(seed)
    first = random.integers(0, len(rows), NULL_PAIRS)
    second = (first + random.integers(1, len(rows), NULL_PAIRS)) % len(rows)
    return rows[np.stack([first, second], axis=1)]


def _cosines(vectors: Vectors, pairs: NDArray[np.int64]) -> Vectors:
    products = np.einsum("ij,ij->i", vectors[pairs[:, 0]], vectors[pairs[:, 1]])
    return np.asarray(products, np.float32)


def _distinct(candidates: list[tuple[float, Pair]], count: int) -> list[Pair]:
    seen: set[int] = set()
    kept: list[Pair] = []
    for _, pair in sorted(candidates, key=lambda one: -one[0]):
        if pair.first in seen or pair.second in seen:
            continue
        seen |= {pair.first, pair.second}
        kept.append(pair)
        if len(kept) == count:
            break
    return kept
