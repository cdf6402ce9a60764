"""What a lens found is offered by name, and can be laid over the person's choice for a while."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.core.hub import Hub
from explorer.viewstate.columns import LensColumn, LensColumns
from explorer.viewstate.messages import ColumnsChanged


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def columns(told: list[str]) -> LensColumns:
    hub = Hub()
    hub.subscribe(told, ColumnsChanged, lambda message: told.append(message.name))
    return LensColumns(hub)


def column(name: str, *values: float) -> LensColumn:
    return LensColumn(name, name.title(), np.array(values, np.float32))


def test_a_column_is_kept_replaced_and_dropped(columns: LensColumns, told: list[str]) -> None:
    columns.put(column("age", 1, 2))
    columns.put(column("age", 3))
    kept = columns.get("age")
    assert kept is not None
    assert kept.values.tolist() == [3]
    assert [each.name for each in columns.all] == ["age"]
    columns.drop("age")
    columns.drop("age")
    assert columns.all == ()
    assert told == ["age", "age", "age"]


def test_a_shown_column_goes_when_its_own_name_is_hidden(
    columns: LensColumns, told: list[str]
) -> None:
    columns.show(column("dog", 1))
    columns.hide("cat")
    assert columns.shown is not None
    columns.show(column("cat", 2))
    columns.hide("dog")  # the pointer left one word after it had entered the next
    assert columns.shown is not None
    assert columns.shown.name == "cat"
    columns.hide("cat")
    assert columns.shown is None
    assert told == ["dog", "cat", "cat"]


def test_rows_that_came_later_are_not_known() -> None:
    values = column("age", 1, 2).of_rows(4)
    np.testing.assert_array_equal(values, [1, 2, np.nan, np.nan])
    assert column("age", 1, 2, 3).of_rows(2).tolist() == [1, 2]


def test_another_collection_starts_without_columns(columns: LensColumns, told: list[str]) -> None:
    columns.put(column("age", 1))
    columns.show(column("dog", 1))
    columns.clear()
    assert columns.all == ()
    assert columns.shown is None
    assert told == ["age", "dog", "age", "dog"]


def test_shares_lie_between_the_least_and_the_most_of_all() -> None:
    column = LensColumn("word", "word", np.array([2, np.nan, 4, 3], np.float32))
    shares = column.shares(np.array([3, 1, 2, 9]))
    np.testing.assert_allclose(shares, [0.5, np.nan, 1.0, np.nan])
    nothing = LensColumn("word", "word", np.array([np.nan], np.float32))
    assert np.isnan(nothing.shares(np.array([0]))).all()
