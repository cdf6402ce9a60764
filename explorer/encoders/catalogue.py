"""Which spaces there are on this machine, adding to them, and loading them once."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from explorer.core.errors import SpaceError
from explorer.core.wording import Wording
from explorer.encoders.budget import MemoryBudget
from explorer.encoders.checkpoint import read_licence
from explorer.encoders.devices import Device, Running
from explorer.encoders.families import Found, find_space
from explorer.encoders.families.loading import DUAL
from explorer.encoders.families.matcher_loading import is_matcher, load_matcher, open_matcher
from explorer.encoders.families.matching import MATCHING, Matcher
from explorer.encoders.hub import NAME, download, find_download
from explorer.encoders.kept_spaces import KeptSpace, KeptSpaces, plain_revision
from explorer.encoders.space import Space, SpaceInfo
from explorer.encoders.starter import (
    UNGROUNDED,
    load_starter,
    load_ungrounded,
    read_starter_info,
    read_ungrounded_info,
)
from explorer.jobs import Control

STARTER = "starter"
SHIPPED = (STARTER, UNGROUNDED)
"""Spaces that come with Explorer and cannot be removed."""
_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")


class SpaceCatalogue:
    """The spaces a person can use: the shipped ones, those added, and any folder of a checkpoint.

    Parameters
    ----------
    assets
        Folder with what ships with Explorer; the starter is in its ``starter`` folder.
    home
        Where added spaces are listed and fetched checkpoints kept; None to know the starter
        alone.
    device
        Where encoders run for which nothing else is kept; None for the best there is.

    Attributes
    ----------
    budget
        How much memory their weights take together.
    """

    def __init__(
        self, assets: Path, home: Path | None = None, device: Device | None = None
    ) -> None:
        self.budget = MemoryBudget()
        self._starter = assets / STARTER
        self._kept = KeptSpaces(home) if home is not None else None
        self._models = home / "models" if home is not None else None
        self._device = device
        self._loaded: dict[str, Space] = {}
        self._matchers: dict[str, Matcher] = {}
        self._lock = threading.Lock()

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of all spaces, the default first."""
        return (*SHIPPED, *(one.id for one in self._added() if one.contents))

    @property
    def matcher_ids(self) -> tuple[str, ...]:
        """Ids of what can put first hits in order: networks that match pictures with texts."""
        return tuple(one.id for one in self._added() if one.matches)

    def info(self, space_id: str) -> SpaceInfo:
        """What a space is, without loading its weights.

        Raises
        ------
        SpaceError
            If there is no such space, or its files are damaged.
        """
        if space_id == STARTER:
            return read_starter_info(self._starter)
        if space_id == UNGROUNDED:
            return read_ungrounded_info(self._starter)
        for one in self._added():
            if one.id == space_id:
                return one.info
        found, _ = self._found(space_id)
        return found.space(self._id(space_id), self._revision(found), self._device).info

    def size(self, space_id: str) -> int:
        """Bytes of a space's weights on disk."""
        if space_id == STARTER:
            weights = [*self._starter.glob("*.onnx"), *self._starter.glob("*.safetensors")]
            return sum(file.stat().st_size for file in weights)
        if space_id == UNGROUNDED:
            return (self._starter / "text.safetensors").stat().st_size
        for one in self._added():
            if one.id == space_id:
                return one.size
        return self._found(space_id)[0].size

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
        if space_id == UNGROUNDED:
            return load_ungrounded(self._starter)
        found, name = self._found(self._source(space_id))
        device = self._device_of(space_id)
        return found.space(space_id, self._revision(found), device, name, self.budget)

    def load_matcher(self, matcher_id: str) -> Matcher:
        """A network that matches pictures with texts; its weights are read at first use.

        Parameters
        ----------
        matcher_id
            Its id, the folder of a checkpoint, or a hub name that is on this machine.

        Raises
        ------
        SpaceError
            If there is none of this name, or its files are damaged.
        """
        with self._lock:
            known = self._id(matcher_id)
            if known not in self._matchers:
                folder, _ = self._folder(self._source(known))
                checkpoint = open_matcher(folder)
                revision = self._hash(checkpoint.weights, (folder / "config.json",))
                device = self._device_of(known)
                self._matchers[known] = load_matcher(
                    checkpoint, known, revision, device, self.budget
                )
            return self._matchers[known]

    # --- how they run -----------------------------------------------------------------------------

    def running(self, space_id: str) -> Running:
        """How a person wants a space to run."""
        kept = self._kept.notes("running").get(space_id, {}) if self._kept is not None else {}
        known = {one.name for one in fields(Running)}
        return Running(**{key: value for key, value in kept.items() if key in known})

    def set_running(self, space_id: str, running: Running) -> None:
        """Let a space run in this way from its next use on, and at the next start.

        Raises
        ------
        SpaceError
            If there is no such device or precision on this machine, or it cannot be kept.
        """
        running.chosen()
        if self._kept is not None:
            self._kept.note("running", space_id, asdict(running))
        self._forget(space_id)

    def _device_of(self, space_id: str) -> Device | None:
        running = self.running(space_id)
        return self._device if running == Running() else running.chosen()

    def test_of(self, space_id: str) -> dict[str, Any]:
        """What came of the last self-test of these weights; empty where there was none."""
        kept = self._kept.notes("test").get(space_id, {}) if self._kept is not None else {}
        return kept if kept.get("revision") == self.info(space_id).revision else {}

    def keep_test(self, space_id: str, result: Mapping[str, Any]) -> None:
        """Keep what came of a self-test."""
        if self._kept is not None:
            kept = {**result, "revision": self.info(space_id).revision}
            self._kept.note("test", space_id, kept)

    def rest(self, space_id: str) -> None:
        """Give back the memory of a space until it is used again; it stays loaded otherwise."""
        with self._lock:
            space, matcher = self._loaded.get(space_id), self._matchers.get(space_id)
        if space is not None:
            space.rest()
        if matcher is not None:
            matcher.network.unload()

    def _forget(self, space_id: str) -> None:
        with self._lock:
            space = self._loaded.pop(space_id, None)
            matcher = self._matchers.pop(space_id, None)
        if space is not None:
            space.close()
        if matcher is not None:
            matcher.close()

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
        folder, name = self._folder(str(source))
        matches = is_matcher(folder)
        chosen = space_id or _suggested_id(name)
        if not _ID.fullmatch(chosen):
            raise SpaceError(
                "'{space}' cannot be the id of a space. Use small letters, digits, dots, hyphens "
                "and underscores.",
                space=chosen,
            )
        if chosen in (*self.ids, *self.matcher_ids):
            raise SpaceError(
                "There is a space called '{space}' already. Give this one another --id.",
                space=chosen,
            )
        info, size = self._looked_at(folder, name, chosen, matches=matches)
        kept = KeptSpace(
            id=chosen, source=_lasting(str(source)), added=time.time(), revision=info.revision,
            size=size, name=info.name, dimension=info.dimension, contents=info.contents,
            licence=info.licence, location=info.location, description=info.description,
            matches=matches,
        )  # fmt: skip
        self._kept.add(kept)
        return info

    def _looked_at(
        self, folder: Path, name: str, space_id: str, *, matches: bool
    ) -> tuple[SpaceInfo, int]:
        """What is in a folder, and the bytes of its weights."""
        if matches:
            checkpoint = open_matcher(folder)
            if checkpoint.model_type not in DUAL:
                matching = MATCHING[checkpoint.model_type].name
                revision = self._hash(checkpoint.weights, (folder / "config.json",))
                about = f"{matching}. It gives no vectors; it puts the first hits in order."
                licence = read_licence(folder)
                return SpaceInfo(
                    space_id, name, 0, (), revision, licence, str(folder), about
                ), checkpoint.size
        found = find_space(folder)
        return found.space(space_id, self._revision(found), self._device, name).info, found.size

    def remove(self, space_id: str) -> None:
        """Take a space off the list and out of memory; its files stay where they are.

        Raises
        ------
        SpaceError
            If it was never added, or it is the starter.
        """
        if space_id in SHIPPED:
            raise SpaceError("'{space}' ships with Explorer and cannot be removed.", space=space_id)
        if self._kept is None or space_id not in (*self.ids, *self.matcher_ids):
            raise SpaceError(_no_space(space_id, self.ids))
        self._kept.remove(space_id)
        self._forget(space_id)

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
            for matcher in self._matchers.values():
                matcher.close()
            self._loaded.clear()
            self._matchers.clear()

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
        folder, name = self._folder(source)
        return find_space(folder), name

    def _folder(self, source: str) -> tuple[Path, str]:
        """The folder that is meant, or that of a hub name, and what to call it."""
        folder = Path(source).expanduser()
        if folder.is_dir():
            return folder.absolute(), folder.absolute().name
        if NAME.fullmatch(source) and self._models is not None:
            fetched = find_download(source, self._models)
            if fetched is None:
                raise SpaceError(
                    "'{source}' is no folder, and no checkpoint of that name is on this machine. "
                    "`explorer spaces download {source}` fetches it from the hub.",
                    source=source,
                )
            return fetched, source
        if source in SHIPPED or not _looks_like_path(source):
            raise SpaceError(_no_space(source, self.ids))
        raise SpaceError(
            "There is no folder {folder}. Give the folder of a checkpoint.", folder=source
        )

    def _revision(self, found: Found) -> str:
        return self._hash(found.files, found.settings)

    def _hash(self, files: Sequence[Path], settings: Sequence[Path]) -> str:
        if self._kept is None:
            return plain_revision(files, settings)
        return self._kept.revision(files, settings)


def _looks_like_path(source: str) -> bool:
    return any(sign in source for sign in "/\\") or source.startswith((".", "~"))


def _lasting(source: str) -> str:
    """A folder by its whole path, whatever the working folder is later; else what was said."""
    folder = Path(source).expanduser()
    return str(folder.absolute()) if folder.is_dir() else source


def _suggested_id(name: str) -> str:
    own = name.rpartition("/")[2].lower()
    return re.sub(r"[^a-z0-9._-]+", "-", own).strip("-._") or "space"


def _no_space(space_id: str, known: Sequence[str]) -> Wording:
    return Wording(
        "There is no space called '{space}' here. There is: {known}. The folder of a checkpoint "
        "is one too.",
        space=space_id,
        known=", ".join(known),
    )
