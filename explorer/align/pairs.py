"""What is aligned: features of items in several views, and the texts that belong to each."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from explorer.align.recipe import AlignmentError


class Batch(NamedTuple):
    """Items of one step.

    ``features`` float32 (n, d), ``texts`` int64 (n,) rows of the table of texts, ``items`` int64
    (n,) rows of the pairs.
    """

    features: NDArray[np.float32]
    texts: NDArray[np.int64]
    items: NDArray[np.int64]


@dataclass(frozen=True)
class Texts:
    """The frozen vectors of all texts.

    Parameters
    ----------
    vectors
        float32 (m, d), unit length.
    words
        float16 (m, w, d): the first words of each, unit length, zero where there is none; empty
        where words are not used.
    classes
        float32 (c, d): of the classes that `Pairs.chances` are about, unit length.
    """

    vectors: NDArray[np.float32]
    words: NDArray[np.float16] | None = None
    classes: NDArray[np.float32] | None = None


@dataclass(frozen=True)
class Pairs:
    """Items with the texts that may be said of them.

    Parameters
    ----------
    views
        float16 or float32 (n, views, d): features of every item, in several views.
    texts
        Per item the rows of the table of text vectors that belong to it, at least one.
    first
        How likely the first of an item's texts is drawn; the others share the rest.
    weights
        float (n,): how likely each item is drawn, relative to the others.
    places
        float16 (n, p, d): features of single places of every item.
    chances
        float16 (n, c): what a classifier takes every item for, summing to 1.

    Raises
    ------
    AlignmentError
        If the numbers do not fit together.
    """

    views: NDArray[np.floating]
    texts: Sequence[Sequence[int]]
    first: float = 0.6
    weights: NDArray[np.floating] | None = None
    places: NDArray[np.float16] | None = None
    chances: NDArray[np.float16] | None = None

    def __post_init__(self) -> None:
        if self.views.ndim != 3 or len(self.views) != len(self.texts) or not len(self.views):
            raise AlignmentError(
                f"{len(self.texts)} lists of texts do not fit features of shape {self.views.shape}."
            )
        if not all(self.texts):
            raise AlignmentError("Every item needs at least one text to be aligned with.")

    def __len__(self) -> int:
        return len(self.views)

    def draw(
        self,
        count: int,
        chance: np.random.Generator,
        varied_views: bool = True,
        varied_texts: bool = True,
    ) -> Batch:
        """Draw different items, one view and one text of each."""
        share = None
        if self.weights is not None:
            share = np.asarray(self.weights, np.float64)
            share = share / share.sum()
        rows = chance.choice(len(self), min(count, len(self)), replace=False, p=share)
        view = chance.integers(self.views.shape[1], size=len(rows)) * varied_views
        picks = chance.random((2, len(rows)))
        texts = [
            self._text(self.texts[row], *pick) if varied_texts else self.texts[row][0]
            for row, pick in zip(rows, picks.T, strict=True)
        ]
        features = self.views[rows, view].astype(np.float32)
        return Batch(features, np.asarray(texts, np.int64), rows.astype(np.int64))

    def _text(self, texts: Sequence[int], first: float, other: float) -> int:
        if len(texts) == 1 or first < self.first:
            return texts[0]
        return texts[1 + int(other * (len(texts) - 1))]

    def fingerprint(self) -> str:
        """A hash of what is aligned, to tell whether a run can go on with it."""
        digest = hashlib.sha256(repr((self.views.shape, self.first)).encode())
        digest.update(np.ascontiguousarray(self.views[:: max(1, len(self) // 64)]).tobytes())
        digest.update(repr([tuple(texts) for texts in self.texts]).encode())
        return digest.hexdigest()[:32]
