"""Hands tasks to decoding processes.

Each process has a thread and pipes of its own and reads one file at a time, so whatever
happens to a process is known to be that file's doing and reaches no other file. (pebble's and
concurrent.futures' pools share one pipe: a process killed in the middle of a message spoils it
for all.)
"""

from __future__ import annotations

import functools
import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from explorer.core.errors import MediaError
from explorer.media.decoded import DecodedFile, Preparations, ReadTask, Setup, Task
from explorer.media.process import CLOSING, DecodingProcess

_log = logging.getLogger(__name__)

TICK_SECONDS = 0.2


class _Order:
    """A task that waits, with its future and the preparations it needs."""

    def __init__(self, task: Task, preparations: Preparations | None) -> None:
        self.task = task
        self.preparations = preparations
        self.future: Future[Any] = Future()


class WorkerPool:
    """Hands tasks to decoding processes.

    Parameters
    ----------
    setup
        What a process is told when it starts; processes start again when it has changed.
    workers
        Number of processes for tasks that can wait. One more is started for urgent ones, so
        that a preview does not wait behind a long recording.
    """

    def __init__(self, setup: Callable[[], Setup], workers: int) -> None:
        self._workers = [DecodingProcess(setup) for _ in range(workers + 1)]
        self._urgent: deque[_Order] = deque()
        self._patient: deque[_Order] = deque()
        self._own: list[deque[_Order]] = [deque() for _ in self._workers]
        self._open: dict[Path, int] = {}
        self._changed = threading.Condition()
        self._closing = threading.Event()
        self._threads: list[threading.Thread] = []
        self._closed = False

    def submit(
        self,
        task: Task,
        preparations: Preparations | None = None,
        *,
        urgent: bool = False,
    ) -> Future[Any]:
        """Have a task carried out; the future fails with `MediaError` only.

        More of a file goes to the process that has it open.
        """
        order = _Order(task, preparations)
        with self._changed:
            if self._closed:
                order.future.set_exception(MediaError(task.path, CLOSING))
                return order.future
            self._start_threads()
            number = self._open.pop(task.path, None) if _goes_on(task) else None
            if number is not None:
                self._own[number].append(order)
            else:
                (self._urgent if urgent else self._patient).append(order)
            self._changed.notify_all()
        return order.future

    def close(self) -> None:
        """End all processes and wait for them; what was not done fails."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._closing.set()
        for worker in self._workers:
            worker.kill()
        for thread in self._threads:
            if thread is not threading.current_thread():  # a future's callback may close
                thread.join()
        for waiting in (self._urgent, self._patient, *self._own):
            for order in waiting:
                if order.future.set_running_or_notify_cancel():
                    order.future.set_exception(MediaError(order.task.path, CLOSING))
            waiting.clear()

    def _start_threads(self) -> None:
        if self._threads:
            return
        targets: list[Callable[[], None]] = [self._watch]
        targets += [functools.partial(self._serve, one) for one in range(len(self._workers))]
        for target in targets:
            thread = threading.Thread(target=target, name="explorer-decoding", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, number: int) -> None:
        worker = self._workers[number]
        while (order := self._next(number)) is not None:
            if not order.future.set_running_or_notify_cancel():
                continue
            try:
                answer = worker.run(order.task, order.preparations)
            except MediaError as error:
                order.future.set_exception(error)
            except Exception as error:  # a path or preparation that does not pickle
                _log.debug("%s", order.task, exc_info=True)
                order.future.set_exception(MediaError(order.task.path, str(error)))
            else:
                if isinstance(answer, DecodedFile) and answer.next_item is not None:
                    self._open[order.task.path] = number
                order.future.set_result(answer)
            del order
        worker.stop()

    def _next(self, number: int) -> _Order | None:
        queues: list[deque[_Order]] = [self._own[number], self._urgent]
        if number < len(self._workers) - 1:
            queues.append(self._patient)
        with self._changed:
            while not self._closed:
                for waiting in queues:
                    if waiting:
                        return waiting.popleft()
                self._changed.wait()
        return None

    def _watch(self) -> None:
        while not self._closing.wait(TICK_SECONDS):
            now = time.monotonic()
            for worker in self._workers:
                worker.expire(now)


def _goes_on(task: Task) -> bool:
    return isinstance(task, ReadTask) and task.first > 0
