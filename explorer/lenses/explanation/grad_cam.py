"""Grad-CAM: the last feature map, its channels weighted by what they do for the match.

Selvaraju et al. 2017, "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based
Localization", equations 1 and 2. For convolutions the map is the last one before the pool; for
transformers the tokens that enter the last layer of attention stand for it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.api.encoder import ForwardPass
from explorer.core.errors import SpaceError
from explorer.jobs import Control
from explorer.lenses.explanation.question import Question, Relevance
from explorer.lenses.explanation.recording import array_of, gradients, number_of


def class_activation(
    features: NDArray[np.floating], gradient: NDArray[np.floating]
) -> NDArray[np.float32]:
    """Positive part of the channels' sum, weighted by their mean gradients.

    Parameters
    ----------
    features, gradient
        Shape (channels, rows, cols).
    """
    weights = gradient.mean(axis=(1, 2))
    return np.maximum(np.tensordot(weights, features, axes=1), 0).astype(np.float32)


def grad_cam_maps(question: Question, control: Control) -> Relevance:
    """A map per word; gradients of its own direction."""
    targets = question.targets
    with question.space.device:
        run = question.forward_pass()
        vector, features = recorded_map(run)
        values = []
        for target in targets:
            control.check()
            (gradient,) = gradients(number_of(vector, target), [features])
            map_, slope = (_as_map(one, run) for one in (array_of(features), gradient))
            values.append(class_activation(map_, slope))
    return question.placed(np.stack(values), run.layout)


def recorded_map(run: ForwardPass) -> tuple[Any, Any]:
    """Run a pass: the vector (d,) and the feature map or tokens that it depends on.

    Raises
    ------
    SpaceError
        If there is no such map on the grid of the patches.
    """
    kept: list[Any] = []

    def keep_output(module: Any, inputs: Any, output: Any) -> Any:
        tensor = getattr(output, "last_hidden_state", output)
        if tensor.requires_grad:
            kept.append(tensor)
            return None
        kept.append(tensor.detach().requires_grad_(True))  # what is before it does not matter
        return kept[-1]

    def keep_input(module: Any, inputs: Any) -> None:
        kept.append(inputs[0])

    if run.last_map is not None:
        handle = run.last_map.register_forward_hook(keep_output)
    else:
        handle = _last_layer(run).register_forward_pre_hook(keep_input)
    try:
        vector = run.forward()
    finally:
        handle.remove()
    if not kept or _as_map(array_of(kept[-1]), run).shape[1:] != (run.layout.rows, run.layout.cols):
        raise SpaceError("This encoder shows no feature map that lies on the grid of its patches.")
    return vector, kept[-1]


def _last_layer(run: ForwardPass) -> Any:
    """The last layer of a transformer: the last of its longest list of equal parts."""
    from torch import nn

    stacks = [part for part in run.module.modules() if isinstance(part, nn.ModuleList) and part]
    if not stacks:
        raise SpaceError("This encoder shows no feature map that lies on the grid of its patches.")
    return max(stacks, key=len)[-1]


def _as_map(values: NDArray[np.float32], run: ForwardPass) -> NDArray[np.float32]:
    """(1, channels, rows, cols) or (1, tokens, channels) to (channels, rows, cols)."""
    one = values[0]
    if one.ndim == 3:
        return np.asarray(one)
    layout = run.layout
    if one.ndim != 2 or len(one) != run.skip + layout.count:
        raise SpaceError("This encoder shows no feature map that lies on the grid of its patches.")
    return np.asarray(one[run.skip :].T.reshape(-1, layout.rows, layout.cols))
