"""Embeds what a collection holds in another space, while the one it has goes on serving."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from explorer.api.modality import Modality
from explorer.collection.chunk import Chunk, WaitingItem, prepare_item
from explorer.collection.encoding import DESCRIPTION, SpaceEncoding, made_by
from explorer.collection.encoding_flow import EncodingFlow
from explorer.collection.index_report import Failure
from explorer.collection.intake import FileJob, Reading
from explorer.collection.item_rows import unit_row
from explorer.collection.item_table import ItemTable
from explorer.collection.space_vectors import SpaceVectors
from explorer.collection.store_writer import BATCH_ITEMS, BATCH_SECONDS
from explorer.core.errors import Cancelled, MediaError
from explorer.core.media import Unit
from explorer.core.selection import Rows
from explorer.core.wording import Wording, joined
from explorer.jobs import Control
from explorer.media.decoder import Decoder
from explorer.store.scan import VectorRows
from explorer.store.tables import Batch


@dataclass
class EmbedReport:
    """What became of a collection's items in another space.

    Parameters
    ----------
    space
        Its id.
    wanted
        Items without a vector in it, copies counted once; ``wanted = embedded + changed +
        failed``.
    embedded
        Those that have one now.
    changed
        Those whose file is another than when it was indexed: the next index run takes them.
    failed
        Those that could not be read or encoded.
    """

    space: str
    wanted: int = 0
    embedded: int = 0
    changed: int = 0
    failed: list[Failure] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def sentence(self) -> Wording:
        """The report for a person."""
        if not self.wanted:
            return Wording("In '{space}' everything had its vectors already.", space=self.space)
        parts = [Wording("{count} embedded", count=self.embedded)]
        if self.changed:
            parts.append(Wording("{count} changed since they were indexed", count=self.changed))
        if self.failed:
            parts.append(Wording("{count} failed", count=len(self.failed)))
        return Wording(
            "In '{space}': {parts} ({seconds} s).",
            space=self.space,
            parts=joined(", ", parts),
            seconds=self.seconds,
        )


def encodable(
    items: ItemTable, modalities: Mapping[str, Modality], encoders: Mapping[str, str]
) -> Rows:
    """Rows of the present items that a space has an encoder for, or their words: int64 (m,)."""
    codes = [
        code
        for code, name in enumerate(items.modalities)
        if name in modalities and made_by(encoders, modalities[name].content)
    ]
    return np.flatnonzero(items.present & np.isin(items.modality_codes, codes)).astype(np.int64)


@dataclass(frozen=True, slots=True)
class _Wanted:
    row: int
    content: int
    content_hash: str


class EmbedRun:
    """Gives items their vectors in a space; the write lock is held.

    Parameters
    ----------
    items
        The items of this moment.
    vectors, encoding
        Of the space; its leftovers are cleared away and its matrices up to date.
    stored
        Called after each stored batch.
    """

    def __init__(
        self,
        items: ItemTable,
        vectors: SpaceVectors,
        encoding: SpaceEncoding,
        decoder: Decoder,
        modalities: Mapping[str, Modality],
        control: Control,
        stored: Callable[[], None],
    ) -> None:
        self._items, self._vectors, self._encoding = items, vectors, encoding
        self._decoder, self._modalities, self._control = decoder, modalities, control
        self._stored = stored
        self.report = EmbedReport(vectors.id)
        self._committed = items.version
        self._row_of: dict[int, int] = {}
        self._by_path = self._find()
        self._batch, self._witness, self._last = Batch(), -1, time.monotonic()
        self._described: dict[int, Unit] = {}
        self._flow = EncodingFlow(decoder, encoding, self._jobs(), self._take, self._store)

    def _find(self) -> dict[str, dict[str, _Wanted]]:
        """By path and part, the items that lack vectors; of copies the first."""
        items = self._items
        has = self._vectors.index(items).has_vectors
        rows = encodable(items, self._modalities, self._encoding.identities)
        rows = rows[~has[rows]]
        rows = rows[np.sort(np.unique(items.contents[rows], return_index=True)[1])]
        stored = self._vectors.tables.read("items", ["row", "content_hash"])
        hashes = dict(zip(stored["row"].to_pylist(), stored["content_hash"].to_pylist(),
                          strict=True))  # fmt: skip
        found: dict[str, dict[str, _Wanted]] = defaultdict(dict)
        for row in rows.tolist():
            one = _Wanted(row, int(items.contents[row]), hashes.get(row, ""))
            self._row_of[one.content] = row
            found[str(items.paths[row])][str(items.parts[row])] = one
        self.report.wanted = len(rows)
        return found

    def run(self) -> EmbedReport:
        """Read, encode and store.

        Raises
        ------
        Cancelled
            If the person has asked to stop; what was done is stored.
        CollectionError
            If storing failed; what was stored before is whole.
        """
        began = time.perf_counter()
        try:
            self._flow.run(self._control.check, self._flush_if_due)
        except (Cancelled, KeyboardInterrupt):
            self._flush()
            raise
        self._flush()
        self.report.seconds = time.perf_counter() - began
        return self.report

    # -- reading

    def _jobs(self) -> Iterator[FileJob]:
        for path, parts in self._by_path.items():
            row = next(iter(parts.values())).row
            modality = self._items.modality(row)
            yield FileJob(path, modality, int(self._items.size[row]))

    def _take(self, reading: Reading) -> None:
        job, decoded = reading
        wanted = self._by_path[job.path]
        if isinstance(decoded, MediaError):
            self._fail_rest(job.path, decoded.reason)
            return
        for part, reason in decoded.failures:
            if wanted.pop(part, None) is not None:
                self._fail(job.path, reason, part)
        chunk = Chunk(job, decoded)
        for item in decoded.items:
            one = wanted.pop(item.part, None)
            if one is None:
                continue
            if one.content_hash != item.content_hash:
                self.report.changed += 1
                continue
            waiting = prepare_item(decoded, item, self._encoding, lambda _: False)
            waiting.content = one.content  # whatever the serving space depends on besides
            self._flow.queue(chunk, waiting)
        if decoded.next_item is not None and wanted:
            self._flow.go_on(job, decoded.next_item)
        elif wanted:
            self.report.changed += len(wanted)
            wanted.clear()
        if not chunk.waiting:
            self._store(chunk)
        self._tell(job.path)

    # -- storing

    def _store(self, chunk: Chunk) -> None:
        for waiting in chunk.items:
            if waiting.reason or not waiting.vectors:
                reason = waiting.reason or "it has nothing that this space encodes"
                self._fail(chunk.job.path, reason, waiting.item.part)
                continue
            self._keep(waiting)
        self._tell(chunk.job.path)

    def _keep(self, waiting: WaitingItem) -> None:
        batch = self._batch
        for index, identity, vector in waiting.vectors:
            batch.vector_keys.append((waiting.content, index, identity))
            batch.vectors.append(vector)
        batch.contents.add(waiting.content)
        for unit in waiting.units:
            if unit.kind == DESCRIPTION:
                self._described[waiting.content] = unit
        self._witness = self._row_of[waiting.content]

    def _flush_if_due(self) -> None:
        full = len(self._batch.contents) >= BATCH_ITEMS
        if full or (self._batch.contents and time.monotonic() - self._last > BATCH_SECONDS):
            self._flush()

    def _flush(self) -> None:
        batch, self._batch = self._batch, Batch()
        if not batch.contents:
            return
        batch.units = self._missing_units()
        self._vectors.tables.commit_vectors(batch, self._committed + 1, self._witness)
        self._committed += 1
        self._vectors.scan.append(
            [
                VectorRows(
                    np.array([key for key, _, _ in batch.vector_keys], np.int64),
                    np.array([unit for _, unit, _ in batch.vector_keys], np.int32),
                    np.stack(batch.vectors).astype(np.float16),
                )
            ],
            self._committed,
        )
        self.report.embedded += len(batch.contents)
        self._last = time.monotonic()
        self._stored()

    def _missing_units(self) -> list[dict[str, object]]:
        """Rows of the units that only this space has: items found by their words alone."""
        described, self._described = self._described, {}
        columns = ["content", "unit", "kind", "batch"]
        tables = self._vectors.tables
        known = tables.read_rows("units", columns, "content", sorted(described))
        batches = {one["content"]: one["batch"] for one in known}
        have = {one["content"] for one in known if one["kind"] == DESCRIPTION}
        return [
            {**unit_row(content, unit), "batch": batches.get(content, self._committed)}
            for content, unit in described.items()
            if content not in have
        ]

    # -- telling

    def _fail_rest(self, path: str, reason: str) -> None:
        wanted = self._by_path[path]
        for part in list(wanted):
            self._fail(path, reason, part)
        wanted.clear()
        self._tell(path)

    def _fail(self, path: str, reason: str, part: str) -> None:
        self.report.failed.append(Failure(path, reason, time.time(), part))

    def _tell(self, path: str) -> None:
        report = self.report
        done = report.embedded + len(self._batch.contents) + report.changed + len(report.failed)
        self._control.progress(done, report.wanted, str(Path(path).parent))
