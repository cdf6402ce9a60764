"""The main window: puts the views together and carries out its commands."""

from __future__ import annotations

import base64
from functools import partial
from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QDockWidget,
    QFileDialog,
    QInputDialog,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.app import App
from explorer.collection.watch import Watcher
from explorer.core.errors import ExplorerError
from explorer.core.hub import Message
from explorer.jobs import Control
from explorer.ui import dialogs
from explorer.ui.actions import Actions
from explorer.ui.appearance import Appearance
from explorer.ui.command_palette import Choice, CommandPalette
from explorer.ui.drop_overlay import DropOverlay
from explorer.ui.grid.view import GridView
from explorer.ui.inspector.inspector import Inspector
from explorer.ui.jobs_bar.jobs_bar import JobsBar
from explorer.ui.kinds import Kinds
from explorer.ui.map_view import MapView
from explorer.ui.previews import Previews
from explorer.ui.query_bar.incoming_media import local_files
from explorer.ui.query_bar.query_bar import QueryBar
from explorer.ui.sample_media import SAMPLES, sample_folders
from explorer.ui.sidebar.sidebar import Sidebar
from explorer.ui.small_pictures import SmallPictures
from explorer.ui.thumbnails import ThumbnailCache
from explorer.ui.welcome.empty_state import Emptiness, EmptyState, Way
from explorer.ui.window_commands import MENUS, commands, menu_title
from explorer.viewstate import messages as tell
from explorer.viewstate.grid_state import GridState
from explorer.viewstate.map_state import MapState
from explorer.viewstate.session_state import SessionState
from explorer.viewstate.settings import ThemeChoice

Centre = Literal["map", "grid", "both"]
SAVE_MS = 1000
USUAL_SIZE = 1440, 900
SIDEBAR_WIDTH, INSPECTOR_WIDTH, CENTRE_WIDTH = 184, 264, 280
KEPT_ON = (
    tell.CollectionOpened,
    tell.QueryChanged,
    tell.SelectionChanged,
    tell.FocusChanged,
)
"""What happens to the session that is worth keeping soon."""


class MainWindow(QMainWindow):
    """One window on the session of an `App`."""

    def __init__(self, app: App, appearance: Appearance) -> None:
        super().__init__()
        self.app, self.session, self.appearance = app, app.session, appearance
        self.centre: Centre = "both"
        self.watching = False
        self._watcher: Watcher | None = None
        self._pending: tuple[str, list[str | Path]] | None = None
        self.setWindowTitle("Explorer")
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        room = self.screen().availableSize()
        self.resize(QSize(*USUAL_SIZE).boundedTo(room * 0.95))
        self._build()
        self.actions_ = Actions(self, appearance)
        self.actions_.declare(commands(self))
        self._build_menus()
        self._save_soon = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._save_soon.timeout.connect(self.save_session)
        self._subscribe()
        self.show_centre("both")
        self._show_welcome()

    # -- building

    def _build(self) -> None:
        session, look = self.session, self.appearance
        self.kinds = Kinds(self.app.host.modalities)
        self.thumbnails = ThumbnailCache(session, parent=self)
        previews = Previews(session, self.app.decoder.preview)
        small = SmallPictures(self.app.decoder)
        self.query_bar = QueryBar(
            session, self.kinds, look, small.content_for, small.read, self.app.home / "queries"
        )
        self.map_view = MapView(session, self.thumbnails, self.kinds, look)
        self.grid = GridView(session, self.thumbnails, self.kinds, look, previews)
        self.jobs_bar = JobsBar(session, look)
        self.empty = EmptyState(look)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.map_view)
        self.splitter.addWidget(self.grid)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.map_view.setMinimumWidth(CENTRE_WIDTH)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.query_bar)
        column.addWidget(self.stack, 1)
        column.addWidget(self.jobs_bar)
        self.setCentralWidget(body)
        self.sidebar = Sidebar(session, self.kinds, look)
        self.inspector = Inspector(session, self.thumbnails, self.kinds, look, previews)
        self.left = self._dock("left", self.tr("Library"), self.sidebar)
        self.right = self._dock("right", self.tr("Inspector"), self.inspector)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.left)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.right)
        self.sidebar.setMinimumWidth(SIDEBAR_WIDTH)
        self.inspector.setMinimumWidth(INSPECTOR_WIDTH)
        self.overlay = DropOverlay(look, self)
        self.palette_ = CommandPalette(self)
        self.sidebar.new_wanted.connect(self.new_collection)
        self.sidebar.problems_wanted.connect(self.show_problems)
        self.map_view.preview_wanted.connect(self.grid.show_large)
        self.grid.add_wanted.connect(self.add_folder)

    def _dock(self, name: str, title: str, widget: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(widget)
        dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetFloatable
            | QDockWidget.DockWidgetFeature.DockWidgetClosable
        )
        dock.visibilityChanged.connect(lambda _: self.keep_soon())
        return dock

    def _build_menus(self) -> None:
        menus = {name: self.menuBar().addMenu(menu_title(name)) for name in MENUS}
        for declared, action in self.actions_:
            menus[declared.id.split(".")[0]].addAction(action)

    def _subscribe(self) -> None:
        hub = self.session.hub
        for kind in KEPT_ON:
            hub.subscribe(self, kind, self._happened)
        hub.subscribe(self, tell.HistoryChanged, lambda _: self.actions_.refresh())
        hub.subscribe(self, tell.ItemsChanged, lambda _: self._show_welcome())
        hub.subscribe(self, tell.JobChanged, lambda _: self._show_welcome())
        self.splitter.splitterMoved.connect(lambda: self.keep_soon())
        self.map_view.map.view_changed.connect(self.keep_soon)
        self.grid.status_changed.connect(self.keep_soon)

    # -- starting and ending

    def begin(self, collection: str | None = None) -> None:
        """Put the last session back, or open what was asked for; called once the window is up."""
        state = SessionState.read(self.app.home)
        self.share_room()
        self._restore_layout(state)
        for plugin in self.app.host.failures:
            self.session.hub.publish(tell.Notice(plugin.error, "problem"))
        if collection is not None:
            self.session.open(collection)
        elif state.collection and Path(state.collection).is_dir():
            self.session.open(state.collection, then=state)
        self.warm_up()

    def share_room(self) -> None:
        """Give each part its usual share; called once the window has its size."""
        docks, widths = [self.left, self.right], [SIDEBAR_WIDTH, INSPECTOR_WIDTH]
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
        self._save_soon.stop()
        self.save_session()
        self.stop_watching()
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
        super().closeEvent(event)

    def close_window(self) -> None:
        """Close the window."""
        self.close()

    # -- keeping the session

    def keep_soon(self) -> None:
        """Keep the session in a second; more changes until then are kept with it."""
        if self._save_soon.isActive() or not self.isVisible():
            return
        self._save_soon.start()

    def save_session(self) -> None:
        """Keep collection, query, selection, views and layout."""
        state = self.session.state()
        state.views = {
            "map": self.map_view.state().to_dict(),
            "grid": self.grid.state().to_dict(),
            "queries": self.query_bar.history.to_dict(),
            "window": {"centre": self.centre},
        }
        state.layout = {
            "geometry": _packed(self.saveGeometry()),
            "docks": _packed(self.saveState()),
            "splitter": _packed(self.splitter.saveState()),
        }
        try:
            state.write(self.app.home)
        except ExplorerError as error:
            self.session.hub.publish(tell.Notice(str(error), "problem"))

    def _restore_layout(self, state: SessionState) -> None:
        layout = {name: _unpacked(data) for name, data in state.layout.items()}
        if "geometry" in layout:
            self.restoreGeometry(layout["geometry"])
        if "docks" in layout:
            self.restoreState(layout["docks"])
        if "splitter" in layout:
            self.splitter.restoreState(layout["splitter"])
        views = state.views
        self.map_view.restore(MapState.from_dict(views.get("map", {})))
        self.grid.restore(GridState.from_dict(views.get("grid", {})))
        self.query_bar.history.restore(views.get("queries", {}))
        centre = views.get("window", {}).get("centre")
        if centre in ("map", "grid", "both"):
            self.show_centre(cast(Centre, centre))

    def _happened(self, message: Message) -> None:
        if isinstance(message, tell.CollectionOpened):
            self._opened(message.name)
        self.actions_.refresh()
        self.keep_soon()

    # -- collections

    def has_collection(self) -> bool:
        """Whether a collection is open."""
        return self.session.collection is not None

    def has_items(self) -> bool:
        """Whether there is anything in the open collection."""
        return len(self.session.items) > 0

    def new_collection(self) -> None:
        """Ask for a name and make a collection."""
        name, wanted = QInputDialog.getText(
            self, self.tr("New collection"), self.tr("What shall it be called?")
        )
        if wanted and name.strip():
            self.session.open(name.strip(), create=True)
            self.session.hub.publish(tell.LibraryChanged())

    def add_folder(self) -> None:
        """Ask for a folder and index it."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Add a folder"))
        if folder:
            self.add([Path(folder)])

    def add_files(self) -> None:
        """Ask for files and index them."""
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add files"))
        if names:
            self.add([Path(name) for name in names])

    def add(self, paths: list[Path], place: dialogs.Place = "here") -> None:
        """Index files and folders, into the open collection or a new one named after them."""
        if place == "here" and self.session.collection is not None:
            self.session.index(paths)
        elif place:
            self.open_and_index(_name_for(paths), list(paths))

    def open_and_index(self, name: str, paths: list[str | Path]) -> None:
        """Open or make a collection, then index into it."""
        self._pending = (name, paths)
        self.session.open(name, create=True)

    def open_samples(self) -> None:
        """Open the sample media as a collection; they are indexed the first time."""
        self.open_and_index(SAMPLES, list(sample_folders()))

    def index_again(self) -> None:
        """Look for changes in the folders of the collection."""
        collection = self.session.collection
        if collection is not None and (folders := collection.folders()):
            self.session.index(folders)

    def toggle_watch(self) -> None:
        """Follow changes in the folders of the collection, or stop following."""
        collection = self.session.collection
        if self.watching or collection is None:
            self.stop_watching()
            return
        self._watcher = Watcher(collection, collection.folders())
        self._watcher.start()
        self.watching = True

    def stop_watching(self) -> None:
        """Follow changes no longer."""
        if self._watcher is not None:
            self._watcher.stop()
        self._watcher, self.watching = None, False

    def export(self) -> None:
        """Ask for a file and write the collection's items there."""
        collection = self.session.collection
        if collection is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export"), f"{collection.name}.csv", "CSV (*.csv);;Parquet (*.parquet)"
        )
        if not name:
            return

        def done(written: Path) -> None:
            self.session.hub.publish(tell.Notice(self.tr("Written: {}").format(written)))

        def work(control: Control) -> Path:
            del control
            return collection.export(Path(name))

        self.session.jobs.submit(
            self.tr("Export {}").format(collection.name),
            work,
            done=done,
            failed=lambda sentence: self.session.hub.publish(tell.Notice(sentence, "problem")),
        )

    def _open_by_name(self, name: str) -> None:
        self.session.open(name)

    def _opened(self, name: str) -> None:
        self.stop_watching()
        self.setWindowTitle(f"{name} — Explorer" if name else "Explorer")
        self._show_welcome()
        pending, self._pending = self._pending, None
        if pending is not None and Path(pending[0]).name == name:
            self.session.index(pending[1])

    # -- the centre

    def show_centre(self, centre: Centre) -> None:
        """Show the map, the grid or both."""
        self.centre = centre
        self.map_view.setVisible(centre != "grid")
        self.grid.setVisible(centre != "map")
        self.actions_.refresh()
        self.keep_soon()

    def shows(self, centre: Centre) -> bool:
        """Whether this is what the centre shows."""
        return self.centre == centre

    def toggle_dock(self, dock: QDockWidget) -> None:
        """Show or hide a dock."""
        dock.setVisible(dock.isHidden())

    def _show_welcome(self) -> None:
        """What stands in the middle while there is nothing to see."""
        add = Way(self.tr("Choose a folder…"), self.add_folder)
        samples = Way(self.tr("Open the sample media"), self.open_samples)
        if self.session.collection is None:
            self.empty.show_emptiness(
                Emptiness(
                    "image-square",
                    self.tr("Drop a folder here"),
                    self.tr(
                        "Pictures, sounds and texts are indexed on this machine; then you search "
                        "them by words, pictures and sounds, and walk their map."
                    ),
                    add,
                    samples,
                    target=True,
                )
            )
        elif not len(self.session.items):
            busy = any(not job.quiet for job in self.session.jobs.running)
            title = self.tr("Reading the first files") if busy else self.tr("Nothing in it yet")
            sentence = (
                self.tr("They show up here as soon as the first of them are stored.")
                if busy
                else self.tr("Drop a folder or files on the window to index them.")
            )
            icon = "hourglass" if busy else "image-square"
            way = None if busy else add
            self.empty.show_emptiness(Emptiness(icon, title, sentence, way, target=not busy))
        here = self.session.collection is not None and len(self.session.items) > 0
        self.stack.setCurrentWidget(self.splitter if here else self.empty)

    # -- commands

    def copy_paths(self) -> None:
        """Put the paths of the selected items on the clipboard."""
        paths = [str(self.session.items.paths[row]) for row in self.session.selecting.rows]
        QGuiApplication.clipboard().setText("\n".join(paths))

    def more_like_focus(self) -> None:
        """Ask for what is like the item that is looked at."""
        if self.session.selecting.focus >= 0:
            self.session.more_like(self.session.selecting.focus)

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Use these colours, now and at the next start."""
        self.appearance.choose(choice)
        self.app.settings.theme = choice
        self._keep_settings()

    def has_theme(self, choice: ThemeChoice) -> bool:
        """Whether the person has chosen these colours."""
        return self.appearance.choice == choice

    def toggle_motion(self) -> None:
        """Let things glide, or not."""
        self.appearance.reduce_motion = not self.appearance.reduce_motion
        self.app.settings.reduce_motion = self.appearance.reduce_motion
        self.map_view.map.set_reduced_motion(self.appearance.reduce_motion)
        self._keep_settings()

    def _keep_settings(self) -> None:
        try:
            self.app.settings.write(self.app.home)
        except ExplorerError as error:
            self.session.hub.publish(tell.Notice(str(error), "problem"))

    def toggle_full_screen(self) -> None:
        """Fill the screen, or not."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_palette(self) -> None:
        """Offer every command and collection by name."""
        native = QKeySequence.SequenceFormat.NativeText
        choices = [
            Choice(
                action.text().replace("&", ""),
                action.trigger,
                menu_title(declared.id.split(".")[0]).replace("&", ""),
                action.shortcut().toString(native),
                self.appearance.icon(declared.icon, "quiet") if declared.icon else None,
            )
            for declared, action in self.actions_
            if action.isEnabled() and declared.id != "help.palette"
        ]
        icon = self.appearance.icon("stack", "quiet")
        choices += [
            Choice(name, partial(self._open_by_name, name), self.tr("Collection"), "", icon)
            for name in self.session.library.names()
        ]
        self.palette_.ask(choices)

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
        if not paths:
            return
        place: dialogs.Place = "new"
        if self.session.collection is not None:
            what = paths[0].name if len(paths) == 1 else self.tr("{} files").format(len(paths))
            place = dialogs.ask_where(self, what, self.session.collection.name, _name_for(paths))
        self.add(paths, place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keep_soon()


def _name_for(paths: list[Path]) -> str:
    first = paths[0]
    folder = first if first.is_dir() else first.parent
    return folder.name or "collection"


def _packed(data: QByteArray) -> str:
    return base64.b64encode(bytes(data.data())).decode()


def _unpacked(data: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(data))
    except ValueError:
        return QByteArray()
