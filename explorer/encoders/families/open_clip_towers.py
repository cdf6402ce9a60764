"""Picture towers of open_clip that `transformers` lacks or puts together in another way, for torch.

This module imports torch, so it is imported only when weights are read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import torch
from torch import Tensor, nn
from torch.nn import functional as F

Pool = Literal["tok", "avg", "queries"]
"""What a ViT's vector is read from: its class token, the mean of its patches, or queries."""


class TwoTowers(nn.Module):
    """A picture tower and a text tower that meet in one space.

    Parameters
    ----------
    vision_model
        Pixels (n, 3, height, width) to vectors (n, d), or an output that has them as
        ``pooler_output``.
    text_model
        Token numbers and their mask, (n, t) each, to vectors (n, d).
    biased
        Whether its scores are those of a sigmoid, with a bias.
    """

    def __init__(self, vision_model: nn.Module, text_model: nn.Module, *, biased: bool) -> None:
        super().__init__()
        self.vision_model, self.text_model = vision_model, text_model
        self.logit_scale = nn.Parameter(torch.zeros(()))
        self.logit_bias = nn.Parameter(torch.zeros(())) if biased else None


class PooledViT(nn.Module):
    """A ViT of CLIP's kind with any of open_clip's ways to a vector.

    Parameters
    ----------
    vision
        A `CLIPVisionModel`, whose last normalisation is taken off.
    pool
        What the vector is read from.
    normed_first
        Whether embeddings are normalised before the first layer.
    normed_last
        Whether a mean is normalised, and not each of its patches.
    queries, heads
        Of the pooling attention.
    """

    def __init__(
        self,
        vision: Any,
        dimension: int,
        pool: Pool = "tok",
        *,
        normed_first: bool = True,
        normed_last: bool = False,
        queries: int = 256,
        heads: int = 8,
    ) -> None:
        super().__init__()
        self.vision, self.pool, self.normed_last = vision, pool, normed_last
        self.vision.post_layernorm = nn.Identity()
        if not normed_first:
            self.vision.pre_layrnorm = nn.Identity()
        width = inside = vision.config.hidden_size
        if pool == "queries":
            self.attn_pool = QueryPool(dimension, inside, heads, queries)
            width = dimension
        self.norm = nn.LayerNorm(width, eps=vision.config.layer_norm_eps)
        self.projection = nn.Linear(width, dimension, bias=False)

    def forward(self, pixel_values: Tensor) -> Tensor:
        """Pixels (n, 3, height, width) to vectors (n, d)."""
        hidden = self._hidden(pixel_values)
        if self.pool == "queries":
            pooled = self.norm(self.attn_pool(hidden))
        elif self.pool == "tok":
            pooled = self.norm(hidden[:, 0])
        elif self.normed_last:
            pooled = self.norm(hidden[:, 1:].mean(dim=1))
        else:
            pooled = self.norm(hidden)[:, 1:].mean(dim=1)
        projected: Tensor = self.projection(pooled)
        return projected

    def tokens(self, pixel_values: Tensor) -> Tensor:
        """Pixels to the class token and the patches in the same space: (n, 1 + patches, d)."""
        projected: Tensor = self.projection(self.norm(self._hidden(pixel_values)))
        return projected

    def _hidden(self, pixel_values: Tensor) -> Tensor:
        hidden: Tensor = self.vision(pixel_values=pixel_values).last_hidden_state
        return hidden


class QueryPool(nn.Module):
    """Learned queries that attend to all tokens: CoCa's pool (Yu et al. 2022)."""

    def __init__(self, dimension: int, width: int, heads: int, queries: int) -> None:
        super().__init__()
        self.query = nn.Parameter(torch.zeros(queries, dimension))
        self.attn = nn.MultiheadAttention(
            dimension, heads, kdim=width, vdim=width, batch_first=True
        )
        self.ln_q, self.ln_k = nn.LayerNorm(dimension), nn.LayerNorm(width)

    def forward(self, tokens: Tensor) -> Tensor:
        """Tokens (n, t, width) to what the first query found, (n, d); the others are captions'."""
        seen, asked = self.ln_k(tokens), self.ln_q(self.query[:1]).expand(len(tokens), -1, -1)
        found: Tensor = self.attn(asked, seen, seen)[0][:, 0]
        return found


class Bottleneck(nn.Module):
    """Three convolutions with a way past them; a stride is a mean of neighbours."""

    def __init__(self, inputs: int, width: int, stride: int) -> None:
        super().__init__()
        outputs = 4 * width
        self.conv1, self.bn1 = nn.Conv2d(inputs, width, 1, bias=False), nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.conv3, self.bn3 = nn.Conv2d(width, outputs, 1, bias=False), nn.BatchNorm2d(outputs)
        self.stride = stride
        self.downsample: nn.Sequential | None = None
        if stride > 1 or inputs != outputs:
            self.downsample = nn.Sequential(
                nn.Conv2d(inputs, outputs, 1, bias=False), nn.BatchNorm2d(outputs)
            )

    def forward(self, features: Tensor) -> Tensor:
        """Map (n, inputs, rows, cols) to (n, 4 width, rows / stride, cols / stride)."""
        inside = F.relu(self.bn1(self.conv1(features)))
        inside = F.relu(self.bn2(self.conv2(inside)))
        if self.stride > 1:
            inside = F.avg_pool2d(inside, self.stride)
            features = F.avg_pool2d(features, self.stride)
        past = features if self.downsample is None else self.downsample(features)
        return F.relu(self.bn3(self.conv3(inside)) + past)


class AttentionPool(nn.Module):
    """The mean of a map asks all its places: one vector of attention."""

    def __init__(self, places: int, width: int, heads: int, dimension: int) -> None:
        super().__init__()
        self.heads = heads
        self.positional_embedding = nn.Parameter(torch.zeros(places + 1, width))
        self.q_proj, self.k_proj = nn.Linear(width, width), nn.Linear(width, width)
        self.v_proj, self.c_proj = nn.Linear(width, width), nn.Linear(width, dimension)

    def forward(self, features: Tensor) -> Tensor:
        """Map (n, width, rows, cols) to vectors (n, d)."""
        places = features.flatten(2).transpose(1, 2)
        tokens = torch.cat([places.mean(dim=1, keepdim=True), places], dim=1)
        tokens = tokens + self.positional_embedding
        asked = self._by_head(self.q_proj(tokens[:, :1]))
        keys, values = self._by_head(self.k_proj(tokens)), self._by_head(self.v_proj(tokens))
        mixed = F.scaled_dot_product_attention(asked, keys, values)
        vectors: Tensor = self.c_proj(mixed.transpose(1, 2).flatten(2)[:, 0])
        return vectors

    def _by_head(self, tokens: Tensor) -> Tensor:
        count, length, _ = tokens.shape
        return tokens.reshape(count, length, self.heads, -1).transpose(1, 2)


class PooledResNet(nn.Module):
    """CLIP's ResNet: Radford et al. 2021, section 2.4.

    Three small convolutions begin it, strides are means of neighbours, and attention pools it.

    Parameters
    ----------
    depths
        Blocks of each of the four stages.
    width
        Channels of the first.
    side
        Of the pictures, in pixels.
    heads, dimension
        Of the pool.
    """

    def __init__(
        self, depths: Sequence[int], width: int, side: int, heads: int, dimension: int
    ) -> None:
        super().__init__()
        half = width // 2
        self.conv1 = nn.Conv2d(3, half, 3, stride=2, padding=1, bias=False)
        self.conv2 = nn.Conv2d(half, half, 3, padding=1, bias=False)
        self.conv3 = nn.Conv2d(half, width, 3, padding=1, bias=False)
        self.bn1, self.bn2, self.bn3 = (nn.BatchNorm2d(one) for one in (half, half, width))
        inputs = width
        for number, depth in enumerate(depths):
            inside = width * 2**number
            first = Bottleneck(inputs, inside, stride=2 if number else 1)
            blocks = [first, *(Bottleneck(4 * inside, inside, 1) for _ in range(depth - 1))]
            self.add_module(f"layer{number + 1}", nn.Sequential(*blocks))
            inputs = 4 * inside
        self.stages = len(depths)
        self.attnpool = AttentionPool((side // 32) ** 2, inputs, heads, dimension)

    @property
    def last_map(self) -> nn.Module:
        """The part whose output is the last map, for explanations."""
        return self.get_submodule(f"layer{self.stages}")

    def forward(self, pixel_values: Tensor) -> Tensor:
        """Pixels (n, 3, side, side) to vectors (n, d)."""
        features = pixel_values
        for conv, norm in (
            (self.conv1, self.bn1), (self.conv2, self.bn2), (self.conv3, self.bn3)
        ):  # fmt: skip
            features = F.relu(norm(conv(features)))
        features = F.avg_pool2d(features, 2)
        for number in range(self.stages):
            features = self.get_submodule(f"layer{number + 1}")(features)
        vectors: Tensor = self.attnpool(features)
        return vectors


class PooledConvNext(nn.Module):
    """A ConvNeXt (Liu et al. 2022) whose mean is projected.

    Parameters
    ----------
    trunk
        A `ConvNextModel`.
    epsilon
        Of all its normalisations.
    hidden
        Width of the projection's hidden layer; 0 for a plain one.
    """

    def __init__(self, trunk: Any, dimension: int, epsilon: float, hidden: int = 0) -> None:
        super().__init__()
        self.trunk = trunk
        for part in trunk.modules():
            if isinstance(part, nn.LayerNorm):
                part.eps = epsilon
        width = trunk.config.hidden_sizes[-1]
        if hidden:
            layers = (nn.Linear(width, hidden), nn.GELU(), nn.Linear(hidden, dimension, bias=False))
        self.head = nn.Sequential(*layers) if hidden else nn.Linear(width, dimension, bias=False)

    @property
    def last_map(self) -> nn.Module:
        """The part whose output is the last map, for explanations."""
        encoder: nn.Module = self.trunk.encoder
        return encoder

    def forward(self, pixel_values: Tensor) -> Tensor:
        """Pixels (n, 3, height, width) to vectors (n, d)."""
        vectors: Tensor = self.head(self.trunk(pixel_values=pixel_values).pooler_output)
        return vectors
