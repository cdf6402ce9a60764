"""How near every item of a collection is to one word, for views that colour by it.

Words that are hovered over ask this many times a second, so nothing is opened or encoded but the
word itself: an item counts by the best of its patches where those are kept, else by its vectors,
which stand for the whole of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from explorer.collection.vector_index import VectorIndex
from explorer.core.selection import Rows
from explorer.core.similarity import Vectors

Floats = NDArray[np.float32]
Source = Literal["patches", "pooled", "both"]

FULL_HEAT = 4.0
"""An item that lies so many deviations above the mean of its kind gets the end of the colours."""


@dataclass(frozen=True, slots=True)
class WordScores:
    """What each present item that has a vector says of a word.

    Attributes
    ----------
    word
        Which.
    rows
        Rows of the items, ascending: int64 (m,).
    scores
        float32 (m,): cosine of the word with the best patch, or with the best vector of the item.
    heat
        float32 (m,) from 0 to 1, for colours: how far the score lies above the mean of the items
        that were scored in the same way and are of the same modality, since the cosines of texts
        and pictures, of patches and whole pictures, lie in different ranges.
    by_patches
        bool (m,): whether the score is that of a patch.
    """

    word: str
    rows: Rows
    scores: Floats
    heat: Floats
    by_patches: NDArray[np.bool_]

    @property
    def source(self) -> Source:
        """What the scores are of: ``"patches"``, ``"pooled"`` vectors, or some of each."""
        if not self.by_patches.any():
            return "pooled"
        return "patches" if self.by_patches.all() else "both"


def word_scores(
    word: str,
    vector: Vectors,
    index: VectorIndex,
    patches: tuple[NDArray[np.int64], Floats] | None = None,
) -> WordScores:
    """Score every present item that has a vector.

    Parameters
    ----------
    vector
        Of the word: float32 (d,), unit length.
    patches
        Keys of contents whose patches are kept, and the cosines of their best ones.
    """
    items = index.items
    pooled = index.scan.scores(vector[np.newaxis])[0]
    best = index.best(pooled)
    rows = np.flatnonzero((best >= 0) & items.present).astype(np.int64)
    scores, by_patches = pooled[best[rows]], np.zeros(len(rows), bool)
    if patches is not None and len(patches[0]):
        order = np.argsort(patches[0], kind="stable")
        keys, contents = patches[0][order], items.contents[rows]
        at = np.minimum(np.searchsorted(keys, contents), len(keys) - 1)
        by_patches = keys[at] == contents
        scores = np.where(by_patches, patches[1][order][at], scores)
    kinds = items.modality_codes[rows].astype(np.int64) * 2 + by_patches
    return WordScores(word, rows, scores.astype(np.float32), _heat(scores, kinds), by_patches)


def _heat(scores: Floats, kinds: NDArray[np.int64]) -> Floats:
    heat = np.zeros(len(scores), np.float32)
    for kind in np.unique(kinds):
        here = kinds == kind
        some = scores[here].astype(np.float64)
        spread = max(float(some.std()), 1e-6)
        heat[here] = ((some - some.mean()) / spread / FULL_HEAT).clip(0, 1)
    return heat
