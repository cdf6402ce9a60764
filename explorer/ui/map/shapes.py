"""Lines under the pictures: outlines of groups, and lines of equal density."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from explorer.ui.map.colours import MapColours
from explorer.ui.map.viewport import Viewport

Line = npt.NDArray[np.float32]

OUTLINE_ALPHA, CHOSEN_ALPHA, TINT = 0.5, 0.95, 0.05
FAINTEST, STRONGEST = 0.22, 0.6
"""Opacity of the outermost and the innermost line of density."""


@dataclass(frozen=True)
class GroupLine:
    """The outline of a group; `colour` is ``#rrggbb``, or empty for none of its own."""

    key: str
    level: int
    lines: Sequence[Line]
    colour: str = ""


class Shapes:
    """Keeps lines as painter paths in map units.

    Attributes
    ----------
    with_outlines, with_density
        What is drawn.
    chosen
        Key of the group that stands out.
    """

    def __init__(self) -> None:
        self.with_outlines = True
        self.with_density = False
        self.chosen = ""
        self._groups: list[tuple[GroupLine, QPainterPath]] = []
        self._density: list[QPainterPath] = []
        self._levels = 0

    def set_groups(self, groups: Sequence[GroupLine]) -> None:
        """Take the outlines of all levels."""
        self._groups = [(group, _path(group.lines)) for group in groups]
        self._levels = max((group.level for group in groups), default=-1) + 1

    def set_density(self, levels: Sequence[Sequence[Line]]) -> None:
        """Take the lines of equal density, from the outermost in."""
        self._density = [_path(lines) for lines in levels]

    def level_at(self, depth: float) -> int:
        """The level whose outlines are shown at a depth of zoom."""
        return max(0, min(int(depth), self._levels - 1))

    def draw(self, painter: QPainter, view: Viewport, depth: float, colours: MapColours) -> None:
        """Draw what is switched on."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(view.width / 2, view.height / 2)
        painter.scale(view.scale, -view.scale)
        painter.translate(-view.centre_x, -view.centre_y)
        if self.with_density:
            self._draw_density(painter, colours)
        level = self.level_at(depth)
        for group, path in self._groups:
            chosen = group.key == self.chosen
            if chosen or (self.with_outlines and group.level == level):
                _draw_group(painter, path, QColor(group.colour or colours.quiet), chosen=chosen)
        painter.restore()

    def _draw_density(self, painter: QPainter, colours: MapColours) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place, path in enumerate(self._density):
            share = place / max(len(self._density) - 1, 1)
            colour = QColor(colours.text)
            colour.setAlphaF(FAINTEST + (STRONGEST - FAINTEST) * share)
            painter.setPen(_pen(colour, 1.0))
            painter.drawPath(path)


def _draw_group(painter: QPainter, path: QPainterPath, colour: QColor, *, chosen: bool) -> None:
    inside = QColor(colour)
    inside.setAlphaF(TINT * (2.5 if chosen else 1))
    colour.setAlphaF(CHOSEN_ALPHA if chosen else OUTLINE_ALPHA)
    painter.setPen(_pen(colour, 2.0 if chosen else 1.25))
    painter.setBrush(inside)
    painter.drawPath(path)


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    return pen


def _path(lines: Sequence[Line]) -> QPainterPath:
    path = QPainterPath()
    for line in lines:
        path.addPolygon(QPolygonF([QPointF(float(x), float(y)) for x, y in line]))
    return path
