"""From which score on a hit is more likely right than the best of what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def bound(scores: Floats, right: NDArray[np.bool_]) -> dict[str, Any]:
    """The score that best tells right answers from the best wrong ones.

    For every query two scores are taken: of its best right answer where that is among the first
    ten, and of the best answer there would be if everything right were missing. The bound makes
    the mean of both shares that fall on their side greatest (Youden's J).

    Parameters
    ----------
    scores
        (n, m): queries against answers.
    right
        bool (n, m): which answers are right; every query has one.
    """
    best = np.where(right, scores, -np.inf).max(axis=1)
    wrong = np.where(right, -np.inf, scores)
    found = best[(wrong > best[:, None]).sum(axis=1) < 10]
    missed = wrong.max(axis=1)
    places = np.sort(np.concatenate([found, missed]))
    kept = 1 - np.searchsorted(np.sort(found), places) / len(found)
    marked = np.searchsorted(np.sort(missed), places) / len(missed)
    at = int((kept + marked).argmax())
    return {
        "score": round(float(places[at]), 3),
        "right answers above": round(float(kept[at]), 2),
        "best wrong answers below": round(float(marked[at]), 2),
        "queries": len(scores),
    }


def shares_a_word(asked: Sequence[str], said: Sequence[Sequence[str]]) -> NDArray[np.bool_]:
    """bool (n, m): whether a query and an answer have a word of three letters or more in common."""
    words = [_words([text]) for text in asked]
    answers = [_words(texts) for texts in said]
    return np.asarray([[bool(one & other) for other in answers] for one in words])


def _words(texts: Sequence[str]) -> set[str]:
    return {word for text in texts for word in text.split() if len(word) > 2}
