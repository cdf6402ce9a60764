"""From examples to pairs: splits, texts, and prototypes of what the classifier knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer
from torch.nn import functional as F

from explorer.align import Pairs
from explorer.core.similarity import normalise
from explorer.encoders.starter.architecture import WIDTH
from explorer.encoders.starter.onnx_towers import OnnxTower
from explorer.encoders.starter.words import Piece, words_of
from starter_training.sources import Example

Floats = NDArray[np.float32]

HELD_OUT = 500
FEW_USES = 5
PROTOTYPE_VIEWS = 2
PROTOTYPE_STEPS = 80
PROTOTYPE_PULL = 0.01
FEATURES = 1280
LONGEST_TEXT = 48
WORDS = 5


@dataclass
class Said:
    """Texts with their row in a table of vectors."""

    rows: dict[str, int] = field(default_factory=dict)

    def row(self, text: str) -> int:
        """The row of a text, a new one where it is not known."""
        return self.rows.setdefault(text, len(self.rows))

    def table(self, folder: Path, path: Path) -> tuple[Floats, NDArray[np.float16]]:
        """Frozen vectors of all texts, unit length, and of their first words.

        float32 (m, 384) and float16 (m, `WORDS`, 384), zero where there is no word. What was
        made before is read from `path`, and what is new is added there.
        """
        texts = list(self.rows)
        vectors = np.zeros((len(texts), WIDTH), np.float32)
        words = np.zeros((len(texts), WORDS, WIDTH), np.float16)
        new = set(range(len(texts)))
        if path.exists():
            with np.load(path) as file:
                kept = {name: file[name] for name in ("texts", "vectors", "words")}
            for row, text in enumerate(kept["texts"].tolist()):
                place = self.rows.get(text)
                if place is not None:
                    vectors[place], words[place] = kept["vectors"][row], kept["words"][row]
                    new.discard(place)
        if new:
            rows = sorted(new, key=lambda row: len(texts[row]))
            vectors[rows], words[rows] = encoded([texts[row] for row in rows], folder)
            np.savez(path, texts=np.array(texts), vectors=vectors, words=words)
        return vectors, words


def encoded(texts: Sequence[str], folder: Path) -> tuple[Floats, NDArray[np.float16]]:
    """Texts in order of their length to what `Said.table` tells."""
    tower = OnnxTower(folder / "text.onnx", threads=1)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(LONGEST_TEXT)
    tokenizer.enable_padding()
    vectors = np.empty((len(texts), WIDTH), np.float32)
    words = np.zeros((len(texts), WORDS, WIDTH), np.float16)
    for start in range(0, len(texts), 32):
        encodings = tokenizer.encode_batch(list(texts[start : start + 32]))
        ids = np.array([encoding.ids for encoding in encodings])
        mask = np.array([encoding.attention_mask for encoding in encodings])
        whole, pieces = tower.run(["vector", "pieces"], ids=ids, mask=mask)
        vectors[start : start + 32] = whole[:, :WIDTH]
        for place, (encoding, vector) in enumerate(zip(encodings, pieces, strict=True), start):
            found = words_of(texts[place], _pieces(encoding), vector[:, :WIDTH]).vectors[:WORDS]
            words[place, : len(found)] = found
            if not len(found):  # nothing but signs
                words[place, 0] = vectors[place]
    tower.close()
    return normalise(vectors), words


def _pieces(encoding: Encoding) -> list[Piece]:
    marks = zip(encoding.offsets, encoding.special_tokens_mask, strict=True)
    return [Piece(place, *span) for place, (span, added) in enumerate(marks) if not added]


@dataclass(frozen=True)
class Split:
    """Rows of the examples: to train on, to choose settings on, to measure on once."""

    train: NDArray[np.int64]
    dev: NDArray[np.int64]
    test: NDArray[np.int64]


def split(examples: Sequence[Example], fingerprints: NDArray[np.uint8], seed: int) -> Split:
    """Hold out 500 and 500 drawings of Open Clip Art.

    Pictures that look almost the same, by fingerprint, are in one group, and a group is on one
    side: none of the training pictures looks like a held-out one, of whichever source.
    """
    group = groups(fingerprints)
    uses = Counter(example.title for example in examples if example.source == "openclipart")
    chance = np.random.default_rng(seed)
    sides: list[list[int]] = [[], []]
    taken: dict[int, int] = {}
    for row in chance.permutation(len(examples)):
        example = examples[row]
        wanted = example.source == "openclipart" and uses[example.title] <= FEW_USES
        if not wanted or group[row] in taken:
            continue
        side = int(len(sides[0]) >= HELD_OUT)
        if len(sides[side]) == HELD_OUT:
            break
        sides[side].append(int(row))
        taken[int(group[row])] = side
    train = [row for row in range(len(examples)) if int(group[row]) not in taken]
    return Split(*(np.asarray(rows, np.int64) for rows in (train, *sides)))


def groups(fingerprints: NDArray[np.uint8]) -> NDArray[np.int64]:
    """A number per picture (n,), the same for pictures whose fingerprints are almost the same.

    Two bits and a twenty-fifth of those that are set may differ: a sparse drawing sets few.
    """
    words = np.ascontiguousarray(fingerprints).view(np.uint64)
    weight = np.bitwise_count(words).sum(axis=1)
    parent = np.arange(len(words))

    def root(row: int) -> int:
        while parent[row] != row:
            parent[row] = parent[parent[row]]
            row = parent[row]
        return int(row)

    for row in range(len(words) - 1):
        off = np.bitwise_count(words[row + 1 :] ^ words[row]).sum(axis=1)
        most = 2 + (weight[row + 1 :] + weight[row]) / 25
        for other in np.flatnonzero(off <= most) + row + 1:
            parent[root(int(other))] = root(row)
    return np.asarray([root(row) for row in range(len(words))])


def said_of(example: Example, texts: Said) -> list[int]:
    """Rows of the texts that a picture is paired with, its title first."""
    title, keywords = example.title, example.keywords
    said = [title]
    if keywords:
        said.append(f"{title}, {', '.join(keywords[:3])}")
        said += keywords[:5]
    return [texts.row(text) for text in dict.fromkeys(said)]


def prototypes(
    weight: Floats, bias: Floats, features: Floats, steps: int = PROTOTYPE_STEPS
) -> NDArray[np.float16]:
    """Features that the classifier is sure of, several per class: float16 (1000, views, d).

    They stand in for the photos it was trained on. Each is found by gradient descent from the
    features of some real picture: the cross-entropy of the class, and a Mahalanobis pull to where
    it began, so that the other blocks' features and the unimportant directions stay natural.

    Parameters
    ----------
    weight, bias
        Of the classifier, (1000, 1280) and (1000,); it reads the last 1,280 features.
    features
        float32 (n, d): of real pictures.
    """
    chance = np.random.default_rng(0)
    classes = len(bias)
    mean = features.mean(axis=0)
    off = torch.from_numpy(features - mean)
    spread = off.T @ off / len(off)
    spread += 0.1 * spread.diagonal().mean() * torch.eye(len(mean))
    # In whitened coordinates the pull is a plain distance.
    root = torch.linalg.cholesky(spread)
    read = torch.from_numpy(weight) @ root[-FEATURES:]
    start = torch.from_numpy(mean)
    found = []
    for _ in range(PROTOTYPE_VIEWS):
        begin = off[torch.from_numpy(chance.choice(len(off), classes))] * 0.7
        white = torch.linalg.solve_triangular(root, begin.T, upper=False).T
        shift = torch.zeros_like(white, requires_grad=True)
        optimiser = torch.optim.Adam([shift], lr=0.05)
        level = start[-FEATURES:] @ torch.from_numpy(weight).T + torch.from_numpy(bias)
        for _ in range(steps):
            logits = (white + shift) @ read.T + level
            loss = F.cross_entropy(logits, torch.arange(classes), reduction="sum")
            loss = loss + PROTOTYPE_PULL * shift.square().sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        values = (white + shift.detach()) @ root.T + start
        values[:, -FEATURES:] = values[:, -FEATURES:].clamp(0, 6)
        found.append(values.numpy().astype(np.float16))
    return np.stack(found, axis=1)


def pairs_of(
    examples: Sequence[Example],
    views: Sequence[NDArray[np.float16]],
    places: NDArray[np.float16],
    chances: NDArray[np.float16],
    texts: Said,
    weights: dict[str, float],
) -> Pairs:
    """Pairs from examples of several sources, each with its own number of views."""
    most = max(len(one) for one in views)
    features = np.stack([one[np.arange(most) % len(one)] for one in views])
    share = np.asarray([weights.get(example.source, 1.0) for example in examples])
    said = [said_of(example, texts) for example in examples]
    return Pairs(features, said, 0.5, share, places, chances)
