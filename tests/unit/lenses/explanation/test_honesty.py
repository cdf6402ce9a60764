"""Maps are judged by deletion, insertion and random maps, and the best method is marked."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from explorer.core.errors import Cancelled, QueryError
from explorer.core.tokens import GridLayout
from explorer.jobs import Control, Job
from explorer.lenses.explanation.question import Question
from explorer.lenses.faithfulness import Faithfulness, Judge, points_into
from explorer.lenses.word_patch import (
    WordMap,
    available,
    compare_methods,
    explain_picture,
    pointing,
)

LAYOUT = GridLayout(6, 6)


def _picture() -> np.ndarray:
    picture = np.full((60, 60, 3), 40, np.uint8)
    picture[:30, :30] = (255, 0, 0)  # the quarter that counts is red
    return picture


def test_a_true_map_beats_random_ones_and_its_opposite_does_not(quarters):
    question = Question(quarters, _picture(), "red")
    judge = Judge(question.small, LAYOUT, question.vectors_of)
    heat = np.zeros((6, 6), np.float32)
    heat[:3, :3] = 1
    target = question.words.vectors[:1]
    both = np.repeat(target, 2, axis=0)

    right, wrong = judge.judged(np.stack([heat, -heat]), both, Control(), against_random=True)

    assert right.better_than_random is True
    assert wrong.better_than_random is False
    assert right.advantage == pytest.approx(-wrong.advantage, abs=1e-5)
    assert right.deletion < 0.4 < 0.6 < wrong.deletion


@pytest.mark.parametrize("method", ["occlusion", "rise"])
def test_methods_for_any_encoder_find_the_quarter_that_counts(quarters, method):
    explanation = explain_picture(quarters, _picture(), "red and blue", method, judged="words")

    red = next(one for one in explanation.words if one.word == "red")
    assert points_into(red.peak, (0, 0, 30, 30))
    rows, cols = explanation.grid
    outside = red.map.copy()
    outside[: rows // 2 + 1, : cols // 2 + 1] = 0
    assert np.abs(outside).max() < red.score / 2
    assert red.faithfulness.better_than_random
    assert [one.content for one in explanation.words] == [True, False, True]


def test_methods_are_compared_and_the_rest_have_a_reason(quarters):
    comparison = compare_methods(quarters, _picture(), "red or green")

    assert {one.method for one in comparison.explanations} == {"occlusion", "rise"}
    assert comparison.best in {"occlusion", "rise"}
    assert "gives no patches" in comparison.unavailable["late-interaction"]
    assert "gives no gradients" in comparison.unavailable["grad-cam"]
    best = max(comparison.explanations, key=lambda one: one.advantage)
    assert comparison.best == best.method


def test_no_method_is_best_where_the_words_are_not_in_the_picture(quarters):
    grey = np.full((40, 40, 3), 128, np.uint8)  # every part is like every other
    assert compare_methods(quarters, grey, "red").best == ""


def test_a_space_without_texts_says_so(quarters):
    del quarters.encoders["text"]
    assert set(available(quarters).values()) == {"The space 'quarters' has no text encoder."}


def test_pointing_is_told_where_regions_are_known(quarters):
    found = explain_picture(quarters, _picture(), "red and blue", "occlusion", judged="no")
    assert pointing(found, {"Red": (0, 0, 30, 30)}) == 1
    assert pointing(found, {"red": (30, 30, 60, 60)}) == 0
    blue = next(one for one in found.words if one.word == "blue").peak
    wrong = (0.0, 0.0, blue[0], blue[1])
    assert pointing(found, {"red": (0, 0, 30, 30), "blue": wrong}) == 0.5
    with pytest.raises(QueryError, match="regions are known"):
        pointing(found, {"green": (0, 0, 1, 1)})


def test_a_question_needs_a_word(quarters):
    with pytest.raises(QueryError, match="no words"):
        explain_picture(quarters, _picture(), " ?! ", "occlusion")
    with pytest.raises(QueryError, match="no method called 'guess'"):
        explain_picture(quarters, _picture(), "red", "guess")


def test_long_work_reports_progress_and_can_be_cancelled(quarters):
    job = Job("explain")
    steps = []

    def told(changed: Job) -> None:
        steps.append(changed.progress.done)
        changed.cancel()

    with pytest.raises(Cancelled):
        explain_picture(
            quarters, _picture(), "red", "rise", judged="no", control=Control(job, told)
        )
    assert len(steps) == 1


def test_the_same_question_has_the_same_answer(quarters):
    first, second = (
        explain_picture(quarters, _picture(), "red", "rise", judged="words") for _ in range(2)
    )
    np.testing.assert_array_equal(first.heat, second.heat)
    assert first.faithfulness == second.faithfulness


def test_a_map_with_nothing_on_it_is_not_believed():
    better = Faithfulness(0.1, 0.9, 0.5, (-0.2, 0.2))
    shown = WordMap("red", 0.3, (0, 0), np.ones((1, 1), np.float32), (0, 3), True, better)
    assert shown.believed
    assert not replace(shown, score=-0.01).believed
    assert not replace(shown, faithfulness=replace(better, advantage=0.1)).believed
    assert not replace(shown, faithfulness=None).believed
