"""One run of indexing: look, read, encode, store; whole batches, and counts that add up."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from explorer.api.modality import Modality
from explorer.collection.chunk import Chunk, prepare_item
from explorer.collection.encoding import SpaceEncoding
from explorer.collection.encoding_flow import EncodingFlow
from explorer.collection.index_report import Failure, IndexReport
from explorer.collection.intake import FileJob, Reading
from explorer.collection.known_files import KnownFiles
from explorer.collection.scanner import is_inside
from explorer.collection.store_writer import StoreWriter
from explorer.collection.survey import FileToRead, SameFile, Survey, Surveyor, reachable_roots
from explorer.core.errors import Cancelled, MediaError
from explorer.core.wording import Wording
from explorer.jobs import Control
from explorer.media.decoded import DecodedFile
from explorer.media.decoder import Decoder


@dataclass(frozen=True, slots=True)
class Order:
    """What to index.

    Parameters
    ----------
    roots
        Absolute files and folders, none in another.
    gone
        Files and folders that are known to have gone.
    own_folder
        The collection's folder.
    """

    roots: list[str]
    gone: tuple[str, ...]
    own_folder: str
    folders: tuple[str, ...] = ()
    full_hash: bool = False


class IndexRun:
    """Carries out an order.

    Parameters
    ----------
    known
        What was stored before.
    writer
        Stores the batches; the write lock is held.
    """

    def __init__(
        self,
        order: Order,
        known: KnownFiles,
        writer: StoreWriter,
        encoding: SpaceEncoding,
        decoder: Decoder,
        modalities: Mapping[str, Modality],
        report: IndexReport,
        control: Control,
    ) -> None:
        self._order, self._known, self._writer = order, known, writer
        self._encoding, self._decoder, self._modalities = encoding, decoder, modalities
        self._report, self._control = report, control
        self._handled: set[str] = set()
        self._total = self._done = 0

    def run(self) -> None:
        """Look, read, encode and store.

        Raises
        ------
        Cancelled
            If the person has asked to stop; what was done is stored.
        CollectionError
            If nothing that was asked for is there, or storing failed.
        """
        roots, absent = reachable_roots(self._order.roots)
        surveyor = Surveyor(
            self._known,
            self._order.folders,
            full_hash=self._order.full_hash,
            check=self._control.check,
        )
        survey = surveyor.look(
            roots,
            self._order.own_folder,
            lambda count, path: self._control.progress(
                count, 0, Wording("Looking in {folder}", folder=_folder(path))
            ),
        )
        survey.failed.extend(absent)
        survey.files += len(absent)
        self._account_for(survey)
        try:
            self._read_all(surveyor.compare(survey))
        except (Cancelled, KeyboardInterrupt):
            self._writer.flush()
            self._writer.keep_failures(self._report.failed, self._settled([]))
            raise
        blind = [found.path for found in survey.failed]
        self._mark_removed(roots, blind)
        self._writer.flush()
        self._writer.keep_failures(self._report.failed, self._settled(roots))
        if self._done != self._total:
            raise AssertionError(f"{self._total} files found, {self._done} accounted for")
        self._report.check()

    # -- looking

    def _account_for(self, survey: Survey) -> None:
        report = self._report
        for found in survey.failed:
            self._fail(found.path, found.reason)
        report.skipped += survey.other
        report.found += survey.other + survey.unchanged
        report.unchanged += survey.unchanged
        self._writer.revive(self._known.rows[np.array(survey.revived, np.int64)])
        self._total = survey.files
        self._done = survey.files - len(survey.new) - len(survey.to_compare)

    def _mark_removed(self, roots: list[str], blind: list[str]) -> None:
        gone = [path for path in self._order.gone if not Path(path).exists()]
        missing = self._known.missing([*roots, *gone], blind)
        self._writer.remove(self._known.rows[missing])
        self._report.removed += len(missing)

    def _settled(self, roots: list[str]) -> Callable[[str], bool]:
        """Which earlier failures this run has an answer to."""

        looked = frozenset(roots)

        def settled(path: str) -> bool:
            return is_inside(path, looked) or path in self._handled or not os.path.lexists(path)

        return settled

    # -- reading

    def _read_all(self, files: Iterable[FileToRead | SameFile]) -> None:
        self._flow = EncodingFlow(
            self._decoder, self._encoding, self._jobs(files), self._take, self._store
        )
        self._flow.run(self._control.check, self._writer.flush_if_due)

    def _jobs(self, files: Iterable[FileToRead | SameFile]) -> Iterator[FileJob]:
        for file in files:
            found = file.found
            if isinstance(file, SameFile):
                self._keep(file)
                continue
            modality = self._decoder.modality_for(Path(found.path))
            if modality is None:
                self._report.found += 1
                self._report.skipped += 1
                self._close(found.path)
                continue
            known = self._known.items(file.known) if len(file.known) else {}
            yield FileJob(found.path, modality, found.size, known)

    def _keep(self, file: SameFile) -> None:
        """A file that is as it was, but for its time or its place."""
        found, report = file.found, self._report
        rows = self._known.rows[file.known]
        self._writer.move(rows, found.path, found.size, found.modified_ns)
        report.found += len(rows)
        report.unchanged += len(rows)
        report.moved += len(rows) if file.moved_from else 0
        self._close(found.path)

    def _take(self, reading: Reading) -> None:
        job, decoded = reading
        if isinstance(decoded, MediaError):
            self._fail_in(job, decoded.reason)
            self._close(job.path)
            return
        for part, reason in decoded.failures:
            job.parts.add(part)
            self._fail_in(job, reason, part)
        job.in_pieces = job.in_pieces or decoded.next_item is not None
        chunk = Chunk(job, decoded)
        job.open_chunks += 1
        for item in decoded.items:
            job.parts.add(item.part)
            if not self._is_same(job, item.part, item.content_hash, decoded.modality):
                waiting = prepare_item(decoded, item, self._encoding, self._writer.has_vectors)
                self._flow.queue(chunk, waiting)
        if decoded.next_item is not None:
            self._flow.go_on(job, decoded.next_item)
        else:
            job.last = decoded
            self._close(job.path)
        if not chunk.waiting:
            self._store(chunk)

    def _is_same(self, job: FileJob, part: str, content_hash: str, modality: str) -> bool:
        before = job.known.get(part)
        if before is None or not (before.present and before.encoded):
            return False
        if (before.content_hash, before.modality) != (content_hash, modality):
            return False
        job.same_rows.append(before.row)
        job.count += 1
        self._report.found += 1
        self._report.unchanged += 1
        return True

    # -- storing

    def _store(self, chunk: Chunk) -> None:
        """Hand a piece of a file to the writer: all of its items have their vectors."""
        job, decoded = chunk.job, chunk.decoded
        for waiting in chunk.items:
            if waiting.reason:
                self._fail_in(job, waiting.reason, waiting.item.part)
        whole = not job.in_pieces and not job.failed
        encoding = self._encoding.encoding(self._modalities[decoded.modality].content)
        for waiting in chunk.items:
            if not waiting.reason:
                before = job.known.get(waiting.item.part)
                row = self._writer.store(decoded, waiting, encoding, before, whole=whole)
                job.stored_rows.append(row)
                job.count += 1
                self._report.found += 1
                self._report.indexed += 1
        job.open_chunks -= 1
        if job.last is not None and not job.open_chunks:
            self._finish(job, job.last)

    def _finish(self, job: FileJob, last: DecodedFile) -> None:
        """All items of a file are with the writer: note its time, and what went out of it.

        The time of a file of which a part failed is not noted, so that it is tried again.
        """
        if not job.count:
            self._report.found += 1
            self._report.skipped += 1  # there is nothing in it
        if job.failed:
            return
        gone = [one.row for part, one in job.known.items() if part not in job.parts if one.present]
        self._report.removed += len(gone)
        same = job.same_rows + (job.stored_rows if job.in_pieces else [])
        self._writer.finish(_rows(same), _rows(gone), last)

    def _fail_in(self, job: FileJob, reason: str, part: str = "") -> None:
        job.failed = True
        job.count += 1
        self._fail(job.path, reason, part)

    def _fail(self, path: str, reason: str, part: str = "") -> None:
        self._report.found += 1
        self._report.failed.append(Failure(path, reason, time.time(), part))

    def _close(self, path: str) -> None:
        self._handled.add(path)
        self._done += 1
        self._control.progress(self._done, self._total, _folder(path))


def _rows(rows: list[int]) -> NDArray[np.int64]:
    return np.array(rows, np.int64)


def _folder(path: str) -> str:
    return str(Path(path).parent)
