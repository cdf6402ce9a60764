"""Everything is shown as large as it can be, with nothing under what lies over the map."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from explorer.ui.map.fitting import MARGIN, fitted_beside
from explorer.ui.map.labels import Box
from explorer.ui.map.point_index import index_points
from explorer.ui.map.tiles import choose_tiles, tile_side, tiles_shown
from explorer.ui.map.viewport import Viewport

WINDOW = Viewport(width=600, height=800)
LEGEND: Box = (12, 12, 150, 90)
BUTTONS: Box = (556, 690, 34, 90)


def disc(count: int = 500) -> npt.NDArray[np.float32]:
    random = np.random.default_rng(0)
    angle, radius = random.uniform(0, 2 * np.pi, count), np.sqrt(random.uniform(0, 1, count))
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1).astype(np.float32)


def under(points: npt.NDArray[np.float32], view: Viewport, box: Box) -> int:
    x, y = view.to_pixels(points).T
    left, top, width, height = box
    inside = (x >= left) & (x <= left + width) & (y >= top) & (y <= top + height)
    return int(inside.sum())


def test_all_the_room_is_used_where_nothing_lies_over_the_map() -> None:
    points = disc()
    view = fitted_beside(index_points(points), WINDOW, ())
    x, y = view.to_pixels(points).T
    assert abs(x.min() - MARGIN) < 1
    assert abs(600 - x.max() - MARGIN) < 1
    assert y.min() > MARGIN
    assert 800 - y.max() > MARGIN


def test_a_covered_corner_without_points_costs_no_room() -> None:
    points = disc()
    whole = fitted_beside(index_points(points), WINDOW, ())
    beside = fitted_beside(index_points(points), WINDOW, (LEGEND, BUTTONS))
    assert beside.scale == whole.scale
    assert under(points, beside, LEGEND) == under(points, beside, BUTTONS) == 0


def test_where_points_would_be_covered_the_map_makes_way_by_the_cheapest_side() -> None:
    random = np.random.default_rng(1)
    points = random.uniform(-1, 1, (3_000, 2)).astype(np.float32) * (1, 1.25)
    points = points.astype(np.float32)
    view = fitted_beside(index_points(points), WINDOW, (LEGEND,))
    assert under(points, view, LEGEND) <= 6
    beside = WINDOW.resized(600 - 162, 800).fitted(index_points(points).bounds, MARGIN)
    assert view.scale > beside.scale * 1.1  # below the legend is more room than beside it
    x, y = view.to_pixels(points).T
    assert min(x.min(), y.min()) > 0
    assert x.max() < 600
    assert y.max() < 800


def test_the_outermost_pictures_are_whole() -> None:
    for count, window in ((60, WINDOW), (150, WINDOW), (150, WINDOW.resized(1200, 500))):
        index = index_points(disc(count))
        view = fitted_beside(index, window, (), pictures=True)
        assert tiles_shown(index, view.scale)
        tiles, side = choose_tiles(index, view, None), tile_side(view.scale)
        corners = [((tile.column + add) * side, (tile.line + add) * side)
                   for tile in tiles for add in (0, 1)]  # fmt: skip
        x, y = view.to_pixels(corners).T
        assert min(x.min(), y.min()) > 0
        assert x.max() < window.width
        assert y.max() < window.height


def test_what_covers_nearly_everything_is_not_made_way_for() -> None:
    points = disc()
    view = fitted_beside(index_points(points), WINDOW, ((10, 10, 580, 780),))
    assert view.scale == fitted_beside(index_points(points), WINDOW, ()).scale


def test_nothing_and_one_point_have_a_view() -> None:
    for count in (0, 1):
        points = np.zeros((count, 2), np.float32)
        view = fitted_beside(index_points(points), WINDOW, (LEGEND,))
        assert np.isfinite([view.scale, view.centre_x, view.centre_y]).all()
