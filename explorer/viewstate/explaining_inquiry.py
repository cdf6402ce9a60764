"""One thing asked of the space beside the maps: its answer, or why there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from explorer.encoders.space import Space
from explorer.viewstate.explaining import Explaining
from explorer.viewstate.messages import ExplanationPart

T = TypeVar("T")


class Inquiry(Generic[T]):
    """Asks the space that is explained while the person waits; views hear of every change.

    Parameters
    ----------
    part
        What views are told has changed.
    title
        What the job is called.

    Attributes
    ----------
    answer
        None while there is none.
    problem
        A sentence, where it could not be had.
    """

    def __init__(self, explaining: Explaining, part: ExplanationPart, title: str) -> None:
        self._explaining, self._part, self._title = explaining, part, title
        self._key = explaining.key(f"explain-{part}")
        self.answer: T | None = None
        self.problem = ""

    def ask(self, work: Callable[[Space], T]) -> None:
        """Ask; what was asked before is dropped.

        Parameters
        ----------
        work
            Finds the answer, off the main thread: it captures what it needs beforehand.
        """
        one, space_id = self._explaining, self._explaining.space_id
        self.answer, self.problem = None, ""
        one.session.jobs.submit(
            self._title,
            lambda control: work(one.tools.spaces.load(space_id)),
            lane="query",
            key=self._key,
            done=self._take,
            failed=self.fail,
            quiet=True,
        )
        one.tell(self._part)

    def drop(self) -> None:
        """Ask nothing, and have no answer."""
        self.answer, self.problem = None, ""
        self._explaining.session.jobs.cancel(self._key)
        self._explaining.tell(self._part)

    def fail(self, sentence: str) -> None:
        """Say why there is no answer."""
        self.problem = sentence
        self._explaining.tell(self._part)

    def _take(self, answer: T) -> None:
        self.answer = answer
        self._explaining.tell(self._part)
