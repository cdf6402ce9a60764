"""open_clip checkpoints: their towers read into `transformers`' parts under other names.

Cherti et al. 2022, "Reproducible scaling laws for contrastive language-image learning". A
configuration joins one picture tower with one text tower; what is not known here is refused with
a sentence.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from explorer.api.encoder import Encoder
from explorer.core.errors import SpaceError
from explorer.encoders.checkpoint import Checkpoint, tensor_shapes
from explorer.encoders.families.encoder import Tower
from explorer.encoders.families.family import ScoreRule
from explorer.encoders.families.image import ImageEncoder
from explorer.encoders.families.image_preparation import Normalisation, ResizeCrop
from explorer.encoders.families.network import Load, Network
from explorer.encoders.families.open_clip_names import joined_pool
from explorer.encoders.families.open_clip_parts import PictureTower
from explorer.encoders.families.open_clip_pictures import picture_tower
from explorer.encoders.families.open_clip_texts import TextTower, text_tower
from explorer.encoders.families.processor_config import (
    BICUBIC,
    BILINEAR,
    CLIP_MEAN,
    CLIP_STD,
    ImageSettings,
)
from explorer.encoders.families.text import TextEncoder
from explorer.encoders.families.tokenizer import OwnTokenizer

CONFIG = "open_clip_config.json"
STEM = "open_clip_model"

_UNUSED = ("text_decoder.",)
"""Beginnings of the names of weights that no vector depends on."""


@dataclass(frozen=True, slots=True)
class OpenClip:
    """What an open_clip checkpoint holds, before its weights are read.

    Parameters
    ----------
    checkpoint
        Where.
    pictures, texts
        Its two towers.
    dimension
        Of its vectors.
    biased
        Whether its scores are those of a sigmoid.
    """

    checkpoint: Checkpoint
    pictures: PictureTower
    texts: TextTower
    dimension: int
    biased: bool

    @property
    def name(self) -> str:
        """As people call it."""
        kind = self.pictures.name
        return f"{kind if kind == 'SigLIP' else f'CLIP ({kind})'}, by open_clip"

    @property
    def load(self) -> Load:
        """Reads the weights, in float32 on the processor."""
        return partial(_load, self)

    def encoders(self, network: Network, revision: str) -> dict[str, Encoder]:
        """Both encoders, which share a network that `load` fills."""
        score = partial(_score, biased=self.biased)
        seeing, reading = (
            Tower(network, one.side, self.dimension, revision, score)
            for one in (self.pictures, self.texts)
        )
        settings = open_clip_settings(self.checkpoint.settings(CONFIG))
        tokenizer = OwnTokenizer(
            self.checkpoint.folder, self.texts.limit, self.texts.padding,
            cleaning=self.texts.cleaning,
        )  # fmt: skip
        return {
            "image": ImageEncoder(seeing, settings, self.pictures.patch),
            "text": TextEncoder(reading, tokenizer),
        }


def read_open_clip(checkpoint: Checkpoint) -> OpenClip:
    """What a checkpoint holds, from its configuration and the shapes of its weights.

    Raises
    ------
    SpaceError
        If one of its towers, or its way to prepare pictures, is of a kind that is not known here.
    """
    settings = checkpoint.settings(CONFIG)
    model = settings.get("model_cfg") or {}
    shapes: dict[str, tuple[int, ...]] = {}
    for file in checkpoint.weights:
        shapes.update(tensor_shapes(file))
    open_clip_settings(settings)
    try:
        pictures = picture_tower(model, shapes)
        texts = text_tower(model, {one.removeprefix("text."): shapes[one] for one in shapes})
        dimension = int(model["embed_dim"])
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise _other_weights(checkpoint) from error
    return OpenClip(checkpoint, pictures, texts, dimension, "logit_bias" in shapes)


def _other_weights(checkpoint: Checkpoint) -> SpaceError:
    return SpaceError(
        "{folder} holds other weights than its {config} describes. Fetch the checkpoint again.",
        folder=checkpoint.folder,
        config=CONFIG,
    )


def _load(parts: OpenClip) -> Any:
    from safetensors.torch import load_file

    from explorer.encoders.families.open_clip_towers import TwoTowers

    module = TwoTowers(parts.pictures.build(), parts.texts.build(), biased=parts.biased)
    renamed: dict[str, Any] = {}
    for file in parts.checkpoint.weights:
        for name, tensor in load_file(file).items():
            renamed.update(_renamed(parts, name, tensor.float()))
    joined_pool(renamed)
    try:
        told = module.load_state_dict(renamed, strict=False)
    except RuntimeError as error:
        raise _other_weights(parts.checkpoint) from error
    wrong = list(_wrong(told))
    if wrong:
        raise SpaceError(
            "{folder} holds other weights than its {config} describes: '{example}' is missing or "
            "too much. Fetch the checkpoint again.",
            folder=parts.checkpoint.folder,
            config=CONFIG,
            example=wrong[0],
        )
    return module


def _wrong(told: Any) -> Iterator[str]:
    for name in (*told.missing_keys, *told.unexpected_keys):
        if not name.endswith(("position_ids", "token_type_ids", "num_batches_tracked")):
            yield name


def _renamed(parts: OpenClip, name: str, tensor: Any) -> dict[str, Any]:
    if name in ("logit_scale", "logit_bias"):
        return {name: tensor.reshape(())}  # some have a list of one
    if name.startswith(_UNUSED):
        return {}
    if name.startswith("visual."):
        tower, found = "vision_model", parts.pictures.renamed(name.removeprefix("visual."), tensor)
    else:
        # With a tower of its own kind, a checkpoint says "text." before all of its names.
        tower, found = "text_model", parts.texts.renamed(name.removeprefix("text."), tensor)
    return {f"{tower}.{key}": one for key, one in found.items()}


def _score(module: Any, *, biased: bool) -> ScoreRule:
    scale = math.exp(float(module.logit_scale))
    if biased:
        return ScoreRule("sigmoid", scale, float(module.logit_bias))
    return ScoreRule("softmax", scale)


def open_clip_settings(settings: Mapping[str, Any]) -> ImageSettings:
    """How an open_clip checkpoint prepares its pictures.

    Raises
    ------
    SpaceError
        If it fills them up to a square, which is not known here.
    """
    model = (settings.get("model_cfg") or {}).get("vision_cfg") or {}
    said = settings.get("preprocess_cfg") or {}
    size = said.get("size", model.get("image_size", 224))
    height, width = (size, size) if isinstance(size, int) else (int(size[-2]), int(size[-1]))
    resample = BILINEAR if said.get("interpolation") == "bilinear" else BICUBIC
    mode = said.get("resize_mode") or "shortest"
    if mode == "squash":
        plan = ResizeCrop(size=(height, width), resample=resample)
    elif mode == "shortest":
        plan = ResizeCrop(
            shortest=min(height, width), crop=(height, width), resample=resample, rounded=True
        )
    else:
        raise SpaceError(
            "This open_clip checkpoint prepares its pictures with '{name}', which Explorer does "
            "not know.",
            name=mode,
        )
    mean, deviation = tuple(said.get("mean", CLIP_MEAN)), tuple(said.get("std", CLIP_STD))
    return ImageSettings(plan, Normalisation(mean, deviation))
