"""A spoken question: the words heard in it, as a text whose words keep their times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.api.encoder import HearsWords, SaidWord
from explorer.core.errors import SpaceError
from explorer.core.media import Sound
from explorer.encoders.space import Space


@dataclass(frozen=True, slots=True)
class HeardText:
    """Words that were heard.

    Parameters
    ----------
    words
        In order; as a text they have a blank between any two.
    """

    words: tuple[SaidWord, ...] = ()

    @property
    def text(self) -> str:
        """What was said, as far as it was heard."""
        return " ".join(one.word for one in self.words)

    def at(self, start: int, end: int) -> SaidWord | None:
        """The word that some characters of the text are of; None where there is none."""
        place = 0
        for one in self.words:
            if start < place + len(one.word) and end > place:
                return one
            place += len(one.word) + 1
        return None


def heard_in(space: Space, sounds: Iterable[Sound]) -> HeardText:
    """The words that are said in some sounds, one sound after the other.

    Raises
    ------
    SpaceError
        If the space does not tell words in sounds.
    """
    encoder = space.encoder("audio") if "audio" in space.encoders else None
    if encoder is None or not isinstance(encoder, HearsWords):
        raise SpaceError(
            "The space '{space}' does not tell which words are said in a sound. Type them.",
            space=space.id,
        )
    words: list[SaidWord] = []
    for sound in sounds:
        prepared = encoder.preparation("tokens")(sound)
        with space.device:
            words += encoder.said(prepared)
    return HeardText(tuple(words))
