"""Plays a sound through the system's audio device, where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, Signal

from explorer.core.media import Sound

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudio, QAudioSink

TICK_MS = 40
BYTES = 2
"""A sample, as it goes to the device."""


class SoundPlayer(QObject):
    """Plays, pauses and seeks one sound.

    QtMultimedia is imported when something is first played: it takes a while and looks for
    devices.
    """

    moved = Signal()
    """The position or the state is another."""
    failed = Signal(str)
    """It cannot be played: a sentence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sound: Sound | None = None
        self._sink: QAudioSink | None = None
        self._buffer: QBuffer | None = None
        self._from = 0.0
        self.playing = False
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._look)

    @property
    def seconds(self) -> float:
        """How long the sound is."""
        return len(self._sound.samples) / self._sound.rate if self._sound else 0.0

    @property
    def position(self) -> float:
        """Where it is, in seconds."""
        if self._sink is None:
            return self._from
        return min(self._from + self._sink.processedUSecs() / 1e6, self.seconds)

    def take(self, sound: Sound | None) -> None:
        """Make this the sound; what was playing stops."""
        self.stop()
        self._sound = sound

    def toggle(self) -> None:
        """Play or pause; from the beginning once it has ended."""
        if self.playing:
            self._from = self.position
            self._end()
        else:
            self.play(0.0 if self.position >= self.seconds - 0.01 else self.position)

    def play(self, start: float) -> None:
        """Play from a second on; `failed` tells where there is no device."""
        if self._sound is None:
            return
        self._end()
        self._from = min(max(start, 0.0), self.seconds)
        sink = self._open(self._sound.rate)
        if sink is None:
            self.failed.emit(self.tr("There is no audio device to play on; connect one."))
            return
        samples = self._sound.samples[int(self._from * self._sound.rate) :]
        data = (np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = sink
        sink.stateChanged.connect(self._state_changed)
        self.playing = True
        sink.start(self._buffer)
        self._tick.start()
        self.moved.emit()

    def seek(self, second: float) -> None:
        """Go to a second, playing or not."""
        if self.playing:
            self.play(second)
        else:
            self._from = min(max(second, 0.0), self.seconds)
            self.moved.emit()

    def stop(self) -> None:
        """Stop, and go back to the beginning."""
        self._end()
        self._from = 0.0

    def _open(self, rate: int) -> QAudioSink | None:
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            return None
        wanted = QAudioFormat()
        wanted.setSampleRate(rate)
        wanted.setChannelCount(1)
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        return QAudioSink(device, wanted, self)

    def _state_changed(self, state: QAudio.State) -> None:
        from PySide6.QtMultimedia import QAudio

        if state == QAudio.State.IdleState:  # all was played
            self._end()
            self._from = self.seconds
            self.moved.emit()
        elif state == QAudio.State.StoppedState and self._sink is not None:
            self._end()
            self.failed.emit(self.tr("The audio device stopped; try again."))

    def _end(self) -> None:
        self._tick.stop()
        self.playing = False
        sink, self._sink = self._sink, None
        if sink is not None:
            sink.stop()
            sink.deleteLater()
        if self._buffer is not None:
            self._buffer.deleteLater()
            self._buffer = None
        self.moved.emit()

    def _look(self) -> None:
        self.moved.emit()
