"""A correction of the space takes part in search, is kept, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from explorer.collection.collection import Collection
from explorer.collection.tools import Tools
from explorer.core.correction import Affine, Correction
from explorer.core.query import item, text
from explorer.core.similarity import normalise


def some_correction(dimension: int, *, whole: bool) -> Correction:
    random = np.random.default_rng(3)
    means = random.normal(size=(2, dimension)).astype(np.float32) * 0.05
    matrices = np.eye(dimension, dtype=np.float32) + 0.02 * random.normal(
        size=(2, dimension, dimension)
    ).astype(np.float32)
    parts = {
        kind: Affine(mean, matrix if whole else None)
        for kind, mean, matrix in zip(("image", "text"), means, matrices, strict=True)
    }
    return Correction("whiten" if whole else "centre", parts, {"image": 9, "text": 9})


@pytest.fixture
def indexed(collection: Collection, media: Path) -> Collection:
    (media / "a" / "note.txt").write_text("red and a little yellow\n\nblue as the sea")
    collection.index([media])
    return collection


@pytest.mark.parametrize("whole", [False, True])
def test_search_answers_as_if_every_vector_had_been_corrected(
    indexed: Collection, tools: Tools, whole: bool
) -> None:
    rows, plain = indexed.vectors()
    correction = some_correction(plain.shape[1], whole=whole)
    indexed.correct(correction)

    ranking = indexed.rank(text("red"))

    items = indexed.items()
    query = tools.spaces.load("colours").encode_contents("text", ["red"])[0]
    asked = correction.apply(query, "text")
    scores = dict(zip(ranking.rows.tolist(), ranking.scores.tolist(), strict=True))
    checked = 0
    for row, vector in zip(rows.tolist(), plain, strict=True):
        if items.modality(row) == "pictures":
            expected = float(correction.apply(vector, "image") @ asked)
            assert scores[row] == pytest.approx(expected, abs=5e-3)
            checked += 1
    assert checked == 16
    assert scores != {}
    kept, corrected = indexed.vectors()
    pictures = [at for at, row in enumerate(kept) if items.modality(int(row)) == "pictures"]
    assert corrected[pictures] == pytest.approx(
        correction.apply(plain[pictures], "image"), abs=2e-3
    )


def test_an_item_asks_with_its_corrected_vector(indexed: Collection) -> None:
    first = str(indexed.items().ids[0])
    indexed.correct(some_correction(64, whole=True))

    best = indexed.search(item(first), 1)[0]

    assert best.item == first
    assert best.score == pytest.approx(1, abs=5e-3)


def test_it_is_kept_with_the_collection_and_can_be_taken_back(
    indexed: Collection, tools: Tools
) -> None:
    before = indexed.rank(text("blue"))
    correction = some_correction(64, whole=True)
    indexed.correct(correction)
    assert not np.allclose(indexed.rank(text("blue")).scores, before.scores)

    again = Collection.open(indexed.folder, tools)
    kept = again.correction()
    assert kept is not None
    assert kept.method == "whiten"
    assert kept.fitted_on == {"image": 9, "text": 9}
    assert np.array_equal(kept.parts["image"].mean, correction.parts["image"].mean)
    plain = again.vectors(plain=True)[1]
    again.correct(None)
    assert np.array_equal(again.vectors()[1], plain)
    again.close()

    after = indexed.rank(text("blue"))
    assert indexed.correction() is None
    assert np.array_equal(after.rows, before.rows)
    assert np.array_equal(after.scores, before.scores)


def test_a_damaged_file_counts_as_none(indexed: Collection) -> None:
    indexed.correct(some_correction(64, whole=False))
    file = next((indexed.folder / "corrections").iterdir())
    file.write_bytes(file.read_bytes()[:100])

    assert indexed.correction() is None
    assert len(indexed.rank(text("blue")).rows) > 0


def test_vectors_of_another_version_of_the_encoder_are_left_alone(
    indexed: Collection, spaces, tools, media: Path, paint
) -> None:
    indexed.correct(some_correction(64, whole=False))
    spaces.encoders["image"].revision = "2"
    spaces.close()
    reopened = Collection.open(indexed.folder, tools)
    paint(media / "new.png", "green", seed=50)
    reopened.index([media])

    assert reopened.correction() is None
    assert normalise(reopened.vectors()[1]) == pytest.approx(reopened.vectors()[1], abs=1e-5)
    reopened.close()
