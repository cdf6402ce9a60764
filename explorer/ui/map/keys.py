"""What the keys do on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

if TYPE_CHECKING:
    from explorer.ui.map.surface import MapSurface

ZOOM_STEP = 1.5
PAN_STEP = 0.15
"""Of the width or height."""
EDGE = 24
"""Pixels from the edge within which a point that is gone to is brought to the middle."""

_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


def take_key(widget: MapSurface, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Act on a key; returns whether it meant something here."""
    row = widget.highlighted
    if key in _ARROWS:
        x, y = _ARROWS[key]
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            _go(widget, x, y)
        else:
            widget.pan_by(-x * PAN_STEP * widget.width(), -y * PAN_STEP * widget.height())
    elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
        widget.zoom_by(ZOOM_STEP)
    elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
        widget.zoom_by(1 / ZOOM_STEP)
    elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
        widget.fit()
    elif key == Qt.Key.Key_Escape:
        return widget.hand.cancel()
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
        widget.activated.emit(row)
    elif key == Qt.Key.Key_Space and row >= 0:
        widget.preview_requested.emit(row)
    else:
        return False
    return True


def _go(widget: MapSurface, x: float, y: float) -> None:
    """Highlight the next point in a direction, and bring it into view."""
    scene, view = widget.scene, widget.camera.view
    row = scene.next_in_direction(widget.highlighted, x, y, view)
    if row < 0:
        return
    widget.highlight(row)
    box = scene.place_of(row, view)
    inner = widget.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
    if box is not None and not inner.contains(box.center().toPoint()):
        away = QPointF(widget.rect().center()) - box.center()
        widget.pan_by(away.x(), away.y())
