"""Looks at what is there before anything is read: new, changed, moved, gone."""

# str paths: pathlib takes several times as long over a million files
# ruff: noqa: PTH110, PTH119, PTH120, PTH123
from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
from blake3 import blake3

from explorer.collection.known_files import KnownFiles, Positions
from explorer.collection.scanner import Found, is_inside, walk
from explorer.core.errors import CollectionError

NOTHING: Positions = np.empty(0, np.int64)
_LOOKS_BETWEEN_CHECKS = 64


@dataclass(frozen=True, slots=True)
class FileToRead:
    """A file that has to be decoded, and the positions of the items it had before."""

    found: Found
    known: Positions


@dataclass(frozen=True, slots=True)
class SameFile:
    """A file that needs no decoding: touched, moved or back again."""

    found: Found
    known: Positions
    moved_from: str = ""


@dataclass
class Survey:
    """What a walk through files and folders has shown.

    Parameters
    ----------
    files
        Number of files and other entries that were come across.
    unchanged
        Number of items whose file is as it was.
    revived
        Positions of those that had been marked as removed.
    to_compare
        Files that are known but have another time, another size or other vectors.
    new
        Files at paths that are not known.
    other, failed
        What is no file, and what could not be looked at.
    """

    files: int = 0
    unchanged: int = 0
    revived: list[int] = field(default_factory=list)
    to_compare: list[FileToRead] = field(default_factory=list)
    new: list[Found] = field(default_factory=list)
    other: int = 0
    failed: list[Found] = field(default_factory=list)


class Surveyor:
    """Compares what is there with what was stored.

    Parameters
    ----------
    known
        What was stored; whatever is come across is marked as seen in it.
    folders
        Folders that were indexed before: an item of one that is not there now (a drive that is
        not connected) has not moved.
    full_hash
        Read every file to see whether it changed, whatever its time.
    check
        Called often; may raise `Cancelled`.
    """

    def __init__(
        self,
        known: KnownFiles,
        folders: Iterable[str],
        *,
        full_hash: bool = False,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        self._known = known
        self._absent = {folder for folder in folders if not os.path.exists(folder)}
        self._full_hash = full_hash
        self._check = check

    def look(
        self,
        roots: list[str],
        own_folder: str,
        progress: Callable[[int, str], None] = lambda count, path: None,
    ) -> Survey:
        """Walk through files and folders."""
        survey = Survey()
        for found in walk(roots, own_folder):
            survey.files += 1
            if survey.files % _LOOKS_BETWEEN_CHECKS == 0:
                self._check()
                progress(survey.files, found.path)
            self._sort(found, survey)
        return survey

    def _sort(self, found: Found, survey: Survey) -> None:
        known = self._known
        positions = known.at_path(found.path)
        known.seen[positions] = True
        if found.kind == "other":
            survey.other += 1
        elif found.kind != "file":
            survey.failed.append(found)
        elif not len(positions):
            survey.new.append(found)
        else:
            alive = known.alive(positions, found)
            if known.is_same(alive, found) and not self._full_hash:
                survey.unchanged += len(alive)
                survey.revived.extend(alive[~known.present[alive]].tolist())
            else:
                survey.to_compare.append(FileToRead(found, positions))

    def compare(self, survey: Survey) -> Iterator[FileToRead | SameFile]:
        """What has to be read, and what turned out to be the same; hashes files as it goes."""
        for file in survey.to_compare:
            self._check()
            alive = self._known.alive(file.known, file.found)
            same = self._known.is_whole(alive) and self._has_hash(file.found, int(alive[0]))
            yield SameFile(file.found, alive) if same else file
        for found in survey.new:
            self._check()
            source = self._moved_from(found)
            yield FileToRead(found, NOTHING) if source is None else source

    def _has_hash(self, found: Found, position: int) -> bool:
        same_size = found.size == self._known.size[position]
        before = self._known.file_hash(position)
        return bool(same_size and before and hash_of(found.path, self._check) == before)

    def _moved_from(self, found: Found) -> SameFile | None:
        """The file that is now here: the same content, whose old path is gone."""
        known = self._known
        candidates = known.at_size(found.size)
        candidates = candidates[~known.seen[candidates]]
        if not len(candidates):
            return None
        by_path: dict[str, list[int]] = {}
        for position in candidates:
            by_path.setdefault(known.path(position), []).append(int(position))
        gone = [path for path in by_path if self._is_gone(path)]
        content = hash_of(found.path, self._check) if gone else ""
        name = os.path.basename(found.path)
        for path in sorted(gone, key=lambda one: (os.path.basename(one) != name, one)):
            positions = np.array(by_path[path], np.int64)
            if content and known.file_hash(positions[0]) == content and known.is_whole(positions):
                known.seen[positions] = True
                return SameFile(found, positions, path)
        return None

    def _is_gone(self, path: str) -> bool:
        if is_inside(os.path.dirname(path), self._absent):
            return False
        if path in self._absent and not os.path.exists(os.path.dirname(path)):
            return False
        return not os.path.lexists(path)


def reachable_roots(roots: list[str]) -> tuple[list[str], list[Found]]:
    """Which of the files and folders are there, and the others as failures.

    Raises
    ------
    CollectionError
        If none of them is there.
    """
    there = [root for root in roots if os.path.lexists(root)]
    absent = sorted(set(roots) - set(there))
    if absent and not there:
        raise CollectionError(
            "{name} is not there. Check the path, or connect the drive it is on; nothing "
            "was marked as removed.",
            name=absent[0],
        )
    reason = "it is not there; if it is on a drive, connect it. Nothing in it was marked as removed"
    return there, [Found(root, "blind", reason=reason) for root in absent]


def hash_of(path: str, check: Callable[[], None] = lambda: None) -> str:
    """BLAKE3 of a file, hexadecimal; empty if it cannot be read."""
    hasher = blake3()
    try:
        with open(path, "rb") as stream:
            while block := stream.read(1 << 22):
                hasher.update(block)
                check()
    except OSError:
        return ""  # reading it properly tells why
    return hasher.hexdigest()
