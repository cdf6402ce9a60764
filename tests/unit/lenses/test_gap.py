"""The modality gap and its corrections, on spaces whose gap is known."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.covariance import ledoit_wolf

from explorer.core.similarity import normalise
from explorer.lenses.gap import measure_gap, uniformity
from explorer.lenses.gap_correction import (
    CORRECTIONS,
    LabelledVectors,
    fit_on_pairs,
    preview_correction,
)
from explorer.lenses.retrieval import PairSet


def labelled(count: int = 120, width: int = 24, gap: float = 1.5) -> LabelledVectors:
    """Pairs that belong together but for noise, with a gap between the two sides."""
    random = np.random.default_rng(11)
    meaning = random.normal(size=(count, width)) * np.linspace(2, 0.2, width)
    away = np.zeros(width)
    away[0] = gap * 4
    a = normalise(meaning + 0.5 * random.normal(size=(count, width)) + away)
    b = normalise(meaning + 0.5 * random.normal(size=(count, width)))
    names = [f"a{row}" for row in range(count)], [f"b{row}" for row in range(count)]
    return LabelledVectors(PairSet.of(*names), a, b, "image", "text")


def test_figures_equal_their_definitions():
    some = labelled(20, 6)
    gap = measure_gap(some.a, some.b, some.pairs)

    assert gap.distance == pytest.approx(np.linalg.norm(some.a.mean(0) - some.b.mean(0)), abs=1e-6)
    assert gap.alignment == pytest.approx(
        np.mean([np.sum((some.a[i] - some.b[i]) ** 2) for i in range(20)]), abs=1e-6
    )
    potentials = [
        np.exp(-2 * np.sum((some.a[i] - some.a[j]) ** 2)) for i in range(20) for j in range(i)
    ]
    assert gap.uniformity_a == pytest.approx(np.log(np.mean(potentials)), abs=1e-6)
    across = [
        np.exp(-2 * np.sum((some.a[i] - some.b[j]) ** 2))
        for i in range(20)
        for j in range(20)
        if i != j
    ]
    assert gap.uniformity_across == pytest.approx(np.log(np.mean(across)), abs=1e-6)


def test_separability_is_a_half_without_a_gap_and_one_with_a_wide_one():
    far, none = labelled(gap=5), labelled(gap=0)
    same = LabelledVectors(none.pairs, none.a, none.a, "image", "text")

    assert measure_gap(far.a, far.b, far.pairs).separable == 1
    assert measure_gap(same.a, same.b, same.pairs).separable == pytest.approx(0.5)
    assert uniformity(np.repeat(none.a[:1], 5, axis=0)) == pytest.approx(0)


@pytest.mark.parametrize("method", CORRECTIONS)
def test_a_correction_closes_the_gap_on_pairs_it_was_not_fitted_on(method):
    preview = preview_correction(labelled(), method)

    assert preview.after.gap.distance < 0.35 * preview.before.gap.distance
    assert preview.low <= preview.change <= preview.high
    assert preview.change == pytest.approx(
        np.mean(
            [
                preview.after.a_to_b.recall[1] - preview.before.a_to_b.recall[1],
                preview.after.b_to_a.recall[1] - preview.before.b_to_a.recall[1],
            ]
        )
    )


def test_a_gap_that_hides_the_meaning_is_worth_correcting():
    assert preview_correction(labelled(gap=1.0), "centre").helps


def test_corrections_are_what_they_say():
    some = labelled()
    means = {"image": some.a.mean(0), "text": some.b.mean(0)}

    shift = fit_on_pairs("shift", some)
    moved = some.a - (means["image"] - means["text"]) / 2
    assert shift.apply(some.a, "image") == pytest.approx(normalise(moved), abs=1e-5)
    assert shift.apply(some.a, "audio") is not None
    assert np.array_equal(shift.apply(some.a, "audio"), some.a)

    whiten = fit_on_pairs("whiten", some)
    covariance = ledoit_wolf(some.a - means["image"], assume_centered=True)[0]
    values, axes = np.linalg.eigh(covariance)
    expected = (some.a - means["image"]) @ (axes / np.sqrt(values)) @ axes.T
    assert whiten.apply(some.a, "image") == pytest.approx(normalise(expected), abs=1e-4)
    assert whiten.fitted_on == {"image": 120, "text": 120}


def test_pairs_that_share_a_caption_are_never_fitted_and_measured_at_once():
    some = labelled(12)
    left = [f"a{row}" for row in range(12)]
    right = ["shared" if row < 6 else f"b{row}" for row in range(12)]
    pairs = PairSet.of(left, right)
    linked = LabelledVectors(pairs, some.a, some.b[: len(pairs.b)], "image", "text")

    with pytest.raises(ValueError, match="at least 8 separate pairs; these are 7"):
        preview_correction(linked, "centre")
