"""Draw examples, and vary them as media in the wild vary."""

from __future__ import annotations

import functools
import hashlib
import io
import json
import random
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageEnhance, ImageOps

from explorer.encoders.starter.preparation import FitSquare

Pixels = NDArray[np.uint8]
SIDE = 224
DRAWN_SIDE = 320
ICON_SIDE = 256


@functools.lru_cache(maxsize=2)
def _icons(path: str) -> dict:
    return json.loads(Path(path).read_text(encoding="utf-8"))


def draw(location: str) -> Image.Image:
    """A picture with its transparency, its longer side at most 320 pixels."""
    path, _, name = location.partition("#")
    if not name:
        with Image.open(path) as file:
            picture = file.convert("RGBA")
        picture.thumbnail((DRAWN_SIDE, DRAWN_SIDE), Image.Resampling.BICUBIC, reducing_gap=2.0)
        return picture
    import resvg_py

    content = _icons(path)
    icon = content["icons"][name]
    left, top = icon.get("left", 0), icon.get("top", 0)
    width = icon.get("width", content.get("width", 16))
    height = icon.get("height", content.get("height", 16))
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="{left} {top} {width} {height}" width="{ICON_SIDE}" color="#222">'
        f"{icon['body']}</svg>"
    )
    drawn = resvg_py.svg_to_bytes(svg_string=svg, width=ICON_SIDE)
    return Image.open(io.BytesIO(bytes(drawn))).convert("RGBA")


def on_white(picture: Image.Image) -> Pixels:
    """uint8 RGB (height, width, 3), transparent parts white."""
    white = Image.new("RGBA", picture.size, "white")
    return np.asarray(Image.alpha_composite(white, picture).convert("RGB"))


def clean_view(picture: Image.Image) -> Pixels:
    """As the starter sees it: uint8 (224, 224, 3)."""
    return FitSquare(SIDE)(on_white(picture))


def varied_view(picture: Image.Image, chance: random.Random) -> Pixels:
    """Another size, proportion, angle, side, light and background: uint8 (224, 224, 3)."""
    if chance.random() < 0.5:
        picture = ImageOps.mirror(picture)
    picture = _lit(picture, chance)
    side = chance.uniform(0.55, 1.1) * SIDE
    stretch = chance.uniform(0.82, 1.22) ** 0.5
    scale = side / max(picture.size)
    size = (
        max(1, round(picture.width * scale * stretch)),
        max(1, round(picture.height * scale / stretch)),
    )
    picture = picture.resize(size, Image.Resampling.BICUBIC)
    picture = picture.rotate(chance.uniform(-15, 15), Image.Resampling.BILINEAR, expand=True)
    square = backdrop(SIDE, chance)
    room = SIDE - picture.width, SIDE - picture.height
    corner = tuple(round(chance.uniform(0.2, 0.8) * space) for space in room)
    square.paste(picture, corner, picture)
    return np.asarray(square)


def _lit(picture: Image.Image, chance: random.Random) -> Image.Image:
    alpha = picture.getchannel("A")
    colours = picture.convert("RGB")
    colours = ImageEnhance.Color(colours).enhance(chance.uniform(0.5, 1.4))
    colours = ImageEnhance.Brightness(colours).enhance(chance.uniform(0.75, 1.2))
    colours = ImageEnhance.Contrast(colours).enhance(chance.uniform(0.75, 1.2))
    colours.putalpha(alpha)
    return colours


def backdrop(side: int, chance: random.Random) -> Image.Image:
    """White, one light colour, or a slope between two: RGB (side, side)."""
    kind = chance.random()
    if kind < 0.4:
        return Image.new("RGB", (side, side), "white")
    first, second = (tuple(chance.randint(90, 255) for _ in range(3)) for _ in range(2))
    if kind < 0.7:
        return Image.new("RGB", (side, side), first)
    slope = Image.linear_gradient("L").resize((side, side)).rotate(chance.choice((0, 90, 180, 270)))
    ends = (Image.new("RGB", (side, side), colour) for colour in (first, second))
    return Image.composite(*ends, slope)


def fingerprint(square: Pixels) -> NDArray[np.uint8]:
    """Whether each of 16 x 16 patches is brighter than its neighbour: 32 bytes (a dHash)."""
    grey = Image.fromarray(square).convert("L").resize((17, 16), Image.Resampling.BOX)
    values = np.asarray(grey, np.int16)
    return np.packbits(values[:, 1:] > values[:, :-1] + 2)


def chance_of(location: str, seed: int) -> random.Random:
    """Random numbers that hang on the picture alone, not on the order of work."""
    name = location.rpartition("/")[2]
    return random.Random(hashlib.sha256(f"{seed} {name}".encode()).digest())
