"""What the view of two spaces knows, and the jobs that find it out. No Qt in here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from explorer.collection.collection import Collection
from explorer.collection.embed_run import EmbedReport
from explorer.collection.several_spaces import HeldSpace
from explorer.collection.tools import Tools
from explorer.core.commands import Command
from explorer.core.correction import Correction
from explorer.core.errors import ExplorerError, QueryError
from explorer.core.query import Query, Term
from explorer.core.similarity import Vectors
from explorer.core.wording import Wording
from explorer.encoders.space import Space
from explorer.jobs import Control
from explorer.jobs.runner import Lane
from explorer.lenses.compare_ranks import RankShifts
from explorer.lenses.gap import along_gap
from explorer.lenses.gap_correction import (
    CorrectionMethod,
    LabelledVectors,
    Preview,
    fit_on_pairs,
    preview_correction,
)
from explorer.viewstate import messages as tell
from explorer.viewstate.columns import LensColumn
from explorer.viewstate.compare_state import CompareState
from explorer.viewstate.comparison import (
    Agreement,
    ask_both,
    ask_words,
    compare_spaces,
    named_items,
)
from explorer.viewstate.labelled import (
    ReadingSpace,
    RetrievalResult,
    encode_pairs,
    evaluate_labelled,
    read_pairs,
)
from explorer.viewstate.session import Session

COLUMN = "compare.disagreement"
T = TypeVar("T")
Part = tell.ComparePart


@dataclass(frozen=True, slots=True, eq=False)
class AlongGap:
    """Places of both kinds along the line between their centres, as they are and corrected."""

    before: tuple[Vectors, Vectors]
    after: tuple[Vectors, Vectors]


def previewed(
    labelled: LabelledVectors, method: CorrectionMethod, control: Control
) -> tuple[Preview, AlongGap]:
    """What a correction would do.

    Raises
    ------
    QueryError
        If there are too few pairs to tell.
    """
    try:
        preview = preview_correction(labelled, method, check=control.check)
    except ValueError as error:
        raise QueryError(str(error)) from error
    moved = labelled.corrected(fit_on_pairs(method, labelled))
    axis = labelled.a.mean(axis=0) - labelled.b.mean(axis=0)
    before, after = along_gap(labelled.a, labelled.b), along_gap(moved.a, moved.b, axis)
    return preview, AlongGap(before, after)


class Comparing:
    """Two spaces of the open collection side by side.

    Parameters
    ----------
    session
        The query, the item in focus, and where jobs run.
    tools
        The spaces there are, and the kinds of media.
    reading
        Makes a space that opens files itself.

    Attributes
    ----------
    state
        How it is shown; kept with the session.
    held
        The spaces that the collection has vectors of.
    ranks, words
        Where the hits stand in both; of words, which ones, else empty.
    asked
        What the ranks answer, in words.
    agreement
        How far the spaces agree, None until it was measured.
    results
        By space, its scores on the labelled pairs, uncorrected.
    preview, along_gap
        What the chosen correction would do, in figures and as places along the gap.
    problems
        By part, why it could not be had, as a sentence; for a space on the labelled pairs the
        key is its id.
    busy
        Parts that are on their way.
    """

    def __init__(
        self, session: Session, tools: Tools, reading: Callable[[Space], ReadingSpace]
    ) -> None:
        self.session, self._tools, self._reading = session, tools, reading
        self.state = CompareState()
        self.held: tuple[HeldSpace, ...] = ()
        self.forget()

    def forget(self) -> None:
        """Another collection is open: nothing is known of it yet."""
        self.held = ()
        self._forget_found()

    def _forget_found(self) -> None:
        self.ranks: RankShifts | None = None
        self.words: list[str] = []
        self.asked = ""
        self.agreement: Agreement | None = None
        self.results: dict[str, RetrievalResult] = {}
        self.preview: Preview | None = None
        self.along_gap: AlongGap | None = None
        self.problems: dict[str, str] = {}
        self.busy: set[Part] = set()

    # -- which spaces

    @property
    def choices(self) -> tuple[str, ...]:
        """Ids that can be chosen: those of the collection first, then all others there are."""
        own = [one.id for one in self.held]
        return (*own, *(one for one in self._tools.spaces.ids if one not in own))

    @property
    def ids(self) -> tuple[str, str]:
        """The two that are compared; empty where there is none."""
        choices = self.choices
        a = self.state.a if self.state.a in choices else next(iter(choices), "")
        rest = [one for one in choices if one != a]
        b = self.state.b if self.state.b in rest else next(iter(rest), "")
        return a, b

    @property
    def missing(self) -> tuple[HeldSpace | str, ...]:
        """Those of the two that the collection has no vectors of (ids), or not of all items."""
        held = {one.id: one for one in self.held}
        return tuple(
            held.get(one, one) for one in self.ids if one and not (one in held and held[one].whole)
        )

    @property
    def comparable(self) -> bool:
        """Whether the collection has vectors of both."""
        held = {one.id for one in self.held if one.embedded}
        return all(one in held for one in self.ids)

    def choose(self, a: str, b: str) -> None:
        """Compare these."""
        if (a, b) != self.ids and a != b:
            self.state = replace(self.state, a=a, b=b)
            self._forget_found()
            self.session.columns.drop(COLUMN)
            self._tell("spaces")

    def swap(self) -> None:
        """The other way round."""
        a, b = self.ids
        self.choose(b, a)

    def look_at_spaces(self) -> None:
        """Find out which spaces the collection has."""
        collection = self.session.collection
        if collection is None:
            self.forget()
            self._tell("spaces")
            return

        def done(held: list[HeldSpace]) -> None:
            if tuple(held) != self.held:
                self.held = tuple(held)
                self.agreement = None
            self._tell("spaces")

        self._run("spaces", lambda control: collection.spaces(), done, "io", quiet=True)

    def embed(self, space_id: str) -> None:
        """Give the items vectors in a space, in the background."""
        collection = self.session.collection
        if collection is None:
            return

        def done(report: EmbedReport) -> None:
            hub = self.session.hub
            hub.publish(tell.Notice(report.sentence, "problem" if report.failed else "info"))
            self.look_at_spaces()

        self.session.jobs.submit(
            Wording("Embed in {space}", space=space_id),
            lambda control: collection.embed(space_id, control=control),
            lane="index",
            done=done,
            failed=lambda sentence: self.session.hub.publish(tell.Notice(sentence, "problem")),
            cancelled=self.look_at_spaces,
        )

    # -- the same question

    @property
    def query(self) -> Query:
        """What is asked of both: the query, or what is like the item in focus."""
        session = self.session
        if session.query.active:
            return session.query
        row = session.selecting.focus
        if not 0 <= row < len(session.items):
            return Query()
        title = str(session.items.titles[row])
        return Query((Term("item", str(session.items.ids[row]), label=title),))

    @property
    def text(self) -> str:
        """The words of the query."""
        return " ".join(str(one.value) for one in self.query.active if one.kind == "text")

    def ask(self) -> None:
        """Rank items, or words, in both spaces."""
        collection, (a, b) = self.session.collection, self.ids
        if self.state.source == "words":
            self._ask_words(a, b)
            return
        query = self.query
        if collection is None or not self.comparable or not query.active:
            self.ranks, self.words = None, []
            self.problems.pop("ranks", None)
            self._tell("ranks")
            return
        asked = ", ".join(term.name for term in query.active)

        def done(ranks: RankShifts) -> None:
            self.ranks, self.words, self.asked = ranks, [], asked
            self._tell("ranks")

        self._run("ranks", lambda control: ask_both(collection, query, a, b), done, "io")

    def _ask_words(self, a: str, b: str) -> None:
        text, spaces = self.text, self._tools.spaces
        if not text or not (a and b):
            self.ranks, self.words = None, []
            self.problems.pop("ranks", None)
            self._tell("ranks")
            return

        def done(found: tuple[list[str], RankShifts]) -> None:
            self.words, self.ranks = found
            self.asked = text
            self._tell("ranks")

        self._run(
            "ranks", lambda control: ask_words(spaces.load(a), spaces.load(b), text), done, "io"
        )

    # -- agreement

    def measure(self) -> None:
        """Find out how far the spaces agree; the disagreement becomes a column for the map."""
        collection, (a, b) = self.session.collection, self.ids
        if collection is None or not self.comparable or "agreement" in self.busy:
            return
        content_of = self._content_of()
        spaces = self._tools.spaces
        contents = spaces.info(a).contents, spaces.info(b).contents

        def work(control: Control) -> Agreement:
            return compare_spaces(collection, a, b, content_of, contents, control)

        def done(agreement: Agreement) -> None:
            self.agreement = agreement
            self._offer(agreement)
            self._tell("agreement")

        title = Wording("Compare {a} with {b}", a=a, b=b)
        self._run("agreement", work, done, "compute", quiet=False, title=title)

    def _offer(self, agreement: Agreement) -> None:
        values = np.full(len(self.session.items), np.nan, np.float32)
        known = agreement.rows < len(values)
        values[agreement.rows[known]] = agreement.overlap.disagreement[known]
        self.session.columns.put(
            LensColumn(
                COLUMN,
                "Disagreement",
                values,
                low="both agree",
                high="disagree",
            )
        )

    def _content_of(self) -> dict[str, str]:
        return {name: one.content for name, one in self._tools.host.modalities.items()}

    # -- labelled pairs and corrections

    def score(self) -> None:
        """Score both spaces on the labelled pairs, as they are without a correction."""
        collection = self.session.collection
        if collection is None:
            return
        ids, file = [one for one in self.ids if one], self.state.pairs
        content_of = self._content_of()

        def work(control: Control) -> tuple[dict[str, RetrievalResult], dict[str, str]]:
            return self._scored(collection, ids, file, content_of, control)

        def done(found: tuple[dict[str, RetrievalResult], dict[str, str]]) -> None:
            self.results, failed = found
            self.problems.update(failed)
            self._tell("labelled")
            self.try_correction()

        for one in ids:
            self.problems.pop(one, None)
        self.results, self.preview, self.along_gap = {}, None, None
        title = Wording("Score both spaces")
        self._run("labelled", work, done, "compute", quiet=False, title=title)

    def _scored(
        self,
        collection: Collection,
        ids: Sequence[str],
        file: str,
        content_of: dict[str, str],
        control: Control,
    ) -> tuple[dict[str, RetrievalResult], dict[str, str]]:
        found: dict[str, RetrievalResult] = {}
        failed: dict[str, str] = {}
        table = read_pairs(file) if file else None
        for one in ids:
            control.check()
            try:
                space = self._tools.spaces.load(one)
                if table is None:
                    labelled = named_items(collection, space, content_of)
                    found[one] = evaluate_labelled(one, labelled, len(labelled.pairs.links))
                else:
                    labelled = encode_pairs(self._reading(space), table, control)
                    found[one] = evaluate_labelled(one, labelled, len(table))
            except ExplorerError as error:
                failed[one] = error.sentence
        return found, failed

    @property
    def corrected_id(self) -> str:
        """The space that a correction is previewed for."""
        a, b = self.ids
        return a if self.state.corrected == "a" else b

    @property
    def applied(self) -> Correction | None:
        """The correction that is in use for that space."""
        collection = self.session.collection
        if collection is None or self.corrected_id not in {one.id for one in self.held}:
            return None
        return collection.correction(self.corrected_id)

    def try_correction(self) -> None:
        """Measure what the chosen correction would do."""
        result, method = self.results.get(self.corrected_id), self.state.method
        self.preview = self.along_gap = None
        if result is None:
            self._tell("preview")
            return

        def done(found: tuple[Preview, AlongGap]) -> None:
            self.preview, self.along_gap = found
            self._tell("preview")

        def work(control: Control) -> tuple[Preview, AlongGap]:
            return previewed(result.labelled, method, control)

        self._run("preview", work, done, "compute")

    def apply(self) -> None:
        """Use the chosen correction in search from now on; can be undone."""
        result = self.results.get(self.corrected_id)
        if result is not None:
            name = Wording("Correct {space}", space=self.corrected_id)
            self._correct(fit_on_pairs(self.state.method, result.labelled), name)

    def take_back(self) -> None:
        """Use no correction any more; can be undone."""
        self._correct(None, Wording("Leave {space} uncorrected", space=self.corrected_id))

    def _correct(self, after: Correction | None, name: Wording) -> None:
        collection, space_id = self.session.collection, self.corrected_id
        if collection is None or space_id not in {one.id for one in self.held}:
            return
        before = collection.correction(space_id)

        def put(correction: Correction | None) -> None:
            def done(_: None) -> None:
                self.agreement = None
                self._tell("corrected")
                self.session.refresh_items()  # asks the query anew

            self._run("corrected", lambda control: collection.correct(correction, space_id), done,
                      "io")  # fmt: skip

        self.session.history.run(Command(name, lambda: put(after), lambda: put(before)))

    # -- inside

    def _run(
        self,
        part: Part,
        work: Callable[[Control], T],
        done: Callable[[T], None],
        lane: Lane,
        *,
        quiet: bool = True,
        title: str = "",
    ) -> None:
        collection, ids = self.session.collection, self.ids

        def current() -> bool:
            return collection is self.session.collection and (part == "spaces" or ids == self.ids)

        def landed(result: T) -> None:
            self.busy.discard(part)
            if current():
                self.problems.pop(part, None)
                done(result)

        def failed(sentence: str) -> None:
            self.busy.discard(part)
            if current():
                self.problems[part] = sentence
                self._tell(part)

        def stopped() -> None:
            self.busy.discard(part)
            self._tell(part)

        self.busy.add(part)
        self._tell(part)
        self.session.jobs.submit(
            title or "Compare spaces",
            work,
            lane=lane,
            key=f"compare-{part}",
            done=landed,
            failed=failed,
            cancelled=stopped,
            quiet=quiet,
        )

    def _tell(self, part: Part) -> None:
        self.session.hub.publish(tell.CompareChanged(part))
