"""Ground the starter: train its heads on open pictures with words, measure it, describe it.

    python packaging/train_starter.py --words SEMCAT.csv

Begins with what ``build_starter.py`` makes and builds it where it is missing. The towers stay as
they are; what is trained goes in ``heads.safetensors``. Needs the Debian packages ``wordnet-base``,
``openclipart-png``, ``openclipart-svg``, ``espeak-ng``, ``flite`` and (to measure only)
``tuxpaint-stamps-default``, npm, and
``pip install onnx resvg-py==0.5.0`` beside Explorer's own requirements. Whatever was fetched or
computed is kept in ``--work``, so that an interrupted run goes on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch

from build_starter import DIMENSION, LIMITS
from explorer.align import HeadShape, Recipe
from explorer.align.training import Trained, train
from explorer.encoders.space import Space
from explorer.encoders.starter import load_starter
from explorer.encoders.starter.grounding import HEADS_FILE
from explorer.encoders.starter.space import RELATIONS_FILE
from explorer.jobs import Control, Job
from starter_sources import SEED
from starter_training import goals, readme, sound
from starter_training.calibration import bound, shares_a_word
from starter_training.fold import fold, heads_of
from starter_training.held_out import SAMPLES, listed, stamps
from starter_training.material import Gathered, Material, ungrounded
from starter_training.relating import relate
from starter_training.sources import ICON_SETS, NAMED

ROOT = Path(__file__).resolve().parents[1]
SHARES = (0.5, 1.0, 1.5, 2.0)
"""How much ConSE may count beside the head; the development drawings choose."""

RECIPE = Recipe(
    steps=150, batch=512, ridge=0.3, rate=5e-4, picture=HeadShape(512, 0.3),
    text=HeadShape(512, 0.1), tether=0.5, match=0.5, match_batch=16, seed=SEED,
)  # fmt: skip

BRIEF: dict[str, Any] = {
    "steps": 60,
    "batch": 256,
    "picture": {"hidden": 128, "dropout": 0.2},
    "text": {"hidden": 128, "dropout": 0.1},
    "match": 0.0,
    "ridge": 0.0,
    "rate": 1e-3,
}
"""Losses are compared in brief: smaller heads, fewer steps."""

COMPARED: dict[str, dict[str, Any]] = {
    "InfoNCE": {},
    "sigmoid": {"loss": "sigmoid"},
    "continuously weighted (CWCL)": {"loss": "cwcl"},
    "similarity distribution matching (IRRA)": {"loss": "sdm"},
    "InfoNCE + match map": {"match": 0.5, "match_batch": 16},
    "InfoNCE + mixup (M3CoL)": {"mixup": 0.5},
    "InfoNCE + adaptive temperature (after CLSR)": {"adaptive": 0.5},
    "InfoNCE + separation (after CLSR)": {"separation": 0.05},
    "InfoNCE + distillation of the classifier": {"distil": 0.5},
    "InfoNCE + noise on texts": {"noise": 0.5},
    "InfoNCE + noise on features": {"blur": 0.3},
    "InfoNCE, clean views only": {"varied_views": False},
    "InfoNCE, titles only": {"varied_texts": False},
    "InfoNCE, no prototypes": {"anchors": 0.0},
    "InfoNCE, from the regression": {"ridge": 0.3, "rate": 5e-4},
    "InfoNCE, frozen texts (tether 100)": {"tether": 100.0},
}


class Told(Control):
    """Progress on the terminal, a line every ten seconds."""

    def __init__(self, what: str) -> None:
        super().__init__(Job(what))
        self._last = time.monotonic()

    def progress(self, done: int, total: int = 0, note: str = "") -> None:
        """Print how far it is."""
        super().progress(done, total, note)
        if time.monotonic() - self._last > 10:
            self._last = time.monotonic()
            print(f"  {self.job.title}: {done}/{total} {note}", flush=True)


class Kept:
    """Figures that take long, kept so that they are measured once for the same towers."""

    def __init__(self, path: Path, towers: Path) -> None:
        self._path = path
        digest = hashlib.sha256((towers / "vision.safetensors").read_bytes()).hexdigest()
        known = json.loads(path.read_text()) if path.exists() else {}
        self._results = known if known.get("tower") == digest else {"tower": digest}

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """What `make` gives, or gave before."""
        if name not in self._results:
            self._results[name] = make()
            self._path.write_text(json.dumps(self._results))
        return self._results[name]

    def forget(self, name: str) -> None:
        """Measure it again."""
        self._results.pop(name, None)


def note_revision(folder: Path) -> None:
    """Write the new revision in the manifest, so that the space says what it is."""
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8")) | {"revision": revision(folder)}
    path.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def compare(material: Material, seeds: int) -> dict[str, Any]:
    """Every loss on the development drawings, several seeds each."""
    table = {}
    for name, changes in COMPARED.items():
        rows = []
        for seed in range(seeds):
            recipe = Recipe.from_dict({**RECIPE.to_dict(), **BRIEF, **changes, "seed": seed})
            trained = train(recipe, material.pairs, material.texts, anchors=material.anchors)
            rows.append(material.on_dev(trained.streams, 0.0))
        table[name] = {
            cut: [round(float(np.mean([row[cut] for row in rows])), 3),
                  round(float(np.std([row[cut] for row in rows])), 3)]
            for cut in rows[0]
        }  # fmt: skip
        print(f"  {name}: {table[name]}", flush=True)
    return table


def chosen_share(material: Material, trained: Trained) -> tuple[float, dict[str, Any]]:
    """The greatest share of ConSE that costs the development drawings at most one point of R@10."""
    rows = {share: material.on_dev(trained.streams, share) for share in (0.0, *SHARES)}
    best = max(row["R@10"] for row in rows.values())
    kept = max(share for share, row in rows.items() if row["R@10"] >= best - 0.01)
    return kept, {str(share): row for share, row in rows.items()}


def measure(
    folder: Path, material: Material, words: Path | None, kept: Kept, when: str
) -> dict[str, Any]:
    """All goals of one starter folder, but for relations; kept one by one."""
    space: Space = load_starter(folder, threads=2)
    photos = listed("photo", material.work)
    results: dict[str, Any] = {}

    def note(name: str, value: Callable[[], Any]) -> None:
        results[name] = kept.once(f"{when} {name}", value)
        print(f"  {name}: {json.dumps(results[name])[:300]}", flush=True)

    art = [material.examples[row] for row in material.split.test]
    note("clip art", lambda: goals.drawings(space, art))
    note("photos", lambda: goals.both_ways(space, photos))
    note("cartoons", lambda: goals.both_ways(space, listed("cartoon", material.work)))
    note("searches", lambda: goals.searches(space, SAMPLES))
    note("stamps", lambda: goals.both_ways(space, stamps()))
    shown = [goals.Labelled(goals.on_white(goals.draw(e.location)), e.title) for e in art[:200]]
    for name, pictures in (("photos", photos), ("clip art", shown)):
        for count in (2, 4):
            note(f"pointing, {count} {name}",
                 lambda p=pictures, c=count: goals.pointing(space, p, c))  # fmt: skip
    if words:
        note("words", lambda: goals.words(space, words))
    files = sorted((SAMPLES / "pictures" / "photos").glob("*.jpg"))
    note("speed", lambda: goals.seconds_each(space, files))
    space.close()
    return results


def heard(folder: Path, material: Gathered, kept: Kept, *, again: bool) -> dict[str, Any]:
    """Train the sound tower where that is wanted, and measure it."""
    words = sound.hear(folder, material.towers, material.examples, material.work, Told, again=again)
    space = load_starter(folder, threads=2)
    drawings = [material.examples[row] for row in (*material.split.dev, *material.split.test)]
    made = space.encoder("audio").revision
    results = sound.measure(
        space, words, drawings, material.work, Told,
        lambda name, make: kept.once(f"{made} {name}", make),
    )  # fmt: skip
    space.close()
    return results


def calibrated(folder: Path, material: Material) -> dict[str, dict[str, Any]]:
    """From which scores down hits are weak, on the development drawings."""
    space = load_starter(folder, threads=2)
    titles = [example.title for example in material.dev]
    pixels = [goals.on_white(goals.draw(example.location)) for example in material.dev]
    seen = space.encode_contents("image", pixels)
    said = space.encode_contents("text", titles)
    space.close()
    right = shares_a_word(titles, [[e.title, *e.keywords] for e in material.dev])
    np.fill_diagonal(right, True)
    others = right.copy()
    np.fill_diagonal(others, False)
    alike = seen @ seen.T
    np.fill_diagonal(alike, -1.0)
    some = others.any(axis=1)
    return {
        "text": {"image": bound(said @ seen.T, right)},
        "image": {
            "image": bound(alike[some], others[some]),
            "text": bound(seen @ said.T, right | right.T),
        },
    }


def revision(folder: Path) -> str:
    """Hash of everything that decides a vector."""
    digest = hashlib.sha256()
    for name in ("vision.safetensors", "text.safetensors", HEADS_FILE, "vision.onnx", "text.onnx",
                 "tokenizer.json"):  # fmt: skip
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:32]


def sources(material: Gathered) -> list[dict[str, Any]]:
    """What was trained on, with licences and counts."""
    counts = Counter(material.examples[row].source for row in material.split.train)
    return [
        {"what": "Open Clip Art drawings with titles and keywords",
         "source": "Debian openclipart-png, openclipart-svg 1:0.18",
         "licence": "public domain", "pictures": counts["openclipart"]},
        {"what": "Open Clip Art drawings that only have a telling file name",
         "source": "Debian openclipart-png, openclipart-svg 1:0.18",
         "licence": "public domain", "pictures": counts[NAMED]},
        *({"what": one.credit, "source": f"npm {one.package} {one.version}",
           "licence": one.licence, "pictures": counts[one.package.rpartition("/")[2]]}
          for one in ICON_SETS if counts[one.package.rpartition("/")[2]]),
        {"what": "keywords of emoji", "source": "npm emojilib 4.0.3", "licence": "MIT"},
        {"what": "names, definitions and kinds of the 1,000 classes, with prototypes made"
                 " from the classifier's weights", "source": "Debian wordnet-base",
         "licence": "WordNet 3.0 licence"},
    ]  # fmt: skip


def describe(material: Gathered, folder: Path, grounding: dict[str, Any]) -> None:
    """Write what was done and measured in the manifest and the README."""
    files = [file for file in folder.iterdir() if file.suffix != ".md"]
    size = round(sum(file.stat().st_size for file in files) / 1e6, 1)
    grounding = grounding | {"after": grounding["after"] | {"megabytes": size}}
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["revision"] = revision(folder)
    manifest["recipe"]["meaning"] = "unit(head(four depths of the stream) + share * ConSE)"
    manifest["recipe"].pop("drawings", None)  # the regression gave way to the head
    manifest["recipe"]["text"] = "what build_starter.py makes, then the grounded residual block"
    manifest["limits"] = LIMITS | {"weak below": grounding.pop("weak below")}
    sound.describe(folder, manifest)
    manifest.pop("results", None)  # were of the space before it was grounded
    manifest["grounding"] = {
        "trained on": sources(material),
        "held out": {"development": len(material.split.dev), "test": len(material.split.test)},
        **grounding,
    }
    text = json.dumps(manifest, indent=2, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
    readme.write(folder / "README.md", manifest)


def main() -> None:
    """Read the command line and do it all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "explorer-starter")
    parser.add_argument("--out", type=Path, default=ROOT / "assets" / "starter")
    parser.add_argument("--words", type=Path, help="category,word,concreteness,common: SEMCAT")
    parser.add_argument("--compare", type=int, default=0, metavar="SEEDS", help="compare losses")
    parser.add_argument(
        "--sound", choices=("keep", "again", "skip", "only"), default="keep",
        help="the sound tower: train it where there is none, again, not, or nothing else; where"
        " there is one, 'only' measures it",
    )  # fmt: skip
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    begin = time.monotonic()
    work, folder = arguments.work, arguments.out
    work.mkdir(parents=True, exist_ok=True)
    if not (folder / "vision.safetensors").exists():
        command = [sys.executable, str(ROOT / "packaging" / "build_starter.py")]
        subprocess.run([*command, "--out", str(folder)], check=True)
    torch.set_num_threads(arguments.threads)
    towers = ungrounded(folder, work)
    kept = Kept(work / "results.json", towers)
    if arguments.sound == "only":
        gathered = Gathered(towers, work, Told)
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        known = manifest["grounding"] | {"weak below": manifest["limits"]["weak below"]}
        known["after"]["sound"] = heard(folder, gathered, kept, again=False)
        describe(gathered, folder, known)
        return
    material = Material(towers, work, Told)
    print("Before grounding", flush=True)
    before = measure(towers, material, arguments.words, kept, "before")
    losses = {}
    if arguments.compare:
        print("Losses on the development drawings, [mean, deviation]", flush=True)
        seeds = arguments.compare
        losses = kept.once(f"losses of {seeds}", lambda: compare(material, seeds))
    print("Training", flush=True)
    run = work / "runs" / hashlib.sha256(json.dumps(RECIPE.to_dict()).encode()).hexdigest()[:16]
    trained = train(
        RECIPE, material.pairs, material.texts, anchors=material.anchors, folder=run,
        control=Told("steps"), evaluate=lambda s: material.on_dev(s, 1.0), every=50,
    )  # fmt: skip
    for row in trained.history:
        print(f"  {row}")
    share, shares = chosen_share(material, trained)
    print(f"ConSE's share: {share} of {shares}", flush=True)
    fold(folder, heads_of(trained.streams, share), DIMENSION)
    note_revision(folder)
    print("Relations", flush=True)
    made = revision(folder)
    if not (folder / RELATIONS_FILE).exists():
        kept.forget(f"{made} relations")
    space = load_starter(folder, threads=arguments.threads)
    relations = kept.once(
        f"{made} relations", lambda: relate(space, material.examples, folder, work, Told)
    )
    space.close()
    print(f"  {relations}")
    print("After grounding", flush=True)
    after = measure(folder, material, arguments.words, kept, made)
    after["relations"] = relations
    told: dict[str, Any] = {
        "recipe": RECIPE.to_dict(),
        "ConSE's share": share,
        "shares on the development drawings": shares,
        "history": trained.history,
        "losses compared": losses,
        "seeds of each": arguments.compare,
        "compared with": f"{BRIEF['steps']} steps of {BRIEF['batch']}, small heads",
        "before": before,
        "after": after,
        "weak below": kept.once(f"{made} calibrated", lambda: calibrated(folder, material)),
        "minutes of this run": round((time.monotonic() - begin) / 60, 1),
    }
    # What is seen and read is told before the ear is trained: that takes as long as all the rest.
    describe(material, folder, told)
    if arguments.sound != "skip":
        print("Sound", flush=True)
        after["sound"] = heard(folder, material, kept, again=arguments.sound == "again")
        told["minutes of this run"] = round((time.monotonic() - begin) / 60, 1)
        describe(material, folder, told)
    print(f"{folder}: revision {revision(folder)}")


if __name__ == "__main__":
    main()
