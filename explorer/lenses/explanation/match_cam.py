"""Grad-CAM of fusion encoders: where each word looks when picture and text are matched.

Li et al. 2021, "Align before Fuse: Vision and Language Representation Learning with Momentum
Distillation" (ALBEF), section 6.3: the attention of a word's pieces on the patches, in a middle
layer in which words look at patches, times the positive part of its gradient of the match.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.api.encoder import Matches, MatchingPass
from explorer.core.errors import SpaceError
from explorer.encoders.space import Space
from explorer.jobs import Control
from explorer.lenses.explanation.question import Question, Relevance
from explorer.lenses.explanation.recording import array_of, gradients, watched

Floats = NDArray[np.float32]


def match_maps(question: Question, control: Control) -> Relevance:
    """A map per word, and of the whole text what its summary looks at."""
    control.check()
    with question.space.device:
        run = matching_pass(question.space, question.picture, question.text)
        match, layers = recorded_looking(run)
        middle = layers[
            (len(layers) - 1) // 2
        ]  # ALBEF: the third of six; of the last, words get none
        (slope,) = gradients(match, [middle], more=False)
    useful = looked_at(array_of(middle)[0], slope[0])[:, run.skip :]
    rows = [rows_of(span, run.pieces) for span in question.words.spans]
    maps = [useful[some].mean(axis=0) if some else np.zeros(useful.shape[1]) for some in rows]
    values = np.stack([*maps, useful[0]]).astype(np.float32)
    layout = run.layout
    return question.placed(values.reshape(-1, layout.rows, layout.cols), layout)


def looked_at(attention: Floats, slope: Floats) -> Floats:
    """Attention weighted by the positive part of its gradient, heads averaged: (words, patches).

    Parameters
    ----------
    attention, slope
        Shape (heads, words, patches).
    """
    return np.asarray((attention * np.maximum(slope, 0)).mean(axis=0), np.float32)


def rows_of(span: tuple[int, int], pieces: Sequence[tuple[int, int, int]]) -> list[int]:
    """Rows of the pieces that a word's characters lie in."""
    return [row for row, start, end in pieces if start < span[1] and end > span[0]]


def recorded_looking(run: MatchingPass) -> tuple[Any, list[Any]]:
    """Run a pass: the match, and of each layer how words look at patches, within the graph.

    Raises
    ------
    SpaceError
        If it shows no such attention.
    """
    tokens = run.skip + run.layout.count
    crossing = {id(part) for name, part in run.module.named_modules() if "cross" in name}
    layers: dict[int, Any] = {}

    def watch(module: Any, inputs: Any, output: Any) -> None:
        weights = output[1] if isinstance(output, tuple) and len(output) > 1 else None
        shape = tuple(getattr(weights, "shape", ()))
        if id(module) in crossing and len(shape) == 4 and shape[3] == tokens:
            layers.setdefault(id(weights), weights)

    with watched(run.module, watch):
        match = run.forward()
    if not layers:
        raise SpaceError("This network does not show how its words look at patches.")
    return match, list(layers.values())


def matching_pass(space: Space, picture: Any, text: str) -> MatchingPass:
    """A picture and a text through the network of a space that matches both.

    Raises
    ------
    SpaceError
        If it has none.
    """
    encoder = space.encoder("image")
    if not isinstance(encoder, Matches):
        raise SpaceError(
            "No network of '{space}' looks at a picture and a text together. Of the spaces "
            "those of BLIP do; ViLT and BridgeTower are no spaces, but can stand beside one.",
            space=space.id,
        )
    prepared = encoder.preparation("tokens")(picture)
    return encoder.matching(prepared, space.encoder("text"), text)
