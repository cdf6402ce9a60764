"""One piece of long work, as the person sees it and as the work itself sees it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from explorer.core.errors import Cancelled, ExplorerError
from explorer.core.wording import Wording


class JobState(Enum):
    """Where a job stands; the last three are its ends, and it reaches one of them once."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen."""
        return self in (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is.

    ``total`` is 0 while it is not known; ``rate`` is in units of ``done`` per second and
    ``seconds_left`` is None until it can be told.
    """

    done: int = 0
    total: int = 0
    note: str = ""
    rate: float = 0.0
    seconds_left: float | None = None


@dataclass
class Job:
    """A job as views show it; only the runner changes it.

    ``error`` is the sentence for the person when the job has failed; ``log`` holds lines that
    the details of the job show.
    """

    title: str
    state: JobState = JobState.WAITING
    progress: Progress = field(default_factory=Progress)
    error: str = ""
    log: list[str] = field(default_factory=list)
    quiet: bool = False
    _cancel: threading.Event = field(default_factory=threading.Event, repr=False)
    _ended: threading.Event = field(default_factory=threading.Event, repr=False)

    def cancel(self) -> None:
        """Ask the job to stop; it stops at its next check."""
        self._cancel.set()

    @property
    def cancelling(self) -> bool:
        """Whether the person has asked it to stop."""
        return self._cancel.is_set()

    def wait(self, timeout: float | None = None) -> bool:
        """Block until the job has ended; whether it has."""
        return self._ended.wait(timeout)


class Control:
    """What running work holds: it reports progress and asks whether to go on.

    Parameters
    ----------
    job
        The job to report to; None for work that is called directly.
    changed
        Called, at most some 15 times a second, after progress was reported.
    """

    INTERVAL = 1 / 15

    def __init__(
        self, job: Job | None = None, changed: Callable[[Job], None] = lambda job: None
    ) -> None:
        self.job = job or Job("")
        self._changed = changed
        self._began = time.monotonic()
        self._first_done: int | None = None
        self._told = 0.0

    def check(self) -> None:
        """Raise `Cancelled` if the person has asked to stop.

        Raises
        ------
        Cancelled
            To be let through by the work, after it has left things whole.
        """
        if self.job.cancelling:
            raise Cancelled

    def rest(self, seconds: float) -> None:
        """Wait, and raise `Cancelled` at once if the person asks to stop meanwhile."""
        if self.job._cancel.wait(seconds):
            raise Cancelled

    @property
    def cancelled(self) -> bool:
        """Whether to stop, for work that has to wind down by itself."""
        return self.job.cancelling

    def progress(self, done: int, total: int = 0, note: str = "") -> None:
        """Say how far the work is; rate and time left follow from the clock."""
        now = time.monotonic()
        if self._first_done is None:
            self._first_done, self._began = done, now
        elapsed = now - self._began
        rate = (done - self._first_done) / elapsed if elapsed > 0.2 else 0.0
        left = (total - done) / rate if rate > 0 and total >= done else None
        self.job.progress = Progress(done, total, note, rate, left)
        if now - self._told >= self.INTERVAL or (total and done >= total):
            self._told = now
            self._changed(self.job)

    def log(self, line: str) -> None:
        """Keep a line for the details of the job."""
        self.job.log.append(line)


def sentence(error: BaseException) -> str:
    """What to tell the person about an exception."""
    if isinstance(error, ExplorerError):
        return error.sentence
    if isinstance(error, MemoryError):
        return Wording(
            "There was not enough memory for this. Close other programs or choose less at once."
        )
    kind = type(error).__name__
    detail = str(error).strip() or kind
    return Wording("Something went wrong inside Explorer ({kind}): {detail}", kind=kind,
                   detail=detail)  # fmt: skip
