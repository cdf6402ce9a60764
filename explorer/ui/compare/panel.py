"""The panel that compares two spaces of the open collection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.scripting import OpenSpace
from explorer.ui.actions import Declared
from explorer.ui.compare import exporting
from explorer.ui.compare.agreement_page import AgreementPage
from explorer.ui.compare.emptiness import emptiness_of
from explorer.ui.compare.gap_page import GapPage
from explorer.ui.compare.pair_list import PairList
from explorer.ui.compare.rank_chart import RankChart
from explorer.ui.panel import Desk, Panel
from explorer.ui.welcome.empty_state import EmptyState
from explorer.viewstate import messages as tell
from explorer.viewstate.compare_state import ASPECTS, Aspect, CompareState, Source
from explorer.viewstate.comparing import Comparing

LOWEST, USUAL = 240, 380


class ComparePanel(Panel):
    """Follows the query and the item in focus while it is seen."""

    name, icon, keys = "compare", "scales", "Ctrl+Shift+D"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        app = desk.app
        self.comparing = Comparing(
            desk.session, app.tools, lambda space: OpenSpace(space, app.decoder)
        )
        self._build()
        self._lay_out()
        self._connect()
        self._subscribe()
        self._draw()
        self._show()

    def title(self) -> str:
        return self.tr("Compare spaces")

    def sizeHint(self) -> QSize:
        return QSize(900, USUAL)

    # -- building

    def _build(self) -> None:
        desk = self.desk
        self.first, self.second = QComboBox(self), QComboBox(self)
        self.first.setAccessibleName(self.tr("First space"))
        self.second.setAccessibleName(self.tr("Second space"))
        for box in (self.first, self.second):
            box.setMinimumContentsLength(12)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.swap_button = self._tool(self.tr("Swap the two spaces"))
        self.export_button = self._tool(self.tr("Export what is shown as PNG, CSV or HTML"))
        self.source = QComboBox(self)
        self.source.addItem(self.tr("Items of the collection"), "items")
        self.source.addItem(self.tr("Common words"), "words")
        self.source.setAccessibleName(self.tr("What is ranked"))
        self.source.setToolTip(self.tr("Rank the items, or the words nearest to the query"))
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(self.tr("Comparisons"))
        for aspect in ASPECTS:
            self.tabs.addTab(self._aspect_name(aspect))
        self.chart = RankChart(desk)
        self.same_in = {side: PairList(desk) for side in ("a", "b")}
        self.same_heads = {side: QLabel() for side in ("a", "b")}
        self.agreement = AgreementPage(self.comparing, desk, self)
        self.gap = GapPage(self.comparing, desk, self)
        self.empty = EmptyState(desk.appearance, self)
        self.stack = QStackedWidget(self)

    def _tool(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(16, 16))
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _aspect_name(self, aspect: Aspect) -> str:
        return {
            "ranks": self.tr("Ranks"),
            "agreement": self.tr("Agreement"),
            "pairs": self.tr("Disputed pairs"),
            "gap": self.tr("Scores and gap"),
        }[aspect]

    def _lay_out(self) -> None:
        self.setMinimumHeight(LOWEST)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.tabs)
        head.addSpacing(8)
        head.addWidget(self.source)
        head.addStretch(1)
        sides = QWidget(self)
        sides.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as in the charts below
        beside = QHBoxLayout(sides)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        for widget in (self.first, self.swap_button, self.second):
            beside.addWidget(widget)
        head.addWidget(sides)
        head.addWidget(self.export_button)
        self.pages: dict[Aspect, QWidget] = {
            "ranks": _scrolled(self.chart),
            "agreement": self.agreement,
            "pairs": _scrolled(self._pair_columns()),
            "gap": _scrolled(self.gap),
        }
        for page in (*self.pages.values(), self.empty):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def _pair_columns(self) -> QWidget:
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(32)
        for side in ("a", "b"):
            column = QVBoxLayout()
            column.setSpacing(8)
            self.same_heads[side].setProperty("tone", "quiet")
            column.addWidget(self.same_heads[side])
            column.addWidget(self.same_in[side])
            column.addStretch(1)
            row.addLayout(column, 1)
        return both

    def _connect(self) -> None:
        self.first.activated.connect(lambda _: self._choose())
        self.second.activated.connect(lambda _: self._choose())
        self.swap_button.clicked.connect(self.comparing.swap)
        self.source.activated.connect(lambda _: self._rank(self.source.currentData()))
        self.tabs.currentChanged.connect(self._turn_to)
        self.export_button.clicked.connect(self.export)
        self.desk.appearance.changed.connect(self._draw)

    def _subscribe(self) -> None:
        hear = self.desk.session.hub.subscribe
        hear(self, tell.CompareChanged, lambda message: self._changed(message.part))
        hear(self, tell.CollectionOpened, lambda _: self._opened())
        hear(self, tell.ItemsChanged, lambda _: self._look())
        hear(self, tell.SpacesChanged, lambda _: self._look())
        hear(self, tell.RankingChanged, lambda _: self._follow())
        hear(self, tell.FocusChanged, lambda _: self._follow_focus())
        hear(self, tell.ColumnsChanged, lambda _: self.agreement.show_columns())

    def close_view(self) -> None:
        super().close_view()
        for squares in (self.chart, *self.same_in.values()):
            squares.close_squares()
        for chart in (self.agreement.chart, self.gap.chart):
            chart.close_chart()

    # -- state

    def state(self) -> dict[str, Any]:
        return self.comparing.state.to_dict()

    def restore(self, state: Mapping[str, Any]) -> None:
        self.comparing.state = CompareState.from_dict(state)
        self.tabs.setCurrentIndex(ASPECTS.index(self.comparing.state.aspect))
        self.source.setCurrentIndex(self.source.findData(self.comparing.state.source))
        self._show()

    def commands(self) -> list[Declared]:
        return [
            Declared(
                "file.export_comparison",
                self.tr("Export the comparison of spaces…"),
                self.export,
                (),
                "export",
                self.tr("Write ranks, figures and pairs as PNG, CSV or HTML."),
                lambda: self.comparing.ranks is not None or self.comparing.agreement is not None,
            ),
        ]

    # -- following

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def _opened(self) -> None:
        self.comparing.forget()
        self._look()

    def _look(self) -> None:
        if self.isVisible():
            self.comparing.look_at_spaces()

    def _follow(self) -> None:
        if self.isVisible() and self.comparing.state.aspect == "ranks":
            self.comparing.ask()

    def _follow_focus(self) -> None:
        if not self.desk.session.query.active and self.comparing.state.source == "items":
            self._follow()

    def _fetch(self) -> None:
        """Find out what the page that is seen needs and is not known yet."""
        one = self.comparing
        if not self.isVisible() or self.desk.session.collection is None:
            return
        if one.state.aspect == "ranks":
            one.ask()
        elif one.state.aspect in ("agreement", "pairs"):
            if one.agreement is None and "agreement" not in one.problems:
                one.measure()
        elif not one.results and "labelled" not in one.busy | one.problems.keys():
            one.score()

    def _choose(self) -> None:
        a, b = self.first.currentData(), self.second.currentData()
        if a == b:  # the other one gives way
            before = self.comparing.ids
            a, b = (before[1], b) if b == before[0] else (a, before[0])
        self.comparing.choose(a, b)
        self._show_choices()

    def _rank(self, source: Source) -> None:
        self.comparing.state = replace(self.comparing.state, source=source)
        self.comparing.ask()

    def _turn_to(self, index: int) -> None:
        self.comparing.state = replace(self.comparing.state, aspect=ASPECTS[index])
        self._show()
        self._fetch()

    def turn_to(self, aspect: Aspect) -> None:
        """Show another comparison."""
        self.tabs.setCurrentIndex(ASPECTS.index(aspect))

    # -- showing

    def _changed(self, part: tell.ComparePart) -> None:
        if part in ("spaces", "corrected") and part not in self.comparing.busy:
            self._show_choices()
            self._fetch()
        self._show()

    def _show_choices(self) -> None:
        one = self.comparing
        held = {space.id for space in one.held if space.embedded}
        for box, chosen in ((self.first, one.ids[0]), (self.second, one.ids[1])):
            box.clear()
            for space_id in one.choices:
                box.addItem(space_id, space_id)
                if space_id not in held:
                    at, quiet = box.count() - 1, self.desk.appearance.theme.colour("quiet")
                    box.setItemData(at, quiet, int(Qt.ItemDataRole.ForegroundRole))
                    tip = self.tr("The collection has no vectors of it yet")
                    box.setItemData(at, tip, int(Qt.ItemDataRole.ToolTipRole))
            box.setCurrentIndex(box.findData(chosen))

    def _show(self) -> None:
        """Show the page asked for, or say why there is nothing on it."""
        one, aspect = self.comparing, self.comparing.state.aspect
        self.source.setVisible(aspect == "ranks")
        self.swap_button.setEnabled(all(one.ids))
        self.export_button.setEnabled(one.ranks is not None or one.agreement is not None)
        what = emptiness_of(one, aspect)
        if what is not None:
            self.empty.show_emptiness(what)
            self.stack.setCurrentWidget(self.empty)
            return
        if aspect == "ranks":
            self.chart.show_ranks(one.ranks, one.words, one.ids, one.asked)
        elif aspect == "agreement":
            self.agreement.show_agreement(one.agreement)
            self.agreement.show_columns()
        elif aspect == "pairs" and one.agreement is not None:
            for place, side in enumerate(("a", "b")):
                some = [pair for pair in one.agreement.pairs if pair.same_in == side]
                self.same_in[side].show_pairs(some, one.ids)
                self.same_heads[side].setText(
                    self.tr("The same in {a}, not in {b}").format(
                        a=one.ids[place], b=one.ids[1 - place]
                    )
                )
        elif aspect == "gap":
            self.gap.show_all()
        self.stack.setCurrentWidget(self.pages[aspect])

    def _draw(self) -> None:
        look = self.desk.appearance
        self.swap_button.setIcon(look.icon("arrows-left-right"))
        self.export_button.setIcon(look.icon("export"))

    # -- exporting

    def export(self) -> None:
        """Ask for a file and write what is shown."""
        a, b = self.comparing.ids
        name, kind = QFileDialog.getSaveFileName(
            self, self.tr("Export the comparison"), f"{a}-{b}.html", exporting.FILTERS
        )
        if name:
            self.export_to(exporting.with_suffix(Path(name), kind))

    def export_to(self, file: Path) -> None:
        """Write what is shown: a picture of the page, or all that is known as a table or page."""
        if file.suffix.lower() == ".png":
            page = self.stack.currentWidget()
            inner = page.widget() if isinstance(page, QScrollArea) else page
            exporting.save_picture(self.desk, inner, file)
        else:
            exporting.save_comparison(self.desk, self.comparing, file)


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.setAutoFillBackground(False)  # the panel's own surface shows through
    return area
