"""The matrices that are scanned: their arithmetic, growth and repair."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from explorer.core.similarity import normalise
from explorer.store import kernels
from explorer.store.scan import VectorRows, VectorScan

D = 96


def rows(count: int, seed: int) -> VectorRows:
    """Some unit vectors in half precision."""
    random = np.random.default_rng(seed)
    half = normalise(random.standard_normal((count, D))).astype(np.float16)
    return VectorRows(random.integers(-(2**62), 2**62, count), np.zeros(count, np.int32), half)


class Stored:
    """Stands for the table: the vectors of each batch."""

    def __init__(self, *batches: VectorRows) -> None:
        self.batches = list(batches)
        self.read = 0

    def __call__(self, after: int) -> Iterable[VectorRows]:
        self.read += len(self.batches[after:])
        return iter(self.batches[after:])


@pytest.mark.parametrize("with_numkong", [True, False])
def test_products(with_numkong: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not with_numkong:
        monkeypatch.setattr(kernels, "numkong", None)
    elif kernels.numkong is None:
        pytest.skip("numkong is not installed")
    matrix = rows(5000, 1).half
    queries = normalise(np.random.default_rng(2).standard_normal((3, D)))
    exact = queries @ matrix.astype(np.float32).T
    assert np.allclose(kernels.half_products(matrix, queries), exact, atol=5e-4)
    codes, scales = kernels.quantise(matrix)
    coarse = kernels.coarse_products(codes, scales, queries)
    assert coarse.shape == (3, 5000)
    assert np.abs(coarse - exact).max() < 0.01
    assert kernels.half_products(matrix[:0], queries).shape == (3, 0)


def test_zero_vectors_do_not_spoil_the_scan() -> None:
    codes, scales = kernels.quantise(np.zeros((2, D), np.float16))
    assert not codes.any()
    assert not kernels.coarse_products(codes, scales, np.ones((1, D), np.float32)).any()


def test_files_grow_with_the_batches_and_are_read_by_others(tmp_path: Path) -> None:
    stored = Stored(rows(10, 1), rows(20, 2))
    writer, reader = VectorScan(tmp_path, D), VectorScan(tmp_path, D)
    writer.update(2, ["a"], stored)
    first = reader.view(2, ["a"], stored)
    assert len(first) == 30
    stored.batches.append(rows(5, 3))
    writer.append([stored.batches[2]], 3)
    stored.read = 0
    second = reader.view(3, ["a"], stored)
    assert (len(second), len(first), stored.read) == (35, 30, 0)
    everything = np.concatenate([one.half for one in stored.batches]).astype(np.float32)
    assert np.array_equal(second.vectors(), everything)
    assert np.array_equal(second.vectors(np.array([34, 0, 12])), everything[[34, 0, 12]])
    query = everything[:2]
    assert np.allclose(second.scores(query), query @ everything.T, atol=1e-3)


def test_what_the_files_lack_is_read_from_the_table(tmp_path: Path) -> None:
    stored = Stored(rows(10, 1))
    VectorScan(tmp_path, D).update(1, ["a"], stored)
    stored.batches += [rows(20, 2), rows(5, 3), rows(7, 4)]
    view = VectorScan(tmp_path, D).view(4, ["a"], stored)
    everything = np.concatenate([one.half for one in stored.batches]).astype(np.float32)
    assert np.array_equal(view.vectors(), everything)
    assert np.array_equal(view.contents, np.concatenate([one.contents for one in stored.batches]))
    assert np.allclose(view.scores(everything[:1]), everything[:1] @ everything.T, atol=1e-3)


def test_rows_that_a_stopped_writer_appended_do_not_count(tmp_path: Path) -> None:
    stored = Stored(rows(10, 1))
    VectorScan(tmp_path, D).update(1, ["a"], stored)
    for file in tmp_path.glob("*.bin"):
        with file.open("ab") as stream:
            stream.write(b"half a batch")
    assert len(VectorScan(tmp_path, D).view(1, ["a"], stored)) == 10
    stored.batches.append(rows(3, 2))
    VectorScan(tmp_path, D).update(2, ["a"], stored)
    view = VectorScan(tmp_path, D).view(2, ["a"], stored)
    assert np.array_equal(view.vectors()[10:], stored.batches[1].half.astype(np.float32))


@pytest.mark.parametrize("damage", ["state", "short", "gone", "encoder", "future"])
def test_files_that_do_not_fit_are_made_anew(tmp_path: Path, damage: str) -> None:
    stored = Stored(rows(10, 1))
    scan = VectorScan(tmp_path, D)
    scan.update(1, ["a"], stored)
    identities, committed = ["a"], 1
    if damage == "state":
        (tmp_path / "state.json").write_text("{")
    elif damage == "short":
        next(tmp_path.glob("codes-*")).write_bytes(b"")
    elif damage == "gone":
        next(tmp_path.glob("half-*")).unlink()
    elif damage == "encoder":
        identities = ["b"]
    else:
        scan.append([rows(3, 9)], 2)  # a batch that was never stored whole
    stored.read = 0
    assert len(VectorScan(tmp_path, D).view(committed, identities, stored)) == 10
    assert stored.read == 1
    scan.update(committed, identities, stored)
    stored.read = 0
    assert len(VectorScan(tmp_path, D).view(committed, identities, stored)) == 10
    assert stored.read == 0
    assert len({file.stem.split("-")[1] for file in tmp_path.glob("*.bin")}) == 1
