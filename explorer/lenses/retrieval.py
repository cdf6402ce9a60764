"""Retrieval scores on labelled pairs: recall at k and the median rank, both ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.core.similarity import Vectors, top_k

CUTS = (1, 5, 10)
BLOCK_SCORES = 16_000_000
"""Cosines that are held at once (64 MB)."""

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class RetrievalScores:
    """Recall at 1, 5 and 10 (0 to 1) and the median rank (from 1) of the right one."""

    recall: dict[int, float]
    median_rank: float

    def to_dict(self) -> dict[str, float]:
        """JSON data."""
        scores = {f"R@{cut}": round(share, 6) for cut, share in self.recall.items()}
        return {**scores, "median_rank": self.median_rank}


@dataclass(frozen=True, slots=True, eq=False)
class PairSet:
    """What belongs together, with each thing once however many pairs it is in.

    Attributes
    ----------
    a, b
        Different labels, in the order they came.
    links
        int64 (p, 2): different pairs, as positions in `a` and `b`.
    """

    a: list[str]
    b: list[str]
    links: Whole

    @classmethod
    def of(cls, left: Sequence[str], right: Sequence[str]) -> PairSet:
        """From the two columns of a table of pairs."""
        at_a = {label: place for place, label in enumerate(dict.fromkeys(left))}
        at_b = {label: place for place, label in enumerate(dict.fromkeys(right))}
        links = [(at_a[one], at_b[other]) for one, other in zip(left, right, strict=True)]
        different = np.array(list(dict.fromkeys(links)), np.int64).reshape(-1, 2)
        return cls(list(at_a), list(at_b), different)

    @property
    def turned(self) -> PairSet:
        """The same, asked the other way round."""
        return PairSet(self.b, self.a, np.ascontiguousarray(self.links[:, ::-1]))

    def right(self) -> list[Whole]:
        """For each of `a`, the positions in `b` that belong to it."""
        order = np.argsort(self.links[:, 0], kind="stable")
        counts = np.bincount(self.links[:, 0], minlength=len(self.a))
        return np.split(self.links[order, 1], np.cumsum(counts)[:-1]) if len(self.a) else []


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """How each query of a `PairSet` was answered.

    Attributes
    ----------
    ranks
        int64 (q,): from 1, of the best right target; targets that are strictly closer count.
    nearest
        int64 (q, k): the targets that came first.
    scores
        float32 (q, k): their cosines.
    """

    ranks: Whole
    nearest: Whole
    scores: Vectors

    @property
    def summary(self) -> RetrievalScores:
        """Recall and median rank."""
        return summary_of(self.ranks)


def summary_of(ranks: Whole) -> RetrievalScores:
    """Recall and median rank of ranks (q,) from 1; nought and NaN where there are none."""
    if not len(ranks):
        return RetrievalScores(dict.fromkeys(CUTS, 0.0), float("nan"))
    recall = {cut: float((ranks <= cut).mean()) for cut in CUTS}
    return RetrievalScores(recall, float(np.median(ranks)))


def answer_pairs(queries: Vectors, targets: Vectors, pairs: PairSet, k: int = 0) -> Answers:
    """Look for the targets of each query.

    Parameters
    ----------
    queries, targets
        float32 (q, d) and (t, d), unit length, of the labels ``pairs.a`` and ``pairs.b``.
    k
        So many of the nearest are kept.
    """
    right = pairs.right()
    k = min(k, len(targets))
    ranks = np.empty(len(queries), np.int64)
    nearest, scores = np.empty((len(queries), k), np.int64), np.empty((len(queries), k), np.float32)
    for start, block in _blocks(queries, targets):
        for place, row in enumerate(block, start):
            ranks[place] = 1 + int((row > row[right[place]].max()).sum())
            if k:
                nearest[place] = top_k(row, k)
                scores[place] = row[nearest[place]]
    return Answers(ranks, nearest, scores)


def _blocks(queries: Vectors, targets: Vectors) -> Iterator[tuple[int, Vectors]]:
    step = max(1, BLOCK_SCORES // max(len(targets), 1))
    for start in range(0, len(queries), step):
        yield start, queries[start : start + step] @ targets.T


def retrieval_scores(
    queries: Vectors, targets: Vectors, query_labels: list[str], target_labels: list[str]
) -> RetrievalScores:
    """How well each query finds a target that belongs to it.

    Parameters
    ----------
    queries, targets
        float32 (n, d), unit length; row i of one belongs to row i of the other.
    query_labels, target_labels
        (n,): rows with one label are one thing. A picture with five captions is asked once and
        has five right answers, the best of which counts; a caption of two pictures likewise.

    Returns
    -------
    Ranks count the targets that are strictly closer than the best right one.
    """
    pairs = PairSet.of(query_labels, target_labels)
    first_of_query = {label: row for row, label in reversed(list(enumerate(query_labels)))}
    first_of_target = {label: row for row, label in reversed(list(enumerate(target_labels)))}
    asked = np.array([first_of_query[label] for label in pairs.a], np.int64)
    sought = np.array([first_of_target[label] for label in pairs.b], np.int64)
    return answer_pairs(queries[asked], targets[sought], pairs).summary
