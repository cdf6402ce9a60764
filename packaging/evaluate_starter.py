"""Measure the starter on pictures it was not made from, and write what comes out.

    python packaging/evaluate_starter.py --keep --searches build/searches.json

Needs the Debian packages ``openclipart-png``, ``openclipart-svg`` (titles and keywords) and
``tuxpaint-stamps-default``. Results go in ``manifest.json`` under ``results``.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from explorer.encoders.space import Space
from explorer.encoders.starter import load_starter
from explorer.encoders.starter.architecture import WIDTH as TEXT_DIMENSIONS
from explorer.encoders.starter.encoders import PictureEncoder
from starter_sources import SEED, drawings, on_white, says_something

ROOT = Path(__file__).resolve().parents[1]
CLIP_ART = Path("/usr/share/openclipart")
STAMPS = Path("/usr/share/tuxpaint/stamps")

ALMOST_THE_SAME = 0.9

Floats = NDArray[np.float32]

STOP_WORDS = {
    "a", "an", "the", "of", "with", "and", "some", "in", "on", "from", "this", "is", "it", "to",
}  # fmt: skip

WORDS = (
    "dog", "cat", "bird", "fish", "horse", "flower", "tree", "car", "bicycle", "airplane",
    "ship", "house", "clock", "guitar", "umbrella", "hammer", "apple", "bread", "computer",
    "butterfly",
)  # fmt: skip
"""The twenty ordinary words that are searched for."""


class Picture(NamedTuple):
    """A picture with what is said about it."""

    path: Path
    title: str
    keywords: frozenset[str]


def clip_art(space: Space) -> tuple[list[Picture], Floats, Floats]:
    """Drawings that the starter was not fitted on, their vectors and their visual features.

    Half of Open Clip Art is kept back; of that half, drawings that look almost like one that was
    fitted on are left out, since many come in series.
    """
    told = drawings(CLIP_ART)
    pictures = [Picture(d.path, d.title, frozenset(d.keywords)) for d in told]
    vectors, features = picture_vectors(space, pictures)
    fitted = np.array([drawing.fitted for drawing in told])
    centred = unit(features - features[fitted].mean(axis=0))
    nearest = (centred @ centred[fitted].T).max(axis=1)
    rows = np.flatnonzero(~fitted & (nearest < ALMOST_THE_SAME))
    return [pictures[row] for row in rows], vectors[rows], features[rows]


def photos() -> list[Picture]:
    """The captioned photos among the sample media."""
    folder = ROOT / "assets" / "samples"
    with (folder / "pairs.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["a"].startswith("pictures/photos/")]
    return [Picture(folder / row["a"], row["b"], frozenset()) for row in rows]


def stamps(folder: Path = STAMPS) -> Iterator[Picture]:
    """Tux Paint's stamps with their descriptions (GPL: measured on, never shipped)."""
    for path in sorted(folder.rglob("*.png")):
        words = path.with_suffix(".txt")
        if words.exists() and not path.stem.endswith(("_mirror", "_flip")):
            title = words.read_text(encoding="utf-8").splitlines()[0].strip().lower()
            keywords = set(re.findall("[a-z]+", title)) - STOP_WORDS
            yield Picture(path, title, frozenset(keywords))


def titled(pictures: list[Picture], count: int) -> list[int]:
    """Rows of some pictures whose title says something of them alone."""
    uses = Counter(picture.title for picture in pictures)
    rows = [row for row, picture in enumerate(pictures)
            if uses[picture.title] <= 5 and says_something(picture.title, 1)]  # fmt: skip
    return random.Random(SEED).sample(rows, count)


def picture_vectors(space: Space, pictures: list[Picture]) -> tuple[Floats, Floats]:
    """Joint vectors (n, d) and plain visual features (n, 1280) of pictures."""
    encoder = space.encoder("image")
    assert isinstance(encoder, PictureEncoder)
    prepare = encoder.preparation()
    vectors, features = [], []
    for start in range(0, len(pictures), encoder.batch_size):
        batch = [prepare(on_white(p.path)) for p in pictures[start : start + encoder.batch_size]]
        vectors.append(encoder.encode(batch))
        features.append(encoder.features(batch))
    return np.concatenate(vectors), np.concatenate(features)


def retrieval(queries: Floats, answers: Floats, titles: list[str]) -> dict[str, float]:
    """R@1, R@5 and R@10 in percent; an answer is right when its title is the query's."""
    names = np.array(titles)
    scores = queries @ answers.T
    best = np.where(names[:, None] == names[None], scores, -np.inf).max(axis=1)
    ranks = (scores > best[:, None]).sum(axis=1)
    return {f"R@{k}": round(100 * float((ranks < k).mean()), 1) for k in (1, 5, 10)}


def look_alike(vectors: Floats, pictures: list[Picture], most: int) -> dict[str, float]:
    """Find pictures that share a keyword: mean average precision and R@1 in percent.

    Keywords of more than `most` pictures say too little, those of one picture nothing.
    """
    uses = Counter(word for picture in pictures for word in picture.keywords)
    labels = [{w for w in p.keywords if 2 <= uses[w] <= most} for p in pictures]
    rows = [row for row, label in enumerate(labels) if label]
    columns = {word: column for column, word in enumerate(sorted(set().union(*labels)))}
    members = np.zeros((len(rows), len(columns)), np.float32)
    for row, source in enumerate(rows):
        members[row, [columns[word] for word in labels[source]]] = 1
    scores = vectors[rows] @ vectors[rows].T
    np.fill_diagonal(scores, -np.inf)
    precisions, first = [], []
    for row in range(len(rows)):
        order = np.argsort(-scores[row])[:-1]
        right = members[order] @ members[row] > 0
        hits = np.flatnonzero(right)
        if len(hits):
            precisions.append(float(((np.arange(len(hits)) + 1) / (hits + 1)).mean()))
            first.append(bool(right[0]))
    return {
        "mAP": round(100 * float(np.mean(precisions)), 1),
        "R@1": round(100 * float(np.mean(first)), 1),
        "pictures": len(precisions),
    }


def unit(vectors: Floats) -> Floats:
    """Vectors at unit length."""
    result: Floats = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return result


def by_keyword(space: Space, vectors: Floats, pictures: list[Picture]) -> dict[str, float]:
    """Search for every keyword of 3 to 60 pictures: right ones among the first ten, in percent."""
    uses = Counter(word for picture in pictures for word in picture.keywords)
    words = sorted(word for word, count in uses.items() if 3 <= count <= 60 and word.isalpha())
    order = np.argsort(-(space.encode_contents("text", words) @ vectors.T), axis=1)[:, :10]
    shares = [
        sum(word in pictures[row].keywords for row in rows) / min(10, uses[word])
        for word, rows in zip(words, order, strict=True)
    ]
    return {"P@10": round(100 * float(np.mean(shares)), 1), "words": len(words)}


def both_ways(space: Space, vectors: Floats, pictures: list[Picture]) -> dict[str, Any]:
    """Titles to pictures and back."""
    titles = [picture.title for picture in pictures]
    words = space.encode_contents("text", titles)
    return {
        "pictures": len(pictures),
        "text to picture": retrieval(words, vectors, titles),
        "picture to text": retrieval(vectors, words, titles),
    }


def alike(vectors: Floats, features: Floats, pictures: list[Picture], most: int) -> dict[str, Any]:
    """Picture to picture by the joint vector, by its meaning alone, and by plain features."""
    return {
        "joint": look_alike(vectors, pictures, most),
        "meaning alone": look_alike(unit(vectors[:, :TEXT_DIMENSIONS]), pictures, most),
        "plain features": look_alike(unit(features - features.mean(axis=0)), pictures, most),
    }


def quality(space: Space) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """Everything that is measured, and what the twenty searches find."""
    art, art_vectors, art_features = clip_art(space)
    some = titled(art, 500)
    told = [row for row in random.Random(SEED).sample(range(len(art)), 2000) if art[row].keywords]
    toys, seen = list(stamps()), photos()
    toy_vectors, toy_features = picture_vectors(space, toys)
    results = {
        "Open Clip Art": both_ways(space, art_vectors[some], [art[row] for row in some])
        | {
            "keyword to picture": by_keyword(space, art_vectors, art),
            "picture to picture": alike(
                art_vectors[told], art_features[told], [art[row] for row in told], 60
            ),
        },
        "Tux Paint": both_ways(space, toy_vectors, toys)
        | {"picture to picture": alike(toy_vectors, toy_features, toys, 20)},
        "sample photos": both_ways(space, picture_vectors(space, seen)[0], seen),
    }
    scores = space.encode_contents("text", list(WORDS)) @ art_vectors.T
    hits = {
        word: [str(art[row].path) for row in np.argsort(-scores[place])[:8]]
        for place, word in enumerate(WORDS)
    }
    return results, hits


def main() -> None:
    """Read the command line, measure, and write the results in the manifest."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--starter", type=Path, default=ROOT / "assets" / "starter")
    parser.add_argument("--searches", type=Path, help="write the twenty searches' hits here")
    parser.add_argument("--keep", action="store_true", help="write results in the manifest")
    arguments = parser.parse_args()
    space = load_starter(arguments.starter)
    results, hits = quality(space)
    if arguments.searches:
        arguments.searches.write_text(json.dumps(hits, indent=2), encoding="utf-8")
    print(json.dumps(results, indent=2))
    if arguments.keep:
        path = arguments.starter / "manifest.json"
        manifest = json.loads(path.read_text(encoding="utf-8")) | {"results": results}
        text = json.dumps(manifest, indent=2, ensure_ascii=False)
        path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
