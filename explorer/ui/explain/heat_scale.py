"""The colour scale with its numbers, and the value under the pointer on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.ui.appearance import Appearance
from explorer.ui.explain.heat_paint import ramp_image
from explorer.ui.explain.words_told import value_words

BAR, TICK = 8, 5
HEIGHT = 34


class HeatScale(QWidget):
    """One range for all words of a picture.

    Parameters
    ----------
    appearance
        Colours and fonts.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = appearance
        self.top, self.threshold = 0.0, 0.0
        self.value: float | None = None
        self.where = ""
        self._doubtful = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("One colour range for all words of the picture."))
        appearance.changed.connect(self.update)

    def show_range(self, top: float, threshold: float, *, doubtful: bool = False) -> None:
        """Show a range from nought to `top`; without colour for a map that is not believed."""
        self.top, self.threshold, self._doubtful = top, threshold, doubtful
        self.setAccessibleName(
            self.tr("Colour scale from 0 to {}").format(value_words(top)) if top > 0 else ""
        )
        self.update()

    def show_value(self, value: float | None, where: str = "") -> None:
        """Mark the value under the pointer, and say where that is if it can be said."""
        self.value, self.where = value, where
        self.setAccessibleDescription(self.words)
        self.update()

    @property
    def words(self) -> str:
        """The value under the pointer, and where that is."""
        return "" if self.value is None else f"{value_words(self.value)} {self.where}".strip()

    def sizeHint(self) -> QSize:
        return QSize(220, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self.top <= 0:
            return
        theme, painter = self._look.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(1, TICK + 1, self.width() - 2, BAR)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
        painter.drawImage(bar, ramp_image(theme, grey=self._doubtful))
        if self.threshold > 0:
            hidden = QRectF(bar.left(), bar.top(), bar.width() * self.threshold, bar.height())
            painter.fillRect(hidden, theme.colour("panel"))
            painter.drawLine(hidden.topRight(), hidden.bottomRight())
        self._draw_numbers(painter, bar)
        if self.value is not None:
            self._draw_tick(painter, bar)
        painter.end()

    def _draw_numbers(self, painter: QPainter, bar: QRectF) -> None:
        theme = self._look.theme
        painter.setFont(self._look.font(0))
        painter.setPen(theme.colour("quiet"))
        below = QRectF(bar.left(), bar.bottom() + 3, bar.width(), HEIGHT - bar.bottom() - 3)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), "0")
        painter.drawText(below, int(Qt.AlignmentFlag.AlignRight), value_words(self.top))
        if self.value is not None:
            painter.setPen(theme.colour("text"))
            painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter), self.words)

    def _draw_tick(self, painter: QPainter, bar: QRectF) -> None:
        assert self.value is not None
        share = min(max(self.value / self.top, 0.0), 1.0)
        x = bar.left() + share * bar.width()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.colour("text"))
        tip = QPointF(x, bar.top() + 1)
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-4, -TICK), tip + QPointF(4, -TICK)]))
