"""The settings of the app: described fields, one JSON file."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

from explorer.viewstate.files import read_json, write_json

ThemeChoice = Literal["system", "dark", "light"]


@dataclass
class Settings:
    """What the person has chosen for all collections.

    Parameters
    ----------
    theme
        Colours of the window; ``"system"`` follows the desktop.
    reduce_motion
        Nothing glides or fades.
    plugins_disabled, plugins_enabled
        Ids switched off (of those that came with Explorer) and on (of others).
    tips
        Whether short hints are shown.
    """

    theme: ThemeChoice = "system"
    reduce_motion: bool = False
    tips: bool = True
    plugins_disabled: list[str] = field(default_factory=list)
    plugins_enabled: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, home: Path) -> Settings:
        """The settings kept in a home folder; a field of a wrong type falls back to its default."""
        data = read_json(home / "settings.json")
        default = cls()
        known: dict[str, Any] = {
            one.name: data[one.name]
            for one in fields(cls)
            if isinstance(data.get(one.name), type(getattr(default, one.name)))
        }
        if known.get("theme") not in ("system", "dark", "light"):
            known.pop("theme", None)
        return cls(**known)

    def write(self, home: Path) -> None:
        """Keep the settings.

        Raises
        ------
        SettingsError
            If the file cannot be written.
        """
        write_json(home / "settings.json", asdict(self))
