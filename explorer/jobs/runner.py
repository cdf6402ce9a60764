"""Runs jobs in lanes of threads and delivers what becomes of them where it is wanted."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Literal, TypeVar

from explorer.core.errors import Cancelled
from explorer.jobs.job import Control, Job, JobState, sentence

_log = logging.getLogger(__name__)

T = TypeVar("T")
Lane = Literal["io", "query", "compute", "explain", "index"]
Deliver = Callable[[Callable[[], None]], None]

THREADS: dict[Lane, int] = {"io": 4, "query": 1, "compute": 1, "explain": 1, "index": 1}
"""Reading files and thumbnails; answering queries; lenses; explanations, which a person waits for
while a map may be laid out for minutes; writing to collections."""


def _ignore(_: object) -> None:
    return None


class JobRunner:
    """Runs work off the main thread; each job ends exactly once: done, failed or cancelled.

    Parameters
    ----------
    deliver
        Runs a function where results are wanted (on the GUI thread); by default at once, on
        the thread that did the work.
    changed
        Called through `deliver` whenever a job starts, makes progress or ends.
    """

    def __init__(
        self,
        deliver: Deliver = lambda call: call(),
        changed: Callable[[Job], None] = _ignore,
    ) -> None:
        self._deliver = deliver
        self._changed = changed
        self._pools: dict[Lane, Executor] = {}
        self._latest: dict[str, Job] = {}
        self._alive: list[Job] = []
        self._closed = False

    def submit(
        self,
        title: str,
        work: Callable[[Control], T],
        *,
        lane: Lane = "io",
        key: str = "",
        done: Callable[[T], None] = _ignore,
        failed: Callable[[str], None] = _ignore,
        cancelled: Callable[[], None] = lambda: None,
        quiet: bool = False,
    ) -> Job:
        """Run `work` in a lane.

        Parameters
        ----------
        title
            What the person sees.
        work
            Gets a `Control`; captures what it needs beforehand and changes nothing shared.
        key
            Work with the same key supersedes: the older job is cancelled and, should it still
            finish, its result is dropped.
        done, failed, cancelled
            Exactly one of them is called, through `deliver`; ``failed`` gets a sentence. None is
            called for superseded work.
        quiet
            Not worth showing (thumbnails, queries while typing).
        """
        job = Job(title, quiet=quiet)
        if key:
            if older := self._latest.get(key):
                older.cancel()
            self._latest[key] = job
        self._alive = [*(other for other in self._alive if not other.state.ended), job]

        def stale() -> bool:
            return bool(key) and self._latest.get(key) is not job

        def end(state: JobState, tell: Callable[[], None], error: str = "") -> None:
            def finish() -> None:
                job.state, job.error = state, error
                try:
                    self._changed(job)
                    if not stale() and not self._closed:
                        tell()
                finally:
                    job._ended.set()  # who waits for the end finds everything told

            self._post(finish)

        def run() -> None:
            if job.cancelling or self._closed:
                end(JobState.CANCELLED, cancelled)
                return
            job.state = JobState.RUNNING
            self._tell(job)
            try:
                result = work(Control(job, self._tell))
            except Cancelled:
                end(JobState.CANCELLED, cancelled)
            # Everything is told to the person: torch's out-of-memory error is a RuntimeError.
            except BaseException as error:
                message = sentence(error)
                _log.info("%s failed", title, exc_info=True)
                end(JobState.FAILED, lambda: failed(message), message)
            else:
                end(JobState.DONE, lambda: done(result))

        self._pool(lane).submit(run)
        return job

    def cancel(self, key: str) -> None:
        """Stop the work with this key; should it still finish, its result is dropped."""
        if older := self._latest.pop(key, None):
            older.cancel()

    def _pool(self, lane: Lane) -> Executor:
        if lane not in self._pools:
            threads = THREADS[lane]
            self._pools[lane] = ThreadPoolExecutor(threads, thread_name_prefix=f"explorer-{lane}")
        return self._pools[lane]

    def _tell(self, job: Job) -> None:
        self._post(lambda: self._changed(job))

    def _post(self, call: Callable[[], None]) -> None:
        if self._closed:
            # Nobody listens any more, but whoever waits for the end must not wait for ever.
            call()
        else:
            self._deliver(call)

    def post(self, call: Callable[[], None]) -> None:
        """Run a function where results are wanted; nothing happens after `close`."""
        if not self._closed:
            self._deliver(call)

    @property
    def running(self) -> tuple[Job, ...]:
        """Jobs that have not ended, oldest first."""
        return tuple(job for job in self._alive if not job.state.ended)

    def close(self) -> None:
        """Cancel everything and wait until the threads are gone; nothing is delivered after."""
        self._deliver = lambda call: None
        self._changed = _ignore
        for job in self.running:
            job.cancel()
        for pool in tuple(self._pools.values()):
            pool.shutdown(wait=True, cancel_futures=True)
        self._closed = True
        self._pools.clear()
