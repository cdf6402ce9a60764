"""Late interaction: every word with every patch in the joint space.

Yao et al. 2021, "FILIP: Fine-grained Interactive Language-Image Pre-Training", section 3.1; the
same as the match map of the explainable semantic space (Zhang et al. 2021, "Explainable Semantic
Space by Grounding Language to Vision with Cross-Modal Contrastive Learning").
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.core.tokens import GridLayout
from explorer.jobs import Control
from explorer.lenses.explanation.contrast import contrast, smooth, where_near
from explorer.lenses.explanation.question import Question, Relevance


def plain_maps(question: Question, control: Control) -> Relevance:
    """Cosines as they are: FILIP's."""
    control.check()
    cosines = _cosines(question)
    return _laid_out(cosines, question)


def contrasted_maps(question: Question, control: Control) -> Relevance:
    """Cosines less what the other words say, where near, evened out; see `contrast`."""
    control.check()
    cosines, words = _cosines(question), question.words
    everyday = None
    if words.content.sum() < 2:
        everyday = question.everyday @ question.patches.vectors.T
    told_apart = contrast(cosines[:-1], words.content, everyday)
    told_apart = where_near(told_apart, cosines[:-1])
    values, layout = _laid_out(np.concatenate([told_apart, cosines[-1:]]), question)
    return Relevance(smooth(values), layout)


def _cosines(question: Question) -> NDArray[np.float32]:
    words = question.words
    vectors = np.concatenate([words.vectors, words.whole[np.newaxis]])
    return np.asarray(vectors @ question.patches.vectors.T, np.float32)


def _laid_out(values: NDArray[np.float32], question: Question) -> Relevance:
    layout = question.patches.layout
    assert isinstance(layout, GridLayout)
    return Relevance(values.reshape(-1, layout.rows, layout.cols), layout)
