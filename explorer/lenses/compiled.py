"""Compile a numeric loop to machine code, once per machine where that is possible.

Kernels release the interpreter lock and are spread over threads by `blocks.run_blocks`, not by
numba's own thread layers: those differ from system to system, break after a fork, and one of them
aborts the process when two threads use it at once (the map is drawn while a projection runs).
"""

from __future__ import annotations

from collections.abc import Callable
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
