"""What is done to a space's vectors after encoding, by kind of content: kept, applied, undone.

A correction is affine for each kind of content, ``unit((x - mean) @ matrix)``, so that a scan of
the plain vectors answers for the corrected ones: see `explorer.collection.corrected_scan`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from explorer.core.similarity import Vectors, normalise

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Affine:
    """What one kind of content gets.

    Parameters
    ----------
    mean
        float32 (d,): taken away first.
    matrix
        float32 (d, d): multiplied from the right; None leaves it out.
    """

    mean: Vectors
    matrix: Matrix | None = None

    def apply(self, vectors: Vectors) -> Vectors:
        """Corrected vectors: float32 (..., d), unit length."""
        moved = np.asarray(vectors, np.float32) - self.mean
        return normalise(moved if self.matrix is None else moved @ self.matrix)


@dataclass(frozen=True, slots=True, eq=False)
class Correction:
    """A correction of one space.

    Parameters
    ----------
    method
        What made it: ``"shift"``, ``"centre"``, ``"whiten"``.
    parts
        By kind of content; a kind without one stays as it is.
    fitted_on
        How many vectors of each kind it was fitted on.
    """

    method: str
    parts: Mapping[str, Affine]
    fitted_on: Mapping[str, int] = field(default_factory=dict)

    def apply(self, vectors: Vectors, content: str) -> Vectors:
        """Corrected vectors (..., d) of one kind of content: float32, unit length."""
        part = self.parts.get(content)
        return np.asarray(vectors, np.float32) if part is None else part.apply(vectors)

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for corrections that do the same."""
        return (
            self.method,
            *((kind, part.mean.tobytes(), None if part.matrix is None else part.matrix.tobytes())
              for kind, part in sorted(self.parts.items())),
        )  # fmt: skip
