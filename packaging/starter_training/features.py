"""Visual features of every view of every picture, computed once and kept.

The features are the mean over the picture of the outputs of blocks 10, 14 and 15 and of the last
feature map: 112 + 192 + 320 + 1280 = 1,904 numbers. Early ones know parts and textures, the last
one is closest to the classes that the network was trained on.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from explorer.encoders.starter.onnx_towers import OnnxTower
from explorer.jobs import Control
from starter_training.pictures import chance_of, clean_view, draw, fingerprint, varied_view

CHUNK = 128
CELLS = 16
SEED = 20261124


class Views(NamedTuple):
    """What is kept of every picture.

    ``features`` float16 (n, views, 1904), the clean view first; ``cells`` float16 (n, 16, 1904),
    some places of the clean view; ``fingerprints`` uint8 (n, 32).
    """

    features: NDArray[np.float16]
    cells: NDArray[np.float16]
    fingerprints: NDArray[np.uint8]


def make_views(location: str, count: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Squares uint8 (count, 224, 224, 3), the clean one first, and the clean one's fingerprint."""
    picture = draw(location)
    clean = clean_view(picture)
    chance = chance_of(location, SEED)
    varied = [varied_view(picture, chance) for _ in range(count - 1)]
    return np.stack([clean, *varied]), fingerprint(clean)


def features_of(
    locations: Sequence[str], views: int, tower: OnnxTower, folder: Path, control: Control
) -> Views:
    """Features of pictures, read from `folder` where they were made before.

    They are kept in chunks under a hash of what they were made from, so that an interrupted run
    loses one chunk at most.
    """
    chunks = [locations[start : start + CHUNK] for start in range(0, len(locations), CHUNK)]
    parts = []
    # One process decodes while another computes: that is all that two cores have room for.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        for place, chunk in enumerate(chunks):
            control.check()
            control.progress(place, len(chunks), f"{views} views a picture")
            name = hashlib.sha256(repr((chunk, views, SEED)).encode()).hexdigest()[:24]
            path = folder / f"{name}.npz"
            if not path.exists():
                _make_chunk(chunk, views, tower, path, pool)
            with np.load(path) as file:
                parts.append(Views(*(file[name] for name in Views._fields)))
    return Views(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _make_chunk(
    chunk: Sequence[str], views: int, tower: OnnxTower, path: Path, pool: ProcessPoolExecutor
) -> None:
    made: list[tuple[NDArray[Any], ...]] = []
    chance = np.random.default_rng(SEED)
    for squares, mark in _ahead(lambda one: pool.submit(make_views, one, views), chunk, 16):
        (cells,) = tower.run(["cells"], pixels=squares)
        cells = cells.reshape(len(squares), -1, cells.shape[-1])
        some = chance.choice(cells.shape[1], CELLS, replace=False)
        made.append(
            (cells.mean(axis=1).astype(np.float16), cells[0, some].astype(np.float16), mark)
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".part.npz")
    kept = Views(*(np.stack(column) for column in zip(*made, strict=True)))
    np.savez(partial, **kept._asdict())
    partial.replace(path)


def _ahead(
    submit: Callable[[str], Future[tuple[NDArray[np.uint8], NDArray[np.uint8]]]],
    inputs: Sequence[str],
    depth: int,
) -> Iterator[tuple[NDArray[np.uint8], NDArray[np.uint8]]]:
    """Results in order, with some of the next ones under way."""
    waiting: deque[Future[tuple[NDArray[np.uint8], NDArray[np.uint8]]]] = deque()
    for one in inputs:
        waiting.append(submit(one))
        if len(waiting) >= depth:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
