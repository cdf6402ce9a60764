"""A button that names what is chosen and opens a menu of what else there is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget


class MenuButton(QToolButton):
    """Shows what is chosen; its menu is made when it opens.

    Parameters
    ----------
    question
        What is chosen here, for the tooltip and screen readers.
    fill
        Fills the menu.
    """

    stepped = Signal(int)

    def __init__(
        self, question: str, fill: Callable[[QMenu], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._question = question
        self.setProperty("kind", "plain")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: fill(menu))
        self.setMenu(menu)

    def show_choice(self, name: str, tip: str = "") -> None:
        """Name what is chosen."""
        self.setText(f"{name} ▾")
        self.setAccessibleName(f"{self._question}: {name}")
        self.setToolTip(f"{self._question}: {name}" + (f"\n{tip}" if tip else ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
