"""A button that shows one choice of a few, and the others with what they mean in its menu."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from explorer.ui.query_bar.query_words import Words, tr


class ChoiceButton(QToolButton):
    """Shows what is chosen.

    Parameters
    ----------
    choices
        Name and meaning by value, to be translated.
    question
        What is chosen here, for the tooltip and screen readers.
    """

    chosen = Signal(str)

    def __init__(
        self, choices: Mapping[str, Words], question: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choices, self._question = choices, question
        self.setProperty("kind", "plain")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        group = QActionGroup(self)
        self._actions = {}
        for value, (name, meaning) in choices.items():
            action = menu.addAction(f"{tr(name)}  ·  {tr(meaning)}")
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda checked=False, value=value: self.chosen.emit(value))
            self._actions[value] = action
        self.setMenu(menu)
        self.choose(next(iter(choices)))

    def choose(self, value: str) -> None:
        """Show this one as chosen; no signal is sent."""
        name, meaning = (tr(words) for words in self._choices[value])
        self._actions[value].setChecked(True)
        self.setText(f"{name} ▾")
        self.setToolTip(f"{self._question}: {name}. {meaning}")
        self.setAccessibleName(f"{self._question}: {name}")
