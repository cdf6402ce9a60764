"""The nearest items of one kind, as a strip of small pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from explorer.collection.ranking import Hit
from explorer.ui.appearance import Appearance
from explorer.ui.grid.tile_painter import Tile, TilePainter
from explorer.ui.item_words import percentile_words
from explorer.ui.kinds import Kind
from explorer.ui.thumbnails import ThumbnailCache
from explorer.viewstate.session import Session

SIDE, GAP = 62, 6
SHOWN = 8


class NeighbourStrip(QWidget):
    """Squares in lines; the pointer highlights an item everywhere, a click looks at it."""

    def __init__(
        self,
        session: Session,
        thumbnails: ThumbnailCache,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._thumbnails = session, thumbnails
        self._painter = TilePainter(appearance)
        self._hits: Sequence[Hit] = ()
        self._kind: Kind | None = None
        self._tip: Callable[[Hit], str] = lambda hit: hit.title
        self._cursor = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        thumbnails.arrived.connect(self._arrived)
        appearance.changed.connect(self._recolour)

    def show_hits(self, hits: Sequence[Hit], kind: Kind) -> None:
        """Show these items, the nearest first."""
        names = ", ".join(hit.title for hit in hits[:SHOWN])
        self.setAccessibleName(self.tr("Nearest {}: {}").format(kind.plural, names))

        def tip(hit: Hit) -> str:
            return f"{hit.title}\n{percentile_words(hit.percentile, kind)}\n{hit.score:.3f}"

        self._show(hits, kind, tip)

    def show_copies(self, copies: Sequence[tuple[int, float]], kind: Kind) -> None:
        """Show rows that are copies of the item, with how alike they are."""
        items = self._session.items
        hits = [
            Hit(place, str(items.ids[row]), str(items.paths[row]), items.modality(row), {}, alike,
                100.0, [], str(items.titles[row]), row)
            for place, (row, alike) in enumerate(copies, 1)
        ]  # fmt: skip
        names = ", ".join(hit.title for hit in hits)
        self.setAccessibleName(self.tr("Copies: {}").format(names))

        def tip(hit: Hit) -> str:
            if hit.score >= 1:
                return f"{hit.path}\n{self.tr('The same content')}"
            return f"{hit.path}\n{self.tr('{} % alike').format(round(hit.score * 100))}"

        self._show(hits, kind, tip)

    def _show(self, hits: Sequence[Hit], kind: Kind, tip: Callable[[Hit], str]) -> None:
        self._hits, self._kind, self._cursor, self._tip = hits[:SHOWN], kind, -1, tip
        self._thumbnails.want(self, [hit.row for hit in self._hits])
        self.updateGeometry()
        self.update()

    def _columns(self) -> int:
        return max((self.width() + GAP) // (SIDE + GAP), 1)

    def _rect(self, place: int) -> QRect:
        line, column = divmod(place, self._columns())
        left = column * (SIDE + GAP)
        if self.isRightToLeft():
            left = self.width() - left - SIDE
        return QRect(left, line * (SIDE + GAP), SIDE, SIDE)

    def _place_at(self, point: QPoint) -> int:
        found = (place for place in range(len(self._hits)) if self._rect(place).contains(point))
        return next(found, -1)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = -(-len(self._hits) // max((width + GAP) // (SIDE + GAP), 1))
        return max(lines * (SIDE + GAP) - GAP, 1)

    def sizeHint(self) -> QSize:
        return QSize(4 * (SIDE + GAP), self.heightForWidth(4 * (SIDE + GAP)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._kind is None:
            return
        painter = QPainter(self)
        for place, hit in enumerate(self._hits):
            tile = Tile(
                hit.row,
                hit.title,
                self._kind,
                self._thumbnails.get(hit.row),
                highlighted=hit.row == self._session.selecting.highlight,
                cursor=self.hasFocus() and place == max(self._cursor, 0),
            )
            self._painter.draw(painter, self._rect(place).adjusted(2, 2, -2, -2), tile)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        self._session.selecting.point_at(self._hits[place].row if place >= 0 else -1)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._session.selecting.point_at(-1)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        if place >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._look_at(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ahead = -1 if self.isRightToLeft() else 1
        steps = {Qt.Key.Key_Right: ahead, Qt.Key.Key_Left: -ahead}
        if event.key() in steps and self._hits:
            step = steps[Qt.Key(event.key())]
            self._cursor = (max(self._cursor, 0) + step) % len(self._hits)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hits:
            self._look_at(max(self._cursor, 0))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._kind is not None:
            place = self._place_at(event.pos())
            if place >= 0:
                hit = self._hits[place]
                QToolTip.showText(event.globalPos(), self._tip(hit), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _look_at(self, place: int) -> None:
        row = self._hits[place].row
        self._session.selecting.select([row])
        self._session.selecting.look_at(row)

    def _arrived(self, rows: frozenset[int]) -> None:
        if any(hit.row in rows for hit in self._hits):
            self._painter.forget_rows(rows)
            self.update()

    def _recolour(self) -> None:
        self._painter.forget()
        self.update()
