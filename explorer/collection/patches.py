"""Keeps a few patches of every picture and sound, so that a word can be met in a part of it.

Encoding patches takes about as long as indexing does, so it is done when it is asked for and not
with every index run. It goes on where it was stopped.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from blake3 import blake3
from numpy.typing import NDArray

from explorer.api.encoder import Preparation
from explorer.collection.intake import FileJob, Intake
from explorer.collection.item_table import ItemTable
from explorer.collection.tools import Tools
from explorer.core.errors import ExplorerError, MediaError
from explorer.core.similarity import Vectors
from explorer.core.tokens import GridLayout, Tokens
from explorer.core.wording import Wording, joined
from explorer.encoders.regions import merged_regions, region_means
from explorer.encoders.space import Space
from explorer.jobs import Control
from explorer.media.decoded import DecodedFile
from explorer.store.patches import PatchTable

REGIONS = 12
"""Regions that a unit's patches are merged into: of four pictures in one, twelve regions found the
word as often as all hundred patches did, within two hundredths (tests/benchmarks/RESULTS.md)."""

MOST_UNITS = 4
"""The vectors of items with more units are those of parts already."""

BATCH = 256
PATIENCE_SECONDS = 0.25


@dataclass
class PatchReport:
    """What a run did: counts are of items, ``failed`` are (path, reason)."""

    kept: int = 0
    already: int = 0
    without: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def sentence(self) -> Wording:
        """What was done, for the person."""
        told = [
            Wording(
                "Patches of {kept} items were kept; {already} had theirs already.",
                kept=self.kept,
                already=self.already,
            )
        ]
        if self.without:
            told.append(
                Wording("{count} have parts with vectors of their own.", count=self.without)
            )
        if self.failed:
            path, reason = self.failed[0]
            told.append(
                Wording(
                    "{count} failed, the first of them {path}: {reason}",
                    count=len(self.failed),
                    path=path,
                    reason=reason,
                )
            )
        return joined(" ", told)

    def to_dict(self) -> dict[str, object]:
        """JSON data."""
        return {
            "kept": self.kept,
            "already": self.already,
            "without": self.without,
            "failed": [{"path": path, "reason": reason} for path, reason in self.failed],
            "seconds": round(self.seconds, 3),
        }


class PatchKeeper:
    """Reads the files of a collection and keeps their patches.

    Parameters
    ----------
    space
        Loaded.
    """

    def __init__(self, table: PatchTable, space: Space, tools: Tools) -> None:
        self._table, self._space, self._tools = table, space, tools
        self._preparations = token_preparations(space)
        self._width = text_width(space)
        self._report = PatchReport()
        self._batches: dict[str, list[tuple[int, Vectors]]] = defaultdict(list)

    def keep(self, items: ItemTable, control: Control, stored: Callable[[], None]) -> PatchReport:
        """Keep the patches of all present items that have none yet.

        Raises
        ------
        Cancelled
            If the person has asked to stop; what was kept by then stays.
        CollectionError
            If it could not be written.
        """
        began = time.perf_counter()
        waiting = self._missing(items)
        files: dict[str, list[int]] = defaultdict(list)
        for row in waiting.tolist():
            files[str(items.paths[row])].append(row)
        intake = Intake(self._tools.decoder, self._preparations, self._jobs(files, items))
        done, total = 0, len(files)
        try:
            while not intake.finished:
                control.check()
                intake.fill(0)
                for job, result in intake.take(PATIENCE_SECONDS):
                    control.check()
                    if isinstance(result, MediaError):
                        self._report.failed.append((job.path, result.reason))
                    else:
                        self._take(result, files[job.path], items)
                        if result.next_item is not None:
                            intake.go_on(job, result.next_item)
                            continue
                    done += 1
                    control.progress(done, total, Wording("Keeping patches"))
        finally:
            intake.stop()
            self._flush(0)
            stored()
        self._table.tidy(list(token_identities(self._space).values()), items.contents)
        self._report.seconds = time.perf_counter() - began
        return self._report

    def _missing(self, items: ItemTable) -> NDArray[np.int64]:
        wanted = np.flatnonzero(can_have_patches(items, self._space, self._tools)).astype(np.int64)
        there = self._table.contents(list(token_identities(self._space).values()))
        kept = np.isin(items.contents[wanted], there)
        self._report.already = int(kept.sum())
        missing = wanted[~kept]
        _, first = np.unique(items.contents[missing], return_index=True)  # copies share them
        return np.asarray(missing[np.sort(first)])

    def _jobs(self, files: Mapping[str, list[int]], items: ItemTable) -> Iterator[FileJob]:
        for path, rows in files.items():
            yield FileJob(path, items.modality(rows[0]), int(items.size[rows[0]]))

    def _take(self, decoded: DecodedFile, rows: list[int], items: ItemTable) -> None:
        by_part = {str(items.parts[row]): row for row in rows}
        for item in decoded.items:
            row = by_part.get(item.part)
            if row is None:
                continue
            pieces = [piece for piece in item.pieces if piece.prepared is not None]
            if not 0 < len(pieces) <= MOST_UNITS:
                self._report.without += 1
                continue
            try:
                found = [self._regions(piece.content, piece.prepared) for piece in pieces]
            except (ExplorerError, RuntimeError, ValueError) as error:
                self._report.failed.append((str(decoded.path), str(error)))
                continue
            content = pieces[0].content
            patches = np.concatenate(found)[:, : self._width]
            self._batches[content].append((int(items.contents[row]), patches))
            self._report.kept += 1
        self._flush(BATCH)

    def _regions(self, content: str, prepared: Any) -> Vectors:
        encoder = self._space.encoder(content)
        with self._space.device:
            (tokens,) = encoder.encode_tokens([prepared])
        return region_means(tokens.vectors, merged_regions(tokens.vectors, _grid(tokens), REGIONS))

    def _flush(self, enough: int) -> None:
        for content, batch in self._batches.items():
            if batch and len(batch) >= enough:
                self._table.add(token_identities(self._space)[content], batch)
                self._batches[content] = []


def _grid(tokens: Tokens) -> GridLayout:
    layout = tokens.layout
    return layout if isinstance(layout, GridLayout) else GridLayout(1, layout.count)


def token_preparations(space: Space) -> dict[str, Preparation]:
    """By content, how units are prepared for patches: of the encoders that give any but words."""
    return {
        content: encoder.preparation("tokens")
        for content, encoder in space.encoders.items()
        if encoder.gives_tokens and content != "text"
    }


def token_identities(space: Space) -> dict[str, str]:
    """By content, 16 digits that name the encoder, its preparation and how patches are merged."""
    return {
        content: blake3(
            f"{space.encoder(content).revision}\0{preparation!r}\0{REGIONS}".encode()
        ).hexdigest()[:16]
        for content, preparation in token_preparations(space).items()
    }


def text_width(space: Space) -> int:
    """How many leading numbers of a vector a word can meet: texts may be zero in the rest."""
    vectors = space.encode_contents("text", ["a red bird in a tree", "music", "why"])
    return int(np.flatnonzero(np.abs(vectors).max(axis=0)).max()) + 1


def can_have_patches(items: ItemTable, space: Space, tools: Tools) -> NDArray[np.bool_]:
    """Whether each item is present and of a kind whose encoder gives patches: bool (n,)."""
    contents = token_preparations(space)
    served = [
        name in tools.host.modalities and tools.host.modalities[name].content in contents
        for name in items.modalities
    ]
    if not served:
        return np.zeros(len(items), bool)
    return np.asarray(items.present & np.array(served)[items.modality_codes])
