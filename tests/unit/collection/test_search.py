"""Searching: the same answers as plain arithmetic, filters, words, both, and clear errors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from explorer.collection.collection import Collection
from explorer.core.errors import MediaError, QueryError
from explorer.core.query import Query, Term, combine_scores, image, item, text
from explorer.core.similarity import normalise
from explorer.store import scan as scan_module

Paint = Callable[..., Path]


@pytest.fixture
def indexed(collection: Collection, media: Path) -> Collection:
    """The collection with the sixteen pictures and three notes in it."""
    (media / "notes.md").write_text("A red fox in the snow.\n\nA green field.\n\nA blue sea.\n")
    (media / "zebra.txt").write_text("A black and white animal from Africa.\n")
    collection.index([media])
    return collection


def brute_force(
    collection: Collection, terms: list[np.ndarray], weights: list[float]
) -> np.ndarray:
    """Cosines of each item's best unit with the weighted sum, by numpy in float32."""
    rows, vectors = collection.vectors()
    mixed = normalise(np.asarray(weights, np.float32) @ np.stack(terms))
    scores = np.full(len(collection.items()), np.nan, np.float32)
    scores[rows] = vectors @ mixed
    return scores


def words_vector(spaces: object, words: str) -> np.ndarray:
    """The vector of words."""
    encoder = spaces.encoders["text"]  # type: ignore[attr-defined]
    return np.asarray(encoder.encode([words])[0])


def test_signed_terms_rank_as_numpy_does(indexed: Collection, spaces: object) -> None:
    query = text("red") + 0.7 * text("yellow") - 0.5 * text("black")
    query = Query(query.terms, where="modality = 'pictures'")
    vectors = [words_vector(spaces, word) for word in ("red", "yellow", "black")]
    expected = brute_force(indexed, vectors, [1, 0.7, -0.5])
    ranking = indexed.rank(query)
    assert len(ranking) == 16
    assert np.allclose(ranking.scores, expected[ranking.rows], atol=2e-3)
    assert (np.diff(ranking.scores) <= 1e-6).all()
    assert np.allclose(ranking.contributions.sum(axis=0), ranking.scores, atol=1e-4)
    hits = indexed.search(query, 5)
    assert [hit.row for hit in hits] == ranking.rows[:5].tolist()
    assert [hit.rank for hit in hits] == [1, 2, 3, 4, 5]
    assert [name for name, _ in hits[0].contributions] == ["red", "yellow", "black"]


@pytest.mark.parametrize("combine", ["all", "fusion"])
def test_other_ways_to_combine(indexed: Collection, spaces: object, combine: str) -> None:
    terms = text("red").terms + text("white").terms
    query = Query(terms, combine, where="modality = 'pictures'")  # type: ignore[arg-type]
    rows, vectors = indexed.vectors()
    pictures = rows[[indexed.items().modality(int(row)) == "pictures" for row in rows]]
    asked = np.stack([words_vector(spaces, "red"), words_vector(spaces, "white")])
    ranking = indexed.rank(query)
    assert sorted(ranking.rows) == sorted(pictures)
    if combine == "all":
        cosines = asked @ vectors[np.searchsorted(rows, ranking.rows)].T
        expected, _ = combine_scores(cosines, np.ones(2), "all")
        assert np.allclose(ranking.scores, expected, atol=2e-3)
    else:
        assert np.allclose(ranking.contributions.sum(axis=0), ranking.scores, atol=1e-5)
        assert 0 < ranking.scores.min() <= ranking.scores[0] <= 1


def test_many_vectors_are_scanned_coarsely_and_looked_at_again(
    indexed: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = text("red") - 0.5 * text("black")
    exact = indexed.rank(query)
    monkeypatch.setattr(scan_module, "EXACT_ROWS", 0)
    coarse = indexed.rank(query)
    # Colours that are neither red nor black are equally far; which comes first is chance.
    assert set(coarse.rows[:3]) == set(exact.rows[:3])
    assert set(coarse.rows[-3:]) == set(exact.rows[-3:])
    assert np.allclose(coarse.scores, exact.scores, atol=1e-3)
    assert np.allclose(coarse.contributions, exact.contributions, atol=1e-3)


def test_a_text_is_ranked_by_its_best_paragraph(indexed: Collection) -> None:
    for colour, index in (("red", 0), ("green", 1), ("blue", 2)):
        query = Query(text(colour).terms, where="name = 'notes.md'")
        hit = indexed.search(query)[0]
        assert (hit.title, hit.unit["index"]) == ("notes", index)
        assert hit.unit["kind"] == indexed.units(hit.item)[index].kind
        assert colour in indexed.units(hit.item)[index].text


def test_modalities_are_ranked_together_fairly(indexed: Collection) -> None:
    ranking = indexed.rank(text("red"))
    modalities = [indexed.items().modality(int(row)) for row in ranking.rows]
    assert set(modalities[:3]) == {"pictures", "text"}
    for modality in ("pictures", "text"):
        own = ranking.scores[[one == modality for one in modalities]]
        assert (np.diff(own) <= 1e-6).all()


def test_removed_items_are_ranked_when_asked_for(indexed: Collection, media: Path) -> None:
    for name in ("notes.md", "zebra.txt", "a/red-one.png"):
        (media / name).unlink()
    indexed.index([media])
    hits = indexed.search(Query(text("red").terms, where="state = 'removed'"))
    assert {hit.title for hit in hits} == {"notes", "zebra", "red-one"}


def test_percentile_is_the_share_that_is_farther(indexed: Collection) -> None:
    ranking = indexed.rank(Query(text("red").terms, where="modality = 'pictures'"))
    expected = [
        100 * ((ranking.scores < one).sum() + (ranking.scores == one).sum() / 2) / 16
        for one in ranking.scores
    ]
    assert np.allclose(ranking.percentiles, expected, atol=0.1)
    few = indexed.search(Query(text("red").terms, where="name = 'blue-one.png'"))
    assert few[0].percentile < 90  # of the whole collection, not of what the filter lets through


def test_a_picture_finds_its_like(indexed: Collection, tmp_path: Path, paint: Paint) -> None:
    asked = paint(tmp_path / "asked.png", "orange", seed=77)
    hits = indexed.search(Query(image(asked).terms, where="modality = 'pictures'"), 2)
    assert {hit.title for hit in hits} == {"orange-one", "orange-two"}
    assert hits[0].contributions[0][0] == "asked.png"
    paint(asked, "violet", seed=78)
    hits = indexed.search(Query(image(asked).terms, where="modality = 'pictures'"), 2)
    assert {hit.title for hit in hits} == {"violet-one", "violet-two"}


def test_neighbours_leave_the_item_out(indexed: Collection) -> None:
    items = indexed.items()
    row = items.titles.tolist().index("green-one")
    hits = indexed.neighbours(str(items.ids[row]), 4, "pictures")
    assert hits[0].title == "green-two"
    assert row not in [hit.row for hit in hits]
    assert len(hits) == 4
    assert {hit.modality for hit in indexed.neighbours(str(items.ids[row]), 2, "text")} == {"text"}
    assert indexed.neighbours(str(items.ids[row]), 2, "nothing") == []
    assert indexed.search(item(str(items.ids[row])), 1)[0].row == row


def test_filters(indexed: Collection, media: Path) -> None:
    first = str(indexed.items().ids[0])
    indexed.set_marks([first], add_tags=["it's", "best"], rating=5, note="look")
    folder = str(media / "a").replace("'", "''")
    for where, count in (
        ("modality = 'pictures'", 16),
        ("width = 24 AND height >= 24", 16),
        ("width > 24", 0),
        (f"folder = '{folder}'", 8),
        ("name LIKE '%red%'", 2),
        ("added > '2020-01-01' AND added < '2100'", 18),
        ("array_has(tags, 'it''s')", 1),
        ("rating >= 4 OR name = 'zebra.txt'", 2),
        ("note = '' AND modality = 'text'", 2),
        ("state = 'removed'", 0),
        ("taken IS NULL", 18),
    ):
        assert len(indexed.search(Query(where=where), 100)) == count, where
    ranked = indexed.search(Query(text("red").terms, where="name LIKE 'blue%'"), 5)
    assert {hit.title for hit in ranked} == {"blue-one", "blue-two"}
    indexed.set_marks([first], remove_tags=["best"])
    assert not len(indexed.search(Query(where="array_has(tags, 'best')")))
    assert indexed.tags() == {"it's": 1}


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("wdth > 3", "the column 'wdth'. There is: id, path"),
        ("rting > 3", "the column 'rting'"),
        ("rating > 3 AND foo = 1", "the column 'foo'"),
        ("width >", "cannot be understood"),
        ("tags = 'bird'", r"array_has\(tags, 'bird'\)"),
        ("width", "cannot be understood"),
        ("width > 3; DROP TABLE items", "take out the ';'"),
    ],
)
def test_a_wrong_filter_is_explained(indexed: Collection, where: str, sentence: str) -> None:
    with pytest.raises(QueryError, match=sentence) as raised:
        indexed.search(Query(where=where))
    assert "registry" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_words_find_titles_texts_names_and_tags(indexed: Collection, media: Path) -> None:
    def found(words: str) -> set[str]:
        return {hit.title for hit in indexed.search(Query(text(words).terms, mode="lexical"))}

    assert found("animals") == {"zebra"}  # stemmed
    assert found("fox") == {"notes"}
    assert found("orange") == {"orange-one", "orange-two"}
    indexed.set_marks([str(indexed.items().ids[0])], add_tags=["night owl"])
    assert found("owl") == {str(indexed.items().titles[0])}
    assert found("nowhere") == set()
    assert found("\"'(AND OR NOT") == set()
    (media / "late.txt").write_text("A walrus.")
    indexed.index([media])
    assert found("walrus") == {"late"}
    signed = text("one") - text("red")
    hits = indexed.search(Query(signed.terms, mode="lexical"), 100)
    assert hits[-1].title == "red-one"
    assert "red-two" not in {hit.title for hit in hits}
    assert [name for name, _ in hits[-1].contributions] == ["one", "red"]
    assert hits[-1].contributions[1][1] < 0


def test_both_joins_meaning_and_words(indexed: Collection) -> None:
    hits = indexed.search(
        Query(text("green").terms, mode="hybrid", where="modality='pictures'"), 20
    )
    assert {hit.title for hit in hits[:2]} == {"green-one", "green-two"}
    assert [name for name, _ in hits[0].contributions] == ["meaning", "words"]
    assert sum(value for _, value in hits[0].contributions) == pytest.approx(hits[0].score)
    assert len(hits) == 16
    assert hits[0].score > 0.95


def test_a_filter_alone_lists_what_matches(indexed: Collection) -> None:
    hits = indexed.search(Query(where="modality = 'pictures'"), 3)
    assert [hit.row for hit in hits] == sorted(hit.row for hit in hits)
    assert all(hit.contributions == [] for hit in hits)


def test_errors_say_what_is_wrong(indexed: Collection, tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"nothing")
    for query, error, sentence in (
        (Query(), QueryError, "empty"),
        (item("nobody"), QueryError, "no item nobody"),
        (image(broken), MediaError, "broken.png"),
        (image(tmp_path / "missing.png"), MediaError, "missing.png"),
        (Query((Term("audio", "dog.wav"),)), QueryError, "no encoder for audio"),
        (Query((Term("vector", (1.0, 2.0)),)), QueryError, "2 numbers.*64"),
        (text("red") - text("red"), QueryError, "cancel each other"),
        (Query((Term("image", str(broken)),), mode="lexical"), QueryError, "needs words"),
        (Query((-text("red")).terms, mode="lexical"), QueryError, "needs words"),
    ):
        with pytest.raises(error, match=sentence):
            indexed.search(query)
    with pytest.raises(QueryError, match="at least one"):
        indexed.search(text("red"), 0)


def test_an_empty_collection_answers(collection: Collection) -> None:
    assert len(collection.search(text("red"))) == 0
    assert len(collection.search(Query(text("red").terms, mode="lexical"))) == 0
    assert len(collection.search(Query(text("red").terms, mode="hybrid"))) == 0
    assert len(collection.search(Query(where="rating = 0"))) == 0
    assert collection.vectors()[1].shape == (0, 64)
    assert collection.failures() == []


def test_terms_are_encoded_once(indexed: Collection, spaces: object) -> None:
    encoder = spaces.encoders["text"]  # type: ignore[attr-defined]
    before = encoder.encoded
    for weight in (1, 0.5, 0.2):
        indexed.search(text("green") - weight * text("black"))
    assert encoder.encoded == before + 2


def test_results_are_json_with_fixed_names(indexed: Collection) -> None:
    data = indexed.search(text("red"), 1).to_dict()
    assert list(data) == ["hits", "seconds"]
    assert list(data["hits"][0]) == [
        *("rank", "item", "path", "modality", "unit", "score", "percentile", "contributions"),
    ]
    assert list(data["hits"][0]["contributions"][0]) == ["term", "value"]


def test_places_on_the_map_are_kept(indexed: Collection) -> None:
    assert indexed.projection("umap") is None
    rows = np.array([2, 0, 5])
    places = np.array([[0, 1], [2, 3], [4, 5]], np.float32)
    indexed.save_projection("umap", rows, places, np.array([0.5, 1, 0], np.float32))
    indexed.save_projection("pca", rows[:1], places[:1])
    indexed.save_projection("umap", rows, places + 1, None)
    kept = indexed.projection("umap")
    assert kept is not None
    assert kept.rows.tolist() == [2, 0, 5]
    assert np.array_equal(kept.coordinates, places + 1)
    assert kept.trust is None
