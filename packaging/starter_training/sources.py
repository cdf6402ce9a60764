"""Pictures with words to train on: packages on the registries whose licence lets us.

Every source yields `Example`s in a fixed order. Nothing is decoded here: an example knows how to
draw itself, in whichever process that happens.
"""

from __future__ import annotations

import functools
import html
import json
import re
import subprocess
import tarfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from starter_sources import is_huge

CLIP_ART = Path("/usr/share/openclipart")
MOST_USES = 60
"""A title used more often names a series or an author, not what is to be seen."""

MOST_KEYWORDS = 12

NAMED = "openclipart-names"
MOST_NAMED = 8
MIN_LETTERS = 3
"""What a file name must have, and how often it may be used, to count as a title."""


@dataclass(frozen=True)
class Example:
    """A picture and what is said of it.

    ``location`` is a file, or for icon sets a file and the icon's name in it, parted by ``#``.
    """

    source: str
    location: str
    title: str
    keywords: tuple[str, ...]


@dataclass(frozen=True)
class IconSet:
    """A package of icons on npm in iconify's JSON, as it was when the starter was trained."""

    package: str
    version: str
    licence: str
    credit: str
    views: int


ICON_SETS = (
    IconSet("@iconify-json/noto", "1.2.9", "Apache-2.0", "Noto Emoji, Google", 2),
    IconSet("@iconify-json/twemoji", "1.2.5", "CC-BY-4.0", "Twemoji, Twitter and others", 2),
    IconSet("@iconify-json/emojione", "1.2.3", "CC-BY-4.0", "Emoji One v2, EmojiOne", 1),
    IconSet("@iconify-json/noto-v1", "1.2.5", "Apache-2.0", "Noto Emoji v1, Google", 1),
)
KEYWORDS = ("emojilib", "4.0.3")

_TONE = re.compile(r"-(light|dark|medium|medium-light|medium-dark)(-skin-tone)?(-|$)")
_UNDRAWN = re.compile(r"(^|-)(outline|negative|alt|24px|16|20|24|28|32|48|\d+)(?=-|$)")
_SERIES = ("part of", "clipart by", "untitled", "clip art", "no title")


def npm_package(name: str, version: str, work: Path) -> Path:
    """The folder of an npm package, downloaded once into `work`."""
    folder = work / "npm" / f"{name.removeprefix('@').replace('/', '-')}-{version}"
    if not (folder / "package.json").exists():
        folder.mkdir(parents=True, exist_ok=True)
        packed = subprocess.run(
            ["npm", "pack", "--silent", f"{name}@{version}"],
            cwd=folder.parent, check=True, capture_output=True, text=True,
        ).stdout.split()[-1]  # fmt: skip
        with tarfile.open(folder.parent / packed) as archive:
            for member in archive.getmembers():
                member.name = member.name.partition("/")[2]
                if member.name:
                    archive.extract(member, folder, filter="data")
    return folder


def clean(text: str) -> str:
    """A title as a person would type it: lower case, no underscores, no running number."""
    words = html.unescape(text).replace("_", " ").lower()
    words = re.sub(r"\b\d+\b|[#()\[\]\"]", " ", words)
    return re.sub(r"\s+", " ", words).strip(" -.,:;")


def clip_art(folder: Path = CLIP_ART) -> Iterator[Example]:
    """Open Clip Art by its metadata; where the title says nothing, by the name of the file.

    The latter have a source of their own, since they are trained on and never measured on.
    """
    found = []
    for svg in sorted((folder / "svg").rglob("*.svg")):
        png = (folder / "png" / svg.relative_to(folder / "svg")).with_suffix(".png")
        if png.exists() and not is_huge(png):
            found.append(_clip_art_example(svg, png))
    uses = Counter(example.title for example in found)
    named = []
    for example in found:
        title = example.title
        if title and uses[title] <= MOST_USES and not title.startswith(_SERIES):
            yield example
        else:
            named.append(_by_name(example))
    uses = Counter(example.title for example in named)
    for example in named:
        if len(example.title) >= MIN_LETTERS and uses[example.title] <= MOST_NAMED:
            yield example


def _by_name(example: Example) -> Example:
    path = Path(example.location)
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", path.stem)
    title = clean(re.sub(r"[\d_.\-]+", " ", words))
    place = clean(path.parent.name.replace("-", " "))
    return Example(NAMED, example.location, title, (place, *example.keywords)[:MOST_KEYWORDS])


def _clip_art_example(svg: Path, png: Path) -> Example:
    text = svg.read_text(encoding="utf-8", errors="replace")
    about = re.search(r"<metadata.*?</metadata", text, re.S)
    # Agents have titles too: those of their makers.
    words = re.sub(r"<cc:Agent.*?</cc:Agent>", "", about.group() if about else "", flags=re.S)
    title = re.search(r"<dc:title[^>]*>(.*?)</dc:title>", words, re.S)
    keywords = [clean(word) for word in re.findall(r"<rdf:li[^>]*>(.*?)</rdf:li>", words, re.S)]
    name = clean(title.group(1)) if title else ""
    kept = tuple(
        dict.fromkeys(
            word for word in keywords if 1 < len(word) < 40 and word not in (name, "hash")
        )
    )
    return Example("openclipart", str(png), name, kept[:MOST_KEYWORDS])


def icons(source: IconSet, work: Path) -> Iterator[Example]:
    """The icons of a set, skin tones and outlines left out, with emojilib's keywords."""
    folder = npm_package(source.package, source.version, work)
    content = json.loads((folder / "icons.json").read_text(encoding="utf-8"))
    keywords = emoji_keywords(work)
    short = source.package.rpartition("/")[2]
    seen = set()
    for name in content["icons"]:
        if _TONE.search(name) or "outline" in name or "negative" in name:
            continue
        title = clean(_UNDRAWN.sub(" ", name).replace("-", " "))
        if len(title) < 2 or title in seen:
            continue
        seen.add(title)
        said = tuple(word for word in keywords.get(title, ()) if word != title)
        yield Example(short, f"{folder / 'icons.json'}#{name}", title, said[:MOST_KEYWORDS])


@functools.cache
def emoji_keywords(work: Path) -> dict[str, tuple[str, ...]]:
    """Keywords of emoji by their name."""
    path = npm_package(*KEYWORDS, work) / "dist" / "emoji-en-US.json"
    table: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    named = {}
    for first, *others in table.values():
        words = (clean(word) for word in others)
        named[clean(first)] = tuple(word for word in words if len(word) > 2 and word.isascii())
    return named


def examples(work: Path) -> list[Example]:
    """Everything there is to train on and to hold out, in a fixed order."""
    found = list(clip_art())
    for source in ICON_SETS:
        found += icons(source, work)
    return found
