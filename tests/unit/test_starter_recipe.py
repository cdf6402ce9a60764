"""What the starter is trained on: scenes that show what they say, bounds for weak matches."""

from __future__ import annotations

import importlib
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from PIL import Image

PACKAGING = Path(__file__).parents[2] / "packaging"
WORDNET = Path("/usr/share/wordnet")

pytestmark = pytest.mark.skipif(
    not (PACKAGING / "train_starter.py").exists(), reason="needs a checkout"
)


@pytest.fixture
def packaging(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Imports modules of the packaging folder, and forgets them afterwards."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    before = set(sys.modules)

    def take(name: str) -> ModuleType:
        return importlib.import_module(name)

    yield take
    for name in set(sys.modules) - before:
        if name.startswith("starter_"):
            del sys.modules[name]


def coloured(location: str) -> Image.Image:
    """A plain square in a colour of its own, as if it were a drawing."""
    return Image.new("RGBA", (100, 100), location)


def middle(pixels: np.ndarray, colour: str) -> tuple[float, float, int]:
    """Middle (x, y) and area of what has a colour."""
    wanted = np.asarray(Image.new("RGB", (1, 1), colour))[0, 0]
    rows, cols = np.nonzero((pixels == wanted).all(axis=-1))
    return float(cols.mean()), float(rows.mean()), len(rows)


@pytest.mark.skipif(not WORDNET.exists(), reason="needs wordnet-base")
def test_a_scene_shows_the_relation_that_it_says(packaging: object) -> None:
    scenes, sources = packaging("starter_training.scenes"), packaging("starter_sources")
    colours = {"dog": "#ff0000", "guitar": "#0000ff", "teapot": "#ffff00", "kitten": "#00ff00"}
    things = [scenes.Thing(colour, name) for name, colour in colours.items()]
    kinds = scenes.Kinds(sources.Nouns(WORDNET), list(colours))
    composer = scenes.Composer(things, kinds, coloured, seed=3)
    truth = {
        "left of": lambda a, b: a[0] < b[0] - 60 and abs(a[1] - b[1]) < 50,
        "right of": lambda a, b: a[0] > b[0] + 60 and abs(a[1] - b[1]) < 50,
        "above": lambda a, b: a[1] < b[1] - 60 and abs(a[0] - b[0]) < 50,
        "below": lambda a, b: a[1] > b[1] + 60 and abs(a[0] - b[0]) < 50,
        "on": lambda a, b: a[1] < b[1] and abs(a[0] - b[0]) < 60,
        "inside": lambda a, b: max(abs(a[0] - b[0]), abs(a[1] - b[1])) < 60,
        "bigger than": lambda a, b: a[2] > 2 * b[2],
    }
    for relation, holds in truth.items():
        for _ in range(12):
            scene = composer.scene(relation)
            subject, told, object_ = scene.triples[0]
            assert told == relation
            places = [middle(scene.pixels, colours[name]) for name in (subject, object_)]
            assert holds(*places), (relation, places)


@pytest.mark.skipif(not WORDNET.exists(), reason="needs wordnet-base")
def test_wordnet_says_what_is_alike_and_what_is_part_of_what(packaging: object) -> None:
    scenes, sources = packaging("starter_training.scenes"), packaging("starter_sources")
    names = ["wheel", "car", "dog", "bird", "wing", "guitar", "xyzzy"]
    kinds = scenes.Kinds(sources.Nouns(WORDNET), names)

    assert "xyzzy" not in kinds.above
    assert "car" in kinds.parts["wheel"]
    assert "bird" in kinds.parts["wing"]
    assert "dog" not in kinds.parts["wing"]
    assert kinds.alike("dog", "dog")
    assert not kinds.alike("dog", "guitar")


def test_a_bound_parts_right_answers_from_the_best_wrong_ones(packaging: object) -> None:
    calibration = packaging("starter_training.calibration")
    chance = np.random.default_rng(0)
    scores = chance.normal(0.1, 0.05, (200, 50)).astype(np.float32)
    right = np.eye(200, 50, dtype=bool)
    right[50:, 0] = True
    scores[right] += 0.3

    bound = calibration.bound(scores, right)

    assert 0.2 < bound["score"] < 0.4
    assert bound["right answers above"] > 0.9
    assert bound["best wrong answers below"] > 0.9


def test_pictures_that_look_alike_are_on_one_side(packaging: object) -> None:
    pytest.importorskip("torch")
    dataset = packaging("starter_training.dataset")
    chance = random.Random(0)
    marks = [bytes(chance.randrange(256) for _ in range(32)) for _ in range(20)]
    twin = bytes([marks[3][0] ^ 1, *marks[3][1:]])
    fingerprints = np.frombuffer(b"".join([*marks, twin]), np.uint8).reshape(-1, 32)

    groups = dataset.groups(fingerprints)

    assert groups[3] == groups[20]
    assert len(set(groups.tolist())) == 20


def test_the_readme_is_what_the_manifest_says(packaging: object, tmp_path: Path) -> None:
    starter = PACKAGING.parent / "assets" / "starter"
    manifest = json.loads((starter / "manifest.json").read_text(encoding="utf-8"))
    page = tmp_path / "README.md"

    packaging("starter_training.readme").write(page, manifest)

    assert page.read_text(encoding="utf-8") == (starter / "README.md").read_text(encoding="utf-8")
