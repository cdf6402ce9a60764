"""From files through the decoder and the encoders to whoever stores them, in full batches."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator

from explorer.collection.chunk import Chunk, Piece, WaitingItem
from explorer.collection.encoding import SpaceEncoding
from explorer.collection.intake import FileJob, Intake, Reading
from explorer.media.decoder import Decoder

WAIT_SECONDS = 0.05
PATIENCE_SECONDS = 0.25
"""How long pieces wait at most for a batch to fill."""


class EncodingFlow:
    """Reads files ahead of the encoder and encodes what comes in batches.

    Parameters
    ----------
    files
        What to read.
    take
        Called with each piece of a file that was read; it queues the items that need vectors.
    store
        Called with each chunk of which all vectors are there.
    """

    def __init__(
        self,
        decoder: Decoder,
        encoding: SpaceEncoding,
        files: Iterator[FileJob],
        take: Callable[[Reading], None],
        store: Callable[[Chunk], None],
    ) -> None:
        self._encoding, self._take, self._store = encoding, take, store
        self._intake = Intake(decoder, encoding.preparations, files)
        self._pieces: dict[str, deque[Piece]] = defaultdict(deque)
        self._oldest = 0.0

    def run(self, check: Callable[[], None], tick: Callable[[], None]) -> None:
        """Read and encode everything.

        Parameters
        ----------
        check
            Called often; may raise to stop.
        tick
            Called after each batch, to store what is due.
        """
        intake = self._intake
        try:
            while not intake.finished or any(self._pieces.values()):
                check()
                intake.fill(sum(map(len, self._pieces.values())))
                ready = self._ready(idle=intake.finished)
                for reading in intake.take(0 if ready else WAIT_SECONDS):
                    self._take(reading)
                content = self._ready(idle=intake.finished)
                if content:
                    self._encode(content)
                tick()
        finally:
            intake.stop()

    def go_on(self, job: FileJob, first: int) -> None:
        """Read the next piece of a file."""
        self._intake.go_on(job, first)

    def queue(self, chunk: Chunk, item: WaitingItem) -> None:
        """Let an item of a chunk wait for its vectors."""
        chunk.items.append(item)
        for content, prepared, unit in item.to_encode:
            self._pieces[content].append(Piece(content, prepared, unit, item, chunk))
            self._oldest = self._oldest or time.monotonic()
        chunk.waiting += item.waiting
        item.to_encode = []

    def _ready(self, *, idle: bool) -> str:
        """The content kind of which a batch is full, or that has waited long enough."""
        if not any(self._pieces.values()):
            return ""
        content = max(self._pieces, key=lambda kind: len(self._pieces[kind]))
        full = len(self._pieces[content]) >= self._encoding.batch_size(content)
        impatient = time.monotonic() - self._oldest > PATIENCE_SECONDS
        return content if full or idle or impatient else ""

    def _encode(self, content: str) -> None:
        line = self._pieces[content]
        pieces = [line.popleft() for _ in range(min(len(line), self._encoding.batch_size(content)))]
        self._oldest = time.monotonic() if any(self._pieces.values()) else 0.0
        vectors = self._encoding.encode(content, [piece.prepared for piece in pieces])
        identity = self._encoding.identities[content]
        for piece, vector in zip(pieces, vectors, strict=True):
            if isinstance(vector, str):
                piece.item.reason = vector
            else:
                piece.item.vectors.append((piece.unit.index, identity, vector))
            piece.chunk.waiting -= 1
            if not piece.chunk.waiting:
                self._store(piece.chunk)
