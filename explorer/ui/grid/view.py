"""The grid as one view of the session: header, squares, and what stands where there are none."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLocale, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QToolTip, QVBoxLayout, QWidget

from explorer.ui.appearance import Appearance
from explorer.ui.grid.emptiness import GridEmptiness
from explorer.ui.grid.field import GridField
from explorer.ui.grid.header import GridHeader
from explorer.ui.grid.hint import hint_of
from explorer.ui.grid.hit_places import HitPlaces
from explorer.ui.grid.item_commands import ItemCommands
from explorer.ui.grid.large_preview import LargePreview
from explorer.ui.grid.model import ItemModel
from explorer.ui.grid.tag_popover import TagPopover
from explorer.ui.item_words import item_line
from explorer.ui.kinds import Kinds
from explorer.ui.previews import Previews
from explorer.ui.row_marks import RowMarks
from explorer.ui.thumbnails import ThumbnailCache
from explorer.ui.welcome.empty_state import EmptyState
from explorer.viewstate import messages as tell
from explorer.viewstate.arrangement import Arrangement, arrange
from explorer.viewstate.grid_state import LARGEST, SMALLEST, GridState, SortKey
from explorer.viewstate.session import Session

AT_ONCE = 50_000
"""Items that are put in order on the spot; more are sorted by name in a job."""
HEARD_MS = 120
"""After this long a query that is still being answered says so."""


class GridView(QWidget):
    """Every item, or every answer, as squares.

    Parameters
    ----------
    session
        What is shown, selected and asked.
    thumbnails, previews
        Small and large pictures.
    kinds
        Names of the kinds of media.
    appearance
        Colours, fonts and icons.
    """

    status_changed = Signal(str)
    """How many items are shown and selected, in words."""
    add_wanted = Signal()
    """The person wants to add files to the collection, or to open one."""
    escaped = Signal()
    """Escape was pressed with nothing selected."""

    def __init__(
        self,
        session: Session,
        thumbnails: ThumbnailCache,
        kinds: Kinds,
        appearance: Appearance,
        previews: Previews,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._thumbnails, self._kinds = session, thumbnails, kinds
        self._look, self._previews = appearance, previews
        self._state = GridState()
        self._shown_query = session.query
        self._pending_top = ""
        self._failure = ""
        self.commands = ItemCommands(session, previews, appearance)
        self.places, self.marks = HitPlaces(session, kinds, self), RowMarks(session, self)
        self.header = GridHeader(appearance, self)
        model = ItemModel(session, kinds, self)
        self.field = GridField(
            session, model, thumbnails, self.places, appearance, self._state.size, self, self.marks
        )
        self.setFocusProxy(self.field)
        self.field.setAccessibleName(self.tr("Items"))
        self.empty = EmptyState(appearance, self)
        self._emptiness = GridEmptiness(session, self.add_wanted.emit)
        self.large: LargePreview | None = None
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.field)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        self._heard = QTimer(self, singleShot=True, interval=HEARD_MS)
        self._heard.timeout.connect(self._tell)
        self._connect()
        self._subscribe()
        self.header.show_size(self._state.size)
        self._arrange(to_top=True)

    def _connect(self) -> None:
        self.header.sorted_by.connect(self.sort_by)
        self.header.sized.connect(self.set_size)
        self.field.size_wanted.connect(lambda more: self.set_size(self._state.size + more))
        self.field.hint_wanted.connect(self._hint)
        self.field.preview_wanted.connect(self.show_large)
        self.field.escaped.connect(self.escaped)

    def _subscribe(self) -> None:
        hear = self._session.hub.subscribe
        hear(self, tell.CollectionOpened, lambda _: self._opened())
        hear(self, tell.ItemsChanged, lambda _: self._items_changed())
        hear(self, tell.QueryChanged, lambda _: self._heard.start())
        hear(self, tell.RankingChanged, lambda _: self._answered())
        hear(self, tell.QueryFailed, lambda message: self._failed(message.sentence))
        hear(self, tell.SelectionChanged, lambda _: self._selection_changed())
        hear(self, tell.HighlightChanged, lambda message: self._highlight(message.row))
        hear(self, tell.FocusChanged, lambda message: self._focus(message.row))
        hear(self, tell.JobChanged, lambda _: self._job_changed())
        self._highlighted = self._session.selecting.highlight

    def close_view(self) -> None:
        """Hear of nothing more and let go of what runs; the view is not used after."""
        self._session.hub.unsubscribe(self)
        self.places.close()
        self.marks.close()
        self._heard.stop()
        self.field.stop()
        if self.large is not None:
            self.large.leave()
            self.large.deleteLater()
            self.large = None

    # -- state

    def state(self) -> GridState:
        """How the items are shown, to be kept."""
        top, items = self.field.top_row(), self._session.items
        at_top = self.field.verticalScrollBar().value() == 0
        self._state.top = "" if at_top or not 0 <= top < len(items) else str(items.ids[top])
        return GridState(**self._state.to_dict())

    def restore(self, state: GridState) -> None:
        """Show the items as they were shown before."""
        self._state = GridState(**state.to_dict())
        self._pending_top = state.top
        self.header.show_size(state.size)
        self.field.set_size(state.size)
        self._arrange(to_top=True)

    def set_size(self, size: int) -> None:
        """Change the side of the squares, px."""
        self._state.size = min(max(size, SMALLEST), LARGEST)
        self.header.show_size(self._state.size)
        self.field.set_size(self._state.size)

    def sort_by(self, sort: SortKey, reverse: bool = False) -> None:
        """Show the items in another order."""
        self._state.sort, self._state.reverse = sort, reverse
        self._arrange(to_top=True)

    # -- what is shown

    def _arrange(self, *, to_top: bool) -> None:
        items, ranking = self._session.items, self._session.ranking
        sort, reverse = self._state.sort, self._state.reverse
        if sort != "name" or len(items) <= AT_ONCE:
            self._show(arrange(items, ranking, sort, reverse=reverse), to_top=to_top)
            return
        self._session.jobs.submit(
            self.tr("Sort by name"),
            lambda control: arrange(items, ranking, sort, reverse=reverse),
            key="arrange-grid",
            done=lambda arrangement: self._show(arrangement, to_top=to_top),
            quiet=True,
        )

    def _show(self, arrangement: Arrangement, *, to_top: bool) -> None:
        self.field.loading = self._emptiness.loading
        self.field.show_arrangement(arrangement, to_top=to_top)
        asked = bool(self._session.query.active)
        self.header.show_order(self._state.sort, reverse=self._state.reverse, asked=asked)
        if self._pending_top and len(arrangement):
            self.field.scroll_to_row(self._session.items.row_of(self._pending_top))
            self._pending_top = ""
        self._settle()

    def _settle(self) -> None:
        """Show the squares, or say why there are none."""
        what = self._emptiness.now(len(self.field.arrangement), self._failure)
        if what is None:
            self._stack.setCurrentWidget(self.field)
        else:
            self.empty.show_emptiness(what)
            self._stack.setCurrentWidget(self.empty)
        self._tell()

    def _tell(self) -> None:
        words, selected = self.count_words(), self.selected_words()
        tip = ""
        if self._session.ranking is not None and self._session.answer_seconds:
            seconds = QLocale().toString(self._session.answer_seconds, "f", 2)
            tip = self.tr("Answered in {} s").format(seconds)
        self.header.show_count(words, selected, tip)
        self.status_changed.emit(f"{words}, {selected}" if selected else words)

    def count_words(self) -> str:
        """ "312 items", "312 of 883, best first"."""
        number = QLocale().toString
        shown, session = len(self.field.arrangement), self._session
        if session.asking and not self._heard.isActive():
            return self.tr("Searching…")
        if session.collection is None:
            return ""
        if self.field.loading and not shown:
            return self.tr("Reading files…")
        everything = int(session.items.present.sum())
        if session.ranking is not None and shown != everything:
            words = self.tr("{} of {}").format(number(shown), number(everything))
        else:
            words = self.tr("1 item") if shown == 1 else self.tr("{} items").format(number(shown))
        if session.ranking is not None and session.query.active and shown > 1:
            order = self.header.name_of(self._state.sort, reverse=self._state.reverse)
            words += f", {order[:1].lower()}{order[1:]}"
        return words

    def selected_words(self) -> str:
        """ "3 selected", or nothing."""
        count = len(self._session.selecting.rows)
        return self.tr("{} selected").format(QLocale().toString(count)) if count else ""

    # -- messages

    def _opened(self) -> None:
        self._failure = ""
        self._shown_query = self._session.query
        if self.large is not None:
            self.large.leave()
        self._arrange(to_top=True)

    def _items_changed(self) -> None:
        # The answer to a query comes again by itself once the table has changed.
        if self._session.query:
            self.field.viewport().update()
            self._settle()
        else:
            self._arrange(to_top=False)

    def _answered(self) -> None:
        self._heard.stop()
        self._failure = ""
        another = self._session.query != self._shown_query
        self._shown_query = self._session.query
        self._arrange(to_top=another)

    def _failed(self, sentence: str) -> None:
        self._heard.stop()
        self._failure = sentence
        self._shown_query = self._session.query
        self._arrange(to_top=True)

    def _selection_changed(self) -> None:
        self.field.viewport().update()
        self._tell()

    def _highlight(self, row: int) -> None:
        self.field.update_rows(frozenset((self._highlighted, row)))
        self._highlighted = row

    def _focus(self, row: int) -> None:
        position = self.field.arrangement.position_of(row)
        if position != self.field.cursor_position:
            self.field.mark_cursor(row)
            self.field.reveal(row)
        self.field.viewport().update()

    def _job_changed(self) -> None:
        loading = self._emptiness.loading
        if loading != self.field.loading:
            self.field.loading = loading
            self._settle()
            self.field.viewport().update()

    # -- what one can do

    def current_row(self) -> int:
        """The row the keyboard is on, else the one in focus; -1 for none."""
        row = self.field.row_of_cursor()
        return row if row >= 0 else self._session.selecting.focus

    def show_large(self, row: int) -> None:
        """Show a row over the whole window."""
        if not 0 <= row < len(self._session.items):
            return
        if self.large is None or self.large.parentWidget() is not self.window():
            if self.large is not None:
                self.large.deleteLater()
            self.large = LargePreview(self._previews, self._thumbnails, self._look, self.window())
            self.large.stepped.connect(self._step)
            self.large.closed.connect(self.field.setFocus)
            self.large.key_pressed.connect(self._large_key)
        self._session.selecting.look_at(row)
        items, shown = self._session.items, self.field.arrangement
        position = shown.position_of(row)
        facts = [item_line(items, row, self._kinds[items.modality(row)])]
        if position >= 0:
            number = QLocale().toString
            of = self.tr("{} of {}").format(number(position + 1), number(len(shown)))
            facts.append(of)
        unit = -1
        if position >= 0 and shown.ranking is not None and shown.hits is not None:
            unit = int(shown.ranking.units[shown.hits[position]])
        self.large.show_row(row, str(items.titles[row]), "   ".join(facts), unit)

    def _step(self, step: int) -> None:
        if self.large is None or not len(self.field.arrangement):
            return
        here = self.field.arrangement.position_of(self.large.row)
        last = len(self.field.arrangement) - 1
        to = {-2: 0, 2: last}.get(step, min(max(here + step, 0), last))
        self.field.go_to(to, only_look=len(self._session.selecting.rows) > 1)
        self.show_large(int(self.field.arrangement.rows[to]))

    def _large_key(self, event: QKeyEvent) -> None:
        if self.large is None:
            return
        row = self.large.row
        if self._is_plain(event) and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_5:
            stars = event.key() - Qt.Key.Key_0
            # The one that is seen, not others that happen to be selected.
            self.commands.rate(np.array([row], np.int64), stars)
        elif self._is_plain(event) and event.key() == Qt.Key.Key_S:
            self.large.leave()
            self.commands.more_like(row)

    def open_tag_field(self) -> None:
        """Ask for tags for what is selected."""
        row = self.current_row()
        rows = self.commands.chosen(row)
        if not len(rows):
            return
        popover = TagPopover(self._session, len(rows), self)
        popover.given.connect(lambda tags: self._session.tag(rows, add=tags))
        square = self.field.square_of(row)
        corner = self.field.viewport().mapToGlobal(square.topLeft())
        popover.open_at(QRect(corner, square.size()))

    def select_all(self) -> None:
        """Select everything shown."""
        self.field.select_all()

    # -- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.current_row(), event.key()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.field.select_all()
        elif row < 0 or not self._is_plain(event):
            event.ignore()
            return
        elif key == Qt.Key.Key_Space:
            self.show_large(row)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_5:
            self.commands.rate(self.commands.chosen(row), key - Qt.Key.Key_0)
        elif key == Qt.Key.Key_T:
            self.open_tag_field()
        elif key == Qt.Key.Key_S:
            self.commands.more_like(row)
        else:
            event.ignore()
            return
        event.accept()

    @staticmethod
    def _is_plain(event: QKeyEvent) -> bool:
        others = ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        return not event.modifiers() & others

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.field.viewport().mapFromGlobal(event.globalPos())
        row = self.current_row() if by_key else self.field.row_under(place)
        if row < 0 or self._stack.currentWidget() is not self.field:
            event.ignore()
            return
        menu = self.commands.menu(row, self.open_tag_field, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        square = self.field.square_of(row)
        at = self.field.viewport().mapToGlobal(square.center()) if by_key else event.globalPos()
        menu.popup(at)
        event.accept()

    def _hint(self, row: int, at: QPoint) -> None:
        position = self.field.arrangement.position_of(row)
        unit = self.places.unit(self.field.arrangement, position) if position >= 0 else None
        kind = self._kinds[self._session.items.modality(row)]
        words = hint_of(
            self._session, self.field.arrangement, position, row, kind, unit, self.marks.get(row)
        )
        square = self.field.square_of(row)
        QToolTip.showText(at, words, self.field.viewport(), square)
