"""What the grid finds is what looking at every point finds."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from explorer.ui.map.point_index import index_points

Floats = npt.NDArray[np.float32]


def clustered(count: int, seed: int = 0) -> Floats:
    random = np.random.default_rng(seed)
    middles = random.normal(size=(12, 2))
    points = middles[random.integers(0, 12, count)] + 0.05 * random.normal(size=(count, 2))
    return points.astype(np.float32)


def crossings(x: float, y: float, outline: list[tuple[float, float]]) -> int:
    count = 0
    for (ax, ay), (bx, by) in zip(outline, outline[1:] + outline[:1], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            count += 1
    return count


@pytest.mark.parametrize("count", [1, 2, 50, 5000, 300_000])
def test_every_point_is_in_the_cell_that_holds_it(count: int) -> None:
    points = clustered(count)
    index = index_points(points)
    assert np.array_equal(np.sort(index.order), np.arange(count))
    np.testing.assert_array_equal(index.x, points[index.order, 0])
    np.testing.assert_array_equal(index.y, points[index.order, 1])
    cell = np.repeat(np.arange(index.across * index.up), np.diff(index.starts))
    # float32 division may put a point on an edge into the next cell
    np.testing.assert_allclose(
        cell % index.across + 0.5, (index.x - index.left) / index.cell, atol=0.51
    )
    np.testing.assert_allclose(
        cell // index.across + 0.5, (index.y - index.bottom) / index.cell, atol=0.51
    )


def test_points_in_a_box() -> None:
    points, random = clustered(4000), np.random.default_rng(1)
    index = index_points(points)
    for _ in range(40):
        (left, bottom), (right, top) = np.sort(random.normal(size=(2, 2)), axis=0)
        inside = (points >= (left, bottom)).all(axis=1) & (points <= (right, top)).all(axis=1)
        np.testing.assert_array_equal(
            index.rows_in_box(left, bottom, right, top), np.flatnonzero(inside)
        )
    assert len(index.rows_in_box(50, 50, 60, 60)) == 0
    assert len(index.rows_in_box(-99, -99, 99, 99)) == 4000


def test_points_in_a_lasso() -> None:
    points, random = clustered(1500), np.random.default_rng(2)
    index = index_points(points)
    for corners in (3, 4, 9, 40):
        outline = [tuple(corner) for corner in random.normal(size=(corners, 2))]
        expected = [row for row, (x, y) in enumerate(points.astype(float))
                    if crossings(x, y, outline) % 2]  # fmt: skip
        np.testing.assert_array_equal(index.rows_in_polygon(outline), expected)
    assert len(index.rows_in_polygon([(0, 0), (1, 1)])) == 0


def test_the_nearest_point() -> None:
    points, random = clustered(3000), np.random.default_rng(3)
    index = index_points(points)
    for place in random.normal(size=(200, 2)):
        away = np.hypot(*(points.astype(float) - place).T)
        expected = int(away.argmin()) if away.min() <= 0.04 else -1
        assert index.nearest(place[0], place[1], 0.04) == expected


def test_points_without_a_place_are_left_out() -> None:
    points = clustered(100)
    points[[3, 40]] = np.nan
    index = index_points(points)
    assert index.total == 100
    assert set(range(100)) - set(index.order.tolist()) == {3, 40}
    assert index.nearest(float(points[5, 0]), float(points[5, 1]), 1e-6) == 5


def test_nothing_one_point_and_many_on_one_spot() -> None:
    nothing = index_points(np.empty((0, 2), np.float32))
    assert nothing.nearest(0, 0, 10) == -1
    assert len(nothing.rows_in_box(-1, -1, 1, 1)) == 0
    one = index_points(np.array([[4, 5]], np.float32))
    assert one.nearest(4, 5, 0.1) == 0
    assert one.bounds == (4, 5, 4, 5)
    heap = index_points(np.full((500, 2), 0.25, np.float32))
    assert len(heap.rows_in_box(0, 0, 1, 1)) == 500
