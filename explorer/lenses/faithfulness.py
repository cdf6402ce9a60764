"""How far a heat map can be believed: deletion, insertion, random maps, and pointing.

Petsiuk et al. 2018, "RISE: Randomized Input Sampling for Explanation of Black-box Models": take
patches away in the order of the map (deletion) or put them back into an empty picture (insertion)
and follow the score. A faithful map makes it fall early and rise early. Whether it does so better
than chance is told by maps of smooth noise on the same picture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.core.media import Pixels
from explorer.core.similarity import Vectors
from explorer.core.tokens import GridLayout
from explorer.jobs import Control
from explorer.lenses.explanation.contrast import smooth
from explorer.lenses.explanation.masking import encoded_in_batches, mean_colour, painted_out

Floats = NDArray[np.float32]

Box = tuple[float, float, float, float]
"""Left, top, right and bottom of a region, in pixels."""

Score = Callable[[Sequence[Pixels]], Floats]
"""Pictures (n) to their scores with the words: float32 (n,)."""

STEPS = 8
"""Points of each curve beside its start."""

RANDOM_PAIRS, SEED = 10, 5
"""Random maps come as a map and its opposite, so that their mean advantage is nought."""

NINE_IN_TEN = 1.2816
"""Standard deviations that nine in ten values of a normal distribution stay below. The most of so
few random maps would be a matter of luck: a single one that hits the thing there is condemned a
right map."""


@dataclass(frozen=True, slots=True)
class Faithfulness:
    """Areas under the two curves, between the least (0) and the most (1) that any step scores.

    ``deletion`` is better when low, ``insertion`` when high. ``advantage`` is insertion less
    deletion in the measure of the score; ``random`` the range that one in ten random maps of this
    picture exceeds and one in ten falls short of, None where none were tried.
    """

    deletion: float
    insertion: float
    advantage: float = 0.0
    random: tuple[float, float] | None = None

    @property
    def better_than_random(self) -> bool | None:
        """Whether it beats nine in ten random maps; None where none were tried."""
        return None if self.random is None else self.advantage > self.random[1]

    def to_dict(self) -> dict[str, object]:
        """JSON data."""
        told: dict[str, object] = {
            "deletion": round(self.deletion, 4),
            "insertion": round(self.insertion, 4),
            "advantage": round(self.advantage, 4),
        }
        if self.random is not None:
            told["random"] = [round(one, 4) for one in self.random]
            told["better_than_random"] = self.better_than_random
        return told


def faithfulness(
    picture: Pixels, heat: Floats, layout: GridLayout, score: Score, steps: int = STEPS
) -> Faithfulness:
    """Deletion and insertion of one map, without random ones.

    Parameters
    ----------
    picture
        uint8 RGB (h, w, 3).
    heat
        float32 (rows, cols): how much each patch counts.
    score
        How well pictures match.
    """
    judge = Judge(picture, layout, lambda pictures: score(pictures)[:, np.newaxis], steps)
    return judge.judged(heat[np.newaxis], np.ones((1, 1), np.float32), Control())[0]


class Judge:
    """Deletion and insertion of many maps of one picture or sound.

    Parameters
    ----------
    picture
        uint8 RGB (h, w, 3).
    encode
        Pictures (n) to vectors: float32 (n, d).
    cover
        Gives what is judged with some patches (rows * cols,) covered; a picture's get its mean
        colour by default.
    """

    def __init__(
        self,
        picture: Pixels,
        layout: GridLayout,
        encode: Callable[[list[Any]], Vectors],
        steps: int = STEPS,
        cover: Callable[[NDArray[np.bool_], GridLayout], Any] | None = None,
    ) -> None:
        self._layout, self._encode = layout, encode
        self._steps = min(steps, layout.count)
        colour = mean_colour(picture)
        self._cover = cover or (lambda hidden, layout: painted_out(picture, hidden, layout, colour))
        self._ends: Vectors | None = None
        self._random: Vectors | None = None

    def judged(
        self, maps: Floats, targets: Floats, control: Control, *, against_random: bool = False
    ) -> list[Faithfulness]:
        """Judge maps, each by the match with its own target.

        Parameters
        ----------
        maps
            float32 (k, rows, cols).
        targets
            float32 (k, d): vectors of the words.
        """
        orders = np.argsort(-maps.reshape(len(maps), -1), axis=1, kind="stable")
        vectors = self._curves(orders, control)
        noise = self._random_curves(control) if against_random else None
        return [
            self._one(curves @ target, None if noise is None else noise @ target)
            for curves, target in zip(vectors, targets, strict=True)
        ]

    def _one(self, curves: Floats, noise: Floats | None) -> Faithfulness:
        """Of scores (2, steps + 1) of inserting and deleting, and the same of random orders."""
        insertion, deletion = _areas(curves)
        least = float(curves.min())
        span = max(float(np.ptp(curves)), 1e-9)
        band = None
        if noise is not None:
            areas = _areas(noise)
            spread = float(np.sqrt(np.square(areas[:, 0] - areas[:, 1]).mean()))
            band = (-NINE_IN_TEN * spread, NINE_IN_TEN * spread)
        return Faithfulness(
            float((deletion - least) / span),
            float((insertion - least) / span),
            float(insertion - deletion),
            band,
        )

    def _curves(self, orders: NDArray[np.intp], control: Control) -> Vectors:
        """Vectors of every step: (orders, 2, steps + 1, d), inserting and deleting."""
        counts = np.linspace(0, self._layout.count, self._steps + 1).round().astype(int)
        inner = counts[1:-1]
        hidden = np.zeros((len(orders), 2, len(inner), self._layout.count), bool)
        for row, order in enumerate(orders):
            for column, count in enumerate(inner):
                hidden[row, 0, column, order[count:]] = True
                hidden[row, 1, column, order[:count]] = True
        flat = hidden.reshape(-1, self._layout.count)
        parts = (self._cover(one, self._layout) for one in flat)
        found = list(encoded_in_batches(parts, len(flat), self._encode, control))
        empty, whole = self._both_ends()
        result = np.empty((len(orders), 2, self._steps + 1, len(empty)), np.float32)
        result[:, 0, 0], result[:, 0, -1] = empty, whole
        result[:, 1, 0], result[:, 1, -1] = whole, empty
        if found:
            shape = (len(orders), 2, len(inner), len(empty))
            result[:, :, 1:-1] = np.concatenate(found).reshape(shape)
        return result

    def _both_ends(self) -> Vectors:
        if self._ends is None:
            flags = np.ones(self._layout.count, bool)
            ends = [self._cover(one, self._layout) for one in (flags, ~flags)]
            self._ends = self._encode(ends)
        return self._ends

    def _random_curves(self, control: Control) -> Vectors:
        """Of smooth noise; made once, since it does not depend on words or methods."""
        if self._random is None:
            random = np.random.default_rng(SEED)
            shape = (RANDOM_PAIRS, self._layout.rows, self._layout.cols)
            maps = smooth(random.normal(size=shape).astype(np.float32))
            orders = np.argsort(-maps.reshape(RANDOM_PAIRS, -1), axis=1, kind="stable")
            self._random = self._curves(orders, control)
        return self._random


def _areas(curves: Floats) -> NDArray[np.float64]:
    """Area under curves (..., steps + 1) over a way of length one."""
    return np.asarray((curves[..., 1:] + curves[..., :-1]).mean(axis=-1) / 2, np.float64)


def points_into(peak: tuple[float, float], box: Box) -> bool:
    """The pointing game: whether a peak (x, y) lies in a region (left, top, right, bottom).

    Zhang et al. 2018, "Top-Down Neural Attention by Excitation Backprop", section 4.1.
    """
    x, y = peak
    left, top, right, bottom = box
    return left <= x < right and top <= y < bottom
