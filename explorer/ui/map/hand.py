"""What the pointer does on the map: pan, outline, click, hover, wheel and pinch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent

from explorer.core.selection import SelectionMode
from explorer.ui.map.outline import Outline, selection_mode
from explorer.viewstate.map_state import Tool

if TYPE_CHECKING:
    from explorer.ui.map.surface import MapSurface

DRAG_BEGINS = 4.0
"""Pixels the pointer must move before a press is a drag and no click."""
ZOOM_PER_NOTCH = 1.3


class Hand:
    """Turns pointer events into movements of the camera and signals of the widget."""

    def __init__(self, widget: MapSurface) -> None:
        self._map = widget
        self.tool: Tool = "pan"
        self.mode: SelectionMode = "new"
        self.over_name = False
        self.outline: Outline | None = None
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._panning = False

    @property
    def dragging(self) -> bool:
        """Whether the view is being dragged."""
        return self._panning

    def cancel(self) -> bool:
        """Drop an outline that is being drawn; returns whether there was one."""
        had = self.outline is not None
        self.outline, self._pressed, self._panning = None, None, False
        self._map.update()
        self.show_cursor()
        return had

    def show_cursor(self) -> None:
        """Show what dragging would do."""
        if self._panning:
            self._map.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self.tool != "pan":
            self._map.setCursor(Qt.CursorShape.CrossCursor)
        elif self._map.highlighted >= 0 or self.over_name:
            self._map.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self._map.setCursor(Qt.CursorShape.ArrowCursor)

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        self._pressed = self._last = event.position()
        self._map.stop_gliding()

    def move(self, event: QMouseEvent) -> None:
        """Hover, pan, or draw an outline."""
        if self._pressed is None:
            self._map.hover(event.position())
            return
        if self.outline is None and not self._panning:
            if (event.position() - self._pressed).manhattanLength() < DRAG_BEGINS:
                return
            if self._carry_out(event):
                return
            self._begin_drag(event)
        if self.outline is not None:
            self.outline.follow(event.position())
            self._map.update()
        elif self._panning:
            step = event.position() - self._last
            self._map.camera.jump(self._map.camera.view.panned(step.x(), step.y()))
        self._last = event.position()

    def _carry_out(self, event: QMouseEvent) -> bool:
        """With Alt, drag what was pressed out of the map; whether there was anything."""
        assert self._pressed is not None
        row = self._map.row_at(self._pressed)
        if row < 0 or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        self._pressed = None
        self._map.carry_wanted.emit(row)
        return True

    def _begin_drag(self, event: QMouseEvent) -> None:
        assert self._pressed is not None
        self._map.hover(None)
        middle = bool(event.buttons() & Qt.MouseButton.MiddleButton)
        lassoes = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not middle and (self.tool != "pan" or lassoes):
            shape = "lasso" if self.tool == "pan" else self.tool
            self.outline = Outline(shape, self._pressed)
        else:
            self._panning = True
        self.show_cursor()

    def release(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        if self._pressed is None:
            return
        outline, panned = self.outline, self._panning
        self.cancel()
        if outline is not None:
            outline.follow(event.position())
            self._map.select_outline(outline, self._mode(event.modifiers()))
        elif panned:
            self._map.view_rested()
        elif event.button() == Qt.MouseButton.LeftButton:
            if name := self._map.name_at(event.position()):
                self._map.name_clicked.emit(name, event.modifiers())
            else:
                row = self._map.row_at(event.position())
                self._map.clicked.emit(row, event.modifiers())
        self._map.hover(event.position())

    def _mode(self, modifiers: Qt.KeyboardModifier) -> SelectionMode:
        """What the keys say, or without any what was chosen."""
        asked = selection_mode(modifiers)
        return self.mode if asked == "new" else asked

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; two fingers on a trackpad pan, with control they zoom."""
        pixels = event.pixelDelta()
        zooms = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        smooth = event.phase() != Qt.ScrollPhase.NoScrollPhase and not pixels.isNull()
        if smooth and not zooms:
            camera = self._map.camera
            camera.jump(camera.view.panned(pixels.x(), pixels.y()))
            self._map.view_rested_soon()
            return
        factor = ZOOM_PER_NOTCH ** ((event.angleDelta().y() or event.angleDelta().x()) / 120)
        self._map.zoom_by(factor, event.position(), eased=not smooth)

    def pinch(self, event: QNativeGestureEvent) -> bool:
        """Zoom with two fingers; returns whether the gesture was one for the map."""
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._map.zoom_by(1 + event.value(), event.position(), eased=False)
        return True

    def leave(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        if self._pressed is None:
            self._map.hover(None)
