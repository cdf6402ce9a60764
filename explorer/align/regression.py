"""The linear map from features to texts in closed form: where training may start."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from explorer.align.pairs import Pairs


def regression(
    sources: Sequence[Pairs],
    texts: NDArray[np.float32],
    mean: Tensor,
    deviation: Tensor,
    ridge: float,
) -> Tensor:
    """Ridge regression from standardised features to the mean of an item's texts.

    Hoerl & Kennard 1970, "Ridge regression: biased estimation for nonorthogonal problems". Every
    view of every item counts, weighted as items are drawn; the first text of an item counts as
    it is drawn too.

    Parameters
    ----------
    texts
        float32 (m, k), unit length.
    mean, deviation
        (d,) of the features.
    ridge
        Added to the diagonal, in units of its mean.

    Returns
    -------
    (d, k).
    """
    width = len(mean)
    gram = torch.zeros(width, width)
    moment = torch.zeros(width, texts.shape[1])
    for pairs in sources:
        wanted = _said(pairs, texts)
        weights = np.ones(len(pairs)) if pairs.weights is None else pairs.weights
        share = torch.from_numpy((weights / np.mean(weights)).astype(np.float32))[:, None]
        for view in range(pairs.views.shape[1]):
            seen = torch.from_numpy(pairs.views[:, view].astype(np.float32))
            seen = (seen - mean) / deviation
            gram += (seen * share).T @ seen
            moment += (seen * share).T @ wanted
    diagonal = ridge * gram.diagonal().mean() * torch.eye(width)
    solved: Tensor = torch.linalg.solve(gram + diagonal, moment)
    return solved


def _said(pairs: Pairs, texts: NDArray[np.float32]) -> Tensor:
    """The mean text vector of every item (n, k), unit length."""
    found = np.empty((len(pairs), texts.shape[1]), np.float32)
    for row, said in enumerate(pairs.texts):
        rest = (1 - pairs.first) / max(1, len(said) - 1)
        shares = np.asarray([pairs.first, *[rest] * (len(said) - 1)], np.float32)
        found[row] = shares @ texts[list(said)]
    return F.normalize(torch.from_numpy(found), dim=1)
