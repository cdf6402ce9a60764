"""Networks that match a picture with a text and give no vectors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import transformers

from tiny_checkpoints.saving import TEXT, VISION, marked, save_network, save_pictures
from tiny_checkpoints.tokens import VOCABULARY, sentence_pieces, word_pieces


def vilt(folder: Path) -> Any:
    """ViLT with its retrieval head."""
    word_pieces(folder)
    save_pictures(folder, {
        "image_processor_type": "ViltImageProcessor", "size": {"shortest_edge": 64},
        "size_divisor": 32, "resample": 3, "image_mean": [0.5] * 3, "image_std": [0.5] * 3,
    })  # fmt: skip
    made = transformers.ViltConfig(**{**VISION, "vocab_size": VOCABULARY, "patch_size": 16,
                                      "image_size": 64, "max_position_embeddings": 40})  # fmt: skip
    return save_network(folder, transformers.ViltForImageAndTextRetrieval(made))


def bridgetower(folder: Path) -> Any:
    """BridgeTower with its matching head."""
    sentence_pieces(folder)
    save_pictures(folder, {
        "image_processor_type": "BridgeTowerImageProcessor", "size": {"shortest_edge": 64},
        "crop_size": {"shortest_edge": 64}, "size_divisor": 32, "resample": 3,
    })  # fmt: skip
    made = transformers.BridgeTowerConfig(
        hidden_size=32, num_attention_heads=2, num_hidden_layers=2,
        text_config={**TEXT, **marked(folder), "max_position_embeddings": 40},
        vision_config={"hidden_size": 64, "num_hidden_layers": 3, "patch_size": 16,
                       "image_size": 64},
    )  # fmt: skip
    return save_network(folder, transformers.BridgeTowerForImageAndTextRetrieval(made))


def lxmert(folder: Path) -> Any:
    """LXMERT, which needs a detector."""
    word_pieces(folder)
    made = transformers.LxmertConfig(
        vocab_size=VOCABULARY, hidden_size=32, num_attention_heads=2, intermediate_size=48,
        l_layers=1, x_layers=1, r_layers=1, visual_feat_dim=16, max_position_embeddings=32,
    )  # fmt: skip
    return save_network(folder, transformers.LxmertModel(made))
