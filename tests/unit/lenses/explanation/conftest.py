"""Spaces to explain in: the starter, tiny checkpoints, and one whose maps are known beforehand."""

from __future__ import annotations

import importlib.util
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest
from PIL import Image

from explorer.api.encoder import Encoder
from explorer.bundled import assets_folder
from explorer.core.media import Pixels
from explorer.core.similarity import normalise
from explorer.encoders.space import Space, SpaceInfo
from explorer.encoders.starter import load_starter

Open = Callable[[str], Space]


@pytest.fixture(scope="session")
def starter() -> Iterator[Space]:
    space = load_starter(assets_folder() / "starter")
    yield space
    space.close()


@pytest.fixture(scope="session")
def photo() -> Callable[[str], Pixels]:
    """Read a sample photo by its name."""
    folder = assets_folder() / "samples" / "pictures" / "photos"

    def read(name: str) -> Pixels:
        with Image.open(folder / f"{name}.jpg") as opened:
            return np.asarray(opened.convert("RGB"))

    return read


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Open:
    """Load a tiny checkpoint of a family, made by its real classes; each once."""
    from explorer.encoders.devices import Device
    from explorer.encoders.families import find_space

    path = Path(__file__).parents[2] / "encoders" / "tiny_checkpoints" / "__init__.py"
    name = "tiny_checkpoints"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            spec.loader.exec_module(sys.modules[name])
    spaces: dict[str, Space] = {}

    def load(family: str) -> Space:
        import transformers

        transformers.logging.set_verbosity_error()
        transformers.logging.disable_progress_bar()
        if family not in spaces:
            folder = tmp_path_factory.mktemp(family)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                getattr(sys.modules[name], family)(folder)
            spaces[family] = find_space(folder).space(family, "revision", Device())
        return spaces[family]

    return load


class _AsIs:
    def __call__(self, content: Any) -> Any:
        return content


class _Quarters(Encoder):
    """How red, green and blue the left upper quarter is; the rest makes no difference."""

    content: ClassVar[str] = "image"
    dimension, revision = 4, "0"

    def preparation(self, purpose: str = "vector") -> Any:
        return _AsIs()

    def encode(self, inputs: Sequence[Pixels]) -> np.ndarray:
        rows = []
        for picture in inputs:
            quarter = picture[: picture.shape[0] // 2, : picture.shape[1] // 2] / 255
            rows.append([*quarter.mean(axis=(0, 1)), 1.0])
        return normalise(np.array(rows, np.float32))


class _Colours(Encoder):
    """The words red, green and blue, along the axes of `_Quarters`."""

    content: ClassVar[str] = "text"
    dimension, revision = 4, "0"

    def preparation(self, purpose: str = "vector") -> Any:
        return _AsIs()

    def encode(self, inputs: Sequence[str]) -> np.ndarray:
        names = ("red", "green", "blue")
        rows = [[*(float(name in text) for name in names), 0.1] for text in inputs]
        return normalise(np.array(rows, np.float32))


@pytest.fixture
def quarters() -> Space:
    """A space without tokens or gradients, in which only one quarter of a picture counts."""
    info = SpaceInfo("quarters", "Quarters", 4, ("image", "text"), "0", "none", "")
    return Space(info, {"image": _Quarters(), "text": _Colours()})
