"""The left dock: collections, what the open one can be filtered by, and files that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QInputDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.collection.library import Summary
from explorer.core.errors import ExplorerError
from explorer.jobs import Control
from explorer.ui.appearance import Appearance
from explorer.ui.kinds import Kinds
from explorer.ui.sidebar.section import Line, Section
from explorer.viewstate.facets import FacetValue, count_facets
from explorer.viewstate.filters import FACETS, Facet
from explorer.viewstate.messages import (
    CollectionOpened,
    ItemsChanged,
    LibraryChanged,
    MarksChanged,
    Notice,
    QueryChanged,
)
from explorer.viewstate.session import Session

if TYPE_CHECKING:
    from explorer.collection.collection import Collection

Facets = dict[Facet, tuple[FacetValue, ...]]


class Sidebar(QScrollArea):
    """Collections above, facets of the open one below."""

    new_wanted = Signal()
    problems_wanted = Signal()

    def __init__(
        self, session: Session, kinds: Kinds, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._kinds, self._appearance = session, kinds, appearance
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Collections and filters"))
        body = QWidget(self)
        body.setProperty("surface", "panel")
        self.setWidget(body)
        self.collections = Section(self.tr("Collections"), body)
        self.collections.add_button(
            "plus", self.tr("New collection"), self.new_wanted.emit, appearance
        )
        titles: dict[Facet, str] = {
            "kind": self.tr("Kind"),
            "folder": self.tr("Folder"),
            "year": self.tr("Year taken"),
            "tag": self.tr("Tag"),
            "rating": self.tr("Rating"),
        }
        self.facets = {facet: Section(titles[facet], body) for facet in FACETS}
        self.problems = Section(self.tr("Problems"), body)
        self._hint = QLabel(self.tr("No collection yet. Drop a folder on the window."), body)
        self._hint.setProperty("tone", "quiet")
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(16, 0, 16, 0)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        for widget in (self.collections, self._hint, *self.facets.values(), self.problems):
            column.addWidget(widget)
        column.addStretch(1)
        for section in (*self.facets.values(), self.problems):
            section.hide()
        hub = session.hub
        hub.subscribe(self, LibraryChanged, lambda _: self.read_library())
        hub.subscribe(self, CollectionOpened, lambda _: self._opened())
        hub.subscribe(self, ItemsChanged, lambda _: self.read_facets())
        hub.subscribe(self, MarksChanged, lambda _: self.read_facets())
        hub.subscribe(self, QueryChanged, lambda _: self._mark_chosen())
        self.read_library()

    def close_view(self) -> None:
        """Hear of nothing more."""
        self._session.hub.unsubscribe(self)

    # -- collections

    def read_library(self) -> None:
        """List the collections again."""

        def work(control: Control) -> list[Summary]:
            del control
            return self._session.library.summaries()

        self._session.jobs.submit(
            "List collections", work, key="library", done=self._show_library, quiet=True
        )

    def _show_library(self, summaries: list[Summary]) -> None:
        lines = []
        for summary in summaries:
            line = Line(summary.name, summary.items, self._appearance, icon="stack")
            line.pressed.connect(lambda name=summary.name: self._session.open(name))
            line.menu_wanted.connect(
                lambda place, name=summary.name: self._collection_menu(name, place)
            )
            lines.append(line)
        self.collections.set_lines(lines)
        self.collections.show()
        self._hint.setVisible(not summaries)
        self._mark_open()

    def _opened(self) -> None:
        self._mark_open()
        self.read_facets()

    def _mark_open(self) -> None:
        collection = self._session.collection
        for line in self.collections.lines:
            line.choose(collection is not None and line.name.text() == collection.name)

    def _collection_menu(self, name: str, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self._session.open(name))
        menu.addAction(self.tr("Rename…")).triggered.connect(lambda: self.rename(name))
        menu.addAction(self.tr("Delete…")).triggered.connect(lambda: self.delete(name))
        menu.popup(place)

    def rename(self, name: str) -> None:
        """Ask for another name and give it."""
        new, wanted = QInputDialog.getText(
            self, self.tr("Rename"), self.tr("New name of {}:").format(name), text=name
        )
        if wanted and new.strip() and new.strip() != name:
            self._change(name, lambda: self._session.library.rename(name, new.strip()))

    def delete(self, name: str) -> None:
        """Ask, and delete the index of a collection; the media stay."""
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Delete collection"))
        box.setText(self.tr("Delete the collection “{}”?").format(name))
        box.setInformativeText(
            self.tr("Its index, tags, ratings and notes go. Your media files stay where they are.")
        )
        delete = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        if box.clickedButton() is delete:
            self._change(name, lambda: self._session.library.delete(name))

    def _change(self, name: str, change: object) -> None:
        collection = self._session.collection
        if collection is not None and collection.name == name:
            self._session.close_collection()
            self._session.hub.publish(CollectionOpened(""))
        try:
            change()  # type: ignore[operator]
        except ExplorerError as error:
            self._session.hub.publish(Notice(str(error), "problem"))
        self._session.hub.publish(LibraryChanged())

    # -- facets

    def read_facets(self) -> None:
        """Count the facets of the open collection again."""
        collection, items = self._session.collection, self._session.items
        if collection is None:
            for section in (*self.facets.values(), self.problems):
                section.set_lines([])
            return

        def work(control: Control) -> tuple[Collection, Facets, int]:
            del control
            return collection, count_facets(collection, items), len(collection.failures())

        self._session.jobs.submit(
            "Count facets", work, key="facets", done=self._show_facets, quiet=True
        )

    def _show_facets(self, counted: tuple[Collection, Facets, int]) -> None:
        collection, facets, failures = counted
        if collection is not self._session.collection:
            return
        for facet, section in self.facets.items():
            section.set_lines([self._facet_line(value) for value in facets.get(facet, ())])
        lines = []
        if failures:
            line = Line(
                self.tr("Files that failed"),
                failures,
                self._appearance,
                icon="warning-circle",
                role="loss",
            )
            line.pressed.connect(self.problems_wanted)
            lines = [line]
        self.problems.set_lines(lines)
        self._mark_chosen()

    def _facet_line(self, value: FacetValue) -> Line:
        name, icon, role = value.name, "", "quiet"
        if value.facet == "kind":
            kind = self._kinds[value.value]
            name, icon = kind.plural.capitalize(), kind.icon
            roles = {"image": "pictures", "text": "words", "audio": "sound"}
            role = roles.get(kind.content, "quiet")
        elif value.facet == "rating":
            name = "★" * int(value.value) + ("" if value.value == "5" else " " + self.tr("or more"))
        line = Line(name, value.count, self._appearance, icon=icon, role=role)
        line.setProperty("facet", value.facet)
        line.setProperty("value", value.value)
        line.pressed.connect(lambda: self._toggle(value))
        return line

    def _toggle(self, value: FacetValue) -> None:
        self._session.filter_by(self._session.filters.toggled(value.facet, value.value))

    def _mark_chosen(self) -> None:
        for facet, section in self.facets.items():
            for line in section.lines:
                line.choose(self._session.filters.has(facet, str(line.property("value"))))
