"""Encoding in batches that fit the memory, and who made which vector."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from blake3 import blake3

from explorer.api.encoder import Preparation
from explorer.api.modality import Modality
from explorer.core import garbage
from explorer.core.similarity import Vectors
from explorer.encoders.space import Space

DESCRIPTION = "description"
"""Kind of the unit that stands for an item's title and words."""

DESCRIPTION_LETTERS = 2000
_MEMORY_SIGNS = ("out of memory", "failed to allocate", "bad_alloc", "can't allocate")


class SpaceEncoding:
    """A space as an index run uses it.

    Attributes
    ----------
    preparations
        By content kind, for the decoder.
    identities
        By content kind: 16 digits that name the encoder's revision and its preparation.
    """

    def __init__(self, space: Space) -> None:
        self.space = space
        self.preparations: dict[str, Preparation] = {
            content: encoder.preparation() for content, encoder in space.encoders.items()
        }
        self.identities = {
            content: _identity(encoder.revision, self.preparations[content])
            for content, encoder in space.encoders.items()
        }

    def batch_size(self, content: str) -> int:
        """How many inputs at once are quickest."""
        return self.space.encoder(content).batch_size

    def keeps_names(self, content: str) -> bool:
        """Whether items with this content are found by their title and words as well."""
        return self.space.encoder(content).keeps_names

    def encodings(self, modalities: Mapping[str, Modality]) -> dict[str, str]:
        """By modality, what is stored with its items: who makes their vectors."""
        return {name: self.encoding(one.content) for name, one in modalities.items()}

    def encoding(self, content: str) -> str:
        """Who makes the vectors of items with this content."""
        return made_by(self.identities, content)

    def encode(self, content: str, inputs: Sequence[Any]) -> list[Vectors | str]:
        """A vector (d,) of each input, or the reason why it has none.

        When memory runs out the batch is halved, for this and the later ones.
        """
        try:
            vectors = self.space.encode_prepared(content, inputs)
        # Encoders are torch, ONNX or a plugin's: they raise whatever they like.
        except Exception as error:
            if is_memory_error(error):
                return self._encode_fewer(content, inputs, error)
            if len(inputs) == 1:
                return [f"the {content} encoder failed on it ({_words(error)})"]
            return [self.encode(content, [one])[0] for one in inputs]
        return [
            vector if np.isfinite(vector).all() and vector.any() else "its vector has no direction"
            for vector in vectors
        ]

    def _encode_fewer(
        self, content: str, inputs: Sequence[Any], error: Exception
    ) -> list[Vectors | str]:
        encoder = self.space.encoder(content)
        error.__traceback__ = None  # its frames hold the tensors that did not fit
        garbage.collect()
        if len(inputs) == 1:
            return [f"there was not enough memory for the {content} encoder"]
        half = len(inputs) // 2
        encoder.batch_size = max(1, min(encoder.batch_size, len(inputs)) // 2)
        return [*self.encode(content, inputs[:half]), *self.encode(content, inputs[half:])]


def made_by(identities: Mapping[str, str], content: str) -> str:
    """Who makes the vectors of items with this content; "" if nobody does.

    Parameters
    ----------
    identities
        By content kind, of the encoders of a space.
    """
    if content in identities:
        return identities[content]
    if "text" in identities:
        return f"{DESCRIPTION}:{identities['text']}"
    return ""


def is_memory_error(error: BaseException) -> bool:
    """Whether memory ran out, of the machine or of the device."""
    if isinstance(error, MemoryError):
        return True
    return any(sign in str(error).lower() for sign in _MEMORY_SIGNS)


def description_of(title: str, text: str) -> str:
    """The words that stand for an item whose content has no encoder."""
    return f"{title}. {text}".strip(" .")[:DESCRIPTION_LETTERS] or title


def all_identities(encoders: Mapping[str, str]) -> tuple[str, ...]:
    """Identities of the vectors that are compared with each other."""
    return tuple(sorted(set(encoders.values())))


def _identity(revision: str, preparation: Preparation) -> str:
    return blake3(f"{revision}\0{preparation!r}".encode("utf-8", "replace")).hexdigest()[:16]


def _words(error: Exception) -> str:
    first = str(error).strip().splitlines()[:1]
    return f"{type(error).__name__}: {first[0]}" if first else type(error).__name__
