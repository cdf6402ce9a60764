"""A small picture as a few bytes that change little when the picture is saved anew or scaled.

A difference hash (N. Krawetz, "Kind of Like That", 2013) on a grid of 17 x 17: for each pair of
neighbours whether it grows clearly lighter, or clearly darker. A pair that is about as light as
its neighbour sets neither bit, so that the white paper around two drawings, which they share and
in which saving leaves noise, counts for nothing.
"""

from __future__ import annotations

import io
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

SIDE: Final = 16
CLEARLY: Final = 3.0
"""Difference in lightness, of 255, that is more than the noise of saving."""
CELLS: Final = 4
MOST_COLOUR: Final = 48.0
"""Two pictures whose cells differ by more in colour are no copies, whatever their outlines."""


class Fingerprint(NamedTuple):
    """Bits of the differences, uint8 (128,) packed; mean colours, float32 (48,)."""

    bits: NDArray[np.uint8]
    colours: NDArray[np.float32]


def fingerprint(data: bytes) -> Fingerprint | None:
    """The fingerprint of an encoded small picture; None if it cannot be decoded."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            plain = image.convert("RGB")
    except (OSError, UnidentifiedImageError, ValueError):
        return None
    grey = plain.convert("L").resize((SIDE + 1, SIDE + 1), Image.Resampling.BOX)
    light = np.asarray(grey, np.float32)
    across = light[:SIDE, 1:] - light[:SIDE, :-1]
    down = light[1:, :SIDE] - light[:-1, :SIDE]
    steps = np.concatenate([across.ravel(), down.ravel()])
    bits = np.packbits(np.concatenate([steps > CLEARLY, steps < -CLEARLY]))
    cells = plain.resize((CELLS, CELLS), Image.Resampling.BOX)
    return Fingerprint(bits, np.asarray(cells, np.float32).ravel())


def likeness(one: Fingerprint, other: Fingerprint) -> float:
    """How alike two pictures are, from 0 to 1: the share of clear differences that both have.

    0 where their colours are others.
    """
    if np.abs(one.colours - other.colours).max() > MOST_COLOUR:
        return 0.0
    either = int(np.bitwise_count(one.bits | other.bits).sum())
    if not either:  # two plain surfaces of one colour
        return 1.0
    return int(np.bitwise_count(one.bits & other.bits).sum()) / either
