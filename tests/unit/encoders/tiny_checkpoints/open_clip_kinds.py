"""Checkpoints as open_clip saves them: one of `clip`'s network, and those that it alone has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
import transformers
from safetensors.torch import save_file

from tiny_checkpoints.saving import CLIP_PICTURES, TEXT
from tiny_checkpoints.tokens import VOCABULARY, byte_pairs, sentence_pieces
from tiny_checkpoints.two_towers import clip


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
    shapes |= {**_linear("visual.attnpool.c_proj", 24, inputs), **open_clip_text("")}
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
    shapes |= open_clip_text("text.", projected=width, biased=True)
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
    shapes |= {"visual.head.mlp.fc2.weight": (24, 48), **open_clip_text("")}
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
    shapes |= open_clip_text("text.")
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
    shapes |= open_clip_text("text.")
    vision = {"image_size": side, "timm_model_name": name, "timm_model_pretrained": False,
              "timm_pool": "map", "timm_proj": None}  # fmt: skip
    model = {"embed_dim": 24, "vision_cfg": vision, "text_cfg": OPEN_CLIP_TEXT,
             "custom_text": True}  # fmt: skip
    save_open_clip_weights(folder, model, shapes, mean=[0.5] * 3, resize_mode="squash")


def open_clip_clipa(folder: Path) -> None:
    """CLIPA's picture tower, whose vector is the mean of its patches."""
    byte_pairs(folder)
    shapes = {**open_clip_vit(32), **open_clip_text("")}
    shapes = {name: one for name, one in shapes.items() if "ln_pre" not in name}
    vision = {"image_size": 32, "layers": 2, "width": 32, "head_width": 16, "patch_size": 8,
              "mlp_ratio": 2.0, "no_ln_pre": True, "pool_type": "avg",
              "final_ln_after_pool": True}  # fmt: skip
    model = {"embed_dim": 24, "vision_cfg": vision, "text_cfg": OPEN_CLIP_TEXT}
    save_open_clip_weights(folder, model, shapes)


def open_clip_coca(folder: Path) -> None:
    """CoCa of open_clip's, with some of the decoder that no vector depends on."""
    byte_pairs(folder)
    shapes = open_clip_vit(24)
    pool = "visual.attn_pool"
    shapes |= {f"{pool}.query": (6, 24), f"{pool}.attn.in_proj_bias": (72,)}
    shapes |= {f"{pool}.attn.q_proj_weight": (24, 24), f"{pool}.attn.k_proj_weight": (24, 32)}
    shapes |= {f"{pool}.attn.v_proj_weight": (24, 32), **_linear(f"{pool}.attn.out_proj", 24, 24)}
    shapes |= {**_norm(f"{pool}.ln_q", 24), **_norm(f"{pool}.ln_k", 32)}
    shapes |= {**open_clip_text("text.", places=33), "text.cls_emb": (32,)}
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
    shapes = open_clip_vit(32)
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


def open_clip_vit(last: int) -> Shapes:
    """Shapes of the weights of a ViT whose last width is `last`."""
    return {
        "visual.class_embedding": (32,), "visual.conv1.weight": (32, 3, 8, 8),
        "visual.positional_embedding": (17, 32), **_norm("visual.ln_pre", 32),
        **_norm("visual.ln_post", last), "visual.proj": (last, 24), **_open_clip_blocks("visual."),
    }  # fmt: skip


def open_clip_text(
    before: str, places: int = 32, projected: int = 24, *, biased: bool = False
) -> Shapes:
    """Shapes of the weights of a text tower, under names that begin with `before`."""
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
