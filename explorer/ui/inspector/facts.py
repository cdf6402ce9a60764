"""What is known of an item, as a quiet table."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from explorer.collection.item_table import ItemTable
from explorer.ui.item_words import (
    bytes_words,
    duration_words,
    folder_words,
    pixels_words,
    time_words,
)
from explorer.ui.kinds import Kind


def _tr(text: str) -> str:
    return QCoreApplication.translate("Facts", text)


def facts_of(items: ItemTable, row: int, kind: Kind) -> list[tuple[str, str]]:
    """Names and values of what is known of a row; what is not known is left out."""
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
        # Cameras write local time without a zone; it is shown as written.
        moment = QDateTime.fromSecsSinceEpoch(int(items.taken[row])).toUTC()
        short = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        facts.append((_tr("Taken"), short))
    if np.isfinite(items.added[row]):
        facts.append((_tr("Added"), time_words(float(items.added[row]))))
    if not items.present[row]:
        facts.append((_tr("State"), _tr("The file is gone; what was read of it is kept.")))
    return facts


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
