"""The other ways to ask: words for a region, patch to patch of two pictures, word to word.

Patches of two pictures are matched as in Xie et al. 2021, "Propagate Yourself: Exploring
Pixel-Level Consistency for Unsupervised Visual Representation Learning" (PixPro), by cosine; a
match that is best from both sides is mutual, as in MINIMA (Ren et al. 2025) and feature matching
before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from explorer.core.errors import QueryError, SpaceError
from explorer.core.media import Pixels
from explorer.core.similarity import Vectors, normalise
from explorer.core.tokens import GridLayout, Tokens, WordLayout
from explorer.encoders.space import Space
from explorer.lenses.explanation.contrast import EVERYDAY_SHARE
from explorer.lenses.explanation.everyday import EVERYDAY_WORDS
from explorer.lenses.explanation.remembered import patches_of_picture, vectors_of_texts
from explorer.lenses.faithfulness import Box


class WordOfRegion(NamedTuple):
    """A word and how near a region is to it: its cosine, and that less what is usual."""

    word: str
    cosine: float
    value: float


@dataclass(frozen=True, slots=True)
class PatchMatches:
    """Which patch of one picture is which of another.

    Parameters
    ----------
    layout, other_layout
        Of the two pictures.
    cosines
        float32 (m, n): every patch of the one with every patch of the other.
    """

    layout: GridLayout
    other_layout: GridLayout
    cosines: NDArray[np.float32]

    @property
    def best(self) -> NDArray[np.intp]:
        """The other's best patch for each patch, (m,)."""
        return np.asarray(self.cosines.argmax(axis=1))

    @property
    def mutual(self) -> NDArray[np.bool_]:
        """Whether that one's best patch is this one, (m,)."""
        back = self.cosines.argmax(axis=0)
        return np.asarray(back[self.best] == np.arange(len(self.cosines)))

    def map_of(self, patch: int) -> NDArray[np.float32]:
        """How near the other's patches are to one patch: float32 (rows, cols) of the other."""
        rows, cols = self.other_layout.rows, self.other_layout.cols
        return np.asarray(self.cosines[patch].reshape(rows, cols))


@dataclass(frozen=True, slots=True)
class WordMatches:
    """Words of one text with words of another: ``cosines`` is float32 (k, l)."""

    layout: WordLayout
    other_layout: WordLayout
    cosines: NDArray[np.float32]


def patches_of(space: Space, picture: Pixels) -> tuple[Vectors, GridLayout]:
    """A picture's patches in the space: float32 (m, d), and where they lie.

    Raises
    ------
    SpaceError
        If the encoder gives none, or they lie on no grid.
    """
    tokens = patches_of_picture(space, picture)
    if not isinstance(tokens.layout, GridLayout):
        raise SpaceError("The space '{space}' does not say where its patches lie.", space=space.id)
    return tokens.vectors, tokens.layout


def patches_in(layout: GridLayout, size: tuple[int, int], box: Box) -> NDArray[np.intp]:
    """Patches whose centres lie in a region of a picture of (width, height); never none."""
    centres = np.array([layout.centre(one, *size) for one in range(layout.count)])
    left, top, right, bottom = box
    across, down = centres[:, 0], centres[:, 1]
    inside = (across >= left) & (across < right) & (down >= top) & (down < bottom)
    if inside.any():
        return np.flatnonzero(inside)
    middle = np.array([(left + right) / 2, (top + bottom) / 2])
    return np.array([np.linalg.norm(centres - middle, axis=1).argmin()])


def region_vector(space: Space, picture: Pixels, box: Box) -> NDArray[np.float32]:
    """One vector (d,) for a region, the mean of its patches: to search by it."""
    vectors, layout = patches_of(space, picture)
    height, width = picture.shape[:2]
    inside = vectors[patches_in(layout, (width, height), box)]
    return np.asarray(normalise(inside.mean(axis=0, keepdims=True))[0])


def words_for_region(
    space: Space, picture: Pixels, box: Box, vocabulary: Sequence[str] = EVERYDAY_WORDS
) -> list[WordOfRegion]:
    """Words that a region carries, the most telling first.

    Parameters
    ----------
    vocabulary
        The words to choose from: those of a query, or everyday ones.

    Raises
    ------
    QueryError
        If there are no words.
    SpaceError
        If the space gives no patches.
    """
    if not vocabulary:
        raise QueryError("There are no words to choose from.")
    vectors, layout = patches_of(space, picture)
    height, width = picture.shape[:2]
    inside = patches_in(layout, (width, height), box)
    words = vectors_of_texts(space, vocabulary)
    everywhere = words @ vectors.T
    cosines = everywhere[:, inside].mean(axis=1)
    # What a word scores all over the picture says little of this region.
    values = cosines - EVERYDAY_SHARE * everywhere.mean(axis=1)
    order = np.argsort(-values, kind="stable")
    return [WordOfRegion(vocabulary[one], float(cosines[one]), float(values[one])) for one in order]


def picture_matches(space: Space, picture: Pixels, other: Pixels) -> PatchMatches:
    """Every patch of one picture with every patch of another.

    Raises
    ------
    SpaceError
        If the space gives no patches.
    """
    (vectors, layout), (others, other_layout) = (patches_of(space, one) for one in (picture, other))
    return PatchMatches(layout, other_layout, np.asarray(vectors @ others.T, np.float32))


def text_matches(space: Space, text: str, other: str) -> WordMatches:
    """Every word of one text with every word of another.

    Raises
    ------
    SpaceError
        If the space gives no words.
    """
    first, second = space.encode_content_tokens("text", [text, other])
    cosines = np.asarray(first.vectors @ second.vectors.T, np.float32)
    return WordMatches(_words(first, space), _words(second, space), cosines)


def _words(tokens: Tokens, space: Space) -> WordLayout:
    if not isinstance(tokens.layout, WordLayout):
        raise SpaceError("The space '{space}' does not say where its words lie.", space=space.id)
    return tokens.layout
