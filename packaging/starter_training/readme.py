"""The starter's README, from the figures that were measured and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Results = dict[str, Any]
Figure = Callable[[Results], str]


def _share(*keys: str) -> Figure:
    """Recall at 1 and 10 under some keys."""

    def figure(results: Results) -> str:
        row: Any = results
        for key in keys:
            row = row[key]
        return f"{row['R@1']:.2f} / {row['R@10']:.2f}"

    return figure


def _compositions(results: Results) -> str:
    ranks = results["words"]["compositions"].values()
    return f"{sum(rank <= 10 for rank in ranks)} of {len(ranks)}"


def _alike(results: Results) -> str:
    art = results["clip art"]
    joint = art["shared keyword, joint"]["mAP"]
    plain = art["shared keyword, plain features"]["mAP"]
    return f"{joint / plain:.2f}x ({joint} against {plain})"


GOALS: tuple[tuple[str, str, Figure], ...] = (
    ("Open Clip Art test, text→picture R@1 / R@10", "0.30 / 0.62",
     _share("clip art", "text to picture")),
    ("Open Clip Art test, picture→text R@1 / R@10", "", _share("clip art", "picture to text")),
    ("Tux Paint, text→picture R@1 / R@10", "3 x ConSE's R@1", _share("stamps", "text to picture")),
    ("cartoon words, text→picture R@1 / R@10", "", _share("cartoons", "text to picture")),
    ("photos of everyday things, text→picture R@1 / R@10", "0.72 / 0.93",
     _share("photos", "text to picture")),
    ("the same, picture→text R@1 / R@10", "0.78 (R@1)", _share("photos", "picture to text")),
    ("the same, picture→picture of the same kind, R@1", "0.94",
     lambda r: f"{r['photos']['same label next']:.2f}"),
    ("drawings that share a keyword, mAP against raw features", "1.3x", _alike),
    ("word norms, first component: word r / category r", "0.72 / 0.90",
     lambda r: f"{r['words']['word r']:.3f} / {r['words']['category r']:.3f}"),
    ("category silhouette", "MiniLM + 0.08", lambda r: f"{r['words']['silhouette']:.3f}"),
    ("compositions such as “striped horse”, top 10", "7 of 10", _compositions),
    ("pointing on photos, two / four", "0.96 / 0.88",
     lambda r: f"{r['pointing, 2 photos']:.2f} / {r['pointing, 4 photos']:.2f}"),
    ("pointing on clip art, two / four", "0.90 / 0.75",
     lambda r: f"{r['pointing, 2 clip art']:.2f} / {r['pointing, 4 clip art']:.2f}"),
    ("one photo from its file / one text, ms", "14 / 5",
     lambda r: f"{r['speed']['photo ms']} / {r['speed']['text ms']}"),
    ("size on disk, MB", "60", lambda r: f"{r['megabytes']}"),
)  # fmt: skip

INTRODUCTION = """\
# The starter space

Pictures and English words in one space of {dimension} dimensions, shipped with Explorer, no network
needed. The visual stream is EfficientNet-Lite0, the language stream MiniLM-L6; both are frozen.
What was trained are two heads (`heads.safetensors`): a residual block on the features of four
depths of the visual stream, and a residual block that grounds the language stream. Beside what the
picture head sees, the classes that the classifier is sure of count with their grounded names
(ConSE), so that photos are not forgotten for drawings.

`packaging/build_starter.py` makes the towers, `packaging/train_starter.py` the heads, this page and
the manifest. Every figure below is what that script printed. Settings were chosen on 500 drawings
of Open Clip Art; the test drawings, Tux Paint, the photos and the cartoons were never trained on.
Drawings that look almost alike, by picture hash, are on one side of the split.

## Measured

“Before” is the same folder without the trained heads: ConSE and a ridge regression. That regression
was fitted on half of Open Clip Art, some of the test drawings among it, so its figures on Open Clip
Art are flattered.

| what | goal | before | grounded |
|---|---|---|---|
"""

SETS = """
Tux Paint: {stamps} pictures by their descriptions (GPL: measured on, never trained on or shipped).
Photos: {photos} photos of {kinds} kinds of things from GCompris and the sample media, each kind
asked by its name (`packaging/starter_training/held_out.csv`); cartoons: {cartoons} from GCompris.
Pointing: 200 scenes of 320 pixels with pictures of different names side by side or in a square; a
hit is the best patch in the right picture. Times are medians on two processor cores that other
work shared, decoding included.
"""

NOT_DONE = """
## What it does not know, and what was not done

- Scenes, people, colours as such, styles, and names of monuments are weak; so is text in pictures.
- Abstract words have no pictures to be grounded by; the heads only hold them where they were.
- Both towers are frozen. Fine-tuning them was not tried here.
- The word-patch match-map loss is in `explorer.align.losses`, but the heads were trained on whole
  pictures; patches pass through the same head.
- No cross-modal attention and no relations between two things in a picture.
- No sound: there is no speech or audio tower yet. Sounds are found by their names.
- Scores are not calibrated to a "weak match" mark.
"""


def write(path: Path, manifest: dict[str, Any]) -> None:
    """Write the README of a starter whose manifest holds what was measured."""
    grounding = manifest["grounding"]
    before, after = grounding["before"], grounding["after"]
    text = INTRODUCTION.format(dimension=manifest["dimension"])
    for what, goal, figure in GOALS:
        if "words" in after or ("word" not in what and "compositions" not in what):
            text += f"| {what} | {goal} | {_safe(figure, before)} | {_safe(figure, after)} |\n"
    text += SETS.format(
        stamps=after["stamps"]["pictures"], photos=after["photos"]["pictures"],
        kinds=after["photos"]["labels"], cartoons=after["cartoons"]["pictures"],
    )  # fmt: skip
    if "words" in after:
        text += _words(before, after)
    text += _losses(grounding) + NOT_DONE + _data(manifest)
    path.write_text(text, encoding="utf-8")


def _safe(figure: Figure, results: Results) -> str:
    try:
        return figure(results)
    except KeyError:
        return "not measured"


def _words(before: Results, after: Results) -> str:
    text = "\nRank of the animal that is meant among all animal words of SEMCAT:\n\n"
    text += "| description: animal | before | grounded |\n|---|---|---|\n"
    ranks = before["words"]["compositions"]
    for name, rank in after["words"]["compositions"].items():
        text += f"| {name} | {ranks[name]} | {rank} |\n"
    axis = after["words"]
    text += f"\nThe ends of the first component: {', '.join(axis['low'])} … "
    return text + f"{', '.join(axis['high'])}.\n"


def _losses(grounding: Results) -> str:
    if not grounding["losses compared"]:
        return ""
    text = "\n## Losses\n\nText→picture on the development drawings without ConSE, 120 steps, "
    text += f"{grounding['seeds of each']} seeds each: mean ± deviation.\n\n"
    text += "| loss | R@1 | R@5 | R@10 |\n|---|---|---|---|\n"
    for name, row in grounding["losses compared"].items():
        cells = " | ".join(f"{mean:.3f} ± {deviation:.3f}" for mean, deviation in row.values())
        text += f"| {name} | {cells} |\n"
    return text


def _data(manifest: Results) -> str:
    grounding = manifest["grounding"]
    text = "\n## Made from\n\n| what | source | licence | pictures |\n|---|---|---|---|\n"
    for part in manifest["parts"]:
        text += f"| {part['what']} | {part['source']} | {part['licence']} | |\n"
    for part in grounding["trained on"]:
        count = part.get("pictures", "")
        text += f"| {part['what']} | {part['source']} | {part['licence']} | {count} |\n"
    for part in manifest["parts"]:
        if "training data" in part:
            text += f"\nTraining data of the {part['what']}: {part['training data']}\n"
    recipe = ", ".join(f"{name} {value}" for name, value in grounding["recipe"].items())
    share = grounding["ConSE's share"]
    text += f"\nRecipe of the heads: {recipe}; ConSE's share {share}."
    return text + f"\nRevision {manifest['revision']}.\n"
