"""Neighbours are the true ones, and trust is counted from them as its papers say."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from sklearn.datasets import load_digits, load_sample_image
from sklearn.manifold import trustworthiness
from sklearn.neighbors import NearestNeighbors

from explorer.core.errors import Cancelled
from explorer.lenses import neighbour_graph as graphs
from explorer.lenses.neighbour_graph import nearest_rows, neighbour_graph
from explorer.lenses.projection_placement import nearest_anchors
from explorer.lenses.projection_trust import kept_neighbours, map_quality, nearest_on_map
from explorer.lenses.projection_vectors import prepare

Floats = npt.NDArray[np.float32]


@pytest.fixture(scope="module")
def unit_digits() -> Floats:
    return prepare(load_digits().data.astype(np.float32)).rows(slice(None))


def photo_patches() -> Floats:
    """Windows of 16 by 16 pixels from a photo: (3000, 256), of unit length; a hard case."""
    photo = load_sample_image("china.jpg").mean(axis=2).astype(np.float32)
    windows = np.lib.stride_tricks.sliding_window_view(photo, (16, 16))[::8, ::8]
    return prepare(windows.reshape(-1, 256)[:3000]).rows(slice(None))


def test_exact_neighbours_are_those_of_brute_force(
    unit_digits: Floats, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graphs, "BASE_BLOCK", 500)  # several blocks are merged
    monkeypatch.setattr(graphs, "QUERY_BLOCK", 300)
    found = neighbour_graph(unit_digits, 10)
    far, _ = NearestNeighbors(n_neighbors=11, algorithm="brute").fit(unit_digits).kneighbors()
    np.testing.assert_allclose(found.distances, far[:, :10], atol=2e-3)
    away = np.linalg.norm(unit_digits[found.indices] - unit_digits[:, None], axis=2)
    np.testing.assert_allclose(found.distances, away, atol=2e-3)
    assert not (found.indices == np.arange(len(unit_digits))[:, None]).any()


def test_neighbours_found_in_two_steps_are_nearly_all_true() -> None:
    faces = photo_patches()
    exact = neighbour_graph(faces, 10)
    near = neighbour_graph(faces, 10, exact_limit=100)
    # Patches of sky are all but equal: which of them is nearer is chance, how near is not.
    assert near.distances.mean() < 1.005 * exact.distances.mean()
    first = near.distances[:50]
    away = np.linalg.norm(faces[near.indices[:50]] - faces[:50, None], axis=2)
    np.testing.assert_allclose(first, away, atol=2e-3)


@pytest.mark.parametrize(("count", "k"), [(0, 5), (1, 5), (2, 5), (3, 2)])
def test_few_vectors_have_few_neighbours(count: int, k: int) -> None:
    graph = neighbour_graph(np.eye(3, dtype=np.float32)[:count], k)
    assert graph.indices.shape == (count, max(0, min(k, count - 1)))


def test_a_row_is_not_its_own_neighbour_among_copies() -> None:
    graph = neighbour_graph(np.ones((30, 8), np.float32), 5)
    assert not (graph.indices == np.arange(30)[:, None]).any()
    np.testing.assert_array_equal(graph.distances, 0)


def test_the_search_can_be_stopped(unit_digits: Floats) -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        nearest_rows(unit_digits, unit_digits, 5, check=stop)


def test_candidates_from_a_few_axes_find_the_true_anchors(monkeypatch: pytest.MonkeyPatch) -> None:
    ready = prepare(photo_patches())
    rows, anchors = np.arange(2000, 3000), np.arange(2000)
    exact = nearest_anchors(ready, rows, anchors, 10)
    monkeypatch.setattr("explorer.lenses.projection_placement.SMALL_PRODUCT", 10)
    quick = nearest_anchors(ready, rows, anchors, 10)
    assert quick.distances.mean() < 1.005 * exact.distances.mean()


def test_trust_is_the_share_of_neighbours_kept() -> None:
    true = np.array([[1, 2, 3], [0, 2, 3], [5, 4, 3]], np.int32)
    shown = np.array([[3, 1, 2], [7, 2, 8], [6, 7, 8]], np.int32)
    np.testing.assert_allclose(kept_neighbours(true, shown), [1, 1 / 3, 0])


def test_neighbours_on_the_map_are_those_of_brute_force() -> None:
    places = np.random.default_rng(1).normal(size=(300, 2)).astype(np.float32)
    _, expected = NearestNeighbors(n_neighbors=7).fit(places).kneighbors()
    np.testing.assert_array_equal(nearest_on_map(places, 7), expected)


def test_quality_of_the_whole_map_is_what_sklearn_says() -> None:
    vectors = load_digits().data[:900].astype(np.float32)
    ready = prepare(vectors)
    places = ready.rows(slice(None))[:, [20, 43]] + np.linspace(0, 1e-3, 900)[:, None]
    places = places.astype(np.float32)
    quality = map_quality(ready, places, neighbours=12)
    assert quality is not None
    unit = ready.rows(slice(None))
    assert quality.trustworthiness == pytest.approx(
        trustworthiness(unit, places, n_neighbors=12), abs=1e-3
    )
    # Continuity is trustworthiness with truth and map exchanged.
    assert quality.continuity == pytest.approx(
        trustworthiness(places, unit, n_neighbors=12), abs=1e-3
    )
    assert map_quality(prepare(vectors[:2]), places[:2]) is None
