"""Relations between two things in a picture: attention from words to patches, then operators.

The third stage of Zhang et al. 2021, "Explainable semantic space by grounding language to vision
with cross-modal contrastive learning": several heads of attention look in the patches for what a
word names, and one bilinear operator per relation scores the two things that were found. What was
found is told by places and extents, not by what it looks like, so that things which were in no
training scene are related like any others; of the two words only their cosine counts, which tells
kinds and parts. Here is only the arithmetic, in numpy; `explorer.align.relations` trains the
weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.core.tokens import GridLayout, Tokens

Floats = NDArray[np.float32]

RELATIONS = (
    "left of",
    "right of",
    "above",
    "below",
    "inside",
    "on",
    "bigger than",
    "same kind as",
    "part of",
)
"""In the order of the operators; read as *subject, relation, object*."""

SPREAD_FLOOR = 1e-4
SHARP = 10.0
"""Cosines times this are about as large as the other terms."""


@dataclass(frozen=True, slots=True)
class Related:
    """How two things in a picture are related.

    Parameters
    ----------
    chances
        By relation: softmax of the bilinear scores, summing to 1.
    subject, object
        float32 (rows, cols): where each was looked for, the mean of the attention heads, each
        summing to 1.
    """

    chances: dict[str, float]
    subject: Floats
    object: Floats

    @property
    def best(self) -> str:
        """The most likely relation."""
        return max(self.chances, key=lambda name: self.chances[name])


class RelationOperators:
    """Trained attention and one bilinear operator per relation.

    Parameters
    ----------
    tensors
        ``query``, ``key`` (d, heads * k), ``plain``, ``gain`` (heads,), ``thing`` (d, heads),
        ``widen`` (5 * heads, h), ``widen_bias`` (h,), ``narrow`` (h, r), ``narrow_bias`` (r,),
        ``operators`` (9, r + 1, r + 1), ``same`` (9,).
    """

    def __init__(self, tensors: Mapping[str, NDArray[np.floating]]) -> None:
        self._tensors = {name: array.astype(np.float32) for name, array in tensors.items()}
        self._heads = len(self._tensors["gain"])

    def between(self, patches: Tokens, subject: Floats, object: Floats) -> Related:
        """Score every relation that subject may have to object.

        Parameters
        ----------
        patches
            Of the picture, on a `GridLayout`, from ``space.encode_content_tokens("image", ...)``.
        subject, object
            float32 (d,): two text vectors of the same space.

        Raises
        ------
        ValueError
            If the patches lie on no grid.
        """
        layout = patches.layout
        if not isinstance(layout, GridLayout):
            raise ValueError("Relations are looked for on a grid of patches.")
        words = np.stack([subject, object])
        looked = self._looked(patches.vectors, words)
        found = self._found(looked, centres(layout))
        scores = np.einsum("i,rij,j->r", found[0], self._tensors["operators"], found[1])
        scores = scores + SHARP * self._tensors["same"] * (subject @ object)
        powers = np.exp(scores - scores.max())
        where = looked.mean(axis=1).reshape(2, layout.rows, layout.cols)
        chances = zip(RELATIONS, (powers / powers.sum()).tolist(), strict=True)
        return Related(dict(chances), where[0], where[1])

    def _looked(self, patches: Floats, words: Floats) -> Floats:
        """Attention (2, heads, p) of both words to the patches."""
        query = (words @ self._tensors["query"]).reshape(2, self._heads, -1)
        key = (patches @ self._tensors["key"]).reshape(len(patches), self._heads, -1)
        logits = np.einsum("whk,phk->whp", query, key) / np.sqrt(query.shape[-1])
        cosines = words @ patches.T
        # What both words like, such as a busy patch, tells nothing about either of them.
        contrast = cosines - cosines.mean(axis=0)
        for name, values in (("plain", cosines), ("gain", contrast)):
            logits = logits + SHARP * self._tensors[name][:, None] * values[:, None]
        logits = logits + (patches @ self._tensors["thing"]).T
        powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=-1, keepdims=True), np.float32)

    def _found(self, looked: Floats, places: Floats) -> Floats:
        """Where both words were found, and how large: float32 (2, r + 1)."""
        middle = looked @ places
        spread = np.maximum(looked @ places**2 - middle**2, SPREAD_FLOOR)
        focus = (looked**2).sum(axis=-1, keepdims=True)
        heads = np.concatenate([middle, np.log(spread), np.log(focus)], axis=-1).reshape(2, -1)
        hidden = _gelu(heads @ self._tensors["widen"] + self._tensors["widen_bias"])
        region = hidden @ self._tensors["narrow"] + self._tensors["narrow_bias"]
        return np.concatenate([region, np.ones((2, 1), np.float32)], axis=1)


def centres(layout: GridLayout) -> Floats:
    """Centres of all patches as fractions (x, y) of the grid: float32 (p, 2)."""
    rows, cols = np.divmod(np.arange(layout.count), layout.cols)
    return np.stack([(cols + 0.5) / layout.cols, (rows + 0.5) / layout.rows], 1).astype(np.float32)


def _gelu(x: Floats) -> Floats:
    # By the hyperbolic tangent, as torch's approximation: numpy has no error function.
    inner = np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)
    return np.asarray(0.5 * x * (1 + np.tanh(inner)), np.float32)
