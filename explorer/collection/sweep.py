"""The sweep: the best hit at each step along the sphere from one term to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from explorer.collection.ranking import Hit
from explorer.core.errors import QueryError
from explorer.core.query import Query, Term
from explorer.core.similarity import Vectors, slerp_weights


@dataclass(frozen=True, slots=True)
class SweepStep:
    """One step.

    Parameters
    ----------
    alpha
        How far along, from 0 (the first term alone) to 1 (the second alone).
    weights
        What the two terms weigh there: the larger is 1, and signs are those of the query.
    hit
        The best item there.
    """

    alpha: float
    weights: tuple[float, float]
    hit: Hit


@dataclass(frozen=True, slots=True)
class Sweep:
    """All steps in order; none where nothing matches the filter."""

    terms: tuple[str, str]
    steps: tuple[SweepStep, ...]

    def to_dict(self) -> dict[str, Any]:
        """The sweep as ``search --sweep N --json`` prints it."""
        return {
            "terms": list(self.terms),
            "steps": [
                {"alpha": step.alpha, "weights": list(step.weights), "hit": step.hit.to_dict()}
                for step in self.steps
            ],
        }


def sweep_ends(query: Query) -> tuple[Term, Term]:
    """The two terms a sweep goes between.

    Raises
    ------
    QueryError
        If the query has not exactly two terms that count.
    """
    terms = query.active
    if len(terms) != 2:
        raise QueryError(
            f"A sweep goes from one term to another: the query needs two of them, not {len(terms)}."
        )
    return terms[0], terms[1]


def sweep_weights(vectors: Vectors, steps: int) -> Iterator[tuple[float, tuple[float, float]]]:
    """Each alpha, and what the two vectors (2, d) weigh there; the larger weight is 1.

    Raises
    ------
    QueryError
        If there are less than two steps.
    """
    if steps < 2:
        raise QueryError(f"A sweep has at least two steps, not {steps}.")
    for alpha in np.linspace(0, 1, steps).tolist():
        first, second = slerp_weights(vectors[0], vectors[1], alpha)
        largest = max(first, second)
        yield alpha, (first / largest, second / largest)
