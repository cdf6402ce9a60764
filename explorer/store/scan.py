"""All vectors of a space as matrices on disk that are scanned whole.

LanceDB holds the vectors for good; this is a copy in the form that is quickest to search: int8
codes for the scan, float16 for scoring the best again. Files of one generation only ever grow;
``state.json`` says how many rows count, so a reader in another process sees whole batches, and
rows that a stopped writer appended are overwritten. Whatever is missing comes from the table.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from explorer.core.similarity import Vectors
from explorer.store.failing import writing_to
from explorer.store.folder import replace_file
from explorer.store.kernels import coarse_products, half_products, quantise

EXACT_ROWS = 100_000
"""Up to so many rows, all are scored in half precision at once (15 ms)."""


class VectorRows(NamedTuple):
    """Some vectors: content keys (n,), unit indices (n,), float16 (n, d)."""

    contents: NDArray[np.int64]
    units: NDArray[np.int32]
    half: NDArray[np.float16]


class _Part(NamedTuple):
    contents: NDArray[np.int64]
    units: NDArray[np.int32]
    half: NDArray[np.float16]
    codes: NDArray[np.int8]
    scales: Vectors


@dataclass
class _State:
    """``batch`` is the last one contained, ``identities`` the encoders whose vectors these are."""

    generation: int = 0
    rows: int = 0
    dimension: int = 0
    batch: int = 0
    identities: tuple[str, ...] = ()


Fetch = Callable[[int], Iterable[VectorRows]]
"""Gives the stored vectors of the batches after a number."""

_FILES: tuple[tuple[str, Any], ...] = (
    ("contents", np.int64),
    ("units", np.int32),
    ("half", np.float16),
    ("codes", np.int8),
    ("scales", np.float32),
)


class ScanView:
    """The vectors at one moment; it stays as it is while others are added.

    Attributes
    ----------
    contents, units
        int64 and int32 (n,): content key and unit index of each vector.
    """

    def __init__(self, parts: Sequence[_Part], dimension: int) -> None:
        self._parts = [part for part in parts if len(part.contents)]
        self.dimension = dimension
        self.contents = _joined([part.contents for part in self._parts], np.int64)
        self.units = _joined([part.units for part in self._parts], np.int32)

    def __len__(self) -> int:
        return len(self.contents)

    @property
    def exact(self) -> bool:
        """Whether `scores` needs no second look."""
        return len(self) <= EXACT_ROWS

    def scores(self, queries: Vectors) -> Vectors:
        """Cosines of unit queries (t, d) with all vectors: float32 (t, n)."""
        if not self._parts:
            return np.empty((len(queries), 0), np.float32)
        scored = [
            half_products(part.half, queries)
            if self.exact
            else coarse_products(part.codes, part.scales, queries)
            for part in self._parts
        ]
        return scored[0] if len(scored) == 1 else np.concatenate(scored, axis=1)

    def vectors(self, positions: NDArray[np.integer] | slice = slice(None)) -> Vectors:
        """Some of the vectors, or all: float32 (m, d)."""
        if isinstance(positions, slice):
            positions = np.arange(len(self))[positions]
        result = np.empty((len(positions), self.dimension), np.float32)
        start = 0
        for part in self._parts:
            here = (positions >= start) & (positions < start + len(part.contents))
            result[here] = part.half[positions[here] - start]
            start += len(part.contents)
        return result


class VectorScan:
    """Keeps the matrices of one space in step with the table.

    Parameters
    ----------
    folder
        Where the files are.
    dimension
        Of the space.
    """

    def __init__(self, folder: Path, dimension: int) -> None:
        self._folder, self._dimension = folder, dimension
        self._view: tuple[_State, int, ScanView] | None = None

    def view(self, committed: int, identities: Iterable[str], fetch: Fetch) -> ScanView:
        """The vectors up to a batch, reading from the table what the files lack."""
        wanted = tuple(sorted(identities))
        state = self._read_state()
        if state is None or state.identities != wanted or state.batch > committed:
            state = _State(0, 0, self._dimension, 0, wanted)
        if self._view is not None and self._view[:2] == (state, committed):
            return self._view[2]
        try:
            parts = [self._map(state)] if state.rows else []
        except OSError:  # a writer has just replaced the files by those of a new generation
            parts, state = [], _State(0, 0, self._dimension, 0, wanted)
        if state.batch < committed:
            parts.extend(_quantised(rows) for rows in fetch(state.batch))
        view = ScanView(_few(parts), self._dimension)
        self._view = (state, committed, view)
        return view

    # -- writing; the caller holds the write lock

    def update(self, committed: int, identities: Iterable[str], fetch: Fetch) -> None:
        """Bring the files up to a batch; they are made anew where they do not fit."""
        wanted = tuple(sorted(identities))
        state = self._read_state()
        if state is None or state.identities != wanted or state.batch > committed:
            self.rebuild(committed, identities, fetch)
        elif state.batch < committed:
            self._extend(state, committed, fetch(state.batch))

    def append(self, blocks: Iterable[VectorRows], batch: int) -> None:
        """Add the vectors of the batch that was just stored."""
        state = self._read_state()
        if state is not None and state.batch == batch - 1:
            self._extend(state, batch, blocks)

    def rebuild(self, committed: int, identities: Iterable[str], fetch: Fetch) -> None:
        """Make the files anew from the table."""
        old = self._read_state()
        generation = old.generation + 1 if old else 1
        with writing_to(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            for name, _ in _FILES:
                self._file(name, generation).write_bytes(b"")
        fresh = _State(generation, 0, self._dimension, 0, tuple(sorted(identities)))
        self._extend(fresh, committed, fetch(0))
        self._drop_other_generations(generation)

    def drop(self) -> None:
        """Delete the files."""
        self._view = None
        shutil.rmtree(self._folder, ignore_errors=True)  # Windows: what is mapped stays

    def _extend(self, state: _State, batch: int, blocks: Iterable[VectorRows]) -> None:
        with writing_to(self._folder):
            rows = state.rows
            for block in blocks:
                part = _quantised(block)
                for name, kind in _FILES:
                    self._write(name, kind, state.generation, rows, getattr(part, name))
                rows += len(part.contents)
            after = _State(state.generation, rows, self._dimension, batch, state.identities)
            replace_file(self._folder / "state.json", json.dumps(asdict(after)).encode())

    def _write(self, name: str, kind: Any, generation: int, row: int, values: NDArray[Any]) -> None:
        width = self._dimension if name in ("half", "codes") else 1
        with self._file(name, generation).open("r+b") as stream:
            stream.seek(row * width * np.dtype(kind).itemsize)
            stream.write(np.ascontiguousarray(values, kind).tobytes())

    def _map(self, state: _State) -> _Part:
        def mapped(name: str, kind: Any) -> NDArray[Any]:
            shape: tuple[int, ...] = (state.rows,)
            if name in ("half", "codes"):
                shape = (state.rows, self._dimension)
            return np.memmap(self._file(name, state.generation), kind, "r", 0, shape)

        return _Part(*(mapped(name, kind) for name, kind in _FILES))

    def _read_state(self) -> _State | None:
        try:
            data = json.loads((self._folder / "state.json").read_bytes())
            state = _State(**{**data, "identities": tuple(data["identities"])})
            for name, kind in _FILES:
                width = self._dimension if name in ("half", "codes") else 1
                needed = state.rows * width * np.dtype(kind).itemsize
                if self._file(name, state.generation).stat().st_size < needed:
                    return None
        except (OSError, ValueError, KeyError, TypeError):
            return None  # it is made anew from the table
        return state if state.dimension == self._dimension else None

    def _file(self, name: str, generation: int) -> Path:
        return self._folder / f"{name}-{generation}.bin"

    def _drop_other_generations(self, generation: int) -> None:
        for file in self._folder.glob("*-*.bin"):
            if not file.stem.endswith(f"-{generation}"):
                try:
                    file.unlink()
                except OSError:
                    continue  # Windows: somebody has it mapped; the next rebuild takes it


def _quantised(rows: VectorRows) -> _Part:
    codes, scales = quantise(rows.half)
    return _Part(rows.contents, rows.units, rows.half, codes, scales)


def _few(parts: list[_Part]) -> list[_Part]:
    """The mapped part as it is, and the many small ones in memory as one."""
    if len(parts) <= 2:
        return parts
    first, rest = (parts[:1], parts[1:]) if isinstance(parts[0].half, np.memmap) else ([], parts)
    joined = _Part(*(np.concatenate(columns) for columns in zip(*rest, strict=True)))
    return [*first, joined]


def _joined(arrays: list[NDArray[Any]], kind: Any) -> NDArray[Any]:
    if not arrays:
        return np.empty(0, kind)
    return arrays[0] if len(arrays) == 1 else np.concatenate(arrays)
