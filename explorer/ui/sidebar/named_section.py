"""A section of things that were kept by name: concepts or saved searches."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from explorer.core.concept import Concept
from explorer.ui.appearance import Appearance
from explorer.ui.sidebar.section import Line, Section
from explorer.viewstate.refining import Entry, Refining


class NamedSection(Section):
    """Lines that ask on a click; a menu, F2 and Delete rename and delete, with undo.

    Parameters
    ----------
    refining
        Carries out what the person wants.
    icon
        Of each line.
    """

    def __init__(
        self, title: str, icon: str, refining: Refining, look: Appearance, parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self._icon, self._refining, self._look = icon, refining, look
        self._entries: tuple[Entry, ...] = ()
        self.hide()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these."""
        if tuple(entries) == self._entries and len(self.lines) == len(entries):
            return
        self._entries = tuple(entries)
        self.set_lines([self._line(entry) for entry in entries])

    def _line(self, entry: Entry) -> Line:
        line = Line(entry.name, None, self._look, icon=self._icon)
        tip = (
            self.tr("Add the concept “{}” to the query  (F2 renames, Delete deletes)")
            if isinstance(entry, Concept)
            else self.tr("Ask “{}” again  (F2 renames, Delete deletes)")
        )
        line.setToolTip(tip.format(entry.name))
        line.pressed.connect(lambda: self.ask(entry))
        line.menu_wanted.connect(lambda place: self._menu(entry, place))
        keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_F2: lambda: self.rename(entry),
            Qt.Key.Key_Delete: lambda: self._refining.remove(entry),
        }
        line.key_pressed.connect(lambda key: keys.get(key, lambda: None)())
        return line

    def ask(self, entry: Entry) -> None:
        """Use it in the query."""
        if isinstance(entry, Concept):
            self._refining.ask_concept(entry)
        else:
            self._refining.ask_search(entry)

    def _menu(self, entry: Entry, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr("Add to the query") if isinstance(entry, Concept) else self.tr("Ask again")
        menu.addAction(words).triggered.connect(lambda: self.ask(entry))
        menu.addAction(self.tr("Rename…") + "\tF2").triggered.connect(lambda: self.rename(entry))
        delete = menu.addAction(self.tr("Delete") + "\tDel")
        delete.triggered.connect(lambda: self._refining.remove(entry))
        menu.popup(place)

    def rename(self, entry: Entry) -> None:
        """Ask for another name and give it."""
        name, wanted = QInputDialog.getText(
            self, self.tr("Rename"), self.tr("New name of {}:").format(entry.name), text=entry.name
        )
        if wanted:
            self._refining.rename(entry, name)
