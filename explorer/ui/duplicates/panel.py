"""The panel of duplicates: looks for copies, proposes which to keep, trashes the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import QLocale, QPoint, QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from explorer.jobs import Job
from explorer.lenses.duplicates import LOOSEST, Copies, CopyGroup, Keep, group_copies
from explorer.ui.duplicates.field import CopyField
from explorer.ui.grid.hit_places import HitPlaces
from explorer.ui.grid.item_commands import ItemCommands
from explorer.ui.grid.model import ItemModel
from explorer.ui.grid.showing_large import ShowingLarge
from explorer.ui.item_words import bytes_words, folder_words
from explorer.ui.panel import Desk, Panel
from explorer.ui.row_marks import RowMarks
from explorer.ui.spoken import spoken
from explorer.ui.welcome.empty_state import Emptiness, EmptyState, Way
from explorer.viewstate.duplicates import DuplicatesState, search_copies, worth_of
from explorer.viewstate.messages import (
    CollectionOpened,
    HighlightChanged,
    ItemsChanged,
    SelectionChanged,
)

SQUARE = 168
NEVER = 1.1
"""A likeness that no near copy reaches."""


class DuplicatesPanel(Panel):
    """Groups of copies side by side; nothing goes anywhere before the button is pressed."""

    name, icon, keys = "duplicates", "copy-simple", "Ctrl+Shift+K"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._state = DuplicatesState()
        self._copies: Copies | None = None
        self._groups: list[CopyGroup] = []
        self._kept: frozenset[int] = frozenset()
        self._chosen: dict[int, bool] = {}
        self._job: Job | None = None
        self._make_controls()
        self._make_field()
        self._lay_out()
        hub = desk.session.hub
        hub.subscribe(self, CollectionOpened, lambda _: self._forget())
        hub.subscribe(self, ItemsChanged, lambda _: self._regroup())
        hub.subscribe(self, SelectionChanged, lambda _: self.field.viewport().update())
        hub.subscribe(self, HighlightChanged, lambda _: self.field.viewport().update())
        self._settle()

    def title(self) -> str:
        return self.tr("Duplicates")

    # -- building

    def _make_controls(self) -> None:
        self.search_button = QPushButton(self.tr("Look for copies"), self)
        self.search_button.clicked.connect(self.search)
        self.near = QCheckBox(self.tr("Near copies"), self)
        self.near.setToolTip(self.tr("Also pictures that were scaled, saved anew or retouched"))
        self.near.setChecked(self._state.near)
        self.near.toggled.connect(self._set_near)
        self.least = QSlider(Qt.Orientation.Horizontal, self)
        self.least.setRange(round(LOOSEST * 100), 100)
        self.least.setValue(round(self._state.least * 100))
        self.least.setFixedWidth(112)
        self.least.setAccessibleName(self.tr("How alike near copies are at least"))
        self.least.setToolTip(
            self.tr("How alike near copies are at least: the share of light and dark edges in both")
        )
        self.least.valueChanged.connect(self._set_least)
        self.least_words = QLabel(self)
        self.least_words.setProperty("tone", "quiet")
        self.keep = QComboBox(self)
        self.keep.setAccessibleName(self.tr("Which copy is kept"))
        self.keep.setToolTip(self.tr("Which copy is proposed to be kept"))
        names: dict[Keep, str] = {
            "best": self.tr("Keep the tagged, then the largest"),
            "largest": self.tr("Keep the largest"),
            "oldest": self.tr("Keep the oldest"),
            "newest": self.tr("Keep the newest"),
            "marked": self.tr("Keep the tagged, then the oldest"),
        }
        for key, words in names.items():
            self.keep.addItem(words, key)
        self.keep.currentIndexChanged.connect(lambda _: self._set_keep(self.keep.currentData()))
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.trash_button = QPushButton(self)
        self.trash_button.setProperty("kind", "loss")
        self.trash_button.clicked.connect(self.trash)

    def _make_field(self) -> None:
        desk, session = self.desk, self.desk.session
        self.empty = EmptyState(desk.appearance, self)
        self._places, self._marks = HitPlaces(session, desk.kinds, self), RowMarks(session, self)
        self.field = CopyField(
            session,
            ItemModel(session, desk.kinds, self),
            desk.thumbnails,
            self._places,
            desk.appearance,
            SQUARE,
            self,
            self._marks,
        )
        self.field.setAccessibleName(self.tr("Copies"))
        self.field.setProperty("surface", "window")  # white pictures have edges on it
        self.field.title_of = self.field.heading_of
        self.field.fold_wanted.connect(self.field.fold)
        self.field.keep_toggled.connect(self.toggle)
        self.field.only_kept.connect(self.keep_only)
        self.field.hint_wanted.connect(self._hint)
        self._large = ShowingLarge(
            self,
            session,
            desk.kinds,
            desk.appearance,
            desk.previews,
            desk.thumbnails,
            lambda: self.field,
            lambda to, only_look: self.field.hand.go_to(to, only_look=only_look),
            self.field.setFocus,
            ItemCommands(session, desk.previews, desk.appearance, desk.app.programs),
        )
        self.field.preview_wanted.connect(self._large.show)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        for widget in (self.search_button, self.near, self.least, self.least_words):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self.keep)
        bottom = QHBoxLayout()
        bottom.setSpacing(12)
        bottom.addWidget(self.summary, 1)
        bottom.addWidget(self.trash_button)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.field)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addLayout(bottom)

    def sizeHint(self) -> QSize:
        return QSize(720, 320)

    # -- state

    def state(self) -> dict[str, Any]:
        return self._state.to_dict()

    def restore(self, state: Mapping[str, Any]) -> None:
        found = DuplicatesState.from_dict(state)
        self._state = found
        for widget in (self.near, self.least, self.keep):
            widget.blockSignals(True)
        self.near.setChecked(found.near)
        self.least.setValue(round(found.least * 100))
        self.keep.setCurrentIndex(max(self.keep.findData(found.keep), 0))
        for widget in (self.near, self.least, self.keep):
            widget.blockSignals(False)
        self._regroup()

    def close_view(self) -> None:
        super().close_view()
        if self._job is not None:
            self._job.cancel()
        self._places.close()
        self._marks.close()
        self._large.close()
        self.field.stop()

    # -- looking

    @property
    def searching(self) -> bool:
        """Whether copies are being looked for."""
        return self._job is not None and not self._job.state.ended

    @property
    def groups(self) -> tuple[CopyGroup, ...]:
        """The groups shown."""
        return tuple(self._groups)

    @property
    def going(self) -> list[int]:
        """Rows that would go to the trash."""
        rows = [row for group in self._groups for row in group.rows.tolist()]
        return [row for row in rows if row not in self._kept]

    def search(self) -> None:
        """Look for copies; pressed again, stop looking."""
        session = self.desk.session
        collection, items = session.collection, session.items
        if self.searching and self._job is not None:
            self._job.cancel()
            return
        if collection is None:
            return

        def done(copies: Copies) -> None:
            if isValid(self) and collection is session.collection:
                self._copies, self._chosen = copies, {}
                self._job = None
                self._regroup()
                if self.search_button.hasFocus():
                    self.field.setFocus()

        asked_here = self.empty.button.hasFocus()
        self._job = session.jobs.submit(
            self.tr("Look for copies"),
            lambda control: search_copies(collection, items, control),
            lane="compute",
            key=f"copies-{id(self)}",
            done=done,
            failed=self._failed,
            cancelled=self._stopped,
        )
        self.search_button.show()  # it stops the search, and the other one goes
        if asked_here:
            self.search_button.setFocus()
        self._settle()

    def _failed(self, sentence: str) -> None:
        self._stopped()
        self.summary.setText(spoken(sentence))

    def _stopped(self) -> None:
        self._job = None
        self._settle()

    def _forget(self) -> None:
        self._large.leave()
        self._copies, self._chosen = None, {}
        self._regroup()

    def _set_near(self, on: bool) -> None:
        self._state.near = on
        self._regroup()

    def _set_least(self, percent: int) -> None:
        self._state.least = percent / 100
        self._regroup()

    def _set_keep(self, keep: Keep) -> None:
        self._state.keep = keep
        self._chosen = {}
        self._regroup()

    def _regroup(self) -> None:
        """Make the groups anew, without what has gone meanwhile."""
        session = self.desk.session
        self._groups = []
        if self._copies is not None and session.collection is not None:
            least = self._state.least if self._state.near else NEVER
            worth = worth_of(session.items, session.collection.marked())
            found = group_copies(self._copies, worth, self._state.keep, least=least)
            present = session.items.present
            self._groups = [kept for group in found if (kept := _still(group, present)) is not None]
        self._choose()
        self.field.show_groups(self._groups)
        self._settle()

    def _choose(self) -> None:
        """The first of each group is kept, and what the person has said otherwise holds."""
        kept = set()
        for group in self._groups:
            rows = group.rows.tolist()
            own = {row for row in rows if self._chosen.get(row, row == rows[0])}
            kept |= own or {rows[0]}
        self._kept = frozenset(kept)
        self.field.show_kept(self._kept)

    def _group_of(self, row: int) -> list[int]:
        found = (group.rows.tolist() for group in self._groups)
        return next((rows for rows in found if row in rows), [])

    def toggle(self, row: int) -> None:
        """Keep a row, or let it go; the last one that is kept stays."""
        rows = self._group_of(row)
        kept = [one for one in rows if one in self._kept]
        if kept == [row]:
            self.summary.setText(
                self.tr("One of the copies has to be kept: choose another one first (K).")
            )
            return
        self._chosen.update({one: one in self._kept for one in rows})
        self._chosen[row] = row not in self._kept
        self._choose()
        self._settle()

    def keep_only(self, row: int) -> None:
        """Keep a row alone of its group."""
        self._chosen.update({one: one == row for one in self._group_of(row)})
        self._choose()
        self._settle()

    def trash(self) -> None:
        """Send what is not kept to the trash; undo brings it back."""
        self.desk.session.trash(np.array(self.going, np.int64))

    # -- what is said

    def _settle(self) -> None:
        number, session = QLocale().toString, self.desk.session
        self.search_button.setText(
            self.tr("Stop looking") if self.searching else self.tr("Look for copies")
        )
        found = self._copies is not None
        self.search_button.setVisible(found or self.searching)  # else the page has it
        for widget in (self.near, self.least, self.least_words, self.keep):
            widget.setVisible(found)
        self.search_button.setEnabled(session.collection is not None)
        self.least.setEnabled(self._state.near)
        words = self.tr("at least {} % alike").format(round(self._state.least * 100))
        self.least_words.setText(words)
        going = self.going
        freed = sum(int(session.items.size[row]) for row in going)
        if self._groups:
            self.summary.setText(
                self.tr("{} groups of copies; {} files could go, {} in all. K keeps, X lets go.")
                .format(number(len(self._groups)), number(len(going)), bytes_words(freed))
            )  # fmt: skip
        else:
            self.summary.setText("")
        self.trash_button.setText(self.tr("Move {} to the trash").format(number(len(going))))
        self.trash_button.setToolTip(self.tr("The system keeps them; undo puts them back"))
        self.trash_button.setVisible(bool(going))
        self._stack.setCurrentWidget(self.field if self._groups else self.empty)
        if not self._groups:
            self.empty.show_emptiness(self._emptiness())

    def _emptiness(self) -> Emptiness:
        if self.searching:
            return Emptiness(
                "hourglass",
                self.tr("Looking for copies"),
                self.tr("Pictures that lie close together are compared point by point."),
            )
        if self._copies is None:
            return Emptiness(
                "copy-simple",
                self.tr("Find duplicates"),
                self.tr(
                    "Files with the same content, and pictures that were scaled or saved anew. "
                    "Nothing is deleted: what you do not keep goes to the system's trash."
                ),
                None if self.desk.session.collection is None
                else Way(self.tr("Look for copies"), self.search),
            )  # fmt: skip
        return Emptiness(
            "check-circle",
            self.tr("No copies"),
            self.tr("No two files are alike enough. Move the slider to the left to see less alike.")
            if self._state.near
            else self.tr("No two files have the same content."),
        )

    def _hint(self, row: int, at: QPoint) -> None:
        items = self.desk.session.items
        lines = [str(items.titles[row]), folder_words(str(items.paths[row]))]
        if row in self._kept:
            lines.append(self.tr("Kept. X lets it go."))
        else:
            lines.append(self.tr("Goes to the trash. K keeps it alone, X keeps it as well."))
        QToolTip.showText(at, "\n".join(lines), self.field.viewport(), self.field.square_of(row))


def _still(group: CopyGroup, present: np.ndarray[Any, np.dtype[np.bool_]]) -> CopyGroup | None:
    """A group without the items that have gone; None where no copy is left."""
    here = present[group.rows]
    if here.sum() < 2:
        return None
    return CopyGroup(group.rows[here], group.likeness[here], group.exact)
