"""Walks folders: every file once, in the same order each time, and never in a circle.

Files and folders whose name begins with a dot are the system's or a program's own and are not
counted. A linked file is read at its link's place. A linked folder is walked where its target is
outside what is indexed; inside, it is found at its own place anyway.
"""

# str paths: pathlib takes several times as long over a million files
# ruff: noqa: PTH100, PTH111, PTH112, PTH116, PTH119, PTH120
from __future__ import annotations

import errno
import os
import stat
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

REASONS = {
    errno.ELOOP: "it is a link that leads back to itself",
    errno.ENAMETOOLONG: "its path is too long for this system; move it up",
    errno.EACCES: "it cannot be read: you have no permission",
    errno.EPERM: "it cannot be read: you have no permission",
    errno.ENOENT: "it is a link to something that is not there",
}


@dataclass(frozen=True, slots=True)
class Found:
    """Something a walk came across.

    Parameters
    ----------
    kind
        ``"file"``; ``"other"`` is nothing that can be opened as media (a pipe, a link to a folder
        that is indexed anyway); ``"failed"`` could not be looked at, for `reason`; ``"blind"``
        likewise, and it is a folder: nothing is known of what is in it.
    """

    path: str
    kind: Literal["file", "other", "failed", "blind"]
    size: int = 0
    modified_ns: int = 0
    reason: str = ""


def distinct_roots(paths: Iterable[str | os.PathLike[str]]) -> list[str]:
    """Absolute paths without those that a walk through the others meets; sorted."""
    wanted = sorted({os.path.abspath(os.path.expanduser(os.fspath(path))) for path in paths})
    roots: set[str] = set()
    for path in wanted:
        above = path
        while not _is_hidden(above) and (parent := os.path.dirname(above)) != above:
            above = parent
            if above in roots and os.path.isdir(above):
                break
        else:
            roots.add(path)
    return sorted(roots)


def is_inside(path: str, folders: Container[str]) -> bool:
    """Whether a path is one of these files and folders or lies in one."""
    above = path
    while above not in folders:
        parent = os.path.dirname(above)
        if parent == above:
            return False
        above = parent
    return True


def _is_hidden(path: str) -> bool:
    return os.path.basename(path).startswith(".")


def walk(roots: Iterable[str], own_folder: str = "") -> Iterator[Found]:
    """Everything in these files and folders (absolute, distinct), sorted by name.

    Parameters
    ----------
    own_folder
        The collection's folder: what is in it is not media.
    """
    walker = _Walker([os.path.realpath(root) for root in roots], os.path.realpath(own_folder))
    for root in roots:
        yield from walker.walk(root)


class _Walker:
    def __init__(self, real_roots: list[str], own_folder: str) -> None:
        self._real_roots = frozenset(real_roots)
        self._own = own_folder
        self._visited: set[tuple[int, int]] = set()

    def walk(self, root: str) -> Iterator[Found]:
        try:
            status = os.stat(root)
        except OSError as error:
            yield _failed(root, error)
            return
        if not stat.S_ISDIR(status.st_mode):
            yield _looked_at(root, status)
            return
        waiting = [root]
        while waiting:
            folder = waiting.pop()
            entries = self._entries(folder)
            if isinstance(entries, Found):
                yield entries
                continue
            folders: list[str] = []
            for entry in entries:
                found = self._look(entry)
                if isinstance(found, str):
                    folders.append(found)
                else:
                    yield found
            waiting.extend(reversed(folders))

    def _entries(self, folder: str) -> list[os.DirEntry[str]] | Found:
        try:
            status = os.stat(folder)
            if (status.st_dev, status.st_ino) in self._visited or self._is_own(folder):
                return []
            self._visited.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as entries:
                visible = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            return _failed(folder, error, "blind")
        return sorted(visible, key=lambda entry: entry.name)

    def _look(self, entry: os.DirEntry[str]) -> Found | str:
        """What an entry is; a path alone is a folder to walk."""
        try:
            status = entry.stat()
        except OSError as error:
            return _failed(entry.path, error)
        if not stat.S_ISDIR(status.st_mode):
            return _looked_at(entry.path, status)
        if not entry.is_symlink():
            return entry.path
        target = os.path.realpath(entry.path)
        if is_inside(os.path.realpath(os.path.dirname(entry.path)), {target}):
            return Found(entry.path, "failed", reason="it is a link back to a folder it is in")
        if is_inside(target, self._real_roots):
            return Found(entry.path, "other")
        return entry.path

    def _is_own(self, folder: str) -> bool:
        return bool(self._own) and os.path.realpath(folder) == self._own


def _looked_at(path: str, status: os.stat_result) -> Found:
    if stat.S_ISREG(status.st_mode):
        return Found(path, "file", status.st_size, status.st_mtime_ns)
    return Found(path, "other")


def _failed(path: str, error: OSError, kind: Literal["failed", "blind"] = "failed") -> Found:
    reason = REASONS.get(error.errno or 0, (error.strerror or "it cannot be read").lower())
    return Found(path, kind, reason=reason)
