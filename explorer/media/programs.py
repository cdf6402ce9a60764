"""The programs of this system that open a kind of file, and how they are started.

On Linux they say so themselves in files that end in ``.desktop`` (the Desktop Entry Specification
of freedesktop.org). Elsewhere the system does not tell; a program is then a file that was chosen.
"""

from __future__ import annotations

import configparser
import os
import shlex
import shutil
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

SUFFIX = ".desktop"
_GROUP = "Desktop Entry"
_ONE_FILE, _ONE_ADDRESS = ("%f", "%F"), ("%u", "%U")


@dataclass(frozen=True, slots=True)
class Program:
    """A program that files can be opened with.

    Parameters
    ----------
    id
        Name of its entry below a folder of applications, or its own path; lasts between starts.
    name
        What people call it.
    words
        Its command line; field codes as in the specification stand for the file.
    """

    id: str
    name: str
    words: tuple[str, ...]

    def command(self, path: str | Path) -> list[str]:
        """What to start to open a file with it."""
        file = Path(path).absolute()
        found, named = list[str](), False
        for word in self.words:
            if word in _ONE_FILE or word in _ONE_ADDRESS:
                found.append(str(file) if word in _ONE_FILE else file.as_uri())
                named = True
            elif word == "%c":
                found.append(self.name)
            elif not (len(word) == 2 and word[0] == "%" and word != "%%"):
                found.append(word.replace("%%", "%"))
        return found if named else [*found, str(file)]


def programs_for(kinds: Collection[str], language: str = "") -> list[Program]:
    """Programs that open any of these MIME types, by name.

    Parameters
    ----------
    kinds
        A type and those it is a case of: ``"text/markdown", "text/plain"``.
    language
        Of the names, as ``"de"``.
    """
    found = {}
    for entry_id, fields in _entries():
        opens = set(fields.get("MimeType", "").split(";"))
        program = _program(entry_id, fields, language) if opens & set(kinds) else None
        if program is not None:
            found[entry_id] = program
    return sorted(found.values(), key=lambda one: one.name.casefold())


def find_program(program_id: str, language: str = "") -> Program | None:
    """The program with an id; None where it is gone."""
    if not program_id.endswith(SUFFIX):
        return _chosen_file(Path(program_id))
    entries = (fields for entry_id, fields in _entries() if entry_id == program_id)
    fields = next(entries, None)
    return None if fields is None else _program(program_id, fields, language)


def _chosen_file(file: Path) -> Program | None:
    if sys.platform == "darwin" and file.suffix == ".app" and file.is_dir():
        return Program(str(file), file.stem, ("open", "-a", str(file), "%f"))
    if not file.is_file() or not os.access(file, os.X_OK):
        return None
    return Program(str(file), file.stem, (str(file), "%f"))


def _program(entry_id: str, fields: dict[str, str], language: str) -> Program | None:
    """What an entry offers; None for one that is switched off, in a terminal or not installed."""
    is_on = fields.get("Type", "Application") == "Application" and fields.get("Hidden") != "true"
    needed = fields.get("TryExec", "")
    if not is_on or fields.get("Terminal") == "true" or (needed and not shutil.which(needed)):
        return None
    try:
        words = tuple(shlex.split(fields.get("Exec", "").replace("\\\\", "\\")))
    except ValueError:
        return None
    name = fields.get(f"Name[{language}]") or fields.get("Name") or entry_id.removesuffix(SUFFIX)
    return Program(entry_id, name, words) if words and shutil.which(words[0]) else None


def _entries() -> Iterator[tuple[str, dict[str, str]]]:
    """Ids and fields of all entries; of several with one id the first counts."""
    seen = set()
    for folder in _folders():
        for file in sorted(folder.rglob(f"*{SUFFIX}")):
            entry_id = "-".join(file.relative_to(folder).parts)
            if entry_id not in seen:
                seen.add(entry_id)
                yield entry_id, _fields(file)


def _folders() -> list[Path]:
    if sys.platform in ("win32", "darwin"):
        return []
    own = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return [Path(one) / "applications" for one in (own, *shared.split(":")) if one]


def _fields(file: Path) -> dict[str, str]:
    parser = configparser.RawConfigParser(
        delimiters=("=",), comment_prefixes=("#",), strict=False, allow_no_value=True
    )
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    try:
        parser.read(file, encoding="utf-8")
        return {name: value or "" for name, value in parser.items(_GROUP)}
    except (OSError, UnicodeError, configparser.Error):
        return {}
