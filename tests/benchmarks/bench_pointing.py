"""The pointing game: does a word's peak fall on its own picture in a composite of two or four?

Run ``python tests/benchmarks/bench_pointing.py [--methods M ...] [--composites N] [--speed]
[--verdict]``; prints rows of a Markdown table. Composites are made of `assets/samples` (photos;
drawings and emoji) with captions in ``pairs.csv``; chance is one half and one quarter. The text
names every picture ("names": ``"gibbon, windmill"``), joins their captions, or is one name alone.
What the default method is made of was chosen with ``--stamps``, on pictures that are not among
these: the stamps of Tux Paint (Debian's tuxpaint-stamps-default).
"""

from __future__ import annotations

import argparse
import csv
import random
import statistics
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy.stats import fisher_exact

from explorer.bundled import assets_folder
from explorer.core.tokens import GridLayout
from explorer.encoders.space import Space
from explorer.encoders.starter import load_starter
from explorer.lenses.explanation.methods import METHODS, available
from explorer.lenses.explanation.question import Question
from explorer.lenses.faithfulness import Box, Judge, points_into
from explorer.lenses.word_patch import (
    Explanation,
    explain,
    explain_picture,
    judge_explanation,
    judge_of,
    pointing,
)

SIDE = 320
STAMPS = Path("/usr/share/tuxpaint/stamps")
TEXTS = ("names", "captions", "alone")
# Where the last word of the file's name is not the noun of the caption.
NOUNS = {
    "musicians-on-stage": "musicians", "great-wall-of-china": "wall", "side-cutters": "pliers",
    "leaning-tower-of-pisa": "tower", "tape-measure": "tape", "two-spaniels": "dogs",
    "fig-in-a-bowl": "fig", "djembe-in-a-living-room": "drum", "rocky-coast": "cliff",
    "honey-bee-on-a-flower": "bee", "citrus-slices": "oranges", "rocket-on-launch-pad": "rocket",
    "suspension-bridge-at-night": "bridge", "dandelions": "dandelion", "corn-cob": "corn",
    "fishing-trawler": "boat", "woman-reading": "woman", "piggy-bank": "piggy",
    "vacuum-cleaner": "vacuum", "billiard-balls": "billiard", "drum-kit": "drum",
    "autumn-mountain": "mountain", "ice-cream-cone": "cone",
}  # fmt: skip
NOT_NOUNS = {"a", "an", "the", "of", "in", "on", "with", "two", "four", "half", "at"}


@dataclass(frozen=True)
class Sample:
    """A picture with its caption and the noun that names it."""

    path: Path
    caption: str
    noun: str


def samples() -> dict[str, list[Sample]]:
    """Read the photos and the drawings that have captions."""
    folder = assets_folder() / "samples"
    found: dict[str, list[Sample]] = {"photos": [], "drawings": []}
    with (folder / "pairs.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            path, caption = folder / row["a"], row["b"]
            words = [word.strip(",").lower() for word in caption.split()]
            named = [word for word in reversed(path.stem.split("-")) if word in words]
            nouns = named or [word for word in words if word not in NOT_NOUNS]
            kind = "photos" if "photos" in row["a"] else "drawings"
            found[kind].append(Sample(path, caption, NOUNS.get(path.stem, nouns[0])))
    return found


def stamps() -> dict[str, list[Sample]]:
    """Read the stamps that are called by one or two English words, one for each noun."""
    found: dict[str, Sample] = {}
    for text in sorted(STAMPS.rglob("*.txt")):
        path = text.with_suffix(".png")
        lines = text.read_text("utf-8", "replace").splitlines()
        caption = lines[0].strip().rstrip(".!") if lines else ""
        words = [word for word in caption.lower().split() if word not in NOT_NOUNS]
        if path.exists() and 1 <= len(words) <= 2 and words[-1].isalpha():
            found.setdefault(words[-1], Sample(path, caption, words[-1]))
    return {"stamps": list(found.values())}


@cache
def tile(path: Path) -> npt.NDArray[np.uint8]:
    """Fit a picture into a white square."""
    with Image.open(path) as opened:
        drawn = opened.convert("RGBA")
    drawn.thumbnail((SIDE, SIDE), Image.Resampling.BICUBIC)
    square = Image.new("RGBA", (SIDE, SIDE), "white")
    square.alpha_composite(drawn, ((SIDE - drawn.width) // 2, (SIDE - drawn.height) // 2))
    return np.asarray(square.convert("RGB"))


def compositions(pool: list[Sample], size: int, count: int) -> list[list[Sample]]:
    """Draw groups in which no noun is in the caption of another."""
    draw = random.Random(100 * size + len(pool))
    found: list[list[Sample]] = []
    while len(found) < count:
        group = draw.sample(pool, size)
        pairs = ((a, b) for a in group for b in group if a is not b)
        if not any(a.noun in b.caption.lower() for a, b in pairs):
            found.append(group)
    return found


def composite(group: list[Sample]) -> npt.NDArray[np.uint8]:
    """Two side by side, or four in a square."""
    tiles = [tile(sample.path) for sample in group]
    lines = [np.concatenate(tiles[start : start + 2], axis=1) for start in range(0, len(tiles), 2)]
    return np.concatenate(lines, axis=0)


def hits(space: Space, group: list[Sample], kind: str, method: str) -> list[bool]:
    """Play one composite: of each noun, whether its peak falls on its picture."""
    picture = composite(group)
    texts = {
        "names": [", ".join(sample.noun for sample in group)] * len(group),
        "captions": [" and ".join(sample.caption for sample in group)] * len(group),
        "alone": [sample.noun for sample in group],
    }[kind]
    answers: dict[str, Explanation] = {}
    result = []
    for place, (sample, text) in enumerate(zip(group, texts, strict=True)):
        if text not in answers:
            answers[text] = explain_picture(space, picture, text, method, judged="no")
        result.append(pointing(answers[text], {sample.noun: boxes(len(group))[place]}) == 1)
    return result


def boxes(count: int) -> list[Box]:
    """Where the pictures of a `composite` lie, in pixels."""
    corners = [(place % 2 * SIDE, place // 2 * SIDE) for place in range(count)]
    return [(left, top, left + SIDE, top + SIDE) for left, top in corners]


def play(
    space: Space,
    pools: dict[str, list[Sample]],
    methods: list[str],
    kinds: list[str],
    count: int,
) -> None:
    """Print a row for each method and kind of text; shares with their standard errors."""
    heads = " | ".join(f"{name} {size}" for name in pools for size in (2, 4))
    print(f"| method | text | {heads} | mean |")
    print("|---|---" + "|---" * (2 * len(pools) + 1) + "|")
    words = 2 * count, count * 2 // 4 * 4
    print("| words | | " + " | ".join(f"{words[0]} | {words[1]}" for _ in pools) + " | |")
    chances = " | ".join("0.50 | 0.25" for _ in pools)
    print(f"| chance | | {chances} | 0.375 |", flush=True)
    for method in methods:
        for kind in kinds:
            shares, errors = [], []
            for pool in pools.values():
                for size in (2, 4):
                    groups = compositions(pool, size, count * 2 // size)
                    found = [np.mean(hits(space, one, kind, method)) for one in groups]
                    shares.append(float(np.mean(found)))
                    # Words of one composite are not independent: composites are counted.
                    errors.append(float(np.std(found, ddof=1)) / len(found) ** 0.5)
            cells = " | ".join(
                f"{share:.3f} ± {error:.3f}" for share, error in zip(shares, errors, strict=True)
            )
            print(f"| {method} | {kind} | {cells} | {np.mean(shares):.3f} |", flush=True)


def verdict(space: Space, pools: dict[str, list[Sample]], methods: list[str], count: int) -> None:
    """Print of each method how many maps that are believed point right, and of those greyed."""
    print("| method | maps | believed | of these right | greyed | of these right | p |")
    print("|---|---|---|---|---|---|---|", flush=True)
    every: dict[str, list[tuple[bool, bool]]] = {method: [] for method in methods}
    for name, pool in pools.items():
        found: dict[str, list[tuple[bool, bool]]] = {method: [] for method in methods}
        for size in (2, 4):
            for group in compositions(pool, size, count * 2 // size):
                for method, told in judged(space, group, methods).items():
                    found[method] += told
        for method, told in found.items():
            every[method] += told
            print(_verdict_row(method, name, told), flush=True)
    for method, told in every.items():
        print(_verdict_row(method, "all", told))


def judged(
    space: Space, group: list[Sample], methods: list[str]
) -> dict[str, list[tuple[bool, bool]]]:
    """By method, of each noun of a composite: whether its map is believed, and points right."""
    question = Question(space, composite(group), ", ".join(sample.noun for sample in group))
    judges: dict[GridLayout, Judge] = {}
    found = {}
    for method in methods:
        plain = explain(question, METHODS[method], judged="no")
        judge = judges.setdefault(plain.layout, judge_of(question, plain.layout))
        explanation = judge_explanation(plain, question, judge, "words")
        words = {word.word: word for word in explanation.words}
        found[method] = [
            (
                bool((belief := words[sample.noun].faithfulness) and belief.better_than_random),
                points_into(words[sample.noun].peak, box),
            )
            for sample, box in zip(group, boxes(len(group)), strict=True)
        ]
    return found


def _verdict_row(method: str, name: str, told: list[tuple[bool, bool]]) -> str:
    believed, greyed = ([right for so, right in told if so is wanted] for wanted in (True, False))
    table = [[sum(one), len(one) - sum(one)] for one in (believed, greyed)]
    chance = fisher_exact(table, alternative="greater").pvalue
    shares = [f"{np.mean(one):.3f}" if one else "" for one in (believed, greyed)]
    return (
        f"| {method} | {name}, {len(told)} | {len(believed)} | {shares[0]} "
        f"| {len(greyed)} | {shares[1]} | {chance:.2g} |"
    )


def speed(space: Space, methods: list[str], repeats: int = 15) -> None:
    """Print the median time of a map after the first, of one photo and seven words."""
    picture = np.asarray(
        Image.open(assets_folder() / "samples/pictures/photos/honey-bee-on-a-flower.jpg")
    )
    print("| method | first | median after | least after |\n|---|---|---|---|")
    for method in methods:
        times = []
        for number in range(repeats + 1 if method not in ("occlusion", "rise") else 4):
            # Another picture each time: the patches and words of the last ones are remembered.
            new = np.roll(picture, number, axis=1)
            began = time.perf_counter()
            text = f"a honey bee on a purple flower, {number}"
            explain_picture(space, new, text, method, judged="no")
            times.append((time.perf_counter() - began) * 1e3)
        first, rest = times[0], times[1:]
        cells = (f"{one:.0f} ms" for one in (first, statistics.median(rest), min(rest)))
        print(f"| {method} | {' | '.join(cells)} |", flush=True)


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--methods", nargs="+", choices=list(METHODS))
    parser.add_argument("--texts", nargs="+", choices=TEXTS, default=list(TEXTS))
    parser.add_argument("--composites", type=int, default=100, help="of two; half as many of four")
    parser.add_argument("--pools", nargs="+", choices=("photos", "drawings"), help="one alone")
    parser.add_argument("--stamps", action="store_true", help="play with Tux Paint's stamps")
    parser.add_argument("--verdict", action="store_true", help="of believed and greyed maps")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--starter", type=Path, default=assets_folder() / "starter")
    asked = parser.parse_args()
    space = load_starter(asked.starter)
    methods = asked.methods or [one for one, reason in available(space).items() if not reason]
    if asked.speed:
        speed(space, methods)
        return
    pools = stamps() if asked.stamps else samples()
    if asked.pools and not asked.stamps:
        pools = {name: pools[name] for name in asked.pools}
    if asked.verdict:
        verdict(space, pools, methods, asked.composites)
    else:
        play(space, pools, methods, asked.texts, asked.composites)


if __name__ == "__main__":
    main()
