"""Keeps the sweep in step with the query: which two parts, what is between them, which weights."""

from __future__ import annotations

from dataclasses import replace

from explorer.collection.sweep import Sweep
from explorer.core.query import Query, Term
from explorer.ui.query_bar.sweep_strip import STEPS, SweepStrip
from explorer.viewstate import messages as tell
from explorer.viewstate.session import Session

Between = tuple[object, ...]


class Sweeping:
    """Shows the strip while the query is a mixture of two parts.

    Parameters
    ----------
    session
        Whose query is swept; dragging changes its weights.
    """

    def __init__(self, session: Session, strip: SweepStrip) -> None:
        self._session, self._strip = session, strip
        self._shown: Between = ()
        self.wanted = True
        strip.weighed.connect(self._weigh)
        session.hub.subscribe(self, tell.QueryChanged, lambda _: self.follow())
        session.hub.subscribe(self, tell.RankingChanged, lambda _: self._read_on())
        session.hub.subscribe(self, tell.CollectionOpened, lambda _: self.follow())
        self.follow()

    def close(self) -> None:
        """Hear of nothing more."""
        self._session.hub.unsubscribe(self)

    def can_sweep(self) -> bool:
        """Whether the query has two parts that add up."""
        return _parts(self._session.query) is not None and self._session.collection is not None

    def toggle(self) -> None:
        """Show the strip whenever there are two parts, or not."""
        self.wanted = not self.wanted
        self.follow()
        self._read_on()

    def follow(self) -> None:
        """Show or hide the strip, and put the handle where the weights are."""
        parts = _parts(self._session.query)
        shown = self.wanted and self.can_sweep()
        self._strip.setVisible(shown)
        if parts is None or not shown:
            return
        if self._between(parts) != self._shown:
            self._strip.show_sweep(None)
        self._strip.show_weights(parts[0].weight, parts[1].weight)

    def _between(self, parts: tuple[Term, Term]) -> Between:
        """What decides on the hits of the strip: everything but the size of the weights."""
        session = self._session
        ends = tuple((one.kind, one.value, one.box, one.weight < 0) for one in parts)
        return (*ends, session.query.where, id(session.collection), len(session.items))

    def _read_on(self) -> None:
        """Read the hits between the parts, once the query itself has been answered."""
        session, parts = self._session, _parts(self._session.query)
        collection = session.collection
        if parts is None or collection is None or not self.wanted or session.ranking is None:
            return
        wanted = self._between(parts)
        if wanted == self._shown:
            return
        query = Query(parts, where=session.query.where)

        def done(sweep: Sweep) -> None:
            now = _parts(session.query)
            if now is not None and self._between(now) == wanted:
                self._shown = wanted
                self._strip.show_sweep(sweep)
                self._strip.show_weights(now[0].weight, now[1].weight)

        session.jobs.submit(
            "Sweep",
            lambda control: collection.sweep(query, STEPS),
            key=f"sweep-{id(self)}",
            done=done,
            failed=lambda sentence: self._strip.hide(),  # the query itself says what is wrong
            quiet=True,
        )

    def _weigh(self, first: float, second: float) -> None:
        query, parts = self._session.query, _parts(self._session.query)
        if parts is None:
            return
        weights = {parts[0]: first, parts[1]: second}
        terms = tuple(
            replace(term, weight=weights[term]) if term in weights else term for term in query.terms
        )
        self._session.ask(replace(query, terms=terms))


def _parts(query: Query) -> tuple[Term, Term] | None:
    """The two parts to sweep between, if there are two that add up."""
    terms = query.active
    if len(terms) != 2 or query.combine != "sum" or query.mode != "dense":
        return None
    return terms[0], terms[1]
