"""The words asked, as chips in the colour of their best score."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from explorer.api.encoder import SaidWord
from explorer.lenses.word_patch import Explanation, WordMap
from explorer.ui.appearance import Appearance
from explorer.ui.explain.heat_paint import heat_colour, ink_on
from explorer.ui.explain.words_told import is_doubtful, said_tip, said_words, word_tip
from explorer.ui.query_bar.flow_layout import FlowLayout
from explorer.ui.theme import RADIUS

HEIGHT, PAD, GAP = 26, 10, 6
ENDS = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class WordChip(QAbstractButton):
    """One word; filled by its score, dashed where its map is no better than random."""

    entered = Signal()
    left = Signal()
    stepped = Signal(int)

    def __init__(self, word: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = appearance
        self._share, self._content, self._doubtful = 0.0, True, False
        self.lit = False
        self.detail = ""
        self.setText(word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        appearance.changed.connect(self.update)

    def show_score(
        self, share: float, *, content: bool, doubtful: bool, tip: str, detail: str = ""
    ) -> None:
        """Fill by a share of the range; a detail stands after the word, smaller."""
        self._share, self._content, self._doubtful = share, content, doubtful
        if detail != self.detail:
            self.detail = detail
            self.updateGeometry()
        self.setToolTip(tip)
        self.setAccessibleName(tip.replace("\n", ". "))
        self.update()

    def set_lit(self, lit: bool) -> None:
        """Mark it as the word that is shown."""
        if lit != self.lit:
            self.lit = lit
            self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._font()).horizontalAdvance(self.text())
        return QSize(width + self._detail_width() + 2 * PAD, HEIGHT)

    def _detail_width(self) -> int:
        if not self.detail:
            return 0
        return GAP + QFontMetrics(self._look.font(0)).horizontalAdvance(self.detail)

    def _way(self) -> int:
        return -1 if self.isRightToLeft() else 1

    def _font(self) -> QFont:
        return self._look.font(1, QFont.Weight.Medium if self._content else QFont.Weight.Normal)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, painter = self._look.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = theme.colour("panel")
        if self._content and self._share > 0:
            ground = heat_colour(self._share, theme)
            if self._doubtful:
                grey = round((ground.red() + ground.green() + ground.blue()) / 3)
                ground.setRgb(grey, grey, grey)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        accent = self.lit or self.hasFocus()
        line = QPen(theme.colour("accent" if accent else "line"), 2 if self.lit else 1)
        if self._doubtful and self._content and not accent:
            line = QPen(theme.colour("quiet"), 1, Qt.PenStyle.DashLine)
        if not self._content and not accent:
            line = QPen(Qt.PenStyle.NoPen)
        painter.setPen(line)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        filled = self._content and self._share > 0.15
        quiet = theme.colour("text" if self._content else "quiet")
        painter.setPen(ink_on(ground) if filled else quiet)
        painter.setFont(self._font())
        room = self.rect().adjusted(PAD, 0, -PAD, 0)
        middle, first, last = (Qt.AlignmentFlag.AlignVCenter, *ENDS[:: self._way()])
        painter.drawText(room, int(first | middle), self.text())
        if self.detail:
            painter.setFont(self._look.font(0))
            painter.drawText(room, int(last | middle), self.detail)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.entered.emit()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.left.emit()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = event.key()
        if key in steps:
            self.stepped.emit(steps[Qt.Key(key)] * self._way())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class WordChips(QWidget):
    """A chip per word, in lines; one word is shown, by pointer, focus or click."""

    hovered = Signal(int)
    """Number of the word the pointer or the focus is on, -1 when it has left."""
    chosen = Signal(int)
    """Number of the word that stays when the pointer leaves; -1 when it is taken back."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = appearance
        self.chips: list[WordChip] = []
        self._flow = FlowLayout(self)
        self.hint = QLabel(self)
        self.hint.setProperty("type", "small")
        self.hint.setProperty("tone", "quiet")
        self.hint.setFixedHeight(HEIGHT)
        self._flow.addWidget(self.hint)
        self.setAccessibleName(self.tr("Words"))

    def show_words(
        self,
        explanation: Explanation | None,
        said: Callable[[tuple[int, int]], SaidWord | None] = lambda span: None,
    ) -> None:
        """Show the words of an explanation with their scores.

        Parameters
        ----------
        said
            Of the characters of a word, when it was heard in a spoken query.
        """
        words: Sequence[WordMap] = () if explanation is None else explanation.words
        if [chip.text() for chip in self.chips] != [word.word for word in words]:
            self._make(words)
        top = 0.0 if explanation is None else explanation.top
        for chip, word in zip(self.chips, words, strict=True):
            share = word.score / top if top > 0 and word.content else 0.0
            heard = said(word.span)
            chip.show_score(
                share,
                content=word.content,
                doubtful=is_doubtful(word),
                tip="\n".join(line for line in (word_tip(word), said_tip(heard)) if line),
                detail=said_words(heard),
            )

    def light(self, number: int, chosen: int) -> None:
        """Mark the word that is shown, and the one that stays."""
        for place, chip in enumerate(self.chips):
            chip.set_lit(place == number)
            chip.setChecked(place == chosen)

    def _make(self, words: Sequence[WordMap]) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for place, word in enumerate(words):
            chip = WordChip(word.word, self._look, self)
            self._flow.insert(place, chip)
            chip.entered.connect(lambda place=place: self.hovered.emit(place))
            chip.left.connect(lambda: self.hovered.emit(-1))
            chip.clicked.connect(
                lambda checked, place=place: self.chosen.emit(place if checked else -1)
            )
            chip.stepped.connect(lambda way, place=place: self._step(place + way))
            chip.show()
            self.chips.append(chip)
        self.updateGeometry()

    def _step(self, place: int) -> None:
        if self.chips:
            self.chips[place % len(self.chips)].setFocus(Qt.FocusReason.TabFocusReason)
