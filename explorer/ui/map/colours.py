"""The map's colours, and scales that turn values into them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from explorer.ui.map.raster import Ink

if TYPE_CHECKING:
    from explorer.ui.theme import Theme

Rgba = npt.NDArray[np.uint8]

_DARK_CATEGORIES = (
    "#8f7cf0", "#b5c95a", "#46b8b0", "#ef8fb4", "#6ea6f2", "#d98c62",
    "#c7b6ef", "#7ccf8a", "#ded079", "#9b9ba6",
)  # fmt: skip
_LIGHT_CATEGORIES = (
    "#6b55d8", "#7c9023", "#178880", "#c8437b", "#2c70c8", "#a6582a",
    "#9479cf", "#37894a", "#8f7c18", "#74747d",
)  # fmt: skip
# From dark to bright with hue, so that they order in grey and for every kind of colour vision.
_DARK_SCALE = ("#443f86", "#3d6ea3", "#38a09b", "#86c664", "#f4e35f")
_LIGHT_SCALE = ("#e0cf62", "#86bb55", "#2d938d", "#2f5f97", "#2f2768")
# Blue to orange through grey: told apart by people who see no red or no green.
_DARK_DIVERGING = ("#5aa7f0", "#44729f", "#57575e", "#ab6f38", "#f4a851")
_LIGHT_DIVERGING = ("#1d5ca6", "#7ea3cc", "#bcbcc1", "#d19a66", "#a44f12")


@dataclass(frozen=True)
class MapColours:
    """Colours of everything on the map, as ``#rrggbb``.

    Attributes
    ----------
    background, panel, raised, line, text, quiet, accent
        As the theme names them.
    categories
        For kinds and clusters, told apart by people who see few colours; used over again.
    scale
        From the lowest to the highest value.
    diverging
        From one side of nought through it to the other.
    """

    background: str
    panel: str
    raised: str
    line: str
    text: str
    quiet: str
    accent: str
    categories: tuple[str, ...]
    scale: tuple[str, ...]
    diverging: tuple[str, ...] = _DARK_DIVERGING

    @classmethod
    def dark(cls) -> MapColours:
        """Colours for the dark theme."""
        return cls("#1b1b1d", "#232326", "#2c2c30", "#38383d", "#e8e8ea", "#a2a2a9", "#f2a93b",
                   _DARK_CATEGORIES, _DARK_SCALE)  # fmt: skip

    @classmethod
    def light(cls) -> MapColours:
        """Colours for the light theme."""
        return cls("#f4f4f5", "#ffffff", "#ececee", "#d9d9dd", "#1c1c1f", "#66666e", "#b86e00",
                   _LIGHT_CATEGORIES, _LIGHT_SCALE, _LIGHT_DIVERGING)  # fmt: skip

    @classmethod
    def of_theme(cls, theme: Theme) -> MapColours:
        """Take the theme's colours, those of the kinds of content first."""
        base = cls.dark() if theme.dark else cls.light()
        kinds = (theme.words, theme.pictures, theme.sound)
        return replace(
            base,
            background=theme.window,
            panel=theme.panel,
            raised=theme.raised,
            line=theme.line,
            text=theme.text,
            quiet=theme.quiet,
            accent=theme.accent,
            categories=(*kinds, *base.categories[len(kinds) :]),
        )

    @property
    def ink(self) -> Ink:
        """What the raster needs of them."""
        return Ink(rgb(self.background), rgb(self.text), rgb(self.accent))


def rgb(colour: str) -> tuple[int, int, int]:
    """Read ``#rrggbb``."""
    value = int(colour.removeprefix("#"), 16)
    return value >> 16, value >> 8 & 255, value & 255


def category_colours(codes: npt.ArrayLike, categories: tuple[str, ...], nothing: str) -> Rgba:
    """Colour categories.

    Parameters
    ----------
    codes
        (n,) whole numbers from 0; a negative one is no category.
    categories
        Colours, used over again when there are more categories.
    nothing
        Colour of no category.

    Returns
    -------
    rgba
        (n, 4) uint8, opaque.
    """
    numbers = np.asarray(codes, np.int64)
    table = np.array([(*rgb(colour), 255) for colour in (*categories, nothing)], np.uint8)
    return table[np.where(numbers < 0, len(categories), numbers % len(categories))]


def scale_colours(
    values: npt.ArrayLike, scale: tuple[str, ...], nothing: str, limits: tuple[float, float]
) -> Rgba:
    """Colour values along a scale.

    Parameters
    ----------
    values
        (n,) numbers; NaN has no colour of its own and gets `nothing`.
    limits
        Values that get the first and the last colour; beyond them it stays the same.

    Returns
    -------
    rgba
        (n, 4) uint8, opaque.
    """
    numbers = np.asarray(values, np.float64)
    low, high = limits
    share = np.clip((numbers - low) / ((high - low) or 1.0), 0, 1)
    known = np.isfinite(share)
    stops = np.array([rgb(colour) for colour in scale], np.float64)
    places = np.linspace(0, 1, len(scale))
    rgba = np.full((len(numbers), 4), 255, np.uint8)
    for channel in range(3):
        mixed = np.interp(np.where(known, share, 0), places, stops[:, channel])
        rgba[:, channel] = np.where(known, np.rint(mixed), rgb(nothing)[channel])
    return rgba
