"""The map under the hand: digits are panned, zoomed, hovered, picked and outlined."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sklearn.datasets import load_digits

from explorer.lenses.projection import project
from explorer.ui.map.colours import MapColours, category_colours, rgb
from explorer.ui.map.corner import LegendEntry
from explorer.ui.map.labels import Label
from explorer.ui.map.raster import warm_up
from explorer.ui.map.widget import MapWidget
from explorer.viewstate.map_state import MapState

Floats = npt.NDArray[np.float32]
MakeMap = Callable[..., MapWidget]
NO_KEYS = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
COUNT = 600


@cache
def digit_map() -> tuple[Floats, npt.NDArray[np.int64]]:
    data = load_digits()
    return project(data.data[:COUNT].astype(np.float32)).coordinates, data.target[:COUNT]


@cache
def digit_picture(row: int) -> QImage:
    ink = np.kron(load_digits().images[row], np.ones((12, 12)))
    grey = np.ascontiguousarray(255 - ink * 255 / 16, dtype=np.uint8)
    return QImage(grey.data, 96, 96, 96, QImage.Format.Format_Grayscale8).copy()


@pytest.fixture
def make_map(qtbot: QtBot) -> Iterator[MakeMap]:
    warm_up()
    made: list[MapWidget] = []

    def make(
        colours: MapColours | None = None, *, pictures: bool = False, still: bool = True
    ) -> MapWidget:
        colours = colours or MapColours.dark()
        widget = MapWidget(colours)
        made.append(widget)
        qtbot.addWidget(widget)
        widget.set_reduced_motion(still)
        places, kinds = digit_map()
        widget.resize(800, 600)
        if pictures:
            widget.set_thumbnail_source(
                lambda rows: widget.add_thumbnails({row: digit_picture(row) for row in rows})
            )
        else:
            widget.restore(MapState(thumbnails=False))
        widget.set_points(places, category_colours(kinds, colours.categories, colours.quiet))
        widget.set_item_text(lambda row: (f"digit {row}", f"a {kinds[row]}"))
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    yield make
    for widget in made:
        widget.close()


def pixel_of(widget: MapWidget, row: int) -> QPoint:
    x, y = widget.camera.view.to_pixels(widget.scene.coordinates[row : row + 1])[0]
    return QPoint(int(x), int(y))


def lone_row(widget: MapWidget) -> int:
    """Find a point far from the others and from the corners."""
    pixels = widget.camera.view.to_pixels(widget.scene.coordinates)
    away = np.hypot(*(pixels[:, None] - pixels[None]).transpose(2, 0, 1))
    np.fill_diagonal(away, np.inf)
    nearest = away.min(axis=1)
    inside = (pixels > (120, 60)).all(axis=1) & (pixels < (680, 540)).all(axis=1)
    return int(np.where(inside, nearest, -1).argmax())


def empty_pixel(widget: MapWidget) -> QPoint:
    pixels = widget.camera.view.to_pixels(widget.scene.coordinates)
    for x, y in np.random.default_rng(0).uniform((150, 100), (650, 500), size=(500, 2)):
        if np.hypot(*(pixels - (x, y)).T).min() > 25:
            return QPoint(int(x), int(y))
    raise AssertionError("the map has no empty place")


def colour_at(widget: MapWidget, place: QPoint) -> tuple[int, int, int]:
    ratio = widget.devicePixelRatioF()
    colour = widget.grab().toImage().pixelColor((QPointF(place) * ratio).toPoint())
    return colour.red(), colour.green(), colour.blue()


def wheel(
    widget: MapWidget, place: QPoint, notches: int, keys: Qt.KeyboardModifier = NO_KEYS
) -> None:
    event = QWheelEvent(
        QPointF(place), widget.mapToGlobal(QPointF(place)), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, NO_KEYS, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def drag(
    qtbot: QtBot, widget: MapWidget, path: list[QPoint], keys: Qt.KeyboardModifier = NO_KEYS
) -> None:
    qtbot.mousePress(widget, LEFT, keys, path[0])
    for place in path[1:]:
        qtbot.mouseMove(widget, place)
    if keys == NO_KEYS:
        qtbot.mouseRelease(widget, LEFT, keys, path[-1])


# -- what is seen --------------------------------------------------------------------------------


@pytest.mark.parametrize("colours", [MapColours.dark(), MapColours.light()], ids=["dark", "light"])
def test_points_are_seen_at_their_places_in_their_colours(
    make_map: MakeMap, colours: MapColours, tmp_path: Path
) -> None:
    widget = make_map(colours)
    picture = widget.grab()
    assert picture.save(str(tmp_path / "map.png"))
    image, (_, kinds) = picture.toImage(), digit_map()
    right = 0
    for row in range(COUNT):
        shown = image.pixelColor(pixel_of(widget, row) * widget.devicePixelRatio())
        wanted = rgb(colours.categories[kinds[row] % len(colours.categories)])
        right += max(abs(a - b) for a, b in zip(shown.getRgb()[:3], wanted, strict=True)) < 60
    assert right / COUNT > 0.8  # the others lie under their neighbours
    assert colour_at(widget, empty_pixel(widget)) == rgb(colours.background)


def test_hits_are_lit_and_the_rest_greyed_not_hidden(make_map: MakeMap) -> None:
    widget = make_map()
    row = lone_row(widget)
    lit = np.ones(COUNT, bool)
    lit[row] = False
    bright = colour_at(widget, pixel_of(widget, row))
    widget.set_lit(lit)
    faint = colour_at(widget, pixel_of(widget, row))
    ground = rgb(widget.colours.background)
    assert sum(ground) + 20 < sum(faint) < sum(bright) - 100
    assert "599 of 600" in widget.counts.text()
    widget.set_lit(None)
    assert colour_at(widget, pixel_of(widget, row)) == bright


def test_a_selected_point_wears_the_accent(make_map: MakeMap) -> None:
    widget = make_map()
    row = lone_row(widget)
    widget.set_selected([row])
    image, middle = widget.grab().toImage(), pixel_of(widget, row)
    around = [image.pixelColor(middle + QPoint(dx, dy)).getRgb()[:3]
              for dx in range(-6, 7) for dy in range(-6, 7)]  # fmt: skip
    accent = rgb(widget.colours.accent)
    assert sum(max(abs(a - b) for a, b in zip(c, accent, strict=True)) < 40 for c in around) >= 6


def test_points_show_before_the_loops_are_compiled(
    make_map: MakeMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.ui.map.raster._compiled", None)
    monkeypatch.setattr("explorer.ui.map.raster.warm_up", lambda: None)
    widget = make_map()
    row, (_, kinds) = lone_row(widget), digit_map()
    assert colour_at(widget, pixel_of(widget, row)) == rgb(
        widget.colours.categories[kinds[row] % 10]
    )
    widget._compiling.stop()


def test_names_are_drawn_over_the_points(make_map: MakeMap) -> None:
    widget = make_map()
    place = empty_pixel(widget)
    before = widget.grab().toImage()
    x, y = widget.camera.view.to_plane(place.x(), place.y())
    widget.set_labels([Label(x, y, "Somewhere"), Label(x, y, "hidden beneath")])
    assert len(widget.scene.place_names(widget.camera.view)) == 1
    after = widget.grab().toImage()
    changed = [p for p in range(place.x() - 60, place.x() + 60)
               if before.pixelColor(p, place.y()) != after.pixelColor(p, place.y())]  # fmt: skip
    assert len(changed) > 10


def test_thumbnails_come_with_zoom_and_keep_their_tiles(
    make_map: MakeMap, qtbot: QtBot, tmp_path: Path
) -> None:
    widget = make_map(pictures=True)
    row = lone_row(widget)
    asked: list[int] = []
    widget.thumbnails_wanted.connect(asked.extend)
    widget.fit()
    for _ in range(12):
        wheel(widget, pixel_of(widget, row), 1)
    widget.view_rested()
    tiles = {(tile.column, tile.line): tile.row for tile in widget.scene.tiles}
    assert row in tiles.values()
    card = widget.scene.place_of(row, widget.camera.view)
    assert card is not None
    assert card.width() > 40
    picture = widget.grab()
    assert picture.save(str(tmp_path / "thumbnails.png"))
    paper = QColor("white").getRgb()[:3]
    corner = (card.topLeft() + QPointF(6, 6)).toPoint()
    assert picture.toImage().pixelColor(corner).getRgb()[:3] == paper
    widget.camera.jump(widget.camera.view.panned(45, -30))
    widget.view_rested()
    later = {(tile.column, tile.line): tile.row for tile in widget.scene.tiles}
    assert all(tiles[home] == later[home] for home in tiles.keys() & later.keys())
    with qtbot.waitSignal(widget.clicked) as told:
        moved = widget.scene.place_of(row, widget.camera.view)
        assert moved is not None
        qtbot.mouseClick(widget, LEFT, NO_KEYS, (moved.bottomRight() - QPointF(8, 8)).toPoint())
    assert told.args is not None
    assert told.args[0] == row
    assert len(set(asked)) == len(asked)


def test_an_item_without_a_picture_is_not_asked_for_twice(make_map: MakeMap) -> None:
    widget = make_map()
    widget.scene.with_pictures = True
    asked: list[list[int]] = []
    widget.thumbnails_wanted.connect(asked.append)
    for _ in range(9):
        wheel(widget, QPoint(400, 300), 1)
    widget.view_rested()
    while widget.scene.pictures.missing(t.row for t in widget.scene.tiles):
        widget.add_thumbnails(dict.fromkeys(asked[-1]))
        widget.view_rested()
    before = len(asked)
    widget.view_rested()
    assert len(asked) == before


def test_a_message_takes_the_middle_and_tells_what_to_do(make_map: MakeMap, qtbot: QtBot) -> None:
    widget = make_map()
    widget.set_points(np.empty((0, 2), np.float32), np.empty((0, 3), np.uint8))
    widget.set_message("Nothing here yet", "Drop a folder on the window.", "Add files")
    assert widget.message.isVisible()
    assert not widget.zoom_buttons.isVisible()
    assert widget.message.geometry().contains(QPoint(400, 300))
    with qtbot.waitSignal(widget.message_pressed):
        qtbot.mouseClick(widget.message.button, LEFT)
    widget.set_message("")
    assert not widget.message.isVisible()
    assert widget.zoom_buttons.isVisible()


# -- moving about --------------------------------------------------------------------------------


def test_dragging_pans_with_the_hand(make_map: MakeMap, qtbot: QtBot) -> None:
    widget = make_map()
    row, start = lone_row(widget), empty_pixel(widget)
    before = pixel_of(widget, row)
    with qtbot.waitSignal(widget.view_changed):
        drag(qtbot, widget, [start, start + QPoint(20, 10), start + QPoint(70, -40)])
    moved = pixel_of(widget, row) - before
    assert abs(moved.x() - 70) <= 1
    assert abs(moved.y() + 40) <= 1
    assert widget.state().scale is not None


def test_the_wheel_zooms_at_the_pointer(make_map: MakeMap) -> None:
    widget = make_map()
    row = lone_row(widget)
    place, scale = pixel_of(widget, row), widget.camera.view.scale
    wheel(widget, place, 3)
    assert widget.camera.view.scale == pytest.approx(scale * 1.3**3)
    assert (pixel_of(widget, row) - place).manhattanLength() <= 4
    wheel(widget, place, -3)
    assert widget.camera.view.scale == pytest.approx(scale)


def test_zoom_eases_unless_motion_is_reduced(make_map: MakeMap, qtbot: QtBot) -> None:
    widget = make_map(still=False)
    scale = widget.camera.view.scale
    with qtbot.waitSignal(widget.camera.rested):
        wheel(widget, QPoint(300, 300), 1)
        wheel(widget, QPoint(300, 300), 1)
        assert widget.camera.moving
        assert widget.camera.view.scale < scale * 1.69
    assert widget.camera.view.scale == pytest.approx(scale * 1.69)


def test_keys_pan_zoom_and_fit(make_map: MakeMap, qtbot: QtBot) -> None:
    widget = make_map()
    start = widget.camera.view
    qtbot.keyClick(widget, Qt.Key.Key_Right)
    assert widget.camera.view.centre_x > start.centre_x
    qtbot.keyClick(widget, Qt.Key.Key_Up)
    assert widget.camera.view.centre_y > start.centre_y
    qtbot.keyClick(widget, Qt.Key.Key_Plus)
    assert widget.camera.view.scale > start.scale
    qtbot.keyClick(widget, Qt.Key.Key_Minus)
    qtbot.keyClick(widget, Qt.Key.Key_Minus)
    assert widget.camera.view.scale < start.scale
    qtbot.keyClick(widget, Qt.Key.Key_0)
    assert widget.camera.view == start
    assert widget.state().scale is None


def test_the_zoom_buttons_do_what_they_say(make_map: MakeMap, qtbot: QtBot) -> None:
    widget = make_map()
    plus, minus, fit = (button for button, _ in widget.zoom_buttons._buttons)
    start = widget.camera.view
    for button in (plus, minus, fit):
        assert button.toolTip()
        assert button.accessibleName()
        assert not button.icon().isNull()
    qtbot.mouseClick(plus, LEFT)
    assert widget.camera.view.scale > start.scale
    qtbot.mouseClick(minus, LEFT)
    assert widget.camera.view.scale == pytest.approx(start.scale)
    qtbot.mouseClick(plus, LEFT)
    qtbot.mouseClick(fit, LEFT)
    assert widget.camera.view == start


def test_everything_stays_in_view_when_the_window_grows(make_map: MakeMap) -> None:
    widget = make_map()
    widget.resize(1000, 420)
    pixels = widget.camera.view.to_pixels(widget.scene.coordinates)
    assert (pixels >= 0).all()
    assert (pixels <= (1000, 420)).all()


def test_the_view_is_restored(make_map: MakeMap) -> None:
    widget = make_map()
    wheel(widget, QPoint(200, 200), 4)
    widget.set_tool("lasso")
    saved = MapState.from_dict(widget.state().to_dict())
    other = make_map()
    other.restore(saved)
    assert other.camera.view == widget.camera.view
    assert other.hand.tool == "lasso"
    assert not other.scene.with_pictures


# -- picking -------------------------------------------------------------------------------------


def test_hovering_shows_a_card_and_leaving_takes_it_away(make_map: MakeMap, qtbot: QtBot) -> None:
    widget = make_map()
    row, (_, kinds) = lone_row(widget), digit_map()
    widget.set_scores(np.linspace(0, 1, COUNT))
    with qtbot.waitSignal(widget.hovered) as told:
        qtbot.mouseMove(widget, pixel_of(widget, row))
    assert told.args == [row]
    assert widget.card.isVisible()
    assert widget.card.title.text() == f"digit {row}"
    assert f"a {kinds[row]}" in widget.card.detail.text()
    assert f"{row / (COUNT - 1):.3f}" in widget.card.detail.text()
    assert widget.rect().contains(widget.card.geometry())
    with qtbot.waitSignal(widget.hovered) as told:
        qtbot.mouseMove(widget, empty_pixel(widget))
    assert told.args == [-1]
    assert not widget.card.isVisible()


def test_a_click_tells_the_row_and_the_keys(make_map: MakeMap, qtbot: QtBot) -> None:
    widget = make_map()
    row = lone_row(widget)
    with qtbot.waitSignal(widget.clicked) as told:
        qtbot.mouseClick(widget, LEFT, Qt.KeyboardModifier.ShiftModifier, pixel_of(widget, row))
    assert told.args == [row, Qt.KeyboardModifier.ShiftModifier]
    with qtbot.waitSignal(widget.clicked) as told:
        qtbot.mouseClick(widget, LEFT, NO_KEYS, empty_pixel(widget))
    assert told.args == [-1, NO_KEYS]
    with qtbot.waitSignal(widget.activated) as told:
        qtbot.mouseDClick(widget, LEFT, NO_KEYS, pixel_of(widget, row))
    assert told.args == [row]


def rows_inside(widget: MapWidget, corners: list[QPoint]) -> set[int]:
    left, right = min(c.x() for c in corners), max(c.x() for c in corners)
    top, bottom = min(c.y() for c in corners), max(c.y() for c in corners)
    x, y = widget.camera.view.to_pixels(widget.scene.coordinates).T
    return set(np.flatnonzero((x >= left) & (x <= right) & (y >= top) & (y <= bottom)).tolist())


def test_a_rectangle_selects_what_it_holds(make_map: MakeMap, qtbot: QtBot) -> None:
    widget = make_map()
    widget.set_tool("rectangle")
    corners = [QPoint(150, 120), QPoint(300, 250), QPoint(520, 460)]
    with qtbot.waitSignal(widget.rows_selected) as told:
        drag(qtbot, widget, corners)
    assert told.args is not None
    rows, mode = told.args
    assert mode == "new"
    assert rows.dtype == np.int64
    assert set(rows.tolist()) == rows_inside(widget, corners)
    assert 0 < len(rows) < COUNT


@pytest.mark.parametrize(
    ("keys", "mode"),
    [
        (NO_KEYS, "new"),
        (Qt.KeyboardModifier.ShiftModifier, "add"),
        (Qt.KeyboardModifier.ControlModifier, "remove"),
        (Qt.KeyboardModifier.AltModifier, "remove"),
        (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier, "intersect"),
    ],
)
def test_a_lasso_selects_what_it_encloses_in_the_mode_of_the_keys(
    make_map: MakeMap, qtbot: QtBot, keys: Qt.KeyboardModifier, mode: str
) -> None:
    widget = make_map()
    widget.set_tool("lasso")
    around = [QPoint(x, y) for x, y in ((200, 150), (560, 150), (560, 440), (200, 440), (200, 152))]
    with qtbot.waitSignal(widget.rows_selected) as told:
        drag(qtbot, widget, around, keys)
        if keys != NO_KEYS:
            qtbot.mouseRelease(widget, LEFT, keys, around[-1])
    assert told.args is not None
    assert told.args[1] == mode
    assert set(told.args[0].tolist()) == rows_inside(widget, around)


def test_shift_lassoes_while_the_hand_pans(make_map: MakeMap, qtbot: QtBot) -> None:
    widget = make_map()
    before = widget.camera.view
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.mousePress(widget, LEFT, shift, QPoint(100, 100))
    for x, y in ((400, 90), (400, 400), (120, 380)):
        move_with(widget, QPoint(x, y), shift)
    assert widget.hand.outline is not None
    accent = rgb(widget.colours.accent)
    assert max(abs(a - b) for a, b in zip(colour_at(widget, QPoint(400, 250)), accent,
                                          strict=True)) < 60  # fmt: skip
    with qtbot.waitSignal(widget.rows_selected) as told:
        qtbot.mouseRelease(widget, LEFT, shift, QPoint(120, 380))
    assert told.args is not None
    assert told.args[1] == "add"
    assert widget.camera.view == before


def move_with(widget: MapWidget, place: QPoint, keys: Qt.KeyboardModifier) -> None:
    where = QPointF(place)
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, widget.mapToGlobal(where), Qt.MouseButton.NoButton, LEFT, keys
    )
    QApplication.sendEvent(widget, event)


def test_escape_drops_an_outline(make_map: MakeMap, qtbot: QtBot) -> None:
    widget = make_map()
    widget.set_tool("lasso")
    told: list[object] = []
    widget.rows_selected.connect(lambda rows, mode: told.append(rows))
    qtbot.mousePress(widget, LEFT, NO_KEYS, QPoint(100, 100))
    for x, y in ((400, 100), (400, 400)):
        move_with(widget, QPoint(x, y), NO_KEYS)
    assert widget.hand.outline is not None
    qtbot.keyClick(widget, Qt.Key.Key_Escape)
    assert widget.hand.outline is None
    qtbot.mouseRelease(widget, LEFT, NO_KEYS, QPoint(400, 400))
    assert told == []


def test_control_and_arrows_go_from_point_to_point(make_map: MakeMap, qtbot: QtBot) -> None:
    widget = make_map()
    pixels = widget.camera.view.to_pixels(widget.scene.coordinates)
    middle = np.array([widget.width(), widget.height()]) / 2
    widget.set_highlight(int(np.hypot(*(pixels - middle).T).argmin()))
    steps = [(Qt.Key.Key_Right, 0, 1), (Qt.Key.Key_Left, 0, -1), (Qt.Key.Key_Down, 1, 1)]
    for key, axis, sign in steps:
        before = widget.camera.view.to_pixels(widget.scene.coordinates)[widget.highlighted]
        with qtbot.waitSignal(widget.hovered):
            qtbot.keyClick(widget, key, Qt.KeyboardModifier.ControlModifier)
        after = widget.camera.view.to_pixels(widget.scene.coordinates)[widget.highlighted]
        assert sign * (after - before)[axis] > 0
    with qtbot.waitSignal(widget.activated) as told:
        qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert told.args == [widget.highlighted]
    with qtbot.waitSignal(widget.preview_requested):
        qtbot.keyClick(widget, Qt.Key.Key_Space)


def test_the_legend_filters(make_map: MakeMap, qtbot: QtBot) -> None:
    widget = make_map()
    widget.set_legend(
        [LegendEntry("0", "Zero", "#8f7cf0", 178), LegendEntry("1", "One", "#b5c95a")]
    )
    assert widget.legend.isVisible()
    box = widget.legend.layout()
    assert box is not None
    item = box.itemAt(0)
    assert item is not None
    with qtbot.waitSignal(widget.legend_toggled) as told:
        qtbot.mouseClick(item.widget(), LEFT)
    assert told.args == ["0", False]
    widget.set_legend([])
    assert not widget.legend.isVisible()


# -- landing and resilience ----------------------------------------------------------------------


def test_a_new_projection_lands_once(make_map: MakeMap, qtbot: QtBot) -> None:
    widget = make_map(still=False)
    places, kinds = digit_map()
    turned = np.ascontiguousarray(places[:, ::-1])
    colours = category_colours(kinds, widget.colours.categories, widget.colours.quiet)
    seen: list[Floats] = []
    widget._landing.moved.connect(lambda: seen.append(widget.scene.coordinates.copy()))
    with qtbot.waitSignal(widget.landed):
        widget.set_points(turned, colours)
    np.testing.assert_array_equal(widget.scene.coordinates, turned)
    on_the_way = [each for each in seen if not np.array_equal(each, turned)]
    assert on_the_way
    low, high = np.minimum(places, turned) - 1e-5, np.maximum(places, turned) + 1e-5
    assert all(((each >= low) & (each <= high)).all() for each in on_the_way)
    moves = len(seen)
    widget.set_points(turned, colours)
    assert not widget._landing.under_way
    assert len(seen) == moves


def test_more_items_appear_where_they_belong(make_map: MakeMap) -> None:
    widget = make_map()
    places, kinds = digit_map()
    colours = category_colours(kinds, widget.colours.categories, widget.colours.quiet)
    before = widget.camera.view
    widget.set_selected([COUNT - 1])
    more = np.concatenate([places, [[np.nan, np.nan], [0.0, 0.0]]]).astype(np.float32)
    widget.set_points(more, np.concatenate([colours, colours[:2]]))
    assert "601 items, 1 not on the map" in widget.counts.text()
    there = np.ones(len(more), bool)
    there[[0, COUNT]] = False
    widget.set_present(there)
    assert widget.counts.text() == "600 items"
    widget.set_lit(np.arange(len(more)) < 2)
    assert widget.counts.text() == "2 of 600 items"  # the selected one is not grey either
    widget.set_lit(None)
    assert widget.camera.view == before
    assert widget.row_at(QPointF(pixel_of(widget, COUNT + 1))) >= 0


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_points_do_no_harm(make_map: MakeMap, qtbot: QtBot, count: int) -> None:
    widget = make_map()
    widget.set_points(np.zeros((count, 2), np.float32), np.full((count, 3), 200, np.uint8))
    wheel(widget, QPoint(400, 300), 5)
    qtbot.mouseMove(widget, QPoint(400, 301))
    qtbot.mouseClick(widget, LEFT, NO_KEYS, QPoint(400, 300))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_0, Qt.Key.Key_Return):
        qtbot.keyClick(widget, key, Qt.KeyboardModifier.ControlModifier)
    assert not widget.grab().isNull()


def test_wrong_shapes_are_refused_in_a_sentence(make_map: MakeMap) -> None:
    widget = make_map()
    with pytest.raises(ValueError, match="3 points need 3 colours"):
        widget.set_points(np.zeros((3, 2), np.float32), np.zeros((2, 3), np.uint8))
    with pytest.raises(ValueError, match="Places on the map"):
        widget.set_points(np.zeros((3, 3), np.float32), np.zeros((3, 3), np.uint8))


def test_a_screen_reader_is_told(make_map: MakeMap) -> None:
    widget = make_map()
    widget.set_selected([1, 2, 3])
    assert widget.accessibleName() == "Map"
    assert widget.accessibleDescription() == "600 items. 3 selected."
