"""The map as a widget: plain arrays in, signals out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from explorer.ui.map import raster
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
from explorer.ui.map.labels import Label
from explorer.ui.map.landing import Landing
from explorer.ui.map.scene import as_rgba
from explorer.ui.map.surface import MapSurface
from explorer.viewstate.map_state import MapState, Tool

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
    message_pressed
        The button of the message was pressed.
    """

    thumbnails_wanted = Signal(object)
    landed = Signal()
    legend_toggled = Signal(str, bool)
    message_pressed = Signal()

    def __init__(self, colours: MapColours | None = None, parent: QWidget | None = None) -> None:
        super().__init__(colours or MapColours.dark(), parent)
        self._landing = Landing(self)
        self._item_text: ItemText = lambda row: ("", "")
        self._state = MapState()
        self._asked: frozenset[int] = frozenset()
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

    def set_labels(self, labels: Sequence[tuple[float, float, str, int]]) -> None:
        """Show names: x, y in map units, text, level (0 from afar, deeper ones nearer)."""
        self.scene.set_labels(Label(*label) for label in labels)
        self.update()

    def set_legend(self, entries: Sequence[LegendEntry]) -> None:
        """Show what the colours mean; no entries, no legend."""
        self.legend.set_entries(entries)
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
            thumbnails=self.scene.with_pictures,
            labels=self.scene.with_names,
        )

    def restore(self, state: MapState) -> None:
        """Show what `state` tells, at once."""
        self._state = state
        self.scene.with_pictures, self.scene.with_names = state.thumbnails, state.labels
        self.set_tool(state.tool)
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
        shown, lit = len(self.scene.index.x), self.scene.lit_count
        text = self.tr("{count} items").format(count=f"{shown:,}")
        if lit != shown:
            text = self.tr("{lit} of {count} items").format(lit=f"{lit:,}", count=f"{shown:,}")
        without = len(self.scene.coordinates) - shown
        if without:
            text += self.tr(", {count} not on the map").format(count=f"{without:,}")
        self.counts.setText(text)
        selected = self.tr("{count} selected").format(count=f"{len(self.scene.selected):,}")
        self.setAccessibleDescription(f"{text}. {selected}.")
        self._lay_out()

    def _fly(self) -> None:
        self.scene.set_places(self._landing.coordinates)
        self.scene.tiles = []
        self.update()

    def _land(self) -> None:
        self.scene.set_places(self._landing.destination)
        self.refresh()
        self.landed.emit()

    def _lay_out(self) -> None:
        """Put the overlays into their corners."""
        for part in (self.zoom_buttons, self.legend, self.counts):
            part.adjustSize()
        room = self.rect()
        self.zoom_buttons.move(
            QPoint(room.right() - self.zoom_buttons.width() - MARGIN + 1,
                   room.bottom() - self.zoom_buttons.height() - MARGIN + 1)
        )  # fmt: skip
        self.counts.move(MARGIN, room.bottom() - self.counts.height() - MARGIN + 1)
        self.legend.move(MARGIN, MARGIN)
        self.message.lay_out(QRect(room))
        parts = [part for part in (self.zoom_buttons, self.legend, self.counts) if _is_on(part)]
        self.scene.covered = tuple(
            (part.x(), part.y(), part.width(), part.height()) for part in parts
        )
        self.scene.covered_left = self.legend.geometry().right() if _is_on(self.legend) else 0

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
        self.fit_if_wanted(at_once=True)
        self._lay_out()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no longer for the compiled loops; that begins again when the map is shown."""
        self._compiling.stop()
        super().hideEvent(event)


def _is_on(part: QWidget) -> bool:
    """Whether a part shows when the map does."""
    return not part.isHidden()
