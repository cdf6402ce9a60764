"""A small picture per word, side by side, all in the one colour range."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.lenses.word_patch import Explanation
from explorer.ui.appearance import Appearance
from explorer.ui.explain.heat_paint import Heat, HeatLook, heat_image, wash
from explorer.ui.explain.words_told import is_doubtful, value_words, word_tip

SIDE, GAP, CAPTION = 92, 8, 18
LEAST = 76
"""Room a caption wants, px; a tall picture is narrower."""


class Multiples(QWidget):
    """Every content word's map; the pointer shows a word, a click keeps it."""

    hovered = Signal(int)
    chosen = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = appearance
        self._explanation: Explanation | None = None
        self._picture: QImage | None = None
        self._small: dict[int, QImage] = {}
        self._heat_look = HeatLook()
        self._numbers: tuple[int, ...] = ()
        self._lit = self._under = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        appearance.changed.connect(self._redraw)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The words shown, by their number."""
        return self._numbers

    def show_words(self, picture: QImage | None, explanation: Explanation | None) -> None:
        """Show the maps of an explanation over its picture."""
        self._picture, self._explanation = picture, explanation
        words = () if explanation is None or picture is None else explanation.words
        self._numbers = tuple(place for place, word in enumerate(words) if word.content)
        names = ", ".join(
            f"{words[at].word} {value_words(words[at].score)}" for at in self._numbers
        )
        self.setAccessibleName(self.tr("A map for each word: {}").format(names))
        self.setVisible(len(self._numbers) > 1)
        self._redraw()
        self.updateGeometry()

    def set_heat_look(self, look: HeatLook) -> None:
        """Draw the maps otherwise."""
        if look != self._heat_look:
            self._heat_look = look
            self._redraw()

    def light(self, number: int) -> None:
        """Mark the word that is shown."""
        if number != self._lit:
            self._lit = number
            self.update()

    def _redraw(self) -> None:
        self._small.clear()
        self.update()

    # -- where

    @property
    def _cell(self) -> QSize:
        size = self._picture.size() if self._picture is not None else QSize(SIDE, SIDE)
        return size.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio)

    def _columns(self, width: int) -> int:
        return max((width + GAP) // (max(self._cell.width(), LEAST) + GAP), 1)

    def _rect(self, place: int) -> QRect:
        cell, width = self._cell, max(self._cell.width(), LEAST)
        line, column = divmod(place, self._columns(self.width()))
        return QRect(column * (width + GAP), line * (cell.height() + CAPTION + GAP), *_pair(cell))

    def _at(self, point: QPoint) -> int:
        for place, number in enumerate(self._numbers):
            if self._rect(place).adjusted(0, 0, 0, CAPTION).contains(point):
                return number
        return -1

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = -(-len(self._numbers) // self._columns(width))
        return max(lines * (self._cell.height() + CAPTION + GAP) - GAP, 1)

    def sizeHint(self) -> QSize:
        width = max(self.width(), 200)
        return QSize(200, self.heightForWidth(width))

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._explanation is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, number in enumerate(self._numbers):
            self._draw(painter, self._rect(place), number)
        painter.end()

    def _draw(self, painter: QPainter, rect: QRect, number: int) -> None:
        assert self._explanation is not None
        word, theme = self._explanation.words[number], self._look.theme
        painter.drawImage(rect, self._picture_of(number, rect.size()))
        if number == self._lit or (self.hasFocus() and self._lit < 0 and number == self._first):
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect)
        painter.setFont(self._look.font(0))
        metrics = painter.fontMetrics()
        below = QRect(rect.left(), rect.bottom() + 2, max(rect.width(), LEAST), CAPTION)
        score = "—" if word.score <= 0 else value_words(word.score)
        room = below.width() - metrics.horizontalAdvance(score) - 6
        painter.setPen(theme.colour("quiet" if is_doubtful(word) else "text"))
        name = metrics.elidedText(word.word, Qt.TextElideMode.ElideRight, room)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(below, middle, name)
        painter.setPen(theme.colour("quiet"))
        painter.drawText(below, middle | int(Qt.AlignmentFlag.AlignRight), score)

    @property
    def _first(self) -> int:
        return self._numbers[0] if self._numbers else -1

    def _picture_of(self, number: int, size: QSize) -> QImage:
        if number not in self._small:
            assert self._explanation is not None
            assert self._picture is not None
            ratio = self.devicePixelRatioF()
            drawn = self._picture.scaled(
                size * ratio,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            ).convertToFormat(QImage.Format.Format_RGB32)
            one, whole = self._explanation.words[number], self._explanation
            heat = Heat(one.map, whole.layout, whole.top, is_doubtful(one))
            painter = QPainter(drawn)
            painter.fillRect(drawn.rect(), wash(self._look.theme, self._heat_look.opacity))
            layer = heat_image(heat, drawn.size(), self._heat_look, self._look.theme)
            painter.drawImage(drawn.rect(), layer)
            painter.end()
            self._small[number] = drawn
        return self._small[number]

    # -- events

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position().toPoint())
        if number != self._under:
            self._under = number
            tip = ""
            if number >= 0 and self._explanation is not None:
                tip = word_tip(self._explanation.words[number])
            self.setToolTip(tip)
            self.hovered.emit(number)

    def leaveEvent(self, event: QEvent) -> None:
        if self._under >= 0:
            self._under = -1
            self.hovered.emit(-1)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position().toPoint())
        if number >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and self._numbers:
            here = self._numbers.index(self._lit) if self._lit in self._numbers else -1
            step = steps[Qt.Key(event.key())]
            self.chosen.emit(self._numbers[(max(here, 0) + step) % len(self._numbers)])
        else:
            super().keyPressEvent(event)


def _pair(size: QSize) -> tuple[int, int]:
    return size.width(), size.height()
