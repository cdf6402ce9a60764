"""What was worked out from a collection and can be worked out again: arrays in files of their own.

Neighbours, groups and the like are large, are read and written whole, and are never filtered, so
they need no table. A file is there whole or not at all.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.store.failing import writing_to
from explorer.store.folder import replace_file

Arrays = dict[str, NDArray[Any]]


class KeptArrays:
    """Arrays by name, several under one.

    Parameters
    ----------
    folder
        Where the files are; it is made when the first one is written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> Arrays | None:
        """What was kept under a name; None where nothing was or the file is damaged."""
        try:
            # Opened here: numpy leaves a damaged file open.
            with (
                self._file(name).open("rb") as stream,
                np.load(stream, allow_pickle=False) as stored,
            ):
                return {key: stored[key] for key in stored.files}
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return None

    def write(self, name: str, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Keep arrays under a name, in place of what was there.

        Raises
        ------
        CollectionError
            If they cannot be written.
        """
        content = io.BytesIO()
        np.savez(content, **arrays)  # type: ignore[arg-type]
        with writing_to(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._file(name), content.getvalue())

    def drop(self, name: str) -> None:
        """Keep nothing under a name any more."""
        with writing_to(self._folder):
            self._file(name).unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.npz"
