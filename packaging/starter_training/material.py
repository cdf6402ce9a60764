"""Everything that training needs, made once and kept in a folder, so that a run can go on."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file

from build_starter import DIMENSION
from explorer.align import Pairs, Texts
from explorer.align.heads import TwoStreams
from explorer.core.similarity import normalise
from explorer.encoders.starter.onnx_towers import OnnxTower
from explorer.jobs import Control
from starter_graphs import write_text, write_vision
from starter_sources import CLASSES, Nouns, Synset, fetch, member
from starter_training.dataset import Said, Split, pairs_of, prototypes, said_of, split
from starter_training.features import features_of
from starter_training.fold import write_tapped
from starter_training.goals import found
from starter_training.sources import ICON_SETS, NAMED, Example, clip_art, icons

Floats = NDArray[np.float32]
Told = Callable[[str], Control]

VIEWS = {"openclipart": 4, NAMED: 1}
WEIGHTS = {NAMED: 0.25} | {one.package.rpartition("/")[2]: 0.4 for one in ICON_SETS}
"""How likely a picture is drawn, beside a drawing of Open Clip Art with a title."""

SPLIT_SEED = 1
FROM_MANY = 6000


class Pictures(NamedTuple):
    """Examples with their features; see `features.Views`."""

    examples: list[Example]
    views: list[NDArray[np.float16]]
    places: NDArray[np.float16]
    fingerprints: NDArray[np.uint8]


class Gathered:
    """All examples and how they are split: what it takes to measure, and to train the ear.

    Parameters
    ----------
    towers
        A starter folder without trained heads; see `ungrounded`.
    work
        Where packages and features are kept.
    told
        Makes something that tells how far a piece of work is.
    """

    def __init__(self, towers: Path, work: Path, told: Told) -> None:
        self.towers, self.work = towers, work
        self._pictures = pictures_of(towers, work, told)
        self.examples = self._pictures.examples
        self.split: Split = split(self.examples, self._pictures.fingerprints, SPLIT_SEED)


class Material(Gathered):
    """Pairs to train on, anchors, texts, and the held-out drawings; made as `Gathered` is."""

    def __init__(self, towers: Path, work: Path, told: Told) -> None:
        super().__init__(towers, work, told)
        tower = load_file(towers / "vision.safetensors")
        self.weight, self.bias, classes, self.look_mean, self.look = (
            tower[name].astype(np.float32)
            for name in ("classifier.weight", "classifier.bias", "joint.classes", "joint.mean",
                         "joint.look")
        )  # fmt: skip
        self.classes = normalise(classes)
        pictures = self._pictures
        clean = np.stack([one[0] for one in pictures.views])
        kept = self.split.train
        said = Said()
        self.pairs = pairs_of(
            [self.examples[row] for row in kept], [pictures.views[row] for row in kept],
            pictures.places[kept], self.chances(clean[kept]).astype(np.float16), said, WEIGHTS,
        )  # fmt: skip
        self.anchors = self._anchors(said, clean[kept])
        self.dev = [self.examples[row] for row in self.split.dev]
        self.dev_features = clean[self.split.dev].astype(np.float32)
        self.dev_texts = [said_of(example, said)[0] for example in self.dev]
        self.texts = self._texts(said)

    def _anchors(self, said: Said, clean: NDArray[np.float16]) -> Pairs:
        path = self.work / f"prototypes-{_digest(str(clean.shape))}.npy"
        if not path.exists():
            print("  prototypes of 1,000 classes", flush=True)
            some = np.random.default_rng(0).permutation(len(clean))[:FROM_MANY]
            np.save(path, prototypes(self.weight, self.bias, clean[some].astype(np.float32)))
        nouns = Nouns(Path("/usr/share/wordnet"))
        wheels = self.work / "wheels"
        wheels.mkdir(exist_ok=True)
        listed = member(fetch(CLASSES, wheels), "_info/imagenet_synsets.txt").decode().split()
        texts = [class_texts(nouns, int(wnid[1:])) for wnid in listed]
        return Pairs(np.load(path), [[said.row(text) for text in some] for some in texts], 0.3)

    def _texts(self, said: Said) -> Texts:
        path = self.work / "texts.npz"
        vectors, words = said.table(self.towers, path)
        return Texts(vectors, words, self.classes)

    def chances(self, features: NDArray[np.floating]) -> Floats:
        """Class probabilities (n, 1000) from features (n, 1904)."""
        logits = features[:, -self.weight.shape[1] :].astype(np.float32) @ self.weight.T + self.bias
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        result: Floats = powers / powers.sum(axis=1, keepdims=True)
        return result

    def meaning(self, streams: TwoStreams, features: Floats, share: float) -> Floats:
        """What pictures mean, ConSE counted in with a share: float32 (n, 384), unit length."""
        with torch.inference_mode():
            seen = streams.picture(torch.from_numpy(features)).numpy()
            classes = streams.text(torch.from_numpy(self.classes)).numpy()
        return normalise(seen + share * self.chances(features) @ classes)

    def on_dev(self, streams: TwoStreams, share: float) -> dict[str, float]:
        """Recall among the development drawings by their titles."""
        seen = self.meaning(streams, self.dev_features, share)
        with torch.inference_mode():
            said = streams.text(torch.from_numpy(self.texts.vectors[self.dev_texts])).numpy()
        titles = [example.title for example in self.dev]
        return found(said, seen, titles, titles)


def pictures_of(towers: Path, work: Path, told: Told) -> Pictures:
    """Every source in a fixed order, with features."""
    tapped = towers / "taps.onnx"
    write_tapped(towers / "vision.onnx", tapped)
    tower = OnnxTower(tapped, threads=1)
    art = list(clip_art())
    sources = [
        ([example for example in art if example.source == source], count)
        for source, count in VIEWS.items()
    ]
    sources += [(list(icons(one, work)), one.views) for one in ICON_SETS]
    examples: list[Example] = []
    views: list[NDArray[np.float16]] = []
    places, fingerprints = [], []
    for some, count in sources:
        made = features_of(
            [example.location for example in some],
            count, tower, work / "features", told(f"features of {some[0].source}"),
        )  # fmt: skip
        examples += some
        views += list(made.features)
        places.append(made.cells)
        fingerprints.append(made.fingerprints)
    tower.close()
    return Pictures(examples, views, np.concatenate(places), np.concatenate(fingerprints))


def ungrounded(folder: Path, work: Path) -> Path:
    """A copy of a starter folder without trained heads: as ``build_starter.py`` made it."""
    towers = work / "towers"
    towers.mkdir(parents=True, exist_ok=True)
    for name in ("vision.safetensors", "text.safetensors", "tokenizer.json", "manifest.json"):
        shutil.copyfile(folder / name, towers / name)
    write_vision(towers, DIMENSION)
    write_text(towers, DIMENSION)
    return towers


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


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
