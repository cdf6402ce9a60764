"""The starter's encoders for pictures and texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, Protocol

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from explorer.api.encoder import Encoder, ForwardPass, Preparation, Purpose
from explorer.core.errors import SpaceError
from explorer.core.media import Pixels
from explorer.core.similarity import Vectors
from explorer.core.tokens import GridLayout, Tokens
from explorer.encoders.starter.architecture import STRIDE
from explorer.encoders.starter.manifest import StarterManifest
from explorer.encoders.starter.preparation import FillGrid, FitSquare, WholeText
from explorer.encoders.starter.words import Piece, words_of


class Tower(Protocol):
    """A network that runs one batch; `OnnxTower` and `TorchTower` are two."""

    def run(self, outputs: list[str], **inputs: NDArray[Any]) -> list[NDArray[np.float32]]:
        """Some outputs of the network for one batch."""
        ...

    def close(self) -> None:
        """Give back its memory."""
        ...


class PictureEncoder(Encoder):
    """Pictures to vectors, patches and plain visual features."""

    content: ClassVar[str] = "image"
    gives_tokens = True

    def __init__(
        self, tower: Tower, manifest: StarterManifest, batch_size: int, folder: Path | None = None
    ) -> None:
        self._tower, self._folder = tower, folder
        self._twin: Any = None
        self.dimension = manifest.dimension
        self.revision = manifest.revision
        self.batch_size = batch_size
        self._vector_preparation = FitSquare(manifest.side)
        self._token_preparation = FillGrid(manifest.cells)

    def preparation(self, purpose: Purpose = "vector") -> Preparation:
        """A white square around the picture for vectors, a grid over it for patches."""
        return self._token_preparation if purpose == "tokens" else self._vector_preparation

    def encode(self, inputs: Sequence[Pixels]) -> Vectors:
        """Squares (n), all uint8 (side, side, 3), to vectors: float32 (n, d), unit length."""
        (vectors,) = self._tower.run(["vector"], pixels=np.stack(inputs))
        return vectors

    def features(self, inputs: Sequence[Pixels]) -> NDArray[np.float32]:
        """Squares (n) to pooled visual features: float32 (n, 1280), not normalised.

        They lie in no joint space; whoever trains or compares towers starts from them.
        """
        (features,) = self._tower.run(["features"], pixels=np.stack(inputs))
        return features

    def encode_tokens(self, inputs: Sequence[Pixels]) -> list[Tokens]:
        """Grids (n), each of its own size, to one vector per patch."""
        return [self._patches(pixels) for pixels in inputs]

    def _patches(self, pixels: Pixels) -> Tokens:
        (patches,) = self._tower.run(["patches"], pixels=pixels[np.newaxis])
        _, rows, cols, dimension = patches.shape
        return Tokens(patches.reshape(rows * cols, dimension), GridLayout(rows, cols))

    def differentiable(self, prepared: Pixels) -> ForwardPass:
        """A grid through the torch twin of the visual stream; torch is imported here.

        Raises
        ------
        SpaceError
            If the weights were not read from a folder.
        """
        import torch

        if self._folder is None:
            raise SpaceError("This encoder does not know the folder of its weights.")
        if self._twin is None:
            from explorer.encoders.starter.torch_towers import load_vision

            self._twin = load_vision(self._folder, "cpu")
        twin = self._twin
        pixels = torch.from_numpy(np.array(prepared[np.newaxis]))
        rows, cols = (length // STRIDE for length in prepared.shape[:2])

        def forward() -> Any:
            return twin(pixels).vector[0]

        return ForwardPass(twin, forward, GridLayout(rows, cols), last_map=twin.last_map)

    def close(self) -> None:
        """Give back the network's memory."""
        self._tower.close()
        self._twin = None


class TextEncoder(Encoder):
    """Texts to vectors and words."""

    content: ClassVar[str] = "text"
    gives_tokens = True

    def __init__(
        self, tower: Tower, tokenizer: Path, manifest: StarterManifest, batch_size: int
    ) -> None:
        self._tower = tower
        self.dimension = manifest.dimension
        self.revision = manifest.revision
        self.batch_size = batch_size
        self._preparation = WholeText(manifest.limit)
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.enable_truncation(manifest.limit)
        self._tokenizer.no_padding()

    def preparation(self, purpose: Purpose = "vector") -> Preparation:
        """The text as it is."""
        return self._preparation

    def encode(self, inputs: Sequence[str]) -> Vectors:
        """Texts (n) to vectors: float32 (n, d), unit length."""
        encodings = self._tokenizer.encode_batch_fast(list(inputs))
        vectors = np.empty((len(inputs), self.dimension), np.float32)
        for rows in _alike_in_length(encodings):
            ids, mask = _padded([encodings[row] for row in rows])
            (vectors[rows],) = self._tower.run(["vector"], ids=ids, mask=mask)
        return vectors

    def encode_tokens(self, inputs: Sequence[str]) -> list[Tokens]:
        """Texts (n) to one vector per word, with the characters it spans."""
        return [self._words(text) for text in inputs]

    def _words(self, text: str) -> Tokens:
        encoding = self._tokenizer.encode(text)
        ids, mask = _padded([encoding])
        rows, whole = self._tower.run(["pieces", "vector"], ids=ids, mask=mask)
        pieces = [
            Piece(row, start, end)
            for row, ((start, end), added) in enumerate(
                zip(encoding.offsets, encoding.special_tokens_mask, strict=True)
            )
            if not added
        ]
        return replace(words_of(text, pieces, rows[0]), whole=whole[0])

    def close(self) -> None:
        """Give back the network's memory."""
        self._tower.close()


def _alike_in_length(encodings: Sequence[Encoding]) -> list[list[int]]:
    """Rows in groups whose padding is at most a third of what the longest needs."""
    order = sorted(range(len(encodings)), key=lambda row: len(encodings[row]))
    groups: list[list[int]] = []
    shortest = 0
    for row in order:
        length = len(encodings[row])
        if not groups or length > 1.5 * shortest + 4:
            groups.append([])
            shortest = length
        groups[-1].append(row)
    return groups


def _padded(encodings: Sequence[Encoding]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Ids and mask of one batch: int64 (n, longest)."""
    longest = max(len(encoding) for encoding in encodings)
    ids = np.zeros((len(encodings), longest), np.int64)
    mask = np.zeros_like(ids)
    for row, encoding in enumerate(encodings):
        ids[row, : len(encoding)] = encoding.ids
        mask[row, : len(encoding)] = 1
    return ids, mask
