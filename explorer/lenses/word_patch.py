"""Which word meets which patch: late interaction in the joint space.

Yao et al. 2021, "FILIP: Fine-grained Interactive Language-Image Pre-Training", section 3.1
(cosine of every word with every patch); the same as the match map of the explainable semantic
space (Zhang et al. 2021).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.core.errors import QueryError, SpaceError
from explorer.core.media import Pixels
from explorer.core.tokens import GridLayout, WordLayout
from explorer.encoders.space import Space
from explorer.lenses.faithfulness import Faithfulness, faithfulness

METHODS = {"late-interaction": "Cosine of every word with every patch"}
"""Attribution methods by id, with what they do."""


@dataclass(frozen=True, slots=True)
class WordMap:
    """One word's map over a picture.

    ``score`` is its best value, ``peak`` the centre (x, y) of the best patch in pixels, ``map``
    float32 (rows, cols) and ``span`` the word's characters in the text.
    """

    word: str
    score: float
    peak: tuple[float, float]
    map: NDArray[np.float32]
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Maps of all words of a text over one picture.

    ``image_size`` is (width, height) in pixels; ``layout`` says where the grid lies on it.
    """

    image_size: tuple[int, int]
    layout: GridLayout
    method: str
    words: tuple[WordMap, ...]
    faithfulness: Faithfulness

    @property
    def grid(self) -> tuple[int, int]:
        """(rows, cols)."""
        return self.layout.rows, self.layout.cols

    def to_dict(self) -> dict[str, object]:
        """JSON data, as ``explorer explain --json`` prints it."""
        return {
            "image_size": list(self.image_size),
            "grid": list(self.grid),
            "method": self.method,
            "words": [
                {
                    "word": one.word,
                    "score": round(one.score, 6),
                    "peak": [round(value, 1) for value in one.peak],
                    "map": np.round(one.map.astype(float), 5).tolist(),
                }
                for one in self.words
            ],
            "faithfulness": self.faithfulness.to_dict(),
        }


def explain_picture(
    space: Space, picture: Pixels, words: str, method: str = "late-interaction"
) -> Explanation:
    """Maps of every word of a text over a picture.

    From each word's map the mean over the words is taken off, patch by patch, when there are
    several: what is left is what this word says and the others do not.

    Parameters
    ----------
    picture
        uint8 RGB (h, w, 3).
    words
        A word or a sentence.

    Raises
    ------
    QueryError
        If there are no words, or the method is not known.
    SpaceError
        If the space gives no tokens for pictures or texts, or their layout is not known.
    """
    if method not in METHODS:
        raise QueryError(f"There is no method called '{method}'. There is: {', '.join(METHODS)}.")
    if not words.strip():
        raise QueryError("There are no words to explain. Type a word or a sentence.")
    patches = space.encode_content_tokens("image", [picture])[0]
    tokens = space.encode_content_tokens("text", [words])[0]
    grid, spans = patches.layout, tokens.layout
    if not isinstance(grid, GridLayout) or not isinstance(spans, WordLayout):
        raise SpaceError(f"The space '{space.id}' does not say where its tokens lie.")
    cosines = tokens.vectors @ patches.vectors.T
    if len(cosines) > 1:
        cosines = cosines - cosines.mean(axis=0)
    height, width = picture.shape[:2]
    maps = []
    for word, span, values in zip(spans.words, spans.offsets, cosines, strict=True):
        best = int(values.argmax())
        peak = grid.centre(best, width, height)
        values = values.reshape(grid.rows, grid.cols).astype(np.float32)
        maps.append(WordMap(word, float(values.max()), peak, values, span))
    whole = space.encode_contents("text", [words])[0]
    heat = (patches.vectors @ whole).reshape(grid.rows, grid.cols).astype(np.float32)
    belief = faithfulness(
        picture, heat, grid, lambda pictures: space.encode_contents("image", pictures) @ whole
    )
    return Explanation((width, height), grid, method, tuple(maps), belief)
