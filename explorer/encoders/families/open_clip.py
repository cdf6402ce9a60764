"""open_clip checkpoints: ViT towers read into `transformers`' own CLIP.

Cherti et al. 2022, "Reproducible scaling laws for contrastive language-image learning". Its
plain ViT and text towers are the same networks under other names. Others (timm, ResNet, CoCa)
are refused with a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from explorer.core.errors import SpaceError
from explorer.encoders.checkpoint import Checkpoint
from explorer.encoders.families.image_preparation import Normalisation, ResizeCrop
from explorer.encoders.families.processor_config import (
    BICUBIC,
    BILINEAR,
    CLIP_MEAN,
    CLIP_STD,
    ImageSettings,
)

CONFIG = "open_clip_config.json"
STEM = "open_clip_model"

_VISION = {"image_size", "layers", "width", "patch_size", "head_width", "mlp_ratio"}
_TEXT = {"context_length", "vocab_size", "width", "heads", "layers", "mlp_ratio",
         "hf_tokenizer_name", "tokenizer_kwargs"}  # fmt: skip


def clip_config(settings: Mapping[str, Any]) -> Any:
    """The same network as a configuration of `transformers`.

    Raises
    ------
    SpaceError
        If it is not a plain ViT with a plain text tower.
    """
    from transformers import CLIPConfig

    model = settings.get("model_cfg") or {}
    vision, text = model.get("vision_cfg") or {}, model.get("text_cfg") or {}
    odd = sorted((set(vision) - _VISION) | (set(text) - _TEXT))
    if odd or not isinstance(vision.get("layers"), int) or "patch_size" not in vision:
        why = f"it has '{odd[0]}'" if odd else "its picture tower is no plain ViT"
        raise SpaceError(
            f"This open_clip checkpoint cannot be read as a CLIP: {why}. Use the same model's "
            "checkpoint for transformers, if there is one."
        )
    activation = "quick_gelu" if model.get("quick_gelu") else "gelu"
    head_width = int(vision.get("head_width", 64))
    width, words = int(vision["width"]), int(text.get("width", 512))
    return CLIPConfig(
        projection_dim=int(model["embed_dim"]),
        vision_config={
            "hidden_size": width, "intermediate_size": int(width * vision.get("mlp_ratio", 4.0)),
            "num_hidden_layers": vision["layers"], "num_attention_heads": width // head_width,
            "image_size": vision.get("image_size", 224), "patch_size": vision["patch_size"],
            "hidden_act": activation,
        },
        text_config={
            "hidden_size": words, "intermediate_size": int(words * text.get("mlp_ratio", 4.0)),
            "num_hidden_layers": text.get("layers", 12),
            "num_attention_heads": text.get("heads", 8),
            "max_position_embeddings": text.get("context_length", 77),
            "vocab_size": text.get("vocab_size", 49408), "hidden_act": activation,
            "eos_token_id": 2,  # the vector is taken at the highest number, as open_clip does
        },
    )  # fmt: skip


def load_open_clip(checkpoint: Checkpoint) -> Any:
    """Read the weights into a `CLIPModel`, in float32 on the processor.

    Raises
    ------
    SpaceError
        If they are not those of such a network.
    """
    from safetensors.torch import load_file
    from transformers import CLIPModel

    weights: dict[str, Any] = {}
    for file in checkpoint.weights:
        weights.update(load_file(file))
    module = CLIPModel(clip_config(checkpoint.settings(CONFIG)))
    renamed: dict[str, Any] = {}
    for name, tensor in weights.items():
        renamed.update(_renamed(name, tensor.float()))
    try:
        told = module.load_state_dict(renamed, strict=False)
    except RuntimeError as error:
        raise SpaceError(
            f"{checkpoint.folder} holds other weights than its {CONFIG} describes."
        ) from error
    wrong = [
        one for one in (*told.missing_keys, *told.unexpected_keys) if "position_ids" not in one
    ]
    if wrong:
        raise SpaceError(
            f"{checkpoint.folder} cannot be read as a CLIP: '{wrong[0]}' is missing or too much."
        )
    return module


_NAMES = {
    "logit_scale": "logit_scale",
    "visual.class_embedding": "vision_model.embeddings.class_embedding",
    "visual.conv1.weight": "vision_model.embeddings.patch_embedding.weight",
    "visual.positional_embedding": "vision_model.embeddings.position_embedding.weight",
    "token_embedding.weight": "text_model.embeddings.token_embedding.weight",
    "positional_embedding": "text_model.embeddings.position_embedding.weight",
}
_NORMS = {
    "visual.ln_pre": "vision_model.pre_layrnorm",
    "visual.ln_post": "vision_model.post_layernorm",
    "ln_final": "text_model.final_layer_norm",
}
_PARTS = {
    "ln_1": "layer_norm1", "ln_2": "layer_norm2", "mlp.c_fc": "mlp.fc1", "mlp.c_proj": "mlp.fc2",
    "attn.out_proj": "self_attn.out_proj",
}  # fmt: skip
_BLOCK = re.compile(r"(visual\.)?transformer\.resblocks\.(\d+)\.(.+?)(?:\.|_)(weight|bias)$")


def _renamed(name: str, tensor: Any) -> dict[str, Any]:
    if name in _NAMES:
        return {_NAMES[name]: tensor}
    if name in ("visual.proj", "text_projection"):
        layer = "visual_projection" if name == "visual.proj" else "text_projection"
        return {f"{layer}.weight": tensor.T.contiguous()}
    if name == "attn_mask":
        return {}
    stem, _, kind = name.rpartition(".")
    if stem in _NORMS:
        return {f"{_NORMS[stem]}.{kind}": tensor}
    block = _BLOCK.match(name)
    if block is None:
        return {name: tensor}
    tower = "vision_model" if block[1] else "text_model"
    layer, part, kind = f"{tower}.encoder.layers.{block[2]}", block[3], block[4]
    if part == "attn.in_proj":
        thirds = zip("qkv", tensor.chunk(3), strict=True)
        return {f"{layer}.self_attn.{one}_proj.{kind}": third for one, third in thirds}
    return {f"{layer}.{_PARTS.get(part, part)}.{kind}": tensor}


def open_clip_settings(settings: Mapping[str, Any]) -> ImageSettings:
    """How an open_clip checkpoint prepares its pictures."""
    model = (settings.get("model_cfg") or {}).get("vision_cfg") or {}
    said = settings.get("preprocess_cfg") or {}
    size = said.get("size", model.get("image_size", 224))
    height, width = (size, size) if isinstance(size, int) else (int(size[-2]), int(size[-1]))
    resample = BILINEAR if said.get("interpolation") == "bilinear" else BICUBIC
    if said.get("resize_mode", "shortest") == "squash":
        plan = ResizeCrop(size=(height, width), resample=resample)
    else:
        plan = ResizeCrop(
            shortest=min(height, width), crop=(height, width), resample=resample, rounded=True
        )
    mean, deviation = tuple(said.get("mean", CLIP_MEAN)), tuple(said.get("std", CLIP_STD))
    return ImageSettings(plan, Normalisation(mean, deviation))
