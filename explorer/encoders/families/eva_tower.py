"""EVA's ViTs and Perception Encoder's as CLIP's picture towers, for torch.

Sun et al. 2023, "EVA-CLIP: Improved Training Techniques for CLIP at Scale"; Fang et al. 2023,
"EVA-02: A Visual Representation for Neon Genesis"; Bolya et al. 2025, "Perception Encoder: The
best visual embeddings are not at the output of the network". This module imports torch, so it is
imported only when weights are read.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace

import torch
from torch import Tensor, nn
from torch.nn import functional as F

TEMPERATURE = 10_000
TRAINED_GRID = 16
"""Side of the grid that EVA-02 scales turned places to, whatever the picture's own."""
POOL_HEADS = 8


@dataclass(frozen=True, slots=True)
class EvaShape:
    """What an EVA is made of.

    Parameters
    ----------
    width, depth, heads, hidden
        Of its layers.
    grid, patch
        Patches along a side, and their side in pixels.
    gated
        EVA-02's layers: a gate in the perceptron, inner normalisations, and places that turn
        queries and keys.
    normed_after
        Whether a layer's result is normalised, and not what enters it.
    pooled
        Perception Encoder: places turn queries and keys, the first half of their channels with
        the column, and attention pools the tokens.
    classed
        Whether there is a class token.
    epsilon
        Of all normalisations.
    """

    width: int
    depth: int
    heads: int
    hidden: int
    grid: int
    patch: int
    gated: bool = False
    normed_after: bool = False
    pooled: bool = False
    classed: bool = True
    epsilon: float = 1e-6


class EvaViT(nn.Module):
    """An EVA whose class token is projected, or a Perception Encoder.

    Parameters
    ----------
    pool
        Of a Perception Encoder: tokens (n, t, width) to (n, width).

    Attributes
    ----------
    config
        Says ``"eager"`` where attention is to be spelled out, as those of `transformers` do.
    """

    def __init__(self, shape: EvaShape, dimension: int, pool: nn.Module | None = None) -> None:
        super().__init__()
        self.config = SimpleNamespace(_attn_implementation="sdpa")
        width = shape.width
        self.patch_embed = nn.Conv2d(
            3, width, shape.patch, stride=shape.patch, bias=not shape.pooled
        )
        self.cls_token = nn.Parameter(torch.zeros(1, 1, width)) if shape.classed else None
        self.pos_embed = nn.Parameter(torch.zeros(1, shape.grid**2 + shape.classed, width))
        self.norm_pre = nn.LayerNorm(width, eps=shape.epsilon) if shape.pooled else nn.Identity()
        self.blocks = nn.ModuleList(EvaBlock(shape, self.config) for _ in range(shape.depth))
        self.norm = nn.LayerNorm(width, eps=shape.epsilon)
        self.pool, self.head = pool, nn.Linear(width, dimension)

    def forward(self, pixel_values: Tensor) -> Tensor:
        """Pixels (n, 3, height, width) to vectors (n, d)."""
        hidden = self.norm(self._hidden(pixel_values))
        vectors: Tensor = self.head(hidden[:, 0] if self.pool is None else self.pool(hidden))
        return vectors

    def tokens(self, pixel_values: Tensor) -> Tensor:
        """Pixels to the class token and the patches in the same space: (n, 1 + patches, d)."""
        projected: Tensor = self.head(self.norm(self._hidden(pixel_values)))
        return projected

    def _hidden(self, pixel_values: Tensor) -> Tensor:
        hidden = self.patch_embed(pixel_values).flatten(2).transpose(1, 2)
        if self.cls_token is not None:
            hidden = torch.cat([self.cls_token.expand(len(hidden), -1, -1), hidden], dim=1)
        seen: Tensor = self.norm_pre(hidden + self.pos_embed)
        for block in self.blocks:
            seen = block(seen)
        return seen


class EvaBlock(nn.Module):
    """Attention and a perceptron, each added to what entered it."""

    def __init__(self, shape: EvaShape, config: SimpleNamespace) -> None:
        super().__init__()
        self.normed_after = shape.normed_after
        self.norm1 = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.norm2 = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.attn = EvaAttention(shape, config)
        self.mlp = GatedPerceptron(shape) if shape.gated else Perceptron(shape)

    def forward(self, hidden: Tensor) -> Tensor:
        """Tokens (n, t, width) to the same."""
        if self.normed_after:
            hidden = hidden + self.norm1(self.attn(hidden)[0])
            added: Tensor = self.norm2(self.mlp(hidden))
        else:
            hidden = hidden + self.attn(self.norm1(hidden))[0]
            added = self.mlp(self.norm2(hidden))
        return hidden + added


class EvaAttention(nn.Module):
    """Attention in which places may turn queries and keys (Su et al. 2021, "RoFormer")."""

    def __init__(self, shape: EvaShape, config: SimpleNamespace) -> None:
        super().__init__()
        self.heads, self.config, width = shape.heads, config, shape.width
        self.q_proj, self.v_proj = nn.Linear(width, width), nn.Linear(width, width)
        self.k_proj = nn.Linear(width, width, bias=shape.pooled)
        inner = [nn.LayerNorm(width, eps=shape.epsilon)] if shape.gated else []
        self.out_proj = nn.Sequential(*inner, nn.Linear(width, width))
        self.turns, self.first = shape.gated or shape.pooled, int(shape.classed)
        if self.turns:
            angles = turning_angles(shape, width // shape.heads)
            self.register_buffer("sine", angles.sin(), persistent=False)
            self.register_buffer("cosine", angles.cos(), persistent=False)

    def forward(self, hidden: Tensor) -> tuple[Tensor, Tensor | None]:
        """Tokens (n, t, width) to the same, and attention (n, heads, t, t) where spelled out."""
        queries = self._turned(self._by_head(self.q_proj(hidden)))
        keys = self._turned(self._by_head(self.k_proj(hidden)))
        values, weights = self._by_head(self.v_proj(hidden)), None
        if self.config._attn_implementation == "eager":
            scores = queries @ keys.transpose(2, 3) / queries.shape[-1] ** 0.5
            weights = scores.softmax(dim=-1)
            mixed = weights @ values
        else:
            mixed = F.scaled_dot_product_attention(queries, keys, values)
        return self.out_proj(mixed.transpose(1, 2).flatten(2)), weights

    def _by_head(self, tokens: Tensor) -> Tensor:
        count, length, _ = tokens.shape
        return tokens.reshape(count, length, self.heads, -1).transpose(1, 2)

    def _turned(self, tokens: Tensor) -> Tensor:
        if not self.turns:
            return tokens
        first, patches = tokens[:, :, : self.first], tokens[:, :, self.first :]
        across = torch.stack([-patches[..., 1::2], patches[..., ::2]], dim=-1).flatten(-2)
        turned = patches * self.get_buffer("cosine") + across * self.get_buffer("sine")
        return torch.cat([first, turned.to(tokens.dtype)], dim=2)


def turning_angles(shape: EvaShape, width: int) -> Tensor:
    """By how much each channel of a head turns at each patch: (grid * grid, width).

    Pairs of channels turn together: the first half of them with the row and the second with the
    column, or the other way round.
    """
    grid = shape.grid
    bands = TEMPERATURE ** -(torch.arange(width // 4) / (width // 4))
    if shape.pooled:
        places = torch.arange(grid) + float(shape.classed)
    else:
        places = torch.arange(grid) / grid * TRAINED_GRID
    angles = places[:, None] * bands
    rows, cols = angles[:, None].expand(-1, grid, -1), angles[None].expand(grid, -1, -1)
    halves = [cols, rows] if shape.pooled else [rows, cols]
    return torch.cat(halves, dim=-1).flatten(0, 1).repeat_interleave(2, dim=-1)


class Perceptron(nn.Module):
    """Two layers with a GELU between."""

    def __init__(self, shape: EvaShape) -> None:
        super().__init__()
        self.fc1 = nn.Linear(shape.width, shape.hidden)
        self.fc2 = nn.Linear(shape.hidden, shape.width)

    def forward(self, hidden: Tensor) -> Tensor:
        """Tokens (n, t, width) to the same."""
        changed: Tensor = self.fc2(F.gelu(self.fc1(hidden)))
        return changed


class GatedPerceptron(nn.Module):
    """One of two first layers gates the other (Shazeer 2020, "GLU Variants")."""

    def __init__(self, shape: EvaShape) -> None:
        super().__init__()
        self.fc1_g = nn.Linear(shape.width, shape.hidden)
        self.fc1_x = nn.Linear(shape.width, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.fc2 = nn.Linear(shape.hidden, shape.width)

    def forward(self, hidden: Tensor) -> Tensor:
        """Tokens (n, t, width) to the same."""
        gated = F.silu(self.fc1_g(hidden)) * self.fc1_x(hidden)
        changed: Tensor = self.fc2(self.norm(gated))
        return changed
