"""Train the sound tower by a recipe: progress, cancel, resume, and a mean of the weights.

Every draw follows from the recipe's seed and the number of the step alone.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from explorer.align import AlignmentError
from explorer.encoders.starter.hearing import BANDS, FLOOR
from explorer.encoders.starter.lexicon import STRIDE, numbered
from explorer.jobs import Control
from starter_training.sound_augment import augmented
from starter_training.sound_effects import Effect
from starter_training.sound_network import SoundNetwork, SoundShape, lengths_in_steps, scaled
from starter_training.sound_speech import Spoken, unpacked

Evaluate = Callable[[SoundNetwork], Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class SoundRecipe:
    """How the sound tower is trained.

    Parameters
    ----------
    shape
        Of the network.
    steps, batch, rate, decay, warmup, averaging
        As in `explorer.align.Recipe`; the batch counts utterances.
    effects
        Sound effects beside them in each batch, noise alone among them.
    flat
        Steps in which phones are also taught as if each lasted as long as the others, which
        brings CTC on its way: the flat start of speech recognisers.
    meaning
        Weight of finding a sound's text among those of the batch (InfoNCE).
    speech
        Weight of telling speech from other sounds.
    temperature
        Of the former.
    seed
        Decides every draw.
    """

    shape: SoundShape = field(default_factory=SoundShape)
    steps: int = 1500
    batch: int = 64
    effects: int = 10
    rate: float = 3e-3
    decay: float = 0.02
    warmup: float = 0.08
    averaging: float = 0.995
    flat: int = 200
    meaning: float = 0.3
    speech: float = 0.2
    temperature: float = 0.07
    seed: int = 20261124

    def to_dict(self) -> dict[str, Any]:
        """The recipe as JSON data."""
        return asdict(self)


class SoundData(NamedTuple):
    """What is trained on.

    ``phones`` by word, ``vectors`` (384,) of some texts by text, both of speech and of effects.
    """

    speech: Sequence[Spoken]
    effects: Sequence[Effect]
    phones: Mapping[str, str]
    vectors: Mapping[str, NDArray[np.float32]]


class Drawn(NamedTuple):
    """A batch: decibels (n, frames, 64), frames that count (n,), signs, texts, what is speech."""

    mel: Tensor
    lengths: Tensor
    signs: list[list[int]]
    texts: list[str]
    is_speech: Tensor


class SoundTraining:
    """One run between two steps."""

    def __init__(self, recipe: SoundRecipe, data: SoundData) -> None:
        self.recipe, self.data, self.step = recipe, data, 0
        self.history: list[dict[str, float]] = []
        self._losses: list[tuple[float, ...]] = []
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(recipe.seed)
            self.network = SoundNetwork(recipe.shape)
        self.averaged = copy.deepcopy(self.network).requires_grad_(False).eval()
        matrices = [p for p in self.network.parameters() if p.ndim > 1]
        others = [p for p in self.network.parameters() if p.ndim <= 1]
        self.optimiser = torch.optim.AdamW(
            [{"params": matrices, "weight_decay": recipe.decay},
             {"params": others, "weight_decay": 0.0}], lr=recipe.rate, betas=(0.9, 0.98),
        )  # fmt: skip
        # What holds a word that nobody knows how to pronounce teaches nothing.
        self._places = [
            (one, row)
            for one, spoken in enumerate(data.speech)
            for row, text in enumerate(spoken.texts)
            if all(word in data.phones for word in text.split())
        ]
        lengths = [np.diff(one.ends, prepend=0) for one in data.speech]
        self._lengths = np.array([lengths[one][row] for one, row in self._places])

    def run(
        self, folder: Path, control: Control, evaluate: Evaluate | None = None, every: int = 200
    ) -> SoundNetwork:
        """Go on until all steps are done; what was done lies in `folder`.

        Raises
        ------
        Cancelled
            If the person cancels.
        AlignmentError
            If the loss is no number any more.
        """
        path = folder / "sound.pt"
        if path.exists():
            self._load(path)
        while self.step < self.recipe.steps:
            if control.cancelled:
                self._save(path)
            control.check()
            self.advance()
            control.progress(self.step, self.recipe.steps, f"loss {self._losses[-1]}")
            if self.step % every == 0 or self.step == self.recipe.steps:
                row = {"step": float(self.step)}
                names = ("loss", "phones", "meaning", "speech")
                row |= dict(
                    zip(names, np.mean(self._losses, axis=0).round(4).tolist(), strict=True)
                )
                if evaluate:
                    row |= evaluate(self.averaged)
                self.history.append(row)
                self._losses.clear()
                print(f"  {row}", flush=True)
                self._save(path)
        return self.averaged

    def advance(self) -> None:
        """Take one step."""
        chance = np.random.default_rng((self.recipe.seed, self.step))
        share = _share_of_rate(self.recipe, self.step)
        for group in self.optimiser.param_groups:
            group["lr"] = self.recipe.rate * share
        parts = self._loss(
            self._drawn(chance), torch.Generator().manual_seed(int(chance.integers(2**62)))
        )
        if not math.isfinite(float(parts[0].detach())):
            raise AlignmentError(f"The loss is no number any more at step {self.step}.")
        self.optimiser.zero_grad()
        parts[0].backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 3.0)
        self.optimiser.step()
        self.step += 1
        self._losses.append(tuple(round(float(part.detach()), 3) for part in parts))
        decay = min(self.recipe.averaging, self.step / (self.step + 10))
        with torch.no_grad():
            pairs = zip(self.averaged.parameters(), self.network.parameters(), strict=True)
            for kept, new in pairs:
                kept.lerp_(new, 1 - decay)

    def _drawn(self, chance: np.random.Generator) -> Drawn:
        """Utterances of about the same length, with as long pieces of effects."""
        recipe, speech = self.recipe, self.data.speech
        pool = chance.choice(len(self._lengths), min(8 * recipe.batch, len(self._lengths)), False)
        pool = pool[np.argsort(self._lengths[pool], kind="stable")]
        start = int(chance.integers(max(1, len(pool) - recipe.batch + 1)))
        rows = pool[start : start + recipe.batch]
        frames = int(self._lengths[rows].max()) + 24
        frames += -frames % STRIDE
        mel = np.full((len(rows) + recipe.effects, frames, BANDS), -FLOOR, np.float32)
        lengths, signs, texts = [], [], []
        for place, row in enumerate(rows):
            one, inner = self._places[row]
            part = unpacked(speech[one].part(inner))
            first = int(chance.integers(0, 13))
            mel[place, first : first + len(part)] = part
            lengths.append(min(frames, first + len(part) + int(chance.integers(0, 13))))
            texts.append(speech[one].texts[inner])
            signs.append(self._signs(texts[-1]))
        for place in range(len(rows), len(mel)):
            effect = self.data.effects[chance.integers(len(self.data.effects))]
            lengths.append(frames)
            signs.append([])
            texts.append("" if place == len(mel) - 1 else effect.text)
            if texts[-1]:
                found = effect.mels[chance.integers(len(effect.mels))]
                first = int(chance.integers(max(1, len(found) - frames // 2)))
                part = found[first : first + frames]
                mel[place, : len(part)] = part
        is_speech = torch.arange(len(mel)) < len(rows)
        return Drawn(torch.from_numpy(mel), torch.tensor(lengths), signs, texts, is_speech)

    def _signs(self, text: str) -> list[int]:
        return numbered(" ".join(self.data.phones[word] for word in text.split()))

    def _loss(self, drawn: Drawn, chance: torch.Generator) -> tuple[Tensor, ...]:
        recipe = self.recipe
        others = drawn.mel[~drawn.is_speech][:-1]
        mel = augmented(drawn.mel, drawn.lengths, others, chance)
        heard = self.network.train()(scaled(mel), drawn.lengths)
        steps = lengths_in_steps(drawn.lengths)
        logs = heard.phones.log_softmax(-1)
        counts = torch.tensor([len(one) for one in drawn.signs])
        flat = torch.tensor([sign for one in drawn.signs for sign in one])
        each = F.ctc_loss(
            logs.transpose(0, 1), flat, steps, counts, reduction="none", zero_infinity=True
        )
        phones = (each / counts.clamp(min=8)).mean()
        meaning = self._meaning(heard.meaning, drawn.texts)
        speech = F.binary_cross_entropy_with_logits(heard.speech, drawn.is_speech.float())
        loss = phones + recipe.meaning * meaning + recipe.speech * speech
        if self.step < recipe.flat:
            loss = loss + 2 * (1 - self.step / recipe.flat) * _even(logs, drawn, steps)
        return loss, phones, meaning, speech

    def _meaning(self, heard: Tensor, texts: Sequence[str]) -> Tensor:
        rows = [row for row, text in enumerate(texts) if text in self.data.vectors]
        if len(rows) < 2:
            return heard.sum() * 0
        names = list(dict.fromkeys(texts[row] for row in rows))
        said = torch.from_numpy(np.stack([self.data.vectors[name] for name in names]))
        right = torch.tensor([names.index(texts[row]) for row in rows])
        return F.cross_entropy(heard[rows] @ said.T / self.recipe.temperature, right)

    def _save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".part")
        torch.save(
            {"recipe": repr(self.recipe), "step": self.step, "history": self.history,
             "network": self.network.state_dict(), "averaged": self.averaged.state_dict(),
             "optimiser": self.optimiser.state_dict()}, partial,
        )  # fmt: skip
        partial.replace(path)

    def _load(self, path: Path) -> None:
        state = torch.load(path, weights_only=True)
        if state["recipe"] != repr(self.recipe):
            raise AlignmentError(f"{path} is a training by another recipe; delete it.")
        self.step, self.history = state["step"], state["history"]
        self.network.load_state_dict(state["network"])
        self.averaged.load_state_dict(state["averaged"])
        self.optimiser.load_state_dict(state["optimiser"])


def _even(logs: Tensor, drawn: Drawn, steps: Tensor) -> Tensor:
    """Cross-entropy as if every phone of a text lasted as long as the others."""
    wanted = torch.zeros(logs.shape[:2], dtype=torch.long)
    for row, signs in enumerate(drawn.signs):
        if signs:
            begin, end = 2, max(3, int(steps[row]) - 2)
            places = np.arange(end - begin) * len(signs) // (end - begin)
            wanted[row, begin:end] = torch.tensor(signs)[places]
    there = torch.arange(logs.shape[1])[None] < steps[:, None]
    lost = F.nll_loss(logs.transpose(1, 2), wanted, reduction="none")
    return (lost * there).sum() / there.sum()


def _share_of_rate(recipe: SoundRecipe, step: int) -> float:
    rising = max(1, round(recipe.warmup * recipe.steps))
    if step < rising:
        return (step + 1) / rising
    return 0.5 * (1 + math.cos(math.pi * (step - rising) / max(1, recipe.steps - rising)))
