"""Sounds to vectors and time steps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.api.encoder import Preparation, Purpose
from explorer.core.similarity import Vectors
from explorer.core.tokens import TimeLayout, Tokens
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
        return self._network.run(self._side.features, self._batch(inputs))

    def _batch(self, inputs: Sequence[Heard]) -> dict[str, NDArray[Any]]:
        if isinstance(self._preparation, Waveform):
            return _padded(inputs)
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


def _padded(inputs: Sequence[Heard]) -> dict[str, NDArray[Any]]:
    longest = max(len(one.features) for one in inputs)
    values = np.zeros((len(inputs), 1, longest), np.float32)
    seen = np.zeros((len(inputs), longest), np.int64)
    for row, one in enumerate(inputs):
        values[row, 0, : len(one.features)] = one.features
        seen[row, : len(one.features)] = 1
    return {"input_values": values, "padding_mask": seen}


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
