"""How the things that the words name are related in the picture."""

from __future__ import annotations

import re

from explorer.lenses.explanation.everyday import STOP_WORDS
from explorer.lenses.relations import RELATIONS, Relation, relations
from explorer.viewstate.explaining import Explaining
from explorer.viewstate.explaining_inquiry import Inquiry

MOST_THINGS = 5
"""Every thing is related to every other: the work grows with the square."""

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*|[,;.]")
_NO_THINGS = {word for name in RELATIONS for word in name.split()} | {"next", "behind", "beside"}


def things_of(text: str) -> tuple[str, ...]:
    """The things a sentence names: words in a row that are no function words.

    >>> things_of("a red cup on the table")
    ('red cup', 'table')
    """
    things: list[list[str]] = [[]]
    for word in _WORD.findall(text.lower()):
        if word in STOP_WORDS or word in _NO_THINGS or word in ",;.":
            things.append([])
        else:
            things[-1].append(word)
    return tuple(dict.fromkeys(" ".join(one) for one in things if one))[:MOST_THINGS]


class Relating:
    """Relates the things of the words shown."""

    def __init__(self, explaining: Explaining) -> None:
        self._explaining = explaining
        self._found: Inquiry[tuple[Relation, ...]] = Inquiry(
            explaining, "relations", "Relate things"
        )

    @property
    def found(self) -> tuple[Relation, ...] | None:
        """The most certain first; None while they are on the way."""
        return self._found.answer

    @property
    def problem(self) -> str:
        """A sentence, where there are none."""
        return self._found.problem

    @property
    def things(self) -> tuple[str, ...]:
        """What is related."""
        return things_of(self._explaining.words)

    def ask(self) -> None:
        """Relate the things of the words in the picture that is shown."""
        subject, things = self._explaining.subject, self.things
        nameless = len(things) < 2 or not self._explaining.space_id
        if subject is None or not subject.is_picture or nameless:
            self._found.drop()
            return
        picture = subject.picture
        assert picture is not None
        self._found.ask(lambda space: tuple(relations(space, picture, things)))
