"""The spaces a person has added, kept in one JSON file of the home folder.

Beside them stand the hashes of their weights, so that gigabytes are read once: a file whose size
and time of change are the same has the same hash.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from blake3 import blake3
from filelock import FileLock

from explorer.core.errors import SpaceError
from explorer.encoders.space import SpaceInfo

FILE_NAME = "spaces.json"
VERSION = 1
DIGITS = 32


@dataclass(frozen=True, slots=True)
class KeptSpace:
    """A space that was added.

    Parameters
    ----------
    id
        Its name for collections.
    source
        The folder, absolute, or the hub name it was added by.
    added
        When, seconds since the epoch.
    revision
        Of its weights when it was added.
    size
        Of its weights in bytes.
    name, dimension, contents, licence, location, description
        As in `SpaceInfo`.
    matches
        Whether it matches pictures with texts; one that does nothing else has no contents.
    """

    id: str
    source: str
    added: float
    revision: str
    size: int
    name: str
    dimension: int
    contents: tuple[str, ...]
    licence: str
    location: str
    description: str
    matches: bool = False

    @property
    def info(self) -> SpaceInfo:
        """What it is, as of when it was added."""
        return SpaceInfo(
            self.id, self.name, self.dimension, self.contents, self.revision, self.licence,
            self.location, self.description,
        )  # fmt: skip


class KeptSpaces:
    """The file ``spaces.json`` of a home folder; several programs may share it.

    Parameters
    ----------
    home
        The folder; it is made at the first writing.
    """

    def __init__(self, home: Path) -> None:
        self._path = home / FILE_NAME

    def all(self) -> list[KeptSpace]:
        """The spaces in the order they were added.

        Raises
        ------
        SpaceError
            If the file is damaged.
        """
        return [_kept(one, self._path) for one in self._read()["spaces"]]

    def add(self, space: KeptSpace) -> None:
        """Keep a space.

        Raises
        ------
        SpaceError
            If its id is taken, or the file is damaged or cannot be written.
        """
        with self._changing() as data:
            if any(one.get("id") == space.id for one in data["spaces"]):
                raise SpaceError(
                    "There is a space called '{space}' already. Give this one another --id.",
                    space=space.id,
                )
            data["spaces"].append({**asdict(space), "contents": list(space.contents)})

    def remove(self, space_id: str) -> None:
        """Forget a space; its files stay."""
        with self._changing() as data:
            data["spaces"] = [one for one in data["spaces"] if one.get("id") != space_id]
            for notes in data["notes"].values():
                notes.pop(space_id, None)

    def notes(self, kind: str) -> dict[str, dict[str, Any]]:
        """What else is kept, by space: how it runs (``"running"``), its last test (``"test"``)."""
        kept = self._read()["notes"].get(kind)
        return dict(kept) if isinstance(kept, dict) else {}

    def note(self, kind: str, space_id: str, data: Mapping[str, Any]) -> None:
        """Keep something about a space, in place of what was kept before."""
        with self._changing() as kept:
            kept["notes"].setdefault(kind, {})[space_id] = dict(data)

    def revision(self, files: Sequence[Path], settings: Sequence[Path] = ()) -> str:
        """Hash of a checkpoint's weights and settings, hexadecimal.

        Parameters
        ----------
        files
            Weights: hashed once, as long as their size and time of change stay.
        settings
            Small files that the vectors depend on as well.
        """
        known: dict[str, Any] = self._read()["digests"]
        fresh = {str(file): _digest(file, known.get(str(file))) for file in files}
        if any(known.get(name) != entry for name, entry in fresh.items()):
            with self._changing() as data:
                data["digests"].update(fresh)
        return _revision(files, settings, fresh)

    def _read(self) -> dict[str, Any]:
        try:
            data = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {"version": VERSION, "spaces": [], "digests": {}, "notes": {}}
        except (OSError, ValueError) as error:
            raise SpaceError(_damaged(self._path, error)) from error
        if not isinstance(data, dict) or not isinstance(data.get("spaces"), list):
            raise SpaceError(_damaged(self._path, "it lists no spaces"))
        if int(data.get("version", 0)) > VERSION:
            raise SpaceError(
                "{file} was written by a newer Explorer. Update this one.", file=self._path
            )
        data.setdefault("digests", {})
        data.setdefault("notes", {})
        return data

    def _changing(self) -> _Change:
        return _Change(self)

    def _write(self, data: dict[str, Any]) -> None:
        whole = self._path.with_suffix(".part")
        whole.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
        whole.replace(self._path)


class _Change:
    """Reads the file, lets it be changed, and writes it whole; one program at a time."""

    def __init__(self, kept: KeptSpaces) -> None:
        self._kept = kept
        kept._path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(f"{kept._path}.lock")

    def __enter__(self) -> dict[str, Any]:
        self._lock.acquire()
        try:
            self._data = self._kept._read()
        except BaseException:
            self._lock.release()
            raise
        return self._data

    def __exit__(self, kind: object, *rest: object) -> None:
        try:
            if kind is None:
                self._kept._write(self._data)
        except OSError as error:
            raise SpaceError(
                "{file} cannot be written: {reason}.", file=self._kept._path, reason=error
            ) from error
        finally:
            self._lock.release()


def plain_revision(files: Sequence[Path], settings: Sequence[Path] = ()) -> str:
    """The same hash without keeping anything; see `KeptSpaces.revision`."""
    return _revision(files, settings, {str(file): _digest(file, None) for file in files})


def _revision(
    files: Sequence[Path], settings: Sequence[Path], digests: Mapping[str, Mapping[str, Any]]
) -> str:
    hasher = blake3()
    for file in files:
        hasher.update(f"{file.name}\0{digests[str(file)]['blake3']}\n".encode())
    for file in settings:
        hasher.update(f"{file.name}\0{blake3(file.read_bytes()).hexdigest()}\n".encode())
    return hasher.hexdigest()[:DIGITS]


def _damaged(path: Path, why: object) -> str:
    return f"{path} is damaged: {why}. Delete it and add your spaces again."


def _kept(data: Any, path: Path) -> KeptSpace:
    try:
        known = {**data, "matches": bool(data.get("matches"))}
        values = {one.name: known[one.name] for one in fields(KeptSpace)}
        return KeptSpace(**{**values, "contents": tuple(values["contents"])})
    except (KeyError, TypeError) as error:
        raise SpaceError(_damaged(path, f"a space lacks {error}")) from error


def _digest(file: Path, known: Any) -> dict[str, Any]:
    status = file.stat()
    marks = {"size": status.st_size, "modified_ns": status.st_mtime_ns}
    if isinstance(known, dict) and all(known.get(key) == one for key, one in marks.items()):
        return known
    hasher = blake3(max_threads=blake3.AUTO)
    hasher.update_mmap(file)
    return {**marks, "blake3": hasher.hexdigest()}
