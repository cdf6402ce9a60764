"""The starter's README, from the figures that were measured and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from starter_training.runtime_readme import precision_told, runtimes_told
from starter_training.sound_readme import sound_told

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


def _pointing(what: str) -> Figure:
    return lambda r: f"{r[f'pointing, 2 {what}']:.2f} / {r[f'pointing, 4 {what}']:.2f}"


def _spoken(*sets: str) -> Figure:
    return lambda r: " / ".join(f"{r['sound'][name]['R@10']:.2f}" for name in sets)


GOALS: tuple[tuple[str, str, str, Figure], ...] = (
    ("Open Clip Art test, text→picture R@1 / R@10", "0.18 / 0.46", "0.30 / 0.62",
     _share("clip art", "text to picture")),
    ("Open Clip Art test, picture→text R@1 / R@10", "", "", _share("clip art", "picture to text")),
    ("Tux Paint, text→picture R@1 / R@10", "before", "3 x before",
     _share("stamps", "text to picture")),
    ("cartoon words, text→picture R@1 / R@10", "", "", _share("cartoons", "text to picture")),
    ("photos of everyday things, text→picture R@1 / R@10", "0.63 / 0.84", "0.72 / 0.93",
     _share("photos", "text to picture")),
    ("the same, picture→text R@1 / R@10", "0.70", "0.78", _share("photos", "picture to text")),
    ("the same, picture→picture of the same kind, R@1", "0.93", "0.94",
     lambda r: f"{r['photos']['same label next']:.2f}"),
    ("drawings that share a keyword, mAP against raw features", "1.0x", "1.3x", _alike),
    ("twenty searches of the sample media: right picture first / among ten", "", "",
     lambda r: f"{r['searches']['first']} / {r['searches']['among ten']}"),
    ("word norms, first component: word r / category r", "0.695 / 0.875", "0.72 / 0.90",
     lambda r: f"{r['words']['word r']:.3f} / {r['words']['category r']:.3f}"),
    ("category silhouette", "before", "before + 0.08",
     lambda r: f"{r['words']['silhouette']:.3f}"),
    ("compositions such as “striped horse”, top 10", "before", "7 of 10", _compositions),
    ("pointing on photos, two / four", "0.92 / 0.81", "0.96 / 0.88", _pointing("photos")),
    ("pointing on clip art, two / four", "0.83 / 0.63", "0.90 / 0.75", _pointing("clip art")),
    ("relations on composed scenes of unseen things, top-1 of 9", "0.11 (chance)", "0.80",
     lambda r: f"{r['relations']['mean over relations']:.2f}"),
    ("spoken word → text, R@10 of 1,000: unseen voice / unheard word that the lexicon lists",
     "0.01 (chance)", "0.80 / 0.30", _spoken("voice", "word")),
    ("one photo from its file / one text, ms", "30 / 8", "14 / 5",
     lambda r: f"{r['speed']['photo ms']} / {r['speed']['text ms']}"),
    ("size on disk, MB", "", "60", lambda r: f"{r['megabytes']}"),
)  # fmt: skip

INTRODUCTION = """\
# The space `starter`

Pictures and English words in one space of {dimension} numbers, with patches and words as tokens. It
ships with Explorer and touches no network. `manifest.json` says exactly what it is made of, under
which licences, and what was measured; this page is the short of it.

**How it is joined.** EfficientNet-Lite0 (ImageNet-1k) sees, all-MiniLM-L6-v2 reads; both stay as
they were trained. What was trained lies in `heads.safetensors`: a residual block on the features
of four depths of the visual stream, and a residual block that grounds the language stream. Beside
what the picture head sees, the classes that the classifier is sure of count with their grounded
names (ConSE, Norouzi et al. 2014), so that photos are not forgotten for drawings. Beside the
meaning stands the *look*: 128 principal components of the features, in which words are zero. Words
order pictures by meaning alone; pictures order pictures by both.

`packaging/build_starter.py` makes the towers, `packaging/train_starter.py` everything trained, this
page and the figures in the manifest. {made} Settings were
chosen on 500 drawings of Open Clip Art; photos and cartoons were looked at while the recipe was
made. The test drawings, Tux Paint, the photos and the cartoons were never trained on. Drawings that
look almost alike, by picture hash, are on one side.

## Measured

“Before” is the same folder without the trained parts: ConSE and a ridge regression. That regression
was fitted on half of Open Clip Art, some of the test drawings among it, so its figures on Open Clip
Art are flattered: on 500 drawings it was not fitted on it found 0.12 / 0.33. Floors and goals of
photos were set on another, smaller set of photos; compare with “before”.

| what | floor | goal | before | now |
|---|---|---|---|---|
"""

SETS = """
Tux Paint: {stamps} pictures by their descriptions (GPL: measured on, never trained on or shipped).
Photos: {photos} photos of {kinds} kinds of things from GCompris and the sample media, each kind
asked by its name (`packaging/starter_training/held_out.csv`); cartoons: {cartoons} from GCompris.
Pointing: 100 scenes of 320 pixels with pictures of different names side by side or in a square; a
hit is the best patch in the right picture. Times are medians over
photos, decoding included, on two processor cores in the quietest of several runs: other work on the
machine makes them longer, up to threefold where it is much.
"""

RELATIONS = """
Relations: {scenes} scenes of {tested} names that were in none of the {taught} scenes of {trained}
other names that were trained on; each shows one relation that stands out, with clutter and
backgrounds. Every relation counts the same: {each}; on trained scenes {known:.2f}.
"""

NOT_DONE = """
## What was not done, and what was tried

- Both towers are frozen; fine-tuning them was not tried here.
- Relations were taught and measured on pasted scenes; on photos they were only looked at.

Drawings by words (Open Clip Art, text→picture) stay the weakest of what is measured. What was
tried is the table of losses; the picture head's start at the regression, which gave most; and
ConSE's share, which costs drawings what it keeps of photos: without it the development drawings
are at R@1 / R@10 {without}, with the share that ships at {shipped}. With the weights that ship, on
the same drawings (0.186 / 0.466): taking a quarter to all of the pictures' mean away gave R@1
0.186 to 0.200 and R@10 0.458 to 0.464, of both means 0.184 to 0.188 and 0.464 to 0.468; taking
away how near each picture is to its 5 to 30 nearest of 600 other titles (after CSLS) 0.162 to
0.184 and 0.450 to 0.476; the mean of a picture and its mirror image 0.186 and 0.468. None of it
was kept: 0.01 is five drawings. Several seeds averaged, and towers fine-tuned, are not tried yet.
"""


def note(folder: Path, name: str, results: Results) -> None:
    """Write something that was measured in the manifest of a starter, and its README anew."""
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8")) | {name: results}
    path.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    write(folder / "README.md", manifest)


def write(path: Path, manifest: dict[str, Any]) -> None:
    """Write the README of a starter whose manifest holds what was measured."""
    grounding = manifest["grounding"]
    before, after = grounding["before"], grounding["after"]
    made = grounding.get("made", "Every figure below is what that script printed.")
    text = INTRODUCTION.format(dimension=manifest["dimension"], made=made)
    for what, floor, goal, figure in GOALS:
        cells = what, floor, goal, _safe(figure, before), _safe(figure, after)
        text += f"| {' | '.join(cells)} |\n"
    text += SETS.format(
        stamps=after["stamps"]["pictures"], photos=after["photos"]["pictures"],
        kinds=after["photos"]["labels"], cartoons=after["cartoons"]["pictures"],
    )  # fmt: skip
    if told := after.get("relations"):
        each = ", ".join(f"{name} {share:.2f}" for name, share in told["each"].items())
        text += RELATIONS.format(
            tested=told["names tested on"], trained=told["names trained on"],
            taught=told["scenes"][0], scenes=told["scenes"][1], each=each,
            known=told["trained scenes, mean over relations"],
        )  # fmt: skip
    if "words" in after:
        text += _words(before, after)
    if told := after.get("sound"):
        text += sound_told(manifest, told)
    if told := manifest.get("runtimes"):
        text += runtimes_told(told)
    if told := manifest.get("precision"):
        text += precision_told(told)
    text += grounding.get("looked at", "")  # a person's words on these very weights
    text += _losses(grounding) + _limits(manifest["limits"])
    text += _not_done(grounding) + _data(manifest)
    path.write_text(text, encoding="utf-8")


def _not_done(grounding: Results) -> str:
    shares = grounding["shares on the development drawings"]
    said = {
        name: f"{shares[str(share)]['R@1']:.3f} / {shares[str(share)]['R@10']:.3f}"
        for name, share in (("without", 0.0), ("shipped", grounding["ConSE's share"]))
    }
    return NOT_DONE.format(**said)


def _limits(limits: Results) -> str:
    text = "\n## What it knows and what it does not\n\n"
    text += "".join(f"- {sentence}\n" for sentence in limits["knows"])
    text += "\nBut:\n\n" + "".join(f"- {sentence}\n" for sentence in limits["does not know"])
    text += "\nWeak matches, on the development drawings: a hit below this cosine is more like the"
    text += " best wrong answer than like a right one.\n\n"
    text += "| asked with | found | cosine | right answers above | best wrong answers below |\n"
    text += "|---|---|---|---|---|\n"
    for asked, bounds in limits["weak below"].items():
        for content, bound in bounds.items():
            shares = bound["right answers above"], bound["best wrong answers below"]
            cells = asked, content, f"{bound['score']:.3f}", *(f"{s:.2f}" for s in shares)
            text += f"| {' | '.join(cells)} |\n"
    return text


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
    text = "\n## Losses\n\nText→picture on the development drawings without ConSE, "
    text += f"{grounding['compared with']}, "
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
    if minutes := grounding["minutes of this run"]:
        text += (
            f"\nThe run that made this took {minutes} minutes; what was at hand from earlier runs"
        )
        text += " (features, texts, figures) is not in it."
    return text + f"\nRevision {manifest['revision']}.\n"
