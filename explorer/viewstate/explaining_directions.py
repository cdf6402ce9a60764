"""The other ways to ask: words for a region, picture to picture, words to words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.core.errors import QueryError
from explorer.core.media import Pixels
from explorer.jobs import Control
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
    """Which words a region carries.

    Attributes
    ----------
    region
        The one asked about last, None for none; without words while they are on the way.
    """

    def __init__(self, explaining: Explaining) -> None:
        self._explaining = explaining
        self.region: Region | None = None

    def ask(self, box: Box) -> None:
        """Ask about a part of the picture shown."""
        one = self._explaining
        subject, space_id = one.subject, one.space_id
        if subject is None or subject.picture is None or not subject.is_picture:
            return
        picture = subject.picture
        vocabulary = _vocabulary(one.words)
        asked = self.region = Region(subject, box)

        def work(control: Control) -> tuple[WordOfRegion, ...]:
            del control
            space = one.tools.spaces.load(space_id)
            found = words_for_region(space, picture, in_pixels(box, picture), vocabulary)
            return tuple(found[:WORDS_SHOWN])

        def done(words: tuple[WordOfRegion, ...]) -> None:
            self._take(asked, Region(subject, box, words))

        one.session.jobs.submit(
            "Find the words of a region",
            work,
            lane="query",
            key=one.key("explain-region"),
            done=done,
            failed=lambda sentence: self._take(asked, Region(subject, box, (), sentence)),
            quiet=True,
        )
        one.tell("region")

    def clear(self) -> None:
        """Ask about none."""
        if self.region is not None:
            self.region = None
            self._explaining.tell("region")

    def _take(self, asked: Region, region: Region) -> None:
        if self.region is asked:
            self.region = region
            self._explaining.tell("region")


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
    matches
        Of the two, None while they are on the way.
    problem
        A sentence, where they could not be had.
    """

    def __init__(self, explaining: Explaining) -> None:
        self._explaining = explaining
        self.held: Subject | None = None
        self.other: Subject | None = None
        self.matches: PatchMatches | None = None
        self.problem = ""

    def hold(self, subject: Subject | None) -> None:
        """Keep this picture as the one of the two; None lets it go."""
        self.held = subject
        self.follow()

    def turn(self) -> None:
        """Hold the other one."""
        self.hold(self._explaining.subject)

    def follow(self) -> None:
        """Match what is held with what is looked at."""
        one, held = self._explaining, self.held
        other = one.subject
        self.matches, self.problem = None, ""
        self.other = None if other is held else other
        fits = held is not None and other is not None and other is not held and other.is_picture
        if not fits:
            one.tell("pair")
            return
        assert held is not None
        assert other is not None
        space_id, first, second = one.space_id, held.picture, other.picture
        assert first is not None
        assert second is not None

        def done(matches: PatchMatches) -> None:
            self.matches = matches
            one.tell("pair")

        def failed(sentence: str) -> None:
            self.problem = sentence
            one.tell("pair")

        one.session.jobs.submit(
            "Match two pictures",
            lambda control: picture_matches(one.tools.spaces.load(space_id), first, second),
            lane="query",
            key=one.key("explain-pair"),
            done=done,
            failed=failed,
            quiet=True,
        )
        one.tell("pair")


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
    """Which words of the query met which words of a text.

    Attributes
    ----------
    match
        None while there is none.
    problem
        A sentence, where it could not be had.
    """

    def __init__(self, explaining: Explaining) -> None:
        self._explaining = explaining
        self.match: TextMatch | None = None
        self.problem = ""

    def ask(self) -> None:
        """Ask about the words shown, unless the item is a picture."""
        one = self._explaining
        subject, asked, space_id = one.subject, one.words, one.space_id
        self.match, self.problem = None, ""
        text = subject.text.strip()[:LONGEST_TEXT] if subject is not None else ""
        if subject is None or subject.has_map or not text or not asked or not space_id:
            one.session.jobs.cancel(one.key("explain-texts"))
            one.tell("texts")
            return

        def work(control: Control) -> TextMatch:
            del control
            matches = text_matches(one.tools.spaces.load(space_id), asked, text)
            if not matches.layout.count or not matches.other_layout.count:
                raise QueryError("There are no words on one of the two sides.")
            return TextMatch(asked, text, matches)

        def done(match: TextMatch) -> None:
            self.match = match
            one.tell("texts")

        def failed(sentence: str) -> None:
            self.problem = sentence
            one.tell("texts")

        one.session.jobs.submit(
            "Match two texts",
            work,
            lane="query",
            key=one.key("explain-texts"),
            done=done,
            failed=failed,
            quiet=True,
        )
        one.tell("texts")
