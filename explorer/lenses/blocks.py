"""Spread a computation over the processors in blocks of rows."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor
from itertools import pairwise


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
