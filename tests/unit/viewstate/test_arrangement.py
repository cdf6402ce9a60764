"""Items in order and in groups: what the grid and the list show."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pyarrow as pa
import pytest

from explorer.collection.item_table import COLUMNS, ItemTable
from explorer.collection.marks import Marks
from explorer.collection.ranking import Ranking
from explorer.viewstate.arrangement import Arrangement, arrange
from explorer.viewstate.grid_state import SORT_KEYS, GridState, GroupKey, SortKey
from explorer.viewstate.grouping import BANDS
from explorer.viewstate.item_values import ItemValues

DAY = 86_400.0
FIRST = datetime(2024, 3, 1, 12, tzinfo=UTC).timestamp()
FILES = (
    # title, folder, taken in days after the first, bytes, pixels, seconds, kind, present
    ("Zebra", "/p/b", 0, 500, (40, 30), None, "pictures", True),
    ("apple", "/p/a", 2, 100, (10, 10), None, "pictures", True),
    ("Birdsong", "/p/a", None, 900, (0, 0), 12.5, "sounds", True),
    ("gone", "/p/a", 1, 50, (20, 20), None, "pictures", False),
    ("moon", "/p/b", 2, 300, (80, 60), None, "pictures", True),
)


@pytest.fixture
def items() -> ItemTable:
    rows = []
    for row, (title, folder, day, size, (width, height), seconds, kind, here) in enumerate(FILES):
        taken = None if day is None else FIRST + day * DAY
        rows.append(
            {
                "row": row,
                "id": f"id{row}",
                "title": title,
                "path": f"{folder}/{title}.x",
                "part": "",
                "modality": kind,
                "state": "present" if here else "removed",
                "stamp": 1,
                "size": size,
                "modified_ns": int((FIRST + 9 * DAY + row) * 1e9),
                "added_at": 1000.0 + row,
                "width": width,
                "height": height,
                "duration": seconds,
                "taken_at": taken,
                "content": row,
            }
        )
    return ItemTable.empty().extended(pa.Table.from_pylist(rows).select(COLUMNS), 1)


@pytest.fixture
def values(items: ItemTable) -> ItemValues:
    marks = {
        "id0": Marks(("trip", "Animal"), 3),
        "id4": Marks(("trip",), 5),
        "id2": Marks((), 1, "heard at dawn"),
        "id9": Marks(("lost",), 2),
    }
    return ItemValues(items, marks, np.array([1, 1, -1, 0, 0]))


def titles(items: ItemTable, shown: Arrangement) -> list[str]:
    return [str(items.titles[row]) for row in shown.rows]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("match", "Zebra apple Birdsong moon"),
        ("name", "apple Birdsong moon Zebra"),
        ("kind", "Zebra apple moon Birdsong"),
        ("folder", "apple Birdsong Zebra moon"),
        ("taken", "apple moon Zebra Birdsong"),
        ("changed", "moon Birdsong apple Zebra"),
        ("added", "moon Birdsong apple Zebra"),
        ("size", "Birdsong Zebra moon apple"),
        ("pixels", "moon Zebra apple Birdsong"),
        ("duration", "Birdsong Zebra apple moon"),
        ("rating", "moon Zebra Birdsong apple"),
        ("tags", "Zebra moon apple Birdsong"),
        ("cluster", "moon Zebra apple Birdsong"),
    ],
)
def test_every_order_has_its_first(
    items: ItemTable, values: ItemValues, sort: SortKey, expected: str
) -> None:
    shown = arrange(items, None, sort, values=values)
    assert titles(items, shown) == expected.split()
    assert [shown.position_of(int(row)) for row in shown.rows] == [0, 1, 2, 3]
    assert shown.position_of(3) == -1


@pytest.mark.parametrize("sort", ["taken", "pixels", "duration", "tags", "cluster"])
def test_what_lacks_a_value_comes_last_both_ways(
    items: ItemTable, values: ItemValues, sort: SortKey
) -> None:
    onwards = titles(items, arrange(items, None, sort, values=values))
    back = titles(items, arrange(items, None, sort, values=values, reverse=True))
    lacking = {"taken": 1, "pixels": 1, "duration": 3, "tags": 2, "cluster": 1}[sort]
    assert sorted(onwards[-lacking:]) == sorted(back[-lacking:])
    assert set(onwards) == set(back)


def test_all_orders_can_be_chosen_and_kept() -> None:
    for sort in SORT_KEYS:
        state = GridState(sort=sort, group="tag", folded=["trip"], look="list", columns="abc")
        assert GridState.from_dict(state.to_dict()) == state
        state.choose_order(sort, True, asked=True)
        assert GridState.from_dict(state.to_dict()) == state
        assert state.order(asked=True) == (sort, True)
        assert state.order(asked=False) == (sort, False)
    assert GridState.from_dict({"sort": "nonsense", "group": 3, "folded": "x"}) == GridState()
    assert GridState.from_dict({"hits_sort": "", "hits_reverse": 1}) == GridState()


def groups(
    items: ItemTable, values: ItemValues, by: GroupKey, *folded: str
) -> tuple[Arrangement, list[tuple[str, list[str]]]]:
    shown = arrange(items, None, "name", by=by, values=values, folded=frozenset(folded))
    found = titles(items, shown)
    return shown, [(group.key, found[group.start : group.stop]) for group in shown.groups]


def test_by_folder_from_a_to_z(items: ItemTable, values: ItemValues) -> None:
    _, found = groups(items, values, "folder")
    assert found == [("/p/a", ["apple", "Birdsong"]), ("/p/b", ["moon", "Zebra"])]


def test_by_day_the_latest_first_by_the_files_time_where_there_is_no_other(
    items: ItemTable, values: ItemValues
) -> None:
    _, found = groups(items, values, "day")
    assert found == [
        ("2024-03-10", ["Birdsong"]),
        ("2024-03-03", ["apple", "moon"]),
        ("2024-03-01", ["Zebra"]),
    ]
    earliest = arrange(items, None, "taken", by="day", reverse=True, values=values)
    assert earliest.groups[0].key == "2024-03-01"


def test_an_item_stands_under_each_of_its_tags(items: ItemTable, values: ItemValues) -> None:
    shown, found = groups(items, values, "tag")
    assert found == [
        ("Animal", ["Zebra"]),
        ("trip", ["moon", "Zebra"]),
        ("", ["apple", "Birdsong"]),
    ]
    assert shown.total == 4
    assert len(shown) == 5
    assert shown.position_of(0) == 0


def test_by_cluster_the_largest_first_and_those_in_none_last(
    items: ItemTable, values: ItemValues
) -> None:
    _, found = groups(items, values, "cluster")
    assert found == [("1", ["apple", "Zebra"]), ("0", ["moon"]), ("", ["Birdsong"])]


def test_a_folded_group_keeps_its_heading_and_count(items: ItemTable, values: ItemValues) -> None:
    shown, found = groups(items, values, "folder", "/p/a")
    assert found == [("/p/a", []), ("/p/b", ["moon", "Zebra"])]
    assert [group.count for group in shown.groups] == [2, 2]
    assert (len(shown), shown.total) == (2, 4)
    assert shown.position_of(1) == -1
    nothing, _ = groups(items, values, "folder", "/p/a", "/p/b")
    assert len(nothing) == 0
    assert [group.folded for group in nothing.groups] == [True, True]


def ranking(percentiles: list[float]) -> Ranking:
    rows = np.array([4, 0, 2, 1])
    scores = np.array([0.9, 0.5, 0.4, 0.1], np.float32)
    return Ranking(
        rows,
        scores,
        np.array(percentiles, np.float32),
        scores[None],
        np.zeros(4, np.int32),
        ("a moon",),
    )


def test_by_how_close_needs_a_query(items: ItemTable, values: ItemValues) -> None:
    answer = ranking([99.95, 96.0, 60.0, 10.0])
    shown = arrange(items, answer, by="band", values=values)
    bands = [BANDS[int(group.key)] for group in shown.groups]
    assert bands == [99.9, 95.0, 50.0, 0.0]
    assert shown.hits is not None
    assert shown.hits.tolist() == [0, 1, 2, 3]
    assert arrange(items, None, by="band", values=values).groups == ()


def test_hits_bars_and_rows_stay_together(items: ItemTable, values: ItemValues) -> None:
    answer = ranking([99.95, 96.0, 60.0, 10.0])
    for by in ("none", "folder", "tag"):
        shown = arrange(items, answer, "name", by=by, values=values)
        assert shown.hits is not None
        assert answer.rows[shown.hits].tolist() == shown.rows.tolist()
        assert shown.bars is not None
        best = shown.bars[shown.rows == 4]
        assert (best == 1).all()


def test_a_million_items_are_ordered_and_grouped_in_seconds() -> None:
    count = 1_000_000
    size = np.random.default_rng(0).integers(0, 1 << 30, count)
    columns = {
        "id": np.array([f"i{n}" for n in range(count)], object),
        "title": np.full(count, "t", object),
        "path": np.full(count, "/a/b", object),
        "part": np.full(count, "", object),
        "modality": np.zeros(count, np.int8),
        "present": np.ones(count, bool),
        "size": size,
        "modified_ns": size * 1_000_000_000,
        "added_at": np.arange(count, dtype=np.float64),
        "width": np.zeros(count, np.int32),
        "height": np.zeros(count, np.int32),
        "duration": np.full(count, np.nan),
        "taken_at": np.full(count, np.nan),
        "content": size,
    }
    items = ItemTable(columns, ("pictures",), 1)
    shown = arrange(items, None, "size")
    assert (np.diff(size[shown.rows]) <= 0).all()
    by_day = arrange(items, None, "size", by="day")
    assert sum(group.count for group in by_day.groups) == count
    assert all(a.stop == b.start for a, b in zip(by_day.groups, by_day.groups[1:], strict=False))
