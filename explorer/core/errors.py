"""One error type per kind of failure; every message is a sentence for the person.

The sentence says what happened, to which file, and what to do about it.
"""

from __future__ import annotations

from pathlib import Path


class ExplorerError(Exception):
    """A failure that is told to the person as one sentence."""


class MediaError(ExplorerError):
    """A file cannot be opened as the media it claims to be.

    Parameters
    ----------
    path
        The file.
    reason
        Why, as the end of a sentence: ``"it is empty"``.
    """

    def __init__(self, path: str | Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = str(path)
        self.reason = reason

    def __reduce__(self) -> tuple[type[MediaError], tuple[str, str]]:
        return type(self), (self.path, self.reason)  # crosses from worker processes


class SpaceError(ExplorerError):
    """A space or encoder cannot be loaded or cannot serve what is asked."""


class CollectionError(ExplorerError):
    """A collection cannot be opened, read or written."""


class CollectionBusyError(CollectionError):
    """Another process is writing to the collection."""


class QueryError(ExplorerError):
    """A query is not well formed or cannot be answered in this collection."""


class PluginError(ExplorerError):
    """A plugin's manifest or code is not usable."""


class SettingsError(ExplorerError):
    """A settings or session file cannot be read or written."""


class Cancelled(Exception):
    """Raised inside a job when the person has cancelled it."""
