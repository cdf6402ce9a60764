"""Colours keep their order for every eye; the state of the map survives a file."""

from __future__ import annotations

import json

import numpy as np
import pytest

from explorer.ui.map.colours import MapColours, category_colours, rgb, scale_colours
from explorer.viewstate.map_state import MapState
from explorer.viewstate.semantic_axes import SemanticAxes, read_axis


def luminance(colour: tuple[int, ...]) -> float:
    parts = np.array(colour[:3]) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(rgb(a)), luminance(rgb(b))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [MapColours.dark(), MapColours.light()])
def test_everything_on_the_map_can_be_seen(colours: MapColours) -> None:
    for text in (colours.text, colours.quiet):
        assert contrast(text, colours.background) >= 4.5
        assert contrast(text, colours.panel) >= 4.5
    for colour in (*colours.categories, colours.accent):
        assert contrast(colour, colours.background) >= 3


@pytest.mark.parametrize("colours", [MapColours.dark(), MapColours.light()])
def test_a_scale_gets_steadily_brighter_or_darker(colours: MapColours) -> None:
    rgba = scale_colours(np.linspace(0, 1, 50), colours.scale, colours.quiet, (0, 1))
    steps = np.diff([luminance(tuple(row)) for row in rgba])
    assert (steps > 0).all() or (steps < 0).all()


def test_scale_ends_and_what_has_no_value() -> None:
    rgba = scale_colours([-5, 0, 10, 99, np.nan], ("#000000", "#ffffff"), "#123456", (0, 10))
    np.testing.assert_array_equal(rgba[:2, :3], 0)
    np.testing.assert_array_equal(rgba[2:4, :3], 255)
    assert tuple(rgba[4]) == (0x12, 0x34, 0x56, 255)
    np.testing.assert_array_equal(
        scale_colours([3, 3], ("#000000", "#ffffff"), "#123456", (3, 3))[:, 3], 255
    )


def test_categories_are_used_over_again() -> None:
    rgba = category_colours([0, 1, 2, -1], ("#ff0000", "#00ff00"), "#808080")
    assert [tuple(row[:3]) for row in rgba.tolist()] == [
        (255, 0, 0), (0, 255, 0), (255, 0, 0), (128, 128, 128)
    ]  # fmt: skip


def test_the_state_survives_a_file() -> None:
    state = MapState(
        0.25, -1.5, 812.5, "lasso", "add", "axes", SemanticAxes("old", "new", "", "wide"),
        "folder", thumbnails=False, density=True, hidden=("image", "text"),
    )  # fmt: skip
    assert MapState.from_dict(json.loads(json.dumps(state.to_dict()))) == state
    assert MapState.from_dict(json.loads(json.dumps(MapState().to_dict()))) == MapState()


@pytest.mark.parametrize(
    "saved",
    [
        {},
        {"tool": "spade", "scale": -3, "centre_x": "left", "thumbnails": 1, "hidden": "all"},
        {"scale": float("nan"), "centre_y": float("inf"), "method": None, "hidden": [1, 2]},
        {"from_a_later_version": True},
        {"method": "magic", "mode": "destroy", "axes": "up and down", "density": 3},
        {"axes": {"left": "", "right": "", "top": "tall", "colour": "red"}},
    ],
)
def test_what_cannot_be_read_is_default(saved: dict[str, object]) -> None:
    assert MapState.from_dict(saved) == MapState()


def test_an_axis_is_read_as_people_write_it() -> None:
    assert read_axis("night … day") == ("night", "day")
    assert read_axis("night...day") == ("night", "day")
    assert read_axis("night -> day") == ("night", "day")
    assert read_axis(" a red bird ") == ("", "a red bird")
