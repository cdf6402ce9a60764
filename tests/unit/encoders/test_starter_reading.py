"""What was said between two pauses is read as a whole, little words included."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.encoders.starter.lexicon import SIGNS, Guess, HeardWord, Lexicon, numbered
from explorer.encoders.starter.phone_tree import PhoneTree
from explorer.encoders.starter.reading import PAUSE, Stretch, heard_stretches, whole_texts

LEXICON = Lexicon(
    [("a", "@"), ("the", "D@"), ("in", "In"), ("dog", "dAg"), ("sea", "si"), ("fish", "fIS"),
     ("see", "si"), ("wait", "wet"), ("await", "@wet"), ("fishing", "fISIN"), ("mercy", "mRsi"),
     ("moon", "mun"), ("domain", "domen"), ("fly", "flY"), ("apply", "@plY")]
)  # fmt: skip


def steps(phones: str, sure: float = 6.0) -> np.ndarray:
    """Log-probabilities as a tower gives them: each phone for two steps, a blank after it."""
    signs = [sign for one in numbered(phones) for sign in (one, one, 0)]
    logits = np.zeros((len(signs), SIGNS), np.float32)
    logits[np.arange(len(signs)), signs] = sure
    return (logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))).astype(np.float32)


def quiet(count: int) -> np.ndarray:
    return np.repeat(steps("a")[2:3], count, axis=0)


def read(logs: np.ndarray, lexicon: Lexicon = LEXICON) -> list[str]:
    return [stretch.readings[0].word for stretch in heard_stretches(logs, lexicon)]


@pytest.mark.parametrize(
    ("phones", "text"),
    [("fISInD@si", "fish in the sea"), ("fIS In D@ si", "fish in the sea"), ("@dAg", "a dog"),
     ("D@mun", "the moon"), ("@flY", "a fly"), ("@wet", "await"), ("fISIN", "fishing")],
)  # fmt: skip
def test_a_phrase_is_read_with_its_little_words(phones: str, text: str) -> None:
    assert read(steps(phones)) == [text]


def test_each_word_lies_where_it_was_said() -> None:
    (stretch,) = heard_stretches(np.concatenate([quiet(5), steps("fISInD@si")]), LEXICON)
    spans = [(word.guesses[0].word, word.start, word.end) for word in stretch.words]
    assert spans == [("fish", 5, 13), ("in", 14, 19), ("the", 20, 25), ("sea", 26, 31)]


def test_a_pause_parts_what_is_read_as_a_whole() -> None:
    said = [steps("@dAg"), quiet(PAUSE), steps("D@mun")]
    assert read(np.concatenate(said)) == ["a dog", "the moon"]
    assert read(np.concatenate([said[0], quiet(PAUSE // 2), said[2]])) == ["a dog the moon"]


def test_what_may_have_been_said_as_well_is_told_with_its_chance() -> None:
    (stretch,) = heard_stretches(steps("fISInD@si"), LEXICON)
    texts = {reading.word: reading.chance for reading in stretch.readings}
    assert texts["fish in the sea"] > texts["fish in the see"] > 0.1
    assert {guess.word for guess in stretch.words[-1].guesses[:2]} == {"sea", "see"}
    for word in stretch.words:
        chances = [guess.chance for guess in word.guesses]
        assert chances == sorted(chances, reverse=True)
        assert sum(chances) <= 1 + 1e-6


def test_a_misheard_word_keeps_the_right_one_among_its_rivals() -> None:
    rivals = Lexicon([("bond", "bAnd"), ("band", "band"), ("pond", "pAnd"), ("moon", "mun")])
    heard = np.logaddexp(np.log(0.6) + steps("band"), np.log(0.4) + steps("bAnd"))
    (stretch,) = heard_stretches(heard.astype(np.float32), rivals)
    told = {reading.word: reading.chance for reading in stretch.readings}
    assert max(told, key=lambda word: told[word]) == "band"
    assert told["bond"] > 0.1
    assert told["bond"] > 3 * told.get("moon", 0.0)


def test_whole_texts_differ_in_one_stretch_at_most() -> None:
    def stretch(*readings: tuple[str, float]) -> Stretch:
        return Stretch(
            (HeardWord(0, 1, (Guess("x", 1.0),)),), tuple(Guess(*one) for one in readings)
        )

    some = [stretch(("a dog", 0.6), ("adored", 0.3)), stretch(("the moon", 0.5), ("domain", 0.4))]
    assert whole_texts(some, 9) == [
        ("a dog the moon", 1.0), ("a dog domain", pytest.approx(0.8)),
        ("adored the moon", pytest.approx(0.5)),
    ]  # fmt: skip
    assert len(whole_texts(some, 2)) == 2


def test_the_best_cut_is_the_best_of_all_cuts() -> None:
    """Token passing finds no worse a way than trying every pair of words does."""
    words = [numbered(phones) for phones in ("ba", "ab", "bab", "a", "b")]
    costs = np.array([1.0, 1.2, 1.5, 0.4, 0.9], np.float32)
    tree = PhoneTree(words, costs)
    chance = np.random.default_rng(4)
    a, b = numbered("ab")
    for _ in range(20):
        logs = np.full((5, SIGNS), -11.0, np.float32)
        some = np.log(chance.dirichlet([1.0, 1.0, 1.0], 5))
        logs[:, [0, a, b]] = np.maximum(some, -11)
        cut = tree.cut(logs)
        found = sum(_best(logs[p.start : p.end], words[p.row]) - costs[p.row] for p in cut)
        inside = {step for piece in cut for step in range(piece.start, piece.end)}
        found += sum(logs[step, 0] for step in range(5) if step not in inside)
        assert found >= _best_of_all(logs, words, costs) - 1e-4


def _best_of_all(logs: np.ndarray, words: list[list[int]], costs: np.ndarray) -> float:
    """The best way to say any words on end, by trying all that begin and end at each step."""
    best = [0.0]
    for end in range(1, len(logs) + 1):
        options = [best[end - 1] + float(logs[end - 1, 0])]
        for start in range(end):
            options += [
                best[start] + _best(logs[start:end], word) - float(cost)
                for word, cost in zip(words, costs, strict=True)
            ]
        best.append(max(options))
    return best[-1]


def _best(logs: np.ndarray, word: list[int]) -> float:
    """The likeliest single way to say a word from the first of some steps to the last (Viterbi)."""
    signs = [0] * (2 * len(word) - 1)
    signs[::2] = word
    state = [float(logs[0, signs[0]])] + [-np.inf] * (len(signs) - 1)
    for row in logs[1:]:
        state = [
            max(
                state[place],
                state[place - 1] if place else -np.inf,
                state[place - 2] if place > 1 and signs[place - 2] != sign and sign else -np.inf,
            ) + float(row[sign])
            for place, sign in enumerate(signs)
        ]  # fmt: skip
    return state[-1]
