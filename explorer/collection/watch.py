"""Follows folders: what changes in them is indexed soon after."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from explorer.collection.collection import Collection
from explorer.collection.index_report import IndexReport
from explorer.collection.scanner import is_inside
from explorer.core.errors import Cancelled, CollectionBusyError, ExplorerError
from explorer.jobs import Control, Job

_log = logging.getLogger(__name__)

QUIET_SECONDS = 0.4
"""A file counts as written when its size and time have not changed for so long."""

BUSY_SECONDS = 5.0


class Watcher:
    """Indexes what changes in files and folders, on a thread of its own.

    Parameters
    ----------
    collection
        Where to.
    paths
        Files and folders to follow.
    on_report
        Called on the watcher's thread after each run that found something.
    on_problem
        Called with a sentence when a run failed; watching goes on.
    """

    def __init__(
        self,
        collection: Collection,
        paths: Iterable[str | Path],
        on_report: Callable[[IndexReport], None] = lambda report: None,
        on_problem: Callable[[str], None] = lambda sentence: None,
    ) -> None:
        self._collection = collection
        self._paths = [Path(path).expanduser().absolute() for path in paths]
        self._on_report, self._on_problem = on_report, on_problem
        self._stop = threading.Event()
        self._watching = threading.Event()
        self._job = Job("Watch")
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to watch; returns once changes from now on are seen."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="explorer-watch")
            self._thread.start()
            self._watching.wait()

    def wait(self, timeout: float | None = None) -> bool:
        """Block until watching has stopped; whether it has."""
        thread = self._thread
        if thread is not None:
            thread.join(timeout)
        return thread is None or not thread.is_alive()

    def stop(self) -> None:
        """Stop watching and wait for the thread; what is being indexed is kept as far as it is."""
        self._stop.set()
        self._job.cancel()
        self.wait()
        self._thread = None

    def _run(self) -> None:
        import watchfiles

        waiting: set[str] = set()
        try:
            changes = watchfiles.watch(
                *self._paths,
                watch_filter=lambda change, path: self._concerns(path),
                debounce=800,
                step=100,
                rust_timeout=200,
                yield_on_timeout=True,
                stop_event=self._stop,
                raise_interrupt=False,
            )
            # The generator begins to watch with its first step, which gives no changes.
            for batch in changes:
                self._watching.set()
                waiting.update(path for _, path in batch)
                if waiting and self._settled(waiting):
                    waiting = self._index(waiting)
        except (OSError, RuntimeError) as error:
            _log.info("watching ended", exc_info=True)
            self._on_problem(f"The folders cannot be watched any longer: {error}.")
        finally:
            self._watching.set()

    def _concerns(self, path: str) -> bool:
        """Whether a path is media's: not the collection's own, and not hidden."""
        if is_inside(path, {str(self._collection.folder)}):
            return False
        roots = [str(root) for root in self._paths if is_inside(path, {str(root)})]
        below = Path(path[len(max(roots, key=len, default="")) :])
        return not any(part.startswith(".") for part in below.parts)

    def _settled(self, paths: set[str]) -> bool:
        """Whether nothing is still being written; waits a moment to see."""
        before = {path: _stamp(path) for path in paths}
        now = time.time_ns()
        if all(stamp is None or now - stamp[1] > QUIET_SECONDS * 1e9 for stamp in before.values()):
            return True
        if self._stop.wait(QUIET_SECONDS):
            return False
        return all(_stamp(path) == stamp for path, stamp in before.items())

    def _index(self, paths: set[str]) -> set[str]:
        """Index what changed; gives what has to be tried again."""
        there = [path for path in paths if os.path.lexists(path)]
        gone = [path for path in paths if not os.path.lexists(path)]
        try:
            report = self._collection.index_changes(there, gone, control=Control(self._job))
        except Cancelled:
            return set()
        except CollectionBusyError:
            self._stop.wait(BUSY_SECONDS)
            return paths
        except ExplorerError as error:
            self._on_problem(error.sentence)
            return set()
        if report.found or report.removed:
            self._on_report(report)
        return set()


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        status = Path(path).stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
