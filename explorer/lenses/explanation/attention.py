"""Attention as it is: one layer's heads, or all layers rolled out.

Abnar & Zuidema 2020, "Quantifying Attention Flow in Transformers", section 3 (rollout). Attention
knows nothing of the words: the map is the same for all of them, and shows what the picture's own
vector looked at.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from explorer.core.errors import QueryError
from explorer.core.tokens import GridLayout
from explorer.jobs import Control
from explorer.lenses.explanation.question import Question, Relevance
from explorer.lenses.explanation.recording import array_of, recorded_attention

Floats = NDArray[np.float32]


def rollout(layers: Sequence[NDArray[np.floating]]) -> Floats:
    """Attention through all layers, half of each being the way past it.

    Parameters
    ----------
    layers
        Each (tokens, tokens), its rows summing to one, heads averaged; first layer first.
    """
    through = np.eye(layers[0].shape[0])
    for attention in layers:
        through = (0.5 * attention + 0.5 * np.eye(len(attention))) @ through
    return through.astype(np.float32)


def summary_row(
    tokens: NDArray[np.floating], skip: int, pool: NDArray[np.floating] | None
) -> Floats:
    """What the picture's vector draws from each patch, of a matrix (tokens, tokens).

    The row of the summary token where there is one; else the rows weighed as the pooling head
    weighs the tokens; else their mean, for vectors that are means.
    """
    if pool is not None:
        row = pool @ tokens
    elif skip:
        row = tokens[0]
    else:
        row = tokens.mean(axis=0)
    return np.asarray(row[skip:], np.float32)


def heads(question: Question, layer: int = -1) -> tuple[Floats, GridLayout]:
    """Every head of one layer: float32 (heads, rows, cols), and where they lie.

    Parameters
    ----------
    layer
        From 0 for the first; negative from the last.

    Raises
    ------
    QueryError
        If there is no such layer.
    """
    weights, skip, pool, layout = _recorded(question)
    _check("layer", layer, len(weights))
    rows = [summary_row(head, skip, pool) for head in weights[layer]]
    return np.stack(rows).reshape(-1, layout.rows, layout.cols), layout


def raw_maps(
    question: Question, control: Control, layer: int = -1, head: int | None = None
) -> Relevance:
    """One head of one layer, or the mean of its heads; the same for every word.

    Raises
    ------
    QueryError
        If there is no such layer or head.
    """
    control.check()
    values, layout = heads(question, layer)
    if head is None:
        return _for_all_words(values.mean(axis=0), layout, question)
    _check("head", head, len(values))
    return _for_all_words(values[head], layout, question)


def _check(kind: str, number: int, count: int) -> None:
    if not -count <= number < count:
        raise QueryError(
            "There is no {kind} {number}: this encoder's are 0 to {last}.",
            kind=kind,
            number=number,
            last=count - 1,
        )


def rollout_maps(question: Question, control: Control) -> Relevance:
    """All layers rolled out; the same for every word."""
    control.check()
    weights, skip, pool, layout = _recorded(question)
    row = summary_row(rollout([one.mean(axis=0) for one in weights]), skip, pool)
    return _for_all_words(row.reshape(layout.rows, layout.cols), layout, question)


def _recorded(question: Question) -> tuple[list[Floats], int, Floats | None, GridLayout]:
    with question.space.device:
        run = question.forward_pass()
        attention = recorded_attention(run)
        pool = None if attention.pool is None else array_of(attention.pool)
        return [array_of(one)[0] for one in attention.layers], run.skip, pool, run.layout


def _for_all_words(map_: Floats, layout: GridLayout, question: Question) -> Relevance:
    count = len(question.words.words) + 1
    return Relevance(np.repeat(map_[np.newaxis], count, axis=0), layout)
