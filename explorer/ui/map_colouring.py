"""Turns what the map is coloured by into colours, a legend with names, or a scale with numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from explorer.ui.appearance import Appearance
from explorer.ui.kinds import Kinds
from explorer.ui.map.colours import MapColours, category_colours, scale_colours
from explorer.ui.map.corner import LegendEntry
from explorer.viewstate.map_colouring import LENS, Amounts, Categories, Colouring
from explorer.viewstate.session import Session

Rgba = NDArray[np.uint8]

GONE_ALPHA = 70
TRUSTED, LEAST_ALPHA = 0.5, 26
"""A point that keeps this share of its neighbours is drawn whole; one that keeps none, faintly."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("MapColouring", text)


@dataclass(frozen=True, slots=True)
class Palette:
    """What colours are taken from."""

    colours: MapColours
    appearance: Appearance
    kinds: Kinds

    def of_categories(self, found: Categories) -> tuple[str, ...]:
        """One colour for each code."""
        if found.of_media:
            theme = self.appearance.theme
            return tuple(theme.content(self.kinds[one].content) for one in found.keys)
        hues = self.colours.categories[:-1]
        return tuple(hues[code % len(hues)] for code in range(len(found.keys)))

    def of_amounts(self, found: Amounts) -> tuple[str, ...]:
        """The colours of a scale."""
        return self.colours.diverging if found.kind == "diverging" else self.colours.scale


def point_colours(found: Colouring, palette: Palette) -> Rgba:
    """Colour each point: (n, 4) uint8."""
    quiet = palette.colours.quiet
    if isinstance(found, Amounts):
        return scale_colours(found.values, palette.of_amounts(found), quiet, found.limits)
    hues = palette.of_categories(found)
    codes = np.where(found.codes < len(hues), found.codes, -1)
    return category_colours(codes, hues or (quiet,), quiet)


def faded(rgba: Rgba, present: NDArray[np.bool_], trust: NDArray[np.floating] | None) -> Rgba:
    """Fade what is gone and, where trust is given, what cannot be trusted."""
    alpha = np.full(len(rgba), 255.0)
    if trust is not None:
        known = min(len(rgba), len(trust))
        share = np.clip(np.nan_to_num(trust[:known], nan=TRUSTED) / TRUSTED, 0, 1)
        alpha[:known] = LEAST_ALPHA + (255 - LEAST_ALPHA) * share
    known = min(len(rgba), len(present))
    alpha[:known] = np.where(present[:known], alpha[:known], np.minimum(alpha[:known], GONE_ALPHA))
    rgba[:, 3] = alpha.astype(np.uint8)
    return rgba


def legend_entries(found: Categories, palette: Palette, hidden: set[str]) -> list[LegendEntry]:
    """The legend of categories; none where there is only one."""
    hues = palette.of_categories(found)
    entries = []
    for code, name in enumerate(found.names):
        if found.of_media:
            name = palette.kinds[found.keys[code]].plural.capitalize()
        own = found.keys[code]
        name = name or _tr("no name")
        entries.append(LegendEntry(own, name, hues[code], found.counts[code], own not in hidden))
    if found.of_media:  # their order in the table says nothing; the sidebar has them so, too
        entries.sort(key=lambda entry: -(entry.count or 0))
    return entries if len(entries) > 1 else []


def colour_names(keys: Sequence[str], session: Session) -> list[tuple[str, str]]:
    """What one can colour by, in words."""
    return [(key, colour_name(key, session)) for key in keys]


def colour_name(key: str, session: Session) -> str:
    """What one colours by, in words."""
    if key.startswith(LENS):
        column = session.columns.get(key.removeprefix(LENS))
        return column.title if column is not None else _tr("Kind")
    names = {
        "kind": _tr("Kind"),
        "cluster": _tr("Group"),
        "score": _tr("Closeness to the query"),
        "trust": _tr("Trust in the place"),
        "taken": _tr("Time taken"),
        "modified": _tr("Time changed"),
        "folder": _tr("Folder"),
        "rating": _tr("Rating"),
        "size": _tr("File size"),
        "pixels": _tr("Pixels"),
        "duration": _tr("Duration"),
    }
    return names.get(key, _tr("Kind"))


def scale_numbers(found: Amounts) -> tuple[str, str, str]:
    """What stands below the scale: at its low end, its middle, its high end."""
    low, high = found.limits
    return (_number(low, found), _number((low + high) / 2, found), _number(high, found))


def _number(value: float, found: Amounts) -> str:
    locale = QLocale()
    if found.unit == "share":
        return locale.toString(value * 100, "f", 0) + " %"
    if found.unit == "date":
        span = found.limits[1] - found.limits[0]
        when = QDateTime.fromSecsSinceEpoch(int(value))
        return when.toString("yyyy-MM-dd" if span > 3 * 86400 else "dd hh:mm")
    if found.unit == "bytes":
        return locale.formattedDataSize(int(max(value, 0)), 0)
    if found.unit == "pixels":
        return locale.toString(value / 1e6, "f", 1) + " MP"
    if found.unit == "seconds":
        return f"{int(value) // 60}:{int(value) % 60:02}"
    if found.unit == "stars":
        return locale.toString(value, "f", 0) + " ★"
    return locale.toString(value, "g", 3)
