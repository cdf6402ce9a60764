"""The bar at the top of the map: layout, colours, tools, what selecting does, and layers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from explorer.core.selection import SelectionMode
from explorer.lenses.projection import Method
from explorer.ui.appearance import Appearance
from explorer.viewstate.map_state import LAYERS, TOOLS, Layer, MapState, Tool
from explorer.viewstate.semantic_axes import PRESETS

Key = TypeVar("Key", bound=str)

TOOL_ICONS: Mapping[Tool, str] = {
    "pan": "hand",
    "rectangle": "selection",
    "lasso": "scribble-loop",
}
MODE_ICONS: Mapping[SelectionMode, str] = {
    "new": "selection",
    "add": "selection-plus",
    "remove": "selection-slash",
    "intersect": "intersect",
}
NARROW = 430
"""Below this width of the map the bar shows icons alone."""


class ChoiceBar(QFrame):
    """Shows what is chosen, and tells what is asked for.

    Signals
    -------
    method_chosen, colour_chosen, tool_chosen, mode_chosen : str
    axes_chosen : axes
        One of the layouts to begin with.
    layer_toggled : layer, shown
    colours_wanted
        The menu of colours is about to open: `offer_colours` is expected.
    """

    method_chosen = Signal(str)
    axes_chosen = Signal(object)
    colour_chosen = Signal(str)
    tool_chosen = Signal(str)
    mode_chosen = Signal(str)
    layer_toggled = Signal(str, bool)
    colours_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setObjectName("mapPanel")
        self.setAccessibleName(self.tr("Map tools"))
        self._wide = True
        self._words: dict[QToolButton, str] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        self.layout_button = self._menu_button("compass", self.tr("How the map is laid out"))
        self.colour_button = self._menu_button(
            "palette", self.tr("What the points are coloured by")
        )
        self.tools: dict[Tool, QToolButton] = {}
        for button in (self.layout_button, self.colour_button):
            row.addWidget(button)
        for tool in TOOLS:
            row.addWidget(self._tool_button(tool))
        self.mode_button = self._menu_button("selection", self.tr("What an outline does"))
        self.layer_button = self._menu_button("stack", self.tr("What is shown on the map"))
        for button in (self.mode_button, self.layer_button):
            row.addWidget(button)
        self._methods = self._choices(
            self.layout_button, self.method_names(), self.method_chosen.emit
        )
        self._add_presets()
        self._modes = self._choices(self.mode_button, self.mode_names(), self.mode_chosen.emit)
        for mode, action in self._modes.items():
            action.setToolTip(_mode_tip(self, mode))
        self._layers = self._switches()
        menu = self.colour_button.menu()
        assert menu is not None
        menu.aboutToShow.connect(self.colours_wanted)
        self.recolour()

    # -- what is shown

    def show_state(self, state: MapState, colour_name: str) -> None:
        """Show what is chosen; no signal is sent."""
        self._methods[state.method].setChecked(True)
        self._modes[state.mode].setChecked(True)
        for tool, button in self.tools.items():
            button.setChecked(tool == state.tool)
        for layer, action in self._layers.items():
            action.setChecked(bool(getattr(state, layer)))
        self._words[self.layout_button] = _short(self, state.method)
        self._words[self.colour_button] = colour_name
        self._words[self.mode_button] = self.mode_names()[state.mode]
        self.mode_button.setIcon(self._appearance.icon(MODE_ICONS[state.mode]))
        self._write()

    def offer_colours(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Fill the menu of what one can colour by: keys and their names."""
        menu = self.colour_button.menu()
        assert menu is not None
        menu.clear()
        group = QActionGroup(menu)
        for key, name in choices:
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(key == chosen)
            group.addAction(action)
            action.triggered.connect(lambda checked=False, key=key: self.colour_chosen.emit(key))

    def fit_into(self, width: int) -> None:
        """Show words beside the icons where there is room."""
        wide = width >= NARROW
        if wide != self._wide:
            self._wide = wide
            self._write()

    def recolour(self) -> None:
        """Draw the icons in the colours of the theme."""
        icon = self._appearance.icon
        self.layout_button.setIcon(icon("compass"))
        self.colour_button.setIcon(icon("palette"))
        self.layer_button.setIcon(icon("stack"))
        self.mode_button.setIcon(icon("selection"))
        for tool, button in self.tools.items():
            button.setIcon(icon(TOOL_ICONS[tool]))

    def mode_names(self) -> dict[SelectionMode, str]:
        """What selecting can do, in a word each."""
        return {
            "new": self.tr("New"),
            "add": self.tr("Add"),
            "remove": self.tr("Remove"),
            "intersect": self.tr("Intersect"),
        }

    # -- building

    def _menu_button(self, icon: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(self._appearance.icon(icon))
        button.setIconSize(QSize(16, 16))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        button.setMenu(menu)
        return button

    def _tool_button(self, tool: Tool) -> QToolButton:
        names: dict[Tool, tuple[str, str]] = {
            "pan": (self.tr("Move the map"), "Shift+M"),
            "rectangle": (self.tr("Select with a rectangle"), "Shift+R"),
            "lasso": (self.tr("Select with a lasso"), "Shift+L"),
        }
        keys = QKeySequence(names[tool][1]).toString(QKeySequence.SequenceFormat.NativeText)
        button = QToolButton(self)
        button.setIconSize(QSize(16, 16))
        button.setCheckable(True)
        button.setToolTip(f"{names[tool][0]}  ({keys})")
        button.setAccessibleName(names[tool][0])
        button.clicked.connect(lambda checked=False: self.tool_chosen.emit(tool))
        self.tools[tool] = button
        return button

    def _choices(
        self, button: QToolButton, names: Mapping[Key, str], chosen: Callable[[Key], None]
    ) -> dict[Key, QAction]:
        menu = button.menu()
        assert menu is not None
        group = QActionGroup(menu)
        actions = {}
        for key, name in names.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda checked=False, key=key: chosen(key))
            actions[key] = action
        return actions

    def method_names(self) -> dict[Method, str]:
        """What each way of laying out does, in the order they are offered."""
        return {
            "umap": self.tr("Neighbourhoods: like lies by like (UMAP)"),
            "tsne": self.tr("Neighbourhoods, spread out evenly (t-SNE)"),
            "pca": self.tr("Two main directions: quick, keeps large distances (PCA)"),
            "axes": self.tr("Axes of your own: from one phrase to another"),
        }

    def _add_presets(self) -> None:
        menu = self.layout_button.menu()
        assert menu is not None
        menu.addSeparator()
        for axes in PRESETS:
            name = f"{axes.left} … {axes.right},  {axes.bottom} … {axes.top}"
            action = menu.addAction(name)
            action.setToolTip(self.tr("Lay the map out by these axes"))
            action.triggered.connect(lambda checked=False, axes=axes: self.axes_chosen.emit(axes))

    def _switches(self) -> dict[Layer, QAction]:
        names: dict[Layer, str] = {
            "thumbnails": self.tr("Pictures, when near enough"),
            "labels": self.tr("Names of groups"),
            "outlines": self.tr("Outlines of groups"),
            "density": self.tr("Lines of equal density"),
            "neighbours": self.tr("Lines to the true neighbours"),
            "fade_by_trust": self.tr("Fade what cannot be trusted"),
        }
        menu = self.layer_button.menu()
        assert menu is not None
        actions = {}
        for layer in LAYERS:
            action = menu.addAction(names[layer])
            action.setCheckable(True)
            action.triggered.connect(
                lambda checked, layer=layer: self.layer_toggled.emit(layer, checked)
            )
            actions[layer] = action
        return actions

    def _write(self) -> None:
        style = Qt.ToolButtonStyle
        for button, words in self._words.items():
            button.setText(words)
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if self._wide else style.ToolButtonIconOnly
            )
        self.adjustSize()


def _short(bar: ChoiceBar, method: Method) -> str:
    return {"umap": "UMAP", "tsne": "t-SNE", "pca": "PCA", "axes": bar.tr("Axes")}[method]


def _mode_tip(bar: ChoiceBar, mode: SelectionMode) -> str:
    return {
        "new": bar.tr("An outline makes a new selection"),
        "add": bar.tr("An outline adds to the selection  (Shift)"),
        "remove": bar.tr("An outline takes away from the selection  (Ctrl)"),
        "intersect": bar.tr("An outline keeps what is selected inside it  (Shift+Ctrl)"),
    }[mode]
