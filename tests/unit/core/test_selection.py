"""Picking rows, and taking steps back."""

import numpy as np
import pytest

from explorer.core.commands import Command, History
from explorer.core.selection import as_rows, combine_rows


@pytest.mark.parametrize(
    ("mode", "expected"),
    [("new", [3, 5]), ("add", [1, 3, 4, 5]), ("remove", [1, 4]), ("intersect", [3])],
)
def test_the_four_ways_to_select(mode, expected):
    current = as_rows([1, 3, 4])

    assert combine_rows(current, [5, 3, 3], mode).tolist() == expected


def test_undo_and_redo_go_back_and_forth():
    values, history = [], History()
    history.run(Command("Add 1", lambda: values.append(1), values.pop))
    history.run(Command("Add 2", lambda: values.append(2), values.pop))

    history.undo()
    assert (values, history.undo_name, history.redo_name) == ([1], "Add 1", "Add 2")
    history.redo()
    assert values == [1, 2]
    history.undo()
    history.run(Command("Add 3", lambda: values.append(3), values.pop))
    history.redo()
    assert (values, history.redo_name) == ([1, 3], "")


def test_only_the_last_steps_are_kept():
    history = History(limit=2)
    for number in range(5):
        history.run(Command(str(number), lambda: None, lambda: None))

    history.undo()
    history.undo()
    history.undo()

    assert (history.undo_name, history.redo_name) == ("", "3")


def test_rows_are_sorted_and_distinct():
    np.testing.assert_array_equal(as_rows([3, 1, 3]), [1, 3])


def test_one_deed_is_taken_back_whatever_came_after_it():
    values = list[int]()
    history = History()
    commands = [
        Command(f"Add {n}", lambda n=n: values.append(n), lambda n=n: values.remove(n))
        for n in (1, 2)
    ]
    for command in commands:
        history.run(command)
    history.take_back(commands[0])
    assert (values, history.undo_name, history.redo_name) == ([2], "Add 2", "Add 1")
    assert [history.holds(command) for command in commands] == [False, True]
    history.take_back(commands[0])  # it is back already
    assert values == [2]
    history.redo()
    assert values == [2, 1]
    assert history.holds(commands[0])
