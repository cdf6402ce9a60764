"""Ranks items by a query: by meaning, by words, or both.

Where several modalities are ranked together by meaning, the order is that of the scores
standardised within each modality: cosines of text with text lie higher than those of text with
pictures, and would otherwise always come first. Of a few items no deviation can be told, so that of
a small modality leans on what all of them have.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.collection.item_table import ItemTable
from explorer.collection.ranking import Ranking
from explorer.collection.vector_index import VectorIndex, sample_of
from explorer.core.errors import QueryError
from explorer.core.query import RANK_CONSTANT, Combine, Term, combine_scores
from explorer.core.similarity import Vectors, share_farther, top_k

RESCORED = 512
"""So many of the best of each modality are scored again in half precision."""
TRUSTED = 32
"""From so many scores on a modality's own deviation counts more than that of all together."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """Every row's score before the rows are put in order.

    Parameters
    ----------
    order
        float (n,): what rows are ordered by; minus infinity for rows that do not match.
    at
        int64 (n,): the position of each row in what follows; any where a row does not match.
    scores, contributions, units
        float32 (v,) and (t, v), int32 (v,): of each vector, or of each row.
    nulls
        By modality code: scores that percentiles are told from.
    """

    order: NDArray[np.floating]
    at: NDArray[np.int64]
    scores: Vectors
    contributions: Vectors
    units: NDArray[np.int32]
    nulls: dict[int, Vectors]
    terms: tuple[str, ...]

    def ranking(self, items: ItemTable, k: int | None = None) -> Ranking:
        """The best k rows, or all that match, best first."""
        matching = int(np.count_nonzero(self.order > -np.inf))
        rows = top_k(self.order, matching if k is None else min(k, matching)).astype(np.int64)
        at = self.at[rows]
        scores = self.scores[at]
        percentiles = np.zeros(len(rows), np.float32)
        codes = items.modality_codes[rows]
        for code, null in self.nulls.items():
            of_kind = codes == code
            percentiles[of_kind] = share_farther(scores[of_kind], null)
        contributions = self.contributions[:, at]
        total = matching if len(rows) < matching else None
        return Ranking(rows, scores, percentiles, contributions, self.units[at], self.terms, total)


def score_meaning(
    index: VectorIndex,
    allowed: NDArray[np.bool_],
    terms: tuple[Term, ...],
    vectors: Vectors,
    combine: Combine,
    cosines: Vectors | None = None,
) -> Scored:
    """Score items by the vectors (t, d) of the terms.

    Parameters
    ----------
    cosines
        float32 (t, v): of the terms with all vectors, where they are known already.

    Raises
    ------
    QueryError
        If the terms cancel each other out.
    """
    weights = np.array([term.weight for term in terms], np.float32)
    length = float(np.linalg.norm(weights @ vectors))
    if combine == "sum" and length < 1e-3 * float(np.abs(weights).sum()):
        raise QueryError("The terms of the query cancel each other out; change a weight.")

    def joined(cosines: Vectors) -> tuple[Vectors, Vectors]:
        return combine_scores(cosines, weights, combine, length)

    cosines = index.scan.scores(vectors) if cosines is None else cosines
    scores, contributions = joined(cosines)
    best = index.best(scores)
    matching = allowed & index.has_vectors
    if not index.scan.exact and combine != "fusion":
        for rows in _by_modality(index.items, matching).values():
            nearest = rows[top_k(scores[best[rows]], RESCORED)]
            again = np.unique(best[nearest])
            exact = vectors @ index.scan.vectors(again).T
            scores[again], contributions[:, again] = joined(exact)
        best = index.best(scores)
    nulls = {code: scores[some] for code, some in index.samples.items()}
    order = _standardised(index, matching, scores, best, nulls)
    names = tuple(term.name for term in terms)
    return Scored(order, best, scores, contributions, index.scan.units, nulls, names)


def _standardised(
    index: VectorIndex,
    matching: NDArray[np.bool_],
    scores: Vectors,
    best: NDArray[np.int64],
    nulls: dict[int, Vectors],
) -> Vectors:
    """What items are ordered by: their score; standardised where several modalities match."""
    order = np.full(len(best), -np.inf, np.float32)
    groups = _by_modality(index.items, matching)
    standards = standards_of(nulls) if len(groups) > 1 else {}
    for code, rows in groups.items():
        values = scores[best[rows]]
        if len(groups) > 1:
            # None of it may be present: then what matches is its own measure.
            centre, spread = standards.get(code) or standards_of({code: values})[code]
            values = (values - centre) / spread
        order[rows] = values
    return order


def standards_of(nulls: Mapping[int, Vectors]) -> dict[int, tuple[float, float]]:
    """What the scores of each modality are measured by: their middle and their spread.

    The middle is the median, which one obvious hit among four does not move as it moves the mean.
    Of n scores the spread counts n / (n + `TRUSTED`), the spread within all modalities the rest,
    so that one outlier in a small modality is not measured by itself.
    """
    counts = {code: len(null) for code, null in nulls.items()}
    total = sum(counts.values())
    if not total:
        return {}
    pooled = sum(counts[code] * float(null.var()) for code, null in nulls.items()) / total
    overall = sum(counts[code] * float(np.median(null)) for code, null in nulls.items()) / total
    found = {}
    for code, null in nulls.items():
        n = counts[code]
        own = n / (n + TRUSTED)
        spread = np.sqrt(own * float(null.var()) + (1 - own) * pooled)
        centre = (n * float(np.median(null)) + overall) / (n + 1)
        found[code] = centre, max(float(spread), 1e-6)
    return found


def _by_modality(items: ItemTable, matching: NDArray[np.bool_]) -> dict[int, NDArray[np.int64]]:
    """Rows that match, by modality code."""
    rows = np.flatnonzero(matching).astype(np.int64)
    codes = items.modality_codes[rows]
    found = np.flatnonzero(np.bincount(codes, minlength=1)).tolist() if len(rows) else []
    return {code: rows if len(found) == 1 else rows[codes == code] for code in found}


def score_words(
    items: ItemTable,
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
    size = len(items)
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
    names = tuple(term.name for term in terms)
    return Scored(
        order,
        np.arange(size),
        scores,
        contributions,
        np.full(size, -1, np.int32),
        _row_nulls(items, scores),
        names,
    )


def score_both(items: ItemTable, meaning: Scored, words: Scored) -> Scored:
    """Join meaning and words by reciprocal rank fusion (Cormack et al. 2009).

    Each side gives half of (k + 1) / (k + rank), from 0.5 for its first; the score is their sum.
    """
    shares = np.stack([_reciprocal(meaning.order), _reciprocal(words.order)])
    scores = shares.sum(axis=0)
    matching = (meaning.order > -np.inf) | (words.order > -np.inf)
    order = np.where(matching, scores, -np.inf).astype(np.float32)
    units = np.full(len(order), -1, np.int32)
    with_vector = np.flatnonzero(meaning.order > -np.inf)
    units[with_vector] = meaning.units[meaning.at[with_vector]]
    nulls = _row_nulls(items, scores)
    return Scored(order, np.arange(len(order)), scores, shares, units, nulls, ("meaning", "words"))


def everything(items: ItemTable, allowed: NDArray[np.bool_]) -> Scored:
    """Every row that a filter lets through, in the order of adding."""
    size = len(items)
    order = np.where(allowed, -np.arange(size), -np.inf).astype(np.float64)
    return Scored(
        order,
        np.arange(size),
        np.zeros(size, np.float32),
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


def _row_nulls(items: ItemTable, scores: Vectors) -> dict[int, Vectors]:
    groups = _by_modality(items, items.present)
    return {code: scores[sample_of(rows)] for code, rows in groups.items()}
