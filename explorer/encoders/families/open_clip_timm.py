"""Picture towers that open_clip takes from timm, built from `transformers`' parts or our own.

Sizes that a configuration leaves to timm are read from the weights' own shapes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from explorer.core.wording import Wording
from explorer.encoders.families.dual import ATTENTION_POOLED
from explorer.encoders.families.family import Side
from explorer.encoders.families.open_clip_names import (
    convnext_names,
    eva_names,
    siglip_vit_names,
)
from explorer.encoders.families.open_clip_parts import (
    PictureTower,
    Shapes,
    picture_patches,
    picture_side,
    picture_vector,
    require,
    unknown,
)

AVERAGED = Wording("its vector is a mean that is normalised as a whole, not place by place")

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
_PERCEPTION = re.compile(
    r"vit_pe_core_(?:(tiny|small|base)_patch(16)|(large|gigantic)_patch(14))_\d+"
)
_PERCEPTION_HEADS = {"tiny": 3, "small": 6, "base": 12, "large": 16, "gigantic": 16}
_CONVNEXT = re.compile(r"convnext_(tiny|small|base|large|xlarge|xxlarge)$")


def timm_tower(model: Mapping[str, Any], shapes: Shapes) -> PictureTower:
    """The picture tower of a checkpoint whose configuration names one of timm's.

    Raises
    ------
    SpaceError
        If it is of a kind that is not known here.
    """
    vision = model["vision_cfg"]
    timm = str(vision["timm_model_name"])
    require(vision, _TIMM, timm)
    if _SIGLIP.fullmatch(timm) and _pooling(vision) == ("map", "none"):
        return _siglip(timm, vision, shapes)
    if _CONVNEXT.fullmatch(timm) and _pooling(vision) in (("", "linear"), ("", "mlp")):
        return _convnext(timm, model, shapes)
    if _EVA.fullmatch(timm) and _pooling(vision) in (("token", "None"), ("token", "")):
        return _eva(timm, model, shapes)
    if _PERCEPTION.fullmatch(timm) and _pooling(vision) in (("map", "None"), ("map", "")):
        return _perception(timm, model, shapes)
    raise unknown(timm)


def _pooling(vision: Mapping[str, Any]) -> tuple[str, str]:
    return str(vision.get("timm_pool", "avg")), str(vision.get("timm_proj", "linear"))


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
            image_size=picture_side(vision), patch_size=patch, layer_norm_eps=1e-6,
            hidden_act="gelu_pytorch_tanh" if _APPROXIMATE.fullmatch(name) else "gelu",
        ))  # fmt: skip

    side = Side(picture_vector, why_no_tokens=ATTENTION_POOLED)
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
    return PictureTower(
        "EVA", build, renamed, Side(picture_vector, picture_patches, skip=1), int(patch)
    )


def _perception(name: str, model: Mapping[str, Any], shapes: Shapes) -> PictureTower:
    found = _PERCEPTION.fullmatch(name)
    assert found is not None
    size, patch = (one for one in found.groups() if one)
    classed = "visual.trunk.cls_token" in shapes
    _, places, width = shapes["visual.trunk.pos_embed"]
    inside = shapes["visual.trunk.blocks.0.mlp.fc1.weight"][0]
    around = shapes["visual.trunk.attn_pool.mlp.fc1.weight"][0]

    def build() -> Any:
        from transformers import SiglipVisionConfig
        from transformers.models.siglip.modeling_siglip import SiglipMultiheadAttentionPoolingHead

        from explorer.encoders.families.eva_tower import POOL_HEADS, EvaShape, EvaViT

        shape = EvaShape(
            width, _count(shapes, "visual.trunk.blocks."), _PERCEPTION_HEADS[size], inside,
            math.isqrt(places), int(patch), pooled=True, classed=classed, epsilon=1e-5,
        )  # fmt: skip
        pool = SiglipVisionConfig(
            hidden_size=width, intermediate_size=around, num_attention_heads=POOL_HEADS,
            layer_norm_eps=1e-5, hidden_act="gelu",
        )  # fmt: skip
        attending = SiglipMultiheadAttentionPoolingHead(pool)
        return EvaViT(shape, int(model["embed_dim"]), attending)

    renamed = partial(eva_names, gated=False)
    side = Side(picture_vector, skip=int(classed), why_no_tokens=ATTENTION_POOLED, summary=False)
    return PictureTower("Perception Encoder", build, renamed, side, int(patch))


def _convnext(name: str, model: Mapping[str, Any], shapes: Shapes) -> PictureTower:
    stages = range(_count(shapes, "visual.trunk.stages."))
    depths = [_count(shapes, f"visual.trunk.stages.{one}.blocks.") for one in stages]
    widths = [shapes[f"visual.trunk.stages.{one}.blocks.0.gamma"][0] for one in stages]
    hidden = shapes.get("visual.head.mlp.fc1.weight", (0,))[0]
    if model["vision_cfg"].get("timm_proj_bias"):
        raise unknown(f"{name}, 'timm_proj_bias'")

    def build() -> Any:
        from transformers import ConvNextConfig, ConvNextModel

        from explorer.encoders.families.open_clip_towers import PooledConvNext

        config = ConvNextConfig(hidden_sizes=widths, depths=depths, num_stages=len(widths))
        epsilon = 1e-5 if name == "convnext_xxlarge" else 1e-6
        return PooledConvNext(ConvNextModel(config), int(model["embed_dim"]), epsilon, hidden)

    side = Side(picture_vector, why_no_tokens=AVERAGED)
    return PictureTower("ConvNeXt", build, convnext_names, side, 32, channels_last=True)


def _count(shapes: Shapes, before: str) -> int:
    """How many parts of a list there are: the highest number after a name's beginning, and one."""
    length = len(before)
    numbers = (one[length:].partition(".")[0] for one in shapes if one.startswith(before))
    return 1 + max((int(one) for one in numbers), default=-1)
