"""A space: encoders, one per kind of content, whose vectors may be compared."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from explorer.api.encoder import Encoder, Purpose
from explorer.core.errors import SpaceError
from explorer.core.similarity import Vectors
from explorer.core.tokens import Tokens
from explorer.encoders.relations import RelationOperators


@dataclass(frozen=True, slots=True)
class Limits:
    """What a space knows, what it does not, and from where on it guesses.

    Parameters
    ----------
    knows, unknown
        Sentences for people.
    weak_below
        By what is asked with and what is found, such as ``("text", "image")``: a hit whose cosine
        is lower is a weak match, more like the best of what is wrong than like what is right.
    """

    knows: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    weak_below: Mapping[tuple[str, str], float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SpaceInfo:
    """What is known of a space without loading it.

    ``contents`` are the kinds of content it encodes, ``location`` where its files are.
    """

    id: str
    name: str
    dimension: int
    contents: tuple[str, ...]
    revision: str
    licence: str
    location: str
    description: str = ""
    limits: Limits = Limits()


class Space:
    """A named joint space with its encoders loaded.

    Parameters
    ----------
    info
        What it is.
    encoders
        By content: ``{"image": ..., "text": ...}``.
    relations
        What scores relations between two things in a picture, where it was trained.
    """

    def __init__(
        self,
        info: SpaceInfo,
        encoders: Mapping[str, Encoder],
        relations: RelationOperators | None = None,
    ) -> None:
        self.info = info
        self.relations = relations
        self.encoders = dict(encoders)
        # One device: two threads that encode at once are no quicker and need twice the memory.
        self._device = threading.Lock()

    @property
    def id(self) -> str:
        """Name under which its vectors are kept."""
        return self.info.id

    @property
    def dimension(self) -> int:
        """Number of components of its vectors."""
        return self.info.dimension

    def weak_below(self, content: str, asked: str = "text") -> float | None:
        """The cosine under which a hit is a weak match; None where that was never measured.

        Parameters
        ----------
        content
            Of the hit: ``"image"``, ``"text"``, ...
        asked
            What it was asked for with. Scores of other kinds of queries lie elsewhere, so a query
            of several kinds of terms has no such bound.
        """
        return self.info.limits.weak_below.get((asked, content))

    def encoder(self, content: str) -> Encoder:
        """The encoder for a kind of content.

        Raises
        ------
        SpaceError
            If the space has none.
        """
        try:
            return self.encoders[content]
        except KeyError:
            known = ", ".join(sorted(self.encoders))
            raise SpaceError(
                "The space '{space}' has no encoder for {content}; it encodes {known}.",
                space=self.id,
                content=content,
                known=known,
            ) from None

    @property
    def device(self) -> threading.Lock:
        """Held while an encoder runs, by whoever runs one past the methods below."""
        return self._device

    def encode_prepared(self, content: str, inputs: Sequence[Any]) -> Vectors:
        """Inputs made by the encoder's preparation (n) to vectors: float32 (n, dimension)."""
        encoder = self.encoder(content)
        if not inputs:
            return np.empty((0, self.dimension), np.float32)
        parts = []
        step = encoder.batch_size  # an encoder that runs out of memory makes its own smaller
        for start in range(0, len(inputs), step):
            with self._device:
                parts.append(encoder.encode(inputs[start : start + step]))
        return np.concatenate(parts)

    def encode_contents(self, content: str, contents: Sequence[Any]) -> Vectors:
        """Decoded contents (`Pixels`, `Sound` or str) to vectors: float32 (n, dimension)."""
        preparation = self.encoder(content).preparation()
        return self.encode_prepared(content, [preparation(one) for one in contents])

    def encode_content_tokens(self, content: str, contents: Sequence[Any]) -> list[Tokens]:
        """Decoded contents to the token vectors of each.

        Raises
        ------
        SpaceError
            If the encoder gives no tokens.
        """
        encoder = self.encoder(content)
        purpose: Purpose = "tokens"
        preparation = encoder.preparation(purpose)
        with self._device:
            return encoder.encode_tokens([preparation(one) for one in contents])

    def rest(self) -> None:
        """Give back the memory of all encoders until they are used again."""
        with self._device:
            for encoder in self.encoders.values():
                encoder.rest()

    def close(self) -> None:
        """Give back the memory of all encoders."""
        with self._device:
            for encoder in self.encoders.values():
                encoder.close()
