"""Whether two spaces lay the same items out alike: centred kernel alignment.

Kornblith et al. 2019, "Similarity of neural network representations revisited" (linear CKA), and
Nguyen et al. 2021, "Do wide and deep networks learn the same things?", who take the unbiased
HSIC of Song et al. 2012 so that few items in many dimensions do not look alike by chance.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
FEWEST = 4
"""The unbiased estimate divides by n - 3."""


def linear_cka(a: Floats, b: Floats, *, debiased: bool = False) -> float:
    """Linear centred kernel alignment of two sets of vectors of the same items.

    Turning or scaling a space changes nothing. Needs (d_a + d_b)^2 numbers of memory, however
    many items there are.

    Parameters
    ----------
    a, b
        (n, d_a) and (n, d_b): row i of both is the same item.
    debiased
        Use the unbiased estimate, which is about nought for unrelated spaces, and may be below.

    Returns
    -------
    From 0 (unrelated) to 1 (alike up to turning and scaling); NaN where there are too few items
    or all are the same.

    Raises
    ------
    ValueError
        If the numbers of items differ.
    """
    if len(a) != len(b):
        raise ValueError(f"CKA compares the same items; there are {len(a)} and {len(b)}.")
    if len(a) < FEWEST:
        return float("nan")
    x, y = _centred(a), _centred(b)
    hsic = _unbiased if debiased else _biased
    across, own = hsic(x, y), hsic(x, x) * hsic(y, y)
    return float(across / np.sqrt(own)) if own > 0 else float("nan")


def _centred(vectors: Floats) -> NDArray[np.float64]:
    centred = np.array(vectors, np.float64)
    centred -= centred.mean(axis=0)
    return centred


def _product(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    return x.T @ y


def _biased(x: NDArray[np.float64], y: NDArray[np.float64]) -> float:
    return float((_product(x, y) ** 2).sum())


def _unbiased(x: NDArray[np.float64], y: NDArray[np.float64]) -> float:
    """HSIC of the linear kernels with their diagonals at nought, without the (n, n) matrices."""
    n = len(x)
    diagonal_x, diagonal_y = (x * x).sum(axis=1), (y * y).sum(axis=1)
    trace = (_product(x, y) ** 2).sum() - (diagonal_x * diagonal_y).sum()
    rows_x = x @ x.sum(axis=0) - diagonal_x
    rows_y = y @ y.sum(axis=0) - diagonal_y
    sums = rows_x.sum() * rows_y.sum() / ((n - 1) * (n - 2))
    return float((trace + sums - 2 * (rows_x @ rows_y) / (n - 2)) / (n * (n - 3)))
