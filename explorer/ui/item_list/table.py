"""The list under mouse and keyboard; only the lines that are seen cost anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from explorer.ui.appearance import Appearance
from explorer.ui.grid.hand import BY_KEYS, ItemHand
from explorer.ui.grid.heading_painter import draw_heading
from explorer.ui.item_list.columns import COLUMNS
from explorer.ui.item_list.line_painter import LinePainter, Place
from explorer.ui.item_list.model import ListModel
from explorer.ui.row_marks import RowMarks
from explorer.ui.thumbnails import ThumbnailCache
from explorer.viewstate.arrangement import Arrangement
from explorer.viewstate.grid_state import TEXT_KEYS
from explorer.viewstate.grouping import Group
from explorer.viewstate.session import Session

Key = Qt.Key
LINE_HEIGHT: Final = 32
NARROWEST: Final = 40


class ListTable(QTableView):
    """Lines of an arrangement, with columns that can be sorted, moved, resized and hidden.

    Parameters
    ----------
    session
        Whose selection, highlight and focus are shown and changed.
    model
        The lines.
    thumbnails, marks
        What the lines show, as far as it is there.
    """

    preview_wanted = Signal(int)
    """Show this row large."""
    fold_wanted = Signal(str)
    """Fold the group with this key, or unfold it."""
    sort_wanted = Signal(str)
    """A press on a heading: sort by this key, or turn the order round."""
    hint_wanted = Signal(int, QPoint)
    """The pointer rests on a row (at a place on the screen)."""
    escaped = Signal()
    """Escape was pressed with nothing selected."""
    columns_changed = Signal()
    """The person moved, resized, hid or showed a column."""

    def __init__(
        self,
        session: Session,
        model: ListModel,
        thumbnails: ThumbnailCache,
        marks: RowMarks,
        appearance: Appearance,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session, self._lines = session, model
        self._thumbnails, self._marks, self._look = thumbnails, marks, appearance
        self.title_of: Callable[[Group], str] = lambda group: group.key
        self.hand = ItemHand(session, self, thumbnails)
        self._painter = LinePainter(model, thumbnails, appearance)
        self.setModel(model)
        self._settle_look()
        self._settle_columns()
        self._want_soon = QTimer(self, singleShot=True, interval=0)
        self._want_soon.timeout.connect(self._want)
        thumbnails.arrived.connect(self._pictures_arrived)
        thumbnails.cleared.connect(self._pictures_cleared)
        marks.arrived.connect(self.write_anew)
        appearance.changed.connect(self.write_anew)

    def _settle_look(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAutoScroll(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setMinimumSectionSize(LINE_HEIGHT)
        lines.setDefaultSectionSize(LINE_HEIGHT)

    def _settle_columns(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(NARROWEST)
        header.setSortIndicatorShown(True)
        header.setStretchLastSection(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setAccessibleName(self.tr("Columns"))
        for number, column in enumerate(COLUMNS):
            header.resizeSection(number, column.width)
            header.setSectionHidden(number, not column.shown)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_column_menu)
        header.sectionClicked.connect(lambda number: self.sort_wanted.emit(COLUMNS[number].key))
        header.sectionResized.connect(lambda *_: self.columns_changed.emit())
        header.sectionMoved.connect(lambda *_: self.columns_changed.emit())

    # -- what is shown

    @property
    def arrangement(self) -> Arrangement:
        """The rows shown."""
        return self._lines.arrangement

    def show_arrangement(self, arrangement: Arrangement, *, to_top: bool) -> None:
        """Show other rows; what was at the top stays there unless the view goes to the top."""
        row, offset = self._anchor()
        self._lines.show(arrangement)
        self._painter.forget_words()
        line = self._lines.line_of(arrangement.position_of(row))
        if to_top or line < 0:
            self.verticalScrollBar().setValue(0)
        else:
            self.verticalScrollBar().setValue(line * LINE_HEIGHT + offset)
        self.mark_cursor(self._session.selecting.focus)
        self._see()

    def show_order(self, sort: str, *, reverse: bool) -> None:
        """Mark the column that the lines are in the order of; the arrow points at the larger."""
        number = next((n for n, column in enumerate(COLUMNS) if column.key == sort), -1)
        words = number >= 0 and COLUMNS[number].key in TEXT_KEYS
        up = words != reverse
        order = Qt.SortOrder.AscendingOrder if up else Qt.SortOrder.DescendingOrder
        self.horizontalHeader().setSortIndicator(number, order)

    def columns_state(self) -> str:
        """How the columns are, to be kept."""
        return bytes(self.horizontalHeader().saveState().toBase64().data()).decode()

    def restore_columns(self, state: str) -> None:
        """Put the columns back as they were."""
        data = QByteArray.fromBase64(state.encode())
        if not data.isEmpty():
            self.horizontalHeader().restoreState(data)

    def mark_cursor(self, row: int) -> None:
        """Put the keyboard's cursor on a row without moving the view."""
        if row >= 0 and self.row_of_cursor() == row:
            return
        self.put_cursor(self.arrangement.position_of(row), scroll=False)

    def put_cursor(self, position: int, *, scroll: bool) -> None:
        """Put the keyboard's cursor on a position, and where it is wanted in view."""
        column = max(self.horizontalHeader().logicalIndex(0), 0)
        index = self._lines.index(self._lines.line_of(position), column)
        self.setCurrentIndex(index)
        if scroll and index.isValid():
            self._scroll_to_line(index.row())
        self.viewport().update()

    def _scroll_to_line(self, line: int) -> None:
        bar, height, top = self.verticalScrollBar(), self.viewport().height(), line * LINE_HEIGHT
        if top < bar.value():
            bar.setValue(top)
        elif top + LINE_HEIGHT > bar.value() + height:
            bar.setValue(top + LINE_HEIGHT - height)

    @property
    def cursor_position(self) -> int:
        """Where the keyboard is, -1 for nowhere."""
        return self._lines.position_at(self.currentIndex().row())

    def row_of_cursor(self) -> int:
        """The row the keyboard is on, -1 for none."""
        return self._lines.row_at(self.currentIndex().row())

    def reveal(self, row: int) -> None:
        """Scroll no farther than needed to see a row."""
        line = self._lines.line_of(self.arrangement.position_of(row))
        if line >= 0:
            self._scroll_to_line(line)

    def scroll_to_row(self, row: int) -> None:
        """Put a row's line at the top."""
        line = self._lines.line_of(self.arrangement.position_of(row))
        if line >= 0:
            self.verticalScrollBar().setValue(line * LINE_HEIGHT)

    def top_row(self) -> int:
        """The first visible row, -1 for none."""
        return self._anchor()[0]

    def square_of(self, row: int) -> QRect:
        """Where a row's line is in the viewport; empty where it is not shown."""
        line = self._lines.line_of(self.arrangement.position_of(row))
        return self._line_rect(line) if line >= 0 else QRect()

    def row_under(self, point: QPoint) -> int:
        """The row under a point of the viewport, -1 for none."""
        return self._lines.row_at(self.rowAt(point.y()))

    def write_anew(self) -> None:
        """What stands in the lines may be something else now."""
        self._painter.forget_words()
        self.viewport().update()

    def update_rows(self, rows: frozenset[int]) -> None:
        """Draw these rows again."""
        del rows
        self.viewport().update()

    def stop(self) -> None:
        """Ask for nothing more."""
        self._want_soon.stop()

    def visible_lines(self) -> range:
        """Lines of which anything is seen."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        first = top // LINE_HEIGHT
        return range(first, min((top + height) // LINE_HEIGHT + 1, self._lines.rowCount()))

    def _line_rect(self, line: int) -> QRect:
        top = line * LINE_HEIGHT - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), LINE_HEIGHT)

    def _anchor(self) -> tuple[int, int]:
        top = self.verticalScrollBar().value()
        for line in self.visible_lines():
            row = self._lines.row_at(line)
            if row >= 0:
                return row, top - line * LINE_HEIGHT
        return -1, 0

    def _see(self) -> None:
        self._want_soon.start()
        self.viewport().update()

    def _want(self) -> None:
        """Ask for the pictures and marks of what is visible."""
        if not self.isVisible():
            return
        rows = [row for row in map(self._lines.row_at, self.visible_lines()) if row >= 0]
        self._thumbnails.want(self, rows)
        self._marks.want(rows)

    def _pictures_arrived(self, rows: frozenset[int]) -> None:
        self._painter.forget_pictures(rows)
        self.viewport().update()

    def _pictures_cleared(self) -> None:
        self._painter.forget_pictures()
        self._see()

    # -- columns

    def column_menu(self) -> QMenu:
        """Switches for the columns, and the way back to the usual ones."""
        header, menu = self.horizontalHeader(), QMenu(self)
        shown = len(COLUMNS) - header.hiddenSectionCount()
        for number, column in enumerate(COLUMNS):
            action = menu.addAction(column.title())
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(number))
            action.setEnabled(header.isSectionHidden(number) or shown > 1)
            action.triggered.connect(lambda on, number=number: self.show_column(number, on=on))
        menu.addSeparator()
        menu.addAction(self.tr("The usual columns")).triggered.connect(self.usual_columns)
        return menu

    def show_column(self, number: int, *, on: bool) -> None:
        """Show a column, or hide it."""
        self.horizontalHeader().setSectionHidden(number, not on)
        self.columns_changed.emit()

    def usual_columns(self) -> None:
        """Show the columns as they are at first."""
        header = self.horizontalHeader()
        for number, column in enumerate(COLUMNS):
            header.moveSection(header.visualIndex(number), number)
            header.resizeSection(number, column.width)
            header.setSectionHidden(number, not column.shown)
        self.columns_changed.emit()

    def _open_column_menu(self, place: QPoint) -> None:
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().viewport().mapToGlobal(place))

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        # Not the inherited one: see LinePainter.
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        selecting, columns = self._session.selecting, self._columns_seen()
        for line in self.visible_lines():
            rect, group = self._line_rect(line), self._lines.group_at(line)
            if not rect.intersects(event.rect()):
                continue
            if group is not None:
                draw_heading(painter, rect, self._look, group, self.title_of(group))
                painter.setFont(self.font())
                continue
            row = self._lines.row_at(line)
            selected, hovered = self.hand.is_selected(row), row == selecting.highlight
            self._painter.draw(painter, rect, line, columns, selected=selected, hovered=hovered)
        if self.hasFocus() and self.cursor_position >= 0:
            painter.setPen(QPen(self._look.theme.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = self._line_rect(self.currentIndex().row()).adjusted(1, 1, -2, -2)
            painter.drawRoundedRect(around, 4, 4)
        painter.end()

    def _columns_seen(self) -> list[Place]:
        header, width = self.horizontalHeader(), self.viewport().width()
        places = (
            Place(number, header.sectionViewportPosition(number), header.sectionSize(number))
            for number in range(len(COLUMNS))
            if not header.isSectionHidden(number)
        )
        return [place for place in places if place.left < width and place.left + place.width > 0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._see()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._see()

    # -- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.hand.move(event, self._target(event.key())):
            event.accept()
        elif event.key() == Key.Key_Escape:
            if len(self._session.selecting.rows):
                self._session.selecting.select([])
            else:
                self.escaped.emit()
            event.accept()
        elif event.key() in (Key.Key_Left, Key.Key_Right):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + (60 if event.key() == Key.Key_Right else -60))
            event.accept()
        else:
            event.ignore()

    def _target(self, key: int) -> int | None:
        at, count = self.cursor_position, len(self.arrangement)
        page = max(self.viewport().height() // LINE_HEIGHT - 1, 1)
        steps = {Key.Key_Down: 1, Key.Key_Up: -1, Key.Key_PageDown: page, Key.Key_PageUp: -page}
        if key == Key.Key_Home:
            return 0
        if key == Key.Key_End:
            return count - 1
        if key not in steps:
            return None
        if at < 0:
            return max(self.arrangement.position_of(self.top_row()), 0)
        return min(max(at + steps[Key(key)], 0), count - 1)

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        point = event.position().toPoint()
        line = self.rowAt(point.y())
        position = self._lines.position_at(line)
        self.hand.pressed, self.hand.press_position = point, -1
        if event.button() == Qt.MouseButton.RightButton:
            if position >= 0 and not self.hand.is_selected(self._lines.row_at(line)):
                self.hand.go_to(position)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        group = self._lines.group_at(line)
        if group is not None:
            self.fold_wanted.emit(group.key)
        elif position >= 0:
            self.hand.press(position, event.modifiers())
        elif not event.modifiers():
            self._session.selecting.select([])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.buttons() == Qt.MouseButton.NoButton:
            self._session.selecting.point_at(self.row_under(point))
            return
        far = (point - self.hand.pressed).manhattanLength() >= QApplication.startDragDistance()
        if self.hand.press_position >= 0 and far and event.buttons() & Qt.MouseButton.LeftButton:
            self.hand.carry_out(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.hand.release(event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_under(event.position().toPoint())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.preview_wanted.emit(row)

    def leaveEvent(self, event: QEvent) -> None:
        self._session.selecting.point_at(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        QWidget.focusInEvent(self, event)
        if self.cursor_position < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.put_cursor(self.arrangement.position_of(self.top_row()), scroll=False)
        if event.reason() in BY_KEYS:
            self.put_cursor(self.cursor_position, scroll=True)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            row = self.row_under(event.pos())
            if row >= 0:
                self.hint_wanted.emit(row, event.globalPos())
            return True
        return super().viewportEvent(event)
