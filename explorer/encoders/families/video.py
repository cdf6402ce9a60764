"""Clips to vectors: families whose towers see several frames at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from explorer.api.encoder import Preparation, Purpose
from explorer.core.similarity import Vectors
from explorer.core.wording import Wording
from explorer.encoders.families.dual import features, text_features
from explorer.encoders.families.encoder import FamilyEncoder, Tower
from explorer.encoders.families.family import Family, Inputs, ScoreRule, Side
from explorer.encoders.families.image import normalised
from explorer.encoders.families.processor_config import ImagePreparation, ImageSettings


@dataclass(frozen=True, slots=True)
class EvenFrames:
    """So many frames of a clip at even distances, each prepared as a picture.

    Parameters
    ----------
    count
        Frames that the network sees.
    frame
        What is done to each.
    """

    count: int
    frame: ImagePreparation

    @property
    def side(self) -> int:
        """The shorter side in pixels that a frame is scaled to; 0 where it keeps its size."""
        return getattr(self.frame, "side", 0)

    def __call__(self, content: NDArray[np.uint8]) -> NDArray[Any]:
        """uint8 RGB (frames, height, width, 3) to (count, height, width, 3)."""
        chosen = np.linspace(0, len(content) - 1, self.count).astype(int)
        return np.stack([np.asarray(self.frame(content[one])) for one in chosen])


class VideoEncoder(FamilyEncoder):
    """Clips to vectors."""

    content: ClassVar[str] = "video"

    def __init__(self, tower: Tower, settings: ImageSettings, frames: int) -> None:
        super().__init__(tower)
        self._normalisation = settings.normalisation
        self._preparation = EvenFrames(frames, settings.preparation)

    def preparation(self, purpose: Purpose = "vector") -> Preparation:
        """Frames at even distances, each as the checkpoint's own processor has it."""
        return self._preparation

    def _encode(self, inputs: Sequence[NDArray[Any]]) -> Vectors:
        return self._network.run(
            lambda module, batch: self._side.features(module, self._batch(module, batch)),
            {"pixels": np.stack(inputs)},
        )

    def _batch(self, module: Any, batch: Inputs) -> Inputs:
        pixels = normalised(batch["pixels"], self._normalisation).permute(0, 1, 4, 2, 3)
        pixels = pixels.to(next(module.parameters()).dtype)
        return {"pixel_values": pixels, "pixel_values_videos": pixels}


_NO_PLACES = Wording("a token of its stands for a place and a time at once")


def _projection(config: Any) -> int:
    return int(config.projection_dim)


def _softmax(module: Any) -> ScoreRule:
    return ScoreRule("softmax", float(module.logit_scale.exp()))


def _words(module: Any, batch: Inputs) -> Any:
    tower = module.text_model
    hidden = tower(input_ids=batch["input_ids"], attention_mask=batch["attention_mask"])
    return module.text_projection(hidden.last_hidden_state)


def _one_query(module: Any, batch: Inputs) -> Any:
    # Its pooling has a single query, and keeps the axis of queries.
    return features("get_video_features")(module, batch).flatten(1)


VIDEO_FAMILIES: dict[str, Family] = {
    "xclip": Family(
        "X-CLIP", "XCLIPModel",
        {
            "video": Side(features("get_video_features"), why_no_tokens=_NO_PLACES),
            "text": Side(text_features, _words),
        },
        _projection, score=_softmax, default_processor="VideoMAEImageProcessor",
        description=Wording(
            "The prompts that the family makes for a text from each clip are left out: a text "
            "has one vector here."
        ),
    ),
    "videoprism": Family(
        "VideoPrism", "VideoPrismClipModel",
        {
            "video": Side(_one_query, why_no_tokens=_NO_PLACES),
            "text": Side(
                text_features, why_no_tokens=Wording("its vector is that of one summary token")
            ),
        },
        lambda config: int(config.text_config.hidden_size), "max_length", 64,
        score=lambda module: ScoreRule("softmax", 1.0),  # its cosines are weighed as they are
        default_processor="VideoPrismVideoProcessor",
    ),
}  # fmt: skip
"""Families by the `model_type` in their configuration."""


def frame_count(config: Any) -> int:
    """How many frames a checkpoint's network sees at once."""
    for part in (getattr(config, "vision_config", None), config):
        count = getattr(part, "num_frames", None)
        if count:
            return int(count)
    return 8
