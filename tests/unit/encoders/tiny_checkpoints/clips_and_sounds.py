"""Networks that join words with clips or with sounds."""

from __future__ import annotations

import json
from pathlib import Path

import transformers

from tiny_checkpoints.saving import CLIP_PICTURES, TEXT, marked, pair, save_network
from tiny_checkpoints.tokens import sentence_pieces


def xclip(folder: Path) -> None:
    """X-CLIP."""
    pictures = {**CLIP_PICTURES, "image_processor_type": "VideoMAEImageProcessor"}
    pair(
        folder, "XCLIP", pictures,
        vision={
            "num_frames": 4, "mit_hidden_size": 24, "mit_intermediate_size": 32,
            "mit_num_hidden_layers": 1, "mit_num_attention_heads": 2,
        },
        projection_dim=24, prompt_num_attention_heads=2, prompt_layers=1,
    )  # fmt: skip


def videoprism(folder: Path) -> None:
    """VideoPrism with its text tower."""
    sentence_pieces(folder)
    (folder / "video_preprocessor_config.json").write_text(json.dumps({
        "video_processor_type": "VideoPrismVideoProcessor", "size": {"height": 32, "width": 32},
        "do_normalize": False, "resample": 3,
    }))  # fmt: skip
    vision = {
        "hidden_size": 32, "intermediate_size": 48, "num_attention_heads": 2, "image_size": 32,
        "num_frames": 4, "tubelet_size": [1, 8, 8], "num_spatial_layers": 1,
        "num_temporal_layers": 1, "num_auxiliary_layers": 1,
    }  # fmt: skip
    text = {**TEXT, "apply_l2norm": True}
    made = transformers.VideoPrismConfig(text_config=text, vision_config=vision)
    save_network(folder, transformers.VideoPrismClipModel(made))


def _clap(folder: Path, *, fused: bool) -> None:
    sentence_pieces(folder)
    truncation = "fusion" if fused else "rand_trunc"
    (folder / "preprocessor_config.json").write_text(json.dumps({
        "feature_extractor_type": "ClapFeatureExtractor", "feature_size": 64, "hop_length": 160,
        "fft_window_size": 512, "sampling_rate": 16_000, "max_length_s": 2, "frequency_min": 50,
        "frequency_max": 7000, "truncation": truncation, "padding": "repeatpad",
    }))  # fmt: skip
    audio = {
        "num_mel_bins": 64, "spec_size": 256, "patch_size": 16, "patch_stride": [16, 16],
        "window_size": 4, "hidden_size": 32, "depths": [1, 1], "num_attention_heads": [2, 2],
        "patch_embeds_hidden_size": 16, "num_hidden_layers": 2, "projection_dim": 24,
        "enable_fusion": fused, "num_classes": 4, "aff_block_r": 1,
        "fusion_type": None,
    }  # fmt: skip
    text = {**TEXT, **marked(folder), "projection_dim": 24, "max_position_embeddings": 40}
    made = transformers.ClapConfig(text_config=text, audio_config=audio, projection_dim=24)
    save_network(folder, transformers.ClapModel(made))


def clap(folder: Path) -> None:
    """CLAP, at a rate and length that keep it small."""
    _clap(folder, fused=False)


def clap_fused(folder: Path) -> None:
    """CLAP that joins parts of a long sound."""
    _clap(folder, fused=True)
