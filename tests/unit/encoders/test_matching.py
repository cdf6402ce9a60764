"""Networks that match pictures with texts: their scores are those of transformers itself."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import transformers

from explorer.core.errors import SpaceError
from explorer.encoders.devices import Device
from explorer.encoders.families import find_space
from explorer.encoders.families.matcher_loading import is_matcher, load_matcher, open_matcher
from explorer.encoders.families.matching import Matcher

NETWORKS = {
    "blip": "BlipForImageTextRetrieval", "blip_2": "Blip2ForImageTextRetrieval",
    "vilt": "ViltForImageAndTextRetrieval",
    "bridgetower": "BridgeTowerForImageAndTextRetrieval",
}  # fmt: skip


@pytest.fixture(params=NETWORKS)
def name(request: pytest.FixtureRequest) -> str:
    """Each family."""
    return str(request.param)


def loaded(folder: Path) -> Matcher:
    return load_matcher(open_matcher(folder), "matcher", "revision", Device())


def expected_logits(name: str, folder: Path, picture: np.ndarray, text: str) -> np.ndarray:
    """What transformers makes of one pair, with its own preparation."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        processor = transformers.AutoImageProcessor.from_pretrained(folder, backend="pil")
        tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
        model = getattr(transformers, NETWORKS[name]).from_pretrained(folder, dtype=torch.float32)
        inputs = {**processor([picture], return_tensors="pt"),
                  **tokenizer([text], return_tensors="pt")}  # fmt: skip
    if name.startswith("blip"):
        inputs.pop("token_type_ids")
    if name == "blip_2":
        inputs["use_image_text_matching_head"] = True
    with torch.inference_mode():
        result = model(**inputs)
    return {"blip": "itm_score", "blip_2": "logits_per_image"}.get(name, "logits"), result


def test_scores_are_those_of_transformers(
    name: str, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    matcher = loaded(checkpoint(name))
    pictures, texts = contents["image"][:3], contents["text"][:3]
    prepared = [matcher.preparation()(one) for one in pictures]

    scores = matcher.scores(prepared, texts)

    assert scores.dtype == np.float32
    for picture, text, score in zip(pictures, texts, scores, strict=True):
        key, result = expected_logits(name, checkpoint(name), picture, text)
        logits = getattr(result, key)
        wanted = logits.sigmoid() if name == "vilt" else logits.softmax(dim=-1)[:, 1:]
        assert score == pytest.approx(float(wanted), abs=2e-5)
    assert np.ptp(scores) > 1e-3


def test_neither_order_nor_company_changes_a_score(
    name: str, checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    matcher = loaded(checkpoint(name))
    pairs = [(one, text) for one in contents["image"] for text in contents["text"][:3]]
    prepared = [(matcher.preparation()(one), text) for one, text in pairs]

    together = matcher.scores(*zip(*prepared, strict=True))
    backwards = matcher.scores(*zip(*prepared[::-1], strict=True))[::-1]
    alone = [matcher.scores([one], [text])[0] for one, text in prepared]

    np.testing.assert_allclose(backwards, together, atol=2e-5)
    np.testing.assert_allclose(alone, together, atol=2e-5)


def test_full_memory_halves_the_batch(
    checkpoint: Callable[[str], Path], contents: dict[str, list]
) -> None:
    matcher = loaded(checkpoint("blip"))
    prepared = [matcher.preparation()(contents["image"][0])] * 8
    expected = matcher.scores(prepared, ["a cat"] * 8)
    run: Any = matcher.network.run
    sizes: list[int] = []

    def scarce(apply: Any, inputs: Any, *, unit: bool) -> Any:
        sizes.append(len(inputs["pixels"]))
        if sizes[-1] > 3:
            raise torch.OutOfMemoryError("CUDA out of memory.")
        return run(apply, inputs, unit=unit)

    matcher.network.run = scarce  # type: ignore[method-assign]
    np.testing.assert_allclose(matcher.scores(prepared, ["a cat"] * 8), expected, atol=1e-6)
    assert sizes == [8, 4, 2, 2, 2, 2]


def test_what_matches_is_told_from_what_does_not(
    tmp_path: Path, checkpoint: Callable[[str], Path], tiny: Any
) -> None:
    assert is_matcher(checkpoint("vilt"))
    assert is_matcher(checkpoint("blip"))  # it gives vectors as well
    assert not is_matcher(checkpoint("clip"))
    with pytest.raises(SpaceError, match="no network that matches"):
        open_matcher(checkpoint("clip"))
    with pytest.raises(SpaceError, match="puts the first hits in order"):
        find_space(checkpoint("vilt"))
    tiny.lxmert(tmp_path)
    with pytest.raises(SpaceError, match="regions that a detector has found"):
        open_matcher(tmp_path)
