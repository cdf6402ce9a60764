"""The patches of a collection's items, few of them and in eight bits, in a table of their own.

A row is one content: its patches' codes one after the other, and a scale for each. The table is
made when patches are first kept. A row that is there is whole, and one that is there twice does no
harm, so writing it needs no lock and can be stopped at any moment.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from explorer.core.similarity import Vectors
from explorer.store.failing import writing_to
from explorer.store.kernels import coarse_products, quantise
from explorer.store.schema import one_of, quoted, space_name

KEPT_BYTES = 1 << 30
"""Codes of up to so many bytes stay in memory; of more, all are read again for each word."""

_AT_ONCE = 2000


class PatchBlock(NamedTuple):
    """Some contents' patches.

    ``contents`` and ``starts`` are int64 (n,): keys, and where the patches of each begin; ``codes``
    is int8 (p, width) and ``scales`` float32 (p,).
    """

    contents: NDArray[np.int64]
    starts: NDArray[np.int64]
    codes: NDArray[np.int8]
    scales: Vectors

    def best(self, vector: Vectors) -> Vectors:
        """The best product of each content's patches with a vector (width,): float32 (n,)."""
        products = coarse_products(self.codes, self.scales, vector[np.newaxis])[0]
        return np.asarray(np.maximum.reduceat(products, self.starts), np.float32)


class PatchTable:
    """The patches that are kept of one space.

    Parameters
    ----------
    folder
        The collection's folder.
    """

    def __init__(self, folder: Path, space: str) -> None:
        import lancedb

        self._folder, self._name = folder, f"patches_{space_name(space)}"
        self._database = lancedb.connect(
            str(folder / "tables"), read_consistency_interval=timedelta(0)
        )
        self._lock = threading.Lock()
        self._table: Any = None
        self._kept: tuple[tuple[int, str], list[PatchBlock]] | None = None

    def contents(self, identities: Sequence[str]) -> NDArray[np.int64]:
        """Keys of the contents whose patches by these encoders are kept, in order."""
        table = self._opened()
        if table is None:
            return np.empty(0, np.int64)
        found = table.search().where(_by(identities)).select(["content"]).to_arrow()
        return np.unique(found["content"].to_numpy().astype(np.int64))

    def best(self, identities: Sequence[str], vector: Vectors) -> tuple[NDArray[np.int64], Vectors]:
        """Of each content the best product of a patch with a vector: keys, float32 (n,).

        Parameters
        ----------
        vector
            float32 (d,); of it as many numbers count as are kept of a patch.
        """
        with self._lock:
            found = [
                (block.contents, block.best(vector[: block.codes.shape[1]]))
                for block in self._blocks(identities)
            ]
        if not found:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        return np.concatenate([one[0] for one in found]), np.concatenate([one[1] for one in found])

    def _blocks(self, identities: Sequence[str]) -> Iterator[PatchBlock]:
        table = self._opened()
        if table is None:
            return
        key = int(table.version), _by(identities)
        if self._kept is not None and self._kept[0] == key:
            yield from self._kept[1]
            return
        blocks: list[PatchBlock] | None = []
        size = 0
        query = table.search().where(_by(identities))
        for rows in query.select(["content", "codes", "scales"]).to_batches(8192):
            if rows.num_rows:
                block = _block(rows)
                size += block.codes.nbytes
                blocks = None if blocks is None or size > KEPT_BYTES else [*blocks, block]
                yield block
        self._kept = None if blocks is None else (key, blocks)

    def add(self, identity: str, patches: Sequence[tuple[int, Vectors]]) -> None:
        """Keep the patches of some contents.

        Parameters
        ----------
        identity
            Names the encoder, its preparation and how patches were merged.
        patches
            Content key and float32 (patches, width), not empty.

        Raises
        ------
        CollectionError
            If they could not be written.
        """
        import pyarrow as pa

        coded = [quantise(vectors) for _, vectors in patches]
        rows = pa.table(
            {
                "content": pa.array([key for key, _ in patches], pa.int64()),
                "identity": pa.array([identity] * len(patches), pa.string()),
                "codes": pa.array([codes.tobytes() for codes, _ in coded], pa.large_binary()),
                "scales": pa.array(
                    [scales.astype("<f4").tobytes() for _, scales in coded], pa.large_binary()
                ),
            }
        )
        with writing_to(self._folder):
            table = self._opened()
            if table is None:
                self._table = self._database.create_table(
                    self._name, schema=rows.schema, exist_ok=True
                )
            self._table.add(rows)

    def tidy(self, identities: Sequence[str], wanted: NDArray[np.int64]) -> None:
        """Delete what is of other encoders or of no wanted content, and join small files."""
        table = self._opened()
        if table is None:
            return
        with writing_to(self._folder):
            table.delete(f"NOT ({_by(identities)})")
            there = table.search().select(["content"]).to_arrow()["content"].to_numpy()
            gone = np.setdiff1d(there, wanted)
            for start in range(0, len(gone), _AT_ONCE):
                table.delete(one_of("content", gone[start : start + _AT_ONCE]))
            table.optimize(cleanup_older_than=timedelta(minutes=2))

    def version(self) -> int:
        """Number of its state, 0 before anything was kept."""
        table = self._opened()
        return 0 if table is None else int(table.version)

    def size(self) -> int:
        """Bytes on disk."""
        folder = self._folder / "tables" / f"{self._name}.lance"
        return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())

    def drop(self) -> None:
        """Forget all of them."""
        with writing_to(self._folder):
            if self._opened() is not None:
                self._database.drop_table(self._name)
        self.close()

    def close(self) -> None:
        """Let go of files and memory."""
        with self._lock:
            self._table = self._kept = None

    def _opened(self) -> Any:
        if self._table is None and self._name in self._database.list_tables(limit=1000).tables:
            self._table = self._database.open_table(self._name)
        return self._table


def _by(identities: Sequence[str]) -> str:
    known = ", ".join(quoted(one) for one in sorted(identities))
    return f"identity IN ({known})" if known else "false"


def _block(rows: Any) -> PatchBlock:
    scales = [np.frombuffer(one, "<f4") for one in rows["scales"].to_pylist()]
    counts = np.array([len(one) for one in scales], np.int64)
    flat = np.frombuffer(b"".join(rows["codes"].to_pylist()), np.int8)
    return PatchBlock(
        rows["content"].to_numpy().astype(np.int64),
        np.cumsum(counts) - counts,
        flat.reshape(int(counts.sum()), -1),
        np.concatenate(scales).astype(np.float32),
    )
