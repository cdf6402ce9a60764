"""Tiny checkpoints of every family, each made once."""

from __future__ import annotations

import importlib.util
import os
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from explorer.core.media import Pixels, Sound
from explorer.encoders.devices import Device
from explorer.encoders.families import find_space
from explorer.encoders.space import Space

Checkpoint = Callable[[str], Path]


def _load_builders() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "tiny_checkpoints", Path(__file__).with_name("tiny_checkpoints") / "__init__.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_FAMILIES = tuple(
    line.strip().removesuffix("(folder: Path) -> None:").removeprefix("def ")
    for file in sorted(Path(__file__).with_name("tiny_checkpoints").glob("*.py"))
    for line in file.read_text().splitlines()
    if re.match(r"def [a-z]", line) and line.endswith("(folder: Path) -> None:")
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run tests of `family` over all of them, without importing torch to collect them."""
    if "family" in metafunc.fixturenames:
        metafunc.parametrize("family", _FAMILIES)


@pytest.fixture(scope="session")
def tiny() -> Iterator[ModuleType]:
    """The builders; the library stays quiet while they work."""
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield _load_builders()


@pytest.fixture(scope="session")
def checkpoint(tmp_path_factory: pytest.TempPathFactory, tiny: ModuleType) -> Checkpoint:
    """Give the folder of a family's tiny checkpoint; it is made once and not to be changed."""
    import transformers

    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    made: dict[str, Path] = {}

    def folder(name: str) -> Path:
        if name not in made:
            path = tmp_path_factory.mktemp(name)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                getattr(tiny, name)(path)
            made[name] = path
        return made[name]

    return folder


@pytest.fixture(scope="session", autouse=True)
def _one_thread() -> Iterator[None]:
    """Networks this small are slower on several threads."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="session")
def opened(checkpoint: Checkpoint) -> Callable[[str], Space]:
    """Load a family's tiny checkpoint as a real one is loaded; each once, and not to be closed."""
    spaces: dict[str, Space] = {}

    def load(name: str) -> Space:
        if name not in spaces:
            spaces[name] = find_space(checkpoint(name)).space(name, "revision", Device())
        return spaces[name]

    return load


@pytest.fixture(scope="session")
def pictures() -> list[Pixels]:
    """Photos that come with scikit-image, small, in several proportions."""
    from PIL import Image
    from skimage import data

    photos = (data.chelsea(), data.coffee(), data.astronaut(), data.rocket())
    sizes = ((90, 60), (64, 64), (50, 110), (30, 20))
    return [
        np.asarray(Image.fromarray(photo).resize(size))
        for photo, size in zip(photos, sizes, strict=True)
    ]


@pytest.fixture(scope="session")
def sounds() -> list[Sound]:
    """Notes and noise: shorter and longer than what a tiny CLAP hears, one at another rate."""
    noise = np.random.default_rng(4)

    def note(pitch: float, seconds: float, rate: int) -> Sound:
        time = np.arange(round(seconds * rate)) / rate
        wave = np.sin(2 * np.pi * pitch * time * (1 + 0.2 * time)) * np.exp(-time)
        wave += 0.05 * noise.standard_normal(len(time))
        return Sound(wave.astype(np.float32), rate)

    return [note(220, 0.7, 16_000), note(900, 2, 16_000), note(440, 5, 16_000),
            note(330, 1.2, 22_050)]  # fmt: skip


@pytest.fixture(scope="session")
def clips(pictures: list[Pixels]) -> list[np.ndarray]:
    """Clips of several lengths in which a photo moves sideways."""
    return [
        np.stack([np.roll(picture, 3 * step, axis=1) for step in range(length)])
        for picture, length in zip(pictures[:3], (4, 9, 16), strict=True)
    ]


@pytest.fixture(scope="session")
def contents(
    tiny: ModuleType, pictures: list[Pixels], sounds: list[Sound], clips: list[np.ndarray]
) -> dict[str, list]:
    """Contents of every kind."""
    texts = [*tiny.SENTENCES[:6], "a cat", "a red bird sits on a blue sea at night and sings"]
    return {"image": pictures, "text": texts, "audio": sounds, "video": clips}
