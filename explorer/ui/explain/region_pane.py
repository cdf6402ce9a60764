"""The words that a region carries, and what one can do with the region."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.core.query import Term
from explorer.ui.appearance import Appearance
from explorer.ui.explain.bars import Bars
from explorer.ui.explain.region_term import region_term
from explorer.ui.spoken import spoken
from explorer.viewstate.explaining import Explaining
from explorer.viewstate.explaining_directions import AskingRegions, Region

SHOWN = 6


class RegionPane(QFrame):
    """Shown while there is a region."""

    def __init__(
        self,
        regions: AskingRegions,
        explaining: Explaining,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._regions, self._explaining, self._look = regions, explaining, appearance
        self._region: Region | None = None
        self.setProperty("kind", "card")
        self.title = QLabel(self.tr("Words this region carries"), self)
        self.title.setProperty("type", "heading")
        self.words = Bars(self.tr("Words of the region"), appearance, self)
        self.words.setToolTip(
            self.tr("How much nearer the region is to a word than the whole picture is.")
        )
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.search = QPushButton(self.tr("Search by this region"), self)
        self.add = QPushButton(self.tr("Add to the query"), self)
        self.close_button = QToolButton(self)
        self.close_button.setAutoRaise(True)
        self.close_button.setIconSize(QSize(16, 16))
        self.close_button.setToolTip(self.tr("Let the region go"))
        self.close_button.setAccessibleName(self.tr("Let the region go"))
        self.search.clicked.connect(lambda: self._ask(alone=True))
        self.add.clicked.connect(lambda: self._ask(alone=False))
        self.close_button.clicked.connect(regions.clear)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        foot.addWidget(self.search)
        foot.addWidget(self.add)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addWidget(self.problem)
        column.addLayout(foot)
        appearance.changed.connect(self._draw)
        self._draw()
        self.hide()

    def show_region(self, region: Region | None) -> None:
        """Show the words of a region, or nothing."""
        self._region = region
        self.setVisible(region is not None)
        if region is None:
            return
        self.words.show_bars([(one.word, one.value) for one in region.words[:SHOWN]])
        self.words.setVisible(bool(region.words))
        waiting = not region.words and not region.problem
        self.problem.setText(self.tr("Looking…") if waiting else spoken(region.problem))
        self.problem.setVisible(waiting or bool(region.problem))

    def _ask(self, *, alone: bool) -> None:
        session, region = self._explaining.session, self._region
        if region is None:
            return

        def done(term: Term) -> None:
            if alone:
                session.ask(replace(session.query, terms=(term,), mode="dense"))
            else:
                session.add_term(term)

        region_term(session, region, done)

    def _draw(self) -> None:
        self.close_button.setIcon(self._look.icon("x", "quiet"))
