"""The rectangle or lasso that is being drawn."""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from explorer.core.selection import SelectionMode
from explorer.ui.map.colours import MapColours

Shape = Literal["rectangle", "lasso"]

CLOSEST_CORNERS = 3.0
"""A lasso gets a new corner after so many pixels."""


def selection_mode(modifiers: Qt.KeyboardModifier) -> SelectionMode:
    """Read from the keys what to do with a new selection: shift adds, control or alt removes."""
    adds = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    removes = bool(
        modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    )
    if adds and removes:
        return "intersect"
    if adds:
        return "add"
    return "remove" if removes else "new"


class Outline:
    """Follows the pointer from where it was pressed.

    Parameters
    ----------
    shape
        What is drawn.
    start
        In logical pixels.
    """

    def __init__(self, shape: Shape, start: QPointF) -> None:
        self.shape = shape
        self._points = [start]

    def follow(self, place: QPointF) -> None:
        """Take the pointer's new place."""
        if self.shape == "rectangle":
            self._points[1:] = [place]
        elif (place - self._points[-1]).manhattanLength() >= CLOSEST_CORNERS:
            self._points.append(place)

    def corners(self) -> npt.NDArray[np.float64]:
        """Return the outline's corners in logical pixels: (c, 2)."""
        if self.shape == "lasso" or len(self._points) < 2:
            return np.array([(point.x(), point.y()) for point in self._points])
        a, b = self._points
        return np.array([(a.x(), a.y()), (b.x(), a.y()), (b.x(), b.y()), (a.x(), b.y())])

    def draw(self, painter: QPainter, colours: MapColours) -> None:
        """Draw the outline and tint its inside."""
        corners = QPolygonF([QPointF(x, y) for x, y in self.corners()])
        inside = QColor(colours.accent)
        inside.setAlphaF(0.12)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), 1.5))
        painter.setBrush(inside)
        painter.drawPolygon(corners)
        painter.setBrush(Qt.BrushStyle.NoBrush)
