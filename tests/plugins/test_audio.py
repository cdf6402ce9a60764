"""Sounds are cut into windows, drawn and played."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from explorer import api
from explorer.api.host import PluginHost
from explorer.api.modality import Draft, Limits, Modality

RATE = 8000
PAPER = (22, 24, 35)


@pytest.fixture(scope="session")
def sounds(shipped: PluginHost) -> Modality:
    return shipped.modalities["audio"]


def write(path: Path, seconds: float, pitch: float = 440.0, channels: int = 1) -> Path:
    time = np.arange(int(seconds * RATE)) / RATE
    wave = (0.5 * np.sin(2 * np.pi * pitch * time)).astype(np.float32)
    soundfile.write(path, np.stack([wave] * channels, 1), RATE)
    return path


def read(sounds: Modality, path: Path) -> Draft:
    (draft,) = sounds.read(path, Limits())
    return draft


@pytest.mark.parametrize(
    ("seconds", "spans"),
    [
        (0.5, [(0, 0.5)]),
        (10, [(0, 10)]),
        (11, [(0, 10), (8, 11)]),
        (26, [(0, 10), (8, 18), (16, 26)]),
        (30, [(0, 10), (8, 18), (16, 26), (24, 30)]),
    ],
)
def test_long_recordings_are_cut_into_overlapping_windows(
    seconds: float, spans: list[tuple[float, float]], sounds: Modality, tmp_path: Path
) -> None:
    draft = read(sounds, write(tmp_path / "a.wav", seconds))
    pieces = list(draft.pieces)
    assert [(p.unit.place["start"], p.unit.place["end"]) for p in pieces] == spans
    for piece, (start, end) in zip(pieces, spans, strict=True):
        content = piece.load()
        assert isinstance(content, api.Sound)
        assert content.rate == RATE
        assert len(content.samples) == (end - start) * RATE
    assert draft.meta["duration"] == seconds


def test_channels_are_mixed_and_counted(sounds: Modality, tmp_path: Path) -> None:
    draft = read(sounds, write(tmp_path / "a.flac", 2, channels=2))
    content = next(iter(draft.pieces)).load()
    assert isinstance(content, api.Sound)
    assert content.samples.ndim == 1
    assert (draft.meta["channels"], draft.meta["rate"]) == (2, RATE)


def test_tags_become_title_and_words(sounds: Modality, tmp_path: Path) -> None:
    path = tmp_path / "a.ogg"
    with soundfile.SoundFile(path, "w", RATE, 1) as file:
        file.title, file.artist, file.comment = "Dawn", "A blackbird", "in the garden"
        file.write(np.zeros(RATE, np.float32))
    draft = read(sounds, path)
    assert draft.title == "Dawn"
    assert draft.text == "Dawn\nA blackbird\nin the garden"


def test_a_higher_note_is_drawn_higher(sounds: Modality, tmp_path: Path) -> None:
    rows = []
    for pitch in (200.0, 3000.0):
        picture = read(sounds, write(tmp_path / "a.wav", 2, pitch)).thumbnail()
        assert picture is not None
        assert picture.shape == (160, 256, 3)
        upper = picture.shape[0] // 3
        rows.append(int(picture[upper:].astype(int).sum(axis=(1, 2)).argmax()))
    assert rows[0] > rows[1] + 20


def test_louder_is_drawn_taller(sounds: Modality, tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    wave = np.sin(np.arange(2 * RATE)).astype(np.float32)
    wave[:RATE] *= 0.2
    soundfile.write(path, wave, RATE)
    picture = read(sounds, path).thumbnail()
    assert picture is not None
    drawn = (picture[: picture.shape[0] // 3] != PAPER).any(axis=2).sum(axis=0)
    assert drawn[:120].mean() < 0.4 * drawn[-120:].mean()


@pytest.mark.parametrize("samples", [np.zeros(RATE), np.full(RATE, np.nan), np.zeros(1)])
def test_silence_and_nonsense_are_drawn(
    samples: np.ndarray, sounds: Modality, tmp_path: Path
) -> None:
    path = tmp_path / "a.wav"
    soundfile.write(path, samples.astype(np.float32), RATE, subtype="FLOAT")
    picture = read(sounds, path).thumbnail()
    assert picture is not None
    assert picture.shape == (160, 256, 3)


def test_the_preview_plays_from_the_unit_on(sounds: Modality, tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", 30)
    second = list(read(sounds, path).pieces)[1].unit
    shown = sounds.preview(path, "", second, 400, Limits())
    assert shown.picture is not None
    assert shown.picture.shape == (250, 400, 3)
    assert shown.sound is not None
    assert len(shown.sound.samples) == 22 * RATE
    assert shown.sound.rate == RATE


def test_the_plugin_stays_small(plugin_source: str) -> None:
    assert len(plugin_source.splitlines()) < 100


@pytest.fixture
def plugin_source(shipped: PluginHost) -> str:
    return (shipped.plugins["audio"].folder / "plugin.py").read_text()
