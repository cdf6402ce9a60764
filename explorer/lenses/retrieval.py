"""Retrieval scores on labelled pairs: recall at k and the median rank, both ways."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from explorer.core.similarity import Vectors

CUTS = (1, 5, 10)


@dataclass(frozen=True, slots=True)
class RetrievalScores:
    """Recall at 1, 5 and 10 (0 to 1) and the median rank (from 1) of the right one."""

    recall: dict[int, float]
    median_rank: float

    def to_dict(self) -> dict[str, float]:
        """JSON data."""
        scores = {f"R@{cut}": round(share, 6) for cut, share in self.recall.items()}
        return {**scores, "median_rank": self.median_rank}


def retrieval_scores(
    queries: Vectors, targets: Vectors, query_labels: list[str], target_labels: list[str]
) -> RetrievalScores:
    """How well each query finds a target with a matching label.

    Parameters
    ----------
    queries, targets
        float32 (n, d) and (m, d), unit length; row i of one belongs to row i of the other.
    query_labels, target_labels
        (n,) and (m,): a query may find any target that is the same thing as its own one, or
        that belongs to the same query (a picture with five captions has five right answers).

    Returns
    -------
    Ranks count the targets that are strictly closer than the best right one.
    """
    pairs_of_query: dict[str, set[str]] = {}
    for query, target in zip(query_labels, target_labels, strict=True):
        pairs_of_query.setdefault(query, set()).add(target)
    distinct = list(dict.fromkeys(target_labels))
    first = [target_labels.index(label) for label in distinct]
    asked = list(dict.fromkeys(query_labels))
    rows = [query_labels.index(label) for label in asked]
    scores = queries[rows] @ targets[first].T
    column = {label: position for position, label in enumerate(distinct)}
    ranks = []
    for label, row in zip(asked, scores, strict=True):
        right = [column[target] for target in pairs_of_query[label]]
        ranks.append(1 + int((row > row[right].max()).sum()))
    found = np.asarray(ranks)
    recall = {cut: float((found <= cut).mean()) for cut in CUTS}
    return RetrievalScores(recall, float(np.median(found)))
