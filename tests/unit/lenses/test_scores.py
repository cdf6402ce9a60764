"""Retrieval, axes and faithfulness equal their plain definitions."""

import numpy as np
import pytest
from sklearn.metrics import silhouette_samples

from explorer.core.similarity import normalise
from explorer.core.tokens import GridLayout
from explorer.lenses.axes import category_silhouette, principal_axes
from explorer.lenses.faithfulness import faithfulness
from explorer.lenses.retrieval import retrieval_scores


def test_recall_equals_counting_by_hand():
    random = np.random.default_rng(3)
    a = normalise(random.normal(size=(40, 8)))
    b = normalise(a + 0.6 * random.normal(size=(40, 8)))
    labels = [str(number) for number in range(40)]

    scores = retrieval_scores(a, b, labels, labels)

    ranks = [1 + sum(a[i] @ b[j] > a[i] @ b[i] for j in range(40)) for i in range(40)]
    for cut in (1, 5, 10):
        assert scores.recall[cut] == pytest.approx(np.mean([rank <= cut for rank in ranks]))
    assert scores.median_rank == np.median(ranks)


def test_a_picture_with_two_captions_has_two_right_answers():
    pictures = normalise([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    captions = normalise([[0.0, 1.0], [1.0, 0.1], [0.1, 1.0]])

    scores = retrieval_scores(pictures, captions, ["cat", "cat", "dog"], ["x", "y", "z"])

    assert scores.recall[1] == pytest.approx(0.5)
    assert scores.recall[5] == 1.0


def test_the_first_axis_finds_what_the_words_vary_by():
    random = np.random.default_rng(4)
    concreteness = np.linspace(1, 5, 60)
    vectors = random.normal(scale=0.05, size=(60, 12))
    vectors[:, 3] -= concreteness
    words = [f"w{number}" for number in range(60)]
    categories = [f"c{number // 10}" for number in range(60)]

    axis = principal_axes(vectors.astype(np.float32), words, categories, concreteness)[0]

    assert axis.word_r > 0.99
    assert axis.category_r > 0.99
    assert axis.high[0] in words[-4:]
    assert axis.low[0] in words[:4]


def test_silhouette_equals_scikit_learns():
    random = np.random.default_rng(5)
    vectors = normalise(random.normal(size=(50, 6)))
    categories = [str(number % 4) for number in range(50)]

    values = silhouette_samples(vectors.astype(np.float64), categories, metric="cosine")
    codes = np.asarray(categories)
    expected = np.mean([values[codes == name].mean() for name in sorted(set(categories))])

    assert category_silhouette(vectors, categories) == pytest.approx(expected, abs=1e-6)


def test_a_true_map_is_more_faithful_than_its_opposite():
    picture = np.zeros((80, 80, 3), np.uint8)
    picture[:40, :40] = 255  # all that the score looks at

    def score(pictures):
        return np.asarray([one[:40, :40].mean() / 255 for one in pictures], np.float32)

    layout = GridLayout(4, 4)
    heat = np.zeros((4, 4), np.float32)
    heat[:2, :2] = 1

    right, wrong = (faithfulness(picture, one, layout, score) for one in (heat, -heat))

    assert right.deletion < 0.3 < 0.7 < wrong.deletion
    assert right.insertion > 0.7 > 0.3 > wrong.insertion


def test_many_captions_and_many_pictures_equal_a_plain_computation():
    random = np.random.default_rng(6)
    pictures, captions = normalise(random.normal(size=(2, 30, 12)))
    left, right = [], []
    for row in range(30):
        for other in {row, (row * 7) % 30, row // 2}:
            left.append(f"p{row}")
            right.append(f"c{other}")
    at = lambda labels: np.array([int(label[1:]) for label in labels])  # noqa: E731

    scores = retrieval_scores(pictures[at(left)], captions[at(right)], left, right)

    ranks = []
    for row in range(30):
        cosines = {column: float(pictures[row] @ captions[column]) for column in set(at(right))}
        best = max(cosines[int(b[1:])] for a, b in zip(left, right, strict=True) if a == f"p{row}")
        ranks.append(1 + sum(value > best for value in cosines.values()))
    for cut in (1, 5, 10):
        assert scores.recall[cut] == pytest.approx(np.mean([r <= cut for r in ranks]), abs=1e-6)
    assert scores.median_rank == pytest.approx(np.median(ranks), abs=1e-6)
