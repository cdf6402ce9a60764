"""Reads files in worker processes with limits; a crash, a hang or a bomb costs one file."""

from __future__ import annotations

import os
import pickle
import weakref
from collections.abc import Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from blake3 import blake3

from explorer.api.encoder import Preparation
from explorer.api.host import PluginHost
from explorer.api.modality import Limits, Preview
from explorer.core.errors import MediaError
from explorer.core.media import Unit
from explorer.media.decoded import (
    ContentTask,
    DecodedFile,
    Preparations,
    PreviewTask,
    ReadTask,
    Setup,
)
from explorer.media.files import check_file, read_head
from explorer.media.pool import WorkerPool

MOST_WORKERS = 8


class Decoder:
    """Reads files in worker processes.

    The processes start when they are first needed and load the same plugins as the host. They
    ask the kernel to be ended with this one.

    Parameters
    ----------
    host
        Whose loaded plugins read the files.
    limits
        What one file may cost.
    workers
        Number of processes; by default one per processor, at most `MOST_WORKERS`. One more is
        started for previews and query files, so that those do not wait behind an index run.
    """

    def __init__(
        self, host: PluginHost, limits: Limits | None = None, workers: int | None = None
    ) -> None:
        self._host = host
        self._limits = limits = limits or Limits()
        self._pool = WorkerPool(
            lambda: Setup(host.folders, limits), workers or min(_processors(), MOST_WORKERS)
        )
        self._pickled: dict[str, Preparations] = {}
        # Scripts that forget to close must not leave processes behind either.
        self._end = weakref.finalize(self, self._pool.close)

    def modality_for(self, path: Path) -> str | None:
        """Id of the modality that reads a file: by its suffix, else by its first bytes.

        None if nothing opens it, or it is not a file that can be opened.
        """
        suffix = path.suffix.lower()
        for modality_id, modality in self._host.modalities.items():
            if suffix in modality.suffixes:
                return modality_id
        try:
            check_file(path)
            head = read_head(path)
        except MediaError:
            return None
        for modality_id, modality in self._host.modalities.items():
            if modality.sniff(head):
                return modality_id
        return None

    def reads_suffix(self, suffix: str) -> bool:
        """Whether a plugin reads files with this ending: ``".jpg"``, in lower case."""
        return any(suffix in modality.suffixes for modality in self._host.modalities.values())

    def content_kind(self, path: Path) -> str:
        """What encodes a file: ``"image"``, ``"text"``, ``"audio"``, ...

        Raises
        ------
        MediaError
            If nothing opens it.
        """
        modality = self.modality_for(path)
        if modality is None:
            check_file(path)
            raise MediaError(path, "no loaded plugin opens this kind of file")
        return self._host.modalities[modality].content

    def submit(
        self,
        path: Path,
        modality: str,
        preparations: Mapping[str, Preparation],
        first: int = 0,
    ) -> Future[DecodedFile]:
        """Read a file; the future fails with `MediaError` only.

        Parameters
        ----------
        modality
            What `modality_for` said. If it cannot open the file but another one knows its
            content, that one reads it and is named in the result.
        preparations
            By content, of the encoders of a space. A unit's content is loaded only where there
            is one for it.
        first
            A file of many items comes in several results of some hundred items each: as long as
            ``next_item`` of a result is not None, submit the file again with that as `first`.
        """
        known = self._name(preparations)
        task = ReadTask(_absolute(path), modality, known.key, first)
        return self._pool.submit(task, known)

    def content(self, path: Path, content: str, preparation: Preparation | None = None) -> Any:
        """One query file as its encoder takes it: the first unit in it. Blocks.

        Without a preparation the content as it is: `Pixels`, `Sound` or str.

        Raises
        ------
        MediaError
            If the file cannot be read as this kind of content.
        """
        return self.submit_content(path, content, preparation, urgent=True).result()

    def submit_content(
        self,
        path: Path,
        content: str,
        preparation: Preparation | None = None,
        *,
        urgent: bool = False,
    ) -> Future[Any]:
        """Read the first unit of a file, see `content`; the future fails with `MediaError` only.

        Parameters
        ----------
        urgent
            Do not wait behind other files; else as many are read at once as there are processes.

        Raises
        ------
        MediaError
            If no plugin reads the file as this kind of content.
        """
        path = _absolute(path)
        modality = self.modality_for(path)
        if modality is None or self._host.modalities[modality].content != content:
            check_file(path)
            raise MediaError(path, "no loaded plugin reads it as {content}", content=content)
        known = self._name({} if preparation is None else {content: preparation})
        task = ContentTask(path, modality, known.key)
        return self._pool.submit(task, known, urgent=urgent)

    def preview(
        self, path: Path, modality: str, part: str, unit: Unit, size: int
    ) -> Future[Preview]:
        """A large view of an item, at most `size` pixels a side.

        The future fails with `MediaError` only.
        """
        task = PreviewTask(_absolute(path), modality, part, unit, size)
        return self._pool.submit(task, urgent=True)

    def close(self) -> None:
        """End all processes and wait for them; what is not done fails. Closing twice is fine."""
        self._end()

    def _name(self, preparations: Mapping[str, Preparation]) -> Preparations:
        """Pickle preparations once: a tokenizer's vocabulary is large."""
        words = repr([(content, preparations[content]) for content in sorted(preparations)])
        if words not in self._pickled:
            key = blake3(words.encode("utf-8", "replace")).hexdigest()
            self._pickled[words] = Preparations(key, pickle.dumps(dict(preparations)))
        return self._pickled[words]


def _processors() -> int:
    """How many processors this process may use: in a container fewer than there are."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - links stay as the person named them
