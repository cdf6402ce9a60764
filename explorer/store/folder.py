"""A collection's folder: what it says of itself, which version it has, and who may write."""

from __future__ import annotations

import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from explorer.core.errors import CollectionBusyError, CollectionError
from explorer.core.wording import Wording
from explorer.store.failing import writing_to
from explorer.store.pathtext import keep_text, restore_text
from explorer.store.schema import SCHEMA_VERSION

FILE_NAME = "collection.json"
_POLL_SECONDS = 0.05

MIGRATIONS: dict[int, Callable[[Path], None]] = {}
"""By the version they start from: each takes a folder to the next version."""


@dataclass
class Beside:
    """A space whose vectors are kept beside those that are searched; fields as in `Manifest`."""

    dimension: int
    encoders: dict[str, str] = field(default_factory=dict)


@dataclass
class Manifest:
    """What ``collection.json`` says.

    Parameters
    ----------
    space, dimension
        The space that serves: it is searched, and indexing encodes in it.
    encoders
        By content kind, which encoder and preparation made the vectors that are searched.
    folders
        What was indexed, for watching and indexing again.
    beside
        The other spaces that it has vectors of, by id.
    first
        The space that served before any other did; "" while none has.
    """

    name: str
    space: str
    dimension: int
    created: float
    encoders: dict[str, str] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    beside: dict[str, Beside] = field(default_factory=dict)
    first: str = ""
    schema: int = SCHEMA_VERSION

    def encoders_of(self, space: str) -> dict[str, str]:
        """Who made the vectors of a space, by content kind; empty where there are none."""
        if space == self.space:
            return self.encoders
        return self.beside[space].encoders if space in self.beside else {}


def read_manifest(folder: Path) -> Manifest:
    """Read and check ``collection.json``.

    Raises
    ------
    CollectionError
        If it is missing, damaged, or was written by a newer Explorer.
    """
    file = folder / FILE_NAME
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CollectionError("There is no collection in {folder}.", folder=folder) from None
    except OSError as error:
        raise CollectionError(
            "{file} cannot be read: {reason}.", file=file, reason=error.strerror
        ) from error
    except ValueError as error:
        raise CollectionError(
            "{file} is damaged ({reason}). Put it back from a backup, or index anew.",
            file=file,
            reason=error,
        ) from error
    version = data.get("schema") if isinstance(data, dict) else None
    if not isinstance(version, int):
        raise CollectionError("{file} is not the description of a collection.", file=file)
    if version > SCHEMA_VERSION:
        raise CollectionError(
            "The collection in {folder} was written by a newer Explorer (version {version} of "
            "its form, this Explorer knows {known}). Update Explorer to open it.",
            folder=folder,
            version=version,
            known=SCHEMA_VERSION,
        )
    known = {one.name for one in fields(Manifest)}
    try:
        manifest = Manifest(**{key: value for key, value in data.items() if key in known})
        kept: dict[str, Any] = data.get("beside", {})
        manifest.beside = {name: Beside(**one) for name, one in kept.items()}
    except (TypeError, AttributeError) as error:
        raise CollectionError("{file} is damaged: {reason}.", file=file, reason=error) from error
    manifest.folders = [restore_text(one) for one in manifest.folders]
    return manifest


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write ``collection.json``: the old one stays until the new one is whole."""
    data = asdict(manifest)
    data["folders"] = [keep_text(one) for one in manifest.folders]
    replace_file(folder / FILE_NAME, json.dumps(data, indent=1).encode())


def replace_file(file: Path, content: bytes) -> None:
    """Write a file at once: a reader sees all of the old one or all of the new one."""
    temporary = file.with_name(f".{file.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        temporary.write_bytes(content)
        os.replace(temporary, file)  # noqa: PTH105 - same name as the system call it stands for
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def migrate(folder: Path, migrations: Mapping[int, Callable[[Path], None]] = MIGRATIONS) -> None:
    """Take an older collection to this version, one step at a time.

    Raises
    ------
    CollectionError
        If a step is missing or fails; the steps before it hold.
    """
    manifest = read_manifest(folder)
    if manifest.schema == SCHEMA_VERSION:
        return
    with WriteLock(folder).held("bring it to a new form"):
        while (manifest := read_manifest(folder)).schema < SCHEMA_VERSION:
            step = migrations.get(manifest.schema)
            if step is None:
                raise CollectionError(
                    "The collection in {folder} has form {schema}, which this Explorer cannot "
                    "bring up to date. Index its folders into a new collection.",
                    folder=folder,
                    schema=manifest.schema,
                )
            step(folder)
            manifest.schema += 1
            write_manifest(folder, manifest)


class WriteLock:
    """The right to write to a collection: one process at a time, and in it one thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._owner = folder / "writer.json"
        self._threads = threading.Lock()

    @contextmanager
    def held(
        self, purpose: str, check: Callable[[], None] = lambda: None, *, wait: bool = False
    ) -> Iterator[bool]:
        """Hold the lock in the block; gives whether the last holder ended without letting go.

        Other threads of this process are waited for, and `check` may raise meanwhile. Another
        process is not, unless `wait`.

        Raises
        ------
        CollectionBusyError
            If another process writes; the message names it.
        CollectionError
            If the folder cannot be written to.
        """
        while not self._threads.acquire(timeout=_POLL_SECONDS):
            check()
        try:
            lock = FileLock(str(self._folder / "write.lock"))
            self._acquire(lock, check, wait)
            try:
                unclean = self._owner.exists()
                self._note(purpose)
                yield unclean
                # Only reached when nothing was raised: otherwise the next writer looks closer.
                self._owner.unlink(missing_ok=True)
            finally:
                lock.release()
        finally:
            self._threads.release()

    def _acquire(self, lock: FileLock, check: Callable[[], None], wait: bool) -> None:
        while True:
            try:
                lock.acquire(timeout=_POLL_SECONDS)
                return
            except Timeout:
                check()
                if not wait:
                    raise self._busy() from None
            except OSError as error:
                raise CollectionError(
                    "The collection in {folder} cannot be changed: its folder is read-only or not "
                    "yours ({reason}). Searching it works; to index, copy it.",
                    folder=self._folder,
                    reason=error.strerror,
                ) from error

    def _busy(self) -> CollectionBusyError:
        who = Wording("another process")
        try:
            owner = json.loads(self._owner.read_text(encoding="utf-8"))
            since = time.strftime("%H:%M", time.localtime(owner["since"]))
            who = Wording(
                "process {pid} (to {purpose}, since {since})",
                pid=str(owner["pid"]),
                purpose=owner["purpose"],
                since=since,
            )
        except (OSError, ValueError, KeyError, TypeError):
            pass  # it has not said yet who it is
        return CollectionBusyError(
            "The collection in {folder} is being written to by {who}. Wait until it is done or "
            "stop it; searching works meanwhile.",
            folder=self._folder,
            who=who,
        )

    def _note(self, purpose: str) -> None:
        owner: dict[str, Any] = {"pid": os.getpid(), "purpose": purpose, "since": time.time()}
        try:
            replace_file(self._owner, json.dumps(owner).encode())
        except OSError as error:
            raise CollectionError(
                "The collection in {folder} cannot be changed: {reason}.",
                folder=self._folder,
                reason=error.strerror,
            ) from error


@contextmanager
def new_folder(folder: Path) -> Iterator[None]:
    """Make the folder of a new collection, and hold its lock while the block fills it.

    What a process left that was stopped while it made the collection is cleared away.

    Raises
    ------
    CollectionError
        If there is something in the folder already, or it cannot be made.
    """
    with writing_to(folder):
        folder.mkdir(parents=True, exist_ok=True)
    if not _is_unfinished(folder):
        raise CollectionError("{folder} is not empty; choose another place or name.", folder=folder)
    with WriteLock(folder).held("make it"), writing_to(folder):
        if (folder / "tables").exists():
            shutil.rmtree(folder / "tables")
        yield


def _is_unfinished(folder: Path) -> bool:
    """Whether all in a folder comes from making a collection that did not get to its end."""
    ours = {"tables", "write.lock", "writer.json"}
    names = {one.name for one in folder.iterdir()}
    return all(name in ours or name.startswith((".collection", ".writer")) for name in names)
