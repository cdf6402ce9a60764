"""From the names of weights in open_clip and timm to those of `transformers`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

Renamed = dict[str, Any]
"""Tensors by their names in the module that takes them."""

Rename = Callable[[str, Any], Renamed]
"""Of a name without its tower and its tensor: what becomes of it, which may be nothing."""

_PARTS = {
    "ln_1": "layer_norm1", "ln_2": "layer_norm2", "mlp.c_fc": "mlp.fc1", "mlp.c_proj": "mlp.fc2",
    "attn.out_proj": "self_attn.out_proj",
}  # fmt: skip
_BLOCK = re.compile(r"transformer\.resblocks\.(\d+)\.(.+?)[._](weight|bias)$")

_TIMM_PARTS = {
    "norm1": "layer_norm1", "norm2": "layer_norm2", "mlp.fc1": "mlp.fc1", "mlp.fc2": "mlp.fc2",
    "attn.proj": "self_attn.out_proj",
}  # fmt: skip
_TIMM_BLOCK = re.compile(r"blocks\.(\d+)\.(.+)\.(weight|bias)$")
_TIMM_POOL = {
    "proj": "attention.out_proj", "norm": "layernorm", "mlp.fc1": "mlp.fc1", "mlp.fc2": "mlp.fc2",
}  # fmt: skip

_STAGE = re.compile(r"stages\.(\d+)\.(downsample|blocks)\.(\d+)\.?(.*)$")
_STAGE_PARTS = {
    "conv_dw": "dwconv", "norm": "layernorm", "mlp.fc1": "pwconv1", "mlp.fc2": "pwconv2",
    "gamma": "layer_scale_parameter",
}  # fmt: skip


def as_they_are(name: str, tensor: Any) -> Renamed:
    """Names that are the same in both."""
    return {name: tensor}


def vit_names(name: str, tensor: Any) -> Renamed:
    """Of open_clip's own ViT to those of a `PooledViT`."""
    if name == "proj":
        return {"projection.weight": tensor.T.contiguous()}
    plain = {
        "class_embedding": "vision.embeddings.class_embedding",
        "conv1.weight": "vision.embeddings.patch_embedding.weight",
        "positional_embedding": "vision.embeddings.position_embedding.weight",
    }
    norms = {"ln_pre": "vision.pre_layrnorm", "ln_post": "norm"}
    return _open_clip_names(name, tensor, plain, norms, "vision.encoder.layers")


def text_names(name: str, tensor: Any) -> Renamed:
    """Of open_clip's own text tower to those of a `PooledText` or `CaptionText`."""
    if name == "attn_mask":
        return {}
    if name == "text_projection":
        return {"head.weight": tensor.T.contiguous()}
    plain = {
        "cls_emb": "summary",
        "token_embedding.weight": "words.embeddings.token_embedding.weight",
        "positional_embedding": "words.embeddings.position_embedding.weight",
        "text_projection.weight": "head.weight",
        "text_projection.bias": "head.bias",
    }
    return _open_clip_names(
        name, tensor, plain, {"ln_final": "words.final_layer_norm"}, "words.encoder.layers"
    )


def _open_clip_names(
    name: str, tensor: Any, plain: Mapping[str, str], norms: Mapping[str, str], layers: str
) -> Renamed:
    if name in plain:
        return {plain[name]: tensor}
    stem, _, kind = name.rpartition(".")
    if stem in norms:
        return {f"{norms[stem]}.{kind}": tensor}
    block = _BLOCK.match(name)
    if block is None:
        return {name: tensor}
    layer, part, kind = f"{layers}.{block[1]}", block[2], block[3]
    if part == "attn.in_proj":
        return _thirds(f"{layer}.self_attn", kind, tensor)
    return {f"{layer}.{_PARTS.get(part, part)}.{kind}": tensor}


def _thirds(attention: str, kind: str, tensor: Any) -> Renamed:
    thirds = zip("qkv", tensor.chunk(3), strict=True)
    return {f"{attention}.{one}_proj.{kind}": third for one, third in thirds}


def siglip_vit_names(name: str, tensor: Any) -> Renamed:
    """Of timm's ViT with a pooling attention to those of a `SiglipVisionModel`.

    The pool's query and its keys and values are two tensors in one, and one in the other.
    """
    name = name.removeprefix("trunk.")
    if name == "pos_embed":
        return {"embeddings.position_embedding.weight": tensor[0]}
    if name == "attn_pool.latent":
        return {"head.probe": tensor}
    stem, _, kind = name.rpartition(".")
    if stem == "patch_embed.proj":
        return {f"embeddings.patch_embedding.{kind}": tensor}
    if stem == "norm":
        return {f"post_layernorm.{kind}": tensor}
    if stem.startswith("attn_pool."):
        return _pool_names("head", stem.removeprefix("attn_pool."), kind, tensor)
    block = _TIMM_BLOCK.match(name)
    if block is None:
        return {name: tensor}
    layer, part, kind = f"encoder.layers.{block[1]}", block[2], block[3]
    if part == "attn.qkv":
        return _thirds(f"{layer}.self_attn", kind, tensor)
    return {f"{layer}.{_TIMM_PARTS.get(part, part)}.{kind}": tensor}


def _pool_names(pool: str, part: str, kind: str, tensor: Any) -> Renamed:
    if part in ("q", "kv"):
        return {f"{pool}.attention.{part}.{kind}": tensor}  # to be joined by `joined_pool`
    return {f"{pool}.{_TIMM_POOL.get(part, part)}.{kind}": tensor}


def joined_pool(renamed: Renamed) -> None:
    """Join the query's weights of timm's pool with those of its keys and values, in place."""
    import torch

    for kind in ("weight", "bias"):
        for query in [name for name in renamed if name.endswith(f".attention.q.{kind}")]:
            before = query.removesuffix(f"q.{kind}")
            keys = f"{before}kv.{kind}"
            if keys in renamed:
                both = torch.cat([renamed.pop(query), renamed.pop(keys)])
                renamed[f"{before}in_proj_{kind}"] = both


def eva_names(name: str, tensor: Any, *, gated: bool) -> Renamed:
    """Of timm's EVA to those of an `EvaViT`, in whose gated kind a norm comes before a product."""
    name = name.removeprefix("trunk.").replace("patch_embed.proj.", "patch_embed.")
    if name == "attn_pool.latent":
        return {"pool.probe": tensor}
    if name.startswith("attn_pool."):
        part, _, kind = name.removeprefix("attn_pool.").rpartition(".")
        return _pool_names("pool", part, kind, tensor)
    before, middle, last = name.partition(".attn.")
    if not middle:
        return {name: tensor}
    attention = f"{before}.attn"
    if last in ("qkv.weight", "qkv.bias"):
        return _thirds(attention, last.removeprefix("qkv."), tensor)
    if last in ("q_bias", "v_bias"):
        return {f"{attention}.{last[0]}_proj.bias": tensor}
    stem, _, kind = last.partition(".")
    if stem in ("norm", "proj"):
        return {f"{attention}.out_proj.{int(gated and stem == 'proj')}.{kind}": tensor}
    return {f"{attention}.{last}": tensor}


def convnext_names(name: str, tensor: Any) -> Renamed:
    """Of timm's ConvNeXt with open_clip's head to those of a `PooledConvNext`."""
    if not name.startswith("trunk."):
        for theirs, ours in (
            ("head.proj.", "head."), ("head.mlp.fc1.", "head.0."), ("head.mlp.fc2.", "head.2.")
        ):  # fmt: skip
            if name.startswith(theirs):
                return {ours + name.removeprefix(theirs): tensor}
        return {name: tensor}
    name = name.removeprefix("trunk.")
    for theirs, ours in (
        ("stem.0.", "embeddings.patch_embeddings."), ("stem.1.", "embeddings.layernorm."),
        ("head.norm.", "layernorm."),
    ):  # fmt: skip
        if name.startswith(theirs):
            return {f"trunk.{ours}{name.removeprefix(theirs)}": tensor}
    found = _STAGE.match(name)
    if found is None:
        return {f"trunk.{name}": tensor}
    stage, kind, number, rest = found.groups()
    before = f"trunk.encoder.stages.{stage}"
    if kind == "downsample":
        return {f"{before}.downsampling_layer.{number}.{rest}": tensor}
    for theirs, ours in _STAGE_PARTS.items():
        if rest == theirs or rest.startswith(f"{theirs}."):
            return {f"{before}.layers.{number}.{ours}{rest.removeprefix(theirs)}": tensor}
    return {f"{before}.layers.{number}.{rest}": tensor}
