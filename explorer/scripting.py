"""The Python face of Explorer: ``load_space`` and ``open_collection``."""

from __future__ import annotations

import atexit
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from explorer.api.encoder import Preparation
from explorer.app import App, home_folder
from explorer.collection.collection import Collection
from explorer.core.similarity import Vectors
from explorer.core.tokens import Tokens
from explorer.encoders.space import Space
from explorer.lenses.relations import Relation, relations
from explorer.lenses.word_patch import Explanation, explain_picture, explain_sound
from explorer.media.decoder import Decoder
from explorer.media.preparation import AsIs
from explorer.viewstate.labelled import (
    PairTable,
    RetrievalResult,
    evaluate_retrieval,
    read_pairs,
)
from explorer.viewstate.word_norms import AxesResult, evaluate_axes, read_words

READ_AHEAD = 96
"""So many files at most are read and wait to be encoded."""


class OpenSpace:
    """A space that reads files itself.

    Parameters
    ----------
    space
        The loaded space.
    decoder
        What opens the files.
    """

    def __init__(self, space: Space, decoder: Decoder) -> None:
        self.space, self._decoder = space, decoder

    @property
    def id(self) -> str:
        """Name of the space."""
        return self.space.id

    @property
    def dimension(self) -> int:
        """Number of components of its vectors."""
        return self.space.dimension

    @property
    def modalities(self) -> tuple[str, ...]:
        """What it encodes: ``"image"``, ``"text"``, ..."""
        return tuple(self.space.encoders)

    def encode(self, modality: str, inputs: Sequence[Any]) -> Vectors:
        """Vectors of inputs.

        Parameters
        ----------
        modality
            ``"image"``, ``"text"``, ``"audio"``, ...
        inputs
            Paths of files (or decoded content: uint8 RGB arrays, `Sound`); words for ``"text"``.

        Returns
        -------
        float32 (n, d), unit length.

        Raises
        ------
        MediaError
            If a file cannot be opened.
        SpaceError
            If the space has no such encoder.
        """
        encoder = self.space.encoder(modality)
        preparation = encoder.preparation()
        vectors: list[Vectors] = []
        batch: list[Any] = []
        for prepared in self._read_ahead(modality, inputs, preparation):
            batch.append(prepared)
            if len(batch) >= encoder.batch_size:
                vectors.append(self.space.encode_prepared(modality, batch))
                batch = []
        vectors.append(self.space.encode_prepared(modality, batch))
        return np.concatenate(vectors)

    def _read_ahead(
        self, modality: str, inputs: Sequence[Any], preparation: Preparation
    ) -> Iterator[Any]:
        """Prepared inputs in their order; files are read while earlier ones are encoded."""
        waiting: deque[Any] = deque()
        for one in inputs:
            if modality != "text" and isinstance(one, str | Path):
                waiting.append(self._decoder.submit_content(Path(one), modality, preparation))
            else:
                waiting.append(preparation(one))
            if len(waiting) >= READ_AHEAD:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())

    def encode_files(self, paths: Sequence[str | Path]) -> Vectors:
        """Vectors of files of any kind, by what each of them is; see `encode`."""
        vectors = np.empty((len(paths), self.dimension), np.float32)
        kinds: dict[str, list[int]] = {}
        for position, path in enumerate(paths):
            content = self._decoder.content_kind(Path(path))
            kinds.setdefault(content, []).append(position)
        for content, positions in kinds.items():
            vectors[positions] = self.encode(content, [paths[one] for one in positions])
        return vectors

    def content_kind(self, path: Path) -> str:
        """What encodes a file: ``"image"``, ``"text"``, ...; raises `MediaError` for no media."""
        return self._decoder.content_kind(path)

    def reads(self, name: str) -> bool:
        """Whether a file of this name would be opened as media."""
        return self._decoder.reads_suffix(Path(name).suffix.lower())

    def evaluate_retrieval(self, pairs: str | Path | Sequence[tuple[str, str]]) -> RetrievalResult:
        """How well what belongs together finds each other: recall and median rank, both ways.

        Parameters
        ----------
        pairs
            A CSV file with the columns a and b, or pairs; paths or texts. A picture with five
            captions is asked once and has five right answers.

        Raises
        ------
        QueryError
            If the table is not usable.
        MediaError
            If a file cannot be opened.
        """
        if isinstance(pairs, str | Path):
            table = read_pairs(pairs)
        else:
            table = PairTable([a for a, _ in pairs], [b for _, b in pairs], Path())
        return evaluate_retrieval(self, table)

    def evaluate_axes(self, words: str | Path) -> AxesResult:
        """Principal axes of word vectors against human norms, and category silhouette.

        Parameters
        ----------
        words
            A CSV file with the columns category, word, concreteness and common; words that are
            not common are left out.

        Raises
        ------
        QueryError
            If the table is not usable.
        """
        return evaluate_axes(self, read_words(words))

    def encode_tokens(self, modality: str, inputs: Sequence[Any]) -> list[Tokens]:
        """Token vectors (t, d) and layout of each input; see `encode`."""
        encoder = self.space.encoder(modality)
        preparation = encoder.preparation("tokens")
        prepared = [self._prepared(modality, one, preparation) for one in inputs]
        return encoder.encode_tokens(prepared)

    def explain(
        self, path: str | Path, words: str, method: str = "late-interaction"
    ) -> Explanation:
        """Which word meets which patch of a picture, or which part of a sound.

        Raises
        ------
        MediaError
            If the file cannot be opened.
        SpaceError
            If the space cannot serve the method.
        QueryError
            If there are no words, or the method is not known.
        """
        path = Path(path)
        if self._decoder.content_kind(path) == "audio":
            sound = self._decoder.content(path, "audio", AsIs())
            return explain_sound(self.space, sound, words, method)
        picture = self._decoder.content(path, "image", AsIs())
        return explain_picture(self.space, picture, words, method)

    def relations(self, path: str | Path, words: Sequence[str]) -> list[Relation]:
        """How the things that words name are related in a picture, the most certain first.

        Raises
        ------
        MediaError
            If the picture cannot be opened.
        SpaceError
            If the space was not trained on relations.
        """
        return relations(self.space, self._decoder.content(Path(path), "image", AsIs()), words)

    def weak_below(self, modality: str, asked: str = "text") -> float | None:
        """The cosine under which a hit is a guess; see `Space.weak_below`."""
        return self.space.weak_below(modality, asked)

    def _prepared(self, modality: str, one: Any, preparation: Any) -> Any:
        if modality != "text" and isinstance(one, str | Path):
            return self._decoder.content(Path(one), modality, preparation)
        return preparation(one)


def _result(waiting: Any) -> Any:
    return waiting.result() if isinstance(waiting, Future) else waiting


@cache
def _app(home: Path) -> App:
    app = App(home)
    atexit.register(app.close)
    return app


def load_space(space: str | Path = "starter", *, home: str | Path | None = None) -> OpenSpace:
    """Load a space.

    Parameters
    ----------
    space
        Its id, the folder of a checkpoint, or a hub name that is on this machine.

    Raises
    ------
    SpaceError
        If there is no such space, or its folder cannot be used.
    """
    app = _app(home_folder(home))
    return OpenSpace(app.spaces.load(str(space)), app.decoder)


def open_collection(name: str | Path, *, home: str | Path | None = None) -> Collection:
    """Open a collection by its name or folder; a new one is made where there is none.

    Raises
    ------
    CollectionError
        If it is damaged or was written by a newer Explorer.
    """
    return _app(home_folder(home)).library.open(name, create=True)
