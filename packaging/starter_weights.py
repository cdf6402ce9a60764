"""The weights of both streams, from their packages' names and shapes to the starter's own."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from explorer.encoders.starter.architecture import LAYERS, STAGES, WIDTH
from explorer.encoders.starter.onnx_towers import OnnxTower

Tensors = dict[str, Tensor]

BATCH_NORM_EPSILON = 1e-3
TOKEN_LIMIT = 256


def vision_tensors(state: Tensors) -> Tensors:
    """Fold the batch normalisation of EfficientNet-Lite0 into its convolutions."""
    tensors: Tensors = {}

    def fold(name: str, convolution: str, norm: str) -> None:
        gain = state[f"{norm}.weight"] / (state[f"{norm}.running_var"] + BATCH_NORM_EPSILON).sqrt()
        tensors[f"{name}.weight"] = state[f"{convolution}.weight"] * gain[:, None, None, None]
        tensors[f"{name}.bias"] = state[f"{norm}.bias"] - state[f"{norm}.running_mean"] * gain

    fold("stem", "_conv_stem", "_bn0")
    for place, block in enumerate(STAGES):
        ours, theirs = f"blocks.{place}", f"_blocks.{place}"
        if block.expansion > 1:
            fold(f"{ours}.expand", f"{theirs}._expand_conv", f"{theirs}._bn0")
        fold(f"{ours}.depthwise", f"{theirs}._depthwise_conv", f"{theirs}._bn1")
        fold(f"{ours}.project", f"{theirs}._project_conv", f"{theirs}._bn2")
    fold("head", "_conv_head", "_bn1")
    tensors["classifier.weight"] = state["_fc.weight"]
    tensors["classifier.bias"] = state["_fc.bias"]
    return tensors


def text_tensors(state: Tensors) -> Tensors:
    """Rename MiniLM's tensors; query, key and value become one matrix."""
    tensors = {
        "words.weight": state["embeddings.word_embeddings.weight"],
        # There is one sentence per text, so the first token type is always added to the place.
        "places.weight": state["embeddings.position_embeddings.weight"][:TOKEN_LIMIT]
        + state["embeddings.token_type_embeddings.weight"][0],
        "centre": torch.zeros(WIDTH),
        "piece_centre": torch.zeros(WIDTH),
    }
    names = {"embedding_norm": "embeddings.LayerNorm"}
    for place in range(LAYERS):
        ours, theirs = f"layers.{place}", f"encoder.layer.{place}"
        names[f"{ours}.attention_output"] = f"{theirs}.attention.output.dense"
        names[f"{ours}.attention_norm"] = f"{theirs}.attention.output.LayerNorm"
        names[f"{ours}.expand"] = f"{theirs}.intermediate.dense"
        names[f"{ours}.contract"] = f"{theirs}.output.dense"
        names[f"{ours}.norm"] = f"{theirs}.output.LayerNorm"
    for kind in ("weight", "bias"):
        for ours, theirs in names.items():
            tensors[f"{ours}.{kind}"] = state[f"{theirs}.{kind}"]
        for place in range(LAYERS):
            parts = [
                state[f"encoder.layer.{place}.attention.self.{part}.{kind}"]
                for part in ("query", "key", "value")
            ]
            tensors[f"layers.{place}.attention.{kind}"] = torch.cat(parts)
    return tensors


class Sentences:
    """MiniLM's own vectors, as its authors meant them: mean of the tokens, unit length.

    Parameters
    ----------
    tower : OnnxTower
        The language stream with both centres at zero.
    """

    def __init__(self, tower: OnnxTower, tokenizer: Tokenizer):
        self._tower = tower
        self._tokenizer = tokenizer

    def vectors(self, texts: list[str]) -> Tensor:
        """Texts (n) to vectors (n, 384)."""
        different = sorted(set(texts), key=len)
        found: dict[str, Tensor] = {}
        for start in range(0, len(different), 32):
            batch = different[start : start + 32]
            ids, mask = self._pieces(batch)
            (vectors,) = self._tower.run(["vector"], ids=ids, mask=mask)
            found.update(zip(batch, torch.from_numpy(vectors[:, :WIDTH]), strict=True))
        return torch.stack([found[text] for text in texts])

    def mean_piece(self, texts: list[str]) -> Tensor:
        """The mean (384) of the unit vectors of every word piece in some texts."""
        pieces = []
        for start in range(0, len(texts), 32):
            ids, mask = self._pieces(texts[start : start + 32])
            (vectors,) = self._tower.run(["pieces"], ids=ids, mask=mask)
            pieces.append(torch.from_numpy(vectors[mask.astype(bool), :WIDTH]))
        return torch.cat(pieces).mean(0)

    def _pieces(self, texts: list[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        encodings = self._tokenizer.encode_batch(texts)
        return (
            np.array([encoding.ids for encoding in encodings]),
            np.array([encoding.attention_mask for encoding in encodings]),
        )
