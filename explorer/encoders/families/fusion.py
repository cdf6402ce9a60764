"""Networks that join words and patches before they say whether both match, opened for gradients."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.core.errors import SpaceError
from explorer.core.media import Pixels
from explorer.core.tokens import GridLayout
from explorer.encoders.families.family import Tensor
from explorer.encoders.families.image_preparation import WHOLE, Box, DivisibleSides, ResizeCrop
from explorer.encoders.families.matching import Matcher


@dataclass(frozen=True, slots=True)
class FusionPass:
    """A picture and a text on their way through a network that joins both.

    Parameters
    ----------
    forward
        Runs it with gradients on: the match, a number within the graph; the tokens that enter the
        last joint layer, (1, tokens, d), within the graph, those of patches at the end; and which
        patch, row by row, each of these is.
    layout
        Where the patches lie.
    """

    forward: Callable[[], tuple[Tensor, Tensor, NDArray[np.intp]]]
    layout: GridLayout


def fusion_pass(matcher: Matcher, picture: Pixels, text: str) -> FusionPass:
    """A picture and a text on their way through ViLT or BridgeTower; it has not run yet.

    Raises
    ------
    SpaceError
        If the network joins words with no patches, or cannot be loaded.
    """
    module = matcher.network.module()
    pixels, box = _prepared(matcher, picture)
    batch = matcher.batch_of(pixels, text)
    batch["pixel_values"].requires_grad_(True)  # the weights are frozen: a graph begins here
    size = module.config.patch_size if hasattr(module, "vilt") else _tower_patch(module, matcher)
    layout = GridLayout(pixels.shape[0] // size, pixels.shape[1] // size, box)

    def forward() -> tuple[Tensor, Tensor, NDArray[np.intp]]:
        with _watched(module, layout) as seen:
            match = matcher.match(module, batch)
        return match, seen["entering"], seen.get("order", np.arange(layout.count))

    return FusionPass(forward, layout)


def _prepared(matcher: Matcher, picture: Pixels) -> tuple[NDArray[Any], Box]:
    preparation = matcher.preparation()
    if isinstance(preparation, ResizeCrop | DivisibleSides):
        pixels, box = replace(preparation, placed=True)(picture)
        return pixels, box
    return preparation(picture), WHOLE


def _tower_patch(module: Any, matcher: Matcher) -> int:
    if not hasattr(module, "bridgetower"):
        raise SpaceError(
            "'{matcher}' joins no patches with words: ViLT and BridgeTower do, and BLIP as a "
            "space of its own.",
            matcher=matcher.id,
        )
    return int(module.config.vision_config.patch_size)


@contextmanager
def _watched(module: Any, layout: GridLayout) -> Iterator[dict[str, Any]]:
    """Keep what enters the last layer in which patches meet words, and in which order they are."""
    seen: dict[str, Any] = {}
    if hasattr(module, "vilt"):
        layer, embeddings = module.vilt.encoder.layer[-1], module.vilt.embeddings
        plain = embeddings.visual_embed

        def shuffled(*args: Any, **kwargs: Any) -> Any:
            found = plain(*args, **kwargs)  # ViLT puts its patches in a random order
            places = found[2][0][0].cpu().numpy()
            seen["order"] = places[:, 0] * layout.cols + places[:, 1]
            return found

        embeddings.visual_embed = shuffled
    else:
        layer, embeddings = module.bridgetower.cross_modal_image_layers[-1], None

    def keep(part: Any, inputs: Any) -> None:
        seen["entering"] = inputs[0]

    handle = layer.register_forward_pre_hook(keep)
    try:
        yield seen
    finally:
        handle.remove()
        if embeddings is not None:
            del embeddings.visual_embed
