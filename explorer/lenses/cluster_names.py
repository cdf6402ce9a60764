"""Names of groups: the words of their own items that tell each from the others.

A word is good if more items have it inside of the group than outside, and if it lies nearer to the
group in the space than to the others. Titles of media seldom share words: a group of an acorn, a
fir and an owl has no frequent word, but one of its words says best what it is of. Where the items
have no words at all, the nearest words of a vocabulary stand in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from explorer.lenses.clusters import Clusters
from explorer.lenses.item_words import ItemWords
from explorer.lenses.projection_vectors import PreparedVectors

Floats = npt.NDArray[np.float32]

MOST_WORDS = 2
WORTH = 0.6
"""A further word joins the name if it scores at least this share of the best."""
LEAST_SHARE = 0.08
"""A group is named by a word that at least this share of its items has."""
LEAST_SHARE_NEAR = 0.01
"""The same for a word that is known to lie near or not."""
LEAST_LIFT = 1.5
"""A word names a group only if it is so many times as frequent there as in the whole collection."""
AROUND = 0.25
"""A word of the folder or of the text counts like one of the title that so many of it have."""
SAME_START = 4
"""Words that begin with so many same letters say the same twice."""
BEST_KNOWN = 8
"""Words of a group that are looked at."""
SAMPLE = 20_000
"""The middles of groups are told from at most so many vectors."""


@dataclass(frozen=True, eq=False)
class WordVectors:
    """Words of the collection in the space of its items.

    Attributes
    ----------
    words, vectors
        From `explorer.lenses.item_words.vocabulary`, and (v, d) float32 of unit length.
    items
        The items' vectors.
    """

    words: tuple[str, ...]
    vectors: Floats
    items: PreparedVectors


class _Candidate(NamedTuple):
    """A word that may name a group; ``around`` if none of its items has it in its title or tags."""

    word: str
    score: float
    around: bool = False


def name_clusters(
    clusters: Clusters,
    items: Sequence[frozenset[str]],
    stand_ins: Sequence[Sequence[str]] | None = None,
    *,
    around: Sequence[frozenset[str]] | None = None,
    near: WordVectors | None = None,
) -> tuple[tuple[str, ...], ...]:
    """Name the groups of every level.

    Parameters
    ----------
    clusters
        Of n items.
    items
        (n,) words of each item's title and tags, from
        `explorer.lenses.item_words.words_of`.
    stand_ins
        For each group of the finest level the words of a vocabulary that lie nearest to it, best
        first, for groups whose items have no words in common; see `nearest_words`.
    around
        (n,) words of each item's folders and text, which count less.
    near
        Where words lie in the space, if it has an encoder of texts.

    Returns
    -------
    names
        By level and group. No two of a level are the same, and a group within another of one
        name has words of its own where it can.
    """
    words = ItemWords(items, around, () if near is None else near.words)
    # The group of the level above that holds most of each group.
    parents = [
        _shared(fine, fine_count, coarse, max(coarse_count, 1)).argmax(axis=1)
        for (coarse, coarse_count), (fine, fine_count) in pairwise(
            zip(clusters.labels.T, clusters.counts, strict=True)
        )
    ]
    named: list[tuple[str, ...]] = []
    used: list[list[frozenset[str]]] = []
    for level, count in enumerate(clusters.counts):
        column = clusters.labels[:, level]
        best = _best_words(column, count, words, near)
        if stand_ins is not None:
            best = _filled(best, column, clusters.labels[:, -1], stand_ins)
        above = [
            used[-1][parents[level - 1][group]] if used else frozenset() for group in range(count)
        ]
        own = [_chosen(best[group], above[group]) for group in range(count)]
        named.append(_distinct(own, best))
        used.append([frozenset(own[group]) | above[group] for group in range(count)])
    return tuple(named)


def nearest_words(
    vectors: PreparedVectors,
    labels: npt.NDArray[np.int32],
    count: int,
    words: Sequence[str],
    word_vectors: Floats,
) -> list[list[str]]:
    """The words that lie nearest to each group and not to all groups alike.

    Parameters
    ----------
    vectors, labels
        Of n items, and (n,) of one level; -1 is no group.
    count
        Number of groups.
    words, word_vectors
        A vocabulary and its vectors (v, d), unit length.
    """
    scores = _nearness(vectors, labels, count, word_vectors)
    order = np.argsort(-scores, axis=1, kind="stable")[:, :BEST_KNOWN]
    return [[words[column] for column in row if scores[group, column] > 0]
            for group, row in enumerate(order)]  # fmt: skip


def _nearness(
    vectors: PreparedVectors,
    labels: npt.NDArray[np.int32],
    count: int,
    word_vectors: Floats,
) -> Floats:
    """How much nearer each word is to each group than to the others: (count, v)."""
    rows = np.flatnonzero(vectors.whole & (labels >= 0))
    if len(rows) > SAMPLE:
        rows = np.sort(np.random.default_rng(0).choice(rows, SAMPLE, replace=False))
    middles = np.zeros((count, vectors.vectors.shape[1]), np.float32)
    np.add.at(middles, labels[rows], vectors.rows(rows))
    middles /= np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), 1e-9)
    # Encoders of words and of pictures fill different cones: only differences can be compared.
    middles -= middles.mean(axis=0)
    scores: Floats = middles @ (word_vectors - word_vectors.mean(axis=0)).T
    return scores


def _best_words(
    column: npt.NDArray[np.int32], count: int, words: ItemWords, near: WordVectors | None
) -> list[list[_Candidate]]:
    """The best words of each group with their scores, best first."""
    width = len(words.names)
    if not width:
        return [[] for _ in range(count)]
    groups = column[words.item_of]
    inside = groups >= 0
    keys = groups[inside].astype(np.int64) * width + words.word_of[inside]
    pairs, at, times = np.unique(keys, return_inverse=True, return_counts=True)
    in_titles = np.bincount(at, weights=words.of_title[inside], minlength=len(pairs))
    group, word = pairs // width, pairs % width
    sizes = np.bincount(column[column >= 0], minlength=count)
    share = times / np.maximum(sizes[group], 1)
    in_all = np.bincount(word, weights=times, minlength=width)
    lift = share / np.maximum(in_all[word] / max(int(sizes.sum()), 1), 1e-9)
    scores = np.sqrt(
        np.maximum(
            _more_inside(in_titles, group, word, sizes),
            AROUND * _more_inside(times, group, word, sizes),
        )
    )
    unfit = lift < LEAST_LIFT
    if near is None:
        unfit |= (share < LEAST_SHARE) | (times < 2)
    else:
        nearness = _of_pairs(_nearness(near.items, column, count, near.vectors), group, word,
                             words.names, near.words)  # fmt: skip
        unfit |= share < LEAST_SHARE_NEAR
        unfit |= (nearness == 0) & ((share < LEAST_SHARE) | (times < 2))
        scores += nearness
    scores[unfit] = 0
    order = np.lexsort((word, -scores, group))
    starts = np.searchsorted(group[order], np.arange(count + 1))
    return [
        [_Candidate(words.names[word[at]], float(scores[at]), not in_titles[at])
         for at in order[low:high][:BEST_KNOWN] if scores[at] > 0]
        for low, high in pairwise(starts)
    ]  # fmt: skip


def _more_inside(
    times: npt.NDArray[np.floating] | npt.NDArray[np.integer],
    group: npt.NDArray[np.int64],
    word: npt.NDArray[np.int64],
    sizes: npt.NDArray[np.int64],
) -> npt.NDArray[np.float64]:
    """By how much the share of items with a word is greater inside of a group than outside."""
    in_all = np.bincount(word, weights=times)
    outside = (in_all[word] - times) / np.maximum(sizes.sum() - sizes[group], 1)
    more: npt.NDArray[np.float64] = np.maximum(times / np.maximum(sizes[group], 1) - outside, 0)
    return more


def _of_pairs(
    nearness: Floats,
    group: npt.NDArray[np.int64],
    word: npt.NDArray[np.int64],
    names: Sequence[str],
    known: Sequence[str],
) -> npt.NDArray[np.float64]:
    """How near the word of each pair is to its group, the nearest of a group's own being 1."""
    place = {name: column for column, name in enumerate(known)}
    columns = np.array([place.get(name, -1) for name in names], np.int64)[word]
    raw = np.where(columns >= 0, nearness[group, columns], 0)
    best = np.zeros(len(nearness))
    np.maximum.at(best, group, raw)
    shares: npt.NDArray[np.float64] = np.maximum(raw, 0) / np.maximum(best[group], 1e-9)
    return shares


def _filled(
    best: list[list[_Candidate]],
    column: npt.NDArray[np.int32],
    finest: npt.NDArray[np.int32],
    stand_ins: Sequence[Sequence[str]],
) -> list[list[_Candidate]]:
    """Give groups without words of their own those of the vocabulary, of their largest parts."""
    filled = list(best)
    shared = _shared(column, len(best), finest, len(stand_ins))
    for group, own in enumerate(best):
        if own:
            continue
        score: dict[str, float] = {}
        for part in np.flatnonzero(shared[group]).tolist():
            for place, word in enumerate(stand_ins[part]):
                score[word] = score.get(word, 0.0) + float(shared[group, part]) / (place + 1)
        best_of_parts = sorted(score.items(), key=lambda pair: -pair[1])[:BEST_KNOWN]
        filled[group] = [_Candidate(*pair) for pair in best_of_parts]
    return filled


def _shared(
    one: npt.NDArray[np.int32], ones: int, other: npt.NDArray[np.int32], others: int
) -> npt.NDArray[np.int64]:
    """How many items each group of one level shares with each of another, (ones, others)."""
    inside = (one >= 0) & (other >= 0)
    pairs = one[inside].astype(np.int64) * others + other[inside]
    return np.bincount(pairs, minlength=ones * others).reshape(ones, others)


def _chosen(best: list[_Candidate], above: frozenset[str]) -> list[str]:
    """Words of a name; what the groups above are called is only used if there is nothing else."""
    fresh = [each for each in best if each.word not in above]
    if not fresh or (best and fresh[0].score < best[0].score * WORTH):
        fresh = best
    worthy = [each for each in fresh if each.score >= fresh[0].score * WORTH]
    # A folder may name a group, but beside another word a title's says more.
    worthy[1:] = sorted(worthy[1:], key=lambda each: each.around)
    chosen: list[str] = []
    for each in worthy:
        if not any(each.word[:SAME_START] == other[:SAME_START] for other in chosen):
            chosen.append(each.word)
    return chosen[:MOST_WORDS]


def _distinct(own: list[list[str]], best: list[list[_Candidate]]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    numbers: dict[str, int] = {}
    for group, words in enumerate(own):
        name = _written(words)
        more = [each.word for each in best[group] if each.word not in words]
        while name and name in names and more:
            words = [*words, more.pop(0)]
            name = _written(words)
        plain = name
        while name in names:
            numbers[plain] = numbers.get(plain, 1) + 1
            name = f"{plain} {numbers[plain]}".strip()
        names[name] = None
    return tuple(names)


def _written(words: Sequence[str]) -> str:
    joined = ", ".join(words)
    return joined[:1].upper() + joined[1:]
