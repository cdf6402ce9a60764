"""The settings of the app: described fields, one JSON file."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_args

from explorer.viewstate.files import read_json, write_json

ThemeChoice = Literal["system", "dark", "light"]
LanguageChoice = Literal["system", "en", "de", "ar"]


@dataclass
class Settings:
    """What the person has chosen for all collections.

    Parameters
    ----------
    theme
        Colours of the window; ``"system"`` follows the desktop.
    language
        Of the window; ``"system"`` takes the first of the desktop's languages that there is.
    reduce_motion
        Nothing glides or fades.
    plugins_disabled, plugins_enabled
        Ids switched off (of those that came with Explorer) and on (of others).
    tips, next_tip
        Whether short hints are shown, and the number of the one to come.
    default_space
        The space of new collections.
    programs
        By MIME type, the id of the program that files are opened with.
    model_memory
        Bytes that the weights of all encoders may take together; 0 for half of this machine's.
    """

    theme: ThemeChoice = "system"
    language: LanguageChoice = "system"
    reduce_motion: bool = False
    tips: bool = True
    next_tip: int = 0
    default_space: str = "starter"
    model_memory: int = 0
    programs: dict[str, str] = field(default_factory=dict)
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
        for name, choices in (
            ("theme", get_args(ThemeChoice)),
            ("language", get_args(LanguageChoice)),
        ):
            if known.get(name) not in choices:
                known.pop(name, None)
        return cls(**known)

    def write(self, home: Path) -> None:
        """Keep the settings.

        Raises
        ------
        SettingsError
            If the file cannot be written.
        """
        write_json(home / "settings.json", asdict(self))
