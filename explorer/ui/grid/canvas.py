"""The scrolling field of squares.

Qt's own list view lays out every item in turn, which takes seconds at a million; here places are
arithmetic (`TileLayout`), so only what is visible costs anything. What is selected is the
session's: the view has no selection of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from explorer.core.selection import Rows
from explorer.ui.appearance import Appearance
from explorer.ui.grid.heading_painter import draw_heading
from explorer.ui.grid.hit_places import HitPlaces
from explorer.ui.grid.model import ItemModel
from explorer.ui.grid.tile_layout import BELOW, GAP, TileLayout
from explorer.ui.grid.tile_painter import Tile, TilePainter
from explorer.ui.row_marks import RowMarks
from explorer.ui.thumbnails import ThumbnailCache
from explorer.viewstate.arrangement import Arrangement
from explorer.viewstate.grouping import Group
from explorer.viewstate.session import Session

Index = QModelIndex | QPersistentModelIndex


class GridCanvas(QAbstractItemView):
    """Squares of an arrangement that scroll.

    Parameters
    ----------
    session
        Whose selection, highlight and focus are shown and changed.
    model
        The rows shown.
    thumbnails, places, marks
        What the squares show, as far as it is there.
    size
        Side of a square, px.
    """

    size_wanted = Signal(int)
    """The person turned the wheel with control: this much larger or smaller, px."""
    hint_wanted = Signal(int, QPoint)
    """The pointer rests on a row (at a place on the screen)."""
    moved = Signal()
    """Another part is visible."""

    def __init__(
        self,
        session: Session,
        model: ItemModel,
        thumbnails: ThumbnailCache,
        places: HitPlaces,
        appearance: Appearance,
        size: int,
        parent: QWidget,
        marks: RowMarks,
    ) -> None:
        super().__init__(parent)
        self._session, self._items = session, model
        self._thumbnails, self._places, self._marks = thumbnails, places, marks
        self._painter = TilePainter(appearance)
        self._look = appearance
        self._size = size
        self._layout = TileLayout(1, 0, size)
        self.loading = False
        self.band: QRect | None = None
        self.title_of: Callable[[Group], str] = lambda group: group.key
        self._hovered_group = -1
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self._want_soon = QTimer(self, singleShot=True, interval=0)
        self._want_soon.timeout.connect(self._want)
        thumbnails.arrived.connect(self._pictures_arrived)
        thumbnails.cleared.connect(self._pictures_cleared)
        places.arrived.connect(self.viewport().update)
        marks.arrived.connect(self.viewport().update)
        appearance.changed.connect(self._theme_changed)

    # -- what is shown

    @property
    def tiles(self) -> TileLayout:
        """Where the squares lie."""
        return self._layout

    @property
    def arrangement(self) -> Arrangement:
        """The rows shown."""
        return self._items.arrangement

    def show_arrangement(self, arrangement: Arrangement, *, to_top: bool) -> None:
        """Show other rows; what was at the top stays there unless the view goes to the top."""
        row, offset = self._anchor()
        self._items.show(arrangement)
        self._relayout()
        position = arrangement.position_of(row)
        if to_top or offset == 0 or position < 0:
            self.verticalScrollBar().setValue(0)
        else:
            self.verticalScrollBar().setValue(self._layout.rect(position).top() + offset)
        self._hovered_group = -1
        self.mark_cursor(self._session.selecting.focus)
        self._see()

    def set_size(self, size: int) -> None:
        """Change the side of the squares; what one looks at stays in view."""
        focus = self.arrangement.position_of(self._session.selecting.focus)
        centre = self.viewport().height() // 2
        kept = self.position_at(QPoint(self.viewport().width() // 2, centre))
        if focus in self.visible_positions():
            kept = focus
        before = self.visualRect(self.model().index(kept, 0)).center().y() if kept >= 0 else 0
        self._size = size
        self._relayout()
        if kept >= 0:
            after = self._layout.rect(kept).center().y()
            self.verticalScrollBar().setValue(after - before)
        self._see()

    def visible_positions(self) -> range:
        """Positions of which anything is seen."""
        top = self.verticalOffset()
        return self._layout.span(top, top + self.viewport().height())

    def position_at(self, point: QPoint) -> int:
        """The position under a point of the viewport, -1 for none."""
        return self._layout.position_at(point + QPoint(0, self.verticalOffset()))

    def row_under(self, point: QPoint) -> int:
        """The row under a point of the viewport, -1 for none."""
        return self._items.row_at(self.position_at(point))

    def group_under(self, point: QPoint) -> Group | None:
        """The group whose heading is under a point of the viewport."""
        number = self._layout.heading_at(point + QPoint(0, self.verticalOffset()))
        return self.arrangement.groups[number] if number >= 0 else None

    def point_at_heading(self, point: QPoint) -> None:
        """The pointer is here: a heading under it shows that it can be pressed."""
        number = -1
        if self.viewport().rect().contains(point):
            number = self._layout.heading_at(point + QPoint(0, self.verticalOffset()))
        if number != self._hovered_group:
            self._hovered_group = number
            shape = Qt.CursorShape
            self.viewport().setCursor(
                shape.PointingHandCursor if number >= 0 else shape.ArrowCursor
            )
            self.viewport().update()

    def positions_in(self, rect: QRect) -> Rows:
        """Positions touched by a rectangle, from the top of everything: int64 (n,)."""
        return self._layout.within(rect)

    def mark_cursor(self, row: int) -> None:
        """Put the keyboard's cursor on a row without moving the view."""
        self.setCurrentIndex(self.model().index(self.arrangement.position_of(row), 0))

    @property
    def cursor_position(self) -> int:
        """Where the keyboard is, -1 for nowhere."""
        return self.currentIndex().row()

    def row_of_cursor(self) -> int:
        """The row the keyboard is on, -1 for none."""
        return self._items.row_at(self.cursor_position)

    def square_of(self, row: int) -> QRect:
        """Where a row's square is in the viewport; empty where it is not shown."""
        position = self.arrangement.position_of(row)
        return self._visual_rect(position) if position >= 0 else QRect()

    def stop(self) -> None:
        """Ask for nothing more."""
        self._want_soon.stop()

    def top_row(self) -> int:
        """The first visible row, -1 for none."""
        return self._anchor()[0]

    def scroll_to_row(self, row: int) -> None:
        """Put a row's line at the top."""
        position = self.arrangement.position_of(row)
        if position >= 0:
            self.verticalScrollBar().setValue(self._layout.rect(position).top() - GAP)

    def reveal(self, row: int) -> None:
        """Scroll no farther than needed to see a row."""
        position = self.arrangement.position_of(row)
        if position >= 0:
            self.scrollTo(self.model().index(position, 0))

    def update_rows(self, rows: frozenset[int]) -> None:
        """Draw these rows again if they are visible."""
        if self.arrangement.by == "tag":  # one row may be seen in several places
            self.viewport().update()
            return
        for row in rows:
            position = self.arrangement.position_of(row)
            if position >= 0:
                around = self._visual_rect(position).adjusted(-6, -6, 6, BELOW + 2)
                self.viewport().update(around)

    def _anchor(self) -> tuple[int, int]:
        visible = self.visible_positions()
        if not visible:
            return -1, 0
        top = self.verticalOffset()
        return self._items.row_at(visible.start), top - self._layout.rect(visible.start).top()

    def _see(self) -> None:
        self._want_soon.start()
        self.viewport().update()
        self.moved.emit()

    def _want(self) -> None:
        """Ask for what is visible, then for a page below and one above."""
        visible = self.visible_positions()
        page = max(len(visible), 1)
        rows = self.arrangement.rows
        below = range(visible.stop, min(visible.stop + page, len(rows)))
        above = range(max(visible.start - page, 0), visible.start)
        wanted = [rows[span.start : span.stop] for span in (visible, below, above)]
        self._thumbnails.want(self, np.concatenate(wanted).tolist())
        self._places.want(self.arrangement, visible)
        self._marks.want(rows[visible.start : visible.stop].tolist())

    def _pictures_arrived(self, rows: frozenset[int]) -> None:
        self._painter.forget_rows(rows)
        self.update_rows(rows)

    def _pictures_cleared(self) -> None:
        self._painter.forget()
        self._see()

    def _theme_changed(self) -> None:
        self._painter.forget()
        self.viewport().update()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = self.verticalOffset()
        area = event.rect().adjusted(0, -BELOW, 0, BELOW).translated(0, offset)
        if self.loading and not len(self.arrangement):
            self._paint_skeleton(painter)
        for number in self._layout.headings(area.top(), area.bottom()):
            group, rect = self.arrangement.groups[number], self._layout.heading_rect(number)
            title, hovered = self.title_of(group), number == self._hovered_group
            place = rect.translated(0, -offset)
            draw_heading(painter, place, self._look, group, title, hovered=hovered)
        span = self._layout.span(area.top(), area.bottom())
        for position, tile in self._tiles(span):
            rect = self._layout.rect(position).translated(0, -offset)
            self._painter.draw(painter, rect, tile)
        if self.band is not None:
            colour = self._look.theme.colour("accent")
            painter.setPen(colour)
            colour.setAlphaF(0.12)
            painter.setBrush(colour)
            painter.drawRect(self.band.translated(0, -offset))
        painter.end()

    def _paint_skeleton(self, painter: QPainter) -> None:
        layout = self._tile_layout(10_000)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.colour("raised", 0.55))
        for position in layout.span(0, self.viewport().height()):
            painter.drawRoundedRect(layout.rect(position), 6, 6)

    def _tiles(self, span: range) -> Iterator[tuple[int, Tile]]:
        shown, items = self.arrangement, self._session.items
        selecting = self._session.selecting
        rows = shown.rows[span.start : span.stop]
        rows = rows[rows < len(items)]
        selected = np.isin(rows, selecting.rows)
        cursor = self.cursor_position if self.hasFocus() else -1
        column = self._session.columns.shown
        shares = None if column is None else np.nan_to_num(column.shares(rows))
        refining, judged = self._session.refining, bool(self._session.query.active)
        for place, row in enumerate(rows.tolist()):
            position = span.start + place
            strength = None if shown.strengths is None else float(shown.strengths[position])
            bar = None if shown.bars is None else float(shown.bars[position])
            if shares is not None:
                strength = bar = float(shares[place])
            yield (
                position,
                Tile(
                    row=row,
                    title=str(items.titles[row]),
                    kind=self._items.kind_of(row),
                    thumbnail=self._thumbnails.get(row),
                    strength=strength,
                    bar=bar,
                    by_column=shares is not None,
                    place=self._places.words(shown, position),
                    rating=self._marks.get(row).rating,
                    tagged=bool(self._marks.get(row).tags),
                    selected=bool(selected[place]),
                    highlighted=row == selecting.highlight,
                    cursor=position == cursor,
                    opinion=refining.opinion(row) if judged else 0,
                    judged=judged,
                    weak=self._is_weak(shown, position, row),
                ),
            )

    def _is_weak(self, shown: Arrangement, position: int, row: int) -> bool:
        bounds = self._session.weak_bounds
        if not bounds or shown.ranking is None or shown.hits is None:
            return False
        score = float(shown.ranking.scores[shown.hits[position]])
        return score < bounds.get(self._items.kind_of(row).content, -np.inf)

    # -- what Qt asks of a view

    def _visual_rect(self, position: int) -> QRect:
        return self._layout.rect(position).translated(0, -self.verticalOffset())

    def visualRect(self, index: Index) -> QRect:
        return self._visual_rect(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        return self.model().index(self.position_at(point), 0)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        rect = self._layout.rect(index.row()).adjusted(0, -GAP, 0, BELOW + GAP)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(rect.center().y() - height // 2)
        elif rect.top() < bar.value():
            bar.setValue(rect.top())
        elif rect.bottom() > bar.value() + height:
            bar.setValue(rect.bottom() - height)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        del index
        return False

    def setSelection(self, rect: QRect, command: object) -> None:
        """Nothing: what is selected is the session's."""

    def visualRegionForSelection(self, selection: object) -> QRegion:
        del selection
        return QRegion()

    def moveCursor(self, action: object, modifiers: object) -> QModelIndex:
        """Where Qt's own keys would go: nowhere, `GridControls` moves the cursor."""
        del action, modifiers
        return self.currentIndex()

    def updateGeometries(self) -> None:
        self._relayout()
        super().updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        row, offset = self._anchor()
        super().resizeEvent(event)
        self._relayout()
        position = self.arrangement.position_of(row)
        if position >= 0 and offset != 0:
            self.verticalScrollBar().setValue(self._layout.rect(position).top() + offset)
        self._see()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()
        self._see()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.size_wanted.emit(round(event.angleDelta().y() / 120 * 16))
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            row = self.row_under(event.pos())
            if row >= 0:
                self.hint_wanted.emit(row, event.globalPos())
            else:
                QToolTip.hideText()
            return True
        return bool(super().viewportEvent(event))  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def _tile_layout(self, count: int, groups: Sequence[Group] = ()) -> TileLayout:
        width = max(self.viewport().width(), 1)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return TileLayout(width, count, self._size, groups, mirrored=mirrored)

    def _relayout(self) -> None:
        self._layout = self._tile_layout(len(self.arrangement), self.arrangement.groups)
        height = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(self._layout.height - height, 0))
        bar.setPageStep(max(height, 1))
        bar.setSingleStep(max(self._layout.pitch // 3, 8))
