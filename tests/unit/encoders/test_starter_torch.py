"""The torch twin of the starter gives what the ONNX graphs give."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.bundled import assets_folder
from explorer.encoders.starter.onnx_towers import OnnxTower
from explorer.encoders.starter.torch_towers import TorchTower, load_text, load_vision

STARTER = assets_folder() / "starter"
DIMENSION = 512


@pytest.mark.parametrize(("height", "width"), [(224, 224), (320, 192)])
def test_both_visual_towers_agree(height: int, width: int) -> None:
    rng = np.random.default_rng(7)
    coarse = rng.integers(0, 256, (3, height // 16, width // 16, 3), dtype=np.uint8)
    pixels = coarse.repeat(16, axis=1).repeat(16, axis=2)
    outputs = ["vector", "patches", "features"]

    by_graph = OnnxTower(STARTER / "vision.onnx").run(outputs, pixels=pixels)
    by_torch = TorchTower(load_vision(STARTER, "cpu"), "cpu").run(outputs, pixels=pixels)

    shapes = [(3, DIMENSION), (3, height // 32, width // 32, DIMENSION), (3, 1280)]
    for ours, twin, shape in zip(by_graph, by_torch, shapes, strict=True):
        assert ours.shape == shape
        np.testing.assert_allclose(twin, ours, atol=1e-3)


def test_both_language_towers_agree() -> None:
    rng = np.random.default_rng(7)
    ids = rng.integers(1000, 30000, (3, 20))
    mask = (np.arange(20) < np.array([[20], [7], [2]])).astype(np.int64)
    outputs = ["vector", "pieces"]

    by_graph = OnnxTower(STARTER / "text.onnx").run(outputs, ids=ids, mask=mask)
    by_torch = TorchTower(load_text(STARTER, "cpu", DIMENSION), "cpu").run(
        outputs, ids=ids, mask=mask
    )

    seen = mask.astype(bool)
    assert by_graph[0].shape == (3, DIMENSION)
    np.testing.assert_allclose(by_torch[0], by_graph[0], atol=1e-3)
    np.testing.assert_allclose(by_torch[1][seen], by_graph[1][seen], atol=1e-3)
