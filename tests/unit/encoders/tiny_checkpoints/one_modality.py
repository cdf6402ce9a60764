"""Networks of one modality: pictures, clips or words alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
import transformers
from safetensors.torch import save_file

from tiny_checkpoints.saving import (
    CLIP_PICTURES,
    TEXT,
    VISION,
    marked,
    save_network,
    save_pictures,
    squares,
)
from tiny_checkpoints.tokens import sentence_pieces, word_pieces


def _alone(folder: Path, family: str, pictures: dict[str, Any], **settings: Any) -> None:
    save_pictures(folder, pictures)
    made = getattr(transformers, f"{family}Config")(**{**VISION, **settings})
    save_network(folder, getattr(transformers, f"{family}Model")(made))


def dinov2(folder: Path) -> None:
    """DINOv2."""
    pictures = {**CLIP_PICTURES, "image_processor_type": "BitImageProcessor",
                "size": {"shortest_edge": 40}}  # fmt: skip
    _alone(folder, "Dinov2", pictures, mlp_ratio=2)


def dinov2_registers(folder: Path) -> None:
    """DINOv2 with registers."""
    pictures = {**CLIP_PICTURES, "image_processor_type": "BitImageProcessor"}
    _alone(folder, "Dinov2WithRegisters", pictures, mlp_ratio=2, num_register_tokens=3)


def dinov3(folder: Path) -> None:
    """DINOv3."""
    pictures = squares("DINOv3ViTImageProcessorFast", resample=2, image_mean=[0.485, 0.456, 0.406],
                       image_std=[0.229, 0.224, 0.225])  # fmt: skip
    _alone(folder, "DINOv3ViT", pictures, num_register_tokens=2)


def vit(folder: Path) -> None:
    """ViT."""
    _alone(folder, "ViT", squares("ViTImageProcessor", resample=2))


def deit(folder: Path) -> None:
    """DeiT."""
    pictures = squares("DeiTImageProcessor", 40, resample=3, do_center_crop=True,
                       crop_size={"height": 32, "width": 32})  # fmt: skip
    _alone(folder, "DeiT", pictures)


def vit_msn(folder: Path) -> None:
    """MSN."""
    _alone(folder, "ViTMSN", squares("ViTImageProcessor", resample=2))


def ijepa(folder: Path) -> None:
    """I-JEPA, which has no class token."""
    _alone(folder, "IJepa", squares("ViTImageProcessor", resample=2))


def videomae(folder: Path) -> None:
    """VideoMAE."""
    pictures = {**CLIP_PICTURES, "image_processor_type": "VideoMAEImageProcessor", "resample": 2}
    _alone(folder, "VideoMAE", pictures, num_frames=4, tubelet_size=2)


def roberta(folder: Path) -> None:
    """An encoder of RoBERTa's kind, as UniXcoder is."""
    sentence_pieces(folder)
    made = transformers.RobertaConfig(
        **{**TEXT, **marked(folder), "max_position_embeddings": 40, "type_vocab_size": 1}
    )
    save_network(folder, transformers.RobertaModel(made))


def _sentence(folder: Path, pooling: str, *, dense: bool) -> None:
    word_pieces(folder)
    network = transformers.BertModel(transformers.BertConfig(**TEXT), add_pooling_layer=False)
    save_network(folder, network)
    layers = [("", "Transformer"), ("1_Pooling", "Pooling")]
    (folder / "1_Pooling").mkdir()
    (folder / "1_Pooling" / "config.json").write_text(json.dumps({
        "word_embedding_dimension": 32, "pooling_mode_cls_token": pooling == "cls",
        "pooling_mode_mean_tokens": pooling == "mean", "pooling_mode_max_tokens": pooling == "max",
    }))  # fmt: skip
    if dense:
        layers.append(("2_Dense", "Dense"))
        _dense(folder / "2_Dense")
    layers.append(("3_Normalize", "Normalize"))
    (folder / "modules.json").write_text(json.dumps([
        {"idx": number, "name": str(number), "path": path,
         "type": f"sentence_transformers.models.{kind}"}
        for number, (path, kind) in enumerate(layers)
    ]))  # fmt: skip
    shape = {"max_seq_length": 16, "do_lower_case": False}
    (folder / "sentence_bert_config.json").write_text(json.dumps(shape))


def _dense(folder: Path) -> None:
    folder.mkdir()
    generator = torch.Generator().manual_seed(5)
    weights = {"linear.weight": torch.randn(20, 32, generator=generator),
               "linear.bias": torch.randn(20, generator=generator)}  # fmt: skip
    save_file(weights, folder / "model.safetensors")
    (folder / "config.json").write_text(json.dumps({
        "in_features": 32, "out_features": 20, "bias": True,
        "activation_function": "torch.nn.modules.activation.Tanh",
    }))  # fmt: skip


def sentence(folder: Path) -> None:
    """A sentence-transformers folder."""
    _sentence(folder, "mean", dense=False)


def sentence_cls(folder: Path) -> None:
    """One that takes the first token, with a dense layer after it."""
    _sentence(folder, "cls", dense=True)
