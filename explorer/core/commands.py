"""Undo and redo as commands that know their own opposite."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A change the person made, its opposite, and its name in the Edit menu: a `Wording`."""

    name: str
    do: Callable[[], None]
    undo: Callable[[], None]


class History:
    """The commands done so far and those undone.

    Parameters
    ----------
    limit
        How many commands are kept; the oldest go first.
    changed
        Called after every change, so that menus can follow.
    """

    def __init__(self, limit: int = 200, changed: Callable[[], None] = lambda: None) -> None:
        self._done: list[Command] = []
        self._undone: list[Command] = []
        self._limit = limit
        self._changed = changed

    def run(self, command: Command) -> None:
        """Do a command and remember it; what was undone before is forgotten."""
        command.do()
        self._done = [*self._done, command][-self._limit :]
        self._undone.clear()
        self._changed()

    def undo(self) -> None:
        """Take the last command back; nothing happens when there is none."""
        if self._done:
            self.take_back(self._done[-1])

    def take_back(self, command: Command) -> None:
        """Take one command back, whatever was done after it.

        For deeds that do not build on each other, such as those on files. Nothing happens when
        it was taken back already, or forgotten.
        """
        if self.holds(command):
            self._done = [one for one in self._done if one is not command]
            command.undo()
            self._undone.append(command)
            self._changed()

    def holds(self, command: Command) -> bool:
        """Whether a command is done and can be taken back."""
        return any(one is command for one in self._done)

    def redo(self) -> None:
        """Do the last undone command again; nothing happens when there is none."""
        if self._undone:
            command = self._undone.pop()
            command.do()
            self._done.append(command)
            self._changed()

    def clear(self) -> None:
        """Forget everything, when another collection is opened."""
        self._done.clear()
        self._undone.clear()
        self._changed()

    @property
    def undo_name(self) -> str:
        """Name of what undo would take back, or nothing."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        """Name of what redo would do again, or nothing."""
        return self._undone[-1].name if self._undone else ""
