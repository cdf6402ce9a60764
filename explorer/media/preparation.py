"""Preparations that any part may use."""

from __future__ import annotations

from typing import Any

import numpy as np


class AsIs:
    """A preparation that leaves content as it is."""

    def __call__(self, content: Any) -> Any:
        """The content; an array in memory of its own."""
        return np.ascontiguousarray(content) if isinstance(content, np.ndarray) else content

    def __repr__(self) -> str:
        return "AsIs()"
