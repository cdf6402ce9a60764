"""The other ways to ask: words for a region, picture to picture, words to words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.core.errors import QueryError
from explorer.core.media import Pixels
from explorer.encoders.space import Space
from explorer.lenses.explanation.directions import (
    PatchMatches,
    WordMatches,
    WordOfRegion,
    picture_matches,
    text_matches,
    words_for_region,
)
from explorer.lenses.explanation.everyday import EVERYDAY_WORDS
from explorer.viewstate.explaining import Explaining
from explorer.viewstate.explaining_inquiry import Inquiry
from explorer.viewstate.explaining_subject import Subject

Box = tuple[float, float, float, float]
"""Left, top, right and bottom of a region, as shares of width and height."""

WORDS_SHOWN = 12
LONGEST_TEXT = 1200
"""Letters of a text that its words are taken from; encoders see no more."""


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """A part of the picture and the words it carries, the most telling first."""

    subject: Subject
    box: Box
    words: tuple[WordOfRegion, ...] = ()
    problem: str = ""

    def pixels(self) -> Pixels:
        """The part itself, uint8 RGB; at least a pixel."""
        assert self.subject.picture is not None
        left, top, right, bottom = in_pixels(self.box, self.subject.picture)
        columns = slice(int(left), max(int(right), int(left) + 1))
        rows = slice(int(top), max(int(bottom), int(top) + 1))
        return np.ascontiguousarray(self.subject.picture[rows, columns])


def in_pixels(box: Box, picture: Pixels) -> Box:
    """A region in pixels of a picture."""
    height, width = picture.shape[:2]
    left, top, right, bottom = box
    return left * width, top * height, right * width, bottom * height


class AskingRegions:
    """Which words a region carries."""

    def __init__(self, explaining: Explaining) -> None:
        self._explaining = explaining
        self._asked: tuple[Subject, Box] | None = None
        self._words: Inquiry[tuple[WordOfRegion, ...]] = Inquiry(
            explaining, "region", "Find the words of a region"
        )

    @property
    def region(self) -> Region | None:
        """The one asked about last, None for none; without words while they are on the way."""
        if self._asked is None:
            return None
        return Region(*self._asked, self._words.answer or (), self._words.problem)

    def ask(self, box: Box) -> None:
        """Ask about a part of the picture shown."""
        subject = self._explaining.subject
        if subject is None or subject.picture is None or not subject.is_picture:
            return
        picture, vocabulary = subject.picture, _vocabulary(self._explaining.words)

        def work(space: Space) -> tuple[WordOfRegion, ...]:
            found = words_for_region(space, picture, in_pixels(box, picture), vocabulary)
            return tuple(found[:WORDS_SHOWN])

        self._asked = subject, box
        self._words.ask(work)

    def clear(self) -> None:
        """Ask about none."""
        if self._asked is not None:
            self._asked = None
            self._words.drop()


def _vocabulary(words: str) -> list[str]:
    own = [word.strip(".,;:!?\"'()").lower() for word in words.split()]
    return list(dict.fromkeys([*(word for word in own if len(word) > 2), *EVERYDAY_WORDS]))


class MatchingPictures:
    """Which patch of one picture is which of another.

    Attributes
    ----------
    held
        The picture that stays while the person looks at others.
    other
        The picture it was matched with.
    """

    def __init__(self, explaining: Explaining) -> None:
        self._explaining = explaining
        self.held: Subject | None = None
        self.other: Subject | None = None
        self._matches: Inquiry[PatchMatches] = Inquiry(explaining, "pair", "Match two pictures")

    @property
    def matches(self) -> PatchMatches | None:
        """Of the two, None while they are on the way."""
        return self._matches.answer

    @property
    def problem(self) -> str:
        """A sentence, where they could not be had."""
        return self._matches.problem

    def hold(self, subject: Subject | None) -> None:
        """Keep this picture as the one of the two; None lets it go."""
        self.held = subject
        self.follow()

    def turn(self) -> None:
        """Hold the other one."""
        self.hold(self._explaining.subject)

    def follow(self) -> None:
        """Match what is held with what is looked at."""
        held, other = self.held, self._explaining.subject
        self.other = None if other is held else other
        if held is None or other is None or other is held or not other.is_picture:
            self._matches.drop()
            return
        first, second = held.picture, other.picture
        assert first is not None
        assert second is not None
        self._matches.ask(lambda space: picture_matches(space, first, second))


@dataclass(frozen=True, slots=True, eq=False)
class TextMatch:
    """The words asked beside the words of a text.

    ``text`` is what was looked at of the item's, ``asked`` the words asked.
    """

    asked: str
    text: str
    matches: WordMatches

    def best(self) -> NDArray[np.float32]:
        """For each word asked its best cosine with any word of the text: float32 (k,)."""
        return np.asarray(self.matches.cosines.max(axis=1), np.float32)


class MatchingTexts:
    """Which words of the query met which words of a text."""

    def __init__(self, explaining: Explaining) -> None:
        self._explaining = explaining
        self._match: Inquiry[TextMatch] = Inquiry(explaining, "texts", "Match two texts")

    @property
    def match(self) -> TextMatch | None:
        """None while there is none."""
        return self._match.answer

    @property
    def problem(self) -> str:
        """A sentence, where it could not be had."""
        return self._match.problem

    def ask(self) -> None:
        """Ask about the words shown, unless the item is a picture."""
        one = self._explaining
        subject, asked = one.subject, one.words
        text = subject.text.strip()[:LONGEST_TEXT] if subject is not None else ""
        if subject is None or subject.has_map or not text or not asked or not one.space_id:
            self._match.drop()
            return

        def work(space: Space) -> TextMatch:
            matches = text_matches(space, asked, text)
            if not matches.layout.count or not matches.other_layout.count:
                raise QueryError("There are no words on one of the two sides.")
            return TextMatch(asked, text, matches)

        self._match.ask(work)
