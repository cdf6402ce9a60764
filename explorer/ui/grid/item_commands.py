"""What one can do with the items of the grid: open, copy, ask, tag and rate them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from explorer.core.query import Term
from explorer.core.selection import Rows
from explorer.ui.appearance import Appearance
from explorer.ui.grid.files_out import reveal_in_folder
from explorer.ui.grid.open_with import OpenWith
from explorer.ui.previews import LargeView, Previews
from explorer.viewstate.messages import Notice, PanelWanted
from explorer.viewstate.programs import ChosenPrograms
from explorer.viewstate.session import Session

COPIED_SIDE = 4096
"""Pixels of the longer side of a picture that is copied, at most."""
MOST_TERMS = 8
"""Items that one step adds to the query, at most."""


class ItemCommands:
    """Commands about rows of the open collection.

    Parameters
    ----------
    session
        What they change.
    previews
        Reads pictures to copy.
    appearance
        Icons of the menu.
    programs
        What the person opens each kind of file with.
    """

    def __init__(
        self,
        session: Session,
        previews: Previews,
        appearance: Appearance,
        programs: ChosenPrograms,
    ) -> None:
        self._session, self._previews, self._look = session, previews, appearance
        self._open_with = OpenWith(session, programs)

    def chosen(self, row: int = -1) -> Rows:
        """The row pointed at, or the one in focus; all that is selected where it is among them."""
        selecting = self._session.selecting
        rows = selecting.rows
        row = selecting.focus if row < 0 else row
        if row >= 0 and (not len(rows) or row not in rows):
            return np.array([row], np.int64)
        return rows

    def about(self, row: int) -> Rows:
        """The rows a key is about: all that is selected, else the row the keyboard is on.

        The keyboard may stand on a row just taken out of the selection: that one is not meant.
        """
        rows = self._session.selecting.rows
        return rows if len(rows) else self.chosen(row)

    # -- commands

    def open(self, row: int) -> None:
        """Open the file with the program chosen for its kind, or else the system's."""
        self._open_with.open(self._path(row))

    def reveal(self, row: int) -> None:
        """Show the file in the system's file manager."""
        path = self._path(row)
        if not reveal_in_folder(path):
            self._problem(path, self._tr("{} cannot be shown: its folder is not there any more."))

    def copy_paths(self, rows: Rows) -> None:
        """Put the paths on the clipboard, a line each."""
        QGuiApplication.clipboard().setText("\n".join(self._path(row) for row in rows.tolist()))
        words = self._tr("Path copied.") if len(rows) == 1 else self._tr("Paths copied.")
        self._session.hub.publish(Notice(words))

    def copy_picture(self, row: int) -> None:
        """Put the picture on the clipboard, once it is read."""

        def done(view: LargeView) -> None:
            if view.image is None:
                self._session.hub.publish(Notice(self._tr("There is no picture to copy.")))
                return
            QGuiApplication.clipboard().setImage(view.image)
            self._session.hub.publish(Notice(self._tr("Picture copied.")))

        def failed(sentence: str) -> None:
            self._session.hub.publish(Notice(sentence, "problem"))

        self._previews.ask("copy", row, COPIED_SIDE, done, failed)

    def more_like(self, row: int) -> None:
        """Ask for what is like the item."""
        self._session.more_like(row)

    def explain(self, row: int) -> None:
        """Show which word met which part of the item."""
        self._session.selecting.look_at(row)
        self._session.hub.publish(PanelWanted("explain"))

    def judge(self, rows: Rows, opinion: int) -> None:
        """Like (1) or dislike (-1) items as answers to the query, which refines it."""
        self._session.refining.judge(rows.tolist(), opinion)

    def add_to_query(self, rows: Rows, weight: float) -> None:
        """Add items to the query, towards them (1) or away from them (-1)."""
        items = self._session.items
        terms = tuple(
            Term("item", str(items.ids[row]), weight, str(items.titles[row]))
            for row in rows[:MOST_TERMS].tolist()
        )
        for term in terms:
            self._session.add_term(term)

    def rate(self, rows: Rows, stars: int) -> None:
        """Give items 0 to 5 stars."""
        self._session.rate(rows, stars)

    def trash(self, rows: Rows) -> None:
        """Move the files to the system's trash; undo puts them back."""
        self._session.trash(rows)

    # -- menu

    def menu(self, row: int, tag: Callable[[], None], parent: QWidget) -> QMenu:
        """The context menu of a row, about all that is selected where that makes sense.

        Parameters
        ----------
        tag
            Opens the field for tags.
        """
        rows = self.chosen(row)
        one = len(rows) == 1
        menu = QMenu(parent)
        self._add(menu, self._tr("More like this"), "sparkle", lambda: self.more_like(row), "S")
        self._add(menu, self._tr("Why did it match"), "question", lambda: self.explain(row), "W")
        few = len(rows) <= MOST_TERMS
        for words, icon, weight in (
            (self._tr("Add to the query"), "plus", 1.0),
            (self._tr("Less like this"), "minus", -1.0),
        ):
            self._add(menu, words, icon, partial(self.add_to_query, rows, weight), on=few)
        menu.addSeparator()
        for words, icon, opinion, key in (
            (self._tr("Like: refine towards it"), "thumbs-up", 1, "L"),
            (self._tr("Dislike: refine away from it"), "thumbs-down", -1, "D"),
        ):
            self._add(menu, words, icon, partial(self.judge, rows, opinion), key)
        menu.addSeparator()
        self._add(menu, self._tr("Tag…"), "tag", tag, "T")
        stars = menu.addMenu(self._look.icon("star"), self._tr("Rate"))
        for number in range(6):
            words = "★" * number if number else self._tr("No stars")
            self._add(stars, words, "", partial(self.rate, rows, number), str(number))
        menu.addSeparator()
        opened = self._tr("Open")
        self._add(menu, opened, "arrow-square-out", lambda: self.open(row), on=one)
        programs = menu.addMenu(self._tr("Open with"))
        programs.setEnabled(one)
        programs.aboutToShow.connect(lambda: self._offer_programs(programs, row))
        self._add(
            menu, self._tr("Show in its folder"), "folder-open", lambda: self.reveal(row), on=one
        )
        menu.addSeparator()
        paths = self._tr("Copy path") if one else self._tr("Copy paths")
        self._add(menu, paths, "copy", lambda: self.copy_paths(rows))
        self._add(menu, self._tr("Copy picture"), "image", lambda: self.copy_picture(row), on=one)
        menu.addSeparator()
        trash = partial(self.trash, rows)
        self._add(menu, self._tr("Move to the trash"), "trash", trash, self._tr("Del"))
        return menu

    def _offer_programs(self, menu: QMenu, row: int) -> None:
        if menu.isEmpty():  # once, and only where it is opened
            self._open_with.fill(menu, self._path(row))

    def _add(
        self,
        menu: QMenu,
        words: str,
        icon: str,
        run: Callable[[], None],
        key: str = "",
        *,
        on: bool = True,
    ) -> None:
        # The key is shown, not bound: the grid hears it itself.
        action = menu.addAction(f"{words}\t{key}" if key else words)
        if icon:
            action.setIcon(self._look.icon(icon))
        action.setEnabled(on)
        action.triggered.connect(lambda _=False: run())

    def _path(self, row: int) -> str:
        return str(self._session.items.paths[row])

    def _problem(self, path: str, sentence: str) -> None:
        self._session.hub.publish(Notice(sentence.format(path), "problem"))

    @staticmethod
    def _tr(text: str) -> str:
        return QGuiApplication.translate("ItemCommands", text)
