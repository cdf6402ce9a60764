"""Perception Encoder Audio and Audio-Video: sounds, clips and texts.

Vyas et al. 2025, "Pushing the Frontier of Audiovisual Perception with Large-Scale Multimodal
Correspondence Learning".
"""

from __future__ import annotations

from typing import Any

from explorer.core.wording import Wording
from explorer.encoders.families.family import Family, Inputs, Side, Tensor

_OWN_SCORES = Wording(
    "Its own scores are products of vectors of any length; here their directions are compared."
)
_THREE_HEADS = Wording(
    "A text has one head for sounds and one for clips; all are kept side by side, so that each "
    "pair is compared by the heads made for it, at half of its cosine."
)
NO_PLACES = Wording(
    "a token of its stands for a moment, and the picture in it is not cut into patches"
)


def _words(module: Any, batch: Inputs) -> Tensor:
    # As the networks' own forward has it; their get_text_embeds forgets to ask for these.
    hidden = module.text_model(
        input_ids=batch["input_ids"],
        attention_mask=batch["attention_mask"],
        output_hidden_states=True,
    ).hidden_states
    return hidden[-1]


# --- sounds and texts -----------------------------------------------------------------------------


def _sound(module: Any, batch: Inputs) -> Tensor:
    return module.get_audio_embeds(batch["input_values"], batch["padding_mask"])


def _moments(module: Any, batch: Inputs) -> Tensor:
    # As the family's frame-level variant gives them, by the same head.
    heard = module.audio_encoder(batch["input_values"], padding_mask=batch["padding_mask"])
    return module.audio_head(heard.last_hidden_state)


def _text(module: Any, batch: Inputs) -> Tensor:
    return module.text_audio_head(_words(module, batch)[:, 0])


def _text_words(module: Any, batch: Inputs) -> Tensor:
    return module.text_audio_head(_words(module, batch))


# --- three at once --------------------------------------------------------------------------------


def _side_by_side(first: Tensor | None, second: Tensor | None, third: Tensor | None) -> Tensor:
    """Blocks of unit length, zeros where one is missing; two of three are there."""
    import torch
    from torch.nn.functional import normalize

    blocks = (first, second, third)
    some = next(one for one in blocks if one is not None)
    return torch.cat(
        [torch.zeros_like(some) if one is None else normalize(one, dim=-1) for one in blocks],
        dim=-1,
    )


def _joint_sound(module: Any, batch: Inputs) -> Tensor:
    heard = _sound(module.audio_model, batch)
    return _side_by_side(heard, None, heard)


def _joint_moments(module: Any, batch: Inputs) -> Tensor:
    heard = _moments(module.audio_model, batch)
    return _side_by_side(heard, None, heard)


def _joint_clip(module: Any, batch: Inputs) -> Tensor:
    seen = module.video_model.video_encoder(pixel_values_videos=batch["pixel_values_videos"])
    vector = module.video_model.video_head(seen.pooler_output)
    return _side_by_side(None, vector, vector)


def _joint(module: Any, hidden: Tensor) -> Tensor:
    heard = module.audio_model.text_audio_head(hidden)
    return _side_by_side(heard, module.video_model.text_video_head(hidden), None)


def _joint_text(module: Any, batch: Inputs) -> Tensor:
    return _joint(module, _words(module, batch)[:, 0])


def _joint_text_words(module: Any, batch: Inputs) -> Tensor:
    return _joint(module, _words(module, batch))


def _width(config: Any) -> int:
    return int(config.text_config.hidden_size)


PERCEPTION: dict[str, Family] = {
    "pe_audio": Family(
        "PE Audio", "PeAudioModel",
        {"audio": Side(_sound, _moments), "text": Side(_text, _text_words)},
        _width, description=_OWN_SCORES,
    ),
    "pe_audio_video": Family(
        "PE Audio-Video", "PeAudioVideoModel",
        {
            "audio": Side(_joint_sound, _joint_moments),
            "video": Side(_joint_clip, why_no_tokens=NO_PLACES),
            "text": Side(_joint_text, _joint_text_words),
        },
        lambda config: 3 * _width(config), default_processor="PeVideoVideoProcessor",
        description=f"{_THREE_HEADS} {_OWN_SCORES}",
    ),
}  # fmt: skip
"""Families by the `model_type` in their configuration."""
