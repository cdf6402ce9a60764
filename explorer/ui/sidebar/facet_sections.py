"""The facets of the open collection, each a section of lines, with counts that follow the query."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from explorer.collection.collection import Collection
from explorer.core.query import Query
from explorer.jobs import Control
from explorer.ui.appearance import Appearance
from explorer.ui.filter_words import facet_title, value_words
from explorer.ui.kinds import Kinds
from explorer.ui.sidebar.section import Line, Section
from explorer.viewstate import messages as tell
from explorer.viewstate.facets import FacetIndex, FacetValue
from explorer.viewstate.filters import FACETS, Facet
from explorer.viewstate.session import Session

Counts = dict[Facet, tuple[FacetValue, ...]]


class FacetSections(QObject):
    """Fills the sections; counting happens off the GUI thread.

    Parameters
    ----------
    session
        Whose collection is counted and whose filters the lines change.
    body
        Where the sections are.
    """

    def __init__(
        self, session: Session, kinds: Kinds, appearance: Appearance, body: QWidget
    ) -> None:
        super().__init__(body)
        self._session, self._kinds, self._appearance = session, kinds, appearance
        self._index: FacetIndex | None = None
        self.sections = {facet: Section(facet_title(facet), body) for facet in FACETS}
        for section in self.sections.values():
            section.hide()
        hear = session.hub.subscribe
        for kind in (tell.CollectionOpened, tell.ItemsChanged, tell.MarksChanged):
            hear(self, kind, lambda _: self._read_again())
        hear(self, tell.ClustersChanged, lambda _: self._read_again())
        hear(self, tell.QueryChanged, lambda _: self._mark_chosen())
        hear(self, tell.RankingChanged, lambda _: self.count())

    def close(self) -> None:
        """Hear of nothing more."""
        self._session.hub.unsubscribe(self)

    def _read_again(self) -> None:
        self._index = None
        self.count()

    def count(self) -> None:
        """Count again; a count that is superseded is never shown."""
        session = self._session
        collection, items, query = session.collection, session.items, session.query
        if collection is None:
            for section in self.sections.values():
                section.set_lines([])
            return
        if session.asking or (session.ranking is not None and session.whole_ranking is None):
            return  # the whole answer is on the way
        filters, index = session.filters, self._index
        clusters, ranking = session.clustering.clusters, session.ranking
        hits = None if ranking is None or filters.chosen else ranking.rows

        def work(control: Control) -> tuple[Collection, FacetIndex, Counts]:
            known = index or FacetIndex(collection, items, clusters)
            control.check()
            rows = hits
            if filters.chosen:
                rows = _without_facets(collection, query, filters.typed)
            control.check()
            return collection, known, known.count(rows, filters)

        session.jobs.submit(
            "Count facets", work, key=f"facets-{id(self)}", done=self._show, quiet=True
        )

    def _show(self, counted: tuple[Collection, FacetIndex, Counts]) -> None:
        collection, index, counts = counted
        if collection is not self._session.collection:
            return
        if index.items is self._session.items:
            self._index = index
        for facet, section in self.sections.items():
            values = counts.get(facet, ())
            shown = [str(line.property("value")) for line in section.lines]
            if shown == [one.value for one in values]:
                # The same lines stay, so that the keyboard stays where it is.
                for line, one in zip(section.lines, values, strict=True):
                    line.show_number(one.count)
            else:
                section.set_lines([self._line(one) for one in values])
        self._mark_chosen()

    def _line(self, value: FacetValue) -> Line:
        name, icon, role = value_words(value.facet, value.value, self._kinds, value.name), "", ""
        if value.facet == "kind":
            kind = self._kinds[value.value]
            icon = kind.icon
            roles = {"image": "pictures", "text": "words", "audio": "sound"}
            role = roles.get(kind.content, "quiet")
        line = Line(name, value.count, self._appearance, icon=icon, role=role or "quiet")
        line.setProperty("facet", value.facet)
        line.setProperty("value", value.value)
        line.pressed.connect(lambda: self._toggle(value))
        return line

    def _toggle(self, value: FacetValue) -> None:
        self._session.filter_by(self._session.filters.toggled(value.facet, value.value))

    def _mark_chosen(self) -> None:
        for facet, section in self.sections.items():
            for line in section.lines:
                line.choose(self._session.filters.has(facet, str(line.property("value"))))


def _without_facets(collection: Collection, query: Query, typed: str) -> NDArray[np.int64] | None:
    """Rows that answer the query and the typed condition, whatever facets are chosen."""
    plain = replace(query, where=typed)
    return collection.rank(plain).rows if plain else None
