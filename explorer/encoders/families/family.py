"""What has to be known of a family of encoders; everything else its checkpoint says itself.

A family is a line of facts: which class of `transformers` holds it, which function gives the
vectors of each side, which gives its tokens in the same space, and how cosines become
probabilities. The functions take the loaded network, so that this module imports no torch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Tensor = Any
"""A `torch.Tensor`; torch is imported on first use only."""

Inputs = Mapping[str, Tensor]
"""A batch by the names of the network's own parameters."""

Apply = Callable[[Any, Inputs], Tensor]
"""Of a network and a batch (n): vectors (n, d) or tokens (n, t, d), of any length."""

Padding = Literal["longest", "max_length"]


@dataclass(frozen=True, slots=True)
class Side:
    """How a family encodes one kind of content.

    Parameters
    ----------
    features
        Gives vectors (n, d).
    tokens
        Gives tokens (n, t, d) in the same space, or None where they have no place in it.
    skip
        How many tokens before those with a layout (class and register tokens).
    why_no_tokens
        Why there are none, as the end of a sentence.
    summary
        Whether the first of those skipped is what the vector is read from.
    """

    features: Apply
    tokens: Apply | None = None
    skip: int = 0
    why_no_tokens: str = ""
    summary: bool = True


@dataclass(frozen=True, slots=True)
class ScoreRule:
    """How a family's cosines become probabilities.

    Parameters
    ----------
    kind
        ``"softmax"``: over the texts offered, the shares sum to one. ``"sigmoid"``: of each pair
        by itself.
    scale, bias
        A cosine c counts as ``scale * c + bias``.
    """

    kind: Literal["softmax", "sigmoid"]
    scale: float
    bias: float = 0.0

    def probabilities(self, cosines: ArrayLike) -> NDArray[np.float32]:
        """Cosines (..., m) of something with m texts to probabilities: float32 (..., m)."""
        logits = self.scale * np.asarray(cosines, np.float64) + self.bias
        if self.kind == "sigmoid":
            return np.asarray(0.5 * (1 + np.tanh(logits / 2)), np.float32)
        powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=-1, keepdims=True), np.float32)


@dataclass(frozen=True, slots=True)
class Family:
    """The facts of one family.

    Parameters
    ----------
    name
        As people call it.
    network
        Name of its class in `transformers`.
    sides
        By content: ``"image"``, ``"text"``, ``"audio"``, ``"video"``.
    dimension
        Of its vectors, from its configuration.
    padding
        How its texts were padded in training: towers without a mask see the padding.
    text_limit
        Tokens of a text where the checkpoint does not say.
    score
        How its cosines become probabilities, from the loaded network; None where it has none.
    channels_last
        Whether it is quicker with pixels' channels last (convolutions are).
    default_processor
        Of pictures, where the checkpoint does not name its class.
    attention
        Which of the library's attention functions it needs; None for the quickest.
    description
        What a person has to know of its vectors.
    """

    name: str
    network: str
    sides: Mapping[str, Side]
    dimension: Callable[[Any], int]
    padding: Padding = "longest"
    text_limit: int = 0
    score: Callable[[Any], ScoreRule] | None = None
    channels_last: bool = False
    default_processor: str = "CLIPImageProcessor"
    description: str = ""
    attention: str | None = None
