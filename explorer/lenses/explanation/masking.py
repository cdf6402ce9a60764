"""Pictures in which some patches are painted out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.core.media import Pixels
from explorer.core.similarity import Vectors
from explorer.core.tokens import GridLayout
from explorer.core.wording import Wording
from explorer.jobs import Control

BATCH = 16


def patch_of_pixels(size: tuple[int, int], layout: GridLayout) -> NDArray[np.intp]:
    """Number of the patch that each pixel of a picture (height, width) lies in, -1 for none."""
    height, width = size
    return cell_at((np.arange(width) + 0.5) / width, (np.arange(height) + 0.5) / height, layout)


def cell_at(
    x: NDArray[np.floating], y: NDArray[np.floating], layout: GridLayout
) -> NDArray[np.intp]:
    """Number of the patch that each point of a mesh lies in, -1 for none: (len(y), len(x)).

    Parameters
    ----------
    x, y
        Shares of the width and height.
    """
    left, top, right, bottom = layout.box
    rows = (y - top) / (bottom - top) * layout.rows
    cols = (x - left) / (right - left) * layout.cols
    row, col = np.floor(rows).astype(np.intp)[:, None], np.floor(cols).astype(np.intp)[None, :]
    inside = (row >= 0) & (row < layout.rows) & (col >= 0) & (col < layout.cols)
    return np.where(inside, row * layout.cols + col, -1)


def painted_out(
    picture: Pixels, hidden: NDArray[np.bool_], layout: GridLayout, colour: NDArray[np.uint8]
) -> Pixels:
    """A picture with some patches in one colour.

    Parameters
    ----------
    hidden
        Shape (rows * cols,) or (rows, cols).
    """
    patches = patch_of_pixels(picture.shape[:2], layout)
    flags = np.append(hidden.ravel(), False)  # what lies in no patch stays
    return np.where(flags[patches][..., np.newaxis], colour, picture).astype(np.uint8)


def mean_colour(picture: Pixels) -> NDArray[np.uint8]:
    """The mean of a picture: what is least like anything in it."""
    return np.asarray(picture.mean(axis=(0, 1)).round(), np.uint8)


def encoded_in_batches(
    parts: Iterable[Any],
    count: int,
    encode: Callable[[list[Any]], Vectors],
    control: Control,
) -> Iterator[Vectors]:
    """Encode pictures or sounds a few at a time as they are made; each batch can be cancelled.

    Parameters
    ----------
    parts
        Made while they are asked for, so that few of them are in memory.
    count
        How many there will be, for the progress.
    """
    batch: list[Any] = []
    done = 0
    for part in parts:
        batch.append(part)
        if len(batch) == BATCH or done + len(batch) == count:
            control.check()
            yield encode(batch)
            done += len(batch)
            control.progress(done, count, Wording("encoding it with parts covered"))
            batch = []
    if batch:
        yield encode(batch)
