"""What the corrections of the modality gap are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def correction_words(method: str) -> tuple[str, str]:
    """Name of a correction, and what it does or who proposed it."""
    return {
        "shift": (
            _tr("Move both kinds together"),
            _tr("Each kind by half the gap (Liang et al. 2022)"),
        ),
        "centre": (_tr("Take away each kind's mean"), _tr("Mu & Viswanath 2018")),
        "whiten": (
            _tr("Whiten each kind"),
            _tr("Every direction gets the same spread (Su et al. 2021)"),
        ),
    }.get(method, (method, ""))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Corrections", text)
