"""Vectors made ready for projecting: whole, of unit length, without the gap between modalities."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from explorer.lenses.blocks import run_blocks, thread_count

Floats = npt.NDArray[np.float32]

BLOCK = 1024


@dataclass(frozen=True)
class PreparedVectors:
    """A view on vectors that hands out unit rows with each group's mean taken away.

    Encoders of different modalities fill different cones of a joint space (Liang et al. 2022,
    "Mind the gap"); without the centring a map shows one island for each modality.

    Attributes
    ----------
    vectors
        (n, d) of any float dtype, perhaps memory-mapped; never copied whole.
    whole
        (n,) bool: rows without NaN or infinity, which alone can be placed.
    groups
        (n,) group of each row, counted from 0, or None.
    means
        (groups, d) float32, or None when nothing is to be centred.
    """

    vectors: npt.NDArray[np.floating]
    whole: npt.NDArray[np.bool_]
    groups: npt.NDArray[np.intp] | None
    means: Floats | None

    def __len__(self) -> int:
        """Return the number of rows, whole or not."""
        return len(self.vectors)

    def along(self, rows: slice, axes: Floats) -> Floats:
        """Return the prepared vectors of some rows times `axes` (d, a), without the detour."""
        if self.means is not None:
            return self.rows(rows) @ axes
        block = np.asarray(self.vectors[rows], np.float32)
        along: Floats = block @ axes / lengths_of(block)[:, None]
        return along

    def rows(self, rows: npt.NDArray[np.integer] | slice) -> Floats:
        """Return the prepared vectors of some rows: (m, d) float32 of length one, or nought."""
        block = _unit(np.asarray(self.vectors[rows], np.float32))
        if self.means is None or self.groups is None:
            return block
        return _unit(block - self.means[self.groups[rows]])


def prepare(
    vectors: npt.NDArray[np.floating], groups: npt.ArrayLike | None = None
) -> PreparedVectors:
    """Look through vectors once: which rows are whole, and the mean of each group.

    Parameters
    ----------
    vectors
        (n, d) of any float dtype.
    groups
        (n,) the modality of each row as any labels; centring is left out when None or when all
        rows are of one group.

    Raises
    ------
    ValueError
        If the shapes do not fit.
    """
    if vectors.ndim != 2:
        raise ValueError(f"Vectors must be a table of numbers; these have shape {vectors.shape}.")
    codes = None
    if groups is not None:
        labels, codes = np.unique(np.asarray(groups), return_inverse=True)
        if len(codes) != len(vectors):
            raise ValueError(f"{len(codes)} groups were given for {len(vectors)} vectors.")
        if len(labels) < 2:
            codes = None
    whole = np.empty(len(vectors), bool)
    for_each_block(len(vectors), lambda rows: _mark_whole(vectors, rows, whole))
    means = None if codes is None else _group_means(vectors, whole, codes)
    return PreparedVectors(vectors, whole, codes, means)


def for_each_block(total: int, work: Callable[[slice], None]) -> None:
    """Run `work` on slices of `range(total)` that fit the processor's cache, on every core."""

    def span(start: int, stop: int) -> None:
        for low in range(start, stop, BLOCK):
            work(slice(low, min(low + BLOCK, stop)))

    threads = thread_count()
    with ThreadPoolExecutor(threads) as executor:
        run_blocks(executor, span, total, threads)


def _mark_whole(
    vectors: npt.NDArray[np.floating], rows: slice, whole: npt.NDArray[np.bool_]
) -> None:
    # A sum is NaN or infinite as soon as one number is; cheaper than a test of each.
    with np.errstate(over="ignore", invalid="ignore"):
        block = np.asarray(vectors[rows], np.float32)
        whole[rows] = np.isfinite(block @ np.ones(block.shape[1], np.float32))


def _group_means(
    vectors: npt.NDArray[np.floating],
    whole: npt.NDArray[np.bool_],
    codes: npt.NDArray[np.intp],
) -> Floats:
    groups = int(codes.max()) + 1
    totals = np.zeros((groups, vectors.shape[1]), np.float64)
    counts = np.zeros(groups, np.float64)
    for rows in _slices(len(vectors)):
        sound = whole[rows]
        block = _unit(np.asarray(vectors[rows], np.float32)[sound])
        one_hot = np.equal.outer(np.arange(groups), codes[rows][sound]).astype(np.float32)
        totals += one_hot @ block
        counts += one_hot.sum(axis=1)
    means: Floats = (totals / np.maximum(counts, 1)[:, None]).astype(np.float32)
    return means


def _slices(total: int) -> Iterator[slice]:
    for low in range(0, total, BLOCK):
        yield slice(low, min(low + BLOCK, total))


def lengths_of(block: Floats) -> Floats:
    """Return each row's length, (m,) float32, with 1 for rows of noughts."""
    lengths: Floats = np.sqrt(np.einsum("ij,ij->i", block, block))
    lengths[lengths == 0] = 1
    return lengths


def _unit(block: Floats) -> Floats:
    unit: Floats = block / lengths_of(block)[:, None]
    return unit
