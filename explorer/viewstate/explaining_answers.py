"""The maps that answer a question, made once and kept; everything in here blocks.

No Qt and no state of a view: jobs call it on their threads.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from explorer.collection.tools import Tools
from explorer.core.errors import SpaceError
from explorer.encoders.space import Space
from explorer.jobs import Control
from explorer.lenses.explanation.methods import DEFAULT, Tuning, available, tuned
from explorer.lenses.match_explanation import METHOD, explain_match
from explorer.lenses.word_patch import Explanation, explain, judge_explanation
from explorer.viewstate.explaining_questions import MapKey, Questions, space_key
from explorer.viewstate.explaining_subject import Subject


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """One question as it was when it was asked."""

    subject: Subject
    text: str
    space: str
    method: str
    tuning: Tuning = field(default_factory=Tuning)


class Answers:
    """Maps of questions, and how far to believe them."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._questions = Questions()

    def maps_of(self, asked: Asked, control: Control) -> Explanation:
        """The maps that answer a question, without a word on how far to believe them.

        Raises
        ------
        ExplorerError
            If the space cannot serve the method, or there are no words.
        Cancelled
            If the control was asked to stop.
        """
        if self.is_matcher(asked.space):
            return self._matched(asked, control)
        space, subject = self._tools.spaces.load(asked.space), asked.subject
        method = tuned(served(space, asked.method, subject.content), asked.tuning)
        question = self._questions.ask(space, subject, asked.text)
        return self._questions.remembered(
            _map_key(space, asked, method.id),
            lambda: explain(question, method, judged="no", control=control),
        )

    def is_matcher(self, name: str) -> bool:
        """Whether this is no space but a network that looks at a picture and words together."""
        return name in self._tools.spaces.matcher_ids

    def _matched(self, asked: Asked, control: Control) -> Explanation:
        matcher, subject = self._tools.spaces.load_matcher(asked.space), asked.subject
        picture = subject.picture
        if picture is None or not subject.is_picture:
            raise SpaceError(
                "Only pictures are matched with texts by a network that looks at both together."
            )
        key = f"{matcher.id}@{matcher.revision}", subject.fingerprint, asked.text, METHOD, Tuning()
        return self._questions.remembered(
            key, lambda: explain_match(matcher, picture, asked.text, control=control)
        )

    def judged(self, asked: Asked, explanation: Explanation, control: Control) -> Explanation:
        """The same maps with deletion, insertion and random maps for every word.

        It raises as `maps_of` does.
        """
        space, subject = self._tools.spaces.load(asked.space), asked.subject
        question = self._questions.ask(space, subject, asked.text)
        judge = self._questions.judge(question, subject.fingerprint, explanation.layout)
        judged = judge_explanation(explanation, question, judge, "words", control=control)
        return self._questions.maps.keep(_map_key(space, asked, explanation.method), judged)


def _map_key(space: Space, asked: Asked, method: str) -> MapKey:
    subject = asked.subject
    tuning = asked.tuning.of(method)
    return space_key(space), subject.fingerprint, asked.text, method, tuning


def served(space: Space, method: str, content: str = "image") -> str:
    """The method, or for the default one where the space gives no patches the first it serves.

    The others are only taken if the person has chosen them: they then say what they lack.
    """
    encoder = space.encoders.get(content)
    if method != DEFAULT or encoder is None or encoder.gives_tokens:
        return method
    reasons = available(space, content)
    for wanted in ("match-cam", "grad-eclip", "relevance", "grad-cam", "occlusion"):
        if not reasons[wanted]:
            return wanted
    return method
