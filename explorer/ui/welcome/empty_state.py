"""One widget for every empty place: an icon, a title, a sentence and at most two buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from explorer.ui.appearance import Appearance
from explorer.ui.theme import RADIUS

ICON = 48
WIDTH = 420


@dataclass(frozen=True, slots=True)
class Way:
    """A button: what it says and does."""

    text: str
    run: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Emptiness:
    """What is missing, and what to do about it.

    ``target`` draws the frame of a place to drop files on.
    """

    icon: str
    title: str
    sentence: str
    way: Way | None = None
    other: Way | None = None
    target: bool = False
    tone: str = "quiet"


class EmptyState(QWidget):
    """Says what could be here; centred in whatever room it is given."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shown: Emptiness | None = None
        self._picture = QLabel(self)
        self.title = QLabel(self)
        self.title.setProperty("type", "title")
        self.sentence = QLabel(self)
        self.sentence.setProperty("tone", "quiet")
        self.sentence.setWordWrap(True)
        self.button = QPushButton(self)
        self.button.setProperty("kind", "primary")
        self.button.setProperty("size", "large")
        self.other = QPushButton(self)
        self.other.setProperty("kind", "link")
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(0)
        column.addStretch(5)
        column.addWidget(self._picture, 0, centre)
        column.addSpacing(16)
        column.addWidget(self.title, 0, centre)
        column.addSpacing(8)
        column.addWidget(self.sentence, 0, centre)
        column.addSpacing(24)
        column.addWidget(self.button, 0, centre)
        column.addSpacing(8)
        column.addWidget(self.other, 0, centre)
        column.addStretch(6)
        for label in (self.title, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button.clicked.connect(self._run)
        self.other.clicked.connect(self._run_other)
        appearance.changed.connect(self._draw)

    def show_emptiness(self, what: Emptiness) -> None:
        """Say this."""
        self._shown = what
        self.title.setText(what.title)
        self.sentence.setText(what.sentence)
        self.sentence.setVisible(bool(what.sentence))
        self._fit_sentence()
        for button, way in ((self.button, what.way), (self.other, what.other)):
            button.setVisible(way is not None)
            if way is not None:
                button.setText(way.text)
        self.setAccessibleName(f"{what.title}. {what.sentence}")
        self._draw()

    def resizeEvent(self, event: object) -> None:
        self._fit_sentence()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_sentence()  # only now has the label the font of the style sheet

    def _fit_sentence(self) -> None:
        # A centred label is not asked for its height at this width, so it is told.
        width = max(160, min(WIDTH, self.width() - 64))
        self.sentence.ensurePolished()
        self.sentence.setMinimumHeight(0)  # or the height of a narrower room would be the least
        self.sentence.setFixedWidth(width)
        self.sentence.setFixedHeight(self.sentence.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None or not self._shown.target:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._appearance.theme.colour("line"), 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().adjusted(16, 16, -17, -17), 2 * RADIUS, 2 * RADIUS)

    def _draw(self) -> None:
        if self._shown is not None:
            icon = self._appearance.icon(self._shown.icon, self._shown.tone)
            ratio = self.devicePixelRatioF()
            self._picture.setPixmap(icon.pixmap(QSize(ICON, ICON), ratio))
        self.update()

    def _run(self) -> None:
        if self._shown is not None and self._shown.way is not None:
            self._shown.way.run()

    def _run_other(self) -> None:
        if self._shown is not None and self._shown.other is not None:
            self._shown.other.run()
