"""The words that people call their items by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from explorer.lenses.explanation.everyday import STOP_WORDS

_WORD = re.compile(r"[^\W\d_]{3,}")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# What cameras, scanners and the web call files, and words that say nothing of a group.
_EMPTY_WORDS = """img dsc dscn pict dscf pxl mvimg jpg jpeg png gif svg webp tif tiff wav mp3
    ogg flac txt csv html json xml yaml file image photo picture untitled screenshot copy
    final new old part www http https com org jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue wed thu fri sat the and der die das und ein eine les des une del los las"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
VOCABULARY = 800
"""So many words of a collection, the most frequent, are looked for in the space."""


def words_of(*texts: str) -> frozenset[str]:
    """The distinct words of an item's title, tags, folders and text, in small letters."""
    found: set[str] = set()
    for text in texts:
        for word in _WORD.findall(_CAMEL.sub(" ", text)):
            word = word.lower()
            if word not in STOP_WORDS and word not in _EMPTY:
                found.add(word)
    return frozenset(found)


class ItemWords:
    """Which items have which words, as pairs; one number for a word and its plural.

    Parameters
    ----------
    items, around
        (n,) words of each item's title and tags, and of its folders and text.
    known
        Words that are kept even if one item alone has them.

    Attributes
    ----------
    names
        The words by number, the most frequent first.
    item_of, word_of
        (m,) int64: item and number of each pair.
    of_title
        (m,) bool: whether the item has the word in its title or tags.
    """

    def __init__(
        self,
        items: Sequence[frozenset[str]],
        around: Sequence[frozenset[str]] | None = None,
        known: Iterable[str] = (),
    ) -> None:
        further = around if around is not None else [frozenset()] * len(items)
        counts = _counts(items, further)
        # A word that one item alone has says something only where it is known what it is near to.
        wanted = set(known)
        self.names, numbers = _numbered(
            {word: count for word, count in counts.items() if count > 1 or word in wanted}
        )
        item_of: list[int] = []
        word_of: list[int] = []
        of_title: list[bool] = []
        for position, (own, more) in enumerate(zip(items, further, strict=True)):
            own_numbers = {numbers[word] for word in own if word in numbers}
            every = own_numbers | {numbers[word] for word in more if word in numbers}
            item_of.extend([position] * len(every))
            word_of.extend(every)
            of_title.extend(number in own_numbers for number in every)
        self.item_of = np.array(item_of, np.int64)
        self.word_of = np.array(word_of, np.int64)
        self.of_title = np.array(of_title, bool)


def vocabulary(
    items: Sequence[frozenset[str]], around: Sequence[frozenset[str]] | None = None
) -> tuple[str, ...]:
    """The words that are worth being looked for in the space, the most frequent first."""
    further = around if around is not None else [frozenset()] * len(items)
    return tuple(_numbered(_counts(items, further))[0][:VOCABULARY])


def _counts(items: Sequence[frozenset[str]], around: Sequence[frozenset[str]]) -> Mapping[str, int]:
    """How many items have each word."""
    return Counter(word for own, more in zip(items, around, strict=True) for word in own | more)


def _numbered(counts: Mapping[str, int]) -> tuple[list[str], dict[str, int]]:
    """Words, the most frequent first, and the number of each; of its twin for the rarer of two."""
    names: list[str] = []
    numbers: dict[str, int] = {}
    for word in sorted(counts, key=lambda each: (-counts[each], each)):
        twin = next((each for each in _twins(word) if each in numbers), None)
        if twin is None:
            numbers[word] = len(names)
            names.append(word)
        else:
            numbers[word] = numbers[twin]
    return names, numbers


def _twins(word: str) -> Iterable[str]:
    """The same word in the other number, by the commonest English rules."""
    yield f"{word}s"
    yield f"{word}es"
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    if word.endswith("y"):
        yield f"{word[:-1]}ies"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]
