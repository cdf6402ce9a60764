"""Principal axes of word vectors against human norms.

Zhang et al. 2021, "Explainable Semantic Space by Grounding Language to Vision with Cross-Modal
Contrastive Learning": the first principal component of a grounded space follows concreteness,
and word categories separate.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.core.similarity import Vectors, normalise


@dataclass(frozen=True, slots=True)
class Axis:
    """One principal component, turned so that it rises with concreteness.

    ``word_r`` is Pearson's correlation with concreteness over words, ``category_r`` over the
    means of the categories; ``low`` and ``high`` are the words at its ends.
    """

    word_r: float
    category_r: float
    low: list[str]
    high: list[str]

    def to_dict(self) -> dict[str, object]:
        """JSON data."""
        return {
            "word_r": round(self.word_r, 6),
            "category_r": round(self.category_r, 6),
            "low": self.low,
            "high": self.high,
        }


def principal_axes(
    vectors: Vectors,
    words: list[str],
    categories: list[str],
    concreteness: NDArray[np.float64],
    count: int = 5,
    ends: int = 10,
) -> list[Axis]:
    """The first principal components of word vectors and what they follow.

    Parameters
    ----------
    vectors
        float32 (n, d).
    words, categories
        (n,) each.
    concreteness
        float64 (n,); NaN where it was not rated.
    """
    centred = vectors.astype(np.float64) - vectors.mean(axis=0, dtype=np.float64)
    directions = np.linalg.svd(centred, full_matrices=False)[2][:count]
    names = np.asarray(categories)
    rated = np.isfinite(concreteness)
    groups = [np.flatnonzero((names == name) & rated) for name in dict.fromkeys(categories)]
    groups = [group for group in groups if len(group)]
    axes = []
    for direction in directions:
        places = centred @ direction
        word_r = _pearson(places[rated], concreteness[rated])
        if word_r < 0:
            places, word_r = -places, -word_r
        category_r = _pearson(
            np.asarray([places[group].mean() for group in groups]),
            np.asarray([concreteness[group].mean() for group in groups]),
        )
        order = np.argsort(places, kind="stable")
        # A word that is in several categories stands in several rows.
        low = list(dict.fromkeys(words[row] for row in order))[:ends]
        high = list(dict.fromkeys(words[row] for row in order[::-1]))[:ends]
        axes.append(Axis(word_r, category_r, low, high))
    return axes


def category_silhouette(vectors: Vectors, categories: list[str]) -> float:
    """Mean silhouette by cosine distance, averaged over words, then over categories.

    Rousseeuw 1987, "Silhouettes: a graphical aid to the interpretation and validation of
    cluster analysis". A word alone in its category counts zero.
    """
    unit = normalise(vectors)
    names = list(dict.fromkeys(categories))
    code = np.asarray([names.index(name) for name in categories])
    if len(names) < 2:
        return 0.0
    sums = np.stack([unit[code == one].sum(axis=0) for one in range(len(names))], axis=1)
    counts = np.bincount(code)
    within = 1 - unit @ sums / counts
    rows = np.arange(len(unit))
    own_count = counts[code]
    # A word's distance to itself is nought, so the mean over the others is scaled up.
    own = within[rows, code] * own_count / np.maximum(own_count - 1, 1)
    within[rows, code] = np.inf
    nearest = within.min(axis=1)
    values = np.where(own_count > 1, (nearest - own) / np.maximum(own, nearest), 0.0)
    means = [float(values[code == one].mean()) for one in range(len(names))]
    return float(np.mean(means))


def _pearson(a: NDArray[np.floating], b: NDArray[np.floating]) -> float:
    if len(a) < 2 or np.ptp(a) == 0 or np.ptp(b) == 0:
        return 0.0
    return float(np.corrcoef(a, b)[0, 1])
