"""Train the attention and the bilinear operators that score relations between two things.

What they compute is in `explorer.encoders.relations`; here is the same in torch, with dropout and
gradients. Scenes are mirrored, turned upside down and laid on their side at random, by their
patches, which turns left into right, above into below, and across into down.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from explorer.core.tokens import GridLayout
from explorer.encoders.relations import RELATIONS, SHARP, SPREAD_FLOOR, centres
from explorer.jobs import Control

MIRRORED = {"left of": "right of", "right of": "left of"}
FLIPPED = {"above": "below", "below": "above"}
TURNED = {"left of": "above", "above": "left of", "right of": "below", "below": "right of"}
UPRIGHT = "on"
"""The one relation that knows up from down without naming it: such scenes are only mirrored."""

PLACED = 5
"""Numbers that say where a head found something: x, y, their spreads, and the focus."""

SEEN = 1e-6


@dataclass(frozen=True, slots=True)
class RelationShape:
    """How large the trained part is."""

    heads: int = 4
    key: int = 8
    hidden: int = 96
    region: int = 32
    dropout: float = 0.1
    directions: int = 96
    """Principal directions of the patches that keys may read; all others are left alone."""


@dataclass(frozen=True, slots=True)
class Scenes:
    """Pictures of several things, and what relates two of them.

    Parameters
    ----------
    patches
        float16 (n, p, d) on `layout`.
    layout
        One for all.
    words
        float32 (m, d): vectors of the names.
    triples
        int64 (t, 4): scene, row of the subject's name, of the object's, number of the relation.
    covered
        float16 (t, 2, p): the share of each patch that the subject and the object cover.
    """

    patches: NDArray[np.float16]
    layout: GridLayout
    words: NDArray[np.float32]
    triples: NDArray[np.int64]
    covered: NDArray[np.float16]


class Drawn(NamedTuple):
    """Some triples, all float32 but for the last.

    ``patches`` (n, p, directions), ``cosines`` (n, 2, p) of both words and the whole patches,
    ``words`` (n, 2, d), ``covered`` (n, 2, p), ``relation`` int64 (n,).
    """

    patches: Tensor
    cosines: Tensor
    words: Tensor
    covered: Tensor
    relation: Tensor


@dataclass(frozen=True, slots=True)
class Seen:
    """Scenes as far as training reads them: a step costs a tenth of what whole patches would.

    Parameters
    ----------
    scenes
        Where they come from.
    patches
        float16 (n, p, directions): along the principal directions.
    cosines
        float16 (t, 2, p): of both words of a triple and the patches of its scene.
    """

    scenes: Scenes
    patches: NDArray[np.float16]
    cosines: NDArray[np.float16]

    @classmethod
    def through(cls, basis: NDArray[np.float32], scenes: Scenes) -> Seen:
        """Scenes along the directions (d, directions)."""
        patches = np.empty((*scenes.patches.shape[:2], basis.shape[1]), np.float16)
        cosines = np.empty((len(scenes.triples), 2, scenes.layout.count), np.float16)
        rows = np.argsort(scenes.triples[:, 0], kind="stable")
        bounds = np.searchsorted(scenes.triples[rows, 0], np.arange(len(patches) + 1))
        for place, vectors in enumerate(scenes.patches):
            whole = vectors.astype(np.float32)
            patches[place] = whole @ basis
            own = rows[bounds[place] : bounds[place + 1]]
            cosines[own] = scenes.words[scenes.triples[own, 1:3]] @ whole.T
        return cls(scenes, patches, cosines)


def principal_directions(patches: NDArray[np.float16], count: int) -> NDArray[np.float32]:
    """Directions (d, count) along which patches (n, p, d) differ most, from a part of them."""
    some = patches[:: max(1, len(patches) // 200)].reshape(-1, patches.shape[-1])
    some = some.astype(np.float32)
    _, directions = np.linalg.eigh(np.cov(some.T))
    return np.ascontiguousarray(directions[:, ::-1][:, :count], np.float32)


class RelationModel(nn.Module):
    """Both things are looked for by several heads, and every relation scores what was found."""

    basis: Tensor

    def __init__(self, basis: Tensor, shape: RelationShape) -> None:
        super().__init__()
        self.shape = shape
        self.register_buffer("basis", basis)
        dimension, directions = basis.shape

        def matrix(inputs: int, outputs: int) -> nn.Parameter:
            return nn.Parameter(torch.randn(inputs, outputs) / math.sqrt(inputs))

        # Vectors have length 1, so that a projection of theirs starts small.
        self.query = nn.Parameter(0.3 * torch.randn(dimension, shape.heads * shape.key))
        self.key = nn.Parameter(0.3 * torch.randn(directions, shape.heads * shape.key))
        self.plain = nn.Parameter(torch.full((shape.heads,), 2.0))
        self.gain = nn.Parameter(torch.linspace(0.2, 1.0, shape.heads))
        self.thing = nn.Parameter(0.1 * torch.randn(directions, shape.heads))
        self.widen = matrix(shape.heads * PLACED, shape.hidden)
        self.widen_bias = nn.Parameter(torch.zeros(shape.hidden))
        self.narrow = matrix(shape.hidden, shape.region)
        self.narrow_bias = nn.Parameter(torch.zeros(shape.region))
        side = shape.region + 1
        self.operators = nn.Parameter(torch.randn(len(RELATIONS), side, side) / side)
        self.same = nn.Parameter(torch.zeros(len(RELATIONS)))

    def forward(self, drawn: Drawn, places: Tensor) -> tuple[Tensor, Tensor]:
        """Relate the things of some triples whose patches lie at places (p, 2).

        Returns
        -------
        scores : Tensor
            ``(n, 9)``.
        looked : Tensor
            ``(n, 2, p)``, the mean of the heads, summing to 1.
        """
        looked = self._looked(drawn)
        middle = looked @ places
        spread = (looked @ places**2 - middle**2).clamp(min=SPREAD_FLOOR)
        focus = (looked**2).sum(-1, keepdim=True)
        found = torch.cat([middle, spread.log(), focus.log()], -1).flatten(2)
        hidden = F.gelu(found @ self.widen + self.widen_bias, approximate="tanh")
        hidden = F.dropout(hidden, self.shape.dropout, self.training)
        region = hidden @ self.narrow + self.narrow_bias
        region = torch.cat([region, torch.ones_like(region[..., :1])], -1)
        scores = torch.einsum("ni,rij,nj->nr", region[:, 0], self.operators, region[:, 1])
        alike = (drawn.words[:, 0] * drawn.words[:, 1]).sum(-1, keepdim=True)
        return scores + SHARP * self.same * alike, looked.mean(2)

    def _looked(self, drawn: Drawn) -> Tensor:
        n, places = drawn.patches.shape[:2]
        heads, width = self.shape.heads, self.shape.key
        query = (drawn.words @ self.query).reshape(n, 2, heads, width)
        key = (drawn.patches @ self.key).reshape(n, places, heads, width)
        logits = torch.einsum("nwhk,nphk->nwhp", query, key) / math.sqrt(width)
        contrast = drawn.cosines - drawn.cosines.mean(1, keepdim=True)
        for weight, values in ((self.plain, drawn.cosines), (self.gain, contrast)):
            logits = logits + SHARP * weight[:, None] * values[:, :, None]
        return (logits + (drawn.patches @ self.thing).transpose(1, 2)[:, None]).softmax(-1)

    def tensors(self) -> dict[str, NDArray[np.float32]]:
        """What `RelationOperators` takes."""
        found = {name: value.detach().numpy().copy() for name, value in self.state_dict().items()}
        basis = found.pop("basis")
        return found | {name: basis @ found[name] for name in ("key", "thing")}


def train_relations(
    scenes: Scenes,
    shape: RelationShape = RelationShape(),
    *,
    steps: int = 1200,
    batch: int = 128,
    rate: float = 2e-3,
    decay: float = 0.02,
    seed: int = 0,
    control: Control | None = None,
) -> RelationModel:
    """Fit attention and operators by cross-entropy over the nine relations.

    The attention is also told where the things are, by the divergence from what they cover: what
    scenes teach about looking for a word holds for words that are in none of them. Relations that
    are rare among the triples are drawn as often as the others.

    Raises
    ------
    Cancelled
        If the person cancels.
    """
    control = control or Control()
    chance = np.random.default_rng(seed)
    basis = principal_directions(scenes.patches, shape.directions)
    seen = Seen.through(basis, scenes)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        model = RelationModel(torch.from_numpy(basis), shape).train()
        optimiser = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=decay)
        slope = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, steps, pct_start=0.1)
        places = torch.from_numpy(centres(scenes.layout))
        share = (
            1 / np.bincount(scenes.triples[:, 3], minlength=len(RELATIONS))[scenes.triples[:, 3]]
        )
        for step in range(steps):
            control.check()
            rows = chance.choice(len(scenes.triples), batch, p=share / share.sum())
            one = drawn(seen, rows, *(chance.random(3) < 0.5).tolist())
            scores, looked = model(one, places)
            loss = F.cross_entropy(scores, one.relation, label_smoothing=0.05)
            loss = loss + divergence(one.covered, looked)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            slope.step()
            control.progress(step + 1, steps, f"loss {float(loss.detach()):.3f}")
    return model.eval()


def drawn(
    seen: Seen,
    rows: NDArray[np.intp],
    mirrored: bool = False,
    flipped: bool = False,
    turned: bool = False,
) -> Drawn:
    """Some triples; mirrored, upside down and with rows for columns on demand."""
    scenes = seen.scenes
    scene, subject, object_, relation = scenes.triples[rows].T
    patches, maps = seen.patches[scene], (seen.cosines[rows], scenes.covered[rows])
    layout, free = scenes.layout, relation != RELATIONS.index(UPRIGHT)
    order = np.arange(layout.count).reshape(layout.rows, layout.cols)
    order = order[:, ::-1] if mirrored else order
    orders = np.stack([order, order])
    if mirrored:
        relation = _renamed(relation, MIRRORED)
    if flipped:
        orders[1] = orders[1][::-1].copy()
        relation = _renamed(relation, FLIPPED)
    if turned and layout.rows == layout.cols:
        orders[1] = orders[1].T.copy()
        relation = _renamed(relation, TURNED)
    taken = orders.reshape(2, -1)[free.astype(int)]
    patches = np.take_along_axis(patches, taken[:, :, None], axis=1).astype(np.float32)
    cosines, covered = (
        np.take_along_axis(one, taken[:, None], axis=2).astype(np.float32) for one in maps
    )
    words = scenes.words[np.stack([subject, object_], axis=1)]
    arrays = (patches, cosines, words, covered, relation)
    return Drawn(*(torch.from_numpy(array) for array in arrays))


def _renamed(relation: NDArray[np.int64], names: dict[str, str]) -> NDArray[np.int64]:
    return np.asarray([RELATIONS.index(names.get(name, name)) for name in RELATIONS])[relation]


def divergence(covered: Tensor, looked: Tensor) -> Tensor:
    """Kullback-Leibler divergence of where it looked from what the things cover, their mean.

    What is hidden behind something else teaches nothing.
    """
    share = covered / covered.sum(-1, keepdim=True).clamp(min=SEEN)
    off = share * (share.clamp(min=SEEN).log() - looked.clamp(min=SEEN).log())
    return off.sum(-1).mean()


def confusion(model: RelationModel, scenes: Scenes) -> NDArray[np.int64]:
    """int64 (9, 9): how often each relation (row) was taken for each (column)."""
    counts = np.zeros((len(RELATIONS), len(RELATIONS)), np.int64)
    places = torch.from_numpy(centres(scenes.layout))
    seen = Seen.through(model.basis.numpy(), scenes)
    for start in range(0, len(scenes.triples), 256):
        one = drawn(seen, np.arange(start, min(start + 256, len(scenes.triples))))
        with torch.inference_mode():
            taken = model(one, places)[0].argmax(1)
        np.add.at(counts, (one.relation.numpy(), taken.numpy()), 1)
    return counts
