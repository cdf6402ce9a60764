"""What is kept of a session between two starts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from explorer.core.query import Query, Term
from explorer.viewstate.session_state import MAX_SELECTION, SessionState

FULL = SessionState(
    collection="/home/ann/collections/birds",
    query=Query((Term("text", "red bird"), Term("image", "/a.png", -0.5)), where="size > 10"),
    selected=["a", "b"],
    focus="b",
    views={"grid": {"size": 200}},
    layout={"docks": "AAAA"},
)


def test_a_session_comes_back_as_it_was(tmp_path: Path) -> None:
    FULL.write(tmp_path)
    assert SessionState.read(tmp_path) == FULL


def test_the_first_start_is_an_empty_session(tmp_path: Path) -> None:
    assert SessionState.read(tmp_path) == SessionState()


@pytest.mark.parametrize(
    "damage",
    [
        {"collection": 7},
        {"query": {"terms": [{"kind": "smell", "value": "rose"}]}},
        {"query": {"terms": "red bird"}},
        {"query": [1, 2]},
        {"query": {"terms": [{"kind": "vector", "value": ["x"]}]}},
        {"selected": "a"},
        {"focus": None},
        {"views": [1]},
        {"layout": 3},
    ],
    ids=json.dumps,
)
def test_what_is_damaged_is_left_out_and_the_rest_is_kept(damage: dict[str, Any]) -> None:
    state = SessionState.from_dict({**FULL.to_dict(), **damage})
    (key,) = damage
    assert getattr(state, key) == getattr(SessionState(), key)
    for other in {"collection", "query", "selected", "focus", "views", "layout"} - {key}:
        assert getattr(state, other) == getattr(FULL, other)


def test_what_does_not_fit_inside_lists_and_views_is_left_out() -> None:
    data = {"selected": ["a", 3, None], "views": {"grid": {}, "map": 1}, "layout": {"x": 1}}
    state = SessionState.from_dict(data)
    assert (state.selected, state.views, state.layout) == (["a"], {"grid": {}}, {})


def test_a_huge_selection_is_kept_in_part() -> None:
    state = SessionState(selected=[str(number) for number in range(MAX_SELECTION + 5)])
    assert len(state.to_dict()["selected"]) == MAX_SELECTION
