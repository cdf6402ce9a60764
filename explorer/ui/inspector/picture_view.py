"""A picture that is looked at closely: the wheel zooms at the pointer, dragging moves it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.ui.appearance import Appearance

MOST: Final = 16.0
"""Largest zoom: screen pixels for one pixel of the picture."""
STEP: Final = 1.2
LEAST_REGION: Final = 6.0
"""Smallest side of a region that is drawn, px; less is a slip of the hand."""


class PictureView(QWidget):
    """Shows a picture whole; closer when the person wants.

    Parameters
    ----------
    appearance
        Colours.
    """

    pressed = Signal()
    """A click that was no drag."""
    region_drawn = Signal(QRectF)
    """A part was drawn (Shift and drag), in shares of width and height."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = appearance
        self._image: QImage | None = None
        self._box: QRectF | None = None
        self._natural = QSizeF()
        self._zoom = 0.0
        self._centre = QPointF(0.5, 0.5)
        self._grip: QPointF | None = None
        self._sketch_from: QPointF | None = None
        self._sketched = QRectF()
        self.draws_regions = False
        self._dragged = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(80, 60)
        appearance.changed.connect(self.update)

    # -- what is shown

    @property
    def image(self) -> QImage | None:
        """The picture shown."""
        return self._image

    @property
    def zoom(self) -> float:
        """Logical pixels for one of the picture's; as it fits where the person has not zoomed."""
        return self._zoom or self._fitting

    @property
    def fitted(self) -> bool:
        """Whether the whole picture is shown."""
        return self._zoom == 0.0

    def show_image(
        self, image: QImage | None, box: QRectF | None = None, *, same: bool = False
    ) -> None:
        """Show a picture.

        Parameters
        ----------
        box
            A part to frame, in shares of width and height.
        same
            It is the picture shown before with other pixels: zoom and place are kept.
        """
        self._image, self._box = image, box
        if not same or self._natural.isEmpty():
            self._zoom, self._centre = 0.0, QPointF(0.5, 0.5)
        elif image is not None and self._zoom:
            self._zoom *= self._natural.width() / image.width()
        self._natural = QSizeF() if image is None else QSizeF(image.size())
        self._set_cursor()
        self.update()

    def fit(self) -> None:
        """Show the whole picture."""
        self._zoom, self._centre = 0.0, QPointF(0.5, 0.5)
        self._set_cursor()
        self.update()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Go closer or away; what is under `at` stays there."""
        if self._image is None:
            return
        at = QPointF(self.rect().center()) if at is None else at
        before = self._share_at(at)
        zoom = min(max(self.zoom * factor, self._fitting), max(MOST, self._fitting))
        self._zoom = 0.0 if zoom <= self._fitting * 1.001 else zoom
        shift = self._share_at(at) - before
        self._move_centre(self._centre - shift)
        self._set_cursor()
        self.update()

    def picture_rect(self) -> QRectF:
        """Where the whole picture lies, in this widget's pixels."""
        size = self._natural * self.zoom
        middle = QPointF(self.width() / 2, self.height() / 2)
        off = QPointF(self._centre.x() * size.width(), self._centre.y() * size.height())
        return QRectF(middle - off, size)

    # -- where

    @property
    def _fitting(self) -> float:
        """The zoom at which it is whole; small pictures grow to twice their size at most."""
        if self._natural.isEmpty():
            return 1.0
        across = self.width() / self._natural.width()
        down = self.height() / self._natural.height()
        return min(across, down, 2.0)

    def _share_at(self, point: QPointF) -> QPointF:
        rect = self.picture_rect()
        return QPointF(
            (point.x() - rect.left()) / max(rect.width(), 1e-6),
            (point.y() - rect.top()) / max(rect.height(), 1e-6),
        )

    def _within(self, point: QPointF) -> QPointF:
        """The place of a point in the picture, in shares; never beyond its edge."""
        share = self._share_at(point)
        return QPointF(min(max(share.x(), 0.0), 1.0), min(max(share.y(), 0.0), 1.0))

    @staticmethod
    def _placed(part: QRectF, rect: QRectF) -> QRectF:
        """A part in shares, in this widget's pixels."""
        return QRectF(
            rect.left() + part.left() * rect.width(),
            rect.top() + part.top() * rect.height(),
            part.width() * rect.width(),
            part.height() * rect.height(),
        )

    def _move_centre(self, centre: QPointF) -> None:
        """Move, but never beyond the picture's edge."""
        size = self._natural * self.zoom
        shares = []
        for wanted, whole, room in (
            (centre.x(), size.width(), self.width()),
            (centre.y(), size.height(), self.height()),
        ):
            half = room / 2 / max(whole, 1e-6)
            shares.append(0.5 if half >= 0.5 else min(max(wanted, half), 1 - half))
        self._centre = QPointF(*shares)

    def _set_cursor(self) -> None:
        shape = Qt.CursorShape
        self.setCursor(shape.ArrowCursor if self.fitted else shape.OpenHandCursor)

    # -- events

    def sizeHint(self) -> QSize:
        return QSize(280, 220)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._image is None:
            return
        painter = QPainter(self)
        rect = self.picture_rect()
        # Enlarged far, the pixels themselves are what one wants to see.
        smooth = self.zoom * self.devicePixelRatioF() < 4
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(rect, self._sharp(rect) if smooth else self._image)
        if self._box is not None:
            frame = self._placed(self._box, rect)
            painter.setPen(QPen(self._look.theme.colour("accent"), 2))
            painter.drawRect(frame)
        if not self._sketched.isEmpty():
            painter.setPen(QPen(self._look.theme.colour("accent"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(self._look.theme.colour("accent", 0.15))
            painter.drawRect(self._placed(self._sketched, rect))
        painter.end()

    def _sharp(self, rect: QRectF) -> QImage:
        """The picture at the size it is drawn at, where that is much smaller than it is.

        Drawing takes only neighbouring pixels into account, so far smaller it would glitter.
        """
        assert self._image is not None
        ratio = self.devicePixelRatioF()
        size = (rect.size() * ratio).toSize().expandedTo(QSize(1, 1))
        if size.width() * 2 > self._image.width():
            return self._image
        return self._image.scaled(
            size,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._zoom and self._zoom <= self._fitting:
            self._zoom = 0.0
        self._move_centre(self._centre)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        if self._image is not None and notches:
            self.zoom_by(STEP**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        drawing = self.draws_regions and shift and self._image is not None
        if event.button() == Qt.MouseButton.LeftButton and drawing:
            self._sketch_from = self._within(event.position())
            self._sketched = QRectF(self._sketch_from, self._sketch_from)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._grip, self._dragged = event.position(), False
            if not self.fitted:
                self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._sketch_from is not None:
            self._sketched = QRectF(self._sketch_from, self._within(event.position())).normalized()
            self.update()
            return
        if self._grip is None:
            return
        moved = event.position() - self._grip
        if not self._dragged and moved.manhattanLength() < 4:
            return
        self._dragged = True
        self._grip = event.position()
        size = self._natural * self.zoom
        if not self.fitted:
            share = QPointF(moved.x() / size.width(), moved.y() / size.height())
            self._move_centre(self._centre - share)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._sketch_from is not None:
            drawn, self._sketched, self._sketch_from = self._sketched, QRectF(), None
            self.update()
            rect = self.picture_rect()
            if min(drawn.width() * rect.width(), drawn.height() * rect.height()) >= LEAST_REGION:
                self.region_drawn.emit(drawn)
            return
        if event.button() == Qt.MouseButton.LeftButton and self._grip is not None:
            self._grip = None
            self._set_cursor()
            if not self._dragged:
                self.pressed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.fitted:
            self.zoom_by(max(1.0 / self.zoom, 2.0), event.position())
        else:
            self.fit()
