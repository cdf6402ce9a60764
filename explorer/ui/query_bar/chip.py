"""One part of the query: its sign, what it is, how much it counts, and a way to remove it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from explorer.core.query import Term
from explorer.ui.appearance import Appearance
from explorer.ui.eliding_label import ElidingLabel
from explorer.ui.query_bar.query_words import term_words, weight_words
from explorer.ui.query_bar.weight_popover import LIMIT, STEP, WeightPopover
from explorer.ui.spoken import spoken_name
from explorer.ui.theme import RADIUS

HEIGHT = 28
NAME_WIDTH = 200
PICTURE = 20
CHIP_ICONS = {
    "text": "text-aa",
    "image": "image",
    "audio": "speaker-high",
    "region": "selection",
    "direction": "arrow-right",
    "cluster": "circles-three",
    "concept": "lightbulb",
    "examples": "thumbs-up",
}


class Chip(QWidget):
    """Shows one term and lets it be changed by mouse, wheel and keys.

    ``content`` is the kind of content it stands for, which gives its colour and icon.
    """

    changed = Signal(object)
    """The term as it shall be."""
    removed = Signal()
    stepped = Signal(int)
    """The person goes on to the one before (-1) or after (1)."""

    def __init__(
        self, term: Term, content: str, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.term, self._content, self._appearance = term, content, appearance
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.sign = self._button(self._turn)
        self.picture = QLabel(self)
        # Elided as it is drawn: in a narrow window it has less room than it asks for.
        self.name = ElidingLabel(self, mode=Qt.TextElideMode.ElideMiddle)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setMaximumWidth(NAME_WIDTH)
        self.weight = QLabel(self)
        self.weight.setProperty("tone", "quiet")
        self.remove = self._button(self.removed.emit)
        self.remove.setIconSize(QSize(12, 12))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(4)
        for widget in (self.sign, self.picture, self.name, self.weight, self.remove):
            layout.addWidget(widget)
        appearance.changed.connect(self._draw)
        self._thumbnail: QPixmap | None = None
        self.show_term(term)

    def show_term(self, term: Term) -> None:
        """Show a term, usually the same with another weight."""
        self.term = term
        self.name.setText(spoken_name(term.name))
        words = weight_words(term.weight)
        self.weight.setText(words)
        self.weight.setVisible(bool(words))
        self.setAccessibleName(self.tr("Part of the query: {}").format(term_words(term)))
        state = "" if term.enabled else self.tr("It is switched off. ")
        weight = QLocale().toString(term.weight, "g", 3)
        self.setToolTip(
            self.tr(
                "{name}: weight {weight}. {state}Click or turn the wheel to weigh it "
                "(+ and -; Space switches it off, Delete removes it)."
            ).format(name=spoken_name(term.name), weight=weight, state=state)
        )
        self._draw()

    def show_picture(self, picture: QPixmap) -> None:
        """Show what the picture looks like instead of an icon."""
        self._thumbnail = picture
        self._draw()

    def set_weight(self, weight: float) -> None:
        """Ask for another weight."""
        weight = round(max(-LIMIT, min(LIMIT, weight)), 2)
        if weight != self.term.weight:
            self.changed.emit(replace(self.term, weight=weight))

    def set_enabled(self, enabled: bool) -> None:
        """Ask for it to count or not."""
        if enabled != self.term.enabled:
            self.changed.emit(replace(self.term, enabled=enabled))

    def open_popover(self) -> WeightPopover:
        """Show the slider."""
        popover = WeightPopover(self.term, self)
        popover.weighed.connect(self.set_weight)
        popover.switched.connect(self.set_enabled)
        popover.open_under(self)
        return popover

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.open_popover()
        elif event.button() == Qt.MouseButton.MiddleButton:
            self.removed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta().y()
        if delta:
            self.set_weight(self.term.weight + (STEP if delta > 0 else -STEP))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Plus):
            self.set_weight(self.term.weight + STEP)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Minus):
            self.set_weight(self.term.weight - STEP)
        elif key == Qt.Key.Key_Space:
            self.set_enabled(not self.term.enabled)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_popover()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            back = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
            self.stepped.emit(-1 if key == back else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        colour = QColor(self._colour())
        ground = QColor(colour)
        ground.setAlphaF(0.2 if self.term.enabled else 0.0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.colour("accent") if self.hasFocus() else colour
        pen = QPen(edge, 2.0 if self.hasFocus() else 1.0)
        if not self.term.enabled and not self.hasFocus():
            pen.setColor(theme.colour("quiet"))
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(ground)
        inset = pen.widthF() / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _colour(self) -> str:
        return self._appearance.theme.content(self._content)

    def _turn(self) -> None:
        self.set_weight(-self.term.weight if self.term.weight else 1.0)

    def _button(self, run: object) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setFixedSize(20, 20)
        button.setStyleSheet("QToolButton { padding: 0; }")
        button.clicked.connect(run)
        return button

    def _draw(self) -> None:
        away = self.term.weight < 0
        role = "text" if self.term.enabled else "quiet"
        self.sign.setIcon(self._appearance.icon("minus-bold" if away else "plus-bold", role))
        self.sign.setIconSize(QSize(10, 10))
        turn = self.tr("Turn towards it") if away else self.tr("Turn away from it")
        self.sign.setToolTip(turn)
        self.sign.setAccessibleName(turn)
        self.remove.setIcon(self._appearance.icon("x", role))
        words = self.tr("Remove {}").format(spoken_name(self.term.name))
        self.remove.setToolTip(words)
        self.remove.setAccessibleName(words)
        if self._thumbnail is not None:
            self.picture.setPixmap(self._thumbnail)
        else:
            icon = CHIP_ICONS.get(self.term.kind) or CHIP_ICONS.get(self._content, "file")
            self.picture.setPixmap(
                self._appearance.picture(icon, 16, role, self.devicePixelRatioF())
            )
        self.name.setProperty("tone", "" if self.term.enabled else "quiet")
        self.name.style().polish(self.name)
        self.update()
