"""What can be told of a file before a plugin opens it, and why a file cannot be opened."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from blake3 import blake3

from explorer.core.errors import MediaError
from explorer.core.wording import Wording

HEAD_BYTES = 64
MAX_REASON = 400

_BLOCK_BYTES = 1 << 20
_MACOS_DATALESS = 0x40000000
# FILE_ATTRIBUTE_OFFLINE, _RECALL_ON_OPEN, _RECALL_ON_DATA_ACCESS
_WINDOWS_ELSEWHERE = 0x1000 | 0x40000 | 0x400000
_KINDS = (
    (stat.S_ISDIR, Wording("it is a folder, not a file")),
    (stat.S_ISFIFO, Wording("it is a pipe, not a file")),
    (stat.S_ISSOCK, Wording("it is a socket, not a file")),
    (stat.S_ISCHR, Wording("it is a device, not a file")),
    (stat.S_ISBLK, Wording("it is a device, not a file")),
)


def check_file(path: Path) -> os.stat_result:
    """Make sure that opening a file neither hangs nor downloads it.

    Raises
    ------
    MediaError
        If it is missing, empty, not a regular file, or a placeholder of a cloud drive.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise MediaError(path, _missing(path, error)) from None
    except ValueError:  # a NUL in the name
        raise MediaError(path, "no file can have this name") from None
    for is_kind, reason in _KINDS:
        if is_kind(status.st_mode):
            raise MediaError(path, reason)
    if _is_elsewhere(status):
        raise MediaError(path, "it is only in the cloud; make it available offline first")
    if status.st_size == 0:
        raise MediaError(path, "it is empty")
    return status


def read_head(path: Path) -> bytes:
    """The first `HEAD_BYTES` bytes of a file.

    Raises
    ------
    MediaError
        If it cannot be opened.
    """
    try:
        with path.open("rb", buffering=0) as file:
            return file.read(HEAD_BYTES)
    except OSError as error:
        raise MediaError(path, describe(error)) from None


def hash_file(path: Path) -> str:
    """BLAKE3 of a file's bytes, hexadecimal.

    Raises
    ------
    MediaError
        If it cannot be read.
    """
    digest = blake3()
    try:
        with path.open("rb", buffering=0) as file:
            while block := file.read(_BLOCK_BYTES):
                digest.update(block)
    except OSError as error:
        raise MediaError(path, describe(error)) from None
    return digest.hexdigest()


def describe(error: BaseException) -> Wording:
    """An exception as the end of a sentence about a file."""
    if isinstance(error, MediaError):
        short = " ".join(error.reason.split())[:MAX_REASON]
        return error.reason if short == error.reason else Wording(short)
    if isinstance(error, MemoryError):
        return Wording("it needs more memory than one file may take")
    if isinstance(error, FileNotFoundError):
        return Wording("it does not exist any more")
    if isinstance(error, PermissionError):
        return Wording("it may not be read; change its permissions")
    if isinstance(error, OSError) and error.strerror:
        return Wording("it cannot be read ({reason})", reason=error.strerror.lower())
    detail = " ".join(str(error).split())[:MAX_REASON]
    reason = f"{type(error).__name__}: {detail}" if detail else type(error).__name__
    return Wording("it cannot be read ({reason})", reason=reason)


def _missing(path: Path, error: OSError) -> Wording:
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return Wording("it is a link to a file that does not exist")
    return describe(error)


def _is_elsewhere(status: os.stat_result) -> bool:
    flags = getattr(status, "st_flags", 0)
    attributes = getattr(status, "st_file_attributes", 0)
    return bool(flags & _MACOS_DATALESS or attributes & _WINDOWS_ELSEWHERE)
