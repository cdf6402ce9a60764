"""Bigger models by their hub names: each says what it costs, and is fetched only when asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from explorer.encoders.hub import is_offline
from explorer.encoders.suggestions import SUGGESTIONS, Suggestion
from explorer.ui.spaces.space_words import contents_words, size_words
from explorer.ui.spoken import spoken


class SuggestionList(QWidget):
    """Checkpoints worth trying after the starter."""

    wanted = Signal(str)
    """The hub name of the one to fetch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Models worth trying"))
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for one in SUGGESTIONS:
            column.addWidget(self._line(one))
        note = QLabel(
            self.tr("Sizes and licences as of November 2026; the model's own page counts."), self
        )
        note.setProperty("tone", "quiet")
        note.setProperty("type", "small")
        note.setWordWrap(True)
        column.addWidget(note)
        column.addStretch(1)

    def _line(self, one: Suggestion) -> QWidget:
        line = QWidget(self)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        costs = f"{contents_words(one.contents)} · {self.licence_words(one)}"
        for words, tone in ((one.name, ""), (costs, "quiet"), (spoken(one.about), "quiet")):
            label = QLabel(words, line)
            label.setWordWrap(True)
            label.setProperty("tone", tone)
            column.addWidget(label)
        button = QPushButton(line)
        button.setAccessibleName(
            self.tr("Download {name}, {size}").format(name=one.name, size=size_words(one.size))
        )
        button.setToolTip(
            self.tr("Fetch {size} from huggingface.co. Nothing of yours is sent.").format(
                size=size_words(one.size)
            )
        )
        button.clicked.connect(lambda: self.wanted.emit(one.name))
        self.buttons[one.name] = button
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return line

    def licence_words(self, one: Suggestion) -> str:
        """Its licence, told as one."""
        return self.tr("licence {}").format(spoken(one.licence))

    def settle(self, there: set[str], fetching: set[str]) -> None:
        """Say which are here, and which are coming."""
        offline = is_offline()
        sizes = {one.name: size_words(one.size) for one in SUGGESTIONS}
        for name, button in self.buttons.items():
            button.setEnabled(not offline and name not in there | fetching)
            words = self.tr("Download {}").format(sizes[name])
            if name in there:
                words = self.tr("Added")
            elif name in fetching:
                words = self.tr("Fetching…")
            button.setText(words)
