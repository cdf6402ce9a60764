"""The scale of a colouring by amounts, with its numbers, and a range on it that filters."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

WIDTH, BAR = 180, 10
STEPS = 1000


class ScaleLegend(QFrame):
    """Title, colours from low to high, numbers at the ends and in the middle, and two handles.

    Signals
    -------
    range_chosen : low, high
        Shares of the scale, 0 to 1, that the handles stand at; what lies outside is to be greyed.
    """

    range_chosen = Signal(float, float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mapPanel")
        self.setAccessibleName(self.tr("Scale"))
        self.title = QLabel(self)
        self.bar = _Bar(self)
        self._slider: Any = None
        self.low, self.middle, self.high = (QLabel(self) for _ in range(3))
        for label in (self.low, self.middle, self.high):
            label.setObjectName("quiet")
        self._words = QLabel(self)
        self._words.setObjectName("quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        numbers = QHBoxLayout()
        numbers.addWidget(self.low)
        numbers.addStretch()
        numbers.addWidget(self.middle)
        numbers.addStretch()
        numbers.addWidget(self.high)
        for part in (self.title, self.bar):
            column.addWidget(part)
        self._column = column
        column.addLayout(numbers)
        column.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def slider(self) -> Any:
        """The two handles, made when a scale is first shown: importing superqt takes a while."""
        if self._slider is None:
            from superqt import QDoubleRangeSlider

            slider: Any = QDoubleRangeSlider(Qt.Orientation.Horizontal, self)  # type: ignore[no-untyped-call]
            slider.setRange(0.0, 1.0)
            slider.setSingleStep(0.01)
            slider.setValue((0.0, 1.0))
            slider.setFixedHeight(16)
            slider.setAccessibleName(self.tr("Range that stays lit"))
            slider.setToolTip(self.tr("Drag the ends: what lies outside is greyed."))
            slider.valueChanged.connect(lambda value: self.range_chosen.emit(*value))
            self._column.insertWidget(self._column.indexOf(self.bar) + 1, slider)
            self._slider = slider
        return self._slider

    def show_scale(
        self,
        title: str,
        colours: tuple[str, ...],
        numbers: tuple[str, str, str],
        words: str = "",
    ) -> None:
        """Show a scale: its colours from low to high, and what stands below."""
        self.title.setText(title)
        self.bar.set_colours(colours)
        for label, text in zip((self.low, self.middle, self.high), numbers, strict=True):
            label.setText(text)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.setAccessibleDescription(f"{title}: {numbers[0]} – {numbers[2]}")
        self.slider.show()
        self.setFixedWidth(WIDTH + 20)
        self.show()
        self.adjustSize()

    def reset_range(self) -> None:
        """Let everything be lit; no signal is sent."""
        if self._slider is not None:
            self._slider.blockSignals(True)
            self._slider.setValue((0.0, 1.0))
            self._slider.blockSignals(False)


class _Bar(QWidget):
    """The colours side by side."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours: tuple[str, ...] = ("#000000", "#ffffff")
        self.setFixedHeight(BAR)

    def set_colours(self, colours: tuple[str, ...]) -> None:
        self._colours = colours
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gradient = QLinearGradient(QPointF(0, 0), QPointF(self.width(), 0))
        for place, colour in enumerate(self._colours):
            gradient.setColorAt(place / max(len(self._colours) - 1, 1), QColor(colour))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.end()
