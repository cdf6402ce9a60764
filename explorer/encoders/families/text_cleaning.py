"""What a family does to a text before its tokenizer, with the places of the letters that stay."""

from __future__ import annotations

import string
from typing import Literal

Cleaning = Literal["", "spaces", "lower", "canonical"]
"""Nothing; single spaces; that and lower case; that without punctuation, as SigLIP's training
(Zhai et al. 2023) had it."""

_PUNCTUATION = frozenset(string.punctuation) - {"_"}  # that one becomes a space


def cleaned(text: str, how: Cleaning) -> tuple[str, list[int]]:
    """A text as it goes to the tokenizer, and where each of its letters stands in the original.

    Entities and broken encodings are left as they are.
    """
    kept, places = text, list(range(len(text)))
    if how == "canonical":
        places = [place for place in places if text[place] not in _PUNCTUATION]
        kept = "".join(text[place] for place in places).replace("_", " ")
    if how in ("lower", "canonical"):
        lengths = [len(letter.lower()) for letter in kept]  # some letters become two
        places = [place for place, many in zip(places, lengths, strict=True) for _ in range(many)]
        kept = kept.lower()
    return _single_spaces(kept, places) if how else (kept, places)


def _single_spaces(text: str, places: list[int]) -> tuple[str, list[int]]:
    letters: list[tuple[str, int]] = []
    for letter, place in zip(text, places, strict=True):
        if not letter.isspace():
            letters.append((letter, place))
        elif letters and letters[-1][0] != " ":
            letters.append((" ", place))
    if letters and letters[-1][0] == " ":
        letters.pop()
    return "".join(letter for letter, _ in letters), [place for _, place in letters]
