"""Comparing two spaces: every figure equals its plain definition."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.core.similarity import normalise
from explorer.lenses.compare_cka import linear_cka
from explorer.lenses.compare_neighbours import differing_pairs, neighbour_overlap, neighbourhoods
from explorer.lenses.compare_ranks import rank_shifts
from explorer.lenses.compare_words import COMMON_THINGS, distinct_words, rank_words


def unit(*shape: int, seed: int = 1) -> np.ndarray:
    return normalise(np.random.default_rng(seed).normal(size=shape))


def hsic_by_definition(k: np.ndarray, m: np.ndarray) -> float:
    """Song et al. 2012, equation 5."""
    n = len(k)
    k, m = k - np.diag(np.diag(k)), m - np.diag(np.diag(m))
    one = np.ones(n)
    both = np.trace(k @ m) + (one @ k @ one) * (one @ m @ one) / ((n - 1) * (n - 2))
    return (both - 2 / (n - 2) * (one @ k @ m @ one)) / (n * (n - 3))


def test_cka_equals_its_definition_with_whole_kernels():
    a, b = unit(60, 7, seed=1).astype(np.float64), unit(60, 12, seed=2).astype(np.float64)
    centre = np.eye(60) - 1 / 60
    k, m = centre @ a @ a.T @ centre, centre @ b @ b.T @ centre

    assert linear_cka(a, b) == pytest.approx(
        (k * m).sum() / np.sqrt((k * k).sum() * (m * m).sum()), abs=1e-9
    )
    expected = hsic_by_definition(k, m) / np.sqrt(
        hsic_by_definition(k, k) * hsic_by_definition(m, m)
    )
    assert linear_cka(a, b, debiased=True) == pytest.approx(expected, abs=1e-9)


def test_cka_does_not_see_a_turn_and_debiased_sees_no_likeness_by_chance():
    a = unit(40, 64, seed=3)
    turn = np.linalg.qr(np.random.default_rng(4).normal(size=(64, 64)))[0]

    assert linear_cka(a, a @ turn) == pytest.approx(1, abs=1e-5)
    stranger = unit(40, 64, seed=5)
    assert linear_cka(a, stranger) > 0.4  # few items in many dimensions look alike
    assert abs(linear_cka(a, stranger, debiased=True)) < 0.15


def test_too_few_items_have_no_cka():
    assert np.isnan(linear_cka(unit(3, 5), unit(3, 5)))


def test_overlap_equals_counting_by_hand_within_each_kind():
    a, b = unit(50, 6, seed=6), unit(50, 9, seed=7)
    kinds = np.array([0] * 30 + [1] * 20)

    found = neighbourhoods(a, b, kinds, 5)
    overlap = neighbour_overlap(found, 50, 5)

    for row in range(50):
        others = [other for other in range(50) if other != row and kinds[other] == kinds[row]]
        near = [set(sorted(others, key=lambda one, v=v: -(v[row] @ v[one]))[:5]) for v in (a, b)]
        assert overlap.shares[row] == pytest.approx(len(near[0] & near[1]) / 5)
    assert overlap.mean == pytest.approx(float(overlap.shares.mean()))
    assert overlap.chance == pytest.approx((30 * 5 / 29 + 20 * 5 / 19) / 50)


def test_a_space_agrees_with_itself_and_a_lonely_kind_is_unknown():
    a = unit(30, 8)
    kinds = np.array([0] * 29 + [1])

    overlap = neighbour_overlap(neighbourhoods(a, a, kinds), 30)

    assert overlap.mean == 1
    assert np.isnan(overlap.shares[29])
    assert np.nanmax(overlap.disagreement) == 0


def test_the_pair_that_only_one_space_calls_the_same_is_found():
    a, b = unit(80, 16, seed=8), unit(80, 16, seed=8)
    a[41] = normalise(a[17] + 0.01 * unit(16, seed=9))  # the same in A, as they were in B
    b[63] = normalise(b[5] + 0.01 * unit(16, seed=10))

    pairs = differing_pairs(a, b, neighbourhoods(a, b), count=3)

    in_a = [pair for pair in pairs if pair.same_in == "a"]
    in_b = [pair for pair in pairs if pair.same_in == "b"]
    assert (in_a[0].first, in_a[0].second) == (17, 41)
    assert in_a[0].percentile_a > 99
    assert in_a[0].cosine_b == pytest.approx(float(b[17] @ b[41]), abs=1e-6)
    assert (in_b[0].first, in_b[0].second) == (5, 63)
    rows = [row for pair in in_a for row in (pair.first, pair.second)]
    assert len(rows) == len(set(rows))


def test_ranks_stand_side_by_side():
    result = rank_shifts(np.array([4, 2, 7, 1]), np.array([1, 4, 9]), shown=2)

    assert [(one.row, one.rank_a, one.rank_b) for one in result.shifts] == [
        (4, 1, 2),
        (2, 2, 0),
        (1, 4, 1),
    ]
    assert [one.rise for one in result.shifts] == [-1, 0, 3]
    assert result.common == 0.5
    assert result.counts == (4, 3)


def test_words_are_ranked_once_each():
    assert distinct_words([" red  bird", "Red bird", "", "cat", "dog"], "CAT") == [
        "red bird",
        "dog",
    ]
    assert "zebra" in COMMON_THINGS
    assert len(set(COMMON_THINGS)) == len(COMMON_THINGS)
    words = unit(9, 5)
    assert rank_words(words[3], words)[0] == 3
