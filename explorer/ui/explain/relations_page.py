"""Subject, relation, object: where the two things are, and how likely each relation is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from explorer.core.tokens import GridLayout
from explorer.lenses.heat_picture import heat_layer
from explorer.lenses.relations import Relation
from explorer.ui.appearance import Appearance
from explorer.ui.explain.bars import Bars
from explorer.ui.explain.heat_view import HeatView
from explorer.ui.explain.plain_table import PlainTable
from explorer.ui.explain.words_told import tr
from explorer.ui.spoken import spoken
from explorer.viewstate.explaining import Explaining
from explorer.viewstate.explaining_relations import Relating

SUBJECT, OBJECT = "accent", "sound"
"""Roles of the colours of the two things."""


class RelationsPage(QWidget):
    """The picture with both things in their colours, the pairs, and the chances of one pair."""

    def __init__(
        self,
        explaining: Explaining,
        relating: Relating,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._explaining, self._relating, self._look = explaining, relating, appearance
        self.says = QLabel(self)
        self.says.setWordWrap(True)
        self.says.setProperty("tone", "quiet")
        self.view = HeatView(appearance, self)
        self.view.setAccessibleName(tr("Picture with the two things of a relation"))
        self.view.setMinimumHeight(160)
        self.view.boxes = False
        heads = [tr("Subject, relation, object"), tr("Chance")]
        self.table = PlainTable(tr("Relations"), heads, self)
        self.table.setMinimumHeight(88)
        self.table.itemSelectionChanged.connect(self._show_chosen)
        self.legend = QLabel(self)
        self.chances = Bars(tr("Chance of each relation"), appearance, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget, share in (
            (self.says, 0), (self.view, 3), (self.legend, 0), (self.table, 2), (self.chances, 0),
        ):  # fmt: skip
            column.addWidget(widget, share)
        appearance.changed.connect(self._show_chosen)

    @property
    def chosen(self) -> Relation | None:
        """The relation shown."""
        found, row = self._relating.found or (), max(self.table.currentRow(), 0)
        return found[row] if row < len(found) else None

    def show_picture(self, image: QImage | None) -> None:
        """Show another picture."""
        self.view.show_image(image)
        self.view.show_overlay(None)

    def show_relations(self) -> None:
        """Show what has come."""
        found = self._relating.found or ()
        self.table.setRowCount(len(found))
        for row, one in enumerate(found):
            self.table.put(row, [one.text, _percent(one.chance)])
        for widget in (self.table, self.chances, self.legend):
            widget.setVisible(bool(found))
        if found and self.table.currentRow() < 0:
            self.table.selectRow(0)
        self.says.setText(self._sentence())
        self._show_chosen()

    def _sentence(self) -> str:
        if self._relating.problem:
            return spoken(self._relating.problem)
        if len(self._relating.things) < 2:
            return tr("Name two things above, such as “a cup on a table”.")
        if self._relating.found is None:
            return tr("Looking for them…")
        return tr("How likely each of nine relations is between two things in the picture.")

    def _show_chosen(self) -> None:
        one, theme = self.chosen, self._look.theme
        if one is None:
            self.view.show_overlay(None)
            return
        self.legend.setText(
            f'<span style="color:{theme.colour(SUBJECT).name()}">● {one.subject}</span>'
            f'&nbsp;&nbsp;&nbsp;<span style="color:{theme.colour(OBJECT).name()}">'
            f"● {one.object}</span>"
        )
        self.view.show_overlay(two_things(one, theme.colour(SUBJECT), theme.colour(OBJECT)))
        bars = sorted(one.chances.items(), key=lambda pair: -pair[1])
        self.chances.show_bars(bars, strong=one.name, told=_percent)


def two_things(one: Relation, subject: QColor, object_: QColor, side: int = 384) -> QImage:
    """Where both were looked for, each in its colour: the layer for the whole picture."""
    first, second = (
        _strength(map_, one.layout, side) for map_ in (one.subject_map, one.object_map)
    )
    total = np.maximum(first + second, 1e-6)
    layer = np.zeros((side, side, 4), np.uint8)
    for channel, (a, b) in enumerate(
        zip(subject.getRgb()[:3], object_.getRgb()[:3], strict=True)  # type: ignore[index]
    ):
        layer[..., channel] = ((first * a + second * b) / total).round()
    layer[..., 3] = (np.maximum(first, second) * 200).round()
    return QImage(layer.data, side, side, 4 * side, QImage.Format.Format_RGBA8888).copy()


def _strength(map_: NDArray[np.float32], layout: GridLayout, side: int) -> NDArray[np.float64]:
    """From 0 to 1 at every pixel, what lies at the mean of the map or below being nothing."""
    above = np.clip(map_ - map_.mean(), 0, None)
    layer = heat_layer(above, layout, (side, side), float(above.max()), opacity=1.0)
    return layer[..., 3].astype(np.float64) / 255


def _percent(chance: float) -> str:
    return f"{QLocale().toString(chance * 100, 'f', 0)} %"
