"""The docks of the window: the library, the inspector and every panel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QChildEvent, QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QMainWindow,
    QScrollArea,
    QStyle,
    QTabBar,
    QWidget,
)

from explorer.ui.actions import Declared
from explorer.ui.panel import Desk, Panel
from explorer.ui.panels import Area, Place

LEAST = QSize(264, 160)
"""Below this a panel scrolls, in pixels."""

SIDES: dict[Area, Qt.DockWidgetArea] = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
MIRRORED: dict[Area, Area] = {"left": "right", "right": "left"}


class _Room(QScrollArea):
    """Room for a panel: where it is too small the panel scrolls, and the window keeps its size."""

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(panel)
        self._panel = panel

    def sizeHint(self) -> QSize:
        return self._panel.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._panel.minimumSizeHint().boundedTo(LEAST)


class _Tabs(QObject):
    """Minds the tabs of docks that share a side.

    Qt keeps a bar of tabs for each side, and where nothing is to be chosen puts it out of sight,
    where the keyboard would still stop at it.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QChildEvent) and event.type() == QEvent.Type.ChildPolished:
            bar = event.child()
            if isinstance(bar, QTabBar):
                bar.setAccessibleName(QCoreApplication.translate("Docks", "Panels on this side"))
                bar.installEventFilter(self)
                self._settle(bar)
        elif isinstance(watched, QTabBar) and event.type() in (
            QEvent.Type.Move,
            QEvent.Type.Resize,
        ):
            self._settle(watched)
        return False

    def _settle(self, bar: QTabBar) -> None:
        stops = bar.count() > 1
        bar.setFocusPolicy(Qt.FocusPolicy.TabFocus if stops else Qt.FocusPolicy.NoFocus)


class Docks:
    """Makes docks, shows and hides them, and keeps what their panels want kept.

    Parameters
    ----------
    window
        Whose docks they are.
    changed
        Called when one was shown or hidden.
    """

    def __init__(self, window: QMainWindow, changed: Callable[[], None]) -> None:
        self._window, self._changed = window, changed
        self._docks: dict[str, QDockWidget] = {}
        self.panels: dict[str, Panel] = {}
        self._tabs = _Tabs(window)

    def __getitem__(self, name: str) -> QDockWidget:
        return self._docks[name]

    def add(self, name: str, title: str, widget: QWidget, area: Area) -> QDockWidget:
        """Put a widget into a dock; further ones on the same side become tabs."""
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.setWidget(_Room(widget) if isinstance(widget, Panel) else widget)
        dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetFloatable
            | QDockWidget.DockWidgetFeature.DockWidgetClosable
        )
        side = self._side(area)
        neighbours = [
            each for each in self._docks.values() if self._window.dockWidgetArea(each) == side
        ]
        self._window.addDockWidget(side, dock)
        if neighbours:
            self._window.tabifyDockWidget(neighbours[-1], dock)
            neighbours[0].raise_()
        dock.visibilityChanged.connect(lambda _: self._changed())
        self._docks[name] = dock
        return dock

    def _side(self, area: Area) -> Qt.DockWidgetArea:
        """Where an area is: in a language written from the right the sides change places."""
        if self._window.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            area = MIRRORED.get(area, area)
        return SIDES[area]

    def add_panels(self, places: Iterable[Place], desk: Desk) -> None:
        """Make the panels that a window has."""
        for place in places:
            panel = place.make(desk)
            self.panels[panel.name] = panel
            dock = self.add(panel.name, panel.title(), panel, place.area)
            dock.setVisible(place.shown)

    def show(self, name: str) -> None:
        """Bring a dock into view."""
        dock = self._docks.get(name)
        if dock is not None:
            dock.show()
            dock.raise_()
            self._give_room(dock)

    def _give_room(self, dock: QDockWidget) -> None:
        """Let a panel have what it needs, as far as the views in the middle can spare it."""
        panel = self.panels.get(dock.objectName())
        if panel is None or dock.isFloating():
            return
        needed, window = panel.minimumSizeHint().expandedTo(panel.minimumSize()), self._window
        bar = panel.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        needed += QSize(bar, 0)  # it may have to scroll, and then only up and down
        if window.dockWidgetArea(dock) == SIDES["bottom"]:
            height = min(needed.height(), window.height() // 2)
            if dock.height() < height:
                window.resizeDocks([dock], [height], Qt.Orientation.Vertical)
        elif dock.width() < needed.width():
            window.resizeDocks([dock], [needed.width()], Qt.Orientation.Horizontal)

    def toggle(self, name: str) -> None:
        """Show a dock, or hide it where it is the one that is seen."""
        dock = self._docks[name]
        if self.is_seen(name):
            dock.hide()
        else:
            self.show(name)
        self._changed()

    def is_seen(self, name: str) -> bool:
        """Whether a dock is shown and not behind another tab."""
        dock = self._docks[name]
        return not dock.isHidden() and not dock.visibleRegion().isEmpty()

    def commands(self) -> list[Declared]:
        """A switch in the View menu for each panel, and what the panels bring themselves."""
        declared = [
            Declared(
                f"view.panel_{name}",
                panel.title(),
                partial(self.toggle, name),
                (panel.keys,) if panel.keys else (),
                panel.icon,
                QCoreApplication.translate("Docks", "Show or hide this panel."),
                checked=partial(self.is_seen, name),
            )
            for name, panel in self.panels.items()
        ]
        return declared + [each for panel in self.panels.values() for each in panel.commands()]

    def state(self) -> dict[str, dict[str, Any]]:
        """What the panels want kept, by their names."""
        return {name: panel.state() for name, panel in self.panels.items()}

    def restore(self, views: Mapping[str, Mapping[str, Any]]) -> None:
        """Give the panels back what they kept."""
        for name, panel in self.panels.items():
            panel.restore(views.get(name, {}))

    def close(self) -> None:
        """The window is closing."""
        for panel in self.panels.values():
            panel.close_view()
