"""Networks that hear a sound by its waveform."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import transformers

from tiny_checkpoints.saving import TEXT, marked, save_network
from tiny_checkpoints.tokens import sentence_pieces

PE_SOUNDS = {
    "hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 2, "num_attention_heads": 2,
    "head_dim": 16, "max_position_embeddings": 400,
    "dac_config": {
        "encoder_hidden_size": 4, "downsampling_ratios": [2, 4, 4, 5], "codebook_dim": 8,
        "sampling_rate": 16_000,
    },
}  # fmt: skip


def _modern_text(folder: Path) -> dict[str, Any]:
    sentence_pieces(folder)
    marks = marked(folder)
    return {
        **TEXT, **marks, "model_type": "modernbert", "local_attention": 8,
        "cls_token_id": marks["bos_token_id"], "sep_token_id": marks["eos_token_id"],
    }  # fmt: skip


def _waveforms(folder: Path) -> None:
    (folder / "preprocessor_config.json").write_text(json.dumps({
        "feature_extractor_type": "PeAudioFeatureExtractor", "sampling_rate": 16_000,
        "hop_length": 160, "feature_size": 1,
    }))  # fmt: skip


def pe_audio(folder: Path) -> None:
    """PE Audio."""
    made = transformers.PeAudioConfig(text_config=_modern_text(folder), audio_config=PE_SOUNDS)
    _waveforms(folder)
    save_network(folder, transformers.PeAudioModel(made))


def pe_audio_video(folder: Path) -> Any:
    """PE Audio-Video; its picture tower is timm's."""
    text = _modern_text(folder)
    _waveforms(folder)
    (folder / "video_preprocessor_config.json").write_text(json.dumps({
        "video_processor_type": "PeVideoVideoProcessor", "size": {"height": 32, "width": 32},
        "do_normalize": True, "image_mean": [0.5] * 3, "image_std": [0.5] * 3, "resample": 2,
        "num_frames": 4,
    }))  # fmt: skip
    tower = {
        "architecture": "vit_tiny_patch16_224", "do_pooling": True, "num_classes": 24,
        "model_args": {"img_size": 32, "embed_dim": 32, "depth": 1, "num_heads": 2},
    }  # fmt: skip
    kept = {name: PE_SOUNDS[name] for name in PE_SOUNDS if name != "dac_config"}
    video = {**kept, "vision_config": tower}
    made = transformers.PeAudioVideoConfig(
        text_config=text,
        audio_video_config={**kept, "audio_config": PE_SOUNDS, "video_config": video},
    )
    return save_network(folder, transformers.PeAudioVideoModel(made))
