"""Sounds: long recordings in overlapping windows, drawn as waveform and spectrogram."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np

from explorer import api

KINDS = "wav wave w64 rf64 flac ogg oga opus mp3 mp2 aiff aif aifc caf".split()  # noqa: SIM905
WINDOW, HOP = 10.0, 8.0  # seconds: what one vector stands for, and from one to the next
SHOWN, PLAYED = 60.0, 600.0  # seconds: most that is drawn, and most that is handed to the player
PAPER, WAVE = (22, 24, 35), (94, 203, 214)  # a panel of its own, so it fits light and dark
GLOW = np.array([PAPER, (77, 40, 110), (190, 60, 100), (245, 150, 70), (252, 240, 190)])


class Sounds(api.Modality):
    """Whatever libsndfile reads."""

    id, name, content = "audio", "Sounds", "audio"
    suffixes = frozenset(f".{kind}" for kind in KINDS)

    def read(self, path: Path, limits: api.Limits) -> Iterator[api.Draft]:
        """One recording, with a unit per window."""
        with _open(path) as file:
            seconds, rate, channels = file.frames / file.samplerate, file.samplerate, file.channels
            tags = {name: words.strip() for name, words in file.copy_metadata().items()}
        if (most := limits.max_seconds) < seconds or seconds <= 0:
            raise api.MediaError(path, "it lasts {s} s; up to {most} s go", s=seconds, most=most)
        starts = np.arange(0, max(seconds - WINDOW, 0) + HOP, HOP).tolist()
        spans = [{"start": at, "end": min(at + WINDOW, seconds)} for at in starts]
        words = (tags.get(name) for name in ("title", "artist", "album", "genre", "comment"))
        yield api.Draft(
            title=tags.get("title", ""),
            text="\n".join(filter(None, words)),
            meta={"duration": round(seconds, 3), "rate": rate, "channels": channels, **tags},
            thumbnail=lambda: draw(_load(path, 0.0, SHOWN), 256, 160),
            pieces=[
                api.Piece(api.Unit("span", n, span), partial(_load, path, span["start"], WINDOW))
                for n, span in enumerate(spans)
            ],
        )

    def sniff(self, head: bytes) -> bool:
        """Whether these are the first bytes of a sound file."""
        is_container = head[8:12] in (b"WAVE", b"AIFF", b"AIFC")
        return is_container or head.startswith((b"fLaC", b"OggS", b"ID3", b".snd", b"caff"))

    def preview(
        self, path: Path, part: str, unit: api.Unit, size: int, limits: api.Limits
    ) -> api.Preview:
        """The unit's stretch of the recording drawn, and the recording from there on to play."""
        start, end = unit.place.get("start", 0.0), unit.place.get("end", SHOWN)
        sound, shown = _load(path, start, PLAYED), min(end - start, SHOWN)
        drawn = api.Sound(sound.samples[: max(int(shown * sound.rate), 1)], sound.rate)
        return api.Preview(draw(drawn, size, size * 5 // 8), sound)


def _open(path: Path):
    import soundfile  # loads libsndfile

    try:
        return soundfile.SoundFile(path)
    except RuntimeError:
        raise api.MediaError(path, "it is not a sound, or its beginning is damaged") from None


def _load(path: Path, start: float, seconds: float) -> api.Sound:
    """A stretch of a recording, its channels mixed; shorter where the recording ends."""
    with _open(path) as file:
        try:
            file.seek(min(int(start * file.samplerate), file.frames))
            samples = file.read(int(seconds * file.samplerate), "float32", always_2d=True)
        except RuntimeError as error:
            raise api.MediaError(path, "it is damaged or cut short ({why})", why=error) from None
        return api.Sound(np.nan_to_num(samples.mean(axis=1)).clip(-1, 1), file.samplerate)


def draw(sound: api.Sound, width: int, height: int) -> api.Pixels:
    """Waveform (upper third) over spectrogram: uint8 RGB (height, width, 3)."""
    picture = np.full((height, width, 3), PAPER, np.uint8)
    upper, frame = height // 3, 1024
    samples = np.pad(sound.samples, (0, max(width + frame - len(sound.samples), 0)))
    edges = np.linspace(0, len(sound.samples) or 1, width + 1).astype(int)
    peak = np.maximum.reduceat(np.abs(samples), edges[:-1]) / max(np.abs(samples).max(), 1e-6)
    rows = np.abs(np.arange(upper) - upper / 2)[:, None]
    picture[:upper][rows <= np.maximum(peak * (upper / 2 - 2), 0.6)] = WAVE
    frames = samples[edges[:-1].clip(max=len(samples) - frame)[:, None] + np.arange(frame)]
    power = np.abs(np.fft.rfft(frames * np.hanning(frame), axis=1)).T ** 2
    bands = np.geomspace(2, frame // 2, height - upper)[::-1].astype(int)  # high notes on top
    level = np.clip(1 + np.log10(power[bands] / max(power.max(), 1e-9) + 1e-9) / 6, 0, 1)
    for colour in range(3):
        picture[upper:, :, colour] = np.interp(level, np.linspace(0, 1, 5), GLOW[:, colour])
    return picture


def register(registrar: api.Registrar) -> None:
    registrar.modality(Sounds())
