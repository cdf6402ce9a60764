"""Interaction: what a word and a region are worth together beyond what each is worth alone.

Jin et al. 2023, "Video-Text as Game Players: Hierarchical Banzhaf Interaction for Cross-Modal
Representation Learning", equations 3 to 6: words and regions are players, a coalition is worth the
late interaction of those in it, and the Banzhaf interaction of a pair is the mean over coalitions
of the others of v(both) + v(neither) - v(the word) - v(the region). Regions are merged level by
level.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.core.similarity import Vectors, normalise
from explorer.core.tokens import GridLayout
from explorer.jobs import Control
from explorer.lenses.explanation.contrast import contrast, smooth
from explorer.lenses.explanation.question import Question, Relevance

Floats = NDArray[np.float64]

LEVELS = (24, 12, 6)
"""How many regions there are at each level."""

COALITIONS, SEED = 128, 10


@dataclass(frozen=True, slots=True)
class Level:
    """One level of merging.

    ``regions`` gives the region of each patch, int (rows, cols); ``values`` is float64
    (k, regions).
    """

    regions: NDArray[np.intp]
    values: Floats


def worth(cosines: Floats, words: NDArray[np.bool_], regions: NDArray[np.bool_]) -> Floats:
    """Late interaction of coalitions: each word with its best region and the other way round.

    Parameters
    ----------
    cosines
        Shape (k, g).
    words, regions
        Who takes part: (s, k) and (s, g).

    Returns
    -------
    float64 (s,); zero where one side has no player.
    """
    shown = np.where(words[:, :, None] & regions[:, None, :], cosines, -np.inf)
    sums = np.zeros(len(words))
    for axis, players in ((2, words), (1, regions)):
        best = shown.max(axis=axis)
        best[~np.isfinite(best)] = 0
        sums += best.sum(axis=1) / np.maximum(players.sum(axis=1), 1)
    return np.asarray(sums / 2)


def banzhaf_interaction(cosines: Floats, coalitions: int = COALITIONS, seed: int = SEED) -> Floats:
    """Banzhaf interaction of each word with each region: float64 (k, g).

    Parameters
    ----------
    cosines
        Shape (k, g).
    coalitions
        How many are drawn of the others, each taking part or not by chance; 0 takes all there are,
        which needs 2 ** (k + g) of them.
    """
    count, groups = cosines.shape
    if coalitions:
        players = np.random.default_rng(seed).random((coalitions, count + groups)) < 0.5
    else:
        numbers = np.arange(2 ** (count + groups))
        players = (numbers[:, None] >> np.arange(count + groups)) & 1 == 1
    words, regions = players[:, :count], players[:, count:]
    result = np.empty((count, groups))
    for word in range(count):
        with_word, without_word = words.copy(), words.copy()
        with_word[:, word], without_word[:, word] = True, False
        for region in range(groups):
            here, gone = regions.copy(), regions.copy()
            here[:, region], gone[:, region] = True, False
            both, neither = worth(cosines, with_word, here), worth(cosines, without_word, gone)
            one, other = worth(cosines, with_word, gone), worth(cosines, without_word, here)
            result[word, region] = (both + neither - one - other).mean()
    return result


def merged_regions(patches: Vectors, layout: GridLayout, count: int) -> NDArray[np.intp]:
    """Neighbouring patches that are alike, merged until `count` regions are left.

    Ward's criterion among patches that touch.

    Returns
    -------
    Region of each patch, (rows, cols), numbered from 0.
    """
    from scipy.cluster.hierarchy import fcluster, linkage

    # Places are joined to the vectors so that regions hang together without a graph of neighbours.
    rows, cols = np.divmod(np.arange(layout.count), layout.cols)
    places = np.stack([rows / layout.rows, cols / layout.cols], axis=1)
    spread = float(np.linalg.norm(patches - patches.mean(axis=0), axis=1).mean())
    tree = linkage(np.concatenate([patches, places * 2 * spread], axis=1), "ward")
    labels = fcluster(tree, min(count, layout.count), "maxclust") - 1
    return np.asarray(labels, np.intp).reshape(layout.rows, layout.cols)


def interaction_levels(question: Question, control: Control) -> list[Level]:
    """Banzhaf interaction of the content words with regions, level by level."""
    words, patches, layout = question.words, question.patches.vectors, question.layout
    content = np.flatnonzero(words.content)
    levels = []
    for done, count in enumerate(LEVELS):
        control.check()
        regions = merged_regions(patches, layout, count)
        groups = regions.max() + 1
        means = np.stack([patches[regions.ravel() == one].mean(axis=0) for one in range(groups)])
        cosines = (words.vectors @ normalise(means).T).astype(np.float64)
        cosines[content] = contrast(cosines, words.content, _everyday(question, means))[content]
        values = np.zeros_like(cosines)
        values[content] = banzhaf_interaction(cosines[content])
        levels.append(Level(regions, values))
        control.progress(done + 1, len(LEVELS), "playing words and regions together")
    return levels


def _everyday(question: Question, means: Vectors) -> NDArray[np.float32] | None:
    if question.words.content.sum() > 1:
        return None
    return np.asarray(question.everyday @ normalise(means).T, np.float32)


def interaction_maps(question: Question, control: Control) -> Relevance:
    """The mean of all levels, laid out on the patches; function words take no part."""
    layout, count = question.layout, len(question.words.words)
    values = np.zeros((count + 1, layout.rows, layout.cols), np.float32)
    levels = interaction_levels(question, control)
    for level in levels:
        values[:-1] += level.values[:, level.regions].astype(np.float32) / len(levels)
    values[-1] = (question.patches.vectors @ question.words.whole).reshape(values.shape[1:])
    return Relevance(smooth(values, passes=1), layout)
