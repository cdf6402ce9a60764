"""The third stage: scenes through the grounded space, then attention and operators on top."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from safetensors.numpy import save_file

from explorer.align.relations import (
    RelationModel,
    RelationShape,
    Scenes,
    confusion,
    train_relations,
)
from explorer.core.tokens import GridLayout
from explorer.encoders.relations import RELATIONS
from explorer.encoders.space import Space
from explorer.encoders.starter.space import RELATIONS_FILE
from explorer.jobs import Control
from starter_sources import Nouns
from starter_training.pictures import draw
from starter_training.scenes import CELLS, Composer, Kinds, Scene, Thing, scenes
from starter_training.sources import Example

TRAINED, TESTED, CHUNK = 6000, 750, 750
STEPS, BATCH = 1500, 64
DRAWN_SIDE = 288
SEED_STEP = 100
UNSEEN = 4
"""One name in so many is kept for testing; a hash decides."""

SHAPE = RelationShape()
TANGIBLE = {"05", "06", "08", "13", "17", "18", "20"}
"""WordNet's files of animals, artefacts, body parts, food, objects, persons and plants."""


def things_of(examples: Sequence[Example], nouns: Nouns) -> list[Thing]:
    """Pictures whose title is a noun of one or two words for something one can touch."""
    found = []
    for example in examples:
        offset = nouns.first(example.title) if len(example.title.split()) <= 2 else None
        if offset is not None and nouns.file(offset) in TANGIBLE:
            found.append(Thing(example.location, example.title))
    return found


def is_unseen(name: str) -> bool:
    """Whether a name is kept for testing."""
    return hashlib.sha256(name.encode()).digest()[0] % UNSEEN == 0


def relate(
    space: Space,
    examples: Sequence[Example],
    folder: Path,
    work: Path,
    told: Callable[[str], Control],
) -> dict[str, Any]:
    """Train relations, write them in `folder`, and tell how well they do on unseen things."""
    nouns = Nouns(Path("/usr/share/wordnet"))
    things = things_of(examples, nouns)
    kinds = Kinds(nouns, [thing.name for thing in things])
    sides = [[t for t in things if is_unseen(t.name) == unseen] for unseen in (False, True)]
    made = [
        _through(space, functools.partial(Composer, side, kinds, _drawn), seed, count, work, told)
        for side, seed, count in ((sides[0], 1, TRAINED), (sides[1], 2, TESTED))
    ]
    model = train_relations(made[0], SHAPE, steps=STEPS, batch=BATCH, control=told("relations"))
    keep(model, folder)
    counts = confusion(model, made[1])
    return {
        "names trained on": len({thing.name for thing in sides[0]}),
        "names tested on": len({thing.name for thing in sides[1]}),
        "scenes": [len(one.patches) for one in made],
        "top-1": round(float(counts.trace() / counts.sum()), 3),
        "mean over relations": _mean(counts),
        "each": dict(zip(RELATIONS, np.round(_shares(counts), 3).tolist(), strict=True)),
        "trained scenes, mean over relations": _mean(confusion(model, made[0])),
    }


def keep(model: RelationModel, folder: Path) -> None:
    """Write the trained part in half precision."""
    path = folder / RELATIONS_FILE
    save_file({name: array.astype(np.float16) for name, array in model.tensors().items()}, path)
    path.chmod(0o644)


@functools.lru_cache(maxsize=3000)
def _drawn(location: str) -> Image.Image:
    picture = draw(location)
    picture.thumbnail((DRAWN_SIDE, DRAWN_SIDE))
    return picture


def _shares(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Of each relation how often it was found."""
    shares: NDArray[np.float64] = counts.diagonal() / counts.sum(axis=1).clip(min=1)
    return shares


def _mean(counts: NDArray[np.int64]) -> float:
    return round(float(_shares(counts).mean()), 3)


def _through(
    space: Space,
    composer: Callable[[int], Composer],
    seed: int,
    count: int,
    work: Path,
    told: Callable[[str], Control],
) -> Scenes:
    """Scenes as patches, kept in chunks under the revision of the space that saw them."""
    parts = []
    for chunk in range(count // CHUNK):
        path = work / f"scenes-{space.info.revision[:12]}-{seed}-{chunk}.npz"
        if not path.exists():
            control = told(f"scenes {chunk * CHUNK} to {(chunk + 1) * CHUNK} of {count}")
            made = _seen(space, scenes(composer(seed + SEED_STEP * chunk), CHUNK), control)
            np.savez(path, patches=made.patches, words=made.words, triples=made.triples,
                     covered=made.covered)  # fmt: skip
        with np.load(path) as kept:
            parts.append({name: kept[name] for name in kept.files})
    triples, scene, word = [], 0, 0
    for part in parts:
        triples.append(part["triples"] + (scene, word, word, 0))
        scene, word = scene + len(part["patches"]), word + len(part["words"])
    patches, words, covered = (
        np.concatenate([part[name] for part in parts]) for name in ("patches", "words", "covered")
    )
    return Scenes(patches, GridLayout(CELLS, CELLS), words, np.concatenate(triples), covered)


def _seen(space: Space, composed: Iterator[Scene], control: Control) -> Scenes:
    """Scenes one after the other through the space; no picture of them is kept."""
    patches, triples, covered = [], [], []
    rows: dict[str, int] = {}
    for place, scene in enumerate(composed):
        control.progress(place, CHUNK)
        (tokens,) = space.encode_content_tokens("image", [scene.pixels])
        patches.append(tokens.vectors.astype(np.float16))
        for subject, relation, object_ in scene.triples:
            pair = [rows.setdefault(name, len(rows)) for name in (subject, object_)]
            triples.append((place, *pair, RELATIONS.index(relation)))
            cells = [scene.covered[name].ravel() for name in (subject, object_)]
            covered.append(np.stack(cells).astype(np.float16))
    words = space.encode_contents("text", list(rows))
    layout = GridLayout(CELLS, CELLS)
    return Scenes(
        np.stack(patches), layout, words, np.asarray(triples, np.int64), np.stack(covered)
    )
