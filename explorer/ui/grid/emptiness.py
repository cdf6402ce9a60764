"""Why the grid shows nothing, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from explorer.collection.answers import OUTDATED
from explorer.core.query import Query
from explorer.core.wording import Wording
from explorer.ui.spoken import spoken
from explorer.ui.welcome.empty_state import Emptiness, Way
from explorer.viewstate.filters import Filters
from explorer.viewstate.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("GridEmptiness", text)


class GridEmptiness:
    """Knows what to say where there is no square.

    Parameters
    ----------
    session
        What is open and asked.
    add
        Lets the person choose files to add, or a collection to open.
    """

    def __init__(self, session: Session, add: Callable[[], None]) -> None:
        self._session, self._add = session, add

    @property
    def loading(self) -> bool:
        """Whether items may come without the person doing anything: files are being read."""
        return any(not job.quiet for job in self._session.jobs.running)

    def now(self, shown: int, failure: str) -> Emptiness | None:
        """What to say; None where there are items to see, or soon will be."""
        session = self._session
        if session.collection is None:
            return Emptiness(
                "squares-four",
                _tr("No collection is open"),
                _tr("Open one from the sidebar, or add a folder of pictures, sounds or texts."),
                Way(_tr("Add a folder…"), self._add),
            )
        if failure:
            return self._failed(failure)
        if shown or (session.asking and len(session.items)):
            return None
        if not len(session.items):
            return None if self.loading else self._no_items()
        return self._no_hits() if session.query else self._none_present()

    def _failed(self, sentence: str) -> Emptiness:
        session = self._session
        clear = Way(_tr("Clear the query"), lambda: session.ask(Query()))
        way, other = clear, Way(_tr("Try again"), lambda: session.ask(session.query))
        if isinstance(sentence, Wording) and sentence.pattern == OUTDATED:
            way, other = Way(_tr("Index it again"), self._index_again), clear
        title = _tr("This could not be searched for")
        return Emptiness("warning-circle", title, spoken(sentence), way, other, tone="loss")

    def _index_again(self) -> None:
        collection = self._session.collection
        if collection is not None:
            self._session.index(collection.folders())

    def _no_items(self) -> Emptiness:
        return Emptiness(
            "folder-open",
            _tr("This collection is empty"),
            _tr("Drop files or folders here, or choose a folder. The files stay where they are."),
            Way(_tr("Add a folder…"), self._add),
            target=True,
        )

    def _no_hits(self) -> Emptiness:
        session = self._session
        clear = Way(_tr("Clear the query"), lambda: session.ask(Query()))
        if session.all_cut_off:
            every = replace(session.query, closer_than=0.0)
            return Emptiness(
                "magnifying-glass",
                _tr("Nothing is that close"),
                _tr(
                    "The slider below the query lets only the closest through, "
                    "and no hit is close enough."
                ),
                Way(_tr("Show all hits"), lambda: session.ask(every)),
                clear,
            )
        if not session.query.where.strip():
            sentence = _tr(
                "No item has these words. Searching by meaning always finds the nearest."
            )
            dense = replace(session.query, mode="dense")
            way = Way(_tr("Search by meaning"), lambda: session.ask(dense))
            return Emptiness("magnifying-glass", _tr("Nothing found"), sentence, way, clear)
        return Emptiness(
            "funnel",
            _tr("Nothing fits the filters"),
            _tr("No item passes all of them. Take one away, or all."),
            Way(_tr("Clear the filters"), lambda: session.filter_by(Filters())),
            clear if session.query.active else None,
        )

    def _none_present(self) -> Emptiness:
        return Emptiness(
            "file-x",
            _tr("The files are gone"),
            _tr("No file of this collection is where it was. Connect the drive, or add a folder."),
            Way(_tr("Add a folder…"), self._add),
        )
