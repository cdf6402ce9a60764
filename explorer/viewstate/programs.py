"""Which program the person opens which kind of file with."""

from __future__ import annotations

from pathlib import Path

from explorer.viewstate.settings import Settings


class ChosenPrograms:
    """Kept with the settings; a kind without an entry is opened by the system's program.

    Parameters
    ----------
    settings, home
        What is changed, and where it is kept.
    """

    def __init__(self, settings: Settings, home: Path) -> None:
        self._settings, self._home = settings, home

    def of(self, kind: str) -> str:
        """Id of the program for a MIME type, "" for the system's."""
        return self._settings.programs.get(kind, "")

    def choose(self, kind: str, program_id: str) -> None:
        """Open a kind of file with a program from now on, "" for the system's.

        Raises
        ------
        SettingsError
            If the choice cannot be kept; it holds until the program ends.
        """
        chosen = {**self._settings.programs, kind: program_id}
        self._settings.programs = {one: name for one, name in chosen.items() if name}
        self._settings.write(self._home)
