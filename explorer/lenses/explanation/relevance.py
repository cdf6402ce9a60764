"""Relevance carried back through attention, weighted by gradients.

Chefer et al. 2021, "Generic Attention-model Explainability for Interpreting Bi-Modal and
Encoder-Decoder Transformers", equations 5 and 6 (self-attention).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from explorer.core.wording import Wording
from explorer.jobs import Control
from explorer.lenses.explanation.attention import summary_row
from explorer.lenses.explanation.question import Question, Relevance
from explorer.lenses.explanation.recording import (
    array_of,
    gradients,
    number_of,
    recorded_attention,
)


def propagated(
    layers: Sequence[NDArray[np.floating]], slopes: Sequence[NDArray[np.floating]]
) -> NDArray[np.float32]:
    """Relevance of every token for every other after all layers.

    Parameters
    ----------
    layers, slopes
        Attention and its gradient, each (heads, tokens, tokens); first layer first.
    """
    relevance = np.eye(layers[0].shape[-1])
    for attention, slope in zip(layers, slopes, strict=True):
        useful = np.maximum(np.asarray(slope, np.float64) * attention, 0).mean(axis=0)
        relevance = relevance + useful @ relevance
    return relevance.astype(np.float32)


def relevance_maps(question: Question, control: Control) -> Relevance:
    """A map per word: what its own direction draws from each patch."""
    targets = question.targets
    with question.space.device:
        run = question.forward_pass()
        attention = recorded_attention(run)
        layers = [array_of(one)[0] for one in attention.layers]
        pool = None if attention.pool is None else array_of(attention.pool)
        layout, values = run.layout, []
        for done, target in enumerate(targets):
            control.check()
            slopes = gradients(number_of(attention.vector, target), attention.layers)
            relevance = propagated(layers, [one[0] for one in slopes])
            own = relevance - np.eye(
                len(relevance), dtype=np.float32
            )  # less what is there at first
            row = summary_row(own, run.skip, pool)
            values.append(row.reshape(layout.rows, layout.cols))
            control.progress(done + 1, len(targets), Wording("carrying relevance back"))
    return Relevance(np.stack(values).astype(np.float32), layout)
