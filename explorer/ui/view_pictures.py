"""Pictures of what is on the screen: PNG at twice its size, SVG as drawn, at any size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from explorer.core.errors import ExplorerError

SCALE = 2


class PictureError(ExplorerError):
    """A picture of a view could not be written."""


def save_picture(view: QWidget, file: Path) -> None:
    """Write F.png or F.svg of a view as it is now.

    Raises
    ------
    PictureError
        If the name ends otherwise or the file cannot be written.
    """
    suffix = file.suffix.lower()
    if suffix == ".svg":
        _save_svg(view, file)
    elif suffix == ".png":
        picture = QPixmap(view.size() * SCALE)
        picture.setDevicePixelRatio(SCALE)
        view.render(picture)
        if not picture.save(str(file)):
            raise PictureError(f"{file} cannot be written: is its folder there, and open to you?")
    else:
        raise PictureError(f"{file.name} is no picture: let its name end in .png or .svg.")


def _save_svg(view: QWidget, file: Path) -> None:
    generator = QSvgGenerator()
    generator.setFileName(str(file))
    generator.setSize(QSize(view.size()))
    generator.setViewBox(view.rect())
    generator.setTitle(view.window().windowTitle())
    painter = QPainter()
    if not painter.begin(generator):
        raise PictureError(f"{file} cannot be written: is its folder there, and open to you?")
    try:
        view.render(painter, QPoint())
    finally:
        painter.end()
