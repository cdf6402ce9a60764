"""What is asked of a picture: the words, their vectors, and the picture's patches, each once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from explorer.api.encoder import Differentiable, ForwardPass
from explorer.core.errors import QueryError, SpaceError
from explorer.core.media import Pixels
from explorer.core.similarity import Vectors, normalise
from explorer.core.tokens import GridLayout, Tokens, WordLayout
from explorer.core.wording import Wording
from explorer.encoders.space import Space
from explorer.lenses.explanation.everyday import EVERYDAY_WORDS, STOP_WORDS
from explorer.lenses.explanation.masking import mean_colour, painted_out
from explorer.lenses.explanation.remembered import (
    patches_of_picture,
    vectors_of_texts,
    words_of_text,
)

LONGEST_SIDE = 512
"""Masked pictures are made of no more pixels than this a side; no encoder sees more."""

OWN_PATCHES = 100
"""How many patches a picture has where its encoder does not say."""

NOUNS = {"image": Wording("picture"), "audio": Wording("sound"), "text": Wording("text")}
"""What can be asked about, by content, as people call it."""

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


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

    `SoundQuestion` asks the same of a sound.

    Parameters
    ----------
    picture
        uint8 RGB (h, w, 3).

    Attributes
    ----------
    content
        What is asked about: ``"image"`` or ``"audio"``.

    Raises
    ------
    QueryError
        If there are no words.
    """

    content: ClassVar[str] = "image"

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
        encoded = vectors_of_texts(self.space, [*words, self.text])
        vectors = np.zeros((len(content), encoded.shape[1]), np.float32)
        vectors[alone] = encoded[:-1]
        if inside is not None:
            vectors = normalise(vectors + inside)
        return QueryWords(layout.words, layout.offsets, vectors, content, encoded[-1])

    def _words_inside(self) -> tuple[WordLayout | None, Vectors | None]:
        tokens = words_of_text(self.space, self.text)
        if not isinstance(tokens.layout, WordLayout):
            raise SpaceError(
                "The space '{space}' does not say where its words lie.", space=self.space.id
            )
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
        return vectors_of_texts(self.space, EVERYDAY_WORDS)

    @cached_property
    def patches(self) -> Tokens:
        """The picture's patches in the joint space.

        Raises
        ------
        SpaceError
            If the space gives none, or they lie on no grid.
        """
        tokens = patches_of_picture(self.space, self.picture)
        if not isinstance(tokens.layout, GridLayout):
            raise SpaceError(
                "The space '{space}' does not say where its patches lie.", space=self.space.id
            )
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

    @property
    def mask_layout(self) -> GridLayout:
        """What is covered piece by piece, by methods that need no patches of the encoder."""
        return self.layout

    @cached_property
    def small(self) -> Pixels:
        """The picture at the size that masked copies of it are made in."""
        height, width = self.picture.shape[:2]
        if max(height, width) <= LONGEST_SIDE:
            return self.picture
        shrunk = Image.fromarray(self.picture)
        shrunk.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.BICUBIC, reducing_gap=2.0)
        return np.asarray(shrunk)

    @property
    def size(self) -> tuple[int, int]:
        """Height and width that masks of `shown` have."""
        return self.small.shape[:2]

    def covered(self, hidden: NDArray[np.bool_], layout: GridLayout) -> Any:
        """What is asked about with some patches in its mean colour."""
        return painted_out(self.small, hidden, layout, self._colour)

    def shown(self, mask: NDArray[np.float32]) -> Any:
        """What is asked about with its mean colour where a mask (height, width) is zero."""
        soft = mask[..., np.newaxis]
        return (self.small * soft + self._colour * (1 - soft)).astype(np.uint8)

    @cached_property
    def _colour(self) -> NDArray[np.uint8]:
        return mean_colour(self.small)

    def vectors_of(self, contents: Sequence[Any]) -> Vectors:
        """Pictures (n), or what `covered` and `shown` give, to vectors: float32 (n, d)."""
        return self.space.encode_contents(self.content, contents)

    def forward_pass(self) -> ForwardPass:
        """A pass through the network, with gradients.

        Raises
        ------
        SpaceError
            If the encoder's vectors cannot be differentiated.
        """
        return forward_pass(self.space, self.picture)

    def placed(self, values: NDArray[np.float32], layout: GridLayout) -> Relevance:
        """Maps (k, rows, cols) as a network lays them out, to where they lie."""
        return Relevance(np.asarray(values, np.float32), layout)


def forward_pass(space: Space, asked: Any, content: str = "image") -> ForwardPass:
    """A pass of a picture or sound through the network of a space; it has not run yet.

    Raises
    ------
    SpaceError
        If the encoder's vectors cannot be differentiated, or its patches lie on no grid.
    """
    encoder = space.encoder(content)
    if not isinstance(encoder, Differentiable):
        raise SpaceError(
            "The {content} encoder of '{space}' gives no gradients.",
            content=NOUNS[content],
            space=space.id,
        )
    return encoder.differentiable(encoder.preparation("tokens")(asked))
