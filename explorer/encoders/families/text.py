"""Texts to vectors and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.api.encoder import Preparation, Purpose
from explorer.core.similarity import Vectors
from explorer.core.tokens import Tokens
from explorer.core.wording import Wording
from explorer.encoders.families.encoder import FamilyEncoder, Tower
from explorer.encoders.families.tokenizer import OwnTokenizer, OwnTokens
from explorer.encoders.starter.words import Piece, words_of


class TextEncoder(FamilyEncoder):
    """Texts to vectors, and to one vector per word where that is defined."""

    content: ClassVar[str] = "text"

    def __init__(self, tower: Tower, tokenizer: OwnTokenizer) -> None:
        super().__init__(tower)
        self._tokenizer = tokenizer
        self._preparation: OwnTokens = tokenizer.preparation

    def preparation(self, purpose: Purpose = "vector") -> Preparation:
        """The text as it is; its name holds what the tokenizer does."""
        return self._preparation

    def _encode(self, inputs: Sequence[str]) -> Vectors:
        batches = self._tokenizer.batches(inputs)
        vectors = np.concatenate(
            [self._network.run(self._side.features, one) for _, one in batches]
        )
        order = np.concatenate([positions for positions, _ in batches])
        return vectors[np.argsort(order)]

    def encode_tokens(self, inputs: Sequence[Any]) -> list[Tokens]:
        """Texts (n) to one vector per word of each, with the letters it spans.

        Raises
        ------
        SpaceError
            If words have no place in the space, or the tokenizer cannot tell where they are.
        """
        if self.gives_tokens and not self._tokenizer.gives_offsets:
            self.gives_tokens = False
            self.why_no_tokens = Wording(
                "its tokenizer is of the old kind, which does not tell the letters of a token"
            )
        return super().encode_tokens(inputs)

    def _tokens(self, prepared: str) -> Tokens:
        assert self._side.tokens is not None
        ((_, batch),) = self._tokenizer.batches([prepared])
        vectors: NDArray[np.float32] = self._network.run(self._side.tokens, batch)[0]
        return words_of(prepared, self._tokenizer.pieces(prepared), vectors[self._side.skip :])

    def batch_of(self, text: str) -> tuple[dict[str, NDArray[np.int64]], list[Piece]]:
        """A text as its network takes it, arrays (1, length), and where its pieces lie."""
        ((_, batch),) = self._tokenizer.batches([text])
        return batch, self._tokenizer.pieces(text)

    def close(self) -> None:
        """Give back the network's memory and the tokenizer's."""
        self._tokenizer.close()
        super().close()
