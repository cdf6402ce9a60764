"""Thumbnails and names: one for a place, none over another, and they keep their places."""

from __future__ import annotations

import itertools

import numpy as np
import numpy.typing as npt

from explorer.ui.map.labels import Label, place_labels
from explorer.ui.map.point_index import index_points
from explorer.ui.map.tiles import SMALLEST_TILE, choose_tiles, tile_side, tiles_shown
from explorer.ui.map.viewport import Viewport

VIEW = Viewport(scale=700.0, width=900, height=600)


def spread(count: int = 3000) -> npt.NDArray[np.float32]:
    return np.random.default_rng(0).uniform(-1, 1, size=(count, 2)).astype(np.float32)


def test_a_tile_shows_the_best_of_its_items() -> None:
    places = spread()
    worth = np.random.default_rng(1).random(len(places))
    side = tile_side(VIEW.scale)
    homes = np.floor(places / side).astype(int)
    tiles = choose_tiles(index_points(places), VIEW, worth)
    assert len({(tile.column, tile.line) for tile in tiles}) == len(tiles)
    for tile in tiles:
        inside = np.flatnonzero((homes == (tile.column, tile.line)).all(axis=1))
        assert tile.row == inside[worth[inside].argmax()]
        assert tile.hidden == len(inside) - 1
    left, bottom, right, top = VIEW.bounds
    seen = ((places >= (left, bottom)) & (places <= (right, top))).all(axis=1)
    shown = {(tile.column, tile.line) for tile in tiles}
    assert {tuple(home) for home in homes[seen].tolist()} <= shown


def test_without_scores_the_most_central_item_is_shown() -> None:
    side = tile_side(VIEW.scale)
    places = np.array([[0.1, 0.1], [0.5, 0.45], [0.9, 0.9]], np.float32) * side
    (tile,) = choose_tiles(index_points(places), VIEW, None)
    assert tile.row == 1


def test_what_is_gone_is_shown_by_no_tile_and_hidden_behind_none() -> None:
    side = tile_side(VIEW.scale)
    places = np.array([[0.1, 0.1], [0.5, 0.45], [0.9, 0.9]], np.float32) * side
    there = np.array([True, False, True])
    (tile,) = choose_tiles(index_points(places), VIEW, np.array([0.0, 9.0, 1.0]), there)
    assert (tile.row, tile.hidden) == (2, 1)
    assert choose_tiles(index_points(places), VIEW, None, ~np.ones(3, bool)) == []


def test_panning_keeps_every_choice() -> None:
    index = index_points(spread())
    before = {(t.column, t.line): t.row for t in choose_tiles(index, VIEW, None)}
    after = {(t.column, t.line): t.row for t in choose_tiles(index, VIEW.panned(37, 91), None)}
    common = before.keys() & after.keys()
    assert len(common) > 60
    assert all(before[home] == after[home] for home in common)


def test_tiles_grow_and_split_in_four() -> None:
    for scale in np.geomspace(1e-2, 1e6, 200):
        assert SMALLEST_TILE <= tile_side(float(scale)) * scale < 2 * SMALLEST_TILE * 1.0001
    assert tile_side(100.0) == 2 * tile_side(200.0)


def test_thumbnails_appear_only_when_near_enough() -> None:
    index = index_points(spread(100_000))
    assert not tiles_shown(index, 400.0)
    assert tiles_shown(index, 40_000.0)
    assert not tiles_shown(index_points(np.empty((0, 2), np.float32)), 1e6)


def test_no_name_lies_over_another() -> None:
    places = np.random.default_rng(2).uniform(-0.6, 0.6, size=(80, 2))
    labels = [Label(float(x), float(y), f"name {i}", i % 3) for i, (x, y) in enumerate(places)]
    taken = (0.0, 0.0, 200.0, 150.0)
    placed = place_labels(labels, VIEW, 100.0, lambda label: (70.0, 18.0), [taken])
    assert len(placed) > 15
    boxes = [taken, *(each.box for each in placed)]
    for a, b in itertools.combinations(boxes, 2):
        apart = a[0] + a[2] < b[0] or b[0] + b[2] < a[0] or a[1] + a[3] < b[1] or b[1] + b[3] < a[1]
        assert apart


def test_a_name_at_the_edge_is_read_whole() -> None:
    view = Viewport(scale=100, width=900, height=600)
    edge = view.to_plane(2, 599)
    placed = place_labels([Label(*edge, "edge")], view, 100.0, lambda _: (80.0, 18.0))
    left, top, _, height = placed[0].box
    assert left >= 0
    assert top + height <= 600
    outside = view.to_plane(-30, 300)
    assert not place_labels([Label(*outside, "out")], view, 100.0, lambda _: (50.0, 18.0))


def test_big_names_come_first_and_small_ones_nearer() -> None:
    labels = [Label(0, 0.3, "leaf", 3), Label(0, 0, "tree", 0), Label(0, 0.001, "branch", 1)]

    def shown(zoom: float) -> list[str]:
        view = Viewport(scale=100 * zoom, width=900, height=600)
        return [e.label.text for e in place_labels(labels, view, 100.0, lambda _: (60.0, 18.0))]

    assert shown(1) == ["tree"]  # the branch would lie over it
    assert shown(2.2) == ["tree"]
    assert shown(10) == ["leaf"]  # the tree is larger than the window by now, and the branch
    assert shown(1e3) == []  # the leaf is out of view
