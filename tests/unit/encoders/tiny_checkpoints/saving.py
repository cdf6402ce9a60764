"""Sizes that all of the networks have, and how networks and their settings are saved."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
import transformers
from tokenizers import (
    Tokenizer,
)

from tiny_checkpoints.tokens import VOCABULARY, byte_pairs

TEXT = {
    "vocab_size": VOCABULARY, "hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 2,
    "num_attention_heads": 2, "max_position_embeddings": 32,
}  # fmt: skip

VISION = {
    "hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 2, "num_attention_heads": 2,
    "image_size": 32, "patch_size": 8,
}  # fmt: skip

CLIP_PICTURES = {
    "image_processor_type": "CLIPImageProcessor", "do_resize": True, "do_center_crop": True,
    "do_normalize": True, "do_rescale": True, "resample": 3, "size": {"shortest_edge": 32},
    "crop_size": {"height": 32, "width": 32},
    "image_mean": [0.48145466, 0.4578275, 0.40821073],
    "image_std": [0.26862954, 0.26130258, 0.27577711],
}  # fmt: skip


def squares(kind: str, side: int = 32, **other: Any) -> dict[str, Any]:
    """Settings of a processor that squeezes pictures into a square."""
    return {"image_processor_type": kind, "size": {"height": side, "width": side}, **other}


def save_network(folder: Path, network: Any) -> Any:
    """Save a network with weights that are not nearly zero, as trained ones are not."""
    generator = torch.Generator().manual_seed(3)
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.ndim > 1:
                noise = torch.randn(parameter.shape, generator=generator)
                parameter.copy_(noise * (1.5 / parameter[0].numel() ** 0.5))
    network.eval().save_pretrained(folder, safe_serialization=True)
    return network


def save_pictures(folder: Path, settings: dict[str, Any]) -> None:
    """Save a picture processor's settings."""
    (folder / "preprocessor_config.json").write_text(json.dumps(settings))


def pair(
    folder: Path,
    family: str,
    pictures: dict[str, Any],
    tokens: Callable[[Path], None] = byte_pairs,
    text: dict[str, Any] | None = None,
    vision: dict[str, Any] | None = None,
    network: str = "",
    **top: Any,
) -> Any:
    """Save a network of two towers with its tokenizer and the settings of its pictures."""
    tokens(folder)
    save_pictures(folder, pictures)
    marks = marked(folder)
    made = getattr(transformers, f"{family}Config")(
        text_config={**TEXT, **marks, **(text or {})},
        vision_config={**VISION, **(vision or {})},
        **top,
    )
    return save_network(folder, getattr(transformers, network or f"{family}Model")(made))


def marked(folder: Path) -> dict[str, int]:
    """Numbers of the special tokens, by the names that configurations have for them."""
    settings = json.loads((folder / "tokenizer_config.json").read_text())
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    named = {"bos": "bos_token", "eos": "eos_token", "pad": "pad_token"}
    named |= {"bos": "cls_token", "eos": "sep_token"} if "cls_token" in settings else {}
    return {f"{key}_token_id": tokenizer.token_to_id(settings[one]) for key, one in named.items()}
