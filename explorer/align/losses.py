"""Contrastive losses between two streams, each after its paper.

All take the cosines of one batch: ``scores[i, j]`` is picture i against text j, and the pairs lie
on the diagonal. ``ignored`` marks pairs that are no negatives because their texts say the same;
the diagonal is never ignored.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from explorer.align.recipe import LossName

EPSILON = 1e-8


@dataclass(frozen=True, slots=True)
class Scores:
    """What a loss is computed from.

    Parameters
    ----------
    cosines
        (n, n), picture by text.
    temperature
        One number, or one per pair of the batch (n,).
    bias
        Added to the logits by the sigmoid loss.
    guide
        (n, n): cosines of the frozen texts with each other.
    ignored
        bool (n, n): pairs that are no negatives.
    """

    cosines: Tensor
    temperature: Tensor
    bias: Tensor
    guide: Tensor
    ignored: Tensor

    def logits(self) -> tuple[Tensor, Tensor]:
        """Picture to text and text to picture, (n, n) each; what is ignored is at -inf."""
        softness = self.temperature.reshape(-1, 1)
        return (
            (self.cosines / softness).masked_fill(self.ignored, -torch.inf),
            (self.cosines.T / softness).masked_fill(self.ignored.T, -torch.inf),
        )


def infonce(scores: Scores) -> Tensor:
    """Symmetric cross-entropy over the batch.

    van den Oord et al. 2018, "Representation learning with contrastive predictive coding";
    symmetric as in Radford et al. 2021, "Learning transferable visual models from natural
    language supervision".
    """
    right = torch.arange(len(scores.cosines), device=scores.cosines.device)
    there, back = (F.cross_entropy(logits, right) for logits in scores.logits())
    return (there + back) / 2


def sigmoid(scores: Scores) -> Tensor:
    """Every pair by itself: is it one or not?

    Zhai et al. 2023, "Sigmoid loss for language image pre-training", algorithm 1. Pairs that
    are ignored add nothing.
    """
    logits = scores.cosines / scores.temperature.reshape(-1, 1) + scores.bias
    signs = 2 * torch.eye(len(logits), device=logits.device) - 1
    terms = F.logsigmoid(signs * logits).masked_fill(scores.ignored, 0.0)
    return -terms.sum() / len(logits)


def cwcl(scores: Scores) -> Tensor:
    """Every pair pulls as much as its texts are alike.

    Srinivasa et al. 2023, "CWCL: Cross-modal transfer with continuously weighted contrastive
    loss": weights ``(1 + cosine) / 2`` of the frozen stream from the learned stream to the frozen
    one, the plain loss on the way back. Nothing is ignored: that is what the weights are for.
    """
    softness = scores.temperature.reshape(-1, 1)
    weights = (1 + scores.guide) / 2
    chances = F.log_softmax(scores.cosines / softness, dim=1)
    there = -((weights * chances).sum(1) / weights.sum(1)).mean()
    right = torch.arange(len(weights), device=weights.device)
    return (there + F.cross_entropy(scores.cosines.T / softness, right)) / 2


def sdm(scores: Scores) -> Tensor:
    """Similarity distribution matching: KL divergence from the labels' distribution.

    Jiang & Ye 2023, "Cross-modal implicit relation reasoning and aligning for text-to-image
    person retrieval" (IRRA), equations 4 to 6. Pairs that would be ignored count as right.
    """
    labels = (scores.ignored | torch.eye(len(scores.cosines), dtype=torch.bool).to(
        scores.cosines.device)).float()  # fmt: skip
    softness = scores.temperature.reshape(-1, 1)
    total = torch.zeros((), device=scores.cosines.device)
    for cosines, right in ((scores.cosines, labels), (scores.cosines.T, labels.T)):
        logs = F.log_softmax(cosines / softness, dim=1)
        wanted = right / right.sum(1, keepdim=True)
        total = total + (logs.exp() * (logs - (wanted + EPSILON).log())).sum(1).mean()
    return total


LOSSES: dict[LossName, Callable[[Scores], Tensor]] = {
    "infonce": infonce,
    "sigmoid": sigmoid,
    "cwcl": cwcl,
    "sdm": sdm,
}


def match_map_scores(patches: Tensor, words: Tensor, present: Tensor) -> Tensor:
    """Score every picture against every text by each word's best patch.

    Harwath et al. 2018, "Jointly discovering visual objects and spoken words from raw sensory
    input" (MISA: the maximum over the picture, the mean over the words); used for words and
    patches in Zhang et al. 2021, "Explainable semantic space by grounding language to vision",
    and in Yao et al. 2021, "FILIP".

    Parameters
    ----------
    patches
        (n, p, d), unit length.
    words
        (m, w, d), unit length.
    present
        bool (m, w): which words there are.

    Returns
    -------
    (n, m).
    """
    best = torch.einsum("npd,mwd->nmwp", patches, words).amax(-1)
    there = present.to(best.dtype)
    return (best * there).sum(-1) / there.sum(-1)


def adaptive_temperature(temperature: Tensor, guide: Tensor, strength: float) -> Tensor:
    """One temperature per pair (n,), higher where the batch holds close neighbours.

    After Luo et al. 2023, "Contrastive latent space reconstruction learning for audio-text
    retrieval" (CLSR), which lets semantics steer the temperature; how, is ours: it grows by
    `strength` times the cosine of the nearest other text of the batch.
    """
    others = guide.masked_fill(torch.eye(len(guide), dtype=torch.bool, device=guide.device), -1.0)
    return temperature * (1 + strength * others.amax(1).clamp(min=0))


def separation(vectors: Tensor, temperature: Tensor, ignored: Tensor) -> Tensor:
    """How close the items of one stream lie to each other: what CLSR's separability lessens.

    The mean over items of the log of the mean of ``exp(cosine / temperature)`` over the others
    (Wang & Isola 2020, "Understanding contrastive representation learning": uniformity).
    """
    self_or_same = ignored | torch.eye(len(vectors), dtype=torch.bool, device=vectors.device)
    logits = (vectors @ vectors.T / temperature).masked_fill(self_or_same, -torch.inf)
    count = (~self_or_same).sum(1).clamp(min=1)
    return (logits.logsumexp(1) - count.log()).mean()


def mixup_loss(mixed: Tensor, other: Tensor, order: Tensor, share: float) -> Tensor:
    """Cross-entropy of a mixture with both of the things it was mixed from.

    Kumar et al. 2024, "M3CoL: Harnessing shared relations via multimodal mixup contrastive
    learning", equation 2.

    Parameters
    ----------
    mixed
        (n, n) logits: row i is ``share`` of item i and the rest of item ``order[i]``.
    other
        The logits the other way, text to mixture.
    order
        int64 (n,): with which item each was mixed.
    share
        Of the first of the two.
    """
    right = torch.arange(len(mixed), device=mixed.device)
    there = share * F.cross_entropy(mixed, right) + (1 - share) * F.cross_entropy(mixed, order)
    places = torch.argsort(order)
    back = share * F.cross_entropy(other, right) + (1 - share) * F.cross_entropy(other, places)
    return (there + back) / 2
