"""Ground the starter: train its heads on open pictures with words, measure it, describe it.

    python packaging/train_starter.py --words SEMCAT.csv

Begins with what ``build_starter.py`` makes and builds it where it is missing. The towers stay as
they are; what is trained goes in ``heads.safetensors``. Needs the Debian packages ``wordnet-base``,
``openclipart-png``, ``openclipart-svg`` and (to measure only) ``tuxpaint-stamps-default``, npm, and
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
from numpy.typing import NDArray
from safetensors.numpy import load_file

from build_starter import DIMENSION
from explorer.align import HeadShape, Pairs, Recipe
from explorer.align.heads import TwoStreams
from explorer.align.training import Trained, train
from explorer.core.similarity import normalise
from explorer.encoders.space import Space
from explorer.encoders.starter import load_starter
from explorer.encoders.starter.architecture import WIDTH
from explorer.encoders.starter.grounding import HEADS_FILE
from explorer.encoders.starter.onnx_towers import OnnxTower
from explorer.jobs import Control, Job
from starter_graphs import write_text, write_vision
from starter_sources import CLASSES, SEED, Nouns, Synset, fetch, member
from starter_training import goals, readme
from starter_training.dataset import Split, Texts, pairs_of, prototypes, said_of, split
from starter_training.features import features_of
from starter_training.fold import fold, heads_of, write_tapped
from starter_training.held_out import SAMPLES, listed, stamps
from starter_training.sources import ICON_SETS, Example, clip_art, icons

ROOT = Path(__file__).resolve().parents[1]
CLIP_ART_VIEWS = 5
ICON_WEIGHT = 0.6
"""How likely an icon is drawn, beside a drawing of Open Clip Art."""

SHARES = (0.5, 1.0, 1.5, 2.0)
"""How much ConSE may count beside the head; the development drawings choose."""

RECIPE = Recipe(steps=400, picture=HeadShape(1536, 0.3), tether=1.0, seed=SEED)

COMPARED: dict[str, dict[str, Any]] = {
    "InfoNCE": {},
    "InfoNCE, no prototypes": {"anchors": 0.0},
    "sigmoid": {"loss": "sigmoid"},
    "continuously weighted (CWCL)": {"loss": "cwcl"},
    "similarity distribution matching (IRRA)": {"loss": "sdm"},
    "InfoNCE + mixup (M3CoL)": {"mixup": 0.5},
    "InfoNCE + adaptive temperature (after CLSR)": {"adaptive": 0.5},
    "InfoNCE + separation (after CLSR)": {"separation": 0.05},
    "InfoNCE + noise on texts": {"noise": 0.5},
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


class Material:
    """Everything that training needs, made once and kept in `work`."""

    def __init__(self, folder: Path, work: Path) -> None:
        self.folder, self.work = folder, work
        tower = load_file(folder / "vision.safetensors")
        self.weight, self.bias, self.classes = (
            tower[name].astype(np.float32)
            for name in ("classifier.weight", "classifier.bias", "joint.classes")
        )
        self.examples, views, fingerprints = self._pictures()
        self.split: Split = split(self.examples, fingerprints, 1)
        texts = Texts()
        kept = self.split.train
        weights = {one.package.rpartition("/")[2]: ICON_WEIGHT for one in ICON_SETS}
        self.pairs = pairs_of(
            [self.examples[row] for row in kept], [views[row] for row in kept], texts, weights
        )
        self.anchors = self._anchors(texts, np.stack([views[row][0] for row in kept]))
        self.dev = [self.examples[row] for row in self.split.dev]
        self.dev_features = np.stack([views[row][0] for row in self.split.dev]).astype(np.float32)
        self.dev_texts = [said_of(example, texts)[0] for example in self.dev]
        self.texts = self._text_vectors(texts)

    def _pictures(
        self,
    ) -> tuple[list[Example], list[NDArray[np.float16]], NDArray[np.uint8]]:
        tapped = self.folder / "taps.onnx"
        write_tapped(self.folder / "vision.onnx", tapped)
        tower = OnnxTower(tapped)
        sources = [(list(clip_art()), CLIP_ART_VIEWS)]
        sources += [(list(icons(one, self.work)), one.views) for one in ICON_SETS]
        examples: list[Example] = []
        views: list[NDArray[np.float16]] = []
        fingerprints = []
        for some, count in sources:
            made = features_of(
                [example.location for example in some],
                count, tower, self.work / "features", Told(f"features of {some[0].source}"),
            )  # fmt: skip
            examples += some
            views += list(made.features)
            fingerprints.append(made.fingerprints)
        tower.close()
        tapped.unlink()
        return examples, views, np.concatenate(fingerprints)

    def _anchors(self, texts: Texts, clean: NDArray[np.float16]) -> Pairs:
        path = self.work / "prototypes.npy"
        if not path.exists():
            print("  prototypes of 1,000 classes", flush=True)
            some = np.random.default_rng(0).permutation(len(clean))[:6000]
            np.save(path, prototypes(self.weight, self.bias, clean[some].astype(np.float32)))
        nouns = Nouns(Path("/usr/share/wordnet"))
        wheels = self.work / "wheels"
        wheels.mkdir(exist_ok=True)
        listed = member(fetch(CLASSES, wheels), "_info/imagenet_synsets.txt").decode().split()
        said = [class_texts(nouns, int(wnid[1:])) for wnid in listed]
        return Pairs(np.load(path), [[texts.row(text) for text in some] for some in said], 0.3)

    def _text_vectors(self, texts: Texts) -> NDArray[np.float32]:
        every = json.dumps(list(texts.rows)).encode()
        path = self.work / f"texts-{hashlib.sha256(every).hexdigest()[:16]}.npy"
        if not path.exists():
            print(f"  {len(texts.rows)} texts", flush=True)
            space = load_starter(self.folder)
            np.save(path, texts.vectors(space, WIDTH))
            space.close()
        vectors: NDArray[np.float32] = np.load(path)
        return vectors

    def chances(self, features: NDArray[np.float32]) -> NDArray[np.float32]:
        """Class probabilities (n, 1000) from features (n, 1904)."""
        logits = features[:, -self.weight.shape[1] :] @ self.weight.T + self.bias
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True)

    def on_dev(self, streams: TwoStreams, share: float) -> dict[str, float]:
        """Recall among the development drawings, ConSE counted in with a share."""
        with torch.inference_mode():
            seen = streams.picture(torch.from_numpy(self.dev_features)).numpy()
            said = streams.text(torch.from_numpy(self.texts[self.dev_texts])).numpy()
            classes = streams.text(torch.from_numpy(normalise(self.classes))).numpy()
        seen = normalise(seen + share * self.chances(self.dev_features) @ classes)
        titles = [example.title for example in self.dev]
        return goals.found(said, seen, titles, titles)


def class_texts(nouns: Nouns, offset: int) -> list[str]:
    """What is said of a class of the classifier: names, kinds, definition."""
    synset: Synset = nouns[offset]
    name = synset.lemmas[0]
    above = [up.lemmas[0] for _, up in zip(range(2), nouns.above(offset), strict=False)]
    said = [
        *synset.lemmas,
        *(f"{name}, {up}" for up in above),
        synset.gloss,
        f"a photo of a {name}",
    ]
    return list(dict.fromkeys(said))


def compare(material: Material, seeds: int) -> dict[str, Any]:
    """Every loss on the development drawings, several seeds each."""
    table = {}
    for name, changes in COMPARED.items():
        rows = []
        for seed in range(seeds):
            recipe = Recipe.from_dict({**RECIPE.to_dict(), "steps": 120, **changes, "seed": seed})
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


def measure(folder: Path, material: Material, words: Path | None) -> dict[str, Any]:
    """All goals of one starter folder."""
    space: Space = load_starter(folder)
    photos = listed("photo", material.work)
    results: dict[str, Any] = {}

    def note(name: str, value: Callable[[], Any]) -> None:
        results[name] = value()
        print(f"  {name}: {json.dumps(results[name])[:300]}", flush=True)

    art = [material.examples[row] for row in material.split.test]
    note("clip art", lambda: goals.drawings(space, art))
    note("photos", lambda: goals.both_ways(space, photos))
    note("cartoons", lambda: goals.both_ways(space, listed("cartoon", material.work)))
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
    kept = [file for file in folder.iterdir() if file.suffix in (".safetensors", ".onnx", ".json")]
    results["megabytes"] = round(sum(file.stat().st_size for file in kept) / 1e6, 1)
    space.close()
    return results


def ungrounded(folder: Path) -> None:
    """Take the heads away: the starter as ``build_starter.py`` made it."""
    (folder / HEADS_FILE).unlink(missing_ok=True)
    write_vision(folder, DIMENSION)
    write_text(folder, DIMENSION)


def revision(folder: Path) -> str:
    """Hash of everything that decides a vector."""
    digest = hashlib.sha256()
    for name in ("vision.safetensors", "text.safetensors", HEADS_FILE, "vision.onnx", "text.onnx",
                 "tokenizer.json"):  # fmt: skip
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:32]


def describe(material: Material, grounding: dict[str, Any]) -> None:
    """Write what was done and measured in the manifest and the README."""
    path = material.folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    trained_on = {material.examples[row].source for row in material.split.train}
    counts = Counter(material.examples[row].source for row in material.split.train)
    manifest["revision"] = revision(material.folder)
    manifest["grounding"] = {
        "trained on": [
            {"what": "Open Clip Art drawings with titles and keywords",
             "source": "Debian openclipart-png, openclipart-svg 1:0.18",
             "licence": "public domain", "pictures": counts["openclipart"]},
            *({"what": one.credit, "source": f"npm {one.package} {one.version}",
               "licence": one.licence, "pictures": counts[one.package.rpartition("/")[2]]}
              for one in ICON_SETS if one.package.rpartition("/")[2] in trained_on),
            {"what": "keywords of emoji", "source": "npm emojilib 4.0.3", "licence": "MIT"},
            {"what": "names, definitions and kinds of the 1,000 classes, with prototypes made"
                     " from the classifier's weights", "source": "Debian wordnet-base",
             "licence": "WordNet 3.0 licence"},
        ],
        "held out": {"development": len(material.split.dev), "test": len(material.split.test)},
        **grounding,
    }  # fmt: skip
    text = json.dumps(manifest, indent=2, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
    readme.write(material.folder / "README.md", manifest)


def main() -> None:
    """Read the command line and do it all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "explorer-starter")
    parser.add_argument("--out", type=Path, default=ROOT / "assets" / "starter")
    parser.add_argument("--words", type=Path, help="category,word,concreteness,common: SEMCAT")
    parser.add_argument("--compare", type=int, default=0, metavar="SEEDS", help="compare losses")
    arguments = parser.parse_args()
    begin = time.monotonic()
    work, folder = arguments.work, arguments.out
    work.mkdir(parents=True, exist_ok=True)
    if not (folder / "vision.safetensors").exists():
        command = [sys.executable, str(ROOT / "packaging" / "build_starter.py")]
        subprocess.run([*command, "--out", str(folder)], check=True)
    ungrounded(folder)
    material = Material(folder, work)
    kept = work / "results.json"
    results: dict[str, Any] = json.loads(kept.read_text()) if kept.exists() else {}
    tower = hashlib.sha256((folder / "vision.safetensors").read_bytes()).hexdigest()
    if results.get("tower") != tower:
        print("Before grounding")
        results = {"tower": tower, "before": measure(folder, material, arguments.words)}
        kept.write_text(json.dumps(results))
    if arguments.compare:
        print("Losses on the development drawings, [mean, deviation]")
        results["losses"] = compare(material, arguments.compare)
        results["seeds"] = arguments.compare
        kept.write_text(json.dumps(results))
    print("Training")
    run = work / "runs" / hashlib.sha256(json.dumps(RECIPE.to_dict()).encode()).hexdigest()[:16]
    trained = train(
        RECIPE, material.pairs, material.texts, anchors=material.anchors, folder=run,
        control=Told("steps"), evaluate=lambda s: material.on_dev(s, 1.0), every=100,
    )  # fmt: skip
    for row in trained.history:
        print(f"  {row}")
    share, shares = chosen_share(material, trained)
    print(f"ConSE's share: {share} of {shares}")
    fold(folder, heads_of(trained.streams, material.classes, share), DIMENSION)
    print("After grounding")
    after = measure(folder, material, arguments.words)
    describe(
        material,
        {
            "recipe": RECIPE.to_dict(),
            "ConSE's share": share,
            "shares on the development drawings": shares,
            "history": trained.history,
            "losses compared": results.get("losses", {}),
            "seeds of each": results.get("seeds", 0),
            "before": results["before"],
            "after": after,
            "minutes of this run": round((time.monotonic() - begin) / 60, 1),
        },
    )
    print(f"{folder}: revision {revision(folder)}")


if __name__ == "__main__":
    main()
