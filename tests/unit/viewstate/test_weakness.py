"""From which score down a hit is weak."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.collection.ranking import Ranking
from explorer.core.query import Query, Term, image, text
from explorer.viewstate.weakness import strong_hits, weak_bounds

MEASURED = {("text", "image"): 0.2, ("text", "text"): 0.5, ("image", "image"): 0.7}


@pytest.mark.parametrize(
    ("query", "bounds"),
    [
        (text("a cat"), {"image": 0.2, "text": 0.5}),
        (text("a cat") + text("a dog"), {"image": 0.2, "text": 0.5}),
        (image("cat.png"), {"image": 0.7}),
        (text("a cat") + image("cat.png"), {}),
        (text("a cat") - text("a dog"), {}),
        (Query(text("a cat").terms, mode="hybrid"), {}),
        (Query(text("a cat").terms, combine="fusion"), {}),
        (Query((Term("direction", "day → night"),)), {}),
        (Query(where="width > 3"), {}),
    ],
)
def test_bounds_hold_where_they_were_measured(query: Query, bounds: dict[str, float]) -> None:
    assert weak_bounds(query, MEASURED) == bounds


def test_each_hit_is_measured_by_its_own_kind() -> None:
    rows, scores = np.array([2, 0, 1, 3]), np.array([0.6, 0.3, 0.3, 0.1], np.float32)
    ranking = Ranking(rows, scores, scores, scores[None], np.zeros(4, np.int32), ("a",))

    strong = strong_hits(
        ranking, np.array([0, 1, 1, 2]), ["image", "text", "audio"], {"image": 0.2, "text": 0.5}
    )

    assert strong.tolist() == [True, True, False, False]
