"""One decoding process and what is said to it."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from explorer.core.errors import MediaError
from explorer.core.wording import Wording
from explorer.media.decoded import Preparations, Refusal, Setup, Task
from explorer.media.wire import receive, send

_log = logging.getLogger(__name__)

START_SECONDS = 60.0
CLOSING = Wording("Explorer is closing")
_SIGNALS = {
    "SIGKILL": Wording(
        "the process that read it was ended from outside, probably because memory ran out"
    ),
    "SIGSEGV": Wording("the process that read it crashed (segmentation fault)"),
    "SIGBUS": Wording("it became shorter while it was read, and the process that read it crashed"),
    "SIGABRT": Wording("the process that read it gave up (abort)"),
}


class DecodingProcess:
    """One decoding process, started when the first task needs it and again after it has died.

    `run` is called from one thread; `expire` and `kill` from any.

    Parameters
    ----------
    setup
        What a process is told when it starts; it starts again when this has changed.
    """

    def __init__(self, setup: Callable[[], Setup]) -> None:
        self._setup = setup
        self._running_setup: Setup | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._known: set[str] = set()
        self._deadline = 0.0
        self._lock = threading.Lock()
        self._expired = False
        self._stopped = False

    def run(self, task: Task, preparations: Preparations | None = None) -> Any:
        """Let the process carry out a task that needs these preparations.

        Raises
        ------
        MediaError
            If the file cannot be read, or reading it took too long or ended the process.
        """
        setup = self._setup()
        if self._process is not None and setup != self._running_setup:
            self.stop()  # plugins were switched on or off
        for attempt in (1, 2):
            process = self._process or self._start(setup, task)
            try:
                self._send(process, task, preparations)
                break
            except OSError:  # it went between two files: no fault of this one
                self.stop()
                if attempt == 2:
                    raise MediaError(task.path, "no process could be kept for it") from None
        self._allow(setup.limits.timeout)
        try:
            assert process.stdout is not None
            answer = receive(process.stdout)
        except EOFError:
            reason = self._post_mortem(process, setup.limits.timeout)
            raise MediaError(task.path, reason) from None
        finally:
            self._allow(None)
        if isinstance(answer, Refusal):
            if answer.detail:
                _log.info("%s: %s", task.path, answer.detail)
            raise MediaError(task.path, answer.reason)
        return answer

    def expire(self, now: float) -> None:
        """End the process if its time is up."""
        with self._lock:
            if self._deadline and now > self._deadline and self._process is not None:
                self._expired = True
                self._process.kill()

    def kill(self) -> None:
        """End the process for good, from any thread."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()

    def stop(self) -> None:
        """End the process and wait until it is gone."""
        with self._lock:
            process, self._process = self._process, None
        self._known.clear()
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    try:
                        stream.close()
                    except OSError:
                        pass  # what was not yet written is of no interest any more

    def _start(self, setup: Setup, task: Task) -> subprocess.Popen[bytes]:
        process = _launch()
        with self._lock:
            self._process, self._expired = process, False
            if self._stopped:
                process.kill()
        self._running_setup = setup
        self._allow(START_SECONDS)
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            send(process.stdin, setup)
            receive(process.stdout)
        except (OSError, EOFError):
            reason = self._post_mortem(process, START_SECONDS)
            raise MediaError(
                task.path, "no process could be started: {reason}", reason=reason
            ) from None
        finally:
            self._allow(None)
        return process

    def _send(
        self, process: subprocess.Popen[bytes], task: Task, preparations: Preparations | None
    ) -> None:
        assert process.stdin is not None
        if preparations is not None and preparations.key not in self._known:
            send(process.stdin, preparations)
            self._known.add(preparations.key)
        send(process.stdin, task)

    def _allow(self, seconds: float | None) -> None:
        with self._lock:
            self._deadline = 0.0 if seconds is None else time.monotonic() + seconds

    def _post_mortem(self, process: subprocess.Popen[bytes], allowed: float) -> Wording:
        self.stop()
        if self._stopped:
            return CLOSING
        if self._expired:
            return Wording("reading it was stopped after {seconds} s", seconds=f"{allowed:g}")
        code = process.returncode
        if code < 0:
            name = signal.Signals(-code).name
            if name in _SIGNALS:
                return _SIGNALS[name]
            return Wording("the process that read it was ended by {signal}", signal=name)
        return Wording("the process that read it ended itself (exit code {code})", code=code)


def _launch() -> subprocess.Popen[bytes]:
    # A fresh interpreter, not multiprocessing's: that one imports the user's script again.
    code = (
        f"import sys; sys.path[:] = {sys.path!r}; "
        f"from explorer.media.worker import main; main({os.getpid()})"
    )
    environment = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    verbose = _log.isEnabledFor(logging.DEBUG)
    return subprocess.Popen(
        [sys.executable, "-P", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if verbose else subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
