"""Text towers of open_clip that `transformers` lacks or puts together in another way, for torch.

This module imports torch, so it is imported only when weights are read.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn


class PooledText(nn.Module):
    """A text tower whose vector is read at one of its tokens.

    Parameters
    ----------
    words
        A `CLIPTextModel`, which looks back only, or a `SiglipTextModel`, which looks both ways.
    head
        What projects it.
    pool
        ``"argmax"``: at the token of the highest number; ``"last"``; ``"eos"``: at the first token
        of the number `end`.
    """

    def __init__(self, words: Any, head: nn.Module, pool: str, end: int = 0) -> None:
        super().__init__()
        self.words, self.head, self.pool, self.end = words, head, pool, end

    def forward(self, input_ids: Tensor, attention_mask: Tensor | None = None) -> Tensor:
        """Token numbers (n, t) to vectors (n, d); padding is seen where it was in training."""
        hidden = self.words(input_ids=input_ids).last_hidden_state
        if self.pool == "last":
            chosen = hidden[:, -1]
        else:
            marks = input_ids if self.pool == "argmax" else (input_ids == self.end).int()
            chosen = hidden[torch.arange(len(hidden), device=hidden.device), marks.argmax(dim=1)]
        vectors: Tensor = self.head(chosen)
        return vectors

    def tokens(self, input_ids: Tensor, attention_mask: Tensor | None = None) -> Tensor:
        """Token numbers (n, t) to tokens in the same space, (n, t, d)."""
        projected: Tensor = self.head(self.words(input_ids=input_ids).last_hidden_state)
        return projected


class CaptionText(nn.Module):
    """CoCa's text tower, with a token of its own behind the words, as open_clip trained it.

    Parameters
    ----------
    words
        A `CLIPTextModel` with a place more than it takes words.
    """

    def __init__(self, words: Any, dimension: int) -> None:
        super().__init__()
        self.words = words
        self.summary = nn.Parameter(torch.zeros(words.config.hidden_size))
        self.head = nn.Linear(words.config.hidden_size, dimension, bias=False)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Token numbers (n, t), padded to all places, to vectors (n, d)."""
        count, length = input_ids.shape
        seen = attention_mask.bool()
        embedded = self.words.embeddings.token_embedding(input_ids * attention_mask)
        tokens = torch.cat([embedded, self.summary.expand(count, 1, -1)], dim=1)
        tokens = tokens + self.words.embeddings.position_embedding.weight[: length + 1]
        # Its weights were trained with the padding's mask one place too far to the right.
        seen = torch.cat([torch.ones_like(seen[:, :1]), seen], dim=1)
        before = torch.ones(length + 1, length + 1, dtype=torch.bool, device=seen.device).tril()
        mask = torch.zeros(count, 1, length + 1, length + 1, device=seen.device, dtype=tokens.dtype)
        mask = mask.masked_fill(~(before & seen[:, None, None]), torch.finfo(tokens.dtype).min)
        hidden = self.words.encoder(inputs_embeds=tokens, attention_mask=mask).last_hidden_state
        vectors: Tensor = self.head(self.words.final_layer_norm(hidden[:, -1]))
        return vectors


class AveragedText(nn.Module):
    """An encoder of RoBERTa's kind whose tokens' mean is projected.

    Parameters
    ----------
    transformer
        A `RobertaModel` or `XLMRobertaModel`.
    hidden
        Width of the projection's hidden layer; 0 for a plain one.
    """

    def __init__(self, transformer: Any, dimension: int, hidden: int = 0) -> None:
        super().__init__()
        self.transformer = transformer
        width = transformer.config.hidden_size
        if hidden:
            layers = (
                nn.Linear(width, hidden, bias=False),
                nn.GELU(),
                nn.Linear(hidden, dimension, bias=False),
            )
        self.proj = nn.Sequential(*layers) if hidden else nn.Linear(width, dimension, bias=False)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Token numbers and their mask (n, t) to vectors (n, d)."""
        seen = attention_mask[..., None]
        hidden = self._hidden(input_ids, attention_mask) * seen
        vectors: Tensor = self.proj(hidden.sum(dim=1) / seen.sum(dim=1))
        return vectors

    def tokens(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """The same to tokens in the same space (n, t, d), where the projection is plain."""
        projected: Tensor = self.proj(self._hidden(input_ids, attention_mask))
        return projected

    def _hidden(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        hidden: Tensor = self.transformer(
            input_ids=input_ids, attention_mask=attention_mask
        ).last_hidden_state
        return hidden
