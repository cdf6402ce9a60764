"""Every family: loaded from a folder, its vectors are those of transformers itself."""

from __future__ import annotations

import pickle
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import transformers

from explorer.core.errors import SpaceError
from explorer.core.tokens import GridLayout, TimeLayout, WordLayout
from explorer.encoders.devices import Device
from explorer.encoders.families import find_space
from explorer.encoders.space import Space

Open = Callable[[str], Space]
NETWORKS = {
    "clip": "CLIPModel", "metaclip_2": "MetaClip2Model", "altclip": "AltCLIPModel",
    "chinese_clip": "ChineseCLIPModel", "clipseg": "CLIPSegModel", "owlvit": "OwlViTModel",
    "owlv2": "Owlv2Model", "groupvit": "GroupViTModel", "aimv2": "Aimv2Model",
    "siglip": "SiglipModel", "siglip2": "Siglip2Model", "align": "AlignModel",
    "flava": "FlavaModel", "tipsv2": "Tipsv2Model", "dual": "VisionTextDualEncoderModel",
    "xclip": "XCLIPModel", "videoprism": "VideoPrismClipModel", "clap": "ClapModel",
    "clap_fused": "ClapModel",
}  # fmt: skip
"""Those that have ``get_*_features``."""

PADDED_TO_THE_END = {"siglip", "siglip2", "tipsv2", "videoprism"}
WORDS_WITHOUT_PLACE = {"dual", "videoprism", "sentence_cls", "open_clip_coca", "open_clip_roberta"}
PATCHES = {
    "clip": 16, "metaclip_2": 16, "altclip": 16, "chinese_clip": 16, "clipseg": 16, "owlvit": 16,
    "owlv2": 16, "align": 1, "flava": 16, "tipsv2": 16, "blip": 16, "dinov2": 16,
    "dinov2_registers": 16, "dinov3": 16, "vit": 16, "deit": 16, "vit_msn": 16, "ijepa": 16,
    "open_clip": 16, "open_clip_roberta": 16, "open_clip_eva": 16,
}  # fmt: skip


@pytest.fixture
def open_space(opened: Open) -> Open:
    """Load a family's tiny checkpoint; it is shared with other tests."""
    return opened


def same(vectors: np.ndarray, expected: np.ndarray) -> None:
    assert vectors.shape == expected.shape
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    unit = expected / np.linalg.norm(expected, axis=1, keepdims=True)
    assert (vectors * unit).sum(axis=1).min() >= 1 - 1e-5
    off = ~np.eye(len(vectors), dtype=bool)
    assert (vectors @ vectors.T)[off].min() < 0.9999, "all vectors are the same"


# --- vectors ------------------------------------------------------------------------------------


def prepared_by_transformers(name: str, folder: Path, content: str, items: list) -> dict[str, Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if content == "text":
            tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
            rule = "max_length" if name in PADDED_TO_THE_END else True
            limit = 64 if name in PADDED_TO_THE_END else None
            limit = min(limit or 1000, tokenizer.model_max_length)
            return dict(tokenizer(
                items, padding=rule, truncation=True, max_length=limit, return_tensors="pt"
            ))  # fmt: skip
        if content == "audio":
            extractor = transformers.ClapFeatureExtractor.from_pretrained(folder)
            return dict(extractor(
                [one.samples for one in items], sampling_rate=16_000, return_tensors="pt"
            ))  # fmt: skip
        processor = transformers.AutoImageProcessor.from_pretrained(folder, backend="pil")
        if content == "video":
            made = [processor(list(one), return_tensors="pt")["pixel_values"] for one in items]
            return {"pixel_values": torch.cat([one.reshape(1, *one.shape[-4:]) for one in made])}
        return dict(processor(items, return_tensors="pt"))


def reference(name: str, folder: Path, content: str, items: list) -> np.ndarray:
    inputs = prepared_by_transformers(name, folder, content, items)
    attention = {"attn_implementation": "eager"} if name == "aimv2" else {}
    kind = getattr(transformers, NETWORKS[name])
    network = kind.from_pretrained(folder, dtype=torch.float32, **attention)
    method = getattr(network, f"get_{content}_features")
    inputs.pop("token_type_ids" if name in ("blip",) else "", None)
    with torch.inference_mode():
        vectors = method(**inputs).pooler_output
    if name == "flava":
        vectors = vectors[:, 0]
    return vectors.numpy()


@pytest.mark.parametrize("name", [one for one in NETWORKS if one not in (
    "tipsv2", "videoprism", "xclip", "clap", "clap_fused")])  # fmt: skip
def test_pictures_have_the_vectors_that_transformers_gives(
    name: str, open_space: Open, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    # Preparation, network and head are all transformers' own on the other side.
    expected = reference(name, checkpoint(name), "image", contents["image"])

    same(open_space(name).encode_contents("image", contents["image"]), expected)


@pytest.mark.parametrize("name", list(NETWORKS))
def test_texts_have_the_vectors_that_transformers_gives(
    name: str, open_space: Open, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    expected = reference(name, checkpoint(name), "text", contents["text"])

    same(open_space(name).encode_contents("text", contents["text"]), expected)


@pytest.mark.parametrize("name", ["clap", "clap_fused"])
def test_sounds_have_the_vectors_that_transformers_gives(
    name: str, open_space: Open, checkpoint: Callable[[str], Path], contents: dict[str, list],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    # Theirs are cut at random; here its dice fall on the middle, and none is called longer.
    monkeypatch.setattr(np.random, "choice", lambda numbers: numbers[len(numbers) // 2])
    monkeypatch.setattr(np.random, "randint", lambda low, high: (high - 1) // 2)
    sounds = [one for one in contents["audio"] if one.rate == 16_000]
    expected = reference(name, checkpoint(name), "audio", sounds)

    same(open_space(name).encode_contents("audio", sounds), expected)


def test_clips_have_the_vectors_that_transformers_gives(
    open_space: Open, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    chosen = [one[np.linspace(0, len(one) - 1, 4).astype(int)] for one in contents["video"]]
    expected = reference("xclip", checkpoint("xclip"), "video", chosen)

    same(open_space("xclip").encode_contents("video", contents["video"]), expected)


def test_videoprism_and_tips_see_pixels_from_zero_to_one(
    open_space: Open, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    # Their processors need torchvision, which is not here: the pixels are Pillow's.
    for name, content, network, key in (
        ("videoprism", "video", transformers.VideoPrismClipModel, "pixel_values_videos"),
        ("tipsv2", "image", transformers.Tipsv2Model, "pixel_values"),
    ):
        space = open_space(name)
        preparation = space.encoder(content).preparation()
        pixels = np.stack([preparation(one) for one in contents[content]])
        values = torch.from_numpy(pixels).float().movedim(-1, -3) / 255
        model = network.from_pretrained(checkpoint(name), dtype=torch.float32)
        with torch.inference_mode():
            vectors = getattr(model, f"get_{content}_features")(**{key: values}).pooler_output
        same(space.encode_contents(content, contents[content]), vectors.flatten(1).numpy())


def test_blip_gives_the_cosines_of_its_retrieval_head(
    open_space: Open, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    folder, space = checkpoint("blip"), open_space("blip")
    pixels = prepared_by_transformers("blip", folder, "image", contents["image"])
    texts = prepared_by_transformers("blip", folder, "text", contents["text"])
    texts.pop("token_type_ids")
    model = transformers.BlipForImageTextRetrieval.from_pretrained(folder, dtype=torch.float32)
    with torch.inference_mode():
        expected = model(**pixels, **texts, use_itm_head=False).itm_score.numpy()

    pictures = space.encode_contents("image", contents["image"])
    words = space.encode_contents("text", contents["text"])

    np.testing.assert_allclose(pictures @ words.T, expected, atol=1e-5)
    assert np.ptp(expected) > 0.1


def test_blip_2_gives_its_text_vectors_and_the_mean_of_its_queries(
    open_space: Open, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    folder, space = checkpoint("blip_2"), open_space("blip_2")
    pixels = prepared_by_transformers("blip_2", folder, "image", contents["image"])
    texts = prepared_by_transformers("blip_2", folder, "text", contents["text"])
    texts.pop("token_type_ids")
    model = transformers.Blip2ForImageTextRetrieval.from_pretrained(folder, dtype=torch.float32)
    with torch.inference_mode():
        result = model(**pixels, **texts)

    same(space.encode_contents("image", contents["image"]), result.image_embeds.mean(dim=1).numpy())
    same(space.encode_contents("text", contents["text"]), result.text_embeds.numpy())


@pytest.mark.parametrize("content", ["image", "text"])
def test_open_clip_has_the_vectors_of_the_same_network(
    content: str, open_space: Open, checkpoint: Callable[[str], Path], tmp_path: Path, tiny: Any,
    contents: dict[str, list],
) -> None:  # fmt: skip
    folder = checkpoint("clip")
    for name in ("tokenizer.json", "tokenizer_config.json"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    network = transformers.CLIPModel.from_pretrained(folder, dtype=torch.float32)
    tiny.save_open_clip(tmp_path, network)
    expected = open_space("clip").encode_contents(content, contents[content])

    space = find_space(tmp_path).space("open_clip", "revision", Device())
    same(space.encode_contents(content, contents[content]), expected)


def test_pe_gives_the_vectors_of_its_own_forward_pass(
    open_space: Open, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    folder, space = checkpoint("pe_audio"), open_space("pe_audio")
    model = transformers.PeAudioModel.from_pretrained(folder, dtype=torch.float32)
    extractor = transformers.PeAudioFeatureExtractor.from_pretrained(folder)
    tokens = prepared_by_transformers("pe_audio", folder, "text", contents["text"])
    sounds = [one for one in contents["audio"] if one.rate == 16_000 and len(one.samples) < 60_000]
    heard = []
    for sound in sounds:
        inputs = extractor([sound.samples], sampling_rate=16_000, return_tensors="pt")
        with torch.inference_mode():
            result = model(**tokens, **inputs)
        heard.append(result.audio_embeds[0].numpy())

    same(space.encode_contents("text", contents["text"]), result.text_audio_embeds.numpy())
    same(space.encode_contents("audio", sounds), np.stack(heard))
    frames = transformers.PeAudioFrameLevelModel.from_pretrained(folder, dtype=torch.float32)
    with torch.inference_mode():
        expected = frames.get_audio_embeds(**inputs)[0].numpy()
    (steps,) = space.encode_content_tokens("audio", sounds[-1:])
    same(steps.vectors, expected)
    assert steps.layout.spans[-1][1] == pytest.approx(len(sounds[-1].samples) / 16_000, abs=0.01)


def test_pe_hears_pictures_sounds_and_words_at_once(
    tmp_path: Path, tiny: Any, contents: dict[str, list]
) -> None:
    pytest.importorskip("timm")
    tiny.pe_audio_video(tmp_path)
    texts = contents["text"][:3]
    space = find_space(tmp_path).space("pe", "revision", Device())
    model = transformers.PeAudioVideoModel.from_pretrained(tmp_path, dtype=torch.float32)
    tokens = prepared_by_transformers("pe_audio", tmp_path, "text", texts)
    encoder = space.encoder("video")
    clips = np.stack([encoder.preparation()(one) for one in contents["video"]])
    pixels = (torch.from_numpy(clips).float() / 255 - 0.5).movedim(-1, -3) / 0.5
    sounds = [space.encoder("audio").preparation()(one) for one in contents["audio"][:1]] * 3
    waves = torch.from_numpy(np.stack([one.features for one in sounds]))[:, None]
    with torch.inference_mode():
        result = model(**tokens, input_values=waves, pixel_values_videos=pixels)

    unit = torch.nn.functional.normalize
    heard, seen = unit(result.audio_embeds, dim=-1), unit(result.video_embeds, dim=-1)
    of_sounds = unit(result.text_audio_embeds, dim=-1)
    of_clips = unit(result.text_video_embeds, dim=-1)
    words = space.encode_contents("text", texts)
    clips_here = space.encode_contents("video", contents["video"])
    sounds_here = space.encode_prepared("audio", sounds)
    for ours, theirs in (
        (words @ sounds_here.T, of_sounds @ heard.T),
        (words @ clips_here.T, of_clips @ seen.T),
        (sounds_here @ clips_here.T, heard @ seen.T),
    ):
        np.testing.assert_allclose(2 * ours, theirs.numpy(), atol=1e-5)


@pytest.mark.parametrize(
    ("name", "pooled"),
    [
        ("dinov2", "first"), ("dinov2_registers", "first"), ("vit", "first"), ("deit", "first"),
        ("vit_msn", "first"), ("ijepa", "mean"),
    ],
)  # fmt: skip
def test_picture_encoders_by_themselves(
    name: str, pooled: str, open_space: Open, checkpoint: Callable[[str], Path],
    contents: dict[str, list],
) -> None:  # fmt: skip
    folder = checkpoint(name)
    inputs = prepared_by_transformers(name, folder, "image", contents["image"])
    model = transformers.AutoModel.from_pretrained(folder, dtype=torch.float32)
    with torch.inference_mode():
        hidden = model(**inputs).last_hidden_state
    expected = hidden[:, 0] if pooled == "first" else hidden.mean(dim=1)

    same(open_space(name).encode_contents("image", contents["image"]), expected.numpy())


def test_dinov3_is_resized_without_rounding_as_torchvision_does(
    open_space: Open, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    space, values = open_space("dinov3"), []
    mean, deviation = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])
    for picture in contents["image"]:
        scaled = torch.from_numpy(picture.copy()).permute(2, 0, 1)[None] / 255
        resized = torch.nn.functional.interpolate(
            scaled, (32, 32), mode="bilinear", antialias=True, align_corners=False
        )
        ours = torch.from_numpy(space.encoder("image").preparation()(picture)) / 255
        assert (ours - resized[0].permute(1, 2, 0)).abs().max() < 1e-5
        values.append((resized - mean[:, None, None]) / deviation[:, None, None])
    model = transformers.AutoModel.from_pretrained(checkpoint("dinov3"), dtype=torch.float32)
    with torch.inference_mode():
        expected = model(pixel_values=torch.cat(values)).pooler_output

    same(space.encode_contents("image", contents["image"]), expected.numpy())


def test_videomae_by_itself(
    open_space: Open, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    chosen = [one[np.linspace(0, len(one) - 1, 4).astype(int)] for one in contents["video"]]
    folder = checkpoint("videomae")
    inputs = prepared_by_transformers("videomae", folder, "video", chosen)
    model = transformers.AutoModel.from_pretrained(folder, dtype=torch.float32)
    with torch.inference_mode():
        expected = model(**inputs).last_hidden_state.mean(dim=1)

    same(open_space("videomae").encode_contents("video", contents["video"]), expected.numpy())


@pytest.mark.parametrize("name", ["roberta", "sentence", "sentence_cls"])
def test_text_encoders_by_themselves(
    name: str, open_space: Open, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    folder = checkpoint(name)
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    limit = 16 if name.startswith("sentence") else 32
    model = transformers.AutoModel.from_pretrained(folder, dtype=torch.float32)
    expected = []
    for text in contents["text"]:
        inputs = tokenizer(text, truncation=True, max_length=limit, return_tensors="pt")
        with torch.inference_mode():
            hidden = model(**inputs).last_hidden_state[0]
        if name != "sentence_cls":
            expected.append(hidden.mean(dim=0).numpy())
            continue
        weights = _tensors(folder / "2_Dense" / "model.safetensors")
        dense = weights["linear.weight"] @ hidden[0].numpy() + weights["linear.bias"]
        expected.append(np.tanh(dense))

    same(open_space(name).encode_contents("text", contents["text"]), np.stack(expected))


def _tensors(path: Path) -> dict[str, np.ndarray]:
    from safetensors.numpy import load_file

    return load_file(path)


# --- for all --------------------------------------------------------------------------------------


def test_a_vector_does_not_depend_on_its_batch(
    family: str, open_space: Open, contents: dict[str, list]
) -> None:
    space = open_space(family)

    for content in space.encoders:
        items = contents[content]
        together = space.encode_contents(content, items)
        alone = np.concatenate([space.encode_contents(content, [one]) for one in items])
        backwards = space.encode_contents(content, items[::-1])[::-1]
        np.testing.assert_allclose(alone, together, atol=2e-5)
        np.testing.assert_allclose(backwards, together, atol=2e-5)


def test_nothing_is_loaded_before_it_is_used(
    family: str, checkpoint: Callable[[str], Path]
) -> None:
    space = find_space(checkpoint(family)).space("new", "revision", Device())

    assert space.dimension == space.info.dimension > 0
    assert space.info.contents == tuple(space.encoders)
    for encoder in space.encoders.values():
        assert encoder.revision == "revision"
        assert not encoder._network.loaded


def test_preparations_cross_to_worker_processes_and_name_themselves(
    family: str, open_space: Open, contents: dict[str, list]
) -> None:
    for content, encoder in open_space(family).encoders.items():
        preparation = encoder.preparation()
        again = pickle.loads(pickle.dumps(preparation))
        assert repr(again) == repr(preparation)
        assert " at 0x" not in repr(preparation)
        first, second = preparation(contents[content][0]), again(contents[content][0])
        assert type(first) is type(second)
        if isinstance(first, np.ndarray):
            np.testing.assert_array_equal(first, second)


def test_tokens_have_the_right_layout(
    family: str, open_space: Open, contents: dict[str, list]
) -> None:
    space = open_space(family)

    for content, encoder in space.encoders.items():
        items = contents[content]
        if not encoder.gives_tokens:
            assert encoder.why_no_tokens
            with pytest.raises(SpaceError, match=encoder.why_no_tokens):
                space.encode_content_tokens(content, items)
            continue
        for item, tokens in zip(items, space.encode_content_tokens(content, items), strict=True):
            assert tokens.vectors.dtype == np.float32
            assert tokens.vectors.shape[1] == space.dimension
            np.testing.assert_allclose(np.linalg.norm(tokens.vectors, axis=1), 1, atol=1e-4)
            if content == "image":
                assert isinstance(tokens.layout, GridLayout)
                assert tokens.layout.count == PATCHES[family]
            elif content == "text":
                assert isinstance(tokens.layout, WordLayout)
                spans = [item[start:end] for start, end in tokens.layout.offsets]
                assert list(tokens.layout.words) == spans == item.split()[: len(spans)]
                assert len(spans) >= 2
            else:
                assert isinstance(tokens.layout, TimeLayout)


def test_which_families_give_tokens(family: str, open_space: Open) -> None:
    given = {content for content, one in open_space(family).encoders.items() if one.gives_tokens}

    assert ("image" in given) == (family in PATCHES)
    if "text" in open_space(family).encoders:
        assert ("text" in given) == (family not in WORDS_WITHOUT_PLACE)


@pytest.mark.parametrize("name", [one for one in PATCHES if one not in ("align", "ijepa")])
def test_the_summary_token_projected_like_a_patch_is_the_vector(
    name: str, open_space: Open, contents: dict[str, list]
) -> None:
    space = open_space(name)
    encoder: Any = space.encoder("image")
    prepared = [encoder.preparation()(one) for one in contents["image"]]

    rows = encoder._network.run(
        lambda module, batch: encoder._side.tokens(module, encoder._batch(module, batch)),
        {"pixels": np.stack(prepared)},
    )

    np.testing.assert_allclose(rows[:, 0], encoder.encode(prepared), atol=1e-5)


def test_a_centre_crop_says_what_part_of_the_picture_its_patches_cover(
    open_space: Open, contents: dict[str, list]
) -> None:
    (wide,) = open_space("clip").encode_content_tokens("image", contents["image"][:1])  # 90 x 60

    left, top, right, bottom = wide.layout.box
    assert (top, bottom) == (0, 1)
    assert left == pytest.approx(1 / 6, abs=0.02)
    assert right == pytest.approx(5 / 6, abs=0.02)


def test_a_short_sound_has_only_the_time_steps_it_lasts(
    open_space: Open, contents: dict[str, list]
) -> None:
    short = open_space("clap").encode_content_tokens("audio", contents["audio"][:1])[0]

    spans = short.layout.spans
    assert spans[0][0] == 0
    assert spans[-1][1] == pytest.approx(0.7)
    assert all(end > start for start, end in spans)


# --- scores ---------------------------------------------------------------------------------------


def test_softmax_scores_are_those_of_clip(
    open_space: Open, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    folder, space = checkpoint("clip"), open_space("clip")
    inputs = {
        **prepared_by_transformers("clip", folder, "image", contents["image"]),
        **prepared_by_transformers("clip", folder, "text", contents["text"]),
    }
    model = transformers.CLIPModel.from_pretrained(folder, dtype=torch.float32)
    with torch.inference_mode():
        expected = model(**inputs).logits_per_image.softmax(dim=1).numpy()
    cosines = space.encode_contents("image", contents["image"]) @ (
        space.encode_contents("text", contents["text"]).T
    )

    rule: Any = space.encoder("image").score_rule
    assert rule.kind == "softmax"
    np.testing.assert_allclose(rule.probabilities(cosines), expected, atol=1e-4)


def test_sigmoid_scores_are_those_of_siglip(
    open_space: Open, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    folder, space = checkpoint("siglip"), open_space("siglip")
    inputs = {
        **prepared_by_transformers("siglip", folder, "image", contents["image"]),
        **prepared_by_transformers("siglip", folder, "text", contents["text"]),
    }
    model = transformers.SiglipModel.from_pretrained(folder, dtype=torch.float32)
    with torch.inference_mode():
        expected = model(**inputs).logits_per_image.sigmoid().numpy()
    cosines = space.encode_contents("image", contents["image"]) @ (
        space.encode_contents("text", contents["text"]).T
    )

    rule: Any = space.encoder("text").score_rule
    assert rule.kind == "sigmoid"
    np.testing.assert_allclose(rule.probabilities(cosines), expected, atol=1e-4)
