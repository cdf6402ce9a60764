"""Grad-ECLIP: the last layer's values, weighted by gradient and by nearness of key and query.

Zhao et al. 2024, "Gradient-based Visual Explanation for Transformer-based CLIP", equations 6 to 9:
channels are weighted by the gradient at the summary token, places by the cosine of their key with
the summary token's query, brought to 0 to 1, in place of the attention's sparse softmax.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.api.encoder import ForwardPass
from explorer.core.errors import SpaceError
from explorer.core.similarity import normalise
from explorer.jobs import Control
from explorer.lenses.explanation.question import Question, Relevance
from explorer.lenses.explanation.recording import array_of, gradients, number_of

Floats = NDArray[np.float32]

_NAMES = (
    ("q_proj", "k_proj", "v_proj", "out_proj"),
    ("q_proj", "k_proj", "v_proj", "o_proj"),
    ("qkv", "projection"),
)
"""What the projections of an attention are called: three or one of all three, and the last one."""


def eclip_map(query: Floats, keys: Floats, values: Floats, slope: Floats) -> Floats:
    """Relevance of every patch: float32 (patches,).

    Parameters
    ----------
    query
        Of the summary token, (c,).
    keys, values
        Of the patches, (patches, c).
    slope
        Gradient of the match with respect to what attention gives the summary token, (c,).
    """
    nearness = normalise(keys) @ normalise(query[np.newaxis])[0]
    nearness = (nearness - nearness.min()) / max(float(np.ptp(nearness)), 1e-12)
    heat = (slope * values * nearness[:, None]).sum(axis=1)
    return np.asarray(np.maximum(heat, 0), np.float32)


def grad_eclip_maps(question: Question, control: Control) -> Relevance:
    """A map per word."""
    targets = question.targets
    with question.space.device:
        run = question.forward_pass()
        vector, query, key, value, mixed = _recorded(run)
        q, k, v = (array_of(one)[0] for one in (query, key, value))
        layout, skip, maps = run.layout, run.skip, []
        for target in targets:
            control.check()
            (slope,) = gradients(number_of(vector, target), [mixed])
            found = eclip_map(q[0], k[skip:], v[skip:], slope[0, 0])
            maps.append(found.reshape(layout.rows, layout.cols))
    return Relevance(np.stack(maps), layout)


def eclip_layer(run: ForwardPass) -> tuple[Any, ...] | None:
    """The projections of the last layer of attention; None where they are not told apart."""
    found: tuple[Any, ...] | None = None
    for part in run.module.modules():
        for names in _NAMES:
            if all(hasattr(part, name) for name in names):
                found = tuple(getattr(part, name) for name in names)
    return found if run.skip and run.summary else None


def _recorded(run: ForwardPass) -> tuple[Any, ...]:
    """The vector; queries, keys and values; and what they are mixed into: (1, tokens, c) each."""
    layer = eclip_layer(run)
    if layer is None:
        raise SpaceError("This encoder has no summary token whose last attention can be followed.")
    kept: dict[int, Any] = {}

    def keep_output(place: int) -> Any:
        return lambda module, inputs, output: kept.update({place: output})

    *projections, last = layer
    handles = [
        part.register_forward_hook(keep_output(place)) for place, part in enumerate(projections)
    ]
    handles.append(
        last.register_forward_pre_hook(lambda module, inputs: kept.update({-1: inputs[0]}))
    )
    try:
        vector = run.forward()
    finally:
        for handle in handles:
            handle.remove()
    mixed = kept.pop(-1)
    parts = [kept[place] for place in sorted(kept)]
    if len(parts) == 1:
        parts = list(parts[0].chunk(3, dim=-1))
    tokens = run.skip + run.layout.count
    if any(tuple(one.shape[:2]) != (1, tokens) for one in (*parts, mixed)):
        raise SpaceError("This encoder's last attention is not over the patches of a picture.")
    return (vector, *parts, mixed)
