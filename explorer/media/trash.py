"""The system's trash: files go there, and where the system says how, they come back."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, unquote

from explorer.core.errors import MediaError

CLOCK_SECONDS = 2.0
"""Times of deletion are whole seconds."""


@dataclass(frozen=True, slots=True)
class Trashed:
    """A file that went to the trash: where it was, and when."""

    path: str
    when: float


def move_to_trash(path: str | Path) -> Trashed:
    """Put a file into the system's trash.

    Raises
    ------
    MediaError
        If it is not there, is not ours to move, or there is no trash for its drive.
    """
    from send2trash import TrashPermissionError, send2trash

    when = time.time()
    try:
        send2trash(str(path))
    except TrashPermissionError:
        raise MediaError(path, "its drive has no trash that you may write to") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise MediaError(
            path, "it cannot be moved to the trash ({reason})", reason=reason
        ) from None
    return Trashed(str(path), when)


def put_back(file: Trashed) -> None:
    """Take a file out of the trash again, after the specification of freedesktop.org.

    Raises
    ------
    MediaError
        If the trash was emptied, another file has taken its place, or this system does not tell
        programs what is in its trash.
    """
    if sys.platform in ("win32", "darwin"):
        raise MediaError(
            file.path, "open the system's trash and restore it there, then look for changes (F5)"
        )
    target = Path(file.path)
    if os.path.lexists(target):
        raise MediaError(target, "it cannot be put back: another file is in its place now")
    info = _find(file)
    if info is None:
        raise MediaError(target, "it cannot be put back: it is not in the trash any more")
    content = info.parent.parent / "files" / info.name.removesuffix(".trashinfo")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(content, target)
        info.unlink()
    except OSError as error:
        raise MediaError(
            target, "it cannot be put back ({reason})", reason=error.strerror
        ) from None


def _find(file: Trashed) -> Path | None:
    """What the trash noted of a file: the latest note not older than the deletion."""
    found: list[tuple[float, Path]] = []
    for trash, base in _trashes(Path(file.path)):
        stem = quote(os.fsencode(Path(file.path).name))
        for info in (trash / "info").glob("*.trashinfo"):
            try:
                words = info.read_text(encoding="utf-8")
            except (OSError, ValueError):
                continue
            if stem not in words:
                continue
            path, when = _read(words)
            same = os.path.abspath(base / path) == os.path.abspath(file.path)  # noqa: PTH100
            if path and same and when >= file.when - CLOCK_SECONDS:
                found.append((when, info))
    return max(found, default=(0.0, None))[1]


def _read(words: str) -> tuple[str, float]:
    lines = dict(line.split("=", 1) for line in words.splitlines() if "=" in line)
    try:
        when = datetime.fromisoformat(lines.get("DeletionDate", "")).timestamp()
    except ValueError:
        return "", 0.0
    return unquote(lines.get("Path", ""), errors="surrogateescape"), when


def _trashes(path: Path) -> Iterator[tuple[Path, Path]]:
    """Trash folders where a file may be, each with what paths in it are relative to."""
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    yield data / "Trash", data
    top = path.parent
    while top != top.parent and not (top.exists() and os.path.ismount(top)):
        top = top.parent
    yield top / ".Trash" / str(os.getuid()), top
    yield top / f".Trash-{os.getuid()}", top
