"""Outlines hold their groups, and lines of density the shares they stand for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest

from explorer.lenses.contours import density_contours, group_shapes
from explorer.ui.map.point_index import index_points

Floats = npt.NDArray[np.float32]


def two_groups() -> tuple[Floats, npt.NDArray[np.int64]]:
    random = np.random.default_rng(0)
    left = random.normal((-2, 0), 0.3, size=(400, 2))
    right = random.normal((2, 1), (0.8, 0.2), size=(800, 2))
    return np.concatenate([left, right]).astype(np.float32), np.repeat([0, 1], [400, 800])


def inside(points: Floats, lines: Sequence[Floats]) -> npt.NDArray[np.bool_]:
    """Which points lie within closed lines, an odd number of times."""
    index, found = index_points(points), np.zeros(len(points), bool)
    for line in lines:
        found[index.rows_in_polygon(line)] ^= True
    return found


def test_an_outline_holds_its_group_and_not_the_other() -> None:
    points, labels = two_groups()
    shapes = group_shapes(points, labels, 3)
    assert shapes[2] is None
    for group, middle in enumerate([(-2, 0), (2, 1)]):
        shape = shapes[group]
        assert shape is not None
        held = inside(points, shape.lines)
        assert held[labels == group].mean() == pytest.approx(0.8, abs=0.06)
        assert not held[labels != group].any()
        assert (shape.x, shape.y) == pytest.approx(middle, abs=0.5)
        assert shape.count == (labels == group).sum()


def test_lines_of_density_hold_their_shares() -> None:
    points, _ = two_groups()
    lines = density_contours(points, shares=(0.9, 0.5))
    shares = [inside(points, level).mean() for level in lines]
    assert shares == pytest.approx([0.9, 0.5], abs=0.05)


def test_items_without_a_place_and_few_items_do_no_harm() -> None:
    points, labels = two_groups()
    points[::2] = np.nan
    labels[:10] = -1
    assert all(shape is not None for shape in group_shapes(points, labels, 2))
    assert density_contours(points[:8]) == ()
    assert density_contours(np.empty((0, 2), np.float32)) == ()
    single = group_shapes(np.zeros((5, 2), np.float32), np.array([0, 1, 1, 2, 2]), 3)
    assert [shape.count for shape in single if shape is not None] == [1, 2, 2]
    same = group_shapes(np.ones((9, 2), np.float32), np.zeros(9, int), 1)[0]
    assert same is not None
    assert (same.x, same.y) == pytest.approx((1, 1), abs=1e-3)
