"""Encoders of pictures or clips by themselves: spaces of one modality, where looks are compared."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from explorer.core.wording import Wording
from explorer.encoders.families.dual import accepted
from explorer.encoders.families.family import Family, Inputs, Side, Tensor


def _tokens(module: Any, batch: Inputs) -> Tensor:
    return module(**accepted(module.forward, batch)).last_hidden_state


def _summary(module: Any, batch: Inputs) -> Tensor:
    return _tokens(module, batch)[:, 0]


def _mean(module: Any, batch: Inputs) -> Tensor:
    return _tokens(module, batch).mean(dim=1)


def _width(config: Any) -> int:
    return int(config.hidden_size)


_SUMMARY = {"image": Side(_summary, _tokens, skip=1)}
_MEAN = {"image": Side(_mean, _tokens)}
_CLIPS = {
    "video": Side(
        _mean, why_no_tokens=Wording("a token of its stands for a place and a time at once")
    )
}


def _vit(name: str, processor: str = "ViTImageProcessor", **facts: Any) -> Family:
    sides = facts.pop("sides", _SUMMARY)
    return Family(name, "AutoModel", sides, _width, default_processor=processor, **facts)


VISION_ONLY: dict[str, Family] = {
    "dinov2": _vit("DINOv2", "BitImageProcessor"),
    "dinov2_with_registers": _vit("DINOv2 with registers", "BitImageProcessor"),
    "dinov3_vit": _vit("DINOv3", "DINOv3ViTImageProcessor"),
    "vit": _vit("ViT"),
    "vit_msn": _vit("MSN"),
    "deit": _vit("DeiT", "DeiTImageProcessor"),
    "ijepa": _vit("I-JEPA", sides=_MEAN),
    "videomae": _vit("VideoMAE", "VideoMAEImageProcessor", sides=_CLIPS),
}
"""Families by the `model_type` in their configuration."""


def with_registers(family: Family, config: Any) -> Family:
    """The family with as many tokens before its patches as this checkpoint has."""
    vision = getattr(config, "vision_config", config)
    extra = int(getattr(vision, "num_register_tokens", 0) or 0)
    extra += 1 if config.model_type == "deit" else 0  # its distillation token
    side = family.sides.get("image")
    if side is None or not side.skip or not extra:
        return family
    return replace(family, sides={**family.sides, "image": replace(side, skip=1 + extra)})
