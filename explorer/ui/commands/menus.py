"""The menus in their order, and all commands of a window."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from explorer.ui.actions import Declared
from explorer.ui.command_palette import Choice
from explorer.ui.commands import collection, edit, file, help, map, search, view
from explorer.ui.commands.translation import tr

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

MENUS = ("file", "edit", "search", "view", "map", "collection", "help")


SECTIONS: dict[str, tuple[tuple[str, ...], ...]] = {
    "file": (("new", "add", "demo"), ("export", "picture", ""), ("workspaces",),
             ("window", "close", "quit")),
    "edit": (("undo", "redo"), ("select", "invert"), ("tag", "rate", ""), ("copy",)),
    "search": (("focus", "filter", "clear"), ("more_like", "like", "dislike"),
               ("save", "concept", "history"), ("sweep", "")),
    "view": (("map", "grid", "both"), ("sidebar", "inspector", "panel", ""), ("theme",),
             ("language",), ("motion", "full_screen")),
    "map": (("fit",), ("tool", "mode", "select"), ("method", "redo"), ("colour", ""), ("layer",)),
    "collection": (("index", "watch"), ("keep", ""), ("problems",)),
    "help": (("palette", "keys", "tips"), ("plugins", ""), ("about",)),
}  # fmt: skip
"""How commands stand together in their menu, by how their names begin; the longest counts."""


def sections(menu: str, commands: Iterable[tuple[Declared, QAction]]) -> list[list[QAction]]:
    """The actions of a menu between its lines; commands of panels stand with their like."""
    found: list[list[QAction]] = [[] for _ in SECTIONS[menu]]
    for declared, action in commands:
        its_menu, _, name = declared.id.partition(".")
        if its_menu == menu:
            begins = (
                (len(start), place)
                for place, starts in enumerate(SECTIONS[menu])
                for start in starts
                if name.startswith(start)
            )
            found[max(begins)[1]].append(action)
    return [actions for actions in found if actions]


def menu_title(menu: str) -> str:
    """Title of a menu, by the part of a command's id before the dot."""
    return {
        "file": tr("&File"),
        "edit": tr("&Edit"),
        "search": tr("&Search"),
        "view": tr("&View"),
        "map": tr("&Map"),
        "collection": tr("&Collection"),
        "help": tr("&Help"),
    }[menu]


def commands(window: MainWindow) -> list[Declared]:
    """What a window can do, its panels included; a command's id begins with its menu."""
    menus = (file, edit, search, view, map, collection, help)
    declared = [command for menu in menus for command in menu.commands(window)]
    return declared + window.docks.commands()


def everything(window: MainWindow) -> list[Choice]:
    """Every command that can be given now, and every collection, by name."""
    native = QKeySequence.SequenceFormat.NativeText
    icon_of = window.appearance.icon
    choices = [
        Choice(
            action.text().replace("&", ""),
            action.trigger,
            menu_title(declared.id.split(".")[0]).replace("&", ""),
            action.shortcut().toString(native),
            icon_of(declared.icon, "quiet") if declared.icon else None,
        )
        for declared, action in window.actions_
        if action.isEnabled() and declared.id != "help.palette"
    ]
    icon = icon_of("stack", "quiet")
    return choices + [
        Choice(name, partial(_open, window, name), tr("Collection"), "", icon)
        for name in window.session.library.names()
    ]


def _open(window: MainWindow, name: str) -> None:
    window.session.open(name)
