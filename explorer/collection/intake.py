"""Keeps the decoding processes busy ahead of the encoder, within bounds."""

from __future__ import annotations

import os
import queue
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from explorer.api.encoder import Preparation
from explorer.collection.known_files import KnownItem
from explorer.core.errors import MediaError
from explorer.media.decoded import DecodedFile
from explorer.media.decoder import Decoder

FILES_AHEAD = 24 * max(os.cpu_count() or 1, 2)
BYTES_AHEAD = 256 * 1024**2
"""Bounds on the files that are being decoded or wait for the encoder."""


@dataclass(eq=False)
class FileJob:
    """A file that is being read, over all of its pieces.

    Attributes
    ----------
    known
        By part, the items that were read from it before.
    parts
        Parts that it has now.
    same_rows, stored_rows
        Rows of its items that needed nothing, and of those that were stored.
    count
        Number of items and failures so far.
    open_chunks
        Pieces of which not all vectors are there.
    in_pieces, failed
        Whether it is handed over in several pieces, and whether any part of it failed.
    last
        Its last piece, once that is there.
    """

    path: str
    modality: str
    size: int
    known: dict[str, KnownItem] = field(default_factory=dict)
    parts: set[str] = field(default_factory=set)
    same_rows: list[int] = field(default_factory=list)
    stored_rows: list[int] = field(default_factory=list)
    count: int = 0
    open_chunks: int = 0
    in_pieces: bool = False
    failed: bool = False
    last: DecodedFile | None = None


class Reading(NamedTuple):
    """What came back from the decoder for a file: a piece of it, or why there is none."""

    job: FileJob
    result: DecodedFile | MediaError


class Intake:
    """Submits files to the decoder and hands over what is done, in whatever order.

    Parameters
    ----------
    files
        Pairs of the file to read and the job made for it.
    """

    def __init__(
        self,
        decoder: Decoder,
        preparations: Mapping[str, Preparation],
        files: Iterator[FileJob],
    ) -> None:
        self._decoder, self._preparations = decoder, preparations
        self._files = files
        self._again: deque[tuple[FileJob, int]] = deque()
        self._done: queue.SimpleQueue[tuple[FileJob, Future[DecodedFile]]] = queue.SimpleQueue()
        self._running: dict[Future[DecodedFile], int] = {}
        self._bytes = 0
        self._exhausted = False

    @property
    def finished(self) -> bool:
        """Whether everything has been handed over."""
        return self._exhausted and not self._running and not self._again

    def fill(self, waiting: int) -> None:
        """Submit more files, unless so many items wait for the encoder that it is behind."""
        while self._again:
            job, first = self._again.popleft()
            self._submit(job, first)
        while (
            not self._exhausted
            and len(self._running) + waiting < FILES_AHEAD
            and (self._bytes < BYTES_AHEAD or not self._running)
        ):
            job_or_none = next(self._files, None)
            if job_or_none is None:
                self._exhausted = True
            else:
                self._submit(job_or_none, 0)

    def take(self, timeout: float) -> list[Reading]:
        """What is done by now; waits for the first at most so many seconds."""
        readings: list[Reading] = []
        try:
            entry = self._done.get(timeout=timeout) if timeout > 0 else self._done.get_nowait()
            while True:
                readings.append(self._reading(*entry))
                entry = self._done.get_nowait()
        except queue.Empty:
            return readings

    def go_on(self, job: FileJob, first: int) -> None:
        """Read the next piece of a file."""
        self._again.append((job, first))

    def stop(self) -> None:
        """Give up what has not been handed over; files being read are read in vain."""
        self._exhausted = True
        self._again.clear()
        for future in list(self._running):
            future.cancel()
        self._running.clear()

    def _submit(self, job: FileJob, first: int) -> None:
        future = self._decoder.submit(Path(job.path), job.modality, self._preparations, first)
        self._running[future] = job.size
        self._bytes += job.size
        future.add_done_callback(lambda done, job=job: self._done.put((job, done)))  # type: ignore[misc]

    def _reading(self, job: FileJob, future: Future[DecodedFile]) -> Reading:
        self._bytes -= self._running.pop(future, 0)
        try:
            return Reading(job, future.result())
        except MediaError as error:
            return Reading(job, error)
        except CancelledError:
            return Reading(job, MediaError(job.path, "reading it was given up"))
