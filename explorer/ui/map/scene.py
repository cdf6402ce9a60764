"""Everything the map draws, and what is where on it; the widget adds the hand and the keys."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from explorer.ui.map.colours import MapColours
from explorer.ui.map.fitting import fitted_beside
from explorer.ui.map.labels import Box, Label, PlacedLabel, depth_of
from explorer.ui.map.names import Names
from explorer.ui.map.pictures import TilePictures
from explorer.ui.map.point_index import PointIndex, index_points
from explorer.ui.map.raster import GREY, LIT, SELECTED, Points, Raster, is_ready, point_diameter
from explorer.ui.map.shapes import Shapes
from explorer.ui.map.tiles import Tile, choose_tiles, tile_range, tile_side, tiles_shown
from explorer.ui.map.viewport import Viewport

Floats = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]

SLOW_FRAME = 0.03
"""Seconds; a slower frame makes the next ones coarse while the view moves."""


class Scene:
    """Points, thumbnails and names, and how they look now.

    Parameters
    ----------
    font, colours
        Of the names, and of everything.
    """

    def __init__(self, font: QFont, colours: MapColours) -> None:
        self.colours = colours
        self.index: PointIndex = index_points(np.empty((0, 2), np.float32))
        self.coordinates: Floats = np.empty((0, 2), np.float32)
        self.pictures = TilePictures()
        self.names = Names(font)
        self.with_pictures = True
        self.with_names = True
        self.shapes = Shapes()
        self.flying = False
        self.linked: tuple[int, Rows] = (-1, np.empty(0, np.int64))
        self.covered: tuple[Box, ...] = ()
        self.highlight = -1
        self.selected: Rows = np.empty(0, np.int64)
        self.lit: npt.NDArray[np.bool_] | None = None
        self.present: npt.NDArray[np.bool_] | None = None
        self.scores: npt.NDArray[np.floating] | None = None
        self.tiles: list[Tile] = []
        self._rgba = np.empty((0, 4), np.uint8)
        self._state = np.empty(0, np.uint8)
        self._points: Points | None = None
        self._tiled_for: object = None
        self._raster = Raster()
        self._buffer: npt.NDArray[np.uint8] | None = None
        self._image: tuple[object, QImage] | None = None
        self._version = 0
        self._counts: tuple[int, tuple[int, int, int]] | None = None
        self._fitted: tuple[PointIndex, object, Viewport] | None = None
        self._slow = 1
        self._placed: list[PlacedLabel] = []

    def close(self) -> None:
        """End the drawing threads."""
        self._raster.close()

    # -- what is shown ---------------------------------------------------------------------------

    def set_points(self, coordinates: Floats, rgba: npt.NDArray[np.uint8]) -> None:
        """Take places and colours, (n, 2) float32 and (n, 4) uint8."""
        self.set_places(coordinates)
        self.set_colours_of_points(rgba)

    def set_places(self, coordinates: Floats, index: PointIndex | None = None) -> None:
        """Take other places for the same points."""
        self.coordinates = coordinates
        self.index = index_points(coordinates) if index is None else index
        self._changed()

    def set_colours_of_points(self, rgba: npt.NDArray[np.uint8]) -> None:
        """Take other colours, (n, 4) uint8."""
        self._rgba = rgba
        self.update_state()

    def update_state(self) -> None:
        """Work out again which points are grey, lit and selected."""
        state = np.full(len(self.coordinates), LIT, np.uint8)
        if self.lit is not None:
            known = min(len(state), len(self.lit))
            state[:known][~self.lit[:known]] = GREY
            state[known:] = GREY
        inside = self.selected[(self.selected >= 0) & (self.selected < len(state))]
        state[inside] = SELECTED
        self._state = state
        self._changed()

    def _changed(self) -> None:
        self._version += 1
        self._points = None
        self._tiled_for = None

    def state_of(self, row: int) -> int:
        """Return `GREY`, `LIT` or `SELECTED`."""
        return int(self._state[row])

    @property
    def counts(self) -> tuple[int, int, int]:
        """Of the items that are there: how many have a place, how many of these are not grey, and
        how many have none."""
        if self._counts is None or self._counts[0] != self._version:
            there = self._there()
            placed = self.index.order[there[self.index.order]]
            lit = int((self._state[placed] != GREY).sum())
            without = int(there.sum()) - len(placed)
            self._counts = (self._version, (len(placed), lit, without))
        return self._counts[1]

    def _there(self) -> npt.NDArray[np.bool_]:
        there = np.ones(len(self.coordinates), bool)
        if self.present is not None:
            known = min(len(there), len(self.present))
            there[:known] = self.present[:known]
        return there

    def fitted(self, view: Viewport) -> Viewport:
        """Return the view that shows everything, beside what lies over the map."""
        key = (view.width, view.height, self.covered, self.with_pictures)
        known = self._fitted
        if known is None or known[0] is not self.index or known[1] != key:
            fit = fitted_beside(self.index, view, self.covered, pictures=self.with_pictures)
            known = self._fitted = (self.index, key, fit)
        return known[2]

    # -- what is where ---------------------------------------------------------------------------

    def row_at(self, place: QPointF, view: Viewport) -> int:
        """Find what is at a pixel: a thumbnail, or else the nearest point, or -1."""
        for tile in self.tiles:
            card = self.pictures.card(tile, view)
            if card is not None and card.contains(place):
                return tile.row
        x, y = view.to_plane(place.x(), place.y())
        reach = max(point_diameter(self.index, view.scale) / 2 + 2, 6) / view.scale
        return self.index.nearest(x, y, reach)

    def place_of(self, row: int, view: Viewport) -> QRectF | None:
        """Return the box of a row's thumbnail or point on the screen."""
        if not 0 <= row < len(self.coordinates) or not np.isfinite(self.coordinates[row]).all():
            return None
        for tile in self.tiles:
            if tile.row == row and (card := self.pictures.card(tile, view)) is not None:
                return card
        x, y = view.to_pixels(self.coordinates[row : row + 1])[0]
        side = point_diameter(self.index, view.scale) + 3
        return QRectF(float(x) - side / 2, float(y) - side / 2, side, side)

    def next_in_direction(self, row: int, dx: float, dy: float, view: Viewport) -> int:
        """Find the nearest point within 45 degrees of a direction on the screen, or -1."""
        if self.place_of(row, view) is None:
            middle = self.index.nearest(view.centre_x, view.centre_y, view.width / view.scale)
            return middle
        away = view.to_pixels(self.coordinates) - view.to_pixels(self.coordinates[row : row + 1])
        along = away @ (dx, dy)
        across = np.abs(away @ (-dy, dx))
        with np.errstate(invalid="ignore"):
            fits = (along > 0.5) & (across <= along)
        candidates = np.flatnonzero(fits)
        if len(candidates) == 0:
            return -1
        return int(candidates[(along[candidates] + 2 * across[candidates]).argmin()])

    # -- thumbnails ------------------------------------------------------------------------------

    def arrange_tiles(self, view: Viewport) -> list[int]:
        """Choose what the tiles in view show; returns the rows whose picture is missing."""
        if not self.with_pictures or not tiles_shown(self.index, view.scale):
            self.tiles, self._tiled_for = [], None
            return []
        wanted = (self._version, tile_side(view.scale), tile_range(view))
        if wanted != self._tiled_for:
            self.tiles = choose_tiles(self.index, view, self._priority(), self._there())
            self._tiled_for = wanted
        return self.pictures.missing(tile.row for tile in self.tiles)

    def _priority(self) -> npt.NDArray[np.floating]:
        worth = self._state.astype(np.float64) * 10
        scored = self.scores is not None and len(self.scores) == len(worth)
        if self.scores is not None and scored and np.isfinite(self.scores).any():
            low, high = np.nanmin(self.scores), np.nanmax(self.scores)
            worth += np.nan_to_num((self.scores - low) / ((high - low) or 1.0))
        return worth

    # -- drawing ---------------------------------------------------------------------------------

    def draw(self, painter: QPainter, view: Viewport, *, moving: bool) -> None:
        """Draw the points, the thumbnails, what is highlighted, and the names."""
        ratio = painter.device().devicePixelRatioF()
        painter.drawImage(0, 0, self._picture(view, ratio, moving))
        if not self.flying:
            depth = depth_of(view, self.fitted(view).scale)
            self.shapes.draw(painter, view, depth, self.colours)
        self._draw_links(painter, view)
        self.pictures.draw(painter, self.tiles, view, self.colours, self._state, self.highlight)
        self._draw_highlight(painter, view)
        if self.with_names and not self.flying:
            self._placed = self.place_names(view)
            self.names.draw(painter, self._placed, self.colours, over_pictures=bool(self.tiles))
        else:
            self._placed = []

    def place_names(self, view: Viewport) -> list[PlacedLabel]:
        """Choose the names to show."""
        return self.names.place(view, self.fitted(view).scale, self.covered)

    def name_at(self, place: QPointF) -> str:
        """Find the key of the name that is drawn at a pixel, or nothing."""
        found = (each for each in self._placed if QRectF(*each.box).contains(place))
        return next((each.label.key for each in found), "")

    def set_labels(self, labels: Iterable[Label]) -> None:
        """Take other names."""
        self.names.set_labels(tuple(labels))

    def _picture(self, view: Viewport, ratio: float, moving: bool) -> QImage:
        every = self._slow if moving else 1
        key = (view, ratio, self._version, self.colours, is_ready(), every)
        if self._image is not None and self._image[0] == key:
            return self._image[1]
        if self._points is None:
            order = self.index.order
            self._points = Points(self.index, self._rgba[order], self._state[order])
        began = time.perf_counter()
        self._image = None
        self._buffer = self._raster.draw(
            self._points, view, self.colours.ink, ratio=ratio, every=every, into=self._buffer
        )
        self._judge(time.perf_counter() - began, every)
        height, width = self._buffer.shape[:2]
        picture = QImage(self._buffer.data, width, height, 4 * width, QImage.Format.Format_RGBX8888)
        picture.setDevicePixelRatio(ratio)
        self._image = (key, picture)
        return picture

    def _judge(self, seconds: float, every: int) -> None:
        """Choose how coarse to be while moving, so that frames come in time."""
        if not is_ready():
            return
        if seconds > SLOW_FRAME:
            self._slow = min(max(every * math.ceil(seconds / SLOW_FRAME), self._slow), 64)
        elif every == 1 and seconds < SLOW_FRAME / 2:
            self._slow = 1

    def _draw_links(self, painter: QPainter, view: Viewport) -> None:
        """Draw lines from a row to its true neighbours, the nearest the strongest."""
        row, others = self.linked
        centre = self.place_of(row, view)
        if centre is None or self.flying:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rank, other in enumerate(others.tolist()):
            end = self.place_of(other, view)
            if end is None:
                continue
            colour = QColor(self.colours.background)
            colour.setAlphaF(0.7)
            painter.setPen(QPen(colour, 4.0))
            painter.drawLine(centre.center(), end.center())
            colour = QColor(self.colours.accent)
            colour.setAlphaF(0.95 - 0.55 * rank / max(len(others), 1))
            painter.setPen(QPen(colour, 1.5))
            painter.drawLine(centre.center(), end.center())
            painter.setBrush(colour)
            painter.drawEllipse(end.center(), 3.0, 3.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_highlight(self, painter: QPainter, view: Viewport) -> None:
        box = self.place_of(self.highlight, view)
        if box is None or any(tile.row == self.highlight and
                              self.pictures.card(tile, view) for tile in self.tiles):  # fmt: skip
            return
        side = max(box.width(), 9.0)
        ring = QRectF(0, 0, side, side)
        ring.moveCenter(box.center())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((self.colours.background, 5.0), (self.colours.accent, 2.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(ring.adjusted(-2, -2, 2, 2))


def as_rgba(colours: npt.ArrayLike | Sequence[int], count: int) -> npt.NDArray[np.uint8]:
    """Check and complete colours: (n, 3) or (n, 4) uint8 become (n, 4).

    Raises
    ------
    ValueError
        If there is not one colour for each point.
    """
    given = np.asarray(colours, np.uint8)
    if given.shape == (count, 4):
        return given
    if given.shape != (count, 3):
        raise ValueError(f"{count} points need {count} colours; these have shape {given.shape}.")
    opaque = np.full((count, 1), 255, np.uint8)
    return np.concatenate([given, opaque], axis=1)
