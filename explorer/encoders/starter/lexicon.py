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

from explorer.encoders.starter.phone_tree import SPACE, PhoneTree

PHONES = "bdfghjklmnNprsStTvwzZDCJiIEaAOUuV@RYWXeo"
"""One letter per phone of General American: C as in church, J as in judge, R as in bird, Y as in
bite, W as in bout, X as in boil, e as in bait, o as in boat; the others as in SAMPA."""

SIGNS = len(PHONES) + 2
"""The phones, CTC's blank and the space between two words."""

STRIDE = 4
"""Frames of a hundredth of a second that one step stands for."""

USUAL = 0.5
"""Weight of how much a word is used beside how well it fits."""

EACH = -1.3
"""What a word costs, however much it is used: one long word is likelier than several short ones."""

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
        self._lengths = np.array([len(phones) + 1 for phones in self.phones], np.float32)
        # Zipf: the word used r-th most is used 1/r times as often as the first.
        ranks = np.arange(len(pairs), dtype=np.float32)
        self.costs = np.asarray(EACH + USUAL * np.log(ranks + 50), np.float32)
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
    def tree(self) -> PhoneTree:
        """Cuts what was heard in its words."""
        return PhoneTree([numbered(phones) for phones in self.phones], self.costs)

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

    def fitting(self, logs: Logs, phones: str, count: int, among: int) -> list[tuple[int, float]]:
        """Rows of the words that fit some steps best, with the logarithm of how well they do.

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
        fits = self.fits(logs, [(row,) for row in rows.tolist()])
        best = np.argsort(-fits, kind="stable")[:count]
        return [(int(rows[place]), float(fits[place])) for place in best]

    def fits(self, logs: Logs, texts: Sequence[tuple[int, ...]]) -> NDArray[np.float32]:
        """How well texts, by their words' rows, fit some steps, less what their words cost."""
        phones = (" ".join(self.phones[row] for row in text) for text in texts)
        costs = [sum(self.costs[row] for row in text) for text in texts]
        return likelihoods(logs, [numbered(one) for one in phones]) - np.array(costs, np.float32)


def likelihoods(logs: Logs, texts: Sequence[Sequence[int]]) -> NDArray[np.float32]:
    """Log-likelihood (n,) of each text, all ways to say it in so many steps summed.

    The forward half of CTC over all texts at once; a text too long for the steps is below -600.
    A space between two words may be heard or not.

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
    leaps = _over_spaces(signs)
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
        for far, allowed in leaps:
            moved[:, far:] += state[:, :-far] * allowed
        state = moved * step[signs]
    rows, ends = np.arange(len(texts)), np.array([2 * len(text) for text in texts])
    last = state[rows, ends] + state[rows, ends - 1]
    return np.asarray(logged + np.log(np.maximum(last, _LEAST)), np.float32)


def _over_spaces(signs: NDArray[np.int64]) -> list[tuple[int, NDArray[np.float64]]]:
    """How many places a step may leap to leave out a space, and from where it may.

    From the blank before the space to the phone after it, or from the phone before if they differ.
    """
    if not (signs == SPACE).any():
        return []
    parted = np.zeros(signs.shape)
    parted[:, 5::2] = signs[:, 3:-2:2] == SPACE
    differ = parted.copy()
    differ[:, 5::2] *= signs[:, 5::2] != signs[:, 1:-4:2]
    return [(3, parted[:, 3:]), (4, differ[:, 4:])]


def _neighbours(phones: str) -> list[str]:
    marked = f"<{phones}>"
    return [marked[place : place + 2] for place in range(len(marked) - 1)]
