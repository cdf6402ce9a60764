"""The sound tower's recipe: a tower learns phones, goes on where it stopped, is written down."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
import torch

from explorer.bundled import assets_folder
from explorer.core.errors import Cancelled
from explorer.core.media import Sound
from explorer.encoders.starter import load_starter
from explorer.encoders.starter.hearing import BANDS, MelFrames
from explorer.encoders.starter.lexicon import Lexicon, numbered
from explorer.encoders.starter.reading import heard_words
from explorer.encoders.starter.sound import LEXICON_FILE, Part, SoundEncoder
from explorer.jobs import Control, Job

PACKAGING = Path(__file__).parents[2] / "packaging"
PHONES = {"bat": "bat", "tab": "tab", "dog": "dAg", "god": "gAd", "kiss": "kIs", "sick": "sIk",
          "moon": "mun", "numb": "nVm"}  # fmt: skip

pytestmark = pytest.mark.skipif(
    not (PACKAGING / "train_starter.py").exists(), reason="needs a checkout"
)

Take = Callable[[str], ModuleType]


@pytest.fixture
def packaging(monkeypatch: pytest.MonkeyPatch) -> Iterator[Take]:
    """Imports modules of the packaging folder, and forgets them afterwards."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    before = set(sys.modules)
    yield importlib.import_module
    for name in set(sys.modules) - before:
        if name.startswith("starter_"):
            del sys.modules[name]


def uttered(phones: str, chance: np.random.Generator) -> np.ndarray:
    """Decibels (frames, 64): each phone is loud in bands of its own for a tenth of a second."""
    parts = []
    for sign in numbered(phones):
        frames = np.full((int(chance.integers(9, 14)), BANDS), -60.0, np.float32)
        frames[:, (sign * 7) % 58 : (sign * 7) % 58 + 5] = -2.0
        parts.append(frames + chance.normal(0, 1.5, frames.shape).astype(np.float32))
    return np.concatenate(parts)


@pytest.fixture
def data(packaging: Take) -> Any:
    speech, effects = (
        packaging("starter_training.sound_speech"),
        packaging("starter_training.sound_effects"),
    )
    chance = np.random.default_rng(0)
    texts = tuple(PHONES) * 6
    parts = [speech.packed(uttered(PHONES[text], chance)) for text in texts]
    spoken = speech.Spoken(
        np.concatenate(parts), np.cumsum([len(part) for part in parts]), texts, ("one",) * 48
    )
    hum = effects.Effect("hum", "hum", (np.full((200, BANDS), -20, np.float32),))
    vectors = {
        text: np.eye(384, dtype=np.float32)[row] for row, text in enumerate([*PHONES, "hum"])
    }
    training = packaging("starter_training.sound_training")
    return training.SoundData([spoken], [hum], PHONES, vectors)


@pytest.fixture
def recipe(packaging: Take) -> Any:
    shape = packaging("starter_training.sound_network").SoundShape(
        channels=40, blocks=2, kernel=5, branch=1
    )
    return packaging("starter_training.sound_training").SoundRecipe(
        shape=shape, steps=140, batch=10, effects=2, flat=60, averaging=0.9
    )


def test_a_tower_learns_to_tell_words_by_their_phones(
    packaging: Take, data: Any, recipe: Any, tmp_path: Path
) -> None:
    training = packaging("starter_training.sound_training").SoundTraining(recipe, data)
    network = training.run(tmp_path, Control(), every=70)

    assert training.history[-1]["phones"] < 0.7 * training.history[0]["phones"]
    lexicon = Lexicon(list(PHONES.items()))
    scaled = packaging("starter_training.sound_network").scaled
    chance = np.random.default_rng(7)
    told = {}
    for text, phones in PHONES.items():
        mel = uttered(phones, chance)
        mel = np.pad(mel, ((8, 8 + -len(mel) % 4), (0, 0)), constant_values=-80.0)
        with torch.inference_mode():
            heard = network(scaled(torch.from_numpy(mel))[None], torch.tensor([len(mel)]))
        words = heard_words(heard.phones[0].log_softmax(-1).numpy(), lexicon)
        told[text] = words[0].guesses[0].word if words else ""
    assert sum(text == word for text, word in told.items()) >= 7, told


def test_a_run_that_was_cancelled_goes_on_to_the_same_weights(
    packaging: Take, data: Any, recipe: Any, tmp_path: Path
) -> None:
    module = packaging("starter_training.sound_training")
    few = type(recipe)(**{**_fields(recipe), "steps": 6})
    straight = module.SoundTraining(few, data).run(tmp_path / "one", Control())

    job = Job("training")

    class _Stops(Control):
        def progress(self, done: int, total: int = 0, note: str = "") -> None:
            if done == 3:
                job.cancel()

    with pytest.raises(Cancelled):
        module.SoundTraining(few, data).run(tmp_path / "two", _Stops(job))
    again = module.SoundTraining(few, data)
    resumed = again.run(tmp_path / "two", Control())

    for one, other in zip(straight.parameters(), resumed.parameters(), strict=True):
        torch.testing.assert_close(one, other, atol=1e-5, rtol=1e-4)


def test_what_is_written_hears_the_same(packaging: Take, recipe: Any, tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    folder = tmp_path / "starter"
    shutil.copytree(assets_folder() / "starter", folder)
    networks = packaging("starter_training.sound_network")
    torch.manual_seed(0)
    network = networks.SoundNetwork(recipe.shape).eval()
    for parameter in network.parameters():  # as the file keeps them
        parameter.data = parameter.data.half().float()
    packaging("starter_training.sound_weights").write_tower(folder, network)
    packaging("starter_training.sound_lexicon").write(folder / LEXICON_FILE, list(PHONES), PHONES)
    mel = np.random.default_rng(0).uniform(-60, 0, (120, BANDS)).astype(np.float32)
    space = load_starter(folder)
    encoder = space.encoder("audio")
    assert isinstance(encoder, SoundEncoder)

    made = encoder.hear(Part(mel, 0, 30))
    with torch.inference_mode():
        meant = network(networks.scaled(torch.from_numpy(mel))[None], torch.tensor([120]))

    np.testing.assert_allclose(made.phones, meant.phones[0].log_softmax(-1), atol=1e-3)
    np.testing.assert_allclose(made.meaning, meant.meaning[0], atol=1e-3)
    assert made.speech.mean() == pytest.approx(float(meant.speech), abs=1e-3)
    space.close()


def test_words_are_held_out_with_all_that_begin_like_them(packaging: Take) -> None:
    words = packaging("starter_training.sound_words")
    for stem in ("zebra", "guita", "table", "castl"):
        assert words.is_held_out(stem) == words.is_held_out(stem + "s")
    some = ["".join(chr(97 + n // 26**k % 26) for k in range(4)) for n in range(2000)]
    assert 0.06 < np.mean([words.is_held_out(word) for word in some]) < 0.12


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_texts_said_together_are_told_apart(packaging: Take) -> None:
    speech = packaging("starter_training.sound_speech")
    texts = ["zebra", "a red ball on the table", "street light", "queue"]
    spoken = list(speech.espeak(texts, speech.Voice("en-us+f3", 170, 50)))
    assert len(spoken) == len(texts)
    lengths = [len(one) for one in spoken]
    assert lengths.index(max(lengths)) == 1
    assert all(3000 < length < 60_000 for length in lengths)
    assert MelFrames().longest == 600


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_spoken_phrases_find_the_written_ones(packaging: Take) -> None:
    speech = packaging("starter_training.sound_speech")
    phrases = ["a dog", "fish in the sea", "a red flower", "a bird on a branch", "an old clock",
               "the moon", "a fly", "cup of coffee", "university", "a necktie"]  # fmt: skip
    sounds = [Sound(one, 16_000) for one in speech.espeak(phrases, speech.Voice("en-us", 160, 50))]
    space = load_starter(assets_folder() / "starter")
    try:
        heard = space.encode_contents("audio", sounds)
        written = space.encode_contents("text", phrases)
    finally:
        space.close()
    first = (heard @ written.T).argmax(axis=1)
    assert sum(first == np.arange(len(phrases))) >= 9, [phrases[row] for row in first]


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_words_are_pronounced_by_known_phones(packaging: Take) -> None:
    phones = packaging("starter_training.sound_lexicon").pronounced(["cat", "church", "bird"])
    assert phones == {"cat": "kat", "church": "CRC", "bird": "bRd"}


def test_every_sample_of_sonic_pi_has_words(packaging: Take) -> None:
    text_of = packaging("starter_training.sound_effects").text_of
    assert text_of("bd_808") == "bass drum"
    assert text_of("drum_bass_hard") == "bass drum"
    assert text_of("perc_bell") == "ringing bell"
    assert text_of("glitch_bass_g") == "glitching bass"


def _fields(recipe: Any) -> dict[str, Any]:
    return {name: getattr(recipe, name) for name in type(recipe).__dataclass_fields__}
