"""Why an item matches: what is explained, the words asked of it, and the maps that answer.

The first map is there in some tens of milliseconds; how far it can be believed takes seconds and
comes after it. No Qt in here: views call it on the main thread and hear `ExplanationChanged`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from explorer.api.encoder import SaidWord
from explorer.collection.tools import Tools
from explorer.jobs import Control
from explorer.jobs.runner import Lane
from explorer.lenses.explanation.everyday import EVERYDAY_WORDS
from explorer.lenses.explanation.methods import METHODS
from explorer.lenses.word_patch import Explanation
from explorer.viewstate.explaining_answers import Answers, Asked
from explorer.viewstate.explaining_heard import Hearing
from explorer.viewstate.explaining_serving import Serving
from explorer.viewstate.explaining_state import ExplainState
from explorer.viewstate.explaining_subject import Subject, open_subject, words_of
from explorer.viewstate.messages import ExplanationChanged, ExplanationPart
from explorer.viewstate.session import Session

QUICK = ("late-interaction", "cosine", "transport", "grad-cam", "attention", "rollout")
"""Methods that answer while a person waits; the others are jobs that one sees."""
SUGGESTED = 3


class Explaining:
    """The state of the view of explanations, and the jobs that fill it.

    Attributes
    ----------
    state
        How it is shown; kept with the session.
    subject
        What is explained, None while nothing is.
    explanation, beside
        The maps shown, and those of another method or space next to them.
    problem, beside_problem
        Sentences, where one of them could not be had.
    busy
        Whether maps are on their way.
    answers
        Makes the maps, and keeps them.
    serving
        Which methods the collection's space can serve.
    hearing
        What is said in the sounds of the query.
    """

    def __init__(self, session: Session, tools: Tools) -> None:
        self.session, self.tools = session, tools
        self.state = ExplainState()
        self.answers = Answers(tools)
        self.serving = Serving(
            session, tools, self.key("explain-reasons"), lambda: self.tell("methods")
        )
        self.hearing = Hearing(session, tools, self.key("explain-heard"), self._heard)
        self.subject: Subject | None = None
        self.explanation: Explanation | None = None
        self.beside: Explanation | None = None
        self.problem = self.beside_problem = ""
        self.busy = False

    @property
    def words(self) -> str:
        """The words asked: those typed here, else those of the query, written and spoken."""
        typed, heard = self.state.words.strip(), self.hearing.heard.text
        return typed or ", ".join(one for one in (self._written, heard) if one)

    @property
    def _written(self) -> str:
        return words_of(self.session.query)

    def said(self, span: tuple[int, int]) -> SaidWord | None:
        """When some characters of the words asked were said; None where they were written."""
        if self.state.words.strip():
            return None
        before = len(self._written) + 2 if self._written else 0
        return self.hearing.heard.at(span[0] - before, span[1] - before)

    @property
    def space_id(self) -> str:
        """The space that is asked: the collection's."""
        collection = self.session.collection
        return collection.space_id if collection is not None else ""

    def key(self, name: str) -> str:
        """The key of a job of this view alone: another window on the session has its own."""
        return f"{name}-{id(self)}"

    def tell(self, part: ExplanationPart) -> None:
        """Let views know."""
        self.session.hub.publish(ExplanationChanged(part))

    # -- what is explained

    def look_at(self, row: int, unit: int = 0) -> None:
        """Explain a row's part; -1 for none."""
        collection, items = self.session.collection, self.session.items
        if collection is None or not 0 <= row < len(items):
            self.forget()
            return
        known = self.subject
        if known is not None and known.row == row and known.unit.index == max(unit, 0):
            self.ask()
            return
        modality = self.tools.host.modalities.get(items.modality(row))
        content = modality.content if modality is not None else ""
        self.busy = True

        def done(subject: Subject) -> None:
            self.subject, self.problem = subject, ""
            self.explanation = self.beside = None
            self.tell("subject")
            self.ask()

        self.session.jobs.submit(
            "Open what is explained",
            lambda control: open_subject(
                collection, self.tools.decoder, row, unit, content, control
            ),
            key=self.key("explain-subject"),
            done=done,
            failed=self._failed_to_open,
            quiet=True,
        )

    def forget(self) -> None:
        """Explain nothing; work on it is cancelled."""
        self._cancel("explain-subject", "explain-maps", "explain-judge", "explain-beside")
        self.subject = self.explanation = self.beside = None
        self.problem, self.busy = "", False
        self.tell("subject")

    def _failed_to_open(self, sentence: str) -> None:
        self.subject = self.explanation = self.beside = None
        self.problem, self.busy = sentence, False
        self.tell("subject")

    def _cancel(self, *keys: str) -> None:
        for key in keys:
            self.session.jobs.cancel(self.key(key))

    # -- how

    def change(self, state: ExplainState) -> None:
        """Show things otherwise; what that needs is asked for."""
        before, self.state = self.state, state
        asks = [(one.words, one.method, one.tuning) for one in (before, state)]
        if asks[0] != asks[1]:
            self.ask()
        elif state.beside != before.beside:
            self.ask_beside()
        self.tell("look")

    def choose_method(self, method: str) -> None:
        """Show the maps of another method."""
        self.change(replace(self.state, method=method))

    # -- the maps

    def ask(self) -> None:
        """Ask for the maps of the words; a newer question drops this one."""
        self.hearing.listen(self.session.query, self.space_id)
        subject, text = self.subject, self.words
        self._cancel("explain-judge")
        if subject is None or not subject.has_map or not text or not self.space_id:
            self._cancel("explain-maps", "explain-beside")
            self.explanation = self.beside = None
            self.problem, self.busy = "", self.hearing.busy
            self.tell("maps")
            return
        asked = Asked(subject, text, self.space_id, self.state.method, self.state.tuning)
        self.busy = True

        def done(explanation: Explanation) -> None:
            self.explanation, self.problem, self.busy = explanation, "", False
            self.tell("maps")
            self._ask_belief(asked, explanation)

        def failed(sentence: str) -> None:
            self.explanation, self.problem, self.busy = None, sentence, False
            self.tell("maps")

        self._submit("explain-maps", asked, done, failed)
        self.ask_beside()

    def _heard(self) -> None:
        self.tell("heard")
        self.ask()

    def ask_beside(self) -> None:
        """Ask for the maps that stand beside, if any are wanted."""
        kind, _, name = self.state.beside.partition(":")
        subject, text = self.subject, self.words
        self.beside, self.beside_problem = None, ""
        if not name or subject is None or not subject.has_map or not text:
            self._cancel("explain-beside")
            self.tell("beside")
            return
        asked = Asked(subject, text, self.space_id, name, self.state.tuning)
        if kind == "space":
            asked = replace(asked, space=name, method=self.state.method)

        def done(explanation: Explanation) -> None:
            self.beside = explanation
            self.tell("beside")

        def failed(sentence: str) -> None:
            self.beside_problem = sentence
            self.tell("beside")

        self._submit("explain-beside", asked, done, failed)
        self.tell("beside")

    def _submit(
        self,
        key: str,
        asked: Asked,
        done: Callable[[Explanation], None],
        failed: Callable[[str], None],
    ) -> None:
        quick = asked.method in QUICK and not self.answers.is_matcher(asked.space)
        lane: Lane = "query" if quick else "explain"
        self.session.jobs.submit(
            f"Explain by {METHODS[asked.method].title}",
            lambda control: self.answers.maps_of(asked, control),
            lane=lane,
            key=self.key(key),
            done=done,
            failed=failed,
            cancelled=lambda: failed("Stopped. Choose the method again to go on."),
            quiet=quick,
        )

    # -- how far to believe them

    def _ask_belief(self, asked: Asked, explanation: Explanation) -> None:
        if explanation.words and explanation.words[0].faithfulness is not None:
            return

        def done(judged: Explanation) -> None:
            if self.explanation is explanation:
                self.explanation = judged
                self.tell("judged")

        self.session.jobs.submit(
            "Test how far to believe the maps",
            lambda control: self.answers.judged(asked, explanation, control),
            lane="explain",
            key=self.key("explain-judge"),
            done=done,
            failed=lambda sentence: self.tell("judged"),
            quiet=True,
        )

    def suggest(self, done: Callable[[str], None]) -> None:
        """Find words that the picture shown is near to, and ask for them."""
        subject, space_id = self.subject, self.space_id
        if subject is None or subject.picture is None or not subject.is_picture:
            return
        picture = subject.picture

        def work(control: Control) -> str:
            del control
            space = self.tools.spaces.load(space_id)
            words = space.encode_contents("text", EVERYDAY_WORDS)
            cosines = words @ space.encode_contents("image", [picture])[0]
            nearest = np.argsort(-cosines, kind="stable")[:SUGGESTED]
            return ", ".join(EVERYDAY_WORDS[one] for one in nearest)

        def found(words: str) -> None:
            self.change(replace(self.state, words=words))
            done(words)

        self.session.jobs.submit(
            "Suggest words",
            work,
            lane="query",
            key=self.key("explain-suggest"),
            done=found,
            failed=self._failed_to_open,
            quiet=True,
        )
