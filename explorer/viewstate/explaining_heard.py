"""What is said in the sounds that a query asks with, so that it can be explained word by word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from explorer.collection.tools import Tools
from explorer.core.media import Sound
from explorer.core.query import Query, Term
from explorer.core.wording import Wording
from explorer.jobs import Control
from explorer.lenses.explanation.heard import HeardText, heard_in
from explorer.media.preparation import AsIs
from explorer.viewstate.session import Session

NOTHING = HeardText()


class Hearing:
    """Listens once to the sounds of a query.

    Parameters
    ----------
    key
        Of its job.
    told
        Called when something was heard, or could not be.

    Attributes
    ----------
    heard
        The words; none while they are on the way.
    problem
        A sentence, where none were heard.
    busy
        Whether they are on the way.
    """

    def __init__(self, session: Session, tools: Tools, key: str, told: Callable[[], None]) -> None:
        self._session, self._tools = session, tools
        self._key, self._told = key, told
        self._of: tuple[str, tuple[Term, ...]] = ("", ())
        self.heard, self.problem, self.busy = NOTHING, "", False

    def listen(self, query: Query, space_id: str) -> None:
        """Find out what is said in the sounds of a query, unless that is what is known."""
        terms = sounds_of(query)
        if (space_id, terms) == self._of:
            return
        asked = self._of = (space_id, terms)
        self.heard, self.problem, self.busy = NOTHING, "", bool(space_id and terms)
        if not self.busy:
            self._session.jobs.cancel(self._key)
            return

        def work(control: Control) -> HeardText:
            space = self._tools.spaces.load(space_id)
            sounds = []
            for term in terms:
                control.check()
                sounds.append(self._opened(term))
            return heard_in(space, sounds)

        def done(heard: HeardText) -> None:
            nothing = "" if heard.words else Wording("No word was heard in the sound. Type some.")
            self._take(asked, heard, nothing)

        self._session.jobs.submit(
            "Listen to the query",
            work,
            lane="query",
            key=self._key,
            done=done,
            failed=lambda sentence: self._take(asked, NOTHING, sentence),
            quiet=True,
        )

    def _opened(self, term: Term) -> Sound:
        sound: Sound = self._tools.decoder.content(Path(str(term.value)), "audio", AsIs())
        return sound

    def _take(self, asked: tuple[str, tuple[Term, ...]], heard: HeardText, problem: str) -> None:
        if self._of == asked:
            self.heard, self.problem, self.busy = heard, problem, False
            self._told()


def sounds_of(query: Query) -> tuple[Term, ...]:
    """The sounds that a query asks with: those that count and are no minus."""
    return tuple(term for term in query.active if term.kind == "audio" and term.weight > 0)
