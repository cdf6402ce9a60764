"""Wires the map widget to the session: places, colours, hits, selection, pictures."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.core.selection import Rows, SelectionMode
from explorer.ui.appearance import Appearance
from explorer.ui.item_words import percentile_words
from explorer.ui.kinds import Kinds
from explorer.ui.map.colours import MapColours
from explorer.ui.map.corner import LegendEntry
from explorer.ui.map.widget import MapWidget
from explorer.ui.thumbnails import ThumbnailCache
from explorer.viewstate.map_state import MapState
from explorer.viewstate.messages import (
    CollectionOpened,
    HighlightChanged,
    ItemsChanged,
    ProjectionChanged,
    QueryFailed,
    RankingChanged,
    SelectionChanged,
)
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
        self.map = MapWidget(MapColours.of_theme(appearance.theme), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.map)
        self.setFocusProxy(self.map)
        self.map.set_item_text(self._item_text)
        self.map.set_reduced_motion(appearance.reduce_motion)
        self._connect()
        self._show_places()

    def close_view(self) -> None:
        """Hear of nothing more, and end the drawing threads."""
        self._session.hub.unsubscribe(self)
        self.map.close()

    def state(self) -> MapState:
        """What to restore later."""
        return self.map.state()

    def restore(self, state: MapState) -> None:
        """Show what a state tells."""
        self.map.restore(state)

    def _connect(self) -> None:
        selecting = self._session.selecting
        self.map.hovered.connect(selecting.point_at)
        self.map.clicked.connect(self._clicked)
        self.map.activated.connect(selecting.look_at)
        self.map.preview_requested.connect(self.preview_wanted)
        self.map.rows_selected.connect(self._selected)
        self.map.legend_toggled.connect(self._legend_toggled)
        self.map.set_thumbnail_source(self._want_pictures)
        self._thumbnails.arrived.connect(self._give_pictures)
        self._thumbnails.cleared.connect(self.map.forget_thumbnails)
        self._appearance.changed.connect(self._recolour)
        hub = self._session.hub
        hub.subscribe(self, CollectionOpened, lambda _: self._opened())
        hub.subscribe(self, ProjectionChanged, self._projection_changed)
        hub.subscribe(self, ItemsChanged, lambda _: self._show_legend())
        hub.subscribe(self, RankingChanged, lambda _: self._show_hits())
        hub.subscribe(self, QueryFailed, lambda _: self._show_hits())
        hub.subscribe(self, SelectionChanged, lambda _: self.map.set_selected(selecting.rows))
        hub.subscribe(self, HighlightChanged, lambda m: self.map.set_highlight(m.row))

    # -- from the person

    def _clicked(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        mode = _mode(modifiers)
        if row < 0:
            if mode == "new":
                self._session.selecting.select([])
            return
        if mode == "add" and row in self._session.selecting.rows:
            mode = "remove"
        self._session.selecting.select([row], mode)
        self._session.selecting.look_at(row)

    def _selected(self, rows: Rows, mode: SelectionMode) -> None:
        self._session.selecting.select(rows, mode)

    def _legend_toggled(self, kind: str, shown: bool) -> None:
        self._hidden = self._hidden - {kind} if shown else self._hidden | {kind}
        self._show_legend()
        self._show_hits()

    # -- from the session

    def _opened(self) -> None:
        self._hidden.clear()
        self.map.forget_thumbnails()
        self.map.set_selected([])
        self._show_places()
        self.map.fit()

    def _projection_changed(self, message: ProjectionChanged) -> None:
        self._show_places()
        if message.state == "failed":
            self.map.set_message(self.tr("The map could not be laid out"), message.sentence)
        elif message.state == "computing" and not len(self._session.mapping.coordinates):
            self.map.set_message(
                self.tr("Laying out the map"),
                self.tr("You can search and look at the grid meanwhile."),
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
        self._show_legend()
        self._show_hits()
        self.map.set_selected(self._session.selecting.rows)

    def _colours(self, count: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
        items, theme = self._session.items, self._appearance.theme
        colours = np.full((count, 4), 255, np.uint8)
        known = min(count, len(items))
        if known:
            palette = [_rgb(theme.content(self._kinds[one].content)) for one in items.modalities]
            colours[:known, :3] = np.asarray(palette, np.uint8)[items.modality_codes[:known]]
        colours[:known, 3] = np.where(items.present[:known], 255, 70)
        return colours

    def _recolour(self) -> None:
        self.map.set_colours(MapColours.of_theme(self._appearance.theme))
        self.map.set_reduced_motion(self._appearance.reduce_motion)
        self.map.set_point_colours(self._colours(len(self._session.mapping.coordinates)))
        self._show_legend()

    def _show_legend(self) -> None:
        items, theme = self._session.items, self._appearance.theme
        counts = np.bincount(items.modality_codes, minlength=len(items.modalities))
        entries = []
        for name, count in zip(items.modalities, counts, strict=True):
            kind = self._kinds[name]
            colour, shown = theme.content(kind.content), name not in self._hidden
            entries.append(LegendEntry(name, kind.plural.capitalize(), colour, int(count), shown))
        self.map.set_legend(entries if len(entries) > 1 else [])

    def _show_hits(self) -> None:
        """Light the hits of the query and grey the rest, without hiding it."""
        count, items = len(self._session.mapping.coordinates), self._session.items
        ranking = self._session.ranking
        lit = np.ones(count, bool)
        scores = None
        if ranking is not None:
            known = ranking.rows < count
            rows = ranking.rows[known]
            scores = np.full(count, np.nan, np.float32)
            scores[rows] = ranking.scores[known]
            shares = ranking.percentiles[known]
            # In a small collection even the best has no 95 % behind it.
            near = shares >= min(LIT_PERCENTILE, float(shares.max(initial=0)))
            # A filter alone, or words matched exactly, have no nearer and farther.
            by_meaning = bool(self._session.query.active) and self._session.query.mode == "dense"
            lit[:] = False
            lit[rows[near] if by_meaning else rows] = True
        shown = min(count, len(items))
        for name in self._hidden & set(items.modalities):
            lit[:shown] &= items.modality_codes[:shown] != items.modalities.index(name)
        self.map.set_lit(None if lit.all() else lit)
        self.map.set_scores(scores)

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
        return str(items.titles[row]), percentile_words(float(ranking.percentiles[at[0]]), kind)


def _rgb(colour: str) -> tuple[int, int, int]:
    parts = QColor(colour)
    return parts.red(), parts.green(), parts.blue()


def _mode(modifiers: Qt.KeyboardModifier) -> SelectionMode:
    shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    return "add" if shift or control else "new"
