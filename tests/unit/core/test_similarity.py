"""Cosines, the sphere, and calibrated scores."""

import numpy as np
import pytest

from explorer.core.similarity import (
    cosine,
    normalise,
    share_farther,
    slerp,
    slerp_weights,
    top_k,
)


def test_normalise_leaves_zero_alone():
    result = normalise([[3.0, 4.0], [0.0, 0.0]])

    np.testing.assert_allclose(result, [[0.6, 0.8], [0.0, 0.0]])
    assert result.dtype == np.float32


def test_cosine_is_the_plain_formula():
    random = np.random.default_rng(1)
    a, b = random.normal(size=(4, 7)), random.normal(size=(5, 7))

    expected = [[x @ y / np.linalg.norm(x) / np.linalg.norm(y) for y in b] for x in a]

    np.testing.assert_allclose(cosine(a, b), expected, atol=1e-6)


def test_slerp_walks_the_great_circle_evenly():
    a, b = np.array([1.0, 0.0]), np.array([0.0, 1.0])

    points = np.stack([slerp(a, b, alpha) for alpha in (0, 0.25, 0.5, 1)])

    angles = np.degrees(np.arctan2(points[:, 1], points[:, 0]))
    np.testing.assert_allclose(angles, [0, 22.5, 45, 90], atol=1e-3)


def test_slerp_between_opposites_stays_finite():
    assert np.isfinite(slerp([1.0, 0.0], [-1.0, 0.0], 0.3)).all()


def test_top_k_is_a_stable_sort_and_puts_nan_last():
    scores = np.array([0.5, np.nan, 0.9, 0.5, 0.1], np.float32)

    assert top_k(scores, 3).tolist() == [2, 0, 3]
    assert top_k(scores, 99).tolist() == [2, 0, 3, 4, 1]
    assert top_k(scores, 0).tolist() == []


def test_share_farther_counts_ties_half():
    null = np.array([0.1, 0.2, 0.2, 0.3])

    np.testing.assert_allclose(share_farther(np.array([0.2, 1.0, 0.0]), null), [50, 100, 0])


def test_share_farther_without_a_collection_is_nought():
    assert share_farther(np.array([0.4]), np.empty(0)) == pytest.approx(0)


@pytest.mark.parametrize("alpha", [0.0, 0.2, 0.5, 0.9, 1.0])
def test_slerp_weights_and_share_are_opposites(alpha):
    random = np.random.default_rng(3)
    a, b = normalise(random.normal(size=(2, 9)))

    weights = slerp_weights(a, b, alpha)

    np.testing.assert_allclose(weights[0] * a + weights[1] * b, slerp(a, b, alpha), atol=1e-6)
