"""The correction of a collection's space, in one file: written whole or not at all."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from explorer.core.correction import Affine, Correction
from explorer.store.failing import writing_to
from explorer.store.folder import replace_file
from explorer.store.schema import space_name

FOLDER = "corrections"


class CorrectionFile:
    """Keeps the correction of one space in a collection's folder.

    What is kept counts only for vectors of the encoders it was fitted on.

    Parameters
    ----------
    folder
        The collection's folder.
    """

    def __init__(self, folder: Path, space_id: str) -> None:
        self._folder = folder / FOLDER
        self._file = self._folder / f"{space_name(space_id)}.npz"
        self._known: tuple[tuple[int, int], Correction | None, dict[str, str]] | None = None

    def read(self, encoders: Mapping[str, str]) -> Correction | None:
        """The kept correction; None where there is none for these encoders, or it is damaged."""
        try:
            status = self._file.stat()
        except OSError:
            self._known = None
            return None
        stamp = status.st_mtime_ns, status.st_size
        if self._known is None or self._known[0] != stamp:
            self._known = (stamp, *_read(self._file))
        _, correction, fitted_for = self._known
        return correction if fitted_for == dict(encoders) else None

    def write(self, correction: Correction | None, encoders: Mapping[str, str]) -> None:
        """Keep a correction for these encoders, or none any more.

        Raises
        ------
        CollectionError
            If it cannot be written.
        """
        with writing_to(self._folder):
            if correction is None:
                self._file.unlink(missing_ok=True)
                return
            self._folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._file, _packed(correction, encoders))


def _packed(correction: Correction, encoders: Mapping[str, str]) -> bytes:
    about = {
        "method": correction.method,
        "fitted_on": dict(correction.fitted_on),
        "encoders": dict(encoders),
        "kinds": list(correction.parts),
    }
    arrays: dict[str, Any] = {"about": np.frombuffer(json.dumps(about).encode(), np.uint8)}
    for place, part in enumerate(correction.parts.values()):
        arrays[f"mean_{place}"] = part.mean
        if part.matrix is not None:
            arrays[f"matrix_{place}"] = part.matrix
    written = io.BytesIO()
    np.savez(written, **arrays)
    return written.getvalue()


def _read(file: Path) -> tuple[Correction | None, dict[str, str]]:
    try:
        with np.load(io.BytesIO(file.read_bytes()), allow_pickle=False) as stored:
            about = json.loads(stored["about"].tobytes())
            parts = {
                kind: Affine(
                    stored[f"mean_{place}"],
                    stored.get(f"matrix_{place}"),
                )
                for place, kind in enumerate(about["kinds"])
            }
        return Correction(about["method"], parts, about["fitted_on"]), about["encoders"]
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile):
        return None, {}  # as if nothing had been applied; applying it anew replaces the file
