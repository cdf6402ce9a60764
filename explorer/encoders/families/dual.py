"""Families with an image or video tower and a text tower that meet in one space.

Where a tower makes its vector by projecting one summary token, each other token is projected in
the same way; where it pools by attention, a single token has no place in the space.
"""

from __future__ import annotations

import inspect
import math
from typing import Any

from explorer.core.wording import Wording
from explorer.encoders.families.family import Apply, Family, Inputs, ScoreRule, Side, Tensor

ATTENTION_POOLED = Wording(
    "its vector is pooled by attention, which gives a single token no place in it"
)
GROUPED = Wording("it merges patches into groups, which lie on no grid")
NO_CLASS = Wording("its text tower makes one vector from all words at once")


# --- vectors ------------------------------------------------------------------------------------


def accepted(method: Any, batch: Inputs) -> Inputs:
    """The part of a batch that a method has parameters for."""
    names = inspect.signature(method).parameters
    return {name: tensor for name, tensor in batch.items() if name in names}


def features(method_name: str) -> Apply:
    """Vectors as `transformers` itself gives them."""

    def apply(module: Any, batch: Inputs) -> Tensor:
        method = getattr(module, method_name)
        result = method(**accepted(method, batch))
        return getattr(result, "pooler_output", result)

    return apply


image_features, text_features = features("get_image_features"), features("get_text_features")


def _hidden(tower: Any, batch: Inputs) -> Tensor:
    return tower(**accepted(tower.forward, batch)).last_hidden_state


# --- tokens -------------------------------------------------------------------------------------


def _image_tokens(module: Any, batch: Inputs) -> Tensor:
    hidden = module.vision_model.post_layernorm(_hidden(module.vision_model, batch))
    return module.visual_projection(hidden)


def _text_tokens(module: Any, batch: Inputs) -> Tensor:
    hidden = _hidden(module.text_model, batch)
    flat = module.text_projection(hidden.flatten(0, 1))  # GroupViT's takes rows only
    return flat.unflatten(0, hidden.shape[:2])


def _siglip_text_tokens(module: Any, batch: Inputs) -> Tensor:
    return module.text_model.head(_hidden(module.text_model, batch))


def _align_image_tokens(module: Any, batch: Inputs) -> Tensor:
    # The pool is a mean, so each place of the map lies in the same space.
    return _hidden(module.vision_model, batch).flatten(2).transpose(1, 2)


def _first(method_name: str) -> Apply:
    def apply(module: Any, batch: Inputs) -> Tensor:
        return features(method_name)(module, batch)[:, 0]

    return apply


def _tips_image_tokens(module: Any, batch: Inputs) -> Tensor:
    return _hidden(module.vision_model, batch)


def _tips_text_tokens(module: Any, batch: Inputs) -> Tensor:
    return _hidden(module.text_model, batch)


# --- BLIP's retrieval heads, which have no method of their own ------------------------------------


def _blip_image_tokens(module: Any, batch: Inputs) -> Tensor:
    return module.vision_proj(_hidden(module.vision_model, batch))


def _blip_text_tokens(module: Any, batch: Inputs) -> Tensor:
    return module.text_proj(_hidden(module.text_encoder, batch))


def _blip_image(module: Any, batch: Inputs) -> Tensor:
    return _blip_image_tokens(module, batch)[:, 0]


def _blip_text(module: Any, batch: Inputs) -> Tensor:
    return _blip_text_tokens(module, batch)[:, 0]


def matching_logits(module: Any, batch: Inputs) -> Tensor:
    """Of BLIP's matching head, which lets words look at patches: (n, 2), no and yes."""
    seen = module.vision_model(pixel_values=batch["pixel_values"]).last_hidden_state
    met = module.text_encoder(
        input_ids=batch["input_ids"],
        attention_mask=batch["attention_mask"],
        encoder_hidden_states=seen,
    ).last_hidden_state
    return module.itm_head(met[:, 0])


def _blip2_image(module: Any, batch: Inputs) -> Tensor:
    from torch.nn.functional import normalize

    seen = _hidden(module.vision_model, batch)
    queries = module.query_tokens.expand(seen.shape[0], -1, -1)
    answers = module.qformer(query_embeds=queries, encoder_hidden_states=seen).last_hidden_state
    return normalize(module.vision_projection(answers), dim=-1).mean(dim=1)


def _blip2_text_tokens(module: Any, batch: Inputs) -> Tensor:
    words = module.embeddings(input_ids=batch["input_ids"])
    hidden = module.qformer(
        query_embeds=words, query_length=0, attention_mask=batch["attention_mask"]
    ).last_hidden_state
    return module.text_projection(hidden)


def _blip2_text(module: Any, batch: Inputs) -> Tensor:
    return _blip2_text_tokens(module, batch)[:, 0]


# --- scores -------------------------------------------------------------------------------------


def _softmax(module: Any) -> ScoreRule:
    return ScoreRule("softmax", math.exp(float(module.logit_scale)))


def _sigmoid(module: Any) -> ScoreRule:
    return ScoreRule("sigmoid", math.exp(float(module.logit_scale)), float(module.logit_bias))


def _temperature(module: Any) -> ScoreRule:
    return ScoreRule("softmax", 1 / float(module.temperature))


# --- the table ----------------------------------------------------------------------------------


def _projection(config: Any) -> int:
    return int(config.projection_dim)


def _vision_width(config: Any) -> int:
    return int(config.vision_config.hidden_size)


def _head_width(config: Any) -> int:
    return int(config.image_text_hidden_size)


def _pair(image: Side, text: Side) -> dict[str, Side]:
    return {"image": image, "text": text}


_IMAGE = Side(image_features, _image_tokens, skip=1)
_TEXT = Side(text_features, _text_tokens)
_CLIP = _pair(_IMAGE, _TEXT)
_SIGLIP = _pair(
    Side(image_features, why_no_tokens=ATTENTION_POOLED),
    Side(text_features, _siglip_text_tokens),
)


def _clip(name: str, network: str, **facts: Any) -> Family:
    return Family(name, network, facts.pop("sides", _CLIP), _projection, score=_softmax, **facts)


FAMILIES: dict[str, Family] = {
    "clip": _clip("CLIP", "CLIPModel"),
    "metaclip_2": _clip("MetaCLIP 2", "MetaClip2Model"),
    "altclip": _clip("AltCLIP", "AltCLIPModel"),
    "chinese_clip": _clip(
        "Chinese-CLIP", "ChineseCLIPModel", default_processor="ChineseCLIPImageProcessor"
    ),
    "clipseg": _clip("CLIPSeg", "CLIPSegModel", default_processor="ViTImageProcessor"),
    "owlvit": _clip("OWL-ViT", "OwlViTModel", default_processor="OwlViTImageProcessor"),
    "owlv2": _clip("OWLv2", "Owlv2Model", default_processor="Owlv2ImageProcessor"),
    "groupvit": _clip(
        "GroupViT",
        "GroupViTModel",
        sides=_pair(Side(image_features, why_no_tokens=GROUPED), _TEXT),
    ),
    "aimv2": _clip(
        "AIMv2",
        "Aimv2Model",
        sides=_pair(Side(image_features, why_no_tokens=ATTENTION_POOLED), _TEXT),
        # The quicker functions drop the causal mask of a batch in which nothing is padded.
        attention="eager",
    ),
    "siglip": Family(
        "SigLIP", "SiglipModel", _SIGLIP, _vision_width, "max_length", 64, _sigmoid,
        default_processor="SiglipImageProcessor",
    ),
    "siglip2": Family(
        "SigLIP 2 NaFlex", "Siglip2Model", _SIGLIP, _vision_width, "max_length", 64, _sigmoid,
        default_processor="Siglip2ImageProcessor",
    ),
    "align": Family(
        "ALIGN", "AlignModel",
        _pair(Side(image_features, _align_image_tokens), _TEXT),
        _projection, "longest", 64, _temperature, channels_last=True,
        default_processor="EfficientNetImageProcessor",
    ),
    "flava": Family(
        "FLAVA", "FlavaModel",
        _pair(
            Side(_first("get_image_features"), image_features, skip=1),
            Side(_first("get_text_features"), text_features),
        ),
        _projection, score=_softmax, default_processor="FlavaImageProcessor",
    ),
    "tipsv2": Family(
        "TIPSv2", "Tipsv2Model",
        _pair(
            Side(image_features, _tips_image_tokens, skip=1),
            Side(text_features, _tips_text_tokens),
        ),
        _vision_width, "max_length", 64, _temperature, default_processor="Tipsv2ImageProcessor",
    ),
    "vision-text-dual-encoder": _clip("a dual encoder", "VisionTextDualEncoderModel", sides=_pair(
        Side(image_features, why_no_tokens=Wording("its towers may be of any kind")),
        Side(text_features, why_no_tokens=Wording("its towers may be of any kind")),
    )),
}  # fmt: skip
"""Families by the `model_type` in their configuration."""

RETRIEVAL_HEADS: dict[str, Family] = {
    "blip": Family(
        "BLIP", "BlipForImageTextRetrieval",
        _pair(Side(_blip_image, _blip_image_tokens, skip=1), Side(_blip_text, _blip_text_tokens)),
        _head_width, default_processor="BlipImageProcessor",
    ),
    "blip-2": Family(
        "BLIP-2", "Blip2ForImageTextRetrieval",
        _pair(
            Side(_blip2_image, why_no_tokens=Wording("its queries look at the whole picture")),
            Side(_blip2_text, _blip2_text_tokens),
        ),
        _head_width, default_processor="BlipImageProcessor",
        description=Wording(
            "A picture's vector is the mean of its query vectors; the family itself compares a "
            "text with the best of them."
        ),
    ),
}  # fmt: skip
"""The contrastive heads of matching models, by `model_type`."""
