"""What is asked of a picture: the words, their vectors, and the picture's patches, each once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from explorer.api.encoder import Differentiable, ForwardPass
from explorer.core.errors import QueryError, SpaceError
from explorer.core.media import Pixels
from explorer.core.similarity import Vectors, normalise
from explorer.core.tokens import GridLayout, Tokens, WordLayout
from explorer.encoders.space import Space
from explorer.lenses.explanation.everyday import EVERYDAY_WORDS, STOP_WORDS

LONGEST_SIDE = 512
"""Masked pictures are made of no more pixels than this a side; no encoder sees more."""

OWN_PATCHES = 100
"""How many patches a picture has where its encoder does not say."""

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_everyday: WeakKeyDictionary[Space, Vectors] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class QueryWords:
    """The words of a text in a space.

    ``vectors`` is float32 (k, d), unit length; ``spans`` are their characters; ``content`` (k,)
    is False for function words. ``whole`` (d,) is the vector of the text.
    """

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    vectors: Vectors
    content: NDArray[np.bool_]
    whole: NDArray[np.float32]


class Relevance(NamedTuple):
    """What a method finds.

    ``values`` is float32 (k + 1, rows, cols): a map per word, and the map of the whole text last.
    """

    values: NDArray[np.float32]
    layout: GridLayout


class Question:
    """A picture and a text in a space; what several methods need is computed once.

    Parameters
    ----------
    picture
        uint8 RGB (h, w, 3).

    Raises
    ------
    QueryError
        If there are no words.
    """

    def __init__(self, space: Space, picture: Pixels, text: str) -> None:
        if not _WORD.search(text):
            raise QueryError("There are no words to explain. Type a word or a sentence.")
        self.space, self.picture, self.text = space, picture, text

    @cached_property
    def words(self) -> QueryWords:
        """The words, each as it stands in the text and by itself, half and half.

        By itself a word is what a person would search for; in the text its neighbours tell which
        sense is meant. Where the encoder gives no tokens it is by itself alone.
        """
        encoder = self.space.encoder("text")
        layout, inside = self._words_inside() if encoder.gives_tokens else (None, None)
        if layout is None:
            found = [match.span() for match in _WORD.finditer(self.text)]
            layout = WordLayout(tuple(self.text[a:b] for a, b in found), tuple(found))
        content = np.array([word.lower() not in STOP_WORDS for word in layout.words])
        if not content.any():
            content[:] = True
        # A function word by itself says nothing: it is looked at in the text alone, where it can.
        alone = content if inside is not None else np.ones_like(content)
        words = [word for word, wanted in zip(layout.words, alone, strict=True) if wanted]
        encoded = self.space.encode_contents("text", [*words, self.text])
        vectors = np.zeros((len(content), encoded.shape[1]), np.float32)
        vectors[alone] = encoded[:-1]
        if inside is not None:
            vectors = normalise(vectors + inside)
        return QueryWords(layout.words, layout.offsets, vectors, content, encoded[-1])

    def _words_inside(self) -> tuple[WordLayout | None, Vectors | None]:
        tokens = self.space.encode_content_tokens("text", [self.text])[0]
        if not isinstance(tokens.layout, WordLayout):
            raise SpaceError(f"The space '{self.space.id}' does not say where its words lie.")
        if not tokens.layout.count:
            return None, None
        return tokens.layout, tokens.vectors

    @cached_property
    def targets(self) -> Vectors:
        """Directions that only one word points in: float32 (k + 1, d), the whole text last.

        A word's vector less the mean of its rivals, or less half the mean of everyday words where
        it has none: `contrast` for methods that look at one direction at a time.
        """
        words = self.words
        if words.content.sum() > 1:
            shared = words.vectors[words.content].mean(axis=0)
        else:
            shared = self.everyday.mean(axis=0) / 2
        return np.concatenate([words.vectors - shared, words.whole[np.newaxis]])

    @cached_property
    def everyday(self) -> Vectors:
        """Vectors of everyday words: float32 (b, d); encoded once for each space."""
        if self.space not in _everyday:
            _everyday[self.space] = self.space.encode_contents("text", EVERYDAY_WORDS)
        return _everyday[self.space]

    @cached_property
    def patches(self) -> Tokens:
        """The picture's patches in the joint space.

        Raises
        ------
        SpaceError
            If the space gives none, or they lie on no grid.
        """
        tokens = self.space.encode_content_tokens("image", [self.picture])[0]
        if not isinstance(tokens.layout, GridLayout):
            raise SpaceError(f"The space '{self.space.id}' does not say where its patches lie.")
        return tokens

    @cached_property
    def layout(self) -> GridLayout:
        """Where values are asked for: the encoder's own grid, else one of square patches."""
        if self.space.encoder("image").gives_tokens:
            layout = self.patches.layout
            assert isinstance(layout, GridLayout)
            return layout
        height, width = self.picture.shape[:2]
        stretch = (width / height) ** 0.5
        side = OWN_PATCHES**0.5
        return GridLayout(max(2, round(side / stretch)), max(2, round(side * stretch)))

    @cached_property
    def small(self) -> Pixels:
        """The picture at the size that masked copies of it are made in."""
        height, width = self.picture.shape[:2]
        if max(height, width) <= LONGEST_SIDE:
            return self.picture
        shrunk = Image.fromarray(self.picture)
        shrunk.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.BICUBIC, reducing_gap=2.0)
        return np.asarray(shrunk)

    def vectors_of(self, pictures: Sequence[Pixels]) -> Vectors:
        """Pictures (n) to vectors: float32 (n, d)."""
        return self.space.encode_contents("image", pictures)

    def forward_pass(self, picture: Pixels | None = None) -> ForwardPass:
        """A pass of the picture (or another) through the network, with gradients.

        Raises
        ------
        SpaceError
            If the encoder's vectors cannot be differentiated.
        """
        return forward_pass(self.space, self.picture if picture is None else picture)


def forward_pass(space: Space, picture: Pixels) -> ForwardPass:
    """A pass of a picture through the network of a space, with gradients; it has not run yet.

    Raises
    ------
    SpaceError
        If the encoder's vectors cannot be differentiated, or its patches lie on no grid.
    """
    encoder = space.encoder("image")
    if not isinstance(encoder, Differentiable):
        raise SpaceError(f"The picture encoder of '{space.id}' gives no gradients.")
    prepared = space.encoder("image").preparation("tokens")(picture)
    return encoder.differentiable(prepared)
