"""The starter hears: words that are said find what they name, whatever the file is like."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from explorer.bundled import assets_folder
from explorer.core.media import Sound
from explorer.core.tokens import TimeLayout
from explorer.encoders.space import Space
from explorer.encoders.starter import load_starter, read_starter_info
from explorer.encoders.starter.architecture import WIDTH
from explorer.encoders.starter.encoders import TextEncoder
from explorer.encoders.starter.hearing import BANDS, FLOOR, Heard, MelFrames
from explorer.encoders.starter.lexicon import SIGNS, STRIDE, Lexicon, numbered
from explorer.encoders.starter.sound import SOUND_WEIGHTS, Part, SoundEncoder, parts_of

STARTER = assets_folder() / "starter"
HEARS = (STARTER / SOUND_WEIGHTS).exists()


def tone(seconds: float, rate: int = 16_000, pitch: float = 440.0, loud: float = 0.5) -> Sound:
    time = np.arange(int(seconds * rate)) / rate
    return Sound((loud * np.sin(2 * np.pi * pitch * time)).astype(np.float32), rate)


def opened(path: Path) -> Sound:
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    return Sound(samples.mean(axis=1), rate)


def test_a_second_is_a_hundred_frames_as_loud_as_the_loudest() -> None:
    heard = MelFrames()(tone(1.0))
    assert heard.mel.shape == (100, BANDS)
    assert heard.mel.dtype == np.float32
    assert heard.seconds == pytest.approx(1)
    assert heard.mel.min() >= -FLOOR
    assert 0 < heard.mel.max() < 20


def test_how_loud_and_at_which_rate_makes_little_difference() -> None:
    reference = MelFrames()(tone(1.0)).mel
    for other in (tone(1.0, loud=0.05), tone(1.0, rate=44_100), tone(1.0, rate=48_000)):
        heard = MelFrames()(other).mel[5:-5]
        near = reference[5:-5] > -30
        assert np.abs(heard - reference[5:-5])[near].max() < 1.5


@pytest.mark.parametrize("count", [0, 1, 100])
def test_hardly_any_sound_is_at_least_one_frame(count: int) -> None:
    heard = MelFrames()(Sound(np.zeros(count, np.float32), 8000))
    assert heard.mel.shape == (1, BANDS)
    assert (heard.mel < -40).all()


def test_of_a_very_long_sound_the_first_part_is_heard() -> None:
    heard = MelFrames(longest=2.0)(tone(5.0))
    assert len(heard.mel) == 200
    assert heard.seconds == pytest.approx(5)


def test_a_starter_without_a_sound_tower_sees_and_reads(tmp_path: Path) -> None:
    folder = tmp_path / "starter"
    shutil.copytree(STARTER, folder, ignore=shutil.ignore_patterns("sound.*"))
    assert read_starter_info(folder).contents == ("image", "text")
    space = load_starter(folder)
    try:
        assert sorted(space.encoders) == ["image", "text"]
    finally:
        space.close()


class Dictated:
    """A tower that hears what it is told: phones from half a second on, speech or not."""

    def __init__(self, phones: str, speech: float) -> None:
        self.phones, self.speech = numbered(phones), speech

    def run(self, outputs: list[str], **inputs: np.ndarray) -> list[np.ndarray]:
        steps = inputs["mel"].shape[1] // STRIDE
        logits = np.zeros((steps, SIGNS), np.float32)
        signs = np.zeros(steps, int)
        spread = [sign for one in self.phones for sign in (one, one, 0)]
        signs[12 : 12 + len(spread)] = spread
        logits[np.arange(steps), signs] = 8
        meaning = np.eye(WIDTH, dtype=np.float32)[:1]
        made = {
            "phones": (logits - np.log(np.exp(logits).sum(axis=1, keepdims=True)))[None],
            "speech": np.full((1, steps), self.speech, np.float32),
            "meaning": meaning,
            "moments": np.repeat(meaning[None], steps, axis=1),
        }
        return [made[name] for name in outputs]

    def close(self) -> None:
        pass


LEXICON = Lexicon([("bat", "bat"), ("zebra", "zibr@"), ("cart", "kArt"), ("boat", "bot")])


@pytest.fixture(scope="module")
def words() -> Iterator[TextEncoder]:
    space = load_starter(STARTER)
    encoder = space.encoder("text")
    assert isinstance(encoder, TextEncoder)
    yield encoder
    space.close()


def dictated(words: TextEncoder, phones: str, speech: float = 9.0) -> SoundEncoder:
    return SoundEncoder(Dictated(phones, speech), words, lambda: LEXICON, {}, "0")


def test_what_is_said_means_what_the_word_means(words: TextEncoder) -> None:
    (vector,) = dictated(words, "zibr@").encode([MelFrames()(tone(2.0))])
    scores = words.encode(["zebra", "bat", "cart"]) @ vector
    assert scores.argmax() == 0
    assert scores[0] > 0.8


def test_several_words_are_read_as_one_sentence(words: TextEncoder) -> None:
    (vector,) = dictated(words, "zibr@ kArt").encode([MelFrames()(tone(2.0))])
    scores = words.encode(["zebra cart", "zebra", "bat boat"]) @ vector
    assert scores.argmax() == 0


def test_what_is_no_speech_means_what_it_sounds_like(words: TextEncoder) -> None:
    (vector,) = dictated(words, "zibr@", speech=-9.0).encode([MelFrames()(tone(2.0))])
    assert vector[0] > 0.99


def test_time_within_a_word_has_its_meaning(words: TextEncoder) -> None:
    encoder = dictated(words, "zibr@ kArt")
    (tokens,) = encoder.encode_tokens([MelFrames()(tone(3.0))])
    assert isinstance(tokens.layout, TimeLayout)
    zebra, cart = words.encode(["zebra", "cart"]) @ tokens.vectors.T
    middles = np.array([np.mean(span) for span in tokens.layout.spans])
    assert 0.45 < middles[zebra.argmax()] < 1.1  # it is said from 0.48 s to 1.08 s
    assert 1.1 < middles[cart.argmax()] < 1.7
    assert zebra[middles < 0.4].max() < zebra.max() - 0.3


def test_the_words_that_were_heard_can_be_told(words: TextEncoder) -> None:
    heard = dictated(words, "bat zibr@").words(MelFrames()(tone(2.0)))
    assert [word.guesses[0].word for word in heard] == ["bat", "zebra"]


@pytest.fixture(scope="module")
def starter() -> Iterator[Space]:
    if not HEARS:
        pytest.skip("this starter has no sound tower")
    space = load_starter(STARTER)
    yield space
    space.close()


@pytest.fixture
def hearing(starter: Space) -> SoundEncoder:
    encoder = starter.encoder("audio")
    assert isinstance(encoder, SoundEncoder)
    return encoder


@pytest.fixture(scope="module")
def spoken(samples: Path) -> list[tuple[Sound, str]]:
    with (samples / "samples.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if "/speech-" in row["path"]]
    return [(opened(samples / row["path"]), row["description"]) for row in rows]


def test_the_space_says_that_it_hears(starter: Space) -> None:
    assert starter.info.contents == ("image", "text", "audio")
    assert starter.encoder("audio").revision != starter.encoder("text").revision


@pytest.mark.parametrize(
    "sound",
    [
        Sound(np.zeros(0, np.float32), 16_000),
        Sound(np.zeros(16_000, np.float32), 16_000),
        Sound(np.random.default_rng(0).normal(0, 0.2, 44_100).astype(np.float32), 44_100),
        tone(0.02),
        tone(3.0, rate=8000),
        tone(25.0, rate=22_050),
    ],
    ids=["nothing", "silence", "noise", "a click", "a tone", "longer than is heard at once"],
)
def test_every_sound_has_a_vector_and_tokens(sound: Sound, starter: Space) -> None:
    (vector,) = starter.encode_contents("audio", [sound])
    (tokens,) = starter.encode_content_tokens("audio", [sound])

    assert vector.shape == (starter.dimension,)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-4)
    np.testing.assert_allclose(np.linalg.norm(tokens.vectors, axis=1), 1, atol=1e-4)
    assert isinstance(tokens.layout, TimeLayout)
    ends = [end for _, end in tokens.layout.spans]
    assert ends == sorted(ends)
    assert ends[-1] == pytest.approx(len(sound.samples) / sound.rate, abs=0.13)


def test_order_and_number_make_no_difference(
    starter: Space, spoken: list[tuple[Sound, str]]
) -> None:
    sounds = [sound for sound, _ in spoken[:3]]
    together = starter.encode_contents("audio", sounds)
    for sound, vector in zip(sounds[::-1], together[::-1], strict=True):
        np.testing.assert_allclose(starter.encode_contents("audio", [sound])[0], vector, atol=1e-5)


def test_a_long_sound_is_heard_in_parts_as_if_it_were_one(hearing: SoundEncoder) -> None:
    chance = np.random.default_rng(1)
    frames = np.repeat(chance.uniform(-60, 0, (232, BANDS)), 5, axis=0).astype(np.float32)
    parts = parts_of(frames)
    assert [part.steps for part in parts] == [250, 40]

    joined = np.concatenate([hearing.hear(part).phones for part in parts])
    whole = hearing.hear(Part(frames, 0, 290)).phones

    # Each part hears a second of the others: what lies farther off makes little difference.
    assert joined.shape == whole.shape
    assert (joined.argmax(axis=1) == whole.argmax(axis=1)).mean() > 0.97


def test_speech_finds_what_it_says_among_the_samples(
    starter: Space, spoken: list[tuple[Sound, str]]
) -> None:
    sounds = starter.encode_contents("audio", [sound for sound, _ in spoken])
    texts = starter.encode_contents("text", [text for _, text in spoken])
    scores = sounds @ texts.T
    assert (scores.argmax(axis=1) == np.arange(len(spoken))).mean() >= 0.5


def test_heard_pickles_for_the_worker_processes() -> None:
    heard = MelFrames()(tone(0.5))
    assert isinstance(heard, Heard)
    assert repr(MelFrames()) == "MelFrames(longest=600.0)"
