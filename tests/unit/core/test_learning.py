"""Directions learned from examples."""

import numpy as np
import pytest

from explorer.core.learning import learn_direction
from explorer.core.similarity import normalise


@pytest.fixture
def kinds():
    """Two kinds of vectors around a shared middle: (2, 20, 12)."""
    random = np.random.default_rng(0)
    middle, ways = random.normal(size=12), random.normal(size=(2, 1, 12))
    return normalise(3 * middle + ways + 0.5 * random.normal(size=(2, 20, 12)))


def learned(vectors, weights, media, ground):
    arrays = np.asarray(weights, np.float32), np.asarray(media, bool)
    return learn_direction(np.asarray(vectors, np.float32), *arrays, ground)


def test_liked_and_disliked_examples_tell_the_kinds_apart(kinds):
    ground = kinds.reshape(-1, 12).mean(axis=0)
    chosen = np.concatenate([kinds[0, :3], kinds[1, :3]])

    direction = learned(chosen, [1, 1, 1, -1, -1, -1], [True] * 6, ground)

    assert np.linalg.norm(direction) == pytest.approx(1, abs=1e-5)
    assert (kinds[0, 3:] @ direction).min() > (kinds[1, 3:] @ direction).max()


def test_what_is_not_meant_is_enough(kinds):
    ground = kinds.reshape(-1, 12).mean(axis=0)

    direction = learned(kinds[1, :3], [-1, -1, -1], [True] * 3, ground)

    assert (kinds[0] @ direction).mean() > (kinds[1] @ direction).mean()


def test_words_count_as_much_as_many_pictures():
    word, picture = np.eye(2, dtype=np.float32)
    vectors = np.stack([word, *[picture] * 7])

    direction = learned(vectors, np.ones(8), [False] + [True] * 7, np.zeros(2, np.float32))

    np.testing.assert_allclose(direction, normalise([1.0, 1.0]), atol=1e-6)


def test_examples_that_cancel_out_give_nothing():
    vectors = np.eye(2, dtype=np.float32)[[0, 0]]

    assert not learned(vectors, [1, -1], [False, False], np.zeros(2, np.float32)).any()
