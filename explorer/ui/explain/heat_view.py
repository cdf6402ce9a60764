"""A picture with heat over it: values under the pointer, boxes that are drawn, cells by keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from explorer.ui.appearance import Appearance
from explorer.ui.explain.heat_paint import Heat, HeatLook, heat_image, wash
from explorer.ui.inspector.picture_view import PictureView

Box = tuple[float, float, float, float]

LEAST: Final = 6.0
"""A drag shorter than this is a click, px."""
RING: Final = 9.0
STEPS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class HeatView(PictureView):
    """Shows where a word is; the wheel zooms, a drag draws a box, the middle button moves.

    Parameters
    ----------
    appearance
        Colours.
    """

    cell_pointed = Signal(int)
    """The patch under the pointer or the keyboard's cursor, -1 for none."""
    box_drawn = Signal(object)
    """A region, in shares of the picture: (left, top, right, bottom)."""
    clicked = Signal()
    time_wanted = Signal(float)
    """Of a sound, where no boxes are drawn: a place was clicked, as a share of the width."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._heat: Heat | None = None
        self._heat_look = HeatLook()
        self._layer: tuple[object, QImage] | None = None
        self._cell: tuple[int, int] | None = None
        self._overlay: QImage | None = None
        self._kept_box: Box | None = None
        self._marked: tuple[int, ...] = ()
        self._from: QPointF | None = None
        self._to: QPointF | None = None
        self._time: float | None = None
        self.boxes = True
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Picture with the heat of a word"))
        appearance.changed.connect(self._forget_layer)

    # -- what is shown

    @property
    def heat(self) -> Heat | None:
        """The map shown."""
        return self._heat

    def show_heat(self, heat: Heat | None) -> None:
        """Lay a map over the picture, or none."""
        self._heat, self._layer = heat, None
        if heat is None:
            self._point(None)
        self.update()

    def show_overlay(self, image: QImage | None) -> None:
        """Lay a coloured layer over the whole picture."""
        self._overlay = image
        self.update()

    def set_heat_look(self, look: HeatLook) -> None:
        """Draw the map otherwise."""
        if look != self._heat_look:
            self._heat_look, self._layer = look, None
            self.update()

    def show_region(self, box: Box | None) -> None:
        """Frame a region."""
        self._kept_box = box
        self.update()

    @property
    def time(self) -> float | None:
        """Where a sound is played, as a share of the width; None for nowhere."""
        return self._time

    def show_time(self, share: float | None) -> None:
        """Mark where a sound is played; see `time`."""
        if share != self._time:
            self._time = share
            self.update()

    def mark_cells(self, cells: tuple[int, ...]) -> None:
        """Frame some patches of the map's grid."""
        self._marked = cells
        self.update()

    @property
    def cell(self) -> int:
        """The patch that is pointed at, -1 for none."""
        if self._cell is None or self._heat is None:
            return -1
        return self._cell[0] * self._heat.layout.cols + self._cell[1]

    @property
    def value(self) -> float | None:
        """The raw value of the patch that is pointed at."""
        if self._cell is None or self._heat is None:
            return None
        return float(self._heat.values[self._cell])

    def _point(self, cell: tuple[int, int] | None) -> None:
        if cell != self._cell:
            self._cell = cell
            self.cell_pointed.emit(self.cell)
            self.update()

    def _forget_layer(self) -> None:
        self._layer = None

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, theme = self.picture_rect(), self._look.theme
        if self._heat is not None:
            painter.fillRect(rect, wash(theme, self._heat_look.opacity))
            smooth = self._heat_look.upsampling == "smooth"
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            painter.drawImage(rect, self._heat_layer(rect.size()))
            self._draw_marks(painter, rect, self._heat)
        if self._overlay is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(rect, self._overlay)
        for box in (self._kept_box, self._drawn()):
            if box is not None:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                self._frame(painter, _part(rect, box), "accent", 2)
        if self._time is not None and 0 <= self._time <= 1:
            x = rect.left() + self._time * rect.width()
            for colour, width in (("#000000", 3.5), (theme.colour("sound"), 2.0)):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        if self.hasFocus() and self._cell is None:
            self._frame(painter, rect.adjusted(1, 1, -1, -1), "accent", 1)
        painter.end()

    def _draw_marks(self, painter: QPainter, rect: QRectF, heat: Heat) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if heat.values.max() > heat.top * max(self._heat_look.threshold, 1e-6):
            peak = _part(rect, heat.cell(*heat.peak)).center()
            for colour, width in (("#000000", 4.0), ("#ffffff", 2.0)):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawEllipse(peak, RING, RING)
        for number in self._marked:
            cell = _part(rect, heat.cell(*divmod(number, heat.layout.cols)))
            self._frame(painter, cell, "accent", 2)
        if self._cell is not None:
            self._frame(painter, _part(rect, heat.cell(*self._cell)), "accent", 1.5)

    def _frame(self, painter: QPainter, box: QRectF, role: str, width: float) -> None:
        """A frame that is seen on any picture: a dark line beneath the coloured one."""
        painter.setPen(QPen(QColor("#000000"), width + 1.5))
        painter.drawRect(box)
        painter.setPen(QPen(self._look.theme.colour(role), width))
        painter.drawRect(box)

    def _heat_layer(self, size: QSizeF) -> QImage:
        assert self._heat is not None
        wanted = size.toSize()
        key = (wanted.width(), wanted.height())
        if self._layer is None or self._layer[0] != key:
            image = heat_image(self._heat, wanted, self._heat_look, self._look.theme)
            self._layer = (key, image)
        return self._layer[1]

    def _drawn(self) -> Box | None:
        """The box being drawn, in shares of the picture."""
        if self._from is None or self._to is None:
            return None
        one, other = self._share_at(self._from), self._share_at(self._to)
        sides = [(one.x(), other.x()), (one.y(), other.y())]
        (left, right), (top, bottom) = (sorted(min(max(v, 0.0), 1.0) for v in s) for s in sides)
        return left, top, right, bottom

    # -- events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.boxes and self._image is not None:
            self._from, self._to = event.position(), None
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._grip, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._from is not None:
            if (place - self._from).manhattanLength() >= LEAST or self._to is not None:
                self._to = place
                self.update()
        elif self._grip is not None:
            super().mouseMoveEvent(event)
        share = self._share_at(place)
        found = None if self._heat is None else self._heat.value_at(share.x(), share.y())
        self._point(None if found is None else found[:2])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        box, pressed = self._drawn(), self._from is not None
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self._grip is not None and not self._dragged and self._image is not None:
            self.time_wanted.emit(self._share_at(event.position()).x())
        self._from = self._to = None
        self._grip = None
        self._set_cursor()
        if box is not None:
            self.box_drawn.emit(box)
        elif pressed:
            self.clicked.emit()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in STEPS and self._heat is not None:
            down, right = STEPS[Qt.Key(key)]
            row, col = self._heat.peak if self._cell is None else self._cell
            if self._cell is not None:
                row = min(max(row + down, 0), self._heat.layout.rows - 1)
                col = min(max(col + right, 0), self._heat.layout.cols - 1)
            self._point((row, col))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cell and self._heat:
            self.box_drawn.emit(self._heat.cell(*self._cell))
        elif key == Qt.Key.Key_Escape and self._cell is not None:
            self._point(None)
        else:
            super().keyPressEvent(event)

    def _set_cursor(self) -> None:
        shape = Qt.CursorShape
        self.setCursor(shape.CrossCursor if self.boxes else shape.ArrowCursor)


def _part(rect: QRectF, box: Box) -> QRectF:
    """A part of the picture, given in shares, in the widget's pixels."""
    left, top, right, bottom = box
    return QRectF(
        rect.left() + left * rect.width(),
        rect.top() + top * rect.height(),
        (right - left) * rect.width(),
        (bottom - top) * rect.height(),
    )
