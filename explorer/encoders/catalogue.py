"""Which spaces there are on this machine, and loading them once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from explorer.core.errors import SpaceError
from explorer.encoders.space import Space, SpaceInfo
from explorer.encoders.starter import load_starter, read_starter_info

STARTER = "starter"


class SpaceCatalogue:
    """The spaces a person can use.

    Parameters
    ----------
    assets
        Folder with what ships with Explorer; the starter is in its ``starter`` folder.
    """

    def __init__(self, assets: Path) -> None:
        folder = assets / "starter"
        self._infos: dict[str, Callable[[], SpaceInfo]] = {
            STARTER: lambda: read_starter_info(folder)
        }
        self._loaders: dict[str, Callable[[], Space]] = {STARTER: lambda: load_starter(folder)}
        self._loaded: dict[str, Space] = {}
        self._lock = threading.Lock()

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of all spaces, the default first."""
        return tuple(self._infos)

    def info(self, space_id: str) -> SpaceInfo:
        """What a space is, without loading its weights.

        Raises
        ------
        SpaceError
            If there is no such space, or its files are damaged.
        """
        self._require(space_id)
        return self._infos[space_id]()

    def load(self, space_id: str) -> Space:
        """The space with its encoders; loaded at most once.

        Raises
        ------
        SpaceError
            If there is no such space, or its files are damaged.
        """
        self._require(space_id)
        with self._lock:
            if space_id not in self._loaded:
                self._loaded[space_id] = self._loaders[space_id]()
            return self._loaded[space_id]

    def close(self) -> None:
        """Give back the memory of every loaded space."""
        with self._lock:
            for space in self._loaded.values():
                space.close()
            self._loaded.clear()

    def _require(self, space_id: str) -> None:
        if space_id not in self._infos:
            known = ", ".join(self._infos)
            raise SpaceError(f"There is no space called '{space_id}' here. There is: {known}.")
