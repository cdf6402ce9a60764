"""Noise, rooms, microphones and speakers, put on spectrograms: cheap enough for every step.

Power of independent sounds adds; a room is an exponential tail in every band; a microphone is a
curve over the bands; a longer throat moves the bands (Jaitly & Hinton 2013, "Vocal tract length
perturbation"); and bars of silence keep the network from relying on single bands or moments
(Park et al. 2019, "SpecAugment").
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from explorer.encoders.starter.hearing import FLOOR

LOG10 = 0.1 * 2.302585


def augmented(mel: Tensor, lengths: Tensor, others: Tensor, chance: torch.Generator) -> Tensor:
    """Decibels (n, frames, 64) to the same sounds elsewhere, later, and said by others.

    Parameters
    ----------
    lengths
        (n,) frames that count.
    others
        (m, frames, 64): other sounds in decibels, to be heard behind some of these.
    """
    mel = _throats(mel, chance)
    power = torch.exp(mel * LOG10)
    power = _room(power, chance)
    power = _noise(power, chance)
    power = _behind(power, others, chance)
    decibels = torch.log(power.clamp(min=1e-9)) / LOG10 + _microphone(mel, chance)
    there = torch.arange(mel.shape[1])[None] < lengths[:, None]
    loudness = torch.exp(decibels * LOG10).mean(-1).masked_fill(~there, 0).amax(1)
    decibels = decibels - (torch.log(loudness.clamp(min=1e-9)) / LOG10)[:, None, None]
    return _bars(decibels.clamp(min=-FLOOR), lengths, chance) * there[..., None] - FLOOR * (
        ~there[..., None]
    )


def _uniform(count: int, low: float, high: float, chance: torch.Generator) -> Tensor:
    return torch.rand(count, generator=chance) * (high - low) + low


def _some(count: int, share: float, chance: torch.Generator) -> Tensor:
    return torch.rand(count, generator=chance) < share


def _throats(mel: Tensor, chance: torch.Generator) -> Tensor:
    bands = mel.shape[-1]
    factor = _uniform(len(mel), 0.86, 1.14, chance)
    places = (torch.arange(bands)[None] * factor[:, None]).clamp(max=bands - 1)
    below = places.floor().long()
    share = (places - below)[:, None]
    above = (below + 1).clamp(max=bands - 1)
    frames = mel.shape[1]
    lower = mel.gather(2, below[:, None].expand(-1, frames, -1))
    upper = mel.gather(2, above[:, None].expand(-1, frames, -1))
    return lower * (1 - share) + upper * share


def _room(power: Tensor, chance: torch.Generator) -> Tensor:
    # A tail of 32 frames by doubling: five shifted sums in place of a sum over 32.
    decay = _uniform(len(power), 0.5, 0.92, chance)[:, None, None]
    wet = (_uniform(len(power), 0, 0.25, chance) * _some(len(power), 0.5, chance))[:, None, None]
    tail, step = power, 1
    for _ in range(5):
        tail = tail + decay**step * F.pad(tail, (0, 0, step, 0))[:, : tail.shape[1]]
        step *= 2
    return power + wet * (tail - power)


def _noise(power: Tensor, chance: torch.Generator) -> Tensor:
    count, frames, bands = power.shape
    low = torch.randn(count, 4, generator=chance) * torch.tensor([4.0, 6.0, 4.0, 3.0])
    waves = torch.cos(torch.arange(bands)[None] * torch.arange(4)[:, None] * 3.14159 / bands)
    colour = torch.exp(low @ waves * LOG10)
    loud = torch.exp(_uniform(count, -60, -12, chance) * LOG10)
    draws = torch.rand(2, count, frames, bands, generator=chance).clamp(min=1e-6)
    grain = -(torch.log(draws[0]) + torch.log(draws[1])) / 2
    return power + (loud[:, None] * colour)[:, None] * grain


def _behind(power: Tensor, others: Tensor, chance: torch.Generator) -> Tensor:
    count = len(power)
    which = torch.randint(len(others), (count,), generator=chance)
    loud = torch.exp(_uniform(count, -40, -8, chance) * LOG10) * _some(count, 0.3, chance)
    return power + loud[:, None, None] * torch.exp(others[which] * LOG10)


def _microphone(mel: Tensor, chance: torch.Generator) -> Tensor:
    count, bands = len(mel), mel.shape[-1]
    low = torch.randn(count, 5, generator=chance) * 3.0
    waves = torch.cos(
        torch.arange(bands)[None] * (torch.arange(5)[:, None] + 0.5) * 3.14159 / bands
    )
    curve = low @ waves
    cut = _uniform(count, 40, 64, chance)[:, None]
    dull = _some(count, 0.2, chance)[:, None]
    curve = curve - dull * (torch.arange(bands)[None] - cut).clamp(min=0) * 6.0
    return curve[:, None]


def _bars(decibels: Tensor, lengths: Tensor, chance: torch.Generator) -> Tensor:
    count, frames, bands = decibels.shape
    first = _uniform(count, 0, bands, chance)[:, None]
    width = _uniform(count, 0, 9, chance)[:, None]
    band = torch.arange(bands)[None]
    quiet = ((band >= first) & (band < first + width))[:, None]
    begin = _uniform(count, 0, 1, chance)[:, None] * lengths[:, None]
    length = _uniform(count, 0, 0.08, chance)[:, None] * lengths[:, None].clamp(max=100)
    frame = torch.arange(frames)[None]
    quiet = quiet | ((frame >= begin) & (frame < begin + length))[..., None]
    return decibels.masked_fill(quiet, -40.0)
