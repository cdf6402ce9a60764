"""A small real space whose vectors are colours, pictures to index, and what a collection needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest
from PIL import Image

from explorer.api.encoder import Encoder, Preparation, Purpose
from explorer.api.host import PluginHost
from explorer.bundled import assets_folder, plugins_folder
from explorer.collection.collection import Collection
from explorer.collection.tools import Tools
from explorer.core.media import Unit
from explorer.core.similarity import Vectors, normalise
from explorer.encoders.catalogue import SpaceCatalogue
from explorer.encoders.space import Space, SpaceInfo
from explorer.media.decoder import Decoder
from explorer.media.preparation import AsIs

COLOURS: dict[str, tuple[int, int, int]] = {
    "red": (220, 30, 30),
    "green": (30, 160, 40),
    "blue": (30, 60, 220),
    "yellow": (240, 220, 40),
    "black": (15, 15, 15),
    "white": (245, 245, 245),
    "orange": (250, 140, 20),
    "violet": (140, 40, 200),
}
BINS = 4
DIMENSION = BINS**3


def _bins(pixels: np.ndarray) -> np.ndarray:
    coarse = np.minimum(pixels.reshape(-1, 3).astype(int) * BINS // 256, BINS - 1)
    return coarse @ np.array([BINS * BINS, BINS, 1])


class _Counting(Encoder):
    """Counts what it was given, and can be told to fail."""

    dimension = DIMENSION
    batch_size = 8

    def __init__(self, revision: str = "1") -> None:
        self.revision = revision
        self.encoded = 0
        self.room: int | None = None
        self.before: Callable[[], None] = lambda: None

    def preparation(self, purpose: Purpose = "vector") -> Preparation:
        return AsIs()

    def encode(self, inputs: Sequence[Any]) -> Vectors:
        self.before()
        if self.room is not None and len(inputs) > self.room:
            raise RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB")
        self.encoded += len(inputs)
        return normalise(np.stack([self.one(each) for each in inputs]) + 1e-4)

    def one(self, content: Any) -> np.ndarray:
        raise NotImplementedError


class ColourPictures(_Counting):
    """The colour histogram of a picture."""

    content: ClassVar[str] = "image"

    def one(self, content: Any) -> np.ndarray:
        return np.bincount(_bins(content), minlength=DIMENSION).astype(np.float32) / content.size


class ColourWords(_Counting):
    """The colours that a text names; other words give each other's likeness by their letters."""

    content: ClassVar[str] = "text"

    def one(self, content: Any) -> np.ndarray:
        vector = np.zeros(DIMENSION, np.float32)
        for word in re.findall(r"[a-z]+", content.lower()):
            if word in COLOURS:
                vector[_bins(np.array(COLOURS[word], np.uint8))] += 1
            else:
                vector[sum(map(ord, word)) % DIMENSION] += 0.05
        return vector


class MeanPictures(_Counting):
    """The mean colour of a picture, against grey."""

    content: ClassVar[str] = "image"
    dimension = 3

    def one(self, content: Any) -> np.ndarray:
        return content.reshape(-1, 3).mean(axis=0) / 128 - 1


class MeanWords(_Counting):
    """The mean of the colours that a text names, against grey."""

    content: ClassVar[str] = "text"
    dimension = 3

    def one(self, content: Any) -> np.ndarray:
        named = [
            COLOURS[word] for word in re.findall(r"[a-z]+", content.lower()) if word in COLOURS
        ]
        return np.mean(named or [(200, 128, 128)], axis=0) / 128 - 1


class ColourCatalogue(SpaceCatalogue):
    """Has the spaces colours and means; ``encoders`` may be changed before they are loaded."""

    def __init__(self) -> None:
        super().__init__(assets_folder())
        self.encoders: dict[str, _Counting] = {"image": ColourPictures(), "text": ColourWords()}
        self.means: dict[str, _Counting] = {"image": MeanPictures(), "text": MeanWords()}
        self._made: dict[str, Space] = {}

    def _own(self) -> dict[str, dict[str, _Counting]]:
        return {"colours": self.encoders, "means": self.means}

    def info(self, space_id: str) -> SpaceInfo:
        encoders = self._own().get(space_id)
        if encoders is None:
            return super().info(space_id)
        dimension = next(iter(encoders.values())).dimension
        return SpaceInfo(space_id, space_id, dimension, tuple(encoders), "1", "CC0-1.0", "")

    def load(self, space_id: str) -> Space:
        if space_id not in self._own():
            return super().load(space_id)
        if space_id not in self._made:
            self._made[space_id] = Space(self.info(space_id), self._own()[space_id])
        return self._made[space_id]

    def close(self) -> None:
        self._made.clear()
        super().close()


@pytest.fixture(scope="session")
def host() -> PluginHost:
    """The plugins that come with Explorer."""
    return PluginHost(plugins_folder(), entry_points=False)


@pytest.fixture(scope="session")
def decoder(host: PluginHost, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Decoder]:
    """Decoding processes for all tests; they are running before the first one."""
    decoder = Decoder(host, workers=2)
    file = tmp_path_factory.mktemp("warm") / "warm.png"
    Image.new("RGB", (8, 8)).save(file)
    for future in [decoder.preview(file, "pictures", "", Unit(), 8) for _ in range(9)]:
        future.result()  # each process takes one while it starts
    yield decoder
    decoder.close()


@pytest.fixture
def spaces() -> ColourCatalogue:
    """The spaces there are: colours."""
    return ColourCatalogue()


@pytest.fixture
def tools(host: PluginHost, decoder: Decoder, spaces: ColourCatalogue) -> Tools:
    """What a collection works with."""
    return Tools(spaces, decoder, host)


@pytest.fixture
def collection(tmp_path: Path, tools: Tools) -> Iterator[Collection]:
    """An empty collection."""
    collection = Collection.create(tmp_path / "collection", "test", tools, "colours")
    yield collection
    collection.close()


def paint(file: Path, colour: str, *, seed: int = 0, size: int = 24) -> Path:
    """Save a picture that is mostly of one colour."""
    random = np.random.default_rng(seed)
    pixels = np.full((size, size, 3), COLOURS[colour], np.uint8)
    spots = random.integers(0, size, (6, 2))
    pixels[spots[:, 0], spots[:, 1]] = random.integers(0, 256, (6, 3))
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(file)
    return file


@pytest.fixture(name="paint")
def paint_fixture() -> Callable[..., Path]:
    """Save a picture that is mostly of one colour: ``paint(file, "red", seed=1)``."""
    return paint


@pytest.fixture
def media(tmp_path: Path) -> Path:
    """A folder with sixteen pictures, two of each colour, in two folders."""
    folder = tmp_path / "media"
    for position, colour in enumerate(COLOURS):
        paint(folder / "a" / f"{colour}-one.png", colour, seed=position)
        paint(folder / "b" / f"{colour}-two.png", colour, seed=100 + position)
    return folder
