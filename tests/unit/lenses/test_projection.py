"""Digits, real vectors with known kinds, are laid out so that like lies by like."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import pytest
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.manifold import trustworthiness

from explorer.core.errors import Cancelled
from explorer.lenses.cells import cut_into_cells
from explorer.lenses.landmarks import LandmarkGraph, landmark_graph, with_others
from explorer.lenses.neighbour_graph import nearest_rows
from explorer.lenses.projection import METHODS, Method, Projection, place_new, project
from explorer.lenses.projection_axes import axis_direction
from explorer.lenses.projection_vectors import PreparedVectors, prepare

Floats = npt.NDArray[np.float32]


@cache
def digits() -> tuple[Floats, npt.NDArray[np.int64]]:
    data = load_digits()
    return data.data.astype(np.float32), data.target


@cache
def digit_map() -> Projection:
    return project(digits()[0], seed=3)


def projected(vectors: Floats, method: Method) -> Projection:
    """Project by any method; axes run anywhere."""
    axes = np.random.default_rng(0).normal(size=(2, vectors.shape[1])).astype(np.float32)
    return project(vectors, method, axes=list(axes))


def share_of_own_kind(
    places: Floats,
    kinds: npt.NDArray[np.int64],
    others: Floats,
    other_kinds: npt.NDArray[np.int64],
) -> float:
    away = ((places[:, None] - others[None]) ** 2).sum(axis=2)
    return float((other_kinds[np.argsort(away, axis=1)[:, 1:6]] == kinds[:, None]).mean())


def test_pca_is_the_pca_of_the_unit_vectors() -> None:
    vectors, _ = digits()
    ours = project(vectors, "pca").coordinates
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    theirs = PCA(2).fit_transform(unit)
    for axis in (0, 1):
        assert abs(np.corrcoef(ours[:, axis], theirs[:, axis])[0, 1]) > 0.9999
    assert np.ptp(ours[:, 0]) / np.ptp(ours[:, 1]) == pytest.approx(
        np.ptp(theirs[:, 0]) / np.ptp(theirs[:, 1]), rel=1e-3
    )


def test_umap_keeps_neighbourhoods() -> None:
    vectors, kinds = digits()
    done = digit_map()
    kept = trustworthiness(vectors, done.coordinates, n_neighbors=15, metric="cosine")
    assert kept > 0.975  # umap-learn: 0.986
    assert share_of_own_kind(done.coordinates, kinds, done.coordinates, kinds) > 0.96
    assert done.quality is not None
    assert done.quality.trustworthiness == pytest.approx(kept, abs=0.01)
    assert done.trust is not None
    assert 0.45 < float(done.trust.mean()) < 0.9


def test_the_same_seed_gives_the_same_map_and_another_seed_another() -> None:
    vectors = digits()[0][:400]
    first, again = project(vectors, seed=1), project(vectors, seed=1)
    np.testing.assert_array_equal(first.coordinates, again.coordinates)
    assert not np.array_equal(first.coordinates, project(vectors, seed=2).coordinates)


def test_the_bulk_of_the_map_lies_in_the_box() -> None:
    for method in METHODS:
        places = projected(digits()[0][:1200], method).coordinates
        assert places.dtype == np.float32
        assert (np.abs(places).max(axis=1) <= 1.0001).mean() >= 0.985
        assert np.abs(places).max() < 3


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 8, 10, 17])
def test_few_items_have_a_map_as_well(method: Method, count: int) -> None:
    done = projected(digits()[0][:count], method)
    assert done.coordinates.shape == (count, 2)
    assert np.isfinite(done.coordinates).all()
    assert done.trust is not None
    assert done.trust.shape == (count,)
    assert len(np.unique(done.coordinates, axis=0)) == count


@pytest.mark.parametrize("method", METHODS)
def test_equal_items_can_be_told_apart(method: Method) -> None:
    done = projected(np.ones((40, 16), np.float32), method)
    assert np.isfinite(done.coordinates).all()
    assert len(np.unique(done.coordinates, axis=0)) == 40
    assert np.abs(done.coordinates).max() < 3


@pytest.mark.parametrize("method", METHODS)
def test_duplicates_lie_together(method: Method) -> None:
    vectors = digits()[0][:60]
    doubled = np.concatenate([vectors, vectors])
    places = projected(doubled, method).coordinates
    apart = np.linalg.norm(places[:60] - places[60:], axis=1)
    assert np.isfinite(places).all()
    assert np.median(apart) < 0.1


@pytest.mark.parametrize("method", METHODS)
def test_a_vector_with_nan_gets_no_place_and_spoils_no_other(method: Method) -> None:
    vectors = digits()[0][:100].copy()
    vectors[7, 3], vectors[50] = np.nan, np.inf
    done = projected(vectors, method)
    placed = np.isfinite(done.coordinates).all(axis=1)
    assert np.flatnonzero(~placed).tolist() == [7, 50]
    assert done.trust is not None
    assert np.isnan(done.trust[[7, 50]]).all()
    nothing = projected(np.full((5, 4), np.nan, np.float32), method)
    assert np.isnan(nothing.coordinates).all()


def test_zero_vectors_have_a_place() -> None:
    vectors = digits()[0][:50].copy()
    vectors[10] = 0
    assert np.isfinite(project(vectors).coordinates).all()


def test_half_precision_is_taken() -> None:
    whole = project(digits()[0][:200], "pca").coordinates
    half = project(digits()[0][:200].astype(np.float16), "pca").coordinates
    np.testing.assert_allclose(half, whole, atol=0.01)


def modalities() -> tuple[Floats, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Half of the digits as if another encoder had put them into another corner of the space."""
    vectors, kinds = digits()
    vectors = vectors[:800] / np.linalg.norm(vectors[:800], axis=1, keepdims=True)
    groups = np.arange(800) % 2
    gap = np.zeros(64, np.float32)
    gap[[0, 8, 16, 24]] = 2.0
    return (vectors + groups[:, None] * gap).astype(np.float32), groups, kinds[:800]


def test_modalities_share_the_map_when_centred() -> None:
    vectors, groups, kinds = modalities()
    split = project(vectors, "pca").coordinates
    mixed = project(vectors, "pca", groups=groups).coordinates
    assert share_of_own_kind(split, groups, split, groups) > 0.99
    assert share_of_own_kind(mixed, groups, mixed, groups) < 0.6
    names = np.array(["text", "image"])[groups]
    np.testing.assert_array_equal(project(vectors, "pca", groups=names).coordinates.shape, (800, 2))
    together = project(vectors, groups=groups).coordinates
    pictures, words = groups == 0, groups == 1
    crossing = share_of_own_kind(together[words], kinds[words], together[pictures], kinds[pictures])
    assert crossing > 0.7


def test_it_stops_when_asked_and_tells_how_far_it_is() -> None:
    told: list[tuple[int, int, str]] = []
    calls = 0

    def check() -> None:
        nonlocal calls
        calls += 1
        if calls == 40:
            raise Cancelled

    with pytest.raises(Cancelled):
        project(
            digits()[0],
            check=check,
            progress=lambda done, total, note: told.append((done, total, note)),
        )
    assert told
    assert all(0 < done <= total and note for done, total, note in told)


def test_pca_lands_before_umap_begins() -> None:
    landed: list[Projection] = []
    project(digits()[0][:200], landed=landed.append)
    assert [each.method for each in landed] == ["pca"]
    np.testing.assert_array_equal(
        landed[0].coordinates, project(digits()[0][:200], "pca").coordinates
    )


def test_a_map_lands_near_where_it_was() -> None:
    old = digit_map().coordinates
    turned = np.stack([-old[:, 1], old[:, 0]], axis=1)
    new = project(digits()[0], initial=turned, seed=9).coordinates
    for axis in (0, 1):
        assert np.corrcoef(new[:, axis], turned[:, axis])[0, 1] > 0.8


def test_landmarks_keep_neighbourhoods_about_as_well() -> None:
    vectors, kinds = digits()
    done = project(vectors, landmarks=600)
    assert done.parameters["landmarks"] == 600
    assert done.trust is not None
    assert np.isfinite(done.trust).all()
    kept = trustworthiness(vectors, done.coordinates, n_neighbors=15, metric="cosine")
    assert kept > 0.955
    assert share_of_own_kind(done.coordinates, kinds, done.coordinates, kinds) > 0.9


def test_new_items_find_their_place_without_moving_the_rest() -> None:
    vectors, kinds = digits()
    old = project(vectors[:1500])
    before = old.coordinates.copy()
    placed = place_new(vectors[1500:], vectors[:1500], old.coordinates)
    np.testing.assert_array_equal(old.coordinates, before)
    assert placed.dtype == np.float32
    assert share_of_own_kind(placed, kinds[1500:], old.coordinates, kinds[:1500]) > 0.85
    same = place_new(vectors[20:25], vectors[:1500], old.coordinates)
    np.testing.assert_allclose(same, old.coordinates[20:25], atol=1e-5)


def test_placing_among_nothing_or_of_nothing() -> None:
    vectors = digits()[0]
    nothing = np.empty((0, 64), np.float32)
    nowhere = np.empty((0, 2), np.float32)
    assert place_new(nothing, vectors[:5], np.zeros((5, 2), np.float32)).shape == (0, 2)
    np.testing.assert_array_equal(place_new(vectors[:3], nothing, nowhere), np.zeros((3, 2)))
    spoiled = vectors[:2].copy()
    spoiled[0, 0] = np.nan
    placed = place_new(spoiled, vectors[5:8], np.eye(3, 2, dtype=np.float32))
    assert np.isnan(placed[0]).all()
    assert np.isfinite(placed[1]).all()


def test_wrong_input_is_told_in_a_sentence() -> None:
    vectors = digits()[0][:20]
    with pytest.raises(ValueError, match="There is no projection 'magic'"):
        project(vectors, "magic")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="3 groups were given for 20 vectors"):
        project(vectors, groups=[0, 1, 1])
    with pytest.raises(ValueError, match="not as wide"):
        place_new(vectors[:, :3], vectors, np.zeros((20, 2), np.float32))
    with pytest.raises(ValueError, match="do not fit a map of 20"):
        project(vectors, initial=np.zeros((3, 2), np.float32))


def test_axes_lay_items_out_from_one_end_to_the_other() -> None:
    vectors, kinds = digits()
    mean_of = [vectors[kinds == kind].mean(axis=0) for kind in range(10)]
    axes = [axis_direction(mean_of[0], mean_of[1]), axis_direction(mean_of[4], mean_of[3])]
    done = project(vectors, "axes", axes=axes)
    places = done.coordinates
    assert places[kinds == 0, 0].max() < places[kinds == 1, 0].mean()
    assert places[kinds == 4, 1].mean() < -0.4 < 0.4 < places[kinds == 3, 1].mean()
    assert done.spans is not None
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    low, high = done.spans[0].low, done.spans[0].high
    cosines = unit @ axes[0]
    np.testing.assert_allclose(places[:, 0], 2 * (cosines - low) / (high - low) - 1, atol=1e-4)
    with pytest.raises(ValueError, match="mean the same"):
        axis_direction(mean_of[2], mean_of[2])
    with pytest.raises(ValueError, match="two directions"):
        project(vectors, "axes")


def test_tsne_keeps_neighbourhoods_and_stops_when_asked() -> None:
    vectors, kinds = digits()
    done = project(vectors, "tsne")
    kept = trustworthiness(vectors, done.coordinates, n_neighbors=15, metric="cosine")
    assert kept > 0.97
    assert share_of_own_kind(done.coordinates, kinds, done.coordinates, kinds) > 0.95
    told: list[str] = []

    def check() -> None:
        if told and told[-1] == "Arranging the map":
            raise Cancelled

    with pytest.raises(Cancelled):
        project(vectors, "tsne", check=check, progress=lambda *step: told.append(step[2]))


def test_kept_neighbours_are_not_looked_for_again() -> None:
    vectors, _ = digits()
    ready = prepare(vectors)
    kept = landmark_graph(ready, landmarks=600)
    asked: list[int] = []

    def source(prepared: PreparedVectors) -> LandmarkGraph:
        asked.append(len(prepared))
        return kept

    done = project(vectors, graph_source=source)
    np.testing.assert_array_equal(done.coordinates, project(vectors, landmarks=600).coordinates)
    assert asked == [len(vectors)]


def test_more_vectors_join_the_landmarks() -> None:
    vectors, kinds = digits()
    ready = prepare(vectors)
    known = landmark_graph(prepare(vectors[:1500]))
    assert known.whole
    more = with_others(known, ready, np.arange(1500, len(vectors)))
    assert not more.whole
    np.testing.assert_array_equal(more.graph.indices, known.graph.indices)
    near = kinds[more.anchors[more.found.indices]] == kinds[1500:, None]
    assert near.mean() > 0.85


def test_cells_find_nearly_all_that_are_nearest() -> None:
    vectors, _ = digits()
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    cells = cut_into_cells(unit[:1400], probed=3)
    found = cells.nearest(unit[1400:], 10)
    truth = nearest_rows(unit[1400:], unit[:1400], 10)
    pairs = zip(found.indices, truth.indices, strict=True)
    assert np.mean([len(set(a) & set(b)) / 10 for a, b in pairs]) > 0.9
    assert cells.nearest(unit[:3], 1400).indices.shape == (3, 1400)
