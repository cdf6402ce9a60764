"""How a sound is brought to what the sound tower hears; runs in worker processes, numpy alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from explorer.core.media import Sound
from explorer.encoders.families.sound_preparation import mel_filters, resampled

RATE = 16_000
HOP = 160
WINDOW = 400
TRANSFORM = 512
BANDS = 64
LOW, HIGH = 60.0, 7600.0
FLOOR = 80.0
"""Decibels below the loudest frame that are still told apart."""

QUIETEST = -50.0
"""What is as quiet as this, in decibels, counts as no louder: silence stays silence."""

Mel = NDArray[np.float32]


class Heard(NamedTuple):
    """A prepared sound.

    ``mel`` float32 (frames, 64): decibels below the loudest frame, from -80; 100 frames a second.
    ``seconds`` is how long the sound is.
    """

    mel: Mel
    seconds: float


@dataclass(frozen=True, slots=True)
class MelFrames:
    """Log-mel spectrogram of a whole sound, as loud as its loudest frame.

    Parameters
    ----------
    longest
        Seconds that are heard of a sound; the rest of a longer one is not.
    """

    longest: float = 600.0

    def __call__(self, content: Sound) -> Heard:
        """A sound of any rate to 100 frames a second of 64 bands."""
        seconds = len(content.samples) / content.rate
        most = int(self.longest * content.rate)
        samples = resampled(Sound(content.samples[:most], content.rate), RATE)
        return Heard(level(mel_power(samples)), seconds)


def mel_power(samples: NDArray[np.float32]) -> Mel:
    """Samples at 16 kHz to the power of 64 bands: float32 (frames, 64), at least one frame."""
    wanted = max(1, len(samples) // HOP)
    padded = np.zeros(wanted * HOP + TRANSFORM, np.float32)
    start = (TRANSFORM - HOP) // 2
    kept = samples[: len(padded) - start]
    padded[start : start + len(kept)] = kept
    frames = np.lib.stride_tricks.sliding_window_view(padded, TRANSFORM)[::HOP][:wanted]
    filters = mel_filters(TRANSFORM // 2 + 1, BANDS, LOW, HIGH, RATE, True).astype(np.float32)
    power = np.empty((wanted, BANDS), np.float32)
    for first in range(0, wanted, 3000):  # half a minute at once
        part = np.fft.rfft(frames[first : first + 3000] * _window())
        power[first : first + 3000] = (part.real**2 + part.imag**2).astype(np.float32) @ filters
    return power


def level(power: Mel) -> Mel:
    """Power (frames, 64) to decibels below the loudest frame, from -80."""
    loudest = 10 * np.log10(max(float(power.mean(axis=1).max()), 1e-10))
    decibels = 10 * np.log10(np.maximum(power, 1e-10)) - max(loudest, QUIETEST)
    return np.asarray(np.maximum(decibels, -FLOOR), np.float32)


def _window() -> NDArray[np.float32]:
    window = np.zeros(TRANSFORM, np.float32)
    start = (TRANSFORM - WINDOW) // 2
    window[start : start + WINDOW] = np.hanning(WINDOW)
    return window
