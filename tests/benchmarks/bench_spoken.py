"""Speech explained: where in time each word is found, and whether the words heard are those said.

Run ``python tests/benchmarks/bench_spoken.py [--methods M ...] [--each]``; prints a Markdown
table. Forty phrases are said by voices of espeak-ng that the starter's ear was never trained on
(`UNSEEN_VARIANTS` of its recipe). When a word is said is told by espeak-ng itself: its library
marks the sample at which each word begins (``espeakEVENT_WORD`` of ``speak_lib.h``); a word ends
where the next begins, the last one where the sound falls silent. A word counts as found if the
peak of its map lies within its own time; chance is the share of the sound that this time takes.
Without espeak-ng nothing is measured.
"""

from __future__ import annotations

import argparse
import ctypes
import ctypes.util
from typing import NamedTuple

import numpy as np

from explorer.api.encoder import HearsWords
from explorer.bundled import assets_folder
from explorer.core.media import Sound
from explorer.encoders.space import Space
from explorer.encoders.starter import load_starter
from explorer.lenses.explanation.everyday import STOP_WORDS
from explorer.lenses.word_patch import explain_sound

PHRASES = (
    "a red bird on a branch", "a dog with a ball", "an old house near the river",
    "three boats in the harbour", "a cup of coffee on a table", "a child reading a book",
    "a yellow taxi in the rain", "snow on the mountain", "a guitar and a drum",
    "the horse runs over the meadow", "a train crossing a bridge", "a cat asleep on the sofa",
    "fresh bread and butter", "a clock on the church tower", "two elephants drinking water",
    "a green bottle and a glass of wine", "an apple under the tree", "the moon above the forest",
    "a fisherman with a net", "a rocket in the sky", "an orange butterfly on a flower",
    "a spider in its web", "the doctor looks at the window", "a basket full of mushrooms",
    "a bicycle against a wall", "a king with a golden crown", "a whale in the ocean",
    "candles on a birthday cake", "a kangaroo in the desert", "the pianist plays in a garden",
    "a hammer and a box of nails", "a pumpkin beside a lantern", "sheep behind a fence",
    "a camera on a tripod", "an umbrella on the beach", "a penguin standing on ice",
    "a soldier with a trumpet", "lightning over the village", "a rabbit and a carrot",
    "a computer with a keyboard",
)  # fmt: skip
ACCENTS = ("en-us", "en", "en-gb-x-rp", "en-us")
VARIANTS = (
    "steph", "steph2", "steph3", "iven", "iven2", "iven3", "iven4", "Annie", "Michael", "linda",
    "pedro", "Denis", "shelby", "Andy", "Alicia", "Andrea",
)  # fmt: skip
"""`UNSEEN_VARIANTS` of ``packaging/starter_training/sound_speech.py``."""


class Said(NamedTuple):
    """Where in the text a word begins, and when it is said, in seconds."""

    place: int
    start: float
    end: float


class _EventId(ctypes.Union):
    _fields_ = (
        ("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8),
    )  # fmt: skip


class _Event(ctypes.Structure):
    """``espeak_EVENT``."""

    _fields_ = (
        ("type", ctypes.c_int), ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int), ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int), ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p), ("id", _EventId),
    )  # fmt: skip


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)
ENDED, WORD, SYNCHRONOUS, AS_UTF8 = 0, 1, 2, 1
RATE, PITCH = 1, 3


class Espeak:
    """The library of espeak-ng, which is loaded where it is installed.

    Raises
    ------
    OSError
        If it is not.
    """

    def __init__(self) -> None:
        name = ctypes.util.find_library("espeak-ng")
        if name is None:
            raise OSError("espeak-ng is not installed (apt install espeak-ng).")
        self._library = ctypes.CDLL(name)
        self.rate = int(self._library.espeak_Initialize(SYNCHRONOUS, 0, None, 0))
        self._samples: list[np.ndarray] = []
        self._words: list[tuple[int, int]] = []
        self._callback = _Callback(self._take)
        self._library.espeak_SetSynthCallback(self._callback)

    def say(self, text: str, voice: str, speed: int, pitch: int) -> tuple[Sound, list[Said]]:
        """A text as sound, and when each of its words is said."""
        self._samples, self._words = [], []
        if self._library.espeak_SetVoiceByName(voice.encode()):
            raise OSError(f"espeak-ng has no voice '{voice}'.")
        self._library.espeak_SetParameter(RATE, speed, 0)
        self._library.espeak_SetParameter(PITCH, pitch, 0)
        data = text.encode() + b"\0"
        self._library.espeak_Synth(data, len(data), 0, 1, 0, AS_UTF8, None, None)
        self._library.espeak_Synchronize()
        samples = np.concatenate(self._samples).astype(np.float32) / 32768
        loud = np.flatnonzero(np.abs(samples) > 0.01)
        last = (int(loud[-1]) + 1) / self.rate
        starts = [at / self.rate for _, at in self._words]
        said = [
            Said(place, start, end)
            for (place, _), start, end in zip(self._words, starts, [*starts[1:], last], strict=True)
        ]
        return Sound(samples, self.rate), said

    def _take(self, wave: object, count: int, events: object) -> int:
        if wave and count:
            self._samples.append(np.ctypeslib.as_array(wave, (count,)).copy())
        place = 0
        while (event := events[place]).type != ENDED:
            if event.type == WORD:
                self._words.append((event.text_position - 1, event.sample))
            place += 1
        return 0


class Utterance(NamedTuple):
    """A phrase that was said, and when each of its words was."""

    phrase: str
    sound: Sound
    said: list[Said]

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.sound.samples) / self.sound.rate

    def when(self, place: int) -> Said:
        """When the word at a place in the text is said; a few short ones are marked together."""
        return max((one for one in self.said if one.place <= place), key=lambda one: one.place)


def utterances(espeak: Espeak) -> list[Utterance]:
    """Every phrase by a voice of its own."""
    chance = np.random.default_rng(11)
    found = []
    for number, phrase in enumerate(PHRASES):
        voice = f"{ACCENTS[number % len(ACCENTS)]}+{VARIANTS[number % len(VARIANTS)]}"
        speed, pitch = int(chance.integers(120, 180)), int(chance.integers(25, 75))
        found.append(Utterance(phrase, *espeak.say(phrase, voice, speed, pitch)))
    return found


def found_in_time(
    space: Space, one: Utterance, method: str, each: bool
) -> list[tuple[bool, float]]:
    """Of each content word, whether its peak lies in its time, and the share of that time."""
    explanation = explain_sound(space, one.sound, one.phrase, method, judged="no")
    assert explanation.sound is not None
    result = []
    for word in explanation.words:
        if not word.content:
            continue
        at = explanation.sound.seconds_at(word.peak[0], explanation.image_size[0])
        when = one.when(word.span[0])
        right = when.start <= at < when.end
        result.append((right, (when.end - when.start) / one.seconds))
        if each and not right:
            print(f"  {one.phrase}: {word.word} at {at:.2f}, said {when.start:.2f}-{when.end:.2f}")
    return result


def named(space: Space, one: Utterance, each: bool) -> tuple[list[bool], list[bool]]:
    """Of each content word, whether it is among the words heard, and among what they may be."""
    encoder = space.encoder("audio")
    assert isinstance(encoder, HearsWords)
    heard = encoder.said(encoder.preparation("tokens")(one.sound))
    if each:
        print(f"  {one.phrase}: {' '.join(word.word for word in heard)}")
    first = {word.word for word in heard}
    every = first | {other for word in heard for other, _ in word.others}
    wanted = [word for word in one.phrase.split() if word not in STOP_WORDS]
    return [_among(word, first) for word in wanted], [_among(word, every) for word in wanted]


def _among(word: str, words: set[str]) -> bool:
    """The lexicon lists no plurals, so that a word without its ending is it."""
    return word in words or word.removesuffix("s") in words


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--methods", nargs="+", default=["late-interaction", "cosine", "transport"])
    parser.add_argument("--each", action="store_true", help="print what was missed, and what heard")
    asked = parser.parse_args()
    try:
        espeak = Espeak()
    except OSError as error:
        print(error)
        return
    space = load_starter(assets_folder() / "starter")
    said = utterances(espeak)
    print("| method | words | peak in the word's time | chance |\n|---|---|---|---|", flush=True)
    for method in asked.methods:
        found = [word for one in said for word in found_in_time(space, one, method, asked.each)]
        right, chance = np.mean(found, axis=0)
        error = (right * (1 - right) / len(found)) ** 0.5
        print(f"| {method} | {len(found)} | {right:.3f} ± {error:.3f} | {chance:.3f} |", flush=True)
    told = [named(space, one, asked.each) for one in said]
    print("\n| named | words | phrases with all | with one at least |\n|---|---|---|---|")
    for what, lists in zip(
        ("by the chips", "by them or what else they may be"), zip(*told, strict=True), strict=True
    ):
        words = np.concatenate(lists)
        whole, some = (np.mean([how(one) for one in lists]) for how in (all, any))
        print(f"| {what} | {words.mean():.3f} of {len(words)} | {whole:.3f} | {some:.3f} |")


if __name__ == "__main__":
    main()
