"""Measure the sound tower: spoken words, real voices, effects, through the app's interface."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import torch
from numpy.typing import NDArray

from explorer.core.media import Sound
from explorer.encoders.space import Space
from explorer.encoders.starter.hearing import HOP, RATE, Heard
from explorer.encoders.starter.lexicon import Lexicon
from explorer.encoders.starter.reading import heard_words
from explorer.encoders.starter.sound import SoundEncoder
from starter_training.goals import found
from starter_training.sound_effects import Effect
from starter_training.sound_network import SoundNetwork, scaled
from starter_training.sound_speech import Spoken, unpacked

Floats = NDArray[np.float32]

WATCHED = 100


def watched(spoken: Spoken, lexicon: Lexicon) -> Callable[[SoundNetwork], dict[str, float]]:
    """How often a network knows some spoken words, for a look while it is trained."""

    def evaluate(network: SoundNetwork) -> dict[str, float]:
        first = among = 0
        for row in range(min(WATCHED, len(spoken))):
            mel = unpacked(spoken.part(row))
            mel = np.pad(mel, ((4, 4 + -len(mel) % 4), (0, 0)), constant_values=-80.0)
            with torch.inference_mode():
                batch = scaled(torch.from_numpy(mel))[None]
                heard = network(batch, torch.tensor([len(mel)]))
            words = heard_words(heard.phones[0].log_softmax(-1).numpy(), lexicon)
            guesses = [guess.word for guess in words[0].guesses] if len(words) == 1 else []
            first += guesses[:1] == [spoken.texts[row]]
            among += spoken.texts[row] in guesses
        count = min(WATCHED, len(spoken))
        return {"word": round(first / count, 3), "among five": round(among / count, 3)}

    return evaluate


def heard(spoken: Spoken) -> list[Heard]:
    """Spoken texts as the encoder takes them."""
    return [
        Heard(unpacked(spoken.part(row)), len(spoken.part(row)) * HOP / RATE)
        for row in range(len(spoken))
    ]


def words_said(encoder: SoundEncoder, spoken: Spoken, said: Floats, texts: Sequence[str]) -> dict:
    """Each spoken word among the vectors `said` of `texts`, and how often it is told itself."""
    sounds = heard(spoken)
    result = found(encoder.encode(sounds), said, spoken.texts, texts)
    told = [encoder.words(one) for one in sounds]
    right = [
        " ".join(word.guesses[0].word for word in some) == text
        for some, text in zip(told, spoken.texts, strict=True)
    ]
    return result | {"words": len(spoken), "told": round(float(np.mean(right)), 3)}


def effects_told(space: Space, some: Sequence[Effect], names: Sequence[str]) -> dict[str, Any]:
    """Each effect as it is among the names of all kinds."""
    encoder = space.encoder("audio")
    seen = encoder.encode([Heard(one.mels[0], len(one.mels[0]) * HOP / RATE) for one in some])
    said = space.encode_contents("text", names)
    result = found(seen, said, [one.text for one in some], names)
    return result | {"recordings": len(some), "names": len(names)}


def files_told(space: Space, files: Sequence[tuple[Path, str]]) -> dict[str, Any]:
    """Each sound file among all the words that belong to one of them."""
    names = list(dict.fromkeys(text for _, text in files))
    contents = []
    for path, _ in files:
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
        contents.append(Sound(samples.mean(axis=1), rate))
    heard_ = space.encode_contents("audio", contents)
    said = space.encode_contents("text", names)
    result = found(heard_, said, [text for _, text in files], names)
    back = found(said, heard_, names, [text for _, text in files])
    return {"files": len(files), "texts": len(names), "sound to text": result,
            "text to sound": back}  # fmt: skip


def milliseconds(encoder: SoundEncoder, spoken: Spoken) -> dict[str, float]:
    """How long a word and ten seconds of words take, read anew each time: best of some rounds."""
    words = heard(spoken)
    many: list[Floats] = []
    while sum(map(len, many)) < 10 * RATE / HOP:
        many.append(words[len(many)].mel)
    ten = np.concatenate(many)[: 10 * RATE // HOP]
    times = {}
    for name, sounds in (("word ms", words[:5]), ("ten seconds ms", [Heard(ten, 10.0)])):
        best = [float("inf")] * len(sounds)
        for _ in range(15):
            for place, sound in enumerate(sounds):
                encoder.rest()  # or it would know the vectors of these words
                begin = time.perf_counter()
                encoder.encode([sound])
                best[place] = min(best[place], time.perf_counter() - begin)
        times[name] = round(1000 * float(np.mean(best)), 1)
    return times
