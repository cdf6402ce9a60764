"""Gradients and attention of real networks: right numbers, right places, nothing left behind."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch

from explorer.core.errors import QueryError
from explorer.encoders.space import Space
from explorer.encoders.starter import load_starter
from explorer.jobs import Control
from explorer.lenses.explanation.attention import heads
from explorer.lenses.explanation.grad_cam import recorded_map
from explorer.lenses.explanation.grad_eclip import _recorded as eclip_recorded
from explorer.lenses.explanation.match_cam import matching_pass, recorded_looking
from explorer.lenses.explanation.methods import METHODS, attention_of, available
from explorer.lenses.explanation.question import Question, forward_pass
from explorer.lenses.explanation.recording import (
    array_of,
    gradients,
    number_of,
    recorded_attention,
)
from explorer.lenses.word_patch import explain, explain_picture

PICTURE = np.random.default_rng(8).integers(0, 256, (48, 64, 3), dtype=np.uint8)
WITH_SUMMARY = ("clip", "metaclip_2", "altclip", "chinese_clip", "clipseg", "owlvit", "tipsv2")
ATTENDING = (*WITH_SUMMARY, "siglip", "siglip2", "blip", "aimv2", "open_clip", "open_clip_siglip",
             "open_clip_coca", "open_clip_eva", "open_clip_perception")  # fmt: skip


@pytest.mark.parametrize("family", ATTENDING)
def test_attention_is_recorded_and_the_network_left_as_it_was(tiny, family):
    space = tiny(family)
    encoder = space.encoder("image")
    plain = encoder.encode([encoder.preparation()(PICTURE)])[0]
    run = forward_pass(space, PICTURE)

    attention = recorded_attention(run)

    np.testing.assert_allclose(array_of(attention.vector), plain, atol=1e-4)
    tokens = run.skip + run.layout.count
    for layer in attention.layers:
        assert tuple(layer.shape)[2:] == (tokens, tokens)
        np.testing.assert_allclose(array_of(layer).sum(axis=-1), 1, atol=1e-4)
    assert not any(part._forward_hooks for part in run.module.modules())
    np.testing.assert_array_equal(encoder.encode([encoder.preparation()(PICTURE)])[0], plain)


def test_a_vector_that_is_no_summary_token_is_told_from_its_pool(tiny):
    pool = array_of(recorded_attention(forward_pass(tiny("open_clip_clipa"), PICTURE)).pool)
    np.testing.assert_allclose(pool, [0, *[1 / 16] * 16])  # the class token does not count

    for family in ("open_clip_coca", "open_clip_perception"):
        pool = array_of(recorded_attention(forward_pass(tiny(family), PICTURE)).pool)
        assert pool.shape == (17,)
        assert pool.sum() == pytest.approx(1, abs=1e-5)
        assert np.ptp(pool) > 0
    assert recorded_attention(forward_pass(tiny("clip"), PICTURE)).pool is None


def test_recorded_attention_is_the_softmax_of_queries_with_keys(tiny):
    run = forward_pass(tiny("clip"), PICTURE)
    part = run.module.encoder.layers[0].self_attn
    kept = {}
    handles = [
        one.register_forward_hook(lambda _, __, out, name=name: kept.update({name: out}))
        for name, one in (("q", part.q_proj), ("k", part.k_proj))
    ]
    recorded = array_of(recorded_attention(run).layers[0])[0]
    for handle in handles:
        handle.remove()

    q, k = (array_of(kept[name])[0].reshape(17, 2, 16) for name in "qk")
    for head in range(2):
        logits = q[:, head] @ k[:, head].T / 4
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        expected = powers / powers.sum(axis=1, keepdims=True)
        np.testing.assert_allclose(recorded[head], expected, atol=1e-5)


def test_gradients_of_attention_equal_differences(tiny):
    space = tiny("clip")
    target = np.random.default_rng(1).normal(size=space.dimension).astype(np.float32)
    run = forward_pass(space, PICTURE)
    attention = recorded_attention(run)
    (slope,) = gradients(number_of(attention.vector, target), attention.layers[-1:])

    def score(head: int, patch: int, change: float) -> float:
        # Adding to the attention of the summary token adds that much of the patch's value.
        layer = run.module.encoder.layers[-1].self_attn
        values = {}
        watch = layer.v_proj.register_forward_hook(lambda _, __, out: values.update(v=out))

        def nudged(_: object, inputs: tuple[torch.Tensor, ...]) -> tuple[torch.Tensor, ...]:
            mixed = inputs[0].clone()
            part = slice(16 * head, 16 * head + 16)
            mixed[0, 0, part] += change * values["v"][0, patch, part]
            return (mixed,)

        nudge = layer.out_proj.register_forward_pre_hook(nudged)
        vector = array_of(run.forward())
        watch.remove()
        nudge.remove()
        return float(vector @ target)

    for head, patch in ((0, 3), (1, 9), (1, 0)):
        difference = (score(head, patch, 0.01) - score(head, patch, -0.01)) / 0.02
        assert slope[0, head, 0, patch] == pytest.approx(difference, abs=2e-3)


def test_grad_cam_of_the_starter_has_the_gradient_of_its_vector(starter, photo):
    run = forward_pass(starter, photo("tabby-cat"))
    vector, features = recorded_map(run)
    target = starter.encode_contents("text", ["cat"])[0]
    (slope,) = gradients(number_of(vector, target), [features])
    channel = int(np.abs(slope[0]).sum(axis=(1, 2)).argmax())

    def score(change: float) -> float:
        def nudged(_: object, __: object, out: torch.Tensor) -> torch.Tensor:
            moved = out.clone()
            moved[0, channel, 2, 3] += change
            return moved

        handle = run.last_map.register_forward_hook(nudged)
        result = float(array_of(run.forward()) @ target)
        handle.remove()
        return result

    difference = (score(0.5) - score(-0.5)) / 1.0
    assert slope[0, channel, 2, 3] == pytest.approx(difference, rel=0.05, abs=1e-6)
    assert not run.last_map._forward_hooks


def test_grad_eclip_reads_three_projections_in_one(tiny):
    """BLIP computes queries, keys and values at once; they have to be told apart rightly."""
    run = forward_pass(tiny("blip"), PICTURE)
    attention = run.module.encoder.layers[-1].self_attn
    assert attention.head_dim == 16
    _, *parts, mixed = eclip_recorded(run)
    q, k, v = (array_of(one)[0].reshape(17, 2, 16) for one in parts)
    mixed = array_of(mixed)[0]
    for head in range(2):
        logits = q[:, head] @ k[:, head].T / 4
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        expected = powers / powers.sum(axis=1, keepdims=True) @ v[:, head]
        np.testing.assert_allclose(mixed.reshape(17, 2, 16)[:, head], expected, atol=1e-4)


def test_gradients_of_matching_equal_differences(tiny):
    """BLIP's matching head: words look at patches, which no vector of it does."""
    space = tiny("blip")
    run = matching_pass(space, PICTURE, "two dogs run")
    match, layers = recorded_looking(run)
    middle = (len(layers) - 1) // 2
    (slope,) = gradients(match, [layers[middle]])
    assert layers[middle].shape[-1] == run.skip + run.layout.count
    np.testing.assert_allclose(array_of(layers[middle]).sum(axis=-1), 1, atol=1e-5)
    part = run.module.encoder.layer[middle].crossattention.self

    def score(head: int, word: int, patch: int, change: float) -> float:
        values = {}
        watch = part.value.register_forward_hook(lambda _, __, out: values.update(v=out))

        def nudged(_: object, __: object, out: tuple) -> tuple:
            mixed, columns = out[0].clone(), slice(16 * head, 16 * head + 16)
            mixed[0, word, columns] += change * values["v"][0, patch, columns]
            return (mixed, *out[1:])

        nudge = part.register_forward_hook(nudged)
        result = float(run.forward().detach())
        watch.remove()
        nudge.remove()
        return result

    for head, word, patch in ((0, 1, 3), (1, 2, 9), (1, 0, 0)):
        difference = (score(head, word, patch, 0.01) - score(head, word, patch, -0.01)) / 0.02
        assert slope[0, head, word, patch] == pytest.approx(difference, rel=0.02, abs=2e-3)


def test_matching_is_what_the_network_itself_says(tiny):
    space = tiny("blip")
    module = space.encoder("image")._network.module()
    run = matching_pass(space, PICTURE, "two dogs run")
    pixels = {}
    watch = module.vision_model.register_forward_pre_hook(
        lambda _, args, kwargs: pixels.update(kwargs), with_kwargs=True
    )
    found = float(run.forward().detach())
    watch.remove()
    words, _ = space.encoder("text").batch_of("two dogs run")
    tensors = {name: torch.from_numpy(one) for name, one in words.items() if "type" not in name}
    no, yes = module(pixel_values=pixels["pixel_values"], **tensors).itm_score[0]
    assert found == pytest.approx(float((yes - no).detach()), abs=1e-4)


def test_words_of_a_matching_map_look_at_different_patches(tiny):
    explanation = explain_picture(tiny("blip"), PICTURE, "two dogs run", "match-cam", judged="no")
    maps = [one.map for one in explanation.words]
    assert [one.word for one in explanation.words] == ["two", "dogs", "run"]
    assert explanation.grid == (4, 4)
    assert all(one.min() >= 0 for one in maps)
    assert any(not np.allclose(maps[0], one) for one in maps[1:])
    assert "those of BLIP do" in available(tiny("clip"))["match-cam"]


def test_maps_lie_on_the_crop_that_the_network_saw(tiny):
    wide = np.random.default_rng(3).integers(0, 256, (40, 120, 3), dtype=np.uint8)
    for method in ("late-interaction", "relevance", "grad-eclip", "grad-cam"):
        explanation = explain_picture(tiny("clip"), wide, "a red bird", method, judged="no")
        assert explanation.grid == (4, 4)
        left, top, right, bottom = explanation.layout.box
        assert (left, right) == pytest.approx((1 / 3, 2 / 3), abs=0.02)
        assert (top, bottom) == pytest.approx((0, 1))
        assert all(40 <= one.peak[0] <= 80 for one in explanation.words)


def test_a_patch_that_changes_moves_attention_at_its_own_place(tiny):
    """Nothing is scrambled: the gradient with respect to the pixels lies where the token lies."""
    space = tiny("clip")
    picture = np.full((32, 32, 3), 127, np.uint8)
    changed = picture.copy()
    changed[8:16, 24:32] = 255  # row 1, column 3 of 4 x 4
    first, second = (space.encode_content_tokens("image", [one])[0] for one in (picture, changed))
    moved = np.linalg.norm(first.vectors - second.vectors, axis=1)
    assert moved.argmax() == 1 * 4 + 3


@pytest.mark.parametrize(
    ("family", "served", "refused"),
    [
        ("clip", set(METHODS) - {"match-cam"}, {"match-cam"}),
        ("blip", set(METHODS), set()),
        (
            "siglip",
            {"relevance", "rollout", "grad-cam", "rise"},
            {"late-interaction", "grad-eclip"},
        ),
        ("align", {"late-interaction", "grad-cam", "occlusion"}, {"attention", "relevance"}),
        ("groupvit", {"occlusion", "rise"}, {"late-interaction", "attention", "relevance"}),
        (
            "open_clip_resnet",
            {"grad-cam", "occlusion"},
            {"late-interaction", "attention", "relevance", "grad-eclip"},
        ),
        ("open_clip_convnext", {"grad-cam"}, {"late-interaction", "attention"}),
        (
            "open_clip_siglip",
            {"relevance", "rollout", "grad-cam"},
            {"late-interaction", "grad-eclip"},
        ),
        (
            "open_clip_coca",
            {"relevance", "rollout", "grad-cam"},
            {"late-interaction", "grad-eclip"},
        ),
        ("open_clip", set(METHODS) - {"match-cam"}, {"match-cam"}),
        (
            "open_clip_perception",
            {"relevance", "rollout", "grad-cam", "occlusion"},
            {"late-interaction", "grad-eclip"},
        ),
        (
            "open_clip_clipa",
            {"relevance", "rollout", "grad-cam"},
            {"late-interaction", "grad-eclip"},
        ),
        ("open_clip_eva", set(METHODS) - {"match-cam"}, {"match-cam"}),
    ],
)
def test_what_a_family_cannot_serve_has_a_reason(tiny, family, served, refused):
    reasons = available(tiny(family))
    assert {one for one in served if reasons[one]} == set()
    assert {one for one in refused if not reasons[one]} == set()
    assert all(reason == "" or reason.endswith(".") for reason in reasons.values())
    for method in served:
        explanation = explain_picture(tiny(family), PICTURE, "two dogs run", method, judged="no")
        assert [one.word for one in explanation.words] == ["two", "dogs", "run"]
        assert all(np.isfinite(one.map).all() for one in explanation.words)


def _rank_correlation(first: np.ndarray, second: np.ndarray) -> float:
    ranks = [np.argsort(np.argsort(one.ravel())) for one in (first, second)]
    return float(np.corrcoef(*ranks)[0, 1])


@pytest.fixture(scope="module")
def shuffled_starter(tmp_path_factory) -> Space:
    """The starter with the weights of its visual stream shuffled, tensor by tensor."""
    from explorer.bundled import assets_folder

    folder = tmp_path_factory.mktemp("shuffled")
    for path in (assets_folder() / "starter").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    weights = folder / "vision.safetensors"
    data = bytearray(weights.read_bytes())
    start = 8 + int.from_bytes(data[:8], "little")
    random = np.random.default_rng(0)
    for name, fact in json.loads(data[8:start]).items():
        if name == "__metadata__" or fact["dtype"] != "F16":
            continue
        begin, end = (start + one for one in fact["data_offsets"])
        values = np.frombuffer(bytes(data[begin:end]), np.float16)
        data[begin:end] = random.permutation(values).tobytes()
    weights.write_bytes(data)
    return load_starter(folder)


@pytest.mark.parametrize("method", [
    "late-interaction", "cosine", "transport", "interaction", "grad-cam", "occlusion", "rise",
])  # fmt: skip
def test_maps_change_when_the_starters_weights_are_shuffled(
    starter, shuffled_starter, photo, method
):
    """Adebayo et al. 2018, "Sanity Checks for Saliency Maps"."""
    picture, text = photo("honey-bee-on-a-flower"), "a bee on a flower"
    maps = []
    for space in (starter, shuffled_starter):
        explanation = explain_picture(space, picture, text, method, judged="no")
        maps.append(np.stack([one.map for one in explanation.words if one.content]))
    same = [_rank_correlation(a, b) for a, b in zip(*maps, strict=True)]
    assert max(same) < 0.75
    assert np.mean(same) < 0.6


@pytest.mark.parametrize(
    "method", ["relevance", "grad-eclip", "attention", "rollout", "grad-cam", "match-cam"]
)
def test_maps_change_when_a_transformers_weights_are_shuffled(tiny, method):
    """Adebayo et al. 2018, "Sanity Checks for Saliency Maps"."""
    space = tiny("blip" if method == "match-cam" else "clip")
    before = explain_picture(space, PICTURE, "a red bird", method, judged="no")
    module = forward_pass(space, PICTURE).module
    kept = {name: one.clone() for name, one in module.state_dict().items()}
    generator = torch.Generator().manual_seed(1)
    try:
        with torch.no_grad():
            for one in module.parameters():
                order = torch.randperm(one.numel(), generator=generator)
                one.copy_(one.flatten()[order].reshape(one.shape))
        after = explain_picture(space, PICTURE, "a red bird", method, judged="no")
    finally:
        module.load_state_dict(kept)
    again = explain_picture(space, PICTURE, "a red bird", method, judged="no")

    np.testing.assert_allclose(again.words[2].map, before.words[2].map, rtol=1e-4, atol=1e-7)
    assert _rank_correlation(before.words[2].map, after.words[2].map) < 0.8


def test_heads_and_layers_of_attention_can_be_chosen(tiny):
    question = Question(tiny("clip"), PICTURE, "a red bird")
    run = forward_pass(tiny("clip"), PICTURE)
    layers = [array_of(one)[0] for one in recorded_attention(run).layers]
    assert len(layers) == 2
    for layer in (0, 1, -1):
        maps, layout = heads(question, layer)
        assert maps.shape == (2, layout.rows, layout.cols)
        for head in range(2):
            np.testing.assert_allclose(maps[head].ravel(), layers[layer][head, 0, 1:], atol=1e-6)
    raw = METHODS["attention"].maps(question, Control()).values[0]
    np.testing.assert_allclose(raw, heads(question)[0].mean(axis=0), atol=1e-6)
    chosen = explain(question, attention_of(0, 1), judged="no")
    np.testing.assert_allclose(chosen.heat, heads(question, 0)[0][1], atol=1e-6)
    with pytest.raises(QueryError, match="no layer 2: this encoder's are 0 to 1"):
        explain(question, attention_of(2), judged="no")


def test_attention_alone_is_the_same_for_every_word(tiny):
    question = Question(tiny("clip"), PICTURE, "a red bird")
    for method in ("attention", "rollout"):
        values = METHODS[method].maps(question, Control()).values
        assert not METHODS[method].per_word
        assert (values == values[0]).all()
