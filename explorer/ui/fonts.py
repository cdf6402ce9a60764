"""Inter, loaded from the shipped files, with figures of one width."""

from __future__ import annotations

import logging

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from explorer.bundled import assets_folder

FAMILY = "Inter"
_log = logging.getLogger(__name__)


def load_fonts() -> bool:
    """Make Inter known to Qt; whether it is. Without it the desktop's own font is used."""
    if FAMILY in QFontDatabase.families():
        return True
    try:
        files = sorted((assets_folder() / "fonts").glob("Inter-*.ttf"))
    except FileNotFoundError:
        files = []
    loaded = [QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files]
    if not loaded or not all(loaded):
        _log.info("Inter cannot be loaded; the desktop's font is used")
        return False
    return True


def font_of_size(pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The app's font at a size in (possibly broken) logical pixels."""
    font = QFont(FAMILY)
    font.setPointSizeF(pixels * 72.0 / _dots_per_inch())
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _dots_per_inch() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInch() if screen else 96.0
