"""Scores of both spaces on labelled pairs, the modality gap, and what a correction would do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.lenses.gap import Gap
from explorer.lenses.gap_correction import CORRECTIONS, CorrectionMethod, Preview
from explorer.lenses.retrieval import RetrievalScores
from explorer.ui.compare.charts import GapChart
from explorer.ui.correction_words import correction_words
from explorer.ui.panel import Desk
from explorer.ui.spoken import spoken
from explorer.viewstate.comparing import Comparing
from explorer.viewstate.labelled import RetrievalResult

ROLES = {"image": "pictures", "text": "words", "audio": "sound"}
NAMES, FILE, CHOOSE = "names", "file", "choose"
Figure = Callable[[RetrievalResult], str]


class GapPage(QWidget):
    """A table on the left, the gap and its correction beside it."""

    def __init__(self, comparing: Comparing, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparing, self._desk = comparing, desk
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        self.pairs = QComboBox(self)
        self.pairs.setAccessibleName(self.tr("Labelled pairs"))
        self.pairs.setToolTip(self.tr("What belongs together: the scores are told from these"))
        self.table = QGridLayout()
        self.told = QLabel(self)
        self.told.setProperty("tone", "quiet")
        self.told.setWordWrap(True)
        self.space = QComboBox(self)
        self.space.setAccessibleName(self.tr("Space to correct"))
        self.method = QComboBox(self)
        self.method.setAccessibleName(self.tr("Correction"))
        for method in CORRECTIONS:
            name, tip = correction_words(method)
            self.method.addItem(name, method)
            self.method.setItemData(self.method.count() - 1, tip, int(Qt.ItemDataRole.ToolTipRole))
        self.chart = GapChart(self._desk.appearance, self)
        self.effect = QLabel(self)
        self.effect.setWordWrap(True)
        self.apply_button = QPushButton(self.tr("Apply to search"), self)
        self.apply_button.setProperty("kind", "primary")
        self.back_button = QPushButton(self.tr("Take back"), self)
        self.back_button.setToolTip(self.tr("Search with the vectors as they were encoded again"))

    def _lay_out(self) -> None:
        self.table.setHorizontalSpacing(16)
        self.table.setVerticalSpacing(2)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addWidget(self.pairs)
        left.addLayout(self.table)
        left.addWidget(self.told)
        left.addStretch(1)
        side = QWidget(self)
        side.setLayout(left)
        side.setFixedWidth(320)
        choose = QHBoxLayout()
        choose.setSpacing(8)
        choose.addWidget(self.space)
        choose.addWidget(self.method, 1)
        choose.addWidget(self.apply_button)
        choose.addWidget(self.back_button)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(choose)
        right.addWidget(self.effect)
        right.addWidget(self.chart, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(24)
        row.addWidget(side)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.pairs.activated.connect(self._choose_pairs)
        self.space.activated.connect(self._choose_space)
        self.method.activated.connect(self._choose_method)
        self.apply_button.clicked.connect(self._comparing.apply)
        self.back_button.clicked.connect(self._comparing.take_back)

    # -- choosing

    def _choose_pairs(self, index: int) -> None:
        kind = self.pairs.itemData(index)
        if kind == CHOOSE:
            name, _ = QFileDialog.getOpenFileName(
                self, self.tr("Labelled pairs: a table with the columns a and b"), "", "CSV (*.csv)"
            )
            if name:
                self.use_pairs(name)
            else:
                self._show_pairs()
        else:
            self.use_pairs("" if kind == NAMES else self._comparing.state.pairs)

    def use_pairs(self, file: str) -> None:
        """Score on this table; empty for the items' names."""
        self._comparing.state = replace(self._comparing.state, pairs=file)
        self._show_pairs()
        self._comparing.score()

    def _choose_space(self, index: int) -> None:
        side = self.space.itemData(index)
        self._comparing.state = replace(self._comparing.state, corrected=side)
        self._comparing.try_correction()

    def _choose_method(self, index: int) -> None:
        method = self.method.itemData(index)
        self._comparing.state = replace(self._comparing.state, method=method)
        self._comparing.try_correction()

    # -- showing

    def show_all(self) -> None:
        """Show what is known."""
        one = self._comparing
        self._show_pairs()
        self.space.clear()
        for side, name in zip(("a", "b"), one.ids, strict=True):
            self.space.addItem(name, side)
        self.space.setCurrentIndex(0 if one.state.corrected == "a" else 1)
        self.method.setCurrentIndex(CORRECTIONS.index(one.state.method))
        self._show_table()
        self._show_effect()

    def _show_pairs(self) -> None:
        file = self._comparing.state.pairs
        self.pairs.clear()
        self.pairs.addItem(self.tr("Pairs: items and their names"), NAMES)
        if file:
            self.pairs.addItem(self.tr("Pairs: {}").format(Path(file).name), FILE)
            self.pairs.setItemData(1, file, int(Qt.ItemDataRole.ToolTipRole))
        self.pairs.addItem(self.tr("Pairs from a file…"), CHOOSE)
        self.pairs.setCurrentIndex(1 if file else 0)

    def _show_table(self) -> None:
        while (item := self.table.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        results = self._comparing.results
        known = [results[one] for one in self._comparing.ids if one in results]
        for column, result in enumerate(known, 1):
            self._cell(0, column, result.space, quiet=True)
        for line, (words, tip, value) in enumerate(self._lines(), 1):
            if known:
                self._cell(line, 0, words, quiet=True, tip=tip)
            for column, result in enumerate(known, 1):
                self._cell(line, column, value(result), tip=tip)
        problems = [
            spoken(self._comparing.problems[key])
            for key in ("labelled", *self._comparing.ids)
            if key in self._comparing.problems
        ]
        pairs = self.tr("{} pairs; R@1: share with the right one first.").format(
            QLocale().toString(known[0].rows) if known else "0"
        )
        busy = self.tr("Scoring both spaces…") if "labelled" in self._comparing.busy else ""
        self.told.setText("\n".join([*([pairs] if known else []), *problems, busy]).strip())

    def _lines(self) -> tuple[tuple[str, str, Figure], ...]:
        def recall(side: int, cut: int) -> Figure:
            return lambda result: _share(result.scores[side], cut)

        def gap(name: str) -> Figure:
            return lambda result: _figure(result.gap, name)

        first, second = self._side_words()
        finds, tip = self.tr("{} to {}, R@{}"), self.tr("Share with a right answer among the first")
        return (
            (finds.format(first, second, 1), tip, recall(0, 1)),
            (finds.format(first, second, 10), tip, recall(0, 10)),
            (finds.format(second, first, 1), tip, recall(1, 1)),
            (finds.format(second, first, 10), tip, recall(1, 10)),
            (self.tr("Gap"), self.tr("Distance of the two centres, 0 to 2"), gap("distance")),
            (
                self.tr("Kinds told apart"),
                self.tr("By one threshold along the gap: 50 % is no gap"),
                gap("separable"),
            ),
            (
                self.tr("Alignment"),
                self.tr("Mean squared distance of what belongs together; less is better"),
                gap("alignment"),
            ),
            (
                self.tr("Uniformity, {}").format(first),
                self.tr("How evenly the sphere is filled; less is better (Wang & Isola 2020)"),
                gap("uniformity_a"),
            ),
            (self.tr("Uniformity, {}").format(second), "", gap("uniformity_b")),
        )

    def _side_words(self) -> tuple[str, str]:
        """What the two sides of the pairs are called."""
        result = next(iter(self._comparing.results.values()), None)
        words = {
            "image": self.tr("picture"),
            "text": self.tr("words"),
            "audio": self.tr("sound"),
            "video": self.tr("clip"),
        }
        if result is None or result.labelled.kind_a == result.labelled.kind_b:
            return "a", "b"
        kinds = result.labelled.kind_a, result.labelled.kind_b
        return words.get(kinds[0], kinds[0]), words.get(kinds[1], kinds[1])

    def _cell(
        self, line: int, column: int, words: str, *, quiet: bool = False, tip: str = ""
    ) -> None:
        label = QLabel(words, self)
        label.setToolTip(tip or words)
        if quiet:
            label.setProperty("tone", "quiet")
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        self.table.addWidget(label, line, column, side)

    def _show_effect(self) -> None:
        one = self._comparing
        result, preview, applied = one.results.get(one.corrected_id), one.preview, one.applied
        held = {held.id for held in one.held}
        self.apply_button.setEnabled(result is not None and one.corrected_id in held)
        self.back_button.setVisible(applied is not None)
        if "preview" in one.busy:
            words = self.tr("Trying the correction…")
        elif "preview" in one.problems:
            words = spoken(one.problems["preview"])
        else:
            words = "" if preview is None else self._effect_words(preview)
        if applied is not None:
            name = correction_words(applied.method)[0]
            words = self.tr("In use: {}.").format(name) + " " + words
        self.effect.setText(words)
        self._show_chart(result)

    def _effect_words(self, preview: Preview) -> str:
        change = 100 * preview.change
        low, high = 100 * preview.low, 100 * preview.high
        verdict = self.tr("no change beyond chance")
        if preview.helps:
            verdict = self.tr("better")
        elif preview.harms:
            verdict = self.tr("worse")
        return self.tr(
            "On pairs it was not fitted on: R@1 {change} points ({low} to {high}): {verdict}. "
            "Gap {before} → {after}."
        ).format(
            change=f"{change:+.1f}",
            low=f"{low:+.1f}",
            high=f"{high:+.1f}",
            verdict=verdict,
            before=f"{preview.before.gap.distance:.2f}",
            after=f"{preview.after.gap.distance:.2f}",
        )

    def _show_chart(self, result: RetrievalResult | None) -> None:
        along = self._comparing.along_gap
        self.chart.setVisible(result is not None and along is not None)
        if result is None or along is None:
            return
        kinds = result.labelled.kind_a, result.labelled.kind_b
        roles = ROLES.get(kinds[0], "accent"), ROLES.get(kinds[1], "quiet")
        if roles[0] == roles[1]:
            roles = "accent", roles[1]
        self.chart.show_gap(along.before, along.after, roles)


def _method_of(name: str) -> CorrectionMethod:
    return next((one for one in CORRECTIONS if one == name), "centre")


def _share(scores: RetrievalScores, cut: int) -> str:
    return f"{QLocale().toString(100 * scores.recall[cut], 'f', 1)} %"


def _figure(gap: Gap, name: str) -> str:
    value = float(getattr(gap, name))
    if name == "separable":
        return f"{QLocale().toString(100 * value, 'f', 0)} %"
    return QLocale().toString(value, "f", 3)
