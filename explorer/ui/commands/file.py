"""What there is to do with files and collections as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.ui.actions import Declared
from explorer.ui.commands.translation import tr

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


def commands(window: MainWindow) -> list[Declared]:
    return [
        Declared(
            "file.new", tr("New collection…"), window.additions.new_collection, ("Ctrl+N",), "plus"
        ),
        Declared(
            "file.add_folder",
            tr("Add a folder…"),
            window.additions.add_folder,
            ("Ctrl+Shift+O",),
            "folder-plus",
            tr("Index a folder into this collection; only what changed is read again."),
        ),
        Declared(
            "file.add_files", tr("Add files…"), window.additions.add_files, ("Ctrl+O",), "file-plus"
        ),
        Declared(
            "file.demo", tr("Open the sample media"), window.additions.open_samples, (), "image"
        ),
        Declared(
            "file.export",
            tr("Export the items…"),
            window.exports.items,
            ("Ctrl+E",),
            "export",
            tr("Write items, facts, tags and notes as CSV or Parquet."),
            window.has_collection,
        ),
        Declared(
            "file.export_hits",
            tr("Export the hits…"),
            window.exports.hits,
            ("Ctrl+Shift+E",),
            "table",
            tr("Write what the grid shows, in its order, with scores, as CSV or Parquet."),
            window.has_items,
        ),
        Declared(
            "file.export_map",
            tr("Export the map…"),
            window.exports.map,
            (),
            "map-trifold",
            tr("Write the map as a page that opens anywhere, a picture, a drawing or a table."),
            window.has_items,
        ),
        Declared(
            "file.picture",
            tr("Save a picture of a view…"),
            window.exports.picture,
            ("Ctrl+Shift+P",),
            "camera",
            tr("Write the window, the map, the grid or a panel as PNG or SVG."),
        ),
        Declared(
            "file.workspaces",
            tr("Workspaces…"),
            window.show_workspaces,
            ("Ctrl+Shift+S",),
            "bookmarks",
            tr("Keep collection, query, selection and layout under a name, and come back to them."),
        ),
        Declared(
            "file.window",
            tr("Another window"),
            window.open_another,
            ("Ctrl+Shift+N",),
            "copy-simple",
            tr("One more window on the same collection, query and selection."),
            window.has_collection,
        ),
        Declared("file.close", tr("Close the window"), window.close_window, ("Ctrl+W",), "x"),
        Declared("file.quit", tr("Quit"), window.quit, ("Ctrl+Q",), "sign-out"),
    ]
