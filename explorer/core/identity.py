"""New ids for items: unique on every machine, and sorted by the time they were made."""

from __future__ import annotations

import os
import time


def new_id() -> str:
    """26 hexadecimal digits: 12 of milliseconds since the epoch, 14 of randomness."""
    return f"{time.time_ns() // 1_000_000:012x}{os.urandom(7).hex()}"
