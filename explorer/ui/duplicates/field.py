"""Groups of copies as squares: each says whether it is kept, and how like the first it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from explorer.lenses.duplicates import CopyGroup
from explorer.ui.grid.field import GridField
from explorer.ui.grid.tile_painter import BADGE, Badge, Tile
from explorer.ui.item_words import bytes_words, pixels_words
from explorer.viewstate.duplicates import arrange_copies
from explorer.viewstate.grouping import Group

Key = Qt.Key


def _tr(text: str) -> str:
    return QCoreApplication.translate("CopyField", text)


class CopyField(GridField):
    """A `GridField` of copies; a press on the mark of a square keeps it, or lets it go."""

    keep_toggled = Signal(int)
    """Keep this row, or let it go."""
    only_kept = Signal(int)
    """Keep this row alone of its group."""

    kept: frozenset[int] = frozenset()
    groups: Sequence[CopyGroup] = ()
    _folded: frozenset[str] = frozenset()
    _alike: Mapping[int, float] = MappingProxyType({})

    def show_groups(self, groups: Sequence[CopyGroup]) -> None:
        """Show these groups of copies."""
        self.groups = groups
        self._alike = {
            row: how
            for group in groups
            for row, how in zip(group.rows.tolist(), group.likeness.tolist(), strict=True)
        }
        self._folded = frozenset()
        self._arrange()

    def fold(self, key: str) -> None:
        """Fold a group, or unfold it."""
        self._folded ^= {key}
        self._arrange()

    def _arrange(self) -> None:
        shown = arrange_copies(self.groups, len(self._session.items), self._folded)
        self.show_arrangement(shown, to_top=False)

    def show_kept(self, kept: frozenset[int]) -> None:
        """Show which rows are kept."""
        self.kept = kept
        self.viewport().update()

    def heading_of(self, group: Group) -> str:
        """What a group of copies is called."""
        found = self.groups[int(group.key)]
        sizes = self._session.items.size[found.rows]
        freed = sum(
            int(size)
            for row, size in zip(found.rows.tolist(), sizes, strict=True)
            if row not in self.kept
        )
        words = _tr("Same content") if found.exact else _tr("Nearly the same")
        return _tr("{}, {} to free").format(words, bytes_words(freed)) if freed else words

    def _tiles(self, span: range) -> Iterator[tuple[int, Tile]]:
        items = self._session.items
        alike = self._alike
        for position, tile in super()._tiles(span):
            row = tile.row
            facts = [bytes_words(int(items.size[row]))]
            if items.width[row]:
                facts.insert(0, pixels_words(int(items.width[row]), int(items.height[row])))
            if alike.get(row, 1.0) < 1:
                facts.append(_tr("{} % alike").format(round(alike[row] * 100)))
            if row in self.kept:
                badge = Badge("check", "accent", _tr("Kept"))
            else:
                badge = Badge("trash", "quiet", _tr("To the trash"))
            strength = None if row in self.kept else 0.0
            yield (
                position,
                replace(tile, place=" · ".join(facts), badge=badge, strength=strength),
            )

    def _badge_rect(self, position: int) -> QRect:
        square = self._visual_rect(position)
        return QRect(square.left(), square.top(), square.width(), BADGE + 8)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point: QPoint = event.position().toPoint()
        position = self.position_at(point)
        pressed = event.button() == Qt.MouseButton.LeftButton and position >= 0
        if pressed and self._badge_rect(position).contains(point):
            self.put_cursor(position, scroll=False)
            self.keep_toggled.emit(int(self.arrangement.rows[position]))
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row_of_cursor()
        if row >= 0 and event.key() == Key.Key_K:
            self.only_kept.emit(row)
        elif row >= 0 and event.key() in (Key.Key_X, Key.Key_Delete):
            self.keep_toggled.emit(row)
        elif row >= 0 and event.key() in (Key.Key_Space, Key.Key_Return, Key.Key_Enter):
            self.preview_wanted.emit(row)
        else:
            super().keyPressEvent(event)
            return
        event.accept()
