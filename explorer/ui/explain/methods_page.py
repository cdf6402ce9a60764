"""All methods on this picture: which are the most faithful here, and why some cannot be had."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from explorer.lenses.explanation.methods import METHODS
from explorer.lenses.word_patch import Explanation
from explorer.ui.appearance import Appearance
from explorer.ui.explain.plain_table import PlainTable
from explorer.ui.explain.tuning_line import tuning_words
from explorer.ui.explain.words_told import belief_tip, tr
from explorer.ui.spoken import spoken
from explorer.viewstate.explaining import Explaining
from explorer.viewstate.explaining_methods import ComparingMethods


class MethodsPage(QWidget):
    """A line per method; a double click or Enter shows its maps."""

    def __init__(
        self,
        explaining: Explaining,
        comparing: ComparingMethods,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._explaining, self._comparing, self._look = explaining, comparing, appearance
        self.says = QLabel(self)
        self.says.setWordWrap(True)
        self.compare = QPushButton(self.tr("Compare all methods"), self)
        self.compare.setProperty("kind", "primary")
        self.stop = QPushButton(self.tr("Stop"), self)
        self.compare.clicked.connect(comparing.start)
        self.stop.clicked.connect(comparing.stop)
        heads = [tr("Method"), tr("Believed"), tr("Del."), tr("Ins."), tr("Time")]
        self.table = PlainTable(tr("Methods compared"), heads, self)
        self.table.setRowCount(len(METHODS))
        self.table.row_entered.connect(self._show)
        self.legend = QLabel(belief_tip(), self)
        self.legend.setWordWrap(True)
        self.table.horizontalHeader().setToolTip(belief_tip())
        for label in (self.says, self.legend):
            label.setProperty("tone", "quiet")
        self.legend.setProperty("type", "small")
        line = QHBoxLayout()
        line.addWidget(self.says, 1)
        line.addWidget(self.stop)
        line.addWidget(self.compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        column.addWidget(self.legend)

    @property
    def best(self) -> str:
        """The most faithful method for what is shown, "" where that is not known."""
        trial = self._comparing.trial
        if trial is None or self._comparing.running or not trial.fits(self._explaining):
            return ""
        return trial.best(self._explaining.state.tuning)

    def show_methods(self) -> None:
        """Show what has been found out."""
        trial, running = self._comparing.trial, self._comparing.running
        fits = trial is not None and trial.fits(self._explaining)
        subject = self._explaining.subject
        ready = subject is not None and subject.has_map and bool(self._explaining.words)
        self.compare.setVisible(not running)
        self.compare.setEnabled(ready)
        self.stop.setVisible(running)
        known, best = self._explaining.serving.reasons, self.best
        tuning = self._explaining.state.tuning
        results = trial.shown(tuning) if trial is not None and fits else {}
        reasons = trial.reasons if trial is not None and fits else {}
        for row, name in enumerate(METHODS):
            reason = spoken(reasons.get(name) or known.get(name, ""))
            self._show_method(row, name, results.get(name), reason, best == name)
        self.table.resizeRowsToContents()
        self.says.setText(self._sentence(running, fits))

    def _sentence(self, running: bool, fits: bool) -> str:
        trial = self._comparing.trial
        if trial is None or not fits:
            return self.tr("Each is tried on this picture and judged; that takes a minute or less.")
        done = len(trial.found) + len(trial.reasons)
        if running:
            return self.tr("{} of {} tried…").format(done, len(METHODS))
        if done < len(METHODS):
            return self.tr("Stopped after {} of {}.").format(done, len(METHODS))
        best = trial.best(self._explaining.state.tuning)
        if not best:
            return self.tr("None of them is better than random maps here.")
        return self.tr("The most faithful here: {}.").format(spoken(METHODS[best].title))

    def _show(self, row: int) -> None:
        name = list(METHODS)[row]
        if not self._explaining.serving.reasons.get(name):
            self._explaining.choose_method(name)

    def _show_method(
        self, row: int, name: str, found: Explanation | None, reason: str, best: bool
    ) -> None:
        method, table = METHODS[name], self.table
        spans = 5 if reason else 1
        if table.columnSpan(row, 0) != spans:
            table.setSpan(row, 0, 1, spans)
        if reason:
            table.put(
                row, [f"{spoken(method.title)}\n{reason}", "", "", "", ""], reason, usable=False
            )
            return
        one = self._explaining
        chosen = tuning_words(name, one.state.tuning, one.serving.attention[0])
        mark = tr("the most faithful here") if best else ""
        title = "\n".join(filter(None, (spoken(method.title), chosen, mark)))
        scores = ["", "", "", ""] if found is None else _scores(found)
        table.put(row, [title, *scores], f"{spoken(method.does)}.\n{method.paper}")
        font = table.font()
        font.setWeight(QFont.Weight.DemiBold if best else QFont.Weight.Normal)
        table.cell(row, 0).setFont(font)


def _scores(found: Explanation) -> list[str]:
    """Means over the content words."""
    number = QLocale().toString
    content = [word for word in found.words if word.content]
    beliefs = [word.faithfulness for word in content if word.faithfulness is not None]
    seconds = tr("{} s").format(number(found.seconds, "f", 1 if found.seconds >= 1 else 2))
    if not beliefs:
        return ["", "", "", seconds]
    good = sum(word.believed for word in content)
    told = tr("{} of {}").format(good, len(beliefs))
    deletion = number(float(np.mean([one.deletion for one in beliefs])), "f", 2)
    insertion = number(float(np.mean([one.insertion for one in beliefs])), "f", 2)
    return [told, deletion, insertion, seconds]
