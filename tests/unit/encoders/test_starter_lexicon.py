"""Words are told by how well their phones fit what was heard."""

from __future__ import annotations

import gzip
from itertools import combinations, groupby, pairwise, product
from pathlib import Path

import numpy as np
import pytest

from explorer.encoders.starter.lexicon import (
    PHONES,
    SIGNS,
    SPACE,
    Lexicon,
    best_path,
    likelihoods,
    numbered,
)
from explorer.encoders.starter.reading import heard_words

WORDS = [("cat", "kat"), ("bat", "bat"), ("cart", "kArt"), ("zebra", "zibr@"), ("add", "ad")]


def steps(phones: str, sure: float = 6.0, each: int = 2) -> np.ndarray:
    """Log-probabilities as a tower gives them: each phone for some steps, a blank after it."""
    signs = [sign for one in numbered(phones) for sign in ([one] * each + [0])]
    logits = np.zeros((len(signs), SIGNS), np.float32)
    logits[np.arange(len(signs)), signs] = sure
    return (logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))).astype(np.float32)


def collapsed(path: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sign for sign, _ in groupby(path) if sign)


def test_likelihoods_sum_over_every_way_to_say_it() -> None:
    chance = np.random.default_rng(0)
    logs = np.log(chance.dirichlet(np.ones(4), 5)).astype(np.float32)
    texts = [[1], [1, 2], [3, 3], [2, 3, 2]]

    found = likelihoods(logs, texts)

    for text, value in zip(texts, found, strict=True):
        ways = [
            sum(logs[step, sign] for step, sign in enumerate(path))
            for path in product(range(4), repeat=5)
            if collapsed(path) == tuple(text)
        ]
        assert value == pytest.approx(np.logaddexp.reduce(ways), abs=1e-4)


def test_a_space_between_words_may_be_heard_or_not() -> None:
    chance = np.random.default_rng(0)
    logs = np.log(chance.dirichlet(np.ones(4), 6)).astype(np.float32)
    texts = [[2, SPACE, 3], [2, SPACE, 2], [3, 2, SPACE, 2, SPACE, 3]]

    found = likelihoods(logs, texts)

    for text, value in zip(texts, found, strict=True):
        wanted = [
            sum(logs[step, sign] for step, sign in enumerate(path))
            for path in product(range(4), repeat=6)
            if _is_said(collapsed(path), text)
        ]
        assert value == pytest.approx(np.logaddexp.reduce(wanted), abs=1e-4)


def _is_said(heard: tuple[int, ...], text: list[int]) -> bool:
    """Whether some signs are a text, each of its spaces heard or not."""
    spaces = [place for place, sign in enumerate(text) if sign == SPACE]
    return any(
        heard == tuple(s for place, s in enumerate(text) if place not in gone)
        for many in range(len(spaces) + 1)
        for gone in combinations(spaces, many)
    )


def test_what_does_not_fit_in_so_many_steps_is_never_said() -> None:
    logs = steps("kat", each=1)[:4]
    short, long = likelihoods(logs, [numbered("kat"), numbered("zibr@")])
    assert short > -20
    assert long < -600


def test_a_word_is_told_and_its_place_with_it() -> None:
    (word,) = heard_words(np.concatenate([quiet(4), steps("zibr@"), quiet(3)]), Lexicon(WORDS))
    assert word.guesses[0].word == "zebra"
    assert word.guesses[0].chance > 0.9
    assert (word.start, word.end) == (4, 4 + 5 * 3 - 1)


def test_a_sentence_without_pauses_is_cut_in_words() -> None:
    lexicon = Lexicon([*WORDS, ("tractor", "traktR"), ("crosses", "krAsIz")])
    for phones in ("traktRkrAsIzzibr@", "tragtRkrAsIzibr@"):  # the latter with two misheard
        misheard = heard_words(steps(phones), lexicon)
        assert [word.guesses[0].word for word in misheard] == ["tractor", "crosses", "zebra"]
        assert all(one.end <= other.start for one, other in pairwise(misheard))


def test_a_phone_that_was_misheard_leaves_the_word_likely() -> None:
    (word,) = heard_words(steps("zidr@", sure=3.0), Lexicon(WORDS))
    assert word.guesses[0].word == "zebra"


def test_words_are_parted_by_spaces() -> None:
    said = [word.guesses[0].word for word in heard_words(steps("bat zibr@ kat"), Lexicon(WORDS))]
    assert said == ["bat", "zebra", "cat"]


def test_of_words_that_sound_the_same_the_usual_one_is_likelier() -> None:
    (word,) = heard_words(steps("si"), Lexicon([("sea", "si"), *WORDS, ("see", "si")]))
    assert [guess.word for guess in word.guesses[:2]] == ["sea", "see"]


def test_chances_are_chances() -> None:
    (word,) = heard_words(steps("kat", sure=2.0), Lexicon(WORDS))
    chances = [guess.chance for guess in word.guesses]
    assert chances == sorted(chances, reverse=True)
    assert 0.5 < sum(chances) <= 1.0001


@pytest.mark.parametrize("frames", [1, 50])
def test_nothing_is_told_of_silence(frames: int) -> None:
    assert heard_words(quiet(frames), Lexicon(WORDS)) == []


def test_nothing_like_any_word_is_left_out() -> None:
    assert heard_words(steps("Z"), Lexicon(WORDS)) == []


def test_a_lexicon_is_read_from_its_file_and_words_can_be_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.txt.gz"
    path.write_bytes(gzip.compress("".join(f"{w}\t{p}\n" for w, p in WORDS).encode()))
    lexicon = Lexicon.read(path)
    assert lexicon.words == tuple(word for word, _ in WORDS)
    (word,) = heard_words(steps("kat"), lexicon.without(["cat"]))
    assert word.guesses[0].word != "cat"


def test_every_phone_has_a_sign_of_its_own() -> None:
    assert len(set(PHONES)) == len(PHONES)
    assert sorted({0, SPACE, *numbered(PHONES)}) == list(range(SIGNS))


def test_the_best_path_joins_equal_steps() -> None:
    assert [run.sign for run in best_path(steps("ad"))] == numbered("ad")


def quiet(count: int) -> np.ndarray:
    logits = np.zeros((count, SIGNS), np.float32)
    logits[:, 0] = 6.0
    return (logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))).astype(np.float32)
