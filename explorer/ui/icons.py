"""Icons of one family: Phosphor, drawn from the font that qtawesome ships.

qtawesome itself loads a dozen fonts at its first icon, which costs a tenth of the time the
window has to come up; this takes the one font it needs.
"""

from __future__ import annotations

import functools
import importlib.util
import json
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap


def icon_from_font(name: str, colour: QColor, disabled: QColor, checked: QColor) -> QIcon:
    """A Phosphor icon (``"magnifying-glass"``, ``"star-fill"``) in colours for its states.

    Raises
    ------
    KeyError
        If the family has no icon of that name.
    """
    return QIcon(_Glyph(_glyphs()[name], colour, disabled, checked))


class _Glyph(QIconEngine):
    """Draws one character as an icon, sharp at any size and scale."""

    def __init__(self, glyph: str, colour: QColor, disabled: QColor, checked: QColor) -> None:
        super().__init__()
        self._glyph, self._colour = glyph, colour
        self._disabled, self._checked = disabled, checked

    def clone(self) -> QIconEngine:
        return _Glyph(self._glyph, self._colour, self._disabled, self._checked)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._colour
        if mode == QIcon.Mode.Disabled:
            colour = self._disabled
        elif state == QIcon.State.On:
            colour = self._checked
        font = QFont(_family())
        font.setPixelSize(max(1, min(rect.width(), rect.height())))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignCenter, self._glyph)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture


def _folder() -> Path:
    spec = importlib.util.find_spec("qtawesome")  # located, not imported
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("The package qtawesome, which brings the icons, is not installed.")
    return Path(spec.submodule_search_locations[0]) / "fonts"


@functools.cache
def _family() -> str:
    file = next(iter(sorted(_folder().glob("phosphor-[0-9]*.ttf"))))
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))[0]


@functools.cache
def _glyphs() -> dict[str, str]:
    file = next(iter(sorted(_folder().glob("phosphor-charmap-*.json"))))
    codes = json.loads(file.read_text(encoding="utf-8"))
    return {name: chr(int(code, 16)) for name, code in codes.items()}
