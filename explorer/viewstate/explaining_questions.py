"""Questions that were asked lately, so that maps and what judges them are made once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from explorer.core.tokens import GridLayout
from explorer.encoders.space import Space
from explorer.lenses.explanation.methods import Tuning
from explorer.lenses.explanation.question import Question
from explorer.lenses.explanation.sound_question import SoundQuestion
from explorer.lenses.faithfulness import Judge
from explorer.lenses.word_patch import Explanation, judge_of
from explorer.viewstate.explaining_subject import Subject

T = TypeVar("T")

QUESTIONS, JUDGES, MAPS = 24, 6, 256

MapKey = tuple[str, str, str, str, Tuning]
"""Space, fingerprint of the picture, text, method, what is chosen within it."""


class Kept(Generic[T]):
    """The last few results by key; any thread may ask."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable) -> T | None:
        """What was kept, or None."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: Hashable, value: T) -> T:
        """Keep a result; the one asked for least lately goes."""
        with self._lock:
            self._kept[key] = value
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return value


class Questions:
    """Questions, judges and maps by what they are about."""

    def __init__(self) -> None:
        self.maps: Kept[Explanation] = Kept(MAPS)
        self._asked: Kept[Question] = Kept(QUESTIONS)
        self._judges: Kept[Judge] = Kept(JUDGES)

    def ask(self, space: Space, subject: Subject, text: str) -> Question:
        """A question about a picture or sound; see `Question` for what it raises."""
        fingerprint = subject.fingerprint
        key = (space_key(space), fingerprint, text)
        known = self._asked.get(key)
        if known is not None:
            return known
        return self._asked.keep(key, _question(space, subject, text))

    def judge(self, question: Question, fingerprint: str, layout: GridLayout) -> Judge:
        """The judge of a picture's maps: its random maps serve every word and method."""
        key = (space_key(question.space), fingerprint, layout)
        known = self._judges.get(key)
        if known is None:
            known = self._judges.keep(key, judge_of(question, layout))
        return known

    def remembered(self, key: MapKey, make: Callable[[], Explanation]) -> Explanation:
        """A map that was made before, or made now."""
        known = self.maps.get(key)
        return self.maps.keep(key, make()) if known is None else known


def _question(space: Space, subject: Subject, text: str) -> Question:
    if subject.is_heard and subject.sound is not None:
        return SoundQuestion(space, subject.sound, text)
    assert subject.picture is not None
    return Question(space, subject.picture, text)


def space_key(space: Space) -> str:
    """A space's name and revision: other weights, other maps."""
    return f"{space.id}@{space.info.revision}"
