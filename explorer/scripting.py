"""The Python face of Explorer: ``load_space`` and ``open_collection``."""

from __future__ import annotations

import atexit
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from explorer.app import App, home_folder
from explorer.collection.collection import Collection
from explorer.core.similarity import Vectors
from explorer.core.tokens import Tokens
from explorer.encoders.space import Space
from explorer.lenses.word_patch import Explanation, explain_picture
from explorer.media.decoder import Decoder
from explorer.media.preparation import AsIs


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
        preparation = self.space.encoder(modality).preparation()
        prepared = [self._prepared(modality, one, preparation) for one in inputs]
        return self.space.encode_prepared(modality, prepared)

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

    def encode_tokens(self, modality: str, inputs: Sequence[Any]) -> list[Tokens]:
        """Token vectors (t, d) and layout of each input; see `encode`."""
        encoder = self.space.encoder(modality)
        preparation = encoder.preparation("tokens")
        prepared = [self._prepared(modality, one, preparation) for one in inputs]
        return encoder.encode_tokens(prepared)

    def explain(
        self, path: str | Path, words: str, method: str = "late-interaction"
    ) -> Explanation:
        """Which word meets which patch of a picture.

        Raises
        ------
        MediaError
            If the picture cannot be opened.
        SpaceError
            If the space gives no tokens, or the method is not known.
        """
        picture = self._decoder.content(Path(path), "image", AsIs())
        return explain_picture(self.space, picture, words, method)

    def _prepared(self, modality: str, one: Any, preparation: Any) -> Any:
        if modality != "text" and isinstance(one, str | Path):
            return self._decoder.content(Path(one), modality, preparation)
        return preparation(one)


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
