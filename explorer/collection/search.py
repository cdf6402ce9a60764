"""Ranks items by a query: by meaning, by words, or both.

Where several modalities are ranked together by meaning, the order is that of the scores
standardised within each modality: cosines of text with text lie higher than those of text with
pictures, and would otherwise always come first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.collection.item_table import ItemTable
from explorer.collection.ranking import Ranking
from explorer.collection.vector_index import VectorIndex
from explorer.core.errors import QueryError
from explorer.core.query import RANK_CONSTANT, Combine, Term, combine_scores
from explorer.core.similarity import Vectors, share_farther, top_k

RESCORED = 512
"""So many of the best of each modality are scored again in half precision."""

NULL_SAMPLE = 65_536
"""Percentiles are told from at most so many of the scores of a modality."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """Every row's score before the rows are put in order.

    Parameters
    ----------
    order
        float (n,): what rows are ordered by; minus infinity for rows that do not match.
    scores, contributions
        float32 (n,) and (t, n).
    units
        int32 (n,): the unit that matched, -1 for none.
    nulls
        By modality code: scores that percentiles are told from.
    """

    order: NDArray[np.floating]
    scores: Vectors
    contributions: Vectors
    units: NDArray[np.int32]
    nulls: dict[int, Vectors]
    terms: tuple[str, ...]

    def ranking(self, items: ItemTable, k: int | None = None) -> Ranking:
        """The best k rows, or all that match, best first."""
        matching = int(np.count_nonzero(self.order > -np.inf))
        rows = top_k(self.order, matching if k is None else min(k, matching)).astype(np.int64)
        scores = self.scores[rows]
        percentiles = np.zeros(len(rows), np.float32)
        codes = items.modality_codes[rows]
        for code, null in self.nulls.items():
            of_kind = codes == code
            percentiles[of_kind] = share_farther(scores[of_kind], null)
        return Ranking(
            rows,
            scores.astype(np.float32),
            percentiles,
            self.contributions[:, rows],
            self.units[rows],
            self.terms,
        )


def score_meaning(
    index: VectorIndex,
    allowed: NDArray[np.bool_],
    terms: tuple[Term, ...],
    vectors: Vectors,
    combine: Combine,
) -> Scored:
    """Score items by the vectors (t, d) of the terms.

    Raises
    ------
    QueryError
        If the terms cancel each other out.
    """
    weights = np.array([term.weight for term in terms], np.float32)
    length = float(np.linalg.norm(weights @ vectors))
    if combine == "sum" and length < 1e-3 * float(np.abs(weights).sum()):
        raise QueryError("The terms of the query cancel each other out; change a weight.")
    cosines = index.scan.scores(vectors)
    scores, contributions = combine_scores(cosines, weights, combine, length)
    if not index.scan.exact and combine != "fusion":
        _score_again(index, allowed, vectors, weights, combine, length, scores, contributions)
    best = index.best(scores)
    matching = allowed & (best >= 0)
    order = np.full(len(best), -np.inf, np.float32)
    nulls: dict[int, Vectors] = {}
    several = len(np.unique(index.items.modality_codes[matching])) > 1
    for code in range(len(index.items.modalities)):
        null = scores[index.modality_codes == code]
        here = matching & (index.items.modality_codes == code)
        values = scores[best[here]]
        if several and len(null):
            values = (values - null.mean()) / max(float(null.std()), 1e-6)
        order[here] = values
        nulls[code] = _sample(null)
    at = np.maximum(best, 0)
    return Scored(
        order,
        scores[at] if len(scores) else order,
        contributions[:, at] if len(scores) else np.zeros((len(terms), len(order)), np.float32),
        np.where(best >= 0, index.scan.units[at], -1).astype(np.int32)
        if len(scores)
        else np.full(len(order), -1, np.int32),
        nulls,
        tuple(term.name for term in terms),
    )


def _score_again(
    index: VectorIndex,
    allowed: NDArray[np.bool_],
    vectors: Vectors,
    weights: Vectors,
    combine: Combine,
    length: float,
    scores: Vectors,
    contributions: Vectors,
) -> None:
    """Put exact scores in place of the approximate ones of the best."""
    best = index.best(scores)
    for code in range(len(index.items.modalities)):
        here = allowed & (best >= 0) & (index.items.modality_codes == code)
        candidates = np.unique(best[here])
        positions = candidates[top_k(scores[candidates], RESCORED)]
        exact = vectors @ index.scan.vectors(positions).T
        scores[positions], contributions[:, positions] = combine_scores(
            exact, weights, combine, length
        )


def score_words(
    index_items: ItemTable,
    allowed: NDArray[np.bool_],
    terms: tuple[Term, ...],
    found: list[tuple[NDArray[np.int64], NDArray[np.float32]]],
) -> Scored:
    """Score items by words: the weighted sum of what each term's words gave (rows, scores).

    Raises
    ------
    QueryError
        If no term that counts for something has words.
    """
    size = len(index_items)
    contributions = np.zeros((len(terms), size), np.float32)
    wanted = np.zeros(size, bool)
    for position, (term, (rows, values)) in enumerate(zip(terms, found, strict=True)):
        known = rows < size
        np.add.at(contributions[position], rows[known], values[known] * term.weight)
        if term.weight > 0:
            wanted[rows[known]] = True
    scores = contributions.sum(axis=0)
    matching = allowed & wanted
    order = np.where(matching, scores, -np.inf).astype(np.float32)
    nulls = {
        code: _sample(scores[index_items.present & (index_items.modality_codes == code)])
        for code in range(len(index_items.modalities))
    }
    units = np.full(size, -1, np.int32)
    names = tuple(term.name for term in terms)
    return Scored(order, scores, contributions, units, nulls, names)


def score_both(items: ItemTable, meaning: Scored, words: Scored) -> Scored:
    """Join meaning and words by reciprocal rank fusion (Cormack et al. 2009).

    Each side gives half of (k + 1) / (k + rank), from 0.5 for its first; the score is their sum.
    """
    shares = np.stack([_reciprocal(meaning.order), _reciprocal(words.order)])
    scores = shares.sum(axis=0)
    matching = (meaning.order > -np.inf) | (words.order > -np.inf)
    nulls = {
        code: _sample(scores[items.present & (items.modality_codes == code)])
        for code in range(len(items.modalities))
    }
    order = np.where(matching, scores, -np.inf).astype(np.float32)
    return Scored(order, scores, shares, meaning.units, nulls, ("meaning", "words"))


def everything(items: ItemTable, allowed: NDArray[np.bool_]) -> Scored:
    """Every row that a filter lets through, in the order of adding."""
    size = len(items)
    order = np.where(allowed, -np.arange(size), -np.inf).astype(np.float64)
    none = np.zeros(size, np.float32)
    return Scored(
        order,
        none,
        np.zeros((0, size), np.float32),
        np.full(size, -1, np.int32),
        {},
        (),
    )


def tag_matches(
    words: str, tags: list[tuple[int, tuple[str, ...]]], count: int
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Rows with a tag that has one of the words, scored like a rare word: ln(1 + n / n with it).

    Parameters
    ----------
    tags
        (row, tags) of the tagged items.
    count
        Number of items.
    """
    wanted = {word.casefold() for word in _WORD.findall(words)}
    by_word: dict[str, set[int]] = {}
    for row, names in tags:
        for name in names:
            for word in wanted.intersection(_WORD.findall(name.casefold())):
                by_word.setdefault(word, set()).add(row)
    rows: list[int] = []
    values: list[float] = []
    for some in by_word.values():
        rows.extend(sorted(some))
        values.extend([float(np.log1p(count / len(some)))] * len(some))
    return np.array(rows, np.int64), np.array(values, np.float32)


def _reciprocal(order: NDArray[np.floating]) -> Vectors:
    shares = np.zeros(len(order), np.float32)
    matching = np.flatnonzero(order > -np.inf)
    ranked = matching[np.argsort(-order[matching], kind="stable")]
    ranks = np.arange(1, len(ranked) + 1)
    shares[ranked] = (RANK_CONSTANT + 1) / (RANK_CONSTANT + ranks) / 2
    return shares


def _sample(scores: Vectors) -> Vectors:
    if len(scores) <= NULL_SAMPLE:
        return scores
    chosen = np.random.default_rng(0).integers(0, len(scores), NULL_SAMPLE)
    return scores[chosen]
