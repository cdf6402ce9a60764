"""What an index run did, counted so that everything found is accounted for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from explorer.core.wording import Wording, joined


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, or a part of one, that could not be read.

    ``when`` is in seconds since the epoch.
    """

    path: str
    reason: str
    when: float = 0.0
    part: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The failure as JSON data; a part is named with its file."""
        path = f"{self.path} ({self.part})" if self.part else self.path
        return {"path": path, "reason": self.reason}


@dataclass
class IndexReport:
    """Counts of items.

    Parameters
    ----------
    found
        Everything that was come across: a table of 100 rows counts 100.
    indexed
        New or changed, and stored.
    unchanged
        Stored before; moved ones are among them.
    moved
        Of the unchanged: now at another path.
    removed
        Marked as gone; they are not among the found.
    skipped
        Files that no plugin opens.
    failed
        What could not be read.
    seconds
        How long it took.
    beside
        A sentence for each space that is kept beside the serving one and had anything to do.
    """

    collection: str
    found: int = 0
    indexed: int = 0
    unchanged: int = 0
    moved: int = 0
    removed: int = 0
    skipped: int = 0
    failed: list[Failure] = field(default_factory=list)
    seconds: float = 0.0
    beside: list[str] = field(default_factory=list)

    def check(self) -> None:
        """Make sure that the counts add up.

        Raises
        ------
        AssertionError
            If something was dropped or counted twice.
        """
        counted = self.indexed + self.unchanged + self.skipped + len(self.failed)
        if self.found != counted:
            raise AssertionError(f"{self.found} found, but {counted} accounted for: {self}")

    def to_dict(self) -> dict[str, Any]:
        """The report as ``index --json`` prints it."""
        return {
            "collection": self.collection,
            "found": self.found,
            "indexed": self.indexed,
            "unchanged": self.unchanged,
            "moved": self.moved,
            "removed": self.removed,
            "skipped": self.skipped,
            "failed": [failure.to_dict() for failure in self.failed],
            "seconds": round(self.seconds, 3),
        }

    @property
    def sentence(self) -> Wording:
        """The report for a person."""
        parts = [Wording("{count} indexed", count=self.indexed)]
        if self.unchanged:
            parts.append(Wording("{count} unchanged", count=self.unchanged))
        if self.moved:
            parts.append(Wording("{count} of them moved", count=self.moved))
        if self.removed:
            parts.append(Wording("{count} removed", count=self.removed))
        if self.skipped:
            parts.append(Wording("{count} skipped because nothing opens them", count=self.skipped))
        if self.failed:
            parts.append(Wording("{count} failed", count=len(self.failed)))
        counts = Wording(
            "{found} found: {parts} ({seconds} s).",
            found=self.found,
            parts=joined(", ", parts),
            seconds=self.seconds,
        )
        return joined(" ", [counts, *self.beside])
