"""How much memory the weights of all encoders take, and how much they may."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from explorer.encoders.budget import GIGABYTE, MemoryBudget, machine_memory
from explorer.ui.spaces.space_words import size_words

CHOICES = (1, 2, 4, 8, 16, 32, 64)
"""Limits to choose from, in gigabytes; those that this machine has not are left out."""


class MemoryLine(QWidget):
    """A bar of what is used, and the limit."""

    limit_chosen = Signal(object)
    """Bytes; 0 for half of this machine's memory."""

    def __init__(self, budget: MemoryBudget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._budget = budget
        self.words = QLabel(self)
        self.words.setProperty("tone", "quiet")
        self.words.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(self.tr("Memory that models take"))
        self.limit = QComboBox(self)
        self.limit.setAccessibleName(self.tr("Memory that models may take"))
        self.limit.setToolTip(
            self.tr("When they would take more, what was used longest ago is unloaded first.")
        )
        total = machine_memory()
        self.limit.addItem(self.tr("Half ({})").format(size_words(total // 2)), 0)
        for one in CHOICES:
            if one * GIGABYTE <= total:
                self.limit.addItem(size_words(one * GIGABYTE), one * GIGABYTE)
        self.limit.activated.connect(lambda _: self.limit_chosen.emit(self.limit.currentData()))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.limit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addLayout(row)

    def show_now(self, chosen: int) -> None:
        """Show what is used now; `chosen` is the limit that the person has set."""
        used, limit = self._budget.used, self._budget.limit
        self.words.setText(
            self.tr("Models take {used} of {limit}").format(
                used=size_words(used), limit=size_words(limit)
            )
        )
        held = "\n".join(f"{one.label}: {size_words(one.size)}" for one in self._budget.held)
        self.words.setToolTip(held)
        self.bar.setValue(min(1000, round(1000 * used / max(limit, 1))))
        at = self.limit.findData(chosen)
        if at < 0:
            self.limit.addItem(size_words(chosen), chosen)
            at = self.limit.count() - 1
        self.limit.setCurrentIndex(at)
