"""What is known of an item, as a quiet table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from explorer.collection.item_table import ItemTable
from explorer.ui.item_words import (
    bytes_words,
    camera_time_words,
    duration_words,
    folder_words,
    pixels_words,
    time_words,
)
from explorer.ui.kinds import Kind


def _tr(text: str) -> str:
    return QCoreApplication.translate("Facts", text)


def facts_of(
    items: ItemTable, row: int, kind: Kind, meta: Mapping[str, Any] | None = None
) -> list[tuple[str, str]]:
    """Names and values of what is known of a row; what is not known is left out.

    `meta` is what the file says of itself, once it is read.
    """
    meta = meta or {}
    path = str(items.paths[row])
    facts = [
        (_tr("Kind"), kind.singular),
        (_tr("File"), Path(path).name + (f" · {items.parts[row]}" if items.parts[row] else "")),
        (_tr("Folder"), folder_words(path)),
    ]
    if items.width[row] > 0:
        size = pixels_words(int(items.width[row]), int(items.height[row]))
        facts.append((_tr("Size"), size))
    if np.isfinite(items.duration[row]):
        facts.append((_tr("Length"), duration_words(float(items.duration[row]))))
    facts.append((_tr("On disk"), bytes_words(int(items.size[row]))))
    if np.isfinite(items.taken[row]):
        facts.append((_tr("Taken"), camera_time_words(float(items.taken[row]))))
    facts += camera_facts(meta)
    facts.append((_tr("Changed"), time_words(items.modified_ns[row] / 1e9)))
    if np.isfinite(items.added[row]):
        facts.append((_tr("Added"), time_words(float(items.added[row]))))
    if not items.present[row]:
        facts.append((_tr("State"), _tr("The file is gone; what was read of it is kept.")))
    return facts


def camera_facts(meta: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Camera, lens, exposure, place and author, as far as the file names them."""
    facts = [
        (title, str(meta[name]))
        for name, title in (("camera", _tr("Camera")), ("lens", _tr("Lens")))
        if meta.get(name)
    ]
    parts = []
    if time := _number(meta.get("exposure")):
        parts.append(exposure_words(time))
    if aperture := _number(meta.get("aperture")):
        parts.append(f"f/{QLocale().toString(aperture, 'g', 3)}")
    if iso := _number(meta.get("iso")):
        parts.append(f"ISO {int(iso)}")
    if focal := _number(meta.get("focal_length")):
        parts.append(_tr("{} mm").format(QLocale().toString(focal, "g", 4)))
    if parts:
        facts.append((_tr("Exposure"), "  ".join(parts)))
    latitude, longitude = _number(meta.get("latitude")), _number(meta.get("longitude"))
    if latitude is not None and longitude is not None:
        facts.append((_tr("Place"), place_on_earth(latitude, longitude)))
    if meta.get("author"):
        facts.append((_tr("Author"), str(meta["author"])))
    return facts


def exposure_words(seconds: float) -> str:
    """How long the light came in: "1/250 s", "2.5 s"."""
    if seconds < 0.4:
        return _tr("1/{} s").format(round(1 / seconds))
    return _tr("{} s").format(QLocale().toString(float(seconds), "g", 3))


def place_on_earth(latitude: float, longitude: float) -> str:
    """Degrees with their side: "52.51627° N, 13.37770° E"."""
    sides = (_tr("N") if latitude >= 0 else _tr("S"), _tr("E") if longitude >= 0 else _tr("W"))
    degrees = (QLocale().toString(abs(angle), "f", 5) for angle in (latitude, longitude))
    return ", ".join(f"{angle}° {side}" for angle, side in zip(degrees, sides, strict=True))


def _number(value: Any) -> float | None:
    known = isinstance(value, int | float) and not isinstance(value, bool) and np.isfinite(value)
    return float(value) if known else None


class FactsTable(QWidget):
    """Two columns; values can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._labels: list[QLabel] = []

    def show_facts(self, facts: list[tuple[str, str]]) -> None:
        """Show these."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        for line, (name, value) in enumerate(facts):
            # A path without a space may break behind each slash, or it would widen the column.
            breakable = value.replace("/", "/\u200b").replace("_", "_\u200b")
            title, words = QLabel(name, self), QLabel(breakable, self)
            title.setProperty("tone", "quiet")
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(f"{name}: {value}")
            self._grid.addWidget(title, line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, line, 1)
            self._labels += [title, words]
