"""Pictures in which some patches are painted out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from explorer.core.media import Pixels
from explorer.core.similarity import Vectors
from explorer.core.tokens import GridLayout
from explorer.jobs import Control

BATCH = 16


def patch_of_pixels(size: tuple[int, int], layout: GridLayout) -> NDArray[np.intp]:
    """Number of the patch that each pixel of a picture (height, width) lies in, -1 for none."""
    height, width = size
    left, top, right, bottom = layout.box
    rows = ((np.arange(height) + 0.5) / height - top) / (bottom - top) * layout.rows
    cols = ((np.arange(width) + 0.5) / width - left) / (right - left) * layout.cols
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
    pictures: Iterable[Pixels],
    count: int,
    encode: Callable[[list[Pixels]], Vectors],
    control: Control,
) -> Iterator[Vectors]:
    """Encode pictures a few at a time as they are made; each batch can be cancelled.

    Parameters
    ----------
    pictures
        Made while they are asked for, so that few of them are in memory.
    count
        How many there will be, for the progress.
    """
    batch: list[Pixels] = []
    done = 0
    for picture in pictures:
        batch.append(picture)
        if len(batch) == BATCH or done + len(batch) == count:
            control.check()
            yield encode(batch)
            done += len(batch)
            control.progress(done, count, "looking at the picture with parts covered")
            batch = []
    if batch:
        yield encode(batch)
