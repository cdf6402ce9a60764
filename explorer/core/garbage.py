"""When what only refers to itself in a circle is given back.

Python collects on whichever thread happens to allocate, and a widget that is destroyed on any
thread but the window's own ends the program. So a window turns this off and collects on its own
thread; what runs on others asks here.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable

_asked: deque[Callable[[], object]] = deque()


def collect(then: Callable[[], object] = lambda: None) -> None:
    """Give back unreachable objects and call `then`, from any thread.

    Where a window collects, `then` is called now, and once more on the window's thread when that
    has collected everything.
    """
    if gc.isenabled():
        gc.collect()
    else:
        _asked.append(then)
    then()


def collect_what_was_asked() -> None:
    """Do what others could only ask for; the window calls it, on its own thread."""
    calls = {_asked.popleft() for _ in range(len(_asked))}
    if calls:
        gc.collect()
    for call in calls:
        call()
