"""A view that stands in a dock of the window, and what the window lends to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from explorer.app import App
from explorer.ui.actions import Declared
from explorer.ui.appearance import Appearance
from explorer.ui.kinds import Kinds
from explorer.ui.previews import Previews
from explorer.ui.thumbnails import ThumbnailCache
from explorer.viewstate.session import Session


@dataclass(frozen=True, slots=True)
class Desk:
    """What all views of one window share."""

    app: App
    session: Session
    appearance: Appearance
    kinds: Kinds
    thumbnails: ThumbnailCache
    previews: Previews


class Panel(QWidget):
    """Base of every dockable view; `explorer.ui.panels` lists those a window has.

    A panel talks to the session and hears of changes through the hub, never of other views.

    Attributes
    ----------
    name
        Stable: the dock's object name, the key of its state in the session, and the end of the
        id of the command that shows it (``view.panel_NAME``).
    icon
        Name of a Phosphor icon.
    keys
        Portable shortcut that shows and hides it; may be empty.
    """

    name: ClassVar[str]
    icon: ClassVar[str] = ""
    keys: ClassVar[str] = ""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.title())

    def heightForWidth(self, width: int) -> int:
        # Its dock asks; what it would like to have would make it scroll, parts of it do so already.
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return super().heightForWidth(width)
        return layout.minimumHeightForWidth(width)

    def title(self) -> str:
        """What it is called on its dock and in the View menu."""
        raise NotImplementedError

    def commands(self) -> list[Declared]:
        """Further commands it brings; their ids begin with one of the menus."""
        return []

    def state(self) -> dict[str, Any]:
        """What is kept of it with the session, as JSON data."""
        return {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up what `state` gave; whatever does not fit is left out."""

    def close_view(self) -> None:
        """Hear of nothing more and stop what still runs; the window is closing."""
        self.desk.session.hub.unsubscribe(self)
