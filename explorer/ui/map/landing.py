"""A new projection lands: points go from their old places to the new ones, once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

Floats = npt.NDArray[np.float32]

LANDING_MS = 450
"""So long that the eye can follow a group on its way."""
MOST_IN_FLIGHT = 120_000
"""So many points are shown on their way; of more, an even sample."""


class Landing(QObject):
    """Interpolates places.

    Signals
    -------
    moved
        `coordinates` has changed.
    landed
        All points are in their new places.
    """

    moved = Signal()
    landed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.coordinates: Floats = np.empty((0, 2), np.float32)
        self._old = self._new = self._goal = self.coordinates
        self._flight = QVariantAnimation(self)
        self._flight.setStartValue(0.0)
        self._flight.setEndValue(1.0)
        self._flight.setDuration(LANDING_MS)
        self._flight.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._flight.valueChanged.connect(self._step)
        self._flight.finished.connect(self.landed)

    @property
    def under_way(self) -> bool:
        """Whether points are moving."""
        return self._flight.state() == QVariantAnimation.State.Running

    @property
    def destination(self) -> Floats:
        """Where the points are going."""
        return self._goal

    def start(self, old: Floats, new: Floats) -> None:
        """Begin to move points from `old` to `new`, (m, 2) and (n, 2); new ones just appear."""
        self._flight.stop()
        known = min(len(old), len(new))
        begin = new.copy()
        placed = np.flatnonzero(np.isfinite(old[:known]).all(axis=1))
        begin[placed] = old[placed]
        if len(new) > MOST_IN_FLIGHT:
            out = np.ones(len(new), bool)
            out[:: -(-len(new) // MOST_IN_FLIGHT)] = False
            begin[out] = np.nan
        self._old, self._new, self._goal = begin, new, new
        self._flight.start()

    def stop(self) -> None:
        """Stay where the points are."""
        self._flight.stop()

    def _step(self, share: float) -> None:
        self.coordinates = self._old + (self._new - self._old) * np.float32(share)
        self.moved.emit()
