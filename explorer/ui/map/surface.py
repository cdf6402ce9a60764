"""The part of the map that is under the hand: it moves the view, and tells what is picked."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from explorer.ui.map.camera import Camera
from explorer.ui.map.colours import MapColours
from explorer.ui.map.hand import Hand
from explorer.ui.map.keys import take_key
from explorer.ui.map.outline import Outline
from explorer.ui.map.scene import Scene

REST_MS = 120


class MapSurface(QWidget):
    """Draws a scene through a camera, and takes the pointer and the keys.

    The signals are described at `explorer.ui.map.widget.MapWidget`.
    """

    hovered = Signal(int)
    clicked = Signal(int, Qt.KeyboardModifier)
    carry_wanted = Signal(int)
    """The person drags a row (Alt and drag) out of the map."""
    activated = Signal(int)
    preview_requested = Signal(int)
    rows_selected = Signal(object, str)
    name_clicked = Signal(str, Qt.KeyboardModifier)
    view_changed = Signal()

    def __init__(self, colours: MapColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = colours
        self.scene = Scene(self.font(), colours)
        self.camera = Camera(self)
        self.hand = Hand(self)
        self.fits = True
        self._pointer: QPointF | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.view_rested)
        self.camera.moved.connect(self._moved)
        self.camera.rested.connect(self.view_rested)
        scene = self.scene
        self.destroyed.connect(lambda: scene.close())
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def refresh(self) -> None:
        """Bring everything up to what is shown, and draw."""
        self.update()

    def show_card(self, row: int) -> None:
        """Show what there is to know about a row beside it."""

    def hide_card(self) -> None:
        """Take it away."""

    def paint_over(self, painter: QPainter) -> None:
        """Draw what lies over the points and below the outline that is being drawn."""

    # -- the view --------------------------------------------------------------------------------

    def fit(self) -> None:
        """Show everything."""
        self.fits = True
        self.camera.glide(self.scene.fitted(self.camera.view))

    def zoom_by(self, factor: float, at: QPointF | None = None, *, eased: bool = True) -> None:
        """Zoom; what is at pixel `at` (the middle by default) stays there."""
        self.fits = False
        place = QPointF(self.width() / 2, self.height() / 2) if at is None else at
        if eased:
            self.camera.glide(self.camera.target.zoomed(factor, place.x(), place.y()))
        else:
            self.camera.jump(self.camera.view.zoomed(factor, place.x(), place.y()))
            self.view_rested_soon()

    def pan_by(self, dx: float, dy: float) -> None:
        """Move what is shown by pixels, with an ease."""
        self.fits = False
        self.camera.glide(self.camera.target.panned(dx, dy))

    def stop_gliding(self) -> None:
        """Stand still where the ease has got to."""
        if self.camera.moving:
            self.camera.jump(self.camera.view)

    def view_rested_soon(self) -> None:
        """Say that the view rests when nothing more has happened for a moment."""
        self._rest.start()

    def view_rested(self) -> None:
        """Draw finely, ask for pictures, and tell that the view has changed."""
        self._rest.stop()
        self.refresh()
        if self._pointer is not None:
            self.hover(self._pointer)
        self.view_changed.emit()

    def _moved(self) -> None:
        if self.hand.dragging:
            self.fits = False
        self.hide_card()
        self.update()

    def fit_if_wanted(self, at_once: bool) -> None:
        """Show everything again if everything was shown before."""
        if not self.fits:
            return
        view = self.scene.fitted(self.camera.view)
        if at_once or not self.isVisible():
            self.camera.jump(view)
        else:
            self.camera.glide(view)

    # -- selecting and highlighting --------------------------------------------------------------

    @property
    def highlighted(self) -> int:
        """The row that is highlighted, or -1."""
        return self.scene.highlight

    def row_at(self, place: QPointF) -> int:
        """Find what is at a pixel, or -1."""
        return self.scene.row_at(place, self.camera.view)

    def name_at(self, place: QPointF) -> str:
        """Find the key of the name at a pixel, or nothing."""
        return self.scene.name_at(place)

    def select_outline(self, outline: Outline, mode: str) -> None:
        """Tell which rows an outline holds."""
        view, corners = self.camera.view, outline.corners()
        plane = np.array([view.to_plane(x, y) for x, y in corners])
        if outline.shape == "rectangle" and len(plane) == 4:
            (left, bottom), (right, top) = plane.min(axis=0), plane.max(axis=0)
            rows = self.scene.index.rows_in_box(left, bottom, right, top)
        else:
            rows = self.scene.index.rows_in_polygon(plane)
        self.rows_selected.emit(rows, mode)

    def hover(self, place: QPointF | None) -> None:
        """Highlight what is under the pointer."""
        self._pointer = place
        over_name = place is not None and bool(self.name_at(place))
        row = -1 if place is None or over_name else self.row_at(place)
        self.hand.over_name = over_name
        if row != self.scene.highlight:
            self.highlight(row)
        if row < 0:
            self.hide_card()
        self.hand.show_cursor()

    def highlight(self, row: int) -> None:
        """Highlight a row, -1 for none, and tell."""
        self.scene.highlight = row
        self.hovered.emit(row)
        self.hand.show_cursor()
        if row >= 0:
            self.show_card(row)
        else:
            self.hide_card()
        self.update()

    # -- events ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the map."""
        painter = QPainter(self)
        moving = self.camera.moving or self.hand.dragging or self._rest.isActive()
        if moving:
            self.scene.arrange_tiles(self.camera.view)
        self.scene.draw(painter, self.camera.view, moving=moving)
        self.paint_over(painter)
        if self.hand.outline is not None:
            self.hand.outline.draw(painter, self.colours)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.colours.accent), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Take pinches beside what every widget takes."""
        if isinstance(event, QNativeGestureEvent) and self.hand.pinch(event):
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        self.hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hover or drag."""
        self.hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        self.hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Activate what is under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton and self.row_at(event.position()) >= 0:
            self.activated.emit(self.row_at(event.position()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer, or pan with a trackpad."""
        self.hand.wheel(event)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the highlight back."""
        self.hand.leave(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan, zoom, fit, go from point to point, activate, preview, cancel."""
        if not take_key(self, Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the drawing threads; they come back if the map is shown again."""
        self.scene.close()
        super().closeEvent(event)
