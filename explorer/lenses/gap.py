"""How far apart two kinds of content lie in a joint space, and how well it is filled.

The gap between the centres: Liang et al. 2022, "Mind the gap: understanding the modality gap in
multi-modal contrastive representation learning". Alignment and uniformity: Wang & Isola 2020,
"Understanding contrastive representation learning through alignment and uniformity on the
hypersphere"; across modalities as in Fahim et al. 2024, "It's not a modality gap: characterizing
and addressing the contrastive gap".
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.core.similarity import Vectors
from explorer.lenses.retrieval import PairSet

UNIFORMITY_SHARPNESS = 2.0
"""Wang & Isola's t."""
MOST = 4000
"""Uniformity is told from at most so many vectors of each kind, the same each time."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Figures of a joint space on labelled pairs.

    Parameters
    ----------
    distance
        Between the two centres, 0 to 2.
    separable
        Balanced share (0.5 to 1) of vectors whose kind a threshold along the line between the
        centres tells; 0.5 is no gap at all.
    alignment
        Mean squared distance of what belongs together, 0 to 4; less is better.
    uniformity_a, uniformity_b
        Log of the mean Gaussian potential of one kind; nought for a single point, less is better.
    uniformity_across
        The same between the two kinds, what belongs together left out.
    """

    distance: float
    separable: float
    alignment: float
    uniformity_a: float
    uniformity_b: float
    uniformity_across: float

    def to_dict(self) -> dict[str, float]:
        """JSON data."""
        return {name: round(value, 6) for name, value in asdict(self).items()}

    @classmethod
    def mean(cls, parts: list[Gap], weights: list[int]) -> Gap:
        """The weighted mean of the figures of several parts of a set."""
        values = np.array([list(asdict(part).values()) for part in parts])
        means = np.average(values, axis=0, weights=weights)
        return cls(*(float(value) for value in means))


def measure_gap(a: Vectors, b: Vectors, pairs: PairSet) -> Gap:
    """Measure a space.

    Parameters
    ----------
    a, b
        float32 (n, d) and (m, d), unit length, of ``pairs.a`` and ``pairs.b``.
    """
    difference = a.mean(axis=0, dtype=np.float64) - b.mean(axis=0, dtype=np.float64)
    ends = a[pairs.links[:, 0]] - b[pairs.links[:, 1]]
    kept_a, kept_b = _sample(len(a)), _sample(len(b))
    linked = np.zeros((len(kept_a), len(kept_b)), bool)
    place_a, place_b = _places(kept_a, len(a)), _places(kept_b, len(b))
    both = (place_a[pairs.links[:, 0]] >= 0) & (place_b[pairs.links[:, 1]] >= 0)
    known = pairs.links[both]
    linked[place_a[known[:, 0]], place_b[known[:, 1]]] = True
    return Gap(
        distance=float(np.linalg.norm(difference)),
        separable=_separable(a @ difference, b @ difference),
        alignment=float((ends.astype(np.float64) ** 2).sum(axis=1).mean()) if len(ends) else 0.0,
        uniformity_a=uniformity(a[kept_a]),
        uniformity_b=uniformity(b[kept_b]),
        uniformity_across=_potential((a[kept_a] @ b[kept_b].T)[~linked]),
    )


def uniformity(vectors: Vectors) -> float:
    """Wang & Isola's uniformity of unit vectors (n, d): log of the mean of exp(-2 |x - y|^2)."""
    cosines = vectors @ vectors.T
    return _potential(cosines[np.triu_indices(len(vectors), 1)])


def _potential(cosines: NDArray[np.floating]) -> float:
    if not cosines.size:
        return 0.0
    squared = np.maximum(2 - 2 * cosines.astype(np.float64), 0)
    return float(np.log(np.exp(-UNIFORMITY_SHARPNESS * squared).mean()))


def _separable(a: NDArray[np.floating], b: NDArray[np.floating]) -> float:
    """Best balanced accuracy of any threshold on two sets of numbers."""
    values = np.concatenate([a, b])
    order = np.argsort(values, kind="stable")
    is_a = np.concatenate([np.ones(len(a), bool), np.zeros(len(b), bool)])[order]
    above_a = 1 - np.concatenate([[0], np.cumsum(is_a)]) / max(len(a), 1)
    below_b = np.concatenate([[0], np.cumsum(~is_a)]) / max(len(b), 1)
    ordered = values[order]
    # Between equal numbers there is no room for a threshold.
    cut = np.concatenate([[True], ordered[1:] > ordered[:-1], [True]])
    return float(((above_a + below_b) / 2)[cut].max())


def _sample(count: int) -> NDArray[np.int64]:
    if count <= MOST:
        return np.arange(count)
    return np.sort(np.random.default_rng(0).choice(count, MOST, replace=False))


def _places(kept: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    places = np.full(count, -1, np.int64)
    places[kept] = np.arange(len(kept))
    return places


def along_gap(a: Vectors, b: Vectors, axis: Vectors | None = None) -> tuple[Vectors, Vectors]:
    """Places of two sets of vectors along the line between their centres, or along an axis.

    Parameters
    ----------
    a, b
        float32 (n, d) and (m, d).
    axis
        float32 (d,); the line between the centres by default.

    Returns
    -------
    float32 (n,) and (m,), in units of the unit sphere, nought half way between the centres.
    """
    centres = a.mean(axis=0, dtype=np.float64), b.mean(axis=0, dtype=np.float64)
    line = centres[0] - centres[1] if axis is None else axis.astype(np.float64)
    line = line / max(float(np.linalg.norm(line)), 1e-12)
    middle = (centres[0] + centres[1]) / 2
    return (
        ((a - middle) @ line).astype(np.float32),
        ((b - middle) @ line).astype(np.float32),
    )
