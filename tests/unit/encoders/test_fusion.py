"""Grad-CAM of networks that join words and patches: right numbers, right places."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from click.testing import CliRunner

from explorer.app import App
from explorer.cli.command import explorer
from explorer.core.errors import QueryError, SpaceError
from explorer.encoders.devices import Device
from explorer.encoders.families.fusion import fusion_pass
from explorer.encoders.families.matcher_loading import load_matcher, open_matcher
from explorer.encoders.families.matching import Matcher
from explorer.jobs import Control
from explorer.lenses.match_explanation import explain_match, match_map
from explorer.media.preparation import AsIs
from explorer.viewstate.explaining_answers import Answers, Asked
from explorer.viewstate.explaining_subject import Subject

PICTURE = np.random.default_rng(8).integers(0, 256, (64, 96, 3), dtype=np.uint8)
TEXT = "two dogs run"


@pytest.fixture(params=["vilt", "bridgetower"])
def matcher(request: pytest.FixtureRequest, checkpoint: Callable[[str], Path]) -> Iterator[Matcher]:
    made = load_matcher(open_matcher(checkpoint(request.param)), "matcher", "0", Device())
    yield made
    made.close()


def last_layers(module: Any) -> list[Any]:
    """The last parts that the patches enter."""
    if hasattr(module, "vilt"):
        return [module.vilt.encoder.layer[-1]]
    tower = module.bridgetower
    return [tower.cross_modal_text_layers[-1], tower.cross_modal_image_layers[-1]]


def score_with(matcher: Matcher, text: str, channel: int, change: float, patches: int) -> float:
    """The match when one channel of all patches is changed as they enter the last layers."""
    module = matcher.network.module()
    text_layer = last_layers(module)[0] if not hasattr(module, "vilt") else None

    def nudge(part: Any, inputs: Any) -> Any:
        place = 1 if part is text_layer else 0
        moved = inputs[place].clone()
        moved[0, -patches:, channel] += change
        return (*inputs[:place], moved, *inputs[place + 1 :])

    handles = [part.register_forward_pre_hook(nudge) for part in last_layers(module)]
    match, _, _ = fusion_pass(matcher, PICTURE, text).forward()
    for handle in handles:
        handle.remove()
    return float(match.detach())


def test_grad_cam_equals_differences(matcher: Matcher) -> None:
    found, layout = match_map(matcher, PICTURE, TEXT)
    _, entering, order = fusion_pass(matcher, PICTURE, TEXT).forward()
    tokens = entering.detach().numpy()[0, -layout.count :]
    patches = np.empty_like(tokens)
    patches[order] = tokens
    weights = np.array([
        (score_with(matcher, TEXT, channel, 0.02, layout.count)
         - score_with(matcher, TEXT, channel, -0.02, layout.count)) / 0.04 / layout.count
        for channel in range(tokens.shape[1])
    ])  # fmt: skip
    expected = np.maximum(patches @ weights, 0).reshape(layout.rows, layout.cols)

    assert found.max() > 0
    np.testing.assert_allclose(found, expected, atol=0.05 * float(expected.max()))


def test_the_match_is_what_the_network_itself_says(matcher: Matcher) -> None:
    prepared = matcher.preparation()(PICTURE)
    (wanted,) = matcher.scores([prepared], [TEXT])
    match, _, _ = fusion_pass(matcher, PICTURE, TEXT).forward()
    assert float(torch.sigmoid(match.detach())) == pytest.approx(float(wanted), abs=1e-5)


def test_a_patch_that_changes_is_at_its_own_place(matcher: Matcher) -> None:
    """In ViLT patches come in a random order, another one each time."""
    run = fusion_pass(matcher, PICTURE, TEXT)
    rows, cols = run.layout.rows, run.layout.cols
    changed = PICTURE.copy()
    left, _, right, _ = run.layout.box
    across = round((left + (right - left) * (cols - 0.5) / cols) * 96)
    down = round((rows - 1.5) / rows * 64)
    changed[down - 3 : down + 3, across - 3 : across + 3] ^= 255
    module = matcher.network.module()
    first = {}

    def embedded(picture: np.ndarray) -> np.ndarray:
        """Patches before any of them has met another."""
        part = module.vilt.encoder.layer[0] if hasattr(module, "vilt") else (
            module.bridgetower.vision_model.visual.transformer.resblocks[0])  # fmt: skip
        keep = lambda _, inputs: first.update(tokens=inputs[0].detach())  # noqa: E731
        handle = part.register_forward_pre_hook(keep)
        _, _, order = fusion_pass(matcher, picture, TEXT).forward()
        handle.remove()
        tokens = first["tokens"]
        tokens = tokens[0] if tokens.shape[0] == 1 else tokens[:, 0]
        placed = np.empty((rows * cols, tokens.shape[1]), np.float32)
        placed[order] = tokens[-rows * cols :].numpy()
        return placed

    moved = np.linalg.norm(embedded(PICTURE) - embedded(changed), axis=1).reshape(rows, cols)
    assert np.unravel_index(moved.argmax(), moved.shape) == (rows - 2, cols - 1)
    assert moved.max() > 10 * np.median(moved)


def test_every_word_gets_a_map_and_the_network_is_left_as_it_was(matcher: Matcher) -> None:
    before = matcher.scores([matcher.preparation()(PICTURE)], [TEXT])
    first, again = (explain_match(matcher, PICTURE, "the dogs run") for _ in range(2))
    assert [one.word for one in first.words] == ["the", "dogs", "run"]
    assert [one.content for one in first.words] == [False, True, True]
    assert not np.allclose(first.words[1].map, first.words[2].map)
    for one, other in zip(first.words, again.words, strict=True):
        np.testing.assert_allclose(one.map, other.map, rtol=1e-3, atol=1e-5)
        assert 0 <= one.peak[0] < 96
    np.testing.assert_allclose(
        matcher.scores([matcher.preparation()(PICTURE)], [TEXT]), before, atol=1e-6
    )
    with pytest.raises(QueryError, match="no words"):
        explain_match(matcher, PICTURE, "…")


def test_maps_are_judged_by_the_networks_own_scores(matcher: Matcher) -> None:
    found = explain_match(matcher, PICTURE, "dogs run", judged=True)
    for one in (found, *found.words):
        assert one.faithfulness is not None
        assert one.faithfulness.random is not None
        assert 0 <= one.faithfulness.deletion <= 1


def test_it_is_explained_from_the_command_line_and_stands_beside_a_space(
    checkpoint: Callable[[str], Path], samples: Path, tmp_path: Path
) -> None:
    app = App(tmp_path / "home")
    app.spaces.add(checkpoint("vilt"), "vilt")
    photo = samples / "pictures" / "photos" / "tabby-cat.jpg"
    picture = app.decoder.content(photo, "image", AsIs())
    subject = Subject(0, "a", "cat", str(photo), "image", picture=picture)
    beside = Answers(app.tools).maps_of(Asked(subject, "a cat", "vilt", "cosine"), Control())
    app.close()
    assert beside.method == "grad-cam"

    result = CliRunner().invoke(explorer, [
        "--home", str(tmp_path / "home"), "explain", str(photo), "a cat", "--space", "vilt",
        "--json",
    ])  # fmt: skip
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert told["grid"] == list(beside.grid)
    np.testing.assert_allclose(told["words"][1]["map"], beside.words[1].map, atol=1e-3)
    assert "deletion" in told["faithfulness"]


def test_a_network_that_joins_no_patches_says_so(checkpoint: Callable[[str], Path]) -> None:
    blip = load_matcher(open_matcher(checkpoint("blip_2")), "blip", "0", Device())
    with pytest.raises(SpaceError, match="joins no patches with words"):
        match_map(blip, PICTURE, TEXT)
    blip.close()
