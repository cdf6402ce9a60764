"""The two directions in which vectors differ most."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from explorer.lenses.projection_vectors import PreparedVectors, for_each_block

Floats = npt.NDArray[np.float32]

BASIS_SAMPLE = 20_000
"""So many rows settle two directions; more would only take longer."""


def principal_axes(vectors: PreparedVectors, *, seed: int, count: int = 2) -> tuple[Floats, Floats]:
    """Find the mean and the leading principal axes.

    Parameters
    ----------
    vectors
        Of which at least one row is whole.
    seed
        Of the sample that is looked at where there are many rows.
    count
        Number of axes.

    Returns
    -------
    mean, axes
        (d,) and (d, min(count, d)) float32. Each axis points to where its largest weight is
        positive, so that a map is not mirrored from one run to the next.
    """
    rows = np.flatnonzero(vectors.whole)
    if len(rows) > BASIS_SAMPLE:
        chosen = np.random.default_rng(seed).choice(len(rows), BASIS_SAMPLE, replace=False)
        rows = rows[np.sort(chosen)]
    sample = vectors.rows(rows)
    mean: Floats = sample.mean(axis=0)
    centred = sample - mean
    if len(centred) < centred.shape[1]:
        _, _, rotated = np.linalg.svd(centred, full_matrices=False)
        axes = rotated[:count].T
    else:
        _, vectors_up = np.linalg.eigh(centred.T @ centred)
        axes = vectors_up[:, ::-1][:, :count]
    largest = np.abs(axes).argmax(axis=0)
    signs = np.sign(axes[largest, np.arange(axes.shape[1])])
    return mean, np.ascontiguousarray(axes * signs, np.float32)


def project_pca(vectors: PreparedVectors, *, seed: int) -> Floats:
    """Lay vectors out along their two principal axes.

    Returns
    -------
    coordinates
        (n, 2) float32, NaN for rows that are not whole.
    """
    coordinates = np.full((len(vectors), 2), np.nan, np.float32)
    if not vectors.whole.any():
        return coordinates
    mean, axes = principal_axes(vectors, seed=seed)
    offset = mean @ axes

    def place(rows: slice) -> None:
        with np.errstate(invalid="ignore", over="ignore"):
            placed = vectors.along(rows, axes) - offset
        coordinates[rows, : axes.shape[1]] = placed
        coordinates[rows, axes.shape[1] :] = 0

    for_each_block(len(vectors), place)
    coordinates[~vectors.whole] = np.nan
    return coordinates
