"""Named workspaces: collection, query, selection, views and layout under a name."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, unquote

from explorer.core.errors import SettingsError
from explorer.viewstate.files import read_json, write_json
from explorer.viewstate.session_state import SessionState


class Workspaces:
    """The workspaces of a home folder, one JSON file each.

    Parameters
    ----------
    home
        See `explorer.app.home_folder`.
    """

    def __init__(self, home: Path) -> None:
        self._folder = home / "workspaces"

    def names(self) -> list[str]:
        """Their names in order; upper and lower case count the same."""
        files = self._folder.glob("*.json") if self._folder.is_dir() else ()
        return sorted((unquote(file.stem) for file in files), key=str.casefold)

    def read(self, name: str) -> SessionState:
        """What is kept under a name.

        Raises
        ------
        SettingsError
            If there is no workspace of that name.
        """
        file = self._file(name)
        if not file.is_file():
            raise SettingsError("There is no workspace called '{name}'.", name=name)
        return SessionState.from_dict(read_json(file))

    def write(self, name: str, state: SessionState) -> None:
        """Keep a state under a name; one that was kept there before is replaced.

        Raises
        ------
        SettingsError
            If the name is empty or the file cannot be written.
        """
        if not name.strip():
            raise SettingsError("A workspace needs a name.")
        write_json(self._file(name.strip()), state.to_dict())

    def rename(self, name: str, new: str) -> None:
        """Give a workspace another name.

        Raises
        ------
        SettingsError
            If there is none of that name, or one of the new name already.
        """
        new = new.strip()
        if not new or (new != name and self._file(new).exists()):
            raise SettingsError(
                "A workspace cannot be called '{new}': there is one already.", new=new
            )
        state = self.read(name)
        self.write(new, state)
        if new != name:
            self.delete(name)

    def delete(self, name: str) -> None:
        """Forget a workspace; nothing happens where there is none."""
        self._file(name).unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        # A name may hold what a file's name may not.
        return self._folder / f"{quote(name, safe=' ')}.json"
