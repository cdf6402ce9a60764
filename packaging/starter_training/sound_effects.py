"""Sound effects with words: Sonic Pi's samples, all CC0, with what each of them is.

One recording of each kind that has several is never trained on.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import soundfile
from numpy.typing import NDArray

from explorer.core.media import Sound
from explorer.encoders.families.sound_preparation import resampled
from explorer.encoders.starter.hearing import RATE, level, mel_power
from starter_training.sources import npm_package

PACKAGE = ("supersonic-scsynth-samples", "0.84.2")
LONGEST = 6.0
"""Seconds that are heard of each."""

PITCHES = (1.0, 0.8, 0.9, 1.1, 1.25)

BY_NAME = {
    "ambi_choir": "choir singing", "ambi_dark_woosh": "dark whoosh", "ambi_drone": "low drone",
    "ambi_glass_hum": "humming glass", "ambi_glass_rub": "rubbing the rim of a glass",
    "ambi_haunted_hum": "haunted humming", "ambi_lunar_land": "eerie landing on the moon",
    "ambi_piano": "soft piano", "ambi_sauna": "steam of a sauna", "ambi_soft_buzz": "soft buzzing",
    "ambi_swoosh": "swoosh", "drum_cowbell": "cowbell", "drum_roll": "drum roll",
    "elec_beep": "electronic beep", "elec_bell": "electronic bell", "elec_blip": "electronic blip",
    "elec_blip2": "electronic blip", "elec_chime": "electronic chime", "elec_wood": "wood block",
    "elec_bong": "electronic bong", "elec_cymbal": "electronic cymbal", "elec_ping": "ping",
    "elec_twang": "twang", "elec_pop": "pop", "elec_tick": "tick", "elec_triangle": "triangle",
    "elec_filt_snare": "electronic snare drum", "elec_fuzz_tom": "electronic tom drum",
    "elec_hi_snare": "electronic snare drum", "elec_lo_snare": "electronic snare drum",
    "elec_mid_snare": "electronic snare drum", "elec_snare": "electronic snare drum",
    "elec_hollow_kick": "electronic bass drum", "elec_soft_kick": "electronic bass drum",
    "drum_heavy_kick": "bass drum", "guit_e_fifths": "electric guitar", "guit_em9": "guitar chord",
    "guit_e_slide": "guitar slide", "guit_harmonics": "guitar harmonics",
    "loop_3d_printer": "printer at work", "loop_tabla": "tabla drums", "loop_drone_g_97": "drone",
    "loop_industrial": "industrial machine", "loop_safari": "jungle drums and animals",
    "misc_burp": "burp", "misc_cineboom": "cinema boom", "misc_crow": "crow cawing",
    "perc_bell": "ringing bell", "perc_bell2": "bell", "perc_door": "slamming door",
    "perc_impact1": "impact", "perc_impact2": "impact", "perc_snap": "finger snap",
    "perc_snap2": "finger snap", "perc_swash": "swash", "perc_swoosh": "swoosh",
    "perc_till": "cash register", "vinyl_backspin": "record spinning back",
    "vinyl_hiss": "hiss and crackle of a record", "vinyl_rewind": "record rewinding",
    "vinyl_scratch": "record scratching", "tbd_voctone": "singing voice", "hat_psych": "hi-hat",
    "tbd_highkey_c4": "high electronic key", "tbd_perc_hat": "hi-hat", "tbd_perc_blip": "blip",
    "tbd_fxbed_loop": "electronic background", "loop_mika": "electronic music",
    "loop_weirdo": "strange electronic music", "loop_compus": "electronic beat",
    "loop_electric": "electronic music", "loop_garzul": "electronic music",
    "mehackit_phone1": "telephone", "mehackit_phone2": "telephone", "mehackit_phone3": "telephone",
    "mehackit_phone4": "telephone",
}  # fmt: skip
BY_BEGINNING = {
    "arovane_beat": "electronic beat", "bass": "synthesiser bass", "bd": "bass drum",
    "drum_bass": "bass drum", "drum_cymbal": "cymbal", "drum_snare": "snare drum",
    "drum_splash": "splash cymbal", "drum_tom": "tom drum", "elec": "electronic sound",
    "glitch_bass": "glitching bass", "glitch_perc": "electronic percussion",
    "glitch_robot": "robot", "hat": "hi-hat", "loop_amen": "drum beat",
    "loop_breakbeat": "drum beat", "loop_mehackit": "electronic music", "loop_perc": "percussion",
    "mehackit_robot": "robot", "ride": "ride cymbal", "sn": "snare drum", "tabla": "tabla drum",
    "tbd_pad": "synthesiser pad", "tbd_perc_tap": "tapping",
}  # fmt: skip


class Effect(NamedTuple):
    """A recording at several pitches.

    ``name`` of its file, ``text`` what it is, ``mels`` float32 (frames, 64) each, in decibels.
    """

    name: str
    text: str
    mels: tuple[NDArray[np.float32], ...]


def text_of(name: str) -> str:
    """What a sample is, by the name of its file."""
    if name in BY_NAME:
        return BY_NAME[name]
    fitting = [beginning for beginning in BY_BEGINNING if name.startswith(beginning + "_")]
    fitting += [beginning for beginning in BY_BEGINNING if name.rstrip("0123456789") == beginning]
    return BY_BEGINNING[max(fitting, key=len)]


@functools.cache
def effects(work: Path) -> tuple[Effect, ...]:
    """All samples in the order of their names."""
    folder = npm_package(*PACKAGE, work) / "samples"
    return tuple(_effect(path) for path in sorted(folder.glob("*.flac")))


def split(some: Sequence[Effect]) -> tuple[list[Effect], list[Effect]]:
    """To train on, and to measure on: the middle one of each kind that has three or more."""
    kinds: dict[str, list[Effect]] = defaultdict(list)
    for effect in some:
        kinds[effect.text].append(effect)
    kept = [alike[len(alike) // 2] for alike in kinds.values() if len(alike) > 2]
    names = {effect.name for effect in kept}
    return [effect for effect in some if effect.name not in names], kept


def _effect(path: Path) -> Effect:
    with soundfile.SoundFile(path) as file:
        samples = file.read(int(LONGEST * 1.25 * file.samplerate), "float32", always_2d=True)
        rate = file.samplerate
    sound = samples.mean(axis=1)
    mels = []
    for pitch in PITCHES:
        heard = resampled(Sound(sound, round(rate * pitch / 50) * 50), RATE)
        mels.append(level(mel_power(heard[: int(LONGEST * RATE)])))
    return Effect(path.stem, text_of(path.stem), tuple(mels))
