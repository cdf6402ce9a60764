"""The spoken corpus: what is said in each round of training, and what is only measured."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from explorer.jobs import Control
from starter_training.sound_speech import (
    FLITE,
    UNSEEN_FLITE,
    Spoken,
    said_by_flite,
    said_by_many,
)
from starter_training.sound_words import Vocabulary, is_held_out

Told = Callable[[str], Control]

ROUNDS = 1
PHRASES = 4000
"""Phrases of two to five words in no order, in every round: spaces are learned from them."""

MEASURED = 1000
SEED = 20261124


class Heldout(NamedTuple):
    """A thousand texts in each of five sets, none of which is trained on.

    ``voice``: words that were heard, by unseen voices of espeak-ng; ``word``: words that were not
    heard, by voices that were; ``both``: neither was; ``person``: words that were heard, by a
    voice of flite that was cut from an unheard person's speech; ``dev`` is for choosing settings.
    """

    dev: Spoken
    voice: Spoken
    word: Spoken
    both: Spoken
    person: Spoken


def training_rounds(
    vocabulary: Vocabulary, folder: Path, told: Told, rounds: int = ROUNDS
) -> list[Spoken]:
    """Every word that is not held out once in each round, with compounds, titles and phrases.

    The last is a third of all that again, by voices that were made from people's recordings.
    """
    words = vocabulary.heard(vocabulary.words)
    compounds, titles = vocabulary.heard(vocabulary.compounds), vocabulary.heard(vocabulary.titles)
    found = []
    for place in range(rounds):
        chance = np.random.default_rng((SEED, place))
        texts = [*words, *compounds[place % 2 :: 2], *titles, *_phrases(words, chance)]
        found.append(said_by_many(texts, SEED + place, folder, told(f"speech, round {place + 1}")))
        control, seed = told(f"speech of flite, round {place + 1}"), SEED + 50 + place
        found.append(said_by_flite(texts[place % 3 :: 3], FLITE, seed, folder, control))
    return found


def held_out_speech(vocabulary: Vocabulary, folder: Path, told: Told) -> Heldout:
    """What is measured on: the thousand words that are used most, and those never heard."""
    heard = vocabulary.heard(vocabulary.words)[:MEASURED]
    unheard = [word for word in vocabulary.words if is_held_out(word)]
    control = told("speech to measure on")
    return Heldout(
        said_by_many(unheard[MEASURED:], SEED + 100, folder, control, unseen=True),
        said_by_many(heard, SEED + 101, folder, control, unseen=True),
        said_by_many(unheard[:MEASURED], SEED + 102, folder, control),
        said_by_many(unheard[:MEASURED], SEED + 103, folder, control, unseen=True),
        said_by_flite(heard, UNSEEN_FLITE, SEED + 104, folder, control),
    )


def _phrases(words: Sequence[str], chance: np.random.Generator) -> list[str]:
    # Words that are used more are drawn more.
    places = (len(words) * chance.random((PHRASES, 5)) ** 2).astype(int)
    lengths = chance.integers(2, 6, PHRASES)
    return [
        " ".join(words[place] for place in row[:length])
        for row, length in zip(places, lengths, strict=True)
    ]
