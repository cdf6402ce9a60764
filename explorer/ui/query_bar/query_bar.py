"""The query bar: chips, a line to type in, how words are matched, how parts combine, filters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.core.errors import MediaError
from explorer.core.query import ARROW, Combine, Query, Term
from explorer.ui.appearance import Appearance
from explorer.ui.items_mime import items_in
from explorer.ui.kinds import Kinds
from explorer.ui.query_bar.chip_row import ChipRow, SmallPicture
from explorer.ui.query_bar.choice_button import ChoiceButton
from explorer.ui.query_bar.filter_row import FilterRow
from explorer.ui.query_bar.incoming_media import (
    AT_ONCE,
    keep_picture,
    local_files,
    picture_in,
    term_for,
)
from explorer.ui.query_bar.query_words import COMBINES, MODES, query_words
from explorer.ui.query_bar.refine_row import RefineRow
from explorer.ui.query_bar.search_field import holds_media
from explorer.ui.query_bar.sweep_strip import SweepStrip
from explorer.ui.query_bar.sweeping import Sweeping
from explorer.ui.spoken import spoken, spoken_name
from explorer.ui.thumbnails import ThumbnailCache
from explorer.viewstate.messages import (
    CollectionOpened,
    Notice,
    QueryChanged,
    QueryFailed,
    RankingChanged,
)
from explorer.viewstate.query_history import QueryHistory
from explorer.viewstate.session import Session

PAUSE_MS = 0
"""Every key is searched at once: text embeds elsewhere, and a newer key drops an older answer."""


class QueryBar(QWidget):
    """Composes the session's query.

    Parameters
    ----------
    content_for
        Kind of content of a file (``"image"``), empty if nothing opens it.
    small_picture
        What a chip shows of a picture file.
    thumbnails
        Small pictures of the hits of a sweep.
    kept_pictures
        Folder for pictures that were pasted or dropped without a file of their own.
    """

    filter_toggled = Signal(bool)

    def __init__(
        self,
        session: Session,
        kinds: Kinds,
        appearance: Appearance,
        content_for: Callable[[Path], str],
        small_picture: SmallPicture,
        kept_pictures: Path,
        thumbnails: ThumbnailCache,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._kinds, self._appearance = session, kinds, appearance
        self._content_for = content_for
        self._kept_pictures, self._thumbnails = kept_pictures, thumbnails
        self._terms: tuple[Term, ...] = ()
        self.history = QueryHistory()
        self.setAcceptDrops(True)
        self._build(small_picture)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        hub = session.hub
        hub.subscribe(self, QueryChanged, lambda _: self._follow())
        hub.subscribe(self, CollectionOpened, lambda _: self._follow())
        hub.subscribe(self, RankingChanged, lambda _: self._show_answer())
        hub.subscribe(
            self, QueryFailed, lambda message: self._show_failure(spoken(message.sentence))
        )
        appearance.changed.connect(self._draw)
        self._draw()
        self._follow()

    def close_view(self) -> None:
        """Hear of nothing more."""
        self._pause.stop()
        self.refine.close_view()
        self.sweeping.close()
        self._session.hub.unsubscribe(self)

    # -- what the window asks of it

    def focus(self) -> None:
        """Put the cursor into the field, with what is typed selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def clear(self) -> None:
        """Take everything out of the query, filters too."""
        self._pause.stop()
        self.field.clear()
        self.toggle_filter(False)
        self._session.ask(Query(combine=self._combine, mode=self._session.query.mode))

    def toggle_filter(self, shown: bool) -> None:
        """Show or hide the line for a condition; hidden, the condition is taken back."""
        self.filter.setVisible(shown)
        self.filter_button.setChecked(shown)
        if shown:
            self.filter.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._session.filters.typed:
            self._session.filter_by(replace(self._session.filters, typed=""))
        self.filter_toggled.emit(shown)

    def take(self, mime: QMimeData) -> bool:
        """Make parts of the query from files or a picture; whether there were any."""
        if ids := items_in(mime)[:AT_ONCE]:
            self._set_terms((*self._terms, *(self._item_term(one) for one in ids)))
            return True
        try:
            terms = [term_for(path, self._content_for) for path in local_files(mime)[:AT_ONCE]]
            if not terms and (image := picture_in(mime)) is not None:
                path = keep_picture(image, self._kept_pictures)
                terms = [Term("image", str(path), label=self.tr("pasted picture"))]
        except MediaError as error:
            self._session.hub.publish(Notice(error.sentence, "problem"))
            return True
        if terms:
            self._set_terms((*self._terms, *terms))
        return bool(terms)

    def save_search(self) -> None:
        """Ask for a name and keep the query with its filters under it."""
        self._named(self.tr("Save the search"), self._session.refining.save_search)

    def keep_concept(self) -> None:
        """Ask for a name and keep what the query asks for as a concept."""
        self._named(self.tr("Keep as a concept"), self._session.refining.keep_concept)

    def _named(self, title: str, keep: Callable[[str], None]) -> None:
        terms = [one for one in self._session.query.active if one.kind != "examples"]
        suggested = ", ".join(spoken_name(term.name) for term in terms)[:40]
        name, wanted = QInputDialog.getText(
            self, title, self.tr("What shall it be called?"), text=suggested
        )
        if wanted and name.strip():
            self._pause.stop()
            keep(name)

    def _item_term(self, item_id: str) -> Term:
        items = self._session.items
        row = items.row_of(item_id)
        return Term("item", item_id, label=str(items.titles[row]) if row >= 0 else "")

    # -- building

    def _build(self, small_picture: SmallPicture) -> None:
        self.box = QFrame(self)
        self.box.setProperty("kind", "field")
        self.icon = QLabel(self.box)
        self.icon.setFixedWidth(20)
        self._chips = ChipRow(self._session, self._kinds, self._appearance, small_picture, self.box)
        self.field = self._chips.field
        self.clear_button = self._button(self.tr("Clear the query"), self.clear, "Esc")
        self.filter_button = self._button(
            self.tr("Filter by a condition"), lambda: None, "Ctrl+Shift+F"
        )
        self.filter_button.setCheckable(True)
        self.filter_button.clicked.connect(self.toggle_filter)
        self.history_button = self._button(
            self.tr("Queries asked before"), self.show_history, "Down"
        )
        self.keep_button = self._button(self.tr("Keep the query"), lambda: None, "Ctrl+S")
        self.keep_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.keep_button)
        menu.addAction(self.tr("Save the search…") + f"\t{_native('Ctrl+S')}").triggered.connect(
            self.save_search
        )
        menu.addAction(self.tr("Keep as a concept…") + f"\t{_native('Ctrl+D')}").triggered.connect(
            self.keep_concept
        )
        self.keep_button.setMenu(menu)
        self.mode = ChoiceButton(MODES, self.tr("How words are matched"), self)
        self.mode.chosen.connect(lambda mode: self._change(mode=mode))
        self.combine = ChoiceButton(COMBINES, self.tr("How the parts combine"), self)
        self.combine.chosen.connect(lambda combine: self._change(combine=combine))
        inside = QHBoxLayout(self.box)
        inside.setContentsMargins(12, 4, 4, 4)
        inside.setSpacing(8)
        inside.addWidget(self.icon)
        inside.addWidget(self._chips, 1)
        for button in (self.clear_button, self.keep_button, self.history_button):
            inside.addWidget(button)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.box, 1)
        for widget in (self.combine, self.mode, self.filter_button):
            line.addWidget(widget)
        self.filter = FilterRow(self._appearance, self)
        self.filter.typed.connect(self._filter_typed)
        self.filter.closed.connect(lambda: self.toggle_filter(False))
        self.filter.hide()
        self.refine = RefineRow(self._session, self._kinds, self._appearance, self)
        self.sweep = SweepStrip(self._thumbnails, self._appearance, self)
        self.sweeping = Sweeping(self._session, self.sweep)
        self.status = QLabel(self)
        self.status.setProperty("type", "small")
        self.status.setProperty("tone", "quiet")
        self.status.setWordWrap(True)
        self.status.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.sweep)
        column.addWidget(self.refine)
        column.addWidget(self.filter)
        column.addWidget(self.status)
        self.field.textChanged.connect(self._typed)
        self.field.entered.connect(self._enter)
        self.field.cleared.connect(self._escape)
        self.field.back_at_start.connect(lambda: self._remove(len(self._terms) - 1))
        self._chips.changed.connect(self._change_term)
        self._chips.removed.connect(self._remove)
        self.field.history_wanted.connect(self.show_history)
        self.field.media_pasted.connect(self.take)

    def _button(self, tip: str, run: Callable[[], None], keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(QSize(16, 16))
        button.setToolTip(f"{tip}  ({_native(keys)})")
        button.setAccessibleName(tip)
        button.clicked.connect(lambda: run())
        return button

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self.icon.setPixmap(self._appearance.picture("magnifying-glass", 16, "quiet", ratio))
        self.clear_button.setIcon(self._appearance.icon("x", "quiet"))
        self.filter_button.setIcon(self._appearance.icon("funnel", "text"))
        self.history_button.setIcon(self._appearance.icon("clock-counter-clockwise", "quiet"))
        self.keep_button.setIcon(self._appearance.icon("bookmark-simple", "quiet"))

    # -- from the person to the session

    @property
    def _combine(self) -> Combine:
        return self._session.query.combine

    def _live_term(self) -> tuple[Term, ...]:
        words = self.field.text().strip()
        weight = 1.0
        if words.startswith("-"):
            words, weight = words[1:].strip(), -1.0
        start, arrow, end = words.replace("->", ARROW).partition(ARROW)
        if arrow and start.strip() and end.strip():
            return (Term("direction", f"{start.strip()} {ARROW} {end.strip()}", weight),)
        return (Term("text", words, weight),) if words else ()

    def _typed(self) -> None:
        self._pause.start()

    def _ask(self) -> None:
        terms = (*self._terms, *self._live_term())
        self._session.ask(replace(self._session.query, terms=terms))

    def _enter(self) -> None:
        self._pause.stop()
        live = self._live_term()
        if live:
            self._set_terms((*self._terms, *live))
        self.history.remember(self._session.query)

    def _escape(self) -> None:
        if self.field.text():
            self.field.clear()
        else:
            self.clear()

    def _set_terms(self, terms: tuple[Term, ...]) -> None:
        self._terms = terms
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._session.ask(replace(self._session.query, terms=terms))
        self.history.remember(self._session.query)
        self._show_chips()

    def _change(self, **changes: object) -> None:
        self._session.ask(replace(self._session.query, **changes))  # type: ignore[arg-type]

    def _change_term(self, place: int, term: Term) -> None:
        self._terms = (*self._terms[:place], term, *self._terms[place + 1 :])
        self._chips[place].show_term(term)
        self._pause.start()

    def _remove(self, place: int) -> None:
        if 0 <= place < len(self._terms):
            self._terms = (*self._terms[:place], *self._terms[place + 1 :])
            self._show_chips()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._ask()

    def _filter_typed(self, condition: str) -> None:
        if condition != self._session.filters.typed:
            self._session.filter_by(replace(self._session.filters, typed=condition))

    def show_history(self) -> None:
        """Offer the queries asked before."""
        if not self.history.queries:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for query in self.history.queries[:12]:
            action = menu.addAction(query_words(query))
            action.triggered.connect(lambda checked=False, query=query: self._ask_again(query))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.box.mapToGlobal(QPoint(0, self.box.height())))

    def _ask_again(self, query: Query) -> None:
        self.field.clear()
        self._session.ask(replace(query, where=self._session.query.where))

    # -- from the session to the person

    def _follow(self) -> None:
        """Show the session's query, wherever it came from."""
        query = self._session.query
        if query.terms != (*self._terms, *self._live_term()):
            self._terms = query.terms
            self.field.blockSignals(True)
            self.field.clear()
            self.field.blockSignals(False)
        self._show_chips()
        self.mode.choose(query.mode)
        self.combine.choose(query.combine)
        self.combine.setVisible(len(query.active) > 1)
        self.clear_button.setVisible(bool(query))
        self.keep_button.setVisible(bool(query))
        self.history_button.setEnabled(bool(self.history.queries))
        typed = self._session.filters.typed
        self.filter.show_condition(typed)
        self.filter.show_error("")
        if typed and self.filter.isHidden():
            self.filter.show()
            self.filter_button.setChecked(True)
        self.setEnabled(self._session.collection is not None)
        self.field.setPlaceholderText(
            self.tr("Search by words, or drop a picture or a sound here")
            if self._session.collection is not None
            else self.tr("Open a collection to search it")
        )
        if not query:
            self.status.hide()

    def _show_answer(self) -> None:
        self.filter.show_error("")
        ranking = self._session.ranking
        self.status.setProperty("tone", "quiet")
        self.status.style().polish(self.status)
        self.status.setVisible(ranking is not None and not len(ranking.rows))
        if ranking is not None and not len(ranking.rows):
            words = self.tr("Nothing fits. Take a filter away, or use other words.")
            if self._session.all_cut_off:
                words = self.tr("Nothing is that close. Let more hits through.")
            self.status.setText(words)

    def _show_failure(self, sentence: str) -> None:
        if self._session.filters.typed:
            self.filter.show_error(spoken(sentence))
            self.status.hide()
            return
        self.status.setText(spoken(sentence))
        self.status.setProperty("tone", "loss")
        self.status.style().polish(self.status)
        self.status.show()

    def _show_chips(self) -> None:
        if self._chips.show_terms(self._terms):
            self.updateGeometry()

    # -- dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.isEnabled() and holds_media(event.mimeData()):
            event.acceptProposedAction()
            self._mark_drop("drop")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark_drop("")

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark_drop("")
        if self.take(event.mimeData()):
            event.acceptProposedAction()

    def _mark_drop(self, state: str) -> None:
        self.box.setProperty("state", state)
        self.box.style().polish(self.box)


def _native(keys: str) -> str:
    """Keys as they are called in the person's language."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
