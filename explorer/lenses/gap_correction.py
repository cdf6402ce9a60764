"""Corrections of the modality gap, and what each would do to retrieval.

``shift`` moves each kind by half the gap (Liang et al. 2022, "Mind the gap"); ``centre`` takes
each kind's mean away (Mu & Viswanath 2018, "All-but-the-top"); ``whiten`` also gives every
direction the same spread (Su et al. 2021, "Whitening sentence representations for better
semantics and faster retrieval") with the covariance shrunk as in Ledoit & Wolf 2004, "A
well-conditioned estimator for large-dimensional covariance matrices".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from explorer.core.correction import Affine, Correction
from explorer.core.similarity import Vectors
from explorer.lenses.gap import Gap, measure_gap
from explorer.lenses.retrieval import PairSet, RetrievalScores, answer_pairs, summary_of

CorrectionMethod = Literal["shift", "centre", "whiten"]
CORRECTIONS: tuple[CorrectionMethod, ...] = get_args(CorrectionMethod)

FEWEST_PAIRS = 8
DRAWS = 2000
"""Bootstrap draws for the interval of a change."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A space on labelled pairs: its gap, and how well either side finds the other."""

    gap: Gap
    a_to_b: RetrievalScores
    b_to_a: RetrievalScores

    def to_dict(self) -> dict[str, Any]:
        """JSON data."""
        return {
            "gap": self.gap.to_dict(),
            "a_to_b": self.a_to_b.to_dict(),
            "b_to_a": self.b_to_a.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class Preview:
    """What a correction does, measured on pairs that it was not fitted on.

    Parameters
    ----------
    change
        Of the mean of both directions' R@1, -1 to 1.
    low, high
        95 % interval of the change, by a paired bootstrap over what belongs together.
    """

    method: CorrectionMethod
    before: Measured
    after: Measured
    change: float
    low: float
    high: float

    @property
    def helps(self) -> bool:
        """Whether retrieval is better beyond chance."""
        return self.low > 0

    @property
    def harms(self) -> bool:
        """Whether retrieval is worse beyond chance."""
        return self.high < 0

    def to_dict(self) -> dict[str, Any]:
        """JSON data."""
        return {
            "method": self.method,
            "before": self.before.to_dict(),
            "after": self.after.to_dict(),
            "change": round(self.change, 6),
            "interval": [round(self.low, 6), round(self.high, 6)],
        }


@dataclass(frozen=True, slots=True, eq=False)
class LabelledVectors:
    """Vectors of what belongs together.

    Parameters
    ----------
    pairs
        What belongs together.
    a, b
        float32 (n, d) and (m, d), unit length, of ``pairs.a`` and ``pairs.b``.
    kind_a, kind_b
        Kind of content of each side: ``"image"``, ``"text"``, ...
    """

    pairs: PairSet
    a: Vectors
    b: Vectors
    kind_a: str
    kind_b: str

    def measured(self) -> Measured:
        """The figures as it is."""
        forth, back = _ranks(self)
        return Measured(
            measure_gap(self.a, self.b, self.pairs), summary_of(forth), summary_of(back)
        )

    def corrected(self, correction: Correction) -> LabelledVectors:
        """The same with a correction applied."""
        return LabelledVectors(
            self.pairs,
            correction.apply(self.a, self.kind_a),
            correction.apply(self.b, self.kind_b),
            self.kind_a,
            self.kind_b,
        )

    def part(self, of_a: NDArray[np.bool_], of_b: NDArray[np.bool_]) -> LabelledVectors:
        """Some of them; what is linked stays together."""
        at_a, at_b = np.cumsum(of_a) - 1, np.cumsum(of_b) - 1
        links = self.pairs.links[of_a[self.pairs.links[:, 0]]]
        pairs = PairSet(
            [label for label, kept in zip(self.pairs.a, of_a, strict=True) if kept],
            [label for label, kept in zip(self.pairs.b, of_b, strict=True) if kept],
            np.stack([at_a[links[:, 0]], at_b[links[:, 1]]], axis=1),
        )
        return LabelledVectors(pairs, self.a[of_a], self.b[of_b], self.kind_a, self.kind_b)


def fit_correction(method: CorrectionMethod, vectors: Mapping[str, Vectors]) -> Correction:
    """Fit a correction.

    Parameters
    ----------
    vectors
        By kind of content, float32 (n, d), unit length; at least two of each.

    Raises
    ------
    ValueError
        If a kind has fewer than two vectors.
    """
    if any(len(some) < 2 for some in vectors.values()):
        raise ValueError("A correction needs at least two vectors of each kind.")
    means = {kind: some.mean(axis=0, dtype=np.float64) for kind, some in vectors.items()}
    counts = {kind: len(some) for kind, some in vectors.items()}
    if method == "shift":
        middle = np.mean(list(means.values()), axis=0)
        parts = {kind: Affine((mean - middle).astype(np.float32)) for kind, mean in means.items()}
    elif method == "centre":
        parts = {kind: Affine(mean.astype(np.float32)) for kind, mean in means.items()}
    else:
        parts = {
            kind: Affine(mean.astype(np.float32), _whitening(vectors[kind], mean))
            for kind, mean in means.items()
        }
    return Correction(method, parts, counts)


def fit_on_pairs(method: CorrectionMethod, labelled: LabelledVectors) -> Correction:
    """Fit a correction on both sides of labelled pairs."""
    if labelled.kind_a == labelled.kind_b:
        both = np.concatenate([labelled.a, labelled.b])
        return fit_correction(method, {labelled.kind_a: both})
    return fit_correction(method, {labelled.kind_a: labelled.a, labelled.kind_b: labelled.b})


def preview_correction(
    labelled: LabelledVectors,
    method: CorrectionMethod,
    *,
    seed: int = 0,
    check: Callable[[], None] = lambda: None,
) -> Preview:
    """Measure a correction before it is applied.

    The pairs are halved; each half is measured, plain and corrected, with what was fitted on the
    other. What is linked, over however many pairs, is in one half.

    Raises
    ------
    ValueError
        If there are fewer than eight separate groups of pairs.
    """
    groups_a, groups_b, count = _groups(labelled.pairs)
    if count < FEWEST_PAIRS:
        raise ValueError(
            f"A correction is tried on at least {FEWEST_PAIRS} separate pairs; these are {count}."
        )
    half = np.random.default_rng(seed).permutation(count) < count // 2
    befores, afters, sizes = [], [], []
    plain_ranks: list[_Ranks] = []
    corrected_ranks: list[_Ranks] = []
    owners: list[_Ranks] = []
    for chosen in (half, ~half):
        check()
        part = labelled.part(chosen[groups_a], chosen[groups_b])
        other = labelled.part(~chosen[groups_a], ~chosen[groups_b])
        corrected = part.corrected(fit_on_pairs(method, other))
        befores.append(measure_gap(part.a, part.b, part.pairs))
        afters.append(measure_gap(corrected.a, corrected.b, corrected.pairs))
        sizes.append(len(part.pairs.links))
        plain_ranks.append(_ranks(part))
        corrected_ranks.append(_ranks(corrected))
        owners.append((groups_a[chosen[groups_a]], groups_b[chosen[groups_b]]))
    plain, corrected_all, owner = _joined(plain_ranks), _joined(corrected_ranks), _joined(owners)
    change, low, high = _change(plain, corrected_all, owner, count, seed)
    return Preview(
        method,
        Measured(Gap.mean(befores, sizes), summary_of(plain[0]), summary_of(plain[1])),
        Measured(
            Gap.mean(afters, sizes), summary_of(corrected_all[0]), summary_of(corrected_all[1])
        ),
        change,
        low,
        high,
    )


_Ranks = tuple[NDArray[np.int64], NDArray[np.int64]]


def _ranks(labelled: LabelledVectors) -> _Ranks:
    """Ranks of both directions."""
    return (
        answer_pairs(labelled.a, labelled.b, labelled.pairs).ranks,
        answer_pairs(labelled.b, labelled.a, labelled.pairs.turned).ranks,
    )


def _joined(parts: list[_Ranks]) -> _Ranks:
    return (
        np.concatenate([part[0] for part in parts]),
        np.concatenate([part[1] for part in parts]),
    )


def _groups(pairs: PairSet) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
    """Connected groups of what is linked: of each of `a`, of each of `b`, and their number."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    size = len(pairs.a) + len(pairs.b)
    ends = (pairs.links[:, 0], pairs.links[:, 1] + len(pairs.a))
    links = coo_matrix((np.ones(len(pairs.links), bool), ends), shape=(size, size))
    count, group = connected_components(links, directed=False)
    group = group.astype(np.int64)
    return group[: len(pairs.a)], group[len(pairs.a) :], int(count)


def _change(
    before: _Ranks, after: _Ranks, owner: _Ranks, count: int, seed: int
) -> tuple[float, float, float]:
    """Change of the mean R@1, and its 95 % interval over draws of groups."""
    gains = np.zeros((count, 2))
    sizes = np.zeros((count, 2))
    for side in (0, 1):
        won = (after[side] == 1).astype(float) - (before[side] == 1).astype(float)
        np.add.at(gains[:, side], owner[side], won)
        np.add.at(sizes[:, side], owner[side], 1.0)
    change = float((gains.sum(axis=0) / sizes.sum(axis=0)).mean())
    random = np.random.default_rng(seed)
    draws = np.empty(DRAWS)
    for draw in range(DRAWS):
        rows = random.integers(0, count, count)
        draws[draw] = (gains[rows].sum(axis=0) / sizes[rows].sum(axis=0)).mean()
    low, high = np.quantile(draws, [0.025, 0.975])
    return change, float(low), float(high)


def _whitening(vectors: Vectors, mean: NDArray[np.float64]) -> NDArray[np.float32]:
    """The symmetric matrix that gives every direction the same spread, covariance shrunk."""
    centred = vectors.astype(np.float64) - mean
    count, width = centred.shape
    covariance = centred.T @ centred / count
    level = float(np.trace(covariance)) / width
    if level <= 0:
        return np.eye(width, dtype=np.float32)
    spread = ((covariance - level * np.eye(width)) ** 2).sum() / width
    squares = (centred**2).sum(axis=1)
    noise = (float((squares**2).sum()) / count - float((covariance**2).sum())) / count / width
    share = min(1.0, max(noise, 0.0) / spread) if spread > 0 else 1.0
    shrunk = (1 - share) * covariance + share * level * np.eye(width)
    values, axes = np.linalg.eigh(shrunk)
    scale = 1 / np.sqrt(np.maximum(values, 1e-3 * level))
    return np.asarray((axes * scale) @ axes.T, np.float32)
