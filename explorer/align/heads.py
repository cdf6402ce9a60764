"""Two residual heads that carry frozen streams into one space."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from explorer.align.recipe import HeadShape, Recipe


class PictureHead(nn.Module):
    """Standardised features through a linear map and a block of one hidden layer beside it.

    Parameters
    ----------
    mean, deviation
        (d,) of the features over the training data.
    dimension
        Of the joint space.
    """

    mean: Tensor
    deviation: Tensor

    def __init__(self, mean: Tensor, deviation: Tensor, dimension: int, shape: HeadShape) -> None:
        super().__init__()
        self.register_buffer("mean", mean)
        self.register_buffer("deviation", deviation)
        self.direct = nn.Linear(len(mean), dimension)
        self.widen = nn.Linear(len(mean), shape.hidden)
        self.narrow = nn.Linear(shape.hidden, dimension)
        self.dropout = nn.Dropout(shape.dropout)

    def start_at(self, regression: Tensor) -> None:
        """Begin with a linear map (d, dimension) of standardised features; the block adds to it.

        It is scaled to give vectors as long as training keeps them, so that the first steps
        change it and do not overrun it.
        """
        long = math.sqrt(regression.shape[1]) / regression.square().sum().sqrt()
        with torch.no_grad():
            self.direct.weight.copy_((regression * long).T)
            self.direct.bias.zero_()
            self.narrow.weight.mul_(0.1)
            self.narrow.bias.zero_()

    def forward(self, features: Tensor) -> Tensor:
        """Features (..., d) to joint vectors (..., dimension), unit length."""
        x = (features - self.mean) / self.deviation
        hidden = self.dropout(F.gelu(self.widen(self.dropout(x))))
        return F.normalize(self.direct(x) + self.narrow(hidden), dim=-1)


class TextHead(nn.Module):
    """A text's vector and what grounding adds to it; at first it adds nothing."""

    def __init__(self, dimension: int, shape: HeadShape) -> None:
        super().__init__()
        self.widen = nn.Linear(dimension, shape.hidden)
        self.narrow = nn.Linear(shape.hidden, dimension)
        self.dropout = nn.Dropout(shape.dropout)
        nn.init.zeros_(self.narrow.weight)
        nn.init.zeros_(self.narrow.bias)

    def forward(self, texts: Tensor) -> Tensor:
        """Text vectors (..., dimension) of unit length to joint vectors of unit length."""
        hidden = self.dropout(F.gelu(self.widen(texts * math.sqrt(texts.shape[-1]))))
        return F.normalize(texts + self.narrow(hidden) / math.sqrt(texts.shape[-1]), dim=-1)


class TwoStreams(nn.Module):
    """Both heads, and the temperature and bias of their scores.

    Parameters
    ----------
    recipe
        Shapes of the heads and where the temperature starts.
    mean, deviation
        (d,) of the picture features.
    dimension
        Of the text vectors, and so of the joint space.
    """

    def __init__(self, recipe: Recipe, mean: Tensor, deviation: Tensor, dimension: int) -> None:
        super().__init__()
        self.picture = PictureHead(mean, deviation, dimension, recipe.picture)
        self.text = TextHead(dimension, recipe.text)
        self.log_temperature = nn.Parameter(torch.tensor(math.log(recipe.temperature)))
        self.bias = nn.Parameter(torch.tensor(-10.0 if recipe.loss == "sigmoid" else 0.0))

    @property
    def temperature(self) -> Tensor:
        """Kept between 0.01 and 1."""
        return self.log_temperature.exp().clamp(0.01, 1.0)
