"""open_clip's checkpoints: vectors are those of its networks, written down here from its names."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import transformers
from safetensors.torch import load_file, save_file
from torch.nn import functional as F

from explorer.core.errors import SpaceError
from explorer.encoders.devices import Device
from explorer.encoders.families import find_space
from explorer.encoders.families.text_cleaning import cleaned
from explorer.encoders.space import Space

Open = Callable[[str], Space]
State = dict[str, torch.Tensor]
KINDS = ("open_clip_resnet", "open_clip_siglip", "open_clip_convnext", "open_clip_coca",
         "open_clip_roberta", "open_clip_eva", "open_clip_perception")  # fmt: skip


def state_of(folder: Path) -> State:
    return load_file(folder / "open_clip_model.safetensors")


def settings_of(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "open_clip_config.json").read_text()))


# --- networks, as open_clip and timm put them together --------------------------------------------


def linear(state: State, name: str, values: torch.Tensor) -> torch.Tensor:
    return F.linear(values, state[f"{name}.weight"], state.get(f"{name}.bias"))


def norm(state: State, name: str, values: torch.Tensor, epsilon: float = 1e-5) -> torch.Tensor:
    return F.layer_norm(
        values, values.shape[-1:], state[f"{name}.weight"], state[f"{name}.bias"], epsilon
    )


def attention(
    query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, heads: int,
    mask: torch.Tensor | None = None,
) -> torch.Tensor:  # fmt: skip
    """Step by step: (q, c), (t, c) and (t, c) to (q, c)."""
    parts = []
    for q, k, v in zip(*(one.chunk(heads, dim=-1) for one in (query, key, value)), strict=True):
        logits = q @ k.T / q.shape[-1] ** 0.5
        if mask is not None:
            logits = logits.masked_fill(~mask, -torch.inf)
        parts.append(logits.softmax(dim=-1) @ v)
    return torch.cat(parts, dim=-1)


def block(
    state: State, names: dict[str, str], x: torch.Tensor, heads: int,
    mask: torch.Tensor | None = None, act: Any = F.gelu, epsilon: float = 1e-5,
) -> torch.Tensor:  # fmt: skip
    inside = norm(state, names["norm1"], x, epsilon)
    weight, bias = state[names["qkv"] + "weight"], state[names["qkv"] + "bias"]
    mixed = attention(*F.linear(inside, weight, bias).chunk(3, dim=-1), heads, mask)
    x = x + linear(state, names["out"], mixed)
    inside = act(linear(state, names["fc1"], norm(state, names["norm2"], x, epsilon)))
    return x + linear(state, names["fc2"], inside)


def own_names(before: str, number: int) -> dict[str, str]:
    name = f"{before}transformer.resblocks.{number}"
    return {"norm1": f"{name}.ln_1", "norm2": f"{name}.ln_2", "qkv": f"{name}.attn.in_proj_",
            "out": f"{name}.attn.out_proj", "fc1": f"{name}.mlp.c_fc",
            "fc2": f"{name}.mlp.c_proj"}  # fmt: skip


def quick(values: torch.Tensor) -> torch.Tensor:
    return values * torch.sigmoid(1.702 * values)


def own_text(
    state: State, before: str, ids: list[int], act: Any, *, both_ways: bool, epsilon: float
) -> torch.Tensor:
    """Of one text, all tokens after the last normalisation: (t, c)."""
    x = state[f"{before}token_embedding.weight"][ids]
    x = x + state[f"{before}positional_embedding"][: len(ids)]
    mask = None if both_ways else torch.ones(len(ids), len(ids)).tril().bool()
    for number in range(2):
        x = block(state, own_names(before, number), x, 2, mask, act, epsilon)
    return norm(state, f"{before}ln_final", x, epsilon)


def batch_norm(state: State, name: str, x: torch.Tensor) -> torch.Tensor:
    mean, variance, scale, shift = (
        state[f"{name}.{one}"][:, None, None]
        for one in ("running_mean", "running_var", "weight", "bias")
    )
    return (x - mean) / (variance + 1e-5).sqrt() * scale + shift


def resnet(state: State, pixels: torch.Tensor) -> torch.Tensor:
    x = pixels[None]
    for number in (1, 2, 3):
        weight = state[f"visual.conv{number}.weight"]
        x = F.conv2d(x, weight, stride=2 if number == 1 else 1, padding=1)
        x = batch_norm(state, f"visual.bn{number}", x).relu()
    x = F.avg_pool2d(x, 2)
    for stage, depth in enumerate((1, 2, 1, 1)):
        for number in range(depth):
            name = f"visual.layer{stage + 1}.{number}"
            inside = x
            for conv, padding in ((1, 0), (2, 1), (3, 0)):
                if conv == 3 and stage and not number:
                    inside = F.avg_pool2d(inside, 2)
                weight = state[f"{name}.conv{conv}.weight"]
                inside = F.conv2d(inside, weight, padding=padding)
                inside = batch_norm(state, f"{name}.bn{conv}", inside)
                inside = inside.relu() if conv < 3 else inside
            if number == 0:
                x = F.avg_pool2d(x, 2) if stage else x
                x = F.conv2d(x, state[f"{name}.downsample.0.weight"])
                x = batch_norm(state, f"{name}.downsample.1", x)
            x = (inside + x).relu()
    places = x[0].flatten(1).T
    tokens = torch.cat([places.mean(dim=0, keepdim=True), places])
    tokens = tokens + state["visual.attnpool.positional_embedding"]
    q, k, v = (linear(state, f"visual.attnpool.{one}_proj", tokens) for one in "qkv")
    return linear(state, "visual.attnpool.c_proj", attention(q[:1], k, v, 4))[0]


def siglip_vit(state: State, pixels: torch.Tensor) -> torch.Tensor:
    before = "visual.trunk"
    x = F.conv2d(pixels[None], state[f"{before}.patch_embed.proj.weight"],
                 state[f"{before}.patch_embed.proj.bias"], stride=16)  # fmt: skip
    x = x[0].flatten(1).T + state[f"{before}.pos_embed"][0]
    for number in range(2):
        name = f"{before}.blocks.{number}"
        names = {"norm1": f"{name}.norm1", "norm2": f"{name}.norm2", "qkv": f"{name}.attn.qkv.",
                 "out": f"{name}.attn.proj", "fc1": f"{name}.mlp.fc1",
                 "fc2": f"{name}.mlp.fc2"}  # fmt: skip
        x = block(state, names, x, 12, epsilon=1e-6)
    x, pool = norm(state, f"{before}.norm", x, 1e-6), f"{before}.attn_pool"
    key, value = linear(state, f"{pool}.kv", x).chunk(2, dim=-1)
    asked = linear(state, f"{pool}.q", state[f"{pool}.latent"][0])
    found = linear(state, f"{pool}.proj", attention(asked, key, value, 12))
    inside = F.gelu(linear(state, f"{pool}.mlp.fc1", norm(state, f"{pool}.norm", found, 1e-6)))
    return (found + linear(state, f"{pool}.mlp.fc2", inside))[0]


def over_channels(state: State, name: str, x: torch.Tensor) -> torch.Tensor:
    return norm(state, name, x.movedim(1, -1), 1e-6).movedim(-1, 1)


def conv(state: State, name: str, x: torch.Tensor, **how: Any) -> torch.Tensor:
    return F.conv2d(x, state[f"{name}.weight"], state[f"{name}.bias"], **how)


def convnext(state: State, pixels: torch.Tensor) -> torch.Tensor:
    trunk = "visual.trunk"
    x = conv(state, f"{trunk}.stem.0", pixels[None], stride=4)
    x = over_channels(state, f"{trunk}.stem.1", x)
    for stage, depth in enumerate((1, 1, 2, 1)):
        name = f"{trunk}.stages.{stage}"
        if stage:
            x = over_channels(state, f"{name}.downsample.0", x)
            x = conv(state, f"{name}.downsample.1", x, stride=2)
        for number in range(depth):
            one = f"{name}.blocks.{number}"
            inside = conv(state, f"{one}.conv_dw", x, padding=3, groups=x.shape[1])
            inside = norm(state, f"{one}.norm", inside.movedim(1, -1), 1e-6)
            inside = linear(
                state, f"{one}.mlp.fc2", F.gelu(linear(state, f"{one}.mlp.fc1", inside))
            )
            x = x + (inside * state[f"{one}.gamma"]).movedim(-1, 1)
    pooled = norm(state, f"{trunk}.head.norm", x[0].mean(dim=(1, 2)), 1e-6)
    return linear(
        state, "visual.head.mlp.fc2", F.gelu(linear(state, "visual.head.mlp.fc1", pooled))
    )


def eva(
    state: State, pixels: torch.Tensor, heads: int = 12, patch: int = 16, *, after: bool = False
) -> torch.Tensor:
    """EVA-02's smaller ones turn queries and keys by complex numbers; its largest norms after."""
    trunk = "visual.trunk"
    x = conv(state, f"{trunk}.patch_embed.proj", pixels[None], stride=patch)[0]
    grid, x = x.shape[1], x.flatten(1).T
    x = torch.cat([state[f"{trunk}.cls_token"][0], x]) + state[f"{trunk}.pos_embed"][0]
    for number in range(2):
        name = f"{trunk}.blocks.{number}"
        gated = f"{name}.mlp.fc1_g.weight" in state

        def attend(inside: torch.Tensor, name: str = name, gated: bool = gated) -> torch.Tensor:
            if gated:
                q, k, v = (linear(state, f"{name}.attn.{one}_proj", inside) for one in "qkv")
                q, k = turned(q, grid, heads), turned(k, grid, heads)
                mixed = norm(state, f"{name}.attn.norm", attention(q, k, v, heads), 1e-6)
            else:
                q, k, v = F.linear(inside, state[f"{name}.attn.qkv.weight"]).chunk(3, dim=-1)
                q, v = q + state[f"{name}.attn.q_bias"], v + state[f"{name}.attn.v_bias"]
                mixed = attention(q, k, v, heads)
            return linear(state, f"{name}.attn.proj", mixed)

        def think(inside: torch.Tensor, name: str = name, gated: bool = gated) -> torch.Tensor:
            if gated:
                gate = linear(state, f"{name}.mlp.fc1_g", inside)
                inside = gate * torch.sigmoid(gate) * linear(state, f"{name}.mlp.fc1_x", inside)
                inside = norm(state, f"{name}.mlp.norm", inside, 1e-6)
            else:
                inside = F.gelu(linear(state, f"{name}.mlp.fc1", inside))
            return linear(state, f"{name}.mlp.fc2", inside)

        for part, which in ((attend, "norm1"), (think, "norm2")):
            if after:
                x = x + norm(state, f"{name}.{which}", part(x), 1e-6)
            else:
                x = x + part(norm(state, f"{name}.{which}", x, 1e-6))
    return linear(state, f"{trunk}.head", norm(state, f"{trunk}.norm", x, 1e-6)[0])


def perception(
    state: State, pixels: torch.Tensor, heads: int = 12, patch: int = 16
) -> torch.Tensor:
    trunk = "visual.trunk"
    x = F.conv2d(pixels[None], state[f"{trunk}.patch_embed.proj.weight"], stride=patch)[0]
    grid, x, first = x.shape[1], x.flatten(1).T, 0
    if f"{trunk}.cls_token" in state:
        x, first = torch.cat([state[f"{trunk}.cls_token"][0], x]), 1
    x = norm(state, f"{trunk}.norm_pre", x + state[f"{trunk}.pos_embed"][0])
    for number in range(2):
        name = f"{trunk}.blocks.{number}"
        inside = linear(state, f"{name}.attn.qkv", norm(state, f"{name}.norm1", x))
        q, k, v = inside.chunk(3, dim=-1)
        q, k = (turned(one, grid, heads, first, by_column=True) for one in (q, k))
        x = x + linear(state, f"{name}.attn.proj", attention(q, k, v, heads))
        inside = F.gelu(linear(state, f"{name}.mlp.fc1", norm(state, f"{name}.norm2", x)))
        x = x + linear(state, f"{name}.mlp.fc2", inside)
    x, pool = norm(state, f"{trunk}.norm", x), f"{trunk}.attn_pool"
    key, value = linear(state, f"{pool}.kv", x).chunk(2, dim=-1)
    asked = linear(state, f"{pool}.q", state[f"{pool}.latent"][0])
    found = linear(state, f"{pool}.proj", attention(asked, key, value, 8))
    inside = F.gelu(linear(state, f"{pool}.mlp.fc1", norm(state, f"{pool}.norm", found)))
    return linear(state, f"{trunk}.head", found + linear(state, f"{pool}.mlp.fc2", inside))[0]


def turned(
    tokens: torch.Tensor, grid: int, heads: int, first: int = 1, *, by_column: bool = False
) -> torch.Tensor:
    """The first half of a head's pairs turns with the row, the second with the column.

    Perception Encoder's have it the other way round, and count from one behind a class token.
    """
    width = tokens.shape[-1] // heads
    pairs = torch.view_as_complex(tokens[first:].reshape(-1, heads, width // 2, 2).contiguous())
    angles = torch.zeros(grid * grid, 1, width // 2)
    for place in range(grid * grid):
        for pair in range(width // 2):
            along = (place // grid, place % grid)[(pair // (width // 4)) ^ by_column]
            band = 10_000 ** -((pair % (width // 4)) / (width // 4))
            angles[place, 0, pair] = (along + first if by_column else along / grid * 16) * band
    turns = torch.polar(torch.ones_like(angles), angles)
    return torch.cat([tokens[:first], torch.view_as_real(pairs * turns).reshape(grid * grid, -1)])


def own_vit(state: State, pixels: torch.Tensor) -> torch.Tensor:
    """All tokens before the last normalisation: (17, 32)."""
    x = F.conv2d(pixels[None], state["visual.conv1.weight"], stride=8)[0].flatten(1).T
    x = torch.cat([state["visual.class_embedding"][None], x])
    x = x + state["visual.positional_embedding"]
    if "visual.ln_pre.weight" in state:
        x = norm(state, "visual.ln_pre", x)
    for number in range(2):
        x = block(state, own_names("visual.", number), x, 2)
    return x


def coca_picture(state: State, pixels: torch.Tensor) -> torch.Tensor:
    pool = "visual.attn_pool"
    seen = norm(state, f"{pool}.ln_k", own_vit(state, pixels))
    asked = norm(state, f"{pool}.ln_q", state[f"{pool}.query"])
    biases = state[f"{pool}.attn.in_proj_bias"].chunk(3)
    q, k, v = (
        F.linear(one, state[f"{pool}.attn.{part}_proj_weight"], bias)
        for part, one, bias in zip("qkv", (asked, seen, seen), biases, strict=True)
    )
    found = linear(state, f"{pool}.attn.out_proj", attention(q, k, v, 2))
    return norm(state, "visual.ln_post", found)[0] @ state["visual.proj"]


def coca_text(state: State, ids: list[int]) -> torch.Tensor:
    """Its padding is numbered 0, and its mask is one place too far to the right."""
    padded = torch.tensor(ids + [0] * (32 - len(ids)))
    x = torch.cat([state["text.token_embedding.weight"][padded], state["text.cls_emb"][None]])
    x = x + state["text.positional_embedding"]
    seen = torch.ones(33, dtype=torch.bool)
    seen[1 + len(ids) :] = False
    mask = torch.ones(33, 33).tril().bool() & seen
    for number in range(2):
        x = block(state, own_names("text.", number), x, 2, mask)
    return norm(state, "text.ln_final", x[-1]) @ state["text.text_projection"]


PICTURES: dict[str, Callable[[State, torch.Tensor], torch.Tensor]] = {
    "open_clip_resnet": resnet,
    "open_clip_siglip": siglip_vit,
    "open_clip_convnext": convnext,
    "open_clip_coca": coca_picture,
    "open_clip_eva": eva,
    "open_clip_perception": perception,
    "open_clip_roberta": lambda state, pixels: (
        norm(state, "visual.ln_post", own_vit(state, pixels)[0]) @ state["visual.proj"]
    ),
}


def text_vector(name: str, folder: Path, state: State, text: str) -> torch.Tensor:
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    if name == "open_clip_siglip":
        ids = tokenizer(
            cleaned(text, "canonical")[0], truncation=True, max_length=32, padding="max_length"
        )["input_ids"]
        tokens = own_text(state, "text.", ids, lambda one: F.gelu(one, approximate="tanh"),
                          both_ways=True, epsilon=1e-6)  # fmt: skip
        return linear(state, "text.text_projection", tokens[-1])
    text = cleaned(text, "spaces")[0] if name == "open_clip_roberta" else text
    ids = tokenizer(text, truncation=True, max_length=32)["input_ids"]
    if name == "open_clip_coca":
        return coca_text(state, ids)
    if name == "open_clip_roberta":
        tower = {
            one.removeprefix("text.transformer."): tensor for one, tensor in state.items()
            if one.startswith("text.transformer.")
        }  # fmt: skip
        config = transformers.XLMRobertaConfig(
            vocab_size=700, hidden_size=64, num_attention_heads=1, num_hidden_layers=2,
            intermediate_size=48, max_position_embeddings=40, type_vocab_size=1, pad_token_id=1,
        )  # fmt: skip
        network = transformers.XLMRobertaModel(config, add_pooling_layer=False).eval()
        network.load_state_dict(tower)
        mean = network(input_ids=torch.tensor([ids])).last_hidden_state[0].mean(dim=0)
        return linear(state, "text.proj.2", F.gelu(linear(state, "text.proj.0", mean)))
    act = quick if name == "open_clip_resnet" else F.gelu
    before = "text." if name in ("open_clip_eva", "open_clip_perception") else ""
    tokens = own_text(state, before, ids, act, both_ways=False, epsilon=1e-5)
    return tokens[int(np.argmax(ids))] @ state[f"{before}text_projection"]


def same(vectors: np.ndarray, expected: list[torch.Tensor]) -> None:
    wanted = F.normalize(torch.stack(expected), dim=-1).numpy()
    np.testing.assert_allclose(vectors, wanted, atol=2e-5)
    off = ~np.eye(len(vectors), dtype=bool)
    assert (vectors @ vectors.T)[off].min() < 0.9999, "all vectors are the same"


@pytest.mark.parametrize("name", KINDS)
def test_pictures_have_the_vectors_of_open_clips_network(
    name: str, opened: Open, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    folder, space = checkpoint(name), opened(name)
    state, said = state_of(folder), settings_of(folder)["preprocess_cfg"]
    mean, deviation = (torch.tensor(said[one])[:, None, None] for one in ("mean", "std"))
    expected = []
    for picture in contents["image"]:
        pixels = torch.from_numpy(space.encoder("image").preparation()(picture).copy())
        with torch.inference_mode():
            values = (pixels.permute(2, 0, 1) / 255 - mean) / deviation
            expected.append(PICTURES[name](state, values))

    same(space.encode_contents("image", contents["image"]), expected)


@pytest.mark.parametrize("name", KINDS)
def test_texts_have_the_vectors_of_open_clips_network(
    name: str, opened: Open, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    folder = checkpoint(name)
    state, texts = state_of(folder), [*contents["text"], "A Red_bird,  sits on-a   branch!"]
    with torch.inference_mode():
        expected = [text_vector(name, folder, state, text) for text in texts]

    same(opened(name).encode_contents("text", texts), expected)


@pytest.mark.parametrize("kind", ["means", "ends", "unprojected"])
def test_other_ways_to_a_vector(
    kind: str, tmp_path: Path, tiny: Any, contents: dict[str, list]
) -> None:
    """CLIPA takes the patches' mean, MetaCLIP's worldwide ones a mark, SigLIP's i18n no head."""
    shapes = {**tiny.open_clip_vit(32), **tiny.open_clip_text("", projected=24)}
    vision = {"image_size": 32, "layers": 2, "width": 32, "head_width": 16, "patch_size": 8,
              "mlp_ratio": 2.0}  # fmt: skip
    text = {**tiny.OPEN_CLIP_TEXT, "hf_tokenizer_name": "some/tokenizer"}
    if kind == "means":
        vision |= {"no_ln_pre": True, "pool_type": "avg", "final_ln_after_pool": True}
        text |= {"pool_type": "last", "no_causal_mask": True}
        shapes = {name: one for name, one in shapes.items() if "ln_pre" not in name}
    elif kind == "ends":
        vision |= {"pool_type": "avg"}
        text |= {"pool_type": "eos", "eos_id": 2}
    else:
        text |= {"pool_type": "last", "no_causal_mask": True, "proj_type": "none"}
        del shapes["text_projection"]
        shapes["visual.proj"] = (32, 32)
    tiny.sentence_pieces(tmp_path)
    dimension = 32 if kind == "unprojected" else 24
    tiny.save_open_clip_weights(
        tmp_path, {"embed_dim": dimension, "vision_cfg": vision, "text_cfg": text}, shapes
    )
    state, space = state_of(tmp_path), find_space(tmp_path).space("some", "revision", Device())
    tokenizer = transformers.AutoTokenizer.from_pretrained(tmp_path)

    said, seen = settings_of(tmp_path)["preprocess_cfg"], []
    mean, deviation = (torch.tensor(said[one])[:, None, None] for one in ("mean", "std"))
    for picture in contents["image"]:
        pixels = torch.from_numpy(space.encoder("image").preparation()(picture).copy())
        x = own_vit(state, (pixels.permute(2, 0, 1) / 255 - mean) / deviation)
        if kind == "means":
            x = norm(state, "visual.ln_post", x[1:].mean(dim=0))
        else:
            x = norm(state, "visual.ln_post", x)
            x = x[1:].mean(dim=0) if kind == "ends" else x[0]
        seen.append(x @ state["visual.proj"])
    read = []
    for one in contents["text"]:
        filled = {"padding": "max_length"} if kind != "ends" else {}
        ids = tokenizer(one, truncation=True, max_length=32, **filled)["input_ids"]
        x = own_text(state, "", ids, F.gelu, both_ways=kind != "ends", epsilon=1e-5)
        x = x[ids.index(2) if kind == "ends" else -1]
        read.append(x if kind == "unprojected" else x @ state["text_projection"])

    same(space.encode_contents("image", contents["image"]), seen)
    same(space.encode_contents("text", contents["text"]), read)
    assert space.encoder("image").gives_tokens == (kind != "means")


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("eva02_enormous_patch14_clip_224", True),
        ("eva_giant_patch14_224", False),
        ("vit_pe_core_gigantic_patch14_448", None),
    ],
)
def test_the_largest_ones(
    name: str, after: bool | None, tmp_path: Path, tiny: Any, contents: dict[str, list]
) -> None:
    tiny.byte_pairs(tmp_path)
    (tiny.save_perception if after is None else tiny.save_eva)(tmp_path, name, 64, 28)
    state, space = state_of(tmp_path), find_space(tmp_path).space("eva", "revision", Device())
    said, seen = settings_of(tmp_path)["preprocess_cfg"], []
    mean, deviation = (torch.tensor(said[one])[:, None, None] for one in ("mean", "std"))
    for picture in contents["image"]:
        pixels = torch.from_numpy(space.encoder("image").preparation()(picture).copy())
        values = (pixels.permute(2, 0, 1) / 255 - mean) / deviation
        if after is None:
            seen.append(perception(state, values, 16, 14))
        else:
            seen.append(eva(state, values, 16, 14, after=after))

    same(space.encode_contents("image", contents["image"]), seen)


def test_clipa_sees_no_mark_at_the_end_of_a_text(tmp_path: Path, tiny: Any) -> None:
    shapes = {**tiny.open_clip_vit(32), **tiny.open_clip_text("")}
    vision = {"image_size": 32, "layers": 2, "width": 32, "head_width": 16, "patch_size": 8,
              "mlp_ratio": 2.0}  # fmt: skip
    text = {**tiny.OPEN_CLIP_TEXT, "hf_tokenizer_name": "bert-base-uncased", "pool_type": "last",
            "no_causal_mask": True, "tokenizer_kwargs": {"strip_sep_token": True}}  # fmt: skip
    tiny.word_pieces(tmp_path)
    tiny.save_open_clip_weights(
        tmp_path, {"embed_dim": 24, "vision_cfg": vision, "text_cfg": text}, shapes
    )
    tower = find_space(tmp_path).space("some", "revision", Device()).encoder("text")._tower
    ids = torch.tensor([[101, 5, 6, 102, 0, 0]])  # [CLS] two words [SEP] in BERT's own numbers

    module = tower.network.module()
    with torch.inference_mode():
        found = tower.side.features(module, {"input_ids": ids})
        x = own_text(state_of(tmp_path), "", [101, 5, 6, 0, 0, 0], F.gelu, both_ways=True,
                     epsilon=1e-5)  # fmt: skip
    expected = x[-1] @ state_of(tmp_path)["text_projection"]
    np.testing.assert_allclose(found[0].numpy(), expected.numpy(), atol=1e-4)


def test_siglip_squeezes_a_picture_and_clip_cuts_its_middle(
    opened: Open, contents: dict[str, list]
) -> None:
    wide = contents["image"][0]  # 90 x 60
    for name, left in (("open_clip_siglip", 0.0), ("open_clip_coca", 1 / 6)):
        assert opened(name).encoder("image").preparation("tokens")(wide).box[0] == pytest.approx(
            left, abs=0.02
        )


def test_scores_have_the_checkpoints_scale_and_bias(
    opened: Open, checkpoint: Callable[[str], Path]
) -> None:
    bias = float(state_of(checkpoint("open_clip_siglip"))["logit_bias"])

    rule: Any = opened("open_clip_siglip").encoder("text").score_rule
    assert (rule.kind, rule.scale, rule.bias) == ("sigmoid", pytest.approx(np.e**2), bias)
    np.testing.assert_allclose(
        rule.probabilities([0.3]), 1 / (1 + np.exp(-(np.e**2) * 0.3 - bias)), rtol=1e-5
    )
    rule = opened("open_clip_resnet").encoder("image").score_rule
    assert (rule.kind, rule.scale, rule.bias) == ("softmax", pytest.approx(np.e**2), 0)


def test_words_keep_their_places_through_siglips_cleaning(opened: Open) -> None:
    text = "A Red_bird,  sits on-a   branch!"

    (tokens,) = opened("open_clip_siglip").encode_content_tokens("text", [text])

    words = [text[start:end] for start, end in tokens.layout.offsets]
    assert words == list(tokens.layout.words) == ["A", "Red", "bird", "sits", "on-a", "branch"]


@pytest.mark.parametrize(
    ("how", "kept"),
    [
        ("", " A_b,  C\n"),
        ("spaces", "A_b, C"),
        ("lower", "a_b, c"),
        ("canonical", "a b c"),
    ],
)
def test_cleaning_knows_where_letters_were(how: Any, kept: str) -> None:
    text = " A_b,  C\n"

    found, places = cleaned(text, how)

    assert found == kept
    for letter, place in zip(found, places, strict=True):
        if not letter.isspace():
            assert letter == (text[place].lower() if how in ("lower", "canonical") else text[place])
    assert cleaned("ﬁne İ", "lower") == ("ﬁne i̇", [0, 1, 2, 3, 4, 4])


# --- what is refused ------------------------------------------------------------------------------


def changed(folder: Path, into: Path, part: str, **settings: Any) -> Path:
    """A copy of a checkpoint whose configuration says something else."""
    for file in folder.iterdir():
        (into / file.name).write_bytes(file.read_bytes())
    said = settings_of(into)
    target = said["preprocess_cfg"] if part == "preprocess_cfg" else said["model_cfg"][part]
    target.update(settings)
    (into / "open_clip_config.json").write_text(json.dumps(said))
    return into


@pytest.mark.parametrize(
    ("name", "part", "settings", "why"),
    [
        ("open_clip_siglip", "vision_cfg", {"timm_model_name": "fastvit_mci2"},
         r"picture tower .*\(fastvit_mci2\) is of a kind"),
        ("open_clip_siglip", "vision_cfg", {"timm_model_name": "vit_base_patch16_siglip_gap_224"},
         "siglip_gap"),
        ("open_clip_siglip", "vision_cfg", {"timm_pool": "avg"}, "siglip_224"),
        ("open_clip_roberta", "vision_cfg", {"ls_init_value": 1e-4}, "ls_init_value"),
        ("open_clip_roberta", "text_cfg", {"hf_model_name": "google/mt5-base"},
         r"text tower .*\(google/mt5-base\) is of a kind"),
        ("open_clip_resnet", "text_cfg", {"no_causal_mask": True}, "argmax"),
        ("open_clip_siglip", "text_cfg", {"qk_norm": True}, "qk_norm"),
        ("open_clip_coca", "preprocess_cfg", {"resize_mode": "longest"}, "longest"),
    ],
)  # fmt: skip
def test_what_is_not_known_is_refused_by_its_name(
    name: str, part: str, settings: dict[str, Any], why: str, tmp_path: Path,
    checkpoint: Callable[[str], Path],
) -> None:  # fmt: skip
    folder = changed(checkpoint(name), tmp_path, part, **settings)

    with pytest.raises(SpaceError, match=why):
        find_space(folder)


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        ("open_clip_resnet", "visual.layer2.1.bn3.running_var"),
        ("open_clip_siglip", "visual.trunk.attn_pool.q.bias"),
        ("open_clip_convnext", "visual.trunk.head.norm.weight"),
        ("open_clip_coca", "text.cls_emb"),
        ("open_clip_eva", "visual.trunk.blocks.1.attn.norm.weight"),
        ("open_clip_perception", "visual.trunk.attn_pool.kv.weight"),
        ("open_clip_siglip", "visual.trunk.pos_embed"),
    ],
)
def test_weights_that_are_missing_are_not_made_up(
    name: str, lost: str, tmp_path: Path, checkpoint: Callable[[str], Path]
) -> None:
    changed(checkpoint(name), tmp_path, "vision_cfg")
    state = state_of(tmp_path)
    del state[lost]
    save_file(state, tmp_path / "open_clip_model.safetensors")

    with pytest.raises(SpaceError, match=r"other weights than its open_clip_config\.json"):
        find_space(tmp_path).space("broken", "revision", Device()).encode_contents("text", ["a"])


def test_a_folder_with_timms_weights_beside_is_read_as_open_clips(
    tmp_path: Path, checkpoint: Callable[[str], Path], opened: Open, contents: dict[str, list]
) -> None:
    name = "open_clip_resnet"
    changed(checkpoint(name), tmp_path, "vision_cfg")
    (tmp_path / "config.json").write_text(json.dumps({"architecture": "resnet50_clip"}))
    save_file({"conv1.weight": torch.zeros(1)}, tmp_path / "model.safetensors")

    space = find_space(tmp_path).space(name, "revision", Device())

    np.testing.assert_array_equal(
        space.encode_contents("image", contents["image"]),
        opened(name).encode_contents("image", contents["image"]),
    )
