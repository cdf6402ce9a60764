"""Asking with regions, directions, examples, concepts and clusters; sweeps and cut-offs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from explorer.collection.collection import Collection
from explorer.collection.notebook import SavedSearch
from explorer.collection.search import standards_of
from explorer.core.concept import Concept
from explorer.core.errors import CollectionError, QueryError
from explorer.core.query import (
    Query,
    Term,
    cluster,
    concept,
    direction,
    examples,
    image,
    region,
    text,
)

Paint = Callable[..., Path]
PICTURES = "modality = 'pictures'"


@pytest.fixture
def indexed(collection: Collection, media: Path) -> Collection:
    """The collection with the sixteen pictures and one note in it."""
    (media / "note.txt").write_text("A red fox in the snow.\n")
    collection.index([media])
    return collection


def ids(collection: Collection, *titles: str) -> list[str]:
    items = collection.items()
    return [str(items.ids[items.titles.tolist().index(title)]) for title in titles]


def pictures(query: Query) -> Query:
    return Query(query.terms, query.combine, query.mode, PICTURES, query.closer_than)


def best(collection: Collection, query: Query, k: int = 2) -> set[str]:
    return {hit.title for hit in collection.search(pictures(query), k)}


def test_a_region_is_asked_with_and_not_the_rest(
    indexed: Collection, tmp_path: Path, paint: Paint
) -> None:
    two = np.concatenate(
        [np.asarray(Image.open(paint(tmp_path / f"{c}.png", c, seed=9))) for c in ("red", "blue")],
        axis=1,
    )
    file = tmp_path / "two.png"
    Image.fromarray(two).save(file)

    assert best(indexed, region(file, (0, 0, 0.5, 1))) == {"red-one", "red-two"}
    assert best(indexed, region(file, (0.5, 0, 1, 1))) == {"blue-one", "blue-two"}


def test_a_direction_goes_from_one_phrase_to_the_other(indexed: Collection) -> None:
    ranking = indexed.rank(pictures(direction("blue", "red")))
    titles = indexed.items().titles[ranking.rows].tolist()

    assert set(titles[:2]) == {"red-one", "red-two"}
    assert set(titles[-2:]) == {"blue-one", "blue-two"}
    with pytest.raises(QueryError, match="leads nowhere"):
        indexed.search(direction("red", "red"))


def test_examples_find_what_was_liked_and_not_what_was_not(indexed: Collection) -> None:
    liked, disliked = ids(indexed, "green-one", "orange-one")
    query = pictures(examples([liked], [disliked]))

    ranking = indexed.rank(query)
    titles = indexed.items().titles[ranking.rows].tolist()

    assert set(titles[:2]) == {"green-one", "green-two"}
    assert set(titles[-2:]) == {"orange-one", "orange-two"}
    assert ranking.terms == ("1 liked, 1 not",)
    with pytest.raises(QueryError, match="1 liked"):
        indexed.search(examples(["nobody"]))


def test_a_cluster_is_asked_by_its_middle(indexed: Collection) -> None:
    members = ids(indexed, "violet-one", "violet-two")

    assert best(indexed, cluster(members, "the violet ones")) == {"violet-one", "violet-two"}


def test_a_concept_is_kept_renamed_asked_with_and_removed(indexed: Collection) -> None:
    (liked,) = ids(indexed, "yellow-one")
    terms = (Term("examples", liked), Term("text", "yellow"), Term("text", "black", -1.0))
    indexed.concepts.put(Concept("c1", "Sunny", terms))

    assert best(indexed, concept("sunny")) == {"yellow-one", "yellow-two"}
    indexed.concepts.put(Concept("c1", "Bright", terms))
    assert best(indexed, concept("c1")) == {"yellow-one", "yellow-two"}
    with pytest.raises(QueryError, match=r"no concept 'sunny'.*There is: Bright"):
        indexed.search(concept("sunny"))
    indexed.concepts.remove("c1")
    assert indexed.concepts.all() == ()


def test_named_things_are_still_there_when_the_collection_is_opened_again(
    indexed: Collection, tools: object
) -> None:
    search = SavedSearch("s1", "Red ones", pictures(text("red")))
    indexed.searches.put(search)

    again = Collection.open(indexed.folder, tools)  # type: ignore[arg-type]
    assert again.searches.all() == (search,)
    again.close()
    with pytest.raises(CollectionError, match="taken"):
        indexed.searches.put(SavedSearch("s2", "red ones", Query()))
    with pytest.raises(CollectionError, match="letter"):
        indexed.searches.put(SavedSearch("s2", " ", Query()))


def test_what_is_damaged_in_the_file_is_left_out(indexed: Collection) -> None:
    good = SavedSearch("s1", "good", text("red")).to_dict()
    wrong = {"id": "s2", "name": "wrong", "query": {"terms": [{"kind": "smell"}]}}
    file = indexed.folder / "searches.json"
    file.write_text(json.dumps([good, wrong, 7, {"id": "s3"}]))

    assert [one.name for one in indexed.searches.all()] == ["good"]
    file.write_text("{ not json")
    assert indexed.searches.all() == ()


def test_a_sweep_goes_from_one_term_to_the_other(
    indexed: Collection, tmp_path: Path, paint: Paint
) -> None:
    asked = paint(tmp_path / "asked.png", "blue", seed=55)
    query = pictures(image(asked) + text("red"))

    sweep = indexed.sweep(query, 9)

    assert [step.alpha for step in sweep.steps] == pytest.approx(np.linspace(0, 1, 9))
    assert sweep.terms == ("asked.png", "red")
    assert sweep.steps[0].hit.title.startswith("blue")
    assert sweep.steps[-1].hit.title.startswith("red")
    assert sweep.steps[0].weights == pytest.approx((1, 0), abs=1e-6)
    assert max(sweep.steps[4].weights) == pytest.approx(1)
    for step in sweep.steps:
        first, second = query.terms
        there = Query(
            tuple(
                Term(term.kind, term.value, weight)
                for term, weight in zip((first, second), step.weights, strict=True)
                if weight
            ),
            where=PICTURES,
        )
        assert indexed.search(there, 1)[0].item == step.hit.item
    assert json.dumps(sweep.to_dict())


def test_a_sweep_keeps_the_signs_and_needs_two_terms(indexed: Collection) -> None:
    away = indexed.sweep(pictures(text("red") - text("blue")), 3)

    assert away.steps[-1].weights == pytest.approx((0, -1), abs=1e-6)
    assert not away.steps[-1].hit.title.startswith("blue")
    with pytest.raises(QueryError, match="two of them, not 1"):
        indexed.sweep(text("red"), 5)


def test_a_cut_off_leaves_out_what_is_not_closer(indexed: Collection) -> None:
    whole = indexed.rank(pictures(text("red")))
    cut = indexed.rank(Query(text("red").terms, where=PICTURES, closer_than=80))

    assert 0 < len(cut) < len(whole)
    assert cut.rows.tolist() == whole.rows[whole.percentiles >= 80].tolist()
    assert len(indexed.search(Query(text("red").terms, closer_than=80), 2)) == 2


def test_the_best_alone_know_how_many_match(indexed: Collection) -> None:
    query = pictures(text("red"))
    whole, few = indexed.rank(query), indexed.rank(query, 3)

    assert whole.whole
    assert (len(few), few.total, few.whole) == (3, 16, False)
    assert few.rows.tolist() == whole.rows[:3].tolist()


def test_one_obvious_text_among_four_stands_above_pictures() -> None:
    random = np.random.default_rng(0)
    pictures = random.normal(0.1, 0.06, 355).astype(np.float32)
    texts = np.array([0.8, 0.11, 0.09, 0.12], np.float32)

    standards = standards_of({0: pictures, 1: texts})

    def standing(code: int, score: float) -> float:
        centre, spread = standards[code]
        return (score - centre) / spread

    assert standing(1, 0.8) > standing(0, float(pictures.max()))
    assert standing(1, 0.12) < standing(0, float(np.sort(pictures)[-60]))
    assert standards[0] == pytest.approx((np.median(pictures), pictures.std()), abs=5e-3)


def test_few_texts_that_all_lie_higher_do_not_all_come_first() -> None:
    random = np.random.default_rng(0)
    pictures = random.normal(0.1, 0.06, 355).astype(np.float32)
    texts = np.array([0.31, 0.29, 0.3, 0.32], np.float32)

    centre, spread = standards_of({0: pictures, 1: texts})[1]

    assert (0.32 - centre) / spread < (np.sort(pictures)[-20] - 0.1) / 0.06
