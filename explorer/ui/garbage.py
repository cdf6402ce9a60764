"""Unreachable widgets are destroyed on the window's thread alone; see `explorer.core.garbage`.

After Kovid Goyal's collector in calibre and pyqtgraph's, whose import would double the start.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer

from explorer.core import garbage

EVERY_MS = 1000


@contextmanager
def collected_here() -> Iterator[None]:
    """Turn Python's own collector off, and run it from a timer of this thread instead."""
    timer = QTimer(interval=EVERY_MS)
    timer.timeout.connect(collect_due)
    gc.disable()
    timer.start()
    try:
        yield
    finally:
        timer.stop()
        gc.enable()
        garbage.collect_what_was_asked()


def collect_due() -> None:
    """Collect what was asked for, and the generations that are past their thresholds."""
    garbage.collect_what_was_asked()
    for generation, threshold in enumerate(gc.get_threshold()):
        if gc.get_count()[generation] <= threshold:
            return
        gc.collect(generation)
