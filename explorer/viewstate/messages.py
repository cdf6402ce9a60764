"""What can happen in a session; views subscribe to the kinds they show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from explorer.core.commands import Command
from explorer.core.hub import Message
from explorer.jobs import Job


@dataclass(frozen=True, slots=True)
class LibraryChanged(Message):
    """A collection was made, renamed or deleted."""


@dataclass(frozen=True, slots=True)
class CollectionOpened(Message):
    """Another collection is open, or none (``name`` empty)."""

    name: str


@dataclass(frozen=True, slots=True)
class ItemsChanged(Message):
    """The table of items has grown or changed; rows keep their meaning."""


@dataclass(frozen=True, slots=True)
class QueryChanged(Message):
    """The query is another one; its answer is on the way."""


@dataclass(frozen=True, slots=True)
class RankingChanged(Message):
    """The answer to the query is there, or there is no query any more."""


@dataclass(frozen=True, slots=True)
class QueryFailed(Message):
    """The query could not be answered."""

    sentence: str


@dataclass(frozen=True, slots=True)
class NotebookChanged(Message):
    """A concept or a saved search was kept, renamed or removed."""


@dataclass(frozen=True, slots=True)
class SelectionChanged(Message):
    """The one selection is another."""


@dataclass(frozen=True, slots=True)
class HighlightChanged(Message):
    """The pointer is over another item in some view; -1 for none."""

    row: int


@dataclass(frozen=True, slots=True)
class FocusChanged(Message):
    """The item that the inspector shows; -1 for none."""

    row: int


@dataclass(frozen=True, slots=True)
class ProjectionChanged(Message):
    """The places on the map are others, or are being computed, or could not be."""

    state: Literal["none", "computing", "ready", "failed"]
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class ClustersChanged(Message):
    """The groups of the items are others, or there are none."""


@dataclass(frozen=True, slots=True)
class ColumnsChanged(Message):
    """A lens has other values per item under this name, or none any more."""

    name: str


@dataclass(frozen=True, slots=True)
class MarksChanged(Message):
    """Tags, ratings or notes of some items are others."""


@dataclass(frozen=True, slots=True)
class SpacesChanged(Message):
    """The spaces of this machine are others, or something is being done to one of them."""


@dataclass(frozen=True, slots=True)
class JobChanged(Message):
    """A job started, went on or ended."""

    job: Job


@dataclass(frozen=True, slots=True)
class HistoryChanged(Message):
    """What undo and redo would do is another thing."""


@dataclass(frozen=True, slots=True)
class Notice(Message):
    """A sentence to show for a while; ``"problem"`` stays until it is put away.

    ``command`` is the deed it tells of, where that can be undone.
    """

    sentence: str
    kind: Literal["info", "problem"] = "info"
    command: Command | None = None


@dataclass(frozen=True, slots=True)
class PanelWanted(Message):
    """Someone wants the panel of this name brought into view."""

    name: str


@dataclass(frozen=True, slots=True)
class ProblemsWanted(Message):
    """Someone wants to see the files that failed."""


ExplanationPart = Literal[
    "look", "subject", "maps", "judged", "beside", "methods", "region", "pair", "texts", "segments",
    "relations", "heard",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ExplanationChanged(Message):
    """A part of what the view of explanations shows is another, or could not be had."""

    part: ExplanationPart


ComparePart = Literal["spaces", "ranks", "agreement", "labelled", "preview", "corrected"]


@dataclass(frozen=True, slots=True)
class CompareChanged(Message):
    """Something is known, or not known any more, of the two spaces that are compared."""

    part: ComparePart
