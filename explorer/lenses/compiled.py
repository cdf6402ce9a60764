"""Compile a numeric loop to machine code, once per machine where that is possible.

Kernels release the interpreter lock and are spread over threads by `run_blocks`, not by numba's
own thread layers: those differ from system to system, break after a fork, and one of them aborts
the process when two threads use it at once (the map is drawn while a projection is computed).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor
from itertools import pairwise
from typing import Any, TypeVar

import numba

Kernel = TypeVar("Kernel", bound=Callable[..., Any])


def compiled(function: Kernel) -> Kernel:
    """Compile `function` on first use, and keep the result on disk where a folder can be written.

    Parameters
    ----------
    function
        A function numba can compile in nopython mode.

    Returns
    -------
    Kernel
        The compiled function; it runs without the interpreter lock.
    """
    options: dict[str, Any] = {"nogil": True, "fastmath": {"contract", "reassoc", "arcp"}}
    try:
        return numba.njit(cache=True, **options)(function)  # type: ignore[no-any-return]
    except RuntimeError:
        # Neither the package's folder nor the user's cache folder can be written.
        return numba.njit(**options)(function)  # type: ignore[no-any-return]


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
