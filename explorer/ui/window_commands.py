"""Every command of the main window, declared once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from explorer.lenses.projection import METHODS, Method
from explorer.ui.actions import Declared
from explorer.viewstate.map_state import TOOLS, Tool
from explorer.viewstate.settings import ThemeChoice

if TYPE_CHECKING:
    from explorer.ui.main_window import Centre, MainWindow

MENUS = ("file", "edit", "search", "view", "map", "collection", "help")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)


def menu_title(menu: str) -> str:
    """Title of a menu, by the part of a command's id before the dot."""
    return {
        "file": _tr("&File"),
        "edit": _tr("&Edit"),
        "search": _tr("&Search"),
        "view": _tr("&View"),
        "map": _tr("&Map"),
        "collection": _tr("&Collection"),
        "help": _tr("&Help"),
    }[menu]


def commands(window: MainWindow) -> list[Declared]:
    """What a window can do."""
    return [
        *_file(window),
        *_edit(window),
        *_search(window),
        *_view(window),
        *_map(window),
        *_collection(window),
        *_help(window),
    ]


def _file(window: MainWindow) -> list[Declared]:
    return [
        Declared("file.new", _tr("New collection…"), window.new_collection, ("Ctrl+N",), "plus"),
        Declared(
            "file.add_folder",
            _tr("Add a folder…"),
            window.add_folder,
            ("Ctrl+Shift+O",),
            "folder-plus",
            _tr("Index a folder into this collection; only what changed is read again."),
        ),
        Declared("file.add_files", _tr("Add files…"), window.add_files, ("Ctrl+O",), "file-plus"),
        Declared("file.demo", _tr("Open the sample media"), window.open_samples, (), "image"),
        Declared(
            "file.export",
            _tr("Export…"),
            window.export,
            ("Ctrl+E",),
            "export",
            _tr("Write items, facts, tags and notes as CSV or Parquet."),
            window.has_collection,
        ),
        Declared("file.quit", _tr("Quit"), window.close_window, ("Ctrl+Q",), "sign-out"),
    ]


def _edit(window: MainWindow) -> list[Declared]:
    history, selecting = window.session.history, window.session.selecting
    return [
        Declared(
            "edit.undo",
            lambda: f"{_tr('Undo')} {history.undo_name.lower()}".strip(),
            history.undo,
            ("Ctrl+Z",),
            "arrow-counter-clockwise",
            enabled=lambda: bool(history.undo_name),
        ),
        Declared(
            "edit.redo",
            lambda: f"{_tr('Redo')} {history.redo_name.lower()}".strip(),
            history.redo,
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            "arrow-clockwise",
            enabled=lambda: bool(history.redo_name),
        ),
        Declared(
            "edit.select_all",
            _tr("Select all"),
            window.grid.select_all,
            ("Ctrl+A",),
            enabled=window.has_items,
        ),
        Declared(
            "edit.select_none",
            _tr("Select nothing"),
            lambda: selecting.select([]),
            ("Ctrl+Shift+A",),
            enabled=lambda: len(selecting.rows) > 0,
        ),
        Declared(
            "edit.invert",
            _tr("Invert the selection"),
            lambda: selecting.invert(window.session.present_rows()),
            ("Ctrl+I",),
            enabled=window.has_items,
        ),
        Declared(
            "edit.copy_path",
            _tr("Copy the path"),
            window.copy_paths,
            ("Ctrl+Shift+C",),
            "copy",
            enabled=lambda: len(selecting.rows) > 0,
        ),
    ]


def _search(window: MainWindow) -> list[Declared]:
    bar = window.query_bar
    return [
        Declared(
            "search.focus", _tr("Search"), bar.focus, ("/", "Ctrl+F"), "magnifying-glass",
            enabled=window.has_collection,
        ),
        Declared(
            "search.filter",
            _tr("Filter by a condition"),
            lambda: bar.toggle_filter(not bar.filter.isVisible()),
            ("Ctrl+Shift+F",),
            "funnel",
            enabled=window.has_collection,
        ),
        Declared(
            "search.more_like",
            _tr("More like this"),
            window.more_like_focus,
            ("Ctrl+L",),
            "intersect",
            enabled=lambda: window.session.selecting.focus >= 0,
        ),
        Declared(
            "search.clear",
            _tr("Clear query and filters"),
            bar.clear,
            ("Ctrl+Backspace",),
            enabled=lambda: bool(window.session.query),
        ),
    ]  # fmt: skip


def _view(window: MainWindow) -> list[Declared]:
    centres: tuple[tuple[Centre, str, str, str], ...] = (
        ("map", _tr("Map"), "Ctrl+1", "map-trifold"),
        ("grid", _tr("Grid"), "Ctrl+2", "squares-four"),
        ("both", _tr("Map and grid"), "Ctrl+3", "columns"),
    )
    themes: tuple[tuple[ThemeChoice, str], ...] = (
        ("system", _tr("Colours of the system")),
        ("dark", _tr("Dark")),
        ("light", _tr("Light")),
    )
    return [
        *(
            Declared(
                f"view.{centre}",
                name,
                partial(window.show_centre, centre),
                (keys,),
                icon,
                checked=partial(window.shows, centre),
            )
            for centre, name, keys, icon in centres
        ),
        Declared(
            "view.sidebar",
            _tr("Collections and filters"),
            lambda: window.toggle_dock(window.left),
            ("Ctrl+B",),
            "layout",
            checked=lambda: not window.left.isHidden(),
        ),
        Declared(
            "view.inspector",
            _tr("Inspector"),
            lambda: window.toggle_dock(window.right),
            ("Ctrl+J",),
            "info",
            checked=lambda: not window.right.isHidden(),
        ),
        *(
            Declared(
                f"view.theme_{choice}",
                name,
                partial(window.choose_theme, choice),
                checked=partial(window.has_theme, choice),
            )
            for choice, name in themes
        ),
        Declared(
            "view.motion",
            _tr("Less motion"),
            window.toggle_motion,
            tip=_tr("Nothing glides or fades."),
            checked=lambda: window.appearance.reduce_motion,
        ),
        Declared(
            "view.full_screen",
            _tr("Full screen"),
            window.toggle_full_screen,
            ("F11",),
            "corners-out",
            checked=window.isFullScreen,
        ),
    ]


def _map(window: MainWindow) -> list[Declared]:
    tools: dict[Tool, tuple[str, str, str]] = {
        "pan": (_tr("Move the map"), "Shift+M", "hand"),
        "rectangle": (_tr("Select with a rectangle"), "Shift+R", "selection"),
        "lasso": (_tr("Select with a lasso"), "Shift+L", "scribble-loop"),
    }
    mapping = window.session.mapping

    def choose(method: Method) -> None:
        mapping.choose(method, window.session.items)

    def has_method(method: Method) -> bool:
        return mapping.method == method

    def has_tool(tool: Tool) -> bool:
        return window.map_view.map.hand.tool == tool

    return [
        Declared(
            "map.fit", _tr("Show the whole map"), window.map_view.map.fit, ("Ctrl+0",),
            "frame-corners", enabled=window.has_items,
        ),
        *(
            Declared(
                f"map.tool_{tool}",
                tools[tool][0],
                partial(window.map_view.map.set_tool, tool),
                (tools[tool][1],),
                tools[tool][2],
                checked=partial(has_tool, tool),
            )
            for tool in TOOLS
        ),
        *(
            Declared(
                f"map.method_{method}",
                meaning,
                partial(choose, method),
                checked=partial(has_method, method),
                enabled=window.has_items,
            )
            for method, meaning in METHODS.items()
        ),
        Declared(
            "map.redo",
            _tr("Lay the map out anew"),
            lambda: mapping.redo(window.session.items),
            (),
            "arrows-clockwise",
            enabled=window.has_items,
        ),
    ]  # fmt: skip


def _collection(window: MainWindow) -> list[Declared]:
    return [
        Declared(
            "collection.index_again",
            _tr("Look for changes"),
            window.index_again,
            ("F5",),
            "arrows-clockwise",
            _tr("Index its folders again: only what is new or changed is read."),
            window.has_collection,
        ),
        Declared(
            "collection.watch",
            _tr("Follow changes"),
            window.toggle_watch,
            (),
            "eye",
            _tr("Index whatever changes in its folders while the window is open."),
            window.has_collection,
            lambda: window.watching,
        ),
        Declared(
            "collection.problems",
            _tr("Files that failed…"),
            window.show_problems,
            (),
            "warning-circle",
            enabled=window.has_collection,
        ),
    ]


def _help(window: MainWindow) -> list[Declared]:
    return [
        Declared("help.palette", _tr("All commands…"), window.show_palette, ("Ctrl+K",), "command"),
        Declared("help.keys", _tr("Keys"), window.show_keys, ("F1", "?"), "keyboard"),
        Declared("help.plugins", _tr("Plugins…"), window.show_plugins, (), "puzzle-piece"),
        Declared("help.about", _tr("About Explorer"), window.show_about, (), "info"),
    ]
