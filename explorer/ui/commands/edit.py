"""Taking back, and selecting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explorer.ui.actions import Declared
from explorer.ui.commands.translation import tr
from explorer.ui.spoken import spoken

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


def commands(window: MainWindow) -> list[Declared]:
    history, selecting = window.session.history, window.session.selecting

    def named(plain: str, pattern: str, step: str) -> str:
        # An ampersand would be taken for a key of the menu.
        return pattern.format(spoken(step).replace("&", "&&")) if step else plain

    def rate(stars: int) -> None:
        window.session.rate(selecting.rows, stars)

    return [
        Declared(
            "edit.undo",
            lambda: named(tr("Undo"), tr("Undo: {}"), history.undo_name),
            history.undo,
            ("Ctrl+Z",),
            "arrow-counter-clockwise",
            enabled=lambda: bool(history.undo_name),
        ),
        Declared(
            "edit.redo",
            lambda: named(tr("Redo"), tr("Redo: {}"), history.redo_name),
            history.redo,
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            "arrow-clockwise",
            enabled=lambda: bool(history.redo_name),
        ),
        Declared(
            "edit.select_all",
            tr("Select all"),
            window.grid.select_all,
            ("Ctrl+A",),
            enabled=window.has_items,
        ),
        Declared(
            "edit.select_none",
            tr("Select nothing"),
            lambda: selecting.select([]),
            ("Ctrl+Shift+A",),
            enabled=lambda: len(selecting.rows) > 0,
        ),
        Declared(
            "edit.invert",
            tr("Invert the selection"),
            lambda: selecting.invert(window.session.present_rows()),
            ("Ctrl+I",),
            enabled=window.has_items,
        ),
        Declared(
            "edit.tag",
            tr("Tag…"),
            window.tag_selection,
            ("T",),
            "tag",
            enabled=lambda: len(selecting.rows) > 0,
        ),
        *(
            Declared(
                f"edit.rate_{stars}",
                tr("Rate {}").format("★" * stars),
                partial(rate, stars),
                (str(stars),),
                enabled=lambda: len(selecting.rows) > 0,
            )
            for stars in range(1, 6)
        ),
        Declared(
            "edit.select_similar",
            tr("Select what is similar"),
            window.session.select_similar,
            ("Ctrl+Shift+L",),
            "circles-three-plus",
            tr("Add to the selection what is as like it as its own items are."),
            lambda: len(selecting.rows) > 0 or selecting.focus >= 0,
        ),
        Declared(
            "edit.copy_path",
            tr("Copy the path"),
            window.copy_paths,
            ("Ctrl+Shift+C",),
            "copy",
            enabled=lambda: len(selecting.rows) > 0,
        ),
    ]
