"""Words of the commands, in the language of the person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """The text as it is called in the chosen language."""
    return QCoreApplication.translate("Commands", text)
