"""Digits fall into groups that are nearly pure, and groups are called by their items' words."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
from sklearn.datasets import load_digits

from explorer.lenses.cluster_names import WordVectors, name_clusters, nearest_words
from explorer.lenses.clusters import Clusters, find_clusters
from explorer.lenses.item_words import vocabulary, words_of
from explorer.lenses.landmarks import landmark_graph
from explorer.lenses.projection_vectors import prepare

DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


@cache
def digits() -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int64]]:
    data = load_digits()
    return data.data.astype(np.float32), data.target


@cache
def groups(landmarks: int = 50_000) -> Clusters:
    ready = prepare(digits()[0])
    return find_clusters(ready, landmark_graph(ready, landmarks=landmarks))


def purity(labels: npt.NDArray[np.int32], kinds: npt.NDArray[np.int64]) -> float:
    known = labels >= 0
    most = [np.bincount(kinds[labels == group]).max() for group in np.unique(labels[known])]
    return float(np.sum(most) / known.sum())


def test_groups_are_of_one_kind_and_finer_from_level_to_level() -> None:
    found, (_, kinds) = groups(), digits()
    assert list(found.counts) == sorted(found.counts)
    assert found.counts[0] <= 8
    assert found.counts[-1] > 40
    assert purity(found.labels[:, -1], kinds) > 0.95
    assert purity(found.labels[:, 1], kinds) > 0.85
    for level, count in enumerate(found.counts):
        sizes = np.bincount(found.labels[:, level][found.labels[:, level] >= 0])
        assert len(sizes) == count
        assert (np.diff(sizes) <= 0).all()


def test_a_group_lies_whole_in_one_of_the_level_above() -> None:
    labels = groups().labels
    for coarse, fine in zip(labels.T[:-1], labels.T[1:], strict=True):
        for group in np.unique(fine[fine >= 0]):
            above = coarse[(fine == group) & (coarse >= 0)]
            assert len(np.unique(above)) <= 1


def test_the_rest_joins_the_groups_of_its_landmarks() -> None:
    found, (_, kinds) = groups(900), digits()
    assert (found.labels[:, -1] >= 0).mean() > 0.98
    assert purity(found.labels[:, -1], kinds) > 0.9


def test_the_same_seed_gives_the_same_groups() -> None:
    ready = prepare(digits()[0][:500])
    graph = landmark_graph(ready)
    first, again = find_clusters(ready, graph), find_clusters(ready, graph)
    np.testing.assert_array_equal(first.labels, again.labels)


def test_few_items_make_no_groups() -> None:
    for count in (0, 1, 5, 13):
        ready = prepare(digits()[0][:count])
        found = find_clusters(ready, landmark_graph(ready))
        assert found.counts == ()
        assert found.labels.shape == (count, 0)
        assert name_clusters(found, [frozenset()] * count) == ()


def test_groups_are_named_by_the_words_that_set_them_apart() -> None:
    found, (_, kinds) = groups(), digits()
    items = [words_of(f"IMG_{row:04}.png digits/{DIGITS[kind]}s scan")
             for row, kind in enumerate(kinds)]  # fmt: skip
    names = name_clusters(found, items)
    for level, own in enumerate(names):
        assert len(set(own)) == len(own) == found.counts[level]
    right = 0
    for group, name in enumerate(names[1]):
        inside = kinds[found.labels[:, 1] == group]
        right += DIGITS[np.bincount(inside).argmax()] in name.lower()
    assert right / len(names[1]) > 0.9
    assert not any("scan" in name.lower() or "img" in name.lower() for name in names[1])


def test_a_word_and_its_plural_are_one() -> None:
    labels = np.repeat([0, 1], 6).astype(np.int32)[:, None]
    items = [words_of(word) for word in ["bird", "birds", "bird", "birds", "bird", "bird"]]
    items += [words_of(word) for word in ["berry", "berries", "berries", "berry", "fly", "flies"]]
    names = name_clusters(Clusters(labels, (2,)), items)
    assert names[0][0] == "Bird"
    assert names[0][1].lower().startswith("berr")


def test_where_nothing_has_words_the_nearest_of_a_vocabulary_stand_in() -> None:
    vectors, kinds = digits()
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    means = np.stack([unit[kinds == kind].mean(axis=0) for kind in range(10)])
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    found = groups()
    near = nearest_words(prepare(unit), found.labels[:, -1], found.counts[-1], DIGITS, means)
    best = [words[0] if words else "" for words in near]
    sizes = [np.bincount(kinds[found.labels[:, -1] == group]).argmax()
             for group in range(found.counts[-1])]  # fmt: skip
    right = np.mean([DIGITS[kind] == word for kind, word in zip(sizes, best, strict=True)])
    assert right > 0.8
    names = name_clusters(found, [frozenset()] * len(unit), near)
    assert all(any(digit in name.lower() for digit in DIGITS) for name in names[0])


def test_words_are_told_from_file_names() -> None:
    assert words_of("DSC_0042.JPG") == frozenset()
    assert words_of("RedKite over the_2 fields.png") == {"red", "kite", "fields"}


def meant() -> npt.NDArray[np.float32]:
    """Where the words for digits lie: in the middle of their pictures."""
    vectors, kinds = digits()
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    means = np.stack([unit[kinds == kind].mean(axis=0) for kind in range(10)])
    return (means / np.linalg.norm(means, axis=1, keepdims=True)).astype(np.float32)


def test_where_titles_share_no_words_the_one_nearest_to_the_group_names_it() -> None:
    found, (vectors, kinds) = groups(), digits()
    random = np.random.default_rng(0)
    # One item in twenty says what it is; one in three has a word that is anywhere.
    items = [
        words_of(f"{DIGITS[kind]}s") if random.random() < 0.05
        else words_of("smudge") if random.random() < 0.3
        else words_of(f"scan{chr(97 + row % 26)}{chr(97 + row // 26 % 26)}")
        for row, kind in enumerate(kinds)
    ]  # fmt: skip
    near = WordVectors(tuple(f"{digit}s" for digit in DIGITS), meant(), prepare(vectors))
    names = name_clusters(found, items, near=near)[1]
    most = [np.bincount(kinds[found.labels[:, 1] == group]).argmax()
            for group in range(found.counts[1])]  # fmt: skip
    right = [DIGITS[kind] in name.lower() for kind, name in zip(most, names, strict=True)]
    assert np.mean(right) > 0.8
    assert not any("smudge" in name.lower() for name in names)
    blind = name_clusters(found, items)[1]
    assert np.mean([DIGITS[kind] in name.lower()
                    for kind, name in zip(most, blind, strict=True)]) < 0.5  # fmt: skip


def test_a_kind_of_media_does_not_name_a_group_that_has_better_words() -> None:
    labels = np.repeat([0, 1, 2], 20).astype(np.int32)[:, None]
    titles = ["drum"] * 7 + ["guitar"] * 7 + [f"take {each}" for each in "abcdef"]
    titles += ["flag"] * 8 + ["banner"] * 8 + ["pole"] * 4 + ["dog"] * 12 + ["cat"] * 8
    around = [words_of("sounds")] * 20 + [words_of("pictures")] * 40
    words = ("drum", "guitar", "sounds", "flag", "banner", "pole", "dog", "cat", "pictures")
    corners = np.eye(3, dtype=np.float32)
    places = np.array([0, 0, 0, 1, 1, 1, 2, 2, 2])
    near = WordVectors(words, corners[places], prepare(corners[labels[:, 0]]))
    names = name_clusters(
        Clusters(labels, (3,)), [words_of(title) for title in titles], around=around, near=near
    )
    assert set(names[0][0].lower().split(", ")) == {"drum", "guitar"}
    assert set(names[0][1].lower().split(", ")) == {"flag", "banner"}


def test_a_folder_that_holds_one_group_names_it() -> None:
    labels = np.repeat([0, 1], 12).astype(np.int32)[:, None]
    items = [words_of(f"{chr(97 + each) * 4}") for each in range(24)]
    around = [words_of("animals")] * 11 + [words_of("tools")] * 13
    names = name_clusters(Clusters(labels, (2,)), items, around=around)
    assert names == (("Animals", "Tools"),)


def test_a_name_does_not_say_the_same_twice() -> None:
    labels = np.repeat([0, 1], 10).astype(np.int32)[:, None]
    items = [words_of("musician music tune")] * 10 + [words_of("stone")] * 10
    assert name_clusters(Clusters(labels, (2,)), items)[0][0] in (
        "Music, tune",
        "Tune, music",
        "Musician, tune",
    )


def test_words_that_are_looked_for_are_the_most_frequent_ones_and_no_plural_beside_its_word() -> (
    None
):
    items = [words_of("bird birds nest"), words_of("birds"), words_of("owl")]
    around = [words_of("garden")] * 3
    assert vocabulary(items, around)[:2] == ("garden", "birds")
    assert set(vocabulary(items, around)) == {"garden", "birds", "nest", "owl"}
    assert vocabulary([], []) == ()
