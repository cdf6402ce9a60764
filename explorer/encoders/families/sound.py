"""Sounds to vectors and time steps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.api.encoder import ForwardPass, Preparation, Purpose, SoundCells
from explorer.core.similarity import Vectors
from explorer.core.tokens import GridLayout, TimeLayout, Tokens
from explorer.encoders.families.dual import features, text_features
from explorer.encoders.families.encoder import FamilyEncoder, Tower
from explorer.encoders.families.family import Family, Inputs, ScoreRule, Side, Tensor
from explorer.encoders.families.sound_preparation import Heard, LogMel, Waveform


class SoundEncoder(FamilyEncoder):
    """Sounds to vectors, and to one vector per time step."""

    content: ClassVar[str] = "audio"

    def __init__(self, tower: Tower, preparation: LogMel | Waveform) -> None:
        super().__init__(tower)
        self._preparation = preparation

    def preparation(self, purpose: Purpose = "vector") -> Preparation:
        """What the checkpoint's own feature extractor does."""
        return self._preparation

    def _encode(self, inputs: Sequence[Heard]) -> Vectors:
        if not isinstance(self._preparation, Waveform):
            return self._network.run(self._side.features, self._batch(inputs))
        # Filled up with silence a sound is heard a little differently, so lengths are not mixed.
        by_length: dict[int, list[int]] = {}
        for position, one in enumerate(inputs):
            by_length.setdefault(len(one.features), []).append(position)
        parts = [
            self._network.run(self._side.features, self._batch([inputs[one] for one in some]))
            for some in by_length.values()
        ]
        order = np.argsort(np.concatenate(list(by_length.values())))
        return np.asarray(np.concatenate(parts)[order], np.float32)

    def _batch(self, inputs: Sequence[Heard]) -> dict[str, NDArray[Any]]:
        if isinstance(self._preparation, Waveform):
            return _together(inputs)
        return {
            "input_features": np.stack([one.features for one in inputs]),
            "is_longer": np.array([[one.longer] for one in inputs]),
        }

    def _tokens(self, prepared: Heard) -> Tokens:
        tokens = self._side.tokens
        assert tokens is not None
        vectors = self._network.run(tokens, self._batch([prepared]))[0][self._side.skip :]
        edges = np.linspace(prepared.start, prepared.end, len(vectors) + 1)
        # A short sound is repeated until the encoder's time is full: only the first is shown.
        kept = [
            (float(start), float(min(end, prepared.seconds)))
            for start, end in pairwise(edges)
            if start < prepared.seconds
        ] or [(0.0, prepared.seconds)]
        return Tokens(vectors[: len(kept)], TimeLayout(tuple(kept)))


class SpectrogramEncoder(SoundEncoder):
    """Sounds to vectors, and to one vector per cell of time and frequency.

    Its network's last map is over both, and the vector is the projection of the map's mean.
    """

    def __init__(self, tower: Tower, preparation: LogMel) -> None:
        super().__init__(tower, preparation)
        self._mel = preparation

    def cells(self, prepared: Heard) -> SoundCells:
        """A prepared sound to its cells."""
        shape: list[int] = []

        def apply(module: Any, batch: Inputs) -> Tensor:
            hidden = module.audio_model(**batch).last_hidden_state  # (1, channels, bands, steps)
            shape.extend(hidden.shape[2:])
            return module.audio_projection(hidden.flatten(2).transpose(1, 2))

        flat = self._network.run(apply, self._batch([prepared]))[0]
        vectors = flat.reshape(shape[-2], shape[-1], -1)
        return SoundCells(vectors, prepared.start, prepared.end, self._mel.low, self._mel.high)

    def differentiable(self, prepared: Heard) -> ForwardPass:
        """A sound through the network with gradients."""
        import torch

        module = self._network.module()
        batch = {name: self._network.tensor(one) for name, one in self._batch([prepared]).items()}
        batch["input_features"].requires_grad_(True)  # the weights are frozen: a graph begins here
        bands, steps, _ = self.cells(prepared).vectors.shape

        def forward() -> Tensor:
            vector = self._side.features(module, batch)[0].float()
            return torch.nn.functional.normalize(vector, dim=-1)

        hearing = module.audio_model
        layout = GridLayout(bands, steps)
        return ForwardPass(hearing, forward, layout, last_map=hearing.audio_encoder)


def _together(inputs: Sequence[Heard]) -> dict[str, NDArray[Any]]:
    values = np.stack([one.features for one in inputs])[:, np.newaxis]
    return {"input_values": values, "padding_mask": np.ones(values[:, 0].shape, np.int64)}


def _clap_time_steps(module: Any, batch: Inputs) -> Tensor:
    hidden = module.audio_model(**batch).last_hidden_state  # (n, channels, bands, time)
    return module.audio_projection(hidden.mean(dim=2).transpose(1, 2))


def _clap_words(module: Any, batch: Inputs) -> Tensor:
    names = ("input_ids", "attention_mask")
    tower = module.text_model
    hidden = tower(**{name: batch[name] for name in names}).last_hidden_state
    pooler = tower.pooler
    return module.text_projection(pooler.activation(pooler.dense(hidden)))


def _clap_scores(module: Any) -> ScoreRule:
    return ScoreRule("softmax", float(module.logit_scale_a.exp()))


CLAP = Family(
    "CLAP",
    "ClapModel",
    {
        "audio": Side(features("get_audio_features"), _clap_time_steps),
        "text": Side(text_features, _clap_words),
    },
    lambda config: int(config.projection_dim),
    score=_clap_scores,
)
