"""How a sound is brought to what an encoder hears; runs in worker processes, numpy alone.

The spectrogram is that of CLAP's own feature extractor in `transformers` (Wu et al. 2022,
"Large-scale Contrastive Language-Audio Pretraining with Feature Fusion and Keyword-to-Caption
Augmentation"), with one difference: of a sound that is too long it hears chosen parts where the
original takes random ones, so that a sound has one vector.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import gcd
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from explorer.core.media import Sound

Samples = NDArray[np.float64]


class Heard(NamedTuple):
    """A prepared sound.

    ``features`` float32, ``longer`` whether the sound is longer than what is heard at once, and
    ``seconds``, ``start`` and ``end``: how long the sound is and which part is heard.
    """

    features: NDArray[np.float32]
    longer: bool
    seconds: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class LogMel:
    """Log-mel spectrogram of the first so many seconds, short sounds repeated.

    Parameters
    ----------
    rate
        Samples per second.
    seconds
        What is heard at once.
    window, hop
        Of the Fourier transform, in samples.
    mels, low, high
        Mel filters and their range in Hz.
    fused
        Hear a longer sound as a whole, shrunk, and three parts of it; else its middle alone.
    filling
        ``"repeatpad"``, ``"repeat"`` or ``"pad"``.
    """

    rate: int = 48_000
    seconds: float = 10.0
    window: int = 1024
    hop: int = 480
    mels: int = 64
    low: float = 0.0
    high: float = 14_000.0
    fused: bool = False
    filling: str = "repeatpad"

    def __call__(self, content: Sound) -> Heard:
        """A sound to its spectrogram: float32 (1 or 4, frames, mels)."""
        samples = resampled(content, self.rate).astype(np.float64)
        most = round(self.seconds * self.rate)
        seconds = len(samples) / self.rate
        if len(samples) <= most:
            mel = self._mel(self._filled(samples, most))
            return self._heard([mel] * (4 if self.fused else 1), False, seconds, 0.0, self.seconds)
        if self.fused:
            return self._parts(samples, most, seconds)
        start = (len(samples) - most) // 2
        mel = self._mel(samples[start : start + most])
        return self._heard([mel], True, seconds, start / self.rate, (start + most) / self.rate)

    def _heard(self, mels: list[Samples], longer: bool, *times: float) -> Heard:
        return Heard(np.stack(mels).astype(np.float32), longer, *times)

    def _filled(self, samples: Samples, most: int) -> Samples:
        if len(samples) == 0:
            return np.zeros(most)
        if self.filling == "repeat":
            samples = np.tile(samples, most // len(samples) + 1)[:most]
        elif self.filling == "repeatpad":
            samples = np.tile(samples, most // len(samples))
        return np.pad(samples, (0, most - len(samples)))

    def _parts(self, samples: Samples, most: int, seconds: float) -> Heard:
        mel = self._mel(samples)
        frames = most // self.hop + 1
        if len(mel) <= frames:
            return self._heard([mel] * 4, False, seconds, 0.0, self.seconds)
        thirds = np.array_split(np.arange(len(mel) - frames + 1), 3)
        starts = [int(third[len(third) // 2]) if len(third) else 0 for third in thirds]
        parts = [mel[start : start + frames] for start in starts]
        return self._heard([_shrunk(mel, frames), *parts], True, seconds, 0.0, seconds)

    def _mel(self, samples: Samples) -> Samples:
        half = self.window // 2
        padded = np.pad(samples, half, mode="reflect")
        frames = np.lib.stride_tricks.sliding_window_view(padded, self.window)[:: self.hop]
        angles = 2 * np.pi * np.arange(self.window) / self.window
        hann = 0.5 - 0.5 * np.cos(angles)
        filters = mel_filters(self.window // 2 + 1, self.mels, self.low, self.high, self.rate,
                              self.fused)  # fmt: skip
        power = np.abs(np.fft.rfft(frames * hann).astype(np.complex64), dtype=np.float64) ** 2
        energy = np.maximum(1e-10, power @ filters)
        return 10 * np.log10(energy)


@dataclass(frozen=True, slots=True)
class Waveform:
    """Samples filled up to whole steps by reflection: PE's own way.

    Parameters
    ----------
    rate
        Samples per second.
    hop
        Samples of one step.
    steps
        The most that is heard: the middle of what is longer.
    """

    rate: int = 48_000
    hop: int = 1920
    steps: int = 10_000

    def __call__(self, content: Sound) -> Heard:
        """A sound to float32 (samples,), a multiple of the step."""
        samples = resampled(content, self.rate)
        seconds = len(samples) / self.rate
        most = (self.steps - 1) * self.hop  # one place is that of the summary
        longer, start = len(samples) > most, max(0, (len(samples) - most) // 2)
        samples = samples[start : start + most]
        missing = -len(samples) % self.hop if len(samples) else self.hop
        if missing:
            how = "reflect" if len(samples) > 1 else "constant"
            samples = np.pad(samples, (0, missing), mode=how)  # type: ignore[call-overload]
        begins = start / self.rate
        ends = begins + len(samples) / self.rate
        return Heard(samples.astype(np.float32), longer, seconds, begins, ends)


def log_mel(settings: Mapping[str, Any]) -> LogMel:
    """The preparation that a CLAP checkpoint's settings ask for."""
    return LogMel(
        rate=int(settings.get("sampling_rate", 48_000)),
        seconds=float(settings.get("max_length_s", 10)),
        window=int(settings.get("fft_window_size", 1024)),
        hop=int(settings.get("hop_length", 480)),
        mels=int(settings.get("feature_size", 64)),
        low=float(settings.get("frequency_min", 0)),
        high=float(settings.get("frequency_max", 14_000)),
        fused=settings.get("truncation", "fusion") == "fusion",
        filling=str(settings.get("padding", "repeatpad")),
    )


def waveform(settings: Mapping[str, Any], places: int) -> Waveform:
    """The preparation that a PE checkpoint's settings ask for; `places` its network has."""
    return Waveform(
        rate=int(settings.get("sampling_rate", 48_000)),
        hop=int(settings.get("hop_length", 1920)),
        steps=places,
    )


def resampled(content: Sound, rate: int) -> NDArray[np.float32]:
    """A sound's samples at another rate, band-limited."""
    if content.rate == rate or len(content.samples) == 0:
        return np.asarray(content.samples, np.float32)
    from scipy.signal import resample_poly

    common = gcd(rate, content.rate)
    result = resample_poly(content.samples, rate // common, content.rate // common)
    return np.asarray(result, np.float32)


@lru_cache(maxsize=8)
def mel_filters(bins: int, mels: int, low: float, high: float, rate: int, htk: bool) -> Samples:
    """Triangular filters (bins, mels): HTK's scale, or Slaney's with filters of equal area."""
    to_mel, to_hertz = (_htk_mel, _htk_hertz) if htk else (_slaney_mel, _slaney_hertz)
    corners = to_hertz(np.linspace(to_mel(np.float64(low)), to_mel(np.float64(high)), mels + 2))
    bands = np.diff(corners)
    slopes = corners[np.newaxis] - np.linspace(0, rate // 2, bins)[:, np.newaxis]
    rising, falling = -slopes[:, :-2] / bands[:-1], slopes[:, 2:] / bands[1:]
    filters = np.maximum(0, np.minimum(rising, falling))
    return filters if htk else filters * (2.0 / (corners[2:] - corners[:-2]))


def _htk_mel(hertz: Any) -> Any:
    return 2595.0 * np.log10(1.0 + hertz / 700.0)


def _htk_hertz(mel: Samples) -> Samples:
    return np.asarray(700.0 * (10.0 ** (mel / 2595.0) - 1.0))


def _slaney_mel(hertz: Any) -> Any:
    # Linear up to 1000 Hz, logarithmic above (Slaney 1998, "Auditory Toolbox").
    above = 15.0 + np.log(np.maximum(hertz, 1e-9) / 1000.0) * (27.0 / np.log(6.4))
    return np.where(hertz >= 1000.0, above, 3.0 * hertz / 200.0)


def _slaney_hertz(mel: Samples) -> Samples:
    above = 1000.0 * np.exp((np.log(6.4) / 27.0) * (mel - 15.0))
    return np.where(mel >= 15.0, above, 200.0 * mel / 3.0)


def _shrunk(mel: Samples, frames: int) -> Samples:
    # Linear between the two nearest rows, as torch's "bilinear" without aligned corners.
    places = np.clip((np.arange(frames) + 0.5) * (len(mel) / frames) - 0.5, 0, len(mel) - 1)
    before = np.floor(places).astype(int)
    after = np.minimum(before + 1, len(mel) - 1)
    share = (places - before)[:, np.newaxis]
    return np.asarray(mel[before] * (1 - share) + mel[after] * share)
