"""What is shown, and in which colours."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explorer.ui.actions import Declared
from explorer.ui.commands.translation import tr
from explorer.ui.language import NAMES
from explorer.viewstate.settings import LanguageChoice, ThemeChoice

if TYPE_CHECKING:
    from explorer.ui.main_window import Centre, MainWindow


def commands(window: MainWindow) -> list[Declared]:
    centres: tuple[tuple[Centre, str, str, str], ...] = (
        ("map", tr("Map"), "Ctrl+1", "map-trifold"),
        ("grid", tr("Grid"), "Ctrl+2", "squares-four"),
        ("both", tr("Map and grid"), "Ctrl+3", "columns"),
    )
    themes: tuple[tuple[ThemeChoice, str], ...] = (
        ("system", tr("Colours of the system")),
        ("dark", tr("Dark")),
        ("light", tr("Light")),
    )
    languages: dict[LanguageChoice, str] = {"system": tr("Language of the system"), **NAMES}
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
            tr("Collections and filters"),
            lambda: window.docks.toggle("library"),
            ("Ctrl+B",),
            "layout",
            checked=lambda: window.docks.is_seen("library"),
        ),
        Declared(
            "view.inspector",
            tr("Inspector"),
            lambda: window.docks.toggle("inspector"),
            ("Ctrl+J",),
            "info",
            checked=lambda: window.docks.is_seen("inspector"),
        ),
        *(
            Declared(
                f"view.theme_{choice}",
                name,
                partial(window.choices.choose_theme, choice),
                checked=partial(window.choices.has_theme, choice),
            )
            for choice, name in themes
        ),
        *(
            Declared(
                f"view.language_{choice}",
                name,
                partial(window.choices.choose_language, choice),
                checked=partial(window.choices.has_language, choice),
            )
            for choice, name in languages.items()
        ),
        Declared(
            "view.motion",
            tr("Less motion"),
            window.choices.toggle_motion,
            tip=tr("Nothing glides or fades."),
            checked=lambda: window.appearance.reduce_motion,
        ),
        Declared(
            "view.full_screen",
            tr("Full screen"),
            window.toggle_full_screen,
            ("F11",),
            "corners-out",
            checked=window.isFullScreen,
        ),
    ]
