"""Pairs of items that one space calls the same and the other does not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from explorer.lenses.compare_neighbours import Pair
from explorer.ui.compare.item_squares import ItemSquares
from explorer.ui.panel import Desk

SIDE, GAP, WORDS, COLUMN = 72, 8, 34, 24


class PairList(ItemSquares):
    """Two squares side by side for each pair, with how close either space has them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._pairs: tuple[Pair, ...] = ()
        self._names = ("", "")

    def show_pairs(self, pairs: Sequence[Pair], names: tuple[str, str]) -> None:
        """Show these, the most different first."""
        self._pairs, self._names = tuple(pairs), names
        self.cursor_place = -1
        told = "; ".join(" – ".join(self._titles(pair)) for pair in self._pairs[:6])
        self.setAccessibleName(self.tr("Pairs: {}").format(told))
        self.wanted([row for pair in self._pairs for row in (pair.first, pair.second)])
        self.updateGeometry()
        self.update()

    def _columns(self) -> int:
        return max((self.width() + COLUMN) // (2 * SIDE + GAP + COLUMN), 1)

    def _corner(self, at: int) -> tuple[int, int]:
        line, column = divmod(at, self._columns())
        return column * (2 * SIDE + GAP + COLUMN), line * (SIDE + WORDS + GAP)

    def places(self) -> Sequence[tuple[QRect, int]]:
        found = []
        for at, pair in enumerate(self._pairs):
            x, y = self._corner(at)
            found.append((QRect(x, y, SIDE, SIDE), pair.first))
            found.append((QRect(x + SIDE + GAP, y, SIDE, SIDE), pair.second))
        return found

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        columns = max((width + COLUMN) // (2 * SIDE + GAP + COLUMN), 1)
        return max(-(-len(self._pairs) // columns) * (SIDE + WORDS + GAP), 1)

    def sizeHint(self) -> QSize:
        return QSize(2 * SIDE + GAP, self.heightForWidth(2 * SIDE + GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * SIDE + GAP, 1)

    def _titles(self, pair: Pair) -> list[str]:
        items = self.desk.session.items
        rows = (pair.first, pair.second)
        return [str(items.titles[row]) if row < len(items) else "" for row in rows]

    def told_of(self, place: int) -> str:
        pair = self._pairs[place // 2]
        a, b = self._names
        lines = [self._titles(pair)[place % 2]]
        for name, share, cosine in (
            (a, pair.percentile_a, pair.cosine_a),
            (b, pair.percentile_b, pair.cosine_b),
        ):
            words = self.tr("{space}: closer than {share} % of pairs (cosine {cosine})")
            number = QLocale().toString(share, "f", 1)
            lines.append(words.format(space=name, share=number, cosine=f"{cosine:.3f}"))
        return "\n".join(lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        visible, painter = event.rect(), QPainter(self)
        look, theme = self.desk.appearance, self.desk.appearance.theme
        for place, (rect, row) in enumerate(self.places()):
            if rect.adjusted(0, 0, 0, WORDS).intersects(visible):
                self.draw_square(painter, rect.adjusted(2, 2, -2, -2), row, at=place)
        painter.setFont(look.font(0))
        metrics = QFontMetrics(look.font(0))
        for at, pair in enumerate(self._pairs):
            x, y = self._corner(at)
            for line, (name, share) in enumerate(
                zip(self._names, (pair.percentile_a, pair.percentile_b), strict=True)
            ):
                near = (pair.same_in == "a") == (line == 0)
                painter.setPen(theme.colour("text" if near else "quiet"))
                number = f"{QLocale().toString(share, 'f', 0)} %"
                room = 2 * SIDE + GAP - metrics.horizontalAdvance(number) - 8
                words = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room)
                box = QRect(x, y + SIDE + 1 + 15 * line, 2 * SIDE + GAP, 15)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft), words)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), number)
        painter.end()
