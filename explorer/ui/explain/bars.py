"""Names with bars and numbers, the longest bar for the highest value."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.ui.appearance import Appearance
from explorer.ui.explain.words_told import value_words

LINE, NUMBER = 20, 48


class Bars(QWidget):
    """One line for each.

    Parameters
    ----------
    name
        For screen readers: what the bars are of.
    """

    def __init__(self, name: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name = appearance, name
        self._bars: tuple[tuple[str, float], ...] = ()
        self._first = ""
        self._told: Callable[[float], str] = value_words
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    @property
    def shown(self) -> tuple[str, ...]:
        """The names, in order."""
        return tuple(name for name, _ in self._bars)

    def show_bars(
        self,
        bars: Sequence[tuple[str, float]],
        strong: str = "",
        told: Callable[[float], str] = value_words,
    ) -> None:
        """Show these; the bar of one may stand out.

        Parameters
        ----------
        told
            A value in words.
        """
        self._bars, self._first, self._told = tuple(bars), strong, told
        words = ", ".join(f"{name} {told(value)}" for name, value in bars)
        self.setAccessibleName(f"{self._name}: {words}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, max(len(self._bars), 1) * LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, painter = self._look.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font(0))
        metrics = QFontMetrics(self._look.font(0))
        names = max((metrics.horizontalAdvance(name) for name, _ in self._bars), default=0) + 12
        names = min(names, self.width() // 2)
        top = max((value for _, value in self._bars), default=0.0) or 1.0
        centre = int(Qt.AlignmentFlag.AlignVCenter)
        for number, (name, value) in enumerate(self._bars):
            line = QRectF(0, number * LINE, self.width(), LINE)
            painter.setPen(theme.colour("text"))
            cut = metrics.elidedText(name, Qt.TextElideMode.ElideRight, names - 8)
            painter.drawText(line, centre, cut)
            painter.setPen(theme.colour("quiet"))
            painter.drawText(line, centre | int(Qt.AlignmentFlag.AlignRight), self._told(value))
            room = self.width() - names - NUMBER
            length = max(min(value / top, 1.0) * room, 1.0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent" if name == self._first else "words"))
            painter.drawRoundedRect(QRectF(names, line.center().y() - 3, length, 6), 2, 2)
        painter.end()
