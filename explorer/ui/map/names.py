"""Names on the map, each with a halo of the ground's colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from explorer.ui.map.colours import MapColours
from explorer.ui.map.labels import Box, Label, PlacedLabel, place_labels
from explorer.ui.map.viewport import Viewport

SIZES = (18.0, 14.0, 12.5)
"""Type sizes in logical pixels, by level; deeper levels have the last."""
LONGEST = 220.0
HALO = 3.5


class Names:
    """Places and draws labels; a label's size is measured once."""

    def __init__(self, font: QFont) -> None:
        self._font = QFont(font)
        self._sizes: dict[Label, tuple[float, float]] = {}
        self._labels: tuple[Label, ...] = ()

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Take other labels."""
        self._labels = tuple(labels)
        self._sizes.clear()

    def place(self, view: Viewport, fitted_scale: float, taken: Sequence[Box]) -> list[PlacedLabel]:
        """Choose the labels to show in a view."""
        return place_labels(self._labels, view, fitted_scale, self._measure, taken)

    def draw(
        self,
        painter: QPainter,
        placed: Sequence[PlacedLabel],
        colours: MapColours,
        over_pictures: bool,
    ) -> None:
        """Draw placed labels; over pictures a halo does not do, so each gets a ground."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        halo = QPen(QColor(colours.background), HALO, Qt.PenStyle.SolidLine)
        halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        for each in placed:
            font = self._font_of(each.label)
            metrics = QFontMetricsF(font)
            text = metrics.elidedText(each.label.text, Qt.TextElideMode.ElideRight, LONGEST)
            outline = QPainterPath()
            start = QPointF(each.box[0], each.box[1] + metrics.ascent())
            outline.addText(start, font, text)
            if over_pictures:
                ground = QPainterPath()
                ground.addRoundedRect(QRectF(*each.box).adjusted(-6, -2, 6, 2), 5, 5)
                painter.fillPath(ground, _seen_through(colours.background))
            else:
                painter.strokePath(outline, halo)
            painter.fillPath(outline, QColor(colours.text))

    def _measure(self, label: Label) -> tuple[float, float]:
        if label not in self._sizes:
            metrics = QFontMetricsF(self._font_of(label))
            width = min(metrics.horizontalAdvance(label.text), LONGEST)
            self._sizes[label] = (width, metrics.height())
        return self._sizes[label]

    def _font_of(self, label: Label) -> QFont:
        font = QFont(self._font)
        font.setPixelSize(round(SIZES[min(label.level, len(SIZES) - 1)]))
        font.setWeight(QFont.Weight.DemiBold if label.level == 0 else QFont.Weight.Medium)
        return font


def _seen_through(colour: str) -> QColor:
    ground = QColor(colour)
    ground.setAlphaF(0.86)
    return ground
