"""The sweep: the best hit at each step from one part of the query to the other, to drag along."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.collection.sweep import Sweep, SweepStep
from explorer.ui.appearance import Appearance
from explorer.ui.spoken import spoken_name
from explorer.ui.theme import RADIUS
from explorer.ui.thumbnails import ThumbnailCache

STEPS: Final = 13
HEIGHT: Final = 68
NAMES: Final = 120
LEAST: Final = 0.01
"""The smaller weight at an end: at nought the part would not count, and the sweep would end."""


class SweepStrip(QWidget):
    """Squares from the first part to the second, and a handle where the weights are.

    Parameters
    ----------
    thumbnails
        Small pictures of the hits.
    appearance
        Colours and fonts.
    """

    weighed = Signal(float, float)
    """What the two parts shall weigh."""

    def __init__(
        self, thumbnails: ThumbnailCache, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._thumbnails, self._look = thumbnails, appearance
        self._sweep: Sweep | None = None
        self.alpha = 0.5
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        thumbnails.arrived.connect(lambda rows: self.update())
        thumbnails.cleared.connect(self._want)
        appearance.changed.connect(self.update)
        self._tell()

    def show_sweep(self, sweep: Sweep | None) -> None:
        """Show another one, or that it is on the way."""
        self._sweep = sweep if sweep is not None and sweep.steps else None
        self._want()
        self._tell()

    def show_weights(self, first: float, second: float) -> None:
        """Put the handle where these weights are."""
        self.alpha = alpha_of(self._steps, first, second)
        self._tell()

    def go_to(self, alpha: float) -> None:
        """Move the handle and ask for the weights there."""
        steps = self._steps
        if not steps:
            return
        self.alpha = min(max(round(alpha, 3), 0.0), 1.0)
        self._tell()
        self.weighed.emit(*weights_at(steps, self.alpha))

    @property
    def _steps(self) -> tuple[SweepStep, ...]:
        return () if self._sweep is None else self._sweep.steps

    def step_here(self) -> SweepStep | None:
        """The step nearest to the handle."""
        steps = self._steps
        return min(steps, key=lambda step: abs(step.alpha - self.alpha)) if steps else None

    def _want(self) -> None:
        self._thumbnails.want(self, dict.fromkeys(step.hit.row for step in self._steps))
        self.update()

    def _tell(self) -> None:
        here = self.step_here()
        if here is None or self._sweep is None:
            self.setAccessibleName(self.tr("Sweep between the two parts"))
            self.setToolTip("")
        else:
            first, second = (spoken_name(one) for one in self._sweep.terms)
            words = self.tr("{share} % of the way from {first} to {second}: {hit}").format(
                share=round(100 * self.alpha), first=first, second=second, hit=here.hit.title
            )
            self.setAccessibleName(words)
            self.setToolTip(words + "\n" + self.tr("Drag, or press Left and Right."))
        self.update()

    # -- places

    def _track(self) -> QRectF:
        names = min(NAMES, self.width() // 5)
        return QRectF(names, 2, max(self.width() - 2 * names, 40), HEIGHT - 12)

    def _alpha_at(self, x: float) -> float:
        track = self._track()
        side = track.width() / STEPS
        share = (x - track.left() - side / 2) / max(track.width() - side, 1)
        share = min(max(share, 0.0), 1.0)
        return 1 - share if self.isRightToLeft() else share

    def _x_of(self, alpha: float) -> float:
        track = self._track()
        side = track.width() / STEPS
        share = 1 - alpha if self.isRightToLeft() else alpha
        return track.left() + side / 2 + share * (track.width() - side)

    # -- events

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.go_to(self._alpha_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.go_to(self._alpha_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = 1 / (STEPS - 1)
        ahead = -step if self.isRightToLeft() else step
        moves = {
            Qt.Key.Key_Right: self.alpha + ahead,
            Qt.Key.Key_Left: self.alpha - ahead,
            Qt.Key.Key_Home: 0.0,
            Qt.Key.Key_End: 1.0,
        }
        if event.key() in moves:
            self.go_to(moves[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, track = self._look.theme, self._track()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        steps = self._steps
        side = track.width() / STEPS
        here = self.step_here()
        for number in range(STEPS):
            step = steps[number] if number < len(steps) else None
            middle = self._x_of(number / (STEPS - 1))
            box = QRectF(middle - side / 2 + 1, track.top(), side - 2, track.height())
            self._draw_step(painter, box, step, chosen=step is not None and step is here)
        self._draw_names(painter, track)
        if steps:
            x = self._x_of(self.alpha)
            painter.setPen(QPen(theme.colour("line"), 2))
            y = HEIGHT - 5.0
            painter.drawLine(int(self._x_of(0)), int(y), int(self._x_of(1)), int(y))
            painter.setPen(QPen(theme.colour("text" if self.hasFocus() else "accent"), 2))
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(QRectF(x - 5, y - 5, 9, 9))
        painter.end()

    def _draw_step(
        self, painter: QPainter, box: QRectF, step: SweepStep | None, *, chosen: bool
    ) -> None:
        theme = self._look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(box, RADIUS - 2, RADIUS - 2)
        small = None if step is None else self._thumbnails.get(step.hit.row)
        if small is not None and small.image is not None:
            inside = box.adjusted(2, 2, -2, -2)
            size = small.image.size().scaled(
                inside.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
            )
            corner = inside.center()
            target = QRectF(
                corner.x() - size.width() / 2,
                corner.y() - size.height() / 2,
                size.width(),
                size.height(),
            )
            image = small.image.scaled(
                size * self.devicePixelRatioF(),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawImage(target, image)
        elif small is not None and step is not None:
            painter.setPen(theme.colour("text"))
            painter.setFont(self._look.font(0))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(box.adjusted(3, 2, -3, -2), flags, step.hit.title)
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(box, RADIUS - 2, RADIUS - 2)

    def _draw_names(self, painter: QPainter, track: QRectF) -> None:
        if self._sweep is None:
            return
        painter.setPen(self._look.theme.colour("quiet"))
        font = self._look.font(0)
        painter.setFont(font)
        metrics, room = QFontMetrics(font), track.left() - 8
        first, second = (spoken_name(one) for one in self._sweep.terms)
        if self.isRightToLeft():
            first, second = second, first
        centre, middle = int(Qt.AlignmentFlag.AlignVCenter), Qt.TextElideMode.ElideMiddle
        right = int(Qt.AlignmentFlag.AlignRight) | centre
        left = QRectF(0, track.top(), room, track.height())
        painter.drawText(left, right, metrics.elidedText(first, middle, int(room)))
        beyond = QRectF(track.right() + 8, track.top(), room, track.height())
        painter.drawText(beyond, centre, metrics.elidedText(second, middle, int(room)))


def alpha_of(steps: tuple[SweepStep, ...], first: float, second: float) -> float:
    """Where on the way these weights are: shares of the second weight, told from the steps."""
    first, second = (0.0 if abs(one) <= LEAST else abs(one) for one in (first, second))
    total = first + second
    if not steps or not total:
        return 0.5
    shares = [abs(b) / (abs(a) + abs(b)) for a, b in (step.weights for step in steps)]
    alphas = [step.alpha for step in steps]
    return float(np.interp(second / total, shares, alphas))


def weights_at(steps: tuple[SweepStep, ...], alpha: float) -> tuple[float, float]:
    """The two weights at a place between steps; neither is quite nought."""
    alphas = [step.alpha for step in steps]
    found = []
    for part in (0, 1):
        values = [step.weights[part] for step in steps]
        sign = -1.0 if min(values) < 0 else 1.0
        size = float(np.interp(alpha, alphas, [abs(value) for value in values]))
        found.append(sign * max(round(size, 2), LEAST))
    return found[0], found[1]
