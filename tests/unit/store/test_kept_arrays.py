"""What lenses worked out is kept whole or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from explorer.collection.stored_clusters import StoredClusters, read_clusters, write_clusters
from explorer.core.errors import CollectionError
from explorer.store.kept_arrays import KeptArrays


def test_arrays_come_back_as_they_were(tmp_path: Path) -> None:
    kept = KeptArrays(tmp_path / "kept")
    assert kept.read("neighbours") is None
    kept.write("neighbours", {"rows": np.arange(5), "near": np.eye(3, dtype=np.float32)})
    again = KeptArrays(tmp_path / "kept").read("neighbours")
    assert again is not None
    np.testing.assert_array_equal(again["rows"], np.arange(5))
    assert again["near"].dtype == np.float32
    kept.drop("neighbours")
    kept.drop("neighbours")
    assert kept.read("neighbours") is None


def test_a_damaged_file_is_as_none(tmp_path: Path) -> None:
    kept = KeptArrays(tmp_path)
    kept.write("neighbours", {"rows": np.arange(500)})
    file = tmp_path / "neighbours.npz"
    for damage in (b"", b"not a zip", file.read_bytes()[:700]):
        file.write_bytes(damage)
        assert kept.read("neighbours") is None


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CollectionError):
        KeptArrays(tmp_path / "file").write("neighbours", {"rows": np.arange(5)})


def test_groups_are_kept_with_their_names(tmp_path: Path) -> None:
    kept = KeptArrays(tmp_path)
    labels = np.array([[0, 1], [0, 0], [1, -1], [0, 0]], np.int32)
    names = (("Vögel", "Fish"), ("Owls", "Gulls"))
    write_clusters(kept, StoredClusters(np.array([2, 3, 5, 9]), labels, names))
    again = read_clusters(kept)
    assert again is not None
    assert again.names == names
    assert again.rows_of(1, 0).tolist() == [3, 9]
    assert again.rows_named("Vögel").tolist() == [2, 3, 9]
    assert again.of_table(6, 0).tolist() == [-1, -1, 0, 0, -1, 1]
    assert again.group_of(9, 1) == 0
    assert again.group_of(5, 1) == again.group_of(4, 0) == again.group_of(2, 7) == -1
    kept.write("clusters", {"rows": np.arange(3)})
    assert read_clusters(kept) is None
