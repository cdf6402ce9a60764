"""Thumbs on a hit: where they are in its square, and what they look like."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from explorer.ui.appearance import Appearance

SIDE = 22
INSET = 4
ROOM = 72
"""Side of a square from which on the thumbs have room in it, px."""


def thumbs_in(square: QRect) -> tuple[QRect, QRect]:
    """Where thumb up and thumb down lie in a square; empty where it is too small."""
    if square.width() < ROOM:
        return QRect(), QRect()
    top, right = square.bottom() - INSET - SIDE + 1, square.right() - INSET + 1
    return QRect(right - 2 * SIDE, top, SIDE, SIDE), QRect(right - SIDE, top, SIDE, SIDE)


def opinion_at(square: QRect, point: QPoint) -> int:
    """What a press at a point of a square says: 1 liked, -1 not, 0 nothing."""
    up, down = thumbs_in(square)
    return 1 if up.contains(point) else -1 if down.contains(point) else 0


def draw_thumbs(
    painter: QPainter, square: QRect, opinion: int, look: Appearance, *, hovered: bool
) -> None:
    """Draw both thumbs while the pointer is there, else the one that was given, if any."""
    theme, ratio = look.theme, painter.device().devicePixelRatioF()
    up, down = thumbs_in(square)
    shown = [(up, "thumbs-up", 1), (down, "thumbs-down", -1)]
    if not hovered:
        shown = [(down, name, value) for _, name, value in shown if value == opinion]
    if not shown or up.isEmpty():
        return
    ground = QRectF(shown[0][0].united(shown[-1][0]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("window", 0.86))
    painter.drawRoundedRect(ground, 4, 4)
    for place, name, value in shown:
        given = value == opinion
        icon = look.picture(f"{name}-fill" if given else name, 14, _role(given), ratio)
        painter.drawPixmap(QPointF(place.left() + 4, place.top() + 4), icon)


def _role(given: bool) -> str:
    return "accent" if given else "text"
