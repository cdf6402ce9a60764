"""What the starter is measured on and never trained on, apart from the held-out clip art."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from make_samples import fetch, from_resource
from starter_training.pictures import DRAWN_SIDE, on_white

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "assets" / "samples"
STAMPS = Path("/usr/share/tuxpaint/stamps")

Pixels = NDArray[np.uint8]


class Labelled(NamedTuple):
    """A picture on white, uint8 RGB (height, width, 3), and what it shows."""

    pixels: Pixels
    label: str


def listed(kind: str, work: Path) -> list[Labelled]:
    """The photos or cartoons of ``held_out.csv``, from GCompris and from the sample media."""
    resources = fetch("gcompris-qt-data", work)
    found = []
    with (HERE / "held_out.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == kind:
                archive, _, inner = row["location"].partition("#")
                if archive == "samples":
                    picture = Image.open(SAMPLES / inner)
                else:
                    picture = from_resource(resources / archive, inner)
                found.append(Labelled(_small(picture), row["label"]))
    return found


def stamps(folder: Path = STAMPS) -> list[Labelled]:
    """Tux Paint's stamps with their descriptions (GPL: measured on, never shipped)."""
    found = []
    for path in sorted(folder.rglob("*.png")):
        words = path.with_suffix(".txt")
        if words.exists() and not path.stem.endswith(("_mirror", "_flip")):
            title = words.read_text(encoding="utf-8").splitlines()[0].strip().lower()
            found.append(Labelled(_small(Image.open(path)), title.strip(" .!")))
    return found


def _small(picture: Image.Image) -> Pixels:
    picture = picture.convert("RGBA")
    picture.thumbnail((DRAWN_SIDE, DRAWN_SIDE), Image.Resampling.BICUBIC)
    return on_white(picture)
