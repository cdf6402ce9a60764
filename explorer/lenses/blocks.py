"""Spread a computation over the processors in blocks of rows."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from itertools import pairwise

from threadpoolctl import ThreadpoolController


def thread_count() -> int:
    """Say how many threads a computation should use: the processors this process may run on."""
    affinity = getattr(os, "sched_getaffinity", None)
    available = len(affinity(0)) if affinity else (os.cpu_count() or 1)
    return max(1, min(available, 16))


def run_blocks(
    executor: Executor, work: Callable[[int, int], object], total: int, blocks: int
) -> None:
    """Run ``work(start, stop)`` over ``range(total)`` cut into about equal blocks, and wait.

    Parameters
    ----------
    executor
        Where the blocks run.
    work
        Called once for each block; its result is dropped.
    total, blocks
        Length of the range, and into how many parts it is cut at most.
    """
    blocks = max(1, min(blocks, total))
    bounds = [total * part // blocks for part in range(blocks + 1)]
    for future in [executor.submit(work, low, high) for low, high in pairwise(bounds)]:
        future.result()


class _Restraint:
    """Who keeps matrix products on one thread; the first sets the limit, the last lifts it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._holders = 0
        self._limit: ThreadpoolController.limit | None = None

    def take(self) -> None:
        with self._lock:
            self._holders += 1
            if self._holders == 1:
                self._limit = ThreadpoolController().limit(limits=1, user_api="blas")

    def give_back(self) -> None:
        with self._lock:
            self._holders -= 1
            if self._holders == 0 and self._limit is not None:
                self._limit.restore_original_limits()
                self._limit = None


_restraint = _Restraint()


@contextmanager
def products_on_one_thread() -> Iterator[None]:
    """Keep each matrix product on the thread that asks for it, while blocks run on all of them.

    A small product that is spread over threads costs twice the processor time: they spin while
    they wait for one another. The limit holds for the whole process until the last leaves.
    """
    _restraint.take()
    try:
        yield
    finally:
        _restraint.give_back()
