"""When given words are said, by the phones that a sound tower hears.

A word may begin and end at any step; outside of it anything may be said. Of every step the ways
to say the word across it are summed, each against the likeliest signs of its steps: the forward
and backward halves of CTC (Graves et al. 2006, "Connectionist temporal classification") for a
keyword between two fillers (Rohlicek et al. 1989, "Continuous hidden Markov modeling for
speaker-independent word spotting").
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from explorer.encoders.starter.lexicon import Logs, numbered

LEAST = -9.0
"""The least that one sign counts against the likeliest, as a logarithm: a single phone that is
misheard is no proof against a word."""

WAITING = 0.8
"""What every step without a phone within a word counts: a word is said in one go."""

EVEN, SHARPNESS = 4e-4, 0.75
"""Odds at which a word that was asked about is as likely said as not, and the power of the odds
that chances grow with: by both, 246 words that were said and 3,144 that were not, of 80 captions
by voices that were never heard in training, are told apart as often as the chance says."""

Floats = NDArray[np.float64]


class WordSpotter:
    """Tells of some words when they are said.

    Parameters
    ----------
    words, phones
        Those that it knows to pronounce, in lower case, with their phones.
    """

    def __init__(self, words: Sequence[str], phones: Sequence[str]) -> None:
        self._phones = dict(zip(words, phones, strict=True))

    def phones_of(self, word: str) -> str:
        """How a word is pronounced, empty where that is not known.

        Of one that is not listed and ends in -s it is that of the word without it, and the ending.
        """
        word = word.lower().replace("’", "'")
        known = self._phones.get(word, "")
        stem = self._phones.get(word[:-1], "") if word.endswith("s") else ""
        if known or not stem:
            return known
        return stem + ("Iz" if stem[-1] in "szSZCJ" else "s" if stem[-1] in "ptkfT" else "z")

    def chances(self, logs: Logs, words: Sequence[str]) -> NDArray[np.float32]:
        """How likely each word is being said at a step, among the others and all else.

        Parameters
        ----------
        logs
            (steps, signs): log-probabilities of one sound.

        Returns
        -------
        float32 (k, steps), 0 to 1; zeros for a word that it does not know to pronounce.
        """
        odds = odds_of(logs, [self.phones_of(word) for word in words])
        weights = (odds / np.float32(EVEN)) ** np.float32(SHARPNESS)
        return np.asarray(weights / (1 + weights.sum(axis=0)), np.float32)


def odds_of(logs: Logs, phones: Sequence[str]) -> NDArray[np.float32]:
    """Odds that words are being said at a step, against the likeliest signs there.

    Parameters
    ----------
    logs
        (steps, signs): log-probabilities of one sound.
    phones
        Of each word; empty for a word that nobody knows to pronounce, which has no odds.

    Returns
    -------
    float32 (k, steps), from 0 up.
    """
    found = np.zeros((len(phones), len(logs)), np.float32)
    known = [row for row, one in enumerate(phones) if one]
    if not known or not len(logs):
        return found
    ratios = np.exp(np.maximum(logs - logs.max(axis=1, keepdims=True), LEAST)).astype(np.float64)
    words = [numbered(phones[row]) for row in known]
    ahead = _ways(ratios, words)
    back = _ways(ratios[::-1], [word[::-1] for word in words])[::-1]
    for place, (row, word) in enumerate(zip(known, words, strict=True)):
        signs = _spelled(word)
        both = ahead[:, place, : len(signs)] * back[:, place, : len(signs)][:, ::-1]
        found[row] = (both / _heard(ratios, signs)).sum(axis=1)
    return found


def _ways(ratios: Floats, words: Sequence[Sequence[int]]) -> Floats:
    """All ways to have begun a word and come to one of its signs at a step, summed.

    Shape (steps, words, signs of the longest), zeros after the end of a word.
    """
    most = max(2 * len(word) - 1 for word in words)
    signs = np.zeros((len(words), most), np.intp)
    inside, leaps = np.zeros(signs.shape), np.zeros(signs.shape)
    for row, word in enumerate(words):
        spelled = _spelled(word)
        signs[row, : len(spelled)], inside[row, : len(spelled)] = spelled, 1
        # From phone to phone without a blank, unless they are the same.
        leaps[row, 2 : len(spelled) : 2] = spelled[2::2] != spelled[:-2:2]
    found = np.zeros((len(ratios), *signs.shape))
    state = np.zeros(signs.shape)
    for step, heard in enumerate(ratios):
        moved = state.copy()
        moved[:, 1:] += state[:, :-1]
        moved[:, 2:] += state[:, :-2] * leaps[:, 2:]
        moved[:, 0] += 1
        state = moved * _weighed(heard[signs]) * inside
        found[step] = state
    return found


def _spelled(word: Sequence[int]) -> NDArray[np.intp]:
    """Its signs with a blank between any two."""
    spelled = np.zeros(2 * len(word) - 1, np.intp)
    spelled[::2] = word
    return spelled


def _heard(ratios: Floats, signs: NDArray[np.intp]) -> Floats:
    return _weighed(ratios[:, signs])


def _weighed(heard: Floats) -> Floats:
    """How well signs (..., signs of a word) are heard; each second one is a blank."""
    weighed = heard.copy()
    weighed[..., 1::2] *= WAITING
    return weighed
