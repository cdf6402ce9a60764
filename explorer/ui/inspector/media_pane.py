"""One item, large: a picture, a sound with its wave, or words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from explorer.core.media import Unit
from explorer.ui.appearance import Appearance
from explorer.ui.inspector.picture_view import PictureView
from explorer.ui.inspector.sound_bar import SoundBar
from explorer.ui.inspector.words_view import WordsView
from explorer.ui.previews import LargeView
from explorer.ui.spoken import spoken


class MediaPane(QWidget):
    """Shows what there is of an item at once, and the large view when it comes.

    Parameters
    ----------
    appearance
        Colours, fonts and icons.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = PictureView(appearance, self)
        self.words = WordsView(appearance, self)
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.setProperty("tone", "quiet")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setMargin(24)
        self.sound = SoundBar(appearance, self)
        self.sound.hide()
        self._stack = QStackedWidget(self)
        for page in (self.picture, self.words, self.message):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.sound)

    def show_small(self, image: QImage | None, words: str = "") -> None:
        """Show what is known already while the large view is on its way."""
        self.sound.hide()
        if image is not None:
            self.picture.show_image(image)
            self._stack.setCurrentWidget(self.picture)
        elif words:
            self.words.show_words(words)
            self._stack.setCurrentWidget(self.words)
        else:
            self._say(self.tr("Opening…"))

    def show_view(self, view: LargeView) -> None:
        """Show the large view."""
        if view.sound is not None:
            self.sound.show_sound(view.sound, start_of(view.unit))
        self.sound.setVisible(view.sound is not None)
        if view.image is not None:
            same = self._stack.currentWidget() is self.picture and self.picture.image is not None
            self.picture.show_image(view.image, box_of(view.unit, view.item.meta), same=same)
            self._stack.setCurrentWidget(self.picture)
        elif view.text:
            self.words.show_words(view.text, view.unit)
            self._stack.setCurrentWidget(self.words)
        else:
            self._say(self.tr("There is nothing to see in this file."))

    def show_problem(self, sentence: str) -> None:
        """Say why it cannot be shown."""
        self.sound.hide()
        self._say(spoken(sentence))

    def stop(self) -> None:
        """Play nothing any more."""
        self.sound.player.stop()

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self._stack.setCurrentWidget(self.message)


def start_of(unit: Unit) -> float:
    """The second of a recording that a unit begins at."""
    start = unit.place.get("start", 0.0) if unit.kind == "span" else 0.0
    return float(start)


def box_of(unit: Unit, meta: Mapping[str, Any]) -> QRectF | None:
    """The part of a picture that a unit stands for, in shares; None for the whole."""
    box, width, height = unit.place.get("box"), meta.get("width"), meta.get("height")
    if not box or not width or not height:
        return None
    left, top, right, bottom = (float(edge) for edge in box)
    return QRectF(left / width, top / height, (right - left) / width, (bottom - top) / height)
