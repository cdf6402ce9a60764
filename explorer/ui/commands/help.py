"""Finding one's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.ui.actions import Declared
from explorer.ui.commands.translation import tr

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


def commands(window: MainWindow) -> list[Declared]:
    return [
        Declared("help.palette", tr("All commands…"), window.show_palette, ("Ctrl+K",), "command"),
        Declared("help.keys", tr("Keys"), window.show_keys, ("F1", "?"), "keyboard"),
        Declared(
            "help.tips",
            tr("Tips"),
            lambda: window.choices.set_tips(not window.app.settings.tips),
            (),
            "lightbulb",
            tr("A short hint above the views, another one at each start."),
            checked=lambda: window.app.settings.tips,
        ),
        Declared("help.plugins", tr("Plugins…"), window.show_plugins, (), "puzzle-piece"),
        Declared("help.about", tr("About Explorer"), window.show_about, (), "info"),
    ]
