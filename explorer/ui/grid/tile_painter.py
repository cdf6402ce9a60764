"""Draws one square of the grid, or of a strip: the whole picture, or words in its place."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap, QTextLayout, QTextOption

from explorer.ui.appearance import Appearance
from explorer.ui.grid.judging import draw_thumbs
from explorer.ui.kinds import Kind
from explorer.ui.theme import RADIUS
from explorer.ui.thumbnails import Thumbnail

SCALED_BYTES: Final = 96 * 1024**2
QUIETEST: Final = 0.4
"""Opacity of a match as weak as any: clearly behind the others, and still to be seen."""
FULL_FROM: Final = 0.6
"""Strength from which on a match is drawn in full."""
ROLES: Final = {"image": "pictures", "audio": "sound", "text": "words"}
ROOM_FOR_WORDS: Final = 104
"""Side from which on a card has room for words beside its icon, px."""


BADGE: Final = 20
"""Height of the pill in the upper corner, px."""


@dataclass(frozen=True, slots=True)
class Badge:
    """What a view says of an item in the upper left corner: an icon in a role's colour, words."""

    icon: str
    role: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """What a square shows.

    ``strength`` and ``bar`` are None without a query; ``place`` is where in the item the hit lies.
    ``by_column`` tells that they are of a column laid over the views, such as a hovered word.
    ``opinion`` is 1 for a hit that was liked, -1 for one that was not; ``judged`` tells that it
    can be; ``weak`` that it may only be the best of what is wrong.
    """

    row: int
    title: str
    kind: Kind
    thumbnail: Thumbnail | None
    strength: float | None = None
    bar: float | None = None
    by_column: bool = False
    place: str = ""
    rating: int = 0
    tagged: bool = False
    selected: bool = False
    highlighted: bool = False
    cursor: bool = False
    badge: Badge | None = None
    opinion: int = 0
    judged: bool = False
    weak: bool = False


def opacity_of(strength: float | None) -> float:
    """How visible a match is: a smooth step, no cut."""
    if strength is None:
        return 1.0
    share = min(max(strength / FULL_FROM, 0.0), 1.0)
    return QUIETEST + (1 - QUIETEST) * share * share * (3 - 2 * share)


class TilePainter:
    """Draws tiles in the theme's colours; keeps pictures scaled to the size in use.

    Parameters
    ----------
    appearance
        Colours, fonts and icons.
    """

    def __init__(self, appearance: Appearance) -> None:
        self._look = appearance
        self._scaled: OrderedDict[tuple[int, int, float], QPixmap] = OrderedDict()
        self._bytes = 0
        self._marks: dict[tuple[str, int, str, float], QPixmap] = {}

    def forget(self) -> None:
        """Drop what was scaled, when rows mean other pictures or the theme has changed."""
        self._scaled.clear()
        self._marks.clear()
        self._bytes = 0

    def forget_rows(self, rows: frozenset[int]) -> None:
        """Drop the pictures of these rows alone."""
        for key in [key for key in self._scaled if key[0] in rows]:
            self._bytes -= _size(self._scaled.pop(key))

    def draw(self, painter: QPainter, rect: QRect, tile: Tile) -> None:
        """Draw a tile into its square; the score bar goes below it."""
        theme = self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A title is written in its own direction, whatever the window's.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        back = theme.colour("panel") if tile.thumbnail else theme.colour("raised", 0.55)
        if tile.selected:
            back = theme.colour("accent", 0.08)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(back)
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        painter.setOpacity(opacity_of(tile.strength))
        if tile.thumbnail is not None and tile.thumbnail.image is not None:
            self._draw_picture(painter, rect, tile)
        elif tile.thumbnail is not None:
            self._draw_card(painter, rect, tile)
        painter.setOpacity(1.0)
        if tile.thumbnail is not None:
            self._draw_mark(painter, rect, tile)
        if tile.rating or tile.tagged:
            self._draw_rating(painter, rect, tile)
        if tile.badge is not None:
            self._draw_badge(painter, rect, tile.badge)
        if tile.judged:
            draw_thumbs(painter, rect, tile.opinion, self._look, hovered=tile.highlighted)
        if tile.bar is not None:
            self._draw_bar(painter, rect, tile)
        self._draw_frame(painter, rect, tile)

    def _draw_picture(self, painter: QPainter, rect: QRect, tile: Tile) -> None:
        ratio = painter.device().devicePixelRatioF()
        picture = self._picture(tile, rect.width(), ratio)
        size = picture.deviceIndependentSize().toSize()
        corner = rect.center() - QPoint((size.width() - 1) // 2, (size.height() - 1) // 2)
        painter.drawPixmap(corner, picture)

    def _picture(self, tile: Tile, side: int, ratio: float) -> QPixmap:
        key = (tile.row, side, ratio)
        if key in self._scaled:
            self._scaled.move_to_end(key)
            return self._scaled[key]
        assert tile.thumbnail is not None
        assert tile.thumbnail.image is not None
        image = tile.thumbnail.image
        wanted = image.size().scaled(QSize(side, side) * ratio, Qt.AspectRatioMode.KeepAspectRatio)
        wanted = wanted.expandedTo(QSize(1, 1))
        picture = QPixmap.fromImage(
            image.scaled(
                wanted,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        picture.setDevicePixelRatio(ratio)
        self._scaled[key] = picture
        self._bytes += _size(picture)
        while self._bytes > SCALED_BYTES and len(self._scaled) > 1:
            self._bytes -= _size(self._scaled.popitem(last=False)[1])
        return picture

    def _draw_card(self, painter: QPainter, rect: QRect, tile: Tile) -> None:
        """The words of an item without a picture, as a page with quiet type."""
        theme = self._look.theme
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        inset = 12 if rect.width() >= ROOM_FOR_WORDS else 8
        room = rect.adjusted(inset, inset, -inset, -inset)
        title = self._look.font(1, QFont.Weight.Medium)
        painter.setPen(theme.colour("text"))
        if rect.width() < ROOM_FOR_WORDS:
            self._draw_lines(painter, room.adjusted(0, 0, 0, -20), tile.title, title)
            return
        room.setBottom(rect.bottom() - 30)
        words = "" if tile.thumbnail is None else " ".join(tile.thumbnail.words.split())
        words = words.lstrip("# ").removeprefix(tile.title).strip()
        if not words:
            self._draw_lines(painter, room, tile.title, title)
            return
        line = QRect(room.left(), room.top(), room.width(), QFontMetrics(title).lineSpacing())
        self._draw_lines(painter, line, tile.title, title)
        painter.setPen(theme.colour("quiet"))
        room.setTop(line.bottom() + 4)
        self._draw_lines(painter, room, words, self._look.font(0))

    def _draw_lines(self, painter: QPainter, rect: QRect, words: str, font: QFont) -> None:
        """Wrapped words; the last line that fits is cut with an ellipsis."""
        if not words or rect.height() <= 0:
            return
        metrics = QFontMetrics(font)
        spacing = metrics.lineSpacing()
        fit = max(rect.height() // spacing, 1)
        layout = QTextLayout(words, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        painter.setFont(font)
        for number in range(fit):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(rect.width())
            top = rect.top() + number * spacing
            if number == fit - 1:
                rest = metrics.elidedText(
                    words[line.textStart() :], Qt.TextElideMode.ElideRight, rect.width()
                )
                painter.drawText(QPointF(rect.left(), top + metrics.ascent()), rest)
            else:
                line.draw(painter, QPointF(rect.left(), top))
                line.setPosition(QPointF(0, 0))
        layout.endLayout()

    def _draw_mark(self, painter: QPainter, rect: QRect, tile: Tile) -> None:
        """What kind of media it is, where that is not plain, and where the hit lies in it."""
        if tile.kind.content == "image" and not tile.place:
            return
        theme, font = self._look.theme, self._look.font(0)
        metrics = QFontMetrics(font)
        name = tile.title if tile.kind.content != "text" else ""
        words = tile.place or (name if rect.width() >= ROOM_FOR_WORDS else "")
        room = rect.width() - 8 - 24 - 8
        words = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, room)
        width = 24 + (metrics.horizontalAdvance(words) + 6 if words else 0)
        pill = QRectF(rect.left() + 4, rect.bottom() - 4 - 20 + 1, width, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("window", 0.82))
        painter.drawRoundedRect(pill, 4, 4)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            pill.topLeft() + QPointF(5, 3),
            self._icon(tile.kind.icon, 14, ratio, ROLES.get(tile.kind.content, "quiet")),
        )
        if words:
            painter.setPen(theme.colour("text"))
            painter.setFont(font)
            area = pill.adjusted(23, 0, 0, 0)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _draw_rating(self, painter: QPainter, rect: QRect, tile: Tile) -> None:
        """What the person has said of it: stars and a mark for tags, in the upper corner."""
        theme, font = self._look.theme, self._look.font(0)
        words = str(tile.rating) if tile.rating else ""
        width = (16 + QFontMetrics(font).horizontalAdvance(words) + 2) if words else 0
        width += 16 if tile.tagged else 0
        pill = QRectF(rect.right() - 4 - width - 8 + 1, rect.top() + 4, width + 8, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("window", 0.82))
        painter.drawRoundedRect(pill, 4, 4)
        ratio = painter.device().devicePixelRatioF()
        left = pill.left() + 4
        if words:
            painter.drawPixmap(
                QPointF(left, pill.top() + 4), self._icon("star-fill", 12, ratio, "accent")
            )
            painter.setPen(theme.colour("text"))
            painter.setFont(font)
            area = pill.adjusted(20, 0, 0, 0)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), words)
        if tile.tagged:
            place = QPointF(pill.right() - 17, pill.top() + 4)
            painter.drawPixmap(place, self._icon("tag", 12, ratio, "text"))

    def _draw_badge(self, painter: QPainter, rect: QRect, badge: Badge) -> None:
        theme, font = self._look.theme, self._look.font(0)
        room = rect.width() - 8 - 24 - 8
        words = QFontMetrics(font).elidedText(badge.words, Qt.TextElideMode.ElideRight, room)
        width = 24 + (QFontMetrics(font).horizontalAdvance(words) + 6 if words else 0)
        pill = QRectF(rect.left() + 4, rect.top() + 4, width, BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("window", 0.82))
        painter.drawRoundedRect(pill, 4, 4)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            pill.topLeft() + QPointF(5, 3), self._icon(badge.icon, 14, ratio, badge.role)
        )
        painter.setPen(theme.colour("text"))
        painter.setFont(font)
        area = pill.adjusted(23, 0, 0, 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _icon(self, name: str, size: int, ratio: float, role: str) -> QPixmap:
        key = (name, size, role, ratio)
        if key not in self._marks:
            self._marks[key] = self._look.picture(name, size, role, ratio)
        return self._marks[key]

    def _draw_bar(self, painter: QPainter, rect: QRect, tile: Tile) -> None:
        """How good a match it is, as a thin line under the square."""
        theme = self._look.theme
        height = 4 if tile.by_column else 2
        groove = QRectF(rect.left(), rect.bottom() + 4, rect.width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(groove, 1, 1)
        full = QRectF(groove)
        full.setWidth(max(groove.width() * (tile.bar or 0.0), 2))
        role = "accent" if tile.selected else "quiet"
        painter.setBrush(theme.colour("words" if tile.by_column else role))
        if not tile.weak or tile.by_column:
            painter.drawRoundedRect(full, 1, 1)
            return
        # A broken line: it may be no match at all.
        at = full.left()
        while at < full.right():
            painter.drawRect(QRectF(at, full.top(), min(3.0, full.right() - at), full.height()))
            at += 6

    def _draw_frame(self, painter: QPainter, rect: QRect, tile: Tile) -> None:
        theme = self._look.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if tile.selected:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(-2, -2, 2, 2), RADIUS + 1, RADIUS + 1)
        if tile.cursor:
            painter.setPen(QPen(theme.colour("text"), 1))
            around = QRectF(rect).adjusted(-3.5, -3.5, 3.5, 3.5)
            painter.drawRoundedRect(around, RADIUS + 3, RADIUS + 3)
        elif tile.highlighted and not tile.selected:
            painter.setPen(QPen(theme.colour("quiet"), 1))
            around = QRectF(rect).adjusted(-1.5, -1.5, 1.5, 1.5)
            painter.drawRoundedRect(around, RADIUS + 1, RADIUS + 1)


def _size(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
