"""The map as a widget: plain arrays in, signals out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLocale, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from explorer.ui.map import raster
from explorer.ui.map.axis_ends import AxisEnds
from explorer.ui.map.colours import MapColours
from explorer.ui.map.corner import (
    MARGIN,
    CountLine,
    Legend,
    LegendEntry,
    MessagePanel,
    PreviewCard,
    ZoomButtons,
    panel_style,
)
from explorer.ui.map.keys import ZOOM_STEP
from explorer.ui.map.labels import Label, depth_of
from explorer.ui.map.landing import Landing
from explorer.ui.map.scale_legend import ScaleLegend
from explorer.ui.map.scene import as_rgba
from explorer.ui.map.shapes import GroupLine
from explorer.ui.map.surface import MapSurface
from explorer.viewstate.map_state import Layer, MapState, Tool

ROOM_FOR_NAMES = 430
"""Below this width of the map its legend shows colours alone."""

Rows = npt.NDArray[np.int64]
ItemText = Callable[[int], tuple[str, str]]


class MapWidget(MapSurface):
    """Items as points, pictures and names on a plane that is panned and zoomed.

    Signals
    -------
    hovered : row
        What is highlighted now, by pointer or keys; -1 for nothing.
    clicked : row, modifiers
        Row -1 for a click on the ground.
    activated : row
        Double click or Enter.
    preview_requested : row
        Space.
    rows_selected : rows, mode
        An outline was drawn around these rows, (k,) int64; mode as in `explorer.core.selection`.
    view_changed
        Another part is shown; told once the view rests.
    thumbnails_wanted : rows
        Pictures to be handed to `add_thumbnails`, list of int, for what is shown now.
    landed
        A new projection has come to rest.
    legend_toggled : key, shown
        An entry of the legend was switched.
    legend_menu_wanted : key, place
        More is wanted for an entry of the legend, at a place on the screen.
    range_chosen : low, high
        The handles of the scale stand at these shares of it.
    axes_changed : axes
        Other phrases stand at the edges of a map by axes.
    message_pressed
        The button of the message was pressed.
    """

    thumbnails_wanted = Signal(object)
    landed = Signal()
    legend_toggled = Signal(str, bool)
    legend_menu_wanted = Signal(str, QPoint)
    range_chosen = Signal(float, float)
    axes_changed = Signal(object)
    message_pressed = Signal()

    def __init__(self, colours: MapColours | None = None, parent: QWidget | None = None) -> None:
        super().__init__(colours or MapColours.dark(), parent)
        self._landing = Landing(self)
        self._item_text: ItemText = lambda row: ("", "")
        self._state = MapState()
        self._asked: frozenset[int] = frozenset()
        self._quality = self._explained = ""
        self._told = ""
        self._make_overlays()
        self._compiling = QTimer(self)
        self._compiling.setInterval(100)
        self._compiling.timeout.connect(self._look_for_compiled)
        self._landing.moved.connect(self._fly)
        self._landing.landed.connect(self._land)
        self.setMinimumSize(160, 120)
        self.setAccessibleName(self.tr("Map"))
        self.set_colours(self.colours)
        self._count()

    def _make_overlays(self) -> None:
        self.zoom_buttons = ZoomButtons(self)
        self.zoom_buttons.zoom_in.connect(lambda: self.zoom_by(ZOOM_STEP))
        self.zoom_buttons.zoom_out.connect(lambda: self.zoom_by(1 / ZOOM_STEP))
        self.zoom_buttons.fit.connect(self.fit)
        self.legend = Legend(self)
        self.legend.toggled.connect(self.legend_toggled)
        self.legend.menu_wanted.connect(self.legend_menu_wanted)
        self.scale_legend = ScaleLegend(self)
        self.scale_legend.range_chosen.connect(self.range_chosen)
        self.axis_ends = AxisEnds(self)
        self.axis_ends.changed.connect(self.axes_changed)
        self.top_bar: QWidget | None = None
        self.counts = CountLine(self)
        self.card = PreviewCard(self)
        self.message = MessagePanel(self)
        self.message.pressed.connect(self.message_pressed)

    # -- what is shown ---------------------------------------------------------------------------

    def set_points(
        self,
        coordinates: npt.NDArray[np.float32],
        colours: npt.ArrayLike,
        *,
        animate: bool = True,
    ) -> None:
        """Show points.

        Parameters
        ----------
        coordinates
            (n, 2) float32, one for each row; rows with NaN have no place and are not shown.
        colours
            (n, 3) or (n, 4) uint8; alpha fades a point.
        animate
            Whether points that were shown before go to their new places in 200 ms, once.

        Raises
        ------
        ValueError
            If the shapes do not fit.
        """
        places = np.ascontiguousarray(coordinates, np.float32)
        if places.ndim != 2 or places.shape[1] != 2:
            raise ValueError(f"Places on the map are (n, 2); these have shape {places.shape}.")
        rgba = as_rgba(colours, len(places))
        self._landing.stop()
        self.scene.flying = False
        old, known = self.scene.coordinates, min(len(self.scene.coordinates), len(places))
        moved = known > 0 and not np.array_equal(old[:known], places[:known], equal_nan=True)
        first = len(self.scene.index.x) == 0
        self.scene.set_points(places, rgba)
        if self.scene.highlight >= len(places):
            self.highlight(-1)
        self.fit_if_wanted(first)
        if moved and not first and animate and self.camera.animated and self.isVisible():
            self._landing.start(old, places)
        elif moved:
            self.landed.emit()
        self.refresh()

    def set_point_colours(self, colours: npt.ArrayLike) -> None:
        """Show the same points in other colours, (n, 3) or (n, 4) uint8."""
        self.scene.set_colours_of_points(as_rgba(colours, len(self.scene.coordinates)))
        self.refresh()

    def set_lit(self, mask: npt.NDArray[np.bool_] | None) -> None:
        """Light the rows of a mask, (n,) bool, and grey the rest; None lights all."""
        self.scene.lit = None if mask is None else np.asarray(mask, bool)
        self.scene.update_state()
        self.refresh()

    def set_present(self, mask: npt.NDArray[np.bool_]) -> None:
        """Count the rows of a mask alone, (n,) bool; what is gone is drawn as given, without a
        thumbnail.
        """
        self.scene.present = np.asarray(mask, bool)
        self.scene.update_state()
        self.refresh()

    def set_scores(self, scores: npt.NDArray[np.floating] | None) -> None:
        """Take scores, (n,) with NaN for none; tiles show their best item, the card its score."""
        self.scene.scores = scores
        self.scene.update_state()
        self.refresh()

    def set_selected(self, rows: npt.ArrayLike) -> None:
        """Mark the selected rows."""
        self.scene.selected = np.asarray(rows, np.int64).ravel()
        self.scene.update_state()
        self.refresh()

    def set_highlight(self, row: int | None) -> None:
        """Mark what is highlighted elsewhere; no signal is sent back."""
        self.scene.highlight = -1 if row is None else int(row)
        self.update()

    def set_item_text(self, text: ItemText) -> None:
        """Take a function that tells the title and one line of detail for a row."""
        self._item_text = text

    def set_thumbnail_source(self, source: Callable[[list[int]], object]) -> None:
        """Call `source` with the rows whose pictures are wanted; it answers `add_thumbnails`."""
        self.thumbnails_wanted.connect(source)

    def add_thumbnails(self, pictures: Mapping[int, QImage | None]) -> None:
        """Take pictures by row; None for an item that has none."""
        for row, picture in pictures.items():
            self.scene.pictures.add(row, picture)
        if self.card.isVisible() and self.scene.highlight in pictures:
            self.show_card(self.scene.highlight)
        self.update()

    def forget_thumbnails(self) -> None:
        """Drop all pictures: another collection is shown."""
        self.scene.pictures.clear()
        self._asked = frozenset()
        self.refresh()

    def set_labels(self, labels: Iterable[Label]) -> None:
        """Show names."""
        self.scene.set_labels(labels)
        self.update()

    def set_shapes(
        self,
        groups: Sequence[GroupLine],
        density: Sequence[Sequence[npt.NDArray[np.float32]]],
    ) -> None:
        """Show outlines of groups, and lines of equal density from the outermost in."""
        self.scene.shapes.set_groups(groups)
        self.scene.shapes.set_density(density)
        self.update()

    def set_neighbours(self, row: int, rows: Rows) -> None:
        """Draw lines from a row to others, (k,) int64 nearest first; a row of -1 for none."""
        self.scene.linked = (row, rows)
        self.update()

    def group_level(self) -> int:
        """The level of the groups whose outlines are shown at this zoom."""
        view = self.camera.view
        return self.scene.shapes.level_at(depth_of(view, self.scene.fitted(view).scale))

    def set_top_bar(self, bar: QWidget) -> None:
        """Show a bar over the upper right corner."""
        self.top_bar = bar
        self._lay_out()

    def set_quality(self, words: str, explained: str = "") -> None:
        """Say in the corner how far the whole map can be trusted."""
        self._quality, self._explained = words, explained
        self._count()

    def set_legend(self, entries: Sequence[LegendEntry]) -> None:
        """Show what the colours mean; no entries, no legend."""
        self.legend.set_entries(entries)
        if entries:
            self.scale_legend.hide()
        self._lay_out()
        self.fit_if_wanted(at_once=True)

    def show_scale(
        self,
        title: str,
        colours: tuple[str, ...],
        numbers: tuple[str, str, str],
        words: str = "",
    ) -> None:
        """Show the scale of a colouring by amounts in place of the legend."""
        self.legend.set_entries([])
        self.scale_legend.show_scale(title, colours, numbers, words)
        self._lay_out()
        self.fit_if_wanted(at_once=True)

    def set_message(self, title: str, detail: str = "", button: str = "") -> None:
        """Say why there is nothing to see and what to do; an empty title takes it away."""
        self.message.show_message(title, detail, button)
        for part in (self.zoom_buttons, self.counts):
            part.setVisible(not title)
        self._lay_out()

    def set_colours(self, colours: MapColours) -> None:
        """Take the colours of the theme."""
        self.colours = self.scene.colours = colours
        self.setStyleSheet(panel_style(colours))
        self.zoom_buttons.set_colours(colours)
        self.counts.set_ground(colours.background)
        self.update()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Do without eases and landings."""
        self.camera.animated = not reduced

    def paint_over(self, painter: QPainter) -> None:
        """Draw the axes of a map by axes."""
        self.axis_ends.draw(painter, self.colours)

    def set_tool(self, tool: Tool) -> None:
        """Choose what dragging does."""
        self.hand.cancel()
        self.hand.tool = tool
        self.hand.show_cursor()

    # -- the view --------------------------------------------------------------------------------

    def state(self) -> MapState:
        """Return what to restore later."""
        view = self.camera.target
        return replace(
            self._state,
            centre_x=view.centre_x,
            centre_y=view.centre_y,
            scale=None if self.fits else view.scale,
            tool=self.hand.tool,
            mode=self.hand.mode,
        )

    @property
    def with_neighbours(self) -> bool:
        """Whether lines to the true neighbours are drawn."""
        return self._state.neighbours

    def set_layer(self, layer: Layer, shown: bool) -> None:
        """Show pictures, names, outlines, density or lines, or not."""
        self._state = self._state.with_layer(layer, shown)
        self._take_layers()
        self.refresh()

    def set_choices(self, colour_by: str, hidden: tuple[str, ...]) -> None:
        """Keep what the points are coloured by with the state."""
        self._state = replace(self._state, colour_by=colour_by, hidden=hidden)

    def _take_layers(self) -> None:
        state, shapes = self._state, self.scene.shapes
        self.scene.with_pictures, self.scene.with_names = state.thumbnails, state.labels
        shapes.with_outlines, shapes.with_density = state.outlines, state.density
        if not state.neighbours:
            self.set_neighbours(-1, np.empty(0, np.int64))

    def restore(self, state: MapState) -> None:
        """Show what `state` tells, at once."""
        self._state = state
        self._take_layers()
        self.set_tool(state.tool)
        self.hand.mode = state.mode
        self.fits = state.scale is None
        if state.scale is None:
            self.fit_if_wanted(at_once=True)
        else:
            self.camera.jump(
                replace(
                    self.camera.view,
                    centre_x=state.centre_x,
                    centre_y=state.centre_y,
                    scale=state.scale,
                )
            )
        self.refresh()

    def hide_card(self) -> None:
        """Take the preview card away."""
        self.card.hide()

    def show_card(self, row: int) -> None:
        """Show picture, title, detail and score beside a row, and ask for the picture."""
        box = self.scene.place_of(row, self.camera.view)
        if box is None:
            self.hide_card()
            return
        title, detail = self._item_text(row)
        scores = self.scene.scores
        if scores is not None and row < len(scores) and np.isfinite(scores[row]):
            detail = " · ".join(part for part in (detail, f"{scores[row]:.3f}") if part)
        if not title and not detail and self.scene.pictures.get(row) is None:
            return
        self.card.show_item(self.scene.pictures.get(row), title, detail, box.toAlignedRect())
        if self.scene.pictures.missing([row]):
            self.thumbnails_wanted.emit([row])

    # -- drawing ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Bring counts and pictures up to what is shown, and draw."""
        self._count()
        missing = frozenset(self.scene.arrange_tiles(self.camera.view))
        if missing and missing != self._asked:
            self.thumbnails_wanted.emit(sorted(missing))
        self._asked = missing
        self.update()

    def _count(self) -> None:
        shown, lit, without = self.scene.counts
        number = QLocale().toString
        text = self.tr("{count} items").format(count=number(shown))
        if lit != shown:
            text = self.tr("{lit} of {count} items").format(lit=number(lit), count=number(shown))
        if without:
            text += self.tr(", {count} not on the map").format(count=number(without))
        if self._quality and shown:
            text += f"  ·  {self._quality}"
        self._told = text
        selected = self.tr("{count} selected").format(count=number(len(self.scene.selected)))
        self.setAccessibleDescription(f"{text}. {selected}.")
        self._lay_out()

    def _fly(self) -> None:
        self.scene.flying = True
        self.scene.set_places(self._landing.coordinates)
        self.scene.tiles = []
        self.update()

    def _land(self) -> None:
        self.scene.flying = False
        self.scene.set_places(self._landing.destination)
        self.refresh()
        self.landed.emit()

    def _lay_out(self) -> None:
        """Put the overlays into their corners."""
        self.legend.set_compact(self.width() < ROOM_FOR_NAMES)
        self.zoom_buttons.adjustSize()
        between = self.width() - self.zoom_buttons.width() - 4 * MARGIN
        metrics, elide = self.counts.fontMetrics(), Qt.TextElideMode.ElideRight
        self.counts.setText(metrics.elidedText(self._told, elide, max(between, 0)))
        cut = self._told if self.counts.text() != self._told else ""
        self.counts.setToolTip("\n".join(part for part in (cut, self._explained) if part))
        for part in (self.legend, self.counts):
            part.adjustSize()
        room = self.rect()
        self.zoom_buttons.move(
            QPoint(room.right() - self.zoom_buttons.width() - MARGIN + 1,
                   room.bottom() - self.zoom_buttons.height() - MARGIN + 1)
        )  # fmt: skip
        self.counts.move(MARGIN, room.bottom() - self.counts.height() - MARGIN + 1)
        below = self._lay_out_top(room)
        for legend in (self.legend, self.scale_legend):
            legend.move(MARGIN, below)
        bar = 0 if self.top_bar is None else self.top_bar.geometry().bottom()
        self.axis_ends.lay_out(QRect(0, bar, room.width(), self.counts.y() - bar))
        self.message.lay_out(QRect(room))
        parts: list[QWidget] = [self.zoom_buttons, self.legend, self.scale_legend, self.counts]
        if self.top_bar is not None:
            parts.append(self.top_bar)
        if self.axis_ends.shown:
            parts += self.axis_ends.fields.values()
        parts = [part for part in parts if _is_on(part)]
        self.scene.covered = tuple(
            (part.x(), part.y(), part.width(), part.height()) for part in parts
        )

    def _lay_out_top(self, room: QRect) -> int:
        """Put the bar into the upper right corner; returns where the legend begins below it."""
        bar = self.top_bar
        if bar is None:
            return MARGIN
        bar.adjustSize()
        bar.move(room.right() - bar.width() - MARGIN + 1, MARGIN)
        legends = [one for one in (self.legend, self.scale_legend) if _is_on(one)]
        widest = max((one.width() for one in legends), default=0)
        beside = bar.x() > widest + 2 * MARGIN
        return MARGIN if beside else bar.geometry().bottom() + MARGIN

    def _look_for_compiled(self) -> None:
        if raster.is_ready():
            self._compiling.stop()
            self.update()

    # -- events ----------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Compile the drawing loops off the GUI thread; a plainer map is drawn until then."""
        super().showEvent(event)
        if not raster.is_ready() and not self._compiling.isActive():
            threading.Thread(target=raster.warm_up, name="explorer-compile", daemon=True).start()
            self._compiling.start()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle, or everything, in view."""
        self.camera.resize(self.width(), self.height())
        self._lay_out()
        self.fit_if_wanted(at_once=True)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no longer for the compiled loops; that begins again when the map is shown."""
        self._compiling.stop()
        super().hideEvent(event)


def _is_on(part: QWidget) -> bool:
    """Whether a part shows when the map does."""
    return not part.isHidden()
