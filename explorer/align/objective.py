"""What one step of training makes smaller: the recipe's loss and whatever it adds to it."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from explorer.align.heads import TwoStreams
from explorer.align.losses import (
    LOSSES,
    Scores,
    adaptive_temperature,
    match_map_scores,
    mixup_loss,
    separation,
)
from explorer.align.pairs import Batch, Pairs, Texts
from explorer.align.recipe import AlignmentError, Recipe


class Step(NamedTuple):
    """What was drawn for one step.

    The first ``taught`` items of the batch are of ``pairs``, the others are anchors, which have no
    places and no probabilities.
    """

    batch: Batch
    pairs: Pairs
    taught: int
    chance: np.random.Generator


class Objective:
    """The loss of a recipe.

    Raises
    ------
    AlignmentError
        If the recipe asks for something that the texts do not come with.
    """

    def __init__(self, recipe: Recipe, streams: TwoStreams, texts: Texts, device: str) -> None:
        self.recipe, self.streams, self.device = recipe, streams, device
        self._vectors = torch.from_numpy(texts.vectors).to(device)
        self._words = texts.words
        self._classes = None if texts.classes is None else torch.from_numpy(texts.classes)
        if recipe.match and texts.words is None:
            raise AlignmentError("Match maps need the words of the texts, and there are none.")
        if recipe.distil and texts.classes is None:
            raise AlignmentError("Distilling needs the texts of the classes; there are none.")

    def __call__(self, step: Step) -> Tensor:
        """The loss of one step, a single number with its gradient."""
        recipe, streams, batch = self.recipe, self.streams.train(), step.batch
        features = self._blurred(torch.from_numpy(batch.features).to(self.device))
        frozen = self._vectors[torch.from_numpy(batch.texts).to(self.device)]
        guide = frozen @ frozen.T
        itself = torch.eye(len(guide), dtype=torch.bool, device=self.device)
        ignored = (guide > recipe.same) & ~itself
        if recipe.noise:
            noise = torch.randn_like(frozen) * recipe.noise / math.sqrt(frozen.shape[1])
            frozen = F.normalize(frozen + noise, dim=-1)
        pictures, texts = streams.picture(features), streams.text(frozen)
        scores = self._scores(pictures @ texts.T, guide, ignored)
        loss = LOSSES[recipe.loss](scores)
        if recipe.separation:
            apart = sum(separation(x, streams.temperature, ignored) for x in (pictures, texts))
            loss = loss + recipe.separation * apart
        if recipe.mixup:
            loss = loss + recipe.mixup * self._mixup(features, texts, step.chance)
        if recipe.match:
            loss = loss + recipe.match * self._match(step, guide, ignored)
        if recipe.distil:
            loss = loss + recipe.distil * self._distil(step, pictures)
        if recipe.tether:
            loss = loss + recipe.tether * self._drift(step.chance)
        return loss

    def _scores(self, cosines: Tensor, guide: Tensor, ignored: Tensor) -> Scores:
        streams, recipe = self.streams, self.recipe
        softness = streams.temperature
        if recipe.adaptive:
            softness = adaptive_temperature(softness, guide, recipe.adaptive)
        return Scores(cosines, softness, streams.bias, guide, ignored)

    def _blurred(self, features: Tensor) -> Tensor:
        if not self.recipe.blur:
            return features
        deviation = self.streams.picture.deviation
        return features + torch.randn_like(features) * deviation * self.recipe.blur

    def _mixup(self, features: Tensor, texts: Tensor, chance: np.random.Generator) -> Tensor:
        share = float(chance.beta(1, 1))
        order = torch.from_numpy(chance.permutation(len(features))).to(self.device)
        mixed = self.streams.picture(share * features + (1 - share) * features[order])
        logits = mixed @ texts.T / self.streams.temperature
        return mixup_loss(logits, logits.T, order, share)

    def _match(self, step: Step, guide: Tensor, ignored: Tensor) -> Tensor:
        """The same loss, scored by every word's best place instead of whole by whole."""
        some = min(step.taught, self.recipe.match_batch)
        places, words = step.pairs.places, self._words
        if places is None or words is None:
            raise AlignmentError("Match maps need features of places, and the pairs have none.")
        seen = self.streams.picture(self._tensor(places[step.batch.items[:some]]))
        said = self._tensor(words[step.batch.texts[:some]])
        present = said.abs().sum(-1) > 0
        cosines = match_map_scores(seen, self.streams.text(said), present)
        return LOSSES[self.recipe.loss](
            self._scores(cosines, guide[:some, :some], ignored[:some, :some])
        )

    def _distil(self, step: Step, pictures: Tensor) -> Tensor:
        """KL divergence from a classifier's probabilities; what knows no better is no teacher.

        Hinton et al. 2015, "Distilling the knowledge in a neural network". Pictures are weighted
        by the greatest probability, since a drawing that the classifier cannot place teaches
        nothing.
        """
        if step.pairs.chances is None or self._classes is None:
            raise AlignmentError("Distilling needs probabilities of the pairs; there are none.")
        wanted = self._tensor(step.pairs.chances[step.batch.items[: step.taught]])
        classes = self.streams.text(self._classes.to(self.device))
        logits = pictures[: step.taught] @ classes.T / self.streams.temperature
        off = F.kl_div(logits.log_softmax(-1), wanted, reduction="none").sum(-1)
        sure = wanted.amax(-1)
        return (off * sure).sum() / sure.sum().clamp(min=1e-6)

    def _drift(self, chance: np.random.Generator) -> Tensor:
        some = torch.from_numpy(chance.integers(len(self._vectors), size=self.recipe.batch))
        some = self._vectors[some.to(self.device)]
        drift: Tensor = 1 - (self.streams.text(some) * some).sum(1).mean()
        return drift

    def _tensor(self, array: np.ndarray) -> Tensor:
        return torch.from_numpy(array.astype(np.float32)).to(self.device)
