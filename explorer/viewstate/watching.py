"""Following changes in the folders of the open collection."""

from __future__ import annotations

from collections.abc import Callable

from explorer.collection.collection import Collection
from explorer.collection.index_report import IndexReport
from explorer.collection.watch import Watcher
from explorer.core.hub import Hub
from explorer.jobs import JobRunner
from explorer.viewstate.messages import Notice


class Watching:
    """At most one watcher, of the open collection; what goes wrong is told as a notice.

    Parameters
    ----------
    followed
        Called on the main thread after each run that found something, with what it found.
    """

    def __init__(
        self, jobs: JobRunner, hub: Hub, followed: Callable[[Collection, IndexReport], None]
    ) -> None:
        self._jobs, self._hub, self._followed = jobs, hub, followed
        self._watcher: Watcher | None = None

    @property
    def on(self) -> bool:
        """Whether changes are followed."""
        return self._watcher is not None

    def start(self, collection: Collection) -> None:
        """Index whatever changes in the collection's folders from now on."""
        self.stop()

        def report(found: IndexReport) -> None:
            # Called on the watcher's thread: only post.
            self._jobs.post(lambda: self._followed(collection, found))

        self._watcher = Watcher(collection, collection.folders(), report, self._tell)
        self._watcher.start()

    def stop(self) -> None:
        """Follow changes no longer."""
        watcher, self._watcher = self._watcher, None
        if watcher is not None:
            watcher.stop()

    def _tell(self, sentence: str) -> None:
        # Called on the watcher's thread: only post.
        self._jobs.post(lambda: self._hub.publish(Notice(sentence, "problem")))
