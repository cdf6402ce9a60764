"""One selection for all views, and taking it back."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.core.commands import History
from explorer.core.hub import Hub, Message
from explorer.core.selection import SelectionMode
from explorer.viewstate.messages import FocusChanged, HighlightChanged, SelectionChanged
from explorer.viewstate.selecting import Selecting

KINDS = (SelectionChanged, HighlightChanged, FocusChanged)


class Heard:
    """Writes down what the hub says."""

    def __init__(self, hub: Hub) -> None:
        self.messages: list[Message] = []
        for kind in KINDS:
            hub.subscribe(self, kind, self.messages.append)


@pytest.fixture
def hub() -> Hub:
    return Hub()


@pytest.fixture
def history() -> History:
    return History()


@pytest.fixture
def selecting(hub: Hub, history: History) -> Selecting:
    return Selecting(hub, history)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("new", [3, 4]),
        ("add", [1, 2, 3, 4]),
        ("remove", [1, 2]),
        ("intersect", [3]),
    ],
)
def test_modes_join_the_new_rows_with_the_old(
    selecting: Selecting, mode: SelectionMode, expected: list[int]
) -> None:
    selecting.select([3, 1, 2, 3])
    selecting.select([4, 3], mode)
    assert selecting.rows.tolist() == expected
    assert selecting.rows.dtype == np.int64


def test_every_step_can_be_undone_and_redone(selecting: Selecting, history: History) -> None:
    selecting.select([5])
    selecting.select([7, 6], "add")
    selecting.select([5], "remove")

    history.undo()
    assert selecting.rows.tolist() == [5, 6, 7]
    history.undo()
    assert selecting.rows.tolist() == [5]
    history.undo()
    assert selecting.rows.tolist() == []
    history.undo()  # nothing left
    assert selecting.rows.tolist() == []
    for expected in ([5], [5, 6, 7], [6, 7]):
        history.redo()
        assert selecting.rows.tolist() == expected


def test_undo_tells_the_views_as_selecting_does(
    hub: Hub, history: History, selecting: Selecting
) -> None:
    heard = Heard(hub)
    selecting.select([1])
    history.undo()
    assert heard.messages == [SelectionChanged(), SelectionChanged()]


def test_selecting_the_same_again_is_no_step(
    hub: Hub, history: History, selecting: Selecting
) -> None:
    selecting.select([2, 1])
    heard = Heard(hub)
    selecting.select([1, 2])
    selecting.select([1], "add")
    assert heard.messages == []
    history.undo()
    assert not len(selecting.rows)


def test_the_menu_names_what_undo_takes_back(selecting: Selecting, history: History) -> None:
    selecting.select([1])
    assert history.undo_name == "Select 1 item"
    selecting.select(np.arange(1200))
    assert history.undo_name == "Select 1,200 items"
    selecting.select([])
    assert history.undo_name == "Select nothing"


def test_invert_keeps_to_the_rows_in_question(selecting: Selecting) -> None:
    selecting.select([1, 2])
    selecting.invert(np.array([1, 2, 5, 9]))
    assert selecting.rows.tolist() == [5, 9]


def test_pointing_and_looking_are_told_once_and_are_no_steps(
    hub: Hub, history: History, selecting: Selecting
) -> None:
    heard = Heard(hub)
    selecting.point_at(4)
    selecting.point_at(4)
    selecting.look_at(3)
    selecting.look_at(3)
    assert heard.messages == [HighlightChanged(4), FocusChanged(3)]
    assert history.undo_name == ""


def test_another_collection_starts_with_nothing_selected(hub: Hub, selecting: Selecting) -> None:
    selecting.select([1])
    selecting.point_at(2)
    selecting.look_at(2)
    heard = Heard(hub)
    selecting.reset()
    assert (selecting.rows.tolist(), selecting.highlight, selecting.focus) == ([], -1, -1)
    assert set(heard.messages) == {SelectionChanged(), HighlightChanged(-1), FocusChanged(-1)}
