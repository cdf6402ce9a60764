"""Compiled loops work where nothing can be written, and give every core its part."""

from __future__ import annotations

from typing import Any

import numba
import pytest

from explorer.lenses.compiled import compiled


def test_where_no_cache_can_be_written_loops_are_compiled_anyway(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real, asked = numba.njit, []

    def njit(*args: Any, **options: Any) -> Any:
        asked.append(options.get("cache", False))
        if options.get("cache"):
            raise RuntimeError("cannot cache function: no locator available")
        return real(*args, **options)

    monkeypatch.setattr(numba, "njit", njit)

    @compiled
    def total(count: int) -> int:
        found = 0
        for each in range(count):
            found += each
        return found

    assert total(10) == 45
    # What numba compiles for itself meanwhile comes after.
    assert asked[:2] == [True, False]
    assert asked.count(True) == 1
