"""The collections of a home folder."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explorer.collection.collection import Collection
from explorer.collection.tools import Tools
from explorer.core.errors import CollectionError
from explorer.core.wording import Wording
from explorer.store.folder import FILE_NAME, WriteLock, read_manifest, write_manifest

FORBIDDEN = '/\\:*?"<>|\0'
STARTER = "starter"


@dataclass(frozen=True, slots=True)
class Summary:
    """A collection at a glance.

    ``items`` are those present; ``size`` is in bytes on disk, ``modified`` in seconds since the
    epoch; ``problem`` says why it cannot be opened.
    """

    name: str
    folder: Path
    items: int = 0
    space: str = ""
    size: int = 0
    modified: float = 0.0
    problem: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The summary as JSON data."""
        return {
            "name": self.name,
            "folder": str(self.folder),
            "items": self.items,
            "space": self.space,
            "size": self.size,
            "modified": self.modified,
            "problem": self.problem,
        }


class Library:
    """Collections by name; each is a folder in ``HOME/collections``.

    Parameters
    ----------
    home
        The home folder.
    tools
        What the collections work with.
    default_space
        The space of collections that are made from now on.
    """

    def __init__(self, home: Path, tools: Tools, default_space: str = STARTER) -> None:
        self.folder = Path(home) / "collections"
        self.default_space = default_space
        self._tools = tools
        self._opening = threading.Lock()

    def names(self) -> list[str]:
        """Names of the collections, in order."""
        if not self.folder.is_dir():
            return []
        found = (file.parent.name for file in self.folder.glob(f"*/{FILE_NAME}"))
        return sorted(found, key=str.casefold)

    def summaries(self) -> list[Summary]:
        """Every collection at a glance; one that cannot be opened says why."""
        return [self._summary(name) for name in self.names()]

    def open(self, name: str | Path, *, create: bool = False, space_id: str = "") -> Collection:
        """Open a collection by its name, or by its folder.

        Parameters
        ----------
        name
            A name; or a path, if it has a separator or is a `Path`.
        create
            Make it, of the space `space_id` or else the default one, where there is none.

        Raises
        ------
        CollectionError
            If there is none, it is damaged, or a newer Explorer wrote it.
        SpaceError
            If a new one asks for a space that is not there.
        """
        folder = self.folder_of(name)
        with self._opening:
            if (folder / FILE_NAME).exists() or not create:
                if not (folder / FILE_NAME).exists():
                    raise CollectionError(self._missing(name))
                return Collection.open(folder, self._tools)
            chosen = space_id or self.default_space
            return Collection.create(folder, folder.name, self._tools, chosen)

    def delete(self, name: str | Path) -> None:
        """Delete a collection: what was indexed stays where it is.

        Raises
        ------
        CollectionError
            If there is none, it is being written to, or it cannot be deleted.
        """
        folder = self._existing(name)
        with _writable(folder, "delete it"):
            # Without this file it is no collection any more, however far the rest gets.
            (folder / FILE_NAME).unlink()
        try:
            shutil.rmtree(folder)
        except OSError as error:
            raise CollectionError(
                "Some of {folder} could not be deleted: {reason}. Delete the folder.",
                folder=folder,
                reason=error.strerror,
            ) from error

    def rename(self, name: str, new: str) -> None:
        """Give a collection another name.

        Raises
        ------
        CollectionError
            If there is none, the new name is taken or cannot be one, or it is being written to.
        """
        folder, target = self._existing(name), self.folder_of(new)
        if target.exists():
            raise CollectionError("There is a collection called '{name}' already.", name=new)
        with _writable(folder, "rename it"):
            manifest = read_manifest(folder)
            manifest.name = new
            write_manifest(folder, manifest)
        try:
            folder.rename(target)
        except OSError as error:
            raise CollectionError(
                "{folder} cannot be renamed: {reason}.", folder=folder, reason=error.strerror
            ) from error

    def folder_of(self, name: str | Path) -> Path:
        """Where a collection of this name is or would be.

        Raises
        ------
        CollectionError
            If it cannot be a name.
        """
        if isinstance(name, Path) or "/" in name or "\\" in name or name in (".", ".."):
            return Path(name).expanduser().absolute()
        wrong = sorted(set(name) & set(FORBIDDEN))
        if not name.strip() or wrong or name.startswith(".") or name != name.strip():
            raise CollectionError(
                "A collection cannot be called '{name}': use letters, digits, spaces and dashes.",
                name=name,
            )
        return self.folder / name

    def _existing(self, name: str | Path) -> Path:
        folder = self.folder_of(name)
        if not (folder / FILE_NAME).exists():
            raise CollectionError(self._missing(name))
        return folder

    def _missing(self, name: str | Path) -> Wording:
        if isinstance(name, Path) or "/" in name or "\\" in name:
            return Wording("There is no collection in {folder}.", folder=name)
        if known := ", ".join(self.names()):
            return Wording(
                "There is no collection called '{name}'. There is: {known}.", name=name, known=known
            )
        return Wording(
            "There is no collection called '{name}'. Make one: explorer index FOLDER -c NAME",
            name=name,
        )

    def _summary(self, name: str) -> Summary:
        folder = self.folder / name
        sizes = modified = 0.0
        for file in folder.rglob("*"):
            try:
                status = file.stat()
            except OSError:
                continue  # it went while we looked
            sizes += status.st_size
            modified = max(modified, status.st_mtime)
        try:
            collection = Collection.open(folder, self._tools)
            items = collection.count()
            collection.close()
        except CollectionError as error:
            return Summary(name, folder, 0, "", int(sizes), modified, str(error))
        return Summary(name, folder, items, collection.space_id, int(sizes), modified)


@contextmanager
def _writable(folder: Path, purpose: str) -> Iterator[None]:
    with WriteLock(folder).held(purpose):
        yield
