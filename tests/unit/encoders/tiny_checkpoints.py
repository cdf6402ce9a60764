"""Tiny checkpoints with random weights, saved as each family ships them.

They are made by the families' real configuration and model classes, with a tokenizer trained on
a few sentences; only their size is unreal.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
import transformers
from safetensors.torch import save_file
from tokenizers import (
    Tokenizer,
    decoders,
    models,
    normalizers,
    pre_tokenizers,
    processors,
    trainers,
)

SENTENCES = [
    "a photo of a cat", "a red bird sits on a branch", "two dogs run along the beach",
    "the sound of rain on a window", "an old violin", "a small boat on a blue sea",
    "people walk through a city at night", "a cup of coffee and a book", "zebra and striped horse",
    "someone plays the piano", "a plane in the clouds", "green apples in a basket",
]  # fmt: skip
VOCABULARY = 700

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


# --- tokenizers ---------------------------------------------------------------------------------


def byte_pairs(folder: Path, limit: int = 32, **settings: Any) -> None:
    """CLIP's kind: byte pairs with an end-of-word mark, a start and an end of text."""
    start, end = "<|startoftext|>", "<|endoftext|>"
    trained = Tokenizer(models.BPE(end_of_word_suffix="</w>"))
    tokenizer = Tokenizer(models.BPE())
    for one in (trained, tokenizer):
        one.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Lowercase()])
        one.pre_tokenizer = pre_tokenizers.Sequence(
            [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.ByteLevel(add_prefix_space=False)]
        )
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    trained.train_from_iterator(SENTENCES, trainers.BpeTrainer(
        vocab_size=350, end_of_word_suffix="</w>", initial_alphabet=letters, show_progress=False,
    ))  # fmt: skip
    merges = [tuple(one) for one in json.loads(trained.to_str())["model"]["merges"]]
    names = [*letters, *(one + "</w>" for one in letters), *("".join(one) for one in merges)]
    names = list(dict.fromkeys([*names, start, end]))  # the marks have the highest numbers
    vocabulary = {name: number for number, name in enumerate(names)}
    tokenizer.model = models.BPE(vocabulary, merges, unk_token=end, end_of_word_suffix="</w>")
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([start, end])
    ids = {one: tokenizer.token_to_id(one) for one in (start, end)}
    tokenizer.post_processor = processors.RobertaProcessing(
        (end, ids[end]), (start, ids[start]), add_prefix_space=False
    )
    _save(
        folder, tokenizer, "PreTrainedTokenizerFast", limit,
        bos_token=start, eos_token=end, unk_token=end, pad_token=end,
        model_input_names=["input_ids", "attention_mask"], **settings,
    )  # fmt: skip


def word_pieces(folder: Path, limit: int = 32, **settings: Any) -> None:
    """BERT's kind: word pieces between [CLS] and [SEP], with token types."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    trainer = trainers.WordPieceTrainer(
        vocab_size=VOCABULARY, special_tokens=special, show_progress=False
    )
    tokenizer.train_from_iterator(SENTENCES, trainer)
    ids = {one: tokenizer.token_to_id(one) for one in special}
    tokenizer.post_processor = processors.BertProcessing(
        ("[SEP]", ids["[SEP]"]), ("[CLS]", ids["[CLS]"])
    )
    _save(
        folder, tokenizer, "PreTrainedTokenizerFast", limit, cls_token="[CLS]", sep_token="[SEP]",
        pad_token="[PAD]", unk_token="[UNK]", mask_token="[MASK]",
        model_input_names=["input_ids", "token_type_ids", "attention_mask"], **settings,
    )  # fmt: skip


def sentence_pieces(folder: Path, limit: int = 32, *, masked: bool = True, **settings: Any) -> None:
    """XLM-R's and Gemma's kind: unigram pieces with a mark for the space before a word."""
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    trainer = trainers.UnigramTrainer(
        vocab_size=VOCABULARY, special_tokens=special, unk_token="<unk>", show_progress=False
    )
    tokenizer.train_from_iterator(SENTENCES, trainer)
    ids = {one: tokenizer.token_to_id(one) for one in special}
    tokenizer.post_processor = processors.RobertaProcessing(
        ("</s>", ids["</s>"]), ("<s>", ids["<s>"]), add_prefix_space=False
    )
    names = ["input_ids", "attention_mask"] if masked else ["input_ids"]
    _save(
        folder, tokenizer, "PreTrainedTokenizerFast", limit, bos_token="<s>", eos_token="</s>",
        cls_token="<s>", sep_token="</s>", pad_token="<pad>", unk_token="<unk>",
        mask_token="<mask>", model_input_names=names, **settings,
    )  # fmt: skip


def _save(folder: Path, tokenizer: Tokenizer, kind: str, limit: int, **settings: Any) -> None:
    tokenizer.save(str(folder / "tokenizer.json"))
    settings = {"tokenizer_class": kind, "model_max_length": limit, **settings}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))


# --- networks -----------------------------------------------------------------------------------


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


def _dual(
    folder: Path,
    family: str,
    pictures: dict[str, Any],
    tokens: Callable[[Path], None] = byte_pairs,
    text: dict[str, Any] | None = None,
    vision: dict[str, Any] | None = None,
    network: str = "",
    **top: Any,
) -> Any:
    tokens(folder)
    save_pictures(folder, pictures)
    marks = _marks(folder)
    made = getattr(transformers, f"{family}Config")(
        text_config={**TEXT, **marks, **(text or {})},
        vision_config={**VISION, **(vision or {})},
        **top,
    )
    return save_network(folder, getattr(transformers, network or f"{family}Model")(made))


def _marks(folder: Path) -> dict[str, int]:
    """Numbers of the special tokens, by the names that configurations have for them."""
    settings = json.loads((folder / "tokenizer_config.json").read_text())
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    named = {"bos": "bos_token", "eos": "eos_token", "pad": "pad_token"}
    named |= {"bos": "cls_token", "eos": "sep_token"} if "cls_token" in settings else {}
    return {f"{key}_token_id": tokenizer.token_to_id(settings[one]) for key, one in named.items()}


def clip(folder: Path) -> None:
    """CLIP."""
    _dual(folder, "CLIP", CLIP_PICTURES, projection_dim=24)


def metaclip_2(folder: Path) -> None:
    """MetaCLIP 2: CLIP with a tokenizer of many languages."""
    _dual(folder, "MetaClip2", CLIP_PICTURES, sentence_pieces, projection_dim=24)


def altclip(folder: Path) -> None:
    """AltCLIP: CLIP's picture tower with XLM-R."""
    _dual(
        folder, "AltCLIP", CLIP_PICTURES, sentence_pieces,
        {"max_position_embeddings": 40, "type_vocab_size": 1, "project_dim": 28},
        projection_dim=24,
    )  # fmt: skip


def chinese_clip(folder: Path) -> None:
    """Chinese-CLIP: CLIP's picture tower with BERT."""
    pictures = {**CLIP_PICTURES, "image_processor_type": "ChineseCLIPImageProcessor"}
    _dual(folder, "ChineseCLIP", pictures, word_pieces, projection_dim=24)


def clipseg(folder: Path) -> None:
    """CLIPSeg, whose checkpoints hold the decoder too."""
    pictures = squares("ViTImageProcessor", resample=2, image_mean=[0.485, 0.456, 0.406],
                       image_std=[0.229, 0.224, 0.225])  # fmt: skip
    _dual(
        folder, "CLIPSeg", pictures, network="CLIPSegForImageSegmentation", projection_dim=24,
        extract_layers=[0, 1], reduce_dim=8, decoder_num_attention_heads=2,
        decoder_intermediate_size=16, decoder_hidden_act="relu", conditional_layer=0,
    )  # fmt: skip


def owlvit(folder: Path) -> None:
    """OWL-ViT as a detector, as it ships."""
    pictures = squares("OwlViTImageProcessor", do_center_crop=False, resample=3)
    pictures["crop_size"] = {"height": 32, "width": 32}
    _dual(
        folder, "OwlViT", pictures, lambda where: byte_pairs(where, 16),
        {"max_position_embeddings": 16}, network="OwlViTForObjectDetection", projection_dim=24,
    )  # fmt: skip


def owlv2(folder: Path) -> None:
    """OWLv2 as a detector, as it ships."""
    _dual(
        folder, "Owlv2", squares("Owlv2ImageProcessor", do_pad=True, resample=2),
        lambda where: byte_pairs(where, 16), {"max_position_embeddings": 16},
        network="Owlv2ForObjectDetection", projection_dim=24,
    )  # fmt: skip


def groupvit(folder: Path) -> None:
    """GroupViT."""
    pictures = {**CLIP_PICTURES}
    del pictures["image_processor_type"]  # its checkpoints name a feature extractor
    _dual(
        folder, "GroupViT", {**pictures, "feature_extractor_type": "CLIPFeatureExtractor"},
        vision={
            "depths": [1, 1, 1], "num_group_tokens": [8, 4, 0], "num_output_groups": [8, 4, 0],
            "num_hidden_layers": 3, "image_size": 32, "patch_size": 4,
        },
        projection_dim=24, projection_intermediate_dim=40,
    )  # fmt: skip


def aimv2(folder: Path) -> None:
    """AIMv2."""
    _dual(folder, "Aimv2", CLIP_PICTURES, vision={"is_native": False}, projection_dim=24)


def siglip(folder: Path) -> None:
    """SigLIP, and SigLIP 2 at a fixed resolution."""
    _dual(
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
    _dual(
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
    _dual(folder, "Align", pictures, word_pieces, vision=vision, projection_dim=64)


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
    _dual(
        folder, "Tipsv2", squares("Tipsv2ImageProcessor", do_normalize=False), sentence_pieces,
        vision={"num_register_tokens": 1, "mlp_ratio": 2},
    )  # fmt: skip


def blip(folder: Path) -> None:
    """BLIP with its retrieval head."""
    pictures = squares("BlipImageProcessor", resample=3)
    _dual(
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


# --- clips and sounds -----------------------------------------------------------------------------


def xclip(folder: Path) -> None:
    """X-CLIP."""
    pictures = {**CLIP_PICTURES, "image_processor_type": "VideoMAEImageProcessor"}
    _dual(
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
    text = {**TEXT, **_marks(folder), "projection_dim": 24, "max_position_embeddings": 40}
    made = transformers.ClapConfig(text_config=text, audio_config=audio, projection_dim=24)
    save_network(folder, transformers.ClapModel(made))


def clap(folder: Path) -> None:
    """CLAP, at a rate and length that keep it small."""
    _clap(folder, fused=False)


def clap_fused(folder: Path) -> None:
    """CLAP that joins parts of a long sound."""
    _clap(folder, fused=True)


# --- one modality ---------------------------------------------------------------------------------


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
        **{**TEXT, **_marks(folder), "max_position_embeddings": 40, "type_vocab_size": 1}
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


# --- sounds by their waveform ---------------------------------------------------------------------

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
    marks = _marks(folder)
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


# --- open_clip ------------------------------------------------------------------------------------


def open_clip(folder: Path) -> None:
    """A checkpoint of open_clip's, of the same network as `clip`."""
    import tempfile

    with tempfile.TemporaryDirectory() as kept:
        clip(Path(kept))
        network = transformers.CLIPModel.from_pretrained(kept, dtype=torch.float32)
        for name in ("tokenizer.json", "tokenizer_config.json"):
            (folder / name).write_bytes((Path(kept) / name).read_bytes())
    save_open_clip(folder, network)


def save_open_clip(folder: Path, network: Any) -> None:
    """Save a `CLIPModel` as open_clip does."""
    config, state = network.config, network.state_dict()
    text, vision = config.text_config, config.vision_config
    (folder / "open_clip_config.json").write_text(json.dumps({
        "model_cfg": {
            "embed_dim": config.projection_dim, "quick_gelu": vision.hidden_act == "quick_gelu",
            "vision_cfg": {
                "image_size": vision.image_size, "layers": vision.num_hidden_layers,
                "width": vision.hidden_size, "patch_size": vision.patch_size,
                "head_width": vision.hidden_size // vision.num_attention_heads,
                "mlp_ratio": vision.intermediate_size / vision.hidden_size,
            },
            "text_cfg": {
                "context_length": text.max_position_embeddings, "vocab_size": text.vocab_size,
                "width": text.hidden_size, "heads": text.num_attention_heads,
                "layers": text.num_hidden_layers,
                "mlp_ratio": text.intermediate_size / text.hidden_size,
            },
        },
        "preprocess_cfg": {
            "mean": CLIP_PICTURES["image_mean"], "std": CLIP_PICTURES["image_std"],
            "interpolation": "bicubic", "resize_mode": "shortest",
        },
    }))  # fmt: skip
    kept = {"logit_scale": state["logit_scale"]}
    kept["visual.proj"] = state["visual_projection.weight"].T
    kept["text_projection"] = state["text_projection.weight"].T
    kept["visual.class_embedding"] = state["vision_model.embeddings.class_embedding"]
    kept["visual.conv1.weight"] = state["vision_model.embeddings.patch_embedding.weight"]
    for ours, theirs in (
        ("visual.positional_embedding", "vision_model.embeddings.position_embedding.weight"),
        ("token_embedding.weight", "text_model.embeddings.token_embedding.weight"),
        ("positional_embedding", "text_model.embeddings.position_embedding.weight"),
    ):
        kept[ours] = state[theirs]
    for kind in ("weight", "bias"):
        kept[f"visual.ln_pre.{kind}"] = state[f"vision_model.pre_layrnorm.{kind}"]
        kept[f"visual.ln_post.{kind}"] = state[f"vision_model.post_layernorm.{kind}"]
        kept[f"ln_final.{kind}"] = state[f"text_model.final_layer_norm.{kind}"]
        for prefix, tower, count in (
            ("visual.", "vision_model", vision.num_hidden_layers),
            ("", "text_model", text.num_hidden_layers),
        ):
            for number in range(count):
                layer = f"{tower}.encoder.layers.{number}"
                block = f"{prefix}transformer.resblocks.{number}"
                attention = f"{layer}.self_attn"
                kept[f"{block}.attn.in_proj_{kind}"] = torch.cat(
                    [state[f"{attention}.{one}_proj.{kind}"] for one in "qkv"]
                )
                kept[f"{block}.attn.out_proj.{kind}"] = state[f"{attention}.out_proj.{kind}"]
                for one in ("1", "2"):
                    kept[f"{block}.ln_{one}.{kind}"] = state[f"{layer}.layer_norm{one}.{kind}"]
                kept[f"{block}.mlp.c_fc.{kind}"] = state[f"{layer}.mlp.fc1.{kind}"]
                kept[f"{block}.mlp.c_proj.{kind}"] = state[f"{layer}.mlp.fc2.{kind}"]
    contiguous = {name: tensor.contiguous() for name, tensor in kept.items()}
    save_file(contiguous, folder / "open_clip_model.safetensors")


OPEN_CLIP_TEXT = {
    "context_length": 32, "vocab_size": VOCABULARY, "width": 32, "heads": 2, "layers": 2,
    "mlp_ratio": 2.0,
}  # fmt: skip

Shapes = dict[str, tuple[int, ...]]


def open_clip_resnet(folder: Path) -> None:
    """open_clip's RN50, smaller."""
    byte_pairs(folder)
    depths, width, heads = [1, 2, 1, 1], 8, 4
    shapes: Shapes = {"visual.conv1.weight": (4, 3, 3, 3), "visual.conv2.weight": (4, 4, 3, 3),
                      "visual.conv3.weight": (8, 4, 3, 3)}  # fmt: skip
    shapes |= {**_batch_norm("visual.bn1", 4), **_batch_norm("visual.bn2", 4)}
    shapes |= _batch_norm("visual.bn3", 8)
    inputs = width
    for stage, depth in enumerate(depths):
        inside = width * 2**stage
        for block in range(depth):
            name = f"visual.layer{stage + 1}.{block}"
            sizes = ((inside, inputs, 1), (inside, inside, 3), (4 * inside, inside, 1))
            for number, (outputs, entering, side) in enumerate(sizes, 1):
                shapes[f"{name}.conv{number}.weight"] = (outputs, entering, side, side)
                shapes |= _batch_norm(f"{name}.bn{number}", outputs)
            if block == 0:
                shapes[f"{name}.downsample.0.weight"] = (4 * inside, inputs, 1, 1)
                shapes |= _batch_norm(f"{name}.downsample.1", 4 * inside)
            inputs = 4 * inside
    shapes["visual.attnpool.positional_embedding"] = (5, inputs)
    for part in "qkv":
        shapes |= _linear(f"visual.attnpool.{part}_proj", inputs, inputs)
    shapes |= {**_linear("visual.attnpool.c_proj", 24, inputs), **_open_clip_text("")}
    vision = {"image_size": 64, "layers": depths, "width": width, "patch_size": None,
              "head_width": 32 * width // heads}  # fmt: skip
    model = {"embed_dim": 24, "vision_cfg": vision, "text_cfg": OPEN_CLIP_TEXT, "quick_gelu": True}
    save_open_clip_weights(folder, model, shapes)


def open_clip_siglip(folder: Path) -> None:
    """A SigLIP of open_clip's: its picture tower has timm's names."""
    sentence_pieces(folder)  # whose mask has to be left out
    width = 48
    shapes: Shapes = {"visual.trunk.pos_embed": (1, 4, width), "logit_bias": ()}
    shapes["visual.trunk.patch_embed.proj.weight"] = (width, 3, 16, 16)
    shapes["visual.trunk.patch_embed.proj.bias"] = (width,)
    for number in range(2):
        block = f"visual.trunk.blocks.{number}"
        shapes |= {**_norm(f"{block}.norm1", width), **_norm(f"{block}.norm2", width)}
        shapes |= _linear(f"{block}.attn.qkv", 3 * width, width)
        shapes |= _linear(f"{block}.attn.proj", width, width)
        shapes |= _linear(f"{block}.mlp.fc1", 96, width) | _linear(f"{block}.mlp.fc2", width, 96)
    pool = "visual.trunk.attn_pool"
    shapes |= {f"{pool}.latent": (1, 1, width), **_norm("visual.trunk.norm", width)}
    shapes |= _linear(f"{pool}.q", width, width) | _linear(f"{pool}.kv", 2 * width, width)
    shapes |= {**_linear(f"{pool}.proj", width, width), **_norm(f"{pool}.norm", width)}
    shapes |= _linear(f"{pool}.mlp.fc1", 96, width) | _linear(f"{pool}.mlp.fc2", width, 96)
    shapes |= _open_clip_text("text.", projected=width, biased=True)
    vision = {"image_size": 32, "timm_model_name": "vit_base_patch16_siglip_224",
              "timm_model_pretrained": False, "timm_pool": "map", "timm_proj": "none"}  # fmt: skip
    text = {
        **OPEN_CLIP_TEXT, "hf_tokenizer_name": "timm/ViT-B-16-SigLIP2", "no_causal_mask": True,
        "tokenizer_kwargs": {"clean": "canonicalize"}, "proj_bias": True, "pool_type": "last",
        "norm_kwargs": {"eps": 1e-06}, "act_kwargs": {"approximate": "tanh"},
    }  # fmt: skip
    model = {"embed_dim": width, "init_logit_bias": -10, "custom_text": True,
             "vision_cfg": vision, "text_cfg": text}  # fmt: skip
    save_open_clip_weights(folder, model, shapes, mean=[0.5] * 3, resize_mode="squash")


def open_clip_convnext(folder: Path) -> None:
    """A CLIP of open_clip's with timm's ConvNeXt."""
    byte_pairs(folder)
    depths, widths = (1, 1, 2, 1), (8, 12, 16, 20)
    shapes: Shapes = {"visual.trunk.stem.0.weight": (8, 3, 4, 4), "visual.trunk.stem.0.bias": (8,),
                      **_norm("visual.trunk.stem.1", 8)}  # fmt: skip
    for stage, (depth, width) in enumerate(zip(depths, widths, strict=True)):
        name = f"visual.trunk.stages.{stage}"
        if stage:
            before = widths[stage - 1]
            shapes |= _norm(f"{name}.downsample.0", before)
            shapes[f"{name}.downsample.1.weight"] = (width, before, 2, 2)
            shapes[f"{name}.downsample.1.bias"] = (width,)
        for number in range(depth):
            block = f"{name}.blocks.{number}"
            shapes[f"{block}.gamma"] = shapes[f"{block}.conv_dw.bias"] = (width,)
            shapes |= {f"{block}.conv_dw.weight": (width, 1, 7, 7), **_norm(f"{block}.norm", width)}
            shapes |= _linear(f"{block}.mlp.fc1", 4 * width, width)
            shapes |= _linear(f"{block}.mlp.fc2", width, 4 * width)
    shapes |= _norm("visual.trunk.head.norm", 20) | _linear("visual.head.mlp.fc1", 48, 20)
    shapes |= {"visual.head.mlp.fc2.weight": (24, 48), **_open_clip_text("")}
    vision = {"image_size": 64, "timm_model_name": "convnext_base", "timm_pool": "",
              "timm_proj": "mlp", "timm_drop": 0.0, "timm_drop_path": 0.1}  # fmt: skip
    model = {"embed_dim": 24, "vision_cfg": vision, "text_cfg": OPEN_CLIP_TEXT}
    save_open_clip_weights(folder, model, shapes)


def open_clip_eva(folder: Path) -> None:
    """A CLIP of open_clip's with timm's EVA-02."""
    byte_pairs(folder)
    save_eva(folder, "eva02_base_patch16_clip_224", 96, 64)


def save_eva(folder: Path, name: str, width: int, side: int) -> None:
    """Save a CLIP with an EVA; the gated ones are the smaller."""
    trunk, gated, patch = "visual.trunk", "base" in name, int(name.partition("patch")[2][:2])
    shapes: Shapes = {f"{trunk}.cls_token": (1, 1, width)}
    shapes[f"{trunk}.pos_embed"] = (1, (side // patch) ** 2 + 1, width)
    shapes[f"{trunk}.patch_embed.proj.weight"] = (width, 3, patch, patch)
    shapes[f"{trunk}.patch_embed.proj.bias"] = (width,)
    for number in range(2):
        block = f"{trunk}.blocks.{number}"
        shapes |= {**_norm(f"{block}.norm1", width), **_norm(f"{block}.norm2", width)}
        shapes |= _linear(f"{block}.attn.proj", width, width)
        if gated:
            shapes |= _linear(f"{block}.attn.q_proj", width, width)
            shapes |= _linear(f"{block}.attn.v_proj", width, width)
            shapes |= {f"{block}.attn.k_proj.weight": (width, width)}
            shapes |= {**_norm(f"{block}.attn.norm", width), **_norm(f"{block}.mlp.norm", 56)}
            shapes |= _linear(f"{block}.mlp.fc1_g", 56, width)
            shapes |= _linear(f"{block}.mlp.fc1_x", 56, width)
        else:
            shapes |= {f"{block}.attn.qkv.weight": (3 * width, width)}
            shapes |= {f"{block}.attn.q_bias": (width,), f"{block}.attn.v_bias": (width,)}
            shapes |= _linear(f"{block}.mlp.fc1", 56, width)
        shapes |= _linear(f"{block}.mlp.fc2", width, 56)
    shapes |= {**_norm(f"{trunk}.norm", width), **_linear(f"{trunk}.head", 24, width)}
    shapes |= _open_clip_text("text.")
    vision = {"image_size": side, "timm_model_name": name, "timm_model_pretrained": False,
              "timm_pool": "token", "timm_proj": None}  # fmt: skip
    model = {"embed_dim": 24, "vision_cfg": vision, "text_cfg": OPEN_CLIP_TEXT,
             "custom_text": True}  # fmt: skip
    save_open_clip_weights(folder, model, shapes)


def open_clip_perception(folder: Path) -> None:
    """A Perception Encoder of open_clip's, by timm."""
    byte_pairs(folder)
    save_perception(folder, "vit_pe_core_base_patch16_224", 96, 64)


def save_perception(folder: Path, name: str, width: int, side: int) -> None:
    """Save a Perception Encoder; the largest has no class token."""
    trunk, patch = "visual.trunk", int(name.partition("patch")[2][:2])
    classed = "gigantic" not in name
    shapes: Shapes = {f"{trunk}.patch_embed.proj.weight": (width, 3, patch, patch)}
    shapes[f"{trunk}.pos_embed"] = (1, (side // patch) ** 2 + classed, width)
    if classed:
        shapes[f"{trunk}.cls_token"] = (1, 1, width)
    for number in range(2):
        block = f"{trunk}.blocks.{number}"
        shapes |= {**_norm(f"{block}.norm1", width), **_norm(f"{block}.norm2", width)}
        shapes |= _linear(f"{block}.attn.qkv", 3 * width, width)
        shapes |= _linear(f"{block}.attn.proj", width, width)
        shapes |= _linear(f"{block}.mlp.fc1", 56, width) | _linear(f"{block}.mlp.fc2", width, 56)
    pool = f"{trunk}.attn_pool"
    shapes |= {**_norm(f"{trunk}.norm_pre", width), **_norm(f"{trunk}.norm", width)}
    shapes |= {f"{pool}.latent": (1, 1, width), **_linear(f"{trunk}.head", 24, width)}
    shapes |= _linear(f"{pool}.q", width, width) | _linear(f"{pool}.kv", 2 * width, width)
    shapes |= {**_linear(f"{pool}.proj", width, width), **_norm(f"{pool}.norm", width)}
    shapes |= _linear(f"{pool}.mlp.fc1", 72, width) | _linear(f"{pool}.mlp.fc2", width, 72)
    shapes |= _open_clip_text("text.")
    vision = {"image_size": side, "timm_model_name": name, "timm_model_pretrained": False,
              "timm_pool": "map", "timm_proj": None}  # fmt: skip
    model = {"embed_dim": 24, "vision_cfg": vision, "text_cfg": OPEN_CLIP_TEXT,
             "custom_text": True}  # fmt: skip
    save_open_clip_weights(folder, model, shapes, mean=[0.5] * 3, resize_mode="squash")


def open_clip_clipa(folder: Path) -> None:
    """CLIPA's picture tower, whose vector is the mean of its patches."""
    byte_pairs(folder)
    shapes = {**_open_clip_vit(32), **_open_clip_text("")}
    shapes = {name: one for name, one in shapes.items() if "ln_pre" not in name}
    vision = {"image_size": 32, "layers": 2, "width": 32, "head_width": 16, "patch_size": 8,
              "mlp_ratio": 2.0, "no_ln_pre": True, "pool_type": "avg",
              "final_ln_after_pool": True}  # fmt: skip
    model = {"embed_dim": 24, "vision_cfg": vision, "text_cfg": OPEN_CLIP_TEXT}
    save_open_clip_weights(folder, model, shapes)


def open_clip_coca(folder: Path) -> None:
    """CoCa of open_clip's, with some of the decoder that no vector depends on."""
    byte_pairs(folder)
    shapes = _open_clip_vit(24)
    pool = "visual.attn_pool"
    shapes |= {f"{pool}.query": (6, 24), f"{pool}.attn.in_proj_bias": (72,)}
    shapes |= {f"{pool}.attn.q_proj_weight": (24, 24), f"{pool}.attn.k_proj_weight": (24, 32)}
    shapes |= {f"{pool}.attn.v_proj_weight": (24, 32), **_linear(f"{pool}.attn.out_proj", 24, 24)}
    shapes |= {**_norm(f"{pool}.ln_q", 24), **_norm(f"{pool}.ln_k", 32)}
    shapes |= {**_open_clip_text("text.", places=33), "text.cls_emb": (32,)}
    shapes |= {"text_decoder.text_projection": (32, 50)}
    vision = {"image_size": 32, "layers": 2, "width": 32, "head_width": 16, "patch_size": 8,
              "mlp_ratio": 2.0, "attentional_pool": True, "attn_pooler_heads": 2,
              "attn_pooler_queries": 6, "output_tokens": True}  # fmt: skip
    text = {**OPEN_CLIP_TEXT, "embed_cls": True, "output_tokens": True}
    model = {"embed_dim": 24, "vision_cfg": vision, "text_cfg": text, "custom_text": True,
             "multimodal_cfg": {"width": 32}}  # fmt: skip
    save_open_clip_weights(folder, model, shapes)


def open_clip_roberta(folder: Path) -> None:
    """A CLIP of open_clip's with XLM-R."""
    sentence_pieces(folder)
    config = transformers.XLMRobertaConfig(**{
        **TEXT, "hidden_size": 64, "num_attention_heads": 1, "max_position_embeddings": 40,
        "type_vocab_size": 1,
    })  # fmt: skip
    network = transformers.XLMRobertaModel(config, add_pooling_layer=False)
    shapes = _open_clip_vit(32)
    shapes |= {
        f"text.transformer.{name}": tuple(one.shape) for name, one in network.state_dict().items()
    }
    shapes |= {"text.proj.0.weight": (44, 64), "text.proj.2.weight": (24, 44)}
    vision = {"image_size": 32, "layers": 2, "width": 32, "head_width": 16, "patch_size": 8,
              "mlp_ratio": 2.0}  # fmt: skip
    text = {"hf_model_name": "xlm-roberta-base", "hf_tokenizer_name": "xlm-roberta-base",
            "hf_pooler_type": "mean_pooler", "context_length": 32}  # fmt: skip
    model = {"embed_dim": 24, "vision_cfg": vision, "text_cfg": text}
    save_open_clip_weights(folder, model, shapes)


def _linear(name: str, outputs: int, inputs: int) -> Shapes:
    return {f"{name}.weight": (outputs, inputs), f"{name}.bias": (outputs,)}


def _norm(name: str, width: int) -> Shapes:
    return {f"{name}.weight": (width,), f"{name}.bias": (width,)}


def _batch_norm(name: str, width: int) -> Shapes:
    return {
        **_norm(name, width), f"{name}.running_mean": (width,), f"{name}.running_var": (width,),
        f"{name}.num_batches_tracked": (),
    }  # fmt: skip


def _open_clip_blocks(before: str) -> Shapes:
    shapes: Shapes = {}
    for number in range(2):
        block = f"{before}transformer.resblocks.{number}"
        shapes |= {**_norm(f"{block}.ln_1", 32), **_norm(f"{block}.ln_2", 32)}
        shapes |= {f"{block}.attn.in_proj_weight": (96, 32), f"{block}.attn.in_proj_bias": (96,)}
        shapes |= _linear(f"{block}.attn.out_proj", 32, 32)
        shapes |= _linear(f"{block}.mlp.c_fc", 64, 32) | _linear(f"{block}.mlp.c_proj", 32, 64)
    return shapes


def _open_clip_vit(last: int) -> Shapes:
    return {
        "visual.class_embedding": (32,), "visual.conv1.weight": (32, 3, 8, 8),
        "visual.positional_embedding": (17, 32), **_norm("visual.ln_pre", 32),
        **_norm("visual.ln_post", last), "visual.proj": (last, 24), **_open_clip_blocks("visual."),
    }  # fmt: skip


def _open_clip_text(
    before: str, places: int = 32, projected: int = 24, *, biased: bool = False
) -> Shapes:
    shapes = {
        f"{before}token_embedding.weight": (VOCABULARY, 32), **_open_clip_blocks(before),
        f"{before}positional_embedding": (places, 32), **_norm(f"{before}ln_final", 32),
    }  # fmt: skip
    if biased:
        return shapes | _linear(f"{before}text_projection", projected, 32)
    return {**shapes, f"{before}text_projection": (32, projected)}


def save_open_clip_weights(
    folder: Path, model: dict[str, Any], shapes: Shapes, **pictures: Any
) -> None:
    """Save random weights of these shapes with their configuration, as open_clip does."""
    generator = torch.Generator().manual_seed(7)
    weights = {"logit_scale": torch.tensor(2.0)}
    for name, shape in shapes.items():
        noise = torch.randn(shape, generator=generator)
        if name.endswith("num_batches_tracked"):
            weights[name] = torch.tensor(100)
        elif name.endswith(("position_ids", "token_type_ids")):
            weights[name] = torch.zeros(shape, dtype=torch.long)
        elif name.endswith("running_var"):
            weights[name] = noise.abs() + 0.5
        elif len(shape) > 1:
            weights[name] = noise * (1.5 / noise[0].numel() ** 0.5)
        else:
            weights[name] = 0.2 * noise + (0.0 if name.endswith(("bias", "mean")) else 1.0)
    save_file(weights, folder / "open_clip_model.safetensors")
    said = {"mean": CLIP_PICTURES["image_mean"], "std": CLIP_PICTURES["image_std"],
            "interpolation": "bicubic", "resize_mode": "shortest", **pictures}  # fmt: skip
    settings = {"model_cfg": model, "preprocess_cfg": said}
    (folder / "open_clip_config.json").write_text(json.dumps(settings))


# --- matching networks ----------------------------------------------------------------------------


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
        text_config={**TEXT, **_marks(folder), "max_position_embeddings": 40},
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
