"""Networks with a tower for pictures and one for words."""

from __future__ import annotations

from pathlib import Path

import transformers

from tiny_checkpoints.saving import (
    CLIP_PICTURES,
    TEXT,
    VISION,
    pair,
    save_network,
    save_pictures,
    squares,
)
from tiny_checkpoints.tokens import byte_pairs, sentence_pieces, word_pieces


def clip(folder: Path) -> None:
    """CLIP."""
    pair(folder, "CLIP", CLIP_PICTURES, projection_dim=24)


def metaclip_2(folder: Path) -> None:
    """MetaCLIP 2: CLIP with a tokenizer of many languages."""
    pair(folder, "MetaClip2", CLIP_PICTURES, sentence_pieces, projection_dim=24)


def altclip(folder: Path) -> None:
    """AltCLIP: CLIP's picture tower with XLM-R."""
    pair(
        folder, "AltCLIP", CLIP_PICTURES, sentence_pieces,
        {"max_position_embeddings": 40, "type_vocab_size": 1, "project_dim": 28},
        projection_dim=24,
    )  # fmt: skip


def chinese_clip(folder: Path) -> None:
    """Chinese-CLIP: CLIP's picture tower with BERT."""
    pictures = {**CLIP_PICTURES, "image_processor_type": "ChineseCLIPImageProcessor"}
    pair(folder, "ChineseCLIP", pictures, word_pieces, projection_dim=24)


def clipseg(folder: Path) -> None:
    """CLIPSeg, whose checkpoints hold the decoder too."""
    pictures = squares("ViTImageProcessor", resample=2, image_mean=[0.485, 0.456, 0.406],
                       image_std=[0.229, 0.224, 0.225])  # fmt: skip
    pair(
        folder, "CLIPSeg", pictures, network="CLIPSegForImageSegmentation", projection_dim=24,
        extract_layers=[0, 1], reduce_dim=8, decoder_num_attention_heads=2,
        decoder_intermediate_size=16, decoder_hidden_act="relu", conditional_layer=0,
    )  # fmt: skip


def owlvit(folder: Path) -> None:
    """OWL-ViT as a detector, as it ships."""
    pictures = squares("OwlViTImageProcessor", do_center_crop=False, resample=3)
    pictures["crop_size"] = {"height": 32, "width": 32}
    pair(
        folder, "OwlViT", pictures, lambda where: byte_pairs(where, 16),
        {"max_position_embeddings": 16}, network="OwlViTForObjectDetection", projection_dim=24,
    )  # fmt: skip


def owlv2(folder: Path) -> None:
    """OWLv2 as a detector, as it ships."""
    pair(
        folder, "Owlv2", squares("Owlv2ImageProcessor", do_pad=True, resample=2),
        lambda where: byte_pairs(where, 16), {"max_position_embeddings": 16},
        network="Owlv2ForObjectDetection", projection_dim=24,
    )  # fmt: skip


def groupvit(folder: Path) -> None:
    """GroupViT."""
    pictures = {**CLIP_PICTURES}
    del pictures["image_processor_type"]  # its checkpoints name a feature extractor
    pair(
        folder, "GroupViT", {**pictures, "feature_extractor_type": "CLIPFeatureExtractor"},
        vision={
            "depths": [1, 1, 1], "num_group_tokens": [8, 4, 0], "num_output_groups": [8, 4, 0],
            "num_hidden_layers": 3, "image_size": 32, "patch_size": 4,
        },
        projection_dim=24, projection_intermediate_dim=40,
    )  # fmt: skip


def aimv2(folder: Path) -> None:
    """AIMv2."""
    pair(folder, "Aimv2", CLIP_PICTURES, vision={"is_native": False}, projection_dim=24)


def siglip(folder: Path) -> None:
    """SigLIP, and SigLIP 2 at a fixed resolution."""
    pair(
        folder, "Siglip",
        squares("SiglipImageProcessor", resample=3, image_mean=[0.5] * 3, image_std=[0.5] * 3),
        lambda where: sentence_pieces(where, masked=False), {"projection_size": 32},
    )  # fmt: skip


def siglip2(folder: Path) -> None:
    """SigLIP 2 NaFlex."""
    pictures = {
        "image_processor_type": "Siglip2ImageProcessor", "patch_size": 8, "max_num_patches": 24,
        "resample": 2, "image_mean": [0.5] * 3, "image_std": [0.5] * 3,
    }  # fmt: skip
    pair(
        folder, "Siglip2", pictures, lambda where: sentence_pieces(where, masked=False),
        {"projection_size": 32}, {"num_patches": 16},
    )  # fmt: skip


def align(folder: Path) -> None:
    """ALIGN: EfficientNet and BERT."""
    pictures = squares("EfficientNetImageProcessor", 40, resample=2, do_center_crop=True,
                       crop_size={"height": 32, "width": 32}, rescale_offset=True,
                       include_top=False, rescale_factor=1 / 127.5,
                       do_normalize=False)  # fmt: skip
    vision = {
        "image_size": 32, "width_coefficient": 0.2, "depth_coefficient": 0.2, "hidden_dim": 64,
        "patch_size": None,
    }  # fmt: skip
    pair(folder, "Align", pictures, word_pieces, vision=vision, projection_dim=64)


def flava(folder: Path) -> None:
    """FLAVA."""
    word_pieces(folder)
    save_pictures(folder, {
        **CLIP_PICTURES, "image_processor_type": "FlavaImageProcessor",
        "size": {"height": 32, "width": 32},
    })  # fmt: skip
    made = transformers.FlavaConfig(
        text_config=TEXT, image_config=VISION,
        multimodal_config={**VISION, "num_hidden_layers": 1}, projection_dim=24, hidden_size=32,
        init_codebook=False,
    )  # fmt: skip
    save_network(folder, transformers.FlavaModel(made))


def tipsv2(folder: Path) -> None:
    """TIPSv2."""
    pair(
        folder, "Tipsv2", squares("Tipsv2ImageProcessor", do_normalize=False), sentence_pieces,
        vision={"num_register_tokens": 1, "mlp_ratio": 2},
    )  # fmt: skip


def blip(folder: Path) -> None:
    """BLIP with its retrieval head."""
    pictures = squares("BlipImageProcessor", resample=3)
    pair(
        folder, "Blip", pictures, word_pieces, {"encoder_hidden_size": 32},
        network="BlipForImageTextRetrieval", image_text_hidden_size=24,
    )  # fmt: skip


def blip_2(folder: Path) -> None:
    """BLIP-2 with its retrieval head."""
    word_pieces(folder)
    save_pictures(folder, squares("BlipImageProcessor", resample=3))
    made = transformers.Blip2Config(
        vision_config=VISION,
        qformer_config={
            **TEXT, "cross_attention_frequency": 1, "encoder_hidden_size": 32,
            "use_qformer_text_input": True,
        },
        text_config={"model_type": "opt", "num_hidden_layers": 1, "hidden_size": 16,
                     "num_attention_heads": 2, "ffn_dim": 16, "vocab_size": 50},
        num_query_tokens=4, image_text_hidden_size=24, image_token_index=None,
    )  # fmt: skip
    save_network(folder, transformers.Blip2ForImageTextRetrieval(made))


def dual(folder: Path) -> None:
    """Any two towers joined: here a ViT and a BERT."""
    word_pieces(folder)
    save_pictures(folder, squares("ViTImageProcessor", resample=2))
    made = transformers.VisionTextDualEncoderConfig.from_vision_text_configs(
        transformers.ViTConfig(**VISION), transformers.BertConfig(**TEXT), projection_dim=24
    )
    save_network(folder, transformers.VisionTextDualEncoderModel(made))
