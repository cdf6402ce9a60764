"""Which spaces there are on this machine, adding to them, and loading them once."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from explorer.core.errors import SpaceError
from explorer.encoders.devices import Device
from explorer.encoders.families import Found, find_space
from explorer.encoders.hub import NAME, download, find_download
from explorer.encoders.kept_spaces import KeptSpace, KeptSpaces, plain_revision
from explorer.encoders.space import Space, SpaceInfo
from explorer.encoders.starter import load_starter, read_starter_info
from explorer.jobs import Control

STARTER = "starter"
_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")


class SpaceCatalogue:
    """The spaces a person can use: the starter, those added, and any folder of a checkpoint.

    Parameters
    ----------
    assets
        Folder with what ships with Explorer; the starter is in its ``starter`` folder.
    home
        Where added spaces are listed and fetched checkpoints kept; None to know the starter
        alone.
    device
        Where encoders run; None for the best there is.
    """

    def __init__(
        self, assets: Path, home: Path | None = None, device: Device | None = None
    ) -> None:
        self._starter = assets / STARTER
        self._kept = KeptSpaces(home) if home is not None else None
        self._models = home / "models" if home is not None else None
        self._device = device
        self._loaded: dict[str, Space] = {}
        self._lock = threading.Lock()

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of all spaces, the default first."""
        return (STARTER, *(one.id for one in self._added()))

    def info(self, space_id: str) -> SpaceInfo:
        """What a space is, without loading its weights.

        Raises
        ------
        SpaceError
            If there is no such space, or its files are damaged.
        """
        if space_id == STARTER:
            return read_starter_info(self._starter)
        for one in self._added():
            if one.id == space_id:
                return one.info
        found, _ = self._found(space_id)
        return found.space(self._id(space_id), self._revision(found), self._device).info

    def size(self, space_id: str) -> int:
        """Bytes of a space's weights on disk."""
        if space_id == STARTER:
            return sum(file.stat().st_size for file in self._starter.glob("*.onnx"))
        return _size(self._found(self._source(space_id))[0])

    def load(self, space_id: str) -> Space:
        """The space with its encoders, made once; an added one's weights are read at first use.

        Parameters
        ----------
        space_id
            Its id, the folder of a checkpoint, or a hub name that is on this machine.

        Raises
        ------
        SpaceError
            If there is no such space, or its files are damaged.
        """
        with self._lock:
            known = self._id(space_id)
            if known not in self._loaded:
                self._loaded[known] = self._load(known)
            return self._loaded[known]

    def _load(self, space_id: str) -> Space:
        if space_id == STARTER:
            return load_starter(self._starter)
        found, name = self._found(self._source(space_id))
        return found.space(space_id, self._revision(found), self._device, name)

    # --- adding and removing ----------------------------------------------------------------------

    def add(self, source: str | Path, space_id: str = "") -> SpaceInfo:
        """Add the folder of a checkpoint, or a hub name that was fetched before.

        Parameters
        ----------
        space_id
            What to call it; by default the name of the folder or checkpoint, in lower case.

        Raises
        ------
        SpaceError
            If it cannot be used (the sentence says why), or the id is taken or not usable.
        """
        if self._kept is None:
            raise SpaceError("Spaces cannot be added here: there is no home folder.")
        found, name = self._found(str(source))
        chosen = space_id or _suggested_id(name)
        if not _ID.fullmatch(chosen):
            raise SpaceError(
                f"'{chosen}' cannot be the id of a space. Use small letters, digits, dots, hyphens "
                "and underscores."
            )
        if chosen in self.ids:
            raise SpaceError(
                f"There is a space called '{chosen}' already. Give this one another --id."
            )
        info = found.space(chosen, self._revision(found), self._device, name).info
        kept = KeptSpace(
            id=chosen, source=_lasting(str(source)), added=time.time(), revision=info.revision,
            size=_size(found), name=info.name, dimension=info.dimension, contents=info.contents,
            licence=info.licence, location=info.location, description=info.description,
        )  # fmt: skip
        self._kept.add(kept)
        return info

    def remove(self, space_id: str) -> None:
        """Take a space off the list and out of memory; its files stay where they are.

        Raises
        ------
        SpaceError
            If it was never added, or it is the starter.
        """
        if space_id == STARTER:
            raise SpaceError("The starter ships with Explorer and cannot be removed.")
        if self._kept is None or space_id not in self.ids:
            raise SpaceError(_no_space(space_id, self.ids))
        self._kept.remove(space_id)
        with self._lock:
            space = self._loaded.pop(space_id, None)
        if space is not None:
            space.close()

    def download(self, name: str, control: Control | None = None) -> Path:
        """Fetch a checkpoint by its hub name into the home folder.

        Raises
        ------
        SpaceError
            If that is not possible; the sentence says why.
        """
        if self._models is None:
            raise SpaceError("Checkpoints cannot be fetched here: there is no home folder.")
        return download(name, self._models, control)

    def close(self) -> None:
        """Give back the memory of every loaded space."""
        with self._lock:
            for space in self._loaded.values():
                space.close()
            self._loaded.clear()

    # --- finding ----------------------------------------------------------------------------------

    def _added(self) -> list[KeptSpace]:
        return self._kept.all() if self._kept is not None else []

    def _id(self, wanted: str) -> str:
        """The id of an added space, by its id or by what it was added from; else what was said."""
        if wanted in self.ids:
            return wanted
        lasting = _lasting(wanted)
        for one in self._added():
            if lasting == one.source:
                return one.id
        return lasting

    def _source(self, space_id: str) -> str:
        return next((one.source for one in self._added() if one.id == space_id), space_id)

    def _found(self, source: str) -> tuple[Found, str]:
        """What is in a folder or behind a hub name, and what to call it."""
        folder = Path(source).expanduser()
        if folder.is_dir():
            return find_space(folder.absolute()), folder.absolute().name
        if NAME.fullmatch(source) and self._models is not None:
            fetched = find_download(source, self._models)
            if fetched is None:
                raise SpaceError(
                    f"'{source}' is no folder, and no checkpoint of that name is on this machine. "
                    f"`explorer spaces download {source}` fetches it from the hub."
                )
            return find_space(fetched), source
        if source == STARTER or not _looks_like_path(source):
            raise SpaceError(_no_space(source, self.ids))
        raise SpaceError(f"There is no folder {source}. Give the folder of a checkpoint.")

    def _revision(self, found: Found) -> str:
        if self._kept is None:
            return plain_revision(found.files, found.settings)
        return self._kept.revision(found.files, found.settings)


def _size(found: Found) -> int:
    return sum(file.stat().st_size for file in found.files)


def _looks_like_path(source: str) -> bool:
    return any(sign in source for sign in "/\\") or source.startswith((".", "~"))


def _lasting(source: str) -> str:
    """A folder by its whole path, whatever the working folder is later; else what was said."""
    folder = Path(source).expanduser()
    return str(folder.absolute()) if folder.is_dir() else source


def _suggested_id(name: str) -> str:
    own = name.rpartition("/")[2].lower()
    return re.sub(r"[^a-z0-9._-]+", "-", own).strip("-._") or "space"


def _no_space(space_id: str, known: Sequence[str]) -> str:
    return (
        f"There is no space called '{space_id}' here. There is: {', '.join(known)}. The folder of "
        "a checkpoint is one too."
    )
