"""The rank-shift chart: the best of two spaces left and right, with lines between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from explorer.lenses.compare_ranks import RankShifts, Shift
from explorer.ui.compare.item_squares import ItemSquares
from explorer.ui.panel import Desk

HEAD, FOOT = 24, 24
ITEM_LINE, WORD_LINE = 40, 24
NUMBER = 32
MOST_SIDE, WIDEST = 300, 960
STUB = 0.28
"""How far a line reaches whose other end is not among the shown, as a share of the gap."""
RISE, FALL, SAME = "pictures", "words", "quiet"


class RankChart(ItemSquares):
    """Hits of two spaces; what rises is drawn in one colour, what falls in another."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._ranks: RankShifts | None = None
        self._words: list[str] = []
        self._names = ("", "")
        self.setMaximumWidth(WIDEST)

    def show_ranks(
        self, ranks: RankShifts | None, words: Sequence[str], names: tuple[str, str], asked: str
    ) -> None:
        """Show these; `words` are what was ranked where it was no items."""
        self._ranks, self._words, self._names = ranks, list(words), names
        self.cursor_place = -1
        shifts = ranks.shifts if ranks is not None else ()
        told = "; ".join(self._told(one) for one in shifts[:6])
        self.setAccessibleName(
            self.tr("Ranks of “{asked}” in {a} and {b}: {told}").format(
                asked=asked, a=names[0], b=names[1], told=told
            )
        )
        self.wanted([] if words else [one.row for one in shifts])
        self.setMinimumHeight(self.sizeHint().height())
        self.update()

    # -- geometry

    @property
    def _line(self) -> int:
        return WORD_LINE if self._words else ITEM_LINE

    def _side(self, right: bool) -> list[Shift]:
        if self._ranks is None:
            return []
        ranked = [
            (one.rank_b if right else one.rank_a, one)
            for one in self._ranks.shifts
            if 0 < (one.rank_b if right else one.rank_a) <= self._ranks.shown
        ]
        return [one for _, one in sorted(ranked, key=lambda pair: pair[0])]

    def _width(self) -> int:
        return min(MOST_SIDE, max(120, round(self.width() * 0.36)))

    def _rect(self, line: int, right: bool) -> QRect:
        left = self.width() - self._width() if right else 0
        return QRect(left, HEAD + line * self._line, self._width(), self._line)

    def places(self) -> Sequence[tuple[QRect, int]]:
        return [
            (self._rect(line, right), -1 if self._words else one.row)
            for right in (False, True)
            for line, one in enumerate(self._side(right))
        ]

    def _shift_at(self, place: int) -> Shift:
        return [*self._side(False), *self._side(True)][place]

    def sizeHint(self) -> QSize:
        lines = max(len(self._side(False)), len(self._side(True)), 1)
        return QSize(480, HEAD + lines * self._line + FOOT)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    # -- words

    def _title(self, one: Shift) -> str:
        if self._words:
            return self._words[one.row]
        items = self.desk.session.items
        return str(items.titles[one.row]) if 0 <= one.row < len(items) else ""

    def _told(self, one: Shift) -> str:
        none = self.tr("not ranked")
        first = QLocale().toString(one.rank_a) if one.rank_a else none
        second = QLocale().toString(one.rank_b) if one.rank_b else none
        return f"{self._title(one)}: {first} → {second}"

    def told_of(self, place: int) -> str:
        one = self._shift_at(place)
        a, b = self._names
        assert self._ranks is not None
        counts = [QLocale().toString(count) for count in self._ranks.counts]
        return "\n".join(
            [
                self._title(one),
                self.tr("{space}: {rank} of {count}").format(
                    space=a, rank=one.rank_a or "–", count=counts[0]
                ),
                self.tr("{space}: {rank} of {count}").format(
                    space=b, rank=one.rank_b or "–", count=counts[1]
                ),
            ]
        )

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._ranks is None:
            return
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # like every chart
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_heads(painter)
        self._draw_lines(painter)
        place = 0
        for right in (False, True):
            for line, one in enumerate(self._side(right)):
                self._draw_end(painter, self._rect(line, right), one, right, place)
                place += 1
        self._draw_legend(painter)
        painter.end()

    def _draw_heads(self, painter: QPainter) -> None:
        look = self.desk.appearance
        painter.setFont(look.font(0))
        painter.setPen(look.theme.colour("quiet"))
        width, middle = self._width(), Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            QRect(0, 0, width, HEAD), middle | Qt.AlignmentFlag.AlignLeft, self._names[0]
        )
        painter.drawText(
            QRect(self.width() - width, 0, width, HEAD),
            middle | Qt.AlignmentFlag.AlignRight,
            self._names[1],
        )

    def _role(self, one: Shift) -> str:
        assert self._ranks is not None
        if one.rise > 0 or not one.rank_a:
            return RISE
        return FALL if one.rise < 0 or not one.rank_b else SAME

    def _draw_lines(self, painter: QPainter) -> None:
        left = {one.row: line for line, one in enumerate(self._side(False))}
        right = {one.row: line for line, one in enumerate(self._side(True))}
        gap_left, gap_right = self._width() + 6, self.width() - self._width() - 6
        assert self._ranks is not None
        lit = self._lit_row()
        for one in sorted(self._ranks.shifts, key=lambda shift: shift.row == lit):
            pen = QPen(self.desk.appearance.theme.colour(self._role(one), 0.9), 1.5)
            if one.row == lit:
                pen.setWidthF(3)
            elif lit >= 0:
                pen.setColor(self.desk.appearance.theme.colour(self._role(one), 0.35))
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if one.row in left and one.row in right:
                start = QPointF(gap_left, self._rect(left[one.row], False).center().y())
                end = QPointF(gap_right, self._rect(right[one.row], True).center().y())
                path, bend = QPainterPath(start), (gap_right - gap_left) * 0.45
                path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
                painter.drawPath(path)
            else:
                self._draw_stub(painter, one, one.row in right, left | right)

    def _draw_stub(
        self, painter: QPainter, one: Shift, on_right: bool, lines: dict[int, int]
    ) -> None:
        """A line that ends on its way, with the rank that is not shown."""
        gap_left, gap_right = self._width() + 6, self.width() - self._width() - 6
        y = self._rect(lines[one.row], on_right).center().y() + 0.5
        length = (gap_right - gap_left) * STUB
        start, end = (gap_right, gap_right - length) if on_right else (gap_left, gap_left + length)
        painter.drawLine(QPointF(start, y), QPointF(end, y))
        rank = one.rank_a if on_right else one.rank_b
        painter.setFont(self.desk.appearance.font(0))
        painter.setPen(self.desk.appearance.theme.colour("quiet"))
        words = QLocale().toString(rank) if rank else "–"
        box = QRectF(end - 56 if on_right else end + 4, y - 8, 52, 16)
        side = Qt.AlignmentFlag.AlignRight if on_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), words)

    def _lit_row(self) -> int:
        if self._words:
            at = self.cursor_place
            return self._shift_at(at).row if 0 <= at < len(self.places()) else -1
        row = self.desk.session.selecting.highlight
        known = self._ranks is not None and any(one.row == row for one in self._ranks.shifts)
        return row if known else -1

    def _draw_end(
        self, painter: QPainter, rect: QRect, one: Shift, right: bool, place: int
    ) -> None:
        look, theme = self.desk.appearance, self.desk.appearance.theme
        lit = one.row == self._lit_row()
        if lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("text", 0.06))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 4, 4)
        side = rect.height() - 6
        number = QRect(rect.left(), rect.top(), NUMBER, rect.height())
        square = QRect(number.right() + 4, rect.top() + 3, side, side)
        if right:
            number.moveRight(rect.right())
            square.moveRight(number.left() - 4)
        painter.setFont(look.font(0))
        painter.setPen(theme.colour("quiet"))
        align = Qt.AlignmentFlag.AlignVCenter
        rank = QLocale().toString(one.rank_b if right else one.rank_a)
        inner = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
        painter.drawText(number.adjusted(4, 0, -4, 0), int(align | inner), rank)
        if self._words:
            square.setWidth(0)
            if right:
                square.moveRight(number.left())
        else:
            self.draw_square(painter, square, one.row, at=place)
        text = QRect(square.right() + 8, rect.top(), rect.right() - square.right() - 8, 0)
        if right:
            text = QRect(rect.left(), rect.top(), square.left() - 8 - rect.left(), 0)
        text.setHeight(rect.height())
        painter.setFont(look.font(1))
        painter.setPen(theme.colour("text"))
        elided = QFontMetrics(look.font(1)).elidedText(
            self._title(one), Qt.TextElideMode.ElideRight, text.width()
        )
        outer = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(text, int(align | outer), elided)

    def _draw_legend(self, painter: QPainter) -> None:
        look, theme = self.desk.appearance, self.desk.appearance.theme
        font = look.font(0)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        x, y = 0.0, self.sizeHint().height() - FOOT / 2
        for role, words in (
            (RISE, self.tr("nearer in {}").format(self._names[1])),
            (FALL, self.tr("farther")),
            (SAME, self.tr("the same rank")),
        ):
            painter.setPen(QPen(theme.colour(role), 2))
            painter.drawLine(QPointF(x, y), QPointF(x + 16, y))
            painter.setPen(theme.colour("quiet"))
            painter.drawText(QPointF(x + 22, y + metrics.ascent() / 2 - 1), words)
            x += 22 + metrics.horizontalAdvance(words) + 24
