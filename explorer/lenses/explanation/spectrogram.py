"""A sound as a picture of time and frequency, and the same sound with parts of it made quiet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.core.errors import QueryError
from explorer.core.media import Pixels, Sound
from explorer.core.tokens import GridLayout
from explorer.lenses.explanation.masking import cell_at

WINDOW_SECONDS = 0.046
QUIET = 10 ** (-40 / 20)
"""What is covered keeps a hundredth of its amplitude: digital silence is new to any encoder."""

RANGE_DECIBELS = 70
ROWS, MOST_COLUMNS = 192, 768
LOWEST, HIGHEST = 40.0, 14_000.0
MOST_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class SoundFrame:
    """What the picture of a sound shows.

    ``seconds`` from its left to its right edge; ``low`` and ``high`` in Hz at its lower and upper
    edge, in between even on the mel scale.
    """

    seconds: float
    low: float
    high: float

    def seconds_at(self, x: float, width: int) -> float:
        """Time at a pixel column of a picture so wide."""
        return x / width * self.seconds

    def hertz_at(self, y: float, height: int) -> float:
        """Frequency at a pixel row of a picture so high."""
        low, high = mel(self.low), mel(self.high)
        return float(hertz(high + (low - high) * y / height))

    def to_dict(self) -> dict[str, object]:
        """JSON data."""
        return {
            "seconds": round(self.seconds, 3),
            "low_hz": round(self.low, 1),
            "high_hz": round(self.high, 1),
        }


class Spectrogram:
    """A sound's short-time spectrum.

    Parameters
    ----------
    sound
        Of it the first two minutes count.

    Raises
    ------
    QueryError
        If it is empty.
    """

    def __init__(self, sound: Sound) -> None:
        samples = np.asarray(sound.samples[: round(MOST_SECONDS * sound.rate)], np.float32)
        if not len(samples):
            raise QueryError("The sound is empty: there is nothing to explain.")
        self.sound = Sound(samples, sound.rate)
        size = 2 ** round(np.log2(WINDOW_SECONDS * sound.rate))
        self._window = np.sin(np.pi * (np.arange(size) + 0.5) / size).astype(np.float32) ** 2
        self._hop = size // 4
        # So many zeros around it that every sample lies in four windows.
        after = size + -len(samples) % self._hop
        padded = np.pad(samples, (size, after))
        frames = np.lib.stride_tricks.sliding_window_view(padded, size)[:: self._hop]
        self._spectrum = np.fft.rfft(frames * self._window).T  # (frequencies, times)
        self._times = (np.arange(len(frames)) * self._hop - size / 2) / sound.rate
        self._frequencies = np.fft.rfftfreq(size, 1 / sound.rate)
        high = min(HIGHEST, sound.rate / 2)
        self.frame = SoundFrame(len(samples) / sound.rate, min(LOWEST, high / 2), high)

    @cached_property
    def picture(self) -> Pixels:
        """Grey, loud is light, high is up: uint8 RGB (rows, columns, 3)."""
        columns = int(np.clip(round(self.frame.seconds * 96), 256, MOST_COLUMNS))
        edges = self._row_edges(ROWS)
        power = np.abs(self._spectrum) ** 2
        times = np.clip(self._times, 0, self.frame.seconds - 1e-9)
        column = (times / self.frame.seconds * columns).astype(int)
        loud = _pooled(power, edges)
        image = np.zeros((ROWS, columns))
        np.maximum.at(image.T, column, loud.T)
        known = np.bincount(column, minlength=columns) > 0
        image = image[:, np.maximum.accumulate(np.where(known, np.arange(columns), 0))]
        decibels = 10 * np.log10(image + 1e-12)
        share = (decibels - decibels.max() + RANGE_DECIBELS) / RANGE_DECIBELS
        grey = (share.clip(0, 1) * 235).astype(np.uint8)[::-1]
        return np.repeat(grey[..., np.newaxis], 3, axis=2)

    def covered(self, hidden: NDArray[np.bool_], layout: GridLayout) -> Sound:
        """The sound with some cells quiet.

        Parameters
        ----------
        hidden
            Shape (rows * cols,) or (rows, cols).
        """
        flags = np.append(hidden.ravel(), False)  # what lies in no cell stays
        return self._heard(np.where(flags[self._cells(layout)], np.float32(QUIET), np.float32(1)))

    def shown(self, mask: NDArray[np.floating]) -> Sound:
        """The sound with every part as loud as a mask (rows, columns) of its picture says."""
        x, y = self._places()
        rows = (y * mask.shape[0]).astype(int).clip(0, mask.shape[0] - 1)
        columns = (x * mask.shape[1]).astype(int).clip(0, mask.shape[1] - 1)
        decibels = (1 - mask)[np.ix_(rows, columns)].astype(np.float32) * np.float32(np.log(QUIET))
        return self._heard(np.exp(decibels))

    def _heard(self, gain: NDArray[np.float32]) -> Sound:
        """The sound with every point of its spectrum (frequencies, times) so loud."""
        size = len(self._window)
        frames = np.fft.irfft((self._spectrum * gain).T, size) * self._window
        # Four frames overlap at each hop: a row of the sum for each of their quarters.
        quarters = frames.reshape(len(frames), 4, self._hop)
        summed = np.zeros((len(frames) + 3, self._hop))
        for quarter in range(4):
            summed[quarter : quarter + len(frames)] += quarters[:, quarter]
        weight = np.square(self._window).reshape(4, self._hop).sum(axis=0)
        samples = (summed / weight).ravel()[size : size + len(self.sound.samples)]
        return Sound(np.asarray(samples, np.float32), self.sound.rate)

    def _cells(self, layout: GridLayout) -> NDArray[np.intp]:
        """Number of the cell that each point of the spectrum lies in, -1 for none."""
        x, y = self._places()
        return cell_at(x, y, layout)

    def _places(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Where times and frequencies of the spectrum lie in the picture, as shares of it."""
        frame: Any = self.frame
        times = np.clip(self._times / frame.seconds, 0, 1 - 1e-9)
        low, high = mel(frame.low), mel(frame.high)
        heights = (high - mel(self._frequencies)) / (high - low)
        return times, heights.clip(0, 1 - 1e-9)

    def _row_edges(self, rows: int) -> NDArray[np.intp]:
        corners = hertz(np.linspace(mel(self.frame.low), mel(self.frame.high), rows + 1))
        return np.asarray(np.searchsorted(self._frequencies, corners), np.intp)


def _pooled(power: NDArray[np.float64], edges: NDArray[np.intp]) -> NDArray[np.float64]:
    """Loudest of each row's frequencies; a row between two of them has the nearest: low first."""
    last = len(power) - 1
    rows = [
        power[min(start, last) : max(end, min(start, last) + 1)].max(axis=0)
        for start, end in pairwise(edges.tolist())
    ]
    return np.stack(rows)


def mel(frequency: Any) -> Any:
    """Hertz to mel (O'Shaughnessy 1987, "Speech Communication")."""
    return 2595.0 * np.log10(1.0 + np.asarray(frequency) / 700.0)


def hertz(pitch: Any) -> Any:
    """Mel to hertz."""
    return 700.0 * (10.0 ** (np.asarray(pitch) / 2595.0) - 1.0)
