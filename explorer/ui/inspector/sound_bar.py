"""Play button, the wave of a sound with the place where it is, and its time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from explorer.core.media import Sound
from explorer.ui.appearance import Appearance
from explorer.ui.inspector.sound_player import SoundPlayer
from explorer.ui.item_words import clock

BARS = 240


class WaveStrip(QWidget):
    """The loudness of a sound over time; what was played is in the colour of sound."""

    sought = Signal(float)
    """The person pointed at this share of it, 0 to 1."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = appearance
        self._peaks: NDArray[np.float32] = np.zeros(1, np.float32)
        self.share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        appearance.changed.connect(self.update)

    def show_sound(self, sound: Sound) -> None:
        """Draw this sound."""
        samples = np.abs(sound.samples) if len(sound.samples) else np.zeros(1, np.float32)
        edges = np.linspace(0, len(samples), min(BARS, len(samples)) + 1).astype(int)[:-1]
        peaks = np.maximum.reduceat(samples, edges).astype(np.float32)
        self._peaks = peaks / np.float32(max(float(peaks.max()), 1e-6))
        self.share = 0.0
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = self._look.theme
        count = min(len(self._peaks), max(self.width() // 3, 1))
        edges = np.linspace(0, len(self._peaks), count + 1).astype(int)[:-1]
        step = self.width() / count
        for place, peak in enumerate(np.maximum.reduceat(self._peaks, edges).tolist()):
            height = max(peak * (self.height() - 4), 2.0)
            played = (place + 0.5) / count <= self.share
            painter.setBrush(theme.colour("sound" if played else "quiet", 1.0 if played else 0.5))
            bar = QRectF(place * step, (self.height() - height) / 2, max(step - 1, 1), height)
            painter.drawRoundedRect(bar, 1, 1)
        if 0 < self.share < 1:
            painter.setBrush(theme.colour("text"))
            painter.drawRect(QRectF(self.share * self.width() - 0.5, 0, 1, self.height()))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(event)

    def _seek(self, event: QMouseEvent) -> None:
        self.sought.emit(min(max(event.position().x() / max(self.width(), 1), 0.0), 1.0))


class SoundBar(QWidget):
    """Plays one sound.

    Parameters
    ----------
    appearance
        Colours and icons.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = appearance
        self.player = SoundPlayer(self)
        self._offset = 0.0
        self.button = QToolButton(self)
        self.button.setIconSize(QSize(20, 20))
        self.wave = WaveStrip(appearance, self)
        self.time = QLabel(self)
        self.time.setProperty("type", "small")
        self.time.setProperty("tone", "quiet")
        self.problem = QLabel(self)
        self.problem.setProperty("tone", "quiet")
        self.problem.setWordWrap(True)
        self.problem.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.button)
        line.addWidget(self.wave, 1)
        line.addWidget(self.time)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.problem)
        self.button.clicked.connect(self.player.toggle)
        self.wave.sought.connect(lambda share: self.player.seek(share * self.player.seconds))
        self.player.moved.connect(self._draw)
        self.player.failed.connect(self._say)
        appearance.changed.connect(self._draw)

    def show_sound(self, sound: Sound, offset: float = 0.0) -> None:
        """Make this the sound; its first sample is `offset` seconds into the recording."""
        self._offset = offset
        self.problem.hide()
        self.player.take(sound)
        self.wave.show_sound(sound)
        self._draw()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is not seen is not heard."""
        self.player.stop()
        super().hideEvent(event)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        self._draw()

    def _draw(self) -> None:
        playing, seconds = self.player.playing, self.player.seconds
        self.button.setIcon(self._look.icon("pause" if playing else "play"))
        words = self.tr("Pause") if playing else self.tr("Play")
        self.button.setToolTip(words)
        self.button.setAccessibleName(words)
        at = self.player.position
        self.wave.share = at / seconds if seconds else 0.0
        self.wave.update()
        self.time.setText(f"{clock(self._offset + at)} / {clock(self._offset + round(seconds))}")
