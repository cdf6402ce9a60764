"""Measure a starter folder against its goals, through the very interface that the app uses."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from evaluate_starter import Picture, look_alike
from explorer.core.similarity import normalise
from explorer.core.tokens import GridLayout
from explorer.encoders.space import Space
from explorer.encoders.starter.architecture import WIDTH
from explorer.encoders.starter.encoders import PictureEncoder
from explorer.lenses.axes import category_silhouette, principal_axes
from explorer.lenses.retrieval import CUTS
from starter_training.held_out import Labelled, Pixels
from starter_training.pictures import draw, on_white
from starter_training.sources import Example

Floats = NDArray[np.float32]

COMPOSITIONS = (
    ("striped horse", "zebra"),
    ("spotted big cat", "leopard"),
    ("striped big cat", "tiger"),
    ("black and white bear", "panda"),
    ("bird that swims in icy water", "penguin"),
    ("pink bird with long legs", "flamingo"),
    ("desert horse with humps", "camel"),
    ("spotted animal with a long neck", "giraffe"),
    ("big grey animal with a horn on its nose", "rhinoceros"),
    ("insect with colourful wings", "butterfly"),
)
"""A description and the animal that is meant, written down before any of them was tried."""

SCENES = 100
SCENE_SIDE = 320
ROUNDS = 5


def found(queries: Floats, answers: Floats, asked: Sequence[str], named: Sequence[str]) -> dict:
    """Recall; an answer is right when its name is what was asked."""
    scores = queries @ answers.T
    right = np.asarray(asked)[:, None] == np.asarray(named)[None]
    best = np.where(right, scores, -np.inf).max(axis=1)
    ranks = (scores > best[:, None]).sum(axis=1)
    return {f"R@{cut}": round(float((ranks < cut).mean()), 3) for cut in CUTS}


def both_ways(
    space: Space, pictures: Sequence[Labelled], seen: Floats | None = None
) -> dict[str, Any]:
    """Every label asked once among all pictures, and every picture among all labels."""
    names = [picture.label for picture in pictures]
    labels = list(dict.fromkeys(names))
    if seen is None:
        seen = space.encode_contents("image", [picture.pixels for picture in pictures])
    said = space.encode_contents("text", labels)
    return {
        "pictures": len(pictures),
        "labels": len(labels),
        "text to picture": found(said, seen, labels, names),
        "picture to text": found(seen, said, names, labels),
        "same label next": same_next(seen, names),
    }


def same_next(vectors: Floats, names: Sequence[str]) -> float | None:
    """How often the nearest other picture has the same label, where there is one that has it."""
    scores = vectors @ vectors.T
    np.fill_diagonal(scores, -np.inf)
    labels = np.asarray(names)
    several = np.asarray([(labels == label).sum() > 1 for label in labels])
    if not several.any():
        return None
    return round(float((labels[scores.argmax(axis=1)] == labels)[several].mean()), 3)


def drawings(space: Space, examples: Sequence[Example]) -> dict[str, Any]:
    """Held-out clip art by its title, and drawings that share a keyword."""
    pixels = [on_white(draw(example.location)) for example in examples]
    vectors = space.encode_contents("image", pixels)
    named = [Labelled(p, e.title) for p, e in zip(pixels, examples, strict=True)]
    result = both_ways(space, named, vectors)
    encoder = space.encoder("image")
    assert isinstance(encoder, PictureEncoder)
    prepare = encoder.preparation()
    features = np.concatenate([encoder.features([prepare(one)]) for one in pixels])
    pictures = [Picture(Path(e.location), e.title, frozenset(e.keywords)) for e in examples]
    result["shared keyword, joint"] = look_alike(vectors, pictures, 60)
    plain = normalise(features - features.mean(axis=0))
    result["shared keyword, plain features"] = look_alike(plain, pictures, 60)
    return result


def words(space: Space, table: Path) -> dict[str, Any]:
    """Principal axis, silhouette and compositions on human norms (SEMCAT, concreteness)."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    common = [row for row in rows if row["common"] == "1"]
    listed = list(dict.fromkeys(row["word"] for row in rows))
    table_of = dict(zip(listed, space.encode_contents("text", listed)[:, :WIDTH], strict=True))
    vectors = np.stack([table_of[row["word"]] for row in common])
    categories = [row["category"] for row in common]
    rated = np.asarray([float(row["concreteness"] or "nan") for row in common])
    axis = principal_axes(vectors, [row["word"] for row in common], categories, rated, 1)[0]
    animals = [row["word"] for row in rows if row["category"] == "animal"]
    return {
        "word r": round(axis.word_r, 3),
        "category r": round(axis.category_r, 3),
        "low": axis.low,
        "high": axis.high,
        "silhouette": round(category_silhouette(vectors, categories), 4),
        "compositions": compositions(space, np.stack([table_of[a] for a in animals]), animals),
    }


def compositions(space: Space, vectors: Floats, animals: list[str]) -> dict[str, int]:
    """The rank of the animal that is meant among all animal words, from 1."""
    asked = space.encode_contents("text", [text for text, _ in COMPOSITIONS])[:, :WIDTH]
    ranks = {}
    for (text, meant), vector in zip(COMPOSITIONS, asked, strict=True):
        scores = dict(zip(animals, vectors @ vector, strict=True))
        ranks[f"{text}: {meant}"] = 1 + int(sum(one > scores[meant] for one in scores.values()))
    return ranks


def searches(space: Space, samples: Path) -> dict[str, Any]:
    """The ordinary searches listed with the sample media: at which rank a right picture comes."""
    with (samples / "searches.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    files = sorted(path for path in (samples / "pictures").rglob("*.*") if path.is_file())
    seen = space.encode_contents("image", [on_white(_opened(path)) for path in files])
    said = space.encode_contents("text", [row["query"] for row in rows])
    names = [path.relative_to(samples).as_posix() for path in files]
    ranks = {}
    for row, scores in zip(rows, said @ seen.T, strict=True):
        right = [names.index(name) for name in row["expected"].split(";") if name in names]
        ranks[row["query"]] = 1 + int((scores > scores[right].max()).sum()) if right else None
    known = [rank for rank in ranks.values() if rank is not None]
    return {
        "searches": len(known),
        "first": sum(rank == 1 for rank in known),
        "among ten": sum(rank <= 10 for rank in known),
        "rank": ranks,
    }


def _opened(path: Path) -> Image.Image:
    with Image.open(path) as file:
        return ImageOps.exif_transpose(file).convert("RGBA")


def pointing(space: Space, pictures: Sequence[Labelled], count: int, seed: int = 0) -> float:
    """How often a label's best patch lies in its own picture, two or four in one scene.

    From each label's map the mean over the labels of the scene is taken off, as in the app.
    """
    chance = np.random.default_rng(seed)
    hits = 0
    for _ in range(SCENES):
        some = _different(pictures, count, chance)
        side = SCENE_SIDE // 2
        height = side if count == 2 else SCENE_SIDE
        scene = np.full((height, SCENE_SIDE, 3), 255, np.uint8)
        for place, picture in enumerate(some):
            top, left = divmod(place, 2)
            scene[top * side : (top + 1) * side, left * side : (left + 1) * side] = _square(
                picture.pixels, side
            )
        (tokens,) = space.encode_content_tokens("image", [scene])
        assert isinstance(tokens.layout, GridLayout)
        said = space.encode_contents("text", [picture.label for picture in some])
        cosines = said @ tokens.vectors.T
        cosines = cosines - cosines.mean(axis=0)
        for place, values in enumerate(cosines):
            x, y = tokens.layout.centre(int(values.argmax()), SCENE_SIDE, height)
            hits += (int(y // side), int(x // side)) == divmod(place, 2)
    return round(hits / (SCENES * count), 3)


def _different(
    pictures: Sequence[Labelled], count: int, chance: np.random.Generator
) -> list[Labelled]:
    some: dict[str, Labelled] = {}
    for row in chance.permutation(len(pictures)):
        some.setdefault(pictures[row].label, pictures[row])
        if len(some) == count:
            break
    return list(some.values())


def _square(pixels: Pixels, side: int) -> Pixels:
    picture = Image.fromarray(pixels)
    picture.thumbnail((side, side))
    square = Image.new("RGB", (side, side), "white")
    square.paste(picture, ((side - picture.width) // 2, (side - picture.height) // 2))
    return np.asarray(square)


def seconds_each(space: Space, photos: Sequence[Path]) -> dict[str, float]:
    """Milliseconds for one photo from its file and for one short text, the median of many."""
    return {
        "photo ms": _median(
            lambda path: space.encode_contents(
                "image", [np.asarray(Image.open(path).convert("RGB"))]
            ),
            photos,
        ),
        "text ms": _median(
            lambda path: space.encode_contents("text", [path.stem.replace("-", " ")]), photos
        ),
    }


def _median(work: Callable[[Path], object], paths: Sequence[Path]) -> float:
    """The median over files of the best of some rounds: other work only makes a round slower."""
    times = []
    for path in paths:
        rounds = []
        for _ in range(ROUNDS):
            begin = time.perf_counter()
            work(path)
            rounds.append(time.perf_counter() - begin)
        times.append(min(rounds))
    return round(1000 * float(np.median(times)), 1)
