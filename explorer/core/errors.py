"""One error type per kind of failure; every message is a sentence for the person.

The sentence says what happened, to which file, and what to do about it.
"""

from __future__ import annotations

from pathlib import Path

from explorer.core.wording import Wording


class ExplorerError(Exception):
    """A failure that is told to the person as one sentence.

    Parameters
    ----------
    sentence
        The sentence, with a place for each of the values: ``"There is no folder {folder}."``.
    values
        What to put in.
    """

    def __init__(self, sentence: str, /, **values: object) -> None:
        self.sentence = Wording(sentence, **values)
        super().__init__(self.sentence)


class MediaError(ExplorerError):
    """A file cannot be opened as the media it claims to be.

    Parameters
    ----------
    path
        The file.
    reason
        Why, as the end of a sentence: ``"it is empty"``; with a place for each of the values.
    values
        What to put in.
    """

    def __init__(self, path: str | Path, reason: str, /, **values: object) -> None:
        self.path = str(path)
        self.reason = Wording(reason, **values)
        super().__init__("{path}: {reason}", path=self.path, reason=self.reason)

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
