"""Wires the map widget to the session: places, colours, hits, selection, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from explorer.core.selection import Rows, SelectionMode
from explorer.lenses.projection import Method
from explorer.ui.appearance import Appearance
from explorer.ui.item_words import percentile_words
from explorer.ui.items_mime import files_to_carry
from explorer.ui.kinds import Kinds
from explorer.ui.map.choice_bar import ChoiceBar
from explorer.ui.map.colours import MapColours
from explorer.ui.map.widget import MapWidget
from explorer.ui.map_colouring import (
    Palette,
    colour_name,
    colour_names,
    faded,
    legend_entries,
    point_colours,
    scale_numbers,
)
from explorer.ui.map_shapes import MapShapes
from explorer.ui.spoken import spoken
from explorer.ui.thumbnails import ThumbnailCache
from explorer.viewstate import messages as tell
from explorer.viewstate.map_colouring import Amounts, Categories, colour_choices, colouring
from explorer.viewstate.map_state import Layer, MapState, Tool
from explorer.viewstate.semantic_axes import End, SemanticAxes
from explorer.viewstate.session import Session

LIT_PERCENTILE = 95.0
"""Hits of a query by meaning that stay lit: what lies closer than this share of its kind."""


class MapView(QWidget):
    """The map of the open collection."""

    preview_wanted = Signal(int)

    def __init__(
        self,
        session: Session,
        thumbnails: ThumbnailCache,
        kinds: Kinds,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._thumbnails = session, thumbnails
        self._kinds, self._appearance = kinds, appearance
        self._hidden: set[str] = set()
        self._colour_by = "kind"
        self._range = (0.0, 1.0)
        self._projection = tell.ProjectionChanged("none")
        self._coloured: Categories | Amounts | None = None
        self.map = MapWidget(MapColours.of_theme(appearance.theme), self)
        self.bar = ChoiceBar(appearance, self.map)
        self.map.set_top_bar(self.bar)
        self.shapes = MapShapes(session, self.map)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.map)
        self.setFocusProxy(self.map)
        self.map.set_item_text(self._item_text)
        self.map.set_reduced_motion(appearance.reduce_motion)
        self._connect()
        self._listen()
        self._show_places()

    def close_view(self) -> None:
        """Hear of nothing more, and end the drawing threads."""
        self._session.hub.unsubscribe(self)
        self.shapes.close()
        self.map.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show words in the bar where there is room."""
        super().resizeEvent(event)
        self.bar.fit_into(event.size().width())
        self.map.refresh()

    def state(self) -> MapState:
        """What to restore later."""
        mapping = self._session.mapping
        return replace(self.map.state(), method=mapping.method, axes=mapping.axes)

    def restore(self, state: MapState) -> None:
        """Show what a state tells."""
        mapping = self._session.mapping
        if not mapping.landed:
            mapping.method, mapping.axes = state.method, state.axes
        self._colour_by, self._hidden = state.colour_by, set(state.hidden)
        self.map.restore(state)
        self._show_colours()
        self._show_hits()
        self._show_choices()

    def _connect(self) -> None:
        selecting = self._session.selecting
        self.map.hovered.connect(selecting.point_at)
        self.map.clicked.connect(self._clicked)
        self.map.name_clicked.connect(self._name_clicked)
        self.map.activated.connect(selecting.look_at)
        self.map.preview_requested.connect(self.preview_wanted)
        self.map.rows_selected.connect(self._selected)
        self.map.legend_toggled.connect(self._legend_toggled)
        self.map.legend_menu_wanted.connect(self._legend_menu)
        self.map.carry_wanted.connect(self._carry)
        self.map.range_chosen.connect(self._range_chosen)
        self.map.axes_changed.connect(self.lay_out_by)
        self.map.set_thumbnail_source(self._want_pictures)
        self.bar.method_chosen.connect(self.choose_method)
        self.bar.axes_chosen.connect(self.lay_out_by)
        self.bar.colour_chosen.connect(self.colour_by)
        self.bar.tool_chosen.connect(self.choose_tool)
        self.bar.mode_chosen.connect(self.choose_mode)
        self.bar.layer_toggled.connect(self.show_layer)
        self.bar.colours_wanted.connect(self._offer_colours)
        self._thumbnails.arrived.connect(self._give_pictures)
        self._thumbnails.cleared.connect(self.map.forget_thumbnails)
        self._appearance.changed.connect(self._recolour)

    def _listen(self) -> None:
        hub, selecting = self._session.hub, self._session.selecting
        hub.subscribe(self, tell.CollectionOpened, lambda _: self._opened())
        hub.subscribe(self, tell.ProjectionChanged, self._projection_changed)
        hub.subscribe(self, tell.ClustersChanged, lambda _: self._show_colours())
        hub.subscribe(self, tell.ItemsChanged, lambda _: self._items_changed())
        hub.subscribe(self, tell.ColumnsChanged, lambda _: self._show_colours())
        hub.subscribe(self, tell.MarksChanged, lambda _: self._show_colours())
        hub.subscribe(self, tell.RankingChanged, lambda _: self._ranking_changed())
        hub.subscribe(self, tell.QueryFailed, lambda _: self._ranking_changed())
        hub.subscribe(self, tell.SelectionChanged, lambda _: self.map.set_selected(selecting.rows))
        hub.subscribe(self, tell.HighlightChanged, lambda m: self.map.set_highlight(m.row))

    # -- what is chosen

    def choose_method(self, method: str) -> None:
        """Lay the map out by another method."""
        self._session.mapping.choose(cast(Method, method), self._session.items)
        self._show_choices()

    def lay_out_by(self, axes: SemanticAxes) -> None:
        """Lay the map out by axes that run between these phrases."""
        self._session.mapping.lay_out_by(axes, self._session.items)
        self._show_choices()

    def colour_by(self, key: str) -> None:
        """Colour the points by something else."""
        self._colour_by = key
        self._hidden.clear()
        self._range = (0.0, 1.0)
        self.map.scale_legend.reset_range()
        self._show_colours()
        self._show_hits()
        self._show_choices()

    def is_coloured_by(self, key: str) -> bool:
        """Whether the person has chosen to colour by this."""
        return self._colour_by == key

    def choose_tool(self, tool: Tool) -> None:
        """Choose what dragging does."""
        self.map.set_tool(tool)
        self._show_choices()

    def choose_mode(self, mode: SelectionMode) -> None:
        """Choose what an outline does to the selection."""
        self.map.hand.mode = mode
        self._show_choices()

    def show_layer(self, layer: Layer, shown: bool) -> None:
        """Show a layer or not."""
        self.map.set_layer(layer, shown)
        if layer == "fade_by_trust":
            self._show_colours()
        if layer == "neighbours":
            self.shapes.show_neighbours(self._session.selecting.focus)
        self._show_choices()

    def toggle_layer(self, layer: Layer) -> None:
        """Show a layer, or show it no longer."""
        self.show_layer(layer, not self.has_layer(layer))

    def has_tool(self, tool: Tool) -> bool:
        """Whether this is what dragging does."""
        return self.map.hand.tool == tool

    def has_mode(self, mode: SelectionMode) -> bool:
        """Whether this is what an outline does."""
        return self.map.hand.mode == mode

    def has_layer(self, layer: Layer) -> bool:
        """Whether a layer is shown."""
        return bool(getattr(self.map.state(), layer))

    def select_group(self) -> None:
        """Select the group around what is highlighted, or looked at."""
        selecting = self._session.selecting
        row = selecting.highlight if selecting.highlight >= 0 else selecting.focus
        if row >= 0 and (key := self.shapes.group_of(row)):
            selecting.select(self.shapes.rows_of(key))

    def _show_choices(self) -> None:
        self.map.set_choices(self._colour_by, tuple(sorted(self._hidden)))
        self.bar.show_state(self.state(), colour_name(self._colour_by, self._session))
        self.map.refresh()

    def _offer_colours(self) -> None:
        keys = colour_choices(self._session)
        self.bar.offer_colours(colour_names(keys, self._session), self._colour_by)

    # -- from the person

    def _clicked(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        mode = _mode(modifiers)
        if row < 0:
            if mode == "new":
                self._session.selecting.select([])
                self._session.selecting.look_at(-1)
            return
        if mode == "add" and row in self._session.selecting.rows:
            mode = "remove"
        self._session.selecting.select([row], mode)
        self._session.selecting.look_at(row)

    def _name_clicked(self, key: str, modifiers: Qt.KeyboardModifier) -> None:
        if key:
            self._session.selecting.select(self.shapes.rows_of(key), _mode(modifiers))

    def _selected(self, rows: Rows, mode: SelectionMode) -> None:
        self._session.selecting.select(rows, mode)

    def _legend_toggled(self, key: str, shown: bool) -> None:
        self._hide(self._hidden - {key} if shown else self._hidden | {key})

    def _hide(self, keys: set[str]) -> None:
        self._hidden = keys
        self._show_legend()
        self._show_hits()
        self._show_choices()

    def _carry(self, row: int) -> None:
        """Drag an item, or the selection it is part of, to the query or another program."""
        rows = self._session.selecting.rows
        drag = QDrag(self)
        drag.setMimeData(files_to_carry(self._session, rows.tolist() if row in rows else [row]))
        drag.exec(Qt.DropAction.CopyAction)

    def _legend_menu(self, key: str, place: QPoint) -> None:
        found = self._coloured
        if not isinstance(found, Categories) or key not in found.keys:
            return
        rows = np.flatnonzero(found.codes == found.keys.index(key))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Select these")).triggered.connect(
            lambda: self._session.selecting.select(rows)
        )
        menu.addAction(self.tr("Add these to the selection")).triggered.connect(
            lambda: self._session.selecting.select(rows, "add")
        )
        place_in = found.keys.index(key)
        menu.addAction(self.tr("Ask for what is like these")).triggered.connect(
            lambda: self._session.refining.ask_together(rows, found.names[place_in])
        )
        menu.addSeparator()
        others = set(found.keys) - {key}
        menu.addAction(self.tr("Show only these")).triggered.connect(lambda: self._hide(others))
        menu.addAction(self.tr("Show all")).triggered.connect(lambda: self._hide(set()))
        menu.popup(place)

    def _range_chosen(self, low: float, high: float) -> None:
        self._range = (low, high)
        self._show_hits()

    # -- from the session

    def _opened(self) -> None:
        self._hidden.clear()
        self.map.forget_thumbnails()
        self.map.set_selected([])
        self._show_places()
        self.map.fit()

    def _items_changed(self) -> None:
        self.map.set_present(self._session.items.present)
        self._show_colours()
        if self._projection.state == "none":  # there may be something to lay out now
            self._say(self._projection)

    def _projection_changed(self, message: tell.ProjectionChanged) -> None:
        self._projection = message
        self._show_places()
        self._say(message)

    def _say(self, message: tell.ProjectionChanged) -> None:
        """What stands in place of the map."""
        if message.state == "failed":
            words = spoken(message.sentence)
            self.map.set_message(self.tr("The map could not be laid out"), words)
        elif message.state == "computing" and not len(self._session.mapping.coordinates):
            self.map.set_message(
                self.tr("Laying out the map"),
                self.tr("You can search and look at the grid meanwhile."),
            )
        elif message.state == "none" and len(self._session.items):
            self.map.set_message(
                self.tr("The map is on its way"),
                self.tr("It is laid out as soon as the first files are read."),
            )
        elif message.state == "none":
            self.map.set_message(
                self.tr("No map yet"),
                self.tr("Drop a folder on the window: what is in it will be laid out here."),
            )
        else:
            self.map.set_message("")

    def _show_places(self) -> None:
        coordinates = self._session.mapping.coordinates
        self.map.set_points(coordinates, self._colours(len(coordinates)))
        self.map.set_present(self._session.items.present)
        self._show_legend()
        self._show_hits()
        self._show_quality()
        self._show_axes()
        self._show_choices()
        self.map.set_selected(self._session.selecting.rows)

    def _show_quality(self) -> None:
        quality = self._session.mapping.quality
        if quality is None:
            self.map.set_quality("")
            return
        locale = self.locale()
        self.map.set_quality(
            self.tr("trustworthiness {}, continuity {}").format(
                locale.toString(quality.trustworthiness, "f", 2),
                locale.toString(quality.continuity, "f", 2),
            ),
            self.tr(
                "Trustworthiness: how far what lies close on the map is close in truth. "
                "Continuity: how far what is close in truth lies close on the map. "
                "1 is perfect, a map at random has 0.5; of {} neighbours each."
            ).format(quality.neighbours),
        )

    def _show_axes(self) -> None:
        mapping = self._session.mapping
        if mapping.method != "axes":
            self.map.axis_ends.hide()
            return
        numbers: dict[End, str] = {}
        if mapping.spans is not None:
            x, y = mapping.spans
            values: dict[End, float] = {
                "left": x.low, "right": x.high, "bottom": y.low, "top": y.high
            }  # fmt: skip
            numbers = {
                end: self.tr("Cosine along this axis: {}").format(f"{value:+.3f}")
                for end, value in values.items()
            }
        self.map.axis_ends.show_axes(mapping.axes, numbers)

    def _ranking_changed(self) -> None:
        if self._colour_by == "score":
            self._show_colours()
        self._show_hits()

    # -- colours

    def _palette(self) -> Palette:
        return Palette(self.map.colours, self._appearance, self._kinds)

    def _colours(self, count: int) -> NDArray[np.uint8]:
        found = self._coloured = colouring(self._session, self._colour_by, count)
        rgba = point_colours(found, self._palette())
        trust = self._session.mapping.trust if self.has_layer("fade_by_trust") else None
        return faded(rgba, self._session.items.present, trust)

    def _show_colours(self) -> None:
        count = len(self._session.mapping.coordinates)
        self.map.set_point_colours(self._colours(count))
        self._show_legend()

    def _recolour(self) -> None:
        self.map.set_colours(MapColours.of_theme(self._appearance.theme))
        self.map.set_reduced_motion(self._appearance.reduce_motion)
        self.bar.recolour()
        self._show_colours()
        self._show_choices()

    def _show_legend(self) -> None:
        found, palette = self._coloured, self._palette()
        by_group = (
            isinstance(found, Categories) and self._colour_by == "cluster" and not found.of_media
        )
        self.shapes.show_in(palette.colours.categories[:-1] if by_group else ())
        if isinstance(found, Amounts):
            title = found.title or colour_name(self._colour_by, self._session)
            words = f"{found.low} … {found.high}" if found.low or found.high else ""
            self.map.show_scale(title, palette.of_amounts(found), scale_numbers(found), words)
        elif found is not None:
            self.map.scale_legend.hide()
            self.map.set_legend(legend_entries(found, palette, self._hidden))

    def _show_hits(self) -> None:
        """Light the hits of the query and grey the rest, without hiding it."""
        count = len(self._session.mapping.coordinates)
        lit, scores = self._hits(count)
        found = self._coloured
        if isinstance(found, Categories) and len(found.codes) == count:
            for key in self._hidden & set(found.keys):
                lit &= found.codes != found.keys.index(key)
        elif isinstance(found, Amounts) and len(found.values) == count and self._range != (0, 1):
            low, high = found.limits
            ends = [low + (high - low) * share for share in self._range]
            with np.errstate(invalid="ignore"):
                # The ends of the scale hold what lies beyond them too.
                above = found.values >= ends[0] if self._range[0] > 0 else found.values > -np.inf
                below = found.values <= ends[1] if self._range[1] < 1 else found.values < np.inf
            lit &= above & below
        self.map.set_lit(None if lit.all() else lit)
        self.map.set_scores(scores)

    def _hits(self, count: int) -> tuple[NDArray[np.bool_], NDArray[np.float32] | None]:
        """Which rows the query lights, and their scores."""
        ranking = self._session.ranking
        lit = np.ones(count, bool)
        if ranking is None:
            return lit, None
        known = ranking.rows < count
        rows = ranking.rows[known]
        scores = np.full(count, np.nan, np.float32)
        scores[rows] = ranking.scores[known]
        shares = ranking.percentiles[known]
        # In a small collection even the best has no 95 % behind it.
        near = shares >= min(LIT_PERCENTILE, float(shares.max(initial=0)))
        # A filter alone, or words matched exactly, have no nearer and farther.
        query = self._session.query
        # With a cut-off the person has said what is near.
        by_meaning = bool(query.active) and query.mode == "dense" and not query.closer_than
        lit[:] = False
        # Coloured by closeness, the scale says what is near.
        lit[rows[near] if by_meaning and self._colour_by != "score" else rows] = True
        return lit, scores

    # -- pictures and words

    def _want_pictures(self, rows: Sequence[int]) -> None:
        here = {row: thumb for row in rows if (thumb := self._thumbnails.get(row)) is not None}
        self._thumbnails.want(self, [row for row in rows if row not in here])
        if here:
            self.map.add_thumbnails({row: thumb.image for row, thumb in here.items()})

    def _give_pictures(self, rows: frozenset[int]) -> None:
        found = {row: self._thumbnails.get(row) for row in rows}
        self.map.add_thumbnails({row: one.image for row, one in found.items() if one is not None})

    def _item_text(self, row: int) -> tuple[str, str]:
        items, ranking = self._session.items, self._session.ranking
        if not 0 <= row < len(items):
            return "", ""
        kind = self._kinds[items.modality(row)]
        if ranking is None:
            return str(items.titles[row]), kind.singular
        at = np.flatnonzero(ranking.rows == row)
        if not len(at):
            return str(items.titles[row]), self.tr("not among the hits")
        if not ranking.terms:  # a filter alone, which has no nearer and farther
            return str(items.titles[row]), kind.singular
        return str(items.titles[row]), percentile_words(float(ranking.percentiles[at[0]]), kind)


def _mode(modifiers: Qt.KeyboardModifier) -> SelectionMode:
    shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    return "add" if shift or control else "new"
