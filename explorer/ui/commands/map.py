"""The map: its tools, how it is laid out, what it is coloured by and what it shows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explorer.core.selection import SelectionMode
from explorer.lenses.projection import Method
from explorer.ui.actions import Declared
from explorer.ui.commands.translation import tr
from explorer.ui.map.choice_bar import MODE_ICONS, TOOL_ICONS
from explorer.viewstate.map_state import LAYERS, MODES, TOOLS, Layer, Tool

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


def commands(window: MainWindow) -> list[Declared]:
    view, mapping = window.map_view, window.session.mapping

    def has_method(method: Method) -> bool:
        return mapping.method == method

    return [
        Declared(
            "map.fit", tr("Show the whole map"), view.map.fit, ("Ctrl+0",),
            "frame-corners", enabled=window.has_items,
        ),
        *_selecting(window),
        *(
            Declared(
                f"map.method_{method}",
                meaning,
                partial(view.choose_method, method),
                checked=partial(has_method, method),
                enabled=window.has_items,
            )
            for method, meaning in view.bar.method_names().items()
        ),
        Declared(
            "map.redo",
            tr("Lay the map out anew"),
            window.session.lay_out_anew,
            (),
            "arrows-clockwise",
            enabled=window.has_items,
        ),
        *_colours(window),
        *_layers(window),
    ]  # fmt: skip


def _selecting(window: MainWindow) -> list[Declared]:
    view = window.map_view
    tools: dict[Tool, tuple[str, str]] = {
        "pan": (tr("Move the map"), "Shift+M"),
        "rectangle": (tr("Select with a rectangle"), "Shift+R"),
        "lasso": (tr("Select with a lasso"), "Shift+L"),
    }
    modes: dict[SelectionMode, str] = {
        "new": tr("Outlines make a new selection"),
        "add": tr("Outlines add to the selection"),
        "remove": tr("Outlines take away from the selection"),
        "intersect": tr("Outlines keep what is selected inside them"),
    }
    return [
        *(
            Declared(
                f"map.tool_{tool}",
                tools[tool][0],
                partial(view.choose_tool, tool),
                (tools[tool][1],),
                TOOL_ICONS[tool],
                checked=partial(view.has_tool, tool),
            )
            for tool in TOOLS
        ),
        *(
            Declared(
                f"map.mode_{mode}",
                modes[mode],
                partial(view.choose_mode, mode),
                icon=MODE_ICONS[mode],
                checked=partial(view.has_mode, mode),
            )
            for mode in MODES
        ),
        Declared(
            "map.select_group",
            tr("Select the group around this"),
            view.select_group,
            ("Shift+G",),
            "circles-three",
            tr("The group whose outline is shown here; a click on its name does the same."),
            enabled=window.has_items,
        ),
    ]


def _colours(window: MainWindow) -> list[Declared]:
    view = window.map_view
    names = {
        "kind": tr("Colour by kind"),
        "cluster": tr("Colour by group"),
        "score": tr("Colour by closeness to the query"),
        "trust": tr("Colour by trust in the place"),
        "taken": tr("Colour by time taken"),
        "folder": tr("Colour by folder"),
    }
    return [
        Declared(
            f"map.colour_{key}",
            name,
            partial(view.colour_by, key),
            icon="palette",
            checked=partial(view.is_coloured_by, key),
            enabled=window.has_items,
        )
        for key, name in names.items()
    ]


def _layers(window: MainWindow) -> list[Declared]:
    view = window.map_view
    names: dict[Layer, tuple[str, str]] = {
        "thumbnails": (tr("Pictures on the map"), ""),
        "labels": (tr("Names of groups"), ""),
        "outlines": (tr("Outlines of groups"), ""),
        "density": (tr("Lines of equal density"), "Shift+D"),
        "neighbours": (tr("Lines to the true neighbours"), "Shift+N"),
        "fade_by_trust": (tr("Fade what cannot be trusted"), "Shift+T"),
    }
    return [
        Declared(
            f"map.layer_{layer}",
            names[layer][0],
            partial(view.toggle_layer, layer),
            (names[layer][1],) if names[layer][1] else (),
            "stack",
            checked=partial(view.has_layer, layer),
        )
        for layer in LAYERS
    ]
