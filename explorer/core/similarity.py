"""Unit vectors, cosines, points along the sphere, and calibrated scores."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Vectors = NDArray[np.float32]


def normalise(vectors: ArrayLike) -> Vectors:
    """Scale vectors to unit length along the last axis; zero vectors stay zero.

    Parameters
    ----------
    vectors
        Any shape (..., d).

    Returns
    -------
    float32, same shape.
    """
    array = np.asarray(vectors, dtype=np.float32)
    norms = np.linalg.norm(array, axis=-1, keepdims=True)
    return np.asarray(array / np.where(norms > 0, norms, 1), dtype=np.float32)


def cosine(a: ArrayLike, b: ArrayLike) -> Vectors:
    """Cosines of every row of `a` (n, d) with every row of `b` (m, d): float32 (n, m)."""
    return np.asarray(normalise(a) @ normalise(b).T, dtype=np.float32)


def slerp(a: ArrayLike, b: ArrayLike, alpha: float) -> Vectors:
    """The point a share `alpha` of the way from `a` to `b` along the great circle.

    Shoemake 1985, "Animating rotation with quaternion curves". Opposite vectors have no
    single great circle; the straight mixture is returned there.
    """
    start, end = normalise(a), normalise(b)
    weights = slerp_weights(start, end, alpha)
    return normalise(weights[0] * start + weights[1] * end)


def slerp_weights(a: ArrayLike, b: ArrayLike, alpha: float) -> tuple[float, float]:
    """How much `a` and `b` (d,), made unit length, weigh in the point that `slerp` gives."""
    angle = _angle(normalise(a), normalise(b))
    if np.sin(angle) < 1e-6:
        return 1 - alpha, alpha
    return (
        float(np.sin((1 - alpha) * angle) / np.sin(angle)),
        float(np.sin(alpha * angle) / np.sin(angle)),
    )


def _angle(a: Vectors, b: Vectors) -> float:
    return float(np.arccos(np.clip(a @ b, -1.0, 1.0)))


def top_k(scores: NDArray[np.floating], k: int) -> NDArray[np.intp]:
    """Positions of the k highest scores, best first; ties keep their order; NaN is last."""
    values = np.where(np.isnan(scores), -np.inf, scores)
    k = min(k, len(values))
    if k <= 0:
        return np.empty(0, np.intp)
    if k < len(values):
        # Everything that ties with the k-th is kept, so that the stable sort decides.
        threshold = np.partition(values, len(values) - k)[len(values) - k]
        candidates = np.flatnonzero(values >= threshold)
    else:
        candidates = np.arange(len(values))
    return candidates[np.argsort(-values[candidates], kind="stable")[:k]]


def share_farther(scores: NDArray[np.floating], null: NDArray[np.floating]) -> NDArray[np.float32]:
    """Calibrate scores against a null distribution.

    Parameters
    ----------
    scores
        Shape (n,).
    null
        Scores of the same query against the collection, shape (m,), in any order.

    Returns
    -------
    float32 (n,): percentage (0 to 100) of the null that scores lower; ties count half.
    """
    if len(null) == 0:
        return np.zeros(len(scores), np.float32)
    ordered = np.sort(null)
    below = np.searchsorted(ordered, scores, side="left")
    not_above = np.searchsorted(ordered, scores, side="right")
    return ((below + not_above) / 2 / len(ordered) * 100).astype(np.float32)
