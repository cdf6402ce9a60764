"""The picture of the points is what their places, colours and states ask for."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pytest

from explorer.ui.map import raster as drawing
from explorer.ui.map.point_index import index_points
from explorer.ui.map.raster import GREY, LIT, SELECTED, Ink, Points, Raster, warm_up
from explorer.ui.map.viewport import Viewport

Image = npt.NDArray[np.uint8]
INK = Ink(background=(20, 20, 24), grey=(230, 230, 230), accent=(240, 170, 60))
RED, GREEN, BLUE = (220, 40, 40), (40, 200, 60), (60, 90, 230)
VIEW = Viewport(scale=100.0, width=300, height=200)


@pytest.fixture
def raster() -> Iterator[Raster]:
    warm_up()
    made = Raster()
    yield made
    made.close()


@pytest.fixture
def close_after() -> Iterator[list[Raster]]:
    made: list[Raster] = []
    yield made
    for each in made:
        each.close()


def points_of(places: npt.ArrayLike, colours: npt.ArrayLike, state: npt.ArrayLike = LIT) -> Points:
    index = index_points(np.asarray(places, np.float32))
    rgba = np.full((index.total, 4), 255, np.uint8)
    given = np.asarray(colours, np.uint8)
    rgba[:, : given.shape[-1]] = given
    states = np.broadcast_to(np.asarray(state, np.uint8), (index.total,))
    return Points(index, rgba[index.order], np.ascontiguousarray(states[index.order]))


def at(image: Image, view: Viewport, place: tuple[float, float]) -> tuple[int, ...]:
    x, y = view.to_pixels([place])[0]
    return tuple(int(part) for part in image[int(y), int(x), :3])


def test_nothing_is_the_background(raster: Raster) -> None:
    image = raster.draw(points_of(np.empty((0, 2)), np.empty((0, 3))), VIEW, INK)
    assert image.shape == (200, 300, 4)
    assert (image == (*INK.background, 255)).all()


def test_each_point_is_seen_in_its_colour_at_its_place(raster: Raster) -> None:
    places = [(-1.0, 0.5), (0.0, 0.0), (1.2, -0.7)]
    image = raster.draw(points_of(places, [RED, GREEN, BLUE]), VIEW, INK)
    for place, colour in zip(places, (RED, GREEN, BLUE), strict=True):
        np.testing.assert_allclose(at(image, VIEW, place), colour, atol=20)
    changed = (image[:, :, :3] != INK.background).any(axis=2).sum()
    assert 3 * 20 < changed < 3 * 80


def test_a_disc_covers_what_brute_force_says(raster: Raster) -> None:
    view = Viewport(centre_x=0.0037, centre_y=-0.0021, scale=100, width=61, height=41)
    points = points_of([(0, 0), (9, 9)], [RED, RED])
    image = raster.draw(points, view, INK, ratio=1.0)
    (x, y), radius = view.to_pixels([(0, 0)])[0], drawing.LARGEST / 2
    rows, columns = np.mgrid[0:41, 0:61] + 0.5
    away = np.hypot(columns - x, rows - y)
    solid, outside = away < radius - 0.5, away > radius + 1.3
    np.testing.assert_allclose(image[solid][:, :3] - np.array(RED, float), 0, atol=18)
    assert (image[outside] == (*INK.background, 255)).all()
    red = image[:, :, 0].astype(float) - INK.background[0]
    edge = ~solid & ~outside
    assert (red[edge] <= red[solid].max()).all()
    assert len(np.unique(image[edge][:, 0])) > 4  # antialiased


def test_the_rest_stays_visible_in_grey(raster: Raster) -> None:
    places = [(-0.5, 0), (0.5, 0)]
    image = raster.draw(points_of(places, [RED, RED], [GREY, LIT]), VIEW, INK)
    expected = [b + (g - b) * 0.18 for b, g in zip(INK.background, INK.grey, strict=True)]
    np.testing.assert_allclose(at(image, VIEW, places[0]), expected, atol=3)
    np.testing.assert_allclose(at(image, VIEW, places[1]), RED, atol=25)


def test_many_grey_points_on_one_spot_stay_faint(raster: Raster) -> None:
    places = np.random.default_rng(0).normal(scale=0.01, size=(60, 2))
    image = raster.draw(points_of(places, np.tile(RED, (60, 1)), GREY), VIEW, INK)
    strongest = (image[:, :, 0].max() - INK.background[0]) / (INK.grey[0] - INK.background[0])
    assert 0.18 <= strongest < 0.45


def test_a_selected_point_has_a_ring_and_lies_on_top(raster: Raster) -> None:
    places = np.array([(0.0, 0.0), (0.02, 0.0), (0.9, 0.9)])
    image = raster.draw(points_of(places, [RED, GREEN, BLUE], [SELECTED, LIT, LIT]), VIEW, INK)
    np.testing.assert_allclose(at(image, VIEW, (0, 0)), RED, atol=20)
    near = (np.abs(image[:, :, :3].astype(int) - INK.accent) < 25).all(axis=2)
    assert 8 < near.sum() < 60


def test_a_faded_point_is_fainter(raster: Raster) -> None:
    colours = [(*RED, 255), (*RED, 90)]
    image = raster.draw(points_of([(-0.5, 0), (0.5, 0)], colours), VIEW, INK)
    full, faded = at(image, VIEW, (-0.5, 0)), at(image, VIEW, (0.5, 0))
    assert full[0] > faded[0] > INK.background[0] + 20


def dense_places(count: int = 200_000) -> npt.NDArray[np.float32]:
    return np.random.default_rng(4).normal(scale=0.3, size=(count, 2)).astype(np.float32)


def test_density_is_brighter_where_more_points_are(raster: Raster) -> None:
    places = dense_places()
    image = raster.draw(points_of(places, np.tile(GREEN, (len(places), 1))), VIEW, INK)
    pixels = VIEW.to_pixels(places)
    counts, _, _ = np.histogram2d(
        pixels[:, 1], pixels[:, 0], bins=(20, 30), range=((0, 200), (0, 300))
    )
    bright = image[:, :, 1].reshape(20, 10, 30, 10).mean(axis=(1, 3))
    filled = counts > 0
    ranks = np.argsort(np.argsort(counts[filled])), np.argsort(np.argsort(bright[filled]))
    assert np.corrcoef(*ranks)[0, 1] > 0.95
    # A disc may reach over into the next square, where no point is.
    assert np.quantile(bright[counts == 0], 0.98) <= INK.background[1] + 6
    densest = np.unravel_index(counts.argmax(), counts.shape)
    assert bright[densest] > 150


def test_colours_of_a_crowd_are_mixed_by_number(raster: Raster) -> None:
    places = dense_places()
    is_red = np.random.default_rng(5).random(len(places)) < 0.75
    image = raster.draw(points_of(places, np.where(is_red[:, None], RED, BLUE)), VIEW, INK)
    middle = image[90:110, 140:160, :3].reshape(-1, 3).mean(axis=0)
    expected = 0.75 * np.array(RED) + 0.25 * np.array(BLUE)
    cover = (middle[0] - INK.background[0]) / (expected[0] - INK.background[0])
    np.testing.assert_allclose(
        middle, cover * expected + (1 - cover) * np.array(INK.background), atol=6
    )


def test_a_selected_crowd_takes_the_accent(raster: Raster) -> None:
    places = dense_places()
    state = np.where(places[:, 0] > 0, SELECTED, LIT)
    image = raster.draw(points_of(places, np.tile(BLUE, (len(places), 1)), state), VIEW, INK)
    left, right = image[90:110, 110:130, :3].mean((0, 1)), image[90:110, 170:190, :3].mean((0, 1))
    assert left[2] > left[0]
    assert right[0] > right[2]


def test_coarse_is_like_fine(raster: Raster) -> None:
    places = dense_places()
    points = points_of(places, np.tile(GREEN, (len(places), 1)))
    fine = raster.draw(points, VIEW, INK).astype(float)
    coarse = raster.draw(points, VIEW, INK, every=8).astype(float)
    assert np.abs(fine - coarse).mean() < 8
    assert np.abs(fine - coarse).max() > 0


def test_panning_shifts_the_picture_and_changes_nothing_else(raster: Raster) -> None:
    places = dense_places()
    points = points_of(places, np.where(places[:, :1] > 0, RED, BLUE))
    still = raster.draw(points, VIEW, INK)
    moved = raster.draw(points, VIEW.panned(30, 20), INK)
    same = still[:-20, :-30].astype(int) - moved[20:, 30:]
    assert np.abs(same).max() <= 2


def test_bands_and_threads_leave_no_seam(
    monkeypatch: pytest.MonkeyPatch, close_after: list[Raster]
) -> None:
    warm_up()
    monkeypatch.setattr(drawing, "DRAWN_ALONE", 0)
    places = dense_places()
    points = points_of(places, np.where(places[:, :1] > 0, RED, BLUE), places[:, 1] > -0.1)
    one, many = Raster(), Raster()
    close_after += [one, many]
    one._threads, many._threads = 1, 4
    low = Viewport(scale=100.0, width=300, height=23)  # a single band
    whole = many.draw(points, VIEW, INK)
    strip = one.draw(points, low, INK)
    top = 100 - 23 / 2
    assert top != int(top)  # half a pixel off: compare brightness, not pixels
    np.testing.assert_allclose(strip.mean(axis=(0, 1)), whole[88:112].mean(axis=(0, 1)), atol=3)
    np.testing.assert_array_equal(whole, one.draw(points, VIEW, INK))
    monkeypatch.setattr(drawing, "DRAWN_ALONE", points.index.total)
    np.testing.assert_array_equal(whole, many.draw(points, VIEW, INK))


def test_on_a_fine_screen_the_picture_is_finer_and_the_points_as_large(raster: Raster) -> None:
    points = points_of([(0, 0), (0.9, 0.9)], [RED, BLUE])
    coarse, fine = raster.draw(points, VIEW, INK), raster.draw(points, VIEW, INK, ratio=2.0)
    assert fine.shape == (400, 600, 4)
    covered = [(image[:, :, 0] > 100).sum() for image in (coarse, fine)]
    assert covered[1] == pytest.approx(4 * covered[0], rel=0.25)


def test_before_the_loops_are_compiled_points_are_seen_too(
    monkeypatch: pytest.MonkeyPatch, close_after: list[Raster]
) -> None:
    monkeypatch.setattr(drawing, "_compiled", None)
    plain = Raster()
    close_after.append(plain)
    places = [(-1.0, 0.5), (0.0, 0.0), (1.2, -0.7)]
    points = points_of(places, [RED, GREEN, BLUE], [LIT, GREY, SELECTED])
    image = plain.draw(points, VIEW, INK)
    assert at(image, VIEW, places[0]) == RED
    assert at(image, VIEW, places[2]) == INK.accent
    assert INK.background < at(image, VIEW, places[1]) < (90, 90, 90)


def test_an_earlier_picture_is_drawn_over(raster: Raster) -> None:
    first = raster.draw(points_of([(0, 0)], [RED]), VIEW, INK)
    again = raster.draw(points_of([(1, 0)], [BLUE]), VIEW, INK, into=first)
    assert again is first
    assert at(again, VIEW, (0, 0)) == INK.background
