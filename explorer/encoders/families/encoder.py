"""What the encoders of all families have in common."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from explorer.api.encoder import Encoder
from explorer.core.errors import SpaceError
from explorer.core.similarity import Vectors
from explorer.core.tokens import Tokens
from explorer.encoders.devices import Device, encode_in_parts
from explorer.encoders.families.family import ScoreRule, Side
from explorer.encoders.families.network import Network

BATCH_ON_PROCESSOR = 16
BATCH_ON_ACCELERATOR = 128


@dataclass(frozen=True, slots=True)
class Tower:
    """One side of a family's network, with what its encoder tells of itself.

    Parameters
    ----------
    network
        Shared by all sides of the space.
    side
        What to run.
    dimension, revision
        Of the space.
    score
        How cosines become probabilities, from the loaded network; None where it has none.
    """

    network: Network
    side: Side
    dimension: int
    revision: str
    score: Any = None


class FamilyEncoder(Encoder):
    """One side of a network of `transformers`.

    Attributes
    ----------
    why_no_tokens
        Why it gives none, as the end of a sentence; empty where it does.
    """

    def __init__(self, tower: Tower) -> None:
        self._tower, self._network, self._side = tower, tower.network, tower.side
        self.dimension, self.revision = tower.dimension, tower.revision
        self.gives_tokens = tower.side.tokens is not None
        self.why_no_tokens = tower.side.why_no_tokens
        self._batch_size = 0

    @property
    def batch_size(self) -> int:  # type: ignore[override]
        """How many units at once; what did fit, once memory ran out."""
        if self._batch_size:
            return self._batch_size
        return BATCH_ON_PROCESSOR if self._network.device.on_processor else BATCH_ON_ACCELERATOR

    @property
    def score_rule(self) -> ScoreRule | None:
        """How this space's cosines become probabilities; loads the weights."""
        return self._tower.score(self._network.module()) if self._tower.score else None

    def encode(self, inputs: Sequence[Any]) -> Vectors:
        """Prepared inputs (n) to vectors: float32 (n, dimension), unit length."""
        self._network.module()  # says what is wrong, and on which device it runs
        vectors, size = encode_in_parts(inputs, self.batch_size, self._encode)
        if size < self.batch_size:
            self._batch_size = size
        if vectors.shape[1] != self.dimension:
            raise SpaceError(
                "The {content} encoder of this space gives {found} numbers where {dimension} "
                "were promised: its configuration does not fit its weights.",
                content=self.content,
                found=vectors.shape[1],
                dimension=self.dimension,
            )
        return vectors

    @abstractmethod
    def _encode(self, inputs: Sequence[Any]) -> Vectors:
        """Encode one batch."""

    def encode_tokens(self, inputs: Sequence[Any]) -> list[Tokens]:
        """Prepared inputs (n) to the token vectors of each, with their layouts.

        Raises
        ------
        SpaceError
            If its tokens have no place in the space.
        """
        if not self.gives_tokens:
            raise SpaceError(
                "The {content} encoder of this space gives no tokens: {why_no_tokens}.",
                content=self.content,
                why_no_tokens=self.why_no_tokens,
            )
        return [self._tokens(one) for one in inputs]

    def _tokens(self, prepared: Any) -> Tokens:
        raise NotImplementedError

    @property
    def device(self) -> Device:
        """Where it runs; what it will be is known once it has run."""
        return self._network.device

    def rest(self) -> None:
        """Give back the memory of the whole network until the next use."""
        self._network.unload()

    def close(self) -> None:
        """Give back the memory of the whole network: its sides are loaded together."""
        self._network.close()
