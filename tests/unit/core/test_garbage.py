"""Who collects garbage: whoever asks, unless a window does."""

from __future__ import annotations

import gc
import weakref

from explorer.core import garbage


class Circle:
    def __init__(self) -> None:
        self.itself = self


def test_it_is_collected_at_once_where_there_is_no_window() -> None:
    gone = weakref.ref(Circle())
    garbage.collect()
    assert gone() is None


def test_it_is_left_to_the_window_where_there_is_one() -> None:
    gone = weakref.ref(Circle())
    calls: list[bool] = []
    gc.disable()
    try:
        garbage.collect(lambda: calls.append(gone() is None))
        assert gone() is not None
        garbage.collect_what_was_asked()
        garbage.collect_what_was_asked()
    finally:
        gc.enable()
    assert calls == [False, True]
