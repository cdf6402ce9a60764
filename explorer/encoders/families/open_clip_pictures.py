"""Which picture tower an open_clip checkpoint has, and how open_clip's own are built."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from explorer.encoders.families.dual import ATTENTION_POOLED
from explorer.encoders.families.family import Side
from explorer.encoders.families.open_clip_names import as_they_are, vit_names
from explorer.encoders.families.open_clip_parts import (
    PictureTower,
    Shapes,
    picture_patches,
    picture_side,
    picture_vector,
    require,
    unknown,
)
from explorer.encoders.families.open_clip_timm import AVERAGED, timm_tower

_VIT = {"image_size", "layers", "width", "patch_size", "head_width", "mlp_ratio", "no_ln_pre",
        "pool_type", "final_ln_after_pool", "attentional_pool", "attn_pooler_queries",
        "attn_pooler_heads", "pos_embed_type", "patch_dropout", "output_tokens"}  # fmt: skip
_RESNET = {"image_size", "layers", "width", "patch_size", "head_width"}


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
    if vision.get("timm_model_name"):
        return timm_tower(model, shapes)
    if isinstance(vision.get("layers"), list):
        require(vision, _RESNET, "ResNet")
        return _resnet(model)
    require(vision, _VIT, "ViT")
    if not all(isinstance(vision.get(one, 1), int) for one in ("layers", "patch_size")):
        raise unknown("ViT")
    return _vit(model)


# --- open_clip's own ------------------------------------------------------------------------------


def _vit(model: Mapping[str, Any]) -> PictureTower:
    vision = model["vision_cfg"]
    width, dimension = int(vision.get("width", 768)), int(model["embed_dim"])
    patch = int(vision.get("patch_size", 16))
    pool, after = vision.get("pool_type", "tok"), bool(vision.get("final_ln_after_pool"))
    if vision.get("attentional_pool"):
        if vision["attentional_pool"] is not True or pool != "tok":
            raise unknown("ViT, 'attentional_pool'")
        pool = "queries"
    if pool not in ("tok", "avg", "queries"):
        raise unknown(f"ViT, '{pool}'")

    def build() -> Any:
        from transformers import CLIPVisionConfig, CLIPVisionModel

        from explorer.encoders.families.open_clip_towers import PooledViT

        config = CLIPVisionConfig(
            hidden_size=width,
            intermediate_size=int(width * vision.get("mlp_ratio", 4.0)),
            num_hidden_layers=int(vision.get("layers", 12)),
            num_attention_heads=width // int(vision.get("head_width", 64)),
            image_size=picture_side(vision),
            patch_size=patch,
            hidden_act="quick_gelu" if model.get("quick_gelu") else "gelu",
        )
        return PooledViT(
            CLIPVisionModel(config), dimension, pool,
            normed_first=not vision.get("no_ln_pre"), normed_last=after,
            queries=int(vision.get("attn_pooler_queries", 256)),
            heads=int(vision.get("attn_pooler_heads", 8)),
        )  # fmt: skip

    side = Side(picture_vector, picture_patches, skip=1)
    if pool == "queries":
        side = Side(picture_vector, skip=1, why_no_tokens=ATTENTION_POOLED, summary=False)
    elif pool == "avg" and after:
        side = Side(picture_vector, skip=1, why_no_tokens=AVERAGED, summary=False)
    elif pool == "avg":
        side = Side(picture_vector, picture_patches, skip=1, summary=False)
    return PictureTower("ViT", build, vit_names, side, patch)


def _resnet(model: Mapping[str, Any]) -> PictureTower:
    vision = model["vision_cfg"]
    width = int(vision.get("width", 64))

    def build() -> Any:
        from explorer.encoders.families.open_clip_towers import PooledResNet

        heads = width * 32 // int(vision.get("head_width", 64))
        return PooledResNet(
            vision["layers"], width, picture_side(vision), heads, int(model["embed_dim"])
        )  # fmt: skip

    side = Side(picture_vector, why_no_tokens=ATTENTION_POOLED)
    return PictureTower("ResNet", build, as_they_are, side, 32, channels_last=True)
