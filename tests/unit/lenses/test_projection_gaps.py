"""Groups that lie far from each other move together, each as it is."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from scipy.spatial.distance import cdist, pdist
from sklearn.datasets import load_digits
from sklearn.manifold import trustworthiness

from explorer.core.errors import Cancelled
from explorer.lenses.projection import project
from explorer.lenses.projection_gaps import close_gaps

Floats = npt.NDArray[np.float32]
MIDDLES = np.array([(0, 0), (9, 1), (4, 12), (-7, 5), (0.5, -14)])


def islands(each: int = 120) -> tuple[Floats, npt.NDArray[np.intp]]:
    """Five round groups with wide water between them."""
    random = np.random.default_rng(0)
    angle, radius = (
        random.uniform(0, 2 * np.pi, (5, each)),
        np.sqrt(random.uniform(0, 1, (5, each))),
    )
    discs = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=2)
    places = (discs + MIDDLES[:, None]).reshape(-1, 2)
    return places.astype(np.float32), np.repeat(np.arange(5), each)


def area(places: Floats) -> float:
    return float(np.prod(np.ptp(places, axis=0)))


def test_wide_water_between_groups_shrinks_and_stays_to_be_seen() -> None:
    places, groups = islands()
    closed = close_gaps(places)
    assert closed.dtype == np.float32
    assert area(closed) < area(places) / 4
    for group in range(5):
        own, rest = closed[groups == group], closed[groups != group]
        spacing = np.median(np.sort(cdist(own, own), axis=1)[:, 1])
        assert spacing < cdist(own, rest).min() < 3


def test_every_group_keeps_its_shape() -> None:
    places, groups = islands()
    closed = close_gaps(places)
    for group in range(5):
        own = groups == group
        np.testing.assert_allclose(pdist(closed[own]), pdist(places[own]), atol=1e-3)


def test_left_stays_left_and_above_stays_above() -> None:
    places, groups = islands()
    closed = close_gaps(places)
    middles = np.stack([closed[groups == group].mean(axis=0) for group in range(5)])
    assert middles[3, 0] < middles[0, 0] < middles[1, 0]
    assert middles[4, 1] < middles[0, 1] < middles[2, 1]


def test_what_hangs_together_is_left_alone() -> None:
    random = np.random.default_rng(1)
    places = random.uniform(0, 1, (2_000, 2)).astype(np.float32)
    np.testing.assert_allclose(pdist(close_gaps(places)), pdist(places), atol=1e-4)
    angle = np.linspace(0, 2 * np.pi, 900)  # the hole of a ring is no gap between groups
    ring = np.stack([np.cos(angle), np.sin(angle)], axis=1).astype(np.float32)
    np.testing.assert_allclose(pdist(close_gaps(ring)), pdist(ring), atol=1e-4)


def test_the_size_of_the_map_does_not_matter() -> None:
    places, _ = islands()
    np.testing.assert_allclose(close_gaps(places * 1000) / 1000, close_gaps(places), atol=0.05)


@pytest.mark.parametrize("count", range(6))
def test_few_points_and_equal_points_are_taken(count: int) -> None:
    places = np.random.default_rng(2).normal(size=(count, 2)).astype(np.float32)
    assert np.isfinite(close_gaps(places)).all()
    assert close_gaps(places).shape == (count, 2)
    np.testing.assert_allclose(close_gaps(np.ones((count, 2), np.float32)), 1)


def test_it_stops_when_asked() -> None:
    def check() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        close_gaps(islands()[0], check=check)


def test_a_real_map_loses_water_and_no_trust(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = load_digits().data.astype(np.float32)
    closed = project(vectors, seed=3).coordinates
    monkeypatch.setattr("explorer.lenses.projection.close_gaps", lambda places, check: places)
    wide = project(vectors, seed=3).coordinates

    def spread(places: Floats) -> float:
        """The box around all in units of the typical distance to a neighbour."""
        near = np.sort(cdist(places[:600], places), axis=1)[:, 1]
        return area(places) / float(np.median(near)) ** 2

    assert spread(closed) < 0.9 * spread(wide)
    kept = [
        trustworthiness(vectors, places, n_neighbors=15, metric="cosine")
        for places in (wide, closed)
    ]
    assert kept[1] > kept[0] - 0.001
