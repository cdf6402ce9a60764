"""A map whose axes are asked for: each runs from one phrase to its opposite."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from explorer.lenses.projection_vectors import PreparedVectors, for_each_block

Floats = npt.NDArray[np.float32]

TAIL = 0.0015
"""Share of the items that may lie beyond either end of an axis."""


@dataclass(frozen=True)
class AxisSpan:
    """Which values an axis shows: at -1, in the middle and at 1 of the map.

    The value of an item is the cosine of its vector, less the mean of its kind, with the
    direction of the axis.
    """

    low: float
    high: float


def axis_direction(low: npt.ArrayLike | None, high: npt.ArrayLike) -> Floats:
    """Return the direction from one phrase to another, or of one alone: (d,), unit length.

    Parameters
    ----------
    low, high
        (d,) vectors of the phrases at the ends; None where only one end is named.

    Raises
    ------
    ValueError
        If both are the same, so that there is no direction.
    """
    end = _unit(np.asarray(high, np.float32))
    direction = end if low is None else end - _unit(np.asarray(low, np.float32))
    length = float(np.linalg.norm(direction))
    if length < 1e-4:
        raise ValueError("Both ends of the axis mean the same; name something else at one of them.")
    return (direction / length).astype(np.float32)


def project_axes(
    vectors: PreparedVectors, directions: Sequence[Floats]
) -> tuple[Floats, tuple[AxisSpan, AxisSpan]]:
    """Lay vectors out along two directions.

    Parameters
    ----------
    directions
        Two of (d,), from `axis_direction`.

    Returns
    -------
    coordinates, spans
        (n, 2) float32: the bulk within -1..1 each way, each axis to a scale of its own; NaN for
        rows that are not whole. And the values at the ends.
    """
    axes = np.ascontiguousarray(np.stack(directions, axis=1), np.float32)
    values = np.full((len(vectors), 2), np.nan, np.float32)

    def place(rows: slice) -> None:
        with np.errstate(invalid="ignore", over="ignore"):
            values[rows] = vectors.along(rows, axes)

    for_each_block(len(vectors), place)
    values[~vectors.whole] = np.nan
    spans = (_span(values[:, 0]), _span(values[:, 1]))
    low = np.array([span.low for span in spans], np.float32)
    high = np.array([span.high for span in spans], np.float32)
    coordinates: Floats = (2 * (values - low) / (high - low) - 1).astype(np.float32)
    return coordinates, spans


def _span(values: Floats) -> AxisSpan:
    known = values[np.isfinite(values)]
    if not len(known):
        return AxisSpan(-1.0, 1.0)
    tail = TAIL if len(known) > 1000 else 0.0
    low, high = np.quantile(known, (tail, 1 - tail))
    if high - low < 1e-6:
        return AxisSpan(float(low) - 0.5, float(high) + 0.5)
    return AxisSpan(float(low), float(high))


def _unit(vector: Floats) -> Floats:
    return vector / max(float(np.linalg.norm(vector)), 1e-12)
