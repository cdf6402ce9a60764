"""Speech that nobody spoke: espeak-ng and flite in many voices, kept as spectrograms.

Both are called as programs of their own. espeak-ng is under the GPL, which covers the program
and its data, and not what it says; flite is under a permissive licence.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import soundfile
from numpy.typing import NDArray

from explorer.core.media import Sound
from explorer.encoders.families.sound_preparation import resampled
from explorer.encoders.starter.hearing import FLOOR, HOP, RATE, level, mel_power
from explorer.jobs import Control

ACCENTS = (
    "en-us", "en-us", "en-gb", "en-gb-x-rp", "en-gb-scotland", "en-us-nyc", "en-029",
    "en-gb-x-gbclan", "en-gb-x-gbcwmd",
)  # fmt: skip
VARIANTS = (
    "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "f1", "f2", "f3", "f4", "f5", "Alex", "Diogo",
    "Gene", "Gene2", "Henrique", "Hugo", "Jacky", "Lee", "Marco", "Mario", "Mike", "Nguyen", "adam",
    "anika", "antonio", "aunty", "belinda", "benjamin", "boris", "caleb", "david", "ed", "edward",
    "edward2", "grandma", "grandpa", "gustave", "john", "kaukovalta", "klatt", "klatt2", "klatt3",
    "klatt4", "klatt5", "klatt6", "marcelo", "max", "michel", "miguel", "norbert", "pablo", "paul",
    "quincy", "rob", "robert", "sandro", "travis", "victor", "zac", "RicishayMax", "RicishayMax2",
    "RicishayMax3", "announcer",
)  # fmt: skip
UNSEEN_VARIANTS = (
    "steph", "steph2", "steph3", "iven", "iven2", "iven3", "iven4", "Annie", "Michael", "linda",
    "pedro", "Denis", "shelby", "Andy", "Alicia", "Andrea",
)  # fmt: skip
"""Never heard in training, nor is any other of their families."""

FLITE = ("slt", "rms", "kal16")
"""Voices of flite that were made from recordings of a woman and of two men of North America."""

UNSEEN_FLITE = ("awb",)
"""Another, of a Scotsman; only measured with."""

TOGETHER = 60
PAUSE = 0.35
"""Seconds of digital silence that part two texts; within a word there is a fifth of that."""

STEP = 0.5
"""Decibels that one step of a kept spectrogram stands for."""


class Voice(NamedTuple):
    """Who says it, and how: words a minute, and espeak-ng's pitch from 0 to 99."""

    name: str
    speed: int
    pitch: int


@dataclass(frozen=True)
class Spoken:
    """Texts that were said.

    Parameters
    ----------
    mel
        uint8 (frames of all, 64): half decibels above -80 below the loudest frame of each.
    ends
        int64 (n,): where each text ends among the frames.
    texts, voices
        What was said and by whom.
    """

    mel: NDArray[np.uint8]
    ends: NDArray[np.int64]
    texts: tuple[str, ...]
    voices: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.texts)

    def part(self, row: int) -> NDArray[np.uint8]:
        """The frames of one text."""
        start = self.ends[row - 1] if row else 0
        return self.mel[start : self.ends[row]]


def packed(mel: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Decibels as `level` gives them in steps of half a decibel."""
    steps = np.rint((mel + FLOOR) / STEP).clip(0, 255)
    return np.asarray(steps, np.uint8)


def unpacked(steps: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The inverse of `packed`."""
    return np.asarray(steps * np.float32(STEP) - np.float32(FLOOR), np.float32)


def drawn_voice(chance: np.random.Generator, unseen: bool = False) -> Voice:
    """One of the voices of espeak-ng, with a speed and a pitch."""
    accent = ACCENTS[chance.integers(len(ACCENTS))]
    some = UNSEEN_VARIANTS if unseen else VARIANTS
    name = f"{accent}+{some[chance.integers(len(some))]}"
    return Voice(name, int(chance.integers(115, 215)), int(chance.integers(15, 85)))


def said_by_many(
    texts: Sequence[str], seed: int, folder: Path, control: Control, unseen: bool = False
) -> Spoken:
    """Each text once, by some voice of espeak-ng; what was said before is read from `folder`."""
    digest = hashlib.sha256("\0".join((repr((seed, unseen)), *texts)).encode()).hexdigest()[:16]
    path = folder / f"said-{digest}.npz"
    if not path.exists():
        chance = np.random.default_rng(seed)
        order = chance.permutation(len(texts))
        parts, rows, voices = [], [], []
        for start in range(0, len(texts), TOGETHER):
            control.check()
            some = order[start : start + TOGETHER]
            voice = drawn_voice(chance, unseen)
            for row, samples in zip(some, espeak([texts[r] for r in some], voice), strict=True):
                if samples is not None:
                    parts.append(packed(level(mel_power(samples))))
                    rows.append(int(row))
                    voices.append(voice.name)
            control.progress(start, len(texts))
        _keep(path, parts, [texts[row] for row in rows], voices)
    return read(path)


def said_by_flite(
    texts: Sequence[str], voices: Sequence[str], seed: int, folder: Path, control: Control
) -> Spoken:
    """Each text once, by one of some voices of flite."""
    digest = hashlib.sha256("\0".join((repr((seed, voices)), *texts)).encode()).hexdigest()[:16]
    path = folder / f"flite-{digest}.npz"
    if not path.exists():
        chance = np.random.default_rng(seed)
        names = [voices[place] for place in chance.integers(len(voices), size=len(texts))]
        stretches = chance.uniform(0.8, 1.25, len(texts)).tolist()
        parts = []
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for start in range(0, len(texts), TOGETHER):
                control.check()
                some = slice(start, start + TOGETHER)
                said = pool.map(flite, texts[some], names[some], stretches[some])
                parts.extend(packed(level(mel_power(samples))) for samples in said)
                control.progress(start, len(texts))
        _keep(path, parts, texts, [f"flite {name}" for name in names])
    return read(path)


def _keep(
    path: Path, parts: Sequence[NDArray[np.uint8]], texts: Sequence[str], voices: Sequence[str]
) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    ends = np.cumsum([len(part) for part in parts])
    partial = path.with_suffix(".part.npz")
    np.savez(
        partial,
        mel=np.concatenate(parts),
        ends=ends,
        texts=np.array(texts),
        voices=np.array(voices),
    )
    partial.replace(path)


def read(path: Path) -> Spoken:
    """What `said_by_many` kept."""
    with np.load(path) as kept:
        return Spoken(
            kept["mel"], kept["ends"], tuple(kept["texts"].tolist()), tuple(kept["voices"].tolist())
        )


def espeak(texts: Sequence[str], voice: Voice) -> Iterator[NDArray[np.float32] | None]:
    """Each text as samples at 16 kHz; None where espeak-ng does not tell them apart."""
    samples = _espeak(texts, voice)
    parts = _parted(samples) if samples is not None else []
    if len(parts) == len(texts):
        yield from parts
        return
    for text in texts:
        alone = _espeak([text], voice)
        yield alone if alone is not None and len(alone) > RATE // 20 else None


def _espeak(texts: Sequence[str], voice: Voice) -> NDArray[np.float32] | None:
    marked = "\n\n".join(f"{re.sub('[<>&]', ' ', text)}<break time='500ms'/>" for text in texts)
    run = subprocess.run(
        ["espeak-ng", "-m", "-v", voice.name, "-s", str(voice.speed), "-p", str(voice.pitch),
         "--stdin", "--stdout"],
        input=marked.encode(), capture_output=True, check=False,
    )  # fmt: skip
    if run.returncode or len(run.stdout) < 1000:
        return None
    rate = int.from_bytes(run.stdout[24:28], "little")
    samples = np.frombuffer(run.stdout[44 : len(run.stdout) // 2 * 2], np.int16)
    return resampled(Sound(samples.astype(np.float32) / 32768, rate), RATE)


def _parted(samples: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    """What lies between long silences, with a little of them around it."""
    edge = RATE // 25
    loud = np.abs(samples) > 1e-3
    places = np.flatnonzero(loud)
    if not len(places):
        return []
    gaps = np.flatnonzero(np.diff(places) > PAUSE * RATE)
    starts = places[np.concatenate([[0], gaps + 1])]
    stops = places[np.concatenate([gaps, [len(places) - 1]])]
    return [
        samples[max(0, start - edge) : stop + edge]
        for start, stop in zip(starts, stops, strict=True)
    ]


def flite(text: str, voice: str, stretch: float) -> NDArray[np.float32]:
    """A text as samples at 16 kHz."""
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        subprocess.run(
            ["flite", "-voice", voice, "--setf", f"duration_stretch={stretch:.2f}", "-t", text,
             "-o", file.name],
            check=True, capture_output=True,
        )  # fmt: skip
        samples, rate = soundfile.read(file.name, dtype="float32", always_2d=True)
    return resampled(Sound(samples.mean(axis=1), rate), RATE)


def frames_of(seconds: float) -> int:
    """Frames of so many seconds."""
    return round(seconds * RATE / HOP)
