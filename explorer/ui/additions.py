"""What people put into collections: which files, which collection, and when both are there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog

from explorer.ui import dialogs
from explorer.ui.sample_media import SAMPLES, sample_folders
from explorer.viewstate.messages import LibraryChanged

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


def _tr(text: str) -> str:
    return QCoreApplication.translate("Additions", text)


class Additions(QObject):
    """Asks what to add and where to, and indexes it.

    A collection opens in the background: what is to be indexed into it waits until it is open.

    Parameters
    ----------
    window
        In which the person is asked.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._waiting: tuple[str, list[str | Path]] | None = None

    def new_collection(self) -> None:
        """Ask for a name and make a collection."""
        name, wanted = QInputDialog.getText(
            self._window, _tr("New collection"), _tr("What shall it be called?")
        )
        if wanted and name.strip():
            self._session.open(name.strip(), create=True)
            self._session.hub.publish(LibraryChanged())

    def add_folder(self) -> None:
        """Ask for a folder and index it."""
        folder = QFileDialog.getExistingDirectory(self._window, _tr("Add a folder"))
        if folder:
            self.add([Path(folder)])

    def add_files(self) -> None:
        """Ask for files and index them."""
        names, _ = QFileDialog.getOpenFileNames(self._window, _tr("Add files"))
        if names:
            self.add([Path(name) for name in names])

    def add_dropped(self, paths: list[Path]) -> None:
        """Index dropped files; where to, the person says if a collection is open."""
        if not paths:
            return
        place: dialogs.Place = "new"
        collection = self._session.collection
        if collection is not None:
            what = paths[0].name if len(paths) == 1 else _tr("{} files").format(len(paths))
            place = dialogs.ask_where(self._window, what, collection.name, _name_for(paths))
        self.add(paths, place)

    def add(self, paths: list[Path], place: dialogs.Place = "here") -> None:
        """Index files and folders, into the open collection or a new one named after them."""
        if place == "here" and self._session.collection is not None:
            self._session.index(paths)
        elif place:
            self.open_and_index(_name_for(paths), list(paths))

    def open_and_index(self, name: str, paths: list[str | Path]) -> None:
        """Open or make a collection, then index into it."""
        self._waiting = (name, paths)
        self._session.open(name, create=True)

    def open_samples(self) -> None:
        """Open the sample media as a collection; they are indexed the first time."""
        self.open_and_index(SAMPLES, list(sample_folders()))

    def opened(self, name: str) -> None:
        """A collection is open: index what waited for it, and forget what waited for another."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None and Path(waiting[0]).name == name:
            self._session.index(waiting[1])

    def index_again(self) -> None:
        """Look for changes in the folders of the collection."""
        collection = self._session.collection
        if collection is not None and (folders := collection.folders()):
            self._session.index(folders)

    def toggle_watch(self) -> None:
        """Follow changes in the folders of the collection, or stop following."""
        collection, watching = self._session.collection, self._session.watching
        if watching.on or collection is None:
            watching.stop()
        else:
            watching.start(collection)


def _name_for(paths: list[Path]) -> str:
    first = paths[0]
    folder = first if first.is_dir() else first.parent
    return folder.name or "collection"
