"""Segments over their picture, and two pictures with the patches that are each other's."""

from __future__ import annotations

import numpy as np
from cmap import Colormap
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from explorer.core.media import Pixels
from explorer.lenses.explanation.directions import PatchMatches
from explorer.lenses.explanation.segments import Segments

MATCHES, GAP, HEIGHT = 16, 16, 480


def segment_picture(picture: Pixels, segments: Segments, strength: float = 0.55) -> Pixels:
    """A picture with every class in its own colour over it."""
    over = picture.astype(np.float32)
    for name, colour in zip(segments.names, _colours(len(segments.names)), strict=True):
        here = segments.mask(name)
        over[here] = over[here] * (1 - strength) + colour * strength
    return over.round().astype(np.uint8)


def match_picture(picture: Pixels, other: Pixels, found: PatchMatches) -> Pixels:
    """Two pictures side by side; lines join the nearest of the patches that are each other's."""
    sides = [_scaled(one) for one in (picture, other)]
    sheet = Image.new("RGB", (sum(one.width for one in sides) + GAP, HEIGHT), "white")
    sheet.paste(sides[0], (0, 0))
    sheet.paste(sides[1], (sides[0].width + GAP, 0))
    draw = ImageDraw.Draw(sheet)
    nearness = np.where(found.mutual, found.cosines.max(axis=1), -np.inf)
    chosen = [one for one in np.argsort(-nearness)[:MATCHES].tolist() if found.mutual[one]]
    for patch, colour in zip(chosen, _colours(len(chosen)), strict=True):
        start = found.layout.centre(patch, *sides[0].size)
        x, y = found.other_layout.centre(int(found.best[patch]), *sides[1].size)
        end = (x + sides[0].width + GAP, y)
        paint = tuple(int(one) for one in colour)
        draw.line([start, end], fill=paint, width=2)
        for place in (start, end):
            draw.circle(place, 5, fill=paint, outline="white", width=2)
    return np.asarray(sheet)


def _scaled(picture: Pixels) -> Image.Image:
    drawn = Image.fromarray(picture)
    width = max(1, round(drawn.width * HEIGHT / drawn.height))
    return drawn.resize((width, HEIGHT), Image.Resampling.LANCZOS)


def _colours(count: int) -> NDArray[np.float32]:
    """That many colours that are told apart easily: float32 (count, 3), 0 to 255."""
    steps = (np.arange(count) * 0.618034) % 1  # neighbours in the list are far apart
    return np.asarray(Colormap("gnuplot:rainbow")(steps)[:, :3] * 255, np.float32)
