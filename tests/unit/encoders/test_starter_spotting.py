"""When words are said: the odds are sums over all ways to say them, and the times are right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
import soundfile

from explorer.api.encoder import HearsWords
from explorer.bundled import assets_folder
from explorer.core.media import Sound
from explorer.encoders.space import Space
from explorer.encoders.starter import load_starter
from explorer.encoders.starter.lexicon import SIGNS, numbered
from explorer.encoders.starter.spotting import LEAST, WAITING, WordSpotter, odds_of
from explorer.lenses.word_patch import explain_sound


def heard(phones: str, steps: int, seed: int = 0) -> np.ndarray:
    """Log-probabilities (steps, signs) in which some phones are likely, one a step."""
    logits = np.random.default_rng(seed).normal(0, 1, (steps, SIGNS)).astype(np.float32)
    for step, sign in enumerate(numbered(phones)):
        logits[step, sign] += 4
    return logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))


def by_hand(logs: np.ndarray, phones: str) -> np.ndarray:
    """The odds by going through every way to say a word within some steps."""
    ratios = np.exp(np.maximum(logs - logs.max(axis=1, keepdims=True), LEAST))
    wanted = numbered(phones)
    odds = np.zeros(len(logs))
    for start in range(len(logs)):
        for end in range(start + 1, len(logs) + 1):
            for signs in product((0, *dict.fromkeys(wanted)), repeat=end - start):
                joined = [
                    sign
                    for place, sign in enumerate(signs)
                    if sign and (place == 0 or signs[place - 1] != sign)
                ]
                if joined != wanted or not signs[0] or not signs[-1]:
                    continue
                steps = np.arange(start, end)
                weights = ratios[steps, signs] * np.where(np.array(signs) == 0, WAITING, 1)
                odds[start:end] += weights.prod()
    return odds


@pytest.mark.parametrize("word", ["b", "bd", "bdb", "bbd"])
def test_odds_are_the_sum_over_all_ways_to_say_a_word(word):
    logs = heard("dbdb", 6)
    found = odds_of(logs, [word, "", "dgd"])
    np.testing.assert_allclose(found[0], by_hand(logs, word), rtol=1e-4)
    assert not found[1].any()


def test_odds_of_a_word_do_not_depend_on_its_company():
    logs = heard("bat", 8)
    alone, together = odds_of(logs, ["bat"]), odds_of(logs, ["kArtbat", "bat"])
    np.testing.assert_allclose(alone[0], together[1], rtol=1e-5)


def test_what_is_said_twice_is_shared_by_its_rivals():
    spotter = WordSpotter(["bat", "bad"], ["bat", "bad"])
    chances = spotter.chances(heard("bat", 4), ["bat", "BAT", "bad", "nobody"])
    np.testing.assert_allclose(chances[0], chances[1], rtol=1e-5)
    assert 0.4 < chances[0].max() <= 0.5
    assert chances[2].max() < 0.1
    assert not chances[3].any()
    assert (chances.sum(axis=0) <= 1 + 1e-6).all()


@pytest.mark.parametrize(
    ("word", "phones"),
    [
        ("cats", "kats"),
        ("dogs", "dAgz"),
        ("Houses", "hWsIz"),
        ("bus", "bVs"),
        ("ax", ""),
        ("s", ""),
    ],
)
def test_a_plural_is_pronounced_as_its_singular_and_an_ending(word, phones):
    spotter = WordSpotter(["cat", "dog", "house", "bus"], ["kat", "dAg", "hWs", "bVs"])
    assert spotter.phones_of(word) == phones


def sample(name: str) -> Sound:
    path = assets_folder() / "samples" / "sounds" / f"speech-{name}.flac"
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    return Sound(samples.mean(axis=1), rate)


@pytest.fixture(scope="module")
def starter() -> Iterator[Space]:
    space = load_starter(assets_folder() / "starter")
    yield space
    space.close()


SENTENCES = {
    "cat-in-the-sun": "black white cat sun",
    "castle-by-the-lake": "old stone castle lake",
    "tractor-in-the-field": "farmer drives tractor field",
    "guitar-lesson": "violin guitar",  # each is said once; somebody "plays" twice
    "planet-saturn": "saturn planet bright rings",
}


@pytest.mark.parametrize("name", SENTENCES)
def test_words_asked_in_any_order_lie_where_they_are_said(starter, name):
    words = SENTENCES[name].split()
    found = explain_sound(starter, sample(name), " and ".join(words[::-1]), judged="no")
    assert found.sound is not None
    peaks = {one.word: one.peak[0] for one in found.words}
    assert sorted(words, key=peaks.__getitem__) == words
    if name == "cat-in-the-sun":  # what is said last lies near the end, before the pause
        assert 0.75 < peaks["sun"] / found.image_size[0] < 1


def test_what_nobody_says_has_no_chance(starter):
    encoder = starter.encoder("audio")
    assert isinstance(encoder, HearsWords)
    prepared = encoder.preparation("tokens")(sample("cat-in-the-sun"))
    times = encoder.when_said(prepared, ["cat", "elephant", "violin", "pneumonoultra"])
    cat, *others = times.chances.max(axis=1)
    assert cat > 0.9
    assert max(others) < 0.1
    assert times.chances.shape[1] * times.step == pytest.approx(prepared.seconds, abs=times.step)


def test_the_words_heard_are_told_with_their_times(starter):
    encoder = starter.encoder("audio")
    assert isinstance(encoder, HearsWords)
    prepared = encoder.preparation("tokens")(sample("cat-in-the-sun"))
    said = encoder.said(prepared)
    assert "black" in {one.word for one in said}
    edges = [edge for one in said for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert edges[0] >= 0
    assert edges[-1] <= prepared.seconds
    assert all(0 < one.chance <= 1 for one in said)
