"""All methods tried on the picture at hand, each judged, the best one marked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from explorer.core.errors import ExplorerError
from explorer.core.wording import Wording
from explorer.jobs import Control, Job
from explorer.lenses.explanation.methods import METHODS, Tuning, available
from explorer.lenses.word_patch import Explanation, best_of
from explorer.viewstate.explaining import Explaining
from explorer.viewstate.explaining_answers import Asked


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """What has come of the comparison so far.

    Attributes
    ----------
    asked
        The picture, the words, and what was chosen within the methods.
    found
        By method, its maps with their scores.
    reasons
        By method, why there are none.
    """

    asked: Asked
    found: dict[str, Explanation] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)

    def shown(self, tuning: Tuning) -> dict[str, Explanation]:
        """What was found with the layers and levels that are chosen now."""
        before = self.asked.tuning
        return {name: one for name, one in self.found.items() if before.of(name) == tuning.of(name)}

    def best(self, tuning: Tuning) -> str:
        """The most faithful method of those `shown`, "" where none is better than random."""
        return best_of(list(self.shown(tuning).values()))

    def fits(self, explaining: Explaining) -> bool:
        """Whether it is about what is shown now."""
        subject = explaining.subject
        return (
            subject is not None
            and subject.fingerprint == self.asked.subject.fingerprint
            and explaining.words == self.asked.text
        )


class ComparingMethods:
    """Runs every method on what is shown; results come one by one.

    Attributes
    ----------
    trial
        The last comparison, None before the first.
    job
        While it runs.
    """

    def __init__(self, explaining: Explaining) -> None:
        self._explaining = explaining
        self.trial: Trial | None = None
        self.job: Job | None = None

    @property
    def running(self) -> bool:
        """Whether methods are still being tried."""
        return self.job is not None and not self.job.state.ended

    def start(self) -> None:
        """Try all methods on the picture and words that are shown."""
        one = self._explaining
        if one.subject is None or not one.subject.has_map or not one.words:
            return
        asked = Asked(one.subject, one.words, one.space_id, "", one.state.tuning)
        trial = self.trial = Trial(asked)
        post = one.session.jobs.post

        def told(method: str, found: Explanation | str) -> None:
            if self.trial is not trial:
                return
            if isinstance(found, str):
                trial.reasons[method] = found
            else:
                trial.found[method] = found
            one.tell("methods")

        def work(control: Control) -> None:
            space, content = one.tools.spaces.load(trial.asked.space), trial.asked.subject.content
            reasons = available(space, content)
            for number, method in enumerate(METHODS):
                control.progress(number, len(METHODS), METHODS[method].title)
                found: Explanation | str = reasons[method]
                if not found:
                    found = self._tried(trial.asked, method, control)
                post(lambda method=method, found=found: told(method, found))  # type: ignore[misc]
            control.progress(len(METHODS), len(METHODS))

        self.job = one.session.jobs.submit(
            Wording("Compare methods on {title}", title=one.subject.title),
            work,
            lane="explain",
            key=one.key("explain-methods"),
            done=lambda _: one.tell("methods"),
            failed=lambda sentence: one.tell("methods"),
            cancelled=lambda: one.tell("methods"),
        )
        one.tell("methods")

    def stop(self) -> None:
        """Try no more."""
        if self.job is not None:
            self.job.cancel()

    def _tried(self, asked: Asked, method: str, control: Control) -> Explanation | str:
        quiet, answers = _Unheard(control.job), self._explaining.answers
        asked = replace(asked, method=method)
        try:
            maps = answers.maps_of(asked, quiet)
            if maps.words and maps.words[0].faithfulness is not None:
                return maps
            return answers.judged(asked, maps, quiet)
        except ExplorerError as error:
            return error.sentence


class _Unheard(Control):
    """The steps inside a method are no steps of the comparison: only stopping goes through."""

    def progress(self, done: int, total: int = 0, note: str = "") -> None:
        del done, total, note
