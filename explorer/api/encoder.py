"""An encoder: turns the units of one modality into vectors, and where it can into tokens."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from explorer.core.errors import SpaceError
from explorer.core.similarity import Vectors
from explorer.core.tokens import GridLayout, Tokens

Purpose = Literal["vector", "tokens"]


class Preparation(Protocol):
    """Makes a unit's content ready for its encoder; runs in worker processes, so it pickles.

    Its ``repr`` names everything that changes the result: vectors are kept by its hash. One of
    pictures may have an int attribute ``side``, the shorter side in pixels that it scales to:
    large pictures are then decoded at a reduced size, of at least twice that.
    """

    def __call__(self, content: Any) -> Any:
        """Content (`Pixels`, `Sound` or str) to what `Encoder.encode` takes; no torch in here."""
        ...


class Encoder(ABC):
    """Turns prepared units of one modality into vectors of a space.

    Attributes
    ----------
    content
        What it encodes: ``"image"``, ``"text"``, ``"audio"``, ...
    dimension
        Of the space.
    revision
        Hash of the weights, hexadecimal.
    batch_size
        How many units at once are quickest on this device.
    gives_tokens
        Whether `encode_tokens` works.
    keeps_names
        Whether items are to be found by their title and words beside what is encoded, since it
        knows little of what there is.
    """

    content: ClassVar[str]
    dimension: int
    revision: str
    batch_size: int = 16
    gives_tokens: bool = False
    keeps_names: bool = False

    @abstractmethod
    def preparation(self, purpose: Purpose = "vector") -> Preparation:
        """What turns content into input for `encode` or for `encode_tokens`."""

    @abstractmethod
    def encode(self, inputs: Sequence[Any]) -> Vectors:
        """Prepared inputs (n) to vectors: float32 (n, dimension), unit length.

        The order and number of inputs make no difference to any one vector.
        """

    def encode_tokens(self, inputs: Sequence[Any]) -> list[Tokens]:
        """Prepared inputs (n) to the token vectors of each, with their layouts.

        Raises
        ------
        SpaceError
            If this encoder has no tokens in the joint space.
        """
        del inputs
        raise SpaceError(f"The {self.content} encoder of this space gives no tokens.")

    def rest(self) -> None:
        """Give back memory and device until the next use."""
        return None

    def close(self) -> None:
        """Give back memory and device; the encoder is not used after."""
        return None


@dataclass(frozen=True, slots=True)
class ForwardPass:
    """One prepared picture or sound on its way through a torch network, for gradients.

    Parameters
    ----------
    module
        The ``torch.nn.Module`` that sees the picture or hears the sound; hooks may be put on its
        parts and have to be taken off again.
    forward
        Runs it with gradients on: the picture's vector (d,), of unit length, within the graph.
    layout
        Where its patches lie. Of a sound: bands, the lowest first, by time steps.
    skip
        Tokens before those of the patches (class and register tokens).
    last_map
        The part whose output is the last feature map, (1, channels, rows, cols), for
        convolutions; None for others.
    summary
        Whether the first of the tokens before the patches is what the vector is read from; else
        it is pooled from all of them.
    """

    module: Any
    forward: Callable[[], Any]
    layout: GridLayout
    skip: int = 0
    last_map: Any = None
    summary: bool = True


@dataclass(frozen=True, slots=True)
class SoundCells:
    """Token vectors of a sound over time and frequency.

    Parameters
    ----------
    vectors
        float32 (bands, steps, d), each of unit length, in the joint space; the lowest band first.
    start, end
        Seconds of the sound that the steps cover; `end` may lie after its end, where the encoder
        hears a short sound again or silence.
    low, high
        Hz that the bands cover, evenly on the mel scale.
    """

    vectors: Vectors
    start: float
    end: float
    low: float
    high: float


@runtime_checkable
class TellsFrequencies(Protocol):
    """What an encoder of sounds has in addition where its tokens are of frequencies too."""

    def cells(self, prepared: Any) -> SoundCells:
        """Input made by ``preparation("tokens")`` to its cells.

        Raises
        ------
        SpaceError
            If they have no place in the space.
        """
        ...


@dataclass(frozen=True, slots=True)
class SaidWord:
    """A word that was heard in a sound.

    Parameters
    ----------
    word
        The likeliest.
    chance
        How likely among all that may have been said there, 0 to 1.
    start, end
        Seconds.
    others
        What else it may have been, with chances, the likeliest first.
    """

    word: str
    chance: float
    start: float
    end: float
    others: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class WordTimes:
    """When given words are said.

    Parameters
    ----------
    chances
        float32 (k, steps), 0 to 1: how likely each word is being said at a step, among the others
        asked about and whatever else may be said.
    step
        Seconds that one step takes; the first begins with the sound.
    """

    chances: NDArray[np.float32]
    step: float


@runtime_checkable
class HearsWords(Protocol):
    """What an encoder of sounds has in addition where it knows the words that are said."""

    def said(self, prepared: Any) -> tuple[SaidWord, ...]:
        """Input made by ``preparation("tokens")`` to the words heard in it, in order."""
        ...

    def when_said(self, prepared: Any, words: Sequence[str]) -> WordTimes:
        """Input made by ``preparation("tokens")`` to when each of some words is said in it."""
        ...


@dataclass(frozen=True, slots=True)
class MatchingPass:
    """One prepared picture and a text on their way through a network that looks at both together.

    Parameters
    ----------
    module
        The ``torch.nn.Module`` in which words look at patches; hooks may be put on its parts and
        have to be taken off again.
    forward
        Runs it with gradients on: how well both match, a number within the graph.
    layout, skip
        Where the patches lie, and tokens of the picture before theirs.
    pieces
        Of each word piece its row among the tokens of the text, and the characters it spans.
    """

    module: Any
    forward: Callable[[], Any]
    layout: GridLayout
    skip: int
    pieces: tuple[tuple[int, int, int], ...]


@runtime_checkable
class Matches(Protocol):
    """What an encoder of pictures has in addition where its network matches both together too."""

    def matching(self, prepared: Any, texts: Encoder, text: str) -> MatchingPass:
        """Input made by ``preparation("tokens")`` and a text to a pass that has not run yet.

        Parameters
        ----------
        texts
            The encoder of texts of the same space.

        Raises
        ------
        SpaceError
            If the network has no such head.
        """
        ...


@runtime_checkable
class Differentiable(Protocol):
    """What an encoder has in addition where its vectors can be differentiated."""

    def differentiable(self, prepared: Any) -> ForwardPass:
        """Input made by ``preparation("tokens")`` to a pass that has not run yet.

        Raises
        ------
        SpaceError
            If this network's patches lie on no grid.
        """
        ...
