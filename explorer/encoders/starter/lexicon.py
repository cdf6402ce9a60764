"""From the phones that a sound tower hears to words of a lexicon.

The tower says at every step how likely each phone is (CTC: Graves et al. 2006, "Connectionist
temporal classification"). The lexicon tells how words are pronounced, so that a word can be known
that was never heard: what counts is how well its phones fit the steps.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

PHONES = "bdfghjklmnNprsStTvwzZDCJiIEaAOUuV@RYWXeo"
"""One letter per phone of General American: C as in church, J as in judge, R as in bird, Y as in
bite, W as in bout, X as in boil, e as in bait, o as in boat; the others as in SAMPA."""

SIGNS = len(PHONES) + 2
"""Sign 0 is CTC's blank, sign 1 the space between two words."""

SPACE = 1
STRIDE = 4
"""Frames of a hundredth of a second that one step stands for."""

USUAL = 0.4
"""Weight of how much a word is used beside how well it fits."""

_LEAST = 1e-300
_NUMBERS = {" ": SPACE} | {phone: place for place, phone in enumerate(PHONES, 2)}

Logs = NDArray[np.float32]


class Guess(NamedTuple):
    """A word that may have been said, and how likely among those that may, from 0 to 1."""

    word: str
    chance: float


class HeardWord(NamedTuple):
    """Where a word was said, in steps, and what it may have been, the likeliest first."""

    start: int
    end: int
    guesses: tuple[Guess, ...]


class Run(NamedTuple):
    """One sign that was the likeliest for some steps on end."""

    sign: int
    start: int
    end: int


def numbered(phones: str) -> list[int]:
    """Phones and spaces as signs."""
    return [_NUMBERS[phone] for phone in phones]


def best_path(logs: Logs) -> list[Run]:
    """The likeliest sign of every step, equal ones joined, blanks left out."""
    best = logs.argmax(axis=1)
    edges = (np.flatnonzero(np.diff(best)) + 1).tolist()
    runs = [
        Run(int(best[start]), start, end)
        for start, end in zip([0, *edges], [*edges, len(best)], strict=True)
    ]
    return [run for run in runs if run.sign]


class Lexicon:
    """Words with their phones.

    Parameters
    ----------
    words
        Each word in lower case with its phones, the most used first.
    """

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        pairs = [(word, phones) for word, phones in words if phones]
        self.words = tuple(word for word, _ in pairs)
        self.phones = tuple(phones for _, phones in pairs)
        self._rows = {word: row for row, word in enumerate(self.words)}
        self._lengths = np.array([len(phones) + 1 for phones in self.phones], np.float32)
        # Zipf: the word used r-th most is used 1/r times as often as the first.
        self._usual = -np.log(np.arange(len(pairs), dtype=np.float32) + 50)
        holders: dict[str, list[int]] = defaultdict(list)
        for place, phones in enumerate(self.phones):
            for pair in set(_neighbours(phones)):
                holders[pair].append(place)
        self._holders = {pair: np.array(places) for pair, places in holders.items()}

    @classmethod
    def read(cls, path: Path) -> Lexicon:
        """A gzipped text file: a word, a tab and its phones on each line."""
        with gzip.open(path, "rt", encoding="utf-8") as file:
            parted = (line.rstrip("\n").partition("\t") for line in file)
            return cls([(word, phones) for word, _, phones in parted])

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def cutter(self) -> Cutter:
        """Cuts sentences in its words."""
        return Cutter(self.phones)

    def row(self, word: str) -> int:
        """Where a word stands."""
        return self._rows[word]

    def without(self, words: Iterable[str]) -> Lexicon:
        """The same without some words."""
        gone = set(words)
        pairs = zip(self.words, self.phones, strict=True)
        return Lexicon([pair for pair in pairs if pair[0] not in gone])

    def alike(self, phones: str, count: int) -> NDArray[np.int64]:
        """Rows of the words that share most pairs of neighbouring phones."""
        shared = np.zeros(len(self.words), np.float32)
        for pair in set(_neighbours(phones)):
            if pair in self._holders:
                shared[self._holders[pair]] += 1
        likeness = shared / (self._lengths + len(phones) + 1)
        count = min(count, len(self.words))
        rows = np.argpartition(-likeness, count - 1)[:count]
        return np.asarray(rows[likeness[rows] > 0], np.int64)

    def guesses(self, logs: Logs, phones: str, count: int = 5, among: int = 120) -> list[Guess]:
        """The words that fit some steps best.

        Parameters
        ----------
        logs
            (steps, signs): log-probabilities.
        phones
            What the likeliest signs say.
        count
            How many are wanted at most.
        among
            How many are looked at: those that look like the phones.
        """
        rows = self.alike(phones, among)
        if not len(rows):
            return []
        fits = likelihoods(logs, [numbered(self.phones[row]) for row in rows])
        scores = fits + USUAL * self._usual[rows]
        chances = np.exp(scores - scores.max())
        chances /= chances.sum()
        best = np.argsort(-chances)[:count]
        return [Guess(self.words[rows[place]], float(chances[place])) for place in best]


def likelihoods(logs: Logs, texts: Sequence[Sequence[int]]) -> NDArray[np.float32]:
    """Log-likelihood (n,) of each text, all ways to say it in so many steps summed.

    The forward half of CTC over all texts at once; a text too long for the steps is below -600.

    Parameters
    ----------
    logs
        (steps, signs): log-probabilities, at least one step.
    texts
        Signs of each, at least one.
    """
    places = 2 * max(len(text) for text in texts) + 1
    signs = np.zeros((len(texts), places), np.int64)
    for row, text in enumerate(texts):
        signs[row, 1 : 2 * len(text) : 2] = text
    # A step may skip the blank between two signs that differ.
    skips = np.zeros((len(texts), max(places - 2, 0)))
    skips[:, 1::2] = signs[:, 3::2] != signs[:, 1:-2:2]
    chances = np.exp(logs.astype(np.float64))
    state = np.zeros(signs.shape)
    state[:, :2] = chances[0, signs[:, :2]]
    logged = np.zeros(len(texts))
    for step in chances[1:]:
        # Every step is scaled to a sum of one, so that nothing gets too small to be told.
        total = np.maximum(state.sum(axis=1), _LEAST)
        logged += np.log(total)
        state /= total[:, None]
        moved = state.copy()
        moved[:, 1:] += state[:, :-1]
        moved[:, 2:] += state[:, :-2] * skips
        state = moved * step[signs]
    rows, ends = np.arange(len(texts)), np.array([2 * len(text) for text in texts])
    last = state[rows, ends] + state[rows, ends - 1]
    return np.asarray(logged + np.log(np.maximum(last, _LEAST)), np.float32)


class _Piece(NamedTuple):
    """The cheapest way to cut some phones in words that ends with this word."""

    cost: float
    start: int
    row: int


class Cutter:
    """Cuts phones in words where nobody paused, as in a sentence.

    Every word costs as much as it is rare, every phone that differs, lacks or is too many costs
    the same; the cheapest cut is found by dynamic programming. Words that are off by one phone
    are looked up by what is left of both without one (Garbe 2012, "SymSpell").

    Parameters
    ----------
    phones
        Of the words of a lexicon, the most used first.
    """

    def __init__(self, phones: Sequence[str]) -> None:
        self._phones = phones
        self._exact: dict[str, int] = {}
        self._nearly: dict[str, int] = {}
        for row, one in enumerate(phones):
            self._exact.setdefault(one, row)
            if len(one) >= SHORTEST:
                for less in {one, *_without_one(one)}:
                    self._nearly.setdefault(less, row)

    def cut(self, phones: str) -> list[tuple[int, int, int]]:
        """Start and end within the phones, and the row, of each word in order."""
        best: list[_Piece] = [_Piece(0.0, 0, -1)]
        for end in range(1, len(phones) + 1):
            before = best[end - 1]
            options = [_Piece(before.cost + LEFT_OUT, end - 1, -1)]
            for start in range(max(0, end - LONGEST), end):
                part = phones[start:end]
                row = self._exact.get(part)
                if row is not None:
                    options.append(_Piece(best[start].cost + _rarity(row), start, row))
                elif len(part) >= SHORTEST - 1:
                    row, off = self._close(part)
                    if row >= 0:
                        cost = best[start].cost + _rarity(row) + off
                        options.append(_Piece(cost, start, row))
            best.append(min(options))
        found, end = [], len(phones)
        while end:
            piece = best[end]
            if piece.row >= 0:
                found.append((piece.start, end, piece.row))
            end = piece.start
        return found[::-1]

    def _close(self, part: str) -> tuple[int, float]:
        rows = [self._nearly[less] for less in (part, *_without_one(part)) if less in self._nearly]
        if not rows:
            return -1, 0.0
        row = min(rows)
        return row, OFF * (1 + (len(self._phones[row]) == len(part)))


LONGEST, SHORTEST = 13, 4
"""Phones of a word in a sentence, and of one that may be off by one."""

LEFT_OUT, OFF = 5.0, 2.0
"""What it costs to leave out a phone, and half of what a phone that differs costs."""


def _rarity(row: int) -> float:
    return float(np.log(row + 50)) - 1.0


def _without_one(phones: str) -> list[str]:
    return [phones[:place] + phones[place + 1 :] for place in range(len(phones))]


def heard_words(logs: Logs, lexicon: Lexicon) -> list[HeardWord]:
    """The words that were said, in order.

    Parameters
    ----------
    logs
        (steps, signs): log-probabilities of one sound.
    """
    found: list[HeardWord] = []
    for part in _between_spaces(best_path(logs)):
        alone = _word(logs, part, lexicon)
        several = _sentence(logs, part, lexicon) if len(part) >= 2 * SHORTEST else []
        if len(several) > 1 and _fits(logs, part, several, lexicon) > _fits(
            logs, part, alone, lexicon
        ):
            found += several
        else:
            found += alone
    return found


def _word(logs: Logs, part: Sequence[Run], lexicon: Lexicon) -> list[HeardWord]:
    """Some runs as one word; nothing where no word is like it."""
    phones = "".join(PHONES[run.sign - 2] for run in part)
    start, end = part[0].start, part[-1].end
    guesses = lexicon.guesses(logs[max(0, start - 1) : end + 1], phones)
    return [HeardWord(start, end, tuple(guesses))] if guesses else []


def _sentence(logs: Logs, part: Sequence[Run], lexicon: Lexicon) -> list[HeardWord]:
    """Some runs as words without a pause between them."""
    phones = "".join(PHONES[run.sign - 2] for run in part)
    found = []
    for start, end, row in lexicon.cutter.cut(phones):
        word = Guess(lexicon.words[row], 1.0)
        found.append(HeardWord(part[start].start, part[end - 1].end, (word,)))
    return found


def _fits(logs: Logs, part: Sequence[Run], words: Sequence[HeardWord], lexicon: Lexicon) -> float:
    """How well words fit some runs, less how rare they are."""
    if not words:
        return -np.inf
    rows = [lexicon.row(word.guesses[0].word) for word in words]
    signs = [sign for row in rows for sign in numbered(lexicon.phones[row])]
    (fit,) = likelihoods(logs[max(0, part[0].start - 1) : part[-1].end + 1], [signs])
    return float(fit) - USUAL * sum(map(_rarity, rows))


def _between_spaces(runs: Sequence[Run]) -> list[list[Run]]:
    parts: list[list[Run]] = [[]]
    for run in runs:
        if run.sign == SPACE:
            parts.append([])
        else:
            parts[-1].append(run)
    return [part for part in parts if part]


def _neighbours(phones: str) -> list[str]:
    marked = f"<{phones}>"
    return [marked[place : place + 2] for place in range(len(marked) - 1)]
