"""The window on the plane: what is where, and what stays where it is."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.ui.map.viewport import LARGEST_SCALE, Viewport

VIEW = Viewport(centre_x=0.3, centre_y=-1.2, scale=250.0, width=900, height=500)


def test_a_pixel_and_its_place_on_the_plane_belong_together() -> None:
    for pixel in ((0, 0), (450, 250), (899, 3)):
        place = VIEW.to_plane(*pixel)
        np.testing.assert_allclose(VIEW.to_pixels([place])[0], pixel, atol=1e-9)


def test_up_on_the_plane_is_up_on_the_screen() -> None:
    lower, upper = VIEW.to_pixels([(0.3, -1.3), (0.3, -1.1)])
    assert upper[1] < lower[1]


def test_zoom_keeps_what_is_under_the_pointer() -> None:
    under = VIEW.to_plane(700, 90)
    np.testing.assert_allclose(VIEW.zoomed(3.7, 700, 90).to_pixels([under])[0], (700, 90))
    assert VIEW.zoomed(1e30, 0, 0).scale == LARGEST_SCALE


def test_panning_moves_the_picture_with_the_hand() -> None:
    before = VIEW.to_pixels([(0.5, -1.0)])[0]
    after = VIEW.panned(40, -25).to_pixels([(0.5, -1.0)])[0]
    np.testing.assert_allclose(after - before, (40, -25))


def test_fitting_shows_everything_and_keeps_the_aspect() -> None:
    fitted = VIEW.fitted((-3.0, 1.0, 5.0, 2.0), margin=20)
    corners = fitted.to_pixels([(-3.0, 1.0), (5.0, 2.0)])
    assert corners.min() >= 20 - 1e-6
    assert corners[:, 0].max() <= 880 + 1e-6
    assert corners[1, 0] - corners[0, 0] == pytest.approx(8 * fitted.scale)


def test_fitting_one_point_does_not_divide_by_nought() -> None:
    assert np.isfinite(VIEW.fitted((1.0, 1.0, 1.0, 1.0), margin=20).scale)


def test_on_the_way_of_a_zoom_the_place_under_the_pointer_stands_still() -> None:
    under, goal = VIEW.to_plane(120, 400), VIEW.zoomed(8, 120, 400)
    scales = []
    for share in (0.0, 0.2, 0.5, 0.9, 1.0):
        between = VIEW.toward(goal, share)
        np.testing.assert_allclose(between.to_pixels([under])[0], (120, 400), atol=1e-6)
        scales.append(between.scale)
    np.testing.assert_allclose(np.diff(np.log(scales)) / np.diff([0, 0.2, 0.5, 0.9, 1]), np.log(8))


def test_on_the_way_of_a_pan_it_goes_evenly() -> None:
    goal = VIEW.panned(100, 60)
    half = VIEW.toward(goal, 0.5)
    np.testing.assert_allclose(half.centre_x, (VIEW.centre_x + goal.centre_x) / 2)
    np.testing.assert_allclose(half.centre_y, (VIEW.centre_y + goal.centre_y) / 2)
