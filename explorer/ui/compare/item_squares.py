"""What the chart and the list of pairs share: squares of items, drawn, hovered, chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from explorer.ui.grid.tile_painter import Tile, TilePainter
from explorer.ui.panel import Desk
from explorer.viewstate import messages as tell


class ItemSquares(QWidget):
    """A drawing with places that stand for items.

    The pointer over a place highlights its item in every view, a click looks at it; the arrow
    keys walk from place to place and Enter looks at the item.

    Parameters
    ----------
    desk
        Session, thumbnails and appearance.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.cursor_place = -1
        self._painter = TilePainter(desk.appearance)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk.thumbnails.arrived.connect(self._arrived)
        desk.thumbnails.cleared.connect(self._cleared)
        desk.appearance.changed.connect(self._recolour)
        desk.session.hub.subscribe(self, tell.HighlightChanged, lambda _: self.update())

    def close_squares(self) -> None:
        """Hear of nothing more."""
        self.desk.session.hub.unsubscribe(self)

    # -- what a subclass says

    def places(self) -> Sequence[tuple[QRect, int]]:
        """Where which row of the item table can be pointed at; -1 for what is no item."""
        raise NotImplementedError

    def told_of(self, place: int) -> str:
        """What a tooltip says of a place."""
        del place
        return ""

    # -- drawing

    def wanted(self, rows: Sequence[int]) -> None:
        """Say whose thumbnails are shown."""
        self.desk.thumbnails.want(self, [row for row in rows if row >= 0])

    def draw_square(self, painter: QPainter, rect: QRect, row: int, *, at: int = -1) -> None:
        """Draw one item's square."""
        session = self.desk.session
        if not 0 <= row < len(session.items):
            return
        tile = Tile(
            row,
            str(session.items.titles[row]),
            self.desk.kinds[session.items.modality(row)],
            self.desk.thumbnails.get(row),
            highlighted=row == session.selecting.highlight,
            cursor=self.hasFocus() and at >= 0 and at == self.cursor_place,
        )
        self._painter.draw(painter, rect, tile)

    def _arrived(self, rows: frozenset[int]) -> None:
        if any(row in rows for _, row in self.places()):
            self._painter.forget_rows(rows)
            self.update()

    def _cleared(self) -> None:
        self._painter.forget()
        self.wanted([row for _, row in self.places()])
        self.update()

    def _recolour(self) -> None:
        self._painter.forget()
        self.update()

    # -- pointing

    def place_at(self, point: QPoint) -> int:
        """Number of the place under a point, -1 for none."""
        found = (at for at, (rect, _) in enumerate(self.places()) if rect.contains(point))
        return next(found, -1)

    def _point(self, place: int) -> None:
        row = self.places()[place][1] if place >= 0 else -1
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor
        )
        self.desk.session.selecting.point_at(row)

    def look_at(self, place: int) -> None:
        """Select an item and look at it everywhere."""
        row = self.places()[place][1]
        if row >= 0:
            self.desk.session.selecting.select([row])
            self.desk.session.selecting.look_at(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.place_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        del event
        self.desk.session.selecting.point_at(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        if place >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.cursor_place = place
            self.look_at(place)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        count = len(self.places())
        if event.key() in steps and count:
            step = steps[Qt.Key(event.key())]
            start = self.cursor_place if self.cursor_place >= 0 else (-1 if step > 0 else count)
            self.cursor_place = min(max(start + step, 0), count - 1)
            self._point(self.cursor_place)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.cursor_place >= 0:
            self.look_at(self.cursor_place)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = self.place_at(event.pos())
            if place >= 0:
                QToolTip.showText(event.globalPos(), self.told_of(place), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
