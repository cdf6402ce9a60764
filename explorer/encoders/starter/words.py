"""From word pieces back to the words a person wrote, with their places in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from explorer.core.tokens import Tokens, WordLayout

# Letters and digits, joined inside by an apostrophe or a hyphen: "bird's", "well-known", "3".
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


class Piece(NamedTuple):
    """A word piece: its row among the token vectors, and the characters it spans."""

    row: int
    start: int
    end: int


def words_of(text: str, pieces: Sequence[Piece], vectors: NDArray[np.float32]) -> Tokens:
    """Average the pieces of every word; punctuation is left out.

    Parameters
    ----------
    text
        What was encoded.
    pieces
        Its word pieces in order, without the marks that the tokenizer adds.
    vectors
        float32 (length, d): one row for every piece, and rows that no piece points to.

    Returns
    -------
    Tokens
        One vector of unit length per word. Words that were cut off with the end of a long text
        are not among them.
    """
    spans: list[tuple[int, int]] = []
    rows: list[NDArray[np.float32]] = []
    for match in _words(text):
        start, end = match
        inside = [piece.row for piece in pieces if piece.start < end and piece.end > start]
        if inside:
            mean = vectors[inside].mean(axis=0)
            rows.append(mean / np.linalg.norm(mean))
            spans.append(match)
    layout = WordLayout(tuple(text[start:end] for start, end in spans), tuple(spans))
    shape = (len(rows), vectors.shape[1])
    return Tokens(np.array(rows, np.float32).reshape(shape), layout)


def _words(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        spans.extend(_characters(match) if _unspaced(match.group()) else [match.span()])
    return spans


def _unspaced(word: str) -> bool:
    # Chinese and Japanese are written without spaces; the tokenizer takes each sign by itself.
    return any("぀" <= sign <= "鿿" for sign in word)


def _characters(match: re.Match[str]) -> list[tuple[int, int]]:
    return [(place, place + 1) for place in range(match.start(), match.end())]
