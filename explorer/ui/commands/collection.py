"""What there is to do with the open collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.ui.actions import Declared
from explorer.ui.commands.translation import tr
from explorer.viewstate.keeping_patches import keep_patches

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


def commands(window: MainWindow) -> list[Declared]:
    def keep() -> None:
        keep_patches(window.session)

    return [
        Declared(
            "collection.index_again",
            tr("Look for changes"),
            window.additions.index_again,
            ("F5",),
            "arrows-clockwise",
            tr("Index its folders again: only what is new or changed is read."),
            window.has_collection,
        ),
        Declared(
            "collection.watch",
            tr("Follow changes"),
            window.additions.toggle_watch,
            (),
            "eye",
            tr("Index whatever changes in its folders while the window is open."),
            window.has_collection,
            lambda: window.session.watching.on,
        ),
        Declared(
            "collection.keep_patches",
            tr("Keep patches for words"),
            keep,
            (),
            "grid-four",
            tr("Then a word that you point at colours items by their best part, not as a whole."),
            window.has_collection,
        ),
        Declared(
            "collection.problems",
            tr("Files that failed…"),
            window.show_problems,
            (),
            "warning-circle",
            enabled=window.has_collection,
        ),
    ]
