"""Every command of the window, declared once; menus, buttons and the palette read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from explorer.ui.appearance import Appearance


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Declared:
    """A command as it is declared.

    Parameters
    ----------
    id
        Stable: ``"view.map"``; the part before the dot is its menu.
    text
        What it is called; a function where the words change (``Undo select 3 items``).
    run
        What it does.
    keys
        Shortcuts, portable (``"Ctrl+1"``); the first one is shown.
    icon
        Name of a Phosphor icon.
    tip
        What it does, as a sentence, for tooltips and the palette.
    enabled, checked
        Asked again whenever the session changes; with `checked` it is a switch.
    """

    id: str
    text: str | Callable[[], str]
    run: Callable[[], None]
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    enabled: Callable[[], bool] = _always
    checked: Callable[[], bool] | None = None


class Actions(QObject):
    """The declared commands as Qt actions of one window."""

    def __init__(self, window: QWidget, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._appearance = window, appearance
        self._declared: dict[str, Declared] = {}
        self._actions: dict[str, QAction] = {}
        appearance.changed.connect(self._draw_icons)

    def declare(self, commands: Iterable[Declared]) -> None:
        """Add commands; their shortcuts work from now on."""
        for command in commands:
            if command.id in self._declared:
                raise ValueError(f"the command {command.id} is declared twice")
            self._declared[command.id] = command
            self._actions[command.id] = self._make(command)
        self._draw_icons()
        self.refresh()

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def __iter__(self) -> Iterator[tuple[Declared, QAction]]:
        return ((self._declared[key], action) for key, action in self._actions.items())

    def refresh(self) -> None:
        """Ask every command again what it is called and whether it can run."""
        for key, declared in self._declared.items():
            action = self._actions[key]
            text = declared.text if isinstance(declared.text, str) else declared.text()
            action.setText(text)
            action.setEnabled(declared.enabled())
            if declared.checked is not None:
                action.setChecked(declared.checked())
            action.setToolTip(with_keys(declared.tip or text.replace("…", ""), action))

    def _make(self, command: Declared) -> QAction:
        action = QAction(self._window)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(command.checked is not None)
        # The desktop would move "Quit" and "About" elsewhere by their names; we place them.
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(lambda checked=False: self._run(command))
        self._window.addAction(action)
        return action

    def _run(self, command: Declared) -> None:
        command.run()
        self.refresh()

    def _draw_icons(self) -> None:
        for key, declared in self._declared.items():
            if declared.icon:
                self._actions[key].setIcon(self._appearance.icon(declared.icon))


def with_keys(tip: str, action: QAction) -> str:
    """A tooltip with the shortcut behind it."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{tip}  ({keys})" if keys else tip
