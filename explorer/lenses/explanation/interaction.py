"""Interaction: what a word and a region are worth together beyond what each is worth alone.

Jin et al. 2023, "Video-Text as Game Players: Hierarchical Banzhaf Interaction for Cross-Modal
Representation Learning", equations 3 to 6: words and regions are players, a coalition is worth the
late interaction of those in it, and the Banzhaf interaction of a pair is the mean over coalitions
of the others of v(both) + v(neither) - v(the word) - v(the region). Regions are merged level by
level.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.core.similarity import Vectors
from explorer.core.wording import Wording
from explorer.encoders.regions import merged_regions, region_means
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


def interaction_levels(
    question: Question, control: Control, counts: Sequence[int] = LEVELS
) -> list[Level]:
    """Banzhaf interaction of the content words with regions, level by level.

    Parameters
    ----------
    counts
        How many regions the patches are merged into at each level.
    """
    words, patches, layout = question.words, question.patches.vectors, question.layout
    content = np.flatnonzero(words.content)
    levels = []
    for done, count in enumerate(counts):
        control.check()
        regions = merged_regions(patches, layout, count)
        means = region_means(patches, regions)
        cosines = (words.vectors @ means.T).astype(np.float64)
        cosines[content] = contrast(cosines, words.content, _everyday(question, means))[content]
        values = np.zeros_like(cosines)
        values[content] = banzhaf_interaction(cosines[content])
        levels.append(Level(regions, values))
        control.progress(done + 1, len(counts), Wording("playing words and regions together"))
    return levels


def _everyday(question: Question, means: Vectors) -> NDArray[np.float32] | None:
    if question.words.content.sum() > 1:
        return None
    return np.asarray(question.everyday @ means.T, np.float32)


def interaction_maps(
    question: Question, control: Control, counts: Sequence[int] = LEVELS
) -> Relevance:
    """The mean of the levels, laid out on the patches; function words take no part."""
    layout, count = question.layout, len(question.words.words)
    values = np.zeros((count + 1, layout.rows, layout.cols), np.float32)
    levels = interaction_levels(question, control, counts)
    for level in levels:
        values[:-1] += level.values[:, level.regions].astype(np.float32) / len(levels)
    values[-1] = (question.patches.vectors @ question.words.whole).reshape(values.shape[1:])
    return Relevance(smooth(values, passes=1), layout)
