"""The items as one view of the session: header, squares or a list, and what stands where there
are none."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QToolTip, QVBoxLayout, QWidget

from explorer.ui.appearance import Appearance
from explorer.ui.grid.arranging import Arranging
from explorer.ui.grid.counting import Counting
from explorer.ui.grid.emptiness import GridEmptiness
from explorer.ui.grid.field import GridField
from explorer.ui.grid.group_words import group_title
from explorer.ui.grid.header import GridHeader
from explorer.ui.grid.hint import hint_of
from explorer.ui.grid.hit_places import HitPlaces
from explorer.ui.grid.item_commands import ItemCommands
from explorer.ui.grid.keys import GridKeys
from explorer.ui.grid.large_preview import LargePreview
from explorer.ui.grid.model import ItemModel
from explorer.ui.grid.order_of_query import OrderOfQuery
from explorer.ui.grid.showing_large import ShowingLarge
from explorer.ui.grid.tag_popover import TagPopover
from explorer.ui.item_list.model import ListModel
from explorer.ui.item_list.table import ListTable
from explorer.ui.kinds import Kinds
from explorer.ui.previews import Previews
from explorer.ui.row_marks import RowMarks
from explorer.ui.thumbnails import ThumbnailCache
from explorer.ui.welcome.empty_state import EmptyState
from explorer.viewstate import messages as tell
from explorer.viewstate.arrangement import Arrangement
from explorer.viewstate.grid_state import (
    LARGEST,
    SMALLEST,
    GridState,
    GroupKey,
    Look,
    SortKey,
)
from explorer.viewstate.grouping import Group
from explorer.viewstate.programs import ChosenPrograms
from explorer.viewstate.session import Session


class GridView(QWidget):
    """Every item, or every answer, as squares or as a list.

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
    programs
        What the person opens each kind of file with.
    """

    status_changed = Signal(str)
    """How many items are shown and selected, in words."""
    add_wanted = Signal()
    """The person wants to add files to the collection, or to open one."""
    escaped = Signal()
    """Escape was pressed with nothing selected."""
    changed = Signal()
    """How the items are shown is another thing, worth keeping."""

    def __init__(
        self,
        session: Session,
        thumbnails: ThumbnailCache,
        kinds: Kinds,
        appearance: Appearance,
        previews: Previews,
        programs: ChosenPrograms,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._thumbnails, self._kinds = session, thumbnails, kinds
        self._look = appearance
        self._state = GridState()
        self._order_of_query = OrderOfQuery(session.query)
        self._pending_top = self._failure = ""
        self.commands = ItemCommands(session, previews, appearance, programs)
        self.places, self.marks = HitPlaces(session, kinds, self), RowMarks(session, self)
        self.arranging = Arranging(session, self)
        self.counting, self._keys = Counting(session, self), GridKeys(self)
        self.header = GridHeader(appearance, self)
        self.field = GridField(
            session,
            ItemModel(session, kinds, self),
            thumbnails,
            self.places,
            appearance,
            self._state.size,
            self,
            self.marks,
        )
        lines = ListModel(session, kinds, self.marks, self._cluster_of, self)
        self.list = ListTable(session, lines, thumbnails, self.marks, appearance, self)
        self.field.setAccessibleName(self.tr("Items"))
        self.list.setAccessibleName(self.tr("Items"))
        self.empty = EmptyState(appearance, self)
        self._emptiness = GridEmptiness(session, self.add_wanted.emit)
        self.large_view = ShowingLarge(
            self,
            session,
            kinds,
            appearance,
            previews,
            thumbnails,
            lambda: self.shown_field,
            lambda to, only_look: self.shown_field.hand.go_to(to, only_look=only_look),
            lambda: self.shown_field.setFocus(),
            self.commands,
        )
        self._stack = QStackedWidget(self)
        for widget in (self.field, self.list, self.empty):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        self._connect()
        self._subscribe()
        self.header.show_size(self._state.size)
        self.header.show_look(self._state.look)
        self._arrange(to_top=True)

    @property
    def shown_field(self) -> GridField | ListTable:
        """The squares or the list, whichever is chosen."""
        return self.list if self._state.look == "list" else self.field

    @property
    def arrangement(self) -> Arrangement:
        """The rows shown."""
        return self.shown_field.arrangement

    @property
    def large(self) -> LargePreview | None:
        """The view over the whole window, once it was asked for."""
        return self.large_view.widget

    def _connect(self) -> None:
        self.arranging.arranged.connect(lambda found, to_top: self._show(found, to_top=to_top))
        self.counting.late.connect(self._tell)
        self.header.sorted_by.connect(self.sort_by)
        self.header.sized.connect(self.set_size)
        self.header.grouped_by.connect(self.group_by)
        self.header.all_folded.connect(self.fold_all)
        self.header.look_chosen.connect(self.choose_look)
        self.field.size_wanted.connect(lambda more: self.set_size(self._state.size + more))
        self.list.sort_wanted.connect(self._sort_by_column)
        self.list.columns_changed.connect(self.changed)
        for field in (self.field, self.list):
            field.title_of = self._group_title
            field.hint_wanted.connect(self._hint)
            field.preview_wanted.connect(self.show_large)
            field.fold_wanted.connect(self.fold)
            field.escaped.connect(self.escaped)

    def _subscribe(self) -> None:
        hear = self._session.hub.subscribe
        hear(self, tell.CollectionOpened, lambda _: self._opened())
        hear(self, tell.ItemsChanged, lambda _: self._items_changed())
        hear(self, tell.QueryChanged, lambda _: self.counting.asked())
        hear(self, tell.RankingChanged, lambda _: self._answered())
        hear(self, tell.QueryFailed, lambda message: self._failed(message.sentence))
        hear(self, tell.SelectionChanged, lambda _: self._selection_changed())
        hear(self, tell.HighlightChanged, lambda message: self._highlight(message.row))
        hear(self, tell.FocusChanged, lambda message: self._focus(message.row))
        hear(self, tell.MarksChanged, lambda _: self._marks_changed())
        hear(self, tell.ClustersChanged, lambda _: self._clusters_changed())
        hear(self, tell.ColumnsChanged, lambda _: self.field.viewport().update())
        hear(self, tell.JobChanged, lambda _: self._job_changed())
        self._highlighted = self._session.selecting.highlight

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A focus proxy would do the same, but Tab would then pass the header by.
        super().focusInEvent(event)
        self.shown_field.setFocus(event.reason())

    def close_view(self) -> None:
        """Hear of nothing more and let go of what runs; the view is not used after."""
        self._session.hub.unsubscribe(self)
        self.places.close()
        self.marks.close()
        self.arranging.close()
        self.counting.answered()
        self.field.stop()
        self.list.stop()
        self.large_view.close()

    # -- state

    def state(self) -> GridState:
        """How the items are shown, to be kept."""
        top, items = self.shown_field.top_row(), self._session.items
        at_top = self.shown_field.verticalScrollBar().value() == 0
        self._state.top = "" if at_top or not 0 <= top < len(items) else str(items.ids[top])
        self._state.columns = self.list.columns_state()
        return GridState.from_dict(self._state.to_dict())

    def restore(self, state: GridState) -> None:
        """Show the items as they were shown before."""
        self._state = GridState.from_dict(state.to_dict())
        self._pending_top = state.top
        self._order_of_query.keep()
        self.header.show_size(state.size)
        self.field.set_size(state.size)
        self.list.restore_columns(state.columns)
        self.header.show_look(state.look)
        self._arrange(to_top=True)

    def set_size(self, size: int) -> None:
        """Change the side of the squares, px."""
        self._state.size = min(max(size, SMALLEST), LARGEST)
        self.header.show_size(self._state.size)
        self.field.set_size(self._state.size)
        self.changed.emit()

    def sort_by(self, sort: SortKey, reverse: bool = False) -> None:
        """Show the items in another order; for hits it holds until something else is asked."""
        self._state.choose_order(sort, reverse, asked=self.arranging.asked)
        self._arrange(to_top=True)
        self.changed.emit()

    @property
    def _order(self) -> tuple[SortKey, bool]:
        """What is sorted by now, and whether it is turned round."""
        return self._state.order(asked=self.arranging.asked)

    def _sort_by_column(self, key: SortKey) -> None:
        sort, reverse = self._order
        self.sort_by(key, not reverse if key == sort else False)

    def group_by(self, key: GroupKey) -> None:
        """Part the items into groups."""
        if key != self._state.group:
            self._state.group, self._state.folded = key, []
            self._arrange(to_top=True)
            self.changed.emit()

    def fold(self, key: str) -> None:
        """Fold a group, or unfold it."""
        folded = self._state.folded
        self._state.folded = [k for k in folded if k != key] if key in folded else [*folded, key]
        self._arrange(to_top=False)
        self.changed.emit()

    def fold_all(self, folded: bool) -> None:
        """Fold all groups, or unfold them."""
        self._state.folded = [group.key for group in self.arrangement.groups] if folded else []
        self._arrange(to_top=folded)
        self.changed.emit()

    @property
    def has_folded(self) -> bool:
        """Whether any group is folded."""
        return bool(self._state.folded)

    def fold_here(self) -> None:
        """Fold the group that the keyboard is in; the next one that is open is where it goes."""
        position = self.shown_field.cursor_position
        groups = self.arrangement.groups
        here = next((g for g in groups if g.start <= position < g.stop), None)
        if here is None:
            return
        self.fold(here.key)
        if len(self.arrangement) and not self.arranging.working:
            self.shown_field.put_cursor(min(here.start, len(self.arrangement) - 1), scroll=True)

    def choose_look(self, look: Look) -> None:
        """Show squares, or a list; what is at the top, chosen and focused stays."""
        if look == self._state.look:
            return
        keyboard, top = self.shown_field.hasFocus(), self.shown_field.top_row()
        arrangement = self.arrangement
        at_top = self.shown_field.verticalScrollBar().value() == 0
        self._state.look = look
        self.header.show_look(look)
        self._show(arrangement, to_top=True)
        if not at_top:
            self.shown_field.scroll_to_row(top)
        if keyboard:
            self.shown_field.setFocus()
        self.changed.emit()

    # -- what is shown

    def _arrange(self, *, to_top: bool) -> None:
        self.arranging.arrange(self._state, to_top=to_top)

    def _show(self, arrangement: Arrangement, *, to_top: bool) -> None:
        field = self.shown_field
        other = self.list if field is self.field else self.field
        self.field.loading = self._emptiness.loading
        field.show_arrangement(arrangement, to_top=to_top)
        other.show_arrangement(Arrangement.empty(), to_top=True)
        asked, (sort, reverse) = self.arranging.asked, self._order
        self.header.show_order(sort, reverse=reverse, asked=asked)
        self.header.show_group(
            self._state.group, asked=asked, clustered=self.arranging.has_clusters
        )
        self.list.show_order(sort, reverse=reverse)
        if self._pending_top and len(arrangement):
            field.scroll_to_row(self._session.items.row_of(self._pending_top))
            self._pending_top = ""
        self._settle()

    def _cluster_of(self, row: int) -> str:
        values = self.arranging.values
        number = int(values.clusters[row]) if row < len(values) else -1
        return values.cluster_names.get(number, "")

    def _group_title(self, group: Group) -> str:
        return group_title(self.arrangement.by, group, self.arranging.cluster_names)

    def _settle(self) -> None:
        """Show the squares, or say why there are none."""
        what = self._emptiness.now(self.arrangement.total, self._failure)
        if what is None:
            self._stack.setCurrentWidget(self.shown_field)
        else:
            self.empty.show_emptiness(what)
            self._stack.setCurrentWidget(self.empty)
        self._tell()

    def _tell(self) -> None:
        words, selected = self.count_words(), self.counting.selected()
        self.header.show_count(words, selected, self.counting.time())
        self.status_changed.emit(f"{words}, {selected}" if selected else words)

    def count_words(self) -> str:
        """ "312 items", "312 of 883"."""
        return self.counting.shown(self.arrangement, loading=self.field.loading)

    # -- messages

    def _opened(self) -> None:
        self._failure = ""
        self._take_query()
        self.large_view.leave()
        self._state.folded = []
        self._arrange(to_top=True)

    def _items_changed(self) -> None:
        # The answer to a query comes again by itself once the table has changed.
        if self._session.query:
            self.list.write_anew()
            self.shown_field.viewport().update()
            self._settle()
        else:
            self._arrange(to_top=False)

    def _marks_changed(self) -> None:
        if self.arranging.depends_on_marks(self._order[0], self._state.group):
            self._arrange(to_top=False)

    def _clusters_changed(self) -> None:
        asked, clustered = self.arranging.asked, self.arranging.has_clusters
        self.header.show_group(self._state.group, asked=asked, clustered=clustered)
        if self.arranging.depends_on_clusters(self._order[0], self._state.group):
            self._arrange(to_top=False)
        self.list.write_anew()

    def _answered(self) -> None:
        self.counting.answered()
        self._failure = ""
        self._arrange(to_top=self._take_query())

    def _failed(self, sentence: str) -> None:
        self.counting.answered()
        self._failure = sentence
        self._take_query()
        self._arrange(to_top=True)

    def _take_query(self) -> bool:
        """Show the hits of another question best first; whether anything of the query changed."""
        return self._order_of_query.follow(self._session.query, self._state)

    def _selection_changed(self) -> None:
        self.shown_field.viewport().update()
        self._tell()

    def _highlight(self, row: int) -> None:
        self.shown_field.update_rows(frozenset((self._highlighted, row)))
        self._highlighted = row

    def _focus(self, row: int) -> None:
        field = self.shown_field
        if row != field.row_of_cursor():  # it may stand in several groups
            field.mark_cursor(row)
            field.reveal(row)
        field.viewport().update()

    def _job_changed(self) -> None:
        loading = self._emptiness.loading
        if loading != self.field.loading:
            self.field.loading = loading
            self._settle()
            self.field.viewport().update()

    # -- what one can do

    def current_row(self) -> int:
        """The row the keyboard is on, else the one in focus; -1 for none."""
        row = self.shown_field.row_of_cursor()
        return row if row >= 0 else self._session.selecting.focus

    def show_large(self, row: int) -> None:
        """Show a row over the whole window."""
        self.large_view.show(row)

    def open_tag_field(self) -> None:
        """Ask for tags for what is selected."""
        row = self.current_row()
        rows = self.commands.about(row)
        if not len(rows):
            return
        popover = TagPopover(self._session, len(rows), self)
        popover.given.connect(lambda tags: self._session.tag(rows, add=tags))
        square = self.shown_field.square_of(row)
        corner = self.shown_field.viewport().mapToGlobal(square.topLeft())
        popover.open_at(QRect(corner, square.size()))

    def select_all(self) -> None:
        """Select everything shown."""
        self.shown_field.hand.select_all()

    # -- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._keys.press(event):
            event.accept()
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.shown_field.viewport().mapFromGlobal(event.globalPos())
        row = self.current_row() if by_key else self.shown_field.row_under(place)
        if row < 0 or self._stack.currentWidget() is not self.shown_field:
            event.ignore()
            return
        menu = self.commands.menu(row, self.open_tag_field, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        square = self.shown_field.square_of(row)
        at = (
            self.shown_field.viewport().mapToGlobal(square.center())
            if by_key
            else event.globalPos()
        )
        menu.popup(at)
        event.accept()

    def _hint(self, row: int, at: QPoint) -> None:
        shown = self.arrangement
        position = shown.position_of(row)
        unit = self.places.unit(shown, position) if position >= 0 else None
        kind = self._kinds[self._session.items.modality(row)]
        words = hint_of(self._session, shown, position, row, kind, unit, self.marks.get(row))
        square = self.shown_field.square_of(row)
        QToolTip.showText(at, words, self.shown_field.viewport(), square)
