"""Draws the lines of the list: what stands in a cell is laid out once and kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPixmap,
    QStaticText,
    QTextOption,
)

from explorer.ui.appearance import Appearance
from explorer.ui.item_list.columns import COLUMNS
from explorer.ui.item_list.model import ListModel
from explorer.ui.thumbnails import ThumbnailCache

MOST_PICTURES: Final = 2000
MOST_CELLS: Final = 6000
INSET: Final = 8
NAME: Final = next(number for number, column in enumerate(COLUMNS) if column.key == "name")
FOLDER: Final = next(number for number, column in enumerate(COLUMNS) if column.key == "folder")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a column is seen: its number, and its left edge and width in the viewport, px."""

    number: int
    left: int
    width: int


@dataclass(frozen=True, slots=True)
class _Words:
    """Laid-out words of a cell, for a room so wide."""

    room: int
    text: QStaticText
    width: float
    height: float


class LinePainter:
    """Draws lines in the theme's colours.

    A style sheet's delegate asks for the style of every cell anew: of the 40 ms that a frame of
    the list took, most was that.

    Parameters
    ----------
    model
        What stands in the cells.
    thumbnails
        The small pictures, as far as they are there.
    """

    def __init__(self, model: ListModel, thumbnails: ThumbnailCache, look: Appearance) -> None:
        self._lines, self._thumbnails, self._look = model, thumbnails, look
        self._pictures: OrderedDict[tuple[int, int, float], QPixmap] = OrderedDict()
        self._cells: dict[tuple[int, int], _Words] = {}

    def forget_words(self) -> None:
        """The lines say something else now."""
        self._cells.clear()

    def forget_pictures(self, rows: frozenset[int] | None = None) -> None:
        """Drop the small pictures of these rows, or all."""
        for key in [key for key in self._pictures if rows is None or key[0] in rows]:
            del self._pictures[key]

    def draw(
        self,
        painter: QPainter,
        rect: QRect,
        line: int,
        columns: Sequence[Place],
        *,
        selected: bool,
        hovered: bool,
    ) -> None:
        """Draw a line of an item; the painter has the font."""
        theme = self._look.theme
        if selected:
            painter.fillRect(rect, theme.colour("accent", 0.28 if theme.dark else 0.2))
        elif hovered:
            painter.fillRect(rect, theme.colour("text", 0.06))
        painter.setPen(theme.colour("text"))
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for place in columns:
            start, end = place.left + INSET, place.left + place.width - INSET
            if place.number == NAME:
                side = rect.height() - INSET
                self._draw_picture(painter, rect, line, end - side if mirrored else start, side)
                if mirrored:
                    end -= side + INSET
                else:
                    start += side + INSET
            words = self._words(painter.font(), line, place.number, end - start)
            if words is None:
                continue
            at_right = COLUMNS[place.number].number != mirrored
            left = end - words.width if at_right else start
            top = rect.top() + (rect.height() - words.height) / 2
            painter.drawStaticText(QPointF(left, top), words.text)

    def _words(self, font: QFont, line: int, number: int, room: int) -> _Words | None:
        key = (line, number)
        known = self._cells.get(key)
        if known is not None and known.room == room:
            return known if known.width else None
        if len(self._cells) > MOST_CELLS:
            self._cells.clear()
        end = Qt.TextElideMode.ElideLeft if number == FOLDER else Qt.TextElideMode.ElideRight
        words = QFontMetrics(font).elidedText(self._lines.words(line, number), end, max(room, 0))
        text = QStaticText(words)
        text.setTextFormat(Qt.TextFormat.PlainText)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        # A name or path is written in its own direction, whatever the window's.
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        text.setTextOption(option)
        text.prepare(font=font)
        size = text.size()
        known = self._cells[key] = _Words(room, text, size.width() if words else 0, size.height())
        return known if words else None

    def _draw_picture(
        self, painter: QPainter, rect: QRect, line: int, left: int, side: int
    ) -> None:
        ratio = painter.device().devicePixelRatioF()
        picture = self._picture(self._lines.row_at(line), side, ratio)
        if picture is None:
            return
        size = picture.deviceIndependentSize()
        across, down = (side - size.width()) / 2, (rect.height() - size.height()) / 2
        painter.drawPixmap(QPointF(left + across, rect.top() + down), picture)

    def _picture(self, row: int, side: int, ratio: float) -> QPixmap | None:
        key = (row, side, ratio)
        if key in self._pictures:
            return self._pictures[key]
        thumbnail = self._thumbnails.get(row)
        if thumbnail is None or thumbnail.image is None:
            return None
        small = thumbnail.image.scaled(
            QSize(side, side) * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(ratio)
        self._pictures[key] = QPixmap.fromImage(small)
        while len(self._pictures) > MOST_PICTURES:
            self._pictures.popitem(last=False)
        return self._pictures[key]
