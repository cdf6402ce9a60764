"""Thumbnails on the map: kept, scaled in steps, and drawn each in its tile."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

from explorer.ui.map.colours import MapColours
from explorer.ui.map.tiles import Tile, tile_side
from explorer.ui.map.viewport import Viewport

MOST_KEPT = 3_000
FILL = 0.86
"""Share of a tile's side that a card takes at most."""
PADDING = 3.0
PAPER = "#f4f4f5"
"""Behind pictures with transparent parts: drawings are made for paper, in the dark as well."""
CORNER = 4.0


class TilePictures:
    """Pictures by row; the least lately drawn are forgotten."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[int, QImage | None] = OrderedDict()
        self._scaled: dict[int, tuple[int, QPixmap]] = {}

    def clear(self) -> None:
        """Forget all pictures."""
        self._pictures.clear()
        self._scaled.clear()

    def add(self, row: int, picture: QImage | None) -> None:
        """Keep a picture; None when the item has none, so that it is not asked for again."""
        self._pictures[row] = picture
        self._scaled.pop(row, None)
        while len(self._pictures) > MOST_KEPT:
            forgotten, _ = self._pictures.popitem(last=False)
            self._scaled.pop(forgotten, None)

    def missing(self, rows: Iterable[int]) -> list[int]:
        """Say which rows have not been added."""
        return [row for row in rows if row not in self._pictures]

    def get(self, row: int) -> QImage | None:
        """Return the picture of a row, if there is one."""
        return self._pictures.get(row)

    def card(self, tile: Tile, view: Viewport) -> QRectF | None:
        """Return where a tile's card is on the screen, or None while it has no picture."""
        picture = self._pictures.get(tile.row)
        if picture is None or picture.isNull():
            return None
        side = tile_side(view.scale)
        x, y = view.to_pixels([((tile.column + 0.5) * side, (tile.line + 0.5) * side)])[0]
        room = side * view.scale * FILL - 2 * PADDING
        longest = max(picture.width(), picture.height(), 1)
        width = picture.width() * room / longest + 2 * PADDING
        height = picture.height() * room / longest + 2 * PADDING
        return QRectF(float(x) - width / 2, float(y) - height / 2, width, height)

    def draw(
        self,
        painter: QPainter,
        tiles: Iterable[Tile],
        view: Viewport,
        colours: MapColours,
        state: npt.NDArray[np.uint8],
        highlight: int,
    ) -> None:
        """Draw the cards of tiles; `state` is by row, as in the raster."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio = painter.device().devicePixelRatioF()
        for tile in tiles:
            card = self.card(tile, view)
            if card is None:
                continue
            self._pictures.move_to_end(tile.row)
            painter.setOpacity(0.18 if state[tile.row] == 0 else 1.0)
            outline = QPainterPath()
            outline.addRoundedRect(card, CORNER, CORNER)
            picture = self._pictures[tile.row]
            paper = picture is not None and picture.hasAlphaChannel()
            painter.fillPath(outline, QColor(PAPER if paper else colours.panel))
            inside = card.adjusted(PADDING, PADDING, -PADDING, -PADDING)
            longest = max(inside.width(), inside.height()) * ratio
            painter.drawPixmap(inside, *self._whole(tile.row, longest))
            marked = state[tile.row] == 2 or tile.row == highlight
            pen = QPen(QColor(colours.accent if marked else colours.line), 2.0 if marked else 1.0)
            painter.strokePath(outline, pen)
        painter.setOpacity(1.0)

    def _whole(self, row: int, longest: float) -> tuple[QPixmap, QRectF]:
        """Return a picture scaled to the next power of two, and its outline."""
        step = 1 << max(int(longest) - 1, 31).bit_length()
        kept = self._scaled.get(row)
        if kept is None or kept[0] != step:
            picture = self._pictures[row]
            assert picture is not None
            if max(picture.width(), picture.height()) > step:
                picture = picture.scaled(
                    step,
                    step,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            kept = (step, QPixmap.fromImage(picture))
            self._scaled[row] = kept
        return kept[1], QRectF(kept[1].rect())
