"""Draw the four figures of the paper from the starter, before and after grounding.

    python packaging/starter_figures.py --words SEMCAT.csv -o FOLDER

After Zhang et al. 2021, "Explainable semantic space by grounding language to vision with
cross-modal contrastive learning": words along the first principal component against human
concreteness; how well categories of words separate; where "striped horse" ranks animals; and what
a picture and a word find together as the share of the word grows. The table of words has the
columns category, word, concreteness, common (SEMCAT with concreteness norms). Without it the last
figure alone is drawn.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont, ImageOps

from explorer.core.similarity import slerp
from explorer.encoders.space import Space
from explorer.encoders.starter import load_starter
from explorer.encoders.starter.architecture import WIDTH
from explorer.encoders.starter.grounding import HEADS_FILE
from explorer.lenses.axes import category_silhouette, principal_axes

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "assets" / "samples"

Floats = NDArray[np.float32]
BEFORE, AFTER = "#8a94a6", "#d9480f"
INK, PALE = "#1f2430", "#d5d9e0"
ALPHAS = (0.0, 0.2, 0.4, 0.5, 0.6, 0.8, 1.0)
SWEEPS = (
    ("tabby-cat.jpg", "a dog"),
    ("giant-panda.jpg", "a bird"),
    ("cup-of-espresso.jpg", "cake"),
)
ANIMALS = ("zebra", "horse", "tiger", "donkey", "leopard", "giraffe", "snake", "dog", "cow", "bee")


@dataclass
class Words:
    """The table of words with their vectors before and after grounding."""

    words: list[str]
    categories: list[str]
    concreteness: NDArray[np.float64]
    common: NDArray[np.bool_]
    before: Floats
    after: Floats

    @classmethod
    def read(cls, table: Path, before: Space, after: Space) -> Words:
        """Read the table and encode its words in both spaces."""
        with table.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        words = [row["word"] for row in rows]
        return cls(
            words,
            [row["category"] for row in rows],
            np.asarray([float(row["concreteness"] or "nan") for row in rows]),
            np.asarray([row["common"] == "1" for row in rows]),
            *(space.encode_contents("text", words)[:, :WIDTH] for space in (before, after)),
        )


def font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Pillow's own letters, so that a figure looks the same everywhere."""
    return ImageFont.load_default(size)


def sheet(width: int, height: int, title: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """A white sheet with a title."""
    image = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(image)
    pen.text((24, 18), title, INK, font(24))
    return image, pen


def concreteness(words: Words) -> Image.Image:
    """Both spaces' first principal component against human ratings, a dot per common word."""
    image, pen = sheet(1240, 640, "First principal component and human concreteness")
    rows = np.flatnonzero(words.common & np.isfinite(words.concreteness))
    rated = words.concreteness[rows]
    names = [words.words[row] for row in rows]
    kinds = [words.categories[row] for row in rows]
    for place, (label, vectors, colour) in enumerate(
        (("before grounding", words.before, BEFORE), ("grounded", words.after, AFTER))
    ):
        some = vectors[rows]
        axis = principal_axes(some, names, kinds, rated, 1)[0]
        centred = some - some.mean(axis=0)
        along = centred @ np.linalg.svd(centred, full_matrices=False)[2][0]
        along = along * np.sign(np.corrcoef(along, rated)[0, 1])
        left, top, side = 70 + place * 610, 110, 460
        pen.rectangle((left, top, left + side + 60, top + side), outline=PALE)
        told = f"{label}: words r = {axis.word_r:.2f}, categories r = {axis.category_r:.2f}"
        pen.text((left, top - 30), told, INK, font(18))
        low, high = np.quantile(along, (0.002, 0.998))
        x = left + (np.clip(along, low, high) - low) / (high - low) * (side + 60)
        y = top + side - (rated - 1) / 4 * side
        for a, b in zip(x, y, strict=True):
            pen.ellipse((a - 2, b - 2, a + 2, b + 2), fill=colour)
        foot = top + side + 8
        pen.text((left, foot), ", ".join(axis.low[:3]), INK, font(15))
        pen.text((left + side + 60, foot), ", ".join(axis.high[:3]), INK, font(15), anchor="ra")
        for rating in range(1, 6):
            at = left - 8, top + side - (rating - 1) / 4 * side
            pen.text(at, str(rating), INK, font(14), anchor="rm")
    pen.text((24, 52), "up: how concrete people rate a word; across: the component", INK, font(16))
    return image


def categories(words: Words) -> Image.Image:
    """The silhouette of every category of common words, before and after."""
    rows = np.flatnonzero(words.common)
    kinds = np.asarray([words.categories[row] for row in rows])
    both = words.before[rows], words.after[rows]
    gained = [
        (kind, *(_silhouette(vectors, kinds, kind) for vectors in both))
        for kind in dict.fromkeys(kinds.tolist())
    ]
    gained.sort(key=lambda one: one[1] - one[2])
    some = gained[:20] + gained[-20:]
    means = [category_silhouette(v[rows], kinds.tolist()) for v in (words.before, words.after)]
    title = (
        f"How words of a category keep together: mean silhouette {means[0]:.3f} to {means[1]:.3f}"
    )
    image, pen = sheet(1000, 116 + 24 * len(some), title)
    pen.text((24, 52), "the twenty categories that gained most and least", INK, font(16))
    for x, label, colour in ((700, "before grounding", BEFORE), (870, "grounded", AFTER)):
        pen.ellipse((x - 5, 57, x + 5, 67), fill=colour)
        pen.text((x + 12, 62), label, INK, font(15), anchor="lm")
    for place, (kind, before, after) in enumerate(some):
        y = 92 + 24 * place
        x = [560 + 900 * value for value in (before, after)]
        pen.text((24, y - 9), kind.replace("_", " "), INK, font(15))
        pen.line((300, y, 980, y), PALE)
        pen.line((x[0], y, x[1], y), INK, 2)
        for value, colour in zip(x, (BEFORE, AFTER), strict=True):
            pen.ellipse((value - 5, y - 5, value + 5, y + 5), fill=colour)
    for tick in (-0.2, 0.0, 0.2, 0.4):
        x = 560 + 900 * tick
        pen.line((x, 76, x, image.height - 26), PALE if tick else INK)
        pen.text((x, image.height - 12), f"{tick:g}", INK, font(14), anchor="mm")
    return image


def _silhouette(vectors: Floats, kinds: NDArray[np.str_], kind: str) -> float:
    """One category against all others taken one by one: the nearest mean decides."""
    own = kinds == kind
    names = [name for name in dict.fromkeys(kinds.tolist()) if name != kind]
    sums = vectors[own].sum(axis=0)
    inner = 1 - (vectors[own] @ sums - 1) / max(own.sum() - 1, 1)
    outer = np.min([1 - vectors[own] @ vectors[kinds == name].mean(axis=0) for name in names], 0)
    return float(((outer - inner) / np.maximum(outer, inner)).mean())


def striped_horse(words: Words, before: Space, after: Space) -> Image.Image:
    """Where ten animals rank among all animal words when a striped horse is asked for."""
    rows = [row for row, kind in enumerate(words.categories) if kind == "animal"]
    animals = [words.words[row] for row in rows]
    ranks = []
    for space, vectors in ((before, words.before), (after, words.after)):
        asked = space.encode_contents("text", ["striped horse"])[0, :WIDTH]
        order = np.argsort(-(vectors[rows] @ asked))
        ranks.append({animals[row]: place + 1 for place, row in enumerate(order)})
    image, pen = sheet(860, 620, f"“striped horse” among {len(animals)} animals, by rank")
    height = np.log(len(animals))
    for place, label in enumerate(("before grounding", "grounded")):
        pen.text((200 + place * 400, 64), label, INK, font(17))
    known = [name for name in ANIMALS if name in ranks[0]]
    sides = [apart({a: 100 + 480 * np.log(rank[a]) / height for a in known}, 18) for rank in ranks]
    for animal in known:
        y = [side[animal] for side in sides]
        colour = AFTER if animal == "zebra" else BEFORE
        pen.line((270, y[0], 590, y[1]), colour, 4 if animal == "zebra" else 2)
        for x, side, rank, at in ((262, "rm", ranks[0], y[0]), (598, "lm", ranks[1], y[1])):
            pen.text((x, at), f"{animal} {rank[animal]}", INK, font(16), anchor=side)
    return image


def apart(places: dict[str, float], least: float) -> dict[str, float]:
    """The same places from the top down, each at least so far below the one before."""
    moved: dict[str, float] = {}
    last = -least
    for name, place in sorted(places.items(), key=lambda one: one[1]):
        last = moved[name] = max(place, last + least)
    return moved


def sweep(space: Space, files: Sequence[Path]) -> Image.Image:
    """What a picture and a word find together as the word's share grows along the sphere.

    Both are compared by meaning alone: what a picture looks like has no words.
    """
    pictures = [np.asarray(ImageOps.exif_transpose(Image.open(f)).convert("RGB")) for f in files]
    seen = space.encode_contents("image", pictures)[:, :WIDTH]
    seen = seen / np.linalg.norm(seen, axis=1, keepdims=True)
    side, rows = 128, 3
    image, pen = sheet(160 + len(ALPHAS) * (side + 12), 90 + len(SWEEPS) * (rows * 134 + 44),
                       "A picture and a word: the first three hits as the word gains")  # fmt: skip
    for number, (name, text) in enumerate(SWEEPS):
        top = 80 + number * (rows * 134 + 44)
        asked = [file.name for file in files].index(name)
        word = space.encode_contents("text", [text])[0, :WIDTH]
        _paste(image, pictures[asked], (16, top + 24), side)
        pen.text((16, top + side + 30), f"+ {text}", INK, font(17))
        for column, alpha in enumerate(ALPHAS):
            scores = seen @ slerp(seen[asked], word, alpha)
            scores[asked] = -1
            x = 160 + column * (side + 12)
            pen.text((x, top), f"alpha = {alpha:g}", INK, font(15))
            for rank, row in enumerate(np.argsort(-scores)[:rows]):
                _paste(image, pictures[row], (x, top + 24 + rank * 134), side)
    return image


def _paste(
    image: Image.Image, pixels: NDArray[np.uint8], corner: tuple[int, int], side: int
) -> None:
    whole = ImageOps.pad(Image.fromarray(pixels), (side, side), color="white")
    image.paste(whole, corner)


def ungrounded(folder: Path, scratch: Path) -> Space:
    """The starter as it was before anything was trained: without heads, graphs written anew."""
    from build_starter import DIMENSION
    from starter_graphs import write_text, write_vision

    for file in folder.iterdir():
        if file.name != HEADS_FILE and file.suffix != ".onnx":
            shutil.copyfile(file, scratch / file.name)
    write_vision(scratch, DIMENSION)
    write_text(scratch, DIMENSION)
    return load_starter(scratch, threads=2)


def main() -> None:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--starter", type=Path, default=ROOT / "assets" / "starter")
    parser.add_argument("--words", type=Path, help="category,word,concreteness,common")
    parser.add_argument("-o", "--out", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    files = sorted((SAMPLES / "pictures").rglob("*.jpg")) + sorted(
        (SAMPLES / "pictures").rglob("*.webp")
    )
    with tempfile.TemporaryDirectory() as scratch:
        after = load_starter(arguments.starter, threads=2)
        figures = {"alpha-sweep": sweep(after, files)}
        if arguments.words:
            before = ungrounded(arguments.starter, Path(scratch))
            words = Words.read(arguments.words, before, after)
            figures |= {
                "concreteness": concreteness(words),
                "categories": categories(words),
                "striped-horse": striped_horse(words, before, after),
            }
            before.close()
        after.close()
    for name, figure in figures.items():
        figure.save(arguments.out / f"{name}.png", optimize=True)
        print(arguments.out / f"{name}.png")


if __name__ == "__main__":
    main()
