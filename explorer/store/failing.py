"""What LanceDB and the system raise, as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from explorer.core.errors import CollectionError

_FULL = ("no space left on device", "os error 28", "errno 28", "disk quota", "file too large")
_REFUSED = ("read-only file system", "permission denied", "os error 13", "os error 30")


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Turn a failure to write in the block into a `CollectionError`."""
    try:
        yield
    # LanceDB raises plain RuntimeError, OSError and ValueError with the cause in the words.
    except (RuntimeError, OSError, ValueError) as error:
        raise _sentence(folder, error) from error


def _sentence(folder: Path, error: Exception) -> CollectionError:
    words = str(error).lower()
    if any(sign in words for sign in _FULL):
        return CollectionError(
            "The disk with {folder} is full. What was stored before is whole; make room "
            "and index again to go on.",
            folder=folder,
        )
    if any(sign in words for sign in _REFUSED):
        return CollectionError(
            "The collection in {folder} cannot be changed: its folder is read-only or "
            "not yours. Searching it works; to index, copy it.",
            folder=folder,
        )
    first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    return CollectionError(
        "The collection in {folder} could not be written: {first}", folder=folder, first=first
    )
