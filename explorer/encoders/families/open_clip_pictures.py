"""Which picture tower an open_clip checkpoint has, and how it is built from `transformers`' parts.

Sizes that a configuration leaves to timm are read from the weights' own shapes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from explorer.core.errors import SpaceError
from explorer.core.wording import Wording
from explorer.encoders.families.dual import ATTENTION_POOLED
from explorer.encoders.families.family import Inputs, Side, Tensor
from explorer.encoders.families.open_clip_names import (
    Rename,
    as_they_are,
    convnext_names,
    eva_names,
    siglip_vit_names,
    vit_names,
)

Shapes = Mapping[str, tuple[int, ...]]
"""Shapes of the weights, by their names in the checkpoint."""

AVERAGED = Wording("its vector is a mean that is normalised as a whole, not place by place")

_VIT = {"image_size", "layers", "width", "patch_size", "head_width", "mlp_ratio", "no_ln_pre",
        "pool_type", "final_ln_after_pool", "attentional_pool", "attn_pooler_queries",
        "attn_pooler_heads", "pos_embed_type", "patch_dropout", "output_tokens"}  # fmt: skip
_RESNET = {"image_size", "layers", "width", "patch_size", "head_width"}
_TIMM = {"image_size", "timm_model_name", "timm_model_pretrained", "timm_pool", "timm_proj",
         "timm_proj_bias", "timm_drop", "timm_drop_path", "patch_dropout"}  # fmt: skip

_SIGLIP = re.compile(r"vit_(base|large|so400m|giantopt)_patch(\d+)_siglip_(\d+)$")
_SIGLIP_HEADS = {"base": 12, "large": 16, "so400m": 16, "giantopt": 16}
# The only ones that timm builds with the approximate GELU.
_APPROXIMATE = re.compile(
    r"vit_(base_patch32_siglip_256|large_patch16_siglip_512|so400m_patch16_siglip_\d+"
    r"|giantopt_patch16_siglip_\d+)$"
)
_EVA = re.compile(
    r"eva02_(base)_patch(16)_clip_224|eva02_(large)_patch(14)_clip_(?:224|336)"
    r"|eva02_(enormous)_patch(14)_clip_224|eva_(giant)_patch(14)_(?:clip_)?224"
)
_EVA_HEADS = {"base": 12, "large": 16, "enormous": 16, "giant": 16}
_CONVNEXT = re.compile(r"convnext_(tiny|small|base|large|xlarge|xxlarge)$")


@dataclass(frozen=True, slots=True)
class PictureTower:
    """A picture tower before its weights are read.

    Parameters
    ----------
    name
        What it is called.
    build
        Makes the torch module.
    renamed
        From the checkpoint's names, less ``visual.``, to the module's.
    side
        How it is run.
    patch
        Side in pixels of one cell of its grid.
    channels_last
        Whether it is quicker with pixels' channels last.
    """

    name: str
    build: Callable[[], Any]
    renamed: Rename
    side: Side
    patch: int
    channels_last: bool = False


def picture_tower(model: Mapping[str, Any], shapes: Shapes) -> PictureTower:
    """The picture tower of a checkpoint.

    Parameters
    ----------
    model
        Its ``model_cfg``.

    Raises
    ------
    SpaceError
        If it is of a kind that is not known here.
    """
    vision = model.get("vision_cfg") or {}
    timm = vision.get("timm_model_name")
    if timm:
        _require(vision, _TIMM, timm)
        if _SIGLIP.fullmatch(timm) and _pooling(vision) == ("map", "none"):
            return _siglip(timm, vision, shapes)
        if _CONVNEXT.fullmatch(timm) and _pooling(vision) in (("", "linear"), ("", "mlp")):
            return _convnext(timm, model, shapes)
        if _EVA.fullmatch(timm) and _pooling(vision) in (("token", "None"), ("token", "")):
            return _eva(timm, model, shapes)
        raise _unknown(timm)
    if isinstance(vision.get("layers"), list):
        _require(vision, _RESNET, "ResNet")
        return _resnet(model)
    _require(vision, _VIT, "ViT")
    if not all(isinstance(vision.get(one, 1), int) for one in ("layers", "patch_size")):
        raise _unknown("ViT")
    return _vit(model)


def _require(vision: Mapping[str, Any], known: set[str], name: str) -> None:
    odd = sorted(set(vision) - known)
    if odd:
        raise _unknown(f"{name}, '{odd[0]}'")


def _unknown(name: str) -> SpaceError:
    return SpaceError(
        "The picture tower of this open_clip checkpoint ({name}) is of a kind that Explorer does "
        "not know: it knows open_clip's own ViTs and ResNets, and timm's ConvNeXts, EVAs and ViTs "
        "of SigLIP. Use the same model's checkpoint for transformers, if there is one.",
        name=name,
    )


def _pooling(vision: Mapping[str, Any]) -> tuple[str, str]:
    return str(vision.get("timm_pool", "avg")), str(vision.get("timm_proj", "linear"))


def _vector(module: Any, batch: Inputs) -> Tensor:
    result = module.vision_model(pixel_values=batch["pixel_values"])
    return getattr(result, "pooler_output", result)


def _patches(module: Any, batch: Inputs) -> Tensor:
    return module.vision_model.tokens(batch["pixel_values"])


# --- open_clip's own ------------------------------------------------------------------------------


def _vit(model: Mapping[str, Any]) -> PictureTower:
    vision = model["vision_cfg"]
    width, dimension = int(vision.get("width", 768)), int(model["embed_dim"])
    patch = int(vision.get("patch_size", 16))
    pool, after = vision.get("pool_type", "tok"), bool(vision.get("final_ln_after_pool"))
    if vision.get("attentional_pool"):
        if vision["attentional_pool"] is not True or pool != "tok":
            raise _unknown("ViT, 'attentional_pool'")
        pool = "queries"
    if pool not in ("tok", "avg", "queries"):
        raise _unknown(f"ViT, '{pool}'")

    def build() -> Any:
        from transformers import CLIPVisionConfig, CLIPVisionModel

        from explorer.encoders.families.open_clip_towers import PooledViT

        config = CLIPVisionConfig(
            hidden_size=width,
            intermediate_size=int(width * vision.get("mlp_ratio", 4.0)),
            num_hidden_layers=int(vision.get("layers", 12)),
            num_attention_heads=width // int(vision.get("head_width", 64)),
            image_size=_side(vision),
            patch_size=patch,
            hidden_act="quick_gelu" if model.get("quick_gelu") else "gelu",
        )
        return PooledViT(
            CLIPVisionModel(config), dimension, pool,
            normed_first=not vision.get("no_ln_pre"), normed_last=after,
            queries=int(vision.get("attn_pooler_queries", 256)),
            heads=int(vision.get("attn_pooler_heads", 8)),
        )  # fmt: skip

    side = Side(_vector, _patches, skip=1)
    if pool == "queries":
        side = Side(_vector, skip=1, why_no_tokens=ATTENTION_POOLED)
    elif pool == "avg" and after:
        side = Side(_vector, skip=1, why_no_tokens=AVERAGED)
    return PictureTower("ViT", build, vit_names, side, patch)


def _resnet(model: Mapping[str, Any]) -> PictureTower:
    vision = model["vision_cfg"]
    width = int(vision.get("width", 64))

    def build() -> Any:
        from explorer.encoders.families.open_clip_towers import PooledResNet

        heads = width * 32 // int(vision.get("head_width", 64))
        return PooledResNet(
            vision["layers"], width, _side(vision), heads, int(model["embed_dim"])
        )  # fmt: skip

    side = Side(_vector, why_no_tokens=ATTENTION_POOLED)
    return PictureTower("ResNet", build, as_they_are, side, 32, channels_last=True)


def _side(vision: Mapping[str, Any]) -> int:
    size = vision.get("image_size", 224)
    if isinstance(size, list) and len(set(size)) > 1:
        raise _unknown("'image_size'")
    return int(size[0] if isinstance(size, list) else size)


# --- timm's ---------------------------------------------------------------------------------------


def _siglip(name: str, vision: Mapping[str, Any], shapes: Shapes) -> PictureTower:
    found = _SIGLIP.fullmatch(name)
    assert found is not None
    patch = int(found[2])
    width = shapes["visual.trunk.pos_embed"][-1]
    inside = shapes["visual.trunk.blocks.0.mlp.fc1.weight"][0]

    def build() -> Any:
        from transformers import SiglipVisionConfig, SiglipVisionModel

        return SiglipVisionModel(SiglipVisionConfig(
            hidden_size=width, intermediate_size=inside,
            num_hidden_layers=_count(shapes, "visual.trunk.blocks."),
            num_attention_heads=_SIGLIP_HEADS[found[1]],
            image_size=_side(vision), patch_size=patch, layer_norm_eps=1e-6,
            hidden_act="gelu_pytorch_tanh" if _APPROXIMATE.fullmatch(name) else "gelu",
        ))  # fmt: skip

    side = Side(_vector, why_no_tokens=ATTENTION_POOLED)
    return PictureTower("SigLIP", build, siglip_vit_names, side, patch)


def _eva(name: str, model: Mapping[str, Any], shapes: Shapes) -> PictureTower:
    found = _EVA.fullmatch(name)
    assert found is not None
    size, patch = (one for one in found.groups() if one)
    gated = size in ("base", "large")
    _, places, width = shapes["visual.trunk.pos_embed"]
    inside = shapes[f"visual.trunk.blocks.0.mlp.{'fc1_g' if gated else 'fc1'}.weight"][0]

    def build() -> Any:
        from explorer.encoders.families.eva_tower import EvaShape, EvaViT

        shape = EvaShape(
            width, _count(shapes, "visual.trunk.blocks."), _EVA_HEADS[size], inside,
            math.isqrt(places), int(patch), gated, normed_after=size == "enormous",
        )  # fmt: skip
        return EvaViT(shape, int(model["embed_dim"]))

    renamed = partial(eva_names, gated=gated)
    return PictureTower("EVA", build, renamed, Side(_vector, _patches, skip=1), int(patch))


def _convnext(name: str, model: Mapping[str, Any], shapes: Shapes) -> PictureTower:
    stages = range(_count(shapes, "visual.trunk.stages."))
    depths = [_count(shapes, f"visual.trunk.stages.{one}.blocks.") for one in stages]
    widths = [shapes[f"visual.trunk.stages.{one}.blocks.0.gamma"][0] for one in stages]
    hidden = shapes.get("visual.head.mlp.fc1.weight", (0,))[0]
    if model["vision_cfg"].get("timm_proj_bias"):
        raise _unknown(f"{name}, 'timm_proj_bias'")

    def build() -> Any:
        from transformers import ConvNextConfig, ConvNextModel

        from explorer.encoders.families.open_clip_towers import PooledConvNext

        config = ConvNextConfig(hidden_sizes=widths, depths=depths, num_stages=len(widths))
        epsilon = 1e-5 if name == "convnext_xxlarge" else 1e-6
        return PooledConvNext(ConvNextModel(config), int(model["embed_dim"]), epsilon, hidden)

    side = Side(_vector, why_no_tokens=AVERAGED)
    return PictureTower("ConvNeXt", build, convnext_names, side, 32, channels_last=True)


def _count(shapes: Shapes, before: str) -> int:
    """How many parts of a list there are: the highest number after a name's beginning, and one."""
    length = len(before)
    numbers = (one[length:].partition(".")[0] for one in shapes if one.startswith(before))
    return 1 + max((int(one) for one in numbers), default=-1)
