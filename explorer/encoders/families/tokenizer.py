"""The checkpoint's own tokenizer: texts to batches of numbers, and back to their letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from blake3 import blake3
from numpy.typing import NDArray

from explorer.core.errors import SpaceError
from explorer.encoders.families.family import Padding
from explorer.encoders.families.network import first_line, quiet_transformers
from explorer.encoders.families.text_cleaning import Cleaning, cleaned
from explorer.encoders.starter.words import Piece

_VOCABULARIES = ("tokenizer.json", "vocab.json", "vocab.txt", "spiece.model", "tokenizer.model",
                 "sentencepiece.bpe.model")  # fmt: skip
_FILES = (*_VOCABULARIES, "merges.txt", "tokenizer_config.json", "special_tokens_map.json",
          "added_tokens.json")  # fmt: skip
_UNLIMITED = 1_000_000


@dataclass(frozen=True, slots=True)
class OwnTokens:
    """The preparation of texts: they stay what they are until a batch is encoded.

    Parameters
    ----------
    tokenizer
        Hash of its files.
    limit
        Tokens that are seen of a text; the rest of a longer one is not.
    padding
        Texts are filled up to the longest of a batch, or all to the limit.
    lower, prompt
        What is done to a text first.
    """

    tokenizer: str
    limit: int
    padding: Padding = "longest"
    lower: bool = False
    prompt: str = ""

    def __call__(self, content: str) -> str:
        """Text to text."""
        return content


@dataclass(frozen=True, slots=True)
class CleanedTokens(OwnTokens):
    """The same of a family that does something to a text first."""

    cleaning: Cleaning = ""


class OwnTokenizer:
    """The tokenizer in a checkpoint's folder, read at first use.

    Parameters
    ----------
    limit
        The most tokens that the network has places for.

    Raises
    ------
    SpaceError
        If the folder has none.
    """

    def __init__(
        self,
        folder: Path,
        limit: int,
        padding: Padding = "longest",
        *,
        lower: bool = False,
        prompt: str = "",
        cleaning: Cleaning = "",
    ) -> None:
        if not any((folder / name).is_file() for name in _VOCABULARIES):
            # Asked for it, transformers would make one up that knows no words.
            raise SpaceError(
                "{folder} has no tokenizer for its texts: there is no tokenizer.json or other "
                "vocabulary. Fetch that file too.",
                folder=folder,
            )
        self._folder, self._limit = folder, limit
        self._padding, self._lower, self._prompt = padding, lower, prompt
        self._cleaning: Cleaning = cleaning
        self._read: Any = None

    @property
    def preparation(self) -> OwnTokens:
        """What a text's vector depends on beside the weights."""
        digest = _digest(self._folder)
        said = (digest, self._limit, self._padding, self._lower, self._prompt)
        return CleanedTokens(*said, self._cleaning) if self._cleaning else OwnTokens(*said)

    def close(self) -> None:
        """Give back its memory."""
        self._read = None

    def batches(self, texts: Sequence[str]) -> list[tuple[list[int], dict[str, NDArray[np.int64]]]]:
        """Texts in batches of like length: the texts' positions, and arrays (n, length)."""
        if not texts:
            return []
        encoded = self._encoded([self._shaped(text) for text in texts])
        ids = encoded["input_ids"]
        by_length: dict[int, list[int]] = {}
        for position in range(len(texts)):
            # Lengths are rounded up, so that a batch falls into a few parts with little padding.
            by_length.setdefault(-(-len(ids[position]) // 16), []).append(position)
        return [
            (chosen, {name: self._padded(name, [rows[one] for one in chosen])
                      for name, rows in encoded.items()})
            for _, chosen in sorted(by_length.items())
        ]  # fmt: skip

    def pieces(self, text: str) -> list[Piece]:
        """Which row of a text's tokens spans which of its letters; special ones span none.

        Raises
        ------
        SpaceError
            If the tokenizer cannot tell.
        """
        shaped, before = self._shaped(text), len(self._prompt)
        places = cleaned(text, self._cleaning)[1]
        last = len(places) - 1  # some letters become two in lower case
        offsets = self._encoded([shaped], return_offsets_mapping=True)["offset_mapping"][0]
        return [
            Piece(row, places[min(start - before, last)], places[min(end - before - 1, last)] + 1)
            for row, (start, end) in enumerate(offsets)
            if end > start and start >= before
        ]

    @property
    def gives_offsets(self) -> bool:
        """Whether it can tell which letters a token spans."""
        return bool(self._tokenizer.is_fast)

    def _shaped(self, text: str) -> str:
        text = cleaned(text, self._cleaning)[0]
        return self._prompt + (text.lower() if self._lower else text)

    def _encoded(self, texts: list[str], **options: Any) -> dict[str, Any]:
        padding = "max_length" if self._padding == "max_length" else False
        tokenizer = self._tokenizer  # tells its limit when it is read
        try:
            return dict(
                tokenizer(
                    texts, truncation=True, max_length=self._limit, padding=padding, **options
                )
            )
        # The Rust library raises plain exceptions for words its vocabulary cannot spell.
        except Exception as error:
            raise SpaceError(
                "The tokenizer of {folder} failed: {reason} Fetch its tokenizer files again.",
                folder=self._folder,
                reason=first_line(error),
            ) from error

    def _padded(self, name: str, rows: list[list[int]]) -> NDArray[np.int64]:
        values = {"input_ids": self._pad_id, "token_type_ids": self._tokenizer.pad_token_type_id}
        longest = max(1, max(map(len, rows)))
        padded = np.full((len(rows), longest), values.get(name, 0), np.int64)
        for row, numbers in enumerate(rows):
            if self._tokenizer.padding_side == "left":
                padded[row, longest - len(numbers) :] = numbers
            else:
                padded[row, : len(numbers)] = numbers
        return padded

    @property
    def _pad_id(self) -> int:
        known = (self._tokenizer.pad_token_id, self._tokenizer.eos_token_id, 0)
        return int(next(number for number in known if number is not None))

    @property
    def _tokenizer(self) -> Any:
        if self._read is None:
            self._read = _read_tokenizer(self._folder)
            stated = int(min(self._read.model_max_length, _UNLIMITED))
            self._limit = min(self._limit, stated) if self._limit else min(stated, 512)
        return self._read


def _read_tokenizer(folder: Path) -> Any:
    from transformers import AutoTokenizer

    with quiet_transformers():
        try:
            return AutoTokenizer.from_pretrained(
                str(folder), local_files_only=True, trust_remote_code=False
            )
        # Its readers raise whatever their libraries do, panics of the Rust ones included.
        except Exception as error:
            raise SpaceError(
                "The tokenizer of {folder} cannot be read: {reason} Fetch its tokenizer files "
                "again.",
                folder=folder,
                reason=first_line(error),
            ) from error


def _digest(folder: Path) -> str:
    hasher = blake3()
    for name in _FILES:
        path = folder / name
        if path.is_file():
            hasher.update(name.encode() + b"\0" + path.read_bytes())
    return hasher.hexdigest()[:16]
