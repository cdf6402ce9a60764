"""A query mixes signed, weighted terms."""

import json

import numpy as np
import pytest

import explorer
from explorer.core.errors import QueryError
from explorer.core.query import Query, Term, cluster, combine_scores, mix
from explorer.core.similarity import normalise


def test_terms_add_up_with_their_signs():
    query = explorer.text("red bird") - 0.5 * explorer.text("cage") + explorer.image("nest.jpg")

    assert [(term.kind, term.name, term.weight) for term in query.terms] == [
        ("text", "red bird", 1.0),
        ("text", "cage", -0.5),
        ("image", "nest.jpg", 1.0),
    ]


def test_a_query_survives_json():
    query = Query(
        (Term("text", "sea", 2.0), Term("item", "ab", -1.0, "a boat", enabled=False)),
        combine="all",
        mode="hybrid",
        where="width > 100",
    )

    assert Query.from_dict(json.loads(json.dumps(query.to_dict()))) == query


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ({"terms": [{"kind": "smell", "value": "rose"}]}, "smell"),
        ({"terms": [{"kind": "text", "value": " "}]}, "text"),
        ({"terms": [{"kind": "text", "value": "a", "weight": "much"}]}, "much"),
        ({"terms": [{"kind": "text", "value": "a", "weight": float("nan")}]}, "nan"),
        ({"terms": "a"}, "terms"),
        ({"terms": [], "combine": "xor"}, "xor"),
        ({"terms": [], "mode": "sparse"}, "sparse"),
    ],
)
def test_a_wrong_query_is_refused_with_what_is_wrong(data, named):
    with pytest.raises(QueryError, match=named):
        Query.from_dict(data)


def test_switched_off_terms_do_not_count():
    assert not Query((Term("text", "a", enabled=False), Term("text", "b", 0.0)))
    assert Query(where="width > 1")


def test_sum_is_the_cosine_with_the_mixed_vector():
    random = np.random.default_rng(0)
    terms, vectors = normalise(random.normal(size=(3, 16))), normalise(random.normal(size=(50, 16)))
    weights = np.array([1.0, -0.5, 2.0])
    scale = float(np.linalg.norm(weights @ terms))

    scores, contributions = combine_scores(terms @ vectors.T, weights, "sum", scale)

    np.testing.assert_allclose(scores, vectors @ mix(terms, weights), atol=1e-6)
    np.testing.assert_allclose(contributions.sum(axis=0), scores, atol=1e-6)


def test_all_is_as_good_as_its_weakest_term():
    cosines = np.array([[0.9, 0.5], [0.1, 0.4]], np.float32)

    scores, _ = combine_scores(cosines, np.array([1.0, 1.0]), "all")

    np.testing.assert_allclose(scores, [0.1, 0.4])


def test_fusion_goes_by_ranks_alone():
    cosines = np.array([[0.9, 0.5, 0.1], [9e-3, 1e-3, 5e-3]], np.float32)

    scores, _ = combine_scores(cosines, np.array([1.0, 1.0]), "fusion")

    assert scores.argmax() == 0
    assert scores[0] == pytest.approx(1.0)


def test_every_kind_of_term_survives_json():
    query = (
        explorer.region("nest.jpg", (0.1, 0.2, 0.5, 0.9))
        + explorer.direction("an empty street", "a crowded one")
        - explorer.concept("birds")
        + explorer.examples(["a1", "b2"], ["c3"])
        + cluster(["a1", "b2"], "boats")
    )
    query = Query(query.terms, closer_than=99.5)

    assert Query.from_dict(json.loads(json.dumps(query.to_dict()))) == query
    names = [term.name for term in query.terms]
    assert names[:3] == ["part of nest.jpg", "an empty street → a crowded one", "birds"]
    assert names[3:] == ["2 liked, 1 not", "boats"]
    assert query.terms[3].examples == (("a1", "b2"), ("c3",))


def test_a_direction_may_be_written_with_a_plain_arrow():
    term = Term.from_dict({"kind": "direction", "value": "day->night"})

    assert term.ends == ("day", "night")
    assert term.value == "day → night"


@pytest.mark.parametrize(
    ("term", "named"),
    [
        ({"kind": "direction", "value": "night"}, "two phrases"),
        ({"kind": "direction", "value": "-> night"}, "two phrases"),
        ({"kind": "region", "value": "a.png"}, "box"),
        ({"kind": "region", "value": "a.png", "box": [0, 0, 2, 1]}, "box"),
        ({"kind": "region", "value": "a.png", "box": [0.5, 0, 0.2, 1]}, "box"),
    ],
)
def test_a_term_without_what_it_needs_is_refused(term, named):
    with pytest.raises(QueryError, match=named):
        Term.from_dict(term)


def test_a_cut_off_is_a_percentage():
    with pytest.raises(QueryError, match="closer_than"):
        Query.from_dict({"terms": [], "closer_than": 130})
