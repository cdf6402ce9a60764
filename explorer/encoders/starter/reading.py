"""From the phones that a sound tower hears to what was said: words in order, read in several ways.

What lies between two pauses is read as a whole. Every way to cut it in words of the lexicon is
followed at once through a tree of their phones (token passing: Young et al. 1989); the best way,
words that are like its words, and words that are like the whole are then compared by how likely
they make all that was heard, and by how much each word is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from explorer.encoders.starter.lexicon import (
    EACH,
    PHONES,
    USUAL,
    Guess,
    HeardWord,
    Lexicon,
    Logs,
    Run,
    best_path,
)
from explorer.encoders.starter.phone_tree import SPACE, Piece

PAUSE = 10
"""Steps without a phone that part what is read as a whole."""

DOUBT = 1.5
"""What scores are divided by before they become chances: of single words that nobody used to train
or to test, so many are then right as the chances say."""

ALONE = 6.0
"""How much likelier one word is than several, before anything is heard."""

AMONG, AMONG_SLOT = 400, 120
"""Words that are looked at: as the whole of a stretch, and as one word of several."""

MOST_SWAPS = 32
"""Ways that differ by one word from the best cut, compared over the whole stretch."""

KEPT = 8
"""Ways to read that are told, of a stretch and of each of its words."""

LONGEST_WORD = 20
"""Phones that may be one word."""

READ_BY = f"tree {USUAL} {EACH} {PAUSE} {DOUBT} {ALONE} {AMONG} {AMONG_SLOT} {MOST_SWAPS} {KEPT}"
"""How it is read: sounds have other vectors when any of it changes."""


class Stretch(NamedTuple):
    """What was said between two pauses.

    Attributes
    ----------
    words
        Its words by the likeliest reading, in order.
    readings
        All of it as text, with how likely it is read so, the likeliest first.
    """

    words: tuple[HeardWord, ...]
    readings: tuple[Guess, ...]


def heard_words(logs: Logs, lexicon: Lexicon) -> list[HeardWord]:
    """The words that were said, in order.

    Parameters
    ----------
    logs
        (steps, signs): log-probabilities of one sound.
    """
    return [word for stretch in heard_stretches(logs, lexicon) for word in stretch.words]


def heard_stretches(logs: Logs, lexicon: Lexicon) -> list[Stretch]:
    """What was said from pause to pause; see `heard_words`."""
    parts = (_stretch(logs, runs, lexicon) for runs in _between_pauses(best_path(logs)))
    return [part for part in parts if part]


def whole_texts(stretches: Sequence[Stretch], most: int) -> list[Guess]:
    """The likeliest texts of all stretches on end: at most one of them is read another way."""
    best = [stretch.readings[0].word for stretch in stretches]
    texts = []
    for place, stretch in enumerate(stretches):
        first, *others = stretch.readings
        for other in others:
            text = " ".join([*best[:place], other.word, *best[place + 1 :]])
            texts.append(Guess(text, other.chance / first.chance))
    texts.sort(key=lambda guess: -guess.chance)
    return [Guess(" ".join(best), 1.0), *texts[: most - 1]]


def _stretch(logs: Logs, runs: Sequence[Run], lexicon: Lexicon) -> Stretch | None:
    start, end = runs[0].start, runs[-1].end
    whole = _around(logs, start, end)
    first = max(0, start - 1)
    cut = [
        Piece(piece.start + first, piece.end + first, piece.row)
        for piece in lexicon.tree.cut(whole)
    ]
    ways: dict[tuple[int, ...], float] = {}
    if len(runs) <= LONGEST_WORD:
        alone = _alike(logs, runs, start, end, lexicon, AMONG)
        ways |= {(row,): fit + ALONE for row, fit in alone}
    if cut:
        several = _swapped(logs, runs, cut, lexicon)
        for way, fit in zip(several, lexicon.fits(whole, several), strict=True):
            ways.setdefault(way, float(fit) + ALONE * (len(way) == 1))
    return _told(ways, cut, runs, lexicon) if ways else None


def _swapped(
    logs: Logs, runs: Sequence[Run], cut: Sequence[Piece], lexicon: Lexicon
) -> list[tuple[int, ...]]:
    """The words of a cut, and the same with one of them replaced by what fits about as well."""
    rows = tuple(piece.row for piece in cut)
    if len(rows) < 2:
        return [rows]
    swaps: list[tuple[float, tuple[int, ...]]] = []
    for place, piece in enumerate(cut):
        alike = _alike(logs, runs, piece.start, piece.end, lexicon, AMONG_SLOT)
        for other, fit in alike:
            if other != piece.row:
                way = (*rows[:place], other, *rows[place + 1 :])
                swaps.append((alike[0][1] - fit, way))
    return [rows, *(way for _, way in sorted(swaps)[:MOST_SWAPS])]


def _told(
    ways: dict[tuple[int, ...], float], cut: Sequence[Piece], runs: Sequence[Run], lexicon: Lexicon
) -> Stretch:
    """The ways to read a stretch, by how well they fit, as words and texts."""
    chances = dict(zip(ways, as_chances(np.array([*ways.values()])).tolist(), strict=True))
    order = sorted(ways, key=lambda way: -ways[way])
    best = order[0]
    spans = [(piece.start, piece.end) for piece in cut if len(cut) == len(best)]
    words = []
    for slot, span in enumerate(spans or [(runs[0].start, runs[-1].end)]):
        # What else the word may be, if the others are what they are taken for.
        rivals = {
            way[slot]: chances[way]
            for way in order
            if len(way) == len(best)
            and (*way[:slot], *way[slot + 1 :]) == (*best[:slot], *best[slot + 1 :])
        }
        total = sum(rivals.values())
        guesses = (Guess(lexicon.words[row], chance / total) for row, chance in rivals.items())
        words.append(HeardWord(*span, tuple(guesses)[:KEPT]))
    readings = (
        Guess(" ".join(lexicon.words[row] for row in way), chances[way]) for way in order[:KEPT]
    )
    return Stretch(tuple(words), tuple(readings))


def as_chances(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Scores (n,) to chances (n,) that sum to one."""
    powers = np.exp((scores - scores.max()) / DOUBT)
    return np.asarray(powers / powers.sum())


def _alike(
    logs: Logs, runs: Sequence[Run], start: int, end: int, lexicon: Lexicon, among: int
) -> list[tuple[int, float]]:
    """Rows of the words that fit some steps best, and how well they do."""
    inside = [run for run in runs if run.start < end and run.end > start]
    phones = "".join(PHONES[run.sign - 2] for run in inside)
    return lexicon.fitting(_around(logs, start, end), phones, KEPT, among)


def _around(logs: Logs, start: int, end: int) -> Logs:
    """Some steps and one on each side: a phone may begin or end there."""
    return logs[max(0, start - 1) : end + 1]


def _between_pauses(runs: Sequence[Run]) -> list[list[Run]]:
    parts: list[list[Run]] = []
    last = -PAUSE
    for run in runs:
        if run.sign != SPACE:
            if run.start - last >= PAUSE or not parts:
                parts.append([])
            parts[-1].append(run)
            last = run.end
    return parts
