"""How far two spaces agree: figures, a histogram, and the map coloured by disagreement."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from explorer.ui.compare.charts import OverlapChart
from explorer.ui.panel import Desk
from explorer.viewstate.comparing import COLUMN, Comparing
from explorer.viewstate.comparison import Agreement


class AgreementPage(QWidget):
    """The numbers on the left, the histogram beside them."""

    def __init__(self, comparing: Comparing, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparing, self._desk = comparing, desk
        self.chart = OverlapChart(desk.appearance, self)
        self.figures: dict[str, QLabel] = {}
        self.note = QLabel(self)
        self.note.setProperty("tone", "quiet")
        self.note.setWordWrap(True)
        self.colour_button = QPushButton(self.tr("Colour the map by disagreement"), self)
        self.colour_button.setCheckable(True)
        self.colour_button.setToolTip(
            self.tr("Light on the map where the two spaces give an item other neighbours")
        )
        self.colour_button.toggled.connect(self._colour)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for line, (key, words, tip) in enumerate(
            (
                (
                    "overlap",
                    self.tr("Neighbours in common"),
                    self.tr("Mean share of the ten nearest that both spaces give an item"),
                ),
                (
                    "chance",
                    self.tr("Two strangers would have"),
                    self.tr("What spaces that know nothing of each other would share"),
                ),
                (
                    "cka",
                    self.tr("Same layout (CKA)"),
                    self.tr("Linear centred kernel alignment, 0 to 1 (Kornblith et al. 2019)"),
                ),
                (
                    "debiased",
                    self.tr("Same layout, unbiased"),
                    self.tr("The unbiased estimate: about nought for unrelated spaces"),
                ),
                ("count", self.tr("Items in both"), ""),
            )
        ):
            name, value = QLabel(words, self), QLabel(self)
            name.setProperty("tone", "quiet")
            value.setProperty("type", "lead")
            for label in (name, value):
                label.setToolTip(tip)
            value.setAccessibleName(words)
            grid.addWidget(name, line, 0)
            grid.addWidget(value, line, 1, Qt.AlignmentFlag.AlignRight)
            self.figures[key] = value
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(grid)
        left.addWidget(self.note)
        left.addWidget(self.colour_button, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        side = QWidget(self)
        side.setLayout(left)
        side.setFixedWidth(300)
        left.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(16)
        row.addWidget(side)
        row.addWidget(self.chart, 1)

    def show_agreement(self, agreement: Agreement | None) -> None:
        """Show these figures."""
        if agreement is None:
            return
        overlap, locale = agreement.overlap, QLocale()
        self.figures["overlap"].setText(f"{_number(100 * overlap.mean, 0)} %")
        self.figures["chance"].setText(f"{_number(100 * overlap.chance, 0)} %")
        self.figures["cka"].setText(_number(agreement.cka, 2))
        self.figures["debiased"].setText(_number(agreement.cka_debiased, 2))
        self.figures["count"].setText(locale.toString(len(agreement.rows)))
        notes = [
            self.tr("{space} knows {count} of them by their names alone.").format(
                space=name, count=locale.toString(count)
            )
            for name, count in zip((agreement.a, agreement.b), agreement.by_name, strict=True)
            if count
        ]
        self.note.setText(" ".join(notes))
        self.note.setVisible(bool(notes))
        self.chart.show_overlap(overlap.shares, overlap.k, overlap.chance)
        if self.colour_button.isChecked():
            self._colour(True)

    def show_columns(self) -> None:
        """Another column may be laid over the map now."""
        shown = self._desk.session.columns.shown
        self.colour_button.blockSignals(True)
        self.colour_button.setChecked(shown is not None and shown.name == COLUMN)
        self.colour_button.blockSignals(False)
        self._say_colour()

    def _say_colour(self) -> None:
        on = self.colour_button.isChecked()
        self.colour_button.setText(
            self.tr("Colour the map as before") if on else self.tr("Colour the map by disagreement")
        )

    def _colour(self, on: bool) -> None:
        columns = self._desk.session.columns
        column = columns.get(COLUMN)
        if on and column is not None:
            columns.show(column)
        else:
            columns.hide(COLUMN)
        self._say_colour()


def _number(value: float, digits: int) -> str:
    return "–" if not np.isfinite(value) else QLocale().toString(value, "f", digits)
