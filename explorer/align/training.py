"""Train two heads by a recipe: progress, cancel, resume, and a running mean of the weights.

Every draw follows from the recipe's seed and the number of the step alone, so that a run that was
interrupted and goes on ends with the same weights as one that was not.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from explorer.align.heads import TwoStreams
from explorer.align.objective import Objective, Step
from explorer.align.pairs import Batch, Pairs, Texts
from explorer.align.recipe import AlignmentError, Recipe
from explorer.align.regression import regression
from explorer.jobs import Control

STATE_FILE = "training.pt"

Evaluate = Callable[[TwoStreams], Mapping[str, float]]


@dataclass
class Trained:
    """What a run gives: the averaged heads and how it went.

    ``history`` has one row per evaluation: the step, the mean loss since the last one, and what
    the evaluation gave.
    """

    streams: TwoStreams
    history: list[dict[str, float]] = field(default_factory=list)


def train(
    recipe: Recipe,
    pairs: Pairs,
    texts: NDArray[np.float32] | Texts,
    *,
    anchors: Pairs | None = None,
    folder: Path | None = None,
    control: Control | None = None,
    evaluate: Evaluate | None = None,
    every: int = 50,
    device: str = "cpu",
) -> Trained:
    """Align pictures with texts.

    Parameters
    ----------
    pairs
        What is aligned.
    texts
        float32 (m, d): the frozen vectors, unit length, that `pairs` and `anchors` point to; as
        `Texts` with what the recipe asks for besides.
    anchors
        Pairs that keep what the streams knew; the recipe says how many are in a batch.
    folder
        Where the run is kept every `every` steps and when it is cancelled; a run that was begun
        there goes on.
    evaluate
        Called every `every` steps and at the end with the averaged heads.

    Raises
    ------
    Cancelled
        If the person cancels; what was done is in `folder`.
    AlignmentError
        If the run in `folder` is of another recipe or other data, or the loss is no number.
    """
    run = _Run(recipe, pairs, texts, anchors, device)
    control = control or Control()
    path = folder / STATE_FILE if folder else None
    if path and path.exists():
        run.load(path)
    while run.step < recipe.steps:
        if control.cancelled and path:
            run.save(path)
        control.check()
        run.advance()
        control.progress(run.step, recipe.steps, f"loss {run.loss:.3f}")
        if run.step % every == 0 or run.step == recipe.steps:
            run.note(evaluate)
            if path:
                run.save(path)
    return Trained(run.averaged.eval(), run.history)


class _Run:
    """One run between two steps."""

    def __init__(
        self,
        recipe: Recipe,
        pairs: Pairs,
        texts: NDArray[np.float32] | Texts,
        anchors: Pairs | None,
        device: str,
    ) -> None:
        self.recipe, self.pairs, self.anchors = recipe, pairs, anchors
        self.device = device
        texts = texts if isinstance(texts, Texts) else Texts(texts)
        self.step, self.loss = 0, math.nan
        self.history: list[dict[str, float]] = []
        self._losses: list[float] = []
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(recipe.seed)
            mean, deviation = _moments(pairs)
            width = texts.vectors.shape[1]
            self.streams = TwoStreams(recipe, mean, deviation, width).to(device)
            if recipe.ridge:
                sources = [pairs] if anchors is None else [pairs, anchors]
                solved = regression(sources, texts.vectors, mean, deviation, recipe.ridge)
                self.streams.picture.start_at(solved.to(device))
        self.objective = Objective(recipe, self.streams, texts, device)
        self.averaged = copy.deepcopy(self.streams).requires_grad_(False).eval()
        decayed = [p for p in self.streams.parameters() if p.ndim > 1]
        others = [p for p in self.streams.parameters() if p.ndim <= 1]
        self.optimiser = torch.optim.AdamW(
            [{"params": decayed, "weight_decay": recipe.decay}, {"params": others,
             "weight_decay": 0.0}], lr=recipe.rate,
        )  # fmt: skip
        self.identity = {
            "recipe": recipe.to_dict(),
            "data": pairs.fingerprint() + (anchors.fingerprint() if anchors else ""),
        }

    def advance(self) -> None:
        """Take one step."""
        chance = np.random.default_rng((self.recipe.seed, self.step))
        step = self._draw(chance)
        for group in self.optimiser.param_groups:
            group["lr"] = self.recipe.rate * _share_of_rate(self.recipe, self.step)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(int(chance.integers(2**62)))
            loss = self.objective(step)
        self.loss = float(loss.detach())
        if not math.isfinite(self.loss):
            raise AlignmentError(
                f"The loss is no number any more at step {self.step}. Choose a lower rate."
            )
        self.optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.streams.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        self._losses.append(self.loss)
        self._average()

    def _draw(self, chance: np.random.Generator) -> Step:
        recipe = self.recipe
        share = recipe.anchors if self.anchors is not None else 0.0
        kept = round(recipe.batch * share)
        sources = [(self.pairs, recipe.batch - kept), (self.anchors, kept)]
        parts = [
            (pairs, pairs.draw(count, chance, recipe.varied_views, recipe.varied_texts))
            for pairs, count in sources
            if pairs is not None and count
        ]
        batch = Batch(
            *(np.concatenate(column) for column in zip(*(b for _, b in parts), strict=True))
        )
        return Step(batch, self.pairs, len(parts[0][1].items), chance)

    def _average(self) -> None:
        # The first steps must not weigh for ever: the mean is over what there was so far.
        decay = min(self.recipe.averaging, self.step / (self.step + 10))
        with torch.no_grad():
            for kept, new in zip(
                self.averaged.parameters(), self.streams.parameters(), strict=True
            ):
                kept.lerp_(new, 1 - decay)

    def note(self, evaluate: Evaluate | None) -> None:
        """Add a row to the history."""
        row = {"step": float(self.step), "loss": float(np.mean(self._losses))}
        if evaluate:
            row |= evaluate(self.averaged.eval())
        self.history.append(row)
        self._losses.clear()

    def save(self, path: Path) -> None:
        """Keep the run; what was kept before stays until the new one is whole."""
        state: dict[str, Any] = {
            "identity": self.identity,
            "step": self.step,
            "history": self.history,
            "losses": self._losses,
            "streams": self.streams.state_dict(),
            "averaged": self.averaged.state_dict(),
            "optimiser": self.optimiser.state_dict(),
        }
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".part")
        torch.save(state, partial)
        partial.replace(path)

    def load(self, path: Path) -> None:
        """Go on with a run.

        Raises
        ------
        AlignmentError
            If it is damaged, or of another recipe or other data.
        """
        try:
            state = torch.load(path, map_location=self.device, weights_only=True)
        except Exception as error:  # torch raises anything from KeyError to UnpicklingError
            raise AlignmentError(
                f"{path} is no training that can go on ({type(error).__name__}); delete it."
            ) from error
        if state["identity"] != self.identity:
            raise AlignmentError(
                f"{path} is a training of another recipe or other data; "
                "delete it or choose another folder."
            )
        self.step, self.history = state["step"], state["history"]
        self._losses = state["losses"]
        self.streams.load_state_dict(state["streams"])
        self.averaged.load_state_dict(state["averaged"])
        self.optimiser.load_state_dict(state["optimiser"])


def _moments(pairs: Pairs) -> tuple[Tensor, Tensor]:
    """Mean and deviation (d,) of the features, over the first view of all items."""
    first = pairs.views[:, 0].astype(np.float32)
    deviation = np.maximum(first.std(axis=0), 1e-3)
    return torch.from_numpy(first.mean(axis=0)), torch.from_numpy(deviation)


def _share_of_rate(recipe: Recipe, step: int) -> float:
    rising = max(1, round(recipe.warmup * recipe.steps))
    if step < rising:
        return (step + 1) / rising
    return 0.5 * (1 + math.cos(math.pi * (step - rising) / max(1, recipe.steps - rising)))
