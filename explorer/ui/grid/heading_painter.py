"""Draws the heading of a group: a caret, what its items have in common, how many there are."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from explorer.ui.appearance import Appearance
from explorer.ui.theme import RADIUS
from explorer.viewstate.grouping import Group

INSET = 8
CARET = 12


def draw_heading(
    painter: QPainter,
    rect: QRect,
    look: Appearance,
    group: Group,
    title: str,
    *,
    hovered: bool = False,
) -> None:
    """Draw a heading into its place; in a language written from the right it is mirrored."""
    theme, mirrored = look.theme, painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    room = QRectF(rect).adjusted(4, 2, -4, -2)
    if hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(room, RADIUS, RADIUS)
    folded = "caret-left" if mirrored else "caret-right"
    ratio = painter.device().devicePixelRatioF()
    caret = look.picture(folded if group.folded else "caret-down", CARET, "quiet", ratio)
    left = room.right() - INSET - CARET if mirrored else room.left() + INSET
    painter.drawPixmap(QPointF(left, room.center().y() - CARET / 2 + 0.5), caret)
    font, number = look.font(1, QFont.Weight.DemiBold), QLocale().toString(group.count)
    small = look.font(0)
    across = QFontMetrics(small).horizontalAdvance(number)
    width = room.width() - 2 * INSET - CARET - 8 - across - 12
    words = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideMiddle, int(width))
    taken = QFontMetrics(font).horizontalAdvance(words)
    centre = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    at = left - 8 - taken if mirrored else left + CARET + 8
    painter.setPen(theme.colour("text"))
    painter.setFont(font)
    painter.drawText(QRectF(at, room.top(), taken + 1, room.height()), centre, words)
    at = at - 12 - across if mirrored else at + taken + 12
    painter.setPen(theme.colour("quiet"))
    painter.setFont(small)
    painter.drawText(QRectF(at, room.top(), across + 1, room.height()), centre, number)
