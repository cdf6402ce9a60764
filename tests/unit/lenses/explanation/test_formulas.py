"""Every formula equals its plain definition on small inputs."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from scipy.ndimage import convolve
from scipy.optimize import linprog

from explorer.core.tokens import GridLayout
from explorer.encoders.regions import merged_regions
from explorer.lenses.explanation.attention import rollout, summary_row
from explorer.lenses.explanation.contrast import contrast, smooth, soft_maximum, where_near
from explorer.lenses.explanation.grad_cam import class_activation
from explorer.lenses.explanation.grad_eclip import eclip_map
from explorer.lenses.explanation.interaction import banzhaf_interaction, worth
from explorer.lenses.explanation.masking import painted_out, patch_of_pixels
from explorer.lenses.explanation.occlusion import windows
from explorer.lenses.explanation.relevance import propagated
from explorer.lenses.explanation.transport import transport_plan


@pytest.fixture
def random() -> np.random.Generator:
    """Numbers that are a test's own, whatever ran before it."""
    return np.random.default_rng(2)


def test_contrast_is_the_logarithm_of_a_softmax_but_for_a_constant(random):
    cosines = random.normal(size=(4, 9))
    rivals = np.array([True, True, False, True])
    scale = cosines[rivals].std()
    powers = np.exp(cosines / scale)

    shares = powers / powers[rivals].mean(axis=0)

    np.testing.assert_allclose(contrast(cosines, rivals), scale * np.log(shares), atol=1e-5)


def test_contrast_of_a_very_soft_maximum_is_the_difference_from_the_mean(random):
    values = random.normal(size=(5, 7))
    np.testing.assert_allclose(soft_maximum(values, 1e4), values.mean(axis=0), atol=1e-3)
    np.testing.assert_allclose(soft_maximum(values, 1e-4), values.max(axis=0), atol=1e-3)


def test_a_word_alone_is_told_apart_from_everyday_words_only_where_there_are_any(random):
    cosines, everyday = random.normal(size=(1, 6)), random.normal(size=(8, 6))
    alone = np.array([True])

    np.testing.assert_allclose(contrast(cosines, alone), cosines, rtol=1e-6)
    expected = cosines - 0.5 * soft_maximum(everyday, 0.5)
    np.testing.assert_allclose(contrast(cosines, alone, everyday), expected, rtol=1e-5)


def test_what_is_far_from_a_word_counts_less_and_rivals_stay_below_zero():
    cosines = np.array([[0.0, 0.1, 0.9]])
    weakened = where_near(np.array([[0.3, -0.3, 0.3]], np.float32), cosines)
    assert weakened[0, 0] < 0.1 < weakened[0, 2]
    assert weakened[0, 1] == pytest.approx(-0.3)


def test_smoothing_is_a_convolution_with_repeated_edges(random):
    maps = random.normal(size=(2, 5, 6)).astype(np.float32)
    kernel = np.outer([1, 2, 1], [1, 2, 1]) / 16
    expected = [convolve(convolve(one, kernel, mode="nearest"), kernel, mode="nearest")
                for one in maps]  # fmt: skip
    np.testing.assert_allclose(smooth(maps, passes=2), expected, atol=1e-6)


def test_a_plan_with_little_entropy_is_the_cheapest_there_is(random):
    cost = random.random((3, 4))
    give, take = np.array([0.5, 0.3, 0.2]), np.array([0.1, 0.2, 0.3, 0.4])
    sums = np.zeros((7, 12))
    for row, col in itertools.product(range(3), range(4)):
        sums[row, 4 * row + col] = sums[3 + col, 4 * row + col] = 1

    cheapest = linprog(cost.ravel(), A_eq=sums, b_eq=[*give, *take]).x.reshape(3, 4)
    plan = transport_plan(cost, give, take, weight=0.002, rounds=20_000)
    np.testing.assert_allclose(transport_plan(cost, give, take, 0), cheapest, atol=1e-9)

    # No plan of so many cells has more entropy than log(12), so none costs more than this.
    assert (plan * cost).sum() <= (cheapest * cost).sum() + 0.002 * np.log(12)
    np.testing.assert_allclose(plan.sum(axis=1), give, atol=1e-4)
    np.testing.assert_allclose(plan.sum(axis=0), take, atol=1e-4)


def test_a_plan_with_entropy_is_a_scaled_kernel_with_the_right_sums(random):
    cost, give, take = random.random((3, 4)), np.array([0.5, 0.3, 0.2]), np.full(4, 0.25)
    plan = transport_plan(cost, give, take, weight=0.4)
    np.testing.assert_allclose(plan.sum(axis=1), give, atol=1e-8)
    np.testing.assert_allclose(plan.sum(axis=0), take, atol=1e-8)
    scaled = np.log(plan) + cost / 0.4  # what is left is a price of the row and one of the column
    left = scaled - scaled.mean(axis=0) - scaled.mean(axis=1, keepdims=True) + scaled.mean()
    np.testing.assert_allclose(left, 0, atol=1e-8)


def _worth(cosines: np.ndarray, words: tuple[int, ...], regions: tuple[int, ...]) -> float:
    if not words or not regions:
        return 0.0
    by_word = np.mean([max(cosines[w, r] for r in regions) for w in words])
    by_region = np.mean([max(cosines[w, r] for w in words) for r in regions])
    return float(by_word + by_region) / 2


def test_worth_and_banzhaf_interaction_equal_their_definitions(random):
    cosines = random.normal(size=(2, 3))
    subsets = lambda players: [  # noqa: E731
        one for size in range(len(players) + 1) for one in itertools.combinations(players, size)
    ]
    for words, regions in itertools.product(subsets(range(2)), subsets(range(3))):
        flags = np.isin(range(2), words)[None], np.isin(range(3), regions)[None]
        assert worth(cosines, *flags)[0] == pytest.approx(_worth(cosines, words, regions))

    expected = np.zeros((2, 3))
    for word, region in itertools.product(range(2), range(3)):
        others = [subsets([w for w in range(2) if w != word]),
                  subsets([r for r in range(3) if r != region])]  # fmt: skip
        values = [
            _worth(cosines, (*w, word), (*r, region)) + _worth(cosines, w, r)
            - _worth(cosines, (*w, word), r) - _worth(cosines, w, (*r, region))
            for w, r in itertools.product(*others)
        ]  # fmt: skip
        expected[word, region] = np.mean(values)

    np.testing.assert_allclose(banzhaf_interaction(cosines, coalitions=0), expected)
    drawn = banzhaf_interaction(cosines, coalitions=20_000)
    np.testing.assert_allclose(drawn, expected, atol=0.03)


def test_regions_are_neighbouring_patches_that_are_alike():
    vectors = np.zeros((36, 2), np.float32)
    left = np.arange(36) % 6 < 3
    vectors[left, 0] = vectors[~left, 1] = 1
    regions = merged_regions(vectors, GridLayout(6, 6), 2)
    assert (regions == regions[0]).all()
    assert (regions[0] == [*[regions[0, 0]] * 3, *[regions[0, 5]] * 3]).all()
    assert regions[0, 0] != regions[0, 5]


def test_rollout_and_relevance_equal_products_of_matrices(random):
    layers = [random.dirichlet(np.ones(5), size=(2, 5)) for _ in range(3)]
    slopes = [random.normal(size=(2, 5, 5)) for _ in range(3)]

    rolled, carried = np.eye(5), np.eye(5)
    for attention, slope in zip(layers, slopes, strict=True):
        rolled = (attention.mean(axis=0) / 2 + np.eye(5) / 2) @ rolled
        useful = sum(np.maximum(slope[h] * attention[h], 0) for h in range(2)) / 2
        carried = carried + useful @ carried

    np.testing.assert_allclose(rollout([one.mean(axis=0) for one in layers]), rolled, rtol=1e-5)
    np.testing.assert_allclose(rollout([layers[0].mean(axis=0)]).sum(axis=1), 1, rtol=1e-5)
    np.testing.assert_allclose(propagated(layers, slopes), carried, rtol=1e-5)


def test_the_summary_is_the_first_row_the_pools_mean_or_the_mean(random):
    tokens, pool = random.random((5, 5)), random.dirichlet(np.ones(5))
    np.testing.assert_allclose(summary_row(tokens, 1, None), tokens[0, 1:], rtol=1e-6)
    np.testing.assert_allclose(summary_row(tokens, 0, None), tokens.mean(axis=0), rtol=1e-6)
    expected = sum(pool[row] * tokens[row] for row in range(5))
    np.testing.assert_allclose(summary_row(tokens, 0, pool), expected, rtol=1e-6)


def test_grad_cam_and_grad_eclip_equal_sums_over_channels(random):
    features, slope = random.normal(size=(2, 6, 3, 4))
    weights = [slope[c].mean() for c in range(6)]
    heat = sum(weights[c] * features[c] for c in range(6))
    np.testing.assert_allclose(class_activation(features, slope), np.maximum(heat, 0), atol=1e-6)

    query, gradient = random.normal(size=(2, 6)).astype(np.float32)
    keys, values = random.normal(size=(2, 7, 6)).astype(np.float32)
    near = [k @ query / np.linalg.norm(k) / np.linalg.norm(query) for k in keys]
    near = [(one - min(near)) / (max(near) - min(near)) for one in near]
    heat = [max(0, sum(gradient[c] * values[p, c] * near[p] for c in range(6))) for p in range(7)]
    np.testing.assert_allclose(eclip_map(query, keys, values, gradient), heat, atol=1e-5)


def test_windows_cover_the_patches_around_each():
    hidden = windows(GridLayout(3, 4), side=3)
    assert hidden[0].reshape(3, 4).tolist() == [[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 0, 0]]
    assert hidden[5].reshape(3, 4).tolist() == [[1, 1, 1, 0]] * 3


def test_patches_are_painted_where_they_lie():
    layout = GridLayout(2, 2, (0.25, 0.0, 0.75, 1.0))  # the middle of a wide picture
    patches = patch_of_pixels((4, 8), layout)
    assert patches[0].tolist() == [-1, -1, 0, 0, 1, 1, -1, -1]
    assert patches[3].tolist() == [-1, -1, 2, 2, 3, 3, -1, -1]

    picture = np.full((4, 8, 3), 9, np.uint8)
    hidden = np.array([False, True, False, False])
    painted = painted_out(picture, hidden, layout, np.zeros(3, np.uint8))
    assert (painted[:2, 4:6] == 0).all()
    assert (painted == 9).sum() == picture.size - 2 * 2 * 3
