"""Sentences, titles and names from below the window, said in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.core.wording import Wording, recognised
from explorer.ui.language import spoken_patterns


def spoken(words: str) -> str:
    """A wording in the language of the window; what has no translation stays English."""
    if not isinstance(words, Wording):
        return _tr(words) if words else ""
    values = {name: _value(value) for name, value in words.values.items()}
    try:
        return _tr(words.pattern).format(**values) if values else _tr(words)
    except (KeyError, IndexError, ValueError):  # a translation with other places than the pattern
        return words


def spoken_name(words: str) -> str:
    """The same for a name that may be the person's own words, which stay as they are."""
    return spoken(words) if isinstance(words, Wording) else words


def spoken_again(words: str) -> str:
    """The same for a sentence that was kept as plain text, on disk for example."""
    return spoken(recognised(words, spoken_patterns()))


def spoken_about(words: str) -> str:
    """The same for several sentences, the last of which may be one text: "CLIP. It has …"."""
    said = spoken_again(words)
    first, stop, rest = words.partition(". ")
    if said != words or not stop:
        return said
    return f"{spoken_again(f'{first}.')} {spoken_about(rest)}"


def _value(value: float | str) -> str:
    if isinstance(value, str):
        return spoken(value) if isinstance(value, Wording) else value
    if isinstance(value, int):
        return QLocale().toString(value)
    return QLocale().toString(value, "f", 1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Wording", text)
