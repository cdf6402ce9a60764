"""One short hint at a time, above the views, until the person knows or does not want them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from explorer.ui.appearance import Appearance


def _tr(text: str) -> str:
    return QCoreApplication.translate("Tips", text)


def tips() -> list[str]:
    """What is worth knowing, in the order to tell it."""
    return [
        _tr("Type to search. Put a minus in front of a word to turn away from it."),
        _tr("Drop or paste a picture on the search field to search by it; add words and mix them."),
        _tr("Hold Shift and draw around points on the map: the grid selects the same items."),
        _tr("Press Space on an item to see it large, 1 to 5 to rate it, T to tag it."),
        _tr("Ctrl+K finds every command by a few letters of its name."),
        _tr("Click a chip in the search field to weigh it, switch it off or turn it into a minus."),
        _tr("The number on a hit says how much of your collection is farther from what you asked."),
        _tr("Collection → Follow changes keeps a collection in step with its folders."),
    ]


class Tips(QWidget):
    """A line with a tip; one further tip at each start."""

    told = Signal(int)
    """Number of the next tip, to be kept."""
    unwanted = Signal()
    """The person wants no more of them."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._at = appearance, 0
        self.setProperty("surface", "raised")
        self._icon = QLabel(self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.more = QPushButton(self.tr("Next tip"), self)
        self.never = QPushButton(self.tr("No more tips"), self)
        for button in (self.more, self.never):
            button.setProperty("kind", "link")
        self.away = QToolButton(self)
        self.away.setAutoRaise(True)
        self.away.setAccessibleName(self.tr("Put the tip away"))
        self.away.setToolTip(self.tr("Put the tip away"))
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 4, 8, 4)
        line.setSpacing(8)
        for widget, stretch in (
            (self._icon, 0),
            (self.words, 1),
            (self.more, 0),
            (self.never, 0),
            (self.away, 0),
        ):
            line.addWidget(widget, stretch)
        self.more.clicked.connect(lambda: self.tell(self._at + 1))
        self.never.clicked.connect(self._stop)
        self.away.clicked.connect(self.hide)
        appearance.changed.connect(self._draw)
        self._draw()
        self.hide()

    def tell(self, number: int) -> None:
        """Show a tip by its number; after the last comes the first."""
        known = tips()
        self._at = number % len(known)
        self.words.setText(known[self._at])
        self.setAccessibleName(known[self._at])
        self.show()
        self.told.emit((self._at + 1) % len(known))

    def _stop(self) -> None:
        self.hide()
        self.unwanted.emit()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._appearance.picture("lightbulb", 16, "accent", ratio))
        self.away.setIcon(self._appearance.icon("x", "quiet"))
