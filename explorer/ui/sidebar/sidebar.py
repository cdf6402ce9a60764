"""The left dock: collections, files that failed, what is kept in the open one, its facets."""

from __future__ import annotations

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
from explorer.ui.sidebar.facet_sections import FacetSections
from explorer.ui.sidebar.named_section import NamedSection
from explorer.ui.sidebar.section import Line, Section
from explorer.viewstate.messages import (
    CollectionOpened,
    ItemsChanged,
    LibraryChanged,
    NotebookChanged,
    Notice,
)
from explorer.viewstate.session import Session


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
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its lines are what the keyboard stops at
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Collections and filters"))
        body = QWidget(self)
        body.setProperty("surface", "panel")
        self.setWidget(body)
        self.collections = Section(self.tr("Collections"), body)
        self._new = self.collections.add_button(
            "plus", self.tr("New collection"), self.new_wanted.emit, appearance
        )
        self.searches = NamedSection(
            self.tr("Saved searches"), "bookmark-simple", session.refining, appearance, body
        )
        self.concepts = NamedSection(
            self.tr("Concepts"), "lightbulb", session.refining, appearance, body
        )
        self._facets = FacetSections(session, kinds, appearance, body)
        self.facets = self._facets.sections
        self.problems = Section(self.tr("Problems"), body)
        self._hint = QLabel(self.tr("No collection yet. Drop a folder on the window."), body)
        self._hint.setProperty("tone", "quiet")
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(16, 0, 16, 0)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        named = (self.searches, self.concepts)
        above = (self.collections, self._hint, self.problems)
        for widget in (*above, *named, *self.facets.values()):
            column.addWidget(widget)
        column.addStretch(1)
        self._sections = (self.collections, self.problems, *named, *self.facets.values())
        for section in self._sections:
            section.lines_changed.connect(self._order_stops)
        self.problems.hide()
        hub = session.hub
        hub.subscribe(self, LibraryChanged, lambda _: self.read_library())
        hub.subscribe(self, CollectionOpened, lambda _: self._opened())
        hub.subscribe(self, ItemsChanged, lambda _: self._items_changed())
        hub.subscribe(self, NotebookChanged, lambda _: self.read_notebook())
        self.read_library()

    def close_view(self) -> None:
        """Hear of nothing more."""
        self._session.hub.unsubscribe(self)
        self._facets.close()

    def _order_stops(self) -> None:
        """Let Tab go from line to line as they stand; a new widget would come last of all."""
        before: QWidget = self._new
        for line in (line for section in self._sections for line in section.lines):
            QWidget.setTabOrder(before, line)
            before = line

    # -- collections

    def read_library(self) -> None:
        """List the collections again."""

        def work(control: Control) -> list[Summary]:
            del control
            return self._session.library.summaries()

        self._session.jobs.submit(
            "List collections", work, key=f"library-{id(self)}", done=self._show_library, quiet=True
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
        self.read_problems()
        self.read_notebook()

    def _mark_open(self) -> None:
        collection = self._session.collection
        for line in self.collections.lines:
            line.choose(collection is not None and line.name.text() == collection.name)

    def _items_changed(self) -> None:
        """Count what is in the open collection now, and what failed."""
        self.read_problems()
        for line in self.collections.lines:
            if line.chosen:
                line.show_number(int(self._session.items.present.sum()))

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
            self._session.hub.publish(Notice(error.sentence, "problem"))
        self._session.hub.publish(LibraryChanged())

    # -- what is kept, and what failed

    def read_notebook(self) -> None:
        """List saved searches and concepts again."""
        collection = self._session.collection
        self.searches.show_entries(() if collection is None else collection.searches.all())
        self.concepts.show_entries(() if collection is None else collection.concepts.all())

    def read_problems(self) -> None:
        """Count the files that failed again."""
        collection = self._session.collection
        if collection is None:
            self.problems.set_lines([])
            return

        def done(failures: int) -> None:
            if collection is self._session.collection:
                self._show_problems(failures)

        self._session.jobs.submit(
            "Count problems",
            lambda control: len(collection.failures()),
            key=f"problems-{id(self)}",
            done=done,
            quiet=True,
        )

    def _show_problems(self, failures: int) -> None:
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
