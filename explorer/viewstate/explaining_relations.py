"""How the things that the words name are related in the picture."""

from __future__ import annotations

import re

from explorer.jobs import Control
from explorer.lenses.explanation.everyday import STOP_WORDS
from explorer.lenses.relations import RELATIONS, Relation, relations
from explorer.viewstate.explaining import Explaining

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
    """Relates the things of the words shown.

    Attributes
    ----------
    found
        The most certain first; None while they are on the way.
    problem
        A sentence, where there are none.
    """

    def __init__(self, explaining: Explaining) -> None:
        self._explaining = explaining
        self.found: tuple[Relation, ...] | None = None
        self.problem = ""

    @property
    def things(self) -> tuple[str, ...]:
        """What is related."""
        return things_of(self._explaining.words)

    def ask(self) -> None:
        """Relate the things of the words in the picture that is shown."""
        one = self._explaining
        subject, things, space_id = one.subject, self.things, one.space_id
        self.found, self.problem = None, ""
        if subject is None or not subject.is_picture or len(things) < 2 or not space_id:
            one.session.jobs.cancel(one.key("explain-relations"))
            one.tell("relations")
            return
        picture = subject.picture
        assert picture is not None

        def work(control: Control) -> tuple[Relation, ...]:
            del control
            space = one.tools.spaces.load(space_id)
            return tuple(relations(space, picture, things))

        def done(found: tuple[Relation, ...]) -> None:
            self.found = found
            one.tell("relations")

        def failed(sentence: str) -> None:
            self.problem = sentence
            one.tell("relations")

        one.session.jobs.submit(
            "Relate things",
            work,
            lane="query",
            key=one.key("explain-relations"),
            done=done,
            failed=failed,
            quiet=True,
        )
        one.tell("relations")
