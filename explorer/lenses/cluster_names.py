"""Names of groups: the words of their own items that set them apart.

Class-based tf-idf (Grootendorst 2022, "BERTopic"): all items of a group count as one document.
Where the items have no words, the words of a vocabulary that lie nearest in the space stand in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from explorer.lenses.clusters import Clusters
from explorer.lenses.explanation.everyday import STOP_WORDS

Floats = npt.NDArray[np.float32]

_WORD = re.compile(r"[^\W\d_]{3,}")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# What cameras, scanners and the web call files, and words that say nothing of a group.
_EMPTY_WORDS = """img dsc dscn pict dscf pxl mvimg jpg jpeg png gif svg webp tif tiff wav mp3 ogg
    flac txt csv html file image photo picture untitled screenshot copy final new old www http
    https com org jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue wed thu fri sat the and der die das und ein eine les des une del los las"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
MOST_WORDS = 2
WORTH = 0.5
"""A further word joins the name if it scores at least this share of the best."""
LEAST_SHARE = 0.08
"""A group is named by a word that at least this share of its items has."""
LEAST_LIFT = 1.5
"""A word names a group only if it is so many times as frequent there as in the whole collection."""
BEST_KNOWN = 6
"""Words of a group that are looked at."""


def words_of(*texts: str) -> frozenset[str]:
    """The distinct words of an item's title, tags, folders and text, in small letters."""
    found: set[str] = set()
    for text in texts:
        for word in _WORD.findall(_CAMEL.sub(" ", text)):
            word = word.lower()
            if word not in STOP_WORDS and word not in _EMPTY:
                found.add(word)
    return frozenset(found)


class _Words:
    """Which items have which words, as pairs; one number for a word and its plural."""

    def __init__(self, items: Sequence[frozenset[str]]) -> None:
        counts = Counter(word for item in items for word in item)
        kept = {word for word, count in counts.items() if count > 1}
        self.names: list[str] = []
        numbers: dict[str, int] = {}
        for word in sorted(kept, key=lambda each: (-counts[each], each)):
            twin = next((each for each in _twins(word) if each in numbers), None)
            if twin is None:
                numbers[word] = len(self.names)
                self.names.append(word)
            else:
                numbers[word] = numbers[twin]
        item_of: list[int] = []
        word_of: list[int] = []
        for position, item in enumerate(items):
            own = {numbers[word] for word in item if word in numbers}
            item_of.extend([position] * len(own))
            word_of.extend(own)
        self.item_of = np.array(item_of, np.int64)
        self.word_of = np.array(word_of, np.int64)


def _twins(word: str) -> Iterable[str]:
    """The same word in the other number, by the commonest English rules."""
    yield f"{word}s"
    yield f"{word}es"
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    if word.endswith("y"):
        yield f"{word[:-1]}ies"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]


def name_clusters(
    clusters: Clusters,
    items: Sequence[frozenset[str]],
    stand_ins: Sequence[Sequence[str]] | None = None,
) -> tuple[tuple[str, ...], ...]:
    """Name the groups of every level.

    Parameters
    ----------
    clusters
        Of n items.
    items
        (n,) words of each, from `words_of`.
    stand_ins
        For each group of the finest level the words of a vocabulary that lie nearest to it, best
        first, for groups whose items have no words in common; see `nearest_words`.

    Returns
    -------
    names
        By level and group. No two of a level are the same, and a group within another of one
        name has words of its own where it can.
    """
    words = _Words(items)
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
        best = _best_words(column, count, words)
        if stand_ins is not None:
            best = _filled(best, column, clusters.labels[:, -1], stand_ins)
        above = used[-1] if used else []
        own = [
            _chosen(best[group], above[parents[level - 1][group]] if above else frozenset())
            for group in range(count)
        ]
        named.append(_distinct(own, best))
        used.append(
            [
                frozenset(own[group]) | (above[parents[level - 1][group]] if above else frozenset())
                for group in range(count)
            ]
        )
    return tuple(named)


def nearest_words(
    vectors: Floats,
    labels: npt.NDArray[np.int32],
    count: int,
    words: Sequence[str],
    word_vectors: Floats,
) -> list[list[str]]:
    """The words that lie nearest to each group and not to all groups alike.

    Parameters
    ----------
    vectors, labels
        (n, d) and (n,) of one level; -1 is no group.
    count
        Number of groups.
    words, word_vectors
        A vocabulary and its vectors (v, d), unit length.
    """
    from scipy.sparse import csr_array  # takes long to import

    inside = np.flatnonzero(labels >= 0)
    ones = np.ones(len(inside), np.float32)
    members = csr_array((ones, (labels[inside], inside)), shape=(count, len(labels)))
    middles = members @ vectors.astype(np.float32, copy=False)
    middles /= np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), 1e-9)
    # Encoders of words and of pictures fill different cones: only differences can be compared.
    middles -= middles.mean(axis=0)
    scores = middles @ (word_vectors - word_vectors.mean(axis=0)).T
    order = np.argsort(-scores, axis=1, kind="stable")[:, :BEST_KNOWN]
    return [[words[column] for column in row if scores[group, column] > 0]
            for group, row in enumerate(order)]  # fmt: skip


def _best_words(
    column: npt.NDArray[np.int32], count: int, words: _Words
) -> list[list[tuple[str, float]]]:
    """The best words of each group with their scores, best first."""
    if not len(words.names):
        return [[] for _ in range(count)]
    groups = column[words.item_of]
    inside = groups >= 0
    keys = groups[inside].astype(np.int64) * len(words.names) + words.word_of[inside]
    pairs, times = np.unique(keys, return_counts=True)
    group, word = pairs // len(words.names), pairs % len(words.names)
    sizes = np.bincount(column[column >= 0], minlength=count)
    in_all = np.bincount(word, weights=times, minlength=len(words.names))
    share = times / np.maximum(sizes[group], 1)
    typical = max(times.sum() / max(count, 1), 1e-9)
    scores = share * np.log1p(typical / in_all[word])
    lift = share / np.maximum(in_all[word] / max(int(sizes.sum()), 1), 1e-9)
    scores[(share < LEAST_SHARE) | (times < 2) | (lift < LEAST_LIFT)] = 0
    order = np.lexsort((word, -scores, group))
    starts = np.searchsorted(group[order], np.arange(count + 1))
    return [
        [(words.names[word[at]], float(scores[at])) for at in order[low:high][:BEST_KNOWN]
         if scores[at] > 0]
        for low, high in pairwise(starts)
    ]  # fmt: skip


def _filled(
    best: list[list[tuple[str, float]]],
    column: npt.NDArray[np.int32],
    finest: npt.NDArray[np.int32],
    stand_ins: Sequence[Sequence[str]],
) -> list[list[tuple[str, float]]]:
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
        filled[group] = sorted(score.items(), key=lambda pair: -pair[1])[:BEST_KNOWN]
    return filled


def _shared(
    one: npt.NDArray[np.int32], ones: int, other: npt.NDArray[np.int32], others: int
) -> npt.NDArray[np.int64]:
    """How many items each group of one level shares with each of another, (ones, others)."""
    inside = (one >= 0) & (other >= 0)
    pairs = one[inside].astype(np.int64) * others + other[inside]
    return np.bincount(pairs, minlength=ones * others).reshape(ones, others)


def _chosen(best: list[tuple[str, float]], above: frozenset[str]) -> list[str]:
    """Words of a name; what the groups above are called is only used if there is nothing else."""
    fresh = [pair for pair in best if pair[0] not in above]
    if not fresh or (best and fresh[0][1] < best[0][1] * WORTH / 2):
        fresh = best
    if not fresh:
        return []
    return [word for word, score in fresh[:MOST_WORDS] if score >= fresh[0][1] * WORTH]


def _distinct(own: list[list[str]], best: list[list[tuple[str, float]]]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    numbers: dict[str, int] = {}
    for group, words in enumerate(own):
        name = _written(words)
        more = [word for word, _ in best[group] if word not in words]
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
