"""Sounds are prepared as CLAP's own feature extractor prepares them."""

from __future__ import annotations

import pickle
from typing import Any

import numpy as np
import pytest
import transformers

from explorer.core.media import Sound
from explorer.encoders.families.sound_preparation import LogMel, Waveform, log_mel

TOLERANCE = 1e-3
"""Largest difference in dB; values lie between -100 and 40."""


@pytest.mark.parametrize("truncation", ["fusion", "rand_trunc"])
@pytest.mark.parametrize("padding", ["repeatpad", "repeat", "pad"])
@pytest.mark.parametrize("seconds", [0.3, 1.0, 1.005, 3.3])
def test_spectrograms_are_those_of_claps_extractor(
    truncation: str, padding: str, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = {"sampling_rate": 16_000, "max_length_s": 1, "hop_length": 160,
                "fft_window_size": 512, "frequency_min": 50, "frequency_max": 7000,
                "truncation": truncation, "padding": padding}  # fmt: skip
    # Theirs cuts at random; here its dice fall where ours always cuts.
    monkeypatch.setattr(np.random, "choice", lambda numbers: numbers[len(numbers) // 2])
    monkeypatch.setattr(np.random, "randint", lambda low, high: (high - 1) // 2)
    time = np.arange(round(16_000 * seconds)) / 16_000
    samples = (np.sin(2 * np.pi * 300 * time * (1 + time)) * 0.4).astype(np.float32)
    extractor: Any = transformers.ClapFeatureExtractor(**settings)
    expected = extractor(samples, sampling_rate=16_000, return_tensors="np")["input_features"][0]

    heard = log_mel(settings)(Sound(samples, 16_000))

    assert heard.features.dtype == np.float32
    np.testing.assert_allclose(heard.features, expected, atol=TOLERANCE)
    assert heard.seconds == pytest.approx(seconds, abs=1e-3)
    assert heard.longer == (seconds > 1.01 or (seconds > 1 and truncation == "rand_trunc"))


def test_a_sound_at_another_rate_is_resampled() -> None:
    plan = LogMel(rate=16_000, seconds=1, window=512, hop=160, high=7000)
    time = {rate: np.arange(rate) / rate for rate in (16_000, 44_100)}
    notes = {
        rate: Sound(np.sin(2 * np.pi * 440 * one).astype(np.float32), rate)
        for rate, one in time.items()
    }

    right, resampled = (plan(one).features[0] for one in notes.values())

    loud = right > right.max() - 30
    assert np.abs(right - resampled)[2:-2][loud[2:-2]].max() < 0.5


def test_the_same_sound_always_has_the_same_spectrogram() -> None:
    samples = np.random.default_rng(1).normal(size=60_000).astype(np.float32)
    plan = pickle.loads(pickle.dumps(LogMel(rate=16_000, seconds=1, fused=True, hop=160)))

    first, second = (plan(Sound(samples, 16_000)) for _ in range(2))

    np.testing.assert_array_equal(first.features, second.features)


@pytest.mark.parametrize("plan", [LogMel(rate=16_000, seconds=1, hop=160), Waveform(16_000, 320)])
@pytest.mark.parametrize("length", [0, 1, 100])
def test_hardly_any_sound_is_prepared_too(plan: LogMel | Waveform, length: int) -> None:
    heard = plan(Sound(np.full(length, 0.1, np.float32), 16_000))

    assert np.isfinite(heard.features).all()


def test_waveforms_are_filled_up_to_whole_steps() -> None:
    samples = np.arange(1000, dtype=np.float32) / 1000

    heard = Waveform(16_000, 320)(Sound(samples, 16_000))

    assert len(heard.features) == 1280
    np.testing.assert_array_equal(heard.features[1000:1003], samples[[998, 997, 996]])
