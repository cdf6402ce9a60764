"""The main window: puts the views together and carries out its commands."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.app import App
from explorer.core.hub import Message
from explorer.ui import dialogs
from explorer.ui.actions import Actions
from explorer.ui.additions import Additions
from explorer.ui.appearance import Appearance
from explorer.ui.choices import Choices
from explorer.ui.command_palette import CommandPalette
from explorer.ui.commands.menus import MENUS, commands, everything, menu_title, sections
from explorer.ui.docks import Docks
from explorer.ui.drop_overlay import DropOverlay
from explorer.ui.exports import Exports
from explorer.ui.grid.view import GridView
from explorer.ui.inspector.inspector import Inspector
from explorer.ui.jobs_bar.jobs_bar import JobsBar
from explorer.ui.kept_window import KeptWindow
from explorer.ui.kinds import Kinds
from explorer.ui.map_view import MapView
from explorer.ui.panel import Desk
from explorer.ui.panels import PANELS
from explorer.ui.previews import Previews
from explorer.ui.query_bar.incoming_media import local_files
from explorer.ui.query_bar.query_bar import QueryBar
from explorer.ui.siblings import Siblings
from explorer.ui.sidebar.sidebar import Sidebar
from explorer.ui.small_pictures import SmallPictures
from explorer.ui.thumbnails import ThumbnailCache
from explorer.ui.welcome.empty_state import EmptyState
from explorer.ui.welcome.middle import what_is_missing
from explorer.ui.welcome.tips import Tips
from explorer.ui.workspaces_dialog import WorkspacesDialog
from explorer.viewstate import messages as tell
from explorer.viewstate.session_state import SessionState
from explorer.viewstate.workspaces import Workspaces

Centre = Literal["map", "grid", "both"]
USUAL_SIZE = 1440, 900
SIDEBAR_WIDTH, INSPECTOR_WIDTH, MAP_WIDTH = 184, 264, 240
KEPT_ON = (
    tell.CollectionOpened,
    tell.QueryChanged,
    tell.SelectionChanged,
    tell.FocusChanged,
)
"""What happens to the session that is worth keeping soon."""


class MainWindow(QMainWindow):
    """One window on the session of an `App`; `siblings` are the other windows on it."""

    def __init__(self, app: App, appearance: Appearance, siblings: Siblings | None = None) -> None:
        super().__init__()
        self.siblings = siblings or Siblings()
        self.app, self.session, self.appearance = app, app.session, appearance
        self.centre: Centre = "both"
        self.setWindowTitle("Explorer")
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        room = self.screen().availableSize()
        self.resize(QSize(*USUAL_SIZE).boundedTo(room * 0.95))
        self.kept = KeptWindow(self, self.siblings.keep)
        self.additions = Additions(self)
        self.actions_ = Actions(self, appearance)
        before = self.session.hub.owners()
        self._build()
        self.actions_.declare(commands(self))
        self._build_menus()
        self._subscribe()
        self._owners = [one for one in self.session.hub.owners() if one not in before]
        self.show_centre("both")
        self._show_welcome()
        self.siblings.windows.append(self)

    # -- building

    def _build(self) -> None:
        session, look = self.session, self.appearance
        self.kinds = Kinds(self.app.host.modalities)
        self.thumbnails = ThumbnailCache(session, parent=self)
        previews = Previews(session, self.app.decoder.preview)
        small = SmallPictures(self.app.decoder)
        self.query_bar = QueryBar(
            session,
            self.kinds,
            look,
            small.content_for,
            small.read,
            self.app.home / "queries",
            self.thumbnails,
        )
        self.map_view = MapView(session, self.thumbnails, self.kinds, look)
        self.grid = GridView(
            session, self.thumbnails, self.kinds, look, previews, self.app.programs
        )
        self.jobs_bar = JobsBar(session, look)
        self.empty = EmptyState(look)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.map_view)
        self.splitter.addWidget(self.grid)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.map_view.setMinimumWidth(MAP_WIDTH)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.tips = Tips(look)
        self.choices = Choices(self)
        column.addWidget(self.query_bar)
        column.addWidget(self.tips)
        column.addWidget(self.stack, 1)
        column.addWidget(self.jobs_bar)
        self.setCentralWidget(body)
        self.sidebar = Sidebar(session, self.kinds, look)
        self.inspector = Inspector(session, self.thumbnails, self.kinds, look, previews)
        self.exports = Exports(self)
        self.docks = Docks(self, self._docks_changed)
        self.docks.add("library", self.tr("Library"), self.sidebar, "left")
        self.docks.add("inspector", self.tr("Inspector"), self.inspector, "right")
        desk = Desk(self.app, session, look, self.kinds, self.thumbnails, previews)
        self.docks.add_panels(PANELS, desk)
        self.sidebar.setMinimumWidth(SIDEBAR_WIDTH)
        self.inspector.setMinimumWidth(INSPECTOR_WIDTH)
        self.overlay = DropOverlay(look, self)
        self.palette_ = CommandPalette(self)
        self.sidebar.new_wanted.connect(self.additions.new_collection)
        self.sidebar.problems_wanted.connect(self.show_problems)
        self.map_view.preview_wanted.connect(self.grid.show_large)
        self.grid.add_wanted.connect(self.additions.add_folder)

    def _docks_changed(self) -> None:
        self.actions_.refresh()
        self.kept.keep_soon()

    def _build_menus(self) -> None:
        for name in MENUS:
            menu = self.menuBar().addMenu(menu_title(name))
            for actions in sections(name, self.actions_):
                menu.addSeparator()  # Qt shows none above the first
                menu.addActions(actions)

    def _subscribe(self) -> None:
        hub = self.session.hub
        for kind in KEPT_ON:
            hub.subscribe(self, kind, self._happened)
        hub.subscribe(self, tell.HistoryChanged, lambda _: self.actions_.refresh())
        hub.subscribe(self, tell.ItemsChanged, lambda _: self._items_changed())
        hub.subscribe(self, tell.JobChanged, lambda _: self._show_welcome())
        hub.subscribe(self, tell.PanelWanted, lambda message: self.docks.show(message.name))
        hub.subscribe(self, tell.ProblemsWanted, lambda _: self.show_problems())
        self.splitter.splitterMoved.connect(lambda: self.kept.keep_soon())
        self.map_view.map.view_changed.connect(self.kept.keep_soon)
        self.grid.status_changed.connect(self.kept.keep_soon)

    # -- starting and ending

    def begin(self, collection: str | None = None) -> None:
        """Put the last session back, or open what was asked for; called once the window is up."""
        state = SessionState.read(self.app.home)
        self.share_room()
        self.siblings.restore(state)
        for plugin in self.app.host.failures:
            self.session.hub.publish(tell.Notice(plugin.error, "problem"))
        if collection is not None:
            self.session.open(collection)
        elif state.collection and Path(state.collection).is_dir():
            self.session.open(state.collection, then=state)
        self.warm_up()

    def share_room(self) -> None:
        """Give each part its usual share; called once the window has its size."""
        docks = [self.docks["library"], self.docks["inspector"]]
        widths = [SIDEBAR_WIDTH, INSPECTOR_WIDTH]
        self.resizeDocks(docks, widths, Qt.Orientation.Horizontal)
        self.splitter.setSizes([600, 400])

    def warm_up(self) -> None:
        """Once the window stands: load the default space, so that the first search is quick."""
        spaces = self.app.spaces
        self.session.jobs.submit(
            "Load the space",
            lambda control: spaces.load(spaces.ids[0]).encode_contents("text", ["warm up"]),
            lane="query",
            quiet=True,
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        self.kept.stop()
        if self in self.siblings.windows:
            self.siblings.leave(self)
        if not self.siblings.windows:
            self.session.watching.stop()
        self.session.hub.unsubscribe(self)
        for view in (
            self.query_bar,
            self.map_view,
            self.grid,
            self.inspector,
            self.sidebar,
            self.jobs_bar,
        ):
            view.close_view()
        self.docks.close()
        super().closeEvent(event)

    def close_window(self) -> None:
        """Close this window; the last one ends the program."""
        self.close()

    def quit(self) -> None:
        """Close all windows."""
        self.siblings.quit()

    def catch_up(self) -> None:
        """Tell the views of this window what has happened before it was made."""
        for message in self.session.standing():
            self.session.hub.tell(self._owners, message)

    def show_workspaces(self) -> None:
        """List the named workspaces."""
        dialog = WorkspacesDialog(Workspaces(self.app.home), self.siblings.state, self)
        dialog.chosen.connect(self.open_workspace)
        dialog.open()

    def open_workspace(self, state: SessionState) -> None:
        """Show what was kept under a name."""
        self.siblings.restore(state)
        if state.collection:
            self.session.open(state.collection, then=state)

    def open_another(self) -> None:
        """Open one more window on the same collection, query and selection."""
        self.siblings.open_another()

    # -- what happens

    def _items_changed(self) -> None:
        self._show_welcome()
        self.actions_.refresh()

    def _happened(self, message: Message) -> None:
        if isinstance(message, tell.CollectionOpened):
            self._opened(message.name)
        self.actions_.refresh()
        self.kept.keep_soon()

    def _opened(self, name: str) -> None:
        self.setWindowTitle(f"{name} — Explorer" if name else "Explorer")
        self._show_welcome()
        self.additions.opened(name)

    def has_collection(self) -> bool:
        """Whether a collection is open."""
        return self.session.collection is not None

    def has_items(self) -> bool:
        """Whether there is anything in the open collection."""
        return len(self.session.items) > 0

    # -- the centre

    def show_centre(self, centre: Centre) -> None:
        """Show the map, the grid or both."""
        self.centre = centre
        self.map_view.setVisible(centre != "grid")
        self.grid.setVisible(centre != "map")
        self.actions_.refresh()
        self.kept.keep_soon()

    def shows(self, centre: Centre) -> bool:
        """Whether this is what the centre shows."""
        return self.centre == centre

    def _show_welcome(self) -> None:
        """What stands in the middle while there is nothing to see."""
        missing = what_is_missing(
            self.session, self.additions.add_folder, self.additions.open_samples
        )
        pressed = self.empty.button.hasFocus() or self.empty.other.hasFocus()
        if missing is not None:
            self.empty.show_emptiness(missing)
        self.stack.setCurrentWidget(self.splitter if missing is None else self.empty)
        if pressed and self.session.collection is not None:
            self.query_bar.focus()  # the button that had the keyboard may be gone
        if missing is None:
            self.choices.tell_first_tip()

    # -- commands

    def copy_paths(self) -> None:
        """Put the paths of the selected items on the clipboard."""
        paths = [str(self.session.items.paths[row]) for row in self.session.selecting.rows]
        QGuiApplication.clipboard().setText("\n".join(paths))

    def tag_selection(self) -> None:
        """Ask for tags for what is selected."""
        if self.centre == "map":  # the tags are asked for beside the item
            self.show_centre("both")
        self.grid.open_tag_field()

    def more_like_focus(self) -> None:
        """Ask for what is like the item that is looked at."""
        if self.session.selecting.focus >= 0:
            self.session.more_like(self.session.selecting.focus)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or not."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_palette(self) -> None:
        """Offer every command and collection by name."""
        self.palette_.ask(everything(self))

    def show_keys(self) -> None:
        """List the keys."""
        dialogs.keys_dialog(self, self.actions_).open()

    def show_about(self) -> None:
        """Say what this is."""
        dialogs.about_dialog(self).open()

    def show_plugins(self) -> None:
        """List the plugins."""
        plugins = self.app.host.plugins.values()
        switch = self.app.switch_plugin
        dialogs.plugins_dialog(self, plugins, lambda name, on: switch(name, on=on)).open()

    def show_problems(self) -> None:
        """List the files that failed."""
        collection = self.session.collection
        if collection is not None:
            dialogs.problems_dialog(self, collection.failures(), self.session.index).open()

    # -- dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is None and local_files(event.mimeData()):
            event.acceptProposedAction()
            name = self.session.collection.name if self.session.collection else ""
            self.overlay.say(
                self.tr("Add to “{}”, or to a new collection").format(name)
                if name
                else self.tr("Drop to make a collection of it")
            )

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.overlay.hide()
        event.acceptProposedAction()
        mime = event.mimeData()
        # The program that drags waits until this returns: ask afterwards.
        paths = local_files(mime)
        QTimer.singleShot(0, self, lambda: self.take_dropped(paths))

    def take_dropped(self, paths: list[Path]) -> None:
        """Index dropped files; where to, the person says if a collection is open."""
        self.additions.add_dropped(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.kept.keep_soon()
