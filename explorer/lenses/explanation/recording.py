"""Watching a network of torch from outside, with hooks that are taken off again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.api.encoder import ForwardPass
from explorer.core.errors import SpaceError

Tensor = Any
"""A `torch.Tensor`; torch is imported on first use only."""


@dataclass(frozen=True)
class Attention:
    """What attention did in one pass.

    Parameters
    ----------
    vector
        The picture's (d,), within the graph.
    layers
        One tensor (heads, tokens, tokens) per layer that attends among the tokens, within the
        graph, first layer first.
    pool
        Shape (tokens,): how a pooling head that asks with a query of its own, or a mean of the
        patches, weighs the tokens; None for others.
    """

    vector: Tensor
    layers: tuple[Tensor, ...]
    pool: Tensor | None


def recorded_attention(run: ForwardPass) -> Attention:
    """Run a pass and keep all its attention.

    Raises
    ------
    SpaceError
        If it has no attention among its tokens, or not over the patches of its layout.
    """
    tokens = run.skip + run.layout.count
    layers: dict[int, Tensor] = {}
    pools: list[Tensor] = []

    def watch(module: Any, inputs: Any, output: Any) -> None:
        weights: Tensor = output[1] if isinstance(output, tuple) and len(output) > 1 else None
        if getattr(weights, "ndim", 0) == 4 and tuple(weights.shape[-2:]) == (tokens, tokens):
            layers.setdefault(id(weights), weights)
        elif getattr(weights, "ndim", 0) == 3 and tuple(weights.shape[1:]) == (1, tokens):
            pools.append(weights)

    with watched(run.module, watch):
        vector = run.forward()
    if not layers:
        raise SpaceError("This encoder does not show attention among its patches.")
    pool = pools[-1][0, 0].detach() if pools else _mean_of_patches(run)
    # torch keeps (batch, heads, tokens, tokens) in the graph: differentiate with respect to that.
    return Attention(vector, tuple(layers.values()), pool)


def _mean_of_patches(run: ForwardPass) -> Tensor | None:
    if run.summary or not run.skip:
        return None
    import torch

    weights = torch.full((run.skip + run.layout.count,), 1 / run.layout.count)
    weights[: run.skip] = 0
    return weights


def attends(run: ForwardPass) -> bool:
    """Whether there are layers of attention in a network, from the names of their parts."""
    return any(
        hasattr(part, one)
        for part in run.module.modules()
        for one in ("q_proj", "query", "qkv", "query_key_value", "to_q")
    )


@contextmanager
def watched(module: Any, watch: Any) -> Iterator[None]:
    """Have ``watch(part, inputs, output)`` called for all parts of a network, attention included.

    Parts of `transformers` then give their attention as the second of their outputs.
    """
    with _hooked(module, watch), _spelled_out(module):
        yield


@contextmanager
def _hooked(module: Any, watch: Any) -> Iterator[None]:
    handles = [part.register_forward_hook(watch) for part in module.modules()]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


@contextmanager
def _spelled_out(module: Any) -> Iterator[None]:
    """Let `transformers` compute attention step by step: its quick functions keep no weights."""
    configs = {id(one): one for one in _configs(module)}
    before = {key: one._attn_implementation for key, one in configs.items()}
    try:
        for one in configs.values():
            one._attn_implementation = "eager"
        yield
    finally:
        for key, one in configs.items():
            one._attn_implementation = before[key]


def _configs(module: Any) -> Iterator[Any]:
    for part in module.modules():
        config = getattr(part, "config", None)
        if hasattr(config, "_attn_implementation"):
            yield config


def gradients(of: Tensor, at: Any, *, more: bool = True) -> list[NDArray[np.float32]]:
    """Gradients of a number with respect to tensors of its graph; zeros where it does not depend.

    Parameters
    ----------
    more
        Whether the graph is needed again.
    """
    import torch

    found = torch.autograd.grad(of, list(at), retain_graph=more, allow_unused=True)
    return [
        np.zeros(tuple(tensor.shape), np.float32)
        if gradient is None
        else gradient.detach().float().cpu().numpy()
        for gradient, tensor in zip(found, at, strict=True)
    ]


def number_of(vector: Tensor, target: NDArray[np.float32]) -> Tensor:
    """Product of a vector within the graph with a direction (d,)."""
    import torch

    direction = torch.from_numpy(np.array(target)).to(vector.device, vector.dtype)
    return vector @ direction


def array_of(tensor: Tensor) -> NDArray[np.float32]:
    """A tensor's numbers: float32."""
    values: NDArray[np.float32] = tensor.detach().float().cpu().numpy()
    return values
